// What ten words show: how far each message came, the answers, what is wrong, and what can be done.
import { ask, resources } from "./core.mjs";
import { announce, blocks, box, button, el, heading, more } from "./dom.mjs";
import { inert, name, said } from "./inert.mjs";
import { day, lastDayAfter, list, text, today } from "./language.mjs";
import { lines, named, otherWays } from "./people.mjs";
import { faultSentence, problemSentence } from "./reasons.mjs";
import { go, redraw, register, shown } from "./router.mjs";
import { forget, state } from "./state.mjs";
import { described } from "./faults.mjs";
import { counsellor, counsellors, load, loadMonths, organisation } from "./visit.mjs";
import { begin } from "./screen-message.mjs";
import { beginMove } from "./screen-move.mjs";
import { find } from "./screen-enter.mjs";

/** Looks the words up in the months that are there. `last`: nothing more is to come. */
export async function look(complete, last = false) {
  const words = state.words;
  try {
    const { months } = state;
    const seen = await lookedUp(words, months);
    if (words !== state.words) return;
    state.found = { phase: last ? "done" : "partly", complete: complete && !months.fault, ...seen };
  } catch (fault) {
    if (words !== state.words) return;
    state.found = { phase: "failed", fault: described(fault) };
  }
  tell(last);
}

/** Shows what was found; at the end it is said too, with all that is wrong. */
function tell(last) {
  redraw("status");
  if (!last || shown() !== "status") return;
  const { found } = state;
  const t = text().status;
  const wrong = wrongs(found);
  const count = found.answers?.length;
  announce(wrong.length ? [...wrong, count ? `${t.answers(count)}.` : ""].join(" ") : t.ready(count));
}

/** All that is wrong, as sentences. */
function wrongs(found) {
  if (found.phase === "failed") return [faultSentence(found.fault)];
  return [missing(found), ...alarmSentences(found)].filter(Boolean);
}

/** What says that there may be more answers than are shown, or null. */
function missing({ complete }) {
  const { fault, isWithheld } = state.months;
  if (isWithheld) return text().status.withheld;
  if (complete) return null;
  return fault?.code === "otherMonth" ? faultSentence(fault) : text().status.incomplete;
}

/** What the core finds. A month that is not one counts as not fetched: it can't hide the others, nor what is logged. */
async function lookedUp(words, months) {
  const { context, log } = state.fetched;
  for (;;) {
    try {
      return await ask("check", ...context, ...log, resources(months.got), words.join(" "));
    } catch (fault) {
      const damaged = fault.code === "malformedMonth" ? months.got.find(([month]) => month === fault.facts.month) : null;
      if (!damaged?.[1].length) throw fault;
      damaged[1] = new Uint8Array();
      months.fault ??= { code: fault.code };
    }
  }
}

const role = (id) => counsellor(id)?.role;
const title = (one) => role(one.id) ? named(counsellor(one.id)) : [name(one.name)];

register("status", (t) => {
  const { found } = state;
  if (!found || found.phase === "looking") {
    return [heading(t.status.title), el("p", { class: "busy", role: "status" }, t.status.looking)];
  }
  if (found.phase === "failed") {
    return [heading(t.status.title), box("warning", el("p", {}, faultSentence(found.fault))), otherWays(), ending(t)];
  }
  const partly = found.phase === "partly";
  const missed = partly ? null : missing(found);
  return [
    heading(t.status.title),
    partly ? el("p", { class: "busy", role: "status" }, t.status.partly) : null,
    missed ? box(state.months.isWithheld ? "danger" : "warning", el("p", {}, missed)) : null,
    partly ? null : alarms(t, found),
    found.answers.length ? thread(t, found) : null,
    partly ? null : [progress(t, found), closed(t, found), actions(t, found)],
    ending(t),
  ];
});

/** Each alarm once. */
function alarmSentences({ alarms: all, problem, complete }) {
  const t = text();
  // Of months that could not be fetched nothing is known: no answer in them was kept back.
  const proven = complete ? all : all.filter(({ kind }) => !kind.startsWith("answer"));
  const sentences = proven.map((one) => t.alarms[one.kind]?.({
    name: inert(counsellor(one.id)?.name ?? state.found.people?.find(({ id }) => id === one.id)?.name ?? one.id),
    day: one.day && day(one.day), last: one.last && day(one.last),
  })).filter(Boolean);
  if (problem) sentences.unshift(t.problems.answersOnly(problemSentence(problem)));
  return [...new Set(sentences)];
}

/** The alarms, and the other ways after them. */
function alarms(t, found) {
  const sentences = alarmSentences(found);
  if (sentences.length === 0) return null;
  return el("section", { class: "box danger", id: "alarms" }, el("h2", {}, t.alarms.title),
    sentences.map((sentence) => el("p", {}, sentence)), otherWays());
}

/** A row for each counsellor, and of each message how far it came. */
function progress(t, { messages, problem, answers, former, departed, complete, alarms: all }) {
  const waiting = accepted(messages).map((when) => el("p", {}, t.status.accepted(day(when))));
  const gone = former.filter((one) => !answers.some(({ id }) => id === one.id));
  const lost = gone.length
    ? el("p", {}, t.status.answersGone(list(gone.map((one) => inert(one.name))), organisation().retentionMonths)) : null;
  // Where an alarm tells of an answer that can't be shown, "nothing" would be untrue.
  const isHidden = all.some(({ kind }) => kind === "notAuthentic" || kind.startsWith("answer"));
  if (messages.length === 0 && (waiting.length || lost)) {
    return el("section", { id: "state" }, el("h2", {}, t.status.progress), waiting, lost,
      el("p", { class: "note" }, t.status.fromTomorrow));
  }
  if (messages.length === 0) {
    if (answers.length || isHidden) return el("p", { class: "note" }, t.status.fromTomorrow);
    if (problem) return box("", el("p", {}, t.status.nothingFound));
    const months = organisation().retentionMonths;
    return el("section", { id: "state" }, el("h2", {}, t.status.noneTitle), el("p", {}, t.status.noneFiled(months)),
      el("ul", {}, t.status.couldBe(months).map((line) => el("li", {}, line))), el("p", {}, t.status.fileAgain(months)), otherWays());
  }
  return el("section", { id: "state" }, el("h2", {}, t.status.progress), el("p", {}, t.status.everyoneFetches),
    messages.map((message) => [
      el("p", {}, t.status.wrote(day(message.day))),
      el("ul", { class: "rows" }, message.rows.map(({ id, standing, day: when }) =>
        el("li", { class: standing }, el("span", {}, title(counsellor(id) ?? { id, name: id })),
          el("strong", {}, t.status.standings[standing](when && day(when)))))),
    ]),
    waiting, lost,
    departed.length ? box("warning", el("p", {}, t.status.departed(list(departed.map((name) => inert(name)))))) : null,
    el("p", { class: "note" }, t.status.fromTomorrow),
    answers.length || lost || isHidden || !complete ? null : [unanswered(t, messages[0]),
      more(t.sent.readsWhen, counsellors().map((one) => el("div", { class: "card" }, el("h3", {}, named(one)),
        el("ul", { class: "plain" }, lines(one, true).map((line) => el("li", {}, line))))), otherWays())]);
}

/** When each should have read the first message: counted from its day, so that it does come. */
function unanswered(t, { day: when, rows }) {
  return [el("p", { class: "lead" }, t.status.noAnswerYet(day(when))),
    el("ul", {}, rows.map(({ id, answerBy }) => {
      const sentence = answerBy > today() ? t.status.readBy : t.status.overdue;
      return el("li", {}, sentence(inert(counsellor(id)?.name ?? id), day(answerBy)));
    })), el("p", {}, t.status.ifNothingComes)];
}

/** The days on which something was accepted in this visit that the register does not show yet. */
function accepted(messages) {
  const words = state.words.join(" ");
  return state.accepted.filter((one) => one.words === words && !messages.some((message) => message.day >= one.day))
    .map((one) => one.day);
}

/** The answers, newest last, as they were written. */
function thread(t, { answers, people = [], openReferral }) {
  return el("section", {}, el("h2", {}, t.status.answers(answers.length)),
    answers.map((answer) => el("article", { class: "card answer" },
      el("h3", {}, t.status.from[0], title(answer), t.status.from[1], day(answer.day)),
      people.find(({ id }) => id === answer.id)?.gone ? el("p", { class: "note" }, t.status.noLonger) : null,
      said(answer.body),
      answer.kind === "closed" ? box("", el("p", {}, t.status.closing(day(lastDayAfter(answer.day, organisation().retentionMonths))))) : null,
      answer.kind === "referred" ? box("", el("p", {}, t.status.referred(inert(answer.name), inert(counsellor(answer.to)?.name ?? answer.to)))) : null,
      answer.kind === "askReferral" ? referral(t, answer, openReferral) : null)),
    el("p", { class: "note" }, t.status.ownWords), el("p", { class: "note" }, t.status.keepYourself(organisation().retentionMonths)));
}

/** The question whether it may be shared, with both answers as equal. */
function referral(t, answer, open) {
  const known = counsellor(answer.to);
  if (!known) return box("warning", el("p", {}, t.status.referralUnknown(inert(answer.to))));
  const isOpen = open && open.id === answer.id && open.to === answer.to;
  return box("", el("p", {}, t.status.referral[0], named(known), t.status.referral[1]),
    isOpen && known.offered ? el("div", { class: "actions" },
      button(t.status.agree, () => begin("agree")), button(t.status.decline, () => begin("decline")))
      : isOpen ? [el("p", {}, t.status.referralGone), button(t.status.decline, () => begin("decline"))] : null);
}

/** After closing: settled? treated badly for speaking up? */
function closed(t, { isClosed }) {
  if (!isClosed) return null;
  return el("section", { class: "box" }, el("h2", {}, t.after.title), blocks(t.after.about),
    el("div", { class: "actions" }, button(t.after.answer, () => begin("aftercare"), "main")));
}

function actions(t, { problem, messages, answers }) {
  if (organisation().problem || problem || state.months.isWithheld) return null;
  // Also where nothing shows yet: what was sent today may have been seen today.
  const move = more(t.enter.seen, blocks(t.enter.seenAbout), button(t.move.begin, beginMove));
  const isKnown = messages.length || answers.length || accepted(messages).length;
  return el("section", {}, el("h2", {}, t.status.whatNow), isKnown ? null : el("p", {}, t.status.ifToday),
    el("div", { class: "actions" },
      button(answers.length ? t.status.reply : t.status.add, () => begin("followUp"), isKnown ? "main" : ""),
      button(t.status.withdraw, () => begin("withdraw"))), el("p", { class: "note" }, t.status.alsoCall),
    move);
}

/** Fetches everything anew, the same for everyone, and looks the words up in it. */
export async function refresh() {
  announce("");
  state.found = { phase: "looking" };
  if (shown() === "status") redraw();
  else go("status");
  await load(true);
  if (state.fetched.phase === "failed") {
    state.found = { phase: "failed", fault: state.fetched.fault };
    return tell(true);
  }
  loadMonths();
  await find();
}

function ending(t) {
  return el("div", { class: "actions" },
    button(t.status.refresh, refresh, "quiet"),
    button(t.status.done, () => { forget(); go("home"); }, "quiet"));
}

