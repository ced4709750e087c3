// Why nothing can be written here now, in words, with the other ways.
import { blocks, box, button, complain, complaints, el } from "./dom.mjs";
import { inert } from "./inert.mjs";
import { day, text, today } from "./language.mjs";
import { typedLink } from "./link.mjs";
import { cards, otherWays } from "./people.mjs";
import { redraw } from "./router.mjs";
import { state } from "./state.mjs";
import { load, offered, organisation } from "./visit.mjs";

const dated = (value) => (/^\d{4}-\d\d-\d\d$/.test(value ?? "") ? day(value) : inert(value ?? ""));

/** What a gateway answered that is no answer: not the fault of this device. */
const malformed = ["malformedNotes", "malformedMonth"];

/** One fault of the list, the network or the core, as a sentence. */
export function faultSentence(fault) {
  const sentence = text().faults[malformed.includes(fault.code) ? "malformed" : fault.code] ?? text().faults.other;
  return typeof sentence === "function"
    ? sentence(dated(fault.day ?? fault.name ?? fault.missing), day(today())) : sentence;
}

/** Why a text could not be sealed, so that nothing was sent. */
export const sealSentence = (fault) =>
  text().sealFaults[fault.code] ?? `${faultSentence(fault)} ${text().code.stopped}.`;

/** What is wrong with what the gateway shows of what arrives: the end of a sentence. */
export function problemSentence(problem) {
  const sentence = text().problems[problem.code] ?? text().problems.malformed;
  return typeof sentence === "function" ? sentence(dated(problem.day ?? problem.name), day(today())) : sentence;
}

/** Why no form is offered; null where one is, or while it is still being looked at. */
export function obstacle() {
  const t = text();
  const { phase, fault } = state.fetched;
  if (phase === "failed") {
    return [box("warning", el("p", {}, el("strong", {}, faultSentence(fault)))), otherWays(),
      el("div", { class: "actions" }, button(t.again, () => load(true)))];
  }
  if (phase !== "ready") return null;
  if (state.trust === "server") return [linkQuestion(), otherWays()];
  const { problem } = organisation();
  if (problem) {
    return [box("warning", el("p", {}, t.problems.notProven(problemSentence(problem)))), otherWays(),
      button(t.again, () => { load(true).then(() => redraw()); })];
  }
  if (offered().length === 0) return [box("warning", el("p", {}, t.faults.nobody)), cards()];
  return null;
}

/** What stands in the field for the link: it stays when the language changes. */
let written = "";

/** Whom the page trusts without a link, and a place for the link. */
export function linkQuestion() {
  const t = text().trust;
  const wrong = complaints();
  const typed = el("textarea", {
    id: "link", rows: "3", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": "link-about",
    value: written, oninput: () => { written = typed.value; },
  });
  const take = async () => {
    const { link, fault, address } = typedLink(typed.value);
    if (fault) return complain(wrong, fault === "elsewhere" ? [t.elsewhere, el("bdi", {}, inert(address))] : t.malformed);
    Object.assign(state, { link, trust: "link" });
    state.fetched = { phase: "loading" };
    redraw();
    await load(true);
    document.querySelector("#main h1")?.focus();
  };
  return el("section", { class: "box warning" }, el("h2", {}, t.title), blocks(t.noLink),
    el("div", { class: "field" }, el("label", { for: "link" }, t.label), el("p", { id: "link-about", class: "note" }, t.hint), typed),
    wrong, button(t.take, take, "main"));
}
