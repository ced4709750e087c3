// What comes over the network comes to an end, also where it only trickles.
import assert from "node:assert/strict";
import test, { afterEach, beforeEach, mock } from "node:test";
import { GatewayFault, notes, post } from "../../Sources/Page/scripts/gateway.mjs";

const second = 1_000;

beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
afterEach(() => mock.timers.reset());

/** A gateway that answers at once and then gives a byte when it is told to, until the visitor leaves. */
function trickling() {
  const gateway = {};
  globalThis.fetch = async (_, { signal }) => new Response(new ReadableStream({
    start(stream) {
      gateway.give = () => { if (!signal.aborted) stream.enqueue(new Uint8Array(1)); };
      gateway.end = () => stream.close();
      signal.addEventListener("abort", () => stream.error(signal.reason));
    },
  }));
  return gateway;
}

/** What was asked, and what came of it so far. */
function watched(answer) {
  const asked = { outcome: null };
  asked.ended = answer.then((value) => { asked.outcome = value; }, (fault) => { asked.outcome = fault; });
  return asked;
}

/** A byte each second. */
async function trickles(gateway, seconds) {
  for (let passed = 0; passed < seconds; passed += 1) {
    await new Promise(setImmediate);
    gateway.give();
    await new Promise(setImmediate);
    mock.timers.tick(second);
  }
}

test("after a post it stays uncertain: no answer came", async () => {
  const gateway = trickling();
  const asked = watched(post(new Uint8Array(16), null));
  await trickles(gateway, 299);
  assert.equal(asked.outcome, null);
  await trickles(gateway, 1);
  await asked.ended;
  assert.deepEqual(asked.outcome, { status: 0, body: null });
});

test("what everyone fetches gets longer, for there is more of it", async () => {
  const gateway = trickling();
  const asked = watched(notes());
  await trickles(gateway, 599);
  assert.equal(asked.outcome, null);
  await trickles(gateway, 1);
  await asked.ended;
  assert.ok(asked.outcome instanceof GatewayFault && asked.outcome.status === 0);
});

test("what comes slowly and whole is taken", async () => {
  const gateway = trickling();
  const asked = watched(post(new Uint8Array(16), null));
  await trickles(gateway, 200);
  gateway.end();
  await asked.ended;
  assert.equal(asked.outcome.status, 200);
  assert.equal(asked.outcome.body.length, 200);
});
