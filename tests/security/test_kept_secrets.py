"""Keys, passwords and tokens are used and then forgotten: they stand in no journal, log, record, reply or file."""

from __future__ import annotations

import ast
import base64
import logging
import threading
from pathlib import Path
from typing import Any

import httpx2
import pytest

import bireme_emulator

PASSED_ON = {
    "the key": "holistics-demo-admin-key-0001",
    "a wrong key": "a-key-that-is-wrong-10",
    "the key in the query": "a-key-in-the-query-11",
    "the data source's password": "the-data-sources-password-12",
    "the schedule's password": "the-schedules-password-13",
    "a password of the wrong type": "a-password-in-a-list-14",
    "a password in no JSON": "a-password-in-bad-json-15",
    "a password given twice": "a-password-given-twice-16",
    "a password of an unknown object": "a-password-for-nothing-17",
    "a key in a path": "a-key-that-is-in-the-path-18",
}


@pytest.mark.socket
def test_what_is_secret_is_kept_nowhere(
    sending: Any, outside: Any, secrets: dict[str, str], caplog: pytest.LogCaptureFixture, capfd: Any, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    given, url, legacy = PASSED_ON, sending.ready["url"], sending.ready["legacy_url"]
    key = {"X-Holistics-Key": given["the key"]}
    in_path = {"X-Holistics-Key": given["a key in a path"]}
    source = {"data_source": {"dbconfig": {"host": "h", "password": given["the data source's password"]}}}
    wrong = {"data_source": {"dbconfig": {"password": [given["a password of the wrong type"]]}}}
    schedule = {
        "title": "Flights",
        "recipients": ["ann@example.com"],
        "format": "csv",
        "source": {"type": "QueryReport", "id": 12345},
        "schedule": {"repeat": "0 7 * * *", "paused": True},
        "password": given["the schedule's password"],
    }
    twice = b'{"password": "%s", "password": null}' % given["a password given twice"].encode()
    with httpx2.Client(timeout=30) as client:
        replies = [
            client.get(f"{url}/users/me", headers=key),
            client.get(f"{url}/users/me", headers={"X-Holistics-Key": given["a wrong key"]}),
            client.get(f"{legacy}/users.json?_utoken={given['the key in the query']}"),
            client.get(f"{url}/users/me?_utoken={given['the key in the query']}", headers=key),
            client.put(f"{url}/data_sources/1", json=source, headers=key),
            client.put(f"{url}/data_sources/1", json=wrong, headers=key),
            client.put(
                f"{url}/data_sources/1",
                content=b'{"password": "' + given["a password in no JSON"].encode(),
                headers=key,
            ),
            client.post(f"{url}/groups", content=twice, headers={**key, "Content-Type": "application/json"}),
            client.post(f"{url}/groups", json={"passphrase": given["a password of an unknown object"]}, headers=key),
            client.post(f"{legacy}/api/v1/email_schedules", json=schedule, headers=key),
            client.get(f"{url}/users/me/{given['a key in a path']}", headers=in_path),
        ]
        own = (
            threading.get_ident()
        )  # this client writes its URLs into the log as well; that is not the emulator's doing
        log = [record.getMessage() for record in caplog.records if record.thread != own]
    before = len(caplog.records)
    assert [reply.status_code for reply in replies[:2]] == [200, 401]
    assert replies[9].json()["options"]["password_enabled"] is True
    picture = tmp_path / "weather.png"
    picture.write_bytes(b"PNG")
    assert sending.posted("C1", picture)[0] == "success"
    drop = {"file_path": "w.csv", "dashboard_widget_id": 4191, "format": "csv"}
    assert sending.sent({"type": "SftpDest", "data_source_id": 2, **drop})[0] == "success"
    assert sending.sent({"type": "Adls2Dest", "data_source_id": 3, **drop})[0] == "success"
    assert (
        sending.sent({"type": "EmailDest", "title": "W", "recipients": ["a@b.example"], "options": {}})[0] == "success"
    )
    assert secrets["adls"] in str(outside.lake.seen), "the signature was sent; otherwise the test shows nothing"
    assert secrets["slack"] in str(outside.slack.seen)

    control = sending.emulator.control
    control.snapshot("kept")
    session = control._session
    log += [record.getMessage() + str(record.exc_info) for record in caplog.records[before:]]
    assert "HTTP Request: PUT" in "".join(log), "the client that sends deliveries writes a log at this level"
    texts = {
        "journal": str(control.journal()),
        "outbox": str(control.outbox()),
        "log": "\n".join(log),
        "output": "".join(capfd.readouterr()),
        "job logs": str([control.job(job["id"]) for job in control.jobs.list()]),
        "snapshot": str(session.snapshots["kept"]),
        "ready": str({**sending.emulator.ready, "holistics": ""}),
        "settings": repr(session.deliveries) + repr(session) + repr(session.deliveries._channels._settings),
        "errors": "\n".join(
            reply.text for reply in replies if reply.status_code >= 400 and "/users/me/" not in str(reply.url)
        ),
    }
    files = [path for path in Path(sending.emulator.config.state).rglob("*") if path.is_file()]
    assert [path for path in files if path.name.startswith("state.sqlite")]
    texts.update({path.name: path.read_bytes().decode("latin-1") for path in files})
    for what, value in {**given, **secrets}.items():
        for form in (value, base64.b64encode(value.encode()).decode()):
            found = [place for place, text in texts.items() if form in text]
            assert found == [], f"{what} stands in {found}"


def test_the_emulator_makes_no_code_of_what_it_reads() -> None:
    folder = Path(bireme_emulator.__file__).parent
    risky = []
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                written = ast.unparse(node)
                if called in ("eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.unsafe_load"):
                    risky.append(f"{path.name}: {written}")
                if (called == "yaml.load" and "SafeLoader" not in written and "_yaml_loader" not in written) or (
                    "shell=True" in written
                ):
                    risky.append(f"{path.name}: {written}")
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                risky += [f"{path.name}: {name}" for name in names if name in ("pickle", "marshal", "shelve", "dill")]
    assert risky == []
