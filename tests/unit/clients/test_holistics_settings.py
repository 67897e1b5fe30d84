"""Where a client gets its key and address from, what it says when one is wrong, and that the key stays inside."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

import bireme
from bireme import AsyncHolistics, BiremeError, ConfigError, Holistics, InvalidInput, Poll, Retry, Timeouts
from bireme._runtime import errors
from bireme._runtime.config import InsecureTransport
from bireme.holistics import AsyncExport, AsyncJob, Export, Job, models

KEY = "k3y-very-secret-0001"
VARIABLES = ("HOLISTICS_API_KEY", "HOLISTICS_REGION", "HOLISTICS_HOST")
BOTH = pytest.mark.parametrize("client", [Holistics, AsyncHolistics])


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def address(client: Any) -> str:
    return str(client._context.session.settings.base_url)


@BOTH
@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ({}, {}, "https://secure.holistics.io/api/v2"),
        ({"region": "eu"}, {}, "https://eu.holistics.io/api/v2"),
        ({}, {"HOLISTICS_REGION": "us"}, "https://us.holistics.io/api/v2"),
        ({"region": "eu"}, {"HOLISTICS_REGION": "us"}, "https://eu.holistics.io/api/v2"),
        ({}, {"HOLISTICS_HOST": "https://bi.example.com"}, "https://bi.example.com/api/v2"),
        ({}, {"HOLISTICS_HOST": "bi.example.com"}, "https://bi.example.com/api/v2"),
        ({}, {"HOLISTICS_HOST": "http://127.0.0.1:8900/holistics/"}, "http://127.0.0.1:8900/holistics/api/v2"),
        ({"region": "eu"}, {"HOLISTICS_HOST": "https://bi.example.com"}, "https://eu.holistics.io/api/v2"),
        (
            {"base_url": "http://127.0.0.1:8900/holistics/api/v2/"},
            {"HOLISTICS_HOST": "https://bi.example.com", "HOLISTICS_REGION": "eu"},
            "http://127.0.0.1:8900/holistics/api/v2",
        ),
    ],
)
def test_arguments_win_over_the_environment_and_an_address_over_a_region(
    client: Any,
    arguments: dict[str, str],
    environment: dict[str, str],
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert address(client(KEY, **arguments)) == expected


@BOTH
def test_the_key_comes_from_the_argument_or_else_the_environment(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLISTICS_API_KEY", "from-the-environment")
    assert client()._context.session.settings.key == "from-the-environment"
    assert client(KEY)._context.session.settings.key == KEY


@BOTH
@pytest.mark.parametrize(
    ("arguments", "environment", "field", "remedy"),
    [
        ({}, {}, "api_key", "set the environment variable HOLISTICS_API_KEY"),
        ({}, {"HOLISTICS_API_KEY": ""}, "HOLISTICS_API_KEY", "Copy the key again"),
        ({"api_key": " "}, {}, "api_key", "Copy the key again"),
        ({"api_key": f"{KEY}\n"}, {}, "api_key", "line ends"),
        ({"api_key": f"\u201c{KEY}\u201d"}, {}, "api_key", "without quotes"),
        ({"api_key": KEY, "region": "asia"}, {}, "region", "apac, eu, us"),
        ({"api_key": KEY}, {"HOLISTICS_REGION": "asia"}, "HOLISTICS_REGION", "apac, eu, us"),
        ({"api_key": KEY, "base_url": "ftp://bi.example.com"}, {}, "base_url", "https://example.com/api/v2"),
        ({"api_key": KEY, "base_url": "bi.example.com"}, {}, "base_url", "https://example.com/api/v2"),
        ({"api_key": KEY, "base_url": f"https://me:{KEY}@bi.example.com"}, {}, "base_url", "password out"),
        ({"api_key": KEY}, {"HOLISTICS_HOST": "https://bi.example.com?a=b"}, "HOLISTICS_HOST", "Leave out"),
    ],
)
def test_a_wrong_setting_is_named_with_its_remedy_and_never_shows_a_key(
    client: Any,
    arguments: dict[str, str],
    environment: dict[str, str],
    field: str,
    remedy: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError) as caught:
        client(**arguments)
    assert caught.value.field == field
    assert remedy in str(caught.value)
    assert KEY not in f"{caught.value!r} {caught.value} {vars(caught.value)}"


def test_a_key_that_would_travel_unencrypted_is_warned_of() -> None:
    with pytest.warns(InsecureTransport, match="unencrypted"):
        Holistics(KEY, base_url="http://bi.example.com/api/v2")


@BOTH
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("timeout", 0),
        ("timeout", float("inf")),
        ("timeout", "60"),
        ("retry", 3),
        ("poll", 2.0),
        ("limits", 5),
        ("http", "http://proxy"),
    ],
)
def test_a_wrong_policy_is_refused_when_the_client_is_made(client: Any, field: str, value: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        client(KEY, **{field: value})
    assert caught.value.field == field


def test_an_http_client_of_the_other_kind_is_refused() -> None:
    with httpx2.Client() as blocking, pytest.raises(InvalidInput, match=r"httpx2\.AsyncClient"):
        AsyncHolistics(KEY, http=blocking)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=r"httpx2\.Client"):
        Holistics(KEY, http=httpx2.AsyncClient())  # type: ignore[arg-type]


@BOTH
def test_policies_are_taken(client: Any) -> None:
    made = client(KEY, timeout=5, retry=Retry(attempts=1), poll=Poll(cap=1), limits=Timeouts(connect=1))
    assert made._context.timeout == 5
    assert made._context.poll == Poll(cap=1)


def dump(value: Any, depth: int = 3) -> str:
    """What a debugger or an error reporter would show: the repr of the object and of what hangs on it."""
    inner = getattr(value, "__dict__", {}) if depth else {}
    return repr(value) + " ".join(f"{name}={dump(part, depth - 1)}" for name, part in inner.items())


@BOTH
def test_the_key_shows_in_no_repr_and_no_dump_of_attributes(client: Any) -> None:
    made = client(KEY, base_url="https://bi.example.com/api/v2")
    job = made.job(7)
    for shown in (repr(made), str(made), str(vars(made)), dump(made), dump(made.dashboards), repr(job), dump(job)):
        assert KEY not in shown
    assert repr(made) == f"{client.__name__}('https://bi.example.com/api/v2')"


@BOTH
@pytest.mark.parametrize("of", [lambda h: h, lambda h: h.job(7)])
def test_what_holds_a_key_cannot_be_pickled_or_copied(client: Any, of: Callable[[Any], Any]) -> None:
    for take in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match=r"holds a .*key"):
            take(of(client(KEY)))


# --- the same for both kinds ---


def surface(cls: type) -> dict[str, list[tuple[str, Any, Any]]]:
    """The public methods with their parameters and defaults."""
    found = {}
    for name, member in inspect.getmembers(cls, callable):
        if not name.startswith("_") or name == "__init__":
            parameters = inspect.signature(member).parameters.values()
            found[name] = [(p.name, p.kind, p.default) for p in parameters]
    return found


@pytest.mark.parametrize(("blocking", "other"), [(Job, AsyncJob), (Export, AsyncExport)])
def test_handles_of_both_kinds_have_the_same_methods_and_parameters(blocking: type, other: type) -> None:
    assert surface(blocking) == surface(other)


def test_clients_of_both_kinds_have_the_same_methods_and_parameters() -> None:
    blocking, other = surface(Holistics), surface(AsyncHolistics)
    assert blocking.pop("close") == other.pop("aclose")
    assert blocking == other
    for tag in ("users", "dashboards", "dashboard_widgets", "jobs", "exports"):
        one, two = getattr(Holistics(KEY), tag), getattr(AsyncHolistics(KEY), tag)
        assert surface(type(one)) == surface(type(two))
        assert surface(type(one.with_raw_response)) == surface(type(two.with_raw_response))


def test_every_public_method_says_what_it_does() -> None:
    for cls in (Holistics, AsyncHolistics, Job, AsyncJob, Export, AsyncExport):
        for name in surface(cls):
            assert inspect.getdoc(getattr(cls, name)), f"{cls.__name__}.{name}"


def test_every_error_can_be_had_from_the_package() -> None:
    classes = {
        name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, BiremeError)
    }
    assert classes <= set(bireme.__all__)
    for name in bireme.__all__:
        assert getattr(bireme, name) is not None
    assert set(bireme.__all__) <= set(dir(bireme))


def test_models_are_named_by_the_package() -> None:
    assert models.Dashboard.__name__ == "Dashboard"
