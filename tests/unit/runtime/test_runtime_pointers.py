"""JSON pointers and resume tokens."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme._runtime.errors import InvalidInput
from bireme._runtime.pointers import find, resolve, steps
from bireme._runtime.tokens import ResumeToken
from bireme._wire import ParseError

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def every_place(value: Any, pointer: str = "") -> list[tuple[str, Any]]:
    places = [(pointer, value)]
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        places += every_place(inner, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    return places


@given(json_values)
def test_every_place_in_a_document_is_found(document: Any) -> None:
    for pointer, value in every_place(document):
        assert resolve(document, pointer) is value


@given(json_values, st.text().map(lambda text: "/" + text))
def test_any_pointer_gives_a_value_or_says_what_is_missing(document: Any, pointer: str) -> None:
    missing = object()
    if find(document, pointer, missing) is missing:
        with pytest.raises(ParseError, match="is missing") as caught:
            resolve(document, pointer)
        assert caught.value.path.startswith("/")
    else:
        resolve(document, pointer)


def test_the_first_missing_step_is_named() -> None:
    with pytest.raises(ParseError) as caught:
        resolve({"job": {"id": 1}}, "/job/existing/id")
    assert caught.value.path == "/job/existing"
    assert find({"job": None}, "/job/id", "nothing") == "nothing"


@pytest.mark.parametrize("index", ["-1", "01", "x", "2", "٣"])
def test_only_plain_indexes_reach_into_lists(index: str) -> None:
    with pytest.raises(ParseError):
        resolve([1, 2], f"/{index}")


def test_what_is_no_pointer_is_refused() -> None:
    with pytest.raises(ValueError, match="start with '/'"):
        steps("job/id")


@given(st.text(min_size=1), st.integers() | st.text(min_size=1), st.dictionaries(st.text(), json_values))
def test_a_token_says_again_what_was_put_into_it(operation: str, job_id: int | str, data: dict[str, Any]) -> None:
    token = ResumeToken(operation, job_id, data)
    assert ResumeToken.decode(token.encode()) == token


@given(st.text() | st.integers() | json_values.map(str))
def test_what_is_no_token_is_refused_by_name(token: Any) -> None:
    with pytest.raises(InvalidInput, match="token"):
        ResumeToken.decode(token)


@pytest.mark.parametrize("token", ['{"v": 2}', '{"v": 1}', '{"v": 1, "operation": "x", "job_id": null}', "[" * 100_000])
def test_a_damaged_token_is_refused_by_name(token: str) -> None:
    with pytest.raises(InvalidInput, match="token"):
        ResumeToken.decode(token)
