"""Attempts by the request itself: its host, its origin, its path, its token, the names in it."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.socket

FOREIGN_HOSTS = [
    "evil.example",
    "evil.example:8900",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "127.0.0.1@evil.example",
    "evil.example#127.0.0.1",
    "169.254.169.254",
    "[::ffff:6440:1]",
    "localhost.",
    "",
]

FOREIGN_ORIGINS = [
    "http://evil.example",
    "https://evil.example:8900",
    "http://127.0.0.1.evil.example",
    "http://localhost@evil.example",
    "http://evil.example/127.0.0.1",
    "null",
    "file://",
    "chrome-extension://abcdef",
    "",
]

CHANGES = [("POST", "reset", None), ("DELETE", "outbox", None), ("PUT", "clock", {"time": "2001-01-01T00:00:00Z"})]


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_the_control_api_answers_under_no_foreign_name(host: str, api: Any) -> None:
    for method, path, body in [*CHANGES, ("GET", "journal", None)]:
        reply = httpx2.request(method, f"{api.control_url}/{path}", json=body, headers={"Host": host})
        assert reply.status_code == (403 if host else reply.status_code)
        assert reply.status_code in (400, 403)


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_a_web_page_of_another_host_steers_nothing_and_calls_nothing(origin: str, api: Any) -> None:
    groups = api.call("GET", "/groups").json()
    for method, path, body in CHANGES:
        for kind in ("application/json", "text/plain"):  # a page may send the latter without asking first
            headers = {"Origin": origin, "Content-Type": kind}
            content = json.dumps(body).encode() if body else b""
            reply = httpx2.request(method, f"{api.control_url}/{path}", content=content, headers=headers)
            assert reply.status_code == 403
    asked = api.call("POST", "/groups", json={"group": {"name": "Mine"}}, headers={"Origin": origin})
    assert asked.status_code == 403
    asked = api.call(
        "POST", "/groups.json", json={"group": {"name": "Mine"}}, headers={"Origin": origin}, root="legacy_url"
    )
    assert asked.status_code == 403
    assert api.call("GET", "/groups").json() == groups


def test_no_page_is_told_that_it_may_read_replies(api: Any) -> None:
    for url in (f"{api.control_url}/health", f"{api.ready['url']}/users/me"):
        for method in ("GET", "OPTIONS"):
            asked = {"Origin": "http://localhost:3000", "Access-Control-Request-Method": "GET"}
            reply = httpx2.request(method, url, headers=asked)
            assert not [name for name in reply.headers if name.startswith("access-control-")]


FORWARDED: list[dict[str, str]] = [
    {"X-Forwarded-Host": "evil.example"},
    {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "X-Forwarded-Port": "1"},
    {"Forwarded": "host=evil.example;proto=https"},
    {"X-Forwarded-For": "evil.example", "X-Real-Ip": "10.0.0.1"},
    {"X-Host": "evil.example", "X-Original-Url": "/evil", "X-Rewrite-Url": "/evil"},
    {"X-Forwarded-Prefix": "//evil.example", "X-Script-Name": "//evil.example"},
    {"Host": 'evil.example"><script>'},
    {"Host": "evil.example/path?x#"},
    {"Host": "ann:pw@evil.example"},
]


@pytest.fixture(scope="module")
def exported(api: Any) -> int:
    submitted = api.call("POST", "/dashboard_widgets/4175/submit_export?output=csv")
    assert api.ended(submitted)[0] == "success"
    id: int = submitted.json()["job"]["id"]
    return id


@pytest.mark.parametrize("headers", FORWARDED)
def test_a_header_names_no_other_host_in_addresses_that_are_given_out(
    headers: dict[str, str], api: Any, exported: int
) -> None:
    files = api.emulator.ready["files"]
    reply = api.call("GET", f"/exports/download?job_id={exported}", headers=headers)
    if reply.status_code != 400:  # the server itself may refuse such a Host
        assert reply.headers["location"].startswith(f"{files}/")
        assert "evil" not in api.call("GET", "/dashboards/16076", headers=headers).text
        assert "evil" not in api.call("POST", "/dashboards/16076/build_url", json={}, headers=headers).text


def test_the_name_that_one_client_uses_reaches_no_other_client(api: Any, exported: int) -> None:
    before = api.call("GET", "/dashboards/16076").text
    poisoned = api.call("GET", "/dashboards/16076", headers={"Host": "evil.example"})
    assert "evil.example" in poisoned.text  # a client finds the emulator where it has found it before
    assert api.call("GET", "/dashboards/16076").text == before
    assert "evil" not in json.dumps(api.emulator.ready)


@pytest.fixture(scope="module")
def link(api: Any, exported: int) -> str:
    location: str = api.call("GET", f"/exports/download?job_id={exported}").headers["location"]
    return location


def _claims(session: str, id: str, end: float) -> str:
    return base64.urlsafe_b64encode(json.dumps([session, id, end]).encode()).rstrip(b"=").decode()


def _tampered(token: str) -> list[str]:
    body, _, seal = token.partition(".")
    session, id, end = json.loads(base64.urlsafe_b64decode(body + "=="[: -len(body) % 4]))
    deep = base64.urlsafe_b64encode(b"[" * 20_000).decode()
    return [
        "",
        body,
        f"{body}.",
        f".{seal}",
        f"{body}.{seal[:-1]}{'0' if seal[-1] != '0' else '1'}",
        f"{body}.{seal}0",
        f"{body}.{seal.upper()}",
        f"{_claims(session, id, end + 9e9)}.{seal}",
        f"{_claims('other', id, end)}.{seal}",
        f"{_claims(session, '../../state', end)}.{seal}",
        f"{_claims('../..', id, end)}.{seal}",
        f"{token}&token={token}",
        f"{deep}.{seal}",
        "%00%ff.%e2%80%a8",
        f"{body}.{'0' * 64}",
    ]


@pytest.mark.parametrize("number", range(15))
def test_a_link_that_was_changed_opens_nothing(number: int, link: str) -> None:
    address, _, token = link.partition("?token=")
    reply = httpx2.get(f"{address}?token={_tampered(token)[number]}")
    assert reply.status_code in (403, 404)
    assert "Month" not in reply.text


FILE_PATHS = [
    "/../../../../etc/passwd",
    "/..%2f..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/etc/passwd%00.csv",
    "/state.sqlite",
    "/.",
    "/\\..\\..\\windows\\win.ini",
]


@pytest.mark.parametrize("path", FILE_PATHS)
def test_the_path_of_a_link_chooses_no_file(path: str, api: Any, link: str) -> None:
    files = api.emulator.ready["files"]
    host, _, port = files.removeprefix("http://").partition(":")
    for query, wanted in (("", b" 404 "), (f"?token={link.partition('?token=')[2]}", b" 200 ")):
        raw = _raw(host, int(port), path + query)
        assert wanted in raw.splitlines()[0] or b" 400 " in raw.splitlines()[0]
        assert b"root:" not in raw
        assert wanted == b" 404 " or b" 400 " in raw.splitlines()[0] or b"\r\n\r\nMonth," in raw


def _raw(host: str, port: int, target: str) -> bytes:
    """A request whose target no client tidies up."""
    import socket

    with socket.create_connection((host, port), timeout=10) as connection:
        connection.sendall(
            f"GET {target} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode("latin-1")
        )
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)


SESSIONS = ["..", "../x", "/tmp/x", ".hidden", "a/b", "a\\b", "a%2fb", "a b", "x" * 101, "-x", "ü", "C:x"]


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_names_no_folder_but_its_own(name: str, sending: Any) -> None:
    state = Path(sending.emulator.config.state)
    before = sorted(path.name for path in state.iterdir())
    headers = [
        ("X-Emulator-Session", name.encode("utf-8").decode("latin-1")),
        ("X-Holistics-Key", sending.ready["key"]),
    ]
    reply = httpx2.get(
        f"{sending.ready['url']}/users/me", headers=[(k.encode(), v.encode("latin-1")) for k, v in headers]
    )
    assert reply.status_code == 400
    assert sorted(path.name for path in state.iterdir()) == before
    deleted = httpx2.delete(f"{sending.control_url}/sessions/{httpx2.URL('http://h/' + 'x').host}{name}")
    assert deleted.status_code in (400, 404, 405)


LEGACY_PATHS = [
    "/queries/12345/submit_export.csv%00",
    "/queries/12345/submit_export.exe",
    "/queries/12345/submit_export.csv/../../jobs",
    "/queries/12345/submit_export.%2e%2e%2fcsv",
    "/queries/..%2f..%2fetc%2fpasswd.csv",
    "/queries/12345;DROP TABLE.csv",
    "/queries/12345%27%20OR%201=1.csv",
    "/queries/9999999999999999999999.csv",
    "/queries/-1.csv",
    "/queries/12345.csv.exe",
    "/queries/12345..%2fcsv",
    "/jobs/1%2f..%2f2.json",
]


@pytest.mark.parametrize("path", LEGACY_PATHS)
def test_a_strange_path_of_the_legacy_api_finds_nothing_else(path: str, api: Any) -> None:
    host, _, port = api.ready["legacy_url"].removeprefix("http://").partition("/")[0].partition(":")
    reply = httpx2.get(api.ready["legacy_url"] + path, headers={"X-Holistics-Key": api.ready["key"]})
    assert 400 <= reply.status_code < 500
    assert "root:" not in reply.text
    raw = _raw(host, int(port), f"//holistics/{path}")
    assert b" 40" in raw.splitlines()[0]


TABLES = [
    "../secret",
    "/etc/passwd",
    "{file}",
    "planes; DROP TABLE flights",
    "planes\" UNION SELECT content FROM read_text('{file}') --",
    "read_csv('{file}')",
    "a.b",
    "ta ble",
    "1table",
    "x" * 64,
    "tab\x00le",
    "",
]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.csv"
    path.write_text("word\nthe-content-of-a-file\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("table", TABLES)
def test_the_name_of_a_table_is_a_name(table: str, api: Any, secret: Path) -> None:
    name = table.replace("{file}", str(secret))
    body = {"from_ds_id": 1, "dest_ds_id": 1, "from_table_name": name}
    reply = api.call("POST", "/transports", json=body, root="legacy_url")
    if reply.status_code == 200:
        status, log = api.ended(reply)
        assert (status, "the-content" in log) == ("failure", False)
    made = {"api": "holistics", "data_source_id": 1, "table": name, "csv": "a\n1\n"}
    imported = httpx2.post(f"{api.control_url}/imports", json=made)
    assert imported.status_code == 400
    assert [path.name for path in secret.parent.iterdir()] == ["secret.csv"]


CELLS = ["=cmd|'/C calc'!A0", '=HYPERLINK("http://127.0.0.1/")', "+1+1", "@SUM(1)", "-2+3", "'; DROP TABLE flights"]
COLUMNS = ["a; DROP TABLE flights", "read_text('/etc/passwd')", '""; COPY x TO y', "*", "{{ x }}", "=1+1"]


def test_cells_and_columns_of_an_imported_file_are_data(api: Any) -> None:
    rows = [COLUMNS, CELLS]
    text = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    made = {"api": "holistics", "data_source_id": 1, "table": "strange", "csv": text}
    reply = httpx2.post(f"{api.control_url}/imports", json=made)
    assert reply.status_code == 201, reply.text
    assert all(column["name"].replace("_", "a").isalnum() for column in reply.json()["columns"])
    report = reply.json()["objects"]["query_reports"]
    job = api.call("GET", f"/queries/{report}/submit_export.xlsx", root="legacy_url")
    assert api.ended(job)[0] == "success"
    location = api.call("GET", f"/exports/download?job_id={job.json()['job_id']}", root="legacy_url").headers[
        "location"
    ]
    with zipfile.ZipFile(io.BytesIO(httpx2.get(location).content)) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name]
        assert not [name for name in book.namelist() if "externalLink" in name]
    assert sheets
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet]
    assert api.call("GET", "/queries/12345.csv", root="legacy_url").text.count("\n") == 13
