"""The list of what the workspace has names what users and tests count on, and no key."""

from __future__ import annotations

import json

from bireme_emulator import create_app


def test_the_workspace_lists_every_kind_of_object_by_id_and_name() -> None:
    emulation = create_app()
    try:
        found = emulation.control.workspace()["holistics"]
    finally:
        emulation.close()
    assert {"id": 16076, "name": "Flight operations"} in found["dashboards"]
    assert {"id": 4175, "name": "Flights per month"} in found["dashboard_widgets"]
    assert {"id": 12346, "name": "Broken SQL"} in found["query_reports"]
    assert {"id": 2335, "name": "Flight date"} in found["dynamic_filters"]
    assert {"id": 1, "name": "Ada Keller"} in found["users"]
    assert "demo" not in json.dumps(found)
    assert "api_keys" not in found
