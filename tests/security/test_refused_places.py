"""Attempts to make the emulator send or connect to another place than those that its operator has set."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest

pytestmark = pytest.mark.socket

# {port}, {url}: a trap on loopback. Each goes into all three data sources, of which none may ever be connected to.
CONNECTIONS: list[dict[str, Any]] = [
    {"host": "127.0.0.1", "port": "{port}"},
    {"host": "localhost:{port}", "port": "22"},
    {"host": "{url}/", "port": "{port}"},
    {"host": "postgresql://ann:pw@127.0.0.1:{port}/flights", "database": "postgresql://127.0.0.1:{port}/"},
    {"host": "127.0.0.1;host=127.0.0.1;port={port}", "port": "{port}"},
    {"host": "[::ffff:127.0.0.1]", "port": "{port}"},
    {"host": "2130706433", "port": "{port}"},
    {"host": "0x7f.1", "port": "{port}"},
    {"host": "127.0.0.1\u3002", "port": "{port}"},
    {"host": "/var/run/postgresql", "database": "/etc/passwd"},
    {"host": "unix:///var/run/docker.sock", "port": "{port}"},
    {"host": "169.254.169.254", "port": "80", "username": "-oProxyCommand=touch /tmp/owned"},
    {"host": "127.0.0.1", "port": "{port}\r\n", "username": "{{ url }}", "database": "?host=127.0.0.1&port={port}"},
    {"host": "file:///etc/passwd", "database": "'; ATTACH '/etc/passwd'"},
]

REFUSED_PATHS = [
    "../out.csv",
    "a/../../out.csv",
    "/../out.csv",
    "..",
    "a/..",
    "..\\out.csv",
    "a\\..\\..\\out.csv",
    "C:\\out.csv",
    "out.csv\x00.txt",
    "out\n.csv",
    "out\r\nPUT /reports/other HTTP/1.1",
    "\x1b[2Jout.csv",
    "",
    "/",
    "folder/",
    ".",
    "x" * 300,
    "a/" * 1200 + "out.csv",
    "\ud800.csv",
    "outward/out.csv",
    "outward/new/deep/out.csv",
]

# These look like a way out and are mere names of files below the root.
PLAIN_PATHS = [
    "/etc/passwd",
    "//etc//passwd",
    "~/out.csv",
    "~root/out.csv",
    "%2e%2e/out.csv",
    "..%2fout.csv",
    "..\u2215out.csv",
    "\uff0e\uff0e/out.csv",
    "\u2024\u2024/out.csv",
    "...\u200b/out.csv",
    "{{$today}}.csv",
    "{{ 7*7 }}/${HOME}/$(id)/`id`.csv",
    "http://127.0.0.1:1/out.csv",
    "out.csv?comp=list&restype=container#x",
    "-rf *.csv",
    "linked.csv",
]


def drop(kind: str, path: str) -> dict[str, Any]:
    source = 2 if kind == "SftpDest" else 3
    return {"type": kind, "data_source_id": source, "file_path": path, "dashboard_widget_id": 4191, "format": "csv"}


@pytest.mark.parametrize("connection", CONNECTIONS)
def test_what_stands_in_a_data_source_is_never_connected_to(
    connection: dict[str, str], api: Any, sending: Any, outside: Any, trap: Any
) -> None:
    filled = {
        key: value.replace("{port}", str(trap.port)).replace("{url}", trap.url) for key, value in connection.items()
    }
    for emulated in (api, sending):
        for id in (1, 2, 3):
            settings = {"use_connection_str": True}
            body = {"dbconfig": {**filled, "password": "pw"}, "settings": settings}
            reply = emulated.call("PUT", f"/data_sources/{id}", json={"data_source": body})
            assert reply.status_code in (200, 400, 422)
        for kind in ("SftpDest", "Adls2Dest"):
            assert emulated.sent(drop(kind, "weather.csv"))[0] == "success"
        kept = [record["status"] for record in emulated.emulator.control.outbox()[-2:]]
        assert kept == (["kept", "kept"] if emulated is api else ["sent", "sent"])
    assert api.ended(api.call("POST", "/dashboard_widgets/4175/submit_export?output=csv"))[0] == "success"
    assert api.ended(api.call("POST", "/data_sources/1/bust_exploration_cache"))[0] == "success"
    assert (outside.home / "in/weather.csv").is_file()


@pytest.fixture
def linked(outside: Any) -> Any:
    """On the server's disk: a link out of the root, and a file that is a link to one outside."""
    other = outside.home / "other"
    other.mkdir(exist_ok=True)
    (other / "kept.csv").write_text("mine")
    root = outside.home / "in"
    for name, target in (("outward", "../other"), ("linked.csv", "../other/kept.csv")):
        (root / name).unlink(missing_ok=True)
        (root / name).symlink_to(target)
    yield other
    assert [path.name for path in other.iterdir()] == ["kept.csv"]
    assert (other / "kept.csv").read_text() == "mine"
    assert sorted(path.name for path in outside.home.iterdir()) == ["in", "other"]


@pytest.mark.parametrize("path", REFUSED_PATHS)
def test_a_path_that_leads_out_of_the_root_is_refused(path: str, sending: Any, outside: Any, linked: Any) -> None:
    before = len(outside.lake.seen)
    status, log = sending.sent(drop("SftpDest", path))
    assert status in ("refused", "failure"), log
    if not path.startswith("outward"):  # what a name of that server links to means nothing in a storage account
        assert sending.sent(drop("Adls2Dest", path))[0] in ("refused", "failure")
        assert len(outside.lake.seen) == before


@pytest.mark.parametrize("path", PLAIN_PATHS)
def test_a_path_that_only_looks_strange_stays_below_the_root(
    path: str, sending: Any, outside: Any, linked: Any
) -> None:
    before = len(outside.lake.seen)
    for kind in ("SftpDest", "Adls2Dest"):
        assert sending.sent(drop(kind, path))[0] in ("success", "refused", "failure")
    for _, target, _, _ in outside.lake.seen[before:]:
        name, _, query = target.partition("?")
        assert name.startswith("/reports/daily/")
        assert ".." not in unquote(name).split("/")
        assert {key for key, _ in parse_qsl(query)} <= {"resource", "action", "position", "close", "sv", "sig"}


TITLES = [
    "Weather\r\nBcc: eve@evil.example",
    "Weather\nBcc: eve@evil.example\n\nother text",
    "Weather\rBcc: eve@evil.example",
    "Weather\u2028Bcc: eve@evil.example",
    "Weather\x85Bcc: eve@evil.example",
    "Weather\x0b\x0cBcc: eve@evil.example",
    "=?utf-8?q?a=0d=0aBcc:_eve@evil.example?=",
    "=?utf-8?b?YQ0KQmNjOiBldmVAZXZpbC5leGFtcGxl?=",
    "=?utf-7?q?a+AA0ACg-Bcc:_eve@evil.example?=",
    "{{$today}}{{ config }}{{ 7*7 }}${HOME}<script>",
    "x" * 2000 + "\r\nBcc: eve@evil.example",
]


def mail(*recipients: str, title: str = "Weather", body: str = "Hello") -> dict[str, Any]:
    options = {"body_text": body, "attachment_formats": []}
    return {"type": "EmailDest", "title": title, "recipients": [*recipients], "options": options}


def _assert_plain(outside: Any, before: int, *receivers: str) -> None:
    """What went out since is one mail to these, with no header that nobody ordered."""
    ((to, message),) = outside.mails[before:]
    assert to == [*receivers]
    assert len(message.keys()) == len({*message.keys()})
    assert not {"Bcc", "Cc", "Reply-To", "Sender"} & {*message.keys()}


@pytest.mark.parametrize("title", TITLES)
def test_a_title_makes_no_header(title: str, sending: Any, outside: Any) -> None:
    before = len(outside.mails)
    status, log = sending.sent(mail("ann@example.com", title=title))
    if status != "refused":
        assert status == "success", log
        _assert_plain(outside, before, "ann@example.com")
        assert "49" not in outside.mails[-1][1]["Subject"]
    legacy = {"title": title, "recipients": ["ann@example.com"], "format": "none", "schedule": {"repeat": "0 13 * * *"}}
    made = sending.call(
        "POST",
        "/api/v1/email_schedules",
        json={**legacy, "source": {"type": "QueryReport", "id": 12345}},
        root="legacy_url",
    )
    assert made.status_code in (200, 400, 422)


RECIPIENTS = [
    "ann@example.com\r\nBcc: eve@evil.example",
    "ann@example.com\r\nRCPT TO:<eve@evil.example>",
    "ann@example.com, eve@evil.example",
    "ann@example.com;eve@evil.example",
    "ann@example.com eve@evil.example",
    "Ann <eve@evil.example>",
    "<eve@evil.example>",
    "@relay.example:eve@evil.example",
    "eve@evil.example>\r\nDATA",
    '"eve@evil.example\r\n"@example.com',
    "=?utf-8?q?a=0d=0aBcc=3A_eve=40evil.example?=@example.com",
    "ann@=?utf-8?q?evil=2Eexample?=",
    "ann(comment)@example.com",
    "ann@[127.0.0.1]",
    "ann@example.com\x00",
    "{{ email }}@{{ host }} <",
]


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_a_recipient_is_one_address_or_refused(recipient: str, sending: Any, outside: Any) -> None:
    before = len(outside.mails)
    status, log = sending.sent(mail("bob@example.com", recipient))
    assert status in ("refused", "failure"), log
    assert outside.mails[before:] == []


BODIES = [
    "Hello\r\n.\r\nMAIL FROM:<eve@evil.example>\r\nRCPT TO:<ann@example.com>\r\nDATA\r\n",
    "Hello\n.\nQUIT\n",
    "Bcc: eve@evil.example\r\n\r\n--boundary\r\nContent-Type: text/html",
    '<img src="http://127.0.0.1/"><script>alert(1)</script>',
]


@pytest.mark.parametrize("body", BODIES)
def test_a_text_ends_no_mail_and_is_no_markup(body: str, sending: Any, outside: Any) -> None:
    before = len(outside.mails)
    assert sending.sent(mail("ann@example.com", body=body))[0] == "success"
    _assert_plain(outside, before, "ann@example.com")
    html = [part for part in outside.mails[-1][1].walk() if part.get_content_type() == "text/html"]
    assert html
    assert b"<script" not in html[0].get_payload(decode=True)
    assert b'<img src="http' not in html[0].get_payload(decode=True)


CHANNELS = [
    "{url}/api/chat.postMessage",
    "../../admin.users.remove",
    "C1&token=mine&channel=C2",
    "C1\r\nHost: 127.0.0.1",
    "C1?x=1#y",
    "@here <{url}|click>",
]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "weather.png"
    path.write_bytes(b"PNG")
    return path


def post(channel: str) -> dict[str, Any]:
    return {"type": "SlackDest", "title": "Weather", "slack_channels": [{"id": channel, "name": channel}]}


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_slack_channel_is_a_value_and_no_address(
    channel: str, sending: Any, outside: Any, trap: Any, picture: Path
) -> None:
    before = len(outside.slack.seen)
    name = channel.replace("{url}", trap.url)
    by_schedule = channel == CHANNELS[0]  # drawing takes seconds; one goes all the way from a request
    status = sending.sent(post(name))[0] if by_schedule else sending.posted(name, picture)[0]
    assert status == "success"
    assert len(outside.slack.seen) == before + 4
    for _, path, body, _ in outside.slack.seen[before:]:
        assert path in (
            "/api/files.getUploadURLExternal",
            "/upload/F1",
            "/api/files.completeUploadExternal",
            "/api/chat.postMessage",
        )
        if path.startswith("/api/chat"):
            assert dict(parse_qsl(body.decode()))["channel"] == name


UPLOADS = [
    "{url}/upload",
    "http://127.0.0.1:{slack}@127.0.0.1:{port}/upload",
    "http://ann:pw@127.0.0.1:{slack}/upload",
    "http://127.0.0.1:{port}\\@127.0.0.1:{slack}/upload",
    "http://127.0.0.1:{port}#@127.0.0.1:{slack}/",
    "http://127.0.0.1:{slack}\t@127.0.0.1:{port}/upload",
    "//127.0.0.1:{port}/upload",
    "/upload",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/",
    "http://localhost:{port}/upload",
    "http://127.0.0.1:99999/upload",
    "http://[::1/upload",
    "",
]


@pytest.mark.parametrize("url", UPLOADS)
def test_slack_cannot_send_the_files_elsewhere(url: str, sending: Any, outside: Any, trap: Any, picture: Path) -> None:
    filled = (
        url.replace("{url}", trap.url).replace("{port}", str(trap.port)).replace("{slack}", str(outside.slack.port))
    )
    outside.slack.upload_url = filled or "nowhere"
    try:
        status, log = sending.posted("C1", picture)
    finally:
        outside.slack.upload_url = None
    assert (status, "our side" in log) == ("failure", False)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("place", ["/upload/", "/api/"])
def test_no_redirect_of_slack_is_followed(
    place: str, status: int, sending: Any, outside: Any, trap: Any, picture: Path
) -> None:
    outside.slack.reply = (status, {"at": place, "location": f"{trap.url}/taken"}, b"")
    try:
        assert sending.posted("C1", picture)[0] == "failure"
    finally:
        outside.slack.reply = None
