// Coming back: statuses, answers and alarms, from a log and months that the native build made.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, changed, context, facts, hex, native, refused, seal, shownLog, unhex } from "./core.mjs";
import { resources } from "../../Sources/Page/scripts/wasm.mjs";

const report = hex(seal(shownLog(facts.day)));
const reply = (number, kind, body, day = "2026-11-25") =>
  native("seal-reply", [String(number), kind, day], [body, report]);

function check(today, log, { code = facts.dutch, months = [["2026-11", log.month]], fields = log.fields } = {}) {
  return ask("check", ...context(today), ...fields, resources(months), code);
}

const people = [
  { id: "intern", name: "The internal counsellor", gone: false },
  { id: "extern", name: '<b>"E\\xtern\u202e"</b>', gone: false },
];
const alarm = (kind, id, more) => ({ kind, id, day: null, last: null, ...more });

// On the day it was written: her first reading day after it, when she is back; the other has said nothing of hers.
const internal = { id: "intern", answerBy: "2026-12-01" };
const external = { id: "extern", answerBy: "2026-11-29" };

test("a message is in the log, then fetched, then in her hands", () => {
  const standing = (today, ...lines) => {
    const found = check(today, shownLog(today, `report ${report}`, ...lines));
    assert.equal(found.problem, null);
    assert.deepEqual(found.people, people);
    // Her key of an older list is no matter: this was written when it was in none any more.
    assert.deepEqual(found.departed, []);
    assert.deepEqual(found.messages.map(({ day }) => day), ["2026-11-24"]);
    assert.deepEqual(found.messages[0].rows[1], { ...external, standing: "logged", day: null });
    return found.messages[0].rows[0];
  };
  assert.deepEqual(standing("2026-11-26", "silent"), { ...internal, standing: "logged", day: null });
  assert.deepEqual(standing("2026-11-26"), { ...internal, standing: "fetched", day: "2026-11-25" });
  assert.deepEqual(standing("2026-11-26", "imported"),
    { ...internal, standing: "inHands", day: "2026-11-25" });
  // However long ago it is.
  assert.deepEqual(standing("2026-12-05", "silent"), { ...internal, standing: "logged", day: null });
});

test("answers are read, in order, with what they ask", () => {
  const body = 'Dank je wel.\n\t"Zeker" \\ </script> \u202e\u200b 🙂';
  const posted = [reply(0, "answer", "Dank je wel."), reply(1, "askReferral", "Mag het?")];
  let log = shownLog("2026-11-26", `report ${report}`, ...posted.map((one) => `reply ${one}`));
  const found = check("2026-11-26", log, { code: facts.english });
  const common = { id: "intern", name: "The internal counsellor", day: "2026-11-25" };
  assert.deepEqual(found.answers, [
    { ...common, number: 0, kind: "answer", to: null, body: "Dank je wel." },
    { ...common, number: 1, kind: "askReferral", to: "extern", body: "Mag het?" },
  ]);
  assert.deepEqual(found.openReferral, { id: "intern", number: 1, to: "extern" });
  assert.deepEqual([found.isClosed, found.alarms], [false, []]);
  assert.deepEqual(found.messages[0].rows[0], { ...internal, standing: "answered", day: "2026-11-25" });

  const one = reply(0, "closed", body.replaceAll("\n", " "));
  log = shownLog("2026-11-26", `report ${report}`, `reply ${one}`);
  const closed = check("2026-11-26", log);
  assert.deepEqual([closed.isClosed, closed.openReferral], [true, null]);
  assert.equal(closed.answers[0].body, body.replaceAll("\n", " "));
  assert.equal(closed.messages[0].rows[0].standing, "closed");
});

test("who has the conversation is told", () => {
  const found = (...kinds) => check("2026-11-26", shownLog("2026-11-26", `report ${report}`,
    ...kinds.map((kind, number) => `reply ${reply(number, kind, "Ja.")}`)), { code: facts.english });
  assert.deepEqual(found("answer").correspondents, ["intern"]);
  const referred = found("answer", "referred");
  assert.deepEqual([referred.correspondents, referred.isClosed, referred.openReferral], [["extern"], false, null]);
  assert.deepEqual([referred.answers[1].kind, referred.answers[1].to], ["referred", "extern"]);
});

test("an answer shows before its day is closed", () => {
  const log = shownLog("2026-11-25", `report ${report}`, `reply ${reply(0, "answer", "Ja.")}`);
  const found = check("2026-11-25", log);
  assert.deepEqual(found.answers.map(({ body }) => body), ["Ja."]);
  assert.deepEqual(found.alarms, []);
});

test("an answer of a month that is not served any more is told", () => {
  const log = shownLog("2027-03-01", `report ${report}`, `reply ${reply(0, "answer", "Ja.")}`);
  const found = check("2027-03-01", log, { months: [["2027-03", new Uint8Array()]] });
  assert.deepEqual(found.former, [people[0]]);
  assert.deepEqual([found.answers, found.alarms.filter(({ kind }) => kind.startsWith("answer"))], [[], []]);
  const soon = check("2026-11-26", shownLog("2026-11-26", `report ${report}`, `reply ${reply(0, "answer", "Ja.")}`));
  assert.deepEqual([soon.former, soon.answers.length], [[], 1]);
});

test("another code finds nothing", () => {
  const log = shownLog("2026-11-26", `report ${report}`, `reply ${reply(0, "answer", "Ja.")}`);
  const found = check("2026-11-26", log, { code: ask("newCode", "nl").words.join(" ") });
  assert.deepEqual([found.messages, found.answers, found.alarms, found.problem], [[], [], [], null]);
  assert.deepEqual(found.people, people);
});

test("a message logged twice is not taken for two", () => {
  const found = check("2026-11-26", shownLog("2026-11-26", `report ${report}`, `report ${report}`));
  assert.deepEqual([found.problem, found.messages], [{ code: "repeated" }, []]);
});

test("who never fetches is an alarm", () => {
  const found = check("2026-11-30", shownLog("2026-11-30", `report ${report}`, "silent"));
  assert.deepEqual(found.alarms, [
    alarm("notConfirmed", "intern", { day: "2026-11-24", last: "2026-11-23" }),
    alarm("notConfirmed", "extern", { day: "2026-11-24" }),
  ]);
});

test("an answer kept back, replaced or damaged is an alarm", () => {
  const one = reply(0, "answer", "Ja.");
  const withheld = shownLog("2026-11-26", `report ${report}`, `withheld ${one}`);
  const facts_ = { day: "2026-11-25" };
  assert.deepEqual(check("2026-11-26", withheld).alarms, [alarm("answerWithheld", "intern", facts_)]);
  const served = unhex(one);
  const damaged = check("2026-11-26", withheld, { months: [["2026-11", changed(served, 6_000)]] });
  assert.deepEqual(damaged.alarms, [
    alarm("notAuthentic", "intern"), alarm("answerReplaced", "intern", facts_)]);
  assert.deepEqual(damaged.answers, []);
});

test("with a log that can't be believed answers are opened, and it is said", () => {
  const log = shownLog("2026-11-26", `report ${report}`, `reply ${reply(0, "answer", "Ja.")}`);
  const [path, entries] = log.tiles[0];
  const fields = [log.days, log.checkpoint, resources([[path, changed(entries, 230)]])];
  const found = check("2026-11-26", log, { fields });
  assert.deepEqual(found.problem, { code: "altered" });
  assert.deepEqual([found.messages, found.answers.length], [[], 1]);
  const none = check("2026-11-26", log, { fields: ["", "", ""] });
  assert.deepEqual([none.problem, none.answers.length], [{ code: "noLog" }, 1]);
});

test("months and codes that are none are refused", () => {
  const log = shownLog("2026-11-26");
  const months = [["2026-10", new Uint8Array(100)]];
  assert.throws(() => check("2026-11-26", log, { months }),
    refused("malformedMonth", { month: "2026-10" }));
  assert.throws(() => check("2026-11-26", log, { code: "een twee" }), refused("invalidCode"));
});
