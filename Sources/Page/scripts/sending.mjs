// Posting one envelope, and saying honestly what is known of it: sent, not sent, or uncertain.
// Statuses: Docs/http-api.md. The same bytes are posted again and can't arrive twice.
import { ask, askUntil, CoreFault } from "./core.mjs";
import { announce } from "./dom.mjs";
import { described } from "./faults.mjs";
import { post } from "./gateway.mjs";
import { begin, expect } from "./progress.mjs";
import { redraw, untilLeft } from "./router.mjs";
import { text } from "./language.mjs";
import { state } from "./state.mjs";
import { discard, keep } from "./storage.mjs";
import { load } from "./visit.mjs";

const pause = 2_000;
/** How often the work that is asked is done for one report: the log may grow and the flood rise meanwhile. */
const workLimit = 3;
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A sending that has not begun. `mayHaveArrived`: so much as one post began whose end is not known; `isUncertain`: one ended
 * so. `tried`: an earlier try may have brought it there, on an earlier day too when `isKept`.
 */
export const unsent = ({ posted, month, tried = false }, isKept = false) =>
  ({ phase: "ready", posted, month, isKept, mayHaveArrived: tried, isUncertain: tried, reason: null, day: null });

/** Ends what is being sent or waits: no post begins after it, and nothing of it is kept in this tab. */
export function forgetSending() {
  state.sending = null;
  discard();
}

/** Whether this is still what is to be sent: it may be thrown away, or left behind, at any moment. */
const isWanted = (sending) => state.sending === sending;

/** Posts, tries once more when no answer came, and leaves what is known in `state.sending`; the phase, or null when that was left. */
export async function send() {
  const sending = state.sending;
  if (sending.phase === "sending") return null;
  Object.assign(sending, { phase: "sending", isWorking: false });
  begin(0);
  redraw();
  if (state.fetched.phase !== "ready") await load();
  let outcome = state.fetched.phase === "ready" ? await attempt(sending) : { known: "not", reason: "unreachable" };
  if (outcome.reason === "noAnswer" && isWanted(sending)) {
    sending.isUncertain = true;
    await wait(pause);
    outcome = await attempt(sending);
  }
  if (!isWanted(sending)) return null;
  if (outcome.known === "left") {
    sending.phase = sending.isUncertain ? "uncertain" : "ready";
    return sending.phase;
  }
  sending.reason = outcome.reason ?? null;
  sending.answer = outcome.day ?? null;
  if (outcome.known === "sent") {
    discard();
    Object.assign(sending, { phase: "sent", day: outcome.day, posted: null });
  } else {
    // A later try that failed does not undo what an earlier one may have brought there.
    if (outcome.known === "uncertain") sending.isUncertain = true;
    settle(sending);
    sending.phase = sending.isUncertain ? "uncertain" : "not";
  }
  return sending.phase;
}

/** What a post that ended leaves: it may have arrived only when one ended uncertainly. */
function settle(sending) {
  sending.mayHaveArrived = sending.isUncertain;
  keep(sending.posted, sending.month, sending.mayHaveArrived);
}

async function attempt(sending) {
  if (!isWanted(sending)) return { known: "left" };
  if (navigator.onLine === false) return { known: "not", reason: "offline" };
  const answer = await posted(sending);
  if (!answer || !isWanted(sending)) return { known: "left" };
  const { status, body } = answer;
  if (status === 200) return promised(sending, body);
  if (status === 0) return { known: "uncertain", reason: "noAnswer" };
  if (status === 428 || status === 429 || status === 503) return { known: "not", reason: "busy" };
  if (status === 507) return { known: "not", reason: "full" };
  if (status >= 400 && status < 500) return { known: "not", reason: "refused", day: String(status) };
  return { known: "uncertain", reason: "noAnswer" };
}

/** How many tries what is asked takes on the average; 1 for what is no demand, which the core refuses. */
const triesFor = (demand) => 2 ** (/^difficulty (\d\d?)$/m.exec(new TextDecoder().decode(demand))?.[1] ?? 0);

/** Posts; a busy gateway asks for work first, and gets the same bytes again with it. null: who sends left before that. */
async function posted(sending) {
  const left = untilLeft();
  let answer = await postNow(sending, null);
  for (let works = 0; answer.status === 428 && works < workLimit; works += 1) {
    if (left.aborted || !isWanted(sending)) return null;
    // Nothing was stored.
    settle(sending);
    sending.isWorking = true;
    expect(triesFor(answer.body));
    announce(text().sending.working);
    redraw();
    let done;
    try {
      done = await askUntil(left, "work", sending.posted, answer.body);
    } catch (caught) {
      return caught instanceof CoreFault ? answer : null;
    }
    if (!isWanted(sending)) return null;
    answer = await postNow(sending, done.work);
  }
  return answer;
}

/** From here on it may arrive, whatever becomes of this page, and the screen says nothing else. */
function postNow(sending, work) {
  sending.mayHaveArrived = true;
  keep(sending.posted, sending.month, true);
  redraw();
  return post(sending.posted, work);
}

/** An answer counts only when it proves that this envelope was accepted. */
async function promised({ posted, isKept, month }, body) {
  try {
    const promise = await ask("openPromise", ...state.fetched.context, posted, body, isKept ? month : "");
    return { known: "sent", day: promise.day };
  } catch (caught) {
    const { code, day } = described(caught);
    const reason = { otherDay: "otherDay", unreachable: "noAnswer" }[code] ?? "notPromised";
    return { known: "uncertain", reason, day };
  }
}
