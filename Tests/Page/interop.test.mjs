// The same source built twice: what the WebAssembly build seals opens natively, and the reverse.
// usage: node --test Tests/Page/    see core.mjs
import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, context, corePath, facts, hex, module, native, refused, seal, shownLog } from "./core.mjs";

const tagByteCount = 16;
const body = "Ik word gepest. Mag ik met u praten? 🙂";
const log = shownLog(facts.day);
const opened = (posted) => native("open-report", [], ["", hex(posted)]);

test("random bytes and saying that a step was made are the module's only imports", () => {
  const imports = WebAssembly.Module.imports(module).map(({ module, name }) => `${module}.${name}`);
  assert.deepEqual(imports, ["env.random_fill", "env.step"], corePath);
  assert.deepEqual(WebAssembly.Module.imports(module).map(({ kind }) => kind), ["function", "function"]);
});

test("a report sealed in WebAssembly opens natively, in whichever language the code is written", () => {
  for (const code of [facts.dutch, facts.english.toUpperCase()]) {
    const posted = seal(log, { code, body });
    assert.equal(posted.length, tagByteCount + 16_384);
    assert.equal(opened(posted), `message 0 - - - -\n${body}`);
  }
});

test("all that is said beside the text arrives", () => {
  const first = seal(log, { track: "wbk", category: "fraud", language: "nl", body });
  assert.equal(opened(first), `message 0 - wbk fraud nl\n${body}`);
  const later = { answersSeen: "3", body: "" };
  assert.equal(opened(seal(log, { ...later, kind: "followUp" })), "message 4 - - - -\n");
  assert.equal(opened(seal(log, { ...later, kind: "withdraw" })), "withdraw 5 - - - -\n");
  assert.equal(opened(seal(log, { ...later, kind: "aftercare" })), "aftercare 4 - - - -\n");
  const referral = "intern 2";
  assert.equal(opened(seal(log, { ...later, kind: "agree", referral })), "agree 4 intern - - -\n");
  assert.equal(
    opened(seal(log, { ...later, kind: "decline", referral })), "decline 4 intern - - -\n");
});

test("a text is sent without byte order mark, carriage returns and empty lines at its end", () => {
  assert.equal(opened(seal(log, { body: "\ufeffa\r\nb\rc\n \n" })), "message 0 - - - -\na\nb\nc");
});

test("a move to a new code opens natively, with the proof that the old one was at hand", () => {
  const old = ask("newCode", "nl").words.join(" ");
  const move = (more = {}) => {
    const { from = old, to = facts.english, readers = "intern", text: said = "Verder hier.\r\n" } = more;
    return ask("move", ...context(), ...log.fields, from, to, readers, "nl", said);
  };
  const posted = move();
  assert.equal(posted.length, tagByteCount + 16_384);
  assert.equal(opened(posted), "message 0 - - - nl\nVerder hier.");
  const goesOn = (words) => native("continues", [], [words, hex(posted)]);
  assert.equal(goesOn(old), "true");
  assert.equal(goesOn(ask("newCode", "nl").words.join(" ")), "false");
  const { bodyBytes } = ask("organisation", ...context(), ...log.fields);
  assert.equal(move({ text: "x".repeat(bodyBytes) }).length, 16_400);
  assert.throws(() => move({ from: "een twee" }), refused("invalidCode"));
  assert.throws(() => move({ to: "een twee" }), refused("invalidCode"));
  assert.throws(() => move({ to: old }), refused("notSealable"));
  assert.throws(() => move({ readers: "extern" }), refused("notOffered", { id: "extern" }));
  assert.throws(() => move({ readers: "" }), refused("notSealable"));
  assert.throws(() => ask("move", ...context(), "", "", "", old, facts.dutch, "intern", "nl", "x"),
    refused("notProven", { detail: "noLog" }));
});

test("nothing is sealed that should not be, each for its own reason", () => {
  const wrongWords = facts.dutch.split(" ").reverse().join(" ");
  assert.throws(() => seal(log, { code: wrongWords }), refused("invalidCode"));
  assert.throws(() => seal(log, { readers: "extern" }), refused("notOffered", { id: "extern" }));
  assert.throws(() => seal(log, { readers: "intern nobody" }), refused("notOffered", { id: "nobody" }));
  assert.throws(() => seal(log, { readers: "" }), refused("notSealable"));
  assert.throws(() => seal(log, { readers: "intern intern" }), refused("notSealable"));
  assert.throws(() => seal(log, { category: "not one" }), refused("notSealable"));
  assert.throws(() => seal(log, { body: "a\u0007" }), refused("forbiddenCharacter"));
  assert.throws(() => seal(log, { kind: "referral" }), refused("malformedInput"));
  assert.throws(() => seal(log, { track: "other" }), refused("malformedInput"));
  assert.throws(() => seal(log, { referral: "intern" }), refused("malformedInput"));
  assert.throws(() => seal(log, { answersSeen: "-1" }), refused("malformedInput"));
  const none = { fields: ["", "", ""] };
  assert.throws(() => seal(none), refused("notProven", { detail: "noLog" }));
  const cut = { fields: [log.days.slice(0, -1), ...log.fields.slice(1)] };
  assert.throws(() => seal(cut), refused("notProven", { detail: "malformed" }));
});

test("what fits is known before", () => {
  const { bodyBytes } = ask("organisation", ...context(), ...log.fields);
  const most = { track: "conversation", category: "conflict-of-interest", language: "nl",
    kind: "aftercare", answersSeen: "999", referral: "intern 999" };
  assert.equal(seal(log, { ...most, body: "x".repeat(bodyBytes) }).length, 16_400);
  const error = (() => {
    try { seal(log, { body: "x".repeat(20_000) }); } catch (error) { return error; }
  })();
  assert.equal(error.code, "bodyTooLong");
  assert.equal(seal(log, { body: "x".repeat(20_000 - error.facts.bytes) }).length, 16_400);
});

test("fields that are not those of the operation are refused", () => {
  for (const operation of ["plan", "organisation", "newCode", "readCode", "seal", "move",
    "openPromise", "check"]) {
    assert.throws(() => ask(operation), refused("malformedInput"));
    assert.throws(() => ask(operation, ...Array(20).fill("")), (error) => /^malformed/.test(error.code));
  }
});
