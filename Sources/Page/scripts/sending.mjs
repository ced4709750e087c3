// Posting one envelope, and saying honestly what is known of it: sent, not sent, or uncertain.
// Statuses: Docs/http-api.md. The same bytes are posted again and can't arrive twice.
import { ask, askUntil, CoreFault } from "./core.mjs";
import { announce } from "./dom.mjs";
import { described } from "./faults.mjs";
import { post } from "./gateway.mjs";
import { redraw, untilLeft } from "./router.mjs";
import { text } from "./language.mjs";
import { state } from "./state.mjs";
import { discard, keep } from "./storage.mjs";
import { load } from "./visit.mjs";

const pause = 2_000;
/** How often the work that is asked is done for one report: the log may grow and the flood rise meanwhile. */
const workLimit = 3;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A sending that has not begun. `tried`: an earlier try may have brought it there, on an earlier day too when `isKept`. */
export const unsent = ({ posted, month, tried = false }, isKept = false) =>
  ({ phase: "ready", posted, month, isKept, mayHaveArrived: tried, reason: null, day: null });

/** Posts, tries once more when no answer came, and leaves what is known in `state.sending`. */
export async function send() {
  const sending = state.sending;
  if (sending.phase === "sending") return;
  Object.assign(sending, { phase: "sending", isWorking: false });
  redraw();
  if (state.fetched.phase !== "ready") await load();
  let outcome = state.fetched.phase === "ready" ? await attempt(sending) : { known: "not", reason: "unreachable" };
  if (outcome.reason === "noAnswer") {
    sending.mayHaveArrived = true;
    await wait(pause);
    outcome = await attempt(sending);
  }
  if (state.sending !== sending) return;
  if (outcome.known === "left") {
    sending.phase = sending.mayHaveArrived ? "uncertain" : "ready";
    return sending.phase;
  }
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
  const answer = await posted(sending);
  if (!answer) return { known: "left" };
  const { status, body } = answer;
  if (status === 200) return promised(sending, body);
  if (status === 0) return { known: "uncertain", reason: "noAnswer" };
  if (status === 428 || status === 429 || status === 503) return { known: "not", reason: "busy" };
  if (status === 507) return { known: "not", reason: "full" };
  if (status >= 400 && status < 500) return { known: "not", reason: "refused", day: String(status) };
  return { known: "uncertain", reason: "noAnswer" };
}

/** Posts; a busy gateway asks for work first, and gets the same bytes again with it. null: who sends left before that. */
async function posted(sending) {
  const left = untilLeft();
  let answer = await post(sending.posted, null);
  for (let works = 0; answer.status === 428 && works < workLimit; works += 1) {
    if (left.aborted || state.sending !== sending) return null;
    // Nothing was stored.
    keep(sending.posted, sending.month, sending.mayHaveArrived);
    sending.isWorking = true;
    announce(text().sending.working);
    redraw();
    let done;
    try {
      done = await askUntil(left, "work", sending.posted, answer.body);
    } catch (caught) {
      return caught instanceof CoreFault ? answer : null;
    }
    if (state.sending !== sending) return null;
    keep(sending.posted, sending.month, true);
    answer = await post(sending.posted, done.work);
  }
  return answer;
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
