// What is known of a sending: while it isn't sent, and after.
import { blocks, box, button, el, heading, more } from "./dom.mjs";
import { inert } from "./inert.mjs";
import { day, today } from "./language.mjs";
import { lines, named, otherWays } from "./people.mjs";
import { progress } from "./progress.mjs";
import { go, register } from "./router.mjs";
import { forget, state } from "./state.mjs";
import { counsellor, counsellors } from "./visit.mjs";
import { wordList } from "./screen-code.mjs";
import { refresh } from "./screen-status.mjs";

/** After these it is not known whether it arrived. */
const doubtful = new Set(["noAnswer", "notPromised", "otherDay"]);

/** Not sent, or uncertain, in words; null before anything was tried. */
export function outcome(t, sending) {
  if (!sending || sending.phase === "ready") return null;
  if (sending.phase === "sending") {
    return sending.isWorking ? progress(t.sending.working) : el("p", { class: "busy", role: "status" }, t.sending.busyNow);
  }
  const uncertain = sending.phase === "uncertain";
  // Of a try that surely failed after one that may have arrived, no more is said than that.
  const reason = uncertain && !doubtful.has(sending.reason)
    ? t.sending.thisTimeNot : t.sending.reasons[sending.reason];
  const why = typeof reason === "function"
    ? reason(/^\d{4}-/.test(sending.answer ?? "") ? day(sending.answer) : inert(sending.answer ?? ""), day(today())) : reason;
  return el("div", { class: "box warning", id: "outcome", tabindex: "-1" },
    el("p", {}, el("strong", {}, uncertain ? t.sending.uncertain : t.sending.notSent)),
    why ? el("p", {}, why) : null, el("p", {}, uncertain ? t.sending.againIsSafe : t.sending.againLater),
    uncertain || sending.reason === "full" ? otherWays() : null);
}

register("sent", (t) => {
  const { sending, sentTo } = state;
  const chosen = (sentTo ?? []).map(counsellor).filter(Boolean);
  const readers = chosen.length ? chosen : counsellors();
  // When all who got it should have read; of whom that is not known, when the first of them should.
  const look = readers.map(({ answerBy }) => answerBy).sort().at(chosen.length ? -1 : 0);
  return [
    heading(t.sent.title),
    box("good", el("p", {}, el("strong", {}, t.sent.accepted(day(sending.day)))), el("p", {}, t.sent.tomorrow)),
    state.moved ? box("", blocks(t.move.fromNow)) : null,
    el("h2", {}, t.sent.readsWhen),
    chosen.length ? null : el("p", { class: "note" }, t.sent.whomUnknown),
    readers.map((one) => el("div", { class: "card" }, el("h3", {}, named(one)),
      el("ul", { class: "plain" }, lines(one, true).map((line) => el("li", {}, line))))),
    look ? el("p", { class: "lead" }, t.sent.lookAgain(day(look))) : null,
    el("h2", {}, t.sent.nothingComes),
    otherWays(readers),
    state.words ? more(t.sent.wordsAgain, wordList(state.words)) : null,
    blocks(t.sent.traces),
    el("div", { class: "actions" },
      button(t.sent.done, () => { forget(); go("home"); }, "main"),
      state.words ? button(t.sent.look, refresh) : null),
  ];
});

