"""What can be set on an emulator, checked before anything starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

__all__ = ["MEMORY", "EmulatorConfig", "EmulatorError"]

MEMORY = ":memory:"


class EmulatorError(Exception):
    """The emulator cannot start or go on; the message says what is wrong and what to do about it."""


@dataclass(frozen=True, slots=True)
class EmulatorConfig:
    """Settings of one emulator.

    `port` and `files_port` 0 pick free ones. `state` is `:memory:` or a folder that is made when absent. `workspace` is
    `demo` or the path of a seed file. `data` adds tables to the workspace (name to CSV, Parquet or DuckDB file).
    `mount` serves the API of that name at the root of the port. `strict` checks every reply against the spec and
    answers 500 where one breaks it. `clock` freezes every session at that time (aware); without it time is real.
    `allowed_hosts` are names, besides loopback ones and `host`, under which the control API may be reached.
    `deliveries` is the path of a YAML file that says where mail, posts and files really go; `smtp` (`HOST:PORT`) and
    `slack` (the base URL of its web API) set those two alone. What is set nowhere is kept in the outbox.

    Raises `EmulatorError` that names the field, its value and the remedy.

    >>> EmulatorConfig(port=70000)
    Traceback (most recent call last):
    bireme_emulator.kernel.config.EmulatorError: port=70000: give a number from 0 (any free port) to 65535
    """

    host: str = "127.0.0.1"
    port: int = 8900
    files_port: int = 8901
    state: str | Path = MEMORY
    workspace: str | Path = "demo"
    seed: int = 1
    strict: bool = False
    data: Mapping[str, str | Path] = field(default_factory=dict)
    mount: str | None = None
    clock: datetime | None = None
    rate_limits: bool = True
    max_sessions: int = 256
    journal_size: int = 1000
    allowed_hosts: tuple[str, ...] = ()
    deliveries: str | Path | None = None
    smtp: str | None = None
    slack: str | None = None

    def __post_init__(self) -> None:
        for name in ("port", "files_port"):
            _check(name, getattr(self, name), 0, 65535, "give a number from 0 (any free port) to 65535")
        if self.port and self.port == self.files_port:
            raise EmulatorError(f"files_port={self.files_port}: it is the API port too; give another one, or 0")
        if not isinstance(self.host, str) or not self.host:
            raise EmulatorError(f"host={self.host!r}: give an address or host name, e.g. 127.0.0.1")
        _check("seed", self.seed, None, None, "give a whole number")
        _check("max_sessions", self.max_sessions, 1, 100_000, "give a number from 1 to 100000")
        _check("journal_size", self.journal_size, 1, 1_000_000, "give a number from 1 to 1000000")
        if self.clock is not None and self.clock.tzinfo is None:
            raise EmulatorError(f"clock={self.clock!r}: the time has no zone; give e.g. 2013-06-01T00:00:00+00:00")
        if str(self.state) == "":
            raise EmulatorError("state='': give :memory: or the path of a folder")
        if not self.in_memory and Path(self.state).exists() and not Path(self.state).is_dir():
            raise EmulatorError(f"state={str(self.state)!r}: this is a file; give :memory: or the path of a folder")
        for name, path in self.data.items():
            if not Path(path).is_file():
                raise EmulatorError(f"data {name}={str(path)!r}: there is no such file; check the path")

        if self.deliveries is not None and not Path(self.deliveries).is_file():
            raise EmulatorError(f"deliveries={str(self.deliveries)!r}: there is no such file; check the path")

    @property
    def in_memory(self) -> bool:
        """Whether all state is gone when the emulator stops."""
        return str(self.state) == MEMORY


def _check(name: str, value: object, low: int | None, high: int | None, remedy: str) -> None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or (low is not None and value < low) or (high is not None and value > high):  # type: ignore[operator]
        raise EmulatorError(f"{name}={value!r}: {remedy}")
