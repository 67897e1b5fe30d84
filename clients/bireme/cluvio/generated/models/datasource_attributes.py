"""The model DatasourceAttributes."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .connection_mode import ConnectionMode
from .database_type import DatabaseType

_decode_database_type = _decode.enumerated(DatabaseType)
_decode_connection_mode = _decode.enumerated(ConnectionMode)
_decode_schema_updated_at = _decode.nullable(_decode.date_time)


@define(kw_only=True)
class DatasourceAttributes:
    """What is known of a datasource. Attributes that are not described here may come and go.

    Attributes:
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
        created_at: When it was created.
        updated_at: When it was last changed.
        schema_updated_at: When tables and columns were last read.
        total_row_count: Rows in all tables, as last counted.
        total_row_count_exact: Whether `total_row_count` has been counted to the last row, and not
            estimated.
        default_schema_name: Schema that table names without a schema belong to.
        server_version: Version that the database server reports.
    """

    name: str
    database_type: DatabaseType
    connection_mode: ConnectionMode
    host: str | None | Unset = UNSET
    port: int | None | Unset = UNSET
    username: str | None | Unset = UNSET
    password: str | None | Unset = field(default=UNSET, repr=False)
    database: str | None | Unset = UNSET
    ssh_tunnel_host: str | None | Unset = UNSET
    ssh_tunnel_port: int | None | Unset = UNSET
    ssh_tunnel_user: str | None | Unset = UNSET
    data_time_zone: str | None | Unset = UNSET
    require_ssl: bool | None | Unset = UNSET
    verify_ssl: bool | Unset = UNSET
    enabled: bool | Unset = UNSET
    max_concurrent_executions: int | Unset = UNSET
    update_schema_nightly: bool | Unset = UNSET
    update_schema_row_counts: bool | Unset = UNSET
    athena_region: str | None | Unset = UNSET
    athena_workgroup: str | None | Unset = UNSET
    databricks_http_path: str | None | Unset = UNSET
    snowflake_identifier: str | None | Unset = UNSET
    snowflake_region: str | None | Unset = UNSET
    snowflake_warehouse: str | None | Unset = UNSET
    bigquery_service_key: str | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    schema_updated_at: datetime.datetime | None | Unset = UNSET
    total_row_count: int | None | Unset = UNSET
    total_row_count_exact: bool | None | Unset = UNSET
    default_schema_name: str | None | Unset = UNSET
    server_version: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            database_type=fields.required("database_type", _decode_database_type),
            connection_mode=fields.required("connection_mode", _decode_connection_mode),
            host=v
            if (v := take("host", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("host", _decode.nullable(_decode.string), v),
            port=v
            if (v := take("port", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("port", _decode.nullable(_decode.integer), v),
            username=v
            if (v := take("username", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("username", _decode.nullable(_decode.string), v),
            password=v
            if (v := take("password", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("password", _decode.nullable(_decode.string), v),
            database=v
            if (v := take("database", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("database", _decode.nullable(_decode.string), v),
            ssh_tunnel_host=v
            if (v := take("ssh_tunnel_host", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("ssh_tunnel_host", _decode.nullable(_decode.string), v),
            ssh_tunnel_port=v
            if (v := take("ssh_tunnel_port", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("ssh_tunnel_port", _decode.nullable(_decode.integer), v),
            ssh_tunnel_user=v
            if (v := take("ssh_tunnel_user", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("ssh_tunnel_user", _decode.nullable(_decode.string), v),
            data_time_zone=v
            if (v := take("data_time_zone", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("data_time_zone", _decode.nullable(_decode.string), v),
            require_ssl=v
            if (v := take("require_ssl", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("require_ssl", _decode.nullable(_decode.boolean), v),
            verify_ssl=v
            if (v := take("verify_ssl", UNSET)) is UNSET or type(v) is bool
            else fields.optional("verify_ssl", _decode.boolean, v),
            enabled=v
            if (v := take("enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("enabled", _decode.boolean, v),
            max_concurrent_executions=v
            if (v := take("max_concurrent_executions", UNSET)) is UNSET or type(v) is int
            else fields.optional("max_concurrent_executions", _decode.integer, v),
            update_schema_nightly=v
            if (v := take("update_schema_nightly", UNSET)) is UNSET or type(v) is bool
            else fields.optional("update_schema_nightly", _decode.boolean, v),
            update_schema_row_counts=v
            if (v := take("update_schema_row_counts", UNSET)) is UNSET or type(v) is bool
            else fields.optional("update_schema_row_counts", _decode.boolean, v),
            athena_region=v
            if (v := take("athena_region", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("athena_region", _decode.nullable(_decode.string), v),
            athena_workgroup=v
            if (v := take("athena_workgroup", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("athena_workgroup", _decode.nullable(_decode.string), v),
            databricks_http_path=v
            if (v := take("databricks_http_path", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("databricks_http_path", _decode.nullable(_decode.string), v),
            snowflake_identifier=v
            if (v := take("snowflake_identifier", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("snowflake_identifier", _decode.nullable(_decode.string), v),
            snowflake_region=v
            if (v := take("snowflake_region", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("snowflake_region", _decode.nullable(_decode.string), v),
            snowflake_warehouse=v
            if (v := take("snowflake_warehouse", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("snowflake_warehouse", _decode.nullable(_decode.string), v),
            bigquery_service_key=v
            if (v := take("bigquery_service_key", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("bigquery_service_key", _decode.nullable(_decode.string), v),
            created_at=fields.optional("created_at", _decode.date_time),
            updated_at=fields.optional("updated_at", _decode.date_time),
            schema_updated_at=fields.optional("schema_updated_at", _decode_schema_updated_at),
            total_row_count=v
            if (v := take("total_row_count", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("total_row_count", _decode.nullable(_decode.integer), v),
            total_row_count_exact=v
            if (v := take("total_row_count_exact", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("total_row_count_exact", _decode.nullable(_decode.boolean), v),
            default_schema_name=v
            if (v := take("default_schema_name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("default_schema_name", _decode.nullable(_decode.string), v),
            server_version=v
            if (v := take("server_version", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("server_version", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "database_type": self.database_type,
            "connection_mode": self.connection_mode,
            "host": self.host,
            "port": self.port,
            "username": self.username,
            "password": self.password,
            "database": self.database,
            "ssh_tunnel_host": self.ssh_tunnel_host,
            "ssh_tunnel_port": self.ssh_tunnel_port,
            "ssh_tunnel_user": self.ssh_tunnel_user,
            "data_time_zone": self.data_time_zone,
            "require_ssl": self.require_ssl,
            "verify_ssl": self.verify_ssl,
            "enabled": self.enabled,
            "max_concurrent_executions": self.max_concurrent_executions,
            "update_schema_nightly": self.update_schema_nightly,
            "update_schema_row_counts": self.update_schema_row_counts,
            "athena_region": self.athena_region,
            "athena_workgroup": self.athena_workgroup,
            "databricks_http_path": self.databricks_http_path,
            "snowflake_identifier": self.snowflake_identifier,
            "snowflake_region": self.snowflake_region,
            "snowflake_warehouse": self.snowflake_warehouse,
            "bigquery_service_key": self.bigquery_service_key,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
            "schema_updated_at": self.schema_updated_at,
            "total_row_count": self.total_row_count,
            "total_row_count_exact": self.total_row_count_exact,
            "default_schema_name": self.default_schema_name,
            "server_version": self.server_version,
        }
