"""Datasources: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.connection_mode import ConnectionMode
    from ..models.connection_test import ConnectionTest
    from ..models.database_type import DatabaseType
    from ..models.datasource_collection import DatasourceCollection
    from ..models.datasource_creation import DatasourceCreation
    from ..models.datasource_document import DatasourceDocument
    from ..models.datasource_include import DatasourceInclude
    from ..models.datasource_update import DatasourceUpdate
    from ..models.execution_started import ExecutionStarted
    from ..models.schema_access import SchemaAccess
    from ..records.datasource import Datasource


class Datasources:
    """Databases that queries run on, their connections, and their tables and columns."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDatasources:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDatasources(self._sender)

    def list(self, *, include: DatasourceInclude | str | Unset = UNSET) -> builtins.list[Datasource]:
        """List all datasources.

        Lists all datasources that the key may use, in one reply. `password` and `bigquery_service_key` are
        there only for keys with Manage Datasources.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            The datasources.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.list()

        Notes:
            GET /datasources. Needs one of the permissions view_datasources, manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: List
            Datasources.
        """
        from ..api.datasources import list_datasources as _operation
        from ..records.datasource import Datasource

        _reply = self._sender.send(_operation.request(include=include))
        return Datasource.all_of(_reply)

    def create(
        self,
        *,
        name: str,
        database_type: DatabaseType | str,
        connection_mode: ConnectionMode | str,
        host: str | Unset = UNSET,
        port: int | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        database: str | Unset = UNSET,
        ssh_tunnel_host: str | Unset = UNSET,
        ssh_tunnel_port: int | Unset = UNSET,
        ssh_tunnel_user: str | Unset = UNSET,
        data_time_zone: str | Unset = UNSET,
        require_ssl: bool | Unset = UNSET,
        verify_ssl: bool | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        max_concurrent_executions: int | Unset = UNSET,
        update_schema_nightly: bool | Unset = UNSET,
        update_schema_row_counts: bool | Unset = UNSET,
        athena_region: str | Unset = UNSET,
        athena_workgroup: str | Unset = UNSET,
        databricks_http_path: str | Unset = UNSET,
        snowflake_identifier: str | Unset = UNSET,
        snowflake_region: str | Unset = UNSET,
        snowflake_warehouse: str | Unset = UNSET,
        bigquery_service_key: str | Unset = UNSET,
        agents: Sequence[Record | str] | Unset = UNSET,
    ) -> Datasource:
        """Add a datasource.

        Adds a database for reports, filters, snippets and alerts to use. How many there may be is a matter
        of the plan; *Cluvio Sample Data*, which comes with every subscription, does not count. Which fields
        are needed besides the three required ones depends on `database_type` and `connection_mode`.
        `testDatasourceConnection` tries the connection. With the connection mode `agent`, name the agents
        in the relationship `agents`.

        Args:
            name: Name of the datasource, as people see it.
            database_type: Kind of database behind it.
            connection_mode: How Cluvio reaches the database: `direct`, through an `ssh_tunnel`, or through
                an `agent` that runs beside it.
            host: Host name or address of the database. Not used for `bigquery` and `athena`.
            port: Port of the database. Not used for `bigquery`, `athena` and `snowflake`.
            username: Database user that queries run as; for `bigquery` the id of the project.
            password: Password of the database user. Not used for `bigquery`. Only keys with Manage
                Datasources get to read it.
            database: Name of the database; for `bigquery` a data set that the datasource is narrowed to, if
                wanted.
            ssh_tunnel_host: Host that the tunnel ends on. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_port: Port of the SSH server. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_user: User who signs in to the SSH server. Only with the connection mode
                `ssh_tunnel`.
            data_time_zone: IANA name of the time zone that times in the database are meant in, e.g.
                `America/New_York`.
            require_ssl: Whether the connection must be encrypted. True by default when the connection is
                direct. Always true for `athena`, `bigquery`, `databricks`, `redshift` and `snowflake`,
                whatever is sent.
            verify_ssl: Whether the certificate of the server is checked; for direct connections only.
                Always true for `athena`, `bigquery`, `databricks` and `snowflake`, and for `oracle` and
                `presto` once `require_ssl` is true.
            enabled: Whether queries may run on it.
            max_concurrent_executions: How many queries may run on it at the same time; further ones wait.
            update_schema_nightly: Whether tables and columns are read anew every night.
            update_schema_row_counts: Whether rows are counted when tables and columns are read.
            athena_region: AWS region. For `athena` only.
            athena_workgroup: Name of the Athena workgroup. For `athena` only.
            databricks_http_path: HTTP path of the warehouse or cluster. For `databricks` only.
            snowflake_identifier: Identifier of the Snowflake account. For `snowflake` only.
            snowflake_region: Region of the Snowflake account. For `snowflake` only.
            snowflake_warehouse: Name of the Snowflake warehouse. For `snowflake` only.
            bigquery_service_key: Key of a Google service account, the whole JSON text. For `bigquery` only.
                Only keys with Manage Datasources get to read it.
            agents: Agents that the connection goes through. Only with the connection mode `agent`.

        Returns:
            The datasource.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.create(name='Hangar', database_type='postgres', connection_mode='direct', ...)

        Notes:
            POST /datasources. Needs one of the permissions manage_datasources. Evidence: documented: Vendor
            page, Datasources: Create Datasource.
        """
        from ..api.datasources import create_datasource as _operation
        from ..records.datasource import Datasource

        _body = _records.body(
            {
                "name": name,
                "database_type": database_type,
                "connection_mode": connection_mode,
                "host": host,
                "port": port,
                "username": username,
                "password": password,
                "database": database,
                "ssh_tunnel_host": ssh_tunnel_host,
                "ssh_tunnel_port": ssh_tunnel_port,
                "ssh_tunnel_user": ssh_tunnel_user,
                "data_time_zone": data_time_zone,
                "require_ssl": require_ssl,
                "verify_ssl": verify_ssl,
                "enabled": enabled,
                "max_concurrent_executions": max_concurrent_executions,
                "update_schema_nightly": update_schema_nightly,
                "update_schema_row_counts": update_schema_row_counts,
                "athena_region": athena_region,
                "athena_workgroup": athena_workgroup,
                "databricks_http_path": databricks_http_path,
                "snowflake_identifier": snowflake_identifier,
                "snowflake_region": snowflake_region,
                "snowflake_warehouse": snowflake_warehouse,
                "bigquery_service_key": bigquery_service_key,
            },
            {
                "agents": _records.many("agents", "datasource_agents", agents),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return Datasource.of(_reply)

    def get(self, id: str, *, include: DatasourceInclude | str | Unset = UNSET) -> Datasource:
        """Read one datasource.

        Returns a datasource. `password` and `bigquery_service_key` are there only for keys with Manage
        Datasources.

        Args:
            id: Id of the datasource.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            The datasource.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.get('smpl-data-0001')

        Notes:
            GET /datasources/{id}. Needs one of the permissions view_datasources, manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Get
            Datasource.
        """
        from ..api.datasources import get_datasource as _operation
        from ..records.datasource import Datasource

        _reply = self._sender.send(_operation.request(id, include=include))
        return Datasource.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a datasource.

        Deletes a datasource for good. Refused with 422 while a report or filter uses it.

        Args:
            id: Id of the datasource.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.delete('smpl-data-0001')

        Notes:
            DELETE /datasources/{id}. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, Datasources: Delete Datasource.
        """
        from ..api.datasources import delete_datasource as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        database_type: DatabaseType | str | Unset = UNSET,
        connection_mode: ConnectionMode | str | Unset = UNSET,
        host: str | Unset = UNSET,
        port: int | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        database: str | Unset = UNSET,
        ssh_tunnel_host: str | Unset = UNSET,
        ssh_tunnel_port: int | Unset = UNSET,
        ssh_tunnel_user: str | Unset = UNSET,
        data_time_zone: str | Unset = UNSET,
        require_ssl: bool | Unset = UNSET,
        verify_ssl: bool | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        max_concurrent_executions: int | Unset = UNSET,
        update_schema_nightly: bool | Unset = UNSET,
        update_schema_row_counts: bool | Unset = UNSET,
        athena_region: str | Unset = UNSET,
        athena_workgroup: str | Unset = UNSET,
        databricks_http_path: str | Unset = UNSET,
        snowflake_identifier: str | Unset = UNSET,
        snowflake_region: str | Unset = UNSET,
        snowflake_warehouse: str | Unset = UNSET,
        bigquery_service_key: str | Unset = UNSET,
        agents: Sequence[Record | str] | Unset = UNSET,
    ) -> Datasource:
        """Change a datasource.

        Changes connection and options of a datasource. What is left out stays as it is; a list of agents
        replaces the one before.

        Args:
            id: Id of the datasource.
            name: Name of the datasource, as people see it.
            database_type: Kind of database behind it.
            connection_mode: How Cluvio reaches the database: `direct`, through an `ssh_tunnel`, or through
                an `agent` that runs beside it.
            host: Host name or address of the database. Not used for `bigquery` and `athena`.
            port: Port of the database. Not used for `bigquery`, `athena` and `snowflake`.
            username: Database user that queries run as; for `bigquery` the id of the project.
            password: Password of the database user. Not used for `bigquery`. Only keys with Manage
                Datasources get to read it.
            database: Name of the database; for `bigquery` a data set that the datasource is narrowed to, if
                wanted.
            ssh_tunnel_host: Host that the tunnel ends on. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_port: Port of the SSH server. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_user: User who signs in to the SSH server. Only with the connection mode
                `ssh_tunnel`.
            data_time_zone: IANA name of the time zone that times in the database are meant in, e.g.
                `America/New_York`.
            require_ssl: Whether the connection must be encrypted. True by default when the connection is
                direct. Always true for `athena`, `bigquery`, `databricks`, `redshift` and `snowflake`,
                whatever is sent.
            verify_ssl: Whether the certificate of the server is checked; for direct connections only.
                Always true for `athena`, `bigquery`, `databricks` and `snowflake`, and for `oracle` and
                `presto` once `require_ssl` is true.
            enabled: Whether queries may run on it.
            max_concurrent_executions: How many queries may run on it at the same time; further ones wait.
            update_schema_nightly: Whether tables and columns are read anew every night.
            update_schema_row_counts: Whether rows are counted when tables and columns are read.
            athena_region: AWS region. For `athena` only.
            athena_workgroup: Name of the Athena workgroup. For `athena` only.
            databricks_http_path: HTTP path of the warehouse or cluster. For `databricks` only.
            snowflake_identifier: Identifier of the Snowflake account. For `snowflake` only.
            snowflake_region: Region of the Snowflake account. For `snowflake` only.
            snowflake_warehouse: Name of the Snowflake warehouse. For `snowflake` only.
            bigquery_service_key: Key of a Google service account, the whole JSON text. For `bigquery` only.
                Only keys with Manage Datasources get to read it.
            agents: Agents that the connection goes through. Only with the connection mode `agent`.

        Returns:
            The datasource.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.update('smpl-data-0001', max_concurrent_executions=5, update_schema_nightly=False)

        Notes:
            PATCH /datasources/{id}. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, Datasources: Update Datasource.
        """
        from ..api.datasources import update_datasource as _operation
        from ..records.datasource import Datasource

        _body = _records.body(
            {
                "name": name,
                "database_type": database_type,
                "connection_mode": connection_mode,
                "host": host,
                "port": port,
                "username": username,
                "password": password,
                "database": database,
                "ssh_tunnel_host": ssh_tunnel_host,
                "ssh_tunnel_port": ssh_tunnel_port,
                "ssh_tunnel_user": ssh_tunnel_user,
                "data_time_zone": data_time_zone,
                "require_ssl": require_ssl,
                "verify_ssl": verify_ssl,
                "enabled": enabled,
                "max_concurrent_executions": max_concurrent_executions,
                "update_schema_nightly": update_schema_nightly,
                "update_schema_row_counts": update_schema_row_counts,
                "athena_region": athena_region,
                "athena_workgroup": athena_workgroup,
                "databricks_http_path": databricks_http_path,
                "snowflake_identifier": snowflake_identifier,
                "snowflake_region": snowflake_region,
                "snowflake_warehouse": snowflake_warehouse,
                "bigquery_service_key": bigquery_service_key,
            },
            {
                "agents": _records.many("agents", "datasource_agents", agents),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return Datasource.of(_reply)

    def test_connection(self, id: str) -> ConnectionTest:
        """Try a datasource's connection.

        Connects to the database once and tells how that went. A connection that fails is not an error of
        the call: the reply then has the status `error` and says why. Nothing is changed.

        Args:
            id: Id of the datasource.

        Returns:
            How the attempt ended.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.test_connection('smpl-data-0001')

        Notes:
            POST /datasources/{id}/test. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Test Datasource Connection.
        """
        from ..api.datasources import test_datasource_connection as _operation

        return self._sender.send(_operation.request(id))

    def refresh(self, id: str) -> ExecutionStarted:
        """Read tables and columns anew.

        Starts an execution that reads tables, columns and row counts of the database. Follow it with
        `getExecution`; once it is over, `getDatasourceSchema` leads to what it found. It runs every night
        by itself unless the datasource says otherwise.

        Args:
            id: Id of the datasource.

        Returns:
            The execution to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.refresh('smpl-data-0001')

        Notes:
            POST /datasources/{id}/refresh. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Refresh Datasource.
        """
        from ..api.datasources import refresh_datasource as _operation

        return self._sender.send(_operation.request(id))

    def get_schema(self, id: str, *, name: str | Unset = UNSET) -> SchemaAccess:
        """Get access to tables and columns.

        Returns a key and a token for `getSchemaData`, which has the tables and columns as last read from
        the database. The token lives for minutes and works in the same location only. With `name`, the data
        is one schema, else all of them.

        Args:
            id: Id of the datasource.
            name: Name of the schema to read. Left out, all schemas are read.

        Returns:
            Key and token of the schema data.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasources.get_schema('smpl-data-0001')

        Notes:
            GET /datasources/{id}/schema. Needs one of the permissions view_datasources, manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Get Datasource
            Schema.
        """
        from ..api.datasources import get_datasource_schema as _operation

        return self._sender.send(_operation.request(id, name=name))


class RawDatasources:
    """Datasources with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, include: DatasourceInclude | str | Unset = UNSET) -> RawResponse[DatasourceCollection]:
        """List all datasources.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceCollection.

        Example:
            reply = c.datasources.with_raw_response.list()
        """
        from ..api.datasources import list_datasources as _operation

        return self._sender.send_raw(_operation.request(include=include))

    def create(self, *, body: DatasourceCreation | Mapping[str, Any]) -> RawResponse[DatasourceDocument]:
        """Add a datasource.

        Args:
            body: Request that creates a datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceDocument.

        Example:
            reply = c.datasources.with_raw_response.create(body=...)
        """
        from ..api.datasources import create_datasource as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: str, *, include: DatasourceInclude | str | Unset = UNSET) -> RawResponse[DatasourceDocument]:
        """Read one datasource.

        Args:
            id: Id of the datasource.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceDocument.

        Example:
            reply = c.datasources.with_raw_response.get('smpl-data-0001')
        """
        from ..api.datasources import get_datasource as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a datasource.

        Args:
            id: Id of the datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.datasources.with_raw_response.delete('smpl-data-0001')
        """
        from ..api.datasources import delete_datasource as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: DatasourceUpdate | Mapping[str, Any]) -> RawResponse[DatasourceDocument]:
        """Change a datasource.

        Args:
            id: Id of the datasource.
            body: Request that changes a datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceDocument.

        Example:
            reply = c.datasources.with_raw_response.update('smpl-data-0001', body={'data': {'attributes': {'max_concurrent_executions': 5, 'update_schema_nightly': False}}})
        """
        from ..api.datasources import update_datasource as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def test_connection(self, id: str) -> RawResponse[ConnectionTest]:
        """Try a datasource's connection.

        Args:
            id: Id of the datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives ConnectionTest.

        Example:
            reply = c.datasources.with_raw_response.test_connection('smpl-data-0001')
        """
        from ..api.datasources import test_datasource_connection as _operation

        return self._sender.send_raw(_operation.request(id))

    def refresh(self, id: str) -> RawResponse[ExecutionStarted]:
        """Read tables and columns anew.

        Args:
            id: Id of the datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted.

        Example:
            reply = c.datasources.with_raw_response.refresh('smpl-data-0001')
        """
        from ..api.datasources import refresh_datasource as _operation

        return self._sender.send_raw(_operation.request(id))

    def get_schema(self, id: str, *, name: str | Unset = UNSET) -> RawResponse[SchemaAccess]:
        """Get access to tables and columns.

        Args:
            id: Id of the datasource.
            name: Name of the schema to read. Left out, all schemas are read.

        Returns:
            Status, headers and body as they came; `.parse()` gives SchemaAccess.

        Example:
            reply = c.datasources.with_raw_response.get_schema('smpl-data-0001')
        """
        from ..api.datasources import get_datasource_schema as _operation

        return self._sender.send_raw(_operation.request(id, name=name))


class AsyncDatasources:
    """Databases that queries run on, their connections, and their tables and columns."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDatasources:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDatasources(self._sender)

    async def list(self, *, include: DatasourceInclude | str | Unset = UNSET) -> builtins.list[Datasource]:
        """List all datasources.

        Lists all datasources that the key may use, in one reply. `password` and `bigquery_service_key` are
        there only for keys with Manage Datasources.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            The datasources.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.list()

        Notes:
            GET /datasources. Needs one of the permissions view_datasources, manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: List
            Datasources.
        """
        from ..api.datasources import list_datasources as _operation
        from ..records.datasource import Datasource

        _reply = await self._sender.send(_operation.request(include=include))
        return Datasource.all_of(_reply)

    async def create(
        self,
        *,
        name: str,
        database_type: DatabaseType | str,
        connection_mode: ConnectionMode | str,
        host: str | Unset = UNSET,
        port: int | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        database: str | Unset = UNSET,
        ssh_tunnel_host: str | Unset = UNSET,
        ssh_tunnel_port: int | Unset = UNSET,
        ssh_tunnel_user: str | Unset = UNSET,
        data_time_zone: str | Unset = UNSET,
        require_ssl: bool | Unset = UNSET,
        verify_ssl: bool | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        max_concurrent_executions: int | Unset = UNSET,
        update_schema_nightly: bool | Unset = UNSET,
        update_schema_row_counts: bool | Unset = UNSET,
        athena_region: str | Unset = UNSET,
        athena_workgroup: str | Unset = UNSET,
        databricks_http_path: str | Unset = UNSET,
        snowflake_identifier: str | Unset = UNSET,
        snowflake_region: str | Unset = UNSET,
        snowflake_warehouse: str | Unset = UNSET,
        bigquery_service_key: str | Unset = UNSET,
        agents: Sequence[Record | str] | Unset = UNSET,
    ) -> Datasource:
        """Add a datasource.

        Adds a database for reports, filters, snippets and alerts to use. How many there may be is a matter
        of the plan; *Cluvio Sample Data*, which comes with every subscription, does not count. Which fields
        are needed besides the three required ones depends on `database_type` and `connection_mode`.
        `testDatasourceConnection` tries the connection. With the connection mode `agent`, name the agents
        in the relationship `agents`.

        Args:
            name: Name of the datasource, as people see it.
            database_type: Kind of database behind it.
            connection_mode: How Cluvio reaches the database: `direct`, through an `ssh_tunnel`, or through
                an `agent` that runs beside it.
            host: Host name or address of the database. Not used for `bigquery` and `athena`.
            port: Port of the database. Not used for `bigquery`, `athena` and `snowflake`.
            username: Database user that queries run as; for `bigquery` the id of the project.
            password: Password of the database user. Not used for `bigquery`. Only keys with Manage
                Datasources get to read it.
            database: Name of the database; for `bigquery` a data set that the datasource is narrowed to, if
                wanted.
            ssh_tunnel_host: Host that the tunnel ends on. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_port: Port of the SSH server. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_user: User who signs in to the SSH server. Only with the connection mode
                `ssh_tunnel`.
            data_time_zone: IANA name of the time zone that times in the database are meant in, e.g.
                `America/New_York`.
            require_ssl: Whether the connection must be encrypted. True by default when the connection is
                direct. Always true for `athena`, `bigquery`, `databricks`, `redshift` and `snowflake`,
                whatever is sent.
            verify_ssl: Whether the certificate of the server is checked; for direct connections only.
                Always true for `athena`, `bigquery`, `databricks` and `snowflake`, and for `oracle` and
                `presto` once `require_ssl` is true.
            enabled: Whether queries may run on it.
            max_concurrent_executions: How many queries may run on it at the same time; further ones wait.
            update_schema_nightly: Whether tables and columns are read anew every night.
            update_schema_row_counts: Whether rows are counted when tables and columns are read.
            athena_region: AWS region. For `athena` only.
            athena_workgroup: Name of the Athena workgroup. For `athena` only.
            databricks_http_path: HTTP path of the warehouse or cluster. For `databricks` only.
            snowflake_identifier: Identifier of the Snowflake account. For `snowflake` only.
            snowflake_region: Region of the Snowflake account. For `snowflake` only.
            snowflake_warehouse: Name of the Snowflake warehouse. For `snowflake` only.
            bigquery_service_key: Key of a Google service account, the whole JSON text. For `bigquery` only.
                Only keys with Manage Datasources get to read it.
            agents: Agents that the connection goes through. Only with the connection mode `agent`.

        Returns:
            The datasource.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.create(name='Hangar', database_type='postgres', connection_mode='direct', ...)

        Notes:
            POST /datasources. Needs one of the permissions manage_datasources. Evidence: documented: Vendor
            page, Datasources: Create Datasource.
        """
        from ..api.datasources import create_datasource as _operation
        from ..records.datasource import Datasource

        _body = _records.body(
            {
                "name": name,
                "database_type": database_type,
                "connection_mode": connection_mode,
                "host": host,
                "port": port,
                "username": username,
                "password": password,
                "database": database,
                "ssh_tunnel_host": ssh_tunnel_host,
                "ssh_tunnel_port": ssh_tunnel_port,
                "ssh_tunnel_user": ssh_tunnel_user,
                "data_time_zone": data_time_zone,
                "require_ssl": require_ssl,
                "verify_ssl": verify_ssl,
                "enabled": enabled,
                "max_concurrent_executions": max_concurrent_executions,
                "update_schema_nightly": update_schema_nightly,
                "update_schema_row_counts": update_schema_row_counts,
                "athena_region": athena_region,
                "athena_workgroup": athena_workgroup,
                "databricks_http_path": databricks_http_path,
                "snowflake_identifier": snowflake_identifier,
                "snowflake_region": snowflake_region,
                "snowflake_warehouse": snowflake_warehouse,
                "bigquery_service_key": bigquery_service_key,
            },
            {
                "agents": _records.many("agents", "datasource_agents", agents),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return Datasource.of(_reply)

    async def get(self, id: str, *, include: DatasourceInclude | str | Unset = UNSET) -> Datasource:
        """Read one datasource.

        Returns a datasource. `password` and `bigquery_service_key` are there only for keys with Manage
        Datasources.

        Args:
            id: Id of the datasource.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            The datasource.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.get('smpl-data-0001')

        Notes:
            GET /datasources/{id}. Needs one of the permissions view_datasources, manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Get
            Datasource.
        """
        from ..api.datasources import get_datasource as _operation
        from ..records.datasource import Datasource

        _reply = await self._sender.send(_operation.request(id, include=include))
        return Datasource.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a datasource.

        Deletes a datasource for good. Refused with 422 while a report or filter uses it.

        Args:
            id: Id of the datasource.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.delete('smpl-data-0001')

        Notes:
            DELETE /datasources/{id}. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, Datasources: Delete Datasource.
        """
        from ..api.datasources import delete_datasource as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        database_type: DatabaseType | str | Unset = UNSET,
        connection_mode: ConnectionMode | str | Unset = UNSET,
        host: str | Unset = UNSET,
        port: int | Unset = UNSET,
        username: str | Unset = UNSET,
        password: str | Unset = UNSET,
        database: str | Unset = UNSET,
        ssh_tunnel_host: str | Unset = UNSET,
        ssh_tunnel_port: int | Unset = UNSET,
        ssh_tunnel_user: str | Unset = UNSET,
        data_time_zone: str | Unset = UNSET,
        require_ssl: bool | Unset = UNSET,
        verify_ssl: bool | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        max_concurrent_executions: int | Unset = UNSET,
        update_schema_nightly: bool | Unset = UNSET,
        update_schema_row_counts: bool | Unset = UNSET,
        athena_region: str | Unset = UNSET,
        athena_workgroup: str | Unset = UNSET,
        databricks_http_path: str | Unset = UNSET,
        snowflake_identifier: str | Unset = UNSET,
        snowflake_region: str | Unset = UNSET,
        snowflake_warehouse: str | Unset = UNSET,
        bigquery_service_key: str | Unset = UNSET,
        agents: Sequence[Record | str] | Unset = UNSET,
    ) -> Datasource:
        """Change a datasource.

        Changes connection and options of a datasource. What is left out stays as it is; a list of agents
        replaces the one before.

        Args:
            id: Id of the datasource.
            name: Name of the datasource, as people see it.
            database_type: Kind of database behind it.
            connection_mode: How Cluvio reaches the database: `direct`, through an `ssh_tunnel`, or through
                an `agent` that runs beside it.
            host: Host name or address of the database. Not used for `bigquery` and `athena`.
            port: Port of the database. Not used for `bigquery`, `athena` and `snowflake`.
            username: Database user that queries run as; for `bigquery` the id of the project.
            password: Password of the database user. Not used for `bigquery`. Only keys with Manage
                Datasources get to read it.
            database: Name of the database; for `bigquery` a data set that the datasource is narrowed to, if
                wanted.
            ssh_tunnel_host: Host that the tunnel ends on. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_port: Port of the SSH server. Only with the connection mode `ssh_tunnel`.
            ssh_tunnel_user: User who signs in to the SSH server. Only with the connection mode
                `ssh_tunnel`.
            data_time_zone: IANA name of the time zone that times in the database are meant in, e.g.
                `America/New_York`.
            require_ssl: Whether the connection must be encrypted. True by default when the connection is
                direct. Always true for `athena`, `bigquery`, `databricks`, `redshift` and `snowflake`,
                whatever is sent.
            verify_ssl: Whether the certificate of the server is checked; for direct connections only.
                Always true for `athena`, `bigquery`, `databricks` and `snowflake`, and for `oracle` and
                `presto` once `require_ssl` is true.
            enabled: Whether queries may run on it.
            max_concurrent_executions: How many queries may run on it at the same time; further ones wait.
            update_schema_nightly: Whether tables and columns are read anew every night.
            update_schema_row_counts: Whether rows are counted when tables and columns are read.
            athena_region: AWS region. For `athena` only.
            athena_workgroup: Name of the Athena workgroup. For `athena` only.
            databricks_http_path: HTTP path of the warehouse or cluster. For `databricks` only.
            snowflake_identifier: Identifier of the Snowflake account. For `snowflake` only.
            snowflake_region: Region of the Snowflake account. For `snowflake` only.
            snowflake_warehouse: Name of the Snowflake warehouse. For `snowflake` only.
            bigquery_service_key: Key of a Google service account, the whole JSON text. For `bigquery` only.
                Only keys with Manage Datasources get to read it.
            agents: Agents that the connection goes through. Only with the connection mode `agent`.

        Returns:
            The datasource.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.update('smpl-data-0001', max_concurrent_executions=5, update_schema_nightly=False)

        Notes:
            PATCH /datasources/{id}. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, Datasources: Update Datasource.
        """
        from ..api.datasources import update_datasource as _operation
        from ..records.datasource import Datasource

        _body = _records.body(
            {
                "name": name,
                "database_type": database_type,
                "connection_mode": connection_mode,
                "host": host,
                "port": port,
                "username": username,
                "password": password,
                "database": database,
                "ssh_tunnel_host": ssh_tunnel_host,
                "ssh_tunnel_port": ssh_tunnel_port,
                "ssh_tunnel_user": ssh_tunnel_user,
                "data_time_zone": data_time_zone,
                "require_ssl": require_ssl,
                "verify_ssl": verify_ssl,
                "enabled": enabled,
                "max_concurrent_executions": max_concurrent_executions,
                "update_schema_nightly": update_schema_nightly,
                "update_schema_row_counts": update_schema_row_counts,
                "athena_region": athena_region,
                "athena_workgroup": athena_workgroup,
                "databricks_http_path": databricks_http_path,
                "snowflake_identifier": snowflake_identifier,
                "snowflake_region": snowflake_region,
                "snowflake_warehouse": snowflake_warehouse,
                "bigquery_service_key": bigquery_service_key,
            },
            {
                "agents": _records.many("agents", "datasource_agents", agents),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return Datasource.of(_reply)

    async def test_connection(self, id: str) -> ConnectionTest:
        """Try a datasource's connection.

        Connects to the database once and tells how that went. A connection that fails is not an error of
        the call: the reply then has the status `error` and says why. Nothing is changed.

        Args:
            id: Id of the datasource.

        Returns:
            How the attempt ended.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.test_connection('smpl-data-0001')

        Notes:
            POST /datasources/{id}/test. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Test Datasource Connection.
        """
        from ..api.datasources import test_datasource_connection as _operation

        return await self._sender.send(_operation.request(id))

    async def refresh(self, id: str) -> ExecutionStarted:
        """Read tables and columns anew.

        Starts an execution that reads tables, columns and row counts of the database. Follow it with
        `getExecution`; once it is over, `getDatasourceSchema` leads to what it found. It runs every night
        by itself unless the datasource says otherwise.

        Args:
            id: Id of the datasource.

        Returns:
            The execution to follow.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.refresh('smpl-data-0001')

        Notes:
            POST /datasources/{id}/refresh. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Refresh Datasource.
        """
        from ..api.datasources import refresh_datasource as _operation

        return await self._sender.send(_operation.request(id))

    async def get_schema(self, id: str, *, name: str | Unset = UNSET) -> SchemaAccess:
        """Get access to tables and columns.

        Returns a key and a token for `getSchemaData`, which has the tables and columns as last read from
        the database. The token lives for minutes and works in the same location only. With `name`, the data
        is one schema, else all of them.

        Args:
            id: Id of the datasource.
            name: Name of the schema to read. Left out, all schemas are read.

        Returns:
            Key and token of the schema data.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasources.get_schema('smpl-data-0001')

        Notes:
            GET /datasources/{id}/schema. Needs one of the permissions view_datasources, manage_datasources,
            manage_dashboards, manage_alerts. Evidence: documented: Vendor page, Datasources: Get Datasource
            Schema.
        """
        from ..api.datasources import get_datasource_schema as _operation

        return await self._sender.send(_operation.request(id, name=name))


class AsyncRawDatasources:
    """AsyncDatasources with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, include: DatasourceInclude | str | Unset = UNSET) -> RawResponse[DatasourceCollection]:
        """List all datasources.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceCollection.

        Example:
            reply = await c.datasources.with_raw_response.list()
        """
        from ..api.datasources import list_datasources as _operation

        return await self._sender.send_raw(_operation.request(include=include))

    async def create(self, *, body: DatasourceCreation | Mapping[str, Any]) -> RawResponse[DatasourceDocument]:
        """Add a datasource.

        Args:
            body: Request that creates a datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceDocument.

        Example:
            reply = await c.datasources.with_raw_response.create(body=...)
        """
        from ..api.datasources import create_datasource as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(
        self, id: str, *, include: DatasourceInclude | str | Unset = UNSET
    ) -> RawResponse[DatasourceDocument]:
        """Read one datasource.

        Args:
            id: Id of the datasource.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of agents.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceDocument.

        Example:
            reply = await c.datasources.with_raw_response.get('smpl-data-0001')
        """
        from ..api.datasources import get_datasource as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a datasource.

        Args:
            id: Id of the datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.datasources.with_raw_response.delete('smpl-data-0001')
        """
        from ..api.datasources import delete_datasource as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: str, *, body: DatasourceUpdate | Mapping[str, Any]) -> RawResponse[DatasourceDocument]:
        """Change a datasource.

        Args:
            id: Id of the datasource.
            body: Request that changes a datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceDocument.

        Example:
            reply = await c.datasources.with_raw_response.update('smpl-data-0001', body={'data': {'attributes': {'max_concurrent_executions': 5, 'update_schema_nightly': False}}})
        """
        from ..api.datasources import update_datasource as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def test_connection(self, id: str) -> RawResponse[ConnectionTest]:
        """Try a datasource's connection.

        Args:
            id: Id of the datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives ConnectionTest.

        Example:
            reply = await c.datasources.with_raw_response.test_connection('smpl-data-0001')
        """
        from ..api.datasources import test_datasource_connection as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def refresh(self, id: str) -> RawResponse[ExecutionStarted]:
        """Read tables and columns anew.

        Args:
            id: Id of the datasource.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted.

        Example:
            reply = await c.datasources.with_raw_response.refresh('smpl-data-0001')
        """
        from ..api.datasources import refresh_datasource as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def get_schema(self, id: str, *, name: str | Unset = UNSET) -> RawResponse[SchemaAccess]:
        """Get access to tables and columns.

        Args:
            id: Id of the datasource.
            name: Name of the schema to read. Left out, all schemas are read.

        Returns:
            Status, headers and body as they came; `.parse()` gives SchemaAccess.

        Example:
            reply = await c.datasources.with_raw_response.get_schema('smpl-data-0001')
        """
        from ..api.datasources import get_datasource_schema as _operation

        return await self._sender.send_raw(_operation.request(id, name=name))
