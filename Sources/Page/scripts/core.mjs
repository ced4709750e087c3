// The page's side of the core: each task in a worker of its own, which is ended afterwards.
import { step } from "./progress.mjs";
import { CoreFault } from "./wasm.mjs";

export { CoreFault, resources } from "./wasm.mjs";

const here = (path) => new URL(path, import.meta.url);

let loading;

/** The compiled core, loaded once: what the page began with is what it goes on with. */
async function load() {
  let answer;
  try {
    answer = await fetch(here("../core.wasm"));
  } catch {
    throw new CoreFault({ fault: "unreachable" });
  }
  if (!answer.ok) throw new CoreFault({ fault: "refused" });
  try {
    return await WebAssembly.compileStreaming(answer);
  } catch {
    throw new CoreFault({ fault: "damaged" });
  }
}

/** Where Trusted Types are enforced, a worker's address comes from this policy, which knows one. */
const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => here("worker.mjs").href });

/**
 * Workers made before they are needed, the oldest first: looking at words or sealing a text then asks nothing of a network
 * that may be gone by now.
 */
let spare = [];
const spareCount = 3;

function newWorker() {
  const worker = new Worker(policy?.createScriptURL("") ?? here("worker.mjs"), { type: "module" });
  // One that could not be fetched would never answer.
  worker.addEventListener("error", () => { spare = spare.filter((one) => one !== worker); });
  return worker;
}

/** Loads everything that tasks need. Rejects with `CoreFault` "unreachable", "refused" or "damaged". */
export async function prepare() {
  if (!spare.length) spare.push(newWorker());
  loading ??= load();
  try {
    return await loading;
  } catch (fault) {
    loading = undefined;
    throw fault;
  }
}

/**
 * Lets the core do `operation` with these fields, strings or byte arrays.
 * Resolves with parsed JSON, or bytes for `seal`; rejects with `CoreFault`.
 */
export const ask = (operation, ...fields) => askUntil(null, operation, ...fields);

/** The same for what may be left: `signal`, of an AbortController, ends it, and it rejects with the signal's reason. */
export async function askUntil(signal, operation, ...fields) {
  const module = await prepare();
  signal?.throwIfAborted();
  const worker = spare.shift() ?? newWorker();
  try {
    return await new Promise((resolve, reject) => {
      const failed = (fault) => reject(new CoreFault({ fault }));
      signal?.addEventListener("abort", () => reject(signal.reason));
      // What a script throws is an ErrorEvent; one that did not come is a plain event.
      worker.addEventListener("error", (event) => failed(event instanceof ErrorEvent ? "failed" : "unreachable"));
      worker.addEventListener("messageerror", () => failed("failed"));
      worker.addEventListener("message", ({ data: { isStep, answer, fault } }) => {
        if (isStep) step();
        else if (fault) reject(new CoreFault(fault));
        else resolve(answer);
      });
      worker.postMessage({ module, operation, fields });
    });
  } finally {
    worker.terminate();
    while (spare.length < spareCount) spare.push(newWorker());
  }
}
