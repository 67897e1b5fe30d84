"""How many finished jobs a session keeps: enough for anybody who asks, and no more, lest memory grows for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .jobbook import JobBook

if TYPE_CHECKING:
    from .sessions import Session

__all__ = ["MOST_JOBS", "JobRetention"]

MOST_JOBS = 10_000
_AT_ONCE = 256  # they are dropped by so many, so that looking for them costs little


class JobRetention:
    """Drops the oldest finished jobs of a book with their logs, once there are more than `most` and some.

    A job stays as long as its file can be downloaded, and as long as another one that is kept names it as existing.
    """

    def __init__(self, book: JobBook, most: int = MOST_JOBS) -> None:
        self._book, self._most = book, most
        self._next = most + _AT_ONCE

    def thin_out(self, unfinished: Collection[int], session: Session) -> None:
        """Drop what is too much; call it when a job has ended."""
        if len(self._book.jobs) - len(unfinished) < self._next:
            return
        surplus = len(self._book.jobs) - len(unfinished) - self._most
        dropped = set(self._oldest(surplus, unfinished, session))
        self._book.drop(dropped)
        session.deliveries.forget({f"job/{id}" for id in dropped})
        # Where files keep them all, it is not tried again with every job.
        self._next = max(self._most, len(self._book.jobs) - len(unfinished)) + _AT_ONCE

    def _oldest(self, surplus: int, unfinished: Collection[int], session: Session) -> Iterable[int]:
        named = {job["existing_job_id"] for job in self._book.jobs.values()}
        for id, job in list(self._book.jobs.items()):
            if surplus <= 0:
                return
            if id not in unfinished and id not in named and not _has_file(job, session):
                surplus -= 1
                yield id


def _has_file(job: Mapping[str, Any], session: Session) -> bool:
    return session.files.find(f"job/{job['id']}") is not None
