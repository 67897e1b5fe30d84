"""The Cluvio API in process, as the tests of its resources have it."""

from __future__ import annotations

from tests.unit.emulator_state.cluvio_world import cluvio, cluvio_emulation

__all__ = ["cluvio", "cluvio_emulation"]
