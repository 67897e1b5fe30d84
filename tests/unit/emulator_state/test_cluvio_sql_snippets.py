"""SQL snippets (fact sheet, section 14, and the rules of section 4.2 that are about them)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_world import Cluvio

SAMPLE = {"datasource": {"data": {"id": "smpl-data-0001", "type": "datasources"}}}
MANAGE = ("manage_datasources", "view_dashboards")


async def made(cluvio: Cluvio, name: str, text: str, **more: Any) -> dict[str, Any]:
    reply = await cluvio.call("POST", "/sql_snippets", json=cluvio.data(SAMPLE, name=name, text=text, **more))
    assert reply.status_code == 201, reply.text
    data: dict[str, Any] = reply.json()["data"]
    return data


async def refused(cluvio: Cluvio, **attributes: Any) -> str:
    status, detail = await cluvio.refused("POST", "/sql_snippets", json=cluvio.data(SAMPLE, **attributes))
    assert status == 422
    return detail


def ended(cluvio: Cluvio) -> None:
    """Wait until all that was started has ended."""
    for job in cluvio.control.jobs.list():
        cluvio.control.jobs.wait(job["id"])


async def second_datasource(cluvio: Cluvio) -> str:
    record = cluvio.session.store.get(cluvio.api, "datasources", "smpl-data-0001")
    assert record is not None
    cluvio.session.store.put(cluvio.api, "datasources", "othr-data-0001", {**record, "id": "othr-data-0001"})
    return "othr-data-0001"


def linked(snippet: dict[str, Any]) -> list[str]:
    return [link["id"] for link in snippet["relationships"]["sql_snippets"]["data"]]


async def test_a_new_snippet_has_its_text_its_times_and_its_datasource(cluvio: Cluvio) -> None:
    snippet = await made(cluvio, "delay", "dep_delay + arr_delay", description="Both delays", params="")
    assert snippet["attributes"] == {
        "name": "delay",
        "text": "dep_delay + arr_delay",
        "description": "Both delays",
        "params": "",
        "created_at": "2013-07-01T12:00:00Z",
        "updated_at": "2013-07-01T12:00:00Z",
    }
    assert snippet["relationships"]["datasource"] == SAMPLE["datasource"]
    assert (await cluvio.get(f"/sql_snippets/{snippet['id']}"))["data"] == snippet
    assert snippet in (await cluvio.get("/sql_snippets"))["data"]


async def test_a_snippet_is_always_tied_to_a_datasource(cluvio: Cluvio) -> None:
    body = cluvio.data(name="a", text="1")
    assert await cluvio.refused("POST", "/sql_snippets", json=body) == (
        422,
        "relationships/datasource: a snippet has a datasource; give its id",
    )


async def test_a_snippet_tells_all_snippets_that_it_uses_whatever_a_client_says(cluvio: Cluvio) -> None:
    one = await made(cluvio, "one", "1")
    two = await made(cluvio, "two", "[one] + 1")
    links = {**SAMPLE, "sql_snippets": {"data": [{"id": "snip-flwn-0001", "type": "sql_snippets"}]}}
    reply = await cluvio.call("POST", "/sql_snippets", json=cluvio.data(links, name="three", text="[two] * '[flown]'"))
    assert linked(reply.json()["data"]) == [two["id"], one["id"]]
    included = (await cluvio.get(f"/sql_snippets/{two['id']}", include="sql_snippets"))["included"]
    assert [(part["type"], part["id"]) for part in included] == [("sql_snippets", one["id"])]


async def test_a_datasource_comes_along_where_the_key_may_see_it(cluvio: Cluvio) -> None:
    found = await cluvio.get("/sql_snippets/snip-flwn-0001", include="datasource")
    assert [part["id"] for part in found["included"]] == ["smpl-data-0001"]
    viewer = cluvio.key("view_dashboards", type="view")
    status, _ = await viewer.refused("GET", "/sql_snippets/snip-flwn-0001?include=datasource")
    assert status == 403
    assert (await viewer.get("/sql_snippets/snip-flwn-0001"))["data"]["id"] == "snip-flwn-0001"


async def test_renaming_does_not_touch_sql_that_uses_a_snippet(cluvio: Cluvio) -> None:
    one = await made(cluvio, "one", "1")
    two = await made(cluvio, "two", "[one] + 1")
    cluvio.control.clock.advance(60)
    reply = await cluvio.call("PATCH", f"/sql_snippets/{one['id']}", json=cluvio.data(name="uno"))
    changed = reply.json()["data"]["attributes"]
    assert (changed["name"], changed["text"], changed["updated_at"]) == ("uno", "1", "2013-07-01T12:01:00Z")
    after = (await cluvio.get(f"/sql_snippets/{two['id']}"))["data"]
    assert (after["attributes"]["text"], linked(after)) == ("[one] + 1", [])


async def test_deleting_does_not_touch_sql_that_uses_a_snippet(cluvio: Cluvio) -> None:
    one = await made(cluvio, "one", "1")
    two = await made(cluvio, "two", "[one] + 1")
    assert (await cluvio.call("DELETE", f"/sql_snippets/{one['id']}")).status_code == 204
    assert await cluvio.refused("GET", f"/sql_snippets/{one['id']}") == (404, f"There is no sql snippet {one['id']}")
    assert linked((await cluvio.get(f"/sql_snippets/{two['id']}"))["data"]) == []


async def test_snippets_cannot_use_each_other_in_a_circle(cluvio: Cluvio) -> None:
    one = await made(cluvio, "one", "1")
    await made(cluvio, "two", "[one]")
    assert "itself" in await refused(cluvio, name="self", text="[self]")
    status, detail = await cluvio.refused("PATCH", f"/sql_snippets/{one['id']}", json=cluvio.data(text="[two]"))
    assert (status, detail) == (422, "attributes/text: one would use itself, directly or through others")
    assert (await cluvio.get(f"/sql_snippets/{one['id']}"))["data"]["attributes"]["text"] == "1"


@pytest.mark.parametrize(
    "name", ["", " ", "a[b]", "f(x)", "a\nb", " a", "CLUVIO_USER_EMAIL", "flown", "x" * 256, "a\0"]
)
async def test_a_name_that_no_query_could_use_is_refused(cluvio: Cluvio, name: str) -> None:
    assert "attributes/name: " in await refused(cluvio, name=name, text="1")


@pytest.mark.parametrize("attributes", [{"text": "a\0b"}, {"text": "1", "params": "a b"}])
async def test_text_and_params_are_checked(cluvio: Cluvio, attributes: dict[str, str]) -> None:
    wrong = "params" if "params" in attributes else "text"
    assert f"attributes/{wrong}: " in await refused(cluvio, name="n", **attributes)


async def test_creating_needs_access_to_the_datasource(cluvio: Cluvio) -> None:
    narrow = cluvio.key(*MANAGE, datasource_ids=["othr-data-0001"])
    status, detail = await narrow.refused("POST", "/sql_snippets", json=cluvio.data(SAMPLE, name="n", text="1"))
    assert (status, detail) == (403, "The API key has no access to datasource smpl-data-0001")


async def test_moving_needs_access_to_the_old_and_the_new_datasource(cluvio: Cluvio) -> None:
    other = await second_datasource(cluvio)
    move = cluvio.data({"datasource": {"data": {"id": other, "type": "datasources"}}})
    path = "/sql_snippets/snip-flwn-0001"
    for reached in (["smpl-data-0001"], [other]):
        status, _ = await cluvio.key(*MANAGE, datasource_ids=reached, name=reached[0]).refused("PATCH", path, json=move)
        assert status == 403
    both = cluvio.key(*MANAGE, datasource_ids=["smpl-data-0001", other], name="both", enabled=True)
    reply = await both.call("PATCH", path, json=move)
    assert reply.json()["data"]["relationships"]["datasource"]["data"]["id"] == other


async def test_deleting_needs_manage_datasources_on_its_datasource(cluvio: Cluvio) -> None:
    path = "/sql_snippets/snip-flwn-0001"
    for key in (
        cluvio.key("manage_dashboards"),
        cluvio.key(*MANAGE, datasource_ids=["othr-data-0001"]),
    ):
        status, _ = await key.refused("DELETE", path)
        assert status == 403
    assert (await cluvio.key("manage_datasources").call("DELETE", path)).status_code == 204


async def test_a_query_finds_the_snippets_of_its_datasource_and_no_others(cluvio: Cluvio) -> None:
    other = await second_datasource(cluvio)
    links = {"datasource": {"data": {"id": other, "type": "datasources"}}}
    reply = await cluvio.call("POST", "/sql_snippets", json=cluvio.data(links, name="flown", text="FALSE"))
    theirs = reply.json()["data"]["id"]
    both = (("smpl-data-0001", ["snip-flwn-0001", "snip-late-0001", "snip-shar-0001"]), (other, [theirs]))
    for datasource, expected in both:
        body = cluvio.data(
            {"datasource": {"data": {"id": datasource, "type": "datasources"}}}, name="u", text="[flown] [late_share]"
        )
        assert linked((await cluvio.call("POST", "/sql_snippets", json=body)).json()["data"]) == expected


async def test_the_snippets_of_the_demo_run(cluvio: Cluvio) -> None:
    sql = "SELECT carrier, [late_share] FROM flights WHERE [flown] GROUP BY carrier ORDER BY 2 DESC LIMIT 1"
    body = {"sql_query": sql, "parameters": {"filters": [{"variable_name": "least_delay", "selected_values": [60]}]}}
    execution = (await cluvio.post("/datasources/smpl-data-0001/executions", body, status=201))["data"]
    ended(cluvio)
    found = (await cluvio.get(f"/executions/{execution['id']}"))["data"]["attributes"]
    assert (found["execution_status"], found["result_rows"], found["result_columns"]) == ("success", 1, 2)
