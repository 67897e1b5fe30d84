"""The data servers: rows of results and schemas of datasources, for whoever has the key and its token."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.streams import Stream

from .access import caller_of
from .data_tokens import ResultForm, read_result_key, read_schema_key
from .execution_book import book_of
from .refusals import fault, no_credential
from .results import NoResult, Result
from .results import open as open_result
from .schemas import schemas_of

__all__ = ["handlers", "result_document"]

handlers = Handlers()


@handlers.operation("getResultData")
def get_result_data(call: Call) -> Answer:
    """The rows of a result as JSON or CSV, sent while they are read."""
    named = read_result_key(_key(call))
    execution = None if named is None else book_of(call.session, call.api).get(named[0])
    if named is None or execution is None:
        raise fault(404, "There is no result of this data key")
    try:
        result = open_result(call.session, call.api, execution)
    except NoResult as error:
        raise fault(404, str(error)) from error
    form = named[1]
    if form.data_format == "csv":
        return Answer(body=Stream(lambda: _csv(result, form)), headers={"Content-Type": "text/csv; charset=utf-8"})
    return Answer(body=Stream(lambda: result_document(result)), headers={"Content-Type": "application/json"})


@handlers.operation("getSchemaData")
def get_schema_data(call: Call) -> Answer:
    """All schemas of a datasource, or the one that the key names."""
    named = read_schema_key(_key(call))
    schemas = None if named is None else schemas_of(call.session, call.api, named[0])
    if named is None or (schemas is None and call.session.store.get(call.api, "datasources", named[0]) is None):
        raise fault(404, "There are no schemas of this data key")
    if named[1] is None:
        return Answer(body={"schemas": schemas or []})
    one = next((schema for schema in schemas or () if schema["name"] == named[1]), None)
    if one is None:
        raise fault(404, "There is no schema of this data key any more")
    return Answer(body=one)


def result_document(result: Result) -> Iterator[bytes]:
    """The vendor's JSON document of a result, in chunks."""
    from .result_json import write_json

    meta: dict[str, Any] = {
        "execution_id": result.execution_id,
        "data_timestamp": result.data_timestamp,
        "sql_rows": result.rows,
        "sql_columns": result.columns,
        "size_in_bytes": result.size,
        "time_zone": result.time_zone,
    }
    return write_json(result.reader(), result.fields, meta)


def _csv(result: Result, form: ResultForm) -> Iterator[bytes]:
    from .result_csv import CsvOptions, write_csv

    quotes: Any = form.csv_quote_style
    column, decimal = form.csv_column_separator, form.csv_decimal_separator
    return write_csv(result.reader(), CsvOptions(column, decimal, quotes, result.time_zone))


def _key(call: Call) -> str:
    """The data key of the path, which must be the one that the token opens. Raises a 401 `Fault`."""
    key: str = call.path["dataKey"]
    if caller_of(call).user.get("data_key") != key:
        raise no_credential("The data access token is for another data key")
    return key
