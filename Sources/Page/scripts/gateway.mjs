// What goes over the network: the fixed set that is the same for everyone, and one post.

/** A gateway that can't be reached or answers wrongly. `status` is 0 when nothing came back. */
export class GatewayFault extends Error {
  constructor(status) {
    super(`answer ${status}`);
    this.status = status;
  }
}

const always = { credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" };

async function get(path) {
  let answer;
  try {
    answer = await fetch(path, always);
  } catch {
    throw new GatewayFault(0);
  }
  if (!answer.ok) throw new GatewayFault(answer.status);
  try {
    return new Uint8Array(await answer.arrayBuffer());
  } catch {
    throw new GatewayFault(0);
  }
}

export const notes = () => get("/notes");
export const days = () => get("/days");
export const checkpoint = () => get("/checkpoint");
export const tile = (path) => get(`/tile/${path}`);

/** A month's replies; null for a month that the gateway does not serve (any more, or yet). */
export async function replies(month) {
  try {
    return await get(`/replies/${month}`);
  } catch (fault) {
    if (fault.status === 404) return null;
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

/** Posts tag and envelope: { status, body }; status 0 when no answer came. The same bytes can't arrive twice. */
export async function post(posted) {
  try {
    const answer = await fetch("/reports", {
      ...always, method: "POST", headers: { "content-type": "application/octet-stream" }, body: posted,
    });
    return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
  } catch {
    return { status: 0, body: null };
  }
}
