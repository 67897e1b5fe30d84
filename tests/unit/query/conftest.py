"""The demo workspace, its engine and a way to run a widget under filter conditions."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bireme_emulator.holistics.conditions import resolve_conditions
from bireme_emulator.holistics.semantics import Catalog, compile_report
from bireme_emulator.kernel.query import Compiled, Engine
from bireme_emulator.workspace import Workspace, load_workspace

NOW = datetime(2013, 11, 22, 15, 0, tzinfo=UTC)  # 10:00 in New York
Rows = list[dict[str, str]]
RunWidget = Callable[..., Rows]


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return load_workspace("demo")


@pytest.fixture(scope="session")
def engine(workspace: Workspace) -> Iterator[Engine]:
    engine = Engine(workspace.data)
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def catalog(workspace: Workspace) -> Catalog:
    return Catalog(workspace.objects["data_models"], workspace.objects["data_sets"])


@pytest.fixture(scope="session")
def compile_widget(workspace: Workspace, catalog: Catalog) -> Callable[..., Compiled]:
    """Compile a widget of the demo under submitted filter conditions."""
    objects = {kind: {item["id"]: item for item in items} for kind, items in workspace.objects.items()}

    def compile_(
        widget_id: int,
        *submitted: tuple[Any, ...],
        now: datetime = NOW,
        timezone: str = "America/New_York",
        attributes: Mapping[str, Sequence[str]] | None = None,
    ) -> Compiled:
        widget = objects["dashboard_widgets"][widget_id]
        dashboard = objects["dashboards"][widget["_dashboard_id"]]
        bodies = [
            {"dynamic_filter_id": key, "condition": {"operator": operator, "values": values, "modifier": modifier}}
            for key, operator, values, modifier in (item if len(item) == 4 else (*item, None) for item in submitted)
        ]
        conditions = resolve_conditions(dashboard, widget_id, bodies, attributes=attributes)
        report = objects["query_reports"][widget["source_id"]]
        return compile_report(catalog, report, conditions, now=now, timezone=timezone)

    return compile_


@pytest.fixture
def run_widget(engine: Engine, compile_widget: Callable[..., Compiled], tmp_path: Path) -> RunWidget:
    """Export a widget as CSV and return its rows as a person reads them."""

    def run(widget_id: int, *submitted: tuple[Any, ...], **options: Any) -> Rows:
        path = tmp_path / "widget.csv"
        count = engine.write_csv(compile_widget(widget_id, *submitted, **options), path)
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == count
        return rows

    return run
