// The ten words, before anything is sent; and an envelope that a reload found waiting.
import { ask, askUntil } from "./core.mjs";
import { announce, blocks, box, button, complaints, el, heading } from "./dom.mjs";
import { described } from "./faults.mjs";
import { inert } from "./inert.mjs";
import { text } from "./language.mjs";
import { begin, progress, step } from "./progress.mjs";
import { faultSentence, sealSentence } from "./reasons.mjs";
import { go, redraw, register, untilLeft } from "./router.mjs";
import { seal } from "./seal.mjs";
import { forgetSending, send, unsent } from "./sending.mjs";
import { forget, state } from "./state.mjs";
import { discard } from "./storage.mjs";
import { outcome } from "./screen-sent.mjs";

/** Makes the words, the first time, and the envelope; who goes back meanwhile ends it. */
export async function prepare() {
  const { draft } = state;
  Object.assign(draft, { isReady: false, fault: null });
  state.sending = null;
  // The words, their keys, the envelope; and the keys of the old words.
  begin(draft.from ? 4 : 3);
  go("code");
  const left = untilLeft();
  try {
    draft.words ??= (await askUntil(left, "newCode", text().words)).words;
    step();
    const sealed = await seal({ ...draft, kind: "first" }, left);
    if (state.draft !== draft) return discard();
    state.sending = unsent(sealed);
    draft.isReady = true;
  } catch (fault) {
    if (left.aborted || state.draft !== draft) return;
    draft.fault = described(fault);
  }
  go("code");
}

register("code", (t) => {
  const { draft, sending } = state;
  const back = () => { forgetSending(); go(textScreen(draft)); };
  if (draft.fault) {
    return [heading(t.code.title), box("warning", el("p", {}, sealSentence(draft.fault))),
      el("div", { class: "actions" }, button(t.code.change, back, "main"), button(t.again, prepare))];
  }
  if (!draft.isReady) {
    return [heading(t.code.title), progress(t.code.sealing), button(t.code.change, back, "quiet")];
  }
  return [
    heading(isUncertain(sending) ? t.waiting.titleUncertain : draft.from ? t.move.codeTitle : t.code.title),
    notSentYet(t, sending),
    el("p", { class: "lead" }, isUncertain(sending) ? t.code.keepAnyway
      : draft.from ? t.move.keepFirst : t.code.keepFirst),
    wordList(draft.words),
    el("div", { class: "actions" },
      button(t.code.copy, copy), button(t.code.save, save)),
    el("p", { id: "copied", class: "note", role: "status" }),
    blocks(t.code.keeping),
    typeBack(t, draft),
    outcome(t, sending),
    el("div", { class: "actions" },
      el("button", { type: "button", class: "main", id: "send", disabled: sending.phase === "sending", onclick: sendNow },
        sending.phase === "sending" ? t.sending.busyNow : sending.phase === "ready" ? t.code.send : t.sending.again),
      sending.mayHaveArrived ? giveUp(t) : button(t.code.change, back, "quiet"),
      sending.mayHaveArrived ? null : button(t.code.stop, stop, "quiet")),
  ];
});

/** Where the text of what is being sent was written. */
const textScreen = (draft) => draft.from ? "move" : "write";

const notSentYet = (t, sending) => el("p", { class: "stamp" },
  isUncertain(sending) ? t.sending.stampUncertain : t.code.notSentYet);

const isUncertain = (sending) => sending.isUncertain;

/** The words, numbered and large. */
export const wordList = (words) =>
  el("ol", { class: "words", translate: "no", lang: "" }, words.map((word) => el("li", {}, el("span", {}, word))));

async function copy() {
  try {
    await navigator.clipboard.writeText(state.draft.words.join(" "));
    announce(text().code.copied);
    document.getElementById("copied").textContent = text().code.copied;
  } catch {
    getSelection().selectAllChildren(document.querySelector(".words"));
    document.getElementById("copied").textContent = text().code.copyYourself;
  }
}

/** A file with a name that says nothing. */
function save() {
  const address = URL.createObjectURL(new Blob([state.draft.words.join(" "), "\n"], { type: "text/plain" }));
  el("a", { href: address, download: text().code.fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Offered, not required: whether what was written down is right. */
function typeBack(t, draft) {
  const result = complaints();
  const typed = el("textarea", {
    id: "type-back", rows: "2", autocomplete: "off", autocapitalize: "off", spellcheck: "false", value: draft.typed ?? "",
    oninput: () => { draft.typed = typed.value; },
  });
  const compare = async () => {
    const written = typed.value.toLowerCase().match(/\p{L}+/gu) ?? [];
    // The first that is another; four letters are enough.
    const at = written.findIndex((one, index) => one.slice(0, 4) !== draft.words[index]?.slice(0, 4));
    let [isRight, said] = [false, at < 0 ? t.code.typedWrong : t.enter.notRight(at + 1, inert(written[at]))];
    try {
      const read = await ask("readCode", typed.value, t.words);
      isRight = read.valid && read.words.join(" ") === draft.words.join(" ");
    } catch (fault) {
      said = faultSentence(described(fault));
    }
    result.className = isRight ? "box good" : "box warning";
    result.hidden = false;
    result.textContent = isRight ? t.code.typedRight : said;
  };
  return el("details", {}, el("summary", {}, t.code.typeBack), el("div", { class: "inside field" },
    el("label", { for: "type-back" }, t.enter.label), typed, result, button(t.code.compare, compare)));
}

async function sendNow() {
  const { words, readers, from } = state.draft;
  const phase = await send();
  if (phase === "sent") {
    Object.assign(state, { words, sentTo: readers, moved: Boolean(from), draft: null });
    state.accepted.push({ words: words.join(" "), day: state.sending.day });
    go("sent");
  } else if (phase) {
    redraw();
    document.getElementById("outcome")?.focus();
  }
}

/** Nobody is kept on a page that can't tell more: the words will. */
export const giveUp = (t) => button(t.sending.giveUp, () => {
  forgetSending();
  forget();
  go("home");
}, "quiet");

/** Whether there were words that someone may have written down. */
let hadWords = false;

/** Throws away what was written. */
export function stop() {
  hadWords = Boolean(state.draft.words);
  forgetSending();
  state.draft = null;
  go("stopped");
}

/** Of a move the old words are still there, and still good. */
register("stopped", (t) => [heading(t.code.stopped),
  blocks(state.words ? t.move.stoppedAbout : hadWords ? t.code.stoppedAbout : t.code.textGone),
  state.words ? button(t.move.back, () => go("status"), "main") : button(t.toStart, () => go("home"), "main")]);

/** After a reload: the envelope is there, the words are only where they were written down. */
register("waiting", (t) => {
  const { sending } = state;
  const isNew = sending.phase === "ready" && !sending.mayHaveArrived;
  return [
    heading(isUncertain(sending) ? t.waiting.titleUncertain : t.waiting.title),
    notSentYet(t, sending),
    blocks(isUncertain(sending) ? t.waiting.aboutUncertain : t.waiting.about),
    sending.isTooOld ? box("warning", el("p", {}, t.waiting.tooOld)) : null,
    outcome(t, sending),
    el("div", { class: "actions" },
      sending.isTooOld ? null : el("button", {
        type: "button", class: "main", id: "send", disabled: sending.phase === "sending", onclick: async () => {
          const phase = await send();
          if (phase === "sent") go("sent");
          else if (phase) { redraw(); document.getElementById("outcome")?.focus(); }
        },
      }, sending.phase === "sending" ? t.sending.busyNow : isNew ? t.waiting.send : t.sending.again),
      button(sending.mayHaveArrived ? t.waiting.forget : t.waiting.restart, () => {
        forgetSending();
        go("home");
      }, "quiet")),
  ];
});
