// What the desk does besides its forms: counts room, keeps drafts, locks when nobody is there. All works without it,
// but for the draft and a lock that shows itself.
const root = document.documentElement.dataset.root;
const post = (path, fields) => fetch(path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

const text = document.querySelector("#text");
if (text) {
  const room = document.querySelector("#room");
  const form = document.querySelector("#answer");
  let [kept, timer] = [text.value, null];
  const keep = async () => {
    if (text.value === kept) return;
    kept = text.value;
    await post(form.dataset.draft, { text: kept });
    room.textContent = room.dataset.saved;
  };
  const count = () => {
    const left = Number(text.dataset.capacity) - new TextEncoder().encode(text.value).length;
    room.textContent = (left < 0 ? room.dataset.over : room.dataset.room).replace("{0}", Math.abs(left));
    room.classList.toggle("late", left < 0);
  };
  text.addEventListener("input", () => {
    count();
    clearTimeout(timer);
    timer = setTimeout(keep, 2000);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  for (const button of document.querySelectorAll("[data-template]")) {
    button.addEventListener("click", () => {
      const words = button.dataset.template;
      text.value = text.value ? `${text.value}\n\n${words}` : words;
      text.dispatchEvent(new Event("input"));
      text.focus();
    });
  }
  count();
}

if (document.querySelector("#lock")) {
  const idle = Number(document.documentElement.dataset.idle) * 1000;
  let [used, told] = [Date.now(), Date.now()];
  const use = () => {
    used = Date.now();
    if (used - told > Math.min(idle / 4, 60_000)) {
      told = used;
      post(`${root}/awake`, {});
    }
  };
  for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, use, { passive: true });
  setInterval(() => {
    if (Date.now() - used >= idle) document.querySelector("#lock").requestSubmit();
  }, 1000);
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A browser keeps pages to go back to, also those it was told not to store: what is left is emptied, and shown anew
// only by the desk, which asks for the passphrase when it is locked.
addEventListener("pagehide", (event) => {
  if (event.persisted) document.body.replaceChildren();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
