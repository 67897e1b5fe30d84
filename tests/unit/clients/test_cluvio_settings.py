"""Where a Cluvio client gets its key and servers from, that the key stays inside, and that both kinds are alike."""

from __future__ import annotations

import inspect
import pickle
from typing import Any

import httpx2
import pytest

import bireme
from bireme import AsyncCluvio, BiremeError, Cluvio, ConfigError, InvalidInput
from bireme._runtime import errors
from bireme.cluvio import AsyncExport, AsyncJob, AsyncQuery, AsyncReportData, Export, Job, Query, ReportData
from tests.unit.clients.cluvio_clients import KEY, Played

VARIABLES = ("CLUVIO_API_KEY", "CLUVIO_LOCATION", "CLUVIO_API_URL", "CLUVIO_DATA_URL")
BOTH = pytest.mark.parametrize("client", [Cluvio, AsyncCluvio])
PAIRS = [(Cluvio, AsyncCluvio), (Query, AsyncQuery), (ReportData, AsyncReportData), (Export, AsyncExport)]
PAIRS += [(Job, AsyncJob)]
EU, US = (
    ("https://api.eu.cluvio.com", "https://data.eu.cluvio.com"),
    (
        "https://api.us.cluvio.com",
        "https://data.us.cluvio.com",
    ),
)


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def servers(client: Any) -> tuple[str, str]:
    settings = client._context.session.settings
    return settings.base_url, settings.data.url


@BOTH
@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ({}, {}, EU),
        ({"location": "us"}, {}, US),
        ({}, {"CLUVIO_LOCATION": "us"}, US),
        ({"location": "eu"}, {"CLUVIO_LOCATION": "us", "CLUVIO_API_URL": "http://127.0.0.1:1/api"}, EU),
        ({"api_url": "http://127.0.0.1:1/eu/api"}, {}, ("http://127.0.0.1:1/eu/api", "http://127.0.0.1:1/eu/data")),
        ({"api_url": "https://api.example.com/"}, {}, ("https://api.example.com", "https://data.example.com")),
        ({"api_url": "https://api.us.cluvio.com"}, {}, US),
        (
            {"api_url": "http://127.0.0.1:1", "data_url": "http://127.0.0.1:1/data"},
            {"CLUVIO_DATA_URL": "http://127.0.0.1:2"},
            ("http://127.0.0.1:1", "http://127.0.0.1:1/data"),
        ),
        (
            {},
            {"CLUVIO_API_URL": "http://127.0.0.1:1/x", "CLUVIO_DATA_URL": "http://127.0.0.1:1/y"},
            ("http://127.0.0.1:1/x", "http://127.0.0.1:1/y"),
        ),
    ],
)
def test_both_servers_are_of_one_location_and_arguments_win_over_the_environment(
    client: Any,
    arguments: dict[str, str],
    environment: dict[str, str],
    expected: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert servers(client(KEY, **arguments)) == expected


@BOTH
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"api_key": None}, "Pass api_key=, or set the environment variable CLUVIO_API_KEY"),
        ({"location": "asia"}, "location is 'asia', which is no region of Cluvio. Use one of: eu, us"),
        ({"api_url": "http://127.0.0.1:1"}, "data_url is missing: it cannot be told from http://127.0.0.1:1"),
        ({"data_url": EU[1]}, "data_url is given without api_url"),
        ({"api_url": EU[0], "data_url": US[1]}, "data_url is that of 'us', but the API server is that of 'eu'"),
    ],
)
def test_a_setting_that_is_wrong_is_named_with_a_remedy(client: Any, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        client(**{"api_key": KEY, **arguments})


@BOTH
def test_the_key_of_the_environment_is_sent_in_the_vendors_form(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUVIO_API_KEY", KEY)
    session = client()._context.session
    assert dict(session._credentials) == {"authorization": f"Api {KEY}"}
    assert dict(session.at_data_server("t0ken")._credentials) == {"authorization": "Data t0ken"}


@BOTH
def test_neither_key_nor_token_can_be_read_from_a_client(client: Any) -> None:
    c = client(KEY)
    data = c.data_server("t0ken-1")
    for shown in (
        repr(c),
        str(c),
        repr(vars(c)),
        repr(vars(data)),
        repr(c.execution("x")),
        c.execution("x").resume_token,
    ):
        assert KEY not in shown
        assert "t0ken" not in shown
    with pytest.raises(TypeError, match="holds a key"):
        pickle.dumps(c)
    with pytest.raises(TypeError, match="send its resume_token"):
        pickle.dumps(c.execution("x"))


def _public(kind: type) -> dict[str, Any]:
    found = {name: inspect.getattr_static(kind, name) for name in dir(kind) if not name.startswith("_")}
    return {{"aclose": "close"}.get(name, name): value for name, value in found.items()}


@pytest.mark.parametrize(("blocking", "awaited"), PAIRS)
def test_both_kinds_have_the_same_methods_with_the_same_arguments(blocking: type, awaited: type) -> None:
    ours, theirs = _public(blocking), _public(awaited)
    assert set(ours) == set(theirs)
    for name, method in ours.items():
        if inspect.isfunction(method):
            assert _arguments(method) == _arguments(theirs[name]), name


def _arguments(method: Any) -> list[tuple[str, Any, Any]]:
    return [(each.name, each.kind, each.default) for each in inspect.signature(method).parameters.values()]


@pytest.mark.parametrize("kind", [Cluvio, Query, ReportData, Export, Job])
def test_every_public_method_says_what_it_does_and_if_it_takes_arguments_how_it_fails_and_is_called(kind: type) -> None:
    for name, member in _public(kind).items():
        if not (isinstance(member, property) or inspect.isfunction(member)):
            continue
        doc = inspect.getdoc(member) or ""
        assert doc, name
        if "Args:" in doc:
            assert "Raises:" in doc, name
            assert "Example:" in doc, name


def test_users_are_told_that_methods_and_paths_are_mostly_inferred() -> None:
    assert "mostly inferred" in (Cluvio.__doc__ or "")


def test_the_errors_of_the_runtime_are_all_exported() -> None:
    kinds = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, BiremeError)}
    assert kinds <= set(dir(bireme))
    assert issubclass(bireme.NoCachedData, bireme.NoData)


@BOTH
def test_a_client_of_the_wrong_kind_is_refused(client: Any) -> None:
    with pytest.raises(InvalidInput, match="http="):
        client(KEY, http=object())


def test_operations_of_the_data_server_ask_for_a_token(played: Played) -> None:
    call = played.c.result_data.get
    if not inspect.iscoroutinefunction(call):
        with pytest.raises(ConfigError, match=r"data_access_token is missing: getResultData .*data_server\(token\)"):
            call("a/b")
    assert played.requests == []


@BOTH
@pytest.mark.parametrize("token", ["", "a b", "a\nb", None, "é"])
def test_what_is_no_token_is_refused_without_showing_it(client: Any, token: Any) -> None:
    with pytest.raises(InvalidInput, match=r"token='\*\*\*' is not a data access token"):
        client(KEY).data_server(token)


def test_a_client_closes_its_connections() -> None:
    with Cluvio(KEY, http=httpx2.Client()) as c:
        pass
    with pytest.raises(bireme.ClientClosed):
        c.datasources.list()
