"""The files that WEBCAT asks for, compared with what its own sources say; signing them needs a network."""

import base64
import hashlib
import json
import subprocess

import pytest

from gateway_organisation import Gateway
from house import BIN, ENVIRONMENT
from served_page import FILES, Page
from test_page_served import PLAIN_POLICY, POLICY

# From sigsum-ts, `policyCompiler.test.ts`: what the reference compiler makes of this policy.
REFERENCE_POLICY = f"""
log {'11' * 32}

witness X1 {'22' * 32}
witness X2 {'33' * 32}
witness X3 {'44' * 32}
group X-witnesses 2 X1 X2 X3

witness Y1 {'aa' * 32}
witness Y2 {'bb' * 32}
witness Y3 {'cc' * 32}
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
"""
REFERENCE_COMPILED = ("0001060e" + "".join(key * 32 for key in ("11", "bb", "22", "44", "cc", "33", "aa"))
                      + "4043014501814142014401820182")
# From WEBCAT's documentation.
POLICY_OF_THE_GUIDE = """
log 4644af2abd40f4895a003bca350f9d5912ab301a49c77f13e5b6d905c20a5fe6 https://test.sigsum.org/barreleye

witness poc.sigsum.org/nisse 1c25f8a44c635457e2e391d1efbca7d4c2951a0aef06225a881e46b98962ac6c
witness rgdd.se/poc-witness  28c92a5a3a054d317c86fc2eeb6a7ab2054d6217100d0be67ded5b74323c5806

group  demo-quorum-rule any poc.sigsum.org/nisse rgdd.se/poc-witness
quorum demo-quorum-rule
"""
SIGNER = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"  # RFC 8032, test 1


def base64url(bytes):
    return base64.urlsafe_b64encode(bytes).decode().rstrip("=")


def decoded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def make(page, policy, *more, ok=True, language="en"):
    path = page.folder.parent / "trust_policy"
    path.write_text(policy)
    done = subprocess.run(
        [BIN / "release", "webcat", page.folder, "--app", "https://code.example/sottovoce", "--release", "0.5.0",
         "--signer", SIGNER, "--policy", path, "--storage", "https://cas.example", "--language", language, *more],
        capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    assert (done.returncode == 0) == ok, done.stderr
    return done.stderr


def read(page, name):
    text = (page.folder / ".well-known" / "webcat" / name).read_text()
    value = json.loads(text)
    # Canonical, as WEBCAT hashes it; nothing here needs an escape.
    assert text == json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
    return value


@pytest.fixture
def page(tmp_path):
    return Page(tmp_path / "page")


def test_the_manifest_and_the_configuration(page):
    assert "not signed yet" in make(page, POLICY_OF_THE_GUIDE)
    made = read(page, "manifest.json")
    assert made["signatures"] == {} and "timestamp" not in made["manifest"]
    manifest = made["manifest"]
    assert manifest["files"] == {
        "/" + name: base64url(hashlib.sha256(bytes).digest()) for name, bytes in FILES.items()}
    assert manifest["wasm"] == [base64url(hashlib.sha256(FILES["core.wasm"]).digest())]
    assert manifest["default_csp"] == POLICY and "," not in POLICY
    assert manifest["files"]["/" + manifest["default_index"]] == manifest["files"][manifest["default_fallback"]]
    configuration = read(page, "webcat.config.json")
    assert configuration == {name: value for name, value in manifest.items() if name != "files"}
    assert set(configuration) == {"app", "version", "default_csp", "default_index", "default_fallback", "wasm",
                                  "extra_csp"}


def test_the_enrolment(page):
    make(page, POLICY_OF_THE_GUIDE)
    enrolment = read(page, "enrollment.json")
    log = bytes.fromhex("4644af2abd40f4895a003bca350f9d5912ab301a49c77f13e5b6d905c20a5fe6")
    compiled = decoded(enrolment.pop("policy"))
    assert compiled[:4] == bytes([0, 1, 2, 4]) and compiled[4:36] == log and compiled[-4:] == bytes.fromhex("40410181")
    assert enrolment == {
        "type": "sigsum", "signers": [base64url(bytes.fromhex(SIGNER))], "threshold": 1, "max_age": 15_552_000,
        "cas_url": "https://cas.example", "logs": {base64url(log): "https://test.sigsum.org/barreleye"}}


def test_the_policy_is_compiled_as_the_reference_compiler_does(page):
    make(page, REFERENCE_POLICY)
    assert decoded(read(page, "enrollment.json")["policy"]).hex() == REFERENCE_COMPILED


@pytest.mark.parametrize("policy, where", [
    ("", ""), ("log 00\n", ", line 1"), (POLICY_OF_THE_GUIDE + "quorum demo-quorum-rule\n", ", line 9"),
    ("log " + "11" * 32 + "\nquorum none\n", ", line 2"), ("log " + "11" * 32 + "\n", ""),
    ("wtness X " + "22" * 32, ", line 1"), ("witness A " + "22" * 32 + "\ngroup G 2 A\n", ", line 2"),
    ("".join(f"witness W{i} {i:064x}\n" for i in range(65)) + "quorum W1\nlog " + "11" * 32, "")])
def test_what_is_no_policy_is_refused(page, policy, where):
    assert f"trust_policy{where} is not a Sigsum trust policy" in make(page, policy, ok=False)
    assert not (page.folder / ".well-known").exists()


def test_wrong_signers_are_refused(page):
    assert "64 hex digits" in make(page, POLICY_OF_THE_GUIDE, "--signer", "00", ok=False)
    assert "64 hexcijfers" in make(page, POLICY_OF_THE_GUIDE, "--threshold", "2", ok=False, language="nl")


def test_they_are_served_with_policies_as_they_say_and_outside_the_release(page, tmp_path):
    make(page, POLICY_OF_THE_GUIDE)
    extra = read(page, "manifest.json")["manifest"]["extra_csp"]
    assert set(extra.values()) == {PLAIN_POLICY}
    with Gateway(tmp_path / "gateway").start("--page", str(page.folder)) as gateway:
        for name in ("enrollment.json", "manifest.json"):
            answer = gateway.request("GET", f"/.well-known/webcat/{name}")
            assert answer.status == 200 and answer.getheader("Content-Type") == "application/json"
            assert answer.body == (page.folder / ".well-known" / "webcat" / name).read_bytes()
        # What WEBCAT compares: an exact path, else the longest prefix, else the default.
        for path in ["/", "/style.css", "/scripts/page.mjs", "/core.wasm", "/manifest", "/notes", "/days", "/status",
                     "/checkpoint", "/tile/0/000", "/replies/2026-11", "/organisation.json", "/logo.png", "/pending",
                     "/envelopes/00", "/reports"]:
            prefixes = [prefix for prefix in extra if path.startswith(prefix)]
            expected = extra[max(prefixes, key=len)] if prefixes else POLICY
            assert gateway.request("GET", path).getheader("Content-Security-Policy") == expected, path
        assert b"webcat" not in gateway.request("GET", "/manifest").body
