"""Lists of counsellors that must not be believed, served to counsellors and to reporters."""

import pytest

from gateway_organisation import Counsellor, Signer, sign
from hostile_world import ANSWER, plain
from test_counsellor import error

# How the list is made, and what is said of it to a counsellor; what reporters are told is in test_reporter_trust.
FAULTS = {
    "none": (lambda o: [], "has no list of counsellors yet"),
    "unsigned": (lambda o: [sign(o.roster_text(serial=2), Signer("meld.example/thief"))],
                 "is not signed by the organisation's keys"),
    "thief under the name": (lambda o: [sign(o.roster_text(serial=2), Signer("meld.example/root"))],
                             "is not signed by the organisation's keys"),
    "root only": (lambda o: [sign(o.roster_text(serial=2), o.root)], "lacks the signature of meld.example/second"),
    "second only": (lambda o: [sign(o.roster_text(serial=2), o.second)], "lacks the signature of meld.example/root"),
    "changed": (lambda o: [o.roster(serial=2).replace(b"retention 6", b"retention 9")], "is false"),
    "expired": (lambda o: [o.roster(serial=2, issued=-300, expires=-1)], "ended on"),
    "not yet valid": (lambda o: [o.roster(serial=2, issued=300, expires=600)], "begins on"),
    "another gateway": (lambda o: [o.roster(serial=2, address="https://other.example")], "another organisation's"),
    "conflicting": (lambda o: [o.roster(serial=2), o.roster(serial=2, expires=299)], "two different lists", "number 2"),
    "rollback": (lambda o: [o.roster(serial=0)], "offers list 0", "list 1 was in force already"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_has_its_own_sentence(world, fault):
    made, *said = FAULTS[fault]
    honest, lied = world.kept.copied(), world.kept.copied()
    # Everything of it is in the log: that a gateway can do alone.
    lied.notes = [note for note in lied.notes if not note.startswith(b"sottovoce/v1 roster")]
    lied.publish(*made(world.organisation))
    world.gateway.show(lied)
    error(world.refuses(*said), *said)
    world.gateway.show(honest)
    world.confirms("intern")


def test_an_older_list_put_in_again(world):
    """The newest counts, wherever it stands."""
    first = world.organisation.roster()
    world.kept.publish(world.organisation.roster(serial=2))
    world.confirms()
    world.kept.publish(first)
    world.confirms()
    world.file(code="second")
    # Without the newer one the older is refused: it is in the log, and each counsellor remembers it.
    lied = world.kept.copied()
    lied.notes = [note for note in lied.notes if b"\nserial 2\n" not in note or not note.startswith(b"sottovoce/v1 r")]
    world.gateway.show(lied)
    world.refuses("offers list 1", "list 2 was in force already")
    said = world.check(ok=False)
    assert "keeps something back: perhaps a newer list" in said and ANSWER in said
    assert "keeps something back" in plain(world.file(code="third", ok=False))


def test_a_note_withheld(world):
    lied = world.kept.copied()
    lied.notes.pop()
    world.gateway.show(lied)
    world.refuses("holds back signed notes that are in its register (1)")
    assert "keeps something back: perhaps a newer list" in world.check(ok=False)


def test_a_list_that_is_not_in_the_log(world):
    lied = world.kept.copied()
    lied.notes.append(world.organisation.roster(serial=2))
    world.gateway.show(lied)
    world.refuses("the list of counsellors that the reporting point gives is not in its register")
    assert "is not in its register" in world.check(ok=False)


def test_a_dismissed_counsellor_brought_back(world):
    before = world.kept.copied()
    world.organisation.counsellors.pop("extern")
    world.kept.publish(world.organisation.roster(serial=2))
    world.confirms("intern")
    out = world.file("extern", code="second", ok=False)
    assert '"extern": there is no such person' in plain(out)
    assert "extern is not in the list of counsellors" in plain(world.refuses(id="extern"))
    truth = world.kept
    # A log without the new list: counsellors remember.
    world.gateway.show(before)
    world.refuses("offers list 1", "list 2 was in force already")
    # A reporter, who remembers nothing, can't see that it is old; but nobody who knows better confirms what is sent there.
    world.gateway.kept = {"reporter": before, "collector": truth}
    world.file("extern", code="second")
    world.next_day()
    assert "WARNING" not in world.check("second")
    world.next_day(5)
    world.confirms("intern")
    said = world.check("second")
    assert "WARNING: Counsellor intern has not yet fetched what you sent on" in said


class Ghost(Counsellor):
    """Somebody whom the gateway has thought up, keys and all."""

    def keys_note(self, genesis, recipient):
        return sign(f"sottovoce/v1 keys\nserial 1\ngenesis {genesis}\ncounsellor {self.id}\nmonth {recipient}\n",
                    self.notes)


def ghostly(world):
    ghost = Ghost("ghost")
    recipient = next(line[6:] for line in world.own_notes["intern"][0].decode().splitlines()
                     if line.startswith(f"month {world.today()[:7]}"))
    return ghost, ghost.keys_note(world.organisation.root.vkey, recipient)


def test_a_ghost_with_one_root_key(world):
    ghost, keys = ghostly(world)
    world.organisation.counsellors["ghost"] = ghost
    honest = world.kept
    for thief, missing in ((world.organisation.root, "second"), (world.organisation.second, "root")):
        lied = honest.copied()
        lied.publish(sign(world.organisation.roster_text(serial=2), thief), keys)
        world.gateway.show(lied)
        for id in ("intern", "extern"):
            world.refuses(f"lacks the signature of meld.example/{missing}", id=id)
        said = world.check(ok=False)
        assert f"only one stands under the list of confidential counsellors: meld.example/{missing} is missing" in said
        assert "Nothing was sent" in plain(world.file(code="second", ok=False))


def test_a_ghost_with_both_root_keys(world):
    """Nothing is wrong with the signatures; nobody but the ghost confirms such a list."""
    ghost, keys = ghostly(world)
    world.organisation.counsellors["ghost"] = ghost
    world.kept.publish(world.organisation.roster(serial=2), keys)
    for id in ("intern", "extern"):
        world.refuses("has someone new, or with new keys; nothing was confirmed", "Ghost (ghost)",
                      "counsellor approve ghost", id=id)
    out = world.file(code="second", ok=False)
    assert "you can't write to anyone this way now: no confidential counsellor has confirmed the present list" in plain(out)
    # The ghost confirms itself; whoever is known still isn't offered, and the ghost is told as new.
    text = world.kept.log.checkpoint().split(b"\n\n")[0].decode() + "\n"
    world.kept.cosign((text + "\n" + ghost.collector.cosignature_line(text, world.today())).encode())
    out = world.file("intern", code="second", ok=False)
    assert "Counsellor intern has not confirmed the present list yet, so you can't write to them now" in plain(out)
    out = world.file("ghost", code="third")
    assert "Ghost: New since" in plain(out)
    world.next_day(6)
    for id in ("intern", "extern"):
        world.refuses("has someone new", id=id)
    said = world.check("third")
    assert "WARNING: Counsellor intern has not yet fetched what you sent on" in said
    # What was answered before is still shown.
    assert ANSWER in world.check()
    # Who has asked and approves confirms from then on.
    assert "Approved." in world.collector("approve", "intern", "ghost", "--yes").stdout
    world.confirms("intern")
    world.file("intern", code="fourth")


def test_another_in_her_place(world):
    """Both keys sign a list with other keys under a known name."""
    other = Counsellor("intern")
    world.organisation.counsellors["intern"] = other
    world.kept.publish(world.organisation.roster(serial=2))
    world.refuses("keys that are not yours", "posing as you")
    world.refuses("has someone new, or with new keys", "Intern (intern)", id="extern")
    out = world.file("extern", code="second", ok=False)
    assert "no confidential counsellor has confirmed the present list" in plain(out)
