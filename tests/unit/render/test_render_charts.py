"""A chart says what it shows: title, axes, units; and what cannot be a chart is a table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pypdf
import pytest

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render import RenderPool, chart_rows, chart_spec

MONTH = Column("Month", "date", unit="month")
ORIGIN = Column("Origin", "text")
FLIGHTS = Column("Flights", "number", role="measure")
EARLIER = Column("Flights (1 month ago)", "number", role="previous")
DELAY = Column("Average delay (min)", "number", role="measure")
MONTHS = [(date(2013, month, 1), 27_000 + month) for month in range(1, 13)]
VIZ_TYPES = [
    *("data_table", "area_chart", "line_chart", "bar_chart", "column_chart", "pie_chart", "scatter_chart"),
    *("pyramid_chart", "funnel_chart", "bubble_chart", "retention_heatmap", "pivot_table", "geo_heatmap"),
    *("conversion_funnel", "combination_chart", "metric_kpi", "radar_chart", "wordcloud", "solid_gauge"),
    *("filled_map", "point_map", "metric_sheet", "new_conversion_funnel", "heatmap"),
]


@pytest.fixture(scope="module")
def pool() -> Iterator[RenderPool]:
    with RenderPool() as pool:
        yield pool


def words(pool: RenderPool, spec: dict[str, Any]) -> str:
    """Return all text of the drawn page, as a person would read it."""
    pages = pypdf.PdfReader(BytesIO(pool.pdf(spec))).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_flights_per_month_has_title_axes_and_all_twelve_months(pool: RenderPool) -> None:
    text = words(pool, chart_spec("column_chart", [MONTH, FLIGHTS], MONTHS, title="Flights per month", subtitle="2013"))
    for expected in ("Flights per month", "2013", "Month", "Flights", "27,001", "27,012", "25,000"):
        assert expected in text
    for name in "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split():  # noqa: SIM905
        assert name in text


def test_a_comparison_shows_both_periods_in_a_legend(pool: RenderPool) -> None:
    rows = [(day, count, count - 5) for day, count in MONTHS]
    text = words(pool, chart_spec("column_chart", [MONTH, FLIGHTS, EARLIER], rows, title="Flights"))
    assert "Flights (1 month ago)" in text


def test_lines_have_a_colour_for_each_series(pool: RenderPool) -> None:
    rows = [(day, origin, 5.5) for day, _ in MONTHS for origin in ("EWR", "JFK")]
    spec = chart_spec("line_chart", [MONTH, ORIGIN, DELAY], rows, title="Delay")
    assert {value["series"] for value in spec["data"]["values"]} == {"EWR", "JFK"}
    text = words(pool, spec)
    for expected in ("Origin", "EWR", "JFK", "Average delay (min)", "Jan", "Dec"):
        assert expected in text


def test_bars_keep_the_order_of_the_rows(pool: RenderPool) -> None:
    rows = [("United", 9), ("Alaska", 5), ("JetBlue", 7)]
    text = words(pool, chart_spec("bar_chart", [Column("Airline", "text"), FLIGHTS], rows, title="By airline"))
    assert text.index("United") < text.index("Alaska") < text.index("JetBlue")


def test_a_pie_names_its_shares(pool: RenderPool) -> None:
    text = words(pool, chart_spec("pie_chart", [ORIGIN, FLIGHTS], [("EWR", 3_000), ("JFK", 1_000)], title="Share"))
    assert "3,000 (75%)" in text
    assert "1,000 (25%)" in text


def test_a_figure_stands_large_with_the_change_below(pool: RenderPool) -> None:
    text = words(pool, chart_spec("metric_kpi", [FLIGHTS, EARLIER], [(28_889, 27_574)], title="Flights in total"))
    assert "28,889" in text
    assert "Flights (1 month ago): 27,574 (+4.8%)" in text


def test_a_table_shows_the_first_forty_rows_and_says_so(pool: RenderPool) -> None:
    columns = [Column("Flight date", "date"), Column("Flight", "number"), ORIGIN, Column("Late", "truefalse")]
    rows = [(date(2013, 1, 1), 1000 + number, "EWR", None if number else True) for number in range(50)]
    text = words(pool, chart_spec("data_table", columns, rows, title="All flights", total_rows=336_776))
    for expected in ("All flights", "first 40 of 336,776 rows", "Flight date", "2013-01-01", "1000", "1039", "true"):
        assert expected in text
    assert "1040" not in text


def test_a_result_without_rows_shows_its_columns(pool: RenderPool) -> None:
    for viz_type in ("data_table", "column_chart"):
        text = words(pool, chart_spec(viz_type, [MONTH, FLIGHTS], [], title="No rows"))
        assert "no rows" in text
        assert "Month Flights" in text


def test_more_bars_than_one_can_read_are_cut_and_said() -> None:
    rows = [(f"Airport {number}", number) for number in range(200)]
    spec = chart_spec("bar_chart", [ORIGIN, FLIGHTS], rows, title="Many", total_rows=5_000)
    assert len(spec["data"]["values"]) == 60
    assert spec["title"]["subtitle"] == ["first 200 of 5,000 rows · first 60 of 200 bars"]


@pytest.mark.parametrize("viz_type", VIZ_TYPES)
@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ([MONTH, FLIGHTS], MONTHS),
        ([MONTH, ORIGIN, FLIGHTS], [(day, origin, 3) for day, _ in MONTHS[:3] for origin in ("EWR", "JFK")]),
        ([ORIGIN, FLIGHTS, DELAY], [("EWR", 5, None), (None, None, float("nan")), ("", 0, Decimal("1.5"))]),
        ([FLIGHTS], [(5,)]),
        ([Column("At", "datetime", unit="hour"), DELAY], [(datetime(2013, 1, 1, 5), 1.25), (None, -2.0)]),
        ([ORIGIN], [('<b>"x\\',)]),
        ([FLIGHTS], []),
    ],
)
def test_every_kind_of_chart_draws_every_kind_of_result(
    pool: RenderPool, viz_type: str, columns: list[Column], rows: list[tuple[Any, ...]]
) -> None:
    spec = chart_spec(viz_type, columns, rows, title="Title of this chart")
    json.dumps(spec, allow_nan=False)
    assert "Title of this chart" in words(pool, spec)


def test_only_charts_ask_for_more_rows_than_a_table_shows() -> None:
    assert (chart_rows("data_table"), chart_rows("wordcloud"), chart_rows("line_chart")) == (40, 40, 2_000)
