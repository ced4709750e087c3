// Making elements. Text goes in as text nodes only: nothing received is ever read as markup.

/**
 * An element. Attributes named `on…` are listeners; true sets an attribute without a value, false and null leave it out.
 * Children are nodes, texts, lists of them, or null.
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value") made.value = value;
    else if (name === "checked") made.checked = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  append(made, children);
  return made;
}

function append(parent, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces what an element holds. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
  return parent;
}

/** The heading that gets the focus when its screen opens. */
export const heading = (text) => el("h1", { tabindex: "-1" }, text);

/** Texts and lists of texts as paragraphs and bullets. */
export const blocks = (items) => items.map((item) =>
  Array.isArray(item) ? el("ul", {}, item.map((line) => el("li", {}, line))) : el("p", {}, item));

/** A button that does something on this page. */
export const button = (text, action, kind = "") =>
  el("button", { type: "button", class: kind || null, onclick: action }, text);

/** A box that stands out. `kind`: danger, warning, good, or empty. */
export const box = (kind, ...children) => el("div", { class: `box ${kind}` }, children);

/** Something that opens on request. */
export const more = (title, ...children) =>
  el("details", {}, el("summary", {}, title), el("div", { class: "inside" }, children));

/** A choice among others of the same name. */
export function choice({ type, name, value, checked, onchange }, label, ...under) {
  const id = `${name}-${value}`;
  return el("div", { class: "choice" },
    el("input", { type, name, id, value, checked, onchange }),
    el("div", {}, el("label", { for: id }, label), under));
}

/** Says something to screen readers, politely. */
export function announce(text) {
  const place = document.getElementById("said");
  if (place) place.textContent = text;
}

/** Puts the focus on a message of what is wrong. */
export function complain(place, ...children) {
  fill(place, children);
  place.hidden = false;
  place.focus();
}

/** A place for `complain`. */
export const complaints = () => el("div", { class: "box warning", tabindex: "-1", role: "alert", hidden: true });
