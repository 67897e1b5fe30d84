"""The values of JobStatus."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class JobStatus(OpenStrEnum):
    """States of a job. The usual way is `created`, `queued`, `running`, then `success` or `failure`. A job
    that is being stopped is `cancelling`, then `cancelled`. `already_existed` marks a request that was
    answered with another job.

    A value that is not listed is kept: see `is_known`.
    """

    CREATED = "created"
    QUEUED = "queued"
    RUNNING = "running"
    SUCCESS = "success"
    FAILURE = "failure"
    CANCELLED = "cancelled"
    CANCELLING = "cancelling"
    ALREADY_EXISTED = "already_existed"
