"""The values of DatabaseType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DatabaseType(OpenStrEnum):
    """Kinds of databases.

    A value that is not listed is kept: see `is_known`.
    """

    POSTGRES = "postgres"
    REDSHIFT = "redshift"
    MYSQL = "mysql"
    MARIADB = "mariadb"
    ORACLE = "oracle"
    MSSQL = "mssql"
    BIGQUERY = "bigquery"
    ATHENA = "athena"
    PRESTO = "presto"
    TRINO = "trino"
    SNOWFLAKE = "snowflake"
    VERTICA = "vertica"
    MONGODB = "mongodb"
    DATABRICKS = "databricks"
