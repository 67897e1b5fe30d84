"""One request through the kernel: who is told what, in which order, in the vendor's words."""

from __future__ import annotations

import logging
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from bireme_emulator.kernel.config import EmulatorError
from bireme_emulator.kernel.context import Answer, Handlers
from bireme_emulator.kernel.validation import Invalid, decode_json

READER = "toy-reader-key-0000000002"
ITEMS = "/toys/v1/items"


async def test_a_get_answers_with_the_stored_object(client: Any) -> None:
    reply = await client.get(f"{ITEMS}/2")
    assert (reply.status_code, reply.json()) == (200, {"id": 2, "name": "Kite"})
    assert reply.headers["content-type"] == "application/json"


async def test_the_date_header_is_the_virtual_clocks(client: Any) -> None:
    assert (await client.get(f"{ITEMS}/2")).headers["date"] == "Sat, 01 Jun 2013 12:00:00 GMT"


async def test_a_fixed_path_wins_over_a_parameter(client: Any) -> None:
    assert (await client.get(f"{ITEMS}/latest")).json()["name"] == "Kite"


async def test_query_defaults_are_filled_in_and_arrays_are_read_from_repeated_names(toys: Any, client_of: Any) -> None:
    client = client_of(toys)
    for name in ("Top", "Doll"):
        await client.post(ITEMS, json={"name": name})
    both = await client.get(f"{ITEMS}?ids[]=1&ids[]=3")
    assert [item["id"] for item in both.json()["items"]] == [1, 3]
    assert len((await client.get(ITEMS)).json()["items"]) == 4
    assert len((await client.get(f"{ITEMS}?limit=3")).json()["items"]) == 3


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("limit=", "limit"),
        ("limit=1&limit=2", "limit"),
        ("limit=" + "9" * 5000, "limit"),
        ("deep=yes", "deep"),
        ("ratio=1.5", "ratio"),
        ("ids[]=1&ids[]=x", "ids[]/1"),
        ("order=up", "order"),
    ],
)
async def test_a_bad_query_parameter_is_refused_by_name(client: Any, query: str, named: str) -> None:
    reply = await client.get(f"{ITEMS}?{query}")
    assert reply.status_code == 400
    assert reply.json()["type"] == "Invalid"
    assert reply.json()["message"].startswith(f"query parameter {named}: ")
    assert len(reply.json()["message"]) < 400


@pytest.mark.parametrize(
    ("sent", "kept"), [("7.0", "7"), ("2e3", "2000"), ("-0.0", "0"), ("0.5", "0.5"), ("1e300", "1e+300")]
)
def test_a_json_number_without_a_fraction_is_an_integer_as_json_schema_has_it(sent: str, kept: str) -> None:
    assert repr(decode_json(sent.encode())) == kept


async def test_unknown_query_parameters_are_ignored(client: Any) -> None:
    assert (await client.get(f"{ITEMS}?nonsense=1&nonsense=2&deep=true&ratio=0.5")).status_code == 200


@pytest.mark.parametrize("id", ["x", "0", "-1", "1.5", "9007199254740992", "%20", "%F0%9F%98%80", "9" * 400])
async def test_a_path_parameter_that_cannot_be_one_is_not_found(client: Any, id: str) -> None:
    assert (await client.get(f"{ITEMS}/{id}")).status_code == 404


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "needs one"),
        (b"{", "not JSON"),
        (b'{"name": NaN}', "NaN"),
        (b'{"name": "\xff"}', "UTF-8"),
        (rb'{"name": "\ud800"}', "surrogate"),
        (b"[" * 100_000, "beyond all bounds"),
        (b'{"name": ' + b"1" * 5000 + b"}", "beyond all bounds"),
        (b'{"name": "x", "color": 1}', "color"),
        (b'{"name": "x", "due": "tomorrow"}', "body/due"),
        (b'{"name": ""}', "body/name"),
    ],
)
async def test_a_bad_body_is_refused_with_its_reason(client: Any, content: bytes, says: str) -> None:
    reply = await client.post(ITEMS, content=content, headers={"content-type": "application/json"})
    assert reply.status_code == 422, "400 is not documented for this operation, 422 is"
    assert says in reply.json()["message"]


async def test_another_media_type_is_refused(client: Any) -> None:
    reply = await client.post(ITEMS, content=b"name=x", headers={"content-type": "application/x-www-form-urlencoded"})
    assert reply.status_code == 422
    assert "send application/json" in reply.json()["message"]


async def test_a_media_type_with_parameters_is_taken(client: Any) -> None:
    headers = {"content-type": "Application/JSON; charset=utf-8"}
    assert (await client.post(ITEMS, content=b'{"name": "x"}', headers=headers)).status_code == 201


async def test_a_body_beyond_the_limit_is_refused(emulate: Any, plugin_of: Any, client_of: Any) -> None:
    client = client_of(emulate(plugin_of(max_body=1000)))
    reply = await client.post(ITEMS, json={"name": "x" * 2000})
    assert reply.status_code == 422
    assert "1000 bytes" in reply.json()["message"]

    async def endless() -> Any:
        while True:
            yield b"x" * 600

    headers = {"content-type": "application/json"}
    assert (await client.post(ITEMS, content=endless(), headers=headers)).status_code == 422


async def test_without_a_key_nothing_is_learned_not_even_that_the_request_is_wrong(toys: Any, client_of: Any) -> None:
    reply = await client_of(toys, key=None).get(f"{ITEMS}?limit=ten")
    assert (reply.status_code, reply.json()["type"]) == (401, "NoKey")
    assert reply.headers["ratelimit-limit"] == "120"


async def test_a_role_without_the_permission_is_forbidden_before_the_body_is_looked_at(
    toys: Any, client_of: Any
) -> None:
    client = client_of(toys, key=READER)
    reply = await client.post(ITEMS, content=b"{")
    assert (reply.status_code, reply.json()["type"]) == (403, "Forbidden")
    assert "write" in reply.json()["message"]
    assert (await client.get(f"{ITEMS}/1")).status_code == 200


async def test_an_unknown_path_says_what_may_have_been_meant(client: Any) -> None:
    reply = await client.get("/toys/v1/item/2")
    assert reply.status_code == 404
    assert "did you mean GET /v1/items/{id} (items_get)?" in reply.json()["message"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "OPTIONS", "TRACE", "HEAD"])
async def test_a_wrong_method_names_the_right_ones(client: Any, method: str) -> None:
    reply = await client.request(method, f"{ITEMS}/2")
    assert (reply.status_code, reply.headers["allow"]) == (405, "DELETE, GET")


async def test_rates_are_counted_by_user_and_operation_in_virtual_time(toys: Any, client_of: Any) -> None:
    client = client_of(toys)
    left = [(await client.post(ITEMS, json={"name": "x"})).headers["ratelimit-remaining"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    toys.control.clock.advance(20.5)
    refused = await client.post(ITEMS, content=b"{")
    assert (refused.status_code, refused.json()["type"]) == (429, "TooFast")
    assert (refused.headers["retry-after"], refused.headers["ratelimit-reset"]) == ("40", "40")
    assert (await client.get(f"{ITEMS}/1")).status_code == 200, "another operation has a count of its own"
    toys.control.clock.advance(39.5)
    assert (await client.post(ITEMS, json={"name": "x"})).status_code == 201


async def test_retry_after_can_be_a_date_that_is_late_enough(toys: Any, client_of: Any) -> None:
    toys.control.rate_limits(retry_form="http-date", levels={"toys": {1: 0}})
    toys.control.clock.advance(0.25)
    refused = await client_of(toys).get(ITEMS)
    assert refused.status_code == 429
    assert (parsedate_to_datetime(refused.headers["retry-after"]) - toys.control.clock.now()).total_seconds() >= 60


async def test_rate_limits_can_be_off_and_the_headers_stay(emulate: Any, client_of: Any) -> None:
    client = client_of(emulate(rate_limits=False))
    replies = [await client.post(ITEMS, json={"name": "x"}) for _ in range(5)]
    assert {reply.status_code for reply in replies} == {201}
    assert replies[-1].headers["ratelimit-remaining"] == "3"


def _with_list(plugin_of: Any, listed: Any) -> Any:
    handlers, plugin = Handlers(), plugin_of()
    for name in plugin.handlers:
        handlers.operation(name)(listed if name == "items_list" else plugin.handlers[name])
    return plugin_of(handlers=handlers)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer(body={"items": [{"id": "one", "name": "x"}]}), "body/items/0/id"),
        (Answer(body={}), '"items" is a required property'),
        (Answer(), "the body is missing"),
        (Answer(202, {"items": []}), "status 202 is not documented"),
        (Answer(body={"items": []}, headers={"Content-Type": "text/csv"}), "text/csv is not documented"),
    ],
)
async def test_in_strict_mode_a_reply_that_breaks_the_spec_is_an_error(
    emulate: Any, plugin_of: Any, client_of: Any, answer: Answer, says: str
) -> None:
    emulation = emulate(_with_list(plugin_of, lambda call: answer))
    reply = await client_of(emulation).get(ITEMS)
    assert reply.status_code == 500
    assert "reply to items_list breaks the spec" in reply.json()["message"]
    assert says in reply.json()["message"]
    assert emulation.control.journal()[-1]["verdict"] == "broken"


async def test_out_of_strict_mode_replies_go_out_as_they_are(emulate: Any, plugin_of: Any, client_of: Any) -> None:
    emulation = emulate(_with_list(plugin_of, lambda call: Answer(202, {"odd": 1})), strict=False)
    reply = await client_of(emulation).get(ITEMS)
    assert (reply.status_code, reply.json()) == (202, {"odd": 1})


async def test_a_handler_that_crashes_gives_a_500_without_inner_detail(
    emulate: Any, plugin_of: Any, client_of: Any, caplog: Any
) -> None:
    def crash(call: Any) -> Answer:
        raise KeyError("inner detail")

    emulation = emulate(_with_list(plugin_of, crash))
    with caplog.at_level(logging.ERROR, "bireme_emulator"):
        reply = await client_of(emulation).get(ITEMS)
    assert (reply.status_code, reply.json()["type"]) == (500, "Broken")
    assert "inner detail" not in reply.text
    debug_id = reply.json()["message"].rpartition("debug id ")[2].rstrip(")")
    assert debug_id in caplog.text
    assert "inner detail" in caplog.text


def test_a_missing_and_an_unknown_handler_stop_the_start(emulate: Any, plugin_of: Any) -> None:
    handlers = Handlers()
    for name in plugin_of().handlers:
        if name != "items_get":
            handlers.operation(name)(lambda call: Answer())
    handlers.operation("items_gets")(lambda call: Answer())
    with pytest.raises(EmulatorError, match=r"items_get has no handler; handler items_gets has no operation \(near"):
        emulate(plugin_of(handlers=handlers))


async def test_base_and_files_urls_follow_the_host_that_the_client_uses(client: Any) -> None:
    headers = {"host": "localhost:9999"}
    reply = await client.post(f"{ITEMS}/1/export", headers=headers)
    assert reply.status_code == 302
    assert reply.headers["location"].startswith("http://localhost:8901/files/")


async def test_an_api_can_be_served_at_the_root(emulate: Any, client_of: Any) -> None:
    emulation = emulate(mount="toys")
    assert emulation.ready["toys"]["url"] == "http://127.0.0.1:8900/v1"
    client = client_of(emulation)
    assert (await client.get("/v1/items/1")).status_code == 200
    assert (await client.get("/toys/v1/items/1")).status_code == 404
    assert (await client.get("/_emulator/health")).status_code == 200


async def test_a_path_outside_all_mounts_says_what_there_is(client: Any) -> None:
    reply = await client.get("/toysandmore/v1/items")
    assert reply.status_code == 404
    assert "/toys/, /_emulator/" in reply.json()["error"]["message"]


@pytest.mark.parametrize("pair", ["[]", "{}"])
def test_a_body_of_more_than_100_levels_is_refused(pair: str) -> None:
    def nested(levels: int) -> bytes:
        opening = '{"a":' if pair == "{}" else "["
        return (opening * levels + "1" + pair[1] * levels).encode()

    decode_json(nested(100))
    with pytest.raises(Invalid, match="more than 100 levels"):
        decode_json(nested(101))
    decode_json(b"[" + b",".join([b"[]"] * 500) + b"]")
