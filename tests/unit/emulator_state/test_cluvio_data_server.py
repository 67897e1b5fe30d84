"""Cluvio data servers: fact sheet sections 3 (locations), 4.3 (tokens), 18 (formats) and 20 (periods)."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.cluvio import data_tokens, executions, results
from bireme_emulator.cluvio.data_tokens import ResultForm
from bireme_emulator.cluvio.inputs import Inputs
from tests.unit.emulator_state.cluvio_world import VND_API, Cluvio

SAMPLE = "smpl-data-0001"
SQL = """SELECT * FROM (VALUES (1, 'Hello', true, NULL, 1.5), (2, 'semi;colon "x"', false, 'y', NULL))
    AS t(n, s, b, z, f)"""


async def execution(cluvio: Cluvio, sql: str = SQL) -> dict[str, Any]:
    """An execution that has ended."""
    session = cluvio.session
    started = executions.start(session, cluvio.api, SAMPLE, sql, inputs=Inputs.of(None))
    while not executions.is_over(started):
        assert session.jobs.wait(started["job_id"])["status"] in executions.JOB_FINAL
        found = executions.find(session, cluvio.api, started["id"])
        assert found is not None
        started = found
    return {**started}


async def fetch(cluvio: Cluvio, key: str, token: str, part: str = "data") -> httpx2.Response:
    return await cluvio.server("data", f"Data {token}").call("GET", f"/{part}/{key}")


async def result(cluvio: Cluvio, sql: str = SQL, form: ResultForm | None = None) -> httpx2.Response:
    id = (await execution(cluvio, sql))["id"]
    key, token = data_tokens.issue(cluvio.session, cluvio.api, id, form or ResultForm())
    reply = await fetch(cluvio, key, token)
    assert reply.status_code == 200, reply.text
    return reply


class TestFormats:
    async def test_result_data_has_fields_rows_and_what_is_known_of_the_result(self, cluvio: Cluvio) -> None:
        found = (await result(cluvio)).json()
        assert found["rows"] == [[1, "Hello", True, None, 1.5], [2, 'semi;colon "x"', False, "y", None]]
        assert (found["sql_rows"], found["sql_columns"], found["time_zone"]) == (2, 5, "UTC")
        assert found["data_timestamp"] == 1372680000
        assert found["size_in_bytes"] > 0
        assert executions.find(cluvio.session, cluvio.api, found["execution_id"]) is not None

    async def test_a_field_has_all_that_the_vendor_documents(self, cluvio: Cluvio) -> None:
        fields = (await result(cluvio)).json()["fields"]
        assert fields[0] == {
            "idx": 0,
            "name": "n",
            "data_type": "Integer",
            "unique_count": 2,
            "human_name": "N",
            "min_value": 1,
            "max_value": 2,
            "group_by": False,
        }
        assert [field["data_type"] for field in fields] == ["Integer", "String", "Boolean", "String", "Float"]

    async def test_execution_data_is_always_json(self, cluvio: Cluvio) -> None:
        id = (await execution(cluvio))["id"]
        access = await cluvio.get(f"/executions/{id}/data")
        reply = await fetch(cluvio, access["data_key"], access["data_access_token"])
        assert reply.headers["content-type"] == "application/json"

    @pytest.mark.parametrize(
        ("form", "text"),
        [
            (ResultForm("csv"), 'n,s,b,z,f\n1,Hello,true,,1.5\n2,"semi;colon ""x""",false,y,\n'),
            (ResultForm("csv", ";", ","), 'n;s;b;z;f\n1;Hello;true;;1,5\n2;"semi;colon ""x""";false;y;\n'),
            (ResultForm("csv", ";", "/"), 'n;s;b;z;f\n1;Hello;true;;1/5\n2;"semi;colon ""x""";false;y;\n'),
            (ResultForm("csv", "\t"), 'n\ts\tb\tz\tf\n1\tHello\ttrue\t\t1.5\n2\t"semi;colon ""x"""\tfalse\ty\t\n'),
        ],
    )
    async def test_data_asked_for_as_csv_is_csv_with_the_vendors_options(
        self, cluvio: Cluvio, form: ResultForm, text: str
    ) -> None:
        reply = await result(cluvio, form=form)
        assert reply.headers["content-type"].startswith("text/csv")
        assert reply.text == text

    async def test_with_the_quote_style_always_every_cell_is_quoted(self, cluvio: Cluvio) -> None:
        text = (await result(cluvio, form=ResultForm("csv", ",", ".", "always"))).text
        assert text.splitlines()[0] == '"n","s","b","z","f"'
        assert [*csv.reader(io.StringIO(text))][1] == ["1", "Hello", "true", "", "1.5"]

    async def test_an_empty_result_keeps_its_fields(self, cluvio: Cluvio) -> None:
        found = (await result(cluvio, "SELECT 1 AS n WHERE false")).json()
        assert (found["rows"], [field["name"] for field in found["fields"]]) == ([], ["n"])

    async def test_a_long_result_is_streamed_and_whole(self, cluvio: Cluvio) -> None:
        sql = "SELECT range AS n, repeat('x', 50) AS s FROM range(200000)"
        reply = await result(cluvio, sql)
        assert "content-length" not in reply.headers
        rows = json.loads(reply.content)["rows"]
        assert (len(rows), rows[0], rows[-1]) == (200_000, [0, "x" * 50], [199_999, "x" * 50])

    async def test_times_are_in_the_time_zone_of_the_inputs(self, cluvio: Cluvio) -> None:
        session = cluvio.session
        inputs = Inputs.of({"tz": "Europe/Berlin"})
        started = executions.start(session, cluvio.api, SAMPLE, "SELECT TIMESTAMPTZ '2013-01-01 00:00Z'", inputs=inputs)
        session.jobs.wait(started["job_id"])
        done = executions.find(session, cluvio.api, started["id"])
        assert done is not None
        assert results.open(session, cluvio.api, done).time_zone == "Europe/Berlin"


class TestLocations:
    """Section 3: two locations with two servers each."""

    async def test_a_key_and_token_work_on_the_data_server_of_the_same_location_only(self, cluvio: Cluvio) -> None:
        key, token = data_tokens.issue(cluvio.session, cluvio.api, (await execution(cluvio))["id"])
        assert (await fetch(cluvio, key, token)).status_code == 200
        other = await fetch(cluvio.at("us"), key, token)
        assert (other.status_code, other.json()["errors"][0]["code"]) == (401, "401")

    async def test_the_data_operations_are_on_data_servers_only_and_the_others_on_api_servers(
        self, cluvio: Cluvio
    ) -> None:
        key, token = data_tokens.issue(cluvio.session, cluvio.api, (await execution(cluvio))["id"])
        assert (await cluvio.call("GET", f"/data/{key}", headers={"Authorization": f"Data {token}"})).status_code == 404
        assert (await cluvio.server("data", f"Data {token}").call("GET", "/datasources")).status_code == 404

    async def test_an_api_key_opens_nothing_at_a_data_server_nor_a_token_at_an_api_server(self, cluvio: Cluvio) -> None:
        key, token = data_tokens.issue(cluvio.session, cluvio.api, (await execution(cluvio))["id"])
        assert (await cluvio.server("data").call("GET", f"/data/{key}")).status_code == 401
        reply = await cluvio.call("GET", "/datasources", headers={"Authorization": f"Data {token}"})
        assert reply.status_code == 401

    async def test_datasources_of_the_locations_are_apart(self, cluvio: Cluvio) -> None:
        body = cluvio.data(name="x", database_type="mysql", connection_mode="direct")
        made = (await cluvio.call("POST", "/datasources", json=body)).json()["data"]["id"]
        assert (await cluvio.at("us").refused("GET", f"/datasources/{made}"))[0] == 404


class TestTokens:
    async def test_a_token_lives_for_minutes_of_the_virtual_clock(self, cluvio: Cluvio) -> None:
        key, token = data_tokens.issue(cluvio.session, cluvio.api, (await execution(cluvio))["id"])
        cluvio.control.clock.advance(299)
        assert (await fetch(cluvio, key, token)).status_code == 200
        cluvio.control.clock.advance(1)
        assert (await fetch(cluvio, key, token)).status_code == 401

    async def test_a_token_opens_its_own_data_key_and_no_other(self, cluvio: Cluvio) -> None:
        session, api = cluvio.session, cluvio.api
        first, second = (await execution(cluvio))["id"], (await execution(cluvio))["id"]
        key, token = data_tokens.issue(session, api, first)
        as_csv, _ = data_tokens.issue(session, api, first, ResultForm("csv"))
        other, _ = data_tokens.issue(session, api, second)
        schema, _ = data_tokens.issue_schema(session, api, SAMPLE)
        assert (await fetch(cluvio, key, token)).status_code == 200
        for wrong in (as_csv, other, f"{key}/", f"/{key}"):
            assert (await fetch(cluvio, wrong, token)).status_code in (401, 404)
        assert (await fetch(cluvio, schema, token, "schema")).status_code == 401

    async def test_a_token_of_a_result_does_not_open_it_as_a_schema(self, cluvio: Cluvio) -> None:
        key, token = data_tokens.issue(cluvio.session, cluvio.api, (await execution(cluvio))["id"])
        assert (await fetch(cluvio, key, token, "schema")).status_code == 404

    @pytest.mark.parametrize("token", ["", "x", "a.b", ".", "W10.00", "é", "x" * 10_000, "[" * 5000])
    async def test_what_is_no_token_is_refused_in_the_vendors_shape(self, cluvio: Cluvio, token: str) -> None:
        reply = await cluvio.client.get(
            "/cluvio/eu/data/data/results/x/json",
            headers={"Authorization": f"Data {token}".encode(), "X-Emulator-Session": cluvio.session_name},
        )
        assert (reply.status_code, reply.headers["content-type"]) == (401, VND_API)

    async def test_a_token_of_before_a_restart_still_works_and_one_of_before_a_reset_does_not(
        self, cluvio: Cluvio
    ) -> None:
        session, api = cluvio.session, cluvio.api
        _, token = data_tokens.issue(session, api, "x")
        session.restore(session.store.snapshot())
        assert data_tokens.read_token(session, api, token) is not None
        cluvio.control.reset()
        assert data_tokens.read_token(session, api, token) is None

    async def test_data_is_not_found_once_it_is_a_day_old(self, cluvio: Cluvio) -> None:
        id = (await execution(cluvio))["id"]
        cluvio.control.clock.advance(86_400)
        key, token = data_tokens.issue(cluvio.session, cluvio.api, id)
        assert (await fetch(cluvio, key, token)).status_code == 404

    @pytest.mark.parametrize("key", ["results/none/json", "results/none/csv/comma/dot/always", "schemas/none/all"])
    async def test_a_key_of_nothing_is_not_found(self, cluvio: Cluvio, key: str) -> None:
        token = data_tokens._sign(cluvio.session, cluvio.api, key)
        part = "schema" if key.startswith("schemas") else "data"
        assert (await fetch(cluvio, key, token, part)).status_code == 404
        assert (await fetch(cluvio, "odd", data_tokens._sign(cluvio.session, cluvio.api, "odd"))).status_code == 404

    async def test_tokens_stay_out_of_the_journal(self, cluvio: Cluvio) -> None:
        key, token = data_tokens.issue(cluvio.session, cluvio.api, (await execution(cluvio))["id"])
        await fetch(cluvio, key, token)
        assert token not in json.dumps(cluvio.control.journal(), default=str)


@given(st.text())
def test_any_schema_name_is_in_its_key_and_out_again(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    armoured = data_tokens._armoured(name.encode())
    assert data_tokens.read_schema_key(f"schemas/a/one/{armoured}") == ("a", name)
    assert "/" not in armoured


@given(st.text())
def test_odd_keys_are_no_keys_and_nothing_worse(key: str) -> None:
    assert data_tokens.read_result_key(f"results/a/csv/{key}") is None
    assert data_tokens.read_result_key(key) is None
    assert data_tokens.read_schema_key(key) is None
