"""Files of dashboards and reports, with both kinds of client; a played server says what comes.

Rules of the fact sheet: 11 (export jobs), 20 (the link to the file works for a short time).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme import (
    DecodeError,
    InvalidInput,
    JobFailed,
    NoData,
    RedirectRefused,
    ResultExpired,
    TransferError,
    WaitTimeout,
)
from tests.unit.clients.cluvio_clients import API, DATA, FILES, KEY, Played, do, each, reply

JOB = "c0ffee00-2f43-4f6e-9f5c-6c1d3a9e4b10"
STATE = f"GET /export_jobs/{JOB}"
FILE = "files.test GET /a.pdf"
PDF = b"%PDF-1.7 a dashboard"


def started() -> httpx2.Response:
    return reply({"job_id": JOB})


def state(status: str, link: str | None = None, **more: Any) -> httpx2.Response:
    return reply({"job_status": status, **({} if link is None else {"file_url": link}), **more})


def file(body: bytes = PDF, kind: str = "application/pdf", status: int = 200) -> httpx2.Response:
    return httpx2.Response(status, content=body, headers={"content-type": kind})


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (("export_dashboard", "d1", "pdf"), "/dashboards/d1/export/pdf"),
        (("export_dashboard", "d1", "png"), "/dashboards/d1/export/png"),
        (("export_report", "r1", "pdf"), "/reports/r1/export/pdf"),
        (("export_report", "r1", "png"), "/reports/r1/export/png"),
        (("export_report", "r1", "csv"), "/reports/r1/export/csv"),
    ],
)
async def test_each_of_the_five_exports_is_started_followed_and_fetched(call: Any, path: str, played: Played) -> None:
    played.on(f"POST {path}", started())
    played.on(STATE, state("started"), state("running"), state("success", f"{FILES}/a.pdf?sig=1"))
    played.on(FILE, file())
    method, id, format = call
    export = await do(getattr(played.c, method)(id, format, {"aggregation": "day"}))
    assert (export.id, export.status, export.format) == (JOB, "success", format)
    assert await do(export.read()) == PDF
    assert played.paths == [f"POST {path}", STATE, STATE, STATE, "GET /a.pdf"]
    assert played.bodies == [{"parameters": {"aggregation": "day"}}]


async def test_the_file_is_fetched_without_any_credential_wherever_it_is(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    for link, answer in (
        (f"{FILES}/a.pdf", FILE),
        (f"{API}/a.pdf", "GET /a.pdf"),
        (f"{DATA}/a.pdf", "data.cluvio.test GET /a.pdf"),
    ):
        played.on(STATE, state("success", link))
        played.on(answer, file())
        assert await do((await do(played.c.export_dashboard("d1"))).read()) == PDF
        last = played.requests.pop()
        assert str(last.url) == link
        assert "authorization" not in last.headers
        assert KEY not in f"{last.headers}"


async def test_a_csv_is_a_table_too(played: Played) -> None:
    played.on("POST /reports/r1/export/csv", started())
    played.on(STATE, state("success", f"{FILES}/a.pdf"))
    played.on(FILE, file(b"n,s\n1,a\n2,b\n", "text/csv"))
    export = await do(played.c.export_report("r1", "csv"))
    assert (await do(export.to_arrow())).to_pylist() == [{"n": 1, "s": "a"}, {"n": 2, "s": "b"}]
    assert [row["s"] for row in await each(export.iter_rows())] == ["a", "b"]


async def test_a_picture_is_no_table(played: Played) -> None:
    played.on("POST /reports/r1/export/png", started())
    played.on(STATE, state("success", f"{FILES}/a.pdf"))
    export = await do(played.c.export_report("r1", "png"))
    with pytest.raises(InvalidInput, match="is a document, not a table"):
        await do(export.to_arrow())


async def test_a_link_that_has_expired_is_asked_for_anew_once(played: Played, tmp_path: Path) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("success", f"{FILES}/old.pdf"), state("success", f"{FILES}/a.pdf"))
    played.on("files.test GET /old.pdf", file(b"<Error>expired</Error>", "application/xml", 403))
    played.on(FILE, file())
    export = await do(played.c.export_dashboard("d1"))
    assert (await do(export.to_file(tmp_path / "a.pdf"))).read_bytes() == PDF
    assert played.paths[1:] == [STATE, "GET /old.pdf", STATE, "GET /a.pdf"]


async def test_a_second_link_that_is_refused_ends_it_and_leaves_the_old_file(played: Played, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("success", f"{FILES}/a.pdf"))
    played.on(FILE, file(b"", status=410))
    export = await do(played.c.export_dashboard("d1"))
    with pytest.raises(ResultExpired, match="the link to the file had expired or was refused"):
        await do(export.to_file(tmp_path / "a.pdf"))
    assert played.paths.count("GET /a.pdf") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


async def test_a_link_is_not_kept_until_it_expires(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("success", f"{FILES}/a.pdf"))
    played.on(FILE, file())
    export = await do(played.c.export_dashboard("d1"))
    await do(export.read())
    await do(export.read())
    assert played.paths.count(STATE) == 1
    played.clock.advance(60)
    await do(export.read())
    assert played.paths.count(STATE) == 2


async def test_a_file_that_is_no_longer_to_be_had_is_told_as_the_job_says_it(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("success", f"{FILES}/a.pdf"), state("error", error_message="the file was removed"))
    played.on(FILE, file(status=403))
    export = await do(played.c.export_dashboard("d1"))
    with pytest.raises(JobFailed, match="the file was removed"):
        await do(export.read())


@pytest.mark.parametrize(
    "state_", [state("success"), state("success", ""), reply({"job_status": "success", "file_url": None})]
)
async def test_success_without_a_file_is_an_error_of_the_reply(state_: httpx2.Response, played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state_)
    with pytest.raises(DecodeError, match="/file_url: is missing, though the job has succeeded"):
        await do(played.c.export_dashboard("d1"))


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://files.test/a.pdf", "https://me:pw@files.test/a.pdf"])
async def test_a_link_to_a_place_that_must_not_be_asked_is_refused(link: str, played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("success", link))
    export = await do(played.c.export_dashboard("d1"))
    with pytest.raises(RedirectRefused):
        await do(export.read())
    assert played.paths[-1] == STATE


async def test_a_page_in_place_of_the_file_is_not_taken_for_it(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("success", f"{FILES}/a.pdf"))
    played.on(FILE, file(b"<html>Sign in</html>", "text/html"))
    export = await do(played.c.export_dashboard("d1"))
    with pytest.raises(DecodeError, match="pdf is due here, not text/html"):
        await do(export.read())


async def test_a_file_that_breaks_off_is_fetched_again_from_the_start(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("success", f"{FILES}/a.pdf"))
    played.on(FILE, httpx2.ReadError("reset"), file())
    assert await do((await do(played.c.export_dashboard("d1"))).read()) == PDF
    cut = httpx2.Response(200, content=PDF[:5], headers={"content-type": "application/pdf", "content-length": "20"})
    played.on(FILE, lambda request: cut)
    with pytest.raises(TransferError):
        await do((await do(played.c.export_dashboard("d1"))).read())


async def test_a_job_that_fails_says_what_the_server_says(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("error", error_message="Chart 3 cannot be drawn"))
    with pytest.raises(JobFailed, match=r"failed \(error\): Chart 3 cannot be drawn") as caught:
        await do(played.c.export_dashboard("d1"))
    assert caught.value.last_error == "Chart 3 cannot be drawn"


async def test_a_wait_that_runs_out_goes_on_from_its_token(played: Played) -> None:
    played.on("POST /reports/r1/export/csv", started())
    played.on(STATE, state("running"))
    with pytest.raises(WaitTimeout) as caught:
        await do(played.c.export_report("r1", "csv", timeout=20))
    played.on(STATE, state("success", f"{FILES}/a.pdf"))
    played.on(FILE, file(b"n\n1\n", "text/csv"))
    export = played.c.resume(caught.value.token)
    assert export.format == "csv"
    assert (await do(export.to_arrow())).to_pylist() == [{"n": 1}]


async def test_an_export_is_cancelled_at_the_server(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, state("running"))
    played.on(f"POST /export_jobs/{JOB}/cancel", reply())
    export = await do(played.c.export_dashboard("d1", wait=False))
    await do(export.cancel())
    with pytest.raises(WaitTimeout, match="The server was asked to cancel it"):
        await do(export.wait(20, cancel_on_timeout=True))
    assert played.paths.count(f"POST /export_jobs/{JOB}/cancel") == 2


async def test_giving_up_an_export_leaves_it_to_others_who_may_wait_for_it(played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", started())
    played.on(STATE, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        await do(played.c.export_dashboard("d1"))
    assert played.paths[-1] == STATE


@pytest.mark.parametrize("body", [{}, {"job_id": None}, {"job_id": ""}, {"job_id": {}}])
async def test_a_start_that_names_no_job_is_an_error_of_the_reply(body: Any, played: Played) -> None:
    played.on("POST /dashboards/d1/export/pdf", reply(body))
    with pytest.raises(DecodeError):
        await do(played.c.export_dashboard("d1"))


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("export_dashboard", ("d1", "csv"), "format='csv' is none of the choices. Use one of 'pdf', 'png'"),
        ("export_report", ("r1", "xlsx"), "Use one of 'pdf', 'png', 'csv'"),
        ("export_report", ("", "pdf"), "report_id='' is not an id"),
        ("export_dashboard", ("d1", "pdf", {"x": 1}), "is no input of a query"),
    ],
)
async def test_what_cannot_be_exported_is_refused_before_anything_is_sent(
    method: str, arguments: Any, message: str, played: Played
) -> None:
    with pytest.raises(InvalidInput) as caught:
        await do(getattr(played.c, method)(*arguments))
    assert message in str(caught.value)
    assert played.requests == []
    assert not isinstance(caught.value, NoData)
