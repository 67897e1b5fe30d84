"""The values of JobProgress."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class JobProgress(OpenStrEnum):
    """How far a job is, in the words of the calls that start and poll it. A call that starts work answers
    `created`, or `already_existed` where equal work is under way. An export poll says `not yet` until
    it says `success` or `failure`; a query poll says `running` meanwhile. `already_existed` in a poll
    points to another job, to be polled instead.

    A value that is not listed is kept: see `is_known`.
    """

    CREATED = "created"
    NOT_YET = "not yet"
    RUNNING = "running"
    SUCCESS = "success"
    FAILURE = "failure"
    ALREADY_EXISTED = "already_existed"
