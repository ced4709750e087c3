// The organisation's link: whom the page trusts. What stands behind # is never sent to anyone.

/** A link of this gateway made from the fragment the page was opened with, or null. */
export function linkOfPage() {
  return location.hash.startsWith("#root=") ? `${location.origin}/${location.hash}` : null;
}

/** A link as typed or pasted: { link } for this gateway, or { fault: "malformed" | "elsewhere", address }. */
export function typedLink(typed) {
  const written = typed.replace(/\s/g, "");
  const [address, fragment, ...rest] = written.split("#");
  if (!fragment?.startsWith("root=") || rest.length) return { fault: "malformed" };
  const gateway = address.replace(/\/$/, "");
  if (gateway && gateway !== location.origin) return { fault: "elsewhere", address: gateway };
  return { link: `${location.origin}/#${fragment}` };
}

/**
 * The link that this server itself names in its newest list: it proves nothing about the server, and is good for
 * reading names and telephone numbers only.
 */
export function linkOfServer(notes) {
  const lines = new TextDecoder().decode(notes).split("\n");
  let [serial, newest, found] = [0, -1, null];
  lines.forEach((line, index) => {
    if (line === "sottovoce/v1 roster") serial = Number(lines[index + 1]?.slice("serial ".length));
    const [name, value] = line.split(" ");
    if (name === "root" && value && serial > newest) {
      newest = serial;
      const second = lines[index + 1]?.startsWith("second ") ? lines[index + 1].slice("second ".length) : null;
      found = `root=${encodeURIComponent(value)}` + (second ? `&second=${encodeURIComponent(second)}` : "");
    }
  });
  return found && `${location.origin}/#${found}`;
}
