"""Data alerts through the API: what is kept, when an alert is sent and with which rows, and trying one out."""

from __future__ import annotations

from typing import Any

import pytest

ADMIN, ANALYST = "holistics-demo-admin-key-0001", "holistics-demo-analyst-key-0001"
MONTHS, TABLE, BY_ORIGIN, NO_ROWS, BROKEN = 4175, 4176, 4181, 4177, 4178
CARRIER, FLIGHT_DATE = 2336, 2335


def where(
    field: str, operator: str, *values: Any, model: int | str | None = 101, modifier: str | None = None, **how: Any
) -> dict[str, Any]:
    condition = {"operator": operator, "values": list(values), "modifier": modifier}
    return {"field_path": {"field_name": field, "model_id": model}, "condition": condition, **how}


def alert(*conditions: dict[str, Any], widget: int = MONTHS, **changes: Any) -> dict[str, Any]:
    return {
        "title": "Busy months",
        "source_type": "DashboardWidget",
        "source_id": widget,
        "schedule": {"repeat": "0 7 * * *", "paused": True},
        "dynamic_filter_presets": [],
        "viz_conditions": list(conditions),
        "dest": {"type": "EmailDest", "title": "On {{$today}}", "recipients": ["a@example.com"]},
        **changes,
    }


async def create(api: Any, *conditions: dict[str, Any], key: str = ADMIN, **changes: Any) -> dict[str, Any]:
    reply = await api.call("POST", "/data_alerts", key, json={"data_alert": alert(*conditions, **changes)})
    assert reply.status_code == 201, reply.text
    kept: dict[str, Any] = reply.json()["data_alert"]
    return kept


async def tried(api: Any, *conditions: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Try an alert out; gives its job as it ended."""
    body = {"test_data_alert": alert(*conditions, **changes)}
    reply = await api.call("POST", "/data_alerts/submit_execute", json=body)
    assert reply.status_code == 200, reply.text
    job: dict[str, Any] = await api.ended(reply.json()["job"]["id"])
    return job


async def rows(api: Any, *conditions: dict[str, Any], **changes: Any) -> int:
    """How many rows an alert found."""
    job = await tried(api, *conditions, **changes)
    assert job["status"] == "success", await api.logs(job["id"])
    found: int = api.control.job(job["id"])["result"]["rows"]
    return found


def session_of(api: Any) -> Any:
    return api.emulation.sessions.get(api.session)


def outbox(api: Any) -> list[Any]:
    return list(session_of(api).deliveries.list())


# --- keeping ---


async def test_an_alert_is_kept_as_it_was_sent_and_read_back(api: Any) -> None:
    asked = alert(where("flights", "greater_than", 29_000, aggregation=None, transformation=None))
    kept = await create(api, **asked)
    id = kept.pop("id")
    assert kept == {**asked, "schedule": {**asked["schedule"], "is_archived": False}}
    assert (await api.get(f"/data_alerts/{id}"))["data_alert"] == {**kept, "id": id}


async def test_conditions_may_be_null_or_left_out_and_the_title_falls_back(api: Any) -> None:
    assert (await create(api, viz_conditions=None))["viz_conditions"] is None
    body = alert()
    del body["viz_conditions"], body["title"]
    reply = await api.call("POST", "/data_alerts", json={"data_alert": body})
    kept = reply.json()["data_alert"]
    assert "viz_conditions" not in kept
    assert kept["title"] == "Flights per month"


async def test_an_update_replaces_and_a_deleted_alert_is_gone(api: Any) -> None:
    id = (await create(api))["id"]
    body = {"data_alert": alert(where("flights", "less_than", 5), title="Quiet months")}
    reply = await api.call("PUT", f"/data_alerts/{id}", json=body)
    assert (reply.json()["data_alert"]["id"], reply.json()["data_alert"]["title"]) == (id, "Quiet months")
    assert (await api.call("DELETE", f"/data_alerts/{id}")).json()["message"] == f"Data alert {id} has been deleted."
    assert (await api.refused("GET", f"/data_alerts/{id}"))[0] == 404


async def test_lists_are_filtered(api: Any) -> None:
    mail = (await create(api, title="Late FLIGHTS"))["id"]
    slack = {"type": "SlackDest", "slack_channels": [{"id": "C1"}]}
    post = (await create(api, key=ANALYST, dest=slack, widget=TABLE, title="Rows"))["id"]

    async def ids(key: str = ADMIN, **query: Any) -> list[int]:
        return [one["id"] for one in (await api.get("/data_alerts", key, **query))["data_alerts"]]

    assert await ids() == [601, mail, post]
    assert await ids(ANALYST) == [post]
    assert await ids(search_term="flights") == [mail]
    assert await ids(dest_type="SlackDest") == [post]
    assert await ids(source_id=TABLE, source_type="DashboardWidget") == [post]
    assert (await api.refused("GET", f"/data_alerts/{mail}", ANALYST))[0] == 403


@pytest.mark.parametrize("dest", [{"type": "EmailDest", "recipients": []}, {"type": "SlackDest", "slack_channels": []}])
async def test_an_alert_that_would_reach_nobody_is_refused(api: Any, dest: dict[str, Any]) -> None:
    status, type, said = await api.refused("POST", "/data_alerts", json={"data_alert": alert(dest=dest)})
    assert (status, type) == (400, "InvalidParameterError")
    assert next(name for name, value in dest.items() if value == []) in said


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"widget": 99}, "source_id", "there is no widget 99"),
        ({"widget": 4174}, "source_id", "is of type Text"),
        ({"schedule": {"repeat": "hourly or so", "paused": True}}, "schedule", "five fields"),
        (
            {
                "dynamic_filter_presets": [
                    {"dynamic_filter_id": 1, "preset_condition": {"operator": "none", "values": []}}
                ]
            },
            "dynamic_filter_presets",
            "no such filter",
        ),
        ({"viz_conditions": [where("carrier", "is", "UA")]}, "viz_conditions", "does not show"),
        (
            {"viz_conditions": [where("flights", "is", 1, model=102)]},
            "viz_conditions",
            "It shows flight_date of model",
        ),
        ({"viz_conditions": [where("flights", "contains", "a")]}, "viz_conditions", "does not suit"),
        (
            {"viz_conditions": [where("flights", "is", 1, transformation="datetrunc day")]},
            "viz_conditions",
            "is no date",
        ),
        ({"viz_conditions": [where("flight_date", "is", 1, aggregation="sum")]}, "viz_conditions", "is no number"),
        ({"viz_conditions": [where("flight_date", "is", 1, aggregation="custom")]}, "viz_conditions", "no measure"),
        ({"widget": BROKEN, "viz_conditions": [where("flights", "is", 1)]}, "viz_conditions", "plain SQL"),
    ],
)
async def test_what_cannot_be_kept_or_tried_is_said_by_field(
    api: Any, changes: dict[str, Any], field: str, words: str
) -> None:
    for path, key in (("/data_alerts", "data_alert"), ("/data_alerts/submit_execute", "test_data_alert")):
        reply = await api.call("POST", path, json={key: alert(**changes)})
        body = reply.json()
        assert (reply.status_code, body["type"], list(body["record"])) == (422, "RecordError", [field]), body
        assert words in body["message"]


# --- conditions on real data ---


async def test_rows_that_meet_the_conditions_are_sent(api: Any) -> None:
    assert await rows(api, where("flights", "greater_than", 29_000)) == 2
    (record,) = outbox(api)
    assert record["subject"] == "On 2013-07-01 Mon"
    lines = record["text"].splitlines()
    assert "Month | Flights" in lines
    assert "2013-07-01 | 29,425" in lines
    assert record["html"].count("<tr>") == 3
    assert "/dashboards/v3/16076-flight-operations?_e=4175" in record["text"]


async def test_nothing_is_sent_when_no_row_meets_them(api: Any) -> None:
    job = await tried(api, where("flights", "greater_than", 30_000))
    assert job["status"] == "success"
    assert "Nothing was sent, because no row meets the conditions" in await api.logs(job["id"])
    assert outbox(api) == []


async def test_all_conditions_must_hold_in_the_same_row(api: Any) -> None:
    busy = where("flights", "greater_than", 29_000)
    assert await rows(api, busy, where("flight_date", "before", "2013-08-01")) == 1
    assert await rows(api, busy, where("flight_date", "before", "2013-02-01")) == 0


async def test_without_conditions_any_row_is_enough(api: Any) -> None:
    assert await rows(api) == 12
    assert await rows(api, viz_conditions=None) == 12
    assert await rows(api, widget=NO_ROWS) == 0


async def test_presets_act_before_the_conditions(api: Any) -> None:
    united = {"dynamic_filter_id": CARRIER, "preset_condition": {"operator": "is", "values": ["UA"]}}
    busy = where("flights", "greater_than", 5_000)
    assert await rows(api, busy) == 12
    assert await rows(api, busy, dynamic_filter_presets=[united]) == 4


@pytest.mark.parametrize(
    ("aggregation", "operator", "values", "expected"),
    [
        ("custom", "greater_than", [29_000], 2),  # the measure as it is
        ("sum", "is", [336_776], 12),  # over all rows, so it holds in each or in none
        ("avg", "between", [28_000, 28_100], 12),
        ("max", "is", [29_425], 12),
        ("min", "is", [24_951], 12),
        ("count", "is", [12], 12),
        ("count", "greater_than", [12], 0),
        ("count distinct", "is", [12], 12),
        ("median", "greater_than", [28_000], 12),
        ("stdev", "greater_than", [1], 12),
        ("stdevp", "greater_than", [1], 12),
        ("var", "greater_than", [1], 12),
        ("varp", "greater_than", [1], 12),
        ("running sum", "greater_than", [300_000], 2),
        ("running max", "less_than", [28_000], 2),
        ("running min", "less_than", [25_000], 11),
        ("running avg", "greater_than", [28_000], 5),
    ],
)
async def test_aggregations_are_taken_over_the_rows(
    api: Any, aggregation: str, operator: str, values: list[Any], expected: int
) -> None:
    assert await rows(api, where("flights", operator, *values, aggregation=aggregation)) == expected


async def test_an_aggregate_is_over_the_rows_that_pass_the_other_conditions(api: Any) -> None:
    quarter = where("flight_date", "before", "2013-04-01")
    total = where("flights", "is", 27_004 + 24_951 + 28_834, aggregation="sum")
    assert await rows(api, quarter, total) == 3


async def test_dates_are_cut_before_they_are_compared(api: Any) -> None:
    first = where("flight_date", "is", "2013-01-01", transformation="datetrunc quarter")
    assert await rows(api, first) == 3
    shown = where("flight_date", "is", "2013-01-01", transformation="datetrunc month")
    assert await rows(api, shown) == 1


async def test_fields_of_a_table_are_compared_row_by_row(api: Any) -> None:
    late = where("arrival_delay", "greater_than", 1_000)
    named = where("name", "contains", "envoy", model=102)
    assert await rows(api, late, widget=TABLE) == 4
    assert await rows(api, late, named, widget=TABLE) == 2
    count = where("flight", "greater_than", 300_000, aggregation="count")
    assert await rows(api, count, widget=TABLE) == 336_776
    assert "first 40 of 336,776 rows" in outbox(api)[-1]["text"]


async def test_relative_dates_count_from_the_run_and_attributes_are_the_owners(api: Any) -> None:
    assert await rows(api, where("flight_date", "matches", "last month")) == 1
    me = where("origin", "matches_user_attribute", "h_email")
    assert await rows(api, me, widget=BY_ORIGIN) == 0


# --- running ---


async def test_trying_out_saves_nothing(api: Any) -> None:
    before = await api.get("/data_alerts")
    await rows(api, id=777)
    assert len(outbox(api)) == 1
    assert await api.get("/data_alerts") == before
    assert (await api.refused("GET", "/data_alerts/777"))[0] == 404
    assert (await create(api))["id"] == 602, "no id was used up"


async def test_an_alert_is_run_by_hand_and_slack_gets_the_rows(api: Any) -> None:
    dest = {"type": "SlackDest", "title": "Busy", "message": "Look", "slack_channels": [{"id": "C1"}, {"id": "C2"}]}
    id = (await create(api, where("flights", "greater_than", 29_000), dest=dest))["id"]
    reply = await api.call("POST", f"/data_alerts/{id}/submit_execute")
    job = await api.ended(reply.json()["job"]["id"])
    assert job["status"] == "success"
    assert [record["to"] for record in outbox(api)] == [["C1"], ["C2"]]
    assert outbox(api)[0]["text"].startswith("Busy\n\nLook")
    assert "2013-07-01 | 29,425" in outbox(api)[0]["text"]
    assert (await api.refused("POST", f"/data_alerts/{id}/submit_execute", ANALYST))[0] == 403
    assert (await api.refused("POST", "/data_alerts/999/submit_execute"))[0] == 404


async def test_a_broken_widget_fails_with_the_databases_words(api: Any) -> None:
    job = await tried(api, widget=BROKEN)
    assert job["status"] == "failure"
    assert "carier" in job["last_error_log"]


async def test_a_deleted_alert_fails_a_job_that_waits_for_it(api: Any) -> None:
    id = (await create(api))["id"]
    api.control.jobs.set_progression("data_alert", "manual")
    job = (await api.call("POST", f"/data_alerts/{id}/submit_execute")).json()["job"]["id"]
    await api.call("DELETE", f"/data_alerts/{id}")
    for _ in range(3):
        api.control.jobs.advance(job)
    ended = (await api.get(f"/jobs/{job}"))["job"]
    assert (ended["status"], ended["last_error_log"]) == ("failure", f"There is no data alert {id} any more.")
