"""The vendor does not say which status of success an operation has: any will do, and the body tells what it is."""

from __future__ import annotations

import pytest

from bireme import DecodeError, NotFound
from tests.unit.clients.cluvio_clients import Played, access, do, execution, reply

BOARD = {"data": {"id": "dash-0000-0001", "type": "dashboards", "attributes": {"name": "Delays"}, "relationships": {}}}


@pytest.mark.parametrize("status", [200, 201, 202])
async def test_a_body_is_read_whatever_the_status_of_success(played: Played, status: int) -> None:
    played.on("POST /dashboards", reply(BOARD, status))
    assert (await do(played.c.dashboards.create(name="Delays"))).name == "Delays"


@pytest.mark.parametrize("status", [200, 202, 204])
async def test_where_success_has_no_body_any_status_of_success_is_one(played: Played, status: int) -> None:
    played.on("DELETE /dashboards/dash-0000-0001", reply(None if status == 204 else {}, status))
    assert await do(played.c.dashboards.delete("dash-0000-0001")) is None


@pytest.mark.parametrize("status", [200, 202])
async def test_where_both_are_possible_the_body_decides(played: Played, status: int) -> None:
    execution_id = execution("success").json()["data"]["id"]
    path = f"GET /executions/{execution_id}/data"
    played.on(path, reply({**access(), "data_timestamp": 1}, status), reply())
    assert (await do(played.c.executions.get_data(execution_id))).data_key == access()["data_key"]
    assert await do(played.c.executions.get_data(execution_id)) is None


async def test_a_success_without_the_body_that_it_must_have_is_an_error(played: Played) -> None:
    played.on("POST /dashboards", reply())
    with pytest.raises(DecodeError):
        await do(played.c.dashboards.create(name="Delays"))


async def test_no_other_status_is_a_success(played: Played) -> None:
    played.on("POST /dashboards", reply({"errors": [{"code": "404", "detail": "no"}]}, 404))
    with pytest.raises(NotFound):
        await do(played.c.dashboards.create(name="Delays"))
