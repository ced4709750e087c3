// The organisation's own texts as this page takes them: strings only, cut to what a gateway accepts of an organisation
// (Sources/Gateway/OrganisationTexts.swift), so that no other answer can stop the page.
import { languages } from "./language.mjs";

const welcomeLimit = 2000;
const lineLimit = 200;
const helpLimit = 20;

/** Of a string its first `limit` code points; of anything else nothing. */
function cut(text, limit) {
  if (typeof text !== "string") return "";
  // A code point has two units at most.
  return [...text.slice(0, 2 * limit)].slice(0, limit).join("");
}

/** { nl: { welcome, help: [{ name, for, contact }] }, … } of whatever was answered; null where nothing is in it. */
export function checkedTexts(answered) {
  const texts = Object.fromEntries(languages.map((code) => {
    const given = answered?.[code];
    const help = (Array.isArray(given?.help) ? given.help.slice(0, helpLimit) : []).map((one) => ({
      name: cut(one?.name, lineLimit), for: cut(one?.for, lineLimit), contact: cut(one?.contact, lineLimit),
    }));
    return [code, { welcome: cut(given?.welcome, welcomeLimit), help: help.filter(({ name, contact }) => name && contact) }];
  }));
  return Object.values(texts).some(({ welcome, help }) => welcome || help.length) ? texts : null;
}
