"""Errors: one root, plain texts, and they survive pickling and copying."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bireme._runtime import errors
from bireme._runtime.redact import Redactor

EVERY: list[errors.BiremeError] = [
    *[
        cls("text", status=400, operation="op", details={"a": [1]})
        for cls in (*errors.STATUS_CLASSES.values(), errors.ServerError)
    ],
    errors.DecodeError("text", path="/a", reason="missing", status=200, operation="op"),
    errors.UnexpectedStatus("text", path="", reason="no", status=302, operation="op"),
    errors.ConnectionFailed("text", operation="op", reason="refused", sent=False),
    errors.RequestTimeout("text", operation="op", reason="slow"),
    errors.TransferError("text", operation="op", reason="cut"),
    errors.TooManyRedirects("text", operation="op"),
    errors.RedirectRefused("text", operation="op"),
    errors.PagingError("text", operation="op", cursor="c"),
    errors.JobFailed("text", job_id=7, status="failure", logs=[{"message": "m"}]),
    errors.JobCancelled("text", job_id="x", status="cancelled"),
    errors.WaitTimeout("text", job_id=7, last_status=None, elapsed=1.5, token="{}",
                       last_error=errors.RequestTimeout("inner", operation="op", reason="slow")),
    errors.ResultExpired("text", operation="op", status=403),
    errors.NoData("text", operation="op", job_id="x"),
    errors.NoCachedData("text", operation="op"),
    errors.ConfigError("api_key", "is missing", "Pass it."),
    errors.InvalidInput("timeout", -1, "is negative", "Give 30."),
    errors.Unsupported("cancel()", "no operation", "Stop waiting."),
    errors.MissingExtra("arrow", "to_arrow()", "pyarrow"),
    errors.ClientClosed(),
    errors.NotSent("text"),
]  # fmt: skip


def plain(value: Any) -> Any:
    return (type(value), str(value), vars(value)) if isinstance(value, BaseException) else value


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_errors_survive_pickling_and_copying(error: errors.BiremeError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert {name: plain(value) for name, value in vars(twin).items()} == {
            name: plain(value) for name, value in vars(error).items()
        }


def test_every_error_is_in_the_docstrings_tree() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    missing = [cls.__name__ for cls in classes if cls.__name__ not in (errors.__doc__ or "")]
    assert missing == []
    assert {type(error) for error in EVERY} | {errors.BiremeError, errors.ApiError} >= {
        cls for cls in classes if not cls.__subclasses__()
    }


@pytest.mark.parametrize(
    ("cls", "builtin"),
    [("RequestTimeout", TimeoutError), ("WaitTimeout", TimeoutError), ("ConfigError", ValueError),
     ("InvalidInput", ValueError), ("MissingExtra", ImportError), ("ClientClosed", RuntimeError),
     ("NotSent", AttributeError)],
)  # fmt: skip
def test_errors_can_be_caught_by_what_python_calls_them(cls: str, builtin: type[Exception]) -> None:
    assert issubclass(getattr(errors, cls), builtin)
    assert issubclass(getattr(errors, cls), errors.BiremeError)


def test_a_missing_extra_names_the_command() -> None:
    assert "pip install 'bireme[arrow]'" in str(errors.MissingExtra("arrow", "to_arrow()", "pyarrow"))


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4), st.text(), st.text())
def test_a_secret_is_taken_out_of_any_text_in_any_spelling(secret: str, before: str, after: str) -> None:
    import json
    from urllib.parse import quote

    assume(secret not in "***" and "*" not in secret)
    redact = Redactor(secret)
    for spelling in (secret, quote(secret, safe=""), json.dumps(secret)[1:-1]):
        assert secret not in redact(before + " " + spelling + " " + after).replace("***", "")


def test_links_lose_their_query_and_keep_the_rest() -> None:
    text = "see \"https:\\/\\/f.test\\/a?X-Sig=1&b=2\", <a href='http://f.test/b?sig=3'>, https://f.test/c"
    assert Redactor()(text) == "see \"https:\\/\\/f.test\\/a?***\", <a href='http://f.test/b?***'>, https://f.test/c"
