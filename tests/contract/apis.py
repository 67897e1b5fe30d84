"""The APIs that the contract suite tests, an emulator that suits it, and what schemathesis cannot know about them."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
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

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2013, 7, 1, 12, tzinfo=UTC)
KEY = "holistics-demo-admin-key-0001"
PRELOAD = {"dashboard_id": 16076, "conditions": [], "bust_cache": False}


@dataclass(frozen=True)
class Exclusion:
    """A reply that a check of schemathesis takes for a fault though it is the documented one.

    Only that check is passed over, and only for this operation, this status and a message that begins like this: the
    reply's own, or with `of_check` that of the check. Status `None` is any.
    """

    operations: tuple[str, ...]
    status: int | None
    message: str
    reason: str
    check: str = "positive_data_acceptance"
    of_check: bool = False

    def fits(self, operation: str, status: int, message: str) -> bool:
        return (
            operation in self.operations
            and self.status in (None, status)
            and re.match(self.message, message) is not None
        )


_KEEPING = (
    "data_schedules_create",
    "data_schedules_update",
    "data_alerts_create",
    "data_alerts_update",
    "data_alerts_submit_execute_test",
)
_LEGACY_REPORTS = (
    "reports_submit_query",
    "reports_submit_export",
    "reports_submit_export_with_body",
    "reports_export_inline",
)
_AWAITED = ("widget_export", "user_invitation", "cache_bust", "import_table_drop")
_SUBMITTING = ("dashboard_widgets_submit_export", "dashboards_submit_preload")
_LISTS = (
    "dashboards_list", "data_schedules_list", "data_alerts_list", "users_list", "groups_list", "user_attributes_list",
)  # fmt: skip
_SAVING = (
    "users_update", "groups_create", "groups_update", "user_attributes_create", "user_attributes_update",
    "user_attribute_entries_upsert",
)  # fmt: skip
EXCLUSIONS = (
    Exclusion(
        _LISTS, 400, r"(after|before): '.*' is not a cursor of this list",
        "A cursor is opaque: the document can only call it a string, and only the server knows which ones it gave out.",
    ),
    Exclusion(
        _LISTS, 400, r"after, before: only one of them",
        "OpenAPI cannot say that two query parameters exclude each other; the vendor describes no meaning for both.",
    ),
    Exclusion(
        _SUBMITTING, 422, r"dashboard_filter_conditions: ",
        "Which filters a dashboard has, of which type, is state, not schema; 422 is what the document gives for it.",
    ),
    Exclusion(
        ("dashboard_widgets_submit_export",), 422, r"output: the query says '\w+' and the body '\w+'",
        "The vendor documents the format in two places; OpenAPI cannot ask for the same value in both.",
    ),
    Exclusion(
        ("dashboard_widgets_submit_export",), 422, r"Widget \d+ is of type Text and has nothing to export",
        "Whether a widget holds data is state, not schema; 422 is what the document gives for it.",
    ),
    Exclusion(
        _KEEPING, 422, r"(id|source_id|schedule|dest|dynamic_filter_presets|viz_conditions): ",
        "Which sources, filters, fields and machines there are is state, and a crontab is more than a pattern can say.",
    ),
    Exclusion(
        ("dashboards_build_url",), 422, r"filter_states: ",
        "Which filters a dashboard has, of which type, is state, not schema; 422 is what the document gives for it.",
    ),
    Exclusion(
        ("data_sources_update",), 422, r"The data source cannot be saved: ",
        "Which names are taken is state, and OpenAPI has no type for the names of time zones.",
    ),
    Exclusion(
        ("data_sources_delete", "data_sets_delete", "data_models_delete"), 422,
        r"(Data (source|set|model) \d+ is (used by|defined in AML)|Table \w+ is used by)",
        "What stands against deleting an object is state, not schema; 422 is what the document gives for it.",
    ),
    Exclusion(
        ("exports_download",), 422, r"Job \d+ (is not an export|did not run|has failed|is \w+; its file is not ready)",
        "Whether a job has left a file is state, not schema; 422 is what the document gives for it.",
    ),
    Exclusion(
        _SAVING, 422, r"(Email|Password|Role|Group ids|Name|Attribute type|Label|User attribute entries) ",
        "Which names and addresses are taken or blank is not in the schema; 422 by field is what it gives for that.",
    ),
    Exclusion(
        ("users_invite",), 422, r"(\d+ of \d+ addresses cannot be invited|emails: nobody|group_ids: there is no group)",
        "The document calls an address a string only, as the vendor does; which are refused, the reply says.",
    ),
    Exclusion(
        ("users_update", "users_delete", "users_restore", "users_resend_invite", "groups_add_user"), 422,
        r"(You cannot delete yourself|User \d+ (is|has no open) )",
        "Whether a user is invited, deleted or a member is state, not schema; 422 is what the document gives for it.",
    ),
    Exclusion(
        ("user_attributes_update", "user_attributes_delete"), 422, r"User attribute \d+, h_email, belongs",
        "Which attributes the system fills is state, not schema; 422 is what the document gives for it.",
    ),
)  # fmt: skip


def legacy_exclusions(document: dict[str, Any]) -> tuple[Exclusion, ...]:
    """What schemathesis cannot know about the legacy API of Holistics."""
    every = tuple(operation["operationId"] for item in document["paths"].values() for operation in item.values())
    state = "Whether it is so is state, not schema; 422 is what the document gives for it."
    return (
        Exclusion(
            every, None, r"Expected 401 or 403, got `422 Unprocessable Entity` for .* \(invalid credentials provided\)",
            "The vendor answers a wrong key with 422 (recorded), where the check knows only 401 and 403. It sends a "
            "request of its own, so the reply that is at hand is another one.",
            check="ignored_auth", of_check=True,
        ),
        Exclusion(
            _LEGACY_REPORTS, 200, r"[\s\S]*parameter `filters` in query - violates",
            "Every filter is a query parameter of its own, of any name: an object inside another is names again.",
            check="negative_data_rejection", of_check=True,
        ),
        Exclusion(("exports_download",), 422, r"Holistics::NotFound$", state),
        Exclusion(("reports_export_inline",), 422, r"The report (cannot be run|has \d+ rows)", state),
        Exclusion(("reports_get_query_results",), 422, r"Holistics::NotFound$", state),
        Exclusion(
            ("groups_create", "groups_update"), 422, r"Name (has already been taken|can't be blank|is too long)", state,
        ),
        Exclusion(("users_invite",), 422, r"(.* is a user already|email: it is not an e-mail address)", state),
        Exclusion(("transports_submit",), 422, r"(from|dest)_ds_id: there is no data source", state),
        Exclusion(("email_schedules_create",), 422, r"source: there is no ", state),
        Exclusion(
            ("email_schedules_create", "email_schedules_update"), 422, r"schedule\.repeat: ",
            "What a crontab is goes beyond a schema; 422 is what the document gives for one that is none.",
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class Api:
    """An API to test: its document, where it is mounted, how to call it.

    `tend` is called after each call, `renew` before each phase. `maps` changes what the phases fuzzing and stateful
    draw, by hook.
    """

    name: str
    document: dict[str, Any]
    path: str
    settings: dict[str, Any]
    tend: Callable[[Control], None]
    maps: dict[str, Callable[[Any], Any]]
    exclusions: tuple[Exclusion, ...] = EXCLUSIONS
    renew: Callable[[Control], None] = lambda control: None


def holistics() -> Api:
    """Holistics API v2, called by an administrator. Ids of filters are real half the time: chance never hits one."""
    document = json.loads((ROOT / "clients/bireme/specs/holistics.json").read_text(encoding="utf-8"))
    filters = {"body.dashboard_filter_conditions[*].dynamic_filter_id": {"dictionary": "filters", "probability": 0.5}}
    states = {"body.filter_states[*].dynamic_filter_id": {"dictionary": "filters", "probability": 0.5}}
    settings = {
        "headers": {"X-Holistics-Key": KEY},
        "dictionaries": {"filters": {"values": [2335, 2336, 2337, 2338]}},
        "operations": [
            *({"include-operation-id": operation, "parameters": filters} for operation in _SUBMITTING),
            {"include-operation-id": "dashboards_build_url", "parameters": states},
        ],
    }
    maps = {"map_query": without_made_up_cursors, "map_headers": without_framing}
    return Api("holistics", document, "/holistics/api/v2", settings, finish_exports, maps, renew=put_back)


def holistics_v1() -> Api:
    """The legacy API of Holistics, called by an administrator. Reports and records are real ones half the time."""
    document = json.loads((ROOT / "clients/bireme/specs/holistics_v1.json").read_text(encoding="utf-8"))
    named = [
        ("path.report_id", "reports", _LEGACY_REPORTS),
        ("path.data_import_id", "imports", ["data_imports_get", "data_imports_execute"]),
        ("path.data_transform_id", "transforms", ["data_transforms_get", "data_transforms_execute"]),
        ("path.data_source_id", "sources", ["data_sources_get"]),
        ("path.user_id", "users", ["groups_add_user", "groups_remove_user"]),
    ]
    settings = {
        "headers": {"X-Holistics-Key": KEY},
        "dictionaries": {
            "reports": {"values": [12345, 12346, 12348]},
            "imports": {"values": [5101, 5102]},
            "transforms": {"values": [5201, 5202]},
            "sources": {"values": [1]},
            "users": {"values": [1, 2, 3]},
        },
        "operations": [
            {"include-operation-id": operation, "parameters": {key: {"dictionary": words, "probability": 0.5}}}
            for key, words, operations in named
            for operation in operations
        ],
    }
    maps = {"map_headers": without_framing}
    exclusions = legacy_exclusions(document)
    return Api("holistics_v1", document, "/holistics", settings, finish_legacy_jobs, maps, exclusions)


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
        "operations": [
            {"include-operation-id": operation, "parameters": {key: {"dictionary": words, "probability": 0.5}}}
            for key, words, operations in named
            for operation in operations
        ],
    }
    maps = {"map_headers": without_made_up_session}
    return Api("control", load_document(), "/_emulator", settings, keep_a_job_waiting, maps)


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
    """Bring back what the phase before has deleted: the state as it was when this was first called."""
    try:
        control.restore("before the first phase")
    except KeyError:
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
