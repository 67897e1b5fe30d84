"""The rest of the legacy API: jobs, imports, transforms, users, groups, email schedules, and where it is served."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from bireme_emulator import create_app
from bireme_emulator.kernel.config import EmulatorError
from bireme_emulator.kernel.emulation import Emulation

START = datetime(2013, 7, 1, 12, tzinfo=UTC)


@pytest.fixture
def call(api: Any) -> Any:
    async def send(method: str, path: str, **options: Any) -> Any:
        headers = {"X-Emulator-Session": api.session, "X-Holistics-Key": options.pop("key", api.key)}
        reply = await api.client.request(method, f"/holistics{path}", headers=headers, **options)
        assert reply.headers["status"].startswith(str(reply.status_code))
        return reply.json() if reply.status_code == 200 else (reply.status_code, reply.json()["errors"])

    return send


async def run(api: Any, call: Any, path: str, **options: Any) -> dict[str, Any]:
    id = (await call("POST", path, **options))["job_id"]
    api.control.jobs.wait(id)
    result: dict[str, Any] = await call("GET", f"/jobs/{id}/get_results.json")
    return {**result, "id": id}


async def test_a_job_is_read_listed_and_logged_in_stretches(api: Any, call: Any) -> None:
    id = (await run(api, call, "/data_imports/5101/execute.json"))["id"]
    job = await call("GET", f"/jobs/{id}.json")
    assert (job["status"], job["source_type"], job["source_id"]) == ("success", "DataImport", 5101)
    assert (job["cancellable"], job["duration"] >= 0, job["title"]) == (False, True, "Airlines")
    assert [one["id"] for one in await call("GET", "/jobs.json?source_type=DataImport")] == [id]
    assert await call("GET", "/jobs.json?source_type=EmailSchedule") == []
    whole = await call("GET", f"/jobs/{id}/logs.json")
    assert whole["has_more"] is False
    assert [line["id"] for line in whole["logs"]] == [*range(1, len(whole["logs"]) + 1)]
    rest = await call("GET", f"/jobs/{id}/logs.json?last_id=2")
    assert rest["logs"] == whole["logs"][2:]


async def test_the_newest_job_of_each_source(api: Any, call: Any) -> None:
    await run(api, call, "/data_imports/5101/execute.json")
    again = await run(api, call, "/data_imports/5101/execute.json")
    await run(api, call, "/data_imports/5102/execute.json")
    query = "source_type=DataImport&ids[]=5101&ids[]=9"
    last = await call("GET", f"/jobs/last_run_jobs.json?{query}")
    assert {id: job["id"] for id, job in last.items()} == {"5101": again["id"]}
    imports = {one["id"]: one["last_run_job"] for one in await call("GET", "/data_imports.json")}
    assert imports == {5101: {"status": "success"}, 5102: {"status": "failed"}}


@pytest.mark.parametrize("id", [10**40, -(10**40), 2**64])
async def test_an_id_beyond_all_that_are_given_out_is_one_that_has_no_jobs(call: Any, id: int) -> None:
    assert await call("GET", f"/jobs/last_run_jobs.json?source_type=DataImport&ids[]={id}") == {}


async def test_a_cancelled_job_counts_as_a_failure(api: Any, call: Any) -> None:
    api.control.jobs.set_progression("data_import", "manual")
    id = (await call("POST", "/data_imports/5101/execute.json"))["job_id"]
    assert (await call("GET", f"/jobs/{id}/logs.json"))["has_more"] is True
    assert (await call("GET", f"/jobs/{id}.json"))["duration"] < 0
    assert await call("PUT", f"/jobs/{id}/cancel.json") == {"status": "OK"}
    assert (await call("GET", f"/jobs/{id}.json"))["status"] == "cancelled"
    assert (await call("GET", f"/data_imports/job_result/{id}.json"))["status"] == "failure"
    assert await call("PUT", f"/jobs/{id}/cancel.json") == {"status": "OK"}


async def test_an_import_and_transforms_make_tables_that_later_work_reads(
    api: Any, call: Any, emulation: Emulation
) -> None:
    early = await run(api, call, "/data_transforms/5202/execute.json")
    assert early["status"] == "failure"  # its tables are not there yet
    for path in ("/data_imports/5101", "/data_transforms/5201", "/data_transforms/5202"):
        assert (await run(api, call, f"{path}/execute.json"))["status"] == "success"
    from bireme_emulator.kernel.query import Compiled

    session = emulation.sessions.get(api.session)
    found = session.engine.preview(Compiled("SELECT * FROM flights_by_name ORDER BY flights DESC"), 1)
    assert (found.total, found.rows[0]) == (16, ("United Air Lines Inc.", 58_665))
    api.control.clock.advance(30 * 86_400)
    assert "flights_by_name" in session.files.tables()
    assert "flights_by_name" not in emulation.sessions.default.files.tables()
    api.control.reset()
    assert session.files.tables() == {}


async def test_a_transport_copies_a_table_but_never_over_the_workspaces_own(api: Any, call: Any) -> None:
    body = {"from_ds_id": 1, "dest_ds_id": 1, "from_table_name": "planes"}
    assert (await run(api, call, "/transports", json=body))["status"] == "success"
    missing = await run(api, call, "/transports", json={**body, "from_table_name": 'x"; DROP TABLE planes'})
    assert missing["status"] == "failure"
    status, errors = await call("POST", "/transports", json={**body, "dest_ds_id": 77})
    assert (status, "77" in errors[0]) == (422, True)


async def test_settings_of_a_transport_that_nobody_knows_are_said_to_have_no_effect(api: Any, call: Any) -> None:
    body = {"from_ds_id": 1, "dest_ds_id": 1, "from_table_name": "planes"}
    for configs, problems in (({}, 0), ({"configs": '{"dest_schema_name": "marts"}'}, 1)):
        assert (await run(api, call, "/transports", json={**body, **configs}))["status"] == "success"
        log = api.control.jobs.logs(api.control.jobs.list()[-1]["id"])
        assert len([line for line in log if line["level"] == "ERROR" and "configs" in line["message"]]) == problems


async def test_data_sources_and_records_that_are_not_there(call: Any) -> None:
    assert (await call("GET", "/data_sources.json"))[0]["id"] == 1
    assert (await call("GET", "/data_sources/1.json"))["name"] == "New York flights"
    for path in ("/data_sources/9.json", "/data_imports/9.json", "/data_transforms/9.json", "/groups/9.json"):
        method = "DELETE" if "groups" in path else "GET"
        assert await call(method, path) == (404, ["Resource not found"])


async def test_an_invited_user_is_listed_at_once_and_written_to(api: Any, call: Any, emulation: Emulation) -> None:
    who = {"name": "Nora New", "email": "nora@example.com", "role": "viewer", "message": "Welcome"}
    assert await call("POST", "/users/invite.json", json=who) == {"status": "OK"}
    job = api.control.jobs.list()[-1]
    assert api.control.jobs.wait(job["id"])["status"] == "success"
    listed = {user["email"]: user for user in await call("GET", "/users.json")}
    assert (listed["nora@example.com"]["role"], listed["nora@example.com"]["is_activated"]) == ("viewer", False)
    status, errors = await call("POST", "/users/invite.json", json={**who, "email": "NORA@example.com"})
    assert (status, "already" in errors[0]) == (422, True)
    assert (await call("GET", "/users/info.json?"))["email"] == "ada.keller@example.com"
    sent = emulation.sessions.get(api.session).deliveries.list()
    assert [list(mail["to"]) for mail in sent] == [["nora@example.com"]]


async def test_groups_are_made_filled_renamed_and_removed(call: Any) -> None:
    group = await call("POST", "/groups.json", json={"group": {"name": "Dawn shift"}})
    assert (await call("POST", "/groups.json", json={"group": {"name": "Dawn shift"}}))[0] == 422
    for user in (2, 2, 3):
        assert await call("PUT", f"/groups/{group['id']}/user/{user}") == {"status": "OK"}
    assert await call("DELETE", f"/groups/{group['id']}/user/3") == {"status": "OK"}
    listed = {one["id"]: one for one in await call("GET", "/groups.json")}
    assert listed[group["id"]] == {"id": group["id"], "name": "Dawn shift", "num_user": 1}
    renamed = await call("PUT", f"/groups/{group['id']}.json", json={"group": {"name": "Days"}})
    assert renamed["name"] == "Days"
    users = {user["id"]: user["groups"] for user in await call("GET", "/users.json")}
    mine = {id: [one["name"] for one in groups if one["id"] == group["id"]] for id, groups in users.items()}
    assert (mine[2], mine[3]) == (["Days"], [])
    assert (await call("PUT", f"/groups/{group['id']}/user/999"))[0] == 404
    assert await call("DELETE", f"/groups/{group['id']}.json") == {"status": "OK"}
    assert (await call("DELETE", f"/groups/{group['id']}.json"))[0] == 404


async def test_a_group_is_the_same_one_in_both_versions(api: Any, call: Any) -> None:
    v2 = {"X-Emulator-Session": api.session, "X-Holistics-Key": api.key}
    made = await api.client.post("/holistics/api/v2/groups", headers=v2, json={"group": {"name": "Weekend crew"}})
    id = made.json()["group"]["id"]
    await call("PUT", f"/groups/{id}/user/2")
    reply = await api.client.get(f"/holistics/api/v2/groups/{id}?include_users=true", headers=v2)
    assert [user["id"] for user in reply.json()["group"]["users"]] == [2]
    mine = next(user for user in await call("GET", "/users.json") if user["id"] == 2)["groups"]
    assert next(one for one in mine if one["id"] == id)["created_at"] is not None


async def test_the_legacy_api_takes_the_same_names_and_addresses_as_version_2(call: Any) -> None:
    who = {"name": "Nora New", "email": "no address", "role": "viewer", "message": ""}
    assert (await call("POST", "/users/invite.json", json=who))[0] == 422
    assert (await call("POST", "/groups.json", json={"group": {"name": "  "}}))[0] == 422


SCHEDULE = {
    "title": "Flights per month",
    "recipients": ["ops@example.com"],
    "format": "csv",
    "source": {"type": "QueryReport", "id": 12345},
    "schedule": {"repeat": "0 7 * * *"},
    "filter_values": {"carrier": "UA"},
    "password": "secret",
}


async def test_an_email_schedule_is_made_read_and_changed(call: Any) -> None:
    made = await call("POST", "/api/v1/email_schedules", json=SCHEDULE)
    assert (made["schedule"], made["options"]["password_enabled"]) == ({"repeat": "0 7 * * *", "paused": False}, True)
    assert "secret" not in str(made)
    assert (made["options"]["preview"], made["options"]["dont_send_when_empty"]) == (True, False)
    path = f"/api/v1/email_schedules/{made['id']}"
    changed = await call("PATCH", path, json={"title": "New", "source": {"type": "Dashboard", "id": 16076}})
    assert (changed["title"], changed["source"], changed["recipients"]) == ("New", made["source"], made["recipients"])
    assert await call("GET", path) == changed
    for wrong in ({"schedule": {"repeat": "often"}}, {"source": {"type": "QueryReport", "id": 9}}):
        assert (await call("POST", "/api/v1/email_schedules", json={**SCHEDULE, **wrong}))[0] == 422


async def test_an_email_schedule_mails_by_its_crontab_in_utc(api: Any, call: Any, emulation: Emulation) -> None:
    made = await call("POST", "/api/v1/email_schedules", json=SCHEDULE)
    session = emulation.sessions.get(api.session)
    api.control.clock.advance(2 * 86_400)
    assert session.timetable.settle()
    sent = session.deliveries.list()
    assert [mail["subject"] for mail in sent] == ["Flights per month"] * 2
    assert sent[0]["attachments"][0]["name"] == "flights-per-month.csv"
    assert (await call("GET", "/jobs/last_run_jobs.json?source_type=EmailSchedule")).keys() == {str(made["id"])}
    await call(
        "PATCH", f"/api/v1/email_schedules/{made['id']}", json={"schedule": {"repeat": "0 7 * * *", "paused": True}}
    )
    api.control.clock.advance(2 * 86_400)
    assert session.timetable.settle()
    assert len(session.deliveries.list()) == 2


EVERY_HOUR = {"repeat": "0 * * * *"}


async def mailed(api: Any, call: Any, emulation: Emulation, **wanted: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The one mail of a schedule an hour later, with its job."""
    await call("POST", "/api/v1/email_schedules", json={**SCHEDULE, "schedule": EVERY_HOUR, **wanted})
    api.control.clock.advance(3600)
    assert api.control.settle()
    (mail,) = api.control.outbox() or [{}]
    return mail, api.control.jobs.list()[-1]


async def test_the_mail_of_an_email_schedule_has_what_its_options_want(
    api: Any, call: Any, emulation: Emulation
) -> None:
    options = {"include_header": True, "include_report_link": True, "include_pdf": True}
    wanted = {"options": options, "format": "txt", "bcc": ["eve@example.com"], "body_text": "Have a look."}
    mail, job = await mailed(api, call, emulation, title="Flights on {{$today}}", **wanted)
    today = api.control.clock.now().date().isoformat()
    assert mail["subject"].startswith(f"Flights on {today}")
    blocks = mail["text"].split("\n\n")
    assert blocks[:3] == [mail["subject"], "Have a look.", "Filters: carrier: UA"]
    assert blocks[3].endswith("/holistics/queries/12345-flights-per-month")
    assert mail["bcc"] == ["eve@example.com"]
    files = {one["name"]: one["path"].read_bytes() for one in mail["attachments"]}
    assert files["flights-per-month.txt"].startswith(b"Month\tFlights\n")
    assert files["flights-per-month.pdf"].startswith(b"%PDF")
    log = api.control.job(job["id"])["log"]
    assert any(line["level"] == "ERROR" and "password is not applied" in line["message"] for line in log)


async def test_a_mail_without_head_begins_with_its_own_text(api: Any, call: Any, emulation: Emulation) -> None:
    mail, _ = await mailed(api, call, emulation, body_text="Have a look.", options={"preview": False}, format="none")
    assert (mail["text"], mail["attachments"]) == ("Have a look.", [])


async def test_an_email_schedule_of_a_dashboard_shows_the_chosen_widgets(
    api: Any, call: Any, emulation: Emulation
) -> None:
    wanted = {"source": {"type": "Dashboard", "id": 16076}, "options": {"selected_widgets": [4175, 4177]}}
    mail, job = await mailed(api, call, emulation, filter_values={}, **wanted)
    assert job["status"] == "success"
    assert [one["name"] for one in mail["attachments"]] == ["flights-per-month.csv", "no-rows.csv"]


@pytest.mark.parametrize(("unless_empty", "sent"), [(True, 0), (False, 1)])
async def test_an_email_schedule_without_rows_is_sent_unless_it_says_otherwise(
    api: Any, call: Any, emulation: Emulation, unless_empty: bool, sent: int
) -> None:
    options = {"selected_widgets": [4177], "dont_send_when_empty": unless_empty}
    wanted = {"source": {"type": "Dashboard", "id": 16076}, "options": options, "filter_values": {}}
    mail, job = await mailed(api, call, emulation, **wanted)
    assert (len(mail) > 0, job["status"], job["result"]) == (sent > 0, "success", {"sent": sent})


@pytest.mark.parametrize(
    ("mount", "url", "legacy_url"),
    [
        (None, "/holistics/api/v2", "/holistics"),
        ("holistics", "/api/v2", "/holistics"),
        ("holistics_v1", "/holistics/api/v2", ""),
    ],
)
async def test_the_ready_line_says_where_both_versions_are(mount: str | None, url: str, legacy_url: str) -> None:
    app = create_app(clock=START, mount=mount)
    key = {"X-Holistics-Key": app.ready["holistics"]["key"]}
    try:
        entry = app.ready["holistics"]
        assert "holistics_v1" not in app.ready
        origin = "http://127.0.0.1:8900"
        assert (entry["url"], entry["legacy_url"]) == (origin + url, origin + legacy_url)
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app.api)) as client:
            assert (await client.get(f"{entry['url']}/users/me", headers=key)).json()["user"]["id"] == 1
            assert (await client.get(f"{entry['legacy_url']}/users/info.json", headers=key)).json()["id"] == 1
            twice = await client.get(f"{entry['legacy_url']}//users/info.json", headers=key)
            assert twice.json()["id"] == 1
    finally:
        app.close()


def test_a_mount_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(EmulatorError, match="holistics, holistics_v1"):
        create_app(mount="holistics_v2")
