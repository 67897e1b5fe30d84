"""Every link of Cluvio's document leads from a real reply to a call that succeeds, from one server to the other too."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from schemathesis.generation.stateful.state_machine import StepOutput

from bireme_emulator.kernel.emulation import Emulation
from tests.contract.apis import in_process
from tests.contract.apis_cluvio import LOCATIONS, MANAGE_KEY, api_server, data_server
from tests.contract.exclusions_cluvio import CLUVIO_DOCUMENT
from tests.contract.suite import prepare
from tests.contract.test_contract_links import declared, links_of, values_of

# Who asks sends the examples of the document, about the demo's objects; a cursor needs more than that.
BEFORE = {"listSqlAlertResults": ("runSqlAlertQuery", "runSqlAlertQuery")}
ASKED: dict[str, dict[str, Any]] = {"listSqlAlertResults": {"query": {"limit": 1}}}


class Walk:
    """Calls the API server of a location, in a state that is as new for each link."""

    def __init__(self, emulation: Emulation, location: str) -> None:
        self.emulation = emulation
        self.api = api_server(location, emulation.control)
        self.schema = prepare(self.api, emulation.control, Counter(), app=emulation.api)
        emulation.control.snapshot("as new")

    def status_of(self, source: str, link: Any) -> int:
        """The status of the reply to what the link leads to."""
        self.emulation.control.restore("as new")
        output = self.call(source)
        target = link.target.definition.raw["operationId"]
        status: int = self.call(target, **values_of(link, output)).response.status_code
        return status

    def call(self, operation_id: str, **values: Any) -> StepOutput:
        """A reply, checked by the document, to a call with these values; the others are as in the examples."""
        for earlier in BEFORE.get(operation_id, ()):
            self.call(earlier)
        operation = self.schema.find_operation_by_id(operation_id)
        known = {"path_parameters": self._id(operation.path), **_example(operation), **ASKED.get(operation_id, {})}
        case = operation.Case(**{**known, **values}, headers={"Authorization": f"Api {MANAGE_KEY}"})
        reply = case.call()
        self.api.tend(self.emulation.control)
        case.validate_response(reply)
        return StepOutput(response=reply, case=case)

    def _id(self, path: str) -> dict[str, Any]:
        known = self.api.settings["dictionaries"].get(path.split("/")[1])
        return {"id": known["values"][0]} if known and "{id}" in path else {}


def _example(operation: Any) -> dict[str, Any]:
    """The body of a request, where it has one."""
    for media, content in operation.definition.raw.get("requestBody", {}).get("content", {}).items():
        name = next(iter(content["examples"].values()))["$ref"].rpartition("/")[2]
        return {"body": CLUVIO_DOCUMENT["components"]["examples"][name]["value"], "media_type": media}
    return {}


def test_every_link_of_the_api_server_leads_from_a_reply_to_a_call_that_succeeds(tmp_path: Path) -> None:
    with in_process(tmp_path) as emulation:
        walk = Walk(emulation, "eu")
        followed = {
            (source, link.name): walk.status_of(source, link)
            for source in sorted({source for source, _ in declared(walk.schema)})
            for link in links_of(walk.schema, source)
        }
    assert {name: status for name, status in followed.items() if status >= 300} == {}
    assert sorted(followed) == sorted(declared(walk.schema))
    assert len(followed) > 60


@pytest.mark.parametrize("location", LOCATIONS)
@pytest.mark.parametrize("source", ["getExecutionData", "getReportData", "getDatasourceSchema"])
def test_what_is_handed_over_is_fetched_from_the_data_server(tmp_path: Path, location: str, source: str) -> None:
    with in_process(tmp_path) as emulation:
        walk = Walk(emulation, location)
        if source == "getReportData":
            walk.call("refreshReport")
        handed = walk.call(source).response.json()
        api = data_server(location, emulation.control)
        fetched = prepare(api, emulation.control, Counter(), app=emulation.api).find_operation_by_id(_fetching(source))
        headers = {"Authorization": f"Data {handed['data_access_token']}"}
        case = fetched.Case(path_parameters={"dataKey": handed["data_key"]}, headers=headers)
        reply = case.call()
        case.validate_response(reply)
    assert reply.status_code == 200
    assert len(reply.content) > 100


def _fetching(source: str) -> str:
    """The operation that the link `fetch` leads to."""
    operations = (part for item in CLUVIO_DOCUMENT["paths"].values() for part in item.values())
    operation = next(part for part in operations if isinstance(part, dict) and part.get("operationId") == source)
    target: str = operation["responses"]["200"]["links"]["fetch"]["operationId"]
    return target
