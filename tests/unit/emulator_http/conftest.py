"""A toy API of five operations, small enough to see through, and the emulator around it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

import bireme_emulator.server as server
from bireme_emulator.kernel.config import EmulatorConfig
from bireme_emulator.kernel.context import Answer, ApiPlugin, Call, Caller, Fault, Handlers
from bireme_emulator.kernel.emulation import Emulation
from bireme_emulator.kernel.jobs import JobContext

ADMIN = "toy-admin-key-0000000001"
READER = "toy-reader-key-0000000002"
NOON = datetime(2013, 6, 1, 12, tzinfo=UTC)

ERROR = {
    "type": "object",
    "required": ["type", "message"],
    "properties": {"type": {"type": "string"}, "message": {"type": "string"}},
}
ITEM: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
        "name": {"type": "string", "minLength": 1, "maxLength": 40},
        "tags": {"type": "array", "items": {"type": "string"}},
        "due": {"type": "string", "format": "date-time"},
    },
}
WRITE: dict[str, Any] = {"x-permissions": ["write"]}
RATE_HEADERS = {
    name: {"required": True, "schema": {"type": "integer"}}
    for name in ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _operation(id: str, success: dict[str, Any], *errors: int, level: int = 1, **more: Any) -> dict[str, Any]:
    faults = {str(status): {"$ref": "#/components/responses/Error"} for status in (401, 403, 429, 500, *errors)}
    for response in success.values():
        response.setdefault("description", "It worked.")
        response["headers"] = RATE_HEADERS | response.get("headers", {})
    return {
        "operationId": id,
        "tags": ["Toys"],
        "x-rate-limit": {"level": level},
        "responses": success | faults,
        **more,
    }


def bundle() -> dict[str, Any]:
    """The toy's OpenAPI document."""
    item = {"$ref": "#/components/schemas/Item"}
    new_item = {**ITEM, "required": ["name"], "properties": {k: v for k, v in ITEM["properties"].items() if k != "id"}}
    listed = {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": item}}}
    query = [
        {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}},
        {"name": "ids[]", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "deep", "in": "query", "schema": {"type": "boolean"}},
        {"name": "ratio", "in": "query", "schema": {"type": "number", "maximum": 1}},
        {"name": "order", "in": "query", "schema": {"enum": ["asc", "desc"], "type": "string"}},
    ]
    path_id = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
    }
    body = {"required": True, "content": _json(new_item)}
    created = {"201": {"content": _json(item)}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Toys", "version": "1"},
        "servers": [{"url": "/toys/v1"}],
        "security": [{"Key": []}],
        "paths": {
            "/items": {
                "get": _operation("items_list", {"200": {"content": _json(listed)}}, 400, parameters=query),
                "post": _operation("items_create", created, 422, requestBody=body, level=2, **WRITE),
            },
            "/items/{id}": {
                "parameters": [path_id],
                "get": _operation("items_get", {"200": {"content": _json(item)}}, 404),
                "delete": _operation("items_delete", {"204": {}}, 404, **WRITE),
            },
            "/items/latest": {"get": _operation("items_latest", {"200": {"content": _json(item)}}, 404)},
            "/items/{id}/export": {
                "parameters": [path_id],
                "post": _operation(
                    "items_export", {"302": {"headers": {"Location": {"schema": {"type": "string"}}}}}, 404
                ),
            },
        },
        "components": {
            "schemas": {"Item": ITEM, "Error": ERROR},
            "responses": {"Error": {"description": "No.", "content": _json({"$ref": "#/components/schemas/Error"})}},
            "securitySchemes": {"Key": {"type": "apiKey", "in": "header", "name": "X-Toy-Key"}},
        },
    }


def handlers() -> Handlers:
    """The toy's behaviour."""
    made = Handlers()

    @made.operation("items_list")
    def items_list(call: Call) -> Answer:
        wanted = call.query.get("ids[]")
        items = [item for item in call.session.store.list("toys", "item") if not wanted or item["id"] in wanted]
        return Answer(body={"items": items[: call.query["limit"]]})

    @made.operation("items_create")
    def items_create(call: Call) -> Answer:
        id = call.session.store.next_id("toys", "item")
        call.session.store.put("toys", "item", id, {"id": id, **call.body})
        return Answer(201, {"id": id, **call.body})

    @made.operation("items_get")
    async def items_get(call: Call) -> Answer:
        return Answer(body=_found(call))

    @made.operation("items_latest")
    def items_latest(call: Call) -> Answer:
        items = call.session.store.list("toys", "item")
        if not items:
            raise Fault(404, "Missing", "there are no items")
        return Answer(body=items[-1])

    @made.operation("items_delete")
    def items_delete(call: Call) -> Answer:
        _found(call)
        call.session.store.delete("toys", "item", call.path["id"])
        return Answer(204)

    @made.operation("items_export")
    def items_export(call: Call) -> Answer:
        item = _found(call)
        draft = call.session.files.create("item.csv", "text/csv")
        draft.path.write_text(f"id,name\n{item['id']},{item['name']}\n" * 100_000)
        link = call.session.files.sign(call.session.files.publish(draft).id, call.files_url + "/files", 60)
        return Answer(302, headers={"Location": link})

    return made


def _found(call: Call) -> dict[str, Any]:
    item = call.session.store.get("toys", "item", call.path["id"])
    if item is None:
        raise Fault(404, "Missing", f"there is no item {call.path['id']}")
    return item


_CALLERS = {
    ADMIN: Caller({"id": 1}, "admin", frozenset({"write"}), "a"),
    READER: Caller({"id": 2}, "reader", frozenset(), "r"),
}


def _authenticate(headers: Mapping[str, str], session: Any) -> Caller:
    caller = _CALLERS.get(headers.get("x-toy-key", ""))
    if caller is None:
        raise Fault(401, "NoKey", "send a valid key in X-Toy-Key")
    return caller


def _seed(session: Any) -> None:
    for id, name in ((1, "Ball"), (2, "Kite")):
        session.store.put("toys", "item", id, {"id": id, "name": name})


def _build(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    context.log("INFO", "building")
    return {"built": params["what"]}


def _objects(session: Any) -> dict[str, list[dict[str, Any]]]:
    return {"items": [{"id": item["id"], "name": item["name"]} for item in session.store.list("toys", "item")]}


_FAULT_TYPES = {400: "Invalid", 403: "Forbidden", 404: "Missing", 422: "Invalid", 429: "TooFast", 500: "Broken"}


def toy_plugin(**changes: Any) -> ApiPlugin:
    """The toy as a plugin; `changes` replace fields."""
    fields: dict[str, Any] = {
        "name": "toys",
        "bundle": bundle(),
        "mount": "/toys",
        "prefix": "/v1",
        "handlers": handlers(),
        "authenticate": _authenticate,
        "render_fault": lambda fault: {"type": fault.type, "message": fault.message},
        "seed": _seed,
        "job_kinds": {"build": _build},
        "rate_levels": {1: 120, 2: 3},
        "secret_headers": frozenset({"x-toy-key"}),
        "fault_types": {
            400: "Invalid",
            403: "Forbidden",
            404: "Missing",
            422: "Invalid",
            429: "TooFast",
            500: "Broken",
        },
        "ready": lambda root: {"url": f"{root}/v1", "key": ADMIN},
        "objects": _objects,
    }
    return ApiPlugin(**fields | changes)


Make = Callable[..., Emulation]


@pytest.fixture
def plugin_of() -> Callable[..., ApiPlugin]:
    """Makes a toy plugin with some fields replaced."""
    return toy_plugin


@pytest.fixture
def toy_bundle() -> dict[str, Any]:
    """A copy of the toy's document, free to change."""
    return copy.deepcopy(bundle())


@pytest.fixture
def emulate() -> Iterator[Make]:
    """Makes an emulator of the toy without sockets: strict, its clock frozen at noon."""
    made: list[Emulation] = []

    def make(plugin: ApiPlugin | None = None, **settings: Any) -> Emulation:
        config = EmulatorConfig(**{"strict": True, "clock": NOON, **settings})
        made.append(Emulation(config, [plugin or toy_plugin()]))
        return made[-1]

    yield make
    for emulation in made:
        emulation.close()


@pytest.fixture
def toys(emulate: Make) -> Emulation:
    """An emulator of the toy without sockets."""
    return emulate()


AsyncClient = httpx2.AsyncClient


@pytest.fixture
def client_of() -> Callable[..., AsyncClient]:
    """Makes a client of an emulator without sockets; the key is the admin's unless given."""

    def make(emulation: Emulation, key: str | None = ADMIN, session: str | None = None, app: Any = None) -> AsyncClient:
        headers = {} if key is None else {"X-Toy-Key": key}
        if session is not None:
            headers["X-Emulator-Session"] = session
        transport = httpx2.ASGITransport(app=app or emulation.api, raise_app_exceptions=True)
        return AsyncClient(transport=transport, base_url="http://127.0.0.1:8900", headers=headers)

    return make


@pytest.fixture
def client(toys: Emulation, client_of: Callable[..., AsyncClient]) -> AsyncClient:
    """The admin's client of `toys`."""
    return client_of(toys)


@pytest.fixture
def files_client(toys: Emulation) -> AsyncClient:
    """A client of the files listener of `toys`, without any key."""
    return AsyncClient(transport=httpx2.ASGITransport(app=toys.files), base_url="http://127.0.0.1:8901")


@pytest.fixture
def toy_server(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AbstractContextManager[server.Emulator]]:
    """Makes an emulator of the toy on real sockets: strict, its clock frozen at noon."""
    monkeypatch.setattr(server, "emulation_of", lambda config: Emulation(config, [toy_plugin()]))

    def make(**settings: Any) -> server.Emulator:
        return server.Emulator(**{"clock": NOON, **settings})

    return make
