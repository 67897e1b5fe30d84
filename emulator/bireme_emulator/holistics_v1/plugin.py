"""The legacy API of Holistics as a plugin of the kernel; users, reports, jobs and files are those of version 2."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import bireme_emulator.workspace
from bireme_emulator.holistics.views import API
from bireme_emulator.kernel.context import ApiPlugin, Handlers
from bireme_emulator.kernel.yamlfiles import read_yaml

from . import email_schedules, exports, groups, jobs, pipeline, reports, users
from .access import KEY_HEADER, LegacyAuthenticator
from .pipeline_jobs import IMPORT, STATE, TRANSFORM, TRANSPORT, run_import, run_transform, run_transport
from .progress import SWITCHES
from .refusals import answer_fault, refuse_invalid, render, status_header
from .report_jobs import EXPORT, QUERY, run_report_export, run_report_query
from .schedule_job import SCHEDULE, fire, run_schedule, timers

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["make_plugin", "seed"]

_FILE = "holistics_v1.yaml"


def make_plugin(bundle: dict[str, Any]) -> ApiPlugin:
    """The plugin for the bundle of the legacy specification.

    Example: `make_plugin(load_bundle("holistics_v1")).ready("http://127.0.0.1:8900/holistics")["legacy_url"]`
    """
    handlers = Handlers()
    for module in (reports, exports, jobs, pipeline, users, groups, email_schedules):
        handlers.include(module.handlers)
    return ApiPlugin(
        name=STATE,
        bundle=bundle,
        mount="/holistics",
        handlers=handlers,
        authenticate=LegacyAuthenticator(bundle["x-roles"]),
        render_fault=render,
        seed=seed,
        job_kinds={
            EXPORT: run_report_export,
            QUERY: run_report_query,
            IMPORT: run_import,
            TRANSFORM: run_transform,
            TRANSPORT: run_transport,
            SCHEDULE: run_schedule,
        },
        secret_headers=frozenset({KEY_HEADER}),
        ready=lambda root: {"legacy_url": root},
        objects=objects,
        state=API,
        answer_fault=answer_fault,
        refuse_invalid=refuse_invalid,
        reply_headers=status_header,
        merge_slashes=True,
        switches=SWITCHES,
        timers=timers,
        fire=fire,
    )


def objects(session: Session) -> dict[str, list[dict[str, Any]]]:
    """What only this API has, as `{kind: [{id, name}]}`; the rest is listed under version 2."""
    kinds = sorted(session.store.kinds(STATE))
    return {
        kind: [{"id": one["id"], "name": one["title"]} for one in session.store.list(STATE, kind)] for kind in kinds
    }


def seed(session: Session) -> None:
    """Fill a new session with the workspace's imports and transforms; a workspace of one's own may have none."""
    name = str(session.workspace.name)
    folder = Path(bireme_emulator.workspace.__file__).parent if name == "demo" else Path(name)
    file = folder / _FILE
    kinds: dict[str, list[dict[str, Any]]] = read_yaml(file) if file.is_file() else {}
    with session.store.transaction():
        for kind, records in kinds.items():
            for record in records:
                session.store.put(STATE, kind, record["id"], record)
