"""The table of attempts in docs/security.md counts what is really tried."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
_ROW = re.compile(r"^\| .* \| (\d+) \| `(\w+)` \|$", re.MULTILINE)


def test_every_attempt_is_counted_in_the_document() -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", str(HERE)]
    listed = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, cwd=HERE.parents[1]).stdout
    names = [line.partition("::")[2].partition("[")[0] for line in listed.splitlines() if "::test_" in line]
    text = (HERE.parents[1] / "docs" / "security.md").read_text(encoding="utf-8")
    stated = {name: int(count) for count, name in _ROW.findall(text)}
    tried = Counter(name for name in names if name != "test_every_attempt_is_counted_in_the_document")
    assert stated == dict(tried)
    total = re.search(r"(\d+) attempts", text)
    assert total is not None
    assert int(total[1]) == sum(tried.values()) >= 50
