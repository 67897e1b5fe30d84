"""The semantic layer: a report's definition over models and data sets becomes one SQL query.

A report asks for dimensions and measures (grouped), for columns (one row per row of the model), or brings its own SQL.
Filters add conditions, change the unit of a date (`transform_date_drill`) or add the measures of an earlier period
(`transform_pop_relative`, `transform_pop_absolute`). Values are always bound parameters.

The private key `_query` of a report holds the definition; see the head of `workspace/holistics.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bireme_emulator.holistics.conditions import ConditionError, FieldCondition, check_condition
from bireme_emulator.holistics.predicates import Parameters, Predicates, instant
from bireme_emulator.kernel.query import Column, Compiled
from bireme_emulator.kernel.query.calendar import Calendar

Json = Mapping[str, Any]

_AGGREGATES = {
    "avg": "avg({})",
    "sum": "sum({})",
    "count": "count({})",
    "min": "min({})",
    "max": "max({})",
    "count distinct": "count(DISTINCT {})",
    "median": "median({})",
    "stdev": "stddev_samp({})",
    "stdevp": "stddev_pop({})",
    "var": "var_samp({})",
    "varp": "var_pop({})",
    "custom": "{}",
}
_FILTER_TYPES = {"number": "number", "date": "date", "datetime": "date", "truefalse": "boolean"}
_WHOLE_DAYS = ("year", "quarter", "month", "week", "day")


class SemanticError(ValueError):
    """A report, data set or model refers to something that is not there."""


@dataclass(frozen=True)
class Field:
    """A field of a model, its SQL already speaking of the model by name."""

    model: str
    name: str
    label: str
    type: str
    sql: str
    aggregation: str | None

    @property
    def is_measure(self) -> bool:
        """Tell whether the field is an aggregate over rows."""
        return self.aggregation is not None


class Catalog:
    """The models and data sets that reports refer to, in the API's own shape.

    Example: `Catalog(workspace.objects["data_models"], workspace.objects["data_sets"])`
    """

    def __init__(self, data_models: Iterable[Json], data_sets: Iterable[Json]) -> None:
        self._models = {model["name"]: model for model in data_models}
        self._names = {model["id"]: model["name"] for model in self._models.values()}
        self._data_sets = {item["id"]: item for item in data_sets}

    def field(self, dotted: str) -> Field:
        """Return the field named `model.field`. Raises SemanticError."""
        model_name, _, name = dotted.partition(".")
        model = self._models.get(model_name)
        found = next((item for item in model["fields"] if item["name"] == name), None) if model else None
        if found is None:
            raise SemanticError(f"There is no field {dotted!r} in the data models.")
        sql = _columns_named(found["sql"], SOURCE=model_name)
        aggregation = found.get("aggregation_type")
        return Field(model_name, name, found.get("custom_label") or found["label"], found["type"], sql, aggregation)

    def field_at(self, model_id: int, name: str) -> Field:
        """Return a field by the id of its model, as field paths name it. Raises SemanticError."""
        if model_id not in self._names:
            raise SemanticError(f"There is no data model {model_id}.")
        return self.field(f"{self._names[model_id]}.{name}")

    def model_id(self, name: str) -> int:
        """Return the id of a model. Raises KeyError for a name that no field has."""
        return int(self._models[name]["id"])

    def source(self, data_set_id: int, models: set[str]) -> str:
        """Return the FROM clause over these models of a data set, joined as the data set says. Raises SemanticError."""
        data_set = self._data_sets.get(data_set_id)
        if data_set is None:
            raise SemanticError(f"There is no data set {data_set_id}.")
        offered = [model["name"] for model in data_set["data_models"]]
        # A model of the query is a better base than one that only leads to it: joins can only add rows.
        for base in sorted(offered, key=lambda name: (name not in models, offered.index(name))):
            joins = self._joins_from(base, data_set)
            if models <= {base, *joins}:
                return self._from(base, joins, models)
        raise SemanticError(f"Data set {data_set_id} has no joins that lead to all of: {', '.join(sorted(models))}.")

    def _from(self, base: str, joins: Mapping[str, tuple[str, str]], models: set[str]) -> str:
        needed: list[str] = []
        for model in sorted(models - {base}):
            path: list[str] = []
            while model != base:
                path.insert(0, model)
                model = joins[model][0]
            needed += [name for name in path if name not in needed]
        lines = [f"FROM {self._table(base)}"]
        lines += [f"LEFT JOIN {self._table(name)} ON {joins[name][1]}" for name in needed]
        return "\n".join(lines)

    def _table(self, name: str) -> str:
        model = self._models[name]
        table = f"({model['sql'].strip()})" if model.get("sql") else _identifier(model["table_name"])
        return f"{table} AS {_identifier(name)}"

    def _joins_from(self, base: str, data_set: Json) -> dict[str, tuple[str, str]]:
        """Return the models that joins reach from a base: where each is joined, and on what."""
        reached: dict[str, tuple[str, str]] = {}
        waiting = [base]
        while waiting:
            source = waiting.pop(0)
            for join in data_set["related_joins"]:
                dest = join["dest_model"]["name"]
                if join["source_model"]["name"] == source and dest != base and dest not in reached:
                    reached[dest] = (source, _columns_named(join["join_on"], SOURCE=source, DEST=dest))
                    waiting.append(dest)
        return reached


@dataclass(frozen=True)
class _Shift:
    """Moves a date field forward, so that an earlier period falls on the current one."""

    field: Field
    interval: str
    label: str
    only: str = "TRUE"


@dataclass(frozen=True)
class _Output:
    """A column of the result before it is SQL."""

    field: Field
    column: Column
    aggregation: str | None


def compile_report(
    catalog: Catalog, report: Json, conditions: Sequence[FieldCondition], *, now: datetime, timezone: str
) -> Compiled:
    """Return the query of a report under conditions. `now` is aware, `timezone` the IANA name of the data source's.

    Raises ConditionError for conditions that this report cannot take, SemanticError for a broken definition.
    """
    query = report["_query"]
    if "sql" in query:
        if conditions:
            raise ConditionError(
                filter_id=conditions[0].filter_id,
                operator=conditions[0].condition.operator,
                field="condition",
                reason="is mapped to a report that is plain SQL and has no fields",
                remedy="Remove the mapping.",
            )
        return Compiled(sql=query["sql"], timezone=timezone)
    return _Compiler(catalog, report, Calendar(now, ZoneInfo(timezone)), timezone, conditions).compiled()


class _Compiler:
    """Compiles one report."""

    def __init__(
        self, catalog: Catalog, report: Json, calendar: Calendar, timezone: str, conditions: Sequence[FieldCondition]
    ) -> None:
        self.catalog = catalog
        self.query: Json = report["_query"]
        self.data_set_id = report["data_set_id"]
        self.timezone = timezone
        self.parameters = Parameters()
        self.predicates = Predicates(calendar, self.parameters)
        self.drills = {
            self._field_of(item): item.condition.values[0]
            for item in conditions
            if item.condition.operator == "transform_date_drill"
        }
        self.periods = [item for item in conditions if item.condition.operator.startswith("transform_pop_")]
        self.where = [item for item in conditions if not item.condition.operator.startswith("transform_")]
        self.where += [self._own(item) for item in self.query.get("conditions", ())]
        self.dimensions = [self._dimension(item) for item in self._listed("dimensions", "columns")]
        self.measures = [self._measure(item) for item in self._listed("measures")]

    def compiled(self) -> Compiled:
        """Return the finished query."""
        columns = tuple(item.column for item in [*self.dimensions, *self.measures])
        if self.periods and self.measures:
            sql, columns = self._with_previous(self.periods[0])
        else:
            sql = self._select(None)
        sql += self._order(columns)
        if "limit" in self.query:
            sql += f"\nLIMIT {int(self.query['limit'])}"
        return Compiled(sql, tuple(self.parameters.values), columns, self.timezone, ours=True)

    # -- what is asked ------------------------------------------------------------------------------------------------
    def _listed(self, *parts: str) -> list[Json]:
        return [item for part in parts for item in self.query.get(part, ())]

    def _field_of(self, condition: FieldCondition) -> Field:
        return self.catalog.field_at(condition.model_id, condition.field_name)

    def _own(self, item: Json) -> FieldCondition:
        """Return a condition of the report itself."""
        field = self.catalog.field(item["field"])
        filter_type = _FILTER_TYPES.get(field.type, "string")
        model_id = self.catalog.model_id(field.model)
        return FieldCondition(model_id, field.name, filter_type, check_condition(item, filter_type))

    def _dimension(self, item: Json) -> _Output:
        field = self.catalog.field(item["field"])
        written = item["transform"].removeprefix("datetrunc ") if "transform" in item else None
        unit = self.drills.get(field, written)
        label = item.get("label") or (f"{field.label} ({unit})" if unit else field.label)
        if unit is not None and unit != written and label.casefold() == (written or ""):
            label = unit.capitalize()
        elif unit != written:
            label = f"{field.label} ({unit})"
        kind = "date" if field.type == "datetime" and unit in _WHOLE_DAYS else field.type
        return _Output(field, Column(label, kind, unit=unit), None)

    def _measure(self, item: Json) -> _Output:
        field = self.catalog.field(item["field"])
        aggregation = item.get("aggregation") or field.aggregation
        if aggregation not in _AGGREGATES:
            raise SemanticError(f"{item['field']!r} is asked for as a measure, but has no aggregation.")
        counts = aggregation in ("count", "count distinct")
        kind = field.type if aggregation in ("min", "max", "custom") and not counts else "number"
        return _Output(field, Column(item.get("label") or field.label, kind, role="measure"), aggregation)

    # -- SQL ----------------------------------------------------------------------------------------------------------
    def _select(self, shift: _Shift | None) -> str:
        """Return the query without order and limit; `shift` makes it that of an earlier period."""
        outputs = [*self.dimensions, *self.measures]
        shown = [f"{self._shown(item, shift)} AS {_identifier(item.column.name)}" for item in outputs]
        where = [self._predicate(item, shift) for item in self.where if not self._field_of(item).is_measure]
        having = [self._predicate(item, shift) for item in self.where if self._field_of(item).is_measure]
        if shift is not None:
            where.append(shift.only)
        lines = [f"SELECT {', '.join(shown)}", self._from()]
        if where:
            lines.append("WHERE " + "\n  AND ".join(where))
        if self.measures and self.dimensions:
            lines.append("GROUP BY " + ", ".join(str(place + 1) for place in range(len(self.dimensions))))
        if having:
            lines.append("HAVING " + " AND ".join(having))
        return "\n".join(lines)

    def _from(self) -> str:
        fields = [item.field for item in [*self.dimensions, *self.measures]]
        fields += [self._field_of(item) for item in [*self.where, *self.periods]]
        return self.catalog.source(self.data_set_id, {field.model for field in fields})

    def _predicate(self, item: FieldCondition, shift: _Shift | None) -> str:
        field = self._field_of(item)
        expression = self._expression(field, shift)
        if field.is_measure:
            expression = _AGGREGATES[field.aggregation or "custom"].format(expression)
        return self.predicates.predicate(item.condition, expression, field.type, item.filter_type, item.filter_id)

    def _expression(self, field: Field, shift: _Shift | None) -> str:
        """Return a field's SQL, moved forward if it is the date that an earlier period is told by."""
        if shift is None or shift.field != field:
            return field.sql
        if field.type == "date":
            return f"CAST({field.sql} + {shift.interval} AS DATE)"
        zone = self._zone()
        return f"timezone({zone}, timezone({zone}, {instant(field.sql)}) + {shift.interval})"

    def _shown(self, item: _Output, shift: _Shift | None) -> str:
        """Return the SQL of a column: aggregated, or in the time zone and unit that it is shown in."""
        expression = self._expression(item.field, shift)
        if item.aggregation is not None:
            return _AGGREGATES[item.aggregation].format(expression)
        if item.field.type == "datetime":
            expression = f"timezone({self._zone()}, {instant(expression)})"
        if item.column.unit is None:
            return expression
        cut = f"date_trunc('{item.column.unit}', {expression})"
        return f"CAST({cut} AS DATE)" if item.column.type == "date" else cut

    def _zone(self) -> str:
        return "'" + self.timezone.replace("'", "''") + "'"

    def _order(self, columns: Sequence[Column]) -> str:
        """Return the ORDER BY clause. Without one the rows come in no particular order, as from any database."""
        asked = self.query.get("sort")
        if asked is None:
            asked = [{"column": item.column.name} for item in self.dimensions] if self.measures else []
        places = {column.name: place for place, column in enumerate(columns, 1)}
        # A date drill renames its column; a sort by the old name means the same column.
        written = {item["label"]: place for place, item in enumerate(self._listed("dimensions"), 1) if "label" in item}
        terms = []
        for item in asked:
            place = places.get(item["column"], written.get(item["column"]))
            if place is None:
                raise SemanticError(f"The report sorts by {item['column']!r}, which is not among its columns.")
            terms.append(f"{place} {'DESC' if item.get('direction') == 'desc' else 'ASC'} NULLS LAST")
        return "\nORDER BY " + ", ".join(terms) if terms else ""

    # -- period over period -------------------------------------------------------------------------------------------
    def _with_previous(self, period: FieldCondition) -> tuple[str, tuple[Column, ...]]:
        """Return the query joined with itself over an earlier period, and its columns."""
        shift = self._shift(period)
        columns = [item.column for item in self.dimensions]
        shown = [f"now_.{_identifier(column.name)}" for column in columns]
        for item in self.measures:
            earlier = replace(item.column, name=f"{item.column.name} ({shift.label})", role="previous")
            columns += [item.column, earlier]
            name = _identifier(item.column.name)
            shown += [f"now_.{name}", f"then_.{name} AS {_identifier(earlier.name)}"]
        names = [_identifier(item.column.name) for item in self.dimensions]
        on = " AND ".join(f"now_.{name} IS NOT DISTINCT FROM then_.{name}" for name in names) or "TRUE"
        current, previous = self._select(None), self._select(shift)
        sql = f"SELECT {', '.join(shown)}\nFROM (\n{current}\n) AS now_\nLEFT JOIN (\n{previous}\n) AS then_ ON {on}"
        return sql, tuple(columns)

    def _shift(self, period: FieldCondition) -> _Shift:
        field, condition = self._field_of(period), period.condition
        if condition.operator == "transform_pop_relative":
            count, unit = int(condition.values[0]), condition.modifier or "day"
            if field.type == "date" and unit not in _WHOLE_DAYS:
                raise ConditionError(
                    filter_id=period.filter_id,
                    operator=condition.operator,
                    field="modifier",
                    reason=f"is {unit!r}, and {field.label!r} knows only whole days",
                    remedy=f"Give one of {', '.join(_WHOLE_DAYS)}.",
                )
            plural = "" if count == 1 else "s"
            return _Shift(field, f"INTERVAL {count} {unit}", f"{count} {unit}{plural} ago")
        return self._absolute_shift(period, field)

    def _absolute_shift(self, period: FieldCondition, field: Field) -> _Shift:
        """Lay the period between two given dates onto the current one, beginning on beginning."""
        condition = period.condition
        start = self.predicates.intervals(condition, period.filter_id)[0].dates()[0]
        unit = condition.modifier or "day"
        if start is None:
            raise ConditionError(
                filter_id=period.filter_id,
                operator=condition.operator,
                field="values",
                reason="names a period without a beginning",
                remedy='Give two dates, for example "2013-01-01" and "2013-03-31".',
            )
        own = [item for item in self.where if self._field_of(item) == field and item.filter_type == "date"]
        begins = [span.start for item in own for span in self.predicates.intervals(item.condition, item.filter_id)]
        if begins and begins[0] is not None:
            current = f"CAST({self.parameters.bind(begins[0].date())} AS DATE)"
        else:
            lowest = field.sql if field.type == "date" else f"timezone({self._zone()}, {instant(field.sql)})"
            rows = self.catalog.source(self.data_set_id, {field.model})
            current = f"(SELECT CAST(min({lowest}) AS DATE) {rows})"
        begin = f"CAST({self.parameters.bind(start)} AS DATE)"
        distance = f"(date_diff('{unit}', {begin}, {current}) * INTERVAL 1 {unit})"
        only = self.predicates.predicate(
            replace(condition, operator="between"), field.sql, field.type, "date", period.filter_id
        )
        return _Shift(field, distance, f"{condition.values[0]} to {condition.values[1]}", only)


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _columns_named(sql: str, **models: str) -> str:
    """Replace `{{ #SOURCE.column }}` and `{{ #DEST.column }}` by columns of the models that they stand for."""

    def named(found: re.Match[str]) -> str:
        return f"{_identifier(models[found[1]])}.{_identifier(found[2])}"

    return re.sub(r"\{\{\s*#(SOURCE|DEST)\.(\w+)\s*\}\}", named, sql)
