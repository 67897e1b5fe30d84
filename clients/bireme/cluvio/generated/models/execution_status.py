"""The values of ExecutionStatus."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ExecutionStatus(OpenStrEnum):
    """States of an execution. The first four mean that it is not over.

    A value that is not listed is kept: see `is_known`.
    """

    STARTING = "starting"
    RUNNING = "running"
    WAITING = "waiting"
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    SUCCESS = "success"
    QUERY_ERROR = "query_error"
    TIMED_OUT = "timed_out"
    INTERNAL_ERROR = "internal_error"
    INTERNAL_TIMEOUT = "internal_timeout"
