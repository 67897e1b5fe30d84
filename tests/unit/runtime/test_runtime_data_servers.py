"""Two kinds of servers: which secret goes where, also when a server sends the client somewhere else."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from bireme._runtime.config import DataServer, DataServers, Settings, VendorConfig, resolve
from bireme._runtime.errors import ApiError, ConfigError, JobFailed, RedirectRefused
from bireme._runtime.flow import arun
from bireme._runtime.http import AsyncIO
from bireme._runtime.poll import Hooks, wait_for
from bireme._runtime.redirects import within
from bireme._runtime.transport import Session

KEY, TOKEN = "k3y-very-secret-0001", "t0ken-very-secret-0002"
API, DATA, OTHER = "http://one.test/eu/api", "http://one.test/eu/data", "http://one.test/us/api"


def _derived(api: str) -> str | None:
    return api.replace("/api", "/data") if api.endswith("/api") else None


VENDOR = VendorConfig(
    name="Two",
    auth_header="Authorization",
    auth_prefix="Api ",
    prefix="",
    regions={"eu": "https://api.eu.test", "us": "https://api.us.test"},
    default_region="eu",
    key_env="TWO_KEY",
    region_env="TWO_LOCATION",
    host_env="TWO_API_URL",
    host_argument="api_url",
    region_argument="location",
    data=DataServers(
        regions={"eu": "https://data.eu.test", "us": "https://data.us.test"},
        auth_header="Authorization",
        auth_prefix="Data ",
        argument="data_url",
        env="TWO_DATA_URL",
        derived=_derived,
    ),
)


def _session(world: Any) -> Session:
    settings = Settings(
        base_url=API,
        auth_header="Authorization",
        auth_prefix="Api ",
        key=KEY,
        data=DataServer(DATA, "Authorization", "Data "),
    )
    return Session(settings, clock=world.clock)


def _sent(world: Any) -> list[tuple[str, str | None]]:
    return [(str(each.url), each.headers.get("authorization")) for each in world.requests]


def test_each_server_is_shown_its_own_secret(world: Any, kit: Any) -> None:
    session = _session(world)
    world.run(session.call(kit.GET))
    world.run(session.at_data_server(TOKEN).call(kit.request("/x/y", server="data")))
    assert _sent(world) == [(f"{API}/things/1", f"Api {KEY}"), (f"{DATA}/x/y", f"Data {TOKEN}")]


def test_an_operation_is_not_sent_to_the_other_kind_of_server(world: Any, kit: Any) -> None:
    session = _session(world)
    with pytest.raises(ConfigError, match="data_access_token is missing: things_get is an operation of the"):
        world.run(session.call(kit.request("/x", server="data")))
    with pytest.raises(ConfigError, match="things_get is an operation of the API server"):
        world.run(session.at_data_server(TOKEN).call(kit.GET))
    assert world.requests == []


def test_an_api_without_data_servers_has_none(world: Any) -> None:
    with pytest.raises(ConfigError, match="has no data server"):
        world.session.at_data_server(TOKEN)


@pytest.mark.parametrize(
    "location",
    [
        f"{DATA}/things/1",
        f"{OTHER}/things/1",
        "/us/data/things/1",
        f"{API}/%2e%2e/data/things",
        f"{API}/..%2fdata/things",
        "http://elsewhere.test/eu/api/things/1",
        "http://one.test:81/eu/api/things/1",
    ],
)
@pytest.mark.parametrize("server", ["api", "data"])
def test_no_secret_follows_a_redirect_to_another_server_even_at_the_same_origin(
    server: str, location: str, world: Any, kit: Any
) -> None:
    session = _session(world)
    if server == "data":
        session = session.at_data_server(TOKEN)
        location = location.replace("/eu/data", "/eu/tmp").replace("/eu/api", "/eu/data").replace("/eu/tmp", "/eu/api")
        location = location.replace("/data/%2e%2e/data", "/data/%2e%2e/api").replace("..%2fdata", "..%2fapi")
    world.answers(kit.reply(302, headers={"location": location}), kit.reply(200, {}))
    world.run(session.call(kit.request(server=server)))
    assert [bool(secret) for _, secret in _sent(world)] == [True, False]


def test_a_redirect_within_the_same_server_keeps_the_secret(world: Any, kit: Any) -> None:
    world.answers(kit.reply(302, headers={"location": "/eu/api/things/2"}), kit.reply(200, {}))
    world.run(_session(world).call(kit.GET))
    assert [secret for _, secret in _sent(world)] == [f"Api {KEY}"] * 2


@pytest.mark.parametrize(
    ("path", "inside"),
    [("/a/b", True), ("/a/b/c", True), ("/a/bc", False), ("/a/b/../c", False), ("/a/b/.%2e/c", False), ("/a", False)],
)
def test_a_path_is_within_another_only_segment_by_segment(path: str, inside: bool) -> None:
    assert within(f"http://h{path}", "/a/b") is inside


def test_a_link_from_a_reply_is_followed_without_secrets_wherever_it_leads(world: Any, kit: Any) -> None:
    session = _session(world)
    for link in ("http://files.test/a.pdf?sig=1", f"{API}/files/a.pdf", f"{DATA}/a.pdf"):
        world.run(session.open(kit.GET, elsewhere=link))
    assert _sent(world) == [
        ("http://files.test/a.pdf?sig=1", None),
        (f"{API}/files/a.pdf", None),
        (f"{DATA}/a.pdf", None),
    ]


@pytest.mark.parametrize("link", ["ftp://files.test/a", "http://me:pw@files.test/a", "javascript:1"])
def test_a_link_that_must_not_be_asked_is_refused(link: str, world: Any, kit: Any) -> None:
    with pytest.raises(RedirectRefused):
        world.run(_session(world).open(kit.GET, elsewhere=link))
    assert world.requests == []


def test_an_error_of_the_data_server_shows_neither_secret_and_says_what_to_do(world: Any, kit: Any) -> None:
    said = {"errors": [{"code": "401", "detail": f"no {TOKEN} of {KEY}"}, {"code": "401", "detail": "too old"}]}
    world.answers(kit.reply(401, said))
    with pytest.raises(ApiError) as caught:
        world.run(_session(world).at_data_server(TOKEN).call(kit.request(server="data")))
    assert caught.value.message == "no *** of ***; too old"
    assert "The data access token has expired" in str(caught.value)
    assert TOKEN not in repr(vars(caught.value))
    assert KEY not in repr(vars(caught.value))
    assert TOKEN not in repr(_session(world).at_data_server(TOKEN).settings)


# --- settings ---


def _data(settings: Settings) -> str:
    assert settings.data is not None
    return settings.data.url


def test_both_servers_are_of_the_same_location() -> None:
    settings = resolve(VENDOR, api_key="k", region="us", env={})
    assert (settings.base_url, _data(settings)) == ("https://api.us.test", "https://data.us.test")
    settings = resolve(VENDOR, api_key="k", env={"TWO_LOCATION": "us"})
    assert _data(settings) == "https://data.us.test"


def test_the_data_server_of_another_address_is_given_or_told_from_it() -> None:
    told = resolve(VENDOR, api_key="k", base_url="http://127.0.0.1:1/api", env={})
    assert _data(told) == "http://127.0.0.1:1/data"
    given = resolve(VENDOR, api_key="k", base_url="http://127.0.0.1:1/a", data_url="http://127.0.0.1:1/d/", env={})
    assert _data(given) == "http://127.0.0.1:1/d"
    env = {"TWO_API_URL": "http://127.0.0.1:1/a", "TWO_DATA_URL": "http://127.0.0.1:2/d"}
    from_env = resolve(VENDOR, api_key="k", env=env)
    assert _data(from_env) == "http://127.0.0.1:2/d"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"base_url": "http://127.0.0.1:1/a"}, "data_url is missing: it cannot be told from http://127.0.0.1:1/a"),
        ({"data_url": "https://data.us.test"}, "data_url is given without api_url"),
        (
            {"base_url": "https://api.eu.test", "data_url": "https://data.us.test"},
            "data_url is that of 'us', but the API server is that of 'eu'",
        ),
        ({"base_url": "http://127.0.0.1:1/a", "data_url": "data"}, "data_url is not an http or https URL"),
    ],
)
def test_a_data_server_that_does_not_go_with_the_api_is_refused(arguments: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        resolve(VENDOR, api_key="k", env={}, **arguments)  # type: ignore[arg-type]


def test_the_environments_data_server_does_not_go_with_a_location_that_is_given() -> None:
    settings = resolve(VENDOR, api_key="k", region="us", env={"TWO_DATA_URL": "https://data.eu.test"})
    assert _data(settings) == "https://data.us.test"


# --- giving up ---


def _cancel(kit: Any) -> Any:
    return lambda job_id: kit.request(f"/jobs/{job_id}/cancel", id="jobs_cancel", method="POST", retry="unsafe")


def test_a_wait_that_is_interrupted_has_the_job_cancelled(world: Any, kit: Any) -> None:
    world.answers(kit.job("running"), KeyboardInterrupt(), kit.reply(200, {}))
    flow = wait_for(world.session, kit.JOB, 7, kit.look, hooks=Hooks(cancel=_cancel(kit)), cancel_on_interrupt=True)
    with pytest.raises(KeyboardInterrupt) as caught:
        world.run(flow)
    assert world.paths[-1] == "POST /api/v2/jobs/7/cancel"
    assert not getattr(caught.value, "__notes__", [])


def test_a_job_that_could_not_be_cancelled_is_named_in_the_interrupt(world: Any, kit: Any) -> None:
    world.answers(kit.job("running"), KeyboardInterrupt(), kit.reply(500, {}))
    flow = wait_for(world.session, kit.JOB, 7, kit.look, hooks=Hooks(cancel=_cancel(kit)), cancel_on_interrupt=True)
    with pytest.raises(KeyboardInterrupt) as caught:
        world.run(flow)
    assert "Job 7 goes on at the server: cancelling it failed: jobs_cancel" in caught.value.__notes__[0]


def test_a_cancelled_task_has_its_job_cancelled(kit: Any) -> None:
    world = kit.World("async")
    seen: list[str] = []

    async def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(f"{request.method} {request.url.path}")
        if request.method == "POST":
            await asyncio.sleep(0)  # a task that is cancelled could not wait for this, unless it is shielded
            return kit.reply(200, {})
        await asyncio.Event().wait()
        raise AssertionError("not reached")

    async def work() -> None:
        io = AsyncIO(world.clock, world.session.timeouts, httpx2.AsyncClient(transport=httpx2.MockTransport(handle)))
        flow = wait_for(world.session, kit.JOB, 7, kit.look, hooks=Hooks(cancel=_cancel(kit)), cancel_on_interrupt=True)
        task = asyncio.create_task(arun(flow, io))
        while not seen:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(work())
    assert seen == ["GET /api/v2/jobs/7", "POST /api/v2/jobs/7/cancel"]


def test_a_failure_without_a_reason_is_explained_by_its_status(world: Any, kit: Any) -> None:
    world.answers(kit.job("failure"))
    hooks = Hooks(reasons={"failure": "the database refused it"})
    with pytest.raises(JobFailed, match="the database refused it"):
        world.run(wait_for(world.session, kit.JOB, 7, kit.look, hooks=hooks))
