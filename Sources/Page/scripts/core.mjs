// The page's side of the core: each task in a worker of its own, which is ended afterwards.
import { CoreFault } from "./wasm.mjs";

export { CoreFault, resources } from "./wasm.mjs";

const here = (path) => new URL(path, import.meta.url);

let loading;

/** The compiled core, loaded once: what the page began with is what it goes on with. */
function loaded() {
  loading ??= WebAssembly.compileStreaming(fetch(here("../core.wasm")));
  return loading;
}

/** Where Trusted Types are enforced, a worker's address comes from this policy, which knows one. */
const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => here("worker.mjs").href });

const newWorker = () => new Worker(policy?.createScriptURL("") ?? here("worker.mjs"), { type: "module" });

/** The worker of the next task, made before it is needed: a task then asks nothing of the gateway. */
let next;

/** Loads everything that tasks need. Rejects with `CoreFault` "failed". */
export async function prepare() {
  next ??= newWorker();
  try {
    await loaded();
  } catch {
    loading = undefined;
    throw new CoreFault({ fault: "failed" });
  }
}

/**
 * Lets the core do `operation` with these fields, strings or byte arrays.
 * Resolves with parsed JSON, or bytes for `seal`; rejects with `CoreFault`.
 */
export const ask = (operation, ...fields) => askUntil(null, operation, ...fields);

/** The same for what takes long: `signal`, of an AbortController, ends it, and it rejects with the signal's reason. */
export async function askUntil(signal, operation, ...fields) {
  await prepare();
  const module = await loaded();
  signal?.throwIfAborted();
  const worker = next;
  next = undefined;
  try {
    return await new Promise((resolve, reject) => {
      const failed = () => reject(new CoreFault({ fault: "failed" }));
      signal?.addEventListener("abort", () => reject(signal.reason));
      worker.addEventListener("error", failed);
      worker.addEventListener("messageerror", failed);
      worker.addEventListener("message", ({ data: { answer, fault } }) =>
        fault ? reject(new CoreFault(fault)) : resolve(answer));
      worker.postMessage({ module, operation, fields });
    });
  } finally {
    worker.terminate();
    next ??= newWorker();
  }
}
