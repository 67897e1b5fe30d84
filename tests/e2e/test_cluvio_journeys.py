"""What takes several calls at Cluvio, end to end: both kinds of client against the emulator, with its real work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf
import pytest

from bireme import JobFailed, NoCachedData
from tests.unit.clients.cluvio_clients import SOURCE, Here, do, each
from tests.unit.clients.cluvio_clients import cluvio_emulator as cluvio_emulator
from tests.unit.clients.cluvio_clients import here as here
from tests.unit.emulator_state.r_here import NEEDS_R

BOARD, MONTHS, BROKEN = "flgt-oper-0001", "flts-mnth-0001", "brok-nsql-0010"


async def test_a_dashboard_and_a_report_are_pages_and_pictures(here: Here, tmp_path: Path) -> None:
    board = await do(here.c.export_dashboard(BOARD, "pdf"))
    assert await do(board.to_file(tmp_path / "board.pdf")) == tmp_path / "board.pdf"
    text = pypdf.PdfReader(tmp_path / "board.pdf").pages[0].extract_text()
    assert "Flights per month" in text
    assert "336,776" in text
    picture = await do(here.c.export_report(MONTHS, "png"))
    assert (await do(picture.read())).startswith(b"\x89PNG")
    assert len(here.journal("exportDashboardPdf")) == len(here.journal("exportReportPng")) == 1


async def test_the_data_of_a_dashboard_comes_report_by_report_and_a_fault_is_its_reports_own(here: Here) -> None:
    results = dict(await each(here.c.dashboard_data(BOARD)))
    assert len(results) == 10
    assert isinstance(results.pop(BROKEN), JobFailed)
    months = await do(results[MONTHS].to_arrow())
    assert (months.num_rows, sum(months["flights"].to_pylist())) == (12, 336_776)
    started = len(here.journal("getResultData"))
    assert started == 1  # rows are fetched when they are read, and not before
    empty = await do(results["norw-sflt-0009"].to_arrow())
    assert (empty.num_rows, empty.num_columns > 0) == (0, True)


async def test_report_data_is_what_is_cached_and_a_refresh_makes_it(here: Here) -> None:
    with pytest.raises(NoCachedData, match="refresh=True"):
        await do(here.c.report_data(MONTHS))
    fresh = await do(here.c.report_data(MONTHS, refresh=True))
    cached = await do(here.c.report_data(MONTHS))
    assert (await do(cached.to_arrow())).equals(await do(fresh.to_arrow()))
    assert len(here.journal("refreshReport")) == 1


@pytest.mark.parametrize(
    ("filter", "dashboard", "values"),
    [("fltr-orig-0001", None, 3), ("fltr-carr-0001", None, 16), ("fltr-dest-0001", BOARD, 104)],
    ids=["manual", "static", "dynamic"],
)
async def test_options_of_a_drop_down_are_made_when_they_are_needed(
    here: Here, filter: str, dashboard: str | None, values: int
) -> None:
    parameters = None if dashboard is None else {"timerange": "~"}
    found = await do(here.c.filter_options(filter, dashboard, parameters))
    assert len(found.options.values) == len(found.options.value_names) == values
    runs = len(here.journal("refreshDropDownFilterOptions"))
    assert runs == (0 if filter == "fltr-orig-0001" else 1)
    again = await do(here.c.filter_options(filter, dashboard, parameters))
    assert again.options.values == found.options.values
    assert len(here.journal("refreshDropDownFilterOptions")) == runs


async def test_an_alert_and_a_schedule_that_are_asked_for_mail_what_they_found(here: Here) -> None:
    alert = await do(
        here.c.sql_alerts.create(
            name="Late", sql_query="select max(dep_delay) from flights", run_schedule="disabled",
            trigger_condition="greater_than", trigger_value=1000, email_condition="triggered",
            emails="ada@example.com", datasource=SOURCE,
        )
    )  # fmt: skip
    assert (await do(here.c.run_alert(alert.id))).status == "success"
    await do(here.c.trigger_schedule("mond-mail-0001"))
    for job in here.control.jobs.list():
        here.control.jobs.wait(job["id"])
    subjects = [mail["subject"] for mail in here.control.outbox(channel="email")]
    assert len(subjects) == 2
    assert any("Late" in subject for subject in subjects)
    (result,) = await each(here.c.sql_alerts.iter_results(alert.id))
    assert result.result_status == "alert_triggered"


async def test_another_process_goes_on_with_a_wait_by_its_token(here: Here) -> None:
    query: Any = await do(here.c.query(SOURCE, "select 42 as n", wait=False))
    again = here.at("eu").resume(query.resume_token)
    await do(again.wait())
    assert (await do(again.to_arrow()))["n"].to_pylist() == [42]


class TestR:
    pytestmark = NEEDS_R

    async def test_r_makes_another_result_of_that_of_the_sql(self, here: Here) -> None:
        sql = "select carrier, dep_delay from flights where dep_delay is not null limit 5000"
        r = "aggregate(dep_delay ~ carrier, data = sql.data, FUN = length)"
        table = await do((await do(here.c.query(SOURCE, sql, r=r))).to_arrow())
        assert table.column_names == ["carrier", "dep_delay"]
        assert sum(table["dep_delay"].to_pylist()) == 5000
