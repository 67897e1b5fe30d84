"""Both listeners on real sockets: faults in the connection itself, starting and stopping."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import sys
import threading
from typing import Any

import httpx2
import pytest

from bireme_emulator import EmulatorConfig, EmulatorError, serve
from bireme_emulator.kernel.listeners import Listener, bind
from bireme_emulator.kernel.specs import load_bundle

pytestmark = pytest.mark.socket

HEADERS = {"X-Toy-Key": "toy-admin-key-0000000001"}
REQUEST = b"GET /toys/v1/items/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Toy-Key: toy-admin-key-0000000001\r\n\r\n"


def _have_bundle() -> bool:
    try:
        load_bundle("holistics")
    except EmulatorError:
        return False
    return True


async def _exchange(app: Any, http: str, request: bytes = REQUEST) -> tuple[bytes, str]:
    """What comes back over a raw connection, and how it ends: `closed` or `reset`."""
    listening = bind("127.0.0.1", 0, "port")
    listener = Listener(app, listening, http)
    await listener.open()
    received, end = b"", "closed"
    try:
        reader, writer = await asyncio.open_connection(*listening.getsockname())
        writer.write(request)
        try:
            while part := await asyncio.wait_for(reader.read(65536), 10):
                received += part
        except ConnectionResetError:
            end = "reset"
        writer.close()
    finally:
        await listener.close()
    return received, end


both = pytest.mark.parametrize("http", ["httptools", "h11"])


@both
async def test_a_reset_comes_before_any_byte(toys: Any, http: str) -> None:
    toys.control.fault("reset")
    assert await _exchange(toys.api, http) == (b"", "reset")


@both
async def test_a_reset_in_the_body_comes_after_so_many_bytes(toys: Any, http: str) -> None:
    toys.control.fault("reset_body", after_bytes=7)
    received, end = await _exchange(toys.api, http)
    head, _, body = received.partition(b"\r\n\r\n")
    assert (body, end) == (b'{"id":1', "reset")
    assert b"content-length: 22" in head.lower()


@both
async def test_a_truncated_reply_promises_more_than_it_gives_and_ends_in_order(toys: Any, http: str) -> None:
    toys.control.fault("truncate", after_bytes=7)
    received, end = await _exchange(toys.api, http)
    head, _, body = received.partition(b"\r\n\r\n")
    assert (body, end) == (b'{"id":1', "closed")
    assert b"content-length: 22" in head.lower()


@both
async def test_an_unusual_status_reaches_the_client(toys: Any, http: str) -> None:
    toys.control.fault("status", status=520)
    request = REQUEST.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    received, _ = await _exchange(toys.api, http, request)
    assert received.startswith(b"HTTP/1.1 520")


def test_requests_and_files_come_from_two_origins(toy_server: Any) -> None:
    with toy_server() as emulator:
        url = emulator.ready["toys"]["url"]
        assert httpx2.get(f"{url}/items/1", headers=HEADERS).json() == {"id": 1, "name": "Ball"}
        link = httpx2.post(f"{url}/items/1/export", headers=HEADERS).headers["location"]
        assert link.startswith(emulator.ready["files"] + "/")
        assert len(httpx2.get(link).content) == 1_500_000
        assert [entry["status"] for entry in emulator.control.journal(listener="files")] == [200]
        assert httpx2.get(f"{emulator.ready['control']}/health").json()["status"] == "ok"


@pytest.mark.parametrize(
    ("kind", "body", "end"),
    [("reset", b"", "reset"), ("reset_body", b'{"id":1', "reset"), ("truncate", b'{"id":1', "closed")],
)
def test_connections_break_the_same_way_in_a_running_emulator(
    toy_server: Any, kind: str, body: bytes, end: str
) -> None:
    with toy_server() as emulator:
        emulator.control.fault(kind, after_bytes=7)
        host, port = emulator.ready["toys"]["url"].split("/")[2].split(":")
        received, seen = b"", "closed"
        with socket.create_connection((host, int(port)), timeout=10) as connection:
            connection.sendall(REQUEST)
            try:
                while part := connection.recv(65536):
                    received += part
            except ConnectionResetError:
                seen = "reset"
        assert (received.partition(b"\r\n\r\n")[2], seen) == (body, end)


def test_dribbling_stops_when_the_client_goes_away(toy_server: Any) -> None:
    with toy_server() as emulator:
        emulator.control.fault("dribble", chunk=1, interval=1)
        host, port = emulator.ready["toys"]["url"].split("/")[2].split(":")
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(REQUEST)
            received = b""
            while b"{" not in received:
                received += connection.recv(65536)
        emulator.control.clear_faults()
        assert httpx2.get(f"{emulator.ready['toys']['url']}/items/1", headers=HEADERS).status_code == 200


def test_stopping_does_not_wait_for_requests_that_hang(toy_server: Any, caplog: Any) -> None:
    emulator = toy_server().start()
    url = emulator.ready["toys"]["url"]
    emulator.control.fault("latency", seconds=3600)
    outcome: list[Any] = []

    def ask() -> None:
        try:
            outcome.append(httpx2.get(f"{url}/items/1", headers=HEADERS, timeout=30))
        except httpx2.TransportError as error:
            outcome.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    while not emulator.control.faults()[0].hits:
        pass
    emulator.stop()
    asking.join(10)
    assert isinstance(outcome[0], httpx2.TransportError)
    assert "Traceback" not in caplog.text
    emulator.stop()
    with pytest.raises(EmulatorError, match="does not run"):
        _ = emulator.ready


def test_an_emulator_can_be_started_again(toy_server: Any) -> None:
    emulator = toy_server()
    for _ in range(2):
        with emulator:
            assert httpx2.get(f"{emulator.ready['control']}/health").status_code == 200


def test_a_port_in_use_is_a_clear_error(toy_server: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(EmulatorError, match=rf"^port={port}: .* choose another port, or 0"):
            toy_server(port=port).start()
        with pytest.raises(EmulatorError, match=rf"^files_port={port}: "):
            toy_server(files_port=port).start()
        with pytest.raises(EmulatorError, match=rf"^port={port}: "):
            serve(EmulatorConfig(port=port, files_port=0))


def test_a_host_that_is_not_ours_is_a_clear_error(toy_server: Any) -> None:
    for host in ("192.0.2.1", "no such host"):
        with pytest.raises(EmulatorError, match=r"192\.0\.2\.1|no such host"):
            toy_server(host=host).start()


@pytest.mark.skipif(not _have_bundle(), reason="the bundle of the Holistics API has not been generated")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serving_prints_one_ready_line_and_stops_cleanly_on_a_signal(number: signal.Signals) -> None:
    program = "from bireme_emulator import serve; serve(port=0, files_port=0)"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", program], stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line, f"it did not start: {process.communicate(timeout=20)[1]}"
            ready = json.loads(line)
            served = httpx2.get(f"{ready['control']}/health").json()["apis"]
            assert served[:3] == ["holistics", "holistics_v1", "cluvio_eu"]
            key = {"X-Holistics-Key": ready["holistics"]["key"]}
            assert httpx2.get(f"{ready['holistics']['url']}/users/me", headers=key).status_code == 200
            process.send_signal(number)
            rest, errors = process.communicate(timeout=20)
        finally:
            process.kill()  # or a failure above would wait for it for ever
    assert (process.returncode, rest, errors) == (0, "", "")
