"""Executions: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.execution_data_access import ExecutionDataAccess
    from ..models.execution_document import ExecutionDocument
    from ..models.execution_submission import ExecutionSubmission
    from ..records.execution import Execution


class Executions:
    """Single runs of queries: starting, following and stopping them, and the way to their rows."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawExecutions:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawExecutions(self._sender)

    def run(self, id: str, *, body: ExecutionSubmission | Mapping[str, Any]) -> Execution:
        """Run SQL on a datasource.

        Starts a query and answers at once. Follow it with `getExecution`; after `success`,
        `getExecutionData` leads to the rows. The SQL may hold Cluvio's expressions, whose values come from
        `parameters`; with `r_query`, R code works on the result of the SQL. Keys that hold Manage
        Dashboards or Manage Alerts instead of Manage Datasources may do this too, perhaps on some
        datasources only.

        Args:
            id: Id of the datasource.
            body: A query to run.

        Returns:
            The execution.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.executions.run('smpl-data-0001', body=...)

        Notes:
            POST /datasources/{id}/executions. Needs one of the permissions manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Run Execution.
        """
        from ..api.executions import run_execution as _operation
        from ..records.execution import Execution

        _reply = self._sender.send(_operation.request(id, body=body))
        return Execution.of(_reply)

    def get(self, id: str) -> Execution:
        """Read the state of an execution.

        Returns an execution as it stands now. `starting`, `running`, `waiting` and `scheduled` mean that it
        is not over, all others that it is. An execution can be read for 24 hours from its start.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            The execution.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.executions.get('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            GET /executions/{id}. Needs one of the permissions view_dashboards, manage_dashboards,
            manage_datasources, manage_alerts. Evidence: documented: Vendor page, Datasources: Get
            Execution.
        """
        from ..api.executions import get_execution as _operation
        from ..records.execution import Execution

        _reply = self._sender.send(_operation.request(id))
        return Execution.of(_reply)

    def cancel(self, id: str) -> None:
        """Stop an execution.

        Stops an execution that is not over. Without effect, and no error, when it is.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            It has been stopped, or was over already.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.executions.cancel('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            POST /executions/{id}/cancel. Needs one of the permissions manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Cancel
            Execution.
        """
        from ..api.executions import cancel_execution as _operation

        return self._sender.send(_operation.request(id))

    def get_data(self, id: str) -> ExecutionDataAccess | None:
        """Get access to an execution's rows.

        Returns a key and a token for `getResultData`, always as JSON. The token lives for minutes and works
        in the same location only; call again for a fresh one. The rows are kept for 24 hours from the end
        of the execution. Status 204 means that there are none: the execution is not over, or did not
        succeed.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Key and token of the rows. There are no rows: the execution is not over, or did not succeed.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.executions.get_data('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            GET /executions/{id}/data. Needs one of the permissions view_dashboards, manage_dashboards,
            manage_datasources, manage_alerts. Evidence: documented: Vendor page, Datasources: Get Execution
            Data.
        """
        from ..api.executions import get_execution_data as _operation

        return self._sender.send(_operation.request(id))


class RawExecutions:
    """Executions with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def run(self, id: str, *, body: ExecutionSubmission | Mapping[str, Any]) -> RawResponse[ExecutionDocument]:
        """Run SQL on a datasource.

        Args:
            id: Id of the datasource.
            body: A query to run.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionDocument.

        Example:
            reply = c.executions.with_raw_response.run('smpl-data-0001', body=...)
        """
        from ..api.executions import run_execution as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def get(self, id: str) -> RawResponse[ExecutionDocument]:
        """Read the state of an execution.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionDocument.

        Example:
            reply = c.executions.with_raw_response.get('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.executions import get_execution as _operation

        return self._sender.send_raw(_operation.request(id))

    def cancel(self, id: str) -> RawResponse[None]:
        """Stop an execution.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.executions.with_raw_response.cancel('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.executions import cancel_execution as _operation

        return self._sender.send_raw(_operation.request(id))

    def get_data(self, id: str) -> RawResponse[ExecutionDataAccess | None]:
        """Get access to an execution's rows.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionDataAccess | None.

        Example:
            reply = c.executions.with_raw_response.get_data('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.executions import get_execution_data as _operation

        return self._sender.send_raw(_operation.request(id))


class AsyncExecutions:
    """Single runs of queries: starting, following and stopping them, and the way to their rows."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawExecutions:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawExecutions(self._sender)

    async def run(self, id: str, *, body: ExecutionSubmission | Mapping[str, Any]) -> Execution:
        """Run SQL on a datasource.

        Starts a query and answers at once. Follow it with `getExecution`; after `success`,
        `getExecutionData` leads to the rows. The SQL may hold Cluvio's expressions, whose values come from
        `parameters`; with `r_query`, R code works on the result of the SQL. Keys that hold Manage
        Dashboards or Manage Alerts instead of Manage Datasources may do this too, perhaps on some
        datasources only.

        Args:
            id: Id of the datasource.
            body: A query to run.

        Returns:
            The execution.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.executions.run('smpl-data-0001', body=...)

        Notes:
            POST /datasources/{id}/executions. Needs one of the permissions manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Run Execution.
        """
        from ..api.executions import run_execution as _operation
        from ..records.execution import Execution

        _reply = await self._sender.send(_operation.request(id, body=body))
        return Execution.of(_reply)

    async def get(self, id: str) -> Execution:
        """Read the state of an execution.

        Returns an execution as it stands now. `starting`, `running`, `waiting` and `scheduled` mean that it
        is not over, all others that it is. An execution can be read for 24 hours from its start.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            The execution.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.executions.get('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            GET /executions/{id}. Needs one of the permissions view_dashboards, manage_dashboards,
            manage_datasources, manage_alerts. Evidence: documented: Vendor page, Datasources: Get
            Execution.
        """
        from ..api.executions import get_execution as _operation
        from ..records.execution import Execution

        _reply = await self._sender.send(_operation.request(id))
        return Execution.of(_reply)

    async def cancel(self, id: str) -> None:
        """Stop an execution.

        Stops an execution that is not over. Without effect, and no error, when it is.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            It has been stopped, or was over already.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.executions.cancel('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            POST /executions/{id}/cancel. Needs one of the permissions manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Cancel
            Execution.
        """
        from ..api.executions import cancel_execution as _operation

        return await self._sender.send(_operation.request(id))

    async def get_data(self, id: str) -> ExecutionDataAccess | None:
        """Get access to an execution's rows.

        Returns a key and a token for `getResultData`, always as JSON. The token lives for minutes and works
        in the same location only; call again for a fresh one. The rows are kept for 24 hours from the end
        of the execution. Status 204 means that there are none: the execution is not over, or did not
        succeed.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Key and token of the rows. There are no rows: the execution is not over, or did not succeed.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.executions.get_data('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')

        Notes:
            GET /executions/{id}/data. Needs one of the permissions view_dashboards, manage_dashboards,
            manage_datasources, manage_alerts. Evidence: documented: Vendor page, Datasources: Get Execution
            Data.
        """
        from ..api.executions import get_execution_data as _operation

        return await self._sender.send(_operation.request(id))


class AsyncRawExecutions:
    """AsyncExecutions with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def run(self, id: str, *, body: ExecutionSubmission | Mapping[str, Any]) -> RawResponse[ExecutionDocument]:
        """Run SQL on a datasource.

        Args:
            id: Id of the datasource.
            body: A query to run.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionDocument.

        Example:
            reply = await c.executions.with_raw_response.run('smpl-data-0001', body=...)
        """
        from ..api.executions import run_execution as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def get(self, id: str) -> RawResponse[ExecutionDocument]:
        """Read the state of an execution.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionDocument.

        Example:
            reply = await c.executions.with_raw_response.get('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.executions import get_execution as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def cancel(self, id: str) -> RawResponse[None]:
        """Stop an execution.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.executions.with_raw_response.cancel('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.executions import cancel_execution as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def get_data(self, id: str) -> RawResponse[ExecutionDataAccess | None]:
        """Get access to an execution's rows.

        Args:
            id: Id of the execution: the `execution_id` that the operation which started it has returned.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionDataAccess | None.

        Example:
            reply = await c.executions.with_raw_response.get_data('5b7f6f0e-2f43-4f6e-9f5c-6c1d3a9e4b10')
        """
        from ..api.executions import get_execution_data as _operation

        return await self._sender.send_raw(_operation.request(id))
