"""The work behind imports, transforms and transports: a query's result becomes a table of the session.

Whatever reports and transforms run afterwards can read the table. The tables that the workspace brings stay as they
are: nothing is written under their names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import Compiled, QueryError

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["IMPORT", "STATE", "TRANSFORM", "TRANSPORT", "run_import", "run_transform", "run_transport"]

STATE = "holistics_v1"  # under which the kinds are stored that version 2 does not have
IMPORT = "data_import"
TRANSFORM = "data_transform"
TRANSPORT = "transport"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,62}\Z", re.ASCII)


def run_import(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Copy what an import reads into its table."""
    record = _record(context, "data_imports", params["id"])
    config = record["source_config"]
    sql = config["query"] if "query" in config else f"SELECT * FROM {_identifier(config['table_name'])}"
    return _keep(context, sql, record["dest_table_name"], append=record["import_mode"] == "append")


def run_transform(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Keep the result of a transform's query as its table."""
    record = _record(context, "data_transforms", params["id"])
    return _keep(context, record["query"], record["_table"], append=record["settings"]["mode"] == "append")


def run_transport(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Copy one table under another name."""
    if params["configured"]:
        context.log("ERROR", "configs has no effect: what the vendor takes there is not published")
    sql = f"SELECT * FROM {_identifier(params['from_table_name'])}"
    return _keep(context, sql, params["table"], append=False)


def _record(context: JobContext, kind: str, id: int) -> Mapping[str, Any]:
    record = context.session.store.get(STATE, kind, id)
    if record is None:
        raise JobFailure(f"There is no {kind.removesuffix('s').replace('_', ' ')} {id} any more.")
    context.log("INFO", f"Running {record['title']}")
    return record


def _keep(context: JobContext, sql: str, table: str, *, append: bool) -> dict[str, Any]:
    """Run a query and keep its rows as a table, after those that are there already with `append`."""
    import pyarrow.parquet

    session = context.session
    if not _NAME.match(table):
        raise JobFailure(f"{table!r} cannot be the name of a table: use letters, digits and underscores.")
    if table in session.workspace.data:
        raise JobFailure(f"The table {table} belongs to the workspace and is not written to.")
    if append and table in session.files.tables():
        sql = f"SELECT * FROM {_identifier(table)} UNION ALL BY NAME SELECT * FROM ({sql}\n) AS added"
    draft = session.files.create_table(table)
    rows = 0
    try:
        reader = session.engine.reader(Compiled(sql), cancelled=context.cancelled)
        with pyarrow.parquet.ParquetWriter(draft.path, reader.schema, compression="lz4") as writer:
            for batch in reader:
                rows += batch.num_rows
                writer.write_batch(batch)
        session.files.publish(draft)
    except QueryError as error:
        raise JobFailure(error.message) from error
    finally:
        session.files.discard(draft)
    context.log("INFO", f"{table}: {rows:,} rows")
    return {"table": table, "rows": rows}


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
