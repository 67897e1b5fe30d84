"""The legacy Reports API: how exports and queries are submitted, polled and fetched, and how the API refuses."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import httpx2
import pytest

from bireme_emulator.kernel.emulation import Emulation

VIEWER = "holistics-demo-viewer-key-0001"


class Legacy:
    """The legacy API as one user of one session sees it."""

    def __init__(self, api: Any) -> None:
        self.api, self.control = api, api.control

    async def call(self, path: str, method: str = "GET", key: str | None = "", **options: Any) -> httpx2.Response:
        headers = {"X-Emulator-Session": self.api.session, "Accept": "application/json"}
        if key is not None:
            headers["X-Holistics-Key"] = key or self.api.key
        url = f"http://127.0.0.1:8900/holistics{path}"
        reply: httpx2.Response = await self.api.client.request(method, url, headers=headers, **options)
        assert reply.headers["status"].startswith(f"{reply.status_code} ")
        return reply

    async def get(self, path: str, **query: Any) -> Any:
        reply = await self.call(path, params=query)
        assert reply.status_code == 200, reply.text
        return reply.json()

    async def started(self, path: str, method: str = "GET", **options: Any) -> int:
        """Start a job and wait for its end."""
        reply = await self.call(path, method, **options)
        assert (reply.status_code, reply.json()["status"]) == (200, "created"), reply.text
        id: int = reply.json()["job_id"]
        self.control.jobs.wait(id)
        return id

    async def file(self, id: int) -> httpx2.Response:
        reply = await self.call("/exports/download", params={"job_id": id})
        assert reply.status_code == 302, reply.text
        fetched: httpx2.Response = await self.api.fetch(reply.headers["location"])
        return fetched

    async def rows(self, path: str, method: str = "GET", **options: Any) -> list[list[str]]:
        return list(csv.reader(io.StringIO((await self.file(await self.started(path, method, **options))).text)))


@pytest.fixture
def legacy(api: Any) -> Legacy:
    return Legacy(api)


async def test_an_export_is_submitted_polled_and_fetched(legacy: Legacy) -> None:
    reply = await legacy.call("/queries/12345/submit_export.csv")
    assert reply.headers["content-type"] == "application/json; charset=utf-8"
    assert reply.headers["status"] == "200 OK"
    assert "public" not in reply.headers.get("cache-control", "")
    id = reply.json()["job_id"]
    assert reply.json() == {"status": "created", "job_id": id}
    legacy.control.jobs.wait(id)
    poll = await legacy.get("/queries/get_export_results.json", job_id=id)
    assert poll["status"] == "success"
    assert poll["export"]["http_path"].endswith(".csv")
    file = await legacy.file(id)
    assert file.headers["content-type"] == "text/csv"
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.text.splitlines()[:2] == ["Month,Flights", "2013-01-01,27004"]
    assert file.text.endswith("\n")
    assert "\r" not in file.text


async def test_polls_say_not_yet_until_it_is_over_and_ignore_pages(legacy: Legacy) -> None:
    legacy.control.jobs.set_progression("report_export", "manual")
    id = (await legacy.get("/queries/12345/submit_export.csv"))["job_id"]
    pages = {"_page": 10_000_000, "_page_size": 10_000_000}
    for _ in range(3):
        poll = await legacy.call("/queries/get_export_results.json", params={"job_id": id, **pages})
        assert poll.json() == {"status": "not yet"}
        assert (await legacy.get(f"/jobs/{id}/get_results.json")) == {"status": "not yet"}
        assert (await legacy.call("/exports/download", params={"job_id": id})).json() == {
            "errors": ["Holistics::NotFound"]
        }
        legacy.control.jobs.advance(id)
    assert (await legacy.get("/queries/get_export_results.json", job_id=id, **pages))["status"] == "success"


async def test_a_report_is_found_with_its_title_behind_and_a_slash_too_many(legacy: Legacy) -> None:
    assert await legacy.rows("//queries/12345-flights-per-month/submit_export.csv") == await legacy.rows(
        "/queries/12345/submit_export.csv"
    )


async def test_the_key_is_looked_at_before_the_report(legacy: Legacy) -> None:
    path = "/queries/999/submit_export.csv"
    missing, wrong, unknown = [await legacy.call(path, key=key) for key in (None, "wrong", "")]
    assert (missing.status_code, wrong.status_code, unknown.status_code) == (401, 422, 404)
    assert wrong.text == "Holistics::InvalidAuthenticationToken"
    assert unknown.text == "Resource not found"
    assert {reply.headers["content-type"] for reply in (missing, wrong, unknown)} == {"text/plain; charset=utf-8"}
    assert wrong.headers["status"] == "422 Unprocessable Entity"


async def test_errors_take_the_form_of_the_path(legacy: Legacy) -> None:
    for path in ("/queries/999/submit_export.json", "/queries/word/submit_export.json", "/jobs/999.json"):
        reply = await legacy.call(path)
        assert (reply.status_code, reply.json()) == (404, {"errors": ["Resource not found"]})
        assert reply.headers["content-type"] == "application/json; charset=utf-8"
    assert (await legacy.call("/queries/word/submit_export.xlsx")).text == "Resource not found"


async def test_errors_of_the_server_itself_have_their_status_in_a_header_too(legacy: Legacy) -> None:
    assert (await legacy.call("/nowhere")).headers["status"] == "404 Not Found"
    refused = await legacy.call("/jobs.json", "POST")
    assert (refused.status_code, refused.headers["status"]) == (405, "405 Method Not Allowed")
    for status in (429, 500):
        legacy.control.fault("status", operation="jobs_list", status=status, times=1)
        reply = await legacy.call("/jobs.json")
        assert reply.status_code == status
        assert list(reply.json()) == ["errors"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/queries/get_export_results.json", 404),
        ("/queries/get_export_results.json?job_id=word", 404),
        ("/queries/get_export_results.json?job_id=123456", 404),
        ("/exports/download", 422),
        ("/exports/download?job_id=word", 404),
        ("/exports/download?job_id=123456", 404),
    ],
)
async def test_a_job_that_is_missing_or_unknown(legacy: Legacy, path: str, status: int) -> None:
    reply = await legacy.call(path)
    assert reply.status_code == status
    assert list(reply.json()) == ["errors"]


async def test_a_broken_report_fails_with_the_databases_words(legacy: Legacy) -> None:
    id = await legacy.started("/queries/12346/submit_export.csv")
    poll = await legacy.get("/queries/get_export_results.json", job_id=id)
    assert poll["status"] == "failure"
    assert '"carier" not found' in poll["error"]
    assert (await legacy.call("/exports/download", params={"job_id": id})).status_code == 422


async def test_filters_go_by_name_or_label_and_unknown_ones_do_nothing(legacy: Legacy) -> None:
    everything = await legacy.rows("/queries/12345/submit_export.csv")
    path = "/queries/12345/submit_export.csv"
    united = await legacy.rows(f"{path}?carrier=UA")
    assert sum(int(row[1]) for row in united[1:]) == 58_665
    assert await legacy.rows(f"{path}?Carrier[]=UA&nonsense=7") == united
    assert await legacy.rows(f"{path}?nonsense=7&carrier=") == everything
    two = await legacy.rows(f"{path}?carrier=UA&carrier=AA")
    assert two == await legacy.rows(path, "POST", json={"carrier": ["UA", "AA"], "origin": None})
    assert [row[0] for row in (await legacy.rows(f"{path}?Flight%20date=2013-02-01%20to%202013-03-31"))[1:]] == [
        "2013-02-01",
        "2013-03-01",
    ]


async def test_a_value_that_a_filter_cannot_have_fails_the_job_not_the_call(legacy: Legacy) -> None:
    id = await legacy.started("/queries/12345/submit_export.csv?distance=far")
    poll = await legacy.get("/queries/get_export_results.json", job_id=id)
    assert poll["status"] == "failure"
    assert "no number" in poll["error"]


async def test_json_and_xlsx_hold_the_same_rows(legacy: Legacy) -> None:
    rows = json.loads((await legacy.file(await legacy.started("/queries/12345/submit_export.json"))).text)
    assert (len(rows), rows[0]) == (12, {"Month": "2013-01-01", "Flights": 27004})
    book = await legacy.file(await legacy.started("/queries/12345/submit_export.xlsx"))
    assert book.content.startswith(b"PK")
    assert json.loads((await legacy.file(await legacy.started("/queries/12348/submit_export.json"))).text) == []


async def test_links_end_after_a_minute(legacy: Legacy) -> None:
    id = await legacy.started("/queries/12345/submit_export.csv")
    link = (await legacy.call("/exports/download", params={"job_id": id})).headers["location"]
    legacy.control.clock.advance(61)
    assert (await legacy.api.fetch(link)).status_code in (403, 410)
    legacy.control.clock.advance(86_400)
    reply = await legacy.call("/exports/download", params={"job_id": id})
    assert (reply.status_code, reply.json()) == (422, {"errors": ["Holistics::NotFound"]})


async def test_a_query_gives_its_rows_as_text_page_by_page(legacy: Legacy) -> None:
    id = await legacy.started("/queries/12347/submit_query.json?carrier=HA")
    poll = await legacy.get("/queries/get_query_results.json", job_id=id)
    assert (poll["status"], len(poll["values"])) == ("success", 25)
    assert poll["paginated"] == {"num_pages": 14, "page": 1}  # 342 flights
    assert all(cell is None or isinstance(cell, str) for row in poll["values"] for cell in row)
    last = await legacy.get("/queries/get_query_results.json", job_id=id, _page=4, _page_size=100)
    assert (len(last["values"]), last["paginated"]) == (42, {"num_pages": 4, "page": 4})
    beyond = await legacy.get("/queries/get_query_results.json", job_id=id, _page=9, _page_size=100)
    assert beyond["values"] == []
    assert (await legacy.get("/queries/12347.json", job_id=id))["values"] == poll["values"]
    assert (await legacy.call("/queries/12345.json", params={"job_id": id})).status_code == 404


async def test_a_query_that_runs_says_so(legacy: Legacy) -> None:
    legacy.control.jobs.set_progression("report_query", "manual")
    id = (await legacy.get("/queries/12345/submit_query.json"))["job_id"]
    assert await legacy.get("/queries/get_query_results.json", job_id=id) == {"status": "running"}


async def test_small_reports_come_at_once_and_large_ones_do_not(legacy: Legacy) -> None:
    reply = await legacy.call("/queries/12345.csv?carrier=UA")
    assert reply.headers["content-type"] == "text/csv"
    assert len(reply.text.splitlines()) == 13
    large = await legacy.call("/queries/12347.csv")
    assert large.status_code == 422
    assert "336776 rows" in large.text
    assert (await legacy.call("/queries/12346.xlsx")).status_code == 422


async def test_who_may_not_export_data_gets_403(legacy: Legacy) -> None:
    assert (await legacy.call("/queries/12345/submit_export.csv", key=VIEWER)).status_code == 403


async def test_equal_exports_each_have_a_job_unless_the_switch_is_on(legacy: Legacy, emulation: Emulation) -> None:
    legacy.control.jobs.set_progression("report_export", "manual")
    path = "/queries/12345/submit_export.csv"
    before = [(await legacy.get(path))["job_id"] for _ in range(2)]
    polls = [await legacy.get("/queries/get_export_results.json", job_id=id) for id in before]
    assert polls == [{"status": "not yet"}] * 2
    legacy.api.control.switch("holistics_v1", "names_existing_jobs")
    first, second = [(await legacy.get(f"{path}?carrier=UA"))["job_id"] for _ in range(2)]
    assert await legacy.get("/queries/get_export_results.json", job_id=second) == {
        "status": "already_existed",
        "job_id": first,
    }
    for _ in range(3):
        legacy.control.jobs.advance(first)
    assert (await legacy.file(second)).text == (await legacy.file(first)).text


async def test_the_switch_is_turned_and_shown_by_the_control_api(legacy: Legacy) -> None:
    headers = {"X-Emulator-Session": legacy.api.session}

    async def put(body: Any) -> Any:
        return await legacy.api.client.put("/_emulator/switches", json=body, headers=headers)

    before = (await legacy.api.client.get("/_emulator/switches", headers=headers)).json()["holistics_v1"]
    assert (before["names_existing_jobs"]["enabled"], "already_existed" in str(before)) == (False, True)
    on = await put({"holistics_v1": {"names_existing_jobs": True}})
    assert on.json()["holistics_v1"]["names_existing_jobs"]["enabled"] is True
    for wrong in ({"holistics_v1": {"unknown": True}}, {"holistics": {"names_existing_jobs": True}}, {"other": {}}):
        reply = await put(wrong)
        assert reply.status_code == 404
        assert "holistics_v1.names_existing_jobs" in reply.text
    legacy.control.reset()
    assert "true" not in (await legacy.api.client.get("/_emulator/switches", headers=headers)).text


async def test_both_versions_see_each_others_jobs_and_files(legacy: Legacy) -> None:
    mine = await legacy.started("/queries/12345/submit_export.csv")
    assert (await legacy.api.get(f"/jobs/{mine}"))["job"]["status"] == "success"
    assert (await legacy.api.fetch(await legacy.api.link(mine))).status_code == 200
    theirs = (await legacy.api.export(4175))["id"]
    assert (await legacy.get(f"/jobs/{theirs}.json"))["source_type"] == "DashboardWidget"
    assert (await legacy.file(theirs)).text == (await legacy.file(mine)).text
