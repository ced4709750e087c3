// Leaving at once: by the button, or by pressing Shift three times.
import { wipe } from "./state.mjs";
import { discard } from "./storage.mjs";

const elsewhere = "https://www.knmi.nl/";
const within = 1500;

/** Empties the page and what it kept, then puts another page in its place in the history. */
export function leave() {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  document.title = "";
  wipe();
  discard();
  location.replace(elsewhere);
}

export function listenForExit() {
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    if (event.repeat) return;
    presses = [...presses.filter((at) => event.timeStamp - at < within), event.timeStamp];
    if (presses.length >= 3) leave();
  }, true);
  // A page kept aside by the browser would show its text again to whoever goes back.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
}
