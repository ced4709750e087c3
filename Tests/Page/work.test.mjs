// Work for a busy gateway: the nonce that another implementation found, and what is no demand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ask, context, facts, refused, seal, shownLog, stepsOf, unhex } from "./core.mjs";

const vectors = Object.fromEntries(readFileSync(new URL("../Vectors/protocol/log.txt", import.meta.url), "utf8")
  .split("\n").filter((line) => line.includes(": ")).map((line) => line.split(": ")));
const envelope = Uint8Array.from({ length: 16_384 }, (_, index) => index % 256);
const posted = Uint8Array.from([...unhex(vectors["tag-E"]), ...envelope]);
const root = `root ${vectors.root}\n`;
const demand = (difficulty, roots = root) => `sottovoce/v1 work\ndifficulty ${difficulty}\n${roots}`;

test("the work is the first nonce that counts, on the newest tree", () => {
  const nonce = Number(vectors["first-nonce-for-d-3"]).toString(16).padStart(16, "0");
  const older = `root ${"00".repeat(32)}\n`;
  for (const roots of [root, root + older]) {
    assert.deepEqual(ask("work", posted, demand(3, roots)), { work: `${nonce} ${vectors.root}` });
  }
});

test("each try is a step, and so are a code's keys", () => {
  const tries = stepsOf(() => ask("work", posted, demand(3)));
  assert.ok(tries > 1, `${tries} tries`);
  assert.equal(stepsOf(() => ask("work", posted, demand(3))), tries);
  const log = shownLog(facts.day);
  assert.equal(stepsOf(() => seal(log)), 1);
  assert.equal(stepsOf(() => ask("move", ...context(), ...log.fields, facts.dutch, ask("newCode", "nl").words.join(" "),
    "intern", "nl", "Verder.")), 2);
  assert.equal(stepsOf(() => ask("newCode", "nl")), 0);
});

test("in calm there is none", () => {
  assert.deepEqual(ask("work", posted, demand("none")), { work: null });
});

test("what is no demand, or asks for too much, is refused at once", () => {
  for (const asked of ["", "precondition required\n", demand(0), demand(13), demand("03"), demand(3, ""),
    demand(3, root.repeat(3)), demand(3, "root 00\n"), `${demand(3)}more\n`]) {
    assert.throws(() => ask("work", posted, asked), refused("malformedInput"), asked);
  }
});
