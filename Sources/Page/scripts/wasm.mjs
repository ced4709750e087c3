// The core, called: fields in, what it answers out. All cryptography is on the other side of these calls.
// Works in a page's worker and under Node.

/** What the core refused: `code` says what, `facts` has all it said of it. */
export class CoreFault extends Error {
  constructor(facts) {
    super(`the core answered ${facts.fault}`);
    this.name = "CoreFault";
    this.code = facts.fault;
    this.facts = facts;
  }
}

const encoder = new TextEncoder();
const lengthByteCount = 4;

/** Operations that answer with bytes; all others answer with JSON. */
const answersBytes = ["seal", "move"];

/** Strings and byte arrays, one after the other, each behind its length: 4 bytes, little-endian. */
export function packed(fields) {
  const parts = fields.map((field) => (typeof field === "string" ? encoder.encode(field) : field));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + lengthByteCount + part.length, 0));
  const view = new DataView(all.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length, true);
    all.set(part, at + lengthByteCount);
    at += lengthByteCount + part.length;
  }
  return all;
}

/** What was fetched, as one field: `[path, bytes]` each. */
export const resources = (list) => packed(list.flat());

/** A core of its own memory. Gives a function from an operation's name and fields to its answer; `step` is called meanwhile. */
export async function instantiate(module, step = () => {}) {
  let memory;
  const instance = await WebAssembly.instantiate(module, {
    env: {
      random_fill(at, count) {
        // No more than 65,536 bytes are given at once.
        for (let done = 0; done < count; done += 65_536) {
          const part = Math.min(65_536, count - done);
          crypto.getRandomValues(new Uint8Array(memory.buffer, (at >>> 0) + done, part));
        }
      },
      step,
    },
  });
  const core = instance.exports;
  memory = core.memory;
  core._initialize();

  return (operation, fields) => {
    const input = packed(fields);
    const at = core.page_alloc(input.length) >>> 0;
    new Uint8Array(memory.buffer, at, input.length).set(input);
    const count = core[`page_${operation}`](at, input.length);
    const start = core.page_result() >>> 0;
    const result = new Uint8Array(memory.buffer, start, Math.abs(count)).slice();
    core.page_forget();
    if (count >= 0 && answersBytes.includes(operation)) return result;
    const answer = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(result));
    if (count < 0) throw new CoreFault(answer);
    return answer;
  };
}
