"""Keys and tokens of Cluvio where they do not belong: every operation, every wrong credential, every narrowed key."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bireme_emulator.cluvio.access import PERMISSIONS, digest, put_key
from bireme_emulator.kernel.specs import load_bundle
from tests.security.cluvio_attempts import SAMPLE, execution, on, source
from tests.unit.emulator_state.cluvio_alerts_world import alert
from tests.unit.emulator_state.cluvio_boards import BOARD, MONTHS, WEATHER, wait
from tests.unit.emulator_state.cluvio_world import MANAGE, VIEW, Cluvio

_IDS = {"dashboards": BOARD, "reports": MONTHS, "datasources": SAMPLE, "filters": "fltr-carr-0001"}


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, path (with ids of the demo in it) and operation of all that the API server has."""
    for path, item in load_bundle("cluvio")["paths"].items():
        for method in ("get", "post", "put", "patch", "delete"):
            if method in item and item[method].get("x-server") != "data":
                kind = path.split("/")[1]
                yield method.upper(), path.replace("{id}", _IDS.get(kind, "x")), item[method]


async def token_of(cluvio: Cluvio) -> tuple[str, str]:
    """Data key and token of a result."""
    record = await execution(cluvio, "SELECT 'treasure' AS t")
    given = await cluvio.get(f"/executions/{record['id']}/data")
    return given["data_key"], given["data_access_token"]


CREDENTIALS = {
    "none": "",
    "a key without its scheme": MANAGE,
    "a key under another scheme": f"Bearer {MANAGE}",
    "a key as a token": f"Data {MANAGE}",
    "a key in the form of passwords": "Basic Y2x1dmlvLWRlbW8tbWFuYWdlLWtleS0wMDAxOg==",
    "two keys": f"Api {MANAGE} {VIEW}",
    "a key that is not known": "Api cluvio-demo-manage-key-0002",
    "a key in other letters": f"Api {MANAGE.upper()}",
    "part of a key": f"Api {MANAGE[:-1]}",
    "the digest of a key": "Api {digest}",
    "a data token as a key": "Api {token}",
    "a data token": "Data {token}",
    "a disabled key": "Api the-disabled-key",
    "a key of the other location": "Api the-key-of-the-us",
}


@pytest.mark.parametrize("credential", CREDENTIALS.values(), ids=CREDENTIALS)
async def test_no_operation_takes_a_credential_that_is_no_key_of_the_location(credential: str, cluvio: Cluvio) -> None:
    _, token = await token_of(cluvio)
    put_key(cluvio.session, "cluvio_eu", "the-disabled-key", "manage", PERMISSIONS, enabled=False)
    put_key(cluvio.session, "cluvio_us", "the-key-of-the-us", "manage", PERMISSIONS)
    wrong = credential.replace("{token}", token).replace("{digest}", digest(MANAGE))
    tried = 0
    for method, path, operation in operations():
        reply = await cluvio.call(method, path, headers={"Authorization": wrong})
        assert reply.status_code == 401, (operation["operationId"], reply.text)
        assert wrong.rpartition(" ")[2] not in reply.text or not wrong
        tried += 1
    assert tried == 89


async def test_a_view_key_writes_nothing(cluvio: Cluvio) -> None:
    def state() -> dict[str, Any]:
        store = cluvio.session.store
        kept = {kind: store.list("cluvio_eu", kind) for kind in store.kinds("cluvio_eu")}
        return {kind: records for kind, records in kept.items() if kind not in ("executions", "export_jobs")}

    viewer = cluvio.key(*(one for one in PERMISSIONS if not one.startswith("manage_")), type="view")
    before, refused = state(), 0
    for method, path, operation in operations():
        if all(one.startswith("manage_") for one in operation["x-any-permission"]):
            reply = await viewer.call(method, path)
            assert reply.status_code == 403, (operation["operationId"], reply.text)
            refused += 1
    assert refused >= 50
    assert state() == before


DATA_TOKENS = {
    "no token": ("{key}", ""),
    "the key of the API": ("{key}", f"Api {MANAGE}"),
    "the key of the API as a token": ("{key}", f"Data {MANAGE}"),
    "a token under another scheme": ("{key}", "Bearer {token}"),
    "a token with another end": ("{key}", "Data {token}0"),
    "a token without its seal": ("{key}", "Data {body}"),
    "a token with an empty seal": ("{key}", "Data {body}."),
    "a token that lives longer": ("{key}", "Data {longer}"),
    "another data key": ("{other}", "Data {token}"),
    "the same result in another form": ("{key}/%2e%2e/csv/comma/dot/always", "Data {token}"),
    "the schema": ("schemas/smpl-data-0001/all", "Data {token}"),
    "a key of encoded dots": ("results/%2e%2e/{key}", "Data {token}"),
    "a key with an encoded slash": ("{encoded}", "Data {token}"),
    "a key with a slash too many": ("{key}/", "Data {token}"),
    "a file": ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "Data {token}"),
}


@pytest.mark.parametrize(("key", "credential"), DATA_TOKENS.values(), ids=DATA_TOKENS)
async def test_the_data_server_opens_the_one_key_that_the_token_is_for(
    key: str, credential: str, cluvio: Cluvio
) -> None:
    (data_key, token), (other, _) = await token_of(cluvio), await token_of(cluvio)
    body, _, seal = token.partition(".")
    longer = base64.urlsafe_b64encode(json.dumps([data_key, 4e9]).encode()).decode().rstrip("=")
    facts = {"key": data_key, "other": other, "token": token, "body": body, "longer": f"{longer}.{seal}"}
    facts["encoded"] = data_key.replace("/", "%2f", 1)
    for name, value in facts.items():
        key, credential = key.replace(f"{{{name}}}", value), credential.replace(f"{{{name}}}", value)
    reply = await cluvio.server("data", credential).call("GET", f"/data/{key}")
    harmless = key == facts["encoded"]  # the same key, spelt otherwise
    assert reply.status_code in ((200, 401, 404) if harmless else (401, 404)), reply.text
    assert "treasure" not in reply.text or harmless
    assert token not in reply.text


@pytest.mark.parametrize("where", ["the other location", "another session", "later", "the API server"])
async def test_a_token_is_for_its_location_its_session_and_some_minutes(where: str, cluvio: Cluvio) -> None:
    key, token = await token_of(cluvio)
    right = cluvio.server("data", f"Data {token}")
    assert (await right.call("GET", f"/data/{key}")).status_code == 200
    if where == "later":
        cluvio.control.clock.advance(301)
    wrong = {"the other location": right.at("us"), "the API server": cluvio.server("api", f"Data {token}")}
    headers = {"X-Emulator-Session": f"{cluvio.session_name}-other"} if where == "another session" else {}
    reply = await wrong.get(where, right).call("GET", f"/data/{key}", headers=headers)
    if where == "another session":
        cluvio.emulation.control.delete_session(f"{cluvio.session_name}-other")
    assert reply.status_code in (401, 404)
    assert "treasure" not in reply.text


# What a key without access to the dashboard, the datasource or both tries: (narrowed to others, method, path, body).
# {execution}, {job}: those of somebody else, of that dashboard.
BOTH, BOARDS, SOURCES = ("dashboards", "datasources"), ("dashboards",), ("datasources",)
_TITLE = {"data": {"attributes": {"name": "Mine"}}}
NARROWED: list[tuple[tuple[str, ...], str, str, Any]] = [
    (BOARDS, "GET", f"/dashboards/{BOARD}", None),
    (BOARDS, "GET", f"/reports/{MONTHS}", None),
    (BOARDS, "GET", f"/reports/{MONTHS}?include=dashboard", None),
    (BOARDS, "POST", f"/reports/{MONTHS}/data", {}),
    (BOARDS, "POST", f"/reports/{MONTHS}/refresh", {}),
    (BOARDS, "POST", f"/dashboards/{BOARD}/status", {"refresh_data": True}),
    (BOARDS, "POST", f"/dashboards/{BOARD}/refresh", {}),
    (BOARDS, "POST", f"/dashboards/{BOARD}/export/pdf", {}),
    (BOARDS, "POST", f"/dashboards/{BOARD}/export/png", {}),
    (BOARDS, "POST", f"/reports/{MONTHS}/export/csv", {}),
    (BOARDS, "POST", f"/reports/{MONTHS}/export/png", {}),
    (BOARDS, "POST", f"/dashboards/{BOARD}/duplicate", None),
    (BOARDS, "POST", f"/reports/{MONTHS}/duplicate", None),
    (BOARDS, "POST", f"/dashboards/{BOARD}/backup", None),
    (BOARDS, "POST", f"/dashboards/{BOARD}/lock", None),
    (BOARDS, "POST", f"/dashboards/{BOARD}/unlock", None),
    (BOARDS, "POST", f"/dashboards/{BOARD}/share", {"share_mode": "all_users"}),
    (BOARDS, "PATCH", f"/dashboards/{BOARD}", _TITLE),
    (BOARDS, "PATCH", f"/reports/{MONTHS}", _TITLE),
    (BOARDS, "DELETE", f"/dashboards/{BOARD}", None),
    (BOARDS, "DELETE", f"/reports/{MONTHS}", None),
    (BOARDS, "GET", "/executions/{execution}", None),
    (BOARDS, "GET", "/executions/{execution}/data", None),
    (BOARDS, "POST", "/executions/{execution}/cancel", None),
    (BOARDS, "GET", "/export_jobs/{job}", None),
    (BOARDS, "POST", "/export_jobs/{job}/cancel", None),
    (BOARDS, "POST", "/reports", Cluvio.data(on(BOARD), name="Mine", sql_query="SELECT 1")),
    (BOARDS, "POST", "/dashboards", _TITLE),
    (SOURCES, "GET", f"/datasources/{SAMPLE}", None),
    (SOURCES, "GET", f"/datasources/{SAMPLE}/schema", None),
    (SOURCES, "POST", f"/datasources/{SAMPLE}/refresh", None),
    (SOURCES, "POST", f"/datasources/{SAMPLE}/test", None),
    (SOURCES, "POST", f"/datasources/{SAMPLE}/executions", {"sql_query": "SELECT 1"}),
    (SOURCES, "PATCH", f"/datasources/{SAMPLE}", _TITLE),
    (SOURCES, "DELETE", f"/datasources/{SAMPLE}", None),
    (SOURCES, "GET", "/executions/{execution}", None),
    (SOURCES, "GET", "/executions/{execution}/data", None),
    (SOURCES, "POST", "/executions/{execution}/cancel", None),
    (SOURCES, "POST", "/reports", Cluvio.data(on(BOARD), name="Mine", sql_query="SELECT 1")),
    (SOURCES, "PATCH", f"/reports/{MONTHS}", Cluvio.data(sql_query="SELECT * FROM airlines")),
    (SOURCES, "DELETE", f"/reports/{MONTHS}", None),
    (SOURCES, "POST", f"/reports/{MONTHS}/duplicate", None),
    (SOURCES, "POST", f"/dashboards/{BOARD}/duplicate", None),
    (SOURCES, "DELETE", f"/dashboards/{BOARD}", None),
    (SOURCES, "POST", "/sql_alerts", alert()),
    (SOURCES, "PATCH", "/sql_alerts/{alert}", Cluvio.data(sql_query="SELECT 1")),
    (SOURCES, "POST", "/sql_alerts/{alert}/run", None),
    (SOURCES, "DELETE", "/sql_alerts/{alert}", None),
    (SOURCES, "POST", "/sql_snippets", Cluvio.data(source(SAMPLE), name="mine", text="1")),
    (SOURCES, "PATCH", "/sql_snippets/{snippet}", Cluvio.data(text="1")),
    (SOURCES, "DELETE", "/sql_snippets/{snippet}", None),
    (SOURCES, "PATCH", "/filters/fltr-carr-0001", Cluvio.data(sql_query="SELECT 1")),
    (SOURCES, "DELETE", "/filters/fltr-carr-0001", None),
    (BOTH, "GET", "/dashboard_schedules/{schedule}", None),
    (BOTH, "POST", "/dashboard_schedules/{schedule}/trigger", None),
    (BOTH, "PATCH", "/dashboard_schedules/{schedule}", _TITLE),
    (BOTH, "DELETE", "/dashboard_schedules/{schedule}", None),
]


async def known_ids(cluvio: Cluvio) -> dict[str, str]:
    """An execution and an export job of the dashboard, and objects of the demo."""
    await cluvio.post(f"/reports/{MONTHS}/refresh", {})
    job = (await cluvio.post(f"/reports/{MONTHS}/export/csv", {}))["job_id"]
    wait(cluvio)
    newest = max(cluvio.session.store.list("cluvio_eu", "executions"), key=lambda one: str(one["created_at"]))
    schedules = (await cluvio.get("/dashboard_schedules"))["data"]
    first = {kind: (await cluvio.get(f"/sql_{kind}s"))["data"][0]["id"] for kind in ("alert", "snippet")}
    return {"execution": newest["id"], "job": job, "schedule": schedules[0]["id"], **first}


@pytest.mark.parametrize(
    ("narrowed", "method", "path", "body"), NARROWED, ids=[f"{a[0][0]} {a[1]} {a[2]}" for a in NARROWED]
)
async def test_a_narrowed_key_reaches_nothing_beyond_by_no_way(
    narrowed: tuple[str, ...], method: str, path: str, body: Any, cluvio: Cluvio
) -> None:
    ids = await known_ids(cluvio)
    limits = {"dashboard_ids": [WEATHER] if narrowed == BOARDS else ["none"]} if "dashboards" in narrowed else {}
    if "datasources" in narrowed:
        limits["datasource_ids"] = ["none"]
    for name, id in ids.items():
        path = path.replace(f"{{{name}}}", id)
    before = len(cluvio.session.jobs.list())
    reply = await cluvio.key(*PERMISSIONS, **limits).call(method, path, **({} if body is None else {"json": body}))
    assert reply.status_code in (403, 404), reply.text
    assert "SELECT" not in reply.text
    assert len(cluvio.session.jobs.list()) == before, "something was started"


@pytest.mark.parametrize(
    "path",
    ["/dashboards", "/reports", "/dashboard_schedules", "/dashboard_groups/{group}?include=dashboards", "/datasources"],
)
async def test_a_list_names_nothing_beyond_the_reach_of_a_narrowed_key(path: str, cluvio: Cluvio) -> None:
    groups = (await cluvio.get("/dashboard_groups"))["data"]
    group = next(each["id"] for each in groups if each["relationships"]["dashboards"]["data"])
    narrow = cluvio.key(*PERMISSIONS, dashboard_ids=["none"], datasource_ids=["none"])
    text = str(await narrow.get(path.replace("{group}", group)))
    for secret in (BOARD, MONTHS, SAMPLE, "sql_query"):
        assert secret not in text
    assert not re.search(r"'included': \[\{", text)
