"""What the vendor's two tutorials on alerts and mails send is taken, once a reader has put in what is his own."""

from __future__ import annotations

from typing import Any


async def test_the_body_of_the_tutorial_on_mails_is_taken(api: Any) -> None:
    body = {
        "data_schedule": {
            "source_type": "Dashboard",
            "source_id": 16076,
            "schedule": {"repeat": "* * * * *", "paused": False},
            "dest": {
                "type": "EmailDest",
                "title": "Sale report for {{$today}}",
                "recipients": ["reader@example.com"],
            },
        }
    }
    reply = await api.call("POST", "/data_schedules", json=body)
    assert reply.status_code == 201, reply.text
    api.control.clock.advance(60)
    session = api.emulation.sessions.get(api.session)
    assert session.timetable.settle()
    assert [record["subject"] for record in session.deliveries.list()] == ["Sale report for 2013-07-01 Mon"]
    await api.call("DELETE", f"/data_schedules/{reply.json()['data_schedule']['id']}")


async def test_the_body_of_the_tutorial_on_alerts_is_taken(api: Any) -> None:
    sent = {
        "title": "Tracking number of orders",
        "source_id": 4176,
        "source_type": "DashboardWidget",
        "viz_conditions": [
            {
                "field_path": {"field_name": "flight", "model_id": 101},
                "aggregation": "count",
                "transformation": None,
                "condition": {"operator": "greater_than", "modifier": None, "values": [35000]},
            }
        ],
        "dest": {
            "type": "EmailDest",
            "title": "The number of orders has just exceeded than 35000",
            "recipients": ["reader@example.com"],
            "options": {"body_text": None},
        },
        "schedule": {"repeat": "0 7 * * *", "paused": False},
        "dynamic_filter_presets": [
            {
                "preset_condition": {"operator": "is", "modifier": None, "values": ["UA", "AA"]},
                "dynamic_filter_id": 2336,
            },
            {
                "preset_condition": {"operator": "is", "modifier": None, "values": ["last 3 months"]},
                "dynamic_filter_id": 2335,
            },
        ],
    }
    reply = await api.call("POST", "/data_alerts", json={"data_alert": sent})
    assert reply.status_code == 201, reply.text
    kept = (await api.get(f"/data_alerts/{reply.json()['data_alert']['id']}"))["data_alert"]
    assert {key: kept[key] for key in sent if key != "schedule"} == {k: v for k, v in sent.items() if k != "schedule"}
    assert kept["schedule"] == {**sent["schedule"], "is_archived": False}  # type: ignore[dict-item]
