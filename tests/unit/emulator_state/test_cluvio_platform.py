"""What all operations of the emulated Cluvio API have in common, on a small bundle of four operations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest

from bireme_emulator.cluvio import documents, records
from bireme_emulator.cluvio.access import may_use_datasource
from bireme_emulator.cluvio.plugin import api_server, data_server
from bireme_emulator.cluvio.refusals import invalid
from bireme_emulator.kernel.config import EmulatorConfig
from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.emulation import Emulation
from tests.unit.emulator_state.cluvio_world import MANAGE, START, VIEW, VND_API, Cluvio

FILTER: dict[str, Any] = {
    "type": "object",
    "properties": {
        "variable_name": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
        "control_type": {"type": "string", "enum": ["input", "dropdown"]},
        "created_at": {"type": "string", "readOnly": True},
    },
}
LINK = {"type": "object", "properties": {"id": {"type": "string"}, "type": {"type": "string"}}}
RELATED = {
    "type": "object",
    "properties": {
        "parent_filter": {"type": "object", "properties": {"data": LINK}},
        "sql_snippets": {"type": "object", "readOnly": True},
        "user_groups": {"type": "object", "properties": {"data": {"type": "array", "items": LINK}}},
    },
}


def _errors(*statuses: int) -> dict[str, Any]:
    schema = {"type": "object", "required": ["errors"]}
    return {str(status): {"description": "No.", "content": {VND_API: {"schema": schema}}} for status in statuses}


def _operation(id: str, success: int, media: str = VND_API, **more: Any) -> dict[str, Any]:
    said: dict[str, Any] = {"description": "Yes."}
    if success != 204:
        said["content"] = {media: {"schema": {"type": "object"}}}
    return {"operationId": id, "responses": {str(success): said, **_errors(401, 403, 404, 422)}, **more}


def bundle() -> dict[str, Any]:
    schemas = {"FilterAttributes": FILTER, "FilterRelationships": RELATED}
    parts = {
        "attributes": {"$ref": "#/components/schemas/FilterAttributes"},
        "relationships": {"$ref": "#/components/schemas/FilterRelationships"},
    }
    resource = {"type": "object", "properties": parts}
    document = {"type": "object", "required": ["data"], "properties": {"data": resource}}
    body = {"requestBody": {"required": True, "content": {VND_API: {"schema": document}}}}
    id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    key = {"name": "dataKey", "in": "path", "required": True, "x-spans-segments": True, "schema": {"type": "string"}}
    include = {"name": "include", "in": "query", "schema": {"type": "string"}}
    read = {"x-any-permission": ["view_dashboards", "manage_dashboards"]}
    write = {"x-any-permission": ["manage_dashboards"]}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Some of Cluvio", "version": "1"},
        "security": [{"ApiKey": []}],
        "paths": {
            "/filters": {"post": _operation("createFilter", 201, **body, **write)},
            "/filters/{id}": {
                "parameters": [id],
                "get": _operation("getFilter", 200, parameters=[include], **read),
                "patch": _operation("updateFilter", 200, **body, **write),
            },
            "/data/{dataKey}": {
                "parameters": [key],
                "get": _operation("getResultData", 200, "application/json", **{"x-server": "data"}),
            },
        },
        "components": {"schemas": schemas},
    }


api, data = Handlers(), Handlers()


@api.operation("createFilter")
def create_filter(call: Call) -> Answer:
    attributes = documents.attributes_of(call)
    if "control_type" not in attributes:
        raise invalid("control_type: can't be blank", "value_type: can't be blank")
    return documents.document(
        call, "filters", records.created(call, "filters", attributes, documents.relationships_of(call)), status=201
    )


@api.operation("getFilter")
def get_filter(call: Call) -> Answer:
    record = records.found(call, "filters")
    may_use_datasource(call, record["private"].get("datasource_id"))
    return documents.document(call, "filters", record, call.query.get("include"))


@api.operation("updateFilter")
def update_filter(call: Call) -> Answer:
    record = records.found(call, "filters")
    changes = documents.attributes_of(call), documents.relationships_of(call)
    return documents.document(call, "filters", records.changed(call, "filters", record, *changes))


@data.operation("getResultData")
def get_result_data(call: Call) -> Answer:
    return Answer(body={"key": call.path["dataKey"], "api": call.api})


@pytest.fixture(scope="module")
def emulation() -> Iterator[Emulation]:
    made = [make(bundle(), at, of) for at in ("eu", "us") for make, of in ((api_server, api), (data_server, data))]
    emulation = Emulation(EmulatorConfig(strict=True, clock=START, allowed_hosts=("testserver",)), made)
    yield emulation
    emulation.close()


@pytest.fixture
async def world(
    emulation: Emulation, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Cluvio]:
    monkeypatch.delitem(documents._kinds, "filters")  # those of this file have nothing computed or hidden
    session = f"t{abs(hash(request.node.nodeid))}"
    transport = httpx2.ASGITransport(app=emulation.api, raise_app_exceptions=True)
    async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
        yield Cluvio(emulation, session, client)
    emulation.control.delete_session(session)


async def made(world: Cluvio, **attributes: Any) -> str:
    document = world.data(variable_name="carrier", control_type="input", **attributes)
    id: str = (await world.post("/filters", document, 201))["data"]["id"]
    return id


async def test_a_created_object_gets_an_id_of_the_vendors_form_and_is_read_back(world: Cluvio) -> None:
    id = await made(world)
    groups = id.split("-")
    assert [len(group) for group in groups] == [4, 4, 4]
    assert "".join(groups).isalnum()
    shown = await world.get(f"/filters/{id}")
    assert shown["data"]["attributes"] == {"variable_name": "carrier", "control_type": "input"}
    assert shown["data"]["type"] == "filters"
    assert "included" not in shown


async def test_equal_states_draw_equal_ids(world: Cluvio) -> None:
    first = await made(world)
    world.control.reset()
    assert await made(world) == first
    assert await made(world) != first


@pytest.mark.parametrize(
    ("header", "says"),
    [
        (None, "missing"),
        ("", "missing"),
        (MANAGE, "takes an API key"),
        (f"Bearer {MANAGE}", "takes an API key"),
        (f"Data {MANAGE}", "takes an API key"),
        ("Api", "takes an API key"),
        ("Api two words", "takes an API key"),
        ("Api nobody-has-this-key", "not known"),
    ],
)
async def test_whoever_does_not_send_a_known_key_as_the_scheme_api_gets_401(
    world: Cluvio, header: str | None, says: str
) -> None:
    world.credential = header or ""
    status, detail = await world.refused("GET", "/filters/none")
    assert status == 401
    assert says in detail


async def test_a_disabled_key_is_refused_until_it_is_enabled_again(world: Cluvio) -> None:
    off = world.key("view_dashboards", name="off", enabled=False)
    assert (await off.refused("GET", "/filters/none"))[0] == 401
    on = world.key("view_dashboards", name="off", enabled=True)
    assert on.credential == off.credential
    assert (await on.refused("GET", "/filters/none"))[0] == 404


async def test_a_key_opens_its_own_location_and_server_only(world: Cluvio) -> None:
    only_eu = world.key("manage_dashboards")
    assert (await only_eu.refused("GET", "/filters/none"))[0] == 404
    for other in (only_eu.at("us"), only_eu.server("data"), only_eu.at("us").server("data")):
        path = "/data/a/b" if other.kind == "data" else "/filters/none"
        assert (await other.refused("GET", path))[0] == 401
    entries = world.control.journal(status=401)
    assert {entry["verdict"] for entry in entries} == {"refused"}
    assert len(entries) == 3
    assert only_eu.credential.split()[1] not in str(entries)


async def test_without_any_of_the_permissions_an_operation_is_refused(world: Cluvio) -> None:
    document = world.data(variable_name="x", control_type="input")
    status, detail = await world.with_key(VIEW).refused("POST", "/filters", json=document)
    assert status == 403
    assert "manage_dashboards" in detail
    assert (await world.key("manage_users").refused("GET", "/filters/none"))[0] == 403


async def test_a_manage_permission_includes_viewing_the_same(world: Cluvio) -> None:
    assert (await world.key("manage_dashboards").refused("GET", "/filters/none"))[0] == 404


def test_a_view_key_takes_no_manage_permission(emulation: Emulation) -> None:
    with pytest.raises(ValueError, match="a view key takes no manage_users"):
        Cluvio(emulation, "default", None).key("manage_users", type="view")  # type: ignore[arg-type]


async def test_keys_are_made_by_the_control_api(world: Cluvio) -> None:
    given = {"api": "cluvio_eu", "type": "view", "permissions": ["view_dashboards"], "name": "Made"}
    session = {"X-Emulator-Session": world.session_name}
    client = world.client
    reply = await client.post("/_emulator/keys", json=given, headers=session)
    assert reply.status_code == 201
    assert (await world.with_key(reply.json()["secret"]).refused("GET", "/filters/none"))[0] == 404
    for status, changes in (
        (400, {"permissions": ["manage_dashboards"]}),
        (404, {"permissions": ["view_everything"]}),
        (404, {"api": "cluvio_eu_data"}),
    ):
        assert (await client.post("/_emulator/keys", json=given | changes, headers=session)).status_code == status
    secret = world.control.make_key("cluvio_us", "manage", ["manage_dashboards"], secret="a-secret-of-my-own")
    assert (await world.at("us").with_key(secret).refused("GET", "/filters/none"))[0] == 404
    assert (await world.with_key(secret).refused("GET", "/filters/none"))[0] == 401


async def test_a_key_narrowed_to_datasources_is_refused_elsewhere(world: Cluvio) -> None:
    id = await made(world)
    record = world.session.store.get(world.api, "filters", id)
    assert record is not None
    world.session.store.put(world.api, "filters", id, {**record, "private": {"datasource_id": "b"}})
    assert (await world.key("view_dashboards", datasource_ids=["a"]).refused("GET", f"/filters/{id}"))[0] == 403
    assert (
        await world.key("view_dashboards", datasource_ids=["a", "b"], name="both").call("GET", f"/filters/{id}")
    ).status_code == 200


async def test_errors_are_objects_whose_code_is_the_status_as_a_string(world: Cluvio) -> None:
    reply = await world.call("POST", "/filters", json=world.data(variable_name="x"))
    assert reply.status_code == 422
    assert reply.headers["content-type"] == VND_API
    details = ["control_type: can't be blank", "value_type: can't be blank"]
    assert reply.json() == {"errors": [{"code": "422", "detail": detail} for detail in details]}
    assert (await world.refused("GET", "/nowhere"))[0] == 404
    assert (await world.refused("DELETE", "/filters/x"))[0] == 405


@pytest.mark.parametrize("media", [VND_API, "application/json", "application/json; charset=utf-8"])
async def test_a_body_is_taken_as_either_media_type(world: Cluvio, media: str) -> None:
    document = world.data(variable_name="x", control_type="input")
    reply = await world.call("POST", "/filters", json=document, headers={"Content-Type": media})
    assert reply.status_code == 201
    assert reply.headers["content-type"] == VND_API


async def test_put_stands_for_patch(world: Cluvio) -> None:
    id = await made(world)
    for method, name in (("PUT", "put"), ("PATCH", "patched")):
        reply = await world.call(method, f"/filters/{id}", json=world.data(variable_name=name))
        assert reply.status_code == 200
        assert reply.json()["data"]["attributes"] == {"variable_name": name, "control_type": "input"}


async def test_what_is_unknown_or_read_only_is_ignored_and_what_is_documented_is_checked(world: Cluvio) -> None:
    id = await made(world, created_at="2000-01-01T00:00:00Z", colour="red")
    attributes = (await world.get(f"/filters/{id}"))["data"]["attributes"]
    assert set(attributes) == {"variable_name", "control_type"}
    status, detail = await world.refused("PATCH", f"/filters/{id}", json=world.data(control_type="slider"))
    assert status == 422
    assert "control_type" in detail


async def test_type_and_id_of_a_request_document_are_optional_and_must_fit(world: Cluvio) -> None:
    id = await made(world)
    document = {"data": {"type": "filters", "id": id, "attributes": {"variable_name": "same"}}}
    assert (await world.call("PATCH", f"/filters/{id}", json=document)).status_code == 200
    document["data"]["id"] = "other"
    assert (await world.refused("PATCH", f"/filters/{id}", json=document))[0] == 422


async def test_relationships_are_links_by_type_and_to_what_exists(world: Cluvio) -> None:
    parent = await made(world)
    link = {"data": {"id": parent, "type": "filters"}}
    linked = {"parent_filter": link, "sql_snippets": {"data": []}}
    document = world.data(linked, variable_name="x", control_type="input")
    child = (await world.post("/filters", document, 201))["data"]
    assert child["relationships"] == {"parent_filter": link}
    for data, says in (
        ({"id": "none", "type": "filters"}, "there is no filters none"),
        ({"type": "filters"}, "there is no filters without an id; give one"),
        ({"id": parent, "type": "users"}, "it takes filters, not users"),
    ):
        wrong = world.data({"parent_filter": {"data": data}}, control_type="input")
        status, detail = await world.refused("PATCH", f"/filters/{child['id']}", json=wrong)
        assert status == 422
        assert says in detail


async def test_include_brings_the_full_objects_that_a_relationship_leads_to(world: Cluvio) -> None:
    parent = await made(world)
    linked = {"parent_filter": {"data": {"id": parent, "type": "filters"}}}
    child = (await world.post("/filters", world.data(linked, control_type="input"), 201))["data"]["id"]
    shown = await world.get(f"/filters/{child}", include="parent_filter")
    assert shown["included"] == [(await world.get(f"/filters/{parent}"))["data"]]
    assert (await world.refused("GET", f"/filters/{child}?include=nothing"))[0] == 422


def test_sharing_links_are_wrapped_twice() -> None:
    link = {"id": "a", "type": "dashboard_sharing_links"}
    assert documents._linkage("dashboard_sharing_links", ["a"]) == {"data": [{"data": link}]}


def test_the_ready_line_names_every_server_of_both_locations(emulation: Emulation) -> None:
    base = "http://127.0.0.1:8900/cluvio"
    servers = {at: {kind: f"{base}/{at}/{kind}" for kind in ("api", "data")} for at in ("eu", "us")}
    assert emulation.ready["cluvio"] == {**servers, "key": MANAGE}


async def test_mounted_at_the_root_a_location_has_both_servers_there() -> None:
    made = [make(bundle(), at, of) for at in ("eu", "us") for make, of in ((api_server, api), (data_server, data))]
    emulation = Emulation(EmulatorConfig(strict=True, clock=START, mount="cluvio_us"), made)
    try:
        assert emulation.ready["cluvio"]["us"] == {"api": "http://127.0.0.1:8900", "data": "http://127.0.0.1:8900"}
        assert emulation.ready["cluvio"]["eu"]["api"] == "http://127.0.0.1:8900/cluvio/eu/api"
        transport = httpx2.ASGITransport(app=emulation.api)
        async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:8900") as client:
            reply = await client.get("/filters/x", headers={"Authorization": f"Api {MANAGE}"})
            assert reply.status_code == 404
            assert "filter x" in reply.text
            reply = await client.get("/data/a/b", headers={"Authorization": f"Api {MANAGE}"})
            assert reply.status_code == 401
            assert "data access token" in reply.text
    finally:
        emulation.close()
