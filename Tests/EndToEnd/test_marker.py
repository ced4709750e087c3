"""A marker word in a report and in its answer is nowhere in the gateway: not in its memory, on its disk, in its
output or in any byte on its sockets, while it works for others too."""

import os
import subprocess
import threading

import pytest

from house import House
from reporter_world import Recorder

MARKERS = {"report": "merelzang7391", "answer": "wilgenroos5820", "follow-up": "duindoorn6043"}


@pytest.fixture
def recorded(tmp_path):
    """A house whose clients all come through a relay that keeps every byte, both ways."""
    relay = Recorder()
    house = House(tmp_path, front=relay.port)
    relay.target = house.port
    house.start()
    yield house, relay
    house.stop()
    relay.close()


def core_of(process, folder):
    done = subprocess.run(["gcore", "-a", "-o", folder / "core", str(process)], capture_output=True, text=True)
    if done.returncode != 0:
        done = subprocess.run(["sudo", "-n", "gcore", "-a", "-o", folder / "core", str(process)],
                              capture_output=True, text=True)
        subprocess.run(["sudo", "-n", "chmod", "a+r", folder / f"core.{process}"], check=True)
    assert done.returncode == 0, done.stderr
    return (folder / f"core.{process}").read_bytes()


def test_a_marker_is_nowhere_in_the_gateway(recorded, tmp_path):
    house, relay = recorded
    stop = threading.Event()

    def others():
        number = 0
        while not stop.is_set():
            house.file("Ander bericht.", code=f"other-{number}")
            number += 1

    load = threading.Thread(target=others)
    load.start()
    try:
        code = house.file(f"Het gaat over {MARKERS['report']}.")
        house.intern.fetch()
        house.intern.import_()
        inbox = house.intern.offline_run("inbox").stdout
        numbers = [line.split()[0] for line in inbox.splitlines() if line.strip()[:1].isdigit()]
        case = next(n for n in numbers if MARKERS["report"] in house.intern.offline_run("show", n).stdout)
        house.intern.reply(case, f"Ik begrijp {MARKERS['answer']}.")
        house.intern.post()
        assert MARKERS["answer"] in house.check(code)
        house.follow_up(code, f"Nog iets: {MARKERS['follow-up']}.", "intern")
        memory = core_of(house.process.pid, tmp_path)
    finally:
        stop.set()
        load.join()
    house.process.terminate()
    output, _ = house.process.communicate(timeout=30)
    house.process = None
    places = {"memory": memory, "output": output.encode(), "sockets": b"".join(map(bytes, relay.sent)) + b"".join(relay.answered)}
    for folder, _, names in os.walk(house.gateway_folder):
        for name in names:
            places[name] = open(os.path.join(folder, name), "rb").read()
    words = code.read_text().split()
    searched = [word.encode() for word in MARKERS.values()] + [" ".join(words).encode()]
    assert len(places["sockets"]) > 16_384 and len(memory) > 1 << 20
    for place, content in places.items():
        for word in searched:
            assert word not in content, f"{word.decode()} is in the gateway's {place}"
            assert word.decode().encode("utf-16-le") not in content, place
