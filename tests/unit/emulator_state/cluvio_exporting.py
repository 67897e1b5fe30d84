"""What tests of Cluvio's exports and schedules share: starting a job, waiting for it, fetching what it made."""

from __future__ import annotations

from typing import Any

import httpx2

from bireme_emulator.kernel.jobs import FINAL
from tests.unit.emulator_state.cluvio_world import Cluvio


async def begun(cluvio: Cluvio, path: str, **parameters: Any) -> str:
    """Start an export at `/dashboards/<id>/export/pdf` and the like; gives the id of its job."""
    body = {"parameters": parameters} if parameters else {}
    return str((await cluvio.post(path, body))["job_id"])


def all_done(cluvio: Cluvio) -> None:
    """Wait until no job is left, moving on those that are held."""
    jobs = cluvio.session.jobs
    for job in jobs.list(cluvio.api):
        held = jobs.progression(job["kind"])[0] == "manual"
        while held and jobs.get(job["id"])["status"] not in FINAL:  # type: ignore[index]
            jobs.advance(job["id"])
        jobs.wait(job["id"])


async def state(cluvio: Cluvio, id: str) -> dict[str, Any]:
    """A job as the API shows it."""
    return dict(await cluvio.get(f"/export_jobs/{id}"))


async def exported(cluvio: Cluvio, path: str, **parameters: Any) -> bytes:
    """Start an export, wait for its success, and fetch its file."""
    id = await begun(cluvio, path, **parameters)
    all_done(cluvio)
    ended = await state(cluvio, id)
    assert ended["job_status"] == "success", ended
    reply = await fetched(cluvio, ended["file_url"])
    assert reply.status_code == 200, reply.text
    return bytes(reply.content)


async def fetched(cluvio: Cluvio, link: str) -> httpx2.Response:
    """Follow a signed link, without any key."""
    transport = httpx2.ASGITransport(app=cluvio.emulation.files)
    async with httpx2.AsyncClient(transport=transport) as client:
        return await client.get(link)
