// The same source built twice: what the WebAssembly build seals opens natively, and the reverse.
// usage: node --test Tests/Page/interop.test.mjs    after `make wasm` and `swift build --product PageExchange`
// PAGE_CORE and PAGE_EXCHANGE name other files than those in .build.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Fault, loadCore } from "./core.mjs";

const built = (path) => fileURLToPath(new URL(`../../.build/${path}`, import.meta.url));
const core = await loadCore(process.env.PAGE_CORE ?? built("wasm/PageCore.wasm"));
const exchange = process.env.PAGE_EXCHANGE ?? built("debug/PageExchange");

function native(command, text = "", posted = Buffer.alloc(0)) {
  const input = `${text}\n${Buffer.from(posted).toString("hex")}\n`;
  return execFileSync(exchange, [command], { input, stdio: ["pipe", "pipe", "pipe"] })
    .toString().replace(/\n$/, "");
}
const unhex = (text) => Buffer.from(text, "hex");
const text = (bytes) => new TextDecoder().decode(bytes);
const refused = (code) => (error) => error instanceof Fault && error.code === code;

const facts = Object.fromEntries(native("organisation").split("\n").map((line) => {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
}));
const organisation = [facts.link, unhex(facts.bundle), facts.day];
const counsellor = [unhex(facts["month-seed"]), unhex(facts["thread-seed"]), "intern"];
const body = "Ik word gepest. Mag ik met u praten? 🙂";
const tagByteCount = 16;
const envelopeOf = (posted) => posted.slice(tagByteCount);

test("random bytes are the module's only import", () => {
  assert.deepEqual(core.imports, ["env.random_fill"]);
});

test("a code gives the same keys in both builds, in both languages", () => {
  for (const words of [facts.dutch, facts.english]) {
    assert.equal(text(core.derive(words, facts.genesis)), `${facts["reply-to"]}\n${facts.thread}`);
  }
});

test("a report sealed in WebAssembly opens natively", () => {
  const posted = core.sealReport(...organisation, facts.dutch, "intern", body);
  assert.equal(posted.length, tagByteCount + 16_384);
  assert.equal(native("open-report", "", posted), body);
});

test("a report sealed natively opens in WebAssembly", () => {
  const posted = unhex(native("seal-report", body));
  assert.equal(text(core.openReport(...counsellor, envelopeOf(posted))), body);
});

test("a reply sealed natively to a report from WebAssembly opens there with the code", () => {
  const posted = core.sealReport(...organisation, facts.english, "intern", body);
  const reply = unhex(native("seal-reply", "Dank je wel.", posted));
  assert.equal(
    text(core.openReply(...organisation, facts.dutch, "intern", "0", envelopeOf(reply))),
    "Dank je wel.");
  assert.throws(
    () => core.openReply(...organisation, facts.dutch, "intern", "1", envelopeOf(reply)),
    refused(-5));
});

test("what is not right is refused, each with its own answer", () => {
  const posted = unhex(native("seal-report", body));
  for (const place of [0, 100, 5_000, 16_383]) {
    const changed = Uint8Array.from(envelopeOf(posted));
    changed[place] ^= 1;
    assert.throws(() => core.openReport(...counsellor, changed), refused(-5));
  }
  assert.throws(() => core.openReport(...counsellor, envelopeOf(posted).slice(0, -1)), refused(-5));
  const wrongWords = facts.dutch.split(" ").reverse().join(" ");
  assert.throws(
    () => core.sealReport(...organisation, wrongWords, "intern", body), refused(-2));
  assert.throws(
    () => core.sealReport(...organisation, facts.dutch, "extern", body), refused(-3));
  assert.throws(
    () => core.sealReport(facts.link, unhex(facts.bundle), "2030-01-01", facts.dutch, "intern", body),
    refused(-3));
  assert.throws(
    () => core.sealReport(...organisation, facts.dutch, "intern", "x".repeat(20_000)), refused(-4));
  assert.throws(() => core.sealReport("one field only"), refused(-1));
  assert.throws(() => core.raw("page_derive", []), refused(-1));
});
