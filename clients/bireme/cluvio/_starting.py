"""What the parts of `Cluvio` and `AsyncCluvio` share, and taking up again what was started.

Each part stands in a module of its own, once for blocking callers and once for asynchronous ones; what is sent, and
what the replies mean, is written once, in `_flows`, `_submit` and `_status`. They are imported when they are first
used, so that making a client costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bireme._runtime.context import Context
    from bireme._runtime.senders import AsyncSender, SyncSender

    from ._handles import AsyncExport, AsyncJob, AsyncQuery, AsyncReportData, Export, Job, Query, ReportData
    from .generated.facade import AsyncFacade, Facade

__all__ = ["AsyncStarting", "Starting"]


class Starting:
    """What every part of `Cluvio` has."""

    _context: Context
    _run: SyncSender

    def execution(self, execution_id: str) -> Query:
        """A handle on any execution by its id; nothing is sent.

        Args:
            execution_id: the UUID that operations hand out as `execution_id`. Executions can be read for 24 hours from
                their start, their data for 24 hours from their end.

        Raises:
            InvalidInput: it is not an id.

        Example:
            >>> c.execution("5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10").to_pandas()  # doctest: +SKIP
        """
        from ._checks import check_id
        from ._handles import Query

        id = check_id("execution_id", execution_id)
        return Query(self._run, context=self._context, job_id=id, operation=None)

    def resume(self, token: str) -> Query | ReportData | Export | Job:
        """Takes up a query, a refresh or an export from a token (`WaitTimeout.token`, `handle.resume_token`).

        Nothing is sent yet. The token holds no secret, and is of use in the location that it comes from.

        Returns:
            A `Query`, `ReportData` or `Export`, by what was started; a `Job` where there is nothing to read.

        Raises:
            InvalidInput: it is not a token of this API.

        Example:
            >>> query = c.resume(error.token)                                 # doctest: +SKIP
            >>> query.wait(3600).to_file("flights.parquet")                   # doctest: +SKIP
        """
        from . import _handles, _submit

        kind, parts = _submit.resumed(self._context, token)
        if kind == "query":
            return _handles.Query(self._run, **parts)
        if kind == "report":
            return _handles.ReportData(self._run, **parts)
        return (_handles.Export if kind == "export" else _handles.Job)(self._run, **parts)

    def data_server(self, token: str) -> Facade:
        """The operations of the data server, for a data access token: `result_data.get(key)`, `schema_data.get(key)`.

        `query`, `report_data` and `schema` do all of this by themselves. The API key is not sent there; the token is
        sent to the data server of this client's location and nowhere else. It lives for minutes.

        Args:
            token: the `data_access_token` that came with the `data_key`.

        Raises:
            InvalidInput: it is not a token.

        Example:
            >>> access = c.reports.get_data("flts-mnth-0001", body={})        # doctest: +SKIP
            >>> c.data_server(access.data_access_token).result_data.get(access.data_key)[:9]  # doctest: +SKIP
            b'{"fields"'
        """
        from ._checks import check_token
        from .generated.facade import Facade

        return Facade(self._run.beside(self._context.session.at_data_server(check_token(token))))


class AsyncStarting:
    """What every part of `AsyncCluvio` has."""

    _context: Context
    _run: AsyncSender

    def execution(self, execution_id: str) -> AsyncQuery:
        """As `Cluvio.execution`."""
        from ._checks import check_id
        from ._handles import AsyncQuery

        id = check_id("execution_id", execution_id)
        return AsyncQuery(self._run, context=self._context, job_id=id, operation=None)

    def resume(self, token: str) -> AsyncQuery | AsyncReportData | AsyncExport | AsyncJob:
        """As `Cluvio.resume`."""
        from . import _handles, _submit

        kind, parts = _submit.resumed(self._context, token)
        if kind == "query":
            return _handles.AsyncQuery(self._run, **parts)
        if kind == "report":
            return _handles.AsyncReportData(self._run, **parts)
        return (_handles.AsyncExport if kind == "export" else _handles.AsyncJob)(self._run, **parts)

    def data_server(self, token: str) -> AsyncFacade:
        """As `Cluvio.data_server`."""
        from ._checks import check_token
        from .generated.facade import AsyncFacade

        return AsyncFacade(self._run.beside(self._context.session.at_data_server(check_token(token))))
