"""Real servers on loopback for each way out, and a book of deliveries that uses them."""

from __future__ import annotations

import asyncio
import contextlib
import email
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default as modern
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from bireme_emulator.kernel.clock import Clock
from bireme_emulator.kernel.delivery import Attachment, Deliveries, DeliveryFailed, Message
from bireme_emulator.kernel.delivery.settings import DeliverySettings
from bireme_emulator.kernel.files import FileStore
from bireme_emulator.kernel.store import Store

NOW = datetime(2013, 6, 1, 12, tzinfo=UTC)


class ImpatientClock(Clock):
    """While it is impatient, stands still until somebody waits for it, and then moves by itself, second by second."""

    impatient = False

    def wait_for(self, predicate: Callable[[], bool], timeout: float | None = None) -> bool:
        if not self.impatient:
            return super().wait_for(predicate, timeout)
        assert timeout is not None, "a wait without an end would never end here"
        end = self.monotonic() + timeout
        while not predicate():
            if self.monotonic() >= end:
                return False
            self.advance(min(1.0, end - self.monotonic()))
        return True


class Book:
    """A book of deliveries with its store and clock, and the log that a job would keep."""

    def __init__(self, settings: DeliverySettings, state: str, folder: Path) -> None:
        self.store = Store(state)
        self.clock = ImpatientClock("frozen", at=NOW)
        self.files = FileStore(self.store, self.clock, folder / "files")
        self.deliveries = Deliveries(self.store, self.files, self.clock, settings)
        self.log: list[tuple[str, str]] = []

    def deliver(self, key: str, message: Message, **options: Any) -> Any:
        """The record; waits between attempts are skipped, for the clock moves while somebody waits."""
        note = lambda level, text: self.log.append((level, text))  # noqa: E731
        self.clock.impatient = True
        try:
            return self.deliveries.deliver(key, message, log=note, **options)
        finally:
            self.clock.impatient = False

    def refused(self, key: str, message: Message) -> str:
        """Why a delivery failed."""
        with pytest.raises(DeliveryFailed) as caught:
            self.deliver(key, message)
        return str(caught.value)

    @property
    def errors(self) -> list[str]:
        return [text for level, text in self.log if level == "ERROR"]

    def close(self) -> None:
        self.deliveries.close()
        self.files.close()
        self.store.close()


MakeBook = Callable[..., Book]


@pytest.fixture
def make_book(tmp_path: Path) -> Iterator[MakeBook]:
    made: list[Book] = []

    def make(settings: DeliverySettings | None = None, state: str = ":memory:", **channels: Any) -> Book:
        made.append(Book(settings or DeliverySettings(**channels), state, tmp_path))
        return made[-1]

    yield make
    for book in made:
        book.close()


@pytest.fixture
def report(tmp_path: Path) -> Attachment:
    """A file to send: bytes of every kind."""
    path = tmp_path / "report.csv"
    path.write_bytes(b"day,flights\r\n2013-06-01,\xc3\xbc\r\n.\r\n" + bytes(range(256)))
    return Attachment("Flüge, June.csv", "text/csv", path)


class Loop:
    """An event loop in a thread, for servers that want one."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(20)

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()


@pytest.fixture
def loop_thread() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()


class Relay:
    """What a mail relay got; `answers` are given to the next mails, then 250; with `hold`, none until it is set."""

    def __init__(self) -> None:
        self.port = 0
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.raw: list[bytes] = []
        self.answers: list[str] = []
        self.refuse: dict[str, list[str]] = {}
        self.seen = threading.Event()
        self.hold: asyncio.Event | None = None
        self.logins: list[tuple[bytes, bytes]] = []
        self.secured: list[bool] = []
        self.hang_up = False

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refuse.get(address):
            return self.refuse[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.raw.append(envelope.content)
        self.secured.append(session.ssl is not None)
        self.mails.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=modern)))  # type: ignore[arg-type]
        self.seen.set()
        if self.hang_up:
            server.transport.abort()
        if self.hold is not None:
            await self.hold.wait()
        return self.answers.pop(0) if self.answers else "250 OK"


@contextlib.contextmanager
def serving(app: Any) -> Iterator[str]:
    """An ASGI application on a free port; gives its origin."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture
def serve() -> Iterator[Callable[[Any], str]]:
    with contextlib.ExitStack() as stack:
        yield lambda app: stack.enter_context(serving(app))


@pytest.fixture
def relay_class() -> type[Relay]:
    return Relay


@pytest.fixture
def start_relay(loop_thread: Loop) -> Iterator[Callable[..., Relay]]:
    from aiosmtpd.smtp import SMTP, AuthResult

    servers: list[Any] = []

    def start(**options: Any) -> Relay:
        relay = Relay()

        def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
            relay.logins.append((data.login, data.password))
            return AuthResult(success=data.password == b"open sesame", handled=False)

        if options.pop("login", False):
            options |= {"authenticator": check, "auth_require_tls": options.get("require_starttls", False)}

        async def listen() -> Any:
            make = lambda: SMTP(relay, hostname="relay.test", loop=loop_thread.loop, **options)  # noqa: E731
            return await loop_thread.loop.create_server(make, "127.0.0.1", 0)

        servers.append(loop_thread.run(listen()))
        relay.port = servers[-1].sockets[0].getsockname()[1]
        return relay

    yield start

    async def stop() -> None:
        for server in servers:
            server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)

    loop_thread.run(stop())
