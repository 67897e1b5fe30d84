"""Queries on datasources, their tables and columns: what `Cluvio` and `AsyncCluvio` have to do this in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.jobs import OnProgress
    from bireme._runtime.pace import Poll

    from ._handles import AsyncJob, AsyncQuery, Job, Query
    from .generated.models.single_schema_data import SingleSchemaData
    from .parameters import Inputs

__all__ = ["AsyncQueryCalls", "QueryCalls"]


class QueryCalls(Starting):
    """A part of `Cluvio`."""

    def query(
        self,
        datasource_id: str,
        sql: str,
        r: str | None = None,
        parameters: Inputs | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> Query:
        """Runs SQL on a datasource: starts it, waits, and gives a handle to read rows from or to save.

        Giving up the wait (Ctrl-C, or the cancelling of a task) stops the query at the server.

        Args:
            datasource_id: the datasource's id, such as `smpl-data-0001`, or its record.
            sql: the query, with or without Cluvio's expressions (`{[date]=timerange}`).
            r: R code that makes another result of that of the SQL.
            parameters: values for the expressions: `Parameters(timerange=..., filters=...)` or a mapping.
            wait: False returns as soon as the query is started.
            timeout: seconds for the whole wait; the client's if not given.
            poll: how often to look; the client's if not given.
            on_progress: called after every look at the execution.
            cancel_on_timeout: stop the query at the server when the time is up.

        Raises:
            InvalidInput: an argument is wrong; nothing was sent.
            JobFailed: the database refused the SQL, the R script failed, or it took too long; `.status` says which.
            JobCancelled: somebody stopped it.
            WaitTimeout: it goes on (unless cancelled); `resume(error.token)` goes on waiting.
            ApiError: the server refused: Unauthorized, PermissionDenied, NotFound, UnprocessableEntity, ...
            NetworkError, DecodeError: no reply, or one that the API does not describe.

        Calls:
            runExecution, getExecution, and when read getExecutionData, getResultData (Cluvio API 2024-06-01).

        Example:
            >>> inputs = Parameters(timerange=(datetime(2013, 1, 1, tzinfo=UTC), None))  # doctest: +SKIP
            >>> sql = "select count(*) from flights where {[time_hour]=timerange}"       # doctest: +SKIP
            >>> c.query("smpl-data-0001", sql, parameters=inputs).to_arrow()             # doctest: +SKIP
        """
        from . import _submit
        from ._handles import Query

        parts = self._run.run(_submit.submit_query(self._context, datasource_id, sql, r, parameters))
        query = Query(self._run, **parts)
        if wait:
            query.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return query

    def schema(self, datasource_id: str, name: str | None = None) -> list[SingleSchemaData]:
        """The tables and columns of a datasource, as they were last read from the database.

        Args:
            datasource_id: the datasource's id or record.
            name: the name of one schema; all of them if not given.

        Returns:
            The schemas, each with `name` and `tables`, these with `name` and `columns` (`name`, `db_type`,
            `data_type`).

        Raises:
            InvalidInput: an argument is wrong; nothing was sent.
            NoData: there is no schema of this name.
            ResultExpired: the data server refused a token twice.
            ApiError, NetworkError, DecodeError: it could not be had.

        Calls:
            getDatasourceSchema, getSchemaData (Cluvio API 2024-06-01).

        Example:
            >>> [table.name for table in c.schema("smpl-data-0001", "main")[0].tables]  # doctest: +SKIP
            ['airlines', 'airports', 'flights', 'planes', 'weather']
        """
        from . import _submit

        return self._run.run(_submit.schemas(self._context, datasource_id, name))

    def refresh_datasource(
        self,
        datasource_id: str,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Reads a datasource's tables and columns anew, and waits for it.

        Args:
            datasource_id: the datasource's id or record.
            wait: False returns as soon as it is started.
            timeout, poll, on_progress: as for `query`.

        Raises:
            As `query`.

        Calls:
            refreshDatasource, getExecution (Cluvio API 2024-06-01).

        Example:
            >>> c.refresh_datasource("smpl-data-0001").status                 # doctest: +SKIP
            'success'
        """
        from . import _flows, _submit
        from ._handles import Job

        flow = _submit.submit_by_id(
            self._context, _flows.REFRESH_DATASOURCE, "datasource_id", datasource_id, "datasources"
        )
        job = Job(self._run, **self._run.run(flow))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job


class AsyncQueryCalls(AsyncStarting):
    """A part of `AsyncCluvio`."""

    async def query(
        self,
        datasource_id: str,
        sql: str,
        r: str | None = None,
        parameters: Inputs | None = None,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
        cancel_on_timeout: bool = False,
    ) -> AsyncQuery:
        """As `Cluvio.query`."""
        from . import _submit
        from ._handles import AsyncQuery

        parts = await self._run.run(_submit.submit_query(self._context, datasource_id, sql, r, parameters))
        query = AsyncQuery(self._run, **parts)
        if wait:
            await query.wait(timeout, poll=poll, on_progress=on_progress, cancel_on_timeout=cancel_on_timeout)
        return query

    async def schema(self, datasource_id: str, name: str | None = None) -> list[SingleSchemaData]:
        """As `Cluvio.schema`."""
        from . import _submit

        return await self._run.run(_submit.schemas(self._context, datasource_id, name))

    async def refresh_datasource(
        self,
        datasource_id: str,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Cluvio.refresh_datasource`."""
        from . import _flows, _submit
        from ._handles import AsyncJob

        flow = _submit.submit_by_id(
            self._context, _flows.REFRESH_DATASOURCE, "datasource_id", datasource_id, "datasources"
        )
        job = AsyncJob(self._run, **await self._run.run(flow))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job
