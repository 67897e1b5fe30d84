"""What schemathesis cannot know about the Cluvio API: what holds for all of its operations, and each resource's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.contract.exclusions import Ask, Exclusion
from tests.contract.exclusions_cluvio_alerts import ALERTS
from tests.contract.exclusions_cluvio_dashboards import DASHBOARDS_AND_REPORTS
from tests.contract.exclusions_cluvio_data import DATA
from tests.contract.exclusions_cluvio_filters import FILTERS_AND_SNIPPETS
from tests.contract.exclusions_cluvio_people import PEOPLE
from tests.contract.exclusions_cluvio_schedules import SCHEDULE, SCHEDULES_AND_EXPORTS

__all__ = ["ALIAS", "CLUVIO", "CLUVIO_DOCUMENT"]

_FILE = Path(__file__).resolve().parents[2] / "clients/bireme/specs/cluvio.json"
CLUVIO_DOCUMENT: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
_CHANGEABLE = [item for item in CLUVIO_DOCUMENT["paths"].values() if "patch" in item]
ALIAS = Exclusion(
    tuple(part["operationId"] for item in _CHANGEABLE for part in item.values() if "operationId" in part),
    None,
    (r"Unsupported method PUT returned ",),
    "The vendor's own script updates with PUT, so it stands for PATCH here; the document has PATCH alone.",
    (),
    check="unsupported_method",
    of_check=True,
)
_CHANGED = {
    "updateDashboard": "flgt-oper-0001",
    "updateDashboardGroup": "flgt-dash-0001",
    "updateDashboardSchedule": SCHEDULE,
    "updateReport": "flts-mnth-0001",
    "updateSqlAlert": "long-dely-0002",
    "updateUser": "adad-love-0001",
    "updateUserGroup": "oper-team-0001",
}
OTHER_OBJECT = Exclusion(
    tuple(_CHANGED),
    422,
    (r"data/id: the document is about .*, the path about .*",),
    "The vendor's samples have no id in a request document; one that contradicts the path is a slip of the caller.",
    tuple(Ask(name, {"id": id}, body={"data": {"id": "other", "attributes": {}}}) for name, id in _CHANGED.items()),
)
CLUVIO: tuple[Exclusion, ...] = (
    ALIAS,
    OTHER_OBJECT,
    *ALERTS,
    *DASHBOARDS_AND_REPORTS,
    *DATA,
    *FILTERS_AND_SNIPPETS,
    *PEOPLE,
    *SCHEDULES_AND_EXPORTS,
)
