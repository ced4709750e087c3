"""A counsellor's vault as what it is: an SQLite database in an age file, opened and sealed with the real command."""

import contextlib
import random
import re
import sqlite3

from house import run

# As long as a letter, and as words are; from a fixed seed, so that two runs measure the same.
SYLLABLES = "de een het maar toen ik hij zij werk chef dag week lijst kamer stil hard weer nooit altijd gesprek".split()


@contextlib.contextmanager
def opened_vault(person):
    """The database, to be changed; sealed again at the end."""
    vault, plain = person.offline / "vault.age", person.offline.parent / "vault.db"
    unlock = ["--identity", person.offline / "identity.age", "--identity-passphrase-file", person.passphrase]
    run("counsellor", "open-file", *unlock, "--output", plain, vault)
    opened = run("counsellor", "open-file", "--passphrase-file", person.passphrase, person.offline / "identity.age")
    recipient = re.search(r"age1pq1\w+", opened.stdout)[0]
    database = sqlite3.connect(plain)
    database.execute("PRAGMA foreign_keys = ON")
    try:
        with database:
            yield database
        database.close()
        vault.unlink()
        run("counsellor", "seal-file", "--to", recipient, "--output", vault, plain)
    finally:
        database.close()
        plain.unlink()


def fill(person, cases, messages, last_day, letter=900):
    """So many cases with so many messages between them, half of them answers, over two years; most are closed."""
    some = random.Random(5)
    text = lambda: " ".join(some.choice(SYLLABLES) for _ in range(some.randrange(letter // 9, letter // 3)))
    a_case = messages // cases // 2
    with opened_vault(person) as database:
        replies = 0
        reply_to = database.execute("SELECT reply_to FROM conversation WHERE reply_to <> '' LIMIT 1").fetchone()[0]
        first = database.execute("SELECT ifnull(max(number), 0) + 1 FROM conversation").fetchone()[0]
        for number in range(first, first + cases):
            day = last_day - some.randrange(730)
            is_closed = some.random() < 0.9
            database.execute(
                "INSERT INTO conversation (number, thread, reply_to, opened, state, answered, next_number, status,"
                " closed_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, some.randbytes(32), reply_to, day, "closed" if is_closed else "open",
                 int(some.random() < 0.9), a_case, "concluded" if is_closed else "received",
                 min(last_day, day + some.randrange(a_case, 90)) if is_closed else 0))
            for turn in range(a_case):
                hash = some.randbytes(32)
                database.execute("INSERT INTO envelope VALUES (?, ?, 'opened')", (hash, day + turn))
                database.execute(
                    "INSERT INTO report (hash, conversation, day, after_replies, sequence, kind, about, track, category,"
                    " language, addressed, body, mac, authentic, other_reply_to, seen)"
                    " VALUES (?, ?, ?, ?, ?, 'message', '', 'complaint', 'bullying', 'nl', 'intern', ?, ?, 1, 0, 1)",
                    (hash, number, day + turn, turn, turn, text(), some.randbytes(32)))
                replies += 1
                made = database.execute(
                    "INSERT INTO reply (conversation, number, day, kind, body, state, at_once)"
                    " VALUES (?, ?, ?, 'answer', ?, 'posted', 0)", (number, turn, day + turn, text()))
                database.execute(
                    "INSERT INTO sealing VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (some.randbytes(16), made.lastrowid, number, turn, day + turn, some.randbytes(32), some.randbytes(32)))
            database.execute("INSERT INTO milestone VALUES (?, 'acknowledgement', ?)", (number, day + 1))
            database.execute("INSERT INTO private_note (conversation, day, body) VALUES (?, ?, ?)", (number, day, text()))
