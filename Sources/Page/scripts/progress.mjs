// How far sealing or work is: steps made, of those there are, or of those that work takes on the average. It never goes
// back, and says nothing of time: how fast a device is, and how lucky, nobody knows.
import { el } from "./dom.mjs";
import { text } from "./language.mjs";

let [made, all, isAverage, shown] = [0, 1, false, 0];

/** From here on steps are counted anew. */
export function begin(steps) {
  [made, all, isAverage, shown] = [0, steps, false, 0];
}

/** So many tries more are to be expected. */
export function expect(tries) {
  [all, isAverage] = [made + tries, true];
}

/** One more was made. */
export function step() {
  made += 1;
  // Of tries that succeed by chance: how likely it was to be done by now.
  shown = Math.max(shown, isAverage ? 1 - Math.exp(-made / all) : made / all);
  const bar = document.getElementById("progress");
  if (!bar) return;
  bar.value = shown;
  document.getElementById("steps").textContent = counted();
}

const counted = () => text().progress[isAverage ? "tries" : "steps"](made + 1, all);

/** What is being done, and how far it is. */
export const progress = (what) => [el("p", { class: "busy", id: "busy", role: "status" }, what),
  el("progress", { id: "progress", value: shown, "aria-labelledby": "busy" }),
  el("p", { class: "note", id: "steps" }, counted())];
