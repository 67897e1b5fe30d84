"""What the parts of `Holistics` and `AsyncHolistics` share: starting a job, waiting for it, taking one up again.

Each part stands in a module of its own, once for blocking callers and once for asynchronous ones; what is sent, and
what the replies mean, is written once, in `_flows`. Both are imported when they are first used, so that making a client
costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bireme._runtime.flow import Flow
    from bireme._runtime.pace import Poll
    from bireme._runtime.senders import AsyncSender, SyncSender
    from bireme._wire import RawResponse

    from ._context import Context
    from ._flows import OnProgress
    from ._handles import AsyncExport, AsyncJob, Export, Job

    # The reply that started a job, and what else a handle on it keeps.
    Started = tuple[RawResponse[Any], dict[str, Any]]

__all__ = ["AsyncStarting", "Starting"]


class Starting:
    """What every part of `Holistics` has."""

    _context: Context
    _run: SyncSender

    def _job(
        self,
        flow: Flow[Started],
        wait: bool,
        timeout: float | None,
        poll: Poll | None,
        on_progress: OnProgress | None,
    ) -> Job:
        from . import _flows
        from ._handles import Job

        started, data = self._run.run(flow)
        job = Job(self._run, **_flows.handle_of(self._context, started, data))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

    def job(self, id: int) -> Job:
        """A handle on any job by its id; nothing is sent.

        Raises:
            InvalidInput: the id is not a whole number from 1 up.

        Example:
            >>> h.job(8123456).result().end_time                          # doctest: +SKIP
            '2025-03-01T08:15:02.001Z'
        """
        from . import _flows
        from ._handles import Job

        return Job(self._run, context=self._context, job_id=_flows.check_id("id", id), operation=None)

    def resume(self, token: str) -> Job | Export:
        """Takes up a job from a token (`WaitTimeout.token`, `handle.resume_token`); nothing is sent yet.

        Returns:
            An `Export` where an export was started, otherwise a `Job`.

        Raises:
            InvalidInput: it is not a token of this API.

        Example:
            >>> export = h.resume(error.token)                            # doctest: +SKIP
            >>> export.to_file("flights.csv")                                 # doctest: +SKIP
        """
        from . import _flows
        from ._handles import Export, Job

        parts = _flows.resumed(self._context, token)
        return (Export if parts["operation"] == _flows.EXPORT else Job)(self._run, **parts)


class AsyncStarting:
    """What every part of `AsyncHolistics` has."""

    _context: Context
    _run: AsyncSender

    async def _job(
        self,
        flow: Flow[Started],
        wait: bool,
        timeout: float | None,
        poll: Poll | None,
        on_progress: OnProgress | None,
    ) -> AsyncJob:
        from . import _flows
        from ._handles import AsyncJob

        started, data = await self._run.run(flow)
        job = AsyncJob(self._run, **_flows.handle_of(self._context, started, data))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

    def job(self, id: int) -> AsyncJob:
        """As `Holistics.job`."""
        from . import _flows
        from ._handles import AsyncJob

        return AsyncJob(self._run, context=self._context, job_id=_flows.check_id("id", id), operation=None)

    def resume(self, token: str) -> AsyncJob | AsyncExport:
        """As `Holistics.resume`."""
        from . import _flows
        from ._handles import AsyncExport, AsyncJob

        parts = _flows.resumed(self._context, token)
        return (AsyncExport if parts["operation"] == _flows.EXPORT else AsyncJob)(self._run, **parts)
