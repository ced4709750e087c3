// Whom the page shows, what it fetches, and what it refuses to believe.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, bundle, changed, context, facts, hex, native, refused, seal, shownLog, unhex }
  from "./core.mjs";
import { resources } from "../../Sources/Page/scripts/wasm.mjs";

const log = shownLog(facts.day);
/** Where the last note of the bundle begins. */
const lastNote = Buffer.from(bundle).lastIndexOf("\nnote ") + 1;
const organisation = (...fields) => ask("organisation", ...fields);

test("what is to be fetched is told by the log's size alone", () => {
  assert.deepEqual(ask("plan", ...context(), log.days, log.checkpoint), {
    tiles: ["entries/000.p/4"], months: ["2026-11", "2026-10", "2026-09"], again: false,
  });
});

test("a checkpoint that is newer than the days is asked for again", () => {
  const later = shownLog("2026-11-26", `report ${hex(seal(log))}`);
  const plan = ask("plan", ...context("2026-11-26"), log.days, later.checkpoint);
  assert.equal(plan.again, true);
  assert.deepEqual(plan.tiles, ["entries/000.p/5"]);
});

test("without a log that can be read, months are fetched all the same", () => {
  for (const days of ["", "nonsense", log.days.slice(1)]) {
    const plan = ask("plan", ...context(), days, log.checkpoint);
    assert.deepEqual([plan.tiles, plan.months.length], [[], 3]);
  }
});

test("counsellors are shown as they signed, whatever stands in their names", () => {
  const shown = organisation(...context(), ...log.fields);
  const { counsellors, bodyBytes, ...rest } = shown;
  assert.deepEqual(rest, {
    name: "De Linde", keys: 1, signers: 1, expires: "2027-11-14",
    retentionMonths: 2, problem: null,
  });
  assert.deepEqual(counsellors, [{
    id: "intern", name: "The internal counsellor", role: "internal", languages: ["nl", "en"],
    ways: ["Telephone +31 00 000 00 00"], since: "2026-10-25", isNew: false, keyIsNew: true,
    offered: true, why: null, silentSince: null,
    hours: {
      reads: [1, 5],
      absences: [{ from: "2026-11-25", to: "2026-11-27", replacement: "extern" }],
      phone: "+31 00", remark: 'Niet op "feestdagen"', issued: "2026-11-09", isOld: true,
    },
    answerBy: "2026-12-01",
  }, {
    id: "extern", name: '<b>"E\\xtern\u202e"</b>', role: "external", languages: ["nl", "en"],
    ways: [], since: "2026-11-14", isNew: true, keyIsNew: false, offered: false, why: "noKey",
    silentSince: null, hours: null, answerBy: "2026-11-29",
  }]);
});

test("without a log nobody is offered, and the other ways are shown", () => {
  const shown = organisation(...context(), "", "", "");
  assert.deepEqual(shown.problem, { code: "noLog" });
  assert.deepEqual(shown.counsellors.map(({ offered, why }) => [offered, why]),
    [[false, "noLog"], [false, "noKey"]]);
  assert.equal(shown.counsellors[0].ways.length, 1);
});

test("who has not confirmed for long is shown as silent", () => {
  const shown = organisation(...context("2026-11-28"), ...shownLog("2026-11-28", "silent").fields);
  assert.equal(shown.counsellors[0].silentSince, "2026-11-23");
});

test("notes that are not to be trusted say why", () => {
  const detail = (detail, more) => refused("untrusted", { detail, ...more });
  const with_ = (link, notes = bundle, day = facts.day) => () => organisation(link, notes, day, ...log.fields);
  assert.throws(with_(facts["link-of-other"]), detail("unsigned"));
  assert.throws(with_(facts["link-of-two"]), detail("signedByOneOnly", { name: "root.example/other" }));
  assert.throws(with_(facts.link.replace("meld.", "other.")), detail("otherOrganisation"));
  assert.throws(with_(facts.link, bundle, "2027-11-15"), detail("expired", { day: "2027-11-14" }));
  assert.throws(with_(facts.link, bundle, "2026-11-12"), detail("notYetValid", { day: "2026-11-14" }));
  assert.throws(with_(facts.link, ""), detail("noRoster"));
  const roster = Buffer.from(bundle).lastIndexOf("De%20Linde");
  assert.ok(roster > 0);
  assert.throws(with_(facts.link, changed(bundle, roster)),
    detail("badSignature", { name: "root.example/sottovoce" }));
  assert.throws(with_("https://meld.example/"), refused("malformedLink"));
  assert.throws(with_(facts.link, "nonsense"), refused("malformedNotes"));
  assert.throws(with_(facts.link, bundle, "24-11-2026"), refused("malformedInput"));
});

test("a log that lies is named, and the ways are shown all the same", () => {
  const problem = (today, ...fields) => organisation(...context(today), ...fields).problem;
  const [days, checkpoint, tiles] = log.fields;
  const later = shownLog("2026-11-26", `report ${hex(seal(log))}`);
  assert.deepEqual(problem(facts.day, days.slice(0, -1), checkpoint, tiles), { code: "malformed" });
  assert.deepEqual(problem(facts.day, days, checkpoint, resources([])), { code: "malformed" });
  const [path, entries] = log.tiles[0];
  assert.deepEqual(problem(facts.day, days, checkpoint, resources([[path, changed(entries, 60)]])),
    { code: "altered" });
  assert.deepEqual(problem(facts.day, days, changed(checkpoint, checkpoint.length - 20), tiles).code,
    "unsigned");
  assert.deepEqual(problem("2026-11-26", later.days, checkpoint, tiles), { code: "rewound" });
  assert.deepEqual(problem("2026-11-27", ...log.fields), { code: "stale", day: "2026-11-23" });
  assert.deepEqual(
    organisation(facts.link, bundle.slice(0, lastNote), facts.day, ...log.fields).problem,
    { code: "notesWithheld" });
});

test("a promise is believed when it is for what was posted, by this gateway, of these days", () => {
  const posted = seal(log);
  const promise = (day) => unhex(native("promise", [day], ["", hex(posted)]));
  const open = (answer, month = "", sent = posted) =>
    ask("openPromise", ...context(), sent, answer, month);
  assert.deepEqual(open(promise("2026-11-24")), { day: "2026-11-24" });
  assert.deepEqual(open(promise("2026-11-25")), { day: "2026-11-25" });
  assert.throws(() => open(promise("2026-11-23")), refused("otherDay", { day: "2026-11-23" }));
  assert.deepEqual(open(promise("2026-11-23"), "2026-11"), { day: "2026-11-23" });
  assert.throws(() => open(promise("2026-10-30"), "2026-11"), refused("otherDay", { day: "2026-10-30" }));
  assert.throws(() => open(promise(facts.day), "", seal(log)),
    refused("notPromised", { detail: "otherEntry" }));
  const answer = promise(facts.day);
  assert.throws(() => open(changed(answer, answer.length - 10)),
    refused("notPromised", { detail: "notSigned" }));
  assert.throws(() => open("<html>"), refused("notPromised", { detail: "notSigned" }));
  assert.throws(() => open(answer, "", posted.slice(1)), refused("malformedInput"));
});
