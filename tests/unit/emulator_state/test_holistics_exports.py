"""Exports, preloads and jobs through the API: what comes out for whom, and what is said when nothing does."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme_emulator import create_app

START = datetime(2013, 7, 1, 12, tzinfo=UTC)

ADMIN = "holistics-demo-admin-key-0001"
ANALYST = "holistics-demo-analyst-key-0001"
VIEWER = "holistics-demo-viewer-key-0001"

FLIGHT_DATE, CARRIER = 2335, 2336


def on(filter_id: int, operator: str, *values: Any, modifier: str | None = None) -> dict[str, Any]:
    return {
        "dynamic_filter_id": filter_id,
        "condition": {"operator": operator, "values": list(values), "modifier": modifier},
    }


async def rows_of(api: Any, widget: int, *conditions: dict[str, Any], key: str | None = None) -> list[list[str]]:
    job = await api.export(widget, key=key, dashboard_filter_conditions=list(conditions))
    assert job["status"] == "success", job
    reply = await api.fetch(await api.link(job["id"]))
    assert reply.status_code == 200
    return list(csv.reader(io.StringIO(reply.text)))


async def test_an_export_gives_the_rows_as_csv(api: Any) -> None:
    job = await api.export(4175)
    assert job["status"] == "success"
    assert job["cancellable"] is False
    link = await api.link(job["id"])
    assert link.startswith("http://127.0.0.1:8901/")
    assert "/flights-per-month.csv?token=" in link
    reply = await api.fetch(link)
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    lines = reply.text.splitlines()
    assert lines[:2] == ["Month,Flights", "2013-01-01,27004"]
    assert len(lines) == 13
    assert (await api.logs(job["id"]))[3:] == [
        "Export of widget 4175, Flights per month, as csv",
        "Running the query",
        "flights-per-month.csv: 12 rows, 218 bytes",
        "Finished",
    ]


async def test_no_rows_still_have_a_header(api: Any) -> None:
    assert await rows_of(api, 4177) == [["Flight date", "Carrier", "Flight", "Origin", "Destination", "Arrival time"]]


async def test_a_broken_query_fails_with_the_databases_words_in_job_and_log(api: Any) -> None:
    job = await api.export(4178)
    assert job["status"] == "failure"
    assert job["last_error_log"].startswith('Binder Error: Referenced column "carier" not found')
    lines = (await api.get(f"/jobs/{job['id']}/logs"))["job_logs"]
    assert (lines[-1]["level"], lines[-1]["message"]) == ("ERROR", job["last_error_log"])
    status, type, message = await api.refused("GET", f"/exports/download?job_id={job['id']}")
    assert (status, type) == (422, "InvalidOperationError")
    assert "carier" in message


async def test_a_workbook_and_a_page_come_with_their_media_types(api: Any) -> None:
    for output, beginning, media_type in (
        ("xlsx", b"PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pdf", b"%PDF-", "application/pdf"),
    ):
        job = await api.export(4175, output)
        assert job["status"] == "success", await api.logs(job["id"])
        reply = await api.fetch(await api.link(job["id"]))
        assert reply.headers["content-type"] == media_type
        assert reply.content.startswith(beginning)


async def test_a_filter_acts_and_one_that_is_not_mapped_does_not(api: Any) -> None:
    whole = await rows_of(api, 4175)
    united = await rows_of(api, 4175, on(CARRIER, "is", "UA"))
    assert len(united) == len(whole) == 13
    assert int(united[1][1]) < int(whole[1][1])
    june = await rows_of(api, 4175, on(FLIGHT_DATE, "last", 1, modifier="month"))
    assert [row[0] for row in june[1:]] == ["2013-06-01"]
    date_drill = 2340  # mapped to 4175 and 4181 only
    assert await rows_of(api, 4180, on(date_drill, "transform_date_drill", "datetrunc year")) == await rows_of(
        api, 4180
    )


async def test_relative_dates_follow_the_sessions_clock(api: Any) -> None:
    api.control.clock.advance(31 * 86_400)
    rows = await rows_of(api, 4175, on(FLIGHT_DATE, "last", 1, modifier="month"))
    assert [row[0] for row in rows[1:]] == ["2013-07-01"]


async def test_a_default_condition_holds_unless_it_is_replaced_or_switched_off(api: Any) -> None:
    airport = 2346  # default: is JFK
    by_default = await rows_of(api, 4191)
    assert {row[1] for row in by_default[1:]} == {"JFK"}
    assert {row[1] for row in (await rows_of(api, 4191, on(airport, "is", "LGA")))[1:]} == {"LGA"}
    assert {row[1] for row in (await rows_of(api, 4191, on(airport, "none")))[1:]} == {"EWR", "JFK", "LGA"}


async def test_a_user_attribute_stands_for_the_callers_own_value(api: Any) -> None:
    rows = await rows_of(api, 4175, on(CARRIER, "matches_user_attribute", "h_email"))
    assert len(rows) == 1
    submit = "/dashboard_widgets/4175/submit_export?output=csv"
    body = {"dashboard_filter_conditions": [on(CARRIER, "matches_user_attribute", "h_shoe_size")]}
    assert "h_shoe_size" in (await api.refused("POST", submit, json=body))[2]


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ([on(9999, "is", "UA")], "9999"),
        ([on(CARRIER, "last", 3, modifier="day")], "'last'"),
        ([on(CARRIER, "is", "UA"), on(CARRIER, "is", "AA")], "twice"),
        ([on(FLIGHT_DATE, "matches", "the day after the party")], "party"),
    ],
)
async def test_a_condition_that_does_not_fit_is_refused_before_a_job_is_made(
    api: Any, conditions: list[Any], said: str
) -> None:
    for path in ("/dashboard_widgets/4175/submit_export?output=csv", "/dashboards/16076/submit_preload"):
        status, type, message = await api.refused("POST", path, json={"dashboard_filter_conditions": conditions})
        assert (status, type) == (422, "InvalidParameterError")
        assert message.startswith("dashboard_filter_conditions")
        assert said in message
    assert api.control.jobs.list() == ()


async def test_the_same_export_twice_at_once_is_done_once(api: Any) -> None:
    api.control.jobs.set_progression("widget_export", "manual")
    path = "/dashboard_widgets/4176/submit_export?output=csv"
    first = (await api.call("POST", path, json={"dashboard_filter_conditions": []})).json()["job"]
    second = (await api.call("POST", path)).json()["job"]
    assert first == {"id": first["id"], "status": "created", "existing_job_id": None}
    assert second == {"id": second["id"], "status": "already_existed", "existing_job_id": first["id"]}
    assert (await api.get(f"/jobs/{second['id']}"))["job"]["existing_job_id"] == first["id"]
    others = [
        (await api.call("POST", path, ANALYST)).json()["job"],
        (await api.call("POST", path.replace("csv", "pdf"))).json()["job"],
        (await api.call("POST", path, json={"dashboard_filter_conditions": [on(CARRIER, "is", "UA")]})).json()["job"],
    ]
    assert {job["status"] for job in others} == {"created"}
    message = (await api.refused("GET", f"/exports/download?job_id={second['id']}"))[2]
    assert f"job {first['id']}" in message


async def test_the_order_of_conditions_makes_no_other_export(api: Any) -> None:
    api.control.jobs.set_progression("widget_export", "manual")
    path, conditions = (
        "/dashboard_widgets/4175/submit_export?output=csv",
        [on(CARRIER, "is", "UA"), on(FLIGHT_DATE, "not_null")],
    )
    await api.call("POST", path, json={"dashboard_filter_conditions": conditions})
    again = await api.call("POST", path, json={"dashboard_filter_conditions": conditions[::-1]})
    assert again.json()["job"]["status"] == "already_existed"


async def test_a_job_shows_every_state_on_its_way(api: Any) -> None:
    api.control.jobs.set_progression("widget_export", "manual")
    submitted = await api.call("POST", "/dashboard_widgets/4175/submit_export?output=csv")
    id, seen = submitted.json()["job"]["id"], []
    for _ in range(4):
        job = (await api.get(f"/jobs/{id}"))["job"]
        seen.append((job["status"], job["cancellable"]))
        if job["status"] != "success":
            assert (await api.refused("GET", f"/exports/download?job_id={id}"))[:2] == (422, "InvalidOperationError")
            api.control.jobs.advance(id)
    assert seen == [("created", True), ("queued", True), ("running", True), ("success", False)]
    assert job["start_time"] == job["end_time"] == "2013-07-01T12:00:00.000Z"
    assert job["user_id"] == 1


async def test_the_format_must_be_one_that_exists_and_said_once(api: Any) -> None:
    path = "/dashboard_widgets/4175/submit_export"
    assert (await api.refused("POST", path))[:2] == (400, "InvalidParameterError")
    assert (await api.refused("POST", f"{path}?output=excel"))[:2] == (400, "InvalidParameterError")
    status, type, message = await api.refused("POST", f"{path}?output=csv", json={"output": "pdf"})
    assert (status, type) == (422, "InvalidParameterError")
    assert "'csv'" in message
    assert "'pdf'" in message
    assert (await api.call("POST", f"{path}?output=csv", json={"output": "csv"})).status_code == 200


async def test_a_text_widget_has_nothing_to_export(api: Any) -> None:
    refusal = await api.refused("POST", "/dashboard_widgets/4174/submit_export?output=pdf")
    assert refusal[:2] == (422, "InvalidOperationError")


async def test_the_format_may_stand_in_the_body_alone_as_the_vendors_tutorial_has_it(api: Any) -> None:
    path = "/dashboard_widgets/4175/submit_export"
    assert (await api.call("POST", path, json={"output": "csv"})).status_code == 200
    assert (await api.refused("POST", path, json={}))[:2] == (400, "InvalidParameterError")
    assert (await api.refused("POST", path))[:2] == (400, "InvalidParameterError")


@pytest.mark.parametrize("output", ["csv", "xlsx"])
async def test_a_viewer_may_export_the_picture_and_not_the_data(api: Any, output: str) -> None:
    path = f"/dashboard_widgets/4175/submit_export?output={output}"
    assert (await api.refused("POST", path, VIEWER))[:2] == (403, "PermissionDeniedError")
    assert (await api.call("POST", path, ANALYST)).status_code == 200
    assert (await api.call("POST", path.replace(output, "pdf"), VIEWER)).status_code == 200


async def test_jobs_belong_to_who_started_them_and_admins_see_all(api: Any) -> None:
    reply = await api.call("POST", "/dashboard_widgets/4175/submit_export?output=csv", ANALYST)
    id = reply.json()["job"]["id"]
    api.control.jobs.wait(id)
    for path in (f"/jobs/{id}", f"/jobs/{id}/logs", f"/exports/download?job_id={id}"):
        assert (await api.refused("GET", path, VIEWER))[:2] == (403, "PermissionDeniedError")
        for key in (ANALYST, ADMIN):
            assert (await api.call("GET", path, key)).status_code in (200, 302)
    for path in ("/jobs/999", "/jobs/999/logs", "/exports/download?job_id=999"):
        assert await api.refused("GET", path) == (404, "BaseError", "There is no job 999.")


async def test_a_link_lives_a_minute_and_a_file_a_day(api: Any) -> None:
    job = await api.export(4175)
    link = await api.link(job["id"])
    api.control.clock.advance(60)
    expired = await api.fetch(link)
    assert expired.status_code == 403
    assert (await api.fetch(await api.link(job["id"]))).status_code == 200
    api.control.clock.advance(86_400)
    status, type, message = await api.refused("GET", f"/exports/download?job_id={job['id']}")
    assert (status, type) == (422, "InvalidOperationError")
    assert "no longer kept" in message


async def test_a_cancelled_export_leaves_no_file(api: Any) -> None:
    api.control.jobs.set_progression("widget_export", "manual")
    id = (await api.call("POST", "/dashboard_widgets/4175/submit_export?output=csv")).json()["job"]["id"]
    api.control.jobs.cancel(id)
    assert (await api.get(f"/jobs/{id}"))["job"]["status"] == "cancelled"
    assert "cancelled" in (await api.refused("GET", f"/exports/download?job_id={id}"))[2]


async def preload(api: Any, dashboard: int, **body: Any) -> list[str]:
    reply = await api.call("POST", f"/dashboards/{dashboard}/submit_preload", ANALYST, json=body)
    job = await api.ended(reply.json()["job"]["id"])
    assert job["status"] == "success", job
    logs: list[str] = await api.logs(job["id"])
    return logs


async def test_a_preload_fills_the_cache_and_exports_use_it(api: Any) -> None:
    fresh = await rows_of(api, 4191)
    assert "Widget 4191, Precipitation by month: 12 rows cached" in await preload(api, 16077)
    job = await api.export(4191)
    assert any("cached by a preload" in line for line in await api.logs(job["id"]))
    cached = await api.fetch(await api.link(job["id"]))
    assert list(csv.reader(io.StringIO(cached.text))) == fresh
    other = await api.export(4191, dashboard_filter_conditions=[on(2346, "is", "LGA")])
    assert "Running the query" in await api.logs(other["id"])


async def test_a_second_preload_skips_what_is_cached_unless_told_to_run_all(api: Any) -> None:
    await preload(api, 16077)
    assert "0 widgets run, 4 skipped, 0 failed" in await preload(api, 16077)
    assert "4 widgets run, 0 skipped, 0 failed" in await preload(api, 16077, bust_cache=True)
    assert "4 widgets run, 0 skipped, 0 failed" in await preload(
        api, 16077, dashboard_filter_conditions=[on(2346, "none")]
    )
    api.control.clock.advance(86_400)
    assert "4 widgets run, 0 skipped, 0 failed" in await preload(api, 16077)


async def test_a_preload_is_not_an_export_and_not_for_viewers(api: Any) -> None:
    assert (await api.refused("POST", "/dashboards/16076/submit_preload", VIEWER))[0] == 403
    reply = await api.call("POST", "/dashboards/16077/submit_preload")
    id = reply.json()["job"]["id"]
    await api.ended(id)
    assert "not an export" in (await api.refused("GET", f"/exports/download?job_id={id}"))[2]
    job = api.control.jobs.get(id)
    assert (job["kind"], job["source"]) == (
        "dashboard_preload",
        {"type": "Dashboard", "id": 16077, "action": "preload"},
    )


async def test_exports_and_their_links_survive_a_restart_and_nothing_is_doubled(tmp_path: Path) -> None:
    settings: dict[str, Any] = {"clock": START, "rate_limits": False, "state": tmp_path / "state"}
    headers = {"X-Holistics-Key": ADMIN}
    path = "/holistics/api/v2/dashboard_widgets/4175/submit_export"
    first = create_app(**settings)
    async with client_of(first.api) as client:
        done = (await client.post(f"{path}?output=csv", headers=headers)).json()["job"]["id"]
        first.control.jobs.wait(done)
        download = f"/holistics/api/v2/exports/download?job_id={done}"
        link = (await client.get(download, headers=headers)).headers["location"]
        first.control.jobs.set_progression("widget_export", "manual")
        waiting = (await client.post(f"{path}?output=xlsx", headers=headers)).json()["job"]["id"]
        for _ in range(2):
            first.control.jobs.advance(waiting)
    first.close()

    second = create_app(**settings)
    async with client_of(second.api) as client, client_of(second.files) as files:
        assert (await files.get(link)).text.startswith("Month,Flights")
        assert (await client.get(f"/holistics/api/v2/jobs/{waiting}", headers=headers)).json()["job"][
            "status"
        ] == "queued"
        second.control.jobs.advance(waiting)
        assert second.control.jobs.advance(waiting)["status"] == "success"
        kept = [entry.name.rpartition(".")[2] for entry in (tmp_path / "state" / "default" / "files").iterdir()]
        assert sorted(kept) == ["csv", "xlsx"]
        assert [job["id"] for job in second.control.jobs.list()] == [done, waiting]
    second.close()


def client_of(app: Any) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://127.0.0.1:8900")
