// One task of the core, away from the page: it computes, answers, and is ended by core.mjs. With it go the
// code, the keys and the 64 MiB of its derivation.
import { CoreFault, instantiate } from "./wasm.mjs";

self.addEventListener("message", async ({ data: { module, operation, fields } }) => {
  try {
    const call = await instantiate(module, () => self.postMessage({ isStep: true }));
    self.postMessage({ answer: call(operation, fields) });
  } catch (error) {
    self.postMessage({ fault: error instanceof CoreFault ? error.facts : { fault: "failed" } });
  }
}, { once: true });
