"""Decoders: what they accept, and what their errors say."""

from __future__ import annotations

import copy
import datetime
import pickle
import re
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme._wire import UNSET, File, ParseError, Reply, _decode
from bireme.holistics.generated.models.user import User

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


class Status(_decode.OpenStrEnum):
    DONE = "done"


class Level(_decode.OpenIntEnum):
    ONE = 1


SCALARS: dict[Any, tuple[type, ...]] = {
    _decode.string: (str,),
    _decode.boolean: (bool,),
    _decode.integer: (int,),
    _decode.number: (int, float),
    _decode.null: (type(None),),
    _decode.date: (datetime.date,),
    _decode.date_time: (datetime.datetime,),
    _decode.uuid_: (uuid.UUID,),
    _decode.enumerated(Status): (Status,),
    _decode.enumerated(Level): (Level,),
    _decode.nullable(_decode.boolean): (bool, type(None)),
    _decode.array(_decode.anything): (list,),
    _decode.union(_decode.integer, _decode.string): (int, str),
    _decode.tagged("kind", {"a": _decode.anything}): (dict,),
    _decode.constant(1): (int,),
}


@given(JSON, st.sampled_from(list(SCALARS)))
def test_any_json_gives_a_value_of_the_type_or_a_parse_error(value: object, decoder: Any) -> None:
    try:
        found = decoder(value)
    except ParseError as error:
        found = error
    assert isinstance(found, (ParseError, *SCALARS[decoder]))
    assert not isinstance(found, ParseError) or 0 < len(found.reason) < 500


@pytest.mark.parametrize(
    "value", ["2024-05-01T10:00:00Z", "2024-05-01t10:00:00z", "2024-05-01T10:00:00.123456789+00:00"]
)
def test_a_date_time_keeps_its_offset(value: str) -> None:
    found = _decode.date_time(value)
    assert found.replace(microsecond=0) == datetime.datetime(2024, 5, 1, 10, tzinfo=datetime.UTC)


@pytest.mark.parametrize("value", ["2024-05-01T10:00:00", "2024-05-01", "20240501T100000Z", "2024-05-01T25:00:00Z", 0])
def test_a_time_without_offset_or_date_is_no_date_time(value: object) -> None:
    with pytest.raises(ParseError, match="not a date and time with an offset"):
        _decode.date_time(value)


@given(st.text())
def test_an_unknown_enum_value_behaves_as_its_text(text: str) -> None:
    found = Status(text)
    assert found == text
    assert hash(found) == hash(text)
    assert f"{found}" == text
    assert found.is_known == (text == "done")
    assert pickle.loads(pickle.dumps(found)) == found
    assert copy.deepcopy(found) == text
    assert [member.value for member in Status] == ["done"]


def test_an_unknown_number_is_kept_and_other_types_are_not() -> None:
    assert Level(7) == 7
    assert not Level(7).is_known
    assert repr(Level(7)) == "Level(7)"
    assert repr(Level(1)) == "Level.ONE"
    for kind, value in ((Level, "x"), (Level, True + 0.5), (Status, 3)):
        with pytest.raises(ValueError):
            kind(value)


def test_a_path_names_every_level() -> None:
    rows = _decode.array(lambda value: _decode.Fields(value).required("a/b", _decode.array(_decode.integer)))
    with pytest.raises(ParseError) as caught:
        rows([{"a/b": [1]}, {"a/b": [1, "x"]}])
    assert caught.value.path == "/1/a~1b/1"
    assert str(caught.value) == "/1/a~1b/1: is 'x' (string), not an integer"


def test_fields_tell_absent_from_null_and_keep_the_rest() -> None:
    fields = _decode.Fields({"a": None, "c": 1})
    assert fields.optional("a", _decode.nullable(_decode.string)) is None
    assert fields.optional("b", _decode.string) is UNSET
    assert fields.rest(_decode.integer) == {"c": 1}


def test_long_values_are_cut_in_error_texts() -> None:
    with pytest.raises(ParseError) as caught:
        _decode.integer("x" * 10_000)
    assert len(str(caught.value)) < 100


def test_whole_floats_are_integers_and_large_integers_stay_exact() -> None:
    assert _decode.integer(5.0) == 5
    assert _decode.number(2**60 + 1) == 2**60 + 1
    with pytest.raises(ParseError, match="not 'a'"):
        _decode.constant("a")("b")
    with pytest.raises(ParseError):
        _decode.constant(1)(True)


def test_a_file_is_taken_from_a_caller_only() -> None:
    assert _decode.file(File(b"x")).content == b"x"
    with pytest.raises(ParseError, match="not a bireme File"):
        _decode.file("x")


def test_two_objects_that_fit_equally_well_are_an_error() -> None:
    class Fits:
        additional_properties: dict[str, Any] = {}  # noqa: RUF012

    with pytest.raises(ParseError, match="fits Fits and Fits equally well"):
        _decode.union(lambda _: Fits(), lambda _: Fits())({})


def test_an_unknown_tag_goes_to_the_members_without_one() -> None:
    decode = _decode.tagged("kind", {"a": _decode.anything}, _decode.string, lambda value: {"other": value})
    assert decode({"kind": "a"}) == {"kind": "a"}
    assert decode({"kind": "b"}) == {"other": {"kind": "b"}}
    assert decode({"kind": []}) == {"other": {"kind": []}}


def test_text_is_read_by_its_charset() -> None:
    def text(content: bytes, media_type: str) -> str:
        return _decode.text_body(Reply(200, {"content-type": media_type}, content))

    assert text(b"\xe4", "text/csv; charset=latin-1") == "ä"
    assert text("ä".encode(), "text/csv") == "ä"
    for media_type in ("text/csv; charset=utf-8", "text/csv; charset=no-such"):
        with pytest.raises(ParseError, match="text"):
            text(b"\xff", media_type)


@given(
    st.from_regex(r"\d{4}.?\d\d.?\d\d.?\d\d.?\d\d.?\d\d.?", fullmatch=True)
    | st.text("0123456789-:TZtzW., +", min_size=20, max_size=20)
)
def test_a_time_is_taken_in_the_form_of_rfc_3339_alone(text: str) -> None:
    try:
        taken = _decode.date_time(text)
    except ParseError:
        return
    assert re.fullmatch(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", text, re.ASCII)
    assert taken.tzinfo is not None


@pytest.mark.parametrize(
    "text", ["2024-W22-5T12:00:00Z", "2024-05-31T12:00.00Z", "2024-02-30T12:00:00Z", "20240531T12:00:000Z"]
)
def test_a_time_that_only_looks_usual_is_refused(text: str) -> None:
    with pytest.raises(ParseError, match="not a date and time"):
        _decode.date_time(text)


@given(JSON)
def test_a_plain_member_is_let_through_only_as_its_type(value: object) -> None:
    """Generated models look at plain values themselves: the same come through as the decoders take."""
    record = {"id": 7, "email": "a@example.com", "initials": "A", "role": "admin", "is_deleted": False}
    record |= {"is_activated": True, "has_authentication_token": True, "allow_authentication_token": True}
    record |= {"enable_export_data": True, "created_at": "2024-05-31T12:00:00Z"}
    for name, decoder in (("id", _decode.integer), ("email", _decode.string), ("is_deleted", _decode.boolean)):
        try:
            wanted: object = decoder(value)
        except ParseError as error:
            wanted = f"/{name}: {error.reason}"
        try:
            found: object = getattr(User.from_dict({**record, name: value}), name)
        except ParseError as error:
            found = str(error)
        assert (found, type(found)) == (wanted, type(wanted))
