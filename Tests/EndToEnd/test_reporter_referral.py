"""Questions about a referral that name someone a report can't be shared with."""

import pytest

from house import run
from made_log import days_of, read_days
from reporter_world import Meddler, Recorder, World, flat, reporter


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    recorder = Recorder()
    world = World(tmp_path_factory.mktemp("referral"), front=recorder.port)
    world.recorder, recorder.target = recorder, world.port
    world.start()
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


def unconfirmed(note):
    """A checkpoint without what one counsellor confirmed."""
    return b"".join(line for line in note.splitlines(True) if b"/extern/collector " not in line)


def days_unconfirmed(days):
    first, records = read_days(days)
    return days_of(first, [[kind, unconfirmed(note)] for kind, note in records])


def test_one_who_is_not_offered_or_not_there_is_said(world, tmp_path):
    _, code = asked(world, tmp_path, "extern")
    for language, said in (("nl", "kunt nu niet op deze manier aan"), ("en", "you can't write to")):
        # Whoever has confirmed nothing is not offered.
        double = Meddler(world.port)
        double.changes = {"/days": days_unconfirmed, "/checkpoint": unconfirmed}
        world.recorder.target = double.port
        out = agree(world, code, language)
        world.recorder.target = world.port
        double.close()
        assert out.returncode == 1 and said in flat(out.stderr), out.stderr

    run("counsellor", "organisation", "remove", world.organisation, "extern")
    world.sign()
    run("gateway", "publish", world.gateway_folder, world.organisation / "roster.note")
    world.intern.fetch()
    for language, said in (("nl", 'met "extern", maar zo iemand staat niet in de lijst'),
                           ("en", 'with "extern", but no such person is in the list')):
        out = agree(world, code, language)
        assert out.returncode == 1 and said in out.stderr, out.stderr
