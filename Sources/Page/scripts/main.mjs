// Begins a visit: language, leaving, what stands on every screen, and the first fetch.
import { announce, el, fill } from "./dom.mjs";
import { leave, listenForExit } from "./exit.mjs";
import { ownTexts } from "./gateway.mjs";
import { asOf, freshDays, helpLines } from "./help-lines.mjs";
import { choose, day, daysBetween, languageNames, languages, preferred, text, today } from "./language.mjs";
import { contact } from "./inert.mjs";
import { linkOfPage } from "./link.mjs";
import { checkedTexts } from "./own-texts.mjs";
import { go, redraw } from "./router.mjs";
import { isTooOld } from "./seal.mjs";
import { unsent } from "./sending.mjs";
import { state } from "./state.mjs";
import { waiting } from "./storage.mjs";
import { load } from "./visit.mjs";
import { helpNodes } from "./screen-home.mjs";
import "./screen-write.mjs";
import "./screen-code.mjs";
import "./screen-sent.mjs";
import "./screen-enter.mjs";
import "./screen-status.mjs";
import "./screen-message.mjs";
import "./screen-move.mjs";

/** Header and footer, in the language chosen; what is open stays open. */
function frame() {
  const t = text();
  document.title = t.pageTitle;
  const exit = el("button", { type: "button", id: "exit", onclick: leave, "aria-describedby": "exit-note" }, t.exit.button);
  fill(document.getElementById("top"),
    el("a", { href: "#main", class: "skip", onclick: skip }, t.skip),
    el("div", { class: "bar" },
      el("div", { class: "languages", role: "group", "aria-label": t.languageLabel }, languages.map((code) =>
        el("button", {
          type: "button", id: `language-${code}`, lang: code, "aria-pressed": String(code === t.language),
          onclick: () => change(code),
        }, languageNames[code]))),
      exit));
  fill(document.getElementById("under-top"), el("p", { id: "exit-note" }, t.exit.note),
    // Only an organisation that has its own texts may have a logo.
    state.own ? el("img", { class: "logo", src: "logo.png", alt: "", onerror: (event) => event.target.remove() }) : null);
  const footer = document.getElementById("foot");
  const wasOpen = footer.querySelector("details")?.open;
  fill(footer,
    el("p", { class: "urgent" }, contact(t.help.urgent)),
    el("details", { id: "help" }, el("summary", {}, t.help.title), el("div", { class: "inside" },
      helpNodes(t, helpLines), el("p", { class: "note" }, t.help.asOf(day(asOf)), ` ${t.help.newTab}`,
        daysBetween(asOf, today()) > freshDays ? ` ${t.help.old}` : ""),
      el("p", { class: "note" }, t.help.phoneBill))),
    el("p", { class: "note" }, t.help.callOrMeet));
  if (wasOpen) footer.querySelector("details").open = true;
}

/** The fragment is the organisation's link: it must not change. */
function skip(event) {
  event.preventDefault();
  document.querySelector("#main h1")?.focus();
}

async function change(code) {
  try {
    await choose(code);
  } catch {
    document.getElementById("language-failed")?.remove();
    document.getElementById("under-top").append(
      el("p", { id: "language-failed", class: "note", role: "alert" }, text().languageFailed));
    return;
  }
  announce("");  // It was in the other language.
  frame();
  redraw();
  document.getElementById(`language-${code}`)?.focus();
}

/** Another link in the address bar of this tab: who goes there begins anew with it. */
function listenForLink() {
  const begunWith = location.hash;
  window.addEventListener("hashchange", () => {
    if (linkOfPage() && location.hash !== begunWith) location.reload();
  });
}

async function begin() {
  listenForExit();
  listenForLink();
  await choose(preferred());
  document.body.replaceChildren(el("header", { id: "top" }), el("aside", { id: "under-top" }), el("main", { id: "main" }),
    el("footer", { id: "foot" }), el("p", { id: "said", class: "unseen", "aria-live": "polite" }));
  frame();
  state.link = linkOfPage();
  state.trust = state.link ? "link" : "server";
  const kept = waiting();
  if (kept) {
    state.sending = { ...unsent(kept, true), isTooOld: isTooOld(kept.month) };
    go("waiting");
  } else {
    go("home");
  }
  ownTexts().then((own) => {
    state.own = checkedTexts(own);
    if (!state.own) return;
    frame();
    redraw("home");
  });
  load();
}

begin();
