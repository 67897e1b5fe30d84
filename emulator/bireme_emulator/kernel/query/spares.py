"""Opened databases that wait for the next query of the emulator's own making.

Opening a database costs some twenty times what a small query does. A query whose text comes from a person always gets a
fresh one; a query that the emulator wrote itself (values as parameters, nothing but SELECT) leaves nothing behind that
another one could see, so its database, shut and locked as it is, can serve the next.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bireme_emulator.kernel.clock import new_token

if TYPE_CHECKING:
    import duckdb

__all__ = ["Opened", "Spares", "State", "private_name", "state_of"]

_MOST = 4
State = Sequence[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A database and what it was opened for.

    `state` is that of the data files then, as name, size and time of the last change; `out` the one file that it may
    write, for ever, so that it is renamed when it is whole.
    """

    database: duckdb.DuckDBPyConnection
    timezone: str
    without: frozenset[str]
    state: State
    out: Path | None


class Spares:
    """At most `most` idle databases, those that were used last. Each is used by one query at a time."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._idle: list[Opened] = []

    def take(self, timezone: str, without: frozenset[str], state: State, folder: Path | None) -> Opened | None:
        """One that fits and can write to `folder` (`None`: to nowhere needed), or `None`."""
        with self._lock:
            for place in reversed(range(len(self._idle))):
                found = self._idle[place]
                fits = (found.timezone, found.without, found.state) == (timezone, without, state)
                if fits and (folder is None or (found.out is not None and found.out.parent == folder)):
                    return self._idle.pop(place)
        return None

    def give_back(self, opened: Opened) -> None:
        """Keep one for the next query; the one that has been idle longest makes room."""
        with self._lock:
            self._idle.append(opened)
            count = max(0, len(self._idle) - self._most)
            surplus, self._idle = self._idle[:count], self._idle[count:]
        for each in surplus:
            each.database.close()

    def close(self) -> None:
        """Close them all."""
        with self._lock:
            idle, self._idle = self._idle, []
        for each in idle:
            each.database.close()


def private_name() -> str:
    """What a database may call its output: a name that tells a folder's owner that it can be swept away."""
    return f"{new_token(12)}.csv.part"


def state_of(data: Mapping[str, Path]) -> State:
    """The present state of the data files. Raises `OSError` for one that is gone."""
    stats = [(name, path.stat()) for name, path in data.items()]
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)
