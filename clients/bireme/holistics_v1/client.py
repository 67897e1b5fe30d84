"""`HolisticsV1` and `AsyncHolisticsV1`: every operation under its tag, and what takes several calls in one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bireme._runtime.clients import AwaitedClient, BlockingClient
from bireme._runtime.clock import Clock
from bireme._runtime.config import VendorConfig
from bireme._runtime.context import check_http, context
from bireme._runtime.pace import DEFAULT_TIMEOUT, Poll
from bireme._runtime.retry import Retry
from bireme._runtime.senders import AsyncSender, SyncSender
from bireme._runtime.timeouts import Timeouts

from .generated.facade import AsyncFacade, Facade
from .generated.policy import AUTH, SERVERS

if TYPE_CHECKING:
    import httpx2

    from bireme._runtime.jobs import OnProgress

    from ._flows import Filters
    from ._handles import AsyncExport, AsyncQuery, Export, Query

VENDOR = VendorConfig(
    name="Holistics",
    auth_header=AUTH or "",
    prefix="",
    regions=SERVERS,
    default_region=next(iter(SERVERS)),
    key_env="HOLISTICS_API_KEY",
    region_env="HOLISTICS_REGION",
    host_env="HOLISTICS_HOST",
    host_argument="url",
)


class HolisticsV1(Facade, BlockingClient):
    """A client of the legacy Holistics API (v1). New programs use `bireme.Holistics`, for v2.

    Every operation stands under its tag: `v1.reports.submit_export(12345, "csv")`, `v1.groups.list()`;
    `.with_raw_response` gives status and headers as well. On top of that `export_report` and `query_report` do what
    takes several calls. Safe to share between threads; a context manager.

    Args:
        api_key: the key; otherwise the environment's HOLISTICS_API_KEY.
        url: the root of a host (`https://eu.holistics.io`), or an emulator's address (`http://127.0.0.1:8900/holistics`);
            otherwise HOLISTICS_HOST.
        region: where the workspace is hosted: `apac`, `eu` or `us`; otherwise HOLISTICS_REGION, or `apac`.
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
        >>> with HolisticsV1(url="https://eu.holistics.io") as v1:        # doctest: +SKIP
        ...     v1.export_report(12345).to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        url: str | None = None,
        *,
        region: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.Client | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "holistics legacy",
            api_key=api_key,
            region=region,
            base_url=url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "close", "Client")
        self._run = SyncSender(self._context.session, http)
        super().__init__(self._run)

    def export_report(
        self,
        report_id: int | str,
        format: str = "csv",
        filters: Filters | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Export:
        """Exports a report: submits, waits, and gives a handle to read rows from or to save.

        Args:
            report_id: the number in the report's address, with or without what follows it (`12345-sales`).
            format: `csv`, `json` or `xlsx`; only csv can be read as rows.
            filters: values by the name of the filter, a list for several; None leaves a filter as it is. Long ones
                (over 500 characters) are sent in the body of a POST, which the API takes for csv and json.
            wait: False returns as soon as the job is submitted.
            timeout: seconds for the whole wait; the client's if not given.
            poll: how often to look; the client's if not given.
            on_progress: called after every look at the job.

        Raises:
            InvalidInput: the id, the format or a filter is wrong; nothing was sent.
            JobFailed: the query failed, or the job was cancelled; with the reason where the server gives one, and the
                log.
            WaitTimeout: the job goes on; `resume(error.token)` goes on waiting.
            ApiError: the server refused: Unauthorized (no key), UnprocessableEntity (a wrong key), NotFound, ...
            NetworkError, DecodeError: no reply, or one that the API does not describe.

        Example:
            >>> v1.export_report(12345, filters={"carrier": ["UA", "AA"]}).to_file("flights.csv")  # doctest: +SKIP
        """
        from . import _flows
        from ._handles import Export

        started, data = self._run.run(_flows.submit_export(self._context, report_id, format, filters))
        export = Export(self._run, **_flows.handle_of(self._context, started, data))
        return export.wait(timeout, poll=poll, on_progress=on_progress) if wait else export

    def query_report(
        self,
        report_id: int | str,
        filters: Filters | None = None,
        *,
        columns: Sequence[str] | None = None,
        page_size: int = 1000,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Query:
        """Queries a report: submits, waits, and gives a handle that reads its rows page by page.

        Args:
            report_id, filters: as for `export_report`.
            columns: what to call the columns, since the API does not say; otherwise `column_1`, `column_2`, ...
            page_size: how many rows to ask for at a time.
            wait, timeout, poll, on_progress: as for `export_report`.

        Raises:
            As `export_report`.

        Example:
            >>> v1.query_report(12345, columns=["month", "flights"]).to_arrow()   # doctest: +SKIP
        """
        from . import _flows
        from ._handles import Query

        started, data = self._run.run(_flows.submit_query(self._context, report_id, filters, columns, page_size))
        query = Query(self._run, **_flows.handle_of(self._context, started, data))
        return query.wait(timeout, poll=poll, on_progress=on_progress) if wait else query

    def resume(self, token: str) -> Export | Query:
        """Takes up a job from a token (`WaitTimeout.token`, `handle.resume_token`); nothing is sent yet.

        Raises:
            InvalidInput: it is not a token of this API.

        Example:
            >>> v1.resume(error.token).to_arrow()                         # doctest: +SKIP
        """
        from . import _flows
        from ._handles import Export, Query

        parts = _flows.resumed(self._context, token)
        return Query(self._run, **parts) if parts["operation"] == _flows.QUERY else Export(self._run, **parts)


class AsyncHolisticsV1(AsyncFacade, AwaitedClient):
    """`HolisticsV1` for asynchronous callers: the same arguments and methods, to be awaited.

    Example:
        >>> async with AsyncHolisticsV1() as v1:                          # doctest: +SKIP
        ...     frame = await (await v1.export_report(12345)).to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        url: str | None = None,
        *,
        region: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.AsyncClient | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "holistics legacy",
            api_key=api_key,
            region=region,
            base_url=url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "aclose", "AsyncClient")
        self._run = AsyncSender(self._context.session, http)
        super().__init__(self._run)

    async def export_report(
        self,
        report_id: int | str,
        format: str = "csv",
        filters: Filters | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncExport:
        """As `HolisticsV1.export_report`."""
        from . import _flows
        from ._handles import AsyncExport

        started, data = await self._run.run(_flows.submit_export(self._context, report_id, format, filters))
        export = AsyncExport(self._run, **_flows.handle_of(self._context, started, data))
        return await export.wait(timeout, poll=poll, on_progress=on_progress) if wait else export

    async def query_report(
        self,
        report_id: int | str,
        filters: Filters | None = None,
        *,
        columns: Sequence[str] | None = None,
        page_size: int = 1000,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncQuery:
        """As `HolisticsV1.query_report`."""
        from . import _flows
        from ._handles import AsyncQuery

        started, data = await self._run.run(_flows.submit_query(self._context, report_id, filters, columns, page_size))
        query = AsyncQuery(self._run, **_flows.handle_of(self._context, started, data))
        return await query.wait(timeout, poll=poll, on_progress=on_progress) if wait else query

    def resume(self, token: str) -> AsyncExport | AsyncQuery:
        """As `HolisticsV1.resume`."""
        from . import _flows
        from ._handles import AsyncExport, AsyncQuery

        parts = _flows.resumed(self._context, token)
        return AsyncQuery(self._run, **parts) if parts["operation"] == _flows.QUERY else AsyncExport(self._run, **parts)


__all__ = ["VENDOR", "AsyncHolisticsV1", "HolisticsV1"]
