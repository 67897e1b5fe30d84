"""The five-line program that `make check` holds to the type checkers does what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bireme_emulator import Emulator


@pytest.mark.socket
def test_the_program_prints_the_owner_of_the_key_the_dashboards_and_the_rows() -> None:
    with Emulator(port=0, files_port=0, strict=True) as emulator:
        api = emulator.ready["holistics"]
        settings = {"HOLISTICS_API_KEY": api["key"], "HOLISTICS_HOST": api["url"].removesuffix("/api/v2")}
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("user_program.py"))],
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert "Flight operations" in done.stdout
    assert done.stdout.splitlines()[1] == "12"
