"""What tests of Cluvio's alerts share: making one, running it, and looking at what came of it."""

from __future__ import annotations

from typing import Any

from bireme_emulator.kernel.jobs import FINAL
from tests.unit.emulator_state.cluvio_world import Cluvio


def linked(datasource_id: str) -> dict[str, Any]:
    return {"datasource": {"data": {"id": datasource_id, "type": "datasources"}}}


def alert(_relationships: Any = None, **attributes: Any) -> dict[str, Any]:
    """A request document for an alert that finds nothing, but for what is given."""
    base = {
        "name": "Delays",
        "sql_query": "SELECT 1 WHERE 1 = 0",
        "run_schedule": "disabled",
        "trigger_condition": "has_results",
        "email_condition": "triggered",
        "emails": "ops@example.com",
    }
    links = linked("smpl-data-0001") if _relationships is None else _relationships
    return Cluvio.data(links, **{**base, **attributes})


async def made(cluvio: Cluvio, **attributes: Any) -> str:
    """The id of a new alert."""
    return str((await cluvio.post("/sql_alerts", alert(**attributes), 201))["data"]["id"])


async def ran(cluvio: Cluvio, id: str) -> dict[str, Any]:
    """Run an alert; gives its attributes when all is done."""
    await cluvio.post(f"/sql_alerts/{id}/run")
    jobs_done(cluvio)
    return dict((await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"])


def jobs_done(cluvio: Cluvio) -> None:
    """Wait until no job is left, moving on those that are held."""
    jobs = cluvio.session.jobs
    for job in jobs.list(cluvio.api):
        held = jobs.progression(job["kind"])[0] == "manual"
        while held and jobs.get(job["id"])["status"] not in FINAL:  # type: ignore[index]
            jobs.advance(job["id"])
        jobs.wait(job["id"])


def ended(cluvio: Cluvio) -> list[str]:
    """How the jobs ended."""
    return [job["status"] for job in cluvio.session.jobs.list(cluvio.api)]


def mails(cluvio: Cluvio) -> list[Any]:
    """What was delivered, oldest first."""
    return [*cluvio.session.deliveries.list()]
