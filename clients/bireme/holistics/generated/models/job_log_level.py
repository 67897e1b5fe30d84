"""The values of JobLogLevel."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class JobLogLevel(OpenStrEnum):
    """Weights of log lines.

    A value that is not listed is kept: see `is_known`.
    """

    INFO = "INFO"
    ERROR = "ERROR"
