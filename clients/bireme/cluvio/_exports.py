"""Files of dashboards and reports: what `Cluvio` and `AsyncCluvio` have to render and to fetch them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.jobs import OnProgress
    from bireme._runtime.pace import Poll

    from ._handles import AsyncExport, Export
    from .parameters import Inputs

__all__ = ["AsyncExportCalls", "ExportCalls"]


class ExportCalls(Starting):
    """A part of `Cluvio`."""

    def export_dashboard(
        self,
        dashboard_id: str,
        format: str = "pdf",
        parameters: Inputs | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> Export:
        """Renders a dashboard: starts the job, waits, and gives a handle on the file.

        Where a recent file for the same inputs still shows current data, the server gives that one. The file is fetched
        when it is read or saved, from a link that works for a short time and is asked for anew where it is too old.

        Args:
            dashboard_id: the dashboard's id or record.
            format: `pdf` or `png`.
            parameters: inputs to render it with, `Parameters(...)` or a mapping.
            wait: False returns as soon as the job is started.
            timeout: seconds for the whole wait; the client's if not given.
            poll: how often to look; the client's if not given.
            on_progress: called after every look at the job.
            cancel_on_timeout: stop the job at the server when the time is up.

        Raises:
            InvalidInput: an argument is wrong; nothing was sent.
            JobFailed: it could not be rendered; with the server's message.
            WaitTimeout: the job goes on (unless cancelled); `resume(error.token)` goes on waiting.
            ApiError, NetworkError, DecodeError: as `query`.

        Calls:
            exportDashboardPdf, exportDashboardPng, getExportJob (Cluvio API 2024-06-01).

        Example:
            >>> c.export_dashboard("flgt-oper-0001", "pdf").to_file("flights.pdf")  # doctest: +SKIP
            PosixPath('flights.pdf')
        """
        from . import _submit
        from ._handles import Export

        flow = _submit.submit_export(self._context, "dashboard", dashboard_id, format, parameters)
        export = Export(self._run, **self._run.run(flow))
        if wait:
            export.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return export

    def export_report(
        self,
        report_id: str,
        format: str = "pdf",
        parameters: Inputs | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> Export:
        """Renders a report, or writes all its rows as CSV: starts the job, waits, and gives a handle on the file.

        Args:
            report_id: the report's id or record.
            format: `pdf`, `png` or `csv`. The last has all rows up to the plan's limit, where the report allows that
                (`unlimited_csv_export_enabled`); within ten minutes the server gives the same file for the same inputs.
            parameters, wait, timeout, poll, on_progress, cancel_on_timeout: as for `export_dashboard`.

        Raises:
            As `export_dashboard`.

        Calls:
            exportReportPdf, exportReportPng, exportReportCsv, getExportJob (Cluvio API 2024-06-01).

        Example:
            >>> c.export_report("flts-mnth-0001", "csv").to_pandas()          # doctest: +SKIP
        """
        from . import _submit
        from ._handles import Export

        flow = _submit.submit_export(self._context, "report", report_id, format, parameters)
        export = Export(self._run, **self._run.run(flow))
        if wait:
            export.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return export


class AsyncExportCalls(AsyncStarting):
    """A part of `AsyncCluvio`."""

    async def export_dashboard(
        self,
        dashboard_id: str,
        format: str = "pdf",
        parameters: Inputs | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> AsyncExport:
        """As `Cluvio.export_dashboard`."""
        from . import _submit
        from ._handles import AsyncExport

        flow = _submit.submit_export(self._context, "dashboard", dashboard_id, format, parameters)
        export = AsyncExport(self._run, **await self._run.run(flow))
        if wait:
            await export.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return export

    async def export_report(
        self,
        report_id: str,
        format: str = "pdf",
        parameters: Inputs | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> AsyncExport:
        """As `Cluvio.export_report`."""
        from . import _submit
        from ._handles import AsyncExport

        flow = _submit.submit_export(self._context, "report", report_id, format, parameters)
        export = AsyncExport(self._run, **await self._run.run(flow))
        if wait:
            await export.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return export
