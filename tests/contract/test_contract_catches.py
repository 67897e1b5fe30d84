"""The contract suite can fail: an API that breaks its document is caught, by the check that is meant to."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.contract.apis import KEY, holistics, in_process
from tests.contract.suite import run

Reply = tuple[int, Any]


class Broken:
    """An application around a sound one: `ask` changes what is asked, `answer` status and JSON of each reply."""

    def __init__(self, app: Any, ask: Callable[[dict], dict], answer: Callable[[int, Any], Reply]) -> None:
        self.app, self.ask, self.answer = app, ask, answer

    async def __call__(self, scope: dict, receive: Callable, send: Callable[[dict], Awaitable[None]]) -> None:
        messages: list[dict] = []

        async def keep(message: dict) -> None:
            messages.append(message)

        await self.app(self.ask(scope) if scope["type"] == "http" else scope, receive, keep)
        if scope["type"] != "http":
            return
        start, body = messages
        status, value = self.answer(start["status"], json.loads(body["body"] or b"null"))
        content = b"" if value is None else json.dumps(value).encode()
        headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
        await send({**start, "status": status, "headers": [*headers, (b"content-length", b"%d" % len(content))]})
        await send({**body, "body": content})


def same(scope: dict) -> dict:
    return scope


def unchanged(status: int, value: Any) -> Reply:
    return status, value


def with_a_key(scope: dict) -> dict:
    headers = [pair for pair in scope["headers"] if pair[0] != b"x-holistics-key"]
    return {**scope, "headers": [*headers, (b"x-holistics-key", KEY.encode())]}


def without_query(scope: dict) -> dict:
    return {**scope, "query_string": b""}


def text_for_a_number(status: int, value: Any) -> Reply:
    if status == 200:
        value["user"]["id"] = str(value["user"]["id"])
    return status, value


def teapot(status: int, value: Any) -> Reply:
    return (418, value) if status == 404 else (status, value)


def crash(status: int, value: Any) -> Reply:
    return (500, {"type": "InternalHolisticsError", "message": "?"}) if status == 400 else (status, value)


@pytest.mark.parametrize(
    ("operation", "ask", "answer", "check"),
    [
        ("users_me", same, text_for_a_number, "response_schema_conformance"),
        ("users_me", with_a_key, unchanged, "ignored_auth"),
        ("jobs_get_logs", same, teapot, "status_code_conformance"),
        ("dashboards_list", without_query, unchanged, "negative_data_rejection"),
        ("dashboards_list", same, crash, "not_a_server_error"),
    ],
    ids=["wrong type", "ignored auth", "undocumented status", "ignored parameters", "crash on bad input"],
)
def test_a_broken_api_is_caught(tmp_path: Path, operation: str, ask: Callable, answer: Callable, check: str) -> None:
    with in_process(tmp_path) as emulation:
        app = Broken(emulation.api, ask, answer)
        report = run(holistics(), emulation.control, app=app, cases=5, walks=0, seed=1, only=operation)
    assert report.failed[check], report.failures
    assert report.failures


def test_the_same_api_unbroken_is_not(tmp_path: Path) -> None:
    with in_process(tmp_path) as emulation:
        app = Broken(emulation.api, same, unchanged)
        report = run(holistics(), emulation.control, app=app, cases=5, walks=0, seed=1, only="users_me")
    assert report.failures == []
    assert report.phases["coverage"].cases > 5
