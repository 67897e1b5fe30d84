"""Running the emulator: in process without sockets, in a thread for tests, or blocking for the command line."""

from __future__ import annotations

import asyncio
import gc
import json
import signal
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from .kernel.config import EmulatorConfig, EmulatorError
from .kernel.emulation import Control, Emulation
from .registry import emulation_of

__all__ = ["Emulator", "create_app", "serve"]

_PATIENCE = 60.0  # real seconds that starting and stopping may take before something is plainly wrong


def create_app(config: EmulatorConfig | None = None, /, **settings: Any) -> Emulation:
    """An emulator without sockets: `.api` and `.files` are ASGI applications, `.control` steers it, `.close()` ends it.

    The settings are the fields of `EmulatorConfig`; here replies are checked against the spec unless `strict=False`.
    Raises `EmulatorError`.

    >>> app = create_app(rate_limits=False)      # doctest: +SKIP
    >>> app.ready["holistics"]["url"]            # doctest: +SKIP
    'http://127.0.0.1:8900/holistics/api/v2'
    """
    # no network leads here, so the control API need not fear the host name that test clients make up
    return emulation_of(config or EmulatorConfig(**{"strict": True, "allowed_hosts": ("testserver",), **settings}))


def serve(config: EmulatorConfig | None = None, /, **settings: Any) -> None:
    """Serve until SIGINT or SIGTERM; prints one line of JSON on standard output once both listeners accept.

    Raises `EmulatorError` where it cannot start (a port in use, a state of another workspace, ...).
    """
    try:
        _Running(config or EmulatorConfig(**settings)).run(_print_ready, signals=True)
    finally:
        gc.unfreeze()  # what jobs of an earlier run had begun by then is let go of like anything else


class Emulator:
    """An emulator in a thread of its own, on loopback sockets; a context manager.

    Ports are free ones unless given, and replies are checked against the spec unless `strict=False`; the other settings
    are those of `EmulatorConfig`. `ready` holds the URLs and keys, `control` steers the default session.

    >>> with Emulator(clock=datetime(2013, 6, 1, tzinfo=UTC)) as emulator:     # doctest: +SKIP
    ...     emulator.ready["holistics"]["url"]
    'http://127.0.0.1:40123/holistics/api/v2'
    """

    def __init__(self, config: EmulatorConfig | None = None, /, **settings: Any) -> None:
        self.config = config or EmulatorConfig(**{"port": 0, "files_port": 0, "strict": True, **settings})
        self._running: _Running | None = None
        self._thread: threading.Thread | None = None
        self._failure: BaseException | None = None
        self._up = threading.Event()

    def start(self) -> Self:
        """Start; returns once both listeners accept. Raises `EmulatorError`."""
        if self._thread is not None:
            raise EmulatorError("this emulator runs already; make another one")
        self._running = _Running(self.config)
        self._up.clear()
        self._thread = threading.Thread(target=self._run, name="bireme-emulator", daemon=True)
        self._thread.start()
        self._up.wait(_PATIENCE)
        failure, self._failure = self._failure, None
        if failure is not None:
            self._thread.join(_PATIENCE)
            self._thread = self._running = None
            raise failure
        return self

    def stop(self) -> None:
        """Stop; returns once the sockets are closed and the state is let go of. Stopping twice is harmless."""
        if self._thread is None or self._running is None:
            return
        self._running.stop()
        self._thread.join(_PATIENCE)
        self._thread = self._running = None

    @property
    def ready(self) -> dict[str, Any]:
        """What the ready line says. Raises `EmulatorError` where the emulator does not run."""
        return self._emulation.ready

    @property
    def control(self) -> Control:
        """Steers the default session; `.session(name)` another one."""
        return self._emulation.control

    @property
    def _emulation(self) -> Emulation:
        if self._running is None:
            raise EmulatorError("the emulator does not run; use it as a context manager, or call start()")
        return self._running.emulation

    def _run(self) -> None:
        assert self._running is not None
        try:
            self._running.run(lambda emulation: self._up.set(), signals=False)
        except BaseException as error:
            self._failure = error
        finally:
            self._up.set()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Running:
    """One emulator on two sockets, from binding them to closing them."""

    def __init__(self, config: EmulatorConfig) -> None:
        from .kernel.listeners import bind

        self._sockets: list[socket.socket] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        try:
            for field in ("port", "files_port"):
                self._sockets.append(bind(config.host, getattr(config, field), field))
            api, files = (listening.getsockname()[1] for listening in self._sockets)
            self.emulation = emulation_of(replace(config, port=api, files_port=files))
        except BaseException:
            self._close_sockets()
            raise

    def run(self, on_ready: Callable[[Emulation], None], *, signals: bool) -> None:
        """Serve until `stop`, or with `signals` until SIGINT or SIGTERM."""
        from uvicorn import Config

        factory = Config(None, loop="auto").get_loop_factory()  # type: ignore[arg-type]
        try:
            with asyncio.Runner(loop_factory=factory) as runner:
                runner.run(self._serve(on_ready, signals))
        finally:
            self._close_sockets()
            self.emulation.close()

    def stop(self) -> None:
        """End `run`, from any thread."""
        if self._loop is not None and self._stop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stop.set)

    async def _serve(self, on_ready: Callable[[Emulation], None], signals: bool) -> None:
        from .kernel.listeners import Listener

        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        if signals:
            _on_signals(self._loop, self._stop.set)
        api, files = self._sockets
        listeners = [Listener(self.emulation.api, api), Listener(self.emulation.files, files)]
        for listener in listeners:
            await listener.open()
        try:
            on_ready(self.emulation)
            await self._stop.wait()
        finally:
            await asyncio.gather(*(listener.close() for listener in listeners))

    def _close_sockets(self) -> None:
        for listening in self._sockets:
            listening.close()


def _on_signals(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))


def _print_ready(emulation: Emulation) -> None:
    gc.freeze()  # what is loaded by now stays for good; collecting has no need to look at it again
    sys.stdout.write(json.dumps(emulation.ready) + "\n")
    sys.stdout.flush()
