"""The journal: what was asked, what came of it, and never a key."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bireme_emulator.kernel.journal import Secrets

ADMIN = "toy-admin-key-0000000001"
ITEMS = "/toys/v1/items"


async def test_a_request_is_described_with_its_verdict(toys: Any, client_of: Any) -> None:
    client = client_of(toys)
    reply = await client.post(ITEMS, json={"name": ""})
    (entry,) = toys.control.journal()
    assert entry["id"] == reply.headers["x-request-id"] == "default-1"
    assert (entry["api"], entry["operation"], entry["method"], entry["path"]) == ("toys", "items_create", "POST", ITEMS)
    assert (entry["status"], entry["verdict"]) == (422, "invalid")
    assert "body/name" in entry["reason"]
    assert json.loads(entry["body"]) == {"name": ""}
    assert entry["time"] == "2013-06-01T12:00:00+00:00"


async def test_a_near_miss_is_explained(toys: Any, client_of: Any) -> None:
    client = client_of(toys)
    await client.get("/toys/v1/item/1")
    await client.put(f"{ITEMS}/1")
    path, method = toys.control.journal()
    assert (path["status"], path["verdict"], path["near"]) == (404, "unrouted", "GET /v1/items/{id} (items_get)")
    assert (method["status"], method["near"]) == (405, "GET items_get, DELETE items_delete")


async def test_no_key_is_ever_in_the_journal(toys: Any, client_of: Any) -> None:
    client = client_of(toys)
    await client.get(f"{ITEMS}/1", headers={"Authorization": "Bearer another-secret-token", "X-Other": ADMIN})
    await client.get(f"{ITEMS}?key={ADMIN}")
    await client.post(ITEMS, json={"name": ADMIN})
    await client_of(toys, key=None).get(f"{ITEMS}/{ADMIN}")
    text = json.dumps(toys.control.journal()) + repr(toys.sessions.default.journal.entries())
    assert ADMIN not in text
    assert "another-secret-token" not in text
    entries = toys.control.journal()
    assert entries[0]["headers"]["x-toy-key"] == "[redacted]"
    assert entries[2]["body"] == '{"name":"[redacted]"}'
    assert [entry["credentials_present"] for entry in entries] == [True, True, True, True]


async def test_a_key_that_reaches_the_files_listener_is_noticed_wherever_it_stands(
    toys: Any, client: Any, files_client: Any
) -> None:
    link = (await client.post(f"{ITEMS}/1/export")).headers["location"]
    await files_client.get(link)
    await files_client.get(link, headers={"X-Toy-Key": ADMIN})
    await files_client.get(link, headers={"X-Renamed": ADMIN})
    await files_client.get(f"{link}&k={ADMIN}")
    entries = toys.control.journal(listener="files")
    assert [entry["credentials_present"] for entry in entries] == [False, True, True, True]
    assert {entry["status"] for entry in entries} == {200}


async def test_the_ring_keeps_the_last_requests(emulate: Any, client_of: Any) -> None:
    emulation = emulate(journal_size=3)
    client = client_of(emulation)
    for id in range(1, 6):
        await client.get(f"{ITEMS}/{id}")
    assert [entry["path"] for entry in emulation.control.journal()] == [f"{ITEMS}/{id}" for id in (3, 4, 5)]
    assert [entry["path"] for entry in emulation.control.journal(status=200)] == []


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (b'{"user": {"password": "hush", "name": "Ada"}}', b'{"user":{"password":"[redacted]","name":"Ada"}}'),
        (b'{"password" : "a\\"b\\\\"}', b'{"password":"[redacted]"}'),
        (b'{"Old_Password":"x"}', b'{"Old_Password":"[redacted]"}'),
        (b'{"name": "password"}', b'{"name": "password"}'),
        (b'{"password": "hush", "password": null}', b'{"password":null}'),
        (b'{"api_key": "hush", "Passphrase": "hush"}', b'{"api_key":"[redacted]","Passphrase":"[redacted]"}'),
    ],
)
def test_a_password_in_a_body_is_left_out(body: bytes, kept: bytes) -> None:
    assert json.loads(Secrets([]).excerpt(body)) == json.loads(kept)


def test_a_password_at_the_end_of_an_excerpt_is_left_out_even_where_it_is_cut() -> None:
    body = b'{"pad": "' + b"x" * 2000 + b'", "password": "' + b"hush" * 100 + b'"}'
    assert b"hush" not in Secrets([]).excerpt(body)
