"""Dashboard schedules of Cluvio: a test for each rule of section 16 of the fact sheet."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pypdf
import pytest

from bireme_emulator.cluvio.timers import timers
from bireme_emulator.kernel.delivery import Attachment, Email
from bireme_emulator.kernel.delivery.channels import Parcel
from bireme_emulator.kernel.delivery.smtp import compose
from tests.unit.emulator_state.cluvio_boards import BOARD, BROKEN, MONTHS, WEATHER, made_board, made_report
from tests.unit.emulator_state.cluvio_exporting import all_done
from tests.unit.emulator_state.cluvio_world import START, Cluvio, emulation_of_cluvio

ALL_KINDS = "excel,csv,png,dark_png,inline_png,dark_inline_png,pdf,dark_pdf"
REQUIRED = {"name": "Monday", "emails": "ada@example.com", "attach_as": "csv", "schedule": "disabled"}


def of(dashboard: str | None = None, report: str | None = None) -> dict[str, Any]:
    """The relationships of a schedule, as a document has them."""
    links = {"dashboard": (dashboard, "dashboards"), "report": (report, "reports")}
    return {name: {"data": {"id": id, "type": type}} for name, (id, type) in links.items() if id is not None}


async def made(cluvio: Cluvio, _links: dict[str, Any] | None = None, **attributes: Any) -> str:
    """The id of a new schedule, of the report with the months unless told otherwise."""
    links = of(report=MONTHS) if _links is None else _links
    document = await cluvio.post("/dashboard_schedules", cluvio.data(links, **{**REQUIRED, **attributes}), 201)
    return str(document["data"]["id"])


async def refused(cluvio: Cluvio, _links: dict[str, Any] | None = None, **attributes: Any) -> str:
    """What a creation is refused with (422)."""
    links = of(report=MONTHS) if _links is None else _links
    given = {name: value for name, value in {**REQUIRED, **attributes}.items() if value is not ...}
    status, detail = await cluvio.refused("POST", "/dashboard_schedules", json=cluvio.data(links, **given))
    assert status == 422
    return detail


async def sent(cluvio: Cluvio, id: str) -> Any:
    """The mail that comes of triggering a schedule."""
    before = len(cluvio.session.deliveries.list())
    await cluvio.post(f"/dashboard_schedules/{id}/trigger", status=204)
    all_done(cluvio)
    mails = cluvio.session.deliveries.list()[before:]
    assert len(mails) == 1, cluvio.session.jobs.list(cluvio.api)[-1]
    return mails[0]


def content(cluvio: Cluvio, mail: Any, name: str) -> bytes:
    """A file that went along."""
    (found,) = [one for one in mail["attachments"] if one["name"] == name]
    return cluvio.session.files.get(found["file_id"]).path.read_bytes()


def runs(cluvio: Cluvio) -> list[str]:
    """When what has run by itself was due, in New York; all of it has ended."""
    assert cluvio.session.timetable.settle()
    jobs = [job["params"] for job in cluvio.session.jobs.list(cluvio.api) if job["kind"] == "dashboard_schedule"]
    due = [datetime.fromisoformat(params["due"]) - timedelta(hours=4) for params in jobs if params["due"]]
    return [moment.strftime("%a %d %H:%M") for moment in due]


# -- what a schedule is ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", [*REQUIRED])
async def test_name_emails_attach_as_and_schedule_are_required(cluvio: Cluvio, name: str) -> None:
    assert name in await refused(cluvio, **{name: ...})
    assert name in await refused(cluvio, **{name: " "})


async def test_one_of_dashboard_and_report_is_required(cluvio: Cluvio) -> None:
    assert "dashboard and report" in await refused(cluvio, {})
    for links in (of(BOARD), of(report=MONTHS)):
        await made(cluvio, links)


async def test_with_both_the_report_counts_and_the_dashboard_is_ignored(cluvio: Cluvio) -> None:
    id = await made(cluvio, of(WEATHER, MONTHS), attach_as="csv")
    mail = await sent(cluvio, id)
    assert mail["subject"] == "Flights per month"
    assert [one["name"] for one in mail["attachments"]] == ["Flights-per-month.csv"]


async def test_the_last_source_cannot_be_taken_away(cluvio: Cluvio) -> None:
    id = await made(cluvio, of(BOARD, MONTHS))
    path = f"/dashboard_schedules/{id}"
    for name, status in (("report", 200), ("dashboard", 422)):
        reply = await cluvio.call("PATCH", path, json=cluvio.data({name: {"data": None}}))
        assert reply.status_code == status, reply.text


async def test_a_schedule_is_made_read_listed_changed_and_deleted(cluvio: Cluvio) -> None:
    id = await made(cluvio, cc_emails="ben@example.com", page_width=900, parameters={"aggregation": "week"})
    path = f"/dashboard_schedules/{id}"
    shown = (await cluvio.get(path))["data"]
    assert {**REQUIRED, "cc_emails": "ben@example.com", "page_width": 900}.items() <= shown["attributes"].items()
    assert shown["relationships"]["report"]["data"] == {"id": MONTHS, "type": "reports"}
    assert shown["attributes"]["last_sent_at"] is None
    assert id in [one["id"] for one in (await cluvio.get("/dashboard_schedules"))["data"]]
    change = cluvio.data(name="Tuesday", cc_emails=None, page_width=None, parameters=None)
    changed = (await cluvio.call("PATCH", path, json=change)).json()["data"]["attributes"]
    assert [changed[name] for name in ("name", "cc_emails", "page_width", "parameters")] == [
        "Tuesday",
        None,
        None,
        None,
    ]
    assert (await cluvio.call("DELETE", path)).status_code == 204
    assert (await cluvio.refused("GET", path))[0] == 404


@pytest.mark.parametrize("name", ["dashboard", "report"])
async def test_include_brings_the_dashboard_or_the_report(cluvio: Cluvio, name: str) -> None:
    id = await made(cluvio, of(BOARD, MONTHS))
    (included,) = (await cluvio.get(f"/dashboard_schedules/{id}", include=name))["included"]
    assert included["id"] == {"dashboard": BOARD, "report": MONTHS}[name]


async def test_reading_takes_view_schedules_writing_manage_schedules_and_both_reach(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    path = f"/dashboard_schedules/{id}"
    viewer = cluvio.key("view_schedules", type="view")
    await viewer.get(path)
    assert (await viewer.refused("POST", f"{path}/trigger"))[0] == 403
    assert (await viewer.refused("DELETE", path))[0] == 403
    narrow = cluvio.key("manage_schedules", dashboard_ids=[WEATHER])
    assert (await narrow.refused("GET", path))[0] == 403
    assert (await narrow.get("/dashboard_schedules"))["data"] == []
    document = narrow.data(of(BOARD), **REQUIRED)
    assert (await narrow.refused("POST", "/dashboard_schedules", json=document))[0] == 403
    await made(narrow, of(WEATHER))


async def test_a_schedule_goes_with_its_dashboard(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    id = await made(cluvio, of(board))
    assert (await cluvio.call("DELETE", f"/dashboards/{board}")).status_code == 204
    assert (await cluvio.refused("GET", f"/dashboard_schedules/{id}"))[0] == 404


# -- attach_as -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("kind", ALL_KINDS.split(","))
async def test_each_of_the_eight_kinds_is_taken_and_sent(cluvio: Cluvio, kind: str) -> None:
    mail = await sent(cluvio, await made(cluvio, attach_as=kind))
    (file,) = mail["attachments"]
    assert ("content_id" in file) == ("inline" in kind)
    body = content(cluvio, mail, file["name"])
    beginning = {"excel": b"PK", "csv": b"period,", "png": b"\x89PNG", "pdf": b"%PDF"}[kind.rpartition("_")[2]]
    assert body.startswith(beginning)


@pytest.mark.parametrize("text", ["word", "csv;pdf", "PDF", "inline_pdf", "csv,,doc", ",", "c\x00sv"])
async def test_attach_as_takes_none_but_the_eight_kinds(cluvio: Cluvio, text: str) -> None:
    assert "attach_as" in await refused(cluvio, attach_as=text)


async def test_a_dashboard_goes_out_in_all_eight_kinds_at_once(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    await made_report(cluvio, board, "SELECT 'a' AS x, 1 AS n", name="First")
    await made_report(cluvio, board, "SELECT 'b' AS x, 2.5 AS n", name="Second")
    await made_report(cluvio, board, "SELECT nonsense", name="Wrong")
    mail = await sent(cluvio, await made(cluvio, of(board), attach_as=ALL_KINDS, page_width=700))
    names = [one["name"] for one in mail["attachments"]]
    assert names == [
        "Mine.xlsx", "First.csv", "Second.csv", "Mine.png", "Mine-dark.png", "Mine-inline.png",
        "Mine-dark-inline.png", "Mine.pdf", "Mine-dark.pdf",
    ]  # fmt: skip
    workbook = zipfile.ZipFile(io.BytesIO(content(cluvio, mail, "Mine.xlsx"))).read("xl/workbook.xml").decode()
    assert 'name="First"' in workbook
    assert 'name="Second"' in workbook
    assert content(cluvio, mail, "Second.csv") == b"x,n\nb,2.5\n"
    assert content(cluvio, mail, "Mine.png") != content(cluvio, mail, "Mine-dark.png")
    assert int.from_bytes(content(cluvio, mail, "Mine.png")[16:20]) == 700
    (page,) = pypdf.PdfReader(io.BytesIO(content(cluvio, mail, "Mine-dark.pdf"))).pages
    assert "Second" in page.extract_text()
    assert "Wrong: Binder Error" in mail["text"]
    for one in mail["attachments"]:
        assert ("content_id" in one) == (f'src="cid:{one.get("content_id")}"' in mail["html"])


async def test_files_of_reports_of_one_name_are_told_apart_from_all_others(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    for name in ("Late", "Late 2", "Late"):
        await made_report(cluvio, board, name=name)
    mail = await sent(cluvio, await made(cluvio, of(board), attach_as="csv"))
    assert sorted(one["name"] for one in mail["attachments"]) == ["Late-2.csv", "Late-3.csv", "Late.csv"]


def test_inline_pictures_are_related_to_the_html_and_other_files_are_attached(tmp_path: Path) -> None:
    picture, table = tmp_path / "a.png", tmp_path / "b.csv"
    picture.write_bytes(b"\x89PNG")
    table.write_bytes(b"a\n")
    files = (Attachment("a.png", "image/png", picture, "one@here"), Attachment("b.csv", "text/csv", table))
    mail = Email(("ada@example.com",), "Hi", "text", files, html='<img src="cid:one@here">')
    raw = compose(mail, Parcel("id", mail, START, (), lambda step: None), "cluvio@example.com").as_bytes()
    read = email.message_from_bytes(raw, policy=email.policy.default)
    assert read.get_content_type() == "multipart/mixed"
    alternative, attached = read.iter_parts()
    assert attached.get_filename() == "b.csv"
    text, related = alternative.iter_parts()
    assert (text.get_content_type(), related.get_content_type()) == ("text/plain", "multipart/related")
    html, inline = related.iter_parts()
    assert html.get_content_type() == "text/html"
    assert (inline["Content-ID"], inline.get_content_disposition()) == ("<one@here>", "inline")


# -- the mail --------------------------------------------------------------------------------------------------------
async def test_emails_cc_and_bcc_are_lists_with_commas(cluvio: Cluvio) -> None:
    id = await made(cluvio, emails="a@example.com, b@example.com,a@example.com", cc_emails="c@example.com",
                    bcc_emails="d@example.com,e@example.com")  # fmt: skip
    mail = await sent(cluvio, id)
    assert mail["to"] == ["a@example.com", "b@example.com"]
    assert (mail["cc"], mail["bcc"]) == (["c@example.com"], ["d@example.com", "e@example.com"])


@pytest.mark.parametrize("name", ["emails", "cc_emails", "bcc_emails"])
@pytest.mark.parametrize(
    "text", ["ada", "ada@example.com;ben@example.com", "a@b\r\nBcc: c@example.com", "ä@example.com"]
)
async def test_each_list_takes_addresses_only(cluvio: Cluvio, name: str, text: str) -> None:
    assert f"{name}: " in await refused(cluvio, **{name: text})


async def test_subject_and_body_are_the_schedules_own_and_never_markup(cluvio: Cluvio) -> None:
    id = await made(cluvio, subject_text="Flights\r\nBcc: x@example.com", body_text="One <b>\nTwo & three",
                    attach_as="inline_png")  # fmt: skip
    mail = await sent(cluvio, id)
    assert mail["subject"] == "Flights Bcc: x@example.com"
    assert "One &lt;b&gt;<br>Two &amp; three" in mail["html"]
    assert "One <b>\nTwo & three" in mail["text"]


async def test_the_letter_names_inputs_age_of_the_data_and_files(cluvio: Cluvio) -> None:
    filters = [{"variable_name": "carrier", "selected_values": ["UA"]}]
    mail = await sent(cluvio, await made(cluvio, parameters={"aggregation": "quarter", "filters": filters}))
    for wanted in ("By quarter · carrier: UA · America/New_York", "1 July 2013, 08:00 EDT", "Flights-per-month.csv ("):
        assert wanted in mail["text"]
        assert wanted in mail["html"]
    assert content(cluvio, mail, "Flights-per-month.csv").count(b"\n") == 5


async def test_parameters_that_do_not_fit_the_dashboard_are_refused(cluvio: Cluvio) -> None:
    assert "parameters.tz" in await refused(cluvio, parameters={"tz": "Europe/Berlin"})
    assert "parameters.aggregation" in await refused(cluvio, parameters={"aggregation": "all_time"})


async def test_a_failed_query_is_said_in_the_mail(cluvio: Cluvio) -> None:
    mail = await sent(cluvio, await made(cluvio, of(report=BROKEN), attach_as="csv,excel,inline_png"))
    assert [one["name"] for one in mail["attachments"]] == ["Broken-SQL-inline.png"]
    assert mail["text"].count("Broken SQL: Binder Error") == 1


# -- when it is sent -------------------------------------------------------------------------------------------------
async def test_disabled_sends_when_triggered_only(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    cluvio.session.clock.advance(40 * 86_400)
    assert runs(cluvio) == []
    await sent(cluvio, id)
    assert (await cluvio.get(f"/dashboard_schedules/{id}"))["data"]["attributes"][
        "last_sent_at"
    ] == "2013-08-10T12:00:00Z"


GRAMMAR = {  # it is Monday, 1 July 2013, 08:00 in New York; three days and a half are let pass
    "daily;06:00": ["Tue 02 06:00", "Wed 03 06:00", "Thu 04 06:00"],
    "daily;9:00am,9:00pm": ["Mon 01 09:00", "Mon 01 21:00", "Tue 02 09:00", "Tue 02 21:00", "Wed 03 09:00",
                            "Wed 03 21:00", "Thu 04 09:00"],
    "weekly;0,2;06:00": ["Wed 03 06:00"],
    "weekly;0,1;12:00am,08:01": ["Mon 01 08:01", "Tue 02 00:00", "Tue 02 08:01"],
    "monthly;1,3;06:00,18:30": ["Mon 01 18:30", "Wed 03 06:00", "Wed 03 18:30"],
}  # fmt: skip


@pytest.mark.parametrize("schedule", GRAMMAR)
async def test_the_grammar_of_schedules_in_the_organizations_time_zone(cluvio: Cluvio, schedule: str) -> None:
    await made(cluvio, schedule=schedule)
    cluvio.session.clock.advance(3.5 * 86_400)
    assert runs(cluvio) == GRAMMAR[schedule]
    assert len(cluvio.session.deliveries.list()) == len(GRAMMAR[schedule])


@pytest.mark.parametrize(
    "schedule",
    ["hourly", "daily", "daily;", "daily;25:00", "weekly;7;06:00", "weekly;06:00", "monthly;0;06:00",
     "monthly;32;06:00", "disabled;06:00", "daily;13:00pm", "weekly;0;06:00;07:00", "daily;06:00\x00", "daily;٠٦:٠٠"],
)  # fmt: skip
async def test_a_schedule_beyond_the_grammar_is_refused(cluvio: Cluvio, schedule: str) -> None:
    assert "schedule" in await refused(cluvio, schedule=schedule)


async def test_trigger_runs_now_and_does_not_shift_the_next_regular_run(cluvio: Cluvio) -> None:
    id = await made(cluvio, schedule="daily;09:00")
    cluvio.session.clock.advance(1800)
    await sent(cluvio, id)
    before = [*timers(cluvio.session, cluvio.api)]
    cluvio.session.clock.advance(1800)
    assert runs(cluvio) == ["Mon 01 09:00"]
    assert [*timers(cluvio.session, cluvio.api)] == before
    assert len(cluvio.session.deliveries.list()) == 2


async def test_a_changed_schedule_does_not_make_up_for_earlier_times(cluvio: Cluvio) -> None:
    id = await made(cluvio, schedule="disabled")
    cluvio.session.clock.advance(86_400)
    change = cluvio.data(schedule="daily;07:00")
    assert (await cluvio.call("PATCH", f"/dashboard_schedules/{id}", json=change)).status_code == 200
    cluvio.session.clock.advance(86_400)
    assert runs(cluvio) == ["Wed 03 07:00"]


async def test_a_deleted_schedule_sends_nothing_any_more(cluvio: Cluvio) -> None:
    cluvio.session.jobs.set_progression("dashboard_schedule", "manual")
    id = await made(cluvio, schedule="daily;09:00")
    await cluvio.post(f"/dashboard_schedules/{id}/trigger", status=204)
    assert (await cluvio.call("DELETE", f"/dashboard_schedules/{id}")).status_code == 204
    all_done(cluvio)
    cluvio.session.clock.advance(86_400)
    assert runs(cluvio) == []
    assert cluvio.session.deliveries.list() == []


@pytest.mark.parametrize("gone", ["schedule", "report", "dashboard"])
async def test_nothing_is_left_of_a_schedule_however_it_goes(cluvio: Cluvio, gone: str) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    id = await made(cluvio, of(board) if gone == "dashboard" else of(report=report), attach_as="csv")
    await sent(cluvio, id)
    kinds = [kind for kind in cluvio.session.store.kinds(cluvio.api) if kind.startswith("dashboard_schedule")]

    def kept() -> list[str]:
        return [kind for kind in kinds if cluvio.session.store.get(cluvio.api, kind, id) is not None]

    assert len(kept()) == 2  # the schedule, and when it was last sent
    paths = {
        "schedule": f"/dashboard_schedules/{id}",
        "report": f"/reports/{report}",
        "dashboard": f"/dashboards/{board}",
    }
    assert (await cluvio.call("DELETE", paths[gone])).status_code == 204
    assert kept() == []


async def test_a_mail_is_sent_once_when_the_emulator_stops_in_between(tmp_path: Path) -> None:
    ids = []
    for start in (START, START + timedelta(minutes=1)):
        emulation = emulation_of_cluvio(state=str(tmp_path / "state"), clock=start)
        try:
            session = emulation.sessions.default
            transport = httpx2.ASGITransport(app=emulation.api)
            async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
                cluvio = Cluvio(emulation, "default", client)
                if not ids:
                    session.jobs.set_progression("dashboard_schedule", "manual")
                    ids.append(await made(cluvio, attach_as=ALL_KINDS))
                    await cluvio.post(f"/dashboard_schedules/{ids[0]}/trigger", status=204)
                    job = session.jobs.list(cluvio.api)[-1]
                    session.jobs.advance(job["id"])
                    session.jobs.advance(job["id"])  # the work is done, its end is not on record
                    while not session.deliveries.list():
                        session.clock.wait_for(lambda: False, timeout=0)
                else:
                    all_done(cluvio)
                    assert [one["status"] for one in session.jobs.list(cluvio.api)] == ["success"]
                    assert [len(one["attachments"]) for one in session.deliveries.list()] == [8]
        finally:
            emulation.close()
