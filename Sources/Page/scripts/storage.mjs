// The one thing that may wait in this tab: a sealed envelope with its tag, and its month. Nobody can read it here.
// `tried` says that it may have arrived. Sending, discarding and quick exit remove it.

const place = "waiting";

export function keep(posted, month, tried = false) {
  let text = "";
  for (const byte of posted) text += String.fromCharCode(byte);
  try {
    sessionStorage.setItem(place, JSON.stringify({ posted: btoa(text), month, tried }));
  } catch {
    // Without storage a reload loses the envelope; nothing else depends on it.
  }
}

/** { posted, month, tried }, or null. */
export function waiting() {
  try {
    const { posted, month, tried } = JSON.parse(sessionStorage.getItem(place));
    return { posted: Uint8Array.from(atob(posted), (one) => one.charCodeAt(0)), month, tried };
  } catch {
    return null;
  }
}

export function discard() {
  try {
    sessionStorage.clear();
  } catch {
    // There was nothing.
  }
}
