"""Over real sockets on loopback: faults that only a network makes, and what leaves this machine."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bireme._runtime import errors
from bireme._runtime.handoff import save_to
from bireme._runtime.retry import NO_RETRY
from bireme._runtime.timeouts import Timeouts

pytestmark = pytest.mark.socket


class RawServer:
    """Answers each connection with the bytes that `answer` makes of the request, then closes it."""

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self.answer, self.seen = answer, list[bytes]()
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                request = b""
                while b"\r\n\r\n" not in request and (data := connection.recv(65536)):
                    request += data
                if request:
                    self.seen.append(request)
                    connection.sendall(self.answer(request))

    def stop(self) -> None:
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join(5)


@contextmanager
def serving(answer: Callable[[bytes], bytes]) -> Iterator[RawServer]:
    server = RawServer(answer)
    try:
        yield server
    finally:
        server.stop()


def http(status: int, body: bytes = b"", *headers: str, length: int | None = None) -> bytes:
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body) if length is None else length}", *headers]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body


def own_io(world: Any, kit: Any, base: str) -> Any:
    """Leaves with a client of their own, as users have them."""
    world.new_session(base=base, timeouts=Timeouts(connect=2, read=2))
    return (kit.SyncIO if world.driver == "sync" else kit.AsyncIO)(world.clock, world.session.timeouts)


def drive(world: Any, kit: Any, flow: Any, io: Any) -> Any:
    if world.driver == "sync":
        try:
            return kit.run(flow, io)
        finally:
            io.close()

    async def main() -> Any:
        try:
            return await kit.arun(flow, io)
        finally:
            await io.aclose()

    return kit.asyncio.run(main())


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"", "ConnectionFailed"),
        (b"HTTP/1.1 2", "ConnectionFailed"),
        (b"\x00\x01 garbage \r\n\r\n", "ConnectionFailed"),
        (http(200, b"{", length=500), "TransferError"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "TransferError"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "TransferError"),
        (http(200, b"{}", "Content-Encoding: gzip"), "TransferError"),
    ],
)
def test_what_a_broken_server_sends_is_a_typed_error(world: Any, kit: Any, answer: bytes, expected: str) -> None:
    with serving(lambda _: answer) as server:
        io = own_io(world, kit, server.url)
        with pytest.raises(getattr(errors, expected)) as caught:
            drive(world, kit, world.session.call(kit.GET, retry=NO_RETRY), io)
    assert type(caught.value) is getattr(errors, expected)
    assert caught.value.operation == "things_get"


def test_a_port_where_nobody_listens_is_a_failed_connection(world: Any, kit: Any) -> None:
    with serving(lambda _: b"") as server:
        url = server.url
    io = own_io(world, kit, url)
    with pytest.raises(errors.ConnectionFailed, match=r"Check the API.s address") as caught:
        drive(world, kit, world.session.call(kit.POST), io)
    assert not caught.value.sent
    assert len(world.clock.sleeps) == 3


def test_neither_key_nor_cookie_reaches_another_port_or_a_log(
    world: Any, kit: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link = ""
    with serving(lambda _: http(200, b"a,b\n")) as files:
        link = f"{files.url}/export.csv?signature=s1gn"
        with serving(lambda _: http(302, b"", f"Location: {link}", "Set-Cookie: session=c00kie")) as api:
            io = own_io(world, kit, api.url)
            saved = drive(world, kit, save_to(world.session, kit.DOWNLOAD, tmp_path / "out.csv"), io)
            assert kit.KEY.encode() in api.seen[0]
    assert saved.size == 4
    assert b"signature=s1gn" in files.seen[0]
    for secret in (kit.KEY, "c00kie", "x-key", "cookie"):
        assert secret.encode() not in files.seen[0].lower()
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert "/export.csv" in logged
    assert kit.KEY not in logged
    assert "s1gn" not in logged


def test_importing_the_runtime_does_not_import_the_http_library() -> None:
    modules = ["config", "errors", "flow", "handoff", "paging", "poll", "senders", "transport"]
    code = (
        f"import sys; {'; '.join(f'import bireme._runtime.{name}' for name in modules)}; print('httpx2' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
