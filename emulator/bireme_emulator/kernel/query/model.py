"""What passes between those who write queries and the engine that runs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Role = Literal["dimension", "measure", "previous"]


@dataclass(frozen=True)
class Column:
    """A column of a result: `name` as a person reads it, and what it means to a chart.

    `type` is one of `date`, `datetime`, `number`, `text`, `truefalse`. `role` is `previous` for a measure of an earlier
    period. `unit` is the time unit that a date was cut to (`month`, `day`, ...), None when it was not.
    """

    name: str
    type: str
    role: Role = "dimension"
    unit: str | None = None


@dataclass(frozen=True)
class Compiled:
    """A query ready to run: SQL with `?` placeholders, their values, and the columns it gives.

    `columns` is empty for SQL that a user wrote; `Engine.preview` then tells them from the result. `timezone` (IANA
    name) is the one in which instants are shown. `without` names tables of the engine that this query must not find.
    `timeout` is its own limit in seconds where that is shorter than the engine's.
    `ours` is true only where the emulator wrote every word of the SQL and all that people gave is in `params`.
    """

    sql: str
    params: tuple[Any, ...] = ()
    columns: tuple[Column, ...] = ()
    timezone: str = "UTC"
    without: frozenset[str] = frozenset()
    timeout: float | None = None
    ours: bool = False


@dataclass(frozen=True)
class Preview:
    """The first rows of a result, and how many there are in all."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int
