// Text received from others, made harmless and honest to show: what is invisible or turns the direction of
// reading is shown as what it is, as the terminal does (Sources/Terminal/Inert.swift).
import { el } from "./dom.mjs";

const invisible = [
  [0x80, 0x9f], [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180e],
  [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0x3164, 0x3164], [0xfeff, 0xfeff], [0xffa0, 0xffa0],
  [0xfff0, 0xfffb], [0x1bca0, 0x1bca3], [0x1d173, 0x1d17a], [0xe0000, 0xe0fff],
];

const isInvisible = (value) => invisible.some(([first, last]) => value >= first && value <= last);

/** Whether there is nothing to see in a text. */
export const isBlank = (text) => [...text].every((one) => !one.trim() || isInvisible(one.codePointAt(0)));

/** With `lines`, line feeds and tabs stay. */
export function inert(text, lines = false) {
  let shown = "";
  for (const character of String(text ?? "")) {
    const value = character.codePointAt(0);
    if (lines && (value === 0x09 || value === 0x0a)) shown += character;
    else if (value < 0x20) shown += String.fromCodePoint(0x2400 + value);
    else if (value === 0x7f) shown += "␡";
    else if (isInvisible(value)) {
      shown += `⟨U+${value.toString(16).toUpperCase().padStart(4, "0")}⟩`;
    } else shown += character;
  }
  return shown;
}

/** A name in a line of ours: it can't change the direction of what stands around it. */
export const name = (text) => el("bdi", {}, inert(text));

/** What someone wrote, in a frame of its own, so that nothing in it can pass for what this page says. */
export const said = (text) => el("blockquote", { class: "said", dir: "auto" }, inert(text, true));

/** A line that may hold telephone numbers and websites: they can be tapped. Anything else stays text. */
export function contact(text) {
  const parts = inert(text).split(/(\b[a-z0-9-]+\.nl\b|(?:\+|\b)\d[\d \-]{1,18}\d\b)/);
  return el("bdi", {}, parts.map((part, index) => {
    if (index % 2 === 0) return part;
    if (part.endsWith(".nl")) {
      return el("a", { href: `https://${part}/`, target: "_blank", rel: "noopener noreferrer" }, part);
    }
    return el("a", { href: `tel:${part.replace(/[^\d+]/g, "")}`, class: "phone" }, part);
  }));
}
