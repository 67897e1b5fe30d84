"""The vendor's three Ruby tutorials run against the emulator, changed only where their reader has to change them."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bireme import Holistics
from bireme_emulator import Emulator
from tests.e2e.vendor_ruby import PAGE, ChangedUnderUs, Replacement, adapted, script_of, snippets_of_get_data


def _ruby_with_http() -> bool:
    if shutil.which("ruby") is None:
        return False
    return subprocess.run(["ruby", "-e", "require 'http'"], capture_output=True, check=False).returncode == 0


needs_page = pytest.mark.skipif(not PAGE.is_file(), reason="the vendors' documents are not beside this checkout")
needs_ruby = pytest.mark.skipif(not _ruby_with_http(), reason="needs Ruby with the http gem (Debian: ruby, ruby-http)")
pytestmark = [pytest.mark.socket, pytest.mark.ruby, needs_page]

# What is common to the two scripts that post: an address and a key of one's own, and gems that are there already.
GEMS = """gemfile do
  source "https://rubygems.org"
  gem "net-http"
end
"""


def common(emulator: Emulator) -> list[Replacement]:
    api = emulator.ready["holistics"]
    return [
        Replacement("https://secure.holistics.io/api/v2", api["url"], 1, "host and scheme"),
        Replacement("mysecretAPIkey", api["key"], 1, "key"),
        Replacement('require "bundler/inline"\n', "", 1, "net/http and json come with Ruby"),
        Replacement(GEMS, "", 1, "net/http and json come with Ruby"),
    ]


def get_data(emulator: Emulator) -> list[Replacement]:
    api = emulator.ready["holistics"]
    authority = api["url"].removeprefix("http://").removesuffix("/api/v2")
    return [
        Replacement('"https://#{host}/api/v2"', '"http://#{host}/api/v2"', 1, "scheme; it is written into the program"),
        Replacement("host: 'secure.holistics.io'", f"host: '{authority}'", 1, "host"),
        Replacement("'your_api_key'", f"'{api['key']}'", 1, "key"),
        Replacement("WIDGET_ID = 1234 ", "WIDGET_ID = 4175 ", 1, "id of the widget"),
    ]


def data_alert(emulator: Emulator) -> list[Replacement]:
    return [
        *common(emulator),
        Replacement('"source_id": 41,', '"source_id": 4176,', 1, "id of the widget"),
        Replacement('"field_name": "id"', '"field_name": "flight"', 1, "name of the field"),
        Replacement('"model_id": 12\n', '"model_id": 101\n', 1, "id of the model"),
        Replacement("[email\xa0protected]", "ops@example.com", 1, "recipient; the page hides addresses"),
        Replacement('"values": ["VN", "SG"]', '"values": ["UA", "B6"]', 1, "values of the first filter"),
        Replacement('"dynamic_filter_id": 1\n', '"dynamic_filter_id": 2336\n', 1, "id of the first filter"),
        Replacement('"Male"', '"2013"', 1, "value of the second filter"),
        Replacement('"dynamic_filter_id": 2\n', '"dynamic_filter_id": 2335\n', 1, "id of the second filter"),
        Replacement("null", "nil", 5, "Ruby has no null"),
    ]


def email_schedule(emulator: Emulator) -> list[Replacement]:
    return [
        *common(emulator),
        Replacement("[email\xa0protected]", "ops@example.com", 1, "recipient; the page hides addresses"),
    ]


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator(clock=datetime(2021, 9, 29, 6, 30, tzinfo=UTC)) as running:
        yield running


def run(program: str, folder: Path) -> str:
    """What the program prints. It must end by itself and well."""
    path = folder / "tutorial.rb"
    path.write_text(program, encoding="utf-8")
    done = subprocess.run(["ruby", str(path)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def client(emulator: Emulator) -> Holistics:
    api = emulator.ready["holistics"]
    return Holistics(api["key"], base_url=api["url"])


@needs_ruby
def test_get_data_prints_the_rows_of_the_widget(page: str, emulator: Emulator, tmp_path: Path) -> None:
    printed = run(adapted(snippets_of_get_data(page), get_data(emulator)), tmp_path)
    progress, data = printed.split("===> job_status: success\n")
    assert "===> job_id: " in progress
    assert "===> status: success" in progress
    rows = [*csv.DictReader(io.StringIO(data))]
    assert len(rows) == 12
    assert sum(int(row["Flights"]) for row in rows) == 336_776
    with client(emulator) as h:
        [*expected] = h.export_widget(4175).iter_rows()
    assert len(expected) == len(rows)


@needs_ruby
def test_data_alert_creates_the_alert_that_the_program_describes(page: str, emulator: Emulator, tmp_path: Path) -> None:
    assert run(adapted(script_of(page, "data_alerts"), data_alert(emulator)), tmp_path) == "201 Created\n"
    with client(emulator) as h:
        [created] = [alert for alert in h.data_alerts.iter() if alert.title == "Tracking number of orders"]
        found = h.data_alerts.with_raw_response.get(created.id).reply.json()["data_alert"]
    assert (found["source_type"], found["source_id"]) == ("DashboardWidget", 4176)
    assert found["schedule"]["repeat"] == "0 7 * * *"
    assert found["schedule"]["paused"] is False
    [condition] = found["viz_conditions"]
    assert (condition["field_path"]["field_name"], condition["field_path"]["model_id"]) == ("flight", 101)
    assert (condition["aggregation"], condition.get("transformation")) == ("count", None)
    assert condition["condition"] == {"operator": "greater_than", "modifier": None, "values": [35000]}
    assert found["dest"]["type"] == "EmailDest"
    assert found["dest"]["recipients"] == ["ops@example.com"]
    presets = {one["dynamic_filter_id"]: one["preset_condition"]["values"] for one in found["dynamic_filter_presets"]}
    assert presets == {2336: ["UA", "B6"], 2335: ["2013"]}


@needs_ruby
def test_the_alert_of_the_program_fires_because_its_condition_holds(
    page: str, emulator: Emulator, tmp_path: Path
) -> None:
    run(adapted(script_of(page, "data_alerts"), data_alert(emulator)), tmp_path)
    with client(emulator) as h:
        [created] = [alert for alert in h.data_alerts.iter() if alert.title == "Tracking number of orders"]
        assert h.run_alert(created.id).wait().status == "success"
    [mail] = emulator.control.outbox()
    assert mail["subject"] == "The number of orders has just exceeded than 35000"
    assert mail["to"] == ["ops@example.com"]


@needs_ruby
def test_email_schedule_creates_a_schedule_that_delivers_every_minute(
    page: str, emulator: Emulator, tmp_path: Path
) -> None:
    assert run(adapted(script_of(page, "data_schedules"), email_schedule(emulator)), tmp_path) == "201 Created\n"
    with client(emulator) as h:
        [created] = [
            one for one in h.data_schedules.iter() if one.source_id == 16076 and one.schedule.repeat == "* * * * *"
        ]
        found = h.data_schedules.with_raw_response.get(created.id).reply.json()["data_schedule"]
    assert (found["source_type"], found["schedule"]["paused"]) == ("Dashboard", False)
    assert found["dest"]["type"] == "EmailDest"
    assert found["dest"]["title"] == "Sale report for {{$today}}"
    assert found["dest"]["recipients"] == ["ops@example.com"]
    emulator.control.clock.advance(120)
    emulator.control.settle()
    assert [mail["subject"] for mail in emulator.control.outbox()] == ["Sale report for 2021-09-29 Wed"] * 2


def test_a_change_of_the_page_is_noticed(page: str) -> None:
    script = script_of(page, "data_alerts")
    with pytest.raises(ChangedUnderUs, match="occurs 5 times, not 4"):
        adapted(script, [Replacement("null", "nil", 4, "Ruby has no null")])
    with pytest.raises(ChangedUnderUs, match="times in the page, not once"):
        script_of(page.replace("/api/v2/data_alerts", "/api/v3/data_alerts"), "data_alerts")
