// Sealing a text and keeping the envelope until it is sent.
import { askUntil } from "./core.mjs";
import { text, today } from "./language.mjs";
import { state } from "./state.mjs";
import { keep } from "./storage.mjs";
import { organisation } from "./visit.mjs";

/** How many more bytes of UTF-8 surely fit; negative when there are too many. */
export const room = (body) => (organisation()?.bodyBytes ?? 0) - new TextEncoder().encode(body).length;

/**
 * Seals; the envelope waits in this tab from then on. Throws what the core throws, and when `left` is aborted.
 * `from`: the old words of a move.
 */
export async function seal({ from, words, kind, readers, track, category, body, answersSeen, referral }, left = null) {
  const { context, log } = state.fetched;
  const posted = from
    ? await askUntil(left, "move", ...context, ...log, from.join(" "), words.join(" "), readers.join(" "), text().words,
      body.trim() ? body : text().move.body)
    : await askUntil(
      left, "seal", ...context, ...log, words.join(" "), kind, readers.join(" "), track ?? "", category ?? "",
      text().words, body, String(answersSeen ?? 0), referral ?? "");
  const month = today().slice(0, 7);
  keep(posted, month);
  return { posted, month };
}

/** A sealed envelope can be opened up to the fifth day of the month after its own. */
export function isTooOld(month) {
  const [year, number] = month.split("-").map(Number);
  return today() > new Date(Date.UTC(year, number, 5)).toISOString().slice(0, 10);
}
