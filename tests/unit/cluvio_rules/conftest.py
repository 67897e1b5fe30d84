"""The Cluvio API in process, as the tests of its resources have it, and the replies of a tour of all operations."""

from __future__ import annotations

import asyncio

import httpx2
import pytest

from tests.unit.cluvio_rules.cluvio_tour import Replies, toured
from tests.unit.emulator_state.cluvio_world import Cluvio, cluvio, cluvio_emulation, emulation_of_cluvio

__all__ = ["cluvio", "cluvio_emulation"]


@pytest.fixture(scope="session")
def replies() -> Replies:
    """The replies of the tour by operationId."""

    async def travelled() -> Replies:
        transport = httpx2.ASGITransport(app=emulation.api)
        async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
            return await toured(Cluvio(emulation, "default", client))

    emulation = emulation_of_cluvio()
    try:
        return asyncio.run(travelled())
    finally:
        emulation.close()
