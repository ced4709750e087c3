// The languages of the page, by their own names: a file of texts each, fetched when it is wanted. A third is one more
// line here.
const files = {
  nl: ["Nederlands", () => import("../texts/nl.mjs")],
  en: ["English", () => import("../texts/en.mjs")],
};

let chosen = null;

export const languages = Object.keys(files);
export const languageNames = Object.fromEntries(languages.map((code) => [code, files[code][0]]));

export const textsOf = async (code) => (await files[code][1]()).default;

/** The texts of the language chosen. */
export const text = () => chosen;

/** The language of a code that a person asked for, or Dutch. */
export async function choose(code) {
  chosen = await textsOf(code in files ? code : "nl");
  document.documentElement.lang = chosen.language;
  return chosen;
}

/** Dutch unless the browser asks for another language we have and not for Dutch. */
export function preferred() {
  for (const wanted of navigator.languages ?? []) {
    const code = wanted.slice(0, 2).toLowerCase();
    if (files[code]) return code;
  }
  return "nl";
}

/** What people call a language in the one chosen. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames(chosen.language, { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** Today in UTC, as the protocol counts days. */
export const today = () => new Date().toISOString().slice(0, 10);

/** "dinsdag 24 november 2026" for 2026-11-24. */
export function day(written) {
  const [year, month, number] = String(written).split("-").map(Number);
  if (!number) return String(written);
  const weekday = (new Date(Date.UTC(year, month - 1, number)).getUTCDay() + 6) % 7;
  return `${chosen.weekdays[weekday]} ${number} ${chosen.months[month - 1]} ${year}`;
}

/** Days between two written days. */
export const daysBetween = (first, last) => Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);

/** "a, b en c". */
export function list(items, word = chosen.and) {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}

/** The last day of the month that comes `months` after that of a written day. */
export function lastDayAfter(written, months) {
  const [year, month] = written.split("-").map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}
