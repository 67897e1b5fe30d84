"""Sessions: isolated copies of the emulator's whole state, one per test that asks for one.

A request with `X-Emulator-Session: <name>` sees the session of that name, made from the workspace on first use; one
without sees `default`. Each has its own store, clock, jobs, files, rate windows, faults and journal. The workspace is
seeded once, into a template; every session begins as a copy of it.
"""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .clock import Clock, rng
from .clockkeeping import clock_of, keep_clock
from .config import EmulatorConfig, EmulatorError
from .context import ApiPlugin, Fault
from .delivery import Deliveries
from .delivery.settings import load_settings
from .faults import FaultBook
from .files import FileStore
from .jobs import JobQueue
from .journal import Journal
from .ratelimit import RateLimiter
from .store import Store
from .timetable import Timetable

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DEFAULT", "Session", "Sessions"]

DEFAULT = "default"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}\Z", re.ASCII)
_SEEDED = "workspace"
_MAX_SNAPSHOTS = 32
_ENGINE = "kernel.engine"


@dataclass(eq=False, slots=True)
class Session:
    """One isolated state.

    `workspace` (what was loaded, shared and not to be changed) is common to all sessions, and so is `engine` (the query
    engine) until a session keeps tables of its own; everything else is this one's own. `cache` is scratch space for
    plugins, emptied whenever the store is replaced as a whole. `seed` is the emulator's, for whatever is drawn by
    chance.
    """

    name: str
    store: Store
    clock: Clock
    jobs: JobQueue
    files: FileStore
    deliveries: Deliveries
    timetable: Timetable
    rates: RateLimiter
    faults: FaultBook
    journal: Journal
    seed: int
    workspace: Any
    make_engine: Callable[[], Any]
    cache: dict[str, Any] = field(default_factory=dict)
    snapshots: dict[str, dict[str, Any]] = field(default_factory=dict)
    requests: int = 0

    @property
    def engine(self) -> Any:
        """The query engine over the workspace's data and the tables that this session keeps; started on first use."""
        tables = self.files.tables()
        if not tables:
            return self.make_engine()
        known: tuple[dict[str, Path], Any] | None = self.cache.get(_ENGINE)
        if known is None or known[0] != tables:
            known = self.cache[_ENGINE] = (tables, self.make_engine().extended(tables))
        return known[1]

    def is_on(self, api: str, switch: str) -> bool:
        """Whether a switch of an API is on."""
        return self.store.meta(f"switch/{api}/{switch}") == "on"

    def turn(self, api: str, switch: str, on: bool) -> None:
        """Turn a switch of an API on or off."""
        self.store.set_meta(f"switch/{api}/{switch}", "on" if on else "off")

    def restore(self, state: dict[str, Any]) -> None:
        """Put a state of the store in place of the present one. Raises `StateError` for one that does not fit."""
        self.store.restore(state)
        self.clock.moved()  # where it stands is part of the state too, and has not changed
        self.cache.clear()

    def take_snapshot(self, name: str) -> None:
        """Keep the store's present state under a name. Raises `ValueError` when too many are kept."""
        if name not in self.snapshots and len(self.snapshots) >= _MAX_SNAPSHOTS:
            raise ValueError(f"{_MAX_SNAPSHOTS} snapshots are kept already; reset the session to drop them")
        self.snapshots[name] = self.store.snapshot()

    def close(self) -> None:
        """Stop timers, deliveries and jobs, and let go of files and store."""
        self.clock.on_move(lambda: None)
        self.timetable.close()
        self.deliveries.close()
        self.jobs.close()
        self.files.close()
        self.store.close()


class Sessions:
    """All sessions of one emulator; `default` exists from the start.

    `make_engine` gives the query engine and `workspace` whatever the plugins' `seed` reads. Raises `EmulatorError`
    where the state folder was made from another workspace, `StateError` where it cannot be used.
    """

    def __init__(
        self,
        config: EmulatorConfig,
        plugins: Sequence[ApiPlugin],
        workspace: Any = None,
        make_engine: Callable[[], Any] = lambda: None,
    ) -> None:
        self._config = config
        self._plugins = plugins
        self._workspace = workspace
        self._make_engine = make_engine
        self._deliveries = load_settings(config.deliveries, config.smtp, config.slack)
        self._lock = threading.RLock()
        self._sessions: dict[str, Session] = {}
        self._template = self._seeded()
        self._sessions[DEFAULT] = self.default = self._open(DEFAULT)

    def get(self, name: str | None) -> Session:
        """The session of that name, made now if need be. Raises `Fault` for a name that cannot be one (400) and where
        there are too many sessions already (503)."""
        if name is None:
            return self.default
        session = self._sessions.get(name)
        return session if session is not None else self._create(name)

    def find(self, name: str) -> Session | None:
        """The session of that name if it is open."""
        return self._sessions.get(name)

    def __iter__(self) -> Iterator[Session]:
        return iter(list(self._sessions.values()))

    def __len__(self) -> int:
        return len(self._sessions)

    def delete(self, name: str) -> bool:
        """Remove a session with all it holds; tells whether there was one. The default one is reset instead."""
        with self._lock:
            session = self._sessions.get(name)
            if session is None:
                return False
            if session is self.default:
                self.reset(session)
                return True
            del self._sessions[name]
        session.close()
        if not self._config.in_memory:
            shutil.rmtree(self._folder(name), ignore_errors=True)
        return True

    def reset(self, session: Session) -> None:
        """Put a session back to what it was when first made: state, clock, rates, faults, journal, snapshots."""
        session.faults.clear()
        session.journal.clear()
        session.snapshots.clear()
        session.rates.restore_defaults(self._config.rate_limits)
        with session.timetable.held():  # state and clock go back together
            session.restore(self._template)
            session.store.set_meta(_SEEDED, str(self._config.workspace))
            if self._config.clock is not None:
                session.clock.freeze()
                session.clock.set(self._config.clock)
            else:
                session.clock.set(Clock().now())
                session.clock.resume()
            session.timetable.begin()

    def close(self) -> None:
        """Close every session; what is on disk stays there."""
        with self._lock:
            sessions, self._sessions = list(self._sessions.values()), {}
        for session in sessions:
            session.close()

    def _create(self, name: str) -> Session:
        if not _NAME.match(name):
            problem = "X-Emulator-Session must be 1 to 100 letters, digits, dots, dashes or underscores"
            raise Fault(400, "EmulatorSessionError", f"{problem}, beginning with a letter or digit")
        with self._lock:
            session = self._sessions.get(name)
            if session is None:
                if len(self._sessions) >= self._config.max_sessions:
                    problem = f"There are {len(self._sessions)} sessions already; delete some by the control API"
                    raise Fault(503, "EmulatorSessionError", problem)
                session = self._sessions[name] = self._open(name)
            return session

    def _open(self, name: str) -> Session:
        session = self._assemble(name, Store(self._url(name)), in_memory=self._config.in_memory)
        made_from = session.store.meta(_SEEDED)
        if made_from is None:
            session.restore(self._template)
            session.store.set_meta(_SEEDED, str(self._config.workspace))
            session.timetable.begin()
        elif made_from != str(self._config.workspace):
            session.close()
            raise EmulatorError(
                f"state={str(self._config.state)!r}: it was made from the workspace {made_from!r}, not "
                f"{str(self._config.workspace)!r}; give another folder, or the same workspace"
            )
        for plugin in self._plugins:
            session.jobs.register(plugin.records, plugin.job_kinds)
        session.jobs.start(session)
        session.timetable.start(session, self._plugins)
        return session

    def _seeded(self) -> dict[str, Any]:
        """The state that every session begins with."""
        scratch = self._assemble("template", Store(":memory:"), in_memory=True)
        try:
            for plugin in self._plugins:
                plugin.seed(scratch)
            return scratch.store.snapshot()
        finally:
            scratch.close()

    def _assemble(self, name: str, store: Store, *, in_memory: bool) -> Session:
        config = self._config
        clock = clock_of(store, config.clock)
        clock.on_move(lambda: keep_clock(store, clock, config.clock))
        files = FileStore(store, clock, None if in_memory else self._folder(name) / "files", session=name)
        jobs = JobQueue(store, clock)
        return Session(
            name=name,
            store=store,
            clock=clock,
            jobs=jobs,
            files=files,
            deliveries=Deliveries(store, files, clock, self._deliveries),
            timetable=Timetable(store, clock, jobs),
            rates=RateLimiter(clock, enabled=config.rate_limits),
            faults=FaultBook(rng(config.seed, f"faults/{name}")),
            journal=Journal(config.journal_size),
            seed=config.seed,
            workspace=self._workspace,
            make_engine=self._make_engine,
        )

    def _folder(self, name: str) -> Path:
        return Path(self._config.state) / name

    def _url(self, name: str) -> str:
        if self._config.in_memory:
            return ":memory:"
        folder = self._folder(name)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = f"state={str(self._config.state)!r}: the folder cannot be made ({error.strerror}); give another one"
            raise EmulatorError(text) from error
        return str(folder / "state.sqlite")
