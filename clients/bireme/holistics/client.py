"""`Holistics` and `AsyncHolistics`: every operation under its tag, and what takes several calls in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self
from urllib.parse import urlsplit

from bireme._runtime.clock import Clock
from bireme._runtime.config import VendorConfig
from bireme._runtime.context import check_http, context, no_pickle
from bireme._runtime.pace import DEFAULT_TIMEOUT, Poll
from bireme._runtime.retry import Retry
from bireme._runtime.senders import AsyncSender, SyncSender
from bireme._runtime.timeouts import Timeouts

from ._data_calls import AsyncDataCalls, DataCalls
from ._inviting import AsyncInviting, Inviting
from .generated.facade import AsyncFacade, Facade
from .generated.policy import AUTH, SERVERS

if TYPE_CHECKING:
    import httpx2

    from ._flows import OnProgress
    from ._handles import AsyncExport, AsyncJob, Export, Job
    from .conditions import FilterLike
    from .generated.models.data_alert import DataAlert

_PREFIX = urlsplit(next(iter(SERVERS.values()))).path

VENDOR = VendorConfig(
    name="Holistics",
    auth_header=AUTH or "",
    prefix=_PREFIX,
    regions={region: url.removesuffix(_PREFIX) for region, url in SERVERS.items()},
    default_region=next(iter(SERVERS)),
    key_env="HOLISTICS_API_KEY",
    region_env="HOLISTICS_REGION",
    host_env="HOLISTICS_HOST",
)


class Holistics(Inviting, DataCalls, Facade):
    """A client of Holistics API v2.

    Every operation stands under its tag: `h.dashboards.get(16076)`, `h.jobs.get_logs(1)`; `.iter()` walks a paged list,
    `.with_raw_response` gives status and headers as well. On top of that `export_widget`, `preload_dashboard`,
    `run_schedule`, `run_alert`, `test_alert`, `invite_users`, `bust_cache`, `delete_data_model`, `job` and `resume` do
    what takes several calls. Safe to share between threads; a context manager.

    Args:
        api_key: the key; otherwise the environment's HOLISTICS_API_KEY.
        region: where the workspace is hosted: `apac`, `eu` or `us`; otherwise HOLISTICS_REGION, or `apac`.
        base_url: another address, with the API's prefix (`http://127.0.0.1:8900/holistics/api/v2`); otherwise
            HOLISTICS_HOST, which is the root of a host (`https://secure.holistics.io`), without the prefix.
        timeout: seconds that waiting for one job may take in all.
        retry: how one request is retried, a `bireme.Retry`.
        poll: how often a job is looked at, a `bireme.Poll`.
        http: an `httpx2.Client` of your own (proxies, certificates, extra headers); it is not closed here.
        limits: how long single requests and downloads may take.
        clock: for tests.

    Raises:
        ConfigError: a setting is missing or wrong; it names which, and what to do.
        InvalidInput: `timeout`, `retry`, `poll`, `http` or `limits` is not what it should be.

    Example:
        >>> with Holistics(region="eu") as h:                             # doctest: +SKIP
        ...     h.export_widget(4175).to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        region: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.Client | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "holistics",
            api_key=api_key,
            region=region,
            base_url=base_url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "close", "Client")
        self._run = SyncSender(self._context.session, http)
        super().__init__(self._run)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._context.session.settings.base_url!r})"

    def __reduce__(self) -> NoReturn:
        no_pickle(self)

    def export_widget(
        self,
        widget_id: int,
        format: str = "csv",
        filters: Iterable[FilterLike] = (),
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Export:
        """Exports a widget: submits, waits, and gives a handle to read rows from or to save.

        Args:
            widget_id: the number behind `_e=` in the address of the opened widget.
            format: `csv`, `xlsx` or `pdf`; only csv can be read as rows.
            filters: conditions on the dashboard's filters: `Filter(2336).is_("UA")`, the API's own mapping, or text
                such as `"2336 is UA"`. They are checked before anything is sent.
            wait: False returns as soon as the job is submitted.
            timeout: seconds for the whole wait; the client's if not given.
            poll: how often to look; the client's if not given.
            on_progress: called after every look at the job.

        Raises:
            InvalidInput: a filter or the format is wrong; nothing was sent.
            JobFailed: the query or the rendering failed; with the database's own message and the log.
            JobCancelled: somebody cancelled the job.
            WaitTimeout: the job goes on; `resume(error.token)` goes on waiting.
            ApiError: the server refused: Unauthorized, PermissionDenied, NotFound, UnprocessableEntity, ...
            NetworkError, DecodeError: no reply, or one that the API does not describe.

        Example:
            >>> h.export_widget(4175, filters=[Filter(2335).matches("last 2 months")]).to_arrow()  # doctest: +SKIP
        """
        from . import _flows
        from ._handles import Export

        started, data = self._run.run(_flows.submit_export(self._context, widget_id, format, filters))
        export = Export(self._run, **_flows.handle_of(self._context, started, data))
        return export.wait(timeout, poll=poll, on_progress=on_progress) if wait else export

    def preload_dashboard(
        self,
        dashboard_id: int,
        filters: Iterable[FilterLike] = (),
        *,
        bust_cache: bool = False,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Runs a dashboard's widgets so that their results are cached, and waits for it.

        Args:
            dashboard_id: the number in the dashboard's address.
            filters: conditions to run with, as for `export_widget`; filters left out use their defaults.
            bust_cache: run what is cached as well.
            wait: False returns as soon as the job is submitted.
            timeout, poll, on_progress: as for `export_widget`.

        Raises:
            As `export_widget`.

        Example:
            >>> h.preload_dashboard(16076, bust_cache=True).status        # doctest: +SKIP
            'success'
        """
        from . import _flows
        from ._handles import Job

        started, data = self._run.run(_flows.submit_preload(self._context, dashboard_id, filters, bust_cache))
        job = Job(self._run, **_flows.handle_of(self._context, started, data))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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

        Example:
            >>> h.run_schedule(501).logs()[-1].message                    # doctest: +SKIP
            'Finished'
        """
        from . import _flows
        from ._handles import Job

        started, data = self._run.run(_flows.submit_run(self._context, _flows.RUN_SCHEDULE, "schedule_id", schedule_id))
        job = Job(self._run, **_flows.handle_of(self._context, started, data))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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

        Example:
            >>> h.run_alert(601).status                                   # doctest: +SKIP
            'success'
        """
        from . import _flows
        from ._handles import Job

        started, data = self._run.run(_flows.submit_run(self._context, _flows.RUN_ALERT, "alert_id", alert_id))
        job = Job(self._run, **_flows.handle_of(self._context, started, data))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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

        Example:
            >>> h.test_alert(h.data_alerts.get(601)).status               # doctest: +SKIP
            'success'
        """
        from . import _flows
        from ._handles import Job

        started, data = self._run.run(_flows.submit_test(self._context, alert))
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

    def close(self) -> None:
        """Closes the connections."""
        self._run.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class AsyncHolistics(AsyncInviting, AsyncDataCalls, AsyncFacade):
    """`Holistics` for asynchronous callers: the same arguments and methods, to be awaited.

    Example:
        >>> async with AsyncHolistics() as h:                             # doctest: +SKIP
        ...     frame = await (await h.export_widget(4175)).to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        region: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.AsyncClient | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "holistics",
            api_key=api_key,
            region=region,
            base_url=base_url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "aclose", "AsyncClient")
        self._run = AsyncSender(self._context.session, http)
        super().__init__(self._run)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._context.session.settings.base_url!r})"

    def __reduce__(self) -> NoReturn:
        no_pickle(self)

    async def export_widget(
        self,
        widget_id: int,
        format: str = "csv",
        filters: Iterable[FilterLike] = (),
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncExport:
        """As `Holistics.export_widget`."""
        from . import _flows
        from ._handles import AsyncExport

        started, data = await self._run.run(_flows.submit_export(self._context, widget_id, format, filters))
        export = AsyncExport(self._run, **_flows.handle_of(self._context, started, data))
        return await export.wait(timeout, poll=poll, on_progress=on_progress) if wait else export

    async def preload_dashboard(
        self,
        dashboard_id: int,
        filters: Iterable[FilterLike] = (),
        *,
        bust_cache: bool = False,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Holistics.preload_dashboard`."""
        from . import _flows
        from ._handles import AsyncJob

        started, data = await self._run.run(_flows.submit_preload(self._context, dashboard_id, filters, bust_cache))
        job = AsyncJob(self._run, **_flows.handle_of(self._context, started, data))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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
        from ._handles import AsyncJob

        started, data = await self._run.run(
            _flows.submit_run(self._context, _flows.RUN_SCHEDULE, "schedule_id", schedule_id)
        )
        job = AsyncJob(self._run, **_flows.handle_of(self._context, started, data))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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
        from ._handles import AsyncJob

        started, data = await self._run.run(_flows.submit_run(self._context, _flows.RUN_ALERT, "alert_id", alert_id))
        job = AsyncJob(self._run, **_flows.handle_of(self._context, started, data))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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
        from ._handles import AsyncJob

        started, data = await self._run.run(_flows.submit_test(self._context, alert))
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

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._run.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.aclose()


__all__ = ["VENDOR", "AsyncHolistics", "Holistics"]
