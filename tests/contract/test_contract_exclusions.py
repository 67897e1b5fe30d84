"""Each exclusion is a reply that the API really gives to a request that its document calls valid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from schemathesis.core import NOT_SET

from bireme_emulator.kernel.emulation import Emulation
from tests.contract.apis import Api, holistics, holistics_v1, in_process
from tests.contract.apis_cluvio import api_server
from tests.contract.exclusions import Ask, Exclusion, excused, statements
from tests.contract.exclusions_cluvio import ALIAS
from tests.contract.exclusions_holistics_v1 import ANY_FILTER, WRONG_KEY
from tests.contract.suite import prepare

HERE = {
    "report_id": 12345, "format": "csv", "job_id": 1, "data_import_id": 5101, "data_transform_id": 5201,
    "data_source_id": 1, "group_id": 1, "user_id": 1, "email_schedule_id": 5301,
}  # fmt: skip
APIS = {api.name: api for api in (holistics(), holistics_v1(), api_server("eu"))}


class Asking:
    """Sends requests to an API in process, each in a session that is as new."""

    def __init__(self, api: Api, emulation: Emulation) -> None:
        self.api, self.emulation = api, emulation
        self.schema = prepare(api, emulation.control, Counter(), app=emulation.api)

    def reply_to(self, ask: Ask, key: dict[str, str] | None = None) -> Any:
        """The reply to the last request of an ask; who sends a `key` that is wrong need not send anything sensible."""
        control = self.emulation.control
        control.reset()
        control.jobs.set_progression("dashboard_preload", "manual")
        for kind in ask.held:
            control.jobs.set_progression(kind, "manual")
        for one in (*ask.before, ask):
            reply = self._send(one, key)
            if not ask.held:
                self.api.tend(control)
        return reply

    def _send(self, ask: Ask, key: dict[str, str] | None) -> Any:
        operation = self.schema.find_operation_by_id(ask.operation)
        if key is None:
            self.check(ask)
        content: dict[str, Any] = {}
        if ask.body is not None:
            taken = operation.definition.raw.get("requestBody", {}).get("content", {"application/json": {}})
            content = {"body": ask.body, "media_type": next(iter(taken))}
        values = {"path_parameters": ask.path, "query": ask.query, "body": NOT_SET, **content}
        return operation.Case(**values, headers=key or self.api.settings["headers"]).call()

    def check(self, ask: Ask) -> None:
        """The document takes the body, and the places that it asks for are filled."""
        raw = self.schema.find_operation_by_id(ask.operation).definition.raw
        body = raw.get("requestBody")
        if ask.body is None:
            assert not (body or {}).get("required"), ask
            return
        root = {"components": self.api.document["components"], **next(iter(body["content"].values()))["schema"]}
        Draft202012Validator(root).validate(ask.body)


@pytest.fixture(params=APIS)
def asking(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Asking]:
    with in_process(tmp_path) as emulation:
        yield Asking(APIS[request.param], emulation)


def test_every_operation_and_wording_of_an_exclusion_is_a_reply_to_a_valid_request(asking: Asking) -> None:
    missing = []
    for exclusion in asking.api.exclusions:
        if exclusion.of_check:
            continue
        operations, wordings = set(), set()
        for ask in exclusion.asks:
            reply = asking.reply_to(ask)
            said = statements(reply.content)
            found = {exclusion.wording(ask.operation, reply.status_code, each) for each in said} - {None}
            if not found:
                missing.append(f"{ask} is not refused so: {reply.status_code} {said}")
            operations.add(ask.operation)
            wordings |= found
        lacking = [*(set(exclusion.operations) - operations), *(set(exclusion.messages) - wordings)]
        missing += [f"nothing shows {each!r}" for each in lacking]
    assert not missing, "\n".join(missing)


def test_the_exclusions_by_what_a_check_says_are_habits_that_the_legacy_api_really_has(tmp_path: Path) -> None:
    legacy = APIS["holistics_v1"]
    assert [each for api in APIS.values() for each in api.exclusions if each.of_check] == [WRONG_KEY, ANY_FILTER, ALIAS]
    with in_process(tmp_path) as emulation:
        asking = Asking(legacy, emulation)
        replies = [
            asking.reply_to(Ask(name, dict(HERE)), key={"X-Holistics-Key": "wrong"}) for name in WRONG_KEY.operations
        ]
        assert {reply.status_code for reply in replies} == {422}
        assert len(replies) == len(WRONG_KEY.operations) > 30
        assert {ask.operation for ask in ANY_FILTER.asks} == set(ANY_FILTER.operations)
        assert {asking.reply_to(ask).status_code for ask in ANY_FILTER.asks} == {200}


def test_put_stands_for_patch_wherever_cluvio_has_one(tmp_path: Path) -> None:
    with in_process(tmp_path) as emulation:
        asking = Asking(APIS["cluvio_eu"], emulation)
        tested = {part["operationId"] for item in asking.api.document["paths"].values() for part in item.values()}
        assert {*ALIAS.operations} & tested
        for path, item in asking.api.document["paths"].items():
            case = asking.schema[path][next(iter(item)).upper()].Case(path_parameters={"id": "none"})
            reply = case.call(method="PUT", headers=asking.api.settings["headers"])
            assert (reply.status_code == 405) == ({*item}.isdisjoint({"patch", "put"})), path


def test_a_refusal_is_excused_only_when_all_that_it_says_is_known() -> None:
    known = Exclusion(("keep",), 422, (r"id: is \d+", r"dest: .* is no chart"), "state", ())
    checks = ("positive_data_acceptance",)

    def excuses(content: str, status: int = 422, operation: str = "keep", check: tuple[str, ...] = checks) -> bool:
        return bool(excused([known], check, operation, status, "", content.encode()))

    assert excuses('{"record": {"id": ["is 1"], "dest": ["9 is no chart"]}}')
    assert excuses('{"errors": ["id: is 1"]}')
    assert excuses('{"errors": [{"code": "422", "detail": "id: is 1"}]}')
    assert not excuses('{"errors": [{"code": "422", "detail": "id: is 1"}, {"code": "422", "detail": "no"}]}')
    assert excuses("id: is 1")
    assert not excuses('{"record": {"id": ["is 1"], "title": ["is bad"]}}')
    assert not excuses('{"message": "id: is 1, and more"}')
    assert not excuses('{"message": "id: is 1"}', status=400)
    assert not excuses('{"message": "id: is 1"}', operation="read")
    assert not excuses('{"message": "id: is 1"}', check=("not_a_server_error",))
    assert not excused([replace(known, of_check=True)], checks, "keep", 422, "", b"id: is 1")
    assert not excused([], checks, "keep", 422, "", b"[]")
