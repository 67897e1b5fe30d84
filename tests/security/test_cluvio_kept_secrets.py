"""Keys, tokens, passwords and secrets of Cluvio: used, shown where the vendor shows them, kept nowhere else."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme import BiremeError
from bireme import Cluvio as Client
from tests.security.cluvio_attempts import SAMPLE, execution
from tests.unit.emulator_state.cluvio_boards import BOARD
from tests.unit.emulator_state.cluvio_world import MANAGE, Cluvio, emulation_of_cluvio

PASSWORD, SERVICE_KEY, TUNNEL = "the-databases-password-21", "the-service-key-22", "the-tunnels-password-23"
MISPLACED = "the-service-key-in-a-list-24"


async def test_of_what_is_secret_only_the_credentials_of_datasources_are_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: Any
) -> None:
    caplog.set_level(logging.DEBUG, "bireme_emulator")
    emulation = emulation_of_cluvio(state=tmp_path / "state")
    transport = httpx2.ASGITransport(app=emulation.api, raise_app_exceptions=True)
    try:
        async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
            cluvio = Cluvio(emulation, "default", client)
            agent = await cluvio.post("/datasource_agents", cluvio.data(name="Mine"), 201)
            record = await execution(cluvio, "SELECT 1 AS one")
            given = await cluvio.get(f"/executions/{record['id']}/data")
            data = cluvio.server("data", f"Data {given['data_access_token']}")
            assert (await data.call("GET", f"/data/{given['data_key']}")).status_code == 200
            assert (await data.call("GET", "/data/x/y")).status_code == 401
            about = {"name": "Mine", "database_type": "postgres", "connection_mode": "direct", "host": "db.example.com"}
            body = cluvio.data(**about, password=PASSWORD)
            made = (await cluvio.post("/datasources", body, 201))["data"]["id"]
            await cluvio.post(f"/datasources/{made}/test")
            google = {
                **about,
                "database_type": "bigquery",
                "bigquery_service_key": f'{{"private_key": "{SERVICE_KEY}"}}',
            }
            await cluvio.post("/datasources", cluvio.data(**google), 201)
            wrong = cluvio.data(**{**about, "port": "x"}, password=[TUNNEL])
            refused = await cluvio.call("POST", "/datasources", json=wrong)
            misplaced = cluvio.data(**about, bigquery_service_key=[MISPLACED])
            also_refused = await cluvio.call("POST", "/datasources", json=misplaced)
            assert (refused.status_code, also_refused.status_code) == (422, 422)
            backup = await cluvio.post(f"/dashboards/{BOARD}/backup")
            viewer = cluvio.key("view_datasources", type="view")
            seen = [await viewer.get("/datasources"), await viewer.get(f"/datasources/{made}?include=agents")]
            control = cluvio.control
            places = {
                "journal": str(control.journal()),
                "outbox": str(control.outbox()),
                "jobs": str([control.job(job["id"]) for job in control.jobs.list()]),
                "log": caplog.text,
                "output": "".join(capfd.readouterr()),
                "refusals": refused.text + also_refused.text,
                "backup": str(backup),
                "what a view key sees": str(seen),
                "session": repr(cluvio.session) + repr(emulation),
            }
    finally:
        emulation.close()
    for path in (tmp_path / "state").rglob("*"):
        if path.is_file():
            places[path.name] = path.read_bytes().decode("latin-1")
    assert any(name.startswith("state.sqlite") for name in places)
    secrets = {
        "the key": MANAGE,
        "the data token": given["data_access_token"].partition(".")[2],
        "the agent's secret key": agent["data"]["attributes"]["secret_key"],
        "the password": PASSWORD,
        "the service key": SERVICE_KEY,
        "a password of the wrong type": TUNNEL,
        "a service key of the wrong type": MISPLACED,
    }
    for what, secret in secrets.items():
        found = {name for name, text in places.items() if secret in text}
        # A key that manages datasources is shown these again (vendor page), so they have to be kept.
        kept = (
            {name for name in found if name.startswith("state.sqlite")} if secret in (PASSWORD, SERVICE_KEY) else set()
        )
        assert found == kept, what


def hostile(reply: dict[str, Any]) -> tuple[Client, list[httpx2.Request]]:
    """A client whose API server hands out `reply`, and the requests it has sent elsewhere."""
    elsewhere: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        path = request.url.path
        if str(request.url).startswith("https://api.test") and path.endswith("/executions"):
            about = {"execution_id": "e1", "execution_status": "success", "execution_type": "sql_query"}
            body: dict[str, Any] = {"data": {"id": "e1", "type": "executions", "attributes": about}}
            return httpx2.Response(201, json=body)
        if str(request.url).startswith("https://api.test") and path.endswith("/data"):
            if "location" in reply:
                return httpx2.Response(302, headers={"location": reply["location"]})
            return httpx2.Response(200, json=reply)
        elsewhere.append(request)
        target = reply.get("data_location")
        if target and request.url.host == "data.test":
            return httpx2.Response(307, headers={"location": target})
        return httpx2.Response(404)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    given = {"api_url": "https://api.test", "data_url": "https://data.test", "http": http}
    return Client("the-key-that-is-secret", **given), elsewhere  # type: ignore[arg-type]


HANDED_OUT: list[dict[str, Any]] = [
    *(
        {"data_key": key, "data_access_token": "the-token", "data_timestamp": 1}
        for key in (
            "../../executions",
            "%2e%2e/%2e%2e/executions",
            "//evil.test/x",
            "https://evil.test/x",
            "a/../b",
            "a/%2E./b",
            "a//b",
            "",
            ".",
            "a\r\nHost: evil.test",
            "a?x=1#y",
            "a\\..\\..\\b",
            "@evil.test/x",
            ["a"],
            None,
        )
    ),
    *(
        {"data_key": "a/b", "data_access_token": token, "data_timestamp": 1}
        for token in ("the-token\r\nX-Evil: 1", "the token", "", None, "töken")
    ),
    *(
        {"location": url}
        for url in (
            "https://evil.test/data",
            "https://data.test/data/x",
            "http://api.test/executions/e1/data",
            "file:///etc/passwd",
            "https://me:pw@api.test/x",
            "//evil.test/x",
        )
    ),
    *(
        {"data_key": "a/b", "data_access_token": "the-token", "data_timestamp": 1, "data_location": url}
        for url in ("https://evil.test/x", "https://api.test/executions/e1", "http://data.test/x", "//169.254.169.254/")
    ),
]


@pytest.mark.parametrize("reply", HANDED_OUT, ids=str)
def test_neither_key_nor_token_follows_what_a_server_hands_out(reply: dict[str, Any]) -> None:
    client, elsewhere = hostile(reply)
    with pytest.raises(BiremeError) as refused:
        client.query(SAMPLE, "SELECT 1").read()
    for request in elsewhere:
        sent = f"{request.url} {dict(request.headers)}"
        assert "the-key" not in sent, "the key left the API server"
        at_home = (request.url.scheme, request.url.host) == ("https", "data.test")
        assert at_home or "the-token" not in sent, "the token left the data server"
        if at_home and "location" not in reply:
            assert request.url.path.startswith("/data/")
            assert not {".", ".."} & set(request.url.path.split("/"))
        assert request.headers.get("x-evil") is None
    for secret in ("the-key-that-is-secret", "the-token"):
        assert secret not in str(refused.value) + repr(refused.value)


WRONG_URLS = [
    "https://api.eu.cluvio.com@evil.test",
    "https://user:the-password@api.test",
    "file:///etc",
    "ftp://api.test",
    "//api.test",
    "https://api.test/?key=1",
    "https://api.test/#x",
    "https://api.test\r\nX-Evil: 1",
    "https://",
    "api.test",
]


@pytest.mark.parametrize("argument", ["api_url", "data_url"])
@pytest.mark.parametrize("url", WRONG_URLS)
def test_an_address_that_is_not_one_server_is_refused_before_the_key_is_sent(url: str, argument: str) -> None:
    urls = {"api_url": "https://api.test", "data_url": "https://data.test", argument: url}
    with pytest.raises(BiremeError) as refused:
        Client("the-key-that-is-secret", **urls)  # type: ignore[arg-type]
    assert "the-key-that-is-secret" not in str(refused.value)
    assert "the-password" not in str(refused.value)
