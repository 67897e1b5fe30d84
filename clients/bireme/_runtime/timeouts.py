"""How long things may take; every limit is finite."""

from __future__ import annotations

from dataclasses import dataclass, fields

from .retry import check_seconds


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Limits in seconds.

    Attributes:
        connect, read, write, pool: one step of one request: making the connection, silence while reading, silence while
            writing, waiting for a free connection.
        exchange: one request with its whole reply (not a download), however slowly it trickles.
        call: one call with all its retries and the waits between them.
        transfer: one download with its whole body and its retries.
    """

    connect: float = 5.0
    read: float = 30.0
    write: float = 30.0
    pool: float = 30.0
    exchange: float = 120.0
    call: float = 300.0
    transfer: float = 3_600.0

    def __post_init__(self) -> None:
        for item in fields(self):
            check_seconds(f"timeouts.{item.name}", getattr(self, item.name))
