"""The spec of Cluvio says what the fact sheet says: operations, servers, permissions, statuses, jobs, periods."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.bundle import bundle
from generator.load import load
from generator.rules.frame import Operation, Spec

ROOT = Path(__file__).parents[3]
TABLE = ROOT.parent / "shared" / "reference" / "cluvio.operations.json"
STARTS_AN_EXECUTION = {
    "runExecution", "refreshDatasource", "refreshReport", "refreshDropDownFilterOptions", "runSqlAlertQuery",
}  # fmt: skip
STARTS_AN_EXPORT = {
    "exportDashboardPdf", "exportDashboardPng", "exportReportPdf", "exportReportPng", "exportReportCsv",
}  # fmt: skip
READS_BY_POST = {
    "testDatasourceConnection", "pollDashboardStatus", "getReportData", "getDropDownFilterOptions",
    "createDashboardBackup",
}  # fmt: skip


@pytest.fixture(scope="module")
def spec() -> Spec:
    return Spec(bundle(load(ROOT / "specs" / "cluvio")))


@pytest.fixture(scope="module")
def table() -> list[dict[str, Any]]:
    if not TABLE.is_file():
        pytest.skip("the table of operations is not beside this checkout")
    rows: list[dict[str, Any]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return rows


def good(operation: Operation) -> set[str]:
    return {status for status in operation.responses if status.startswith("2")}


def test_method_path_success_and_permissions_are_those_of_the_table(spec: Spec, table: list[dict[str, Any]]) -> None:
    assert [row["operationId"] for row in table if row["operationId"] not in spec.by_id] == []
    assert len(table) == len(spec.by_id) == 91
    for row in table:
        operation = spec.by_id[row["operationId"]]
        assert (operation.method.upper(), operation.path) == (row["method"], row["path"])
        assert good(operation) == set(row["success"].split(" or "))
        named = [name.lower().replace(" ", "_") for name in row["permissions"] if not name.startswith("(")]
        assert operation.value.get("x-any-permission", ["data_access_token"]) == named
        seen = "public-reference" if row["confidence"] == "seen" else "inferred"
        assert operation.value["x-path-evidence"]["evidence"] == seen


def test_there_are_servers_of_two_kinds_in_two_locations(spec: Spec) -> None:
    servers = {(server["x-region"], server["x-server"]): server["url"] for server in spec.document["servers"]}
    assert servers == {
        (region, kind): f"https://{kind}.{region}.cluvio.com" for region in ("eu", "us") for kind in ("api", "data")
    }
    on_data = {name for name, operation in spec.by_id.items() if operation.value.get("x-server") == "data"}
    assert on_data == {"getResultData", "getSchemaData"}
    for name in on_data:
        assert spec.by_id[name].value["security"] == [{"DataAccessToken": []}]
        assert {server["url"] for server in spec.by_id[name].value["servers"]} == {
            url for (_, kind), url in servers.items() if kind == "data"
        }


def test_the_data_key_is_a_path_that_is_sent_as_it_is(spec: Spec) -> None:
    for name in ("getResultData", "getSchemaData"):
        (parameter,) = spec.by_id[name].parameters
        assert (parameter.value["name"], parameter.value["x-spans-segments"]) == ("dataKey", True)


def test_three_operations_answer_204_in_place_of_a_body(spec: Spec) -> None:
    either = {name for name, operation in spec.by_id.items() if {"200", "204"} <= good(operation)}
    assert either == {"getExecutionData", "getReportData", "refreshDropDownFilterOptions"}
    assert [name for name in either if "204" in spec.by_id[name].value["x-status-evidence"]] == []


def test_only_what_reads_may_be_sent_twice(spec: Spec) -> None:
    safe = {name for name, operation in spec.by_id.items() if operation.value["x-retry"] == "safe"}
    assert safe == {name for name, operation in spec.by_id.items() if operation.method == "get"} | READS_BY_POST


def test_every_way_to_start_an_execution_or_an_export_is_a_job(spec: Spec) -> None:
    jobs = {name: operation.value.get("x-async-job") for name, operation in spec.by_id.items()}
    assert {name for name, job in jobs.items() if job} == STARTS_AN_EXECUTION | STARTS_AN_EXPORT
    for name in STARTS_AN_EXECUTION:
        job = jobs[name] or {}
        assert job["poll"] == "getExecution"
        assert job["waiting"] == ["starting", "running", "waiting", "scheduled"]
        assert job["failure"] == ["query_error", "timed_out", "internal_error", "internal_timeout"]
    assert {(jobs[name] or {})["poll"] for name in STARTS_AN_EXPORT} == {"getExportJob"}


def test_periods_are_those_of_the_fact_sheet(spec: Spec) -> None:
    seconds = {name: period["seconds"] for name, period in spec.document["x-periods"].items()}
    assert seconds["execution"] == seconds["execution_data"] == seconds["dynamic_filter_options"] == 24 * 3600
    assert seconds["csv_export"] == 10 * 60
    assert seconds["alert_results"] == 30 * 24 * 3600
    assert seconds["status_check_delay"] == 60
    assert 60 <= seconds["data_access_token"] <= 3600
    documented = {name for name, period in spec.document["x-periods"].items() if period["evidence"] == "documented"}
    assert {"data_access_token", "export_file_url", "status_check_delay"}.isdisjoint(documented)


def test_requests_hold_no_field_that_is_read_only(spec: Spec) -> None:
    schemas = spec.document["components"]["schemas"]
    checked = 0
    for name, schema in schemas.items():
        kind = next((kind for kind in ("Creation", "Update") if name.endswith(f"{kind}Attributes")), None)
        if kind is None:
            continue
        shown = schemas[name.replace(kind, "")]["properties"]
        fixed = {field for field, value in shown.items() if value.get("readOnly")}
        # A report's size is chosen when it is created, and fixed from then on.
        allowed = {"width", "height"} if name == "ReportCreationAttributes" else set()
        assert fixed & set(schema["properties"]) == allowed
        hidden = set(schema["properties"]) - set(shown)
        assert hidden == ({"values", "value_names"} if name.startswith("Filter") else set())
        assert all(schema["properties"][field].get("writeOnly") for field in hidden)
        checked += 1
    assert checked == 21
