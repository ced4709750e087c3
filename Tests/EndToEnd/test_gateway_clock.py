"""A clock that runs ahead closes nothing that can't be opened again: `serve` and `close-day` ask for a person's word."""

import subprocess

import pytest
from gateway_organisation import BINARY, ENVIRONMENT, Gateway, report, run, today
from test_gateway_command import failed
from test_gateway_kills import forget, in_days

DUTCH = {**ENVIRONMENT, "LC_ALL": "nl_NL.UTF-8"}


def later(days, *arguments, env=ENVIRONMENT):
    return subprocess.run([*in_days(days), BINARY, *arguments], capture_output=True, text=True, timeout=120, env=env)


@pytest.fixture
def gateway(tmp_path):
    """Yesterday is closed, tomorrow's clock is right."""
    gateway = Gateway(tmp_path / "gateway")
    assert later(1, "close-day", gateway.folder).returncode == 0
    return gateway


def test_more_than_fourteen_days_are_closed_on_a_persons_word_only(gateway):
    first = today(1)
    for command in (["close-day", gateway.folder], ["serve", gateway.folder, "--port", "0"]):
        failed(later(16, *command),
               f"this machine's clock says {today(16)}: 15 days, from {first} to {today(15)}, would be closed at once",
               "--clock-is-right")
        failed(later(16, *command, env=DUTCH),
               f"de klok van deze computer zegt {today(16)}: 15 dagen, van {first} tot en met {today(15)}, zouden in "
               "één keer afgesloten worden", "--clock-is-right")
    assert f"last closed  {today()}" in run("status", gateway.folder).stdout
    # Fourteen are closed as before, and more with the word.
    assert later(15, "close-day", gateway.folder).stdout.startswith(f"closed {today(14)}")
    assert later(99, "close-day", gateway.folder, "--clock-is-right").stdout.startswith(f"closed {today(98)}")
    gateway.start("--clock-is-right", wrap=in_days(200))
    assert any(line.endswith("closing 101 days first, then it serves\n") for line in gateway.lines)
    assert f"last closed  {today(199)}" in run("status", gateway.folder).stdout
    gateway.stop()


def test_a_first_closing_is_held_as_well(tmp_path):
    gateway = Gateway(tmp_path / "gateway")
    failed(later(15, "serve", gateway.folder, "--port", "0"),
           f"this machine's clock says {today(15)}: 15 days, from {today()} to {today(14)}, would be closed at once",
           "--clock-is-right")
    assert later(14, "close-day", gateway.folder).returncode == 0


def test_a_running_gateway_waits_when_its_clock_jumps(gateway, tmp_path):
    clock = tmp_path / "clock"
    clock.write_text("+1d\n")
    prefix = [part for part in in_days(1) if not part.startswith("FAKETIME=")]
    prefix[-1:] = [f"FAKETIME_TIMESTAMP_FILE={clock}", "FAKETIME_NO_CACHE=1", "env"]
    gateway.start(wrap=prefix)
    for moment, status in (("+1d", 200), ("+401d", 503), ("+2d", 200)):
        clock.write_text(moment + "\n")
        assert gateway.post_report(report()).status == status
        assert gateway.request("GET", "/notes").status == 200
    # What it says of it DayKeeperTests sees: under a false clock the gateway's own minute does not pass.
    assert f"last closed  {today()}" in run("status", gateway.folder).stdout
    gateway.stop()
    forget(gateway.process)
