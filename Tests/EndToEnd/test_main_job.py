"""The main job with the real commands: file, fetch, open, answer, read, answer back."""

import subprocess

import pytest

REPORT = "Er wordt op mij geschreeuwd.\nMag dit tussen ons blijven? Mërci — 🙂"


def test_a_report_and_its_answers_go_all_the_way(house):
    code = house.file(REPORT)
    words = code.read_text().split()
    assert len(words) == 10

    house.intern.fetch()
    house.intern.import_()
    shown = house.intern.offline_run("show", "1").stdout
    assert REPORT.splitlines()[0] in shown and "🙂" in shown
    house.intern.reply(1, "Dank je wel. Je staat er niet alleen voor.")
    house.intern.post()

    answer = house.check(code)
    assert "Je staat er niet alleen voor." in answer and "Counsellor intern" in answer

    house.follow_up(code, "Donderdag om tien uur graag.", "intern")
    house.intern.fetch()
    house.intern.import_()
    shown = house.intern.offline_run("show", "1").stdout
    assert "Donderdag om tien uur graag." in shown and REPORT.splitlines()[0] in shown


def test_only_the_chosen_counsellors_can_open(house):
    house.file("Alleen voor de externe.", "extern")
    for person in (house.intern, house.extern):
        person.fetch()
        person.import_()
    assert "Alleen voor de externe." in house.extern.offline_run("show", "1").stdout
    failed = house.intern.offline_run("show", "1", ok=False)
    assert "Alleen voor" not in failed.stdout + failed.stderr


def test_two_readers_each_answer_in_a_thread_of_their_own(house):
    code = house.file("Voor jullie beiden.", "intern", "extern")
    for person, text in ((house.intern, "Van binnen."), (house.extern, "Van buiten.")):
        person.fetch()
        person.import_()
        person.reply(1, text)
        person.post()
    answer = house.check(code)
    assert "Van binnen." in answer and "Van buiten." in answer
    # Neither counsellor sees the other's answer, though both fetch everything.
    for person, text in ((house.intern, "Van buiten."), (house.extern, "Van binnen.")):
        person.fetch()
        person.import_()
        assert text not in person.offline_run("show", "1").stdout


def test_the_opening_process_needs_no_network(house):
    house.file(REPORT)
    house.intern.fetch()
    cut_off = next(
        wrap for wrap in (["unshare", "-n"], ["unshare", "-rn"])
        if subprocess.run([*wrap, "true"], capture_output=True).returncode == 0)
    house.intern.import_(wrap=cut_off)
    assert REPORT.splitlines()[0] in house.intern.offline_run("show", "1", wrap=cut_off).stdout
    house.intern.reply(1, "Zonder netwerk geschreven.", wrap=cut_off)


def test_withdrawing_reaches_the_counsellor(house):
    code = house.file(REPORT)
    house.reporter("withdraw", "--code-file", code, "--to", "intern", "--yes")
    house.intern.fetch()
    house.intern.import_()
    shown = house.intern.offline_run("show", "1").stdout.lower()
    assert "stop" in shown
    assert "STOP: do nothing with this" in house.intern.offline_run("inbox").stdout
    house.intern.reply(1, "Dat doe ik.")
    house.intern.post()
    house.follow_up(code, "Toch verder.", "intern")
    house.intern.fetch()
    house.intern.import_()
    assert "STOP" not in house.intern.offline_run("inbox").stdout


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_code_of_either_language_works_in_the_other(house, language):
    other = {"nl": "en", "en": "nl"}[language]
    code = house.file(REPORT, language=language)
    house.intern.fetch()
    house.intern.import_()
    house.intern.reply(1, "Gelezen.")
    house.intern.post()
    assert "Gelezen." in house.check(code, language=other)


def test_all_reports_have_one_size_and_all_replies_one_size(house):
    code = house.file("x")
    house.intern.fetch()
    house.intern.import_()
    # One at a time: what is imported together is numbered by hash.
    house.file("y" * 8000, "intern", "extern", code="other")
    house.intern.fetch()
    house.intern.import_()
    house.intern.reply(1, "z")
    house.intern.reply(1, "z" * 4000)
    house.intern.post()
    house.intern.fetch()
    notes = (house.intern.mirror / "notes").read_bytes()
    sealed = [path.stat().st_size for path in (house.intern.mirror / "envelopes").iterdir()
              if path.read_bytes() not in notes]
    # One of each is the day's cover.
    assert sorted(sealed) == [8_192] * 3 + [16_384] * 3
    assert house.check(code).count("z" * 100) >= 1
