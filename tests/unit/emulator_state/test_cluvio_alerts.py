"""SQL alerts of the emulated Cluvio API, rule by rule (fact sheet, sections 15 and 20): what an alert is made of, how
its runs are judged, and what is kept of them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bireme_emulator.cluvio.execution_book import book_of
from tests.unit.emulator_state.cluvio_alerts_world import alert, ended, jobs_done, linked, made, mails, ran
from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio

# -- what an alert is made of -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["name", "sql_query", "run_schedule", "trigger_condition", "email_condition"])
async def test_an_alert_needs_what_the_vendor_requires(cluvio: Cluvio, name: str) -> None:
    body = alert()
    del body["data"]["attributes"][name]
    status, detail = await cluvio.refused("POST", "/sql_alerts", json=body)
    assert (status, name in detail) == (422, True)


async def test_an_alert_needs_a_datasource(cluvio: Cluvio) -> None:
    assert (await cluvio.refused("POST", "/sql_alerts", json=alert({})))[0] == 422
    status, detail = await cluvio.refused("POST", "/sql_alerts", json=alert(linked("none")))
    assert (status, detail) == (422, "relationships/datasource: there is no datasources none")


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ({"run_schedule": "at"}, "run_at is missing. With run_schedule at it is required"),
        ({"run_schedule": "at", "run_at": "25:00"}, "run_at cannot be '25:00'"),
        ({"run_schedule": "every"}, "run_every is missing. With run_schedule every it is required"),
        ({"run_schedule": "hourly"}, "run_schedule"),
        ({"run_schedule": "every", "run_every": 0}, "run_every"),
        ({"run_schedule": "every", "run_every": 10**30}, "run_every"),
        ({"trigger_condition": "greater_than"}, "trigger_value: greater_than compares the result with it; give a"),
        ({"trigger_condition": "equal"}, "trigger_value: equal compares"),
        ({"trigger_condition": "sometimes"}, "trigger_condition"),
        ({"email_condition": "never"}, "email_condition"),
        ({"attach_as": "pdf"}, "attach_as"),
        ({"emails": "ops@example.com;ada@example.com"}, "emails: 'ops@example.com;ada@example.com' is no e-mail"),
        ({"error_emails": "ops"}, "error_emails: 'ops' is no e-mail address; separate addresses by commas"),
        ({"cc_emails": ",".join(f"a{n}@example.com" for n in range(101))}, "cc_emails: there are 101 addresses"),
        ({"name": " "}, "name"),
        ({"sql_query": "\n"}, "sql_query"),
    ],
)
async def test_an_alert_that_makes_no_sense_is_refused_in_words(
    cluvio: Cluvio, attributes: dict[str, Any], said: str
) -> None:
    status, detail = await cluvio.refused("POST", "/sql_alerts", json=alert(**attributes))
    assert (status, said in detail) == (422, True), detail


async def test_all_that_is_wrong_is_said_at_once(cluvio: Cluvio) -> None:
    body = alert(run_schedule="at", trigger_condition="equal", bcc_emails="x")
    detail = (await cluvio.refused("POST", "/sql_alerts", json=body))[1]
    assert [part.split()[0] for part in detail.split("; ")[::2]][:1] == ["run_at"]
    assert all(word in detail for word in ("run_at", "trigger_value", "bcc_emails"))


async def test_an_alert_is_read_as_it_was_made(cluvio: Cluvio) -> None:
    given = {"description": "x", "run_schedule": "at", "run_at": "6:00, 9:00pm", "cc_emails": "a@example.com"}
    id = await made(cluvio, **given, trigger_condition="lower_than", trigger_value=-0.5)
    shown = (await cluvio.get(f"/sql_alerts/{id}"))["data"]
    assert shown["type"] == "sql_alerts"
    assert {name: shown["attributes"][name] for name in given} == given
    assert shown["attributes"]["trigger_value"] == -0.5
    assert shown["relationships"]["datasource"]["data"] == {"id": "smpl-data-0001", "type": "datasources"}
    assert id in [each["id"] for each in (await cluvio.get("/sql_alerts"))["data"]]


async def test_the_outcome_cannot_be_written(cluvio: Cluvio) -> None:
    id = await made(cluvio, last_result_status="ok", last_error_message="mine", running_execution_id="mine")
    shown = (await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"]
    assert {shown[name] for name in ("last_result_status", "last_error_message", "running_execution_id")} == {None}


async def test_a_change_leaves_the_rest_as_it_is_and_is_checked_with_it(cluvio: Cluvio) -> None:
    id = await made(cluvio, run_at="06:00", trigger_value=3)
    reply = await cluvio.call("PATCH", f"/sql_alerts/{id}", json=cluvio.data(run_schedule="at"))
    assert reply.status_code == 200
    shown = reply.json()["data"]["attributes"]
    assert (shown["run_schedule"], shown["run_at"], shown["trigger_value"]) == ("at", "06:00", 3)
    refusal = await cluvio.refused("PATCH", f"/sql_alerts/{id}", json=cluvio.data(run_schedule="every"))
    assert refusal[0] == 422
    assert "run_every is missing" in refusal[1]
    assert (await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"]["run_schedule"] == "at"


async def test_null_takes_a_value_away(cluvio: Cluvio) -> None:
    given = {"attach_as": "csv", "error_emails": "a@example.com", "description": "x"}
    id = await made(cluvio, **given, trigger_condition="equal", trigger_value=1)
    reply = await cluvio.call("PATCH", f"/sql_alerts/{id}", json=cluvio.data(**dict.fromkeys(given)))
    assert {reply.json()["data"]["attributes"][name] for name in given} == {None}
    assert (await cluvio.refused("PATCH", f"/sql_alerts/{id}", json=cluvio.data(trigger_value=None)))[0] == 422
    assert (await cluvio.refused("PATCH", f"/sql_alerts/{id}", json=cluvio.data(name=None)))[0] == 422


async def test_a_deleted_alert_is_gone_with_its_results(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    await ran(cluvio, id)
    assert (await cluvio.call("DELETE", f"/sql_alerts/{id}")).status_code == 204
    for method, path in [("GET", ""), ("GET", "/results"), ("POST", "/run"), ("DELETE", "")]:
        assert await cluvio.refused(method, f"/sql_alerts/{id}{path}") == (404, f"There is no sql alert {id}")
    assert cluvio.session.store.list(cluvio.api, f"sql_alert_results/{id}") == []


async def test_the_datasource_comes_along_when_asked_for(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    (found,) = (await cluvio.get(f"/sql_alerts/{id}", include="datasource"))["included"]
    assert (found["type"], found["id"]) == ("datasources", "smpl-data-0001")
    assert (await cluvio.refused("GET", f"/sql_alerts/{id}", params={"include": "reports"}))[0] == 422


# -- who may ----------------------------------------------------------------------------------------------------------


async def test_a_view_key_reads_alerts_and_changes_none(cluvio: Cluvio) -> None:
    viewer = cluvio.with_key(VIEW)
    id = await made(cluvio)
    assert (await viewer.get(f"/sql_alerts/{id}"))["data"]["id"] == id
    assert (await viewer.get(f"/sql_alerts/{id}/results"))["count"] == 0
    for method, path in [("POST", ""), ("PATCH", f"/{id}"), ("DELETE", f"/{id}"), ("POST", f"/{id}/run")]:
        body = {} if path.endswith("run") or method == "DELETE" else {"json": alert()}
        assert (await viewer.refused(method, f"/sql_alerts{path}", **body))[0] == 403


async def test_without_alert_permissions_there_are_no_alerts(cluvio: Cluvio) -> None:
    assert (await cluvio.key("manage_dashboards", "view_users").refused("GET", "/sql_alerts"))[0] == 403


async def test_create_change_delete_and_run_need_the_datasource(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    narrow = cluvio.key("manage_alerts", datasource_ids=["other"])
    said = (403, "The API key has no access to datasource smpl-data-0001")
    assert await narrow.refused("POST", "/sql_alerts", json=alert()) == said
    assert await narrow.refused("PATCH", f"/sql_alerts/{id}", json=cluvio.data(name="x")) == said
    assert await narrow.refused("DELETE", f"/sql_alerts/{id}") == said
    assert await narrow.refused("POST", f"/sql_alerts/{id}/run") == said
    assert (await narrow.get(f"/sql_alerts/{id}"))["data"]["id"] == id


async def test_sql_of_results_is_shown_with_include_sql_details_only(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT 1")
    await ran(cluvio, id)
    (full,) = (await cluvio.get(f"/sql_alerts/{id}/results"))["items"]
    assert full["sql_query"] == "SELECT 1"
    assert isinstance(full["sql_query_duration"], int)
    (plain,) = (await cluvio.key("view_alerts").get(f"/sql_alerts/{id}/results"))["items"]
    assert set(plain) == {"result_status", "created_at"}


# -- how a run is judged ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "value", "sql", "status"),
    [
        ("has_results", None, "SELECT 1", "alert_triggered"),
        ("has_results", None, "SELECT 1 WHERE false", "ok"),
        ("no_results", None, "SELECT 1 WHERE false", "alert_triggered"),
        ("no_results", None, "SELECT 1", "ok"),
        ("greater_than", 6, "SELECT 7", "alert_triggered"),
        ("greater_than", 7, "SELECT 7", "ok"),
        ("lower_than", 7.5, "SELECT 7", "alert_triggered"),
        ("lower_than", 7, "SELECT 7", "ok"),
        ("equal", 0.1, "SELECT 0.1::DECIMAL(9, 4)", "alert_triggered"),
        ("equal", 0.1, "SELECT 0.1::DOUBLE", "alert_triggered"),
        ("equal", 2**53 + 1, "SELECT 9007199254740992::BIGINT", "ok"),
        ("not_equal", 0, "SELECT 0.0", "ok"),
        ("not_equal", 0, "SELECT count(*) FROM flights", "alert_triggered"),
        ("greater_than", 1e300, "SELECT 170141183460469231731687303715884105727::HUGEINT", "ok"),
    ],
)
async def test_the_result_stands_left_of_the_condition_and_the_trigger_value_right(
    cluvio: Cluvio, condition: str, value: float | None, sql: str, status: str
) -> None:
    given = {"trigger_condition": condition, "sql_query": sql}
    id = await made(cluvio, **given, **({} if value is None else {"trigger_value": value}))
    assert (await ran(cluvio, id))["last_result_status"] == status


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT 1, 2", "the result has 1 row and 2 columns"),
        ("SELECT * FROM range(3)", "the result has 3 rows and 1 column"),
        ("SELECT 1 WHERE false", "the result has 0 rows and 1 column"),
        ("SELECT 'seven'", "the result is of type String"),
        ("SELECT true", "the result is of type Boolean"),
        ("SELECT NULL::INTEGER", "the result is null"),
        ("SELECT 'nan'::DOUBLE", "the result is nan"),
        ("SELECT [7]", "the result is of type IntegerArray"),
    ],
)
async def test_a_comparison_without_exactly_one_number_is_an_error_of_the_alert(
    cluvio: Cluvio, sql: str, said: str
) -> None:
    id = await made(cluvio, sql_query=sql, trigger_condition="equal", trigger_value=7)
    state = await ran(cluvio, id)
    assert state["last_result_status"] == "alert_error"
    assert said in state["last_error_message"]
    assert state["last_query_error_message"] is None
    assert state["last_query_success"] >= state["last_query_run"]
    (result,) = (await cluvio.get(f"/sql_alerts/{id}/results"))["items"]
    assert result["error_message"] == state["last_error_message"]


async def test_an_error_of_the_query_is_kept_apart_from_errors_of_the_alert(cluvio: Cluvio) -> None:
    state = await ran(cluvio, "brkn-qury-0003")
    assert state["last_result_status"] == "query_error"
    assert "flights_of_tomorrow" in state["last_query_error_message"]
    assert state["last_error_message"] is None
    assert state["last_query_run"] is not None
    assert state["last_query_success"] is None
    repaired = cluvio.data(sql_query="SELECT 0")
    assert (await cluvio.call("PATCH", "/sql_alerts/brkn-qury-0003", json=repaired)).status_code == 200
    state = await ran(cluvio, "brkn-qury-0003")
    assert state["last_result_status"] == "alert_triggered"
    assert state["last_query_error_message"] is None
    statuses = [each["result_status"] for each in (await cluvio.get("/sql_alerts/brkn-qury-0003/results"))["items"]]
    assert statuses == ["alert_triggered", "query_error"]


async def test_a_query_that_takes_too_long_is_an_internal_timeout(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    cluvio.session.jobs.set_progression("sql_alert", "manual")
    execution_id = (await cluvio.post(f"/sql_alerts/{id}/run"))["execution_id"]
    book = book_of(cluvio.session, cluvio.api)
    with cluvio.session.store.transaction():
        over = {"status": "timed_out", "error": "too slow", "completed_at": book.get(execution_id)["created_at"]}  # type: ignore[index]
        book.put({**book.get(execution_id), **over})  # type: ignore[dict-item]
    jobs_done(cluvio)
    (result,) = (await cluvio.get(f"/sql_alerts/{id}/results"))["items"]
    assert (result["result_status"], result["error_message"]) == ("internal_timeout", "too slow")


async def test_the_query_of_an_alert_may_have_expressions_and_snippets_without_a_dashboard(cluvio: Cluvio) -> None:
    sql = "SELECT count(*) FROM flights WHERE {carrier=airline} AND {[time_hour]=timerange}"
    id = await made(cluvio, sql_query=sql, trigger_condition="equal", trigger_value=336776)
    assert (await ran(cluvio, id))["last_result_status"] == "alert_triggered"
    id = await made(cluvio, sql_query="SELECT [no such snippet] {[", trigger_condition="equal", trigger_value=1)
    assert (await ran(cluvio, id))["last_result_status"] == "query_error"


# -- running ----------------------------------------------------------------------------------------------------------


async def test_a_run_answers_with_its_execution_at_once_and_is_judged_when_that_has_ended(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT 1")
    cluvio.session.jobs.set_progression("sql_alert", "manual")
    started = await cluvio.post(f"/sql_alerts/{id}/run")
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", started["execution_id"])
    under_way = (await cluvio.get(f"/executions/{started['execution_id']}"))["data"]["attributes"]
    assert under_way["execution_type"] == "sql_alert"
    assert under_way["execution_status"] in ("starting", "scheduled")
    state = (await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"]
    assert state["running_execution_id"] == started["execution_id"]
    assert state["last_result_status"] is None
    assert (await cluvio.get(f"/sql_alerts/{id}/results")) == {"items": [], "count": 0}
    jobs_done(cluvio)
    state = (await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"]
    assert state["running_execution_id"] is None
    assert state["last_result_status"] == "alert_triggered"
    assert len(mails(cluvio)) == 1
    done = (await cluvio.get(f"/executions/{started['execution_id']}"))["data"]["attributes"]
    assert (done["execution_status"], done["result_rows"]) == ("success", 1)
    assert "data_key" in await cluvio.get(f"/executions/{started['execution_id']}/data")


async def test_a_run_whose_execution_is_cancelled_is_a_result_and_no_mail(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT 1", email_condition="all")
    cluvio.session.jobs.set_progression("sql_alert", "manual")
    started = await cluvio.post(f"/sql_alerts/{id}/run")
    assert (await cluvio.call("POST", f"/executions/{started['execution_id']}/cancel")).status_code == 204
    assert (await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"]["running_execution_id"] is None
    jobs_done(cluvio)
    assert [each["result_status"] for each in (await cluvio.get(f"/sql_alerts/{id}/results"))["items"]] == ["cancelled"]
    assert mails(cluvio) == []


async def test_an_alert_that_is_deleted_while_it_runs_leaves_nothing_behind(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT 1")
    cluvio.session.jobs.set_progression("sql_alert", "manual")
    await cluvio.post(f"/sql_alerts/{id}/run")
    await cluvio.call("DELETE", f"/sql_alerts/{id}")
    jobs_done(cluvio)
    assert mails(cluvio) == []
    assert cluvio.session.store.list(cluvio.api, f"sql_alert_results/{id}") == []
    assert ended(cluvio) == ["success"]


async def test_each_run_counts_also_while_another_is_under_way(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT 1", email_condition="all")
    cluvio.session.jobs.set_progression("sql_alert", "manual")
    first, second = [(await cluvio.post(f"/sql_alerts/{id}/run"))["execution_id"] for _ in range(2)]
    assert first != second
    assert (await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"]["running_execution_id"] == second
    jobs_done(cluvio)
    assert (await cluvio.get(f"/sql_alerts/{id}/results"))["count"] == 2
    assert len(mails(cluvio)) == 2


async def test_runs_that_wait_for_a_worker_keep_no_query_waiting(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT 1")
    cluvio.session.jobs.set_progression("sql_alert", "manual")
    for _ in range(20):
        await cluvio.post(f"/sql_alerts/{id}/run")
    query = await cluvio.post("/datasources/smpl-data-0001/executions", {"sql_query": "SELECT 1"}, 201)
    assert query["data"]["attributes"]["execution_status"] != "waiting"
    jobs_done(cluvio)


async def test_the_locations_know_nothing_of_each_others_alerts(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    assert (await cluvio.at("us").refused("GET", f"/sql_alerts/{id}"))[0] == 404


# -- odd input --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "odd",
    [
        {"name": "a\x00b\r\nBcc: eve@example.com"},
        {"name": "\U0001f6eb" * 500},
        {"name": "<script>alert(1)</script>"},
        {"sql_query": "SELECT '\x00' \u202e"},
        {"description": "\u2028" * 100},
        {"trigger_value": 10**400, "trigger_condition": "lower_than", "sql_query": "SELECT 1"},
        {"trigger_value": -1e308, "trigger_condition": "greater_than", "sql_query": "SELECT 1"},
        {"trigger_value": 10**400},
    ],
)
async def test_odd_values_are_taken_or_refused_and_the_alert_runs(cluvio: Cluvio, odd: dict[str, Any]) -> None:
    reply = await cluvio.call("POST", "/sql_alerts", json=alert(**{"email_condition": "all", **odd}))
    assert reply.status_code in (201, 422), reply.text
    if reply.status_code == 201:
        state = await ran(cluvio, reply.json()["data"]["id"])
        assert state["last_result_status"] in ("ok", "alert_triggered", "query_error")
        (mail,) = mails(cluvio)
        assert "\n" not in mail["subject"]
        assert "\x00" not in mail["subject"]
        assert "<script>" not in mail["html"]
