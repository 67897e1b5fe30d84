"""The conditions of an alert: which rows of a widget's result they let through.

Holistics API v2, VizCondition. The vendor says what a condition consists of, not how it is evaluated; the emulator does
it so (marked inferred):

- a condition is about a column of the widget's result, found by the field that it shows; a widget that shows a measure
  or a cut date under the same aggregation or transformation is compared as it is shown
- any other transformation cuts the column's values, any other aggregation is taken over the rows of the result that
  pass the conditions without one; `running` ones go through the rows in their order
- the rows that pass all conditions are what the alert sends
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bireme_emulator.holistics.attribute_values import Values
from bireme_emulator.holistics.conditions import Condition, ConditionError, check_condition, with_attributes
from bireme_emulator.holistics.predicates import Parameters, Predicates
from bireme_emulator.holistics.semantics import Catalog
from bireme_emulator.kernel.query import Column, Compiled
from bireme_emulator.kernel.query.calendar import Calendar

__all__ = ["narrowed"]

_AGGREGATES = {
    "sum": "sum({})",
    "avg": "avg({})",
    "max": "max({})",
    "min": "min({})",
    "count": "count({})",
    "count distinct": "count(DISTINCT {})",
    "median": "median({})",
    "stdev": "stddev_samp({})",
    "stdevp": "stddev_pop({})",
    "var": "var_samp({})",
    "varp": "var_pop({})",
}
_ANY_TYPE = ("count", "count distinct", "max", "min")
_FILTER_TYPES = {"number": "number", "date": "date", "datetime": "date", "truefalse": "boolean"}
_WITHIN_A_DAY = ("hour", "minute")


@dataclass(frozen=True)
class _Shown:
    """A column of the result: where it stands, which field it shows, and how."""

    place: int
    model_id: int
    field_name: str
    column: Column
    aggregation: str | None

    @property
    def sql(self) -> str:
        return f"c{self.place}"

    def __str__(self) -> str:
        return f"{self.field_name} of model {self.model_id}"


@dataclass(frozen=True)
class _Test:
    """A condition on a column, ready to be written as SQL."""

    expression: str
    type: str
    condition: Condition
    whole: bool  # about an aggregate over the rows


def narrowed(
    catalog: Catalog,
    report: Mapping[str, Any],
    compiled: Compiled,
    conditions: Sequence[Mapping[str, Any]],
    *,
    attributes: Mapping[str, Values],
    now: datetime,
) -> Compiled:
    """The query of the rows of `compiled` (the report's query) that pass all conditions.

    `attributes` are the user attributes of the alert's owner, `now` is what relative dates count from. Raises
    `ConditionError` for a field that the report does not show and for what cannot be asked of it.
    """
    if not conditions:
        return compiled
    columns = _shown_columns(catalog, report, compiled)
    tests = [_test(each, columns, attributes) for each in conditions]
    parameters = Parameters()
    parameters.values += compiled.params
    predicates = Predicates(Calendar(now, ZoneInfo(compiled.timezone)), parameters)
    written = {
        whole: [_predicate(predicates, test) for test in tests if test.whole is whole and test.condition.restricts]
        for whole in (False, True)
    }
    names = ", ".join(f"c{place}" for place in range(len(compiled.columns)))
    shown = ", ".join(f"c{place} AS {_identifier(each.name)}" for place, each in enumerate(compiled.columns))
    sql = (
        f"WITH r_ AS (SELECT row_number() OVER () AS n_, widget_.* FROM (\n{compiled.sql}\n) AS widget_({names})),\n"
        f"f_ AS (SELECT * FROM r_ WHERE {' AND '.join(written[False]) or 'TRUE'}),\n"
        f"w_ AS (SELECT *, {' AND '.join(written[True]) or 'TRUE'} AS holds_ FROM f_)\n"
        f"SELECT {shown} FROM w_ WHERE holds_ ORDER BY n_"
    )
    return replace(compiled, sql=sql, params=tuple(parameters.values))


def _shown_columns(catalog: Catalog, report: Mapping[str, Any], compiled: Compiled) -> list[_Shown]:
    """The fields that the report shows, in the order of its columns."""
    query = report["_query"]
    if "sql" in query:
        raise _problem("field_path", "is of a report that is plain SQL and has no fields", "Leave the conditions out.")
    dimensions = [*query.get("dimensions", ()), *query.get("columns", ())]
    # A comparison with an earlier period puts a second column behind each measure.
    step = 2 if any(column.role == "previous" for column in compiled.columns) else 1
    columns = []
    for number, item in enumerate([*dimensions, *query.get("measures", ())]):
        field = catalog.field(item["field"])
        is_measure = number >= len(dimensions)
        place = len(dimensions) + step * (number - len(dimensions)) if is_measure else number
        aggregation = (item.get("aggregation") or field.aggregation) if is_measure else None
        model_id = catalog.model_id(field.model)
        columns.append(_Shown(place, model_id, field.name, compiled.columns[place], aggregation))
    return columns


def _test(item: Mapping[str, Any], columns: Sequence[_Shown], attributes: Mapping[str, Values]) -> _Test:
    aggregation = item.get("aggregation")
    unit = (item.get("transformation") or "").removeprefix("datetrunc ") or None
    shown = _column(item["field_path"], columns, aggregation, unit)
    expression, type = _cut(shown, unit)
    whole = aggregation is not None and aggregation != shown.aggregation and not _is_own(shown, aggregation)
    if whole:
        expression, type = _aggregated(shown, expression, type, str(aggregation))
    filter_type = _FILTER_TYPES.get(type, "string")
    condition = check_condition(item["condition"], filter_type)
    if condition.operator == "matches_user_attribute":
        condition = with_attributes(condition, filter_type, None, attributes)
    return _Test(expression, type, condition, whole)


def _column(path: Mapping[str, Any], columns: Sequence[_Shown], aggregation: str | None, unit: str | None) -> _Shown:
    """The column that a field path means; of several, the one that is shown as the condition wants it."""
    model = path.get("model_id")
    found = [
        each
        for each in columns
        if each.field_name == path.get("field_name") and (model is None or str(model) == str(each.model_id))
    ]
    if not found:
        known = "; ".join(map(str, columns))
        wanted = f"{path.get('field_name')!r} of model {model!r}"
        raise _problem("field_path", f"is {wanted}, which the widget does not show", f"It shows {known}.")
    return max(found, key=lambda each: (each.aggregation == aggregation, each.column.unit == unit))


def _is_own(shown: _Shown, aggregation: str | None) -> bool:
    """Whether `custom` stands for the way in which a measure is made anyway."""
    if aggregation == "custom" and shown.aggregation is None:
        remedy = "Leave the aggregation out, or choose another."
        raise _problem("aggregation", f"is 'custom', and {shown} is no measure", remedy)
    return aggregation == "custom"


def _cut(shown: _Shown, unit: str | None) -> tuple[str, str]:
    """The column's SQL and type, cut to a unit of time where that is asked for."""
    type = shown.column.type
    if unit is None or unit == shown.column.unit:
        return shown.sql, type
    if type not in ("date", "datetime"):
        raise _problem("transformation", f"is 'datetrunc {unit}', and {shown} is no date", "Leave it out.")
    if type == "date" and unit in _WITHIN_A_DAY:
        return shown.sql, type
    cut = f"date_trunc('{unit}', {shown.sql})"
    return (f"CAST({cut} AS DATE)" if type == "date" else cut), type


def _aggregated(shown: _Shown, expression: str, type: str, aggregation: str) -> tuple[str, str]:
    """The SQL and type of an aggregate over the rows."""
    running = aggregation.startswith("running ")
    name = aggregation.removeprefix("running ")
    if name not in _ANY_TYPE and type != "number":
        remedy = f"Use one of {', '.join(_ANY_TYPE)}."
        raise _problem("aggregation", f"is {aggregation!r}, and {shown} is no number", remedy)
    call = _AGGREGATES[name].format(expression)
    kind = type if name in ("max", "min") else "number"
    if running:
        return f"{call} OVER (ORDER BY n_ ROWS UNBOUNDED PRECEDING)", kind
    return f"(SELECT {call} FROM f_)", kind


def _predicate(predicates: Predicates, test: _Test) -> str:
    filter_type = _FILTER_TYPES.get(test.type, "string")
    return predicates.predicate(test.condition, test.expression, test.type, filter_type, None)


def _problem(field: str, reason: str, remedy: str) -> ConditionError:
    return ConditionError(filter_id=None, operator=None, field=field, reason=reason, remedy=remedy)


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
