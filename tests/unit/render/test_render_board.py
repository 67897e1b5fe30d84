"""Several charts on one page: all of them are there, each with a scale of colours of its own."""

from __future__ import annotations

import io
from datetime import date

import pypdf

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render import RenderPool, board_spec, chart_spec

MONTHS = [Column("Month", "date", unit="month"), Column("Flights", "number", role="measure")]
SERIES = [Column("Month", "date", unit="month"), Column("Origin", "text"), Column("Delay", "number", role="measure")]


def test_a_page_has_its_title_and_every_chart_with_its_own() -> None:
    columns = chart_spec(
        "column_chart", MONTHS, [(date(2013, 1, 1), 5), (date(2013, 2, 1), 7)], title="Flights per month"
    )
    lines = chart_spec(
        "line_chart", SERIES, [(date(2013, 1, 1), "EWR", 5), (date(2013, 2, 1), "JFK", 7)], title="Delay"
    )
    table = chart_spec("data_table", MONTHS, [(date(2013, 1, 1), 5)], title="As a table", subtitle="Airport: is EWR")
    spec = board_spec([columns, lines, table], title="All about flights", subtitle="2013")
    with RenderPool() as pool:
        pages = pypdf.PdfReader(io.BytesIO(pool.pdf(spec))).pages
        picture = pool.png(spec)
    assert len(pages) == 1
    text = pages[0].extract_text()
    for words in ("All about flights", "2013", "Flights per month", "Delay", "As a table", "Airport: is EWR", "EWR"):
        assert words in text
    assert picture.startswith(b"\x89PNG")
