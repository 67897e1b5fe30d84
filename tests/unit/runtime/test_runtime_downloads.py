"""Downloads: hand-off without credentials, expired links, broken bodies, files that appear whole or not at all."""

from __future__ import annotations

import asyncio
import gzip
import io
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme._runtime import errors
from bireme._runtime.handoff import chunks, fetch, save_to, spool_to
from bireme._runtime.retry import Retry
from bireme._runtime.timeouts import Timeouts

LINK = "http://files.test/export.csv?signature=s1gn"


def hand_off(*bodies: Any) -> Any:
    """An API that redirects to the file store, which gives the next body each time."""
    left = list(bodies)

    def handler(request: httpx2.Request) -> httpx2.Response:
        if request.url.host == "api.test":
            return httpx2.Response(302, headers={"location": LINK}, text="<a>moved</a>")
        body = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(body, httpx2.Response):
            return body
        return httpx2.Response(200, content=body)

    return handler


def cut(kit: Any, *steps: Any, length: int = 100) -> httpx2.Response:
    return httpx2.Response(200, stream=kit.Body(*steps), headers={"content-length": str(length)})


def test_the_file_store_is_asked_without_credentials(world: Any, kit: Any) -> None:
    world.handler = hand_off(b"a,b\n1,2\n")
    response = world.run(fetch(world.session, kit.DOWNLOAD))
    assert response.parse() == b"a,b\n1,2\n"
    api, files = world.requests
    assert api.headers["x-key"] == kit.KEY
    assert kit.KEY not in str(files.headers.raw)
    assert files.url.query == b"signature=s1gn"


def test_a_body_that_the_api_gives_itself_is_taken_as_well(world: Any, kit: Any) -> None:
    world.answers(httpx2.Response(200, content=b"direct"))
    assert world.run(fetch(world.session, kit.DOWNLOAD)).content == b"direct"


def test_an_unfinished_export_is_the_apis_own_error(world: Any, kit: Any) -> None:
    world.answers(kit.reply(422, {"type": "InvalidOperationError", "message": "job is not finished"}))
    with pytest.raises(errors.UnprocessableEntity, match="job is not finished"):
        world.run(fetch(world.session, kit.DOWNLOAD))
    assert len(world.requests) == 1


@pytest.mark.parametrize("status", [400, 403, 404, 410])
def test_an_expired_link_is_asked_for_anew_once(world: Any, kit: Any, status: int) -> None:
    world.handler = hand_off(httpx2.Response(status, text="<Error>expired</Error>"), b"fresh")
    assert world.run(fetch(world.session, kit.DOWNLOAD)).content == b"fresh"
    assert [request.url.host for request in world.requests] == ["api.test", "files.test"] * 2
    world.requests.clear()
    world.handler = lambda r: hand_off(httpx2.Response(status, text=f"<Error>{LINK}</Error>"))(r)
    with pytest.raises(errors.ResultExpired) as caught:
        world.run(fetch(world.session, kit.DOWNLOAD))
    assert len(world.requests) == 4
    assert caught.value.status == status
    assert "s1gn" not in str(caught.value) + repr(vars(caught.value))


def test_the_same_status_from_the_api_itself_is_not_an_expired_link(world: Any, kit: Any) -> None:
    world.answers(kit.reply(403))
    with pytest.raises(errors.PermissionDenied):
        world.run(fetch(world.session, kit.DOWNLOAD))
    assert len(world.requests) == 1


def test_a_download_is_written_whole_and_progress_is_told(world: Any, kit: Any, tmp_path: Path) -> None:
    body = bytes(range(256)) * 8192
    target, told = tmp_path / "out.csv", []
    target.write_bytes(b"old")
    world.handler = hand_off(body)
    saved = world.run(
        save_to(world.session, kit.DOWNLOAD, target, on_progress=lambda size, total: told.append((size, total)))
    )
    assert target.read_bytes() == body
    assert (saved.path, saved.size) == (target, len(body))
    assert told[-1] == (len(body), len(body))
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_a_compressed_body_is_decoded(world: Any, kit: Any, tmp_path: Path) -> None:
    packed = gzip.compress(b"a,b\n" * 10_000)
    headers = {"content-encoding": "gzip", "content-length": str(len(packed))}
    world.handler = hand_off(httpx2.Response(200, stream=kit.Body(packed[:100], packed[100:]), headers=headers))
    world.run(save_to(world.session, kit.DOWNLOAD, tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").read_bytes() == b"a,b\n" * 10_000


def test_a_body_that_breaks_off_is_fetched_again_from_the_start(world: Any, kit: Any, tmp_path: Path) -> None:
    world.handler = hand_off(cut(kit, b"x" * 60), cut(kit, b"y" * 30, httpx2.ReadError("reset")), b"z" * 100)
    saved = world.run(save_to(world.session, kit.DOWNLOAD, tmp_path / "out.csv"))
    assert saved.size == 100
    assert (tmp_path / "out.csv").read_bytes() == b"z" * 100


def faulty(kit: Any, clock: Any) -> list[Any]:
    return [
        lambda: cut(kit, b"x" * 60),
        lambda: cut(kit, b"x" * 60, httpx2.ReadError("reset")),
        lambda: cut(kit, b"x" * 60, httpx2.RemoteProtocolError("peer closed")),
        lambda: cut(kit, b"x" * 60, httpx2.ReadTimeout("silent")),
        lambda: httpx2.Response(200, stream=kit.Body(b"not gzip"), headers={"content-encoding": "gzip"}),
        lambda: httpx2.Response(200, stream=kit.Body(*[b"x", 5.0] * 2000, clock=clock)),
    ]


@pytest.mark.parametrize("number", range(6))
def test_a_failed_download_leaves_the_old_file_and_nothing_else(
    world: Any, kit: Any, tmp_path: Path, number: int
) -> None:
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")
    world.new_session(retry=Retry(attempts=2), timeouts=Timeouts(transfer=600))
    make = faulty(kit, world.clock)[number]
    world.handler = lambda request: hand_off(make())(request)
    with pytest.raises(errors.TransferError) as caught:
        world.run(save_to(world.session, kit.DOWNLOAD, target))
    assert caught.value.operation == "things_download"
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert world.clock.monotonic() <= 610


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError, asyncio.CancelledError, OSError])
def test_an_interrupt_leaves_the_old_file_and_closes_the_stream(
    world: Any, kit: Any, tmp_path: Path, stop: type[BaseException]
) -> None:
    target, body = tmp_path / "out.csv", kit.Body(*[b"x" * 600_000] * 9)
    target.write_bytes(b"old")
    world.handler = hand_off(httpx2.Response(200, stream=body))

    def interrupt(size: int, total: int | None) -> None:
        if size > 1_000_000:
            raise stop

    with pytest.raises(stop):
        world.run(save_to(world.session, kit.DOWNLOAD, target, on_progress=interrupt))
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert body.closed


def test_a_place_that_cannot_be_written_is_known_before_anything_is_asked(world: Any, kit: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        world.run(save_to(world.session, kit.DOWNLOAD, tmp_path / "none" / "out.csv"))
    with pytest.raises(errors.InvalidInput, match="folder"):
        world.run(save_to(world.session, kit.DOWNLOAD, tmp_path))
    assert world.requests == []


def test_chunks_come_in_large_pieces(world: Any, kit: Any) -> None:
    world.handler = hand_off(httpx2.Response(200, stream=kit.Body(*[b"x" * 65_536] * 40)))
    pieces = world.collect(chunks(world.session, kit.DOWNLOAD))
    assert sum(map(len, pieces)) == 65_536 * 40
    assert min(map(len, pieces[:-1])) >= 256 * 1024


def test_chunks_start_again_only_while_none_was_taken(world: Any, kit: Any) -> None:
    world.handler = hand_off(cut(kit, httpx2.ReadError("reset")), b"z" * 100)
    assert b"".join(world.collect(chunks(world.session, kit.DOWNLOAD))) == b"z" * 100
    big = b"x" * 600_000
    world.handler = hand_off(cut(kit, big, httpx2.ReadError("reset"), length=10**6), b"z" * 100)
    with pytest.raises(errors.TransferError):
        world.collect(chunks(world.session, kit.DOWNLOAD))


def test_chunks_that_are_not_taken_to_the_end_close_the_stream(kit: Any) -> None:
    world, body = kit.World("sync"), kit.Body(*[b"x" * 600_000] * 9)
    world.handler = hand_off(httpx2.Response(200, stream=body))
    pieces = kit.iterate(chunks(world.session, kit.DOWNLOAD), world.io())
    next(pieces)
    pieces.close()
    assert body.closed


async def test_a_cancelled_task_closes_the_stream_and_removes_the_part(kit: Any, tmp_path: Path) -> None:
    world, body = kit.World("async"), kit.Body(*[b"x" * 600_000] * 9)
    world.handler = hand_off(httpx2.Response(200, stream=body))
    reached = asyncio.Event()
    flow = save_to(world.session, kit.DOWNLOAD, tmp_path / "out.csv", on_progress=lambda size, _: reached.set())
    task = asyncio.create_task(kit.arun(flow, world.io()))
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert body.closed
    assert list(tmp_path.iterdir()) == []


def test_a_spool_is_cut_back_when_it_starts_again(world: Any, kit: Any) -> None:
    file = io.BytesIO(b"kept")
    file.seek(4)
    world.handler = hand_off(cut(kit, b"x" * 60), b"z" * 40)
    assert world.run(spool_to(world.session, kit.DOWNLOAD, file)).size == 40
    assert file.getvalue() == b"kept" + b"z" * 40


def test_a_pipe_is_written_whole_but_never_twice(world: Any, kit: Any) -> None:
    class Pipe(io.RawIOBase):
        taken = b""

        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            self.taken += bytes(data[:70_000])
            return min(70_000, len(data))

    pipe = Pipe()
    world.handler = hand_off(b"z" * 100)
    world.run(spool_to(world.session, kit.DOWNLOAD, pipe))
    assert pipe.taken == b"z" * 100
    pipe.taken = b""
    world.handler = hand_off(cut(kit, b"x" * 600_000, httpx2.ReadError("reset"), length=10**6), b"z" * 100)
    with pytest.raises(errors.TransferError):
        world.run(spool_to(world.session, kit.DOWNLOAD, pipe))
    assert b"z" not in pipe.taken
