"""What tables and columns a datasource has: read from the data by a refresh, kept, and told by the data server."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .execution_book import Execution
from .executions import finish, stamp
from .reach import Reach

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["ALMANACH", "data_type_of", "read_schemas", "schemas_of"]

ALMANACH = "almanachs"  # the kind of record that schemas are kept as, by datasource
_MAIN = "main"
_COLUMNS = """
SELECT database_name, schema_name, table_name, column_name, data_type
FROM duckdb_columns() WHERE NOT internal AND database_name NOT IN ('system', 'temp')
ORDER BY database_name <> 'memory', database_name, schema_name, table_name, column_index
"""
_TYPES = {
    "BOOLEAN": "Boolean",
    **dict.fromkeys(("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT"), "Integer"),
    **dict.fromkeys(("BIGINT", "UINTEGER", "UBIGINT", "HUGEINT", "UHUGEINT", "BIGNUM"), "BigInt"),
    **dict.fromkeys(("FLOAT", "DOUBLE"), "Float"),
    **dict.fromkeys(("VARCHAR", "UUID", "BIT"), "String"),
    "JSON": "JSON",
    "DATE": "Date",
    **dict.fromkeys(("TIME", "TIME_NS", "TIME WITH TIME ZONE"), "Time"),
    **dict.fromkeys(
        ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"), "DateTime"
    ),
    "BLOB": "Binary",
}
_OF_ARRAYS = frozenset(
    {"Boolean", "Binary", "Float", "Integer", "BigInt", "Record", "String", "Date", "Time", "DateTime", "JSON"}
)


def schemas_of(session: Session, api: str, datasource_id: str) -> list[Mapping[str, Any]] | None:
    """The schemas of a datasource as they were last read; `None` where they never were."""
    almanach = session.store.get(api, ALMANACH, datasource_id)
    return None if almanach is None else list(almanach["schemas"])


def read_schemas(
    session: Session,
    api: str,
    datasource_id: str,
    source: Reach,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    execution: Execution | None = None,
) -> None:
    """Read tables, columns and numbers of rows, and keep them with the datasource.

    An `execution` ends with it; where that has ended meanwhile, nothing is kept. Raises QueryError.
    """
    columns = source.engine.reader(source.query(_COLUMNS), cancelled=cancelled).read_all()
    listed = columns.to_pylist()
    facts: dict[str, Any] = {"schema_updated_at": stamp(session), "default_schema_name": _MAIN}
    facts["server_version"] = _one(source, "SELECT 'DuckDB ' || version()", cancelled)
    if source.counted:
        facts |= {"total_row_count": _count(source, listed, cancelled), "total_row_count_exact": True}
    size = {"rows": columns.num_rows, "columns": columns.num_columns, "size": columns.nbytes}
    store = session.store
    with store.transaction():
        datasource = store.get(api, "datasources", datasource_id)
        wanted = (
            execution is None or finish(session, api, execution["id"], "success", unless=cancelled, **size) is not None
        )
        if datasource is not None and wanted:
            store.put(api, ALMANACH, datasource_id, {"id": datasource_id, "schemas": _schemas(listed)})
            attributes = {**datasource["attributes"], **facts}
            store.put(api, "datasources", datasource_id, {**datasource, "attributes": attributes})


def data_type_of(kind: str) -> str:
    """The vendor's `DataType` for a type of the database.

    >>> [data_type_of(kind) for kind in ("BIGINT", "DECIMAL(18,3)", "VARCHAR[]", "STRUCT(a INTEGER)", "INTERVAL")]
    ['BigInt', 'Float', 'StringArray', 'Record', 'Other']
    """
    if kind.endswith("]"):
        inner = data_type_of(kind[: kind.rindex("[")])
        return f"{inner if inner in _OF_ARRAYS else 'Other'}Array"
    if kind in _TYPES:
        return _TYPES[kind]
    decimal = re.fullmatch(r"DECIMAL\(\d+,(\d+)\)", kind)
    if decimal is not None:
        return "Float" if int(decimal[1]) else "BigInt"
    beginnings = {"STRUCT(": "Record", "MAP(": "JSON", "ENUM(": "String"}
    return next((name for beginning, name in beginnings.items() if kind.startswith(beginning)), "Other")


def _schemas(columns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Columns, sorted by what they stand in, as schemas with tables. A file of its own is a schema by its name."""
    schemas: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for column in columns:
        described = {"name": column["column_name"], "db_type": column["data_type"]}
        described["data_type"] = data_type_of(column["data_type"])
        schemas.setdefault(_schema_name(column), {}).setdefault(column["table_name"], []).append(described)
    return [
        {"name": name, "tables": [{"name": table, "columns": listed} for table, listed in tables.items()]}
        for name, tables in schemas.items()
    ]


def _schema_name(column: Mapping[str, Any]) -> str:
    """What stands before the table's name in SQL."""
    database, schema = column["database_name"], column["schema_name"]
    if database == "memory":
        return str(schema)
    return str(database) if schema == _MAIN else f"{database}.{schema}"


def _count(source: Reach, columns: list[dict[str, Any]], cancelled: Callable[[], bool]) -> int:
    tables = dict.fromkeys((one["database_name"], one["schema_name"], one["table_name"]) for one in columns)
    names = [".".join('"' + part.replace('"', '""') + '"' for part in table) for table in tables]
    counts = " UNION ALL ".join(f"SELECT count(*) AS n FROM {name}" for name in names)
    return int(_one(source, f"SELECT coalesce(sum(n), 0)::BIGINT FROM ({counts})", cancelled)) if names else 0


def _one(source: Reach, sql: str, cancelled: Callable[[], bool]) -> Any:
    return source.engine.reader(source.query(sql), cancelled=cancelled).read_all().column(0)[0].as_py()
