"""Data of reports and dashboards: what `Cluvio` and `AsyncCluvio` have to read and to refresh it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, closing
from typing import TYPE_CHECKING

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.errors import BiremeError
    from bireme._runtime.jobs import OnProgress
    from bireme._runtime.pace import Poll

    from ._handles import AsyncReportData, ReportData
    from .generated.models.dashboard_status import DashboardStatus
    from .generated.models.filter_options import FilterOptions
    from .parameters import Inputs

__all__ = ["AsyncReportCalls", "ReportCalls"]


class ReportCalls(Starting):
    """A part of `Cluvio`."""

    def report_data(
        self,
        report_id: str,
        parameters: Inputs | None = None,
        refresh: bool = False,
        format: str = "json",
        *,
        csv_column_separator: str | None = None,
        csv_decimal_separator: str | None = None,
        csv_quote_style: str | None = None,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> ReportData:
        """The data of a report: as it is cached, or with `refresh=True` as it is now.

        Args:
            report_id: the report's id or record.
            parameters: inputs of its SQL, `Parameters(...)` or a mapping; data is cached for each set of inputs apart.
            refresh: run the report's query first, however fresh its data is, and wait for it.
            format: what the data server is to send, `json` (with the types of the columns), or `csv` to be saved as it
                is; to be read as a table, it must have been asked for with both separators.
            csv_column_separator: `,`, `;` or a tab. Where an option is left out, the organization's setting holds.
            csv_decimal_separator: `.`, `,` or `/`.
            csv_quote_style: `necessary` or `always`.
            wait: with `refresh`, False returns as soon as the query is started.
            timeout, poll, on_progress, cancel_on_timeout: for the wait, as for `query`.

        Raises:
            NoCachedData: nothing is cached under these inputs; with `refresh=True` it would be run.
            InvalidInput: an argument is wrong; nothing was sent.
            JobFailed, JobCancelled, WaitTimeout: the refresh failed, was stopped, or is not over yet.
            ApiError, NetworkError, DecodeError: as `query`.

        Calls:
            getReportData, getResultData, and with `refresh` refreshReport, getExecution (Cluvio API 2024-06-01).

        Example:
            >>> c.report_data("flts-mnth-0001", refresh=True).to_pandas()     # doctest: +SKIP
            >>> c.report_data("flts-mnth-0001", format="csv").to_file("flights.csv")  # doctest: +SKIP
        """
        from . import _submit
        from ._handles import ReportData

        options = {
            "csv_column_separator": csv_column_separator,
            "csv_decimal_separator": csv_decimal_separator,
            "csv_quote_style": csv_quote_style,
        }
        wanted = _submit.report_query(report_id, parameters, format, options)
        if not _submit.check_refresh(refresh):
            data = ReportData(self._run, **_submit.cached_report(self._context, wanted))
            self._run.run(data._fresh_access(None))
            return data
        data = ReportData(self._run, **self._run.run(_submit.submit_refresh(self._context, wanted)))
        if wait:
            data.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return data

    def dashboard_data(
        self,
        dashboard_id: str,
        parameters: Inputs | None = None,
        refresh: bool | str = "if_stale",
        *,
        timeout: float | None = None,
    ) -> Iterator[tuple[str, ReportData | BiremeError]]:
        """The data of all reports of a dashboard, each as soon as it is there.

        The dashboard's status is looked at as often as the server suggests (`status_check_delay`, usually a minute).

        Args:
            dashboard_id: the dashboard's id or record.
            parameters: inputs for all of its reports, `Parameters(...)` or a mapping.
            refresh: `"if_stale"` runs the queries whose data is stale by the refresh rate, as opening the dashboard
                does; True runs them all; False runs none and takes what is cached.
            timeout: seconds for all of them; the client's if not given.

        Yields:
            Report id, and its data or the error that stands for it: `NoCachedData`, `JobFailed`, `JobCancelled`, or
            `WaitTimeout` when the time is up (its token goes to `resume`). One report's error does not end the rest.

        Raises:
            InvalidInput: an argument is wrong; nothing was sent.
            ApiError, NetworkError, DecodeError: the status could not be had.

        Calls:
            pollDashboardStatus, getResultData, with `refresh=True` refreshDashboard (Cluvio API 2024-06-01).

        Example:
            >>> for report_id, data in c.dashboard_data("flgt-oper-0001"):    # doctest: +SKIP
            ...     print(report_id, data if isinstance(data, BiremeError) else data.to_arrow().num_rows)
        """
        from . import _status
        from ._handles import ReportData

        watch = _status.Watch(self._context, dashboard_id, parameters, refresh, timeout)

        def settled() -> Iterator[tuple[str, ReportData | BiremeError]]:
            with closing(self._run.iterate(watch.flow())) as found:
                for report_id, outcome in found:
                    yield report_id, (ReportData(self._run, **outcome) if isinstance(outcome, dict) else outcome)

        return settled()

    def refresh_dashboard(
        self,
        dashboard_id: str,
        parameters: Inputs | None = None,
        *,
        timeout: float | None = None,
    ) -> DashboardStatus:
        """Runs all queries of a dashboard anew, and waits until they are over.

        `c.dashboards.refresh` does the same without waiting.

        Args:
            dashboard_id: the dashboard's id or record.
            parameters: inputs for all of its reports.
            timeout: seconds for the whole wait; the client's if not given.

        Returns:
            The dashboard's status at the end: `reports`, `filters` and what there is under each of the `data_keys`.
            Queries that failed, or are not over when the time is up, show there.

        Raises:
            InvalidInput: an argument is wrong; nothing was sent.
            ApiError, NetworkError, DecodeError: the server could not be asked.

        Calls:
            refreshDashboard, pollDashboardStatus (Cluvio API 2024-06-01).

        Example:
            >>> status = c.refresh_dashboard("flgt-oper-0001")                # doctest: +SKIP
            >>> {state.result_status for state in status.data_keys.additional_properties.values()}  # doctest: +SKIP
            {'success'}
        """
        from . import _status

        return self._run.run(_status.Watch(self._context, dashboard_id, parameters, True, timeout).last())

    def filter_options(
        self,
        filter_id: str,
        dashboard_id: str | None = None,
        parameters: Inputs | None = None,
        refresh: bool | str = "if_needed",
        *,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> FilterOptions:
        """The options that people can choose from in a drop-down filter.

        Args:
            filter_id: the filter's id or record.
            dashboard_id: the dashboard; needed for dynamic SQL drop-downs.
            parameters: inputs that the options depend on; needed for dynamic SQL drop-downs.
            refresh: `"if_needed"` runs the filter's query where no options are there; True always; False never.
            timeout, poll, on_progress: for that query, as for `query`.

        Returns:
            `options` with `values`, `value_names` and for a static drop-down with a parent `parent_values`, which go
            together by position; `data_timestamp` (Unix seconds) for SQL drop-downs.

        Raises:
            NoCachedData: there are none, and `refresh=False`.
            NoData: there are none even after the filter's query has run.
            InvalidInput: an argument is wrong; nothing was sent.
            JobFailed, JobCancelled, WaitTimeout, ApiError, NetworkError, DecodeError: as `query`.

        Calls:
            getDropDownFilterOptions, refreshDropDownFilterOptions, getExecution (Cluvio API 2024-06-01).

        Example:
            >>> c.filter_options("carr-filt-0001").options.values             # doctest: +SKIP
            ['AA', 'UA', 'WN']
        """
        from . import _submit

        return self._run.run(
            _submit.filter_options(
                self._context, filter_id, dashboard_id, parameters, refresh, timeout, poll, on_progress
            )
        )


class AsyncReportCalls(AsyncStarting):
    """A part of `AsyncCluvio`."""

    async def report_data(
        self,
        report_id: str,
        parameters: Inputs | None = None,
        refresh: bool = False,
        format: str = "json",
        *,
        csv_column_separator: str | None = None,
        csv_decimal_separator: str | None = None,
        csv_quote_style: str | None = None,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> AsyncReportData:
        """As `Cluvio.report_data`."""
        from . import _submit
        from ._handles import AsyncReportData

        options = {
            "csv_column_separator": csv_column_separator,
            "csv_decimal_separator": csv_decimal_separator,
            "csv_quote_style": csv_quote_style,
        }
        wanted = _submit.report_query(report_id, parameters, format, options)
        if not _submit.check_refresh(refresh):
            data = AsyncReportData(self._run, **_submit.cached_report(self._context, wanted))
            await self._run.run(data._fresh_access(None))
            return data
        data = AsyncReportData(self._run, **await self._run.run(_submit.submit_refresh(self._context, wanted)))
        if wait:
            await data.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return data

    def dashboard_data(
        self,
        dashboard_id: str,
        parameters: Inputs | None = None,
        refresh: bool | str = "if_stale",
        *,
        timeout: float | None = None,
    ) -> AsyncIterator[tuple[str, AsyncReportData | BiremeError]]:
        """As `Cluvio.dashboard_data`, for `async for`."""
        from . import _status
        from ._handles import AsyncReportData

        watch = _status.Watch(self._context, dashboard_id, parameters, refresh, timeout)

        async def settled() -> AsyncIterator[tuple[str, AsyncReportData | BiremeError]]:
            async with aclosing(self._run.iterate(watch.flow())) as found:
                async for report_id, outcome in found:
                    yield report_id, (AsyncReportData(self._run, **outcome) if isinstance(outcome, dict) else outcome)

        return settled()

    async def refresh_dashboard(
        self,
        dashboard_id: str,
        parameters: Inputs | None = None,
        *,
        timeout: float | None = None,
    ) -> DashboardStatus:
        """As `Cluvio.refresh_dashboard`."""
        from . import _status

        return await self._run.run(_status.Watch(self._context, dashboard_id, parameters, True, timeout).last())

    async def filter_options(
        self,
        filter_id: str,
        dashboard_id: str | None = None,
        parameters: Inputs | None = None,
        refresh: bool | str = "if_needed",
        *,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> FilterOptions:
        """As `Cluvio.filter_options`."""
        from . import _submit

        return await self._run.run(
            _submit.filter_options(
                self._context, filter_id, dashboard_id, parameters, refresh, timeout, poll, on_progress
            )
        )
