"""Work against floods: the real gateway with little free of it, senders of our own, and the two programs that post reports."""

import os
import threading

import proof_of_work
import pytest
from gateway_organisation import Gateway, reply, report
from house import run
from proof_of_work import asked, false_nonce, header
from reporter_world import Meddler, World

FREE = 3
LINE = "sottovoce/v1 work\ndifficulty {}\nroot {}\n"
BUSY = "takes a little longer"


def test_the_vectors_are_those_of_another_implementation():
    lines = proof_of_work.VECTORS.read_text().splitlines()
    assert [line for line in lines if "work-salt" in line or "first-nonce" in line] == proof_of_work.vectors()


@pytest.fixture
def gateway(tmp_path):
    with Gateway(tmp_path / "gateway", free_reports=FREE).start() as gateway:
        yield gateway


def demand(gateway):
    answer = gateway.request("GET", "/work")
    assert answer.status == 200 and answer.getheader("Content-Type") == "text/plain; charset=utf-8"
    return answer.body


def fill(gateway):
    for _ in range(FREE):
        assert asked(demand(gateway))[0] is None
        assert gateway.post_report(report()).status == 200


def test_a_flood_without_work_gets_no_further(gateway):
    fill(gateway)
    for _ in range(20):
        answer = gateway.post_report(report())
        assert answer.status == 428 and answer.body == demand(gateway)
    assert asked(answer.body)[0] == 3
    assert len(gateway.signed("GET", "/pending").body.splitlines()) == FREE


def test_work_is_taken_once_and_for_one_envelope(gateway):
    fill(gateway)
    posted, other = report(), report()
    worked = proof_of_work.work(posted, demand(gateway))
    assert gateway.post_report(other, headers=worked).status == 428
    taken = gateway.post_report(posted, headers=worked)
    assert taken.status == 200
    for headers in ({}, worked):
        assert gateway.post_report(posted, headers=headers).body == taken.body
    assert gateway.post_report(other, headers=worked).status == 428
    assert gateway.post_report(other, headers=proof_of_work.work(other, demand(gateway))).status == 200
    # Twice as many as are free: a bit more.
    assert gateway.post_report(report(), headers=proof_of_work.work(posted, demand(gateway))).status == 428
    last = report()
    assert gateway.post_report(last, headers=proof_of_work.work(last, demand(gateway))).status == 200
    assert asked(demand(gateway))[0] == 4


@pytest.mark.parametrize("value", ["", "0", "8260", "{nonce}", "{nonce} ", "{nonce} {root}0", "{nonce}  {root}", "0x{nonce} {root}",
                                   "{nonce},{nonce} {root}", "{nonce} {root} 3"])
def test_malformed_work_is_a_bad_request(gateway, value):
    _, (root, *_) = asked(demand(gateway))
    headers = {"Sottovoce-Work": value.format(nonce="0" * 16, root=root.hex())}
    body = report()
    for prepare in (lambda: None, lambda: fill(gateway)):
        prepare()
        answer = gateway.post_report(body, headers=headers)
        assert (answer.status, answer.body) == (400, b"bad request\n")
    # What has the form and does not count is asked again.
    assert gateway.post_report(body, headers=header(0, bytes(32))).status == 428
    assert gateway.post_report(body, headers=header(0, root)).status == 428


def test_a_flood_of_false_work_stops_nobody(gateway):
    fill(gateway)
    difficulty, (root, *_) = asked(demand(gateway))
    false, honest = report(), [report() for _ in range(3)]
    headers = header(false_nonce(false, root, difficulty), root)
    worked = [proof_of_work.work(one, demand(gateway)) for one in honest]
    ended, statuses, begun = threading.Event(), set(), threading.Semaphore(0)

    def flood():
        connection = gateway.connection()
        while not ended.is_set():
            statuses.add(gateway.post_report(false, headers=headers, connection=connection).status)
            begun.release()

    threads = [threading.Thread(target=flood) for _ in range(16)]
    for thread in threads:
        thread.start()
    for _ in range(64):
        assert begun.acquire(timeout=60)
    try:
        assert [gateway.post_report(one, headers=done).status for one, done in zip(honest, worked)] == [200] * 3
    finally:
        ended.set()
        for thread in threads:
            thread.join(60)
    assert statuses == {428}


def test_replies_need_no_work(gateway):
    fill(gateway)
    assert gateway.signed("POST", "/replies", reply()).status == 200


# The two programs


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    meddler = Meddler()
    world = World(tmp_path_factory.mktemp("work"), front=meddler.port, free_reports=0)
    world.meddler, meddler.target = meddler, world.port
    world.start()
    yield world
    world.stop()
    meddler.close()


@pytest.fixture
def meddler(world):
    world.meddler.requests.clear()
    yield world.meddler
    world.meddler.demands, world.meddler.refuses = [], None


def posts(meddler):
    return [path for method, path in meddler.requests if method == "POST"]


def test_a_report_and_a_message_go_through(world, meddler):
    for language, said in (("nl", "Het duurt iets langer"), ("en", "takes a little longer")):
        meddler.requests.clear()
        out = world.file(f"In het {language}.", language=language)
        assert out.returncode == 0, out.stderr
        assert out.stderr.count(said) == 1
        # Filing is the only thing that posts: what is fetched stays the same.
        assert posts(meddler) == ["/reports"] * 2 and meddler.requests[-2][0] == "POST"
    code = world.folder / "code"
    code.write_text(out.stdout)
    written = world.follow_up(code, "En nog iets.", "intern")
    assert BUSY in written.stderr and "SENT" in written.stderr
    world.arrive()
    shown = "".join(map(world.show, world.cases()))
    assert all(text in shown for text in ("In het nl.", "In het en.", "En nog iets."))


def test_a_counsellors_day_is_posted(world, meddler):
    world.extern.outbox()
    assert world.extern.post_due(world.extern.stick).returncode == 0
    assert posts(meddler).count("/reports") == 2 and "/replies" in posts(meddler)


def test_a_log_that_grew_meanwhile_is_worked_on_again(world, meddler):
    meddler.demands = [LINE.format(1, os.urandom(32).hex()).encode()]
    out = world.file("Nog een keer.")
    assert out.returncode == 0 and out.stderr.count(BUSY) == 2, out.stderr
    assert posts(meddler) == ["/reports"] * 3


def test_endless_demands_end(world, meddler, tmp_path):
    meddler.demands = [LINE.format(1, os.urandom(32).hex()).encode() for _ in range(100)]
    kept = tmp_path / "kept"
    out = run("reporter", "file", "--organisation", world.link, "--to", "intern", "--yes", "--language", "en", "--keep", kept,
              text="Eindeloos.", ok=None)
    assert out.returncode == 69 and "error: NOT SENT" in out.stderr and "too busy" in out.stderr, out.stderr
    # Three tries, as ever where nobody can be asked, with the work done three times each.
    assert len(posts(meddler)) == 12 and kept.exists()
    meddler.demands = []
    sent = run("reporter", "send", kept, "--organisation", world.link, "--yes", "--language", "en")
    assert BUSY in sent.stderr


@pytest.mark.parametrize("body", [b"", b"precondition required\n", LINE.format(13, "00" * 32).encode(), LINE.format(1, "00").encode(),
                                  LINE.format(1, "00" * 32).encode() * 100])
def test_what_is_no_demand_is_not_worked_for(world, meddler, body):
    meddler.demands = [body] * 100
    out = world.file("Niets.")
    assert out.returncode == 69 and "too busy" in out.stderr and BUSY not in out.stderr, out.stderr
    assert len(posts(meddler)) == 3
