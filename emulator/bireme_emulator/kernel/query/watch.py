"""Stops a query that runs too long or is no longer wanted.

DuckDB runs a statement inside one call, so the stop has to come from another thread. The limit is on real work of
this machine's processor and is therefore counted in real seconds, whatever the emulator's virtual clock says.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from bireme_emulator.kernel.query.errors import QueryCancelled, QueryError, QueryTimeout

_TICK = 0.05


class Watch:
    """Interrupts a query at its time limit, or once `cancelled()` is true. `timeout` is in seconds.

    Time counts only while `active` is true: a slow reader of a streamed result does not use up the query's limit.
    """

    def __init__(self, interrupt: Callable[[], None], timeout: float, cancelled: Callable[[], bool] | None) -> None:
        self.active = True
        self.reason: QueryError | None = None
        self._interrupt = interrupt
        self._timeout = timeout
        self._cancelled = cancelled
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="query-watch", daemon=True)

    def _run(self) -> None:
        left = self._timeout
        # An interrupt between two statements is lost, so it is repeated until the query has ended.
        while not self._done.wait(min(_TICK, max(left, 0.001))):
            if self.active:
                left -= _TICK
            if self.reason is None and self._cancelled is not None and self._cancelled():
                self.reason = QueryCancelled()
            if self.reason is None and left <= 0:
                self.reason = QueryTimeout(self._timeout)
            if self.reason is not None:
                self._interrupt()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the watch; the query it guarded is over."""
        self._done.set()
        if threading.current_thread() is not self._thread:
            self._thread.join()
