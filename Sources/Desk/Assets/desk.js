// What the desk does besides its forms: keeps what is typed, counts room, locks when nobody is there. All works without it,
// but for what is kept and a lock that shows itself.
const root = document.documentElement.dataset.root;
const post = (path, fields) => fetch(path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

// Every text of a form is kept in the vault, by where the form is sent to, until it is sent.
const shown = document.querySelector("#drafts");
const fields = shown && document.querySelector("#lock") ? [...document.querySelectorAll("form textarea")] : [];
const nameOf = (form) => form.dataset.draft ?? new URL(form.action).pathname.slice(root.length + 1);
const [kept, notes, timers] = [new Map(fields.map((field) => [field, field.value])), new Map(), new Map()];
// On their way to the vault; and forms on their way to be sent, of which nothing is to be kept any more.
const [keeping, sent] = [new Set(), new Set()];

const say = (field, words) => {
  if (!notes.has(field)) {
    const note = Object.assign(document.createElement("p"), { className: "note" });
    note.setAttribute("role", "status");
    field.closest("p").after(note);
    notes.set(field, note);
  }
  notes.get(field).textContent = words;
  return notes.get(field);
};

const keep = (field, isLeaving = false) => {
  clearTimeout(timers.get(field));
  const [value, before] = [field.value, kept.get(field)];
  if (value === before || sent.has(field.form)) return null;
  kept.set(field, value);
  const isAsItStood = value === field.defaultValue && !("shown" in field.form.dataset);
  const body = new URLSearchParams({
    form: nameOf(field.form), field: field.name, text: isAsItStood ? "" : value,
    proposed: "proposed" in field.form.dataset ? field.defaultValue : "",
  });
  // A browser sends no more than this from a page that is left.
  const keepalive = isLeaving && body.toString().length < 60_000;
  const keptNow = fetch(`${root}/drafts`, { method: "POST", body, redirect: "manual", keepalive }).then((answer) => {
    if (answer.type !== "opaqueredirect") throw new Error("not kept");
    if (!isLeaving) say(field, shown.dataset.kept);
  }).catch(() => kept.set(field, before)).finally(() => keeping.delete(keptNow));
  keeping.add(keptNow);
  return keptNow;
};
const keepAll = () => Promise.allSettled([...fields.map((field) => keep(field)), ...keeping]);

for (const item of shown?.children ?? []) {
  const field = fields.find((one) => nameOf(one.form) === item.dataset.form && one.name === item.dataset.field);
  if (!field || field.value === item.textContent || (item.dataset.proposed ?? field.defaultValue) !== field.defaultValue) continue;
  field.value = item.textContent;
  if ("sent" in item.dataset) {
    keep(field);
    continue;
  }
  kept.set(field, field.value);
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const undo = Object.assign(document.createElement("button"), { type: "button", textContent: shown.dataset.undo });
  undo.addEventListener("click", () => {
    field.value = field.defaultValue;
    keep(field);
    say(field, "\u00a0");
    field.focus();
  });
  say(field, shown.dataset.back + " ").append(undo);
}

for (const field of fields) {
  // Its line is there before it says anything: else a button below would move away under a finger.
  if (!notes.has(field)) say(field, "\u00a0");
  field.addEventListener("input", () => {
    clearTimeout(timers.get(field));
    timers.set(field, setTimeout(keep, 2000, field));
  });
  field.addEventListener("change", () => keep(field));
}
for (const kind of ["beforeunload", "pagehide"]) addEventListener(kind, () => fields.forEach((field) => keep(field, true)));

// A form goes when what was typed in the others is kept, and nothing of its own is still on its way to be.
let isWaiting = false;
addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (isWaiting) return event.preventDefault();
  const own = fields.filter((field) => field.form === form);
  sent.add(form);
  if (own.length > 0 && !form.elements.draft) {
    for (const [name, value] of [["draft", nameOf(form)], ["draft-fields", own.map((field) => field.name).join(" ")]]) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  }
  for (const field of own) clearTimeout(timers.get(field));
  if (keeping.size === 0 && fields.every((field) => sent.has(field.form) || kept.get(field) === field.value)) return;
  event.preventDefault();
  isWaiting = true;
  keepAll().then(() => {
    for (const field of fields) kept.set(field, field.value);
    isWaiting = false;
    form.requestSubmit(submitter);
  });
});

const text = document.querySelector("#text");
if (text) {
  const [room, said] = [document.querySelector("#room"), document.querySelector("#room-said")];
  let pause;
  const count = () => {
    const left = Number(text.dataset.capacity) - new TextEncoder().encode(text.value).length;
    room.textContent = (left < 0 ? room.dataset.over : room.dataset.room).replace("{0}", Math.abs(left));
    room.classList.toggle("late", left < 0);
  };
  text.addEventListener("input", () => {
    count();
    // Said aloud when the typing pauses, not at every key.
    clearTimeout(pause);
    pause = setTimeout(() => { said.textContent = room.textContent; }, 1500);
  });
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

// How strong a new passphrase is: the desk says it when typing pauses.
const strength = document.querySelector("#strength");
if (strength) {
  const field = document.querySelector("#passphrase");
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = field.value;
      const answer = await post(`${root}/strength`, { passphrase: typed });
      if (answer.ok && field.value === typed) strength.textContent = await answer.text();
    }, 400);
  });
}

// Tabs of one organisation tell each other that the desk is used, and that it was locked.
const others = new BroadcastChannel(root);
if (document.querySelector('form[action$="/unlock"]')) others.postMessage("locked");

if (document.querySelector("#lock")) {
  const idle = Number(document.documentElement.dataset.idle) * 1000;
  let [used, told] = [Date.now(), Date.now()];
  const use = () => {
    used = Date.now();
    if (used - told > Math.min(idle / 4, 60_000)) {
      told = used;
      post(`${root}/awake`, {});
      others.postMessage("used");
    }
  };
  others.addEventListener("message", async ({ data }) => {
    if (data === "used") used = Date.now();
    // Unless it has been opened since.
    if (data !== "locked" || (await post(`${root}/awake`, {})).type === "opaqueredirect") return;
    await keepAll();
    document.body.replaceChildren();
    location.replace(`${root}/today`);
  });
  for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, use, { passive: true });
  setInterval(() => {
    if (Date.now() - used < idle) return;
    used = Date.now();
    keepAll().then(() => document.querySelector("#lock").requestSubmit());
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
