"""Every API of the emulator keeps to its document, in process, with a fixed seed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from bireme_emulator.kernel.emulation import Emulation
from tests.contract.apis import KEY, control, holistics, holistics_v1, in_process
from tests.contract.suite import PHASES, Report, prepare, run

SEED = 20130701
CHECKS = {
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "positive_data_acceptance",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "use_after_free",
    "ensure_resource_availability",
    "ignored_auth",
    "object_level_authorization",
}


def assert_clean(report: Report) -> None:
    assert not report.failures, "\n\n".join(report.failures)
    assert set(report.checks) == CHECKS
    assert all(report.phases[name].cases and report.phases[name].checks for name in PHASES), report.table()


def test_holistics_keeps_to_its_document_in_all_phases(tmp_path: Path) -> None:
    api = holistics()
    with in_process(tmp_path) as emulation:
        report = run(api, emulation.control, app=emulation.api, cases=12, walks=40, seed=SEED)
    assert_clean(report)
    succeeded = {operation for operation, status in report.statuses if status < 400}
    every = {operation["operationId"] for path in api.document["paths"].values() for operation in path.values()}
    assert succeeded == every
    followed = {name for name, status in report.links if status < 400}
    assert followed <= links_of(api.document)
    assert len(followed) >= 8, followed  # chance decides which; test_contract_links follows all


def test_the_legacy_api_keeps_to_its_document_in_all_phases(tmp_path: Path) -> None:
    api = holistics_v1()
    with in_process(tmp_path) as emulation:
        report = run(api, emulation.control, app=emulation.api, cases=6, walks=20, seed=SEED)
    assert_clean(report)
    succeeded = {operation for operation, status in report.statuses if status < 400}
    every = {operation["operationId"] for path in api.document["paths"].values() for operation in path.values()}
    # The results of a query need the id of a query's own job, which only its link gives for sure (test_contract_links);
    # a user can be removed only from a group that no call before has taken the user from.
    by_chance = {"reports_get_query_results", "reports_get_query_results_by_report", "groups_remove_user"}
    assert every - succeeded <= by_chance


def test_the_control_api_keeps_to_its_document_in_all_phases(tmp_path: Path) -> None:
    with in_process(tmp_path) as emulation:
        report = run(control(), emulation.control, app=emulation.api, cases=8, walks=40, seed=SEED)
    assert_clean(report)
    assert not report.excluded
    succeeded = {operation for operation, status in report.statuses if status < 400}
    assert {"jobs_advance", "jobs_get", "faults_add", "progressions_set", "clock_set", "snapshots_take"} <= succeeded
    assert "keys_create" in succeeded


def test_two_runs_with_one_seed_send_the_same_requests(tmp_path: Path) -> None:
    # hypothesis draws constants from the modules that are loaded, and a first run loads more of them as it goes
    _, first, second = (requests_of_a_run(tmp_path / name) for name in ("warm", "first", "second"))
    assert len(first) > 20
    assert first == second


def test_with_rate_limits_on_each_reply_up_to_the_refusal_and_the_refusal_are_as_documented(tmp_path: Path) -> None:
    with in_process(tmp_path, rate_limits=True) as emulation:
        schema = prepare(holistics(), emulation.control, Counter(), app=emulation.api)
        case = schema["/dashboards/{id}/submit_preload"]["POST"].Case(
            path_parameters={"id": 16076}, headers={"X-Holistics-Key": KEY}
        )
        replies = [case.call() for _ in range(22)]
        for reply in replies:
            case.validate_response(reply)
    assert Counter(reply.status_code for reply in replies) == {200: 20, 429: 2}
    assert replies[-1].headers["retry-after"] == ["60"]


@pytest.mark.parametrize("key", ["", "holistics-demo-nobody-key-0001"])
def test_who_is_not_known_gets_401_even_when_the_rate_is_used_up(tmp_path: Path, key: str) -> None:
    with in_process(tmp_path, rate_limits=True) as emulation:
        emulation.control.rate_limits(levels={"holistics": {1: 0}})
        schema = prepare(holistics(), emulation.control, Counter(), app=emulation.api)
        case = schema["/users/me"]["GET"].Case(headers={"X-Holistics-Key": key})
        reply = case.call()
        case.validate_response(reply)
    assert reply.status_code == 401


def places_of(document: dict) -> dict[str, str]:
    """Method and path by operation id."""
    return {
        operation["operationId"]: f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }


def links_of(document: dict) -> set[str]:
    """The links of a document as schemathesis names them, without the status."""
    places = places_of(document)
    return {
        f"{place} -> {name} -> {places[link['operationId']]}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for place in [places[operation["operationId"]]]
        for reply in operation["responses"].values()
        for name, link in reply.get("links", {}).items()
    }


def requests_of_a_run(folder: Path) -> list[tuple[str, str, str, str]]:
    folder.mkdir()
    with in_process(folder) as emulation:
        run(
            holistics(),
            emulation.control,
            app=emulation.api,
            cases=5,
            walks=1,
            seed=SEED,
            only="dashboards_submit_preload",
        )
        return sent(emulation)


def sent(emulation: Emulation) -> list[tuple[str, str, str, str]]:
    kept = ("method", "path", "query", "body")
    return [tuple(json.dumps(entry[key]) for key in kept) for entry in emulation.control.journal()]  # type: ignore[misc]
