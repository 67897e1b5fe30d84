"""The files listener: signed links, an object store's errors."""

from __future__ import annotations

from typing import Any

import pytest

EXPORT = "/toys/v1/items/1/export"
WHOLE = b"id,name\n1,Ball\n" * 100_000


@pytest.fixture
async def link(client: Any) -> str:
    return str((await client.post(EXPORT)).headers["location"])


async def test_a_link_gives_the_whole_file_with_its_name(files_client: Any, link: str) -> None:
    reply = await files_client.get(link)
    assert (reply.status_code, reply.content == WHOLE) == (200, True)
    assert reply.headers["content-length"] == str(len(WHOLE))
    assert reply.headers["content-type"] == "text/csv"
    assert reply.headers["content-disposition"] == 'attachment; filename="item.csv"'


async def test_head_tells_the_size_and_sends_nothing(files_client: Any, link: str) -> None:
    reply = await files_client.head(link)
    assert (reply.status_code, reply.headers["content-length"], reply.content) == (200, str(len(WHOLE)), b"")


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=8-13", 206, WHOLE[8:14]),
        ("bytes=1499990-", 206, WHOLE[1499990:]),
        ("bytes=-5", 206, WHOLE[-5:]),
        ("bytes=0-", 200, WHOLE),
        ("lines=1-2", 200, WHOLE),
    ],
)
async def test_a_range_gives_that_part(files_client: Any, link: str, asked: str, status: int, part: bytes) -> None:
    reply = await files_client.get(link, headers={"Range": asked})
    assert (reply.status_code, reply.content == part) == (status, True)


async def test_a_range_beyond_the_end_cannot_be_given(files_client: Any, link: str) -> None:
    reply = await files_client.get(link, headers={"Range": f"bytes={len(WHOLE)}-"})
    assert (reply.status_code, reply.headers["content-range"]) == (416, f"bytes */{len(WHOLE)}")


async def test_an_expired_link_is_refused_as_object_stores_do(toys: Any, files_client: Any, link: str) -> None:
    toys.control.clock.advance(59)
    assert (await files_client.get(link)).status_code == 200
    toys.control.clock.advance(1)
    reply = await files_client.get(link)
    assert (reply.status_code, reply.headers["content-type"]) == (403, "application/xml")
    assert "<Code>AccessDenied</Code><Message>Request has expired</Message>" in reply.text


async def test_a_forged_link_and_an_unknown_path_open_nothing(files_client: Any, link: str) -> None:
    forged = link.replace("?token=W", "?token=X")
    assert forged != link
    assert (await files_client.get(forged)).status_code == 403
    for path in ("/", "/files", "/files/", "/a/b/c"):
        reply = await files_client.get(path)
        assert (reply.status_code, "<Code>NoSuchKey</Code>" in reply.text) == (404, True)


async def test_only_reading_is_allowed(files_client: Any, link: str) -> None:
    reply = await files_client.put(link, content=b"x")
    assert (reply.status_code, reply.headers["allow"]) == (405, "GET, HEAD")


async def test_a_link_belongs_to_its_session(toys: Any, client_of: Any, files_client: Any) -> None:
    link = (await client_of(toys, session="other").post(EXPORT)).headers["location"]
    assert (await files_client.get(link)).status_code == 200
    assert toys.control.session("other").journal(listener="files")[0]["status"] == 200
    toys.control.delete_session("other")
    assert (await files_client.get(link)).status_code == 403
