"""Alerts and schedules, run now: what `Cluvio` and `AsyncCluvio` have for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.jobs import OnProgress
    from bireme._runtime.pace import Poll

    from ._handles import AsyncJob, Job

__all__ = ["AsyncRunCalls", "RunCalls"]


class RunCalls(Starting):
    """A part of `Cluvio`."""

    def run_alert(
        self,
        alert_id: str,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Runs an alert now: its query, the judging of the result, and the mail where its conditions hold.

        What came of it stands in `c.sql_alerts.iter_results(alert_id)`, newest first.

        Args:
            alert_id: the alert's id or record.
            wait: False returns as soon as it is started.
            timeout: seconds for the whole wait; the client's if not given.
            poll, on_progress: as for `query`.

        Raises:
            InvalidInput: the id is wrong; nothing was sent.
            JobFailed: its query failed.
            JobCancelled, WaitTimeout, ApiError, NetworkError, DecodeError: as `query`.

        Calls:
            runSqlAlertQuery, getExecution (Cluvio API 2024-06-01).

        Example:
            >>> c.run_alert("mnth-busy-0001").status                          # doctest: +SKIP
            'success'
            >>> next(c.sql_alerts.iter_results("mnth-busy-0001")).result_status  # doctest: +SKIP
            'alert_triggered'
        """
        from . import _flows, _submit
        from ._handles import Job

        flow = _submit.submit_by_id(self._context, _flows.RUN_ALERT, "alert_id", alert_id, "sql_alerts")
        job = Job(self._run, **self._run.run(flow))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

    def trigger_schedule(self, schedule_id: str) -> None:
        """Sends the mail of a dashboard schedule now; the next regular time stays as it is.

        The API tells nothing of what becomes of the mail.

        Args:
            schedule_id: the schedule's id or record.

        Raises:
            InvalidInput: the id is wrong; nothing was sent.
            ApiError, NetworkError, DecodeError: the server refused, or could not be asked.

        Calls:
            triggerDashboardSchedule (Cluvio API 2024-06-01).

        Example:
            >>> c.trigger_schedule("mond-mail-0001")                          # doctest: +SKIP
        """
        from . import _submit

        self._run.run(_submit.trigger_schedule(self._context, schedule_id))


class AsyncRunCalls(AsyncStarting):
    """A part of `AsyncCluvio`."""

    async def run_alert(
        self,
        alert_id: str,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Cluvio.run_alert`."""
        from . import _flows, _submit
        from ._handles import AsyncJob

        flow = _submit.submit_by_id(self._context, _flows.RUN_ALERT, "alert_id", alert_id, "sql_alerts")
        job = AsyncJob(self._run, **await self._run.run(flow))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

    async def trigger_schedule(self, schedule_id: str) -> None:
        """As `Cluvio.trigger_schedule`."""
        from . import _submit

        await self._run.run(_submit.trigger_schedule(self._context, schedule_id))
