// Fetches and checks what everyone fetches, in the same order whatever code is typed afterwards, or none.
import { ask, prepare, resources } from "./core.mjs";
import { described } from "./faults.mjs";
import * as gateway from "./gateway.mjs";
import { today } from "./language.mjs";
import { linkOfPage, linkOfServer } from "./link.mjs";
import { redraw } from "./router.mjs";
import { state } from "./state.mjs";

let running = null;

/** Fetches the fixed set without the replies. One at a time; `fresh` fetches again what is there already. */
export function load(fresh = false) {
  if (state.fetched.phase === "ready" && !fresh) return Promise.resolve();
  running ??= fetchAll().finally(() => { running = null; });
  return running;
}

async function fetchAll() {
  const known = state.fetched.organisation;
  if (state.fetched.phase !== "ready") {
    state.fetched = { phase: "loading", organisation: known };
    redraw("home", "readers");
  }
  try {
    await prepare();
    let set = await fetchOnce();
    // What was logged between the notes and the rest makes them disagree: all are fetched again.
    if (set.organisation.problem) set = await fetchOnce();
    state.fetched = { phase: "ready", ...set };
  } catch (fault) {
    // Whom to call is known still.
    state.fetched = { phase: "failed", fault: described(fault), organisation: known };
  }
  state.months = { phase: "idle", wanted: state.fetched.plan?.months ?? [], got: [] };
  redraw("home", "readers", "enter", "waiting", "message");
}

async function fetchOnce() {
  const notes = await gateway.notes();
  state.trust = linkOfPage() || state.trust === "link" ? "link" : "server";
  if (state.trust === "server") state.link = linkOfServer(notes);
  else state.link ??= linkOfPage();
  if (!state.link) throw new gateway.GatewayFault(503);
  const context = [state.link, notes, today()];
  let [days, checkpoint] = [await gateway.days(), await gateway.checkpoint()];
  let plan = await ask("plan", ...context, days, checkpoint);
  if (plan.again) {
    // Something was logged between the two answers.
    [days, checkpoint] = [await gateway.days(), await gateway.checkpoint()];
    plan = await ask("plan", ...context, days, checkpoint);
  }
  const tiles = [];
  for (const path of plan.tiles) tiles.push([path, await gateway.tile(path)]);
  const log = [days, checkpoint, resources(tiles)];
  const organisation = await ask("organisation", ...context, ...log);
  return { context, log, plan, organisation };
}

/** On the first day of a month two right clocks may differ by a month; on others a gateway serves this one. */
const isServed = (month) => month === today().slice(0, 7) && !today().endsWith("-01");

/** Whether nothing shows that this month has begun at the gateway: a day closed lately would. */
const mayBeTheClock = () => organisation().problem?.code === "stale" || !/^closed /m.test(new TextDecoder().decode(state.fetched.log[0]));

/** Fetches the months of replies, newest first; each is there as soon as it came. */
export async function loadMonths() {
  const months = state.months;
  if (months.phase !== "idle") return;
  months.phase = "loading";
  try {
    for (const month of months.wanted) {
      const replies = await gateway.replies(month);
      if (!replies && isServed(month)) {
        if (mayBeTheClock()) months.fault = { code: "otherMonth" };
        else months.isWithheld = true;
      }
      months.got.push([month, replies ?? new Uint8Array()]);
      if (months.got.length === 1) months.newest?.();
    }
    months.phase = "ready";
  } catch (fault) {
    months.phase = "failed";
    months.fault = described(fault);
  }
  months.all?.();
}

/** Waits for the newest month, or for all of them; false when they can't be had. */
export function monthsThere(which) {
  const months = state.months;
  const there = () => which === "newest" ? months.got.length > 0 : months.got.length === months.wanted.length;
  if (there() || months.phase === "failed") return Promise.resolve(there());
  return new Promise((resolve) => {
    const before = months[which];
    months[which] = () => { before?.(); resolve(there()); };
    if (which === "newest") {
      const end = months.all;
      months.all = () => { end?.(); resolve(there()); };
    }
  });
}

export const organisation = () => state.fetched.organisation ?? null;
export const counsellors = () => organisation()?.counsellors ?? [];
export const counsellor = (id) => counsellors().find((one) => one.id === id) ?? null;
export const offered = () => counsellors().filter((one) => one.offered);

/** Whether a text may be written here: the visitor's own link, a list that passed, and nothing wrong with what is shown. */
export const canWrite = () =>
  state.trust === "link" && state.fetched.phase === "ready" && !organisation().problem && offered().length > 0;
