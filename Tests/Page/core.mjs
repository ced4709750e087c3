// The core and its native counterpart, for tests under Node after `make wasm` and `swift build --product PageExchange`.
// PAGE_CORE and PAGE_EXCHANGE name other files than those in .build.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CoreFault, instantiate, resources } from "../../Sources/Page/scripts/wasm.mjs";

const built = (path) => fileURLToPath(new URL(`../../.build/${path}`, import.meta.url));
const exchange = process.env.PAGE_EXCHANGE ?? built("debug/PageExchange");

export const corePath = process.env.PAGE_CORE ?? built("wasm/PageCore.wasm");
export const module = await WebAssembly.compile(readFileSync(corePath));
let steps = 0;
const call = await instantiate(module, () => { steps += 1; });
export const ask = (operation, ...fields) => call(operation, fields);

/** How many steps a task said it made. */
export function stepsOf(task) {
  const before = steps;
  task();
  return steps - before;
}

export const hex = (bytes) => Buffer.from(bytes).toString("hex");
export const unhex = (text) => Uint8Array.from(Buffer.from(text, "hex"));
export const text = (bytes) => new TextDecoder().decode(bytes);

/** What the native half answers: a command and its values, and lines of input. */
export function native(command, values = [], lines = [""]) {
  return execFileSync(exchange, [command, ...values], {
    input: lines.join("\n") + "\n", stdio: ["pipe", "pipe", "pipe"], maxBuffer: 1 << 26,
  }).toString().replace(/\n$/, "");
}

const pairs = (lines) => lines.split("\n").map((line) => {
  const space = line.indexOf(" ");
  return [line.slice(0, space), line.slice(space + 1)];
});

export const facts = Object.fromEntries(pairs(native("organisation")));
export const bundle = unhex(facts.bundle);
export const context = (today = facts.day) => [facts.link, bundle, today];

/** The log on a day, with what is posted in it; see Exchange/ShownLog.swift. */
export function shownLog(today, ...lines) {
  const [days, checkpoint, month, ...tiles] = pairs(native("log", [today], ["", ...lines]));
  const served = {
    days: unhex(days[1]), checkpoint: unhex(checkpoint[1]), month: unhex(month[1]),
    tiles: tiles.map(([path, bytes]) => [path, unhex(bytes)]),
  };
  served.fields = [served.days, served.checkpoint, resources(served.tiles)];
  return served;
}

/** Whether a fault is this one, with these facts. */
export const refused = (code, more = {}) => (error) => {
  assert.ok(error instanceof CoreFault, String(error));
  assert.deepEqual(error.facts, { fault: code, ...more });
  return true;
};

/** A copy with one bit changed. */
export function changed(bytes, place) {
  const copy = Uint8Array.from(bytes);
  copy[place] ^= 1;
  return copy;
}

/** A sealed report of the visitor whose code the exchange knows. */
export function seal(log, {
  today = facts.day, code = facts.dutch, kind = "first", readers = "intern", track = "",
  category = "", language = "", body = "Ik word gepest.", answersSeen = "", referral = "",
} = {}) {
  return ask("seal", ...context(today), ...log.fields, code, kind, readers, track, category,
    language, body, answersSeen, referral);
}
