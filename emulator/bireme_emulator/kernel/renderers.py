"""The drawing processes of the emulator: shared by all sessions, ended with the last session's queue."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobQueue
    from bireme_emulator.kernel.render import RenderPool

__all__ = ["renderers"]


class _Renderers:
    """One pool for all who draw: begun with the first page, closed when nobody is left who has used it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._users: set[JobQueue] = set()
        self._pool: RenderPool | None = None

    def of(self, queue: JobQueue) -> RenderPool:
        """The pool, kept at least until this queue is closed."""
        from bireme_emulator.kernel.render import RenderPool  # takes a moment, and few runs of the emulator draw

        with self._lock:
            if queue not in self._users:
                self._users.add(queue)
                queue.at_close(lambda: self._leave(queue))
            if self._pool is None:
                self._pool = RenderPool()
            return self._pool

    def _leave(self, queue: JobQueue) -> None:
        with self._lock:
            self._users.discard(queue)
            if self._users or self._pool is None:
                return
            pool, self._pool = self._pool, None
        pool.close()


renderers = _Renderers()
