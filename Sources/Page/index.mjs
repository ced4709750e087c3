// Writes index.html from the texts: what is readable without JavaScript, in every language. `node index.mjs > index.html`
import { asOf, helpLines } from "./scripts/help-lines.mjs";
import { languageNames, languages, textsOf } from "./scripts/language.mjs";

const texts = await Promise.all(languages.map(textsOf));

const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
const paragraph = (text) => `<p>${linked(text)}</p>`;
const items = (lines) => `<ul>${lines.map((line) => `<li>${linked(line)}</li>`).join("")}</ul>`;
const blocks = (body) => body.map((one) => Array.isArray(one) ? items(one) : paragraph(one)).join("\n");

/** Telephone numbers and websites can be tapped. */
function linked(text) {
  return escaped(text).split(/(\b[a-z0-9-]+\.nl\b|(?:\+|\b)\d[\d -]{1,18}\d\b)/).map((part, index) => {
    if (index % 2 === 0) return part;
    if (part.endsWith(".nl")) return `<a href="https://${part}/" rel="noopener noreferrer">${part}</a>`;
    return `<a href="tel:${part.replace(/[^\d+]/g, "")}" class="phone">${part}</a>`;
  }).join("");
}

const writtenDay = (t) => {
  const [year, month, number] = asOf.split("-").map(Number);
  return `${number} ${t.months[month - 1]} ${year}`;
};

const section = (t) => `
<section lang="${t.language}" id="${t.language}">
<h1>${escaped(t.home.title)}</h1>
${blocks(t.home.intro)}
<div class="box danger">${paragraph(t.help.urgent)}</div>
<h2>${escaped(t.home.people)}</h2>
${paragraph(t.otherWays.unknown)}
<h2>${escaped(t.plain.writing)}</h2>
${blocks(t.plain.writingAbout)}
<h2>${escaped(t.home.information)}</h2>
${t.information.map(({ title, body }) => `<details><summary>${escaped(title)}</summary><div class="inside">\n${blocks(body)}\n</div></details>`).join("\n")}
<h2>${escaped(t.help.title)}</h2>
<ul class="plain help">
${helpLines.map(([key, name, contacts]) => `<li><strong>${escaped(name)}</strong> (${escaped(t.help.purposes[key])}): ${linked(contacts)}</li>`).join("\n")}
</ul>
<p class="note">${escaped(t.help.asOf(writtenDay(t)))} ${escaped(t.help.phoneBill)}</p>
</section>`;

process.stdout.write(`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(texts[0].pageTitle)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<link rel="preload" href="core.wasm" as="fetch" type="application/wasm" fetchpriority="low" crossorigin>
<script type="module" src="scripts/main.mjs"></script>
</head>
<body>
<!-- Made by index.mjs from texts/. With JavaScript the page builds itself anew from the same texts; until then nothing here
may change the fragment, which is the organisation's link. -->
<header><div class="bar"><div class="languages"><noscript>${texts.map((t) =>
    `<a href="#${t.language}" lang="${t.language}">${languageNames[t.language]}</a>`).join(" · ")}</noscript></div>
<a id="exit" class="button" href="https://www.knmi.nl/" rel="noopener noreferrer">${texts.map((t) =>
    `<span lang="${t.language}">${escaped(t.exit.button)}</span>`).join(" / ")}</a></div></header>
<main id="main">${texts.map(section).join("\n<hr>\n")}
</main>
</body>
</html>
`);
