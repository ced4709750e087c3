// What goes over the network: the fixed set that is the same for everyone, and one post.

/** A gateway that can't be reached or answers wrongly. `status` is 0 when nothing came back. */
export class GatewayFault extends Error {
  constructor(status) {
    super(`answer ${status}`);
    this.status = status;
  }
}

const always = { credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" };

/** So long nothing may come, in milliseconds; and no answer is larger, in bytes. The whole may take some times as long. */
const patience = 30_000;
const largest = 64 << 20;

/** The bytes of an answer, as long as they keep coming. Throws when they don't, or are too many or too slow. */
async function exchange(path, options = {}) {
  const stop = new AbortController();
  let timer;
  const expect = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), patience);
  };
  expect();
  // Bytes that only trickle come to an end too; of what everyone fetches there is more than of a promise.
  const whole = setTimeout(() => stop.abort(), (options.body ? 10 : 20) * patience);
  try {
    const answer = await fetch(path, { ...always, ...options, signal: stop.signal });
    const [parts, reader] = [[], answer.body?.getReader()];
    let count = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader.read()) {
      expect();
      parts.push(part.value);
      count += part.value.length;
      if (count > largest) throw new GatewayFault(0);
    }
    const body = new Uint8Array(count);
    let at = 0;
    for (const part of parts) {
      body.set(part, at);
      at += part.length;
    }
    return { status: answer.type === "opaqueredirect" ? 302 : answer.status, body };
  } finally {
    clearTimeout(timer);
    clearTimeout(whole);
    stop.abort();
  }
}

async function get(path) {
  let answer;
  try {
    answer = await exchange(path, { redirect: "manual" });
  } catch {
    throw new GatewayFault(0);
  }
  if (answer.status !== 200) throw new GatewayFault(answer.status);
  return answer.body;
}

export const notes = () => get("/notes");
export const days = () => get("/days");
export const checkpoint = () => get("/checkpoint");
export const tile = (path) => get(`/tile/${path}`);

/** A month's replies; null for a month that the gateway does not give. */
export async function replies(month) {
  try {
    return await get(`/replies/${month}`);
  } catch (fault) {
    if (fault.status >= 300 && fault.status < 500 && fault.status !== 429) return null;
    throw fault;
  }
}

/** The organisation's own texts, or null. */
export async function ownTexts() {
  try {
    return JSON.parse(new TextDecoder().decode(await get("/organisation.json")));
  } catch {
    return null;
  }
}

/**
 * Posts tag and envelope, with the work that a busy gateway asked or null: { status, body }; status 0 when no answer came.
 * The same bytes can't arrive twice.
 */
export async function post(posted, work) {
  const headers = { "content-type": "application/octet-stream", ...(work ? { "sottovoce-work": work } : {}) };
  try {
    return await exchange("/reports", { method: "POST", headers, body: posted });
  } catch {
    return { status: 0, body: null };
  }
}
