// The first screen: what there is, before anything is begun.
import { blocks, box, button, el, heading, more } from "./dom.mjs";
import { contact, inert } from "./inert.mjs";
import { day } from "./language.mjs";
import { cards, unchecked } from "./people.mjs";
import { linkQuestion, obstacle, problemSentence } from "./reasons.mjs";
import { go, register } from "./router.mjs";
import { forget, state } from "./state.mjs";
import { canWrite, organisation } from "./visit.mjs";
import { enter } from "./screen-enter.mjs";

const doors = ["talk", "question", "report"];

register("home", (t) => [
  heading(organisation() && state.trust === "link"
    ? t.home.titleOf(inert(organisation().name)) : t.home.title),
  state.fetched.phase === "failed" ? obstacle() : null,
  blocks(t.home.intro),
  el("p", { class: "urgent" }, contact(t.help.urgent)),
  own(t),
  el("section", {}, el("h2", {}, t.home.doors),
    el("div", { class: "doors" },
      state.draft?.body ? button(t.home.resume, () => go("readers"), "main") : null,
      doors.map((door) => el("button", { type: "button", class: "door", id: `door-${door}`, onclick: () => open(door) },
        el("strong", {}, t.doors[door].title), el("span", {}, t.doors[door].about))),
      el("button", { type: "button", class: "door back", id: "door-back", onclick: enter },
        el("strong", {}, t.doors.back.title), el("span", {}, t.doors.back.about)))),
  state.trust === "server" && state.fetched.phase === "ready" ? linkQuestion() : null,
  people(t),
  el("section", {}, el("h2", {}, t.home.information),
    t.information.map(({ title, body }) => more(title, blocks(body)))),
  state.trust === "link" ? el("section", {}, trusted(t)) : null,
]);

/** Only behind this door it is asked what should happen. */
const trackOf = (door) => door === "report" ? "" : "conversation";

/** What was written already stays. */
function open(door) {
  if (state.draft?.body) {
    const { draft } = state;
    forget();
    state.draft = door === draft.door ? draft : { ...draft, door, track: trackOf(door) };
    return go("readers");
  }
  forget();
  state.draft = { door, track: trackOf(door), category: "", readers: [], body: "" };
  go("readers");
}

/** The organisation's own texts: shown as text, whatever is in them. */
function own(t) {
  const welcome = state.own?.[t.language].welcome;
  if (!welcome) return null;
  return el("div", { class: "own" }, welcome.split("\n").filter(Boolean).map((line) => el("p", { dir: "auto" }, inert(line))));
}

function people(t) {
  const { phase } = state.fetched;
  // What is wrong and whom to call stands above.
  if (phase === "failed") return null;
  const section = (...children) => el("section", { id: "people" }, el("h2", {}, t.home.people), children);
  if (phase === "ready") {
    const { problem, keys, signers } = organisation();
    return section(canWrite() ? blocks(t.home.peopleAbout) : null,
      unchecked(),
      problem ? box("warning", el("p", {}, t.problems.notProven(problemSentence(problem)))) : null,
      keys === 1 ? el("p", { class: "note" }, signers === 1 ? t.trust.oneSignature : t.trust.oneInLink) : null,
      cards());
  }
  return section(el("p", { class: "note" }, t.home.loading));
}

/** Whom this page trusts, plainly. */
function trusted(t) {
  if (!organisation()) return null;
  return [el("h2", {}, t.trust.heading), blocks(t.trust.withLink), el("p", {}, t.trust.validUntil(day(organisation().expires)))];
}

/** Help lines, at the foot of every screen: the organisation's own come first. */
export function helpNodes(t, lines) {
  const added = state.own?.[t.language].help ?? [];
  const row = (name, purpose, contacts) => el("li", {}, el("strong", {}, el("bdi", {}, inert(name))),
    purpose ? [" (", el("bdi", {}, inert(purpose)), ")"] : null, ": ", contact(contacts));
  return el("ul", { class: "plain help" },
    added.map((one) => row(one.name, one.for, one.contact)),
    lines.map(([key, name, contacts]) => row(name, t.help.purposes[key], contacts)));
}
