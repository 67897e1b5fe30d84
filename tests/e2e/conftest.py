"""What the tests against a running emulator share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bireme_emulator import Emulator


@pytest.fixture(scope="module")
def frozen_emulator() -> Iterator[Emulator]:
    """An emulator on sockets whose clock only moves when it is told to."""
    with Emulator(port=0, files_port=0, strict=True, clock=datetime(2025, 6, 2, 9, tzinfo=UTC)) as emulator:
        yield emulator
