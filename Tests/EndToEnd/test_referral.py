"""Referring to a colleague and back, handing over, and the sketch for a professional: with the three commands alone."""

import json


def arrive(person):
    person.fetch()
    return person.import_().stdout


def flat(text):
    return " ".join(text.split())


def refer(person, *options, **more):
    return person.offline_run("case", "refer", 1, *options, **more)


def agree(house, code):
    return house.reporter("reply", "--code-file", code, "--agree", "--yes")


def test_from_the_internal_to_the_external_and_back(house, at):
    code = house.file("Ik word gepest door mijn chef.")
    arrive(house.intern)
    house.intern.reply(1, "Ik heb het gelezen.")
    preview = refer(house.intern, "--to", "extern", "--preview").stdout
    assert "> Ik word gepest door mijn chef." in preview and "> Ik heb het gelezen." in preview
    assert "what you wrote on" in preview and "If you say no, I won't share anything." in flat(preview)
    assert "Not referred." in refer(house.intern).stdout
    asked = json.loads(refer(house.intern, "--to", "extern", "--messages", "1", "--json").stdout)
    assert asked["state"] == "asked" and "Ik heb het gelezen." not in asked["parts"][0]
    house.intern.post()
    shown = flat(house.check(code))
    assert "may this be shared with Counsellor extern" in shown and "I would send this along: - what you wrote on" in shown

    refused = refer(house.intern, "--agreed", ok=False)
    assert "has not said yes" in refused.stderr
    agree(house, code)
    arrive(house.intern)
    assert "agrees that this goes to" in refer(house.intern).stdout
    assert "Being referred to Counsellor extern" in refer(house.intern, "--agreed").stdout
    assert "Ik word gepest" in house.intern.offline_run("show", 1).stdout, "it is kept until the log has it"
    house.intern.post()

    at(2)
    assert "Referred and erased here: 1 case." in arrive(house.intern)
    left = house.intern.offline_run("show", 1).stdout
    assert "Referred to Counsellor extern" in left and "gepest" not in left and "gelezen" not in left
    assert "parts of referrals by colleagues: 1" in arrive(house.extern)
    shown = house.extern.offline_run("show", 1).stdout
    assert "Referred by Counsellor intern" in shown and "your colleague says: the reporter agreed" in flat(shown)
    assert "> Ik word gepest door mijn chef." in shown and "agrees" in shown and "I agree that this is shared." in shown
    assert "know from Counsellor intern alone" not in flat(shown), "the reporter's own yes tells where answers go"

    house.extern.reply(1, "Vanaf nu help ik u.")
    house.extern.post()
    checked = flat(house.check(code))
    assert "Vanaf nu help ik u." in checked and "Counsellor intern has handed this over to Counsellor extern" in checked
    # The direct route is closed to the internal.
    said = house.follow_up(code, "Dank u wel.")
    assert "Counsellor extern" in said.stderr and "Counsellor intern" not in said.stderr
    arrive(house.intern)
    assert "Dank u wel." not in house.intern.offline_run("show", 1).stdout
    arrive(house.extern)
    assert "Dank u wel." in house.extern.offline_run("show", 1).stdout
    # Unless the reporter chooses her.
    assert "Counsellor intern" in house.follow_up(code, "Toch even aan u.", "intern").stderr
    arrive(house.intern)
    reopened = house.intern.offline_run("show", 1).stdout
    assert "Toch even aan u." in reopened and "gepest" not in reopened

    # And back, without asking: she is ill.
    assert "Being referred to Counsellor intern" in refer(house.extern, "--to", "intern", "--absence").stdout
    house.extern.post()
    at(4)
    arrive(house.extern)
    assert "Dank u wel." not in house.extern.offline_run("show", 1).stdout
    arrive(house.intern)
    back = house.intern.offline_run("show", 1).stdout
    assert "Referred by Counsellor extern" in back and "without asking: your colleague is ill or away" in flat(back) and "Dank u wel." in back
    assert "Counsellor extern" not in house.follow_up(code, "Dag weer.").stderr


def test_the_accused_hands_over_and_keeps_nothing(house, at):
    code = house.file("Het gaat over uw collega.")
    arrive(house.intern)
    assert "no such" not in house.intern.offline_run("case", "hand-over", 1, "--to", "niemand", ok=False).stdout
    done = json.loads(house.intern.offline_run("case", "hand-over", 1, "--to", "extern", "--json").stdout)
    assert done["state"] == "sent" and done["reason"] == "conflict"
    again = house.intern.offline_run("case", "hand-over", 1, "--to", "extern", ok=False)
    assert "being referred already" in again.stderr
    # In the schedule, like anything else: no file more than on any day.
    house.intern.outbox()
    names = sorted(path.name for path in house.intern.stick.glob("*.re*"))
    assert len(names) == 60 and not [name for name in names if name.startswith("now-")]
    house.intern.post_due(house.intern.stick)
    told = flat(house.check(code))
    assert "not because of you" in told and "handed this over to Counsellor extern" in told
    at(2)
    arrive(house.intern)
    assert "uw collega" not in house.intern.offline_run("show", 1).stdout
    assert "referred" in house.intern.offline_run("case", "refer", 1).stdout.lower()
    arrive(house.extern)
    shown = flat(house.extern.offline_run("show", 1).stdout)
    assert "without asking: your colleague is involved" in flat(shown) and "> Het gaat over uw collega." in shown
    assert "know from Counsellor intern alone" in shown
    house.follow_up(code, "Ik schrijf u dus.")
    arrive(house.extern)
    shown = flat(house.extern.offline_run("show", 1).stdout)
    assert "Ik schrijf u dus." in shown and "know from Counsellor intern alone" not in shown


def test_a_sketch_goes_only_after_the_reporters_yes(house, tmp_path):
    code = house.file("Mijn chef slaat mij.")
    arrive(house.intern)
    file, out = tmp_path / "sketch.json", tmp_path / "sketch.txt"
    file.write_text(json.dumps({"who": "Sanne Voorbeeld", "what": "Slaat, zegt Sanne.", "redacted": "Sanne\nVoorbeeld"}))

    def sketch(*options, **more):
        return house.intern.offline_run("case", "sketch", 1, *options, **more)

    assert "There is no sketch." in sketch().stdout
    assert "[—] [—]" in sketch("--from", file).stdout
    refused = sketch("--out", out, ok=False)
    assert "must see and agree" in refused.stderr and not out.exists()
    sketch("--show")
    house.intern.post()
    shown = house.check(code)
    assert "[—] [—]" in shown and "Sanne" not in shown and "Without your yes I won't give it." in flat(shown)
    house.follow_up(code, "Ja, dat mag zo.")
    arrive(house.intern)
    assert "Ja, dat mag zo." in sketch().stdout
    assert sketch("--agreed", 2, ok=False).returncode == 1
    assert "It may go." in sketch("--agreed", 1, "--out", out).stdout
    assert out.read_text().endswith("Slaat, zegt [—].\n") and out.stat().st_mode & 0o077 == 0
    # Changed, it is another sketch.
    file.write_text(json.dumps({"who": "Iemand", "what": "Iets anders."}))
    other = tmp_path / "other.txt"
    assert sketch("--from", file, "--out", other, ok=False).returncode == 1 and not other.exists()
    danger = tmp_path / "danger"
    danger.write_text("Er is een mes.\n")
    told = json.loads(sketch("--mortal-danger-file", danger, "--out", other, "--json").stdout)
    assert told["danger"] == "Er is een mes." and told["dangerDay"] and other.exists()
