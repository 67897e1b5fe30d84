"""Data schedules through the API: what is kept for whom, what is refused, what is sent and what it contains."""

from __future__ import annotations

import io
from typing import Any

import fastexcel
import pypdf
import pytest

ADMIN, ANALYST = "holistics-demo-admin-key-0001", "holistics-demo-analyst-key-0001"
VIEWER = "holistics-demo-viewer-key-0001"

WEATHER = 16077
AIRPORT = 2346


def preset(filter_id: int | str, operator: str, *values: Any) -> dict[str, Any]:
    return {"dynamic_filter_id": filter_id, "preset_condition": {"operator": operator, "values": list(values)}}


def mail(**options: Any) -> dict[str, Any]:
    return {"type": "EmailDest", "title": "Weather {{$today}}", "recipients": ["a@example.com"], "options": options}


def schedule(**changes: Any) -> dict[str, Any]:
    body = {
        "source_type": "Dashboard",
        "source_id": WEATHER,
        "schedule": {"repeat": "0 7 * * *", "paused": True},
        "dest": mail(),
    }
    return {"data_schedule": {**body, **changes}}


async def create(api: Any, key: str = ADMIN, **changes: Any) -> dict[str, Any]:
    reply = await api.call("POST", "/data_schedules", key, json=schedule(**changes))
    assert reply.status_code == 201, reply.text
    kept: dict[str, Any] = reply.json()["data_schedule"]
    return kept


async def problem(api: Any, key: str = ADMIN, **changes: Any) -> tuple[int, dict[str, list[str]] | str]:
    reply = await api.call("POST", "/data_schedules", key, json=schedule(**changes))
    body = reply.json()
    return reply.status_code, body["record"] if "record" in body else body["message"]


async def run(api: Any, id: int, key: str = ADMIN) -> dict[str, Any]:
    reply = await api.call("POST", f"/data_schedules/{id}/submit_execute", key)
    assert reply.status_code == 200, reply.text
    job: dict[str, Any] = await api.ended(reply.json()["job"]["id"])
    return job


async def sent(api: Any, **changes: Any) -> Any:
    """Run a new schedule; gives the one thing that was delivered."""
    job = await run(api, (await create(api, **changes))["id"])
    assert job["status"] == "success", await api.logs(job["id"])
    (record,) = outbox(api)
    return record


def session_of(api: Any) -> Any:
    return api.emulation.sessions.get(api.session)


def outbox(api: Any) -> list[Any]:
    return list(session_of(api).deliveries.list())


def content(api: Any, record: Any, name: str) -> bytes:
    found = {one["name"]: one["file_id"] for one in record["attachments"]}
    assert name in found, found
    data: bytes = session_of(api).files.get(found[name]).path.read_bytes()
    return data


# --- keeping ---


async def test_a_schedule_is_kept_as_it_was_sent_and_read_back(api: Any) -> None:
    presets = [preset(AIRPORT, "is", "EWR")]
    kept = await create(api, dynamic_filter_presets=presets)
    asked = schedule(dynamic_filter_presets=presets)["data_schedule"]
    assert kept.pop("id") > 0
    assert kept == {**asked, "schedule": {**asked["schedule"], "is_archived": False}}
    listed = (await api.get("/data_schedules"))["data_schedules"]
    assert listed[0]["id"] == 501, "the demo workspace has a schedule of its own"
    assert {**listed[-1], "id": None} == {**kept, "id": None}


async def test_presets_may_be_left_out_and_nobody_can_archive(api: Any) -> None:
    kept = await create(api, schedule={"repeat": "* * * * *", "paused": True, "is_archived": True})
    assert kept["dynamic_filter_presets"] == []
    assert kept["schedule"]["is_archived"] is False


async def test_an_id_can_be_chosen_once(api: Any) -> None:
    assert (await create(api, id=7000))["id"] == 7000
    assert await problem(api, id=7000) == (422, {"id": ["has already been taken"]})
    assert (await create(api))["id"] == 7001
    status, record = await problem(api, id=9007199254740991)
    assert status == 422
    assert "id" in record


async def test_an_update_replaces_all_but_id_and_owner(api: Any) -> None:
    id = (await create(api, ANALYST, dynamic_filter_presets=[preset(AIRPORT, "is", "EWR")]))["id"]
    body = schedule(source_type="QueryReport", source_id=12345)
    reply = await api.call("PUT", f"/data_schedules/{id}", json=body)
    assert reply.status_code == 200
    kept = (await api.get(f"/data_schedules/{id}", ANALYST))["data_schedule"]
    assert kept == reply.json()["data_schedule"]
    assert (kept["id"], kept["source_id"], kept["dynamic_filter_presets"]) == (id, 12345, [])
    body["data_schedule"]["id"] = id + 1
    assert (await api.call("PUT", f"/data_schedules/{id}", json=body)).status_code == 422


async def test_a_deleted_schedule_is_gone(api: Any) -> None:
    id = (await create(api))["id"]
    reply = await api.call("DELETE", f"/data_schedules/{id}")
    assert (reply.status_code, reply.json()) == (200, {"message": f"Data schedule {id} has been deleted."})
    for method, path in (("GET", ""), ("DELETE", ""), ("POST", "/submit_execute")):
        assert (await api.refused(method, f"/data_schedules/{id}{path}"))[0] == 404


async def test_lists_are_filtered_and_paged(api: Any) -> None:
    by_mail = (await create(api))["id"]
    slack = {"type": "SlackDest", "slack_channels": [{"id": "C1"}]}
    by_slack = (await create(api, source_type="QueryReport", source_id=12345, dest=slack))["id"]

    async def ids(**query: Any) -> list[int]:
        return [one["id"] for one in (await api.get("/data_schedules", **query))["data_schedules"]]

    assert await ids(dest_type="SlackDest") == [by_slack]
    assert await ids(dest_type="SftpDest") == []
    assert await ids(source_type="QueryReport") == [by_slack]
    assert await ids(source_type="Dashboard", source_id=WEATHER) == [501, by_mail]
    assert await ids(source_id=12345) == [by_slack]
    first = await api.get("/data_schedules", limit=2)
    assert first["cursors"]["previous"] is None
    rest = await api.get("/data_schedules", limit=2, after=first["cursors"]["next"])
    assert [one["id"] for one in first["data_schedules"] + rest["data_schedules"]] == [501, by_mail, by_slack]


async def test_people_see_and_change_their_own_schedules_and_managers_all(api: Any) -> None:
    own, others = (await create(api, ANALYST))["id"], (await create(api))["id"]
    assert [one["id"] for one in (await api.get("/data_schedules", ANALYST))["data_schedules"]] == [own]
    assert (await api.refused("GET", f"/data_schedules/{others}", ANALYST))[0] == 403
    assert (await api.refused("DELETE", f"/data_schedules/{others}", ANALYST))[0] == 403
    assert (await api.refused("POST", f"/data_schedules/{others}/submit_execute", ANALYST))[0] == 403
    assert (await api.call("GET", f"/data_schedules/{own}")).status_code == 200
    assert (await api.refused("GET", "/data_schedules", VIEWER))[0] == 403
    assert (await api.call("POST", "/data_schedules", VIEWER, json=schedule())).status_code == 403


# --- refusing ---


@pytest.mark.parametrize("dest", [{"type": "EmailDest", "recipients": []}, {"type": "SlackDest", "slack_channels": []}])
async def test_a_schedule_that_would_reach_nobody_is_refused(api: Any, dest: dict[str, Any]) -> None:
    status, said = await problem(api, dest=dest)
    assert status == 400
    assert next(name for name, value in dest.items() if value == []) in said


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"source_id": 99}, "source_id", "there is no dashboard 99"),
        ({"source_type": "QueryReport", "source_id": 99}, "source_id", "there is no report 99"),
        ({"schedule": {"repeat": "0 25 * * *", "paused": False}}, "schedule", "0 25"),
        ({"schedule": {"repeat": "0 0 30 2 *", "paused": False}}, "schedule", "Bad day-of-month"),
        ({"schedule": {"repeat": "0 7 * * * *", "paused": False}}, "schedule", "five fields"),
        ({"dynamic_filter_presets": [preset(2335, "is", "UA")]}, "dynamic_filter_presets", "no such filter"),
        ({"dynamic_filter_presets": [preset(AIRPORT, "is", "EWR")] * 2}, "dynamic_filter_presets", "twice"),
        ({"dynamic_filter_presets": [preset(AIRPORT, "before", "today")]}, "dynamic_filter_presets", "does not suit"),
        (
            {"source_type": "QueryReport", "source_id": 12345, "dynamic_filter_presets": [preset(2335, "is", "today")]},
            "dynamic_filter_presets",
            "a report has no filters",
        ),
        ({"dest": {"type": "SlackDest", "slack_channels": [{"name": " "}]}}, "dest", "neither id nor name"),
        ({"dest": mail(selected_type="tab", selected_values=[1])}, "dest", "selected_type is tab"),
        ({"dest": mail(selected_type="widget")}, "dest", "selected_values is empty"),
        ({"dest": mail(selected_type="widget", selected_values=[4175])}, "dest", "no chart of dashboard 16077"),
        (
            {
                "source_type": "QueryReport",
                "source_id": 12345,
                "dest": mail(attachment_formats=["excel_dashboard"]),
            },
            "dest",
            "no dashboard",
        ),
    ],
)
async def test_what_cannot_be_kept_is_said_by_field(api: Any, changes: dict[str, Any], field: str, words: str) -> None:
    status, record = await problem(api, **changes)
    assert status == 422
    assert isinstance(record, dict)
    assert list(record) == [field]
    assert words in " ".join(record[field])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"data_source_id": 9}, "there is no data source 9"),
        ({"data_source_id": 3}, "is of type adls2, not sftp"),
        ({"file_path": "../etc/passwd"}, ".. in it"),
        ({"file_path": "a\\..\\b"}, ".. in it"),
        ({"file_path": "folder/"}, "names no file"),
        ({"file_path": "a\nb"}, "control character"),
        ({"dashboard_widget_id": None}, "is missing"),
        ({"dashboard_widget_id": 4175}, "no chart of dashboard 16077"),
    ],
)
async def test_a_file_needs_a_machine_of_its_kind_a_name_and_a_chart(
    api: Any, changes: dict[str, Any], words: str
) -> None:
    dest = {"type": "SftpDest", "data_source_id": 2, "file_path": "w.csv", "dashboard_widget_id": 4191, **changes}
    status, record = await problem(api, dest=dest)
    assert status == 422
    assert isinstance(record, dict)
    assert words in " ".join(record["dest"])


async def test_all_problems_are_told_at_once(api: Any) -> None:
    status, record = await problem(api, source_id=99, schedule={"repeat": "never, ever", "paused": False})
    assert (status, sorted(record)) == (422, ["schedule", "source_id"])


async def test_a_dashboard_that_is_not_shared_cannot_be_scheduled(api: Any) -> None:
    store = session_of(api).store
    user = store.get("holistics", "users", 2)
    store.put("holistics", "users", 2, {**user, "role": "explorer"})
    status, record = await problem(api, ANALYST, source_id=16078)
    assert (status, record) == (422, {"source_id": ["dashboard 16078 is not shared with you"]})
    status, record = await problem(api, ANALYST, source_type="QueryReport", source_id=12370)
    assert (status, record) == (422, {"source_id": ["report 12370 is not shared with you"]})


async def test_rows_are_for_those_who_may_export_them(api: Any) -> None:
    store = session_of(api).store
    user = store.get("holistics", "users", 2)
    store.put("holistics", "users", 2, {**user, "enable_export_data": False})
    status, message = await problem(api, ANALYST, dest=mail(attachment_formats=["csv"]))
    assert status == 403
    assert "export data" in message
    assert (await create(api, ANALYST, dest=mail(attachment_formats=["pdf"])))["id"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        schedule(dest={"type": "FaxDest"}),
        schedule(dest={"type": "EmailDest", "recipients": ["nobody"]}),
        schedule(schedule={"paused": True}),
        schedule(source_type="Widget"),
        schedule(dest=mail(attachment_formats=["docx"])),
    ],
)
async def test_what_the_document_rules_out_is_a_bad_request(api: Any, body: dict[str, Any]) -> None:
    assert (await api.refused("POST", "/data_schedules", json=body))[0] == 400


# --- sending ---


async def test_a_mail_has_title_day_filters_text_and_link(api: Any) -> None:
    record = await sent(
        api,
        dynamic_filter_presets=[preset(AIRPORT, "is", "EWR")],
        dest={**mail(body_text="Good morning,\n<b>all</b>"), "recipients": ["a@example.com", "b@example.com"]},
    )
    assert record["to"] == ["a@example.com", "b@example.com"]
    assert record["subject"] == "Weather 2013-07-01 Mon"
    assert "Good morning,\n<b>all</b>" in record["text"]
    assert "Filters: Airport: is EWR" in record["text"]
    assert "/dashboards/v3/16077-weather-at-the-new-york-airports" in record["text"]
    assert "&lt;b&gt;all&lt;/b&gt;" in record["html"], "what people write is no markup"
    assert record["attachments"] == []


async def test_link_and_filters_can_be_left_out_and_the_title_falls_back(api: Any) -> None:
    dest = mail(include_report_link=False, include_filters=False)
    record = await sent(api, dest={**dest, "title": None})
    assert record["subject"] == record["text"] == "Weather at the New York airports"


async def test_the_day_of_a_title_is_the_workspaces(api: Any) -> None:
    api.control.clock.advance(15 * 3600)  # 03:00 UTC on the second of July is still the first in New York
    assert (await sent(api))["subject"] == "Weather 2013-07-01 Mon"


async def test_rows_go_along_as_csv_under_the_presets(api: Any) -> None:
    dest = mail(attachment_formats=["csv"], selected_type="widget", selected_values=[4191])
    record = await sent(api, dynamic_filter_presets=[preset(AIRPORT, "is", "EWR")], dest=dest)
    lines = content(api, record, "precipitation-by-month.csv").decode().splitlines()
    assert lines[0] == "Month,Airport,Precipitation (in)"
    assert len(lines) == 13
    assert {line.split(",")[1] for line in lines[1:]} == {"EWR"}


async def test_the_line_of_names_can_be_left_out(api: Any) -> None:
    dest = mail(attachment_formats=["csv", "csv_formatted_data"], include_header=False)
    record = await sent(api, source_type="QueryReport", source_id=12352, dest=dest)
    assert content(api, record, "flights-in-total.csv") == b"336776\n"
    assert content(api, record, "flights-in-total-2.csv") == b'"336,776"\n', "formatted as it is shown"


async def test_a_report_goes_along_in_every_format(api: Any) -> None:
    formats = ["csv", "xlsx", "excel", "pdf", "png", "csv_formatted_data"]
    record = await sent(api, source_type="QueryReport", source_id=12345, dest=mail(attachment_formats=formats))
    names = [one["name"] for one in record["attachments"]]
    stem = "flights-per-month"
    assert names == [f"{stem}.csv", f"{stem}.xlsx", f"{stem}.pdf", f"{stem}.png", f"{stem}-2.csv"]
    assert content(api, record, f"{stem}.csv").splitlines()[1] == b"2013-01-01,27004"
    assert content(api, record, f"{stem}-2.csv").splitlines()[1] == b'2013-01-01,"27,004"'
    book = fastexcel.read_excel(content(api, record, f"{stem}.xlsx"))
    assert book.load_sheet(0).to_arrow().to_pylist()[0]["Flights"] == 27004
    page = pypdf.PdfReader(io.BytesIO(content(api, record, f"{stem}.pdf"))).pages[0].extract_text()
    assert "Flights per month" in page
    assert content(api, record, f"{stem}.png").startswith(b"\x89PNG")


async def test_a_dashboard_goes_along_as_one_workbook_and_one_page(api: Any) -> None:
    store = session_of(api).store
    for id in (4193,):  # 26,000 observations are not what this is about
        store.delete("holistics", "dashboard_widgets", id)
    record = await sent(api, dest=mail(attachment_formats=["excel_dashboard", "pdf"]))
    stem = "weather-at-the-new-york-airports"
    book = fastexcel.read_excel(content(api, record, f"{stem}.xlsx"))
    assert book.sheet_names == ["Temperature by day", "Precipitation by month", "Temperature by hour and month"]
    assert book.load_sheet(1).to_arrow().num_rows == 12
    pages = pypdf.PdfReader(io.BytesIO(content(api, record, f"{stem}.pdf"))).pages
    text = pages[0].extract_text()
    assert len(pages) == 1
    for title in ("Weather at the New York airports", "Temperature by day", "Precipitation by month"):
        assert title in text


async def test_a_preview_shows_tables_as_tables_and_charts_as_pictures(api: Any) -> None:
    record = await sent(api, source_type="QueryReport", source_id=12347, dest=mail(preview=True))
    assert record["html"].count("<tr>") == 41
    assert "first 40 of 336,776 rows" in record["html"]
    job = await run(api, (await create(api, source_type="QueryReport", source_id=12345, dest=mail(preview=True)))["id"])
    assert job["status"] == "success"
    assert 'src="data:image/png;base64,' in outbox(api)[-1]["html"]


async def test_nothing_is_sent_when_there_are_no_rows_and_that_is_wanted(api: Any) -> None:
    dest = mail(dont_send_when_empty=True, attachment_formats=["csv"])
    id = (await create(api, source_type="QueryReport", source_id=12348, dest=dest))["id"]
    job = await run(api, id)
    assert job["status"] == "success"
    assert "Nothing was sent, because there are no rows" in await api.logs(job["id"])
    assert outbox(api) == []
    assert await sent(api, source_type="QueryReport", source_id=12345, dest=dest)


async def test_a_broken_report_fails_with_the_databases_words(api: Any) -> None:
    for formats in (["csv"], ["csv", "xlsx"]):
        dest = mail(attachment_formats=formats)
        job = await run(api, (await create(api, source_type="QueryReport", source_id=12346, dest=dest))["id"])
        assert job["status"] == "failure"
        assert "carier" in job["last_error_log"]
    assert outbox(api) == []


async def test_a_broken_chart_does_not_hold_up_the_others(api: Any) -> None:
    dest = mail(attachment_formats=["csv"], selected_type="widget", selected_values=[4178, 4182])
    record = await sent(api, source_id=16076, dest=dest)
    assert [one["name"] for one in record["attachments"]] == ["flights-in-total.csv"]
    assert "Could not be run: Broken SQL." in record["text"]


async def test_slack_gets_a_post_and_a_picture_in_each_channel(api: Any) -> None:
    dest = {
        "type": "SlackDest",
        "title": "Flights {{$today}}",
        "message": "See below",
        "slack_channels": [{"id": "C1", "name": "ops"}, {"name": "weather"}],
    }
    job = await run(api, (await create(api, source_type="QueryReport", source_id=12345, dest=dest))["id"])
    assert job["status"] == "success"
    first, second = outbox(api)
    assert (first["to"], second["to"]) == (["C1"], ["weather"])
    assert first["text"].startswith("Flights 2013-07-01 Mon\n\nSee below")
    assert content(api, first, "flights-per-month.png").startswith(b"\x89PNG")


@pytest.mark.parametrize(("type", "source", "channel"), [("SftpDest", 2, "sftp"), ("Adls2Dest", 3, "adls")])
async def test_a_file_is_put_on_another_machine(api: Any, type: str, source: int, channel: str) -> None:
    dest = {
        "type": type,
        "data_source_id": source,
        "file_path": "out/w.csv",
        "dashboard_widget_id": 4191,
        "separator": ";",
        "include_header": False,
    }
    record = await sent(api, dest=dest)
    assert (record["channel"], record["to"], record["path"]) == (channel, [str(source)], "out/w.csv")
    lines = content(api, record, "precipitation-by-month.csv").decode().splitlines()
    assert len(lines) == 12
    assert lines[0].startswith("2013-01-01;JFK;")


async def test_a_schedule_runs_with_its_owners_attributes_whoever_starts_it(api: Any) -> None:
    presets = [preset(AIRPORT, "matches_user_attribute", "h_email")]
    dest = mail(attachment_formats=["csv"], selected_type="widget", selected_values=[4191])
    id = (await create(api, ANALYST, dynamic_filter_presets=presets, dest=dest))["id"]
    job = await run(api, id)
    assert job["user_id"] == 1
    assert "is ben.osei" in outbox(api)[0]["text"] or "ben.osei@example.com" in outbox(api)[0]["text"]


async def test_running_twice_sends_twice(api: Any) -> None:
    id = (await create(api))["id"]
    api.control.jobs.set_progression("data_schedule", "manual")
    first = (await api.call("POST", f"/data_schedules/{id}/submit_execute")).json()["job"]
    second = (await api.call("POST", f"/data_schedules/{id}/submit_execute")).json()["job"]
    assert second["status"] == "created"
    assert first["id"] != second["id"]


async def test_a_channel_that_fails_fails_the_job_and_the_others_get_theirs(
    api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bireme_emulator.kernel.delivery import Deliveries, DeliveryFailed, SlackPost

    deliver = Deliveries.deliver

    def flaky(self: Deliveries, key: str, message: Any, **options: Any) -> Any:
        if isinstance(message, SlackPost) and message.channels == ("gone",):
            raise DeliveryFailed("channel_not_found")
        return deliver(self, key, message, **options)

    monkeypatch.setattr(Deliveries, "deliver", flaky)
    dest = {"type": "SlackDest", "slack_channels": [{"id": "gone"}, {"id": "here"}]}
    job = await run(api, (await create(api, source_type="QueryReport", source_id=12345, dest=dest))["id"])
    assert job["status"] == "failure"
    assert job["last_error_log"] == "Not delivered. Slack, gone: channel_not_found. 1 of 2 were delivered."
    assert [record["to"] for record in outbox(api)] == [["here"]]


async def test_the_demo_schedule_is_paused_and_can_be_run(api: Any) -> None:
    api.control.clock.advance(8 * 86_400)
    assert outbox(api) == []
    assert (await run(api, 501))["status"] == "success"
    (record,) = outbox(api)
    assert record["subject"] == "Weather at Newark, 2013-07-09 Tue"
