// A message in a conversation that is open: an answer, "stop", yes or no to a referral, the questions after closing.
import { blocks, box, button, choice, complain, complaints, el, heading } from "./dom.mjs";
import { contact, inert } from "./inert.mjs";
import { described } from "./faults.mjs";
import { list, text } from "./language.mjs";
import { chooser } from "./people.mjs";
import { begin as beginSteps, progress } from "./progress.mjs";
import { obstacle, sealSentence } from "./reasons.mjs";
import { go, redraw, register, untilLeft } from "./router.mjs";
import { seal } from "./seal.mjs";
import { forgetSending, send, unsent } from "./sending.mjs";
import { state } from "./state.mjs";
import { discard } from "./storage.mjs";
import { counsellor } from "./visit.mjs";
import { giveUp } from "./screen-code.mjs";
import { outcome } from "./screen-sent.mjs";
import { bodyFault, textField } from "./screen-write.mjs";

/** `kind`: followUp, withdraw, agree, decline, aftercare. */
export function begin(kind) {
  const { openReferral } = state.found;
  const having = state.found.correspondents.slice(0, 3);
  let readers = having.filter((id) => counsellor(id)?.offered);
  // Agreement goes to the new counsellor too: she has it from the reporter.
  if (kind === "agree") readers = [...new Set([openReferral.id, openReferral.to])];
  if (kind === "decline") readers = [openReferral.id];
  state.message = {
    kind, readers: readers.filter((id) => counsellor(id)?.offered), missing: having.filter((id) => !counsellor(id)?.offered),
    // A stop has to reach everyone, and only those who answered are known.
    asks: readers.length === 0 || (kind === "withdraw" && "others"), body: "", settled: "", treated: "", sealed: null,
  };
  state.sending = null;
  go("message");
}

register("message", (t) => {
  const { message, sending } = state;
  const m = t.message[message.kind];
  const back = button(t.message.back, () => { forgetSending(); state.message = null; go("status"); }, "quiet");
  const reason = obstacle();
  if (reason) return [heading(m.title), reason, back];
  const wrong = complaints();
  const isUnderWay = sending && sending.phase !== "ready";
  const isBusy = message.isSealing || sending?.phase === "sending";
  // What may have arrived can't be changed any more; what did not is sealed anew after a change.
  const isFixed = isBusy || (isUnderWay && sending.mayHaveArrived);
  const names = () => list(message.readers.map((id) => inert(counsellor(id)?.name ?? id)));
  return [
    heading(message.kind === "followUp" && !state.found.answers.length ? t.status.add : m.title),
    blocks(m.about),
    hasText(message.kind) ? box("", blocks(t.write.traces)) : null,
    message.missing.map((id) => el("p", { class: "note" }, t.message.gone(inert(counsellor(id)?.name ?? id)))),
    isFixed && !isBusy ? el("p", { class: "note" }, t.message.fixed) : null,
    el("fieldset", { class: "whole", disabled: isFixed },
      message.asks ? [message.asks === "others" ? null : el("p", {}, t.message.nobodyAnswered),
        chooser(message.readers, changed, message.kind === "withdraw")]
        : [el("p", {}, t.message.goesTo(names())), about(message.kind) ? null
          : [el("p", { class: "note" }, t.message.notOthers),
            button(t.message.others, () => { message.asks = "others"; changed(); redraw("message"); }, "quiet")]],
      message.kind === "aftercare" ? questions(t, message) : null,
      hasText(message.kind) ? textField({
        value: message.body, label: m.label ?? t.message.label, hint: m.hint ?? t.write.hint,
        onChange: (body) => { message.body = body; changed(); },
      })(t) : null),
    hasText(message.kind)
      ? [el("div", { id: "attachments", hidden: true }), box("", t.write.danger.map((line) => el("p", {}, contact(line))))] : null,
    wrong,
    message.isSealing ? progress(t.code.sealing) : outcome(t, sending),
    el("div", { class: "actions" },
      el("button", {
        type: "button", class: "main", id: "send", disabled: isBusy, onclick: () => sendNow(t, wrong),
      }, isBusy ? t.sending.busyNow : isUnderWay ? t.sending.again : m.send),
      sending?.mayHaveArrived ? giveUp(t) : back),
    el("p", { class: "note" }, t.message.sameWords),
  ];
});

/** An envelope that was not sent holds what stood there before. */
function changed() {
  if (state.sending && !state.sending.mayHaveArrived && state.sending.phase !== "sending") forgetSending();
}

/** Whether it is an answer to a question, and so goes to who asked. */
const about = (kind) => kind === "agree" || kind === "decline";

const hasText = (kind) => kind === "followUp" || kind === "aftercare";

function questions(t, message) {
  const ask = (name, { legend, choices }) => el("fieldset", {}, el("legend", {}, legend),
    Object.entries(choices).map(([value, label]) => choice({
      type: "radio", name, value, checked: message[name] === value, onchange: () => { message[name] = value; changed(); },
    }, label)));
  return [ask("settled", t.after.settled), ask("treated", t.after.treated)];
}

/** The whole text: what was chosen, in words, then what was written. */
function bodyOf(t, message) {
  if (!hasText(message.kind)) return t.message[message.kind].body;
  const answers = message.kind !== "aftercare" ? [] : ["settled", "treated"].filter((name) => message[name])
    .map((name) => `${t.after[name].legend} ${t.after[name].choices[message[name]]}`);
  return [...answers, message.body].filter((part) => part.trim()).join("\n\n");
}

async function sendNow(t, wrong) {
  const { message } = state;
  if (!state.sending) {
    const body = bodyOf(t, message);
    const fault = message.readers.length === 0 ? text().readers.none : bodyFault(text(), body);
    if (fault) return complain(wrong, fault);
    message.isSealing = true;
    // Its keys and the envelope.
    beginSteps(2);
    redraw();
    try {
      const sealed = await seal({
        words: state.words, kind: message.kind, readers: message.readers, body,
        answersSeen: state.found.answers.length, referral: referralOf(message.kind),
      }, untilLeft());
      if (state.message !== message) return discard();
      state.sending = unsent(sealed);
    } catch (caught) {
      if (state.message !== message) return;
      message.isSealing = false;
      redraw();
      return complain(document.querySelector("#main [role=alert]"), sealSentence(described(caught)));
    }
    message.isSealing = false;
  }
  const phase = await send();
  if (phase === "sent") {
    Object.assign(state, { sentTo: message.readers, moved: false, message: null });
    state.accepted.push({ words: state.words.join(" "), day: state.sending.day });
    go("sent");
  } else if (phase) {
    redraw();
    document.getElementById("outcome")?.focus();
  }
}

/** Which question a yes or no answers. */
function referralOf(kind) {
  const { id, number } = state.found.openReferral ?? {};
  return about(kind) ? `${id} ${number}` : "";
}

