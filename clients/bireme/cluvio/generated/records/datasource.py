"""The record Datasource."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.connection_mode import ConnectionMode
    from ..models.database_type import DatabaseType
    from ..models.datasource_attributes import DatasourceAttributes
    from .datasource_agent import DatasourceAgent


class Datasource(Record):
    """A datasource as an object of JSON:API."""

    TYPE: ClassVar[str] = "datasources"

    @property
    def attributes(self) -> DatasourceAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name of the datasource, as people see it."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def database_type(self) -> DatabaseType:
        """Kind of database behind it."""
        return self._attribute("database_type")  # type: ignore[no-any-return]

    @property
    def connection_mode(self) -> ConnectionMode:
        """How Cluvio reaches the database: `direct`, through an `ssh_tunnel`, or through an `agent` that runs
        beside it.
        """
        return self._attribute("connection_mode")  # type: ignore[no-any-return]

    @property
    def host(self) -> str | None:
        """Host name or address of the database. Not used for `bigquery` and `athena`."""
        return self._attribute("host")  # type: ignore[no-any-return]

    @property
    def port(self) -> int | None:
        """Port of the database. Not used for `bigquery`, `athena` and `snowflake`."""
        return self._attribute("port")  # type: ignore[no-any-return]

    @property
    def username(self) -> str | None:
        """Database user that queries run as; for `bigquery` the id of the project."""
        return self._attribute("username")  # type: ignore[no-any-return]

    @property
    def password(self) -> str | None:
        """Password of the database user. Not used for `bigquery`. Only keys with Manage Datasources get to
        read it.
        """
        return self._attribute("password")  # type: ignore[no-any-return]

    @property
    def database(self) -> str | None:
        """Name of the database; for `bigquery` a data set that the datasource is narrowed to, if wanted."""
        return self._attribute("database")  # type: ignore[no-any-return]

    @property
    def ssh_tunnel_host(self) -> str | None:
        """Host that the tunnel ends on. Only with the connection mode `ssh_tunnel`."""
        return self._attribute("ssh_tunnel_host")  # type: ignore[no-any-return]

    @property
    def ssh_tunnel_port(self) -> int | None:
        """Port of the SSH server. Only with the connection mode `ssh_tunnel`."""
        return self._attribute("ssh_tunnel_port")  # type: ignore[no-any-return]

    @property
    def ssh_tunnel_user(self) -> str | None:
        """User who signs in to the SSH server. Only with the connection mode `ssh_tunnel`."""
        return self._attribute("ssh_tunnel_user")  # type: ignore[no-any-return]

    @property
    def data_time_zone(self) -> str | None:
        """IANA name of the time zone that times in the database are meant in, e.g. `America/New_York`."""
        return self._attribute("data_time_zone")  # type: ignore[no-any-return]

    @property
    def require_ssl(self) -> bool | None:
        """Whether the connection must be encrypted. True by default when the connection is direct. Always true
        for `athena`, `bigquery`, `databricks`, `redshift` and `snowflake`, whatever is sent.
        """
        return self._attribute("require_ssl")  # type: ignore[no-any-return]

    @property
    def verify_ssl(self) -> bool:
        """Whether the certificate of the server is checked; for direct connections only. Always true for
        `athena`, `bigquery`, `databricks` and `snowflake`, and for `oracle` and `presto` once `require_ssl`
        is true.
        """
        return self._attribute("verify_ssl")  # type: ignore[no-any-return]

    @property
    def enabled(self) -> bool:
        """Whether queries may run on it."""
        return self._attribute("enabled")  # type: ignore[no-any-return]

    @property
    def max_concurrent_executions(self) -> int:
        """How many queries may run on it at the same time; further ones wait."""
        return self._attribute("max_concurrent_executions")  # type: ignore[no-any-return]

    @property
    def update_schema_nightly(self) -> bool:
        """Whether tables and columns are read anew every night."""
        return self._attribute("update_schema_nightly")  # type: ignore[no-any-return]

    @property
    def update_schema_row_counts(self) -> bool:
        """Whether rows are counted when tables and columns are read."""
        return self._attribute("update_schema_row_counts")  # type: ignore[no-any-return]

    @property
    def athena_region(self) -> str | None:
        """AWS region. For `athena` only."""
        return self._attribute("athena_region")  # type: ignore[no-any-return]

    @property
    def athena_workgroup(self) -> str | None:
        """Name of the Athena workgroup. For `athena` only."""
        return self._attribute("athena_workgroup")  # type: ignore[no-any-return]

    @property
    def databricks_http_path(self) -> str | None:
        """HTTP path of the warehouse or cluster. For `databricks` only."""
        return self._attribute("databricks_http_path")  # type: ignore[no-any-return]

    @property
    def snowflake_identifier(self) -> str | None:
        """Identifier of the Snowflake account. For `snowflake` only."""
        return self._attribute("snowflake_identifier")  # type: ignore[no-any-return]

    @property
    def snowflake_region(self) -> str | None:
        """Region of the Snowflake account. For `snowflake` only."""
        return self._attribute("snowflake_region")  # type: ignore[no-any-return]

    @property
    def snowflake_warehouse(self) -> str | None:
        """Name of the Snowflake warehouse. For `snowflake` only."""
        return self._attribute("snowflake_warehouse")  # type: ignore[no-any-return]

    @property
    def bigquery_service_key(self) -> str | None:
        """Key of a Google service account, the whole JSON text. For `bigquery` only. Only keys with Manage
        Datasources get to read it.
        """
        return self._attribute("bigquery_service_key")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def schema_updated_at(self) -> datetime.datetime | None:
        """When tables and columns were last read."""
        return self._attribute("schema_updated_at")  # type: ignore[no-any-return]

    @property
    def total_row_count(self) -> int | None:
        """Rows in all tables, as last counted."""
        return self._attribute("total_row_count")  # type: ignore[no-any-return]

    @property
    def total_row_count_exact(self) -> bool | None:
        """Whether `total_row_count` has been counted to the last row, and not estimated."""
        return self._attribute("total_row_count_exact")  # type: ignore[no-any-return]

    @property
    def default_schema_name(self) -> str | None:
        """Schema that table names without a schema belong to."""
        return self._attribute("default_schema_name")  # type: ignore[no-any-return]

    @property
    def server_version(self) -> str | None:
        """Version that the database server reports."""
        return self._attribute("server_version")  # type: ignore[no-any-return]

    @property
    def agents(self) -> list[DatasourceAgent]:
        """Agents that the connection goes through. Only with the connection mode `agent`.

        Only named by id unless the request had include="agents".
        """
        from .datasource_agent import DatasourceAgent

        return self._many("agents", DatasourceAgent)
