"""Vendors with several servers: operations by server, one state for two of them, and the looser ways of requests."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.kernel.config import EmulatorConfig, EmulatorError
from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.emulation import Emulation
from bireme_emulator.kernel.router import Router

ITEMS = "/toys/v1/items"
VND = "application/vnd.toys+json"


def two_servers(plugin_of: Any, toy_bundle: dict[str, Any], **of_data: Any) -> list[Any]:
    """The toy, and a data server beside it that serves one more operation of the same bundle."""
    document = copy.deepcopy(toy_bundle)
    key = {"name": "key", "in": "path", "required": True, "x-spans-segments": True, "schema": {"type": "string"}}
    operation = copy.deepcopy(document["paths"]["/items/latest"]["get"])
    operation |= {"operationId": "data_get", "x-server": "data", "parameters": [key]}
    operation["responses"]["200"] = {"description": "It.", "content": {"application/json": {"schema": {}}}}
    document["paths"]["/data/{key}"] = {"get": operation}
    handlers = Handlers()

    @handlers.operation("data_get")
    def data_get(call: Call) -> Answer:
        items = len(call.session.store.list(call.api, "item"))
        return Answer(body={"key": call.path["key"], "api": call.api, "items": items})

    data = {"name": "toys_data", "mount": "/toydata", "prefix": "", "handlers": handlers, "seed": lambda session: None}
    data |= {"server": "data", "state": "toys", "ready": lambda root: {"data": {"url": root}}, "job_kinds": {}}
    first = plugin_of(bundle=document, server="api", ready=lambda root: {"data": {"key": "k"}, "url": root})
    return [first, plugin_of(**{"bundle": document, "rate_levels": {}, **data, **of_data})]


@pytest.fixture
def started(plugin_of: Any, toy_bundle: Any) -> Any:
    made: list[Emulation] = []

    def start(plugins: list[Any] | None = None, **settings: Any) -> Emulation:
        config = EmulatorConfig(**settings)
        made.append(Emulation(config, plugins or two_servers(plugin_of, toy_bundle)))
        return made[-1]

    yield start
    for emulation in made:
        emulation.close()


async def test_each_server_has_its_own_operations_and_both_one_state(started: Any, client_of: Any) -> None:
    client = client_of(started())
    assert (await client.get(f"{ITEMS}/2")).status_code == 200
    await client.post(ITEMS, json={"name": "Top"})
    assert (await client.get("/toydata/data/a")).json() == {"key": "a", "api": "toys", "items": 3}
    assert (await client.get("/toydata/items/2")).status_code == 404
    assert (await client.get("/toys/v1/data/a")).status_code == 404


def test_a_handler_missing_is_an_error_of_the_server_that_lacks_it(
    started: Any, plugin_of: Any, toy_bundle: Any
) -> None:
    with pytest.raises(EmulatorError, match="API toys_data: operation data_get has no handler"):
        started(two_servers(plugin_of, toy_bundle, handlers=Handlers()))


def test_entries_of_the_ready_line_are_merged_to_the_bottom(started: Any) -> None:
    ready = started().ready
    base = "http://127.0.0.1:8900"
    assert ready["toys"] == {"data": {"key": "k", "url": f"{base}/toydata"}, "url": f"{base}/toys"}


async def test_servers_of_one_mount_are_at_the_root_together(
    started: Any, plugin_of: Any, toy_bundle: Any, client_of: Any
) -> None:
    emulation = started(two_servers(plugin_of, toy_bundle, mounted_as="toys"), mount="toys")
    assert emulation.ready["toys"]["data"]["url"] == "http://127.0.0.1:8900"
    client = client_of(emulation)
    assert (await client.get("/v1/items/2")).status_code == 200
    assert (await client.get("/data/a/b")).json()["key"] == "a/b"
    assert (await client.get("/neither")).status_code == 404
    with pytest.raises(EmulatorError, match=r"there is no such API; give one of toys\Z"):
        started(two_servers(plugin_of, toy_bundle, mounted_as="toys"), mount="toys_data")


@pytest.mark.parametrize("key", ["a", "a/b", "2024/x=1/c.json", "a//b", "a%2Fb", "a%20b/", "latest"])
async def test_a_parameter_that_spans_segments_is_taken_as_it_was_sent(started: Any, client_of: Any, key: str) -> None:
    assert (await client_of(started()).get(f"/toydata/data/{key}")).json()["key"] == key


@given(st.text(st.characters(codec="ascii", exclude_characters="?#", min_codepoint=33), min_size=1))
def test_the_rest_of_a_path_is_never_changed(rest: str) -> None:
    router = Router[str]()
    router.add("GET", "/data/{key}", "get", frozenset({"key"}))
    router.add("GET", "/data/fixed", "fixed")
    found = router.find(f"/data/{rest}")
    if rest.startswith("/"):
        assert found is None
    else:
        assert found is not None
        assert found[1] == ([] if rest == "fixed" else [rest])


def test_nothing_may_follow_a_parameter_that_spans_segments() -> None:
    router = Router[str]()
    with pytest.raises(EmulatorError, match="nothing may follow"):
        router.add("GET", "/data/{key}/more", "get", frozenset({"key"}))
    router.add("GET", "/data/{key}", "get", frozenset({"key"}))
    with pytest.raises(EmulatorError, match="nothing may follow"):
        router.add("GET", "/data/{other}", "other", frozenset({"other"}))


async def test_any_one_of_several_permissions_is_enough(
    emulate: Any, plugin_of: Any, toy_bundle: Any, client_of: Any
) -> None:
    toy_bundle["paths"]["/items"]["post"]["x-any-permission"] = ["write", "administrate"]
    toy_bundle["paths"]["/items/{id}"]["get"]["x-any-permission"] = ["audit", "administrate"]
    emulation = emulate(plugin_of(bundle=toy_bundle))
    assert (await client_of(emulation).post(ITEMS, json={"name": "Top"})).status_code == 201
    refused = await client_of(emulation).get(f"{ITEMS}/1")
    assert (refused.status_code, refused.json()["type"]) == (403, "Forbidden")
    assert "one of the permissions administrate, audit" in refused.json()["message"]


async def test_a_method_may_stand_for_another_that_the_path_has(emulate: Any, plugin_of: Any, client_of: Any) -> None:
    client = client_of(emulate(plugin_of(aliases={"PUT": "POST", "GET": "DELETE"})))
    assert (await client.put(ITEMS, json={"name": "Top"})).status_code == 201
    assert (await client.get(f"{ITEMS}/1")).status_code == 200, "a path's own operation wins"
    refused = await client.put(f"{ITEMS}/1")
    assert (refused.status_code, refused.headers["allow"]) == (405, "DELETE, GET")


async def test_media_types_may_stand_for_one_another(emulate: Any, plugin_of: Any, client_of: Any) -> None:
    client = client_of(emulate(plugin_of(same_media=frozenset({VND, "application/json"})), rate_limits=False))
    for media in ("application/json", VND, f"{VND}; charset=utf-8"):
        reply = await client.post(ITEMS, content=b'{"name": "Top"}', headers={"Content-Type": media})
        assert reply.status_code == 201
    wrong = await client.post(ITEMS, content=b'{"name": "Top"}', headers={"Content-Type": "text/json"})
    assert wrong.status_code == 422
