// Going on with new words, for somebody else may have seen the old ones.
import { blocks, box, button, complain, complaints, el, heading } from "./dom.mjs";
import { inert } from "./inert.mjs";
import { chooser } from "./people.mjs";
import { obstacle } from "./reasons.mjs";
import { go, register } from "./router.mjs";
import { room } from "./seal.mjs";
import { state } from "./state.mjs";
import { counsellor } from "./visit.mjs";
import { prepare } from "./screen-code.mjs";
import { textField } from "./screen-write.mjs";

/** To those who have the conversation, unless others are chosen. */
export function beginMove() {
  const having = state.found.correspondents;
  const isOffered = (id) => counsellor(id)?.offered;
  state.draft = {
    from: state.words, readers: having.filter(isOffered).slice(0, 3), missing: having.filter((id) => !isOffered(id)),
    asks: having.length === 0, body: "",
  };
  go("move");
}

register("move", (t) => {
  const { draft } = state;
  const back = button(t.message.back, () => { state.draft = null; go("status"); }, "quiet");
  const reason = obstacle();
  if (reason) return [heading(t.move.title), reason, back];
  const wrong = complaints();
  const next = () => {
    if (draft.readers.length === 0) return complain(wrong, t.readers.none);
    const left = room(draft.body);
    if (left < 0) return complain(wrong, t.write.tooLong(-left));
    prepare();
  };
  return [
    heading(t.move.title),
    blocks(t.move.means),
    draft.missing.map((id) => el("p", { class: "note" }, t.message.gone(inert(counsellor(id)?.name ?? id)))),
    el("p", {}, draft.asks ? t.message.nobodyAnswered : t.move.readers),
    chooser(draft.readers, null, true),
    box("", blocks(t.write.traces)),
    textField({
      value: draft.body, label: t.move.label, hint: t.move.hint, onChange: (body) => { draft.body = body; },
    })(t),
    wrong,
    el("p", { class: "note" }, t.move.notYet),
    el("div", { class: "actions" }, button(t.next, next, "main"), back),
  ];
});
