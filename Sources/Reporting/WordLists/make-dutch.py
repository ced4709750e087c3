#!/usr/bin/env python3
"""Makes WordList+Dutch.swift: 2,048 Dutch words for receipt codes.

    sudo apt-get install wdutch
    python3 -m venv .venv && .venv/bin/pip install wordfreq==3.1.1
    .venv/bin/python Sources/Reporting/WordLists/make-dutch.py [--check]

With --check nothing is written: the file there is compared with what would be. Codes outlive
releases: the list that was released never changes, whatever a later OpenTaal or wordfreq would give.

Words come from OpenTaal's list (Debian package wdutch), how common they are from wordfreq (PyPI). The
same versions, which are printed, always give the same list.

What a word must be: 4 to 8 lower-case ASCII letters; in no other word's way, that is, with first four
letters of its own and at least two changes away from every other word (a change: a letter more, less
or other, or two neighbours exchanged); a base form, not a plural, past tense or comparative; not much
commoner in English than in Dutch; not in dutch-denied.txt. Then the commonest go first, words of
dutch-preferred.txt before others, words that are hard to spell after them.
"""

import argparse
import importlib.metadata
import pathlib
import re
import subprocess

import wordfreq

import word_list_file

DICTIONARY = pathlib.Path("/usr/share/dict/dutch")
FOLDER = pathlib.Path(__file__).resolve().parent

COMMENT = """
Made by WordLists/make-dutch.py; not to be edited by hand.

Source: OpenTaal's word list (WordLists/LICENSE.opentaal.txt), as Debian's wdutch {wdutch} has
it, in the order of wordfreq {wordfreq} (PyPI), less WordLists/dutch-denied.txt.
"""

VOWELS = "aeiou"


class Dictionary:
    """What OpenTaal's list says about a word's forms. Dutch spelling rules, as far as they help here."""

    def __init__(self, path):
        self.all = set(path.read_text(encoding="utf-8").split("\n"))
        self.lower = {word for word in self.all if re.fullmatch("[a-z]+", word)}
        self.capitalised = {word.lower() for word in self.all if re.fullmatch("[A-Z][a-z]+", word)}

    def has_diminutive(self, word):
        """Concrete nouns do: molen, molentje."""
        forms = [word + "je", word + "tje", word + "pje", word + word[-1] + "etje",
                 word + word[-1] + "tje"]
        if word.endswith("ng"):
            forms.append(word[:-1] + "kje")
        return any(form in self.all for form in forms)

    @staticmethod
    def with_en(word):
        """The spellings of the word with -en: bal, ballen; boom, bomen; huis, huizen."""
        forms = [word + "en"]
        if re.search("[^aeiou][aeiou][^aeiouwx]$", word):
            forms.append(word + word[-1] + "en")
        long_vowel = re.match(r"(.*)([aeou])\2([^aeiou])$", word)
        if long_vowel:
            start, vowel, last = long_vowel.groups()
            for letter in sorted({last, {"f": "v", "s": "z"}.get(last, last)}):
                forms.append(start + vowel + letter + "en")
        if word[-1] in "fs":
            forms.append(word[:-1] + {"f": "v", "s": "z"}[word[-1]] + "en")
        return forms

    @staticmethod
    def without_en(word):
        """The words that this one could be with -en: ballen, bal; bomen, boom; huizen, huis."""
        start = word[:-2]
        stems = [start]
        if len(start) > 2 and start[-1] == start[-2] and start[-1] not in VOWELS:
            stems.append(start[:-1])
        open_vowel = re.match(r"(.*[^aeiou]|)([aeou])([^aeiou])$", start)
        if open_vowel:
            stems.append(open_vowel[1] + open_vowel[2] * 2 + open_vowel[3])
        voiced = {"v": "f", "z": "s"}
        return stems + [stem[:-1] + voiced[stem[-1]] for stem in stems if stem[-1:] in voiced]

    def is_infinitive(self, word):
        if len(word) < 5 or not word.endswith("en"):
            return False
        stems = [stem for stem in self.without_en(word) if stem in self.lower]
        third_person = any(stem + "t" in self.lower or stem.endswith("t") for stem in stems)
        past = any(stem + end in self.lower for stem in self.without_en(word) for end in ("te", "de"))
        participle = "ge" + word in self.lower or any(
            "ge" + stem + end in self.lower for stem in self.without_en(word)
            for end in ("t", "d", ""))
        return third_person and (past or participle)

    def is_verb_stem(self, word):
        return any(form in self.lower and self.is_infinitive(form) for form in self.with_en(word))

    def has_plural(self, word):
        return word + "s" in self.lower or any(form in self.lower for form in self.with_en(word))

    def is_noun(self, word):
        return self.has_diminutive(word) or self.has_plural(word)

    def is_inflected(self, word):
        """Whether the word is, or looks like, a form of another."""
        lower, ends = self.lower, word.endswith
        if ends("en") and not self.is_infinitive(word) and any(
                stem in lower and self.is_noun(stem) for stem in self.without_en(word)):
            return True
        if not self.has_diminutive(word) and word[:-1] in lower and (
                ends("s") or ends("t") and self.is_verb_stem(word[:-1])):
            return True
        past = re.fullmatch("(.+?)(te|de|ten|den)", word)
        if past and self.is_verb_stem(re.sub("(te|de|ten|den)$", "", word)):
            return True
        if word.startswith("ge") and (
                word[-1] in "td" and self.is_verb_stem(word[2:-1]) or self.is_infinitive(word[2:])):
            return True
        if ends("e") and any(
                stem in lower for stem in [word[:-1]] + self.without_en(word + "n")):
            return True
        if ends("er") and word + "e" in lower and any(
                stem in lower for stem in self.without_en(word[:-2] + "en")):
            return True
        superlative = re.sub("ste?$", "", word)
        if superlative != word and superlative in lower and superlative + "er" in lower:
            return True
        return ends("end") and self.is_infinitive(word[:-1])

    def kind(self, word):
        """noun, verb, adjective, other noun, or None: what is not a base form of these."""
        if re.search("je$", word):
            return None
        if re.search("end$|heid$|[^aeiou]s$", word) and not self.has_diminutive(word):
            return None
        if self.is_inflected(word):
            return None
        if self.has_diminutive(word):
            # haaltje belongs to haal, not to haalt.
            taken = word[-1] == "t" and word[:-1] in self.lower and not any(
                form in self.lower for form in self.with_en(word))
            return None if taken else "noun"
        if self.is_infinitive(word):
            return None if any(map(self.has_diminutive, self.without_en(word))) else "verb"
        if word + "e" in self.lower and word + "er" in self.lower:
            return None if self.is_verb_stem(word) else "adjective"
        if not self.has_plural(word) or self.is_verb_stem(word) or word in self.capitalised:
            return None
        if word[-1] in "td" and (
                self.is_verb_stem(word[:-1]) or re.match("ge|be|ver|ont", word)):
            return None
        return "other noun"


PENALTY = {"preferred": -0.8, "noun": 0, "adjective": 0.3, "verb": 0.6, "other noun": 0.9}


def candidates(dictionary, denied, preferred):
    """All words that may enter, best first."""
    scored = []
    for word in dictionary.lower:
        if not 4 <= len(word) <= 8 or word in denied or re.search("q|ph|rh", word):
            continue
        common = wordfreq.zipf_frequency(word, "nl", wordlist="best")
        if common == 0:
            continue
        if word in preferred:
            kind = "preferred"
        else:
            if re.search("ae|oeu", word):
                continue
            kind = dictionary.kind(word)
            english = wordfreq.zipf_frequency(word, "en", wordlist="best")
            margin = 0.3 if kind in ("noun", "adjective") else -0.2
            if kind is None or english > common + margin:
                continue
        score = common - PENALTY[kind]
        score -= 0.3 if re.search("ei|ij|au|ou", word) else 0
        score -= 0.3 if re.search(
            "[xy]|th|c(?!h)|eau|oir|uw|sch|ieu|oo?t?ch|sj|ti[eo]", word) else 0
        score -= 0.2 if word in dictionary.capitalised else 0
        score -= 0.1 if len(word) == 8 else 0
        scored.append((round(-score, 6), word))
    return [word for _, word in sorted(scored)]


def is_near(left, right):
    """Whether less than two changes lie between two words."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    if len(left) == len(right):
        places = [place for place in range(len(left)) if left[place] != right[place]]
        exchanged = len(places) == 2 and places[1] == places[0] + 1 and (
            left[places[0]], left[places[1]]) == (right[places[1]], right[places[0]])
        return len(places) < 2 or exchanged
    return any(right[:place] + right[place + 1:] == left for place in range(len(right)))


def chosen(words):
    """The first 2,048 that are in no other's way, in alphabetical order."""
    taken, prefixes, neighbours = [], set(), {}
    for word in words:
        # Two near words share a form that at most one letter was left out of.
        forms = {word} | {word[:place] + word[place + 1:] for place in range(len(word))}
        if word[:4] in prefixes or any(
                is_near(word, other) for form in forms for other in neighbours.get(form, ())):
            continue
        taken.append(word)
        prefixes.add(word[:4])
        for form in forms:
            neighbours.setdefault(form, []).append(word)
        if len(taken) == word_list_file.WORD_COUNT:
            return sorted(taken)
    raise SystemExit(f"error: only {len(taken)} words keep all rules")


def words_of(file_name):
    lines = (FOLDER / file_name).read_text(encoding="ascii").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="compare, write nothing")
    check = arguments.parse_args().check

    versions = {
        "wdutch": subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", "wdutch"], check=True, capture_output=True,
            text=True).stdout,
        "wordfreq": importlib.metadata.version("wordfreq"),
    }
    print("wdutch {wdutch}, wordfreq {wordfreq}".format(**versions))
    words = chosen(candidates(
        Dictionary(DICTIONARY), words_of("dutch-denied.txt"), words_of("dutch-preferred.txt")))
    word_list_file.write_or_check(
        "WordList+Dutch.swift",
        word_list_file.swift_source(
            words, "dutch", "nl", "Dutch: common, friendly words of OpenTaal's list.", COMMENT.format(**versions)),
        check)


main()
