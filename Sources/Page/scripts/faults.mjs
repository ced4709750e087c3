// What went wrong, of the network or of the core, in one form: { code, day, name, … }.
import { GatewayFault } from "./gateway.mjs";

/** `untrusted` and `notProven` are told by what is behind them. */
export function described(caught) {
  if (caught instanceof GatewayFault) {
    if (caught.status === 503) return { code: "notOpen" };
    return { code: caught.status ? "refused" : "unreachable", status: caught.status };
  }
  const facts = { ...caught.facts };
  return { ...facts, code: facts.detail ?? caught.code ?? "broken" };
}
