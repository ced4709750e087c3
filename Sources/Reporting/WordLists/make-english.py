#!/usr/bin/env python3
"""Makes WordList+English.swift: the BIP-39 English list, out of the PyPI package `mnemonic`.

    python3 -m venv .venv && .venv/bin/pip install mnemonic==0.21
    .venv/bin/python Sources/Reporting/WordLists/make-english.py [--check]

With --check nothing is written: the file there is compared with what would be.
"""

import argparse
import importlib.metadata

import mnemonic

import word_list_file

# The list's published digest, as it is quoted wherever BIP-39's english.txt is pinned.
DIGEST = "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"

COMMENT = """
Made by WordLists/make-english.py; not to be edited by hand.

Source: the English word list of BIP-39 (MIT licence), as the PyPI package mnemonic {version} (MIT
licence, (c) Trezor) has it.
"""

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument("--check", action="store_true", help="compare, write nothing")
check = arguments.parse_args().check

words = mnemonic.Mnemonic("english").wordlist
assert word_list_file.digest(words) == DIGEST, "not the published list"
word_list_file.write_or_check(
    "WordList+English.swift",
    word_list_file.swift_source(
        words, "english", "en", "English: BIP-39's list.",
        COMMENT.format(version=importlib.metadata.version("mnemonic"))),
    check)
