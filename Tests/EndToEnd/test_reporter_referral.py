"""Questions about a referral that name someone a report can't be shared with."""

import datetime
import re
import urllib.request

import pytest

from house import run
from reporter_world import NotesServer, Recorder, World, bundle, reporter


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    recorder = Recorder()
    world = World(tmp_path_factory.mktemp("referral"), front=recorder.port).start()
    world.recorder, recorder.target = recorder, world.port
    yield world
    world.stop()
    recorder.close()


def asked(world, folder, other):
    """A case whose reporter is asked whether it may be shared with `other`; its number, and the file of its code."""
    code = folder / "code"
    code.write_text(world.file("Iets.\n").stdout)
    world.arrive()
    case = max(world.cases())
    world.answer(case, "Mag ik dit delen?", "--ask-referral", other)
    return case, code


def agree(world, code, language):
    return reporter("reply", "--organisation", world.link, "--code-file", code, "--agree", "--yes", "--language", language)


def test_nobody_asks_to_share_with_herself(world, tmp_path):
    code = tmp_path / "code"
    code.write_text(world.file("Iets.\n").stdout)
    world.arrive()
    refused = world.intern.reply(max(world.cases()), "Mag ik dit delen?", "--ask-referral", "intern", ok=False)
    assert "intern is you" in refused.stderr
    world.intern.post()
    assert "Mag ik dit delen?" not in world.check(code.read_text()).stdout


def notes_without_keys(world, id):
    """What the gateway serves, but for one counsellor's keys."""
    with urllib.request.urlopen(f"http://127.0.0.1:{world.port}/notes") as answer:
        rest, notes = answer.read(), []
    while rest:
        line, rest = rest.split(b"\n", 1)
        count = int(re.fullmatch(rb"note (\d+)", line)[1])
        notes.append(rest[:count])
        rest = rest[count:]
    kept = [n for n in notes if not (n.startswith(b"sottovoce/v1 keys") and b"\ncounsellor %s\n" % id in n)]
    assert len(kept) == len(notes) - 1
    return bundle(*kept)


def test_one_who_is_not_offered_or_not_there_is_said(world, tmp_path):
    _, code = asked(world, tmp_path, "extern")
    double = NotesServer(notes_without_keys(world, b"extern"))
    month = datetime.datetime.now(datetime.timezone.utc).strftime("/replies/%Y-%m")
    with urllib.request.urlopen(f"http://127.0.0.1:{world.port}{month}") as answer:
        double.replies[month] = answer.read()
    world.recorder.target = double.port
    for language, said in (("nl", "kan in"), ("en", "can't get anything this way in")):
        out = agree(world, code, language)
        assert out.returncode == 1 and re.search(f"error: Counsellor extern {said} ", out.stderr), out.stderr
    world.recorder.target = world.port
    double.close()

    run("counsellor", "organisation", "remove", world.organisation, "extern")
    world.sign()
    run("gateway", "publish", world.gateway_folder, world.organisation / "roster.note")
    for language, said in (("nl", 'met "extern", maar zo iemand staat niet in de lijst'),
                           ("en", 'with "extern", but no such person is in the list')):
        out = agree(world, code, language)
        assert out.returncode == 1 and said in out.stderr, out.stderr
