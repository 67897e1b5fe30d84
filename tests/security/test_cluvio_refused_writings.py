"""Names, texts and sizes of Cluvio's objects that are meant to be more: headers, markup, addresses, paths, floods."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from tests.security.cluvio_attempts import SAMPLE, execution, on, rows_of
from tests.unit.emulator_state.cluvio_alerts_world import alert, mails, ran
from tests.unit.emulator_state.cluvio_alerts_world import made as made_alert
from tests.unit.emulator_state.cluvio_boards import BOARD, made_board, made_report, wait
from tests.unit.emulator_state.cluvio_exporting import all_done
from tests.unit.emulator_state.cluvio_world import Cluvio

NAMES = [
    "Delays\r\nBcc: eve@example.com",
    "Delays\nBcc: eve@example.com\n\n<p>Hello",
    "Delays\u2028Bcc: eve@example.com",
    "Delays\x00\x1b[31m",
    "=?utf-8?q?Delays=0ABcc=3A_eve=40example=2Ecom?=",
    "<script>alert(1)</script>",
    '"><img src={url}/pixel.png onerror=alert(1)>',
    "</title><meta http-equiv=refresh content='0;url={url}'>",
    "<a href='{url}'>Click</a>",
    "\u202egnp.yaled",
    "../../../../tmp/delays",
    "/etc/cron.d/delays",
    "..\\..\\delays",
    'delays"; filename="evil.exe',
    "&lt;b&gt;",
    "x" * 250,
]
_MARKUP = re.compile(r"<(script|img src=.?http|meta http-equiv|a href|iframe|svg)", re.IGNORECASE)


def plain_mail(message: Any, known: set[str]) -> None:
    """Assert that a mail goes to whom it should, has a one-line subject and no markup but its own."""
    assert {*message["to"], *message.get("cc", ()), *message.get("bcc", ())} == known
    assert "\n" not in message["subject"]
    assert "\r" not in message["subject"]
    assert not _MARKUP.search(message["html"].replace("<!doctype", ""))
    for attachment in message["attachments"]:
        name = attachment.get("filename") or attachment["name"]
        assert not set(name) & set('/\\"\r\n\x00')
        assert not name.startswith(".")


@pytest.mark.parametrize("name", NAMES)
async def test_the_mail_of_an_alert_takes_names_and_cells_for_text(name: str, cluvio: Cluvio, trap: Any) -> None:
    name = name.replace("{url}", trap.url)
    cell = name.replace("'", "''").replace("\x00", "")
    sql = f"SELECT '{cell}' AS \"{cell.replace(chr(34), chr(34) * 2)}\""
    about = {"name": name, "description": name, "sql_query": sql, "attach_as": "csv", "email_condition": "all"}
    made = await cluvio.call("POST", "/sql_alerts", json=alert(**about))
    if made.status_code == 422:
        assert "name" in made.text
        return
    await ran(cluvio, made.json()["data"]["id"])
    assert len(mails(cluvio)) == 1
    plain_mail(mails(cluvio)[0], {"ops@example.com"})


@pytest.mark.parametrize("name", NAMES)
async def test_the_mail_of_a_schedule_takes_names_and_texts_for_text(name: str, cluvio: Cluvio, trap: Any) -> None:
    name = name.replace("{url}", trap.url)
    board = await made_board(cluvio, name=name)
    report = await made_report(cluvio, board, name=name)
    about = {"name": name, "subject_text": name, "body_text": name, "emails": "ann@example.com"}
    links = {"report": {"data": {"id": report, "type": "reports"}}}
    asked = cluvio.data(links, **about, attach_as="csv,png", schedule="disabled")
    made = await cluvio.call("POST", "/dashboard_schedules", json=asked)
    if made.status_code == 422:
        assert "subject_text" in made.text or "name" in made.text
        return
    await cluvio.post(f"/dashboard_schedules/{made.json()['data']['id']}/trigger", status=204)
    all_done(cluvio)
    assert len(mails(cluvio)) == 1
    plain_mail(mails(cluvio)[0], {"ann@example.com"})


RECIPIENTS = [
    "ann@example.com\r\nBcc: eve@example.com",
    "ann@example.com\neve@example.com",
    "ann@example.com;eve@example.com",
    "ann@example.com eve@example.com",
    "Ann <ann@example.com>",
    "ann@example.com>,<eve@example.com",
    "ann@[127.0.0.1]",
    "@relay.example.com:ann@example.com",
    "ann%eve@example.com\x00",
    '"ann@example.com',
    "ann@example.com,,\x0b,eve",
    ",".join(f"a{n}@example.com" for n in range(10_000)),
]


@pytest.mark.parametrize("given", RECIPIENTS, ids=lambda text: text[:40])
@pytest.mark.parametrize("field", ["emails", "cc_emails", "bcc_emails", "error_emails"])
async def test_what_is_no_list_of_addresses_gets_no_mail(field: str, given: str, cluvio: Cluvio) -> None:
    reply = await cluvio.call("POST", "/sql_alerts", json=alert(**{field: given}))
    assert reply.status_code == 422, reply.text
    assert field in reply.text
    assert len(reply.text) < 2_000


CELLS = [
    '],["evil"]],"x":[[',
    '"}],"rows":[["evil',
    "\\",
    '\\"],["evil',
    "\u2028\u2029",
    "\u202eevil",
    "\x01\x1f\x7f",
    "</script>",
    "=cmd|'/C calc'!A0",
    "a;b,c\r\nd",
    '"',
    "\U0001f1ea\U0001f1fa\ufeff",
]


@pytest.mark.parametrize("cell", CELLS)
async def test_a_cell_and_a_name_of_a_column_are_data_in_json_and_csv(cell: str, cluvio: Cluvio) -> None:
    literal, column = cell.replace("'", "''"), cell.replace('"', '""')
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, f"SELECT '{literal}' AS \"{column}\", 7 AS seven")
    await cluvio.post(f"/reports/{report}/refresh", {})
    wait(cluvio)
    for form in ("json", "csv"):
        options = {"csv_column_separator": ",", "csv_quote_style": "necessary"} if form == "csv" else {}
        given = await cluvio.post(f"/reports/{report}/data", {"data_format": form, **options})
        server = cluvio.server("data", f"Data {given['data_access_token']}")
        reply = await server.call("GET", f"/data/{given['data_key']}")
        if form == "json":
            document = json.loads(reply.content)
            assert document["rows"] == [[cell, 7]]
            assert [each["name"] for each in document["fields"]] == [cell, "seven"]
            assert set(document) >= {"execution_id", "sql_rows"}
            assert "x" not in document
        else:
            lines = [*csv.reader(io.StringIO(reply.content.decode(), newline=""))]
            assert lines == [[cell, "seven"], [cell, "7"]]


PICTURED = [
    "{url}/picture.png",
    '"><image href="{url}/x.svg"/>',
    '<image xlink:href="{url}/x.svg"/>',
    "@import url({url}/x.css);",
    "url({url}/font.woff)",
    "data:image/svg+xml,<svg onload='fetch(\"{url}\")'/>",
    "datum.url + '{url}'",
    "signal('x') && loadImage('{url}')",
    "&xxe;<!ENTITY xxe SYSTEM 'file:///etc/passwd'>",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("text", PICTURED)
async def test_a_picture_fetches_nothing_that_a_name_or_a_cell_mentions(text: str, cluvio: Cluvio, trap: Any) -> None:
    text = text.replace("{url}", trap.url)
    board = await made_board(cluvio, name=text)
    literal, column = text.replace("'", "''"), text.replace('"', '""')
    await made_report(cluvio, board, f"SELECT '{literal}' AS \"{column}\", 1 AS n", name=text, description=text)
    job = (await cluvio.post(f"/dashboards/{board}/export/png", {}))["job_id"]
    wait(cluvio)
    assert (await cluvio.get(f"/export_jobs/{job}"))["job_status"] == "success"


def deep(levels: int) -> bytes:
    return b'{"data":{"attributes":{"name":' + b"[" * levels + b"]" * levels + b"}}}"


FLOODS: dict[str, tuple[str, str, Any]] = {
    "a layout of 100,000 places": (
        "PUT",
        f"/dashboards/{BOARD}/layout",
        {"reports": {f"r{n}": {"x": 0, "y": n, "width": 1, "height": 1} for n in range(100_000)}},
    ),
    "10,000 filters": (
        "POST",
        f"/datasources/{SAMPLE}/executions",
        {
            "sql_query": "SELECT 1",
            "parameters": {"filters": [{"variable_name": f"v{n}", "selected_values": [{}]} for n in range(10_000)]},
        },
    ),
    "an order of 100,000 groups": (
        "POST",
        "/dashboard_groups/sort",
        {"dashboard_group_ids": [str(n) for n in range(100_000)]},
    ),
    "JSON of 100,000 levels": ("POST", "/dashboards", deep(100_000)),
    "JSON of 900 levels": ("POST", "/dashboards", deep(900)),
    "a body of 20 MB": ("POST", "/dashboards", b'{"data":{"attributes":{"name":"' + b"x" * 20_000_000 + b'"}}}'),
    "a page of 10,000,000 points": ("PATCH", f"/dashboards/{BOARD}", Cluvio.data(default_page_width=10_000_000)),
    "a report as high as a mountain": ("POST", "/reports", Cluvio.data(on(BOARD), name="R", height=10**9)),
    "a place beyond all numbers": (
        "PATCH",
        f"/dashboards/{BOARD}",
        b'{"data":{"attributes":{"data_refresh_rate":1e400}}}',
    ),
    "an include of 100,000 names": ("GET", f"/dashboards/{BOARD}?include=" + "reports," * 8_000, None),
    "an interval of all time": ("POST", "/sql_alerts", alert(run_schedule="every", run_every=10**12)),
}


@pytest.mark.parametrize(("method", "path", "body"), FLOODS.values(), ids=FLOODS)
async def test_what_is_too_much_is_refused(method: str, path: str, body: Any, cluvio: Cluvio) -> None:
    headers = {"Content-Type": "application/vnd.api+json"}
    options = (
        {} if body is None else {"content": body, "headers": headers} if isinstance(body, bytes) else {"json": body}
    )
    reply = await cluvio.call(method, path, **({} if body is None else options))
    assert 400 <= reply.status_code < 500, reply.text[:300]
    assert len(reply.text) < 20_000


CURSORS = ["", "x", "0", "-1", "{cursor}0", "{tail}", "../../x", "\x00", "9" * 5_000, "eyJhIjoxfQ", "{other}"]


@pytest.mark.parametrize("given", CURSORS, ids=lambda text: text[:20])
async def test_a_cursor_that_was_changed_or_is_of_another_alert_is_refused(given: str, cluvio: Cluvio) -> None:
    cursors = []
    for _ in range(2):
        id = await made_alert(cluvio)
        for _ in range(3):
            await ran(cluvio, id)
        cursors.append((await cluvio.get(f"/sql_alerts/{id}/results", limit=1))["cursor"])
    other, cursor = cursors
    changed = given.replace("{cursor}", cursor).replace("{tail}", cursor[1:]).replace("{other}", other)
    status, detail = await cluvio.refused("GET", f"/sql_alerts/{id}/results", params={"limit": 1, "cursor": changed})
    assert status == 422
    assert "cursor" in detail


async def test_a_long_list_of_values_is_no_burden(cluvio: Cluvio) -> None:
    chosen = [{"variable_name": "carrier", "selected_values": [f"v{n}" for n in range(50_000)]}]
    sql = "SELECT count(*) FROM airlines WHERE {carrier=carrier}"
    record = await execution(cluvio, sql, parameters={"filters": chosen})
    assert (record["status"], await rows_of(cluvio, record)) == ("success", [[0]])
