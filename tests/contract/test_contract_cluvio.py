"""Every server of Cluvio keeps to its document, in process, with a fixed seed.

Both locations have the same handlers, so the second is asked less; `make contract` asks both alike.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.contract.apis import in_process
from tests.contract.apis_cluvio import FORMS, TAGS, api_server, data_server
from tests.contract.exclusions_cluvio import CLUVIO_DOCUMENT
from tests.contract.suite import Report, run
from tests.contract.test_contract_apis import SEED, assert_clean


@pytest.mark.parametrize(("location", "cases", "walks"), [("eu", 3, 16), ("us", 1, 4)])
def test_the_api_servers_keep_to_their_document_in_all_phases(
    tmp_path: Path, location: str, cases: int, walks: int
) -> None:
    with in_process(tmp_path) as emulation:
        api = api_server(location, emulation.control)
        report = run(api, emulation.control, app=emulation.api, cases=cases, walks=walks, seed=SEED)
    assert_clean(report)
    if cases > 1:
        # reports go with their dashboard, which may be deleted or locked before; then chance must find one elsewhere
        assert operations_of(api.document) - succeeded(report) <= {"deleteReport"}


@pytest.mark.parametrize("location", ["eu", "us"])
def test_the_data_servers_keep_to_their_document_and_give_what_keys_and_tokens_open(
    tmp_path: Path, location: str
) -> None:
    with in_process(tmp_path) as emulation:
        api = data_server(location, emulation.control)
        report = run(api, emulation.control, app=emulation.api, cases=40, walks=0, seed=SEED)
        given = [entry for entry in emulation.control.journal(operation="getResultData") if entry["status"] == 200]
    assert not report.failures, "\n\n".join(report.failures)
    assert succeeded(report) == {"getResultData", "getSchemaData"}
    assert len({entry["path"] for entry in given}) == len(FORMS)  # JSON, and CSV in two ways


def test_the_suite_asks_for_every_operation_of_both_kinds_of_server() -> None:
    assert set(TAGS) == {tag["name"] for tag in CLUVIO_DOCUMENT["tags"]}
    with_servers = operations_of(api_server("eu").document) | {"getResultData", "getSchemaData"}
    assert with_servers == operations_of(CLUVIO_DOCUMENT)
    assert len(with_servers) == 91


def operations_of(document: dict[str, Any]) -> set[str]:
    return {
        part["operationId"]
        for item in document["paths"].values()
        for part in item.values()
        if isinstance(part, dict) and "operationId" in part
    }


def succeeded(report: Report) -> set[str]:
    return {operation for operation, status in report.statuses if status < 400}
