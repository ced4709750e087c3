// Ten words: made, read, and what is said when they are not right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, facts, refused } from "./core.mjs";

const dutch = facts.dutch.split(" ");
const read = (text, language = "nl") => ask("readCode", text, language);

test("new words are a code, each time another, in the language asked for", () => {
  for (const language of ["nl", "en"]) {
    const [one, two] = [ask("newCode", language), ask("newCode", language)];
    assert.equal(one.words.length, 10);
    assert.notDeepEqual(one, two);
    const reading = read(one.words.join(" "), language);
    assert.deepEqual([reading.valid, reading.language, reading.hint], [true, language, null]);
  }
  assert.throws(() => ask("newCode", "fr"), refused("malformedInput"));
});

test("capitals, accents, numbers and punctuation are forgiven", () => {
  const typed = dutch.map((word, index) => `${index + 1}. ${word.toUpperCase().replace("E", "É")},`);
  assert.deepEqual(read(typed.join("\r\n")), {
    valid: true, words: dutch, problems: [], hint: null, language: "nl", count: 10, proven: true,
  });
});

test("words of the other language are a code too, and it is said", () => {
  const reading = read(facts.english);
  assert.deepEqual([reading.valid, reading.hint, reading.language], [true, "otherLanguage", "en"]);
});

test("one wrong word is named, with what it should be", () => {
  const typed = dutch.with(3, "zz" + dutch[3]).join(" ");
  const reading = read(typed);
  assert.equal(reading.valid, false);
  assert.deepEqual(reading.words, dutch);
  assert.deepEqual(reading.problems, [{ word: 4, typed: "zz" + dutch[3], suggestions: [dutch[3]] }]);
});

test("what stands in another place is pointed out", () => {
  const swapped = read(dutch.with(1, dutch[5]).with(5, dutch[1]).join(" "));
  assert.deepEqual([swapped.valid, swapped.words, swapped.hint], [false, dutch, "swapped"]);
  assert.deepEqual(swapped.problems.map(({ word, typed, suggestions }) => [word, typed, suggestions[0]]),
    [[2, dutch[5], dutch[1]], [6, dutch[1], dutch[5]]]);
  const moved = read([...dutch.slice(1, 6), dutch[0], ...dutch.slice(6)].join(" "));
  assert.deepEqual([moved.words, moved.hint], [dutch, "moved"]);
  const columns = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9].map((place) => dutch[place]);
  assert.deepEqual([read(columns.join(" ")).words, read(columns.join(" ")).hint], [dutch, "order"]);
});

test("a word missing, too many, or unreadable", () => {
  const nine = read(dutch.slice(0, 9).join(" "));
  assert.deepEqual([nine.hint, nine.count, nine.words], ["lastMissing", 9, dutch]);
  const inside = read(dutch.toSpliced(4, 1).join(" "));
  assert.deepEqual([inside.hint, inside.problems], ["missing", [{ word: 5, typed: "", suggestions: [dutch[4]] }]]);
  const eleven = read(dutch.toSpliced(4, 0, "weg").join(" "));
  assert.deepEqual([eleven.hint, eleven.count, eleven.words], ["extra", 11, dutch]);
  const two = read(dutch.with(1, "?").with(7, "?").join(" "));
  assert.deepEqual([two.words, two.proven, two.problems[0].typed], [dutch, false, "?"]);
  const three = read(dutch.with(1, "?").with(7, "?").with(8, "?").join(" "));
  assert.deepEqual([three.words, three.hint], [[], "unreadable"]);
  assert.deepEqual([read("").hint, read("").count], ["count", 0]);
  assert.equal(read(dutch.slice(0, 5).join(" ")).count, 5);
});

test("what is no code at all is said so, whatever it holds", () => {
  const other = ask("newCode", "nl").words;
  const mixed = read([...dutch.slice(0, 5), ...other.slice(5)].join(" "));
  assert.equal(mixed.valid, false);
  for (const text of ["\u0000\u0007\"\\", "<script>", "\ud800", "x".repeat(100_000), "؟ 🙂 ".repeat(3_000)]) {
    assert.equal(read(text).valid, false);
  }
});
