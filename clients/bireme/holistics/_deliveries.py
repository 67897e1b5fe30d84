"""Schedules and alerts: what `Holistics` and `AsyncHolistics` have to run them and to wait until they are through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.pace import Poll

    from ._flows import OnProgress
    from ._handles import AsyncJob, Job
    from .generated.models.data_alert import DataAlert

__all__ = ["AsyncDeliveryCalls", "DeliveryCalls"]


class DeliveryCalls(Starting):
    """A part of `Holistics`."""

    def run_schedule(
        self,
        schedule_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Runs a data schedule now, paused or not, and waits until it has been delivered.

        Args:
            schedule_id: its id, as `data_schedules.list` gives it.
            wait: False returns as soon as the job is submitted.
            timeout: seconds for the whole wait; the client's if not given.
            poll, on_progress: as for `export_widget`.

        Raises:
            JobFailed: a query or a delivery failed; with its reason and the log. What was delivered stays delivered.
            InvalidInput, JobCancelled, WaitTimeout, ApiError, NetworkError, DecodeError: as `export_widget`.

        Calls:
            data_schedules_submit_execute, jobs_get (Holistics API v2).

        Example:
            >>> h.run_schedule(501).logs()[-1].message                    # doctest: +SKIP
            'Finished'
        """
        from . import _flows

        flow = _flows.submit_run(self._context, _flows.RUN_SCHEDULE, "schedule_id", schedule_id)
        return self._job(flow, wait, timeout, poll, on_progress)

    def run_alert(
        self,
        alert_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Looks at an alert's widget now, paused or not; waits until word has been sent, or there was none to send.

        Args:
            alert_id: its id, as `data_alerts.list` gives it.
            wait, timeout, poll, on_progress: as for `run_schedule`.

        Raises:
            As `run_schedule`.

        Calls:
            data_alerts_submit_execute, jobs_get (Holistics API v2).

        Example:
            >>> h.run_alert(601).status                                   # doctest: +SKIP
            'success'
        """
        from . import _flows

        flow = _flows.submit_run(self._context, _flows.RUN_ALERT, "alert_id", alert_id)
        return self._job(flow, wait, timeout, poll, on_progress)

    def test_alert(
        self,
        alert: DataAlert | Mapping[str, Any],
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Does what an alert would do, sending included, without saving it.

        Args:
            alert: a `DataAlert`, or a mapping with the API's own keys, as for `data_alerts.create`.
            wait, timeout, poll, on_progress: as for `run_schedule`.

        Raises:
            UnprocessableEntity: the server cannot take the alert as it is; the message says what is wrong.
            Otherwise as `run_schedule`.

        Calls:
            data_alerts_submit_execute_test, jobs_get (Holistics API v2).

        Example:
            >>> h.test_alert(h.data_alerts.get(601)).status               # doctest: +SKIP
            'success'
        """
        from . import _flows

        return self._job(_flows.submit_test(self._context, alert), wait, timeout, poll, on_progress)


class AsyncDeliveryCalls(AsyncStarting):
    """A part of `AsyncHolistics`."""

    async def run_schedule(
        self,
        schedule_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Holistics.run_schedule`."""
        from . import _flows

        flow = _flows.submit_run(self._context, _flows.RUN_SCHEDULE, "schedule_id", schedule_id)
        return await self._job(flow, wait, timeout, poll, on_progress)

    async def run_alert(
        self,
        alert_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Holistics.run_alert`."""
        from . import _flows

        flow = _flows.submit_run(self._context, _flows.RUN_ALERT, "alert_id", alert_id)
        return await self._job(flow, wait, timeout, poll, on_progress)

    async def test_alert(
        self,
        alert: DataAlert | Mapping[str, Any],
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Holistics.test_alert`."""
        from . import _flows

        return await self._job(_flows.submit_test(self._context, alert), wait, timeout, poll, on_progress)
