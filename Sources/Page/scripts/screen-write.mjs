// A first report: who may read it, then the text.
import { announce, blocks, box, button, choice, complain, complaints, el, heading } from "./dom.mjs";
import { contact, inert, isBlank } from "./inert.mjs";
import { list } from "./language.mjs";
import { chooser } from "./people.mjs";
import { obstacle } from "./reasons.mjs";
import { go, register } from "./router.mjs";
import { room } from "./seal.mjs";
import { state } from "./state.mjs";
import { counsellor } from "./visit.mjs";
import { prepare, stop } from "./screen-code.mjs";

/** Which text shows which of the categories: Sources/Reporting/Category.swift. */
const categories = {
  behaviour: ["bullying", "discrimination", "intimidation", "sexual-harassment", "violence", "stalking", "abuse-of-power", "exclusion"],
  integrity: ["fraud", "corruption", "conflict-of-interest", "misuse", "data-breach", "safety", "retaliation"],
  other: ["work-dispute", "cooperation", "workload", "unknown"],
};

const home = (t) => button(t.toStart, () => go("home"), "quiet");

register("readers", (t) => {
  const title = heading(t.readers.title);
  if (state.fetched.phase !== "ready" && state.fetched.phase !== "failed") {
    return [title, el("p", {}, t.home.loading), home(t)];
  }
  const reason = obstacle();
  if (reason) return [title, reason, home(t)];
  const wrong = complaints();
  const next = () => state.draft.readers.length ? go("write") : complain(wrong, t.readers.none);
  return [title, el("p", { class: "lead" }, t.readers.about), blocks(t.readers.explained),
    chooser(state.draft.readers), wrong,
    el("div", { class: "actions" }, button(t.next, next, "main"), home(t))];
});

/** A field for a text of any length that fits, with what is left of it. */
export function textField({ value, label, hint, onChange }) {
  const counter = (t, body) => {
    const left = room(body);
    return left < 0 ? t.write.tooLong(-left) : t.write.left(left);
  };
  return (t) => {
    const count = el("p", { id: "left", class: "note" }, counter(t, value));
    let told = Math.sign(room(value));
    const area = el("textarea", {
      id: "body", rows: "9", value, autocomplete: "off", spellcheck: "false", "aria-describedby": "body-hint left", dir: "auto",
      oninput: () => {
        onChange(area.value);
        document.querySelector("#main [role=alert]").hidden = true;
        count.textContent = counter(t, area.value);
        count.classList.toggle("over", room(area.value) < 0);
        // Only when it begins or stops to be too long: not at each letter.
        if (Math.sign(room(area.value)) !== told) announce(count.textContent);
        told = Math.sign(room(area.value));
      },
    });
    return el("div", { class: "field" }, el("label", { for: "body" }, label),
      el("p", { id: "body-hint", class: "note" }, hint), area, count);
  };
}

/** What is wrong with a text, or null. */
export function bodyFault(t, body) {
  if (isBlank(body)) return t.write.empty;
  if (room(body) < 0) return t.write.tooLong(-room(body));
  return null;
}

register("write", (t) => {
  const { draft } = state;
  const wrong = complaints();
  const next = () => {
    const fault = bodyFault(t, draft.body);
    if (fault) return complain(wrong, fault);
    prepare();
  };
  return [
    heading(t.write.titles[draft.door]),
    el("p", {}, t.write.onlyThese(list(draft.readers.map((id) => inert(counsellor(id)?.name ?? id))))),
    box("", blocks(t.write.traces)),
    textField({
      value: draft.body, label: t.write.label, hint: t.write.hint, onChange: (body) => { draft.body = body; },
    })(t),
    draft.door === "report" ? tracks(t, draft) : null,
    category(t, draft),
    // Place of attachments and of a spoken message, which are not there yet.
    el("div", { id: "attachments", hidden: true }),
    box("", t.write.danger.map((line) => el("p", {}, contact(line)))),
    wrong,
    el("p", { class: "note" }, t.write.notYet),
    el("div", { class: "actions" }, button(t.next, next, "main"),
      button(t.write.otherReaders, () => go("readers"), "quiet"), button(t.write.stop, stop, "quiet")),
  ];
});

function tracks(t, draft) {
  return el("fieldset", {}, el("legend", {}, t.write.track), el("p", { class: "note" }, t.write.trackNote),
    ["conversation", "complaint", "wbk"].map((value) => choice({
      type: "radio", name: "track", value, checked: draft.track === value, onchange: () => { draft.track = value; },
    }, t.write.tracks[value])));
}

function category(t, draft) {
  return el("div", { class: "field" }, el("label", { for: "category" }, t.write.category),
    el("select", { id: "category", onchange: (event) => { draft.category = event.target.value; } },
      el("option", { value: "" }, t.write.skip),
      Object.entries(categories).map(([group, codes]) => el("optgroup", { label: t.write.groups[group] },
        codes.map((code) => el("option", { value: code, selected: draft.category === code }, t.categories[code]))))));
}
