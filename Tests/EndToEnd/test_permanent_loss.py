"""A counsellor lost her keys for good: who wrote while she was in the list is told, and nobody else."""

from house import run, set_clock
from test_counsellor_setup import new_counsellor


def test_whoever_wrote_to_one_who_lost_her_keys_is_told(house):
    early = house.file("Alleen voor intern.")
    before = house.check(early)
    assert "begin anew" not in before
    run("counsellor", "organisation", "remove", house.organisation, "intern")
    house.passphrase("nieuw")
    run("counsellor", *new_counsellor(house), "--passphrase-file", house.folder / "nieuw.passphrase")
    run("counsellor", "organisation", "add", house.organisation, house.folder / "nieuw.enrolment")
    house.sign()
    house.stop()
    # The day is closed, so that the report is one the log has.
    run("gateway", "publish", house.gateway_folder, house.organisation / "roster.note", *house.folder.glob("nieuw.*.note"))
    set_clock(1)
    try:
        house.start()
        house.extern.fetch(ok=None)
        run("counsellor", "approve", "nieuw", "--yes", "--collector", house.extern.online, ok=None)
        house.extern.fetch()
        said = " ".join(house.check(early).split())
        assert "Counsellor intern is no longer a confidential counsellor, or had to start again." in said
        assert "Counsellor extern is no longer" not in said
        late = house.file("Na het verlies.", "extern", code="late")
        assert "begin anew" not in house.check(late)
    finally:
        set_clock(0)
