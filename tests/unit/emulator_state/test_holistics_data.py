"""Data sources, data sets, data models, reports: what is shown to whom, what can be changed, what is in the way."""

from __future__ import annotations

import json
from typing import Any

import pytest

ADMIN = "holistics-demo-admin-key-0001"
ANALYST = "holistics-demo-analyst-key-0001"
VIEWER = "holistics-demo-viewer-key-0001"
SECRET = "correct-horse-battery"


def put(api: Any, kind: str, id: int, **changes: Any) -> None:
    store = api.control._session.store
    store.put("holistics", kind, id, {**(store.get("holistics", kind, id) or {"id": id}), **changes})


def as_explorer(api: Any) -> str:
    """A key of somebody who may read data objects but not manage them."""
    put(api, "users", 3, role="explorer")
    return VIEWER


async def message(api: Any, path: str, **query: Any) -> str:
    reply = await api.call("DELETE", path, params=query)
    assert reply.status_code == 200, reply.text
    assert set(reply.json()) == {"message"}
    return str(reply.json()["message"])


async def test_a_data_source_is_shown_without_how_it_is_reached(api: Any) -> None:
    source = (await api.get("/data_sources/2"))["data_source"]
    assert (source["name"], source["dbtype"]) == ("partner-sftp", "sftp")
    assert set(source) == {"id", "name", "dbtype", "settings", "is_sample", "is_default"}


@pytest.mark.parametrize("kind", ["data_sources", "data_sets", "data_models", "query_reports"])
async def test_what_does_not_exist_is_not_found(api: Any, kind: str) -> None:
    assert (await api.refused("GET", f"/{kind}/999"))[:2] == (404, "BaseError")
    if kind != "query_reports":
        assert (await api.refused("DELETE", f"/{kind}/999"))[:2] == (404, "BaseError")


@pytest.mark.parametrize(
    "path",
    [
        "/data_sources/1",
        "/data_sets/203",
        "/data_models/104",
        "/query_reports/12370",
        "/dependencies/downstream_dependencies?id=1&type=DataSource",
    ],
)
async def test_reading_data_objects_takes_the_right_to_see_data(api: Any, path: str) -> None:
    assert (await api.refused("GET", path, VIEWER))[:2] == (403, "PermissionDeniedError")
    assert (await api.call("GET", path, as_explorer(api))).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("DELETE", "/data_sources/2", None),
        ("PUT", "/data_sources/2", {"data_source": {"name": "Other"}}),
        ("POST", "/data_sources/1/bust_exploration_cache", None),
        ("DELETE", "/data_sets/206", None),
        ("DELETE", "/data_models/108", None),
    ],
)
async def test_managing_data_objects_is_not_for_those_who_may_only_read_them(
    api: Any, method: str, path: str, body: Any
) -> None:
    assert (await api.refused(method, path, as_explorer(api), json=body))[:2] == (403, "PermissionDeniedError")
    assert (await api.call(method, path, ANALYST, json=body)).status_code == 200


async def test_an_update_changes_what_it_names_and_nothing_else(api: Any) -> None:
    before = (await api.get("/data_sources/1"))["data_source"]
    body = {"data_source": {"name": "Flights", "settings": {"query_timeout": None, "invented": 1}}}
    reply = await api.call("PUT", "/data_sources/1", json=body)
    after = {**before, "name": "Flights", "settings": {**before["settings"], "query_timeout": None}}
    assert reply.json() == {"data_source": after}
    assert (await api.get("/data_sources/1"))["data_source"] == after


async def test_the_time_zone_of_a_data_source_is_the_one_that_queries_use(api: Any) -> None:
    async def hours() -> list[str]:
        reply = await api.fetch(await api.link((await api.export(4193))["id"]))
        return [line[:19] for line in reply.text.splitlines()[1:3]]

    first = (await hours())[0]
    body = {"data_source": {"settings": {"timezone": "Europe/Berlin"}}}
    assert (await api.call("PUT", "/data_sources/1", json=body)).status_code == 200
    assert first == "2013-01-01 01:00:00"
    assert (await hours())[0] == "2013-01-01 07:00:00"


async def test_queries_keep_to_the_time_limit_of_their_data_source(api: Any) -> None:
    report = api.control._session.store.get("holistics", "dashboard_widgets", 4178)["source_id"]
    put(api, "query_reports", report, _query={"sql": "SELECT md5(range::VARCHAR) FROM range(100000000000)"})
    body = {"data_source": {"settings": {"query_timeout": 1}}}
    assert (await api.call("PUT", "/data_sources/1", json=body)).status_code == 200
    job = await api.export(4178)
    assert (job["status"], job["last_error_log"]) == ("failure", "The query was stopped after its time limit of 1 s.")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "localtime", "europe/berlin", "../../etc/passwd", "UTC\u0000"])
async def test_a_time_zone_that_is_none_is_refused_and_named(api: Any, zone: str) -> None:
    reply = await api.call("PUT", "/data_sources/1", json={"data_source": {"settings": {"timezone": zone}}})
    assert (reply.status_code, reply.json()["type"]) == (422, "RecordError")
    assert list(reply.json()["record"]) == ["timezone"]
    assert (await api.get("/data_sources/1"))["data_source"]["settings"]["timezone"] == "America/New_York"


@pytest.mark.parametrize("name", ["", "  ", "LAKE-adls"])
async def test_a_name_that_is_blank_or_taken_is_refused(api: Any, name: str) -> None:
    reply = await api.call("PUT", "/data_sources/2", json={"data_source": {"name": name}})
    assert (reply.status_code, list(reply.json()["record"])) == (422, ["name"])


@pytest.mark.parametrize("name", ["password", "p\\u0061ssword"])
async def test_a_password_is_nowhere_to_be_read(api: Any, name: str, caplog: pytest.LogCaptureFixture) -> None:
    body = f'{{"data_source": {{"dbconfig": {{"host": "203.0.113.7", "port": "22", "{name}": "{SECRET}"}}}}}}'
    reply = await _put(api, body)
    assert reply.status_code == 200
    session = api.control._session
    assert session.store.get("holistics", "data_sources", 2)["_dbconfig"]["host"] == "203.0.113.7"
    assert session.store.get("holistics", "data_sources", 2)["_dbconfig"]["has_password"] is True
    everything = [reply.text, json.dumps(session.store.snapshot()), json.dumps(api.control.journal()), caplog.text]
    assert not [text for text in everything if SECRET in text]
    assert "203.0.113.7" in json.dumps(api.control.journal())


@pytest.mark.parametrize(
    "body",
    [
        f'{{"data_source": {{"dbconfig": {{"password": ["{SECRET}"]}}}}}}',
        f'{{"data_source": {{"dbconfig": [{{"password": "{SECRET}"}}]}}}}',
        f'{{"data_source": {{"dbconfig": {{"password": "{SECRET}"}}}}',
    ],
)
async def test_a_password_in_a_body_that_is_refused_is_not_repeated(api: Any, body: str) -> None:
    reply = await _put(api, body)
    assert reply.status_code == 400
    assert SECRET not in reply.text + json.dumps(api.control.journal())


async def _put(api: Any, body: str) -> Any:
    headers = {"X-Emulator-Session": api.session, "X-Holistics-Key": ADMIN, "Content-Type": "application/json"}
    return await api.client.put("/holistics/api/v2/data_sources/2", headers=headers, content=body)


async def test_a_data_source_that_is_needed_stays(api: Any) -> None:
    status, type, text = await api.refused("DELETE", "/data_sources/1")
    assert (status, type) == (422, "InvalidOperationError")
    assert "data models 101, 102, 103, 104, 105 and 3 more" in text
    assert "data sets 201" in text
    schedule = {"source_type": "Dashboard", "source_id": 16076, "dest": {"type": "SftpDest", "data_source_id": 2}}
    put(api, "data_schedules", 71, **schedule)
    assert "schedule 71" in (await api.refused("DELETE", "/data_sources/2"))[2]
    assert await message(api, "/data_sources/3") == "Data source 3 has been deleted."
    assert (await api.refused("GET", "/data_sources/3"))[0] == 404


async def test_a_data_set_has_its_models_and_reports_when_asked(api: Any) -> None:
    plain = (await api.get("/data_sets/201"))["data_set"]
    assert not {"data_models", "reports"} & set(plain)
    assert plain["owner"] == "Ada Keller"
    assert plain["permission"] == {"can_crud": True, "can_read": True}
    assert plain["join_configs"][0]["join"]["source_model"] == "flights"
    assert plain["related_joins"][0]["source_model"] == {"id": 101, "name": "flights"}
    full = (await api.get("/data_sets/201", include_models="true", include_reports="true"))["data_set"]
    assert [model["name"] for model in full["data_models"]] == ["flights", "airlines", "destinations", "planes"]
    assert {report["data_set_id"] for report in full["reports"]} == {201}
    assert 12345 in [report["id"] for report in full["reports"]]
    assert {key: value for key, value in full.items() if key in plain} == plain
    assert "_query" not in json.dumps(full)


async def test_a_data_set_tells_what_the_caller_may_do(api: Any) -> None:
    seen = (await api.get("/data_sets/203", as_explorer(api)))["data_set"]
    assert seen["permission"] == {"can_crud": False, "can_read": True}


async def test_a_data_set_that_is_needed_or_made_by_code_stays(api: Any) -> None:
    status, type, text = await api.refused("DELETE", "/data_sets/203")
    assert (status, type) == (422, "InvalidOperationError")
    assert "reports 12370, 12371, 12372" in text
    assert "AML" in (await api.refused("DELETE", "/data_sets/205"))[2]
    assert await message(api, "/data_sets/206") == "Data set 206 has been deleted."
    assert (await api.refused("GET", "/data_sets/206"))[0] == 404


async def test_a_report_has_its_data_set_when_asked(api: Any) -> None:
    assert "data_set" not in (await api.get("/query_reports/12370"))["query_report"]
    report = (await api.get("/query_reports/12370", include_data_set="true"))["query_report"]
    assert (report["title"], report["data_set"]["id"]) == ("Aircraft by manufacturer", 203)
    assert not [key for key in report if key.startswith("_")]


async def test_a_data_model_that_a_data_set_uses_stays(api: Any) -> None:
    assert "data sets 201, 203" in (await api.refused("DELETE", "/data_models/104"))[2]
    assert (await api.refused("DELETE", "/data_models/104", params={"drop_import_table": "true"}))[0] == 422


async def test_a_model_that_is_no_import_is_deleted_at_once_whatever_is_asked(api: Any) -> None:
    assert (await api.get("/data_models/108"))["data_model"]["name"] == "hubs"
    assert await message(api, "/data_models/108", drop_import_table="true") == "Data model 108 has been deleted."
    assert (await api.refused("GET", "/data_models/108"))[0] == 404


async def test_dropping_an_import_table_is_a_job_after_which_queries_do_not_find_the_table(api: Any) -> None:
    put(api, "query_reports", 12346, _query={"sql": "SELECT count(*) AS targets FROM punctuality_targets"})
    before = await api.export(4178)
    assert before["status"] == "success"
    assert not [key for key in (await api.get("/data_models/107"))["data_model"] if key.startswith("_")]
    reply = await api.call("DELETE", "/data_models/107", params={"drop_import_table": "true"})
    job = await api.ended(reply.json()["job"]["id"])
    assert job["status"] == "success"
    assert (await api.refused("GET", "/data_models/107"))[0] == 404
    after = await api.export(4178)
    assert after["status"] == "failure"
    assert "punctuality_targets does not exist" in after["last_error_log"]
    assert (await api.export(4175))["status"] == "success"
    api.control.reset()
    put(api, "query_reports", 12346, _query={"sql": "SELECT count(*) AS targets FROM punctuality_targets"})
    assert (await api.export(4178))["status"] == "success"


async def test_an_import_model_can_be_deleted_without_its_table(api: Any) -> None:
    put(api, "query_reports", 12346, _query={"sql": "SELECT count(*) AS targets FROM punctuality_targets"})
    assert await message(api, "/data_models/107") == "Data model 107 has been deleted."
    assert (await api.export(4178))["status"] == "success"


async def test_a_cancelled_drop_leaves_model_and_table(api: Any) -> None:
    api.control.jobs.set_progression("import_table_drop", "manual")
    reply = await api.call("DELETE", "/data_models/107", params={"drop_import_table": "true"})
    id = reply.json()["job"]["id"]
    again = (await api.call("DELETE", "/data_models/107", params={"drop_import_table": "true"})).json()["job"]
    assert (again["status"], again["existing_job_id"]) == ("already_existed", id)
    api.control.jobs.cancel(id)
    assert (await api.get("/data_models/107"))["data_model"]["table_name"] == "punctuality_targets"


async def test_a_drop_whose_table_another_model_reads_is_refused(api: Any) -> None:
    put(api, "data_models", 108, table_name="punctuality_targets")
    text = (await api.refused("DELETE", "/data_models/107", params={"drop_import_table": "true"}))[2]
    assert "data model 108" in text


async def preload(api: Any) -> list[str]:
    reply = await api.call("POST", "/dashboards/16077/submit_preload")
    job = await api.ended(reply.json()["job"]["id"])
    assert job["status"] == "success"
    return list(await api.logs(job["id"]))


async def bust(api: Any, source: int) -> list[str]:
    reply = await api.call("POST", f"/data_sources/{source}/bust_exploration_cache")
    job = await api.ended(reply.json()["job"]["id"])
    assert job["status"] == "success"
    return list(await api.logs(job["id"]))


async def test_busting_the_cache_drops_the_results_of_that_data_source_only(api: Any) -> None:
    assert "4 widgets run, 0 skipped, 0 failed" in await preload(api)
    assert "Data source 2, partner-sftp: 0 cached results dropped" in await bust(api, 2)
    assert "0 widgets run, 4 skipped, 0 failed" in await preload(api)
    assert "Data source 1, New York flights: 4 cached results dropped" in await bust(api, 1)
    assert "4 widgets run, 0 skipped, 0 failed" in await preload(api)


async def test_dependants_are_read_off_the_objects_as_they_are(api: Any) -> None:
    async def of(type: str, id: int) -> Any:
        return (await api.get("/dependencies/downstream_dependencies", type=type, id=id))["dependants"]

    everything = await of("DataSource", 1)
    assert everything["data_model_ids"] == [101, 102, 103, 104, 105, 106, 107, 108]
    assert everything["data_set_ids"] == [201, 202, 203, 204, 205, 206]
    assert everything["dashboard_ids"] == [16076, 16077, 16078]
    assert await of("DataSource", 2) == {}
    assert await of("DataModel", 105) == {
        "data_set_ids": [202],
        "query_report_ids": [12360, 12361, 12362, 12363],
        "dashboard_widget_ids": [4190, 4191, 4192, 4193],
        "dashboard_ids": [16077],
    }
    assert "data_set_ids" not in await of("DataSet", 203)
    await message(api, "/dashboard_widgets/4195")
    assert (await of("DataSet", 203))["dashboard_widget_ids"] == [4196, 4197]
    assert (await api.refused("GET", "/dependencies/downstream_dependencies?type=DataSet&id=1"))[0] == 404
    assert (await api.refused("GET", "/dependencies/downstream_dependencies?type=Dashboard&id=16076"))[0] == 400


async def test_the_queue_shows_its_workers_and_how_many_are_busy(api: Any) -> None:
    async def workers() -> tuple[int, int]:
        (queue,) = (await api.get("/job_queues"))["job_queues"]
        return queue["total_workers"], queue["busy_workers"]

    total, busy = await workers()
    assert busy == 0
    api.control.jobs.set_progression("cache_bust", "manual")
    ids = []
    for number in range(total + 1):
        put(api, "data_sources", 50 + number, name=f"source {number}")
        reply = await api.call("POST", f"/data_sources/{50 + number}/bust_exploration_cache")
        ids.append(reply.json()["job"]["id"])
    assert await workers() == (total, 0)
    for count, id in enumerate(ids, start=1):
        api.control.jobs.advance(id)
        api.control.jobs.advance(id)
        assert await workers() == (total, min(total, count))
    for id in ids:
        api.control.jobs.advance(id)
    assert await workers() == (total, 0)


async def test_the_queues_are_not_for_everyone(api: Any) -> None:
    assert (await api.refused("GET", "/job_queues", ANALYST))[:2] == (403, "PermissionDeniedError")
