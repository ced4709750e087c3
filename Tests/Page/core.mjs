// PageCore.wasm for tests under Node: its operations as functions of byte strings.
import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";

export class Fault extends Error {
  constructor(code) { super(`the core answered ${code}`); this.code = code; }
}

const bytes = (value) => (typeof value === "string" ? new TextEncoder().encode(value) : value);

/** The bytes as the core takes them: each behind its length, 4 bytes, little-endian. */
function packed(fields) {
  const parts = fields.map(bytes);
  const all = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(all.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    all.set(part, at + 4);
    at += 4 + part.length;
  }
  return all;
}

export async function loadCore(path) {
  const module = await WebAssembly.compile(readFileSync(path));
  let memory;
  const instance = await WebAssembly.instantiate(module, {
    env: {
      random_fill: (at, count) =>
        webcrypto.getRandomValues(new Uint8Array(memory.buffer, at >>> 0, count >>> 0)),
    },
  });
  const exports = instance.exports;
  memory = exports.memory;
  exports._initialize();

  function call(operation, fields) {
    const input = packed(fields);
    const at = exports.page_alloc(input.length) >>> 0;
    new Uint8Array(memory.buffer, at, input.length).set(input);
    const count = exports[operation](at, input.length);
    if (count < 0) throw new Fault(count);
    const result = new Uint8Array(memory.buffer, exports.page_result() >>> 0, count).slice();
    exports.page_forget();
    return result;
  }
  return {
    imports: WebAssembly.Module.imports(module).map(({ module, name }) => `${module}.${name}`),
    derive: (...fields) => call("page_derive", fields),
    sealReport: (...fields) => call("page_seal_report", fields),
    openReport: (...fields) => call("page_open_report", fields),
    openReply: (...fields) => call("page_open_reply", fields),
    raw: call,
  };
}
