"""What is posted day by day: as much whether there is anything to say or not."""

import pytest

DAYS = 30


def sent(done):
    """The schedule's files that were posted, by name."""
    return [line.split(": ")[1] for line in done.stdout.splitlines() if line.startswith("posted: ")]


def arrive(person):
    person.fetch()
    person.import_()


def test_answers_go_out_a_day_at_a_time_and_missed_days_together(house, at):
    person = house.intern
    code = house.file("Een vraag.")
    arrive(person)
    person.reply(1, "Het eerste antwoord.")
    person.reply(1, "Het tweede antwoord.")
    said = person.outbox().stdout
    assert "files for 30 days" in said and "Replies of yours in them: 2" in said
    first = sent(person.post_due(person.stick))
    assert len(first) == 2 and not list(person.stick.glob("*.re*"))
    answers = house.check(code)
    assert "Het eerste" in answers and "Het tweede" not in answers
    for again in ((), (person.stick,)):
        assert "Nothing to post" in person.post_due(*again).stdout

    at(4)
    later = person.post_due()
    assert len(sent(later)) == 8 and not set(sent(later)) & set(first) and not later.stderr
    assert "Het tweede" in house.check(code)
    person.fetch()
    assert "that have arrived at the reporting point: 2" in person.import_().stdout
    assert "Replies of yours" not in person.outbox().stdout
    # Her own cover lies in her mirror like anybody's, and is not a word to her.
    assert person.offline_run("inbox").stdout.count("\n") == 1

    # Catching up leaves room for what is to go at once: the gateway takes eight days' replies a day.
    at(24)
    some = person.post_due()
    assert len([name for name in sent(some) if name.endswith(".reply")]) == 6
    assert "28 files more go tomorrow" in some.stderr and "end with" in some.stderr
    person.reply(1, "Meteen.")
    person.outbox("--now")
    assert len(sent(person.post_due(person.stick))) == 1
    assert "Meteen." in house.check(code)
    at(26)
    assert "20 files more go tomorrow" in person.post_due().stderr
    at(28)
    assert len([name for name in sent(person.post_due()) if name.endswith(".reply")]) == 6
    for day in range(60, 66):
        at(day)
        last = person.post_due()
    assert "your silence shows" in last.stderr


def test_whoever_answers_posts_what_whoever_is_silent_posts(house, at):
    house.file("Een vraag.")
    for person in (house.intern, house.extern):
        arrive(person)
    for number in range(3):
        house.intern.reply(1, f"Antwoord {number}.")
    shapes = []
    for day in (0, 1, 3):
        at(day)
        posted = []
        for person in (house.intern, house.extern):
            if day == 0:
                person.outbox()
                files = sorted((path.name, path.stat().st_size) for path in person.stick.glob("2*"))
                shapes.append(files)
            posted.append(sent(person.post_due(*[person.stick][:day == 0])))
        assert posted[0] == posted[1]
    assert shapes[0] == shapes[1] and len(shapes[0]) == 2 * DAYS


def test_a_second_outbox_of_a_day_is_not_to_be_seen(house, at):
    person = house.intern
    code = house.file("Een vraag.")
    arrive(person)
    person.outbox()
    assert len(sent(person.post_due(person.stick))) == 2
    person.reply(1, "Later op de dag.")
    person.outbox()
    assert not sent(person.post_due(person.stick))
    assert "Later op de dag." not in house.check(code)
    at(1)
    assert len(sent(person.post_due())) == 2
    assert house.check(code).count("Later op de dag.") == 1


def test_exported_twice_is_shown_once(house, at):
    person = house.intern
    code = house.file("Een vraag.")
    arrive(person)
    person.reply(1, "Eén antwoord.")
    person.outbox()
    person.post_due(person.stick)
    # Not imported since: it may not have been posted, so it goes again under another number.
    person.stick = house.folder / "other-stick"
    assert "Replies of yours in them: 1" in person.outbox().stdout
    person.post_due(person.stick)
    at(1)
    person.post_due()
    assert house.check(code).count("Eén antwoord.") == 1
    person.fetch()
    assert "that have arrived at the reporting point: 1" in person.import_().stdout
    house.follow_up(code, "Dank u.", "intern")
    arrive(person)
    assert "Replies of yours" not in person.outbox().stdout
    assert person.offline_run("show", "1").stdout.count("Eén antwoord.") == 1


@pytest.mark.parametrize("language, words", [
    ("en", "something to say today"), ("nl", "iets te zeggen was")])
def test_at_once_says_what_it_shows(house, language, words):
    person = house.intern
    code = house.file("Er is gevaar.")
    arrive(person)
    person.outbox()
    person.post_due(person.stick)
    assert words in person.reply(1, "Ga weg daar.", "--now", language=language).stderr
    assert words in person.outbox(language=language).stderr
    assert sent(person.post_due(person.stick)) == ["now-1.reply"]
    assert "Ga weg daar." in house.check(code)
    # What goes at once goes besides the schedule, of which every day stays as it was.
    person.reply(1, "En bel.")
    person.outbox("--now")
    assert len(list(person.stick.glob("2*.reply"))) == DAYS
    assert sent(person.post_due(person.stick)) == ["now-1.reply"]
    assert "En bel." in house.check(code)
