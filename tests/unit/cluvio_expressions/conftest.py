"""A database to run compiled queries in, and short ways to compile them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import duckdb
import pytest

from bireme_emulator.cluvio.expressions import Compiled, FilterDefinition, compile_sql
from bireme_emulator.cluvio.inputs import Inputs

NOW = datetime(2013, 7, 4, 15, 30, 20, tzinfo=UTC)


@pytest.fixture(scope="session")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(":memory:")
    connection.execute("SET TimeZone = 'UTC'")
    yield connection
    connection.close()


@pytest.fixture
def compiled() -> Callable[..., Compiled]:
    """Compile `sql` with selections by variable name; `parameters` are further inputs, `filters` attributes."""

    def compile_it(sql: str, selected: Any = None, filters: Any = None, **more: Any) -> Compiled:
        parameters = {name: more.pop(name) for name in ("timerange", "aggregation", "tz") if name in more}
        parameters["filters"] = [
            {"variable_name": name, "selected_values": values} for name, values in (selected or {}).items()
        ]
        definitions = {
            name: FilterDefinition.of({"variable_name": name, **attributes}, more.pop("options", None))
            for name, attributes in (filters or {}).items()
        }
        more.setdefault("now", NOW)
        zone = more.pop("data_zone", None)
        return compile_sql(sql, inputs=Inputs.of(parameters), filters=definitions, tz=zone, **more)

    return compile_it


@pytest.fixture
def rows(
    database: duckdb.DuckDBPyConnection, compiled: Callable[..., Compiled]
) -> Callable[..., list[tuple[Any, ...]]]:
    """Compile as `compiled` does, run it, and return the rows."""

    def run(sql: str, *args: Any, **more: Any) -> list[tuple[Any, ...]]:
        query = compiled(sql, *args, **more)
        return database.execute(query.sql, list(query.params)).fetchall()

    return run
