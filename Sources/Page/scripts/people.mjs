// Counsellors as people see them: name, when they read, other ways, and what is not as usual.
import { box, el } from "./dom.mjs";
import { contact, inert, name } from "./inert.mjs";
import { day, daysBetween, languageName, list, text, today } from "./language.mjs";
import { state } from "./state.mjs";
import { counsellor, counsellors } from "./visit.mjs";

/** "Counsellor X (works in the organisation)". */
export const named = (one) => [name(one.name), ` (${text().roles[one.role] ?? inert(one.role)})`];

/** All that is known of one, as lines. `brief` leaves out what only matters before she is written to. */
export function lines(one, brief = false) {
  const t = text().people;
  const made = [];
  if (!brief) made.push(t.speaks(list(one.languages.map((code) => languageName(code)))));
  made.push(...hours(one));
  const flag = (said, before) => made.push(el("strong", { class: "flag" }, said, brief ? null : ` ${before}`));
  if (one.isNew) flag(t.isNew(day(one.since)), t.isNewBefore);
  else if (one.keyIsNew) flag(t.keyIsNew, t.keyIsNewBefore);
  if (one.silentSince) flag(t.silent(day(one.silentSince)), t.silentBefore);
  return made;
}

function hours({ hours: signed }) {
  const t = text().people;
  if (!signed) return [t.readsUnknown];
  const made = [signed.reads?.length
    ? t.reads(list(signed.reads.map((number) => text().weekdays[number - 1]))) : t.readsUnknown];
  for (const { from, to, replacement } of signed.absences ?? []) {
    if (to < today()) continue;
    made.push(t.absent(day(from), day(to)));
    if (replacement) made.push([t.replacedBy, name(counsellor(replacement)?.name ?? replacement), "."]);
  }
  if (signed.remark) made.push([t.remark, name(signed.remark)]);
  if (signed.isOld) made.push(t.old(day(signed.issued), daysBetween(signed.issued, today())));
  return made;
}

/** Telephone and other ways, which can be tapped. */
export function ways(one) {
  const all = [...(one.hours?.phone ? [[text().people.phone, contact(one.hours.phone)]] : []),
    ...one.ways.map((way) => contact(way))];
  return all.length ? all : [text().people.noWay];
}

const items = (all) => el("ul", { class: "plain" }, all.map((line) => el("li", {}, line)));

/** One counsellor as a card, with a heading of its own. */
export function card(one) {
  const { offered, why } = one;
  return el("article", { class: "card" },
    el("h3", {}, named(one)),
    items([...ways(one), ...lines(one)]),
    offered ? null : el("p", { class: "note" }, text().people.why[why] ?? text().people.why.other));
}

/** Everyone, as cards. */
export const cards = () => el("div", { class: "cards" }, counsellors().map(card));

/** That names and numbers are the server's alone; null where the link says who signs them. */
export const unchecked = () => state.trust === "server" ? box("warning", el("p", {}, text().trust.unchecked)) : null;

/** The other ways, shortly: whom to call, under what is wrong. */
export function otherWays(all = counsellors()) {
  const t = text();
  if (!all.length) return el("p", {}, t.otherWays.unknown);
  return el("div", {}, unchecked(), el("p", {}, t.otherWays.title), el("ul", { class: "plain" },
    all.map((one) => el("li", {}, el("strong", {}, name(one.name)), ": ", ways(one).flatMap((way, index) =>
      index ? ["; ", way] : [way])))), el("p", {}, t.otherWays.help));
}

/** A choice of who may read, nobody beforehand; at most three. `chosen` is changed in place; `brief` as of `lines`. */
export function chooser(chosen, changed, brief) {
  const t = text().readers;
  const group = el("fieldset", {}, el("legend", {}, t.legend));
  const full = el("p", { class: "note", role: "status" });
  const limit = () => {
    const others = [...group.querySelectorAll("input:not(:checked)")];
    const isFull = chosen.length >= 3 && others.length > 0;
    for (const input of others) input.disabled = isFull;
    full.textContent = isFull ? t.full : "";
  };
  for (const one of counsellors().filter(({ offered }) => offered)) {
    const id = `reader-${one.id}`;
    group.append(el("div", { class: "choice" },
      el("input", {
        type: "checkbox", id, value: one.id, checked: chosen.includes(one.id), "aria-describedby": `${id}-about`,
        onchange: (event) => {
          if (event.target.checked) chosen.push(one.id);
          else chosen.splice(chosen.indexOf(one.id), 1);
          limit();
          changed?.();
        },
      }),
      el("div", {}, el("label", { for: id }, named(one)),
        el("div", { id: `${id}-about`, class: "about" }, items(lines(one, brief))))));
  }
  group.append(full);
  limit();
  const others = counsellors().filter(({ offered }) => !offered);
  return [group, others.length === 0 ? null : el("section", {}, el("h2", {}, t.notOffered), others.map(card))];
}
