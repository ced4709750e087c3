// The page's texts: each language has all of them, none has a word that tells a reporter nothing, and index.html is made
// from them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { languages } from "../../Sources/Page/scripts/language.mjs";

const sources = new URL("../../Sources/Page/", import.meta.url);
const files = readdirSync(new URL("texts/", sources)).sort();
const texts = await Promise.all(files.map(async (file) => (await import(new URL(`texts/${file}`, sources))).default));

/** Every text by its path; of a function, its number of parameters. */
function shape(value, path = "") {
  if (typeof value === "function") return [`${path}(${value.length})`];
  if (typeof value === "string") return [path];
  return Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}

/** Every word that can be shown. */
function words(value) {
  if (typeof value === "function") return [String(value)];
  return typeof value === "string" ? [value] : Object.values(value).flatMap(words);
}

test("every language has the same texts", () => {
  assert.deepEqual(files, languages.map((code) => `${code}.mjs`).sort());
  texts.forEach((text, index) => {
    assert.equal(`${text.language}.mjs`, files[index]);
    assert.deepEqual(shape(text), shape(texts[0]));
    // The core's lists of words.
    assert.ok(["nl", "en"].includes(text.words));
  });
});

test("no text speaks of the machinery", () => {
  const forbidden = /\b(passphrase|ciphertext|keys?|log|sleutels?|wachtzin|versleuteld\w*|encrypt\w*|server log)\b/i;
  for (const text of texts.flatMap(words)) assert.doesNotMatch(text, forbidden);
});

test("index.html is made from the texts", () => {
  const made = execFileSync(process.execPath, [new URL("index.mjs", sources).pathname], { encoding: "utf8" });
  assert.equal(readFileSync(new URL("index.html", sources), "utf8"), made);
});
