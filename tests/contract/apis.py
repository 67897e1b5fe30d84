"""The APIs that the contract suite tests, an emulator that suits it, and how each is called."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from bireme_emulator import create_app
from bireme_emulator.kernel.control import load_document
from bireme_emulator.kernel.emulation import Control, Emulation
from bireme_emulator.kernel.jobs import FINAL
from tests.contract.exclusions import Exclusion
from tests.contract.exclusions_holistics import HOLISTICS
from tests.contract.exclusions_holistics_v1 import HOLISTICS_V1, LEGACY_DOCUMENT, LEGACY_REPORTS

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2013, 7, 1, 12, tzinfo=UTC)
KEY = "holistics-demo-admin-key-0001"
EXPORT = {"widget_id": 4175, "output": "csv", "conditions": []}
PRELOAD = {"dashboard_id": 16076, "conditions": [], "bust_cache": False}


_LONGEST_QUERY = 5_000  # as Python writes it; a character takes up to twelve when it is percent-encoded
_AWAITED = ("widget_export", "user_invitation", "cache_bust", "import_table_drop")
_SUBMITTING = ("dashboard_widgets_submit_export", "dashboards_submit_preload")


@dataclass(frozen=True)
class Api:
    """An API to test: its document, where it is mounted, how to call it.

    `tend` is called after each call, `renew` before each phase. `maps` changes what the phases fuzzing and stateful
    draw, by hook. `credential` gives the Authorization of a case, where that is another one for another case.
    """

    name: str
    document: dict[str, Any]
    path: str
    settings: dict[str, Any]
    tend: Callable[[Control], None]
    maps: dict[str, Callable[[Any], Any]]
    exclusions: tuple[Exclusion, ...] = ()
    renew: Callable[[Control], None] = lambda control: None
    credential: Callable[[Any], str] | None = None


def holistics() -> Api:
    """Holistics API v2, called by an administrator. Ids of filters, jobs and the like are real half the time."""
    document = json.loads((ROOT / "clients/bireme/specs/holistics.json").read_text(encoding="utf-8"))
    filters = {"body.dashboard_filter_conditions[*].dynamic_filter_id": {"dictionary": "filters", "probability": 0.5}}
    states = {"body.filter_states[*].dynamic_filter_id": {"dictionary": "filters", "probability": 0.5}}
    named = [
        ("path.id", "jobs", ["jobs_get", "jobs_get_logs", "jobs_cancel"]),
        ("query.job_id", "exports", ["exports_download"]),
        ("path.id", "schedules", ["data_schedules_delete", "data_schedules_submit_execute"]),
        ("path.id", "alerts", ["data_alerts_delete", "data_alerts_submit_execute"]),
    ]
    settings = {
        "headers": {"X-Holistics-Key": KEY},
        "dictionaries": {
            "filters": {"values": [2335, 2336, 2337, 2338]},
            "jobs": {"values": [*range(1, 21)]},
            "exports": {"values": [1]},
            "schedules": {"values": [501]},
            "alerts": {"values": [601]},
        },
        "operations": [
            *({"include-operation-id": operation, "parameters": filters} for operation in _SUBMITTING),
            {"include-operation-id": "dashboards_build_url", "parameters": states},
            *_half_the_time(named),
        ],
    }
    maps = {"map_query": without_made_up_cursors, "map_headers": without_framing}
    return Api("holistics", document, "/holistics/api/v2", settings, finish_exports, maps, HOLISTICS, renew=put_back)


def holistics_v1() -> Api:
    """The legacy API of Holistics, called by an administrator. Reports and records are real ones half the time."""
    document = dict(LEGACY_DOCUMENT)
    named = [
        ("path.report_id", "reports", LEGACY_REPORTS),
        ("path.data_import_id", "imports", ["data_imports_get", "data_imports_execute"]),
        ("path.data_transform_id", "transforms", ["data_transforms_get", "data_transforms_execute"]),
        ("path.data_source_id", "sources", ["data_sources_get"]),
        ("path.user_id", "users", ["groups_add_user", "groups_remove_user"]),
        ("path.group_id", "groups", ["groups_add_user", "groups_remove_user"]),
        ("path.report_id", "reports", ["reports_get_query_results_by_report"]),
        ("query.job_id", "jobs", ["reports_get_query_results", "reports_get_query_results_by_report"]),
    ]
    settings = {
        "headers": {"X-Holistics-Key": KEY},
        "dictionaries": {
            "reports": {"values": [12345, 12346, 12348]},
            "imports": {"values": [5101, 5102]},
            "transforms": {"values": [5201, 5202]},
            "sources": {"values": [1]},
            "users": {"values": [1, 2, 3]},
            "jobs": {"values": [*range(1, 21)]},
            "groups": {"values": [1, 2, 3]},
        },
        "operations": _half_the_time(named),
    }
    maps = {"map_headers": without_framing, "map_query": without_endless_filters}
    return Api("holistics_v1", document, "/holistics", settings, finish_legacy_jobs, maps, HOLISTICS_V1)


def control() -> Api:
    """The control API. Names that exist are drawn half the time, since chance never hits them."""
    named = [
        ("path.name", "kinds", ["progressions_set"]),
        ("path.name", "names", ["snapshots_take", "snapshots_restore", "sessions_delete", "faults_delete"]),
    ]
    settings = {
        "dictionaries": {
            "kinds": {"values": ["widget_export", "dashboard_preload"]},
            "names": {"values": ["default", "first", "1", "2"]},
        },
        "operations": _half_the_time(named),
    }
    maps = {"map_headers": without_made_up_session}
    return Api("control", load_document(), "/_emulator", settings, keep_a_job_waiting, maps)


def _half_the_time(named: Iterable[tuple[str, str, Sequence[str]]]) -> list[dict[str, Any]]:
    """Settings by which parameters of some operations are drawn from dictionaries half the time."""
    drawn: dict[str, dict[str, Any]] = {}
    for key, words, operations in named:
        for operation in operations:
            drawn.setdefault(operation, {})[key] = {"dictionary": words, "probability": 0.5}
    return [{"include-operation-id": operation, "parameters": each} for operation, each in drawn.items()]


def finish_exports(control: Control) -> None:
    """Wait for exports, so that what the next call sees does not depend on threads (see `in_process`).

    The administrator who calls keeps the key: one of a thousand calls takes it away, and all later ones would get 401.
    """
    store = control._session.store
    for kind, changed in (("users", {"allow_authentication_token": True}), ("api_keys", {"active": True})):
        for record in store.list("holistics", kind):
            own = record.get("user_id", record.get("id")) == 1
            if own and record != {**record, **changed}:
                store.put("holistics", kind, record.get("digest", 1), {**record, **changed})
    modes = [control.jobs.progression(kind)[0] for kind in ("dashboard_preload", "widget_export")]
    if modes != ["manual", "immediate"]:
        return  # a deep run, where jobs go on beside the calls as in service; or one whose jobs are moved by hand
    for job in control.jobs.list():
        if job["kind"] in _AWAITED and job["status"] not in FINAL:
            control.jobs.wait(job["id"])


def finish_legacy_jobs(control: Control) -> None:
    """Wait for every job, so that what the next call sees does not depend on threads."""
    for job in control.jobs.list():
        if job["status"] not in FINAL and control.jobs.progression(job["kind"])[0] == "immediate":
            control.jobs.wait(job["id"])


def put_back(control: Control) -> None:
    """Bring back what the phase before has deleted: the state of the first call, which has one finished export."""
    try:
        control.restore("before the first phase")
    except KeyError:
        control.jobs.wait(control.jobs.submit("holistics", "widget_export", EXPORT, user_id=1)["id"])
        control.snapshot("before the first phase")


def keep_a_job_waiting(control: Control) -> None:
    """Have a job there to look at, advance and cancel, whatever was reset or ended."""
    if all(job["status"] in FINAL for job in control.jobs.list()):
        control.jobs.set_progression("dashboard_preload", "manual")
        control.jobs.submit("holistics", "dashboard_preload", PRELOAD, user_id=1)


def without_made_up_cursors(query: Any) -> Any:
    """Leave out texts that are no cursors, which would hide the list behind a 400 nearly always.

    The phase coverage does not pass here, so it still sends them; what is not a text stays for the server to refuse.
    """
    made_up = [name for name in ("after", "before") if isinstance(query, dict) and _is_made_up(query.get(name))]
    return {name: value for name, value in query.items() if name not in made_up} if made_up else query


def _is_made_up(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return not isinstance(json.loads(base64.b64decode(value + "=" * (-len(value) % 4), "-_", validate=True)), list)
    except ValueError:
        return True


def without_endless_filters(query: Any) -> Any:
    """Leave out long filters where all together would make an address of more than 64 KiB, which no server reads."""
    if not isinstance(query, dict) or len(repr(query)) < _LONGEST_QUERY:
        return query
    return {name: value for name, value in query.items() if len(repr((name, value))) < _LONGEST_QUERY / len(query)}


def without_framing(headers: Any) -> Any:
    """Leave out made-up headers that frame the message: with `Content-Length: J6` it is no HTTP, and reaches no API."""
    framing = {"content-length", "transfer-encoding", "connection", "upgrade", "expect", "host"}
    if not isinstance(headers, dict):
        return headers
    return {name: value for name, value in headers.items() if name.lower() not in framing}


def without_made_up_session(headers: Any) -> Any:
    """Leave out names of sessions that nothing has happened in; those that cannot be names stay to be refused."""
    headers = without_framing(headers)
    name = headers.get("X-Emulator-Session") if isinstance(headers, dict) else None
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", name, re.ASCII):
        return headers
    return {key: value for key, value in headers.items() if key != "X-Emulator-Session"}


@contextmanager
def in_process(folder: Path, **settings: Any) -> Iterator[Emulation]:
    """An emulator whose replies do not depend on time or threads: time stands still, preloads never get ahead."""
    settings = {"rate_limits": False, "clock": NOON, "data": {"flights": few_flights(folder)}, **settings}
    emulation = create_app(**settings)
    try:
        emulation.control.jobs.set_progression("dashboard_preload", "manual")
        yield emulation
    finally:
        emulation.close()


def few_flights(folder: Path) -> Path:
    """A table of every 700th flight of the demo, so that a thousand exports take seconds."""
    flights = parquet.read_table(str(files("bireme_emulator.workspace") / "data" / "flights.parquet"))
    path = folder / "flights.parquet"
    parquet.write_table(flights.take(list(range(0, flights.num_rows, 700))), path)
    return path
