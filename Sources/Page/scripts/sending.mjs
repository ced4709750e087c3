// Posting one envelope, and saying honestly what is known of it: sent, not sent, or uncertain.
// Statuses: Docs/http-api.md. The same bytes are posted again and can't arrive twice.
import { ask } from "./core.mjs";
import { described } from "./faults.mjs";
import { post } from "./gateway.mjs";
import { redraw } from "./router.mjs";
import { state } from "./state.mjs";
import { discard, keep } from "./storage.mjs";
import { load } from "./visit.mjs";

const pause = 2_000;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A sending that has not begun. `tried`: an earlier try may have brought it there, on an earlier day too when `isKept`. */
export const unsent = ({ posted, month, tried = false }, isKept = false) =>
  ({ phase: "ready", posted, month, isKept, mayHaveArrived: tried, reason: null, day: null });

/** Posts, tries once more when no answer came, and leaves what is known in `state.sending`. */
export async function send() {
  const sending = state.sending;
  if (sending.phase === "sending") return;
  sending.phase = "sending";
  redraw();
  if (state.fetched.phase !== "ready") await load();
  let outcome = state.fetched.phase === "ready" ? await attempt(sending) : { known: "not", reason: "unreachable" };
  if (outcome.reason === "noAnswer") {
    await wait(pause);
    outcome = await attempt(sending);
  }
  if (state.sending !== sending) return;
  sending.reason = outcome.reason ?? null;
  sending.answer = outcome.day ?? null;
  if (outcome.known === "sent") {
    discard();
    Object.assign(sending, { phase: "sent", day: outcome.day, posted: null });
  } else {
    if (outcome.known === "uncertain") sending.mayHaveArrived = true;
    // A later try that failed does not undo what an earlier one may have brought there.
    sending.phase = sending.mayHaveArrived ? "uncertain" : "not";
    keep(sending.posted, sending.month, sending.mayHaveArrived);
  }
  return sending.phase;
}

async function attempt(sending) {
  if (navigator.onLine === false) return { known: "not", reason: "offline" };
  // From here on it may arrive, whatever becomes of this page.
  keep(sending.posted, sending.month, true);
  const { status, body } = await post(sending.posted);
  if (status === 200) return promised(sending, body);
  if (status === 0) return { known: "uncertain", reason: "noAnswer" };
  if (status === 429 || status === 503) return { known: "not", reason: "busy" };
  if (status === 507) return { known: "not", reason: "full" };
  if (status >= 400 && status < 500) return { known: "not", reason: "refused", day: String(status) };
  return { known: "uncertain", reason: "noAnswer" };
}

/** An answer counts only when it proves that this envelope was accepted. */
async function promised({ posted, isKept, month }, body) {
  try {
    const promise = await ask("openPromise", ...state.fetched.context, posted, body, isKept ? month : "");
    return { known: "sent", day: promise.day };
  } catch (caught) {
    const { code, day } = described(caught);
    return { known: "uncertain", reason: code === "otherDay" ? code : "notPromised", day };
  }
}
