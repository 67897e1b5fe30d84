"""Results of dashboards: what `Holistics` and `AsyncHolistics` have to export and to cache them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.pace import Poll

    from ._flows import OnProgress
    from ._handles import AsyncExport, AsyncJob, Export, Job
    from .conditions import FilterLike

__all__ = ["AsyncExportCalls", "ExportCalls"]


class ExportCalls(Starting):
    """A part of `Holistics`."""

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

        Calls:
            dashboard_widgets_submit_export, jobs_get, exports_download (Holistics API v2).

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

        Calls:
            dashboards_submit_preload, jobs_get (Holistics API v2).

        Example:
            >>> h.preload_dashboard(16076, bust_cache=True).status        # doctest: +SKIP
            'success'
        """
        from . import _flows

        flow = _flows.submit_preload(self._context, dashboard_id, filters, bust_cache)
        return self._job(flow, wait, timeout, poll, on_progress)


class AsyncExportCalls(AsyncStarting):
    """A part of `AsyncHolistics`."""

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

        flow = _flows.submit_preload(self._context, dashboard_id, filters, bust_cache)
        return await self._job(flow, wait, timeout, poll, on_progress)
