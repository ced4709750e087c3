// Coming back: everything is fetched first, then the ten words are asked and looked up at home.
import { ask } from "./core.mjs";
import { blocks, box, button, complain, complaints, el, heading, more } from "./dom.mjs";
import { inert } from "./inert.mjs";
import { list, text } from "./language.mjs";
import { otherWays } from "./people.mjs";
import { described } from "./faults.mjs";
import { faultSentence, obstacle } from "./reasons.mjs";
import { go, redraw, register } from "./router.mjs";
import { state } from "./state.mjs";
import { load, loadMonths, monthsThere } from "./visit.mjs";
import { wordList } from "./screen-code.mjs";
import { look } from "./screen-status.mjs";

let fetching = null;
/** What was not right about the words as they stand there: { typed, reading }, or null. */
let refused = null;

/** Fetches all of it anew; a code can't change what is asked for, since none is known yet. */
function fetchEverything() {
  fetching ??= load(true).finally(() => {
    fetching = null;
    loadMonths();
    redraw("enter");
  });
}

/** Opens this screen. */
export function enter() {
  fetchEverything();
  go("enter");
}

register("enter", (t) => {
  const title = heading(t.enter.title);
  const home = button(t.toStart, () => { state.typed = ""; refused = null; go("home"); }, "quiet");
  if (fetching) {
    return [title, el("p", { class: "busy", role: "status" }, t.enter.fetching), blocks(t.enter.fetchingAbout), home];
  }
  if (state.fetched.phase === "failed") {
    return [title, box("warning", el("p", {}, el("strong", {}, faultSentence(state.fetched.fault)))), otherWays(),
      button(t.again, () => { fetchEverything(); redraw(); }, "main"), home];
  }
  if (state.trust === "server") return [title, obstacle(), home];
  const wrong = complaints();
  const typed = el("textarea", {
    id: "code", rows: "3", value: state.typed, autocomplete: "off", autocapitalize: "off", autocorrect: "off",
    spellcheck: "false", "aria-describedby": "code-hint", oninput: () => { state.typed = typed.value; },
  });
  const open = el("button", { type: "button", class: "main", onclick: () => read(typed, wrong) }, t.enter.open);
  // In another language it stays said, and the focus stays where it is.
  if (refused && refused.typed === state.typed) explain(t, typed, wrong);
  return [title,
    el("div", { class: "field" }, el("label", { for: "code" }, t.enter.label),
      el("p", { id: "code-hint", class: "note" }, t.enter.hint), typed),
    wrong,
    el("div", { class: "actions" }, open, home),
    more(t.enter.lost, blocks(t.enter.lostAbout), otherWays()),
    more(t.enter.seen, blocks(t.enter.seenAbout), el("p", {}, t.enter.seenHow))];
});

/** Shows what is not right. */
function explain(t, typed, wrong) {
  const all = refused.reading ? explained(t, refused.reading, typed, wrong) : [t.enter.none];
  wrong.replaceChildren(...all.filter(Boolean).map((one) => one instanceof Node ? one : el("p", {}, one)));
  wrong.hidden = false;
}

async function read(typed, wrong) {
  let reading = null;
  try {
    if (typed.value.trim()) reading = await ask("readCode", typed.value, text().words);
  } catch (fault) {
    return complain(wrong, faultSentence(described(fault)));
  }
  if (!reading?.valid) {
    refused = { typed: typed.value, reading };
    explain(text(), typed, wrong);
    return wrong.focus();
  }
  wrong.hidden = true;
  refused = null;
  state.words = reading.words;
  state.typed = "";
  state.found = { phase: "looking" };
  go("status");
  await find();
}

/** Looks the words up in the newest month as soon as it is there, and in all of them after that. */
export async function find() {
  const words = state.words;
  const isAll = state.months.phase === "ready";
  if (!isAll && await monthsThere("newest") && state.months.phase !== "ready" && words === state.words) await look(false);
  const complete = await monthsThere("all");
  if (words === state.words) await look(complete && !state.months.fault, true);
}

/** What is not right about the words, with what would make them right: taken only after a yes. */
function explained(t, { problems, hint, words, count, proven }, typed, wrong) {
  const said = t.enter.hints[hint];
  const [first] = problems;
  const made = [typeof said === "function" ? said(count, problems.map(({ word }) => word), inert(first?.typed)) : said];
  for (const { word, typed: written, suggestions } of problems) {
    // A hint says what is wrong with the order or the number already.
    if (!said) made.push(/^\?+$/.test(written) ? t.enter.notRead(word) : t.enter.notRight(word, inert(written)));
    if (words.length === 10) continue;
    made.push(suggestions.length ? t.enter.doYouMean(list(suggestions, t.or)) : t.enter.lookAgain);
    made.push(el("div", { class: "actions" }, suggestions.map((suggestion) =>
      button(t.enter.take(suggestion), () => take(typed, wrong, word, suggestion)))));
  }
  if (words.length === 10) {
    if (!said && problems.length === 1) made.push(t.enter.doYouMean(first.suggestions[0]));
    else made.push(t.enter.meant, wordList(words));
    if (!proven) made.push(t.enter.unproven);
    made.push(button(!said && problems.length === 1 ? t.enter.take(first.suggestions[0]) : t.enter.takeAll, () => {
      state.typed = typed.value = words.join(" ");
      read(typed, wrong);
    }, "main"));
  }
  return made;
}

/** Puts one word in its place. */
function take(typed, wrong, position, word) {
  const words = typed.value.trim().split(/[\s,;.]+/).filter((one) => /\p{L}|\?/u.test(one));
  words[position - 1] = word;
  state.typed = typed.value = words.join(" ");
  read(typed, wrong);
}
