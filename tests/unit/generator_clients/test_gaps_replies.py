"""Gaps 1 to 10 of the stock generator: what becomes of a reply. Each test shows the gap in the stock client as well."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from bireme._wire import ParseError

THING = {"id": 1, "state": "open"}


def test_gap_1_the_discriminator_chooses_the_member_of_a_union(ours: Any, stock: Any, reply: Any) -> None:
    square = {"kind": "square", "side": 2}
    parse = ours.module("api.shapes.shapes_create").parse

    assert type(parse(reply(square, 201))).__name__ == "Square"
    assert parse(reply(square, 201)).side == 2
    page = ours.module("api.shapes.shapes_list").parse(
        reply({"shapes": [square, {"kind": "circle"}], "cursors": {"next": None}})
    )
    assert [type(shape).__name__ for shape in page.shapes] == ["Square", "Circle"]
    with pytest.raises(ParseError, match=r"/shapes/0/kind: is 'star' .*known are circle, square"):
        ours.module("api.shapes.shapes_list").parse(reply({"shapes": [{"kind": "star"}], "cursors": {"next": None}}))
    with pytest.raises(ParseError, match="/kind: is missing"):
        parse(reply({"side": 2}, 201))

    wrong = stock.module("api.shapes.shapes_create")._parse_response(
        client=None, response=httpx.Response(201, json=square)
    )
    assert type(wrong).__name__ == "Circle"


def test_gap_1_without_a_discriminator_enum_tags_and_then_the_closest_fit_choose(ours: Any) -> None:
    thing = ours.module("models.thing").Thing

    assert type(thing.from_dict({**THING, "event": {"op": "cross", "at": 1}}).event).__name__ == "Mark"
    assert type(thing.from_dict({**THING, "who": {"name": "A"}}).who).__name__ == "Named"
    assert type(thing.from_dict({**THING, "who": {"name": "A", "age": 3}}).who).__name__ == "Aged"
    with pytest.raises(ParseError, match=r"/event/op: is 'gone'.*known are note, mark, cross"):
        thing.from_dict({**THING, "event": {"op": "gone"}})
    with pytest.raises(ParseError, match="/who: is an object and fits no member of the union"):
        thing.from_dict({**THING, "who": {}})


def test_gap_2_an_unknown_enum_value_is_kept(ours: Any, stock: Any) -> None:
    thing = ours.module("models.thing").Thing
    found = thing.from_dict({"id": 1, "state": "paused", "level": 7})

    assert found.state == "paused"
    assert not found.state.is_known
    assert found.level == 7
    assert found.to_dict() == {"id": 1, "state": "paused", "level": 7}
    assert thing.from_dict(THING).state is ours.module("models.state").State.OPEN
    assert repr(found.state) == "State('paused')"
    assert {found.state: 1}["paused"] == 1

    with pytest.raises(ValueError, match="'paused' is not a valid State"):
        stock.module("models.thing").Thing.from_dict({"id": 1, "state": "paused"})


def test_gap_3_a_missing_field_is_named_with_its_path(ours: Any, stock: Any, reply: Any) -> None:
    with pytest.raises(ParseError, match=r"^/thing/id: is missing$"):
        ours.module("api.shapes.shapes_get").parse(reply({"thing": {"state": "open"}}))
    with pytest.raises(ParseError, match=r"^/thing/shapes/1/kind: is missing$"):
        ours.module("api.shapes.shapes_get").parse(reply({"thing": {**THING, "shapes": [{"kind": "circle"}, {}]}}))

    with pytest.raises(KeyError):
        stock.module("models.thing").Thing.from_dict({"state": "open"})


@pytest.mark.parametrize(
    ("member", "value", "reason"),
    [
        ("id", "abc", "is 'abc' (string), not an integer"),
        ("id", True, "is true (boolean), not an integer"),
        ("id", 1.5, "is 1.5 (number), not an integer"),
        ("id", None, "is null, not an integer"),
        ("score", "1", "is '1' (string), not a number"),
        ("active", 1, "is 1 (number), not a boolean"),
        ("title", 3, "is 3 (number), not a string"),
        ("created_at", "yesterday", "is 'yesterday' (string), not a date and time"),
        ("created_at", "2024-02-31T00:00:00Z", "not a date and time"),
        ("day", "2024-13-01", "not a date such as"),
        ("key", "no-uuid", "not a UUID"),
        ("state", 3, "is 3 (number), not a string"),
        ("shapes", {}, "is an object, not an array"),
        ("parent", [], "is an array, not an object"),
        ("errors", {"name": ["x", 1]}, "is 1 (number), not a string"),
    ],
)
def test_gap_4_a_value_of_the_wrong_type_is_an_error(ours: Any, member: str, value: object, reason: str) -> None:
    with pytest.raises(ParseError) as caught:
        ours.module("models.thing").Thing.from_dict({**THING, member: value})
    assert caught.value.path.startswith(f"/{member}")
    assert reason in str(caught.value)


def test_gap_4_the_stock_client_takes_any_type(ours: Any, stock: Any) -> None:
    assert stock.module("models.thing").Thing.from_dict({"id": "abc", "state": "open"}).id == "abc"
    found = ours.module("models.thing").Thing.from_dict({**THING, "score": 3, "created_at": "2024-05-01T10:00:00Z"})
    assert found.score == 3
    assert found.created_at.utcoffset().total_seconds() == 0


def test_gap_5_a_documented_error_is_never_a_value(ours: Any, stock: Any, stock_client: Any, reply: Any) -> None:
    with pytest.raises(ParseError, match="status 429 is not one that the spec gives for success"):
        ours.module("api.shapes.shapes_list").parse(reply({"message": "slow down"}, 429))

    value = stock.module("api.shapes.shapes_list").sync(client=stock_client(429, json={"message": "slow down"}))
    assert type(value).__name__ == "Error"


def test_gap_6_an_undocumented_status_is_never_none(ours: Any, stock: Any, stock_client: Any, reply: Any) -> None:
    with pytest.raises(ParseError, match="status 206"):
        ours.module("api.shapes.shapes_get").parse(reply({"thing": THING}, 206))

    assert stock.module("api.shapes.shapes_get").sync("1", client=stock_client(206, json={"thing": THING})) is None


def test_gap_7_html_where_json_is_due_is_a_typed_error(ours: Any, stock: Any, stock_client: Any, reply: Any) -> None:
    page = b"<html>Bad gateway</html>"
    parse = ours.module("api.shapes.shapes_create").parse
    with pytest.raises(ParseError, match="status 502"):
        parse(reply(status=502, media_type="text/html", content=page))
    with pytest.raises(ParseError, match="the body is text/html where JSON is due"):
        parse(reply(status=201, media_type="text/html", content=page))
    with pytest.raises(ParseError, match="the body is empty"):
        parse(reply(status=201, media_type="", content=b" "))

    create = stock.module("api.shapes.shapes_create")
    body = stock.module("models.circle").Circle(kind="circle")
    with pytest.raises(json.JSONDecodeError):
        create.sync(client=stock_client(502, html=page.decode()), body=body)


def test_gap_8_a_status_that_iana_does_not_know_is_a_typed_error(
    ours: Any, stock: Any, stock_client: Any, reply: Any
) -> None:
    with pytest.raises(ParseError, match="status 520"):
        ours.module("api.shapes.shapes_delete").parse(reply(status=520, media_type="text/html", content=b"<html>"))

    with pytest.raises(ValueError, match="520 is not a valid HTTPStatus"):
        stock.module("api.shapes.shapes_delete").sync_detailed("1", client=stock_client(520, json={"message": "x"}))


def test_gap_9_the_media_type_of_the_reply_decides(ours: Any, stock: Any, stock_client: Any, reply: Any) -> None:
    parse = ours.module("api.reports.reports_get").parse
    assert parse(reply(media_type="text/csv; charset=utf-8", content="a\nä\n".encode())) == "a\nä\n"
    assert parse(reply(media_type="application/vnd.apache.parquet", content=b"PAR1")) == b"PAR1"
    assert parse(reply({"from": "2024-01-31"})).from_.day == 31
    assert parse(reply(status=202, media_type="")) is None
    with pytest.raises(ParseError, match="the body is image/png; the spec names application/json, text/csv"):
        parse(reply(media_type="image/png", content=b"\x89PNG"))
    with pytest.raises(ParseError, match="the body is not utf-8 text"):
        parse(reply(media_type="text/csv", content=b"\xff\xfe"))

    client = stock_client(200, content=b"a\n1\n", headers={"content-type": "text/csv"})
    with pytest.raises(json.JSONDecodeError):
        stock.module("api.reports.reports_get").sync(1, client=client)


def test_gap_10_a_media_type_that_the_stock_client_omits_is_bytes(
    ours: Any, stock: Any, stock_client: Any, reply: Any
) -> None:
    rows = b'{"a": 1}\n'
    parse = ours.module("api.reports.reports_blob").parse
    assert parse(reply(media_type="application/x-ndjson", content=rows)) == rows
    with pytest.raises(ParseError, match="the body is text/html"):
        parse(reply(media_type="text/html", content=b"<html>"))

    assert any("Unsupported content_type application/x-ndjson" in warning for warning in stock.warnings)


def test_unknown_members_survive_a_round_trip(ours: Any) -> None:
    sent = {
        **THING,
        "title": None,
        "created_at": "2024-05-01T10:00:00+02:00",
        "key": "6f6f5ec8-6a4f-4f8c-8e9b-1f6d0d6f3c11",
        "parent": {"id": 2, "state": "closed", "parent": None},
        "errors": {"name": ["is taken"]},
        "to_dict": "a name that the class uses itself",
        "new_member": {"deep": [1, {"x": None}]},
    }
    assert ours.module("models.thing").Thing.from_dict(sent).to_dict() == sent
