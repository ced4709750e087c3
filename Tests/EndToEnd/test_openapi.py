"""Docs/openapi.yaml against the running gateway: what it says is so, and nothing else happens."""

import hashlib
import json
import os
import urllib.parse

import jsonschema_rs
import pytest
import schemathesis
from served_page import Page
from test_page_served import HEADERS as PAGE_HEADERS
from test_page_served import TEXTS, png
from gateway_organisation import Gateway, reply, report, signed_headers, today
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection

DOCUMENT = os.path.join(os.path.dirname(__file__), "..", "..", "Docs", "openapi.yaml")
HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}

# Schemathesis does not count 413 among the refusals of what is too long.
REFUSED = ["400", "403", "404", "405", "409", "413", "415", "428", "429", "5xx"]
schema = schemathesis.openapi.from_path(DOCUMENT, config=schemathesis.Config.from_dict(
    {"checks": {
        "negative_data_rejection": {"expected-statuses": REFUSED},
        # A schema can give an envelope's size, not its shape: well-sized nonsense is a bad request.
        "positive_data_acceptance": {"expected-statuses": ["2xx", "400", "403", "404", "409", "428", "429"]}}}))
bounded = settings(max_examples=25, deadline=None, derandomize=True, database=None,
                   suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def gateway(tmp_path_factory):
    folder = tmp_path_factory.mktemp("openapi")
    page, gateway = Page(folder / "page"), Gateway(folder / "gateway")
    (folder / "gateway" / "page-texts").write_text(TEXTS)
    (folder / "gateway" / "logo.png").write_bytes(png())
    with gateway.start("--page", str(page.folder)):
        yield gateway


def base(gateway):
    return f"http://127.0.0.1:{gateway.port}"


def check_headers(response):
    is_page = response.status_code == 200 and urllib.parse.urlsplit(response.request.url).path in ("/", "/manifest")
    for name, value in (PAGE_HEADERS if is_page else HEADERS).items():
        if name == "cache-control" and response.status_code == 200 and "/tile/" in response.request.url:
            value = "public, max-age=31536000, immutable"
        assert response.headers[name] == [value], name
    assert "server" not in response.headers and "set-cookie" not in response.headers


@schema.parametrize()
@bounded
def test_whatever_is_sent(case, gateway):
    response = case.call(base_url=base(gateway))
    case.validate_response(response)
    check_headers(response)
    assert response.status_code not in (500, 503, 507)


@schema.include(operation_id=["postReply", "pending", "envelope"]).parametrize()
@bounded
def test_whatever_is_sent_signed(case, gateway):
    # As generated, then signed truly: the checks behind the signature are reached. What was wrong in the
    # signature is so put right, which one check can't know.
    request = case.as_transport_kwargs(base_url=base(gateway))
    target = request["url"].removeprefix(base(gateway))
    if request.get("params"):
        target += "?" + urllib.parse.urlencode(request["params"], doseq=True)
    body = None
    if case.method == "POST":
        body = reply()
        case.body = body
    headers = signed_headers(gateway.organisation.counsellors["anna"].request, case.method, target, body)
    response = case.call(base_url=base(gateway), headers=headers)
    case.validate_response(response, excluded_checks=[negative_data_rejection])
    check_headers(response)


def validated(operation, answer):
    """The document allows this answer: its status, media type and body."""
    responses = operation["responses"]
    assert str(answer.status) in responses, answer.status
    return answer


def test_every_documented_success_happens(gateway):
    raw = schema.raw_schema["paths"]
    body, answered = report(), reply()
    month = today()[:7]
    digest = hashlib.sha256(body[16:]).hexdigest()
    for path, method, answer in [
        ("/", "get", gateway.request("GET", "/")),
        ("/manifest", "get", gateway.request("GET", "/manifest")),
        ("/organisation.json", "get", gateway.request("GET", "/organisation.json")),
        ("/logo.png", "get", gateway.request("GET", "/logo.png")),
        ("/status", "get", gateway.request("GET", "/status")),
        ("/notes", "get", gateway.request("GET", "/notes")),
        ("/notes", "post", gateway.signed("POST", "/notes", gateway.organisation.hours())),
        ("/reports", "post", gateway.post_report(body)),
        ("/work", "get", gateway.request("GET", "/work")),
        ("/replies", "post", gateway.signed("POST", "/replies", answered, by="bram")),
        ("/replies/{month}", "get", gateway.request("GET", f"/replies/{month}")),
        ("/checkpoint", "get", gateway.request("GET", "/checkpoint")),
        ("/days", "get", gateway.request("GET", "/days")),
        ("/tile/{level}/{number}.p/{width}", "get", gateway.request("GET", "/tile/0/000.p/1")),
        ("/tile/entries/{number}.p/{width}", "get", gateway.request("GET", "/tile/entries/000.p/1")),
        ("/cosignatures", "post", gateway.signed("POST", "/cosignatures", cosigned(gateway))),
        ("/pending", "get", gateway.signed("GET", "/pending")),
        ("/envelopes/{hash}", "get", gateway.signed("GET", f"/envelopes/{digest}")),
    ]:
        assert validated(raw[path][method], answer).status == 200, (path, method)
        kind = answer.getheader("Content-Type").split(";")[0]
        content = resolved(raw[path][method]["responses"]["200"])["content"]
        assert kind in content, (path, kind)
        if kind in ("application/octet-stream", "image/png"):
            continue
        body = json.loads(answer.body) if kind == "application/json" else answer.body.decode()
        assert jsonschema_rs.validator_for(content[kind]["schema"]).is_valid(body), (path, method)


def test_what_a_busy_gateway_asks_is_documented(tmp_path):
    operations = schema.raw_schema["paths"]
    with Gateway(tmp_path / "gateway", free_reports=0).start() as busy:
        asked, refused = busy.request("GET", "/work"), busy.post_report(report())
    assert (asked.status, refused.status) == (200, 428)
    for operation, answer in ((operations["/work"]["get"], asked), (operations["/reports"]["post"], refused)):
        content = resolved(operation["responses"][str(answer.status)])["content"]
        assert jsonschema_rs.validator_for(content["text/plain"]["schema"]).is_valid(answer.body.decode())


def cosigned(gateway):
    text = gateway.request("GET", "/checkpoint").body.decode().split("\n\n")[0] + "\n"
    line = gateway.organisation.counsellors["anna"].collector.cosignature_line(text, today())
    return (text + "\n" + line).encode()


def resolved(item):
    if "$ref" not in item:
        return item
    target = schema.raw_schema
    for part in item["$ref"].removeprefix("#/").split("/"):
        target = target[part]
    return target


def test_every_documented_operation_and_no_other_is_there(gateway):
    for path, item in schema.raw_schema["paths"].items():
        target = path.replace("{month}", today()[:7]).replace("{hash}", "0" * 64)
        target = target.replace("{level}", "0").replace("{number}", "000").replace("{width}", "1")
        methods = {name.upper() for name in item if name != "parameters"}
        allowed = gateway.request("DELETE", target)
        assert allowed.status == 405
        expected = {"HEAD"} | methods if "GET" in methods else methods
        assert set(allowed.getheader("Allow").split(", ")) == expected, path
