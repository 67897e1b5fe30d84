"""The values of ExportJobStatus."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ExportJobStatus(OpenStrEnum):
    """States of an export job. The first two mean that it is not over.

    A value that is not listed is kept: see `is_known`.
    """

    STARTED = "started"
    RUNNING = "running"
    SUCCESS = "success"
    ERROR = "error"
