"""Filters really filter: every operator against counts taken straight from the data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bireme_emulator.holistics.conditions import ConditionError, FieldCondition, check_condition
from bireme_emulator.holistics.semantics import Catalog, SemanticError, compile_report
from bireme_emulator.kernel.query import Compiled, Engine

DATE, CARRIER, DISTANCE, LATE, PERIOD, DRILL = 2335, 2336, 2337, 2338, 2339, 2340
DAY = "make_date(year, month, day)"
Total = Callable[..., int]
RunWidget = Callable[..., list[dict[str, str]]]


@pytest.fixture
def total(run_widget: RunWidget) -> Total:
    """The number that widget 4182 (a KPI) shows under conditions."""
    return lambda *submitted, **options: int(run_widget(4182, *submitted, **options)[0]["Flights"])


@pytest.fixture
def count(engine: Engine) -> Callable[[str], int]:
    """Count flights by a predicate written by hand."""
    sql = "SELECT count(*) FROM flights WHERE "
    return lambda where: int(engine.preview(Compiled(sql + where), 1).rows[0][0])


@pytest.mark.parametrize(
    ("submitted", "where"),
    [
        ((CARRIER, "is", ["UA"]), "carrier = 'UA'"),
        ((CARRIER, "is", ["UA", "B6"]), "carrier IN ('UA', 'B6')"),
        ((CARRIER, "is", ["ua"]), "false"),
        ((CARRIER, "is", []), "true"),
        ((CARRIER, "none", []), "true"),
        ((CARRIER, "is_not", ["UA", "B6"]), "carrier NOT IN ('UA', 'B6')"),
        ((CARRIER, "is_not", []), "true"),
        ((CARRIER, "is_null", []), "carrier IS NULL"),
        ((CARRIER, "not_null", []), "carrier IS NOT NULL"),
        ((CARRIER, "contains", ["u"]), "carrier ILIKE '%u%'"),
        ((CARRIER, "contains", ["%"]), "false"),
        ((CARRIER, "contains", ["_"]), "false"),
        ((CARRIER, "does_not_contain", ["U", "b"]), "carrier NOT ILIKE '%u%' AND carrier NOT ILIKE '%b%'"),
        ((CARRIER, "starts_with", ["u", "9"]), "carrier ILIKE 'u%' OR carrier LIKE '9%'"),
        ((CARRIER, "ends_with", ["A"]), "carrier ILIKE '%a'"),
        ((CARRIER, "is", ["UA' OR '1'='1"]), "false"),
        ((DISTANCE, "is", [1400, "1416"]), "distance IN (1400, 1416)"),
        ((DISTANCE, "is_not", [1400]), "distance <> 1400"),
        ((DISTANCE, "greater_than", [2475]), "distance > 2475"),
        ((DISTANCE, "less_than", [200]), "distance < 200"),
        ((DISTANCE, "between", [187, 200]), "distance BETWEEN 187 AND 200"),
        ((DISTANCE, "between", [200, 187]), "false"),
        ((DISTANCE, "is", [2**70]), "false"),
        ((LATE, "is_true", []), "arr_delay > 15"),
        ((LATE, "is_false", []), "arr_delay <= 15"),
        ((LATE, "is", [True, False]), "arr_delay IS NOT NULL"),
        ((LATE, "is_not", [True]), "arr_delay IS NULL OR arr_delay <= 15"),
        ((LATE, "is_null", []), "arr_delay IS NULL"),
        ((DATE, "is", ["2013-02-28"]), "month = 2 AND day = 28"),
        ((DATE, "is", ["last 7 days"]), f"{DAY} BETWEEN '2013-11-15' AND '2013-11-21'"),
        ((DATE, "is", ["today", "Feb 2013"]), f"month = 2 OR {DAY} = '2013-11-22'"),
        ((DATE, "is_not", ["Feb 2013"]), "month <> 2"),
        ((DATE, "between", ["2013-03-30", "2013-04-02"]), f"{DAY} BETWEEN '2013-03-30' AND '2013-04-02'"),
        ((DATE, "before", ["2013-01-15"]), f"{DAY} < '2013-01-15'"),
        ((DATE, "after", ["2013-12-30"]), f"{DAY} > '2013-12-30'"),
        ((DATE, "after", ["Nov 2013"]), "month = 12"),
        ((DATE, "last", [2], "month"), "month IN (9, 10)"),
        ((DATE, "last", [1], "quarter"), "month IN (7, 8, 9)"),
        ((DATE, "last", [1], "week"), f"{DAY} BETWEEN '2013-11-11' AND '2013-11-17'"),
        ((DATE, "last", [3], "day"), f"{DAY} BETWEEN '2013-11-19' AND '2013-11-21'"),
        ((DATE, "last", [3], "hour"), f"{DAY} = '2013-11-22'"),
        ((DATE, "next", [1], "month"), "month = 12"),
        ((DATE, "next", ["2"], "day"), f"{DAY} BETWEEN '2013-11-23' AND '2013-11-24'"),
        ((DATE, "matches", ["monday last week"]), f"{DAY} = '2013-11-11'"),
        ((DATE, "matches", ["last month end - today"]), f"{DAY} BETWEEN '2013-10-31' AND '2013-11-22'"),
        ((DATE, "matches", ["19:00 yesterday to now"]), f"{DAY} BETWEEN '2013-11-21' AND '2013-11-22'"),
        ((DATE, "matches", ["all time"]), "true"),
        ((DATE, "is_null", []), "false"),
    ],
)
def test_an_operator_keeps_exactly_the_rows_it_says(
    total: Total, count: Callable[[str], int], submitted: tuple[Any, ...], where: str
) -> None:
    assert total(submitted) == count(where)


def test_conditions_on_several_filters_must_all_hold(total: Total, count: Callable[[str], int]) -> None:
    submitted = [(CARRIER, "is", ["UA"]), (DATE, "matches", ["Feb 2013"]), (DISTANCE, "less_than", [500])]
    assert total(*submitted) == count("carrier = 'UA' AND month = 2 AND distance < 500")


def test_relative_dates_follow_the_clock_and_the_time_zone(total: Total, count: Callable[[str], int]) -> None:
    evening = datetime(2013, 7, 5, 2, 0, tzinfo=UTC)  # still 4 July in New York
    assert total((DATE, "is", ["today"]), now=evening) == count("month = 7 AND day = 4")
    assert total((DATE, "is", ["today"]), now=evening, timezone="UTC") == count("month = 7 AND day = 5")
    assert total((DATE, "last", [7], "day"), now=datetime(2026, 1, 1, tzinfo=UTC)) == 0


def test_instants_are_compared_as_instants_of_the_time_zone(run_widget: RunWidget) -> None:
    # 3 November 2013 had 25 hours in New York, and 01:00 came twice; the airports reported both.
    rows = run_widget(4193, (2345, "matches", ["2013-11-03"]), (2346, "is", ["JFK"]))
    hours = [row["Observed at"][11:16] for row in rows]
    assert hours[:3] == ["01:00", "01:00", "02:00"]  # the report of midnight is missing in the data
    assert hours[-1] == "23:00"
    night = run_widget(4193, (2345, "matches", ["2013-11-03 23:00"]), (2346, "is", ["JFK"]))
    assert [row["Observed at"] for row in night] == ["2013-11-03 23:00:00"]


def test_a_users_attributes_limit_what_the_user_sees(total: Total, count: Callable[[str], int]) -> None:
    own = (CARRIER, "matches_user_attribute", ["airlines"])
    assert total(own, attributes={"airlines": ["UA", "AA"]}) == count("carrier IN ('UA', 'AA')")
    assert total(own, attributes={"airlines": []}) == 0
    assert total(own, attributes={"airlines": None}) == 336_776
    both = (CARRIER, "matches_user_attribute", ["airlines", "partners"])
    assert total(both, attributes={"airlines": ["UA"], "partners": None}) == 336_776


def test_unknown_values_are_kept_by_negative_operators_only(catalog: Catalog, engine: Engine) -> None:
    report = {"data_set_id": 201, "_query": {"measures": [{"field": "flights.flights"}]}}

    def flights(operator: str, *values: str) -> int:
        checked = check_condition({"operator": operator, "values": list(values)}, "string")
        condition = FieldCondition(101, "tail_number", "string", checked)
        compiled = compile_report(catalog, report, [condition], now=datetime(2013, 1, 1, tzinfo=UTC), timezone="UTC")
        return int(engine.preview(compiled, 1).rows[0][0])

    unknown = flights("is_null")
    assert unknown == 2_512
    assert flights("is", "N14228") + flights("is_not", "N14228") == 336_776
    assert flights("contains", "n1") + flights("does_not_contain", "n1") == 336_776
    assert flights("contains", "") == 336_776 - unknown


def test_flights_per_month_has_twelve_months_that_add_up(run_widget: RunWidget) -> None:
    rows = run_widget(4175)
    assert list(rows[0]) == ["Month", "Flights"]
    assert [row["Month"] for row in rows] == [f"2013-{month:02}-01" for month in range(1, 13)]
    assert rows[0]["Flights"] == "27004"
    assert sum(int(row["Flights"]) for row in rows) == 336_776


def test_a_date_drill_changes_the_unit_and_the_name_of_the_column(run_widget: RunWidget) -> None:
    quarters = run_widget(4175, (DRILL, "transform_date_drill", ["datetrunc quarter"]))
    assert [row["Quarter"] for row in quarters] == ["2013-01-01", "2013-04-01", "2013-07-01", "2013-10-01"]
    assert len(run_widget(4175, (DRILL, "transform_date_drill", ["datetrunc day"]))) == 365
    assert len(run_widget(4181, (DRILL, "transform_date_drill", ["datetrunc year"]))) == 3


def test_an_earlier_period_stands_beside_the_current_one(run_widget: RunWidget) -> None:
    plain = [row["Flights"] for row in run_widget(4175)]
    rows = run_widget(4175, (PERIOD, "transform_pop_relative", [1], "month"))
    assert list(rows[0]) == ["Month", "Flights", "Flights (1 month ago)"]
    assert [row["Flights"] for row in rows] == plain
    assert [row["Flights (1 month ago)"] for row in rows] == ["", *plain[:-1]]


def test_an_earlier_period_is_found_also_outside_the_date_filter(
    run_widget: RunWidget, count: Callable[[str], int]
) -> None:
    rows = run_widget(4182, (DATE, "matches", ["Mar 2013"]), (PERIOD, "transform_pop_relative", [1], "month"))
    assert rows == [{"Flights": str(count("month = 3")), "Flights (1 month ago)": str(count("month = 2"))}]


def test_an_earlier_period_keeps_its_series_apart(run_widget: RunWidget) -> None:
    rows = run_widget(4181, (PERIOD, "transform_pop_relative", [2], "month"), (DATE, "matches", ["Mar 2013"]))
    plain = {
        row["Origin"]: row["Average arrival delay (min)"] for row in run_widget(4181, (DATE, "matches", ["Jan 2013"]))
    }
    assert {row["Origin"]: row["Average arrival delay (min) (2 months ago)"] for row in rows} == plain


def test_a_period_given_by_dates_is_laid_on_the_current_one(run_widget: RunWidget) -> None:
    plain = [row["Flights"] for row in run_widget(4175)]
    given = (PERIOD, "transform_pop_absolute", ["2013-01-01", "2013-03-31"], "month")
    rows = run_widget(4175, (DATE, "between", ["2013-07-01", "2013-09-30"]), given)
    label = "Flights (2013-01-01 to 2013-03-31)"
    assert [(row["Month"][5:7], row["Flights"], row[label]) for row in rows] == [
        ("07", plain[6], plain[0]),
        ("08", plain[7], plain[1]),
        ("09", plain[8], plain[2]),
    ]
    whole = run_widget(4175, (PERIOD, "transform_pop_absolute", ["2013-03-01", "2013-04-30"], "month"))
    assert [row["Flights (2013-03-01 to 2013-04-30)"] for row in whole] == [plain[2], plain[3], *[""] * 10]


def test_without_a_comparison_nothing_is_added(run_widget: RunWidget) -> None:
    assert list(run_widget(4175, (PERIOD, "transform_pop_none", []))[0]) == ["Month", "Flights"]


@pytest.mark.parametrize(
    ("submitted", "message"),
    [
        ((DATE, "between", ["2013-03-01", "2013-02-01"]), "it ends before it begins"),
        ((DATE, "matches", ["today - yesterday"]), "it ends before it begins"),
        ((DATE, "last", [99999], "year"), "filter 2335"),
        ((PERIOD, "transform_pop_relative", [3], "hour"), "'Flight date' knows only whole days"),
        ((PERIOD, "transform_pop_absolute", ["2013-03-01", "2013-02-01"]), "it ends before it begins"),
        ((PERIOD, "transform_pop_absolute", ["all time", "all time"]), "filter 2339"),
    ],
)
def test_a_condition_that_makes_no_sense_today_is_refused(
    compile_widget: Callable[..., Compiled], submitted: tuple[Any, ...], message: str
) -> None:
    with pytest.raises(ConditionError, match=message):
        compile_widget(4175, submitted)


def test_a_report_in_plain_sql_takes_no_conditions(catalog: Catalog) -> None:
    condition = FieldCondition(
        101, "carrier", "string", check_condition({"operator": "is", "values": ["UA"]}, "string"), 7
    )
    report = {"data_set_id": 201, "_query": {"sql": "SELECT 1"}}
    with pytest.raises(ConditionError, match="plain SQL"):
        compile_report(catalog, report, [condition], now=datetime(2013, 1, 1, tzinfo=UTC), timezone="UTC")


@pytest.mark.parametrize(
    ("query", "data_set", "message"),
    [
        ({"columns": [{"field": "flights.nothing"}]}, 201, "There is no field 'flights.nothing'"),
        ({"columns": [{"field": "flights.carrier"}]}, 9, "There is no data set 9"),
        ({"columns": [{"field": "planes.seats"}, {"field": "airlines.name"}]}, 203, "no joins that lead to all of"),
        ({"measures": [{"field": "flights.carrier"}]}, 201, "has no aggregation"),
        ({"columns": [{"field": "flights.carrier"}], "sort": [{"column": "X"}]}, 201, "sorts by 'X'"),
    ],
)
def test_a_broken_definition_is_named(catalog: Catalog, query: dict[str, Any], data_set: int, message: str) -> None:
    report = {"data_set_id": data_set, "_query": query}
    with pytest.raises(SemanticError, match=message):
        compile_report(catalog, report, [], now=datetime(2013, 1, 1, tzinfo=UTC), timezone="UTC")


@pytest.mark.parametrize(
    ("aggregation", "expression"),
    [
        ("sum", "sum(distance)"),
        ("avg", "avg(distance)"),
        ("min", "min(distance)"),
        ("max", "max(distance)"),
        ("count", "count(distance)"),
        ("count distinct", "count(DISTINCT distance)"),
        ("median", "median(distance)"),
        ("stdev", "stddev_samp(distance)"),
        ("varp", "var_pop(distance)"),
    ],
)
def test_a_dimension_can_be_aggregated_in_every_way(
    catalog: Catalog, engine: Engine, aggregation: str, expression: str
) -> None:
    query = {"measures": [{"field": "flights.distance", "aggregation": aggregation, "label": "It"}]}
    report = {"data_set_id": 201, "_query": query}
    compiled = compile_report(catalog, report, [], now=datetime(2013, 1, 1, tzinfo=UTC), timezone="UTC")
    by_hand = engine.preview(Compiled(f"SELECT {expression} FROM flights"), 1).rows
    assert engine.preview(compiled, 1).rows[0][0] == pytest.approx(by_hand[0][0])
    assert [column.name for column in compiled.columns] == ["It"]
