"""For all tests: with BIREME_NO_SKIPS set, as in CI, a skipped test is a failure unless what it needs cannot be had."""

from __future__ import annotations

import os
from typing import Any

import pytest

#: The vendors' documents are not part of the repository; tests that read them are skipped in a clone without them.
EXCUSED = "the vendors' documents are not beside this checkout"


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for report in _unexcused(terminalreporter):
        terminalreporter.write_line(f"skipped where nothing may be: {report.nodeid}: {report.longrepr[2]}", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus == 0 and reporter is not None and _unexcused(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _unexcused(reporter: Any) -> list[Any]:
    if not os.environ.get("BIREME_NO_SKIPS"):
        return []
    return [report for report in reporter.stats.get("skipped", []) if EXCUSED not in str(report.longrepr)]
