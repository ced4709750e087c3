"""Whoever reads all that is public can't tell an organisation where people report from one where nobody does."""

import math
import os
import urllib.request

import pytest

from house import run, set_clock
from made_log import read_bundle, read_days

DAYS = 4
REPORT, REPLY = 1, 2


@pytest.fixture(autouse=True)
def today_again():
    yield
    set_clock(0)


class Seen:
    """Everything that is public, but for the notes in force: the same for both, and signed by people."""

    def __init__(self, house):
        def get(path):
            with urllib.request.urlopen(f"http://127.0.0.1:{house.port}{path}") as answer:
                return answer.read()

        first, records = read_days(get("/days"))
        assert first == 0
        heads = [(kind, *note.decode().split("\n\n")) for kind, note in records]
        self.trees = [(kind, int(text.split("\n")[1])) for kind, text, _ in heads]
        self.signers = [(kind, [line.split(" ")[1] for line in signatures.splitlines()])
                        for kind, _, signatures in heads]
        size = self.trees[-1][1]
        assert size < 256
        self.entries = read_bundle(get(f"/tile/entries/000.p/{size}"))
        self.months = []
        for month in sorted({kind[:7] for kind, _ in self.trees if kind != "open"}):
            self.months.append(get(f"/replies/{month}"))

    def shape(self):
        """All but the bytes that are to be random: counts of each kind by day, sizes, days, who signed when."""
        counts, start = [], 0
        for kind, size in self.trees:
            entries = self.entries[start:size]
            counts.append((kind, [sum(entry[0] == which for entry in entries) for which in (1, 2, 3)]))
            if kind != "open":
                assert entries == sorted(entries, key=lambda entry: entry[1:])
            start = size
        return counts, self.signers, [len(month) for month in self.months]

    def random_parts(self):
        """Hashes and tags of reports, of replies, and what of the replies is no header."""
        for which in (REPORT, REPLY):
            entries = [entry for entry in self.entries if entry[0] == which]
            yield b"".join(entry[1:33] for entry in entries)
            yield b"".join(entry[33:] for entry in entries)
        yield b"".join(month[end - 6_000:end] for month in self.months
                       for end in range(16 + 8_192, len(month) + 1, 16 + 8_192))


def live(house, folder, reports, cover_total=None):
    """Some days of an organisation; `reports` arrive on each, are answered, and answered again."""
    set_clock(0)
    house = house.copied(folder)
    if cover_total is not None:
        run("counsellor", "organisation", "settings", house.organisation, "--cover-total", cover_total)
        house.sign()
        house.publish_own_notes()
    case = 0
    for day, count in enumerate(reports):
        set_clock(day)
        house.start()
        for number in range(count):
            code = house.file(f"Melding {number} van dag {day}.", "intern", "extern")
            if number:
                house.follow_up(code, "Nog iets.", "intern")
        for person in (house.intern, house.extern):
            person.fetch()
            person.import_()
            if person is house.intern and count:
                for _ in range(count):
                    case += 1
                    person.reply(case, "Een antwoord.")
            person.outbox()
            person.post_due(person.stick)
        house.stop()
    set_clock(len(reports))
    house.start()
    seen = Seen(house)
    house.stop()
    return seen


def spread(data):
    """How far the 256 values are from evenly spread, in standard deviations: a chi-square of 255 degrees."""
    expected = len(data) / 256
    square = sum((data.count(value) - expected) ** 2 / expected for value in range(256))
    return (square - 255) / math.sqrt(2 * 255)


def apart(one, other):
    """The same of two samples, each against both together."""
    square = 0.0
    share = len(one) / (len(one) + len(other))
    for value in range(256):
        both = one.count(value) + other.count(value)
        for sample, part in ((one, share), (other, 1 - share)):
            if both:
                square += (sample.count(value) - both * part) ** 2 / (both * part)
    return (square - 255) / math.sqrt(2 * 255)


def test_reports_are_not_to_be_seen_in_what_is_public(built_house, tmp_path):
    busy = live(built_house, tmp_path / "busy", [2, 0, 3, 1])
    quiet = live(built_house, tmp_path / "quiet", [0] * DAYS)
    assert busy.shape() == quiet.shape()
    assert sum(entry[0] == REPORT for entry in quiet.entries) >= 8 * DAYS
    # Each by itself by chance: once in about 10^6 runs.
    for one, other in zip(busy.random_parts(), quiet.random_parts()):
        assert len(one) == len(other) > 0
        assert abs(spread(one)) < 6 and abs(spread(other)) < 6
        assert abs(apart(one, other)) < 6


def test_without_cover_they_are_seen(built_house, tmp_path):
    """The control: the test above can fail."""
    seen = [live(built_house, tmp_path / name, reports, cover_total=0).shape()
            for name, reports in (("busy", [2, 0]), ("quiet", [0, 0]))]
    assert seen[0] != seen[1]
    text = b"Text is not evenly spread, and is not taken for something that is. " * 40
    assert abs(spread(text)) > 6 and abs(apart(text, os.urandom(len(text)))) > 6
