// Everything one visit knows, in memory only. Closing the page, quick exit or "leave" ends it.

const empty = () => ({
  /** The organisation's link, or null; `trust`: "link" (from the visitor), "server" (read from what this server says). */
  link: null,
  trust: null,
  /** What everyone fetches: phase idle | loading | ready | failed; see visit.mjs. */
  fetched: { phase: "idle" },
  /** The months of replies, newest first: { wanted, got: [[month, bytes]], phase }. */
  months: { phase: "idle", wanted: [], got: [] },
  /** The organisation's own texts, or null. */
  own: null,
  /** A report being written: { door, track, category, readers, body, words, posted, typed }; `from`: the old words of a move. */
  draft: null,
  /** The ten words typed to come back, once they are right. */
  words: null,
  /** What those words show: see screen-status.mjs. */
  found: null,
  /** What is being typed to come back. */
  typed: "",
  /** A message in an open conversation: { kind, readers, body, posted, month }. */
  message: null,
  /** Whom the last message went to. */
  sentTo: null,
  /** Whether that message went on with new words. */
  moved: false,
  /** What was accepted in this visit, which the register can't show yet: { words, day } each. */
  accepted: [],
  /** What is known of a sending: { phase, day, reason, uncertain }. */
  sending: null,
});

export const state = empty();

/** Forgets everything of a person; what everyone may read stays. */
export function forget() {
  const { draft, words, found, typed, message, sentTo, moved, accepted, sending } = empty();
  Object.assign(state, { draft, words, found, typed, message, sentTo, moved, accepted, sending });
}

/** Forgets all. */
export function wipe() {
  Object.assign(state, empty());
}
