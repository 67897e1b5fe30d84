"""What schemathesis cannot know about the legacy API of Holistics: state, and two habits that no check knows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["ANY_FILTER", "HOLISTICS_V1", "LEGACY_DOCUMENT", "LEGACY_REPORTS", "WRONG_KEY"]

_FILE = Path(__file__).resolve().parents[2] / "clients/bireme/specs/holistics_v1.json"
LEGACY_DOCUMENT: Mapping[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
LEGACY_REPORTS = (
    "reports_submit_query",
    "reports_submit_export",
    "reports_submit_export_with_body",
    "reports_export_inline",
)
_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."
_SOURCE = {"type": "QueryReport", "id": 12345}
_NEW = {"title": "Months", "recipients": ["a@example.com"], "source": _SOURCE, "schedule": {"repeat": "0 7 * * 1"}}
_IMPORT = Ask("data_imports_execute", {"data_import_id": 5101})
_NO_CRONTAB = {"schedule": {"repeat": "at seven, please"}}


def _group(operation: str, name: str = "Night shift") -> Ask:
    return Ask(operation, {"group_id": 1} if operation.endswith("update") else {}, body={"group": {"name": name}})


def _transport(**changes: int) -> Ask:
    return Ask("transports_submit", body={"from_ds_id": 1, "dest_ds_id": 1, "from_table_name": "airlines", **changes})


WRONG_KEY = Exclusion(
    tuple(operation["operationId"] for item in LEGACY_DOCUMENT["paths"].values() for operation in item.values()
          if "operationId" in operation),
    None,
    (r"Expected 401 or 403, got `422 Unprocessable Entity` for .* \(invalid credentials provided\)",),
    "The vendor answers a wrong key with 422 (recorded), where the check knows only 401 and 403. It sends a request of "
    "its own, so the reply that is at hand is another one.",
    (),
    check="ignored_auth", of_check=True,
)  # fmt: skip
ANY_FILTER = Exclusion(
    LEGACY_REPORTS,
    200,
    (r".*parameter `filters` in query - violates",),
    "Every filter is a query parameter of its own, of any name: an object inside another is names again.",
    tuple(
        Ask(name, {"report_id": 12345, "format": "csv"}, {"filters": {"carrier": {"0": "UA"}}})
        for name in LEGACY_REPORTS
    ),
    check="negative_data_rejection",
    of_check=True,
)
HOLISTICS_V1 = (
    WRONG_KEY,
    ANY_FILTER,
    Exclusion(
        ("exports_download",), 422,
        (r"Holistics::NotFound",),
        "Whether a job has left a file is state, not schema; 422 is what the document gives for it.",
        (Ask("exports_download", query={"job_id": 1}, before=(_IMPORT,)),),
    ),
    Exclusion(
        ("reports_export_inline",), 422,
        (r"The report cannot be run: .*",),
        _STATE,
        (Ask("reports_export_inline", {"report_id": 12346, "format": "csv"}),),
    ),
    Exclusion(
        ("groups_create", "groups_update"), 422,
        (r"Name has already been taken",),
        _STATE,
        (_group("groups_create"), _group("groups_update")),
    ),
    Exclusion(
        ("users_invite",), 422,
        (r".* is a user already; send the invitation again instead", r"email: it is not an e-mail address"),
        _STATE,
        (
            Ask("users_invite", body={"email": "ben.osei@example.com", "role": "viewer"}),
            Ask("users_invite", body={"email": "nobody@localhost", "role": "viewer"}),
        ),
    ),
    Exclusion(
        ("transports_submit",), 422,
        (r"(from|dest)_ds_id: there is no data source [\d.e+]+",),
        _STATE,
        (_transport(from_ds_id=9), _transport(dest_ds_id=9)),
    ),
    Exclusion(
        ("email_schedules_create",), 422,
        (r"source: there is no .* [\d.e+]+; it can be .*",),
        _STATE,
        (Ask("email_schedules_create", body={**_NEW, "source": {**_SOURCE, "id": 1}}),),
    ),
    Exclusion(
        ("email_schedules_create", "email_schedules_update"), 422,
        (r"schedule\.repeat: .*",),
        "What a crontab is goes beyond a schema; 422 is what the document gives for one that is none.",
        (Ask("email_schedules_create", body={**_NEW, **_NO_CRONTAB}),
         Ask("email_schedules_update", {"email_schedule_id": 5301}, body=_NO_CRONTAB,
             before=(Ask("email_schedules_create", body=_NEW),))),
    ),
)  # fmt: skip
