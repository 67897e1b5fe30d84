"""The page on what is covered lists every operation with its evidence."""

from __future__ import annotations

from pathlib import Path

from generator.bundle import bundle
from generator.coverage import coverage
from generator.load import load

ROOT = Path(__file__).parents[3]


def test_every_operation_stands_in_the_table_with_its_call_and_evidence() -> None:
    page = coverage([bundle(load(ROOT / "specs" / "holistics"))])
    assert "| `jobs_get` | `GET /jobs/{id}` | documented | | |" in page
    call = "`POST /dashboard_widgets/{id}/submit_export`"
    assert f"| `dashboard_widgets_submit_export` | {call} | documented | yes | |" in page
    assert "| `dashboards_list` | `GET /dashboards` | documented | | yes |" in page


def test_what_backs_a_path_stands_behind_the_evidence_of_its_operation() -> None:
    page = coverage([bundle(load(ROOT / "specs" / "cluvio"))])
    assert "| `getReport` | `GET /reports/{id}` | documented; path public-reference | | |" in page
    assert "| `runExecution` | `POST /datasources/{id}/executions` | documented; path inferred | yes | |" in page


def test_the_committed_page_is_up_to_date() -> None:
    apis = sorted(file.parent for file in (ROOT / "specs").glob("*/openapi.yaml"))
    assert (ROOT / "COVERAGE.md").read_text(encoding="utf-8") == coverage([bundle(load(folder)) for folder in apis])


def test_operations_whose_path_nobody_knows_are_listed_as_such() -> None:
    page = coverage([bundle(load(ROOT / "specs" / "holistics_v1"))])
    assert "Unknown, not guessed" in page
    for name in ("resend_invitation", "delete", "restore", "set_api_access", "check_email", "change_role"):
        assert f"| `users_{name}` |" in page
    assert "| `users_revoke_authentication_token` |" in page
