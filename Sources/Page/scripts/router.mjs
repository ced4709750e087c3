// Which screen is shown. Screens make their elements anew from the state, so that the language can change in place.
// Nothing is added to the browser's history: there is one page, and one entry to replace when leaving.
import { announce, fill } from "./dom.mjs";
import { text } from "./language.mjs";

const screens = new Map();
let current = null;
let shownUntil = new AbortController();

/** `make` gives the elements of a screen, its heading first. */
export const register = (name, make) => screens.set(name, make);

/** Opens a screen: its heading gets the focus, so a screen reader begins there. What was said of the one before is gone. */
export function go(name) {
  announce("");
  shownUntil.abort();
  shownUntil = new AbortController();
  current = name;
  draw();
  window.scrollTo(0, 0);
  document.querySelector("#main h1")?.focus();
}

/** The same screen again, where something was learned meanwhile; focus and what is open stay where they can. */
export function redraw(...names) {
  if (names.length && !names.includes(current)) return;
  const focused = document.activeElement?.id;
  const inHeading = document.activeElement?.tagName === "H1";
  const open = [...document.querySelectorAll("#main details")].map((one) => one.open);
  draw();
  const details = [...document.querySelectorAll("#main details")];
  if (details.length === open.length) details.forEach((one, index) => { one.open = open[index]; });
  if (inHeading) document.querySelector("#main h1")?.focus();
  else if (focused) document.getElementById(focused)?.focus();
}

export const shown = () => current;

/** Ends what belongs to this screen once another opens. */
export const untilLeft = () => shownUntil.signal;

function draw() {
  const main = document.getElementById("main");
  main.dataset.screen = current;
  fill(main, screens.get(current)(text()));
}
