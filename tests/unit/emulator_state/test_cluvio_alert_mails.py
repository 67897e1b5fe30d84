"""Mails of Cluvio's alerts: after which runs they are sent, to whom, and what stands in them (fact sheet, 15)."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import fastexcel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.cluvio.alert_conditions import written
from bireme_emulator.cluvio.alert_job import run_alert
from bireme_emulator.cluvio.organization import organization, put_organization
from bireme_emulator.kernel.jobbook import JobContext, Live
from tests.unit.emulator_state.cluvio_alerts_world import jobs_done, made, mails, ran
from tests.unit.emulator_state.cluvio_world import Cluvio

YES, NO, WRONG, BROKEN = "SELECT 1", "SELECT 0", "SELECT 'x'", "SELECT nothing"


async def outcomes(cluvio: Cluvio, email_condition: str, *queries: str) -> list[str]:
    """Run an alert that is triggered by 1, with one query after another; gives the beginnings of the subjects."""
    said = []
    id = await made(cluvio, email_condition=email_condition, trigger_condition="equal", trigger_value=1)
    for sql in queries:
        before = len(mails(cluvio))
        assert (await cluvio.call("PATCH", f"/sql_alerts/{id}", json=cluvio.data(sql_query=sql))).status_code == 200
        await ran(cluvio, id)
        new = mails(cluvio)[before:]
        said.append(new[0]["subject"].partition(":")[0].removeprefix("Alert ") if new else "-")
        assert len(new) <= 1
    return said


async def test_triggered_sends_whenever_the_condition_holds(cluvio: Cluvio) -> None:
    assert await outcomes(cluvio, "triggered", NO, YES, YES, NO) == ["-", "triggered", "triggered", "-"]


async def test_changed_sends_when_the_outcome_flips_either_way(cluvio: Cluvio) -> None:
    sent = await outcomes(cluvio, "changed", NO, YES, YES, NO, NO, YES)
    assert sent == ["-", "triggered", "-", "not triggered", "-", "triggered"]


async def test_a_first_run_that_triggers_is_a_change(cluvio: Cluvio) -> None:
    assert await outcomes(cluvio, "changed", YES, YES) == ["triggered", "-"]


async def test_an_error_between_two_equal_outcomes_is_no_change(cluvio: Cluvio) -> None:
    sent = await outcomes(cluvio, "changed", YES, BROKEN, YES, WRONG, NO)
    assert sent == ["triggered", "failed", "-", "failed", "not triggered"]


async def test_all_sends_after_every_run_and_the_subject_tells_the_outcome(cluvio: Cluvio) -> None:
    sent = await outcomes(cluvio, "all", NO, YES, WRONG, BROKEN)
    assert sent == ["not triggered", "triggered", "failed", "failed"]


async def test_a_mail_goes_to_its_receivers_and_copies(cluvio: Cluvio) -> None:
    receivers = {"emails": "a@example.com, b@example.com,a@example.com", "cc_emails": "c@example.com"}
    await ran(cluvio, await made(cluvio, sql_query=YES, **receivers, bcc_emails="d@example.com"))
    (mail,) = mails(cluvio)
    assert [mail[line] for line in ("to", "cc", "bcc")] == [
        ["a@example.com", "b@example.com"],
        ["c@example.com"],
        ["d@example.com"],
    ]


async def test_without_receivers_there_is_no_mail(cluvio: Cluvio) -> None:
    for emails in ("", " , "):
        id = await made(cluvio, sql_query=YES, emails=emails)
        assert (await ran(cluvio, id))["last_result_status"] == "alert_triggered"
    assert mails(cluvio) == []


async def test_errors_go_to_error_emails_instead_of_the_regular_receivers(cluvio: Cluvio) -> None:
    both = {"error_emails": "oncall@example.com", "cc_emails": "boss@example.com", "bcc_emails": "x@example.com"}
    await ran(cluvio, await made(cluvio, sql_query=BROKEN, **both))
    await ran(cluvio, await made(cluvio, sql_query=BROKEN))
    told, regular = mails(cluvio)
    assert [told[line] for line in ("to", "cc", "bcc")] == [["oncall@example.com"], [], []]
    assert regular["to"] == ["ops@example.com"]
    assert told["subject"] == "Alert failed: Delays"
    assert "nothing" in told["text"], "the database's own words"
    assert told["attachments"] == []


async def test_error_emails_hear_of_nothing_else(cluvio: Cluvio) -> None:
    await ran(cluvio, await made(cluvio, sql_query=YES, error_emails="oncall@example.com"))
    assert [mail["to"] for mail in mails(cluvio)] == [["ops@example.com"]]


async def attached(cluvio: Cluvio, **attributes: Any) -> tuple[str, Path]:
    await ran(cluvio, await made(cluvio, **attributes))
    (file,) = mails(cluvio)[-1]["attachments"]
    return file["name"], cluvio.session.files.get(file["file_id"]).path


async def test_the_whole_result_is_attached_as_csv_in_the_organizations_form(cluvio: Cluvio) -> None:
    session = cluvio.session
    form = {"csv_column_separator": ";", "csv_decimal_separator": ","}
    put_organization(session, cluvio.api, {**organization(session, cluvio.api), **form})
    sql = "SELECT i AS n, i + 0.5 AS half FROM range(100) AS t(i) ORDER BY i"
    name, path = await attached(cluvio, sql_query=sql, attach_as="csv", name="Half / full!")
    rows = [*csv.reader(io.StringIO(path.read_text()), delimiter=";")]
    assert (name, len(rows), rows[:2]) == ("Half-full.csv", 101, [["n", "half"], ["0", "0,5"]])


async def test_the_whole_result_is_attached_as_a_workbook(cluvio: Cluvio) -> None:
    sql = "SELECT i AS n, 'x' || i AS s FROM range(30) AS t(i) ORDER BY i"
    name, path = await attached(cluvio, sql_query=sql, attach_as="excel", name="\u822a\u73ed")
    sheet = fastexcel.read_excel(path.read_bytes()).load_sheet(0).to_arrow()
    assert (name, sheet.num_rows) == ("\u822a\u73ed.xlsx", 30)
    assert sheet.slice(29).to_pylist() == [{"n": 29, "s": "x29"}]


async def test_what_excel_cannot_hold_is_said_and_the_mail_is_sent(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query="SELECT DATE '1850-01-01' AS d", attach_as="excel")
    await ran(cluvio, id)
    (mail,) = mails(cluvio)
    assert mail["attachments"] == []
    assert "The result is not attached" in mail["text"]


async def test_a_result_without_rows_is_attached_with_its_columns(cluvio: Cluvio) -> None:
    sql = "SELECT 1 AS n, 'x' AS s WHERE false"
    name, path = await attached(cluvio, sql_query=sql, attach_as="csv", trigger_condition="no_results")
    assert (name, path.read_text()) == ("Delays.csv", "n,s\n")


class Told(HTMLParser):
    """What somebody sees of a page, cell by cell."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


async def test_a_mail_tells_name_condition_value_and_where_it_comes_from(cluvio: Cluvio) -> None:
    state = await ran(cluvio, "mnth-busy-0001")
    assert state["last_result_status"] == "alert_triggered"
    (mail,) = mails(cluvio)
    assert mail["subject"] == "Alert triggered: Busy month"
    seen = Told(mail["html"]).texts
    expected = [
        "Triggered: the result is greater than 29,000",
        "Busy month",
        "More than 29000 flights in a month.",
        "29,425",
        "Cluvio Sample Data",
        "1 July 2013, 08:00 EDT",
        "Keller Air Analytics",
    ]
    assert [text for text in expected if text not in seen] == []
    assert [text for text in expected if text not in mail["text"]] == []
    assert [file["name"] for file in mail["attachments"]] == ["Busy-month.csv"]


async def test_a_mail_shows_the_first_rows_and_says_that_there_are_more(cluvio: Cluvio) -> None:
    sql = (
        "SELECT i AS id, i * 10000 AS amount, i / 3 AS share, 'text ' || i AS words FROM range(1000) AS t(i) ORDER BY i"
    )
    await ran(cluvio, await made(cluvio, sql_query=sql))
    (mail,) = mails(cluvio)
    seen = Told(mail["html"]).texts
    assert seen.count("id") == 1
    assert [text in seen for text in ("190,000", "6.3333", "text 19", "text 20")] == [True, True, True, False]
    assert "The first 20 of 1,000 rows." in seen
    lines = mail["text"].splitlines()
    assert {line.index("text") for line in lines if "text 1" in line} == {lines[4].index("words")}, (
        "columns are aligned"
    )


async def test_a_wide_result_is_cut_and_that_is_said(cluvio: Cluvio) -> None:
    await ran(cluvio, await made(cluvio, sql_query="SELECT * FROM flights WHERE month = 1 AND day = 1 AND flight = 15"))
    seen = Told(mails(cluvio)[0]["html"]).texts
    assert any(text.endswith("irst 8 of 19 columns.") for text in seen)
    assert "dep_delay" in seen
    assert "tailnum" not in seen


async def test_values_of_every_kind_are_shown(cluvio: Cluvio) -> None:
    sql = """SELECT TIMESTAMP '2013-07-01 08:00:00' AS a, DATE '2013-07-01' AS b, true AS c, NULL AS d, [1, 2] AS e,
        TIMESTAMPTZ '2013-07-01 08:00:00Z' AS f, '\\xAA'::BLOB AS g, 0.000012::DOUBLE AS h"""
    await ran(cluvio, await made(cluvio, sql_query=sql))
    seen = Told(mails(cluvio)[0]["html"]).texts
    wanted = ["2013-07-01 08:00:00", "2013-07-01", "true", "[1,2]", "2013-07-01 08:00:00+00:00", "qg==", "0.000012"]
    assert [text for text in wanted if text not in seen] == []


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><b>'])
async def test_what_people_write_and_what_data_holds_is_text_in_a_mail(cluvio: Cluvio, evil: str) -> None:
    quoted = evil.replace("'", "''")
    attributes = {
        "name": evil,
        "description": evil,
        "sql_query": f"SELECT '{quoted}' AS \"{evil.replace(chr(34), '')}\"",
    }
    await ran(cluvio, await made(cluvio, **attributes))
    (mail,) = mails(cluvio)
    told = Told(mail["html"])
    assert not told.tags & {"script", "img", "b"}
    assert told.texts.count(evil) >= 3


async def test_a_run_that_is_worked_on_twice_is_judged_once_and_mailed_once(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query=YES, email_condition="changed")
    await ran(cluvio, id)
    (job,) = [job for job in cluvio.session.jobs.list(cluvio.api) if job["kind"] == "sql_alert"]
    again = JobContext(cluvio.session, job, Live(job["id"], 0), lambda *line: None)
    assert run_alert(again, job["params"]) == {"result_status": "alert_triggered", "sent": 1}
    assert len(mails(cluvio)) == 1
    assert (await cluvio.get(f"/sql_alerts/{id}/results"))["count"] == 1


async def test_a_mail_that_was_decided_on_is_sent_though_the_data_has_gone_meanwhile(cluvio: Cluvio) -> None:
    id = await made(cluvio, sql_query=YES, attach_as="csv")
    execution_id = (await cluvio.post(f"/sql_alerts/{id}/run"))["execution_id"]
    jobs_done(cluvio)
    cluvio.session.clock.advance(25 * 3600)
    params = {"alert_id": id, "execution_id": execution_id, "due": None}
    job = {**cluvio.session.jobs.list(cluvio.api)[0], "id": 999_999}
    run_alert(JobContext(cluvio.session, job, Live(999_999, 0), lambda *line: None), params)
    late = mails(cluvio)[-1]
    assert (late["subject"], late["attachments"]) == ("Alert triggered: Delays", [])


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e20"), max_value=Decimal("1e20")))
def test_a_number_is_written_in_full_or_with_an_exponent_and_means_the_same(number: Decimal) -> None:
    said = Decimal(written(number).replace(",", ""))
    assert said == number or abs(said - number) <= abs(number) / 10**6


async def test_a_csv_larger_than_the_plan_allows_is_not_attached_and_the_mail_says_so(cluvio: Cluvio) -> None:
    put_organization(cluvio.session, cluvio.api, {**organization(cluvio.session, cluvio.api), "max_csv_bytes": 100})
    id = await made(cluvio, sql_query="SELECT range AS n FROM range(1000)", attach_as="csv")
    await ran(cluvio, id)
    (mail,) = mails(cluvio)
    assert not mail["attachments"]
    assert "not attached: The CSV is larger than the 100 bytes" in mail["text"]
