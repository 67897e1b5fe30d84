"""The values of ConnectionTestStatus."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ConnectionTestStatus(OpenStrEnum):
    """How an attempt to connect has ended.

    A value that is not listed is kept: see `is_known`.
    """

    OK = "ok"
    ERROR = "error"
