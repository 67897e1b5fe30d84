"""Cluvio datasources and agents: fact sheet section 7, and the datasource rules of section 4.2."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from bireme_emulator.cluvio import executions, results
from bireme_emulator.cluvio.datasource_rules import normalised
from bireme_emulator.cluvio.schemas import data_type_of
from tests.unit.emulator_state.cluvio_world import MANAGE, Cluvio, emulation_of_cluvio

SAMPLE = "smpl-data-0001"
POSTGRES = {"name": "Sales", "database_type": "postgres", "connection_mode": "direct"}


async def make(cluvio: Cluvio, **attributes: Any) -> dict[str, Any]:
    """A new datasource, as the reply has it."""
    reply = await cluvio.call("POST", "/datasources", json=cluvio.data(**{**POSTGRES, **attributes}))
    assert reply.status_code == 201, reply.text
    found: dict[str, Any] = reply.json()["data"]
    return found


async def agent(cluvio: Cluvio, name: str = "Berlin") -> str:
    reply = await cluvio.call("POST", "/datasource_agents", json=cluvio.data(name=name))
    assert reply.status_code == 201, reply.text
    return str(reply.json()["data"]["id"])


def links(*ids: str) -> dict[str, Any]:
    return {"agents": {"data": [{"id": id, "type": "datasource_agents"} for id in ids]}}


def settle(cluvio: Cluvio) -> None:
    while jobs := [job for job in cluvio.session.jobs.list(cluvio.api) if job["status"] not in executions.JOB_FINAL]:
        assert cluvio.session.jobs.wait(jobs[0]["id"])["status"] in executions.JOB_FINAL


async def schema(cluvio: Cluvio, id: str = SAMPLE, **query: Any) -> Any:
    access = await cluvio.get(f"/datasources/{id}/schema", **query)
    data = cluvio.server("data", f"Data {access['data_access_token']}")
    return await data.get(f"/schema/{access['data_key']}")


class TestCreate:
    async def test_name_type_and_mode_are_required(self, cluvio: Cluvio) -> None:
        for name in POSTGRES:
            body = {"data": {"attributes": {key: value for key, value in POSTGRES.items() if key != name}}}
            assert (await cluvio.refused("POST", "/datasources", json=body))[0] == 422

    async def test_defaults_are_the_vendors(self, cluvio: Cluvio) -> None:
        found = (await make(cluvio))["attributes"]
        defaults = ("verify_ssl", "enabled", "max_concurrent_executions", "update_schema_nightly", "require_ssl")
        assert [found[name] for name in defaults] == [False, True, 20, True, True]
        assert found["update_schema_row_counts"] is True

    async def test_the_plan_caps_the_number_not_counting_the_sample_data(self, cluvio: Cluvio) -> None:
        for number in range(10):
            await make(cluvio, name=f"Number {number}")
        code, detail = await cluvio.refused("POST", "/datasources", json=cluvio.data(**POSTGRES))
        assert (code, "room for 10" in detail) == (422, True)

    async def test_every_location_comes_with_the_sample_data(self, cluvio: Cluvio) -> None:
        for place in (cluvio, cluvio.at("us")):
            found = await place.get(f"/datasources/{SAMPLE}")
            assert found["data"]["attributes"]["name"] == "Cluvio Sample Data"

    @pytest.mark.parametrize("kind", ["athena", "bigquery", "databricks", "redshift", "snowflake"])
    async def test_require_ssl_is_pinned_to_true(self, cluvio: Cluvio, kind: str) -> None:
        found = await make(cluvio, database_type=kind, require_ssl=False)
        assert found["attributes"]["require_ssl"] is True

    @pytest.mark.parametrize("kind", ["athena", "bigquery", "databricks", "snowflake"])
    async def test_verify_ssl_is_pinned_to_true(self, cluvio: Cluvio, kind: str) -> None:
        found = await make(cluvio, database_type=kind, verify_ssl=False)
        assert found["attributes"]["verify_ssl"] is True

    @pytest.mark.parametrize("kind", ["oracle", "presto"])
    async def test_verify_ssl_follows_require_ssl(self, cluvio: Cluvio, kind: str) -> None:
        found = await make(cluvio, database_type=kind, require_ssl=True, verify_ssl=False)
        assert found["attributes"]["verify_ssl"] is True
        other = await make(cluvio, database_type=kind, require_ssl=False, verify_ssl=False)
        assert other["attributes"]["verify_ssl"] is False

    async def test_require_ssl_is_true_by_default_only_when_direct_and_verify_ssl_is_for_direct_only(
        self, cluvio: Cluvio
    ) -> None:
        found = await make(cluvio, connection_mode="ssh_tunnel", verify_ssl=True)
        assert (found["attributes"]["require_ssl"], found["attributes"]["verify_ssl"]) == (False, False)

    @pytest.mark.parametrize(
        ("kind", "unused"),
        [
            ("bigquery", ("host", "port", "password")),
            ("athena", ("host", "port")),
            ("snowflake", ("port",)),
            ("postgres", ("athena_region", "databricks_http_path", "snowflake_region", "bigquery_service_key")),
        ],
    )
    def test_what_a_type_does_not_use_is_not_kept(self, kind: str, unused: tuple[str, ...]) -> None:
        given = dict.fromkeys(unused, "1") | {**POSTGRES, "database_type": kind, "database": "d"}
        kept = normalised(given)
        assert kept["database"] == "d"
        assert not set(unused) & set(kept)

    def test_the_ssh_tunnel_is_kept_with_that_mode_only(self) -> None:
        tunnel = {"ssh_tunnel_host": "h", "ssh_tunnel_port": 22, "ssh_tunnel_user": "u"}
        assert not set(tunnel) & set(normalised({**POSTGRES, **tunnel}))
        assert set(tunnel) < set(normalised({**POSTGRES, **tunnel, "connection_mode": "ssh_tunnel"}))

    @pytest.mark.parametrize(
        "wrong",
        [
            {"name": " "},
            {"port": 0},
            {"port": 10**30},
            {"max_concurrent_executions": 0},
            {"data_time_zone": "Mars/Olympus"},
            {"database_type": "bigquery", "bigquery_service_key": "[1]"},
            {"database_type": "bigquery", "bigquery_service_key": "[" * 100_000},
            {"database_type": "sqlite"},
            {"connection_mode": "ssh_tunnel", "ssh_tunnel_port": 65536},
        ],
    )
    async def test_a_value_that_cannot_be_is_refused_by_its_name(self, cluvio: Cluvio, wrong: dict[str, Any]) -> None:
        code, detail = await cluvio.refused("POST", "/datasources", json=cluvio.data(**{**POSTGRES, **wrong}))
        assert code == 422
        assert [*wrong][-1] in detail

    async def test_a_narrowed_key_makes_no_datasource(self, cluvio: Cluvio) -> None:
        narrowed = cluvio.key("manage_datasources", datasource_ids=[SAMPLE])
        assert (await narrowed.refused("POST", "/datasources", json=cluvio.data(**POSTGRES)))[0] == 403


class TestCredentials:
    async def test_credentials_are_shown_to_manage_datasources_only(self, cluvio: Cluvio) -> None:
        key = json.dumps({"type": "service_account"})
        password = (await make(cluvio, password="hunter22"))["id"]
        service = (await make(cluvio, database_type="bigquery", bigquery_service_key=key))["id"]
        for id, name in ((password, "password"), (service, "bigquery_service_key")):
            assert name in (await cluvio.get(f"/datasources/{id}"))["data"]["attributes"]
            for permission in ("view_datasources", "manage_dashboards", "manage_alerts"):
                seen = await cluvio.key(permission).get(f"/datasources/{id}")
                assert name not in seen["data"]["attributes"]
                assert key not in json.dumps(await cluvio.key(permission).get("/datasources"))

    async def test_the_journal_has_no_credentials(self, cluvio: Cluvio) -> None:
        await make(cluvio, password="hunter22")
        await make(cluvio, database_type="bigquery", bigquery_service_key='{"private": "swordfish"}')
        journal = json.dumps(cluvio.control.journal(), default=str)
        assert "hunter22" not in journal
        assert "swordfish" not in journal


class TestReadAndChange:
    async def test_a_narrowed_key_sees_its_datasources_only(self, cluvio: Cluvio) -> None:
        other = (await make(cluvio))["id"]
        narrowed = cluvio.key("manage_datasources", datasource_ids=[SAMPLE])
        assert [one["id"] for one in (await narrowed.get("/datasources"))["data"]] == [SAMPLE]
        for method, path in [
            ("GET", ""),
            ("DELETE", ""),
            ("POST", "/test"),
            ("POST", "/refresh"),
            ("GET", "/schema"),
        ]:
            assert (await narrowed.refused(method, f"/datasources/{other}{path}"))[0] == 403

    async def test_include_agents_brings_the_agents_along(self, cluvio: Cluvio) -> None:
        berlin = await agent(cluvio)
        body = cluvio.data(links(berlin), **{**POSTGRES, "connection_mode": "agent"})
        made = (await cluvio.call("POST", "/datasources", json=body)).json()["data"]
        found = await cluvio.get(f"/datasources/{made['id']}", include="agents")
        assert [one["id"] for one in found["included"]] == [berlin]
        assert "secret_key" not in found["included"][0]["attributes"]
        back = await cluvio.get(f"/datasource_agents/{berlin}", include="datasources")
        assert [one["id"] for one in back["included"]] == [made["id"]]
        assert (await cluvio.key("manage_dashboards").refused("GET", "/datasources?include=agents"))[0] == 403

    async def test_an_update_changes_what_it_names_and_pins_flags_anew(self, cluvio: Cluvio) -> None:
        made = await make(cluvio, host="db.example", port=5432, password="hunter22")
        cluvio.control.clock.advance(60)
        changes = cluvio.data(name="Warehouse", database_type="snowflake", snowflake_identifier="abc")
        reply = await cluvio.call("PATCH", f"/datasources/{made['id']}", json=changes)
        found = reply.json()["data"]["attributes"]
        assert (found["name"], found["host"], found["password"]) == ("Warehouse", "db.example", "hunter22")
        assert (found["verify_ssl"], found["snowflake_identifier"], found["port"]) == (True, "abc", None)
        assert found["created_at"] < found["updated_at"]

    async def test_agents_are_for_the_mode_agent_only(self, cluvio: Cluvio) -> None:
        berlin = await agent(cluvio)
        code, detail = await cluvio.refused("POST", "/datasources", json=cluvio.data(links(berlin), **POSTGRES))
        assert (code, "relationships/agents" in detail) == (422, True)
        made = await make(cluvio, connection_mode="agent")
        path = f"/datasources/{made['id']}"
        linked = await cluvio.call("PATCH", path, json=cluvio.data(links(berlin)))
        assert linked.json()["data"]["relationships"]["agents"]["data"][0]["id"] == berlin
        direct = await cluvio.call("PATCH", path, json=cluvio.data(connection_mode="direct"))
        assert direct.json()["data"]["relationships"]["agents"]["data"] == []

    async def test_an_unknown_datasource_is_not_found(self, cluvio: Cluvio) -> None:
        for method, path in [("GET", ""), ("DELETE", ""), ("POST", "/test"), ("GET", "/schema")]:
            assert (await cluvio.refused(method, f"/datasources/none{path}"))[0] == 404


class TestDelete:
    @pytest.mark.parametrize("kind", ["reports", "filters"])
    async def test_deleting_is_refused_while_a_report_or_filter_uses_it(self, cluvio: Cluvio, kind: str) -> None:
        id = (await make(cluvio))["id"]
        user = {"id": "user-0000-0001", "attributes": {"name": "x"}, "relationships": {"datasource": id}, "private": {}}
        cluvio.session.store.put(cluvio.api, kind, user["id"], user)
        code, detail = await cluvio.refused("DELETE", f"/datasources/{id}")
        assert (code, "user-0000-0001" in detail) == (422, True)
        cluvio.session.store.delete(cluvio.api, kind, str(user["id"]))
        assert (await cluvio.call("DELETE", f"/datasources/{id}")).status_code == 204
        assert (await cluvio.refused("GET", f"/datasources/{id}"))[0] == 404

    async def test_what_waits_on_a_deleted_datasource_is_cancelled(self, cluvio: Cluvio) -> None:
        cluvio.control.jobs.set_progression(executions.JOB, "manual")
        id = (await make(cluvio, host="emulator"))["id"]
        body = {"sql_query": "SELECT 1"}
        run = (await cluvio.post(f"/datasources/{id}/executions", body, status=201))["data"]["id"]
        await cluvio.call("DELETE", f"/datasources/{id}")
        assert (await cluvio.get(f"/executions/{run}"))["data"]["attributes"]["execution_status"] == "cancelled"


class TestConnection:
    async def test_the_sample_data_is_reached(self, cluvio: Cluvio) -> None:
        assert await cluvio.post(f"/datasources/{SAMPLE}/test") == {"status": "ok"}

    async def test_a_connection_test_answers_ok_or_error_and_changes_nothing(self, cluvio: Cluvio) -> None:
        made = await make(cluvio, host="db.example.com")
        found = await cluvio.post(f"/datasources/{made['id']}/test")
        assert found["status"] == "error"
        assert "db.example.com" in found["error_message"]
        assert "opens no outside connections" in found["error_message"]
        assert (await cluvio.get(f"/datasources/{made['id']}"))["data"] == made

    @pytest.mark.parametrize(
        ("attributes", "problem"),
        [
            ({"host": "emulator"}, None),
            ({"host": "emulator", "database": "sample"}, None),
            ({"host": "emulator", "database": "flights"}, None),
            ({"host": "emulator", "database": "nothing"}, "no database nothing"),
            ({"host": "emulator", "enabled": False}, "is disabled"),
            ({"host": "emulator", "connection_mode": "ssh_tunnel", "ssh_tunnel_host": "gate"}, "host gate"),
            ({"database_type": "bigquery"}, "database of type bigquery"),
            ({"connection_mode": "agent"}, "has no agent"),
        ],
    )
    async def test_what_can_be_reached_and_what_not(
        self, cluvio: Cluvio, attributes: dict[str, Any], problem: str | None
    ) -> None:
        found = await cluvio.post(f"/datasources/{(await make(cluvio, **attributes))['id']}/test")
        assert found["status"] == ("ok" if problem is None else "error")
        assert (problem or "") in found.get("error_message", "")

    async def test_only_enabled_agents_may_connect(self, cluvio: Cluvio) -> None:
        berlin = await agent(cluvio)
        body = cluvio.data(links(berlin), **{**POSTGRES, "connection_mode": "agent"})
        id = (await cluvio.call("POST", "/datasources", json=body)).json()["data"]["id"]
        assert (
            "No agent of the datasource is connected" in (await cluvio.post(f"/datasources/{id}/test"))["error_message"]
        )
        disabled = await cluvio.call("PATCH", f"/datasource_agents/{berlin}", json=cluvio.data(enabled=False))
        assert disabled.json()["data"]["attributes"]["connected"] is False
        assert "are disabled" in (await cluvio.post(f"/datasources/{id}/test"))["error_message"]

    async def test_a_datasource_of_one_table_sees_no_other(self, cluvio: Cluvio) -> None:
        id = (await make(cluvio, host="emulator", database="airlines"))["id"]
        assert [table["name"] for table in (await schema(cluvio, id))["schemas"][0]["tables"]] == ["airlines"]
        body = {"sql_query": "SELECT * FROM flights"}
        run = (await cluvio.post(f"/datasources/{id}/executions", body, status=201))["data"]["id"]
        settle(cluvio)
        assert (await cluvio.get(f"/executions/{run}"))["data"]["attributes"]["execution_status"] == "query_error"

    async def test_files_of_the_operator_are_tables_of_the_sample_data_and_databases_of_their_own(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "sales.csv").write_text("region,amount\nnorth,5\n")
        emulation = emulation_of_cluvio(data={"sales": tmp_path / "sales.csv"})
        transport = httpx2.ASGITransport(app=emulation.api)
        async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
            cluvio = Cluvio(emulation, "default", client)
            assert cluvio.credential == f"Api {MANAGE}"
            everything = (await schema(cluvio))["schemas"][0]["tables"]
            assert {"flights", "sales"} <= {table["name"] for table in everything}
            id = (await make(cluvio, host="emulator", database="sales"))["id"]
            assert (await schema(cluvio, id, name="main"))["tables"] == [
                {
                    "name": "sales",
                    "columns": [
                        {"name": "region", "db_type": "VARCHAR", "data_type": "String"},
                        {"name": "amount", "db_type": "BIGINT", "data_type": "BigInt"},
                    ],
                }
            ]
        emulation.close()


class TestSchema:
    async def test_refresh_reads_metadata_anew_and_answers_an_execution_to_follow(self, cluvio: Cluvio) -> None:
        before = (await cluvio.get(f"/datasources/{SAMPLE}"))["data"]["attributes"]
        assert before["schema_updated_at"] is None
        id = (await cluvio.post(f"/datasources/{SAMPLE}/refresh"))["execution_id"]
        settle(cluvio)
        execution = (await cluvio.get(f"/executions/{id}"))["data"]["attributes"]
        assert (execution["execution_type"], execution["execution_status"]) == ("almanach_query", "success")
        assert (await cluvio.call("GET", f"/executions/{id}/data")).status_code == 204
        after = (await cluvio.get(f"/datasources/{SAMPLE}"))["data"]["attributes"]
        assert after["total_row_count"] > 336_776
        assert (after["total_row_count_exact"], after["default_schema_name"]) == (True, "main")
        assert after["server_version"].startswith("DuckDB")
        assert after["schema_updated_at"] == "2013-07-01T12:00:00.000Z"

    async def test_rows_are_not_counted_where_that_is_switched_off(self, cluvio: Cluvio) -> None:
        id = (await make(cluvio, host="emulator", update_schema_row_counts=False))["id"]
        await cluvio.post(f"/datasources/{id}/refresh")
        settle(cluvio)
        assert (await cluvio.get(f"/datasources/{id}"))["data"]["attributes"]["total_row_count"] is None

    async def test_metadata_is_refreshed_nightly_unless_that_is_switched_off(self, cluvio: Cluvio) -> None:
        read = (await make(cluvio, host="emulator"))["id"]
        left = (await make(cluvio, host="emulator", update_schema_nightly=False))["id"]
        cluvio.control.clock.advance(3 * 86_400)
        assert cluvio.control.settle()
        times = [
            (await cluvio.get(f"/datasources/{id}"))["data"]["attributes"]["schema_updated_at"] for id in (read, left)
        ]
        assert times == ["2013-07-04T12:00:00.000Z", None]
        runs = [one for one in cluvio.session.store.list(cluvio.api, executions.KIND) if one["datasource_id"] == read]
        assert [one["kind"] for one in runs] == ["almanach_query"]  # once, not once for each of the three nights

    async def test_a_refresh_of_what_cannot_be_reached_ends_with_query_error(self, cluvio: Cluvio) -> None:
        id = (await make(cluvio, host="db.example"))["id"]
        execution = (await cluvio.post(f"/datasources/{id}/refresh"))["execution_id"]
        settle(cluvio)
        found = (await cluvio.get(f"/executions/{execution}"))["data"]["attributes"]
        assert found["execution_status"] == "query_error"

    async def test_without_a_name_the_data_is_all_schemas_with_it_one(self, cluvio: Cluvio) -> None:
        whole = await schema(cluvio)
        assert await schema(cluvio, name="main") == whole["schemas"][0]
        flights = next(table for table in whole["schemas"][0]["tables"] if table["name"] == "flights")
        assert {"name": "carrier", "db_type": "VARCHAR", "data_type": "String"} in flights["columns"]

    async def test_a_schema_that_is_not_there_is_not_found(self, cluvio: Cluvio) -> None:
        for name in ("public", "", "ü\n/x", "a" * 3000):
            reply = await cluvio.call("GET", f"/datasources/{SAMPLE}/schema", params={"name": name})
            assert reply.status_code == 404, name

    async def test_the_schema_of_what_was_never_reached_is_empty(self, cluvio: Cluvio) -> None:
        assert await schema(cluvio, (await make(cluvio, host="db.example"))["id"]) == {"schemas": []}

    @pytest.mark.parametrize(
        "permission", ["view_datasources", "manage_datasources", "manage_dashboards", "manage_alerts"]
    )
    async def test_each_of_the_four_permissions_reads_datasources_and_schemas(
        self, cluvio: Cluvio, permission: str
    ) -> None:
        key = cluvio.key(permission)
        assert (await key.get("/datasources"))["data"]
        assert (await schema(key))["schemas"]

    async def test_types_of_the_database_are_the_types_of_results(self, cluvio: Cluvio) -> None:
        kinds = "BOOLEAN TINYINT SMALLINT INTEGER UINTEGER BIGINT HUGEINT FLOAT DOUBLE DECIMAL(18,0) DECIMAL(18,3) "
        kinds += "VARCHAR JSON DATE TIME TIMESTAMP BLOB INTEGER[] VARCHAR[][] INTERVAL ENUM('a','b')"
        columns = ", ".join(f"NULL::{kind} AS c{number}" for number, kind in enumerate(kinds.split()))
        body = {"sql_query": f"SELECT {columns}"}
        run = (await cluvio.post(f"/datasources/{SAMPLE}/executions", body, status=201))["data"]["id"]
        settle(cluvio)
        record = executions.find(cluvio.session, cluvio.api, run)
        assert record is not None
        for kind, field in zip(kinds.split(), results.open(cluvio.session, cluvio.api, record).fields, strict=True):
            assert data_type_of(kind) == field["data_type"], kind


class TestAgents:
    async def test_creation_alone_shows_the_secret_and_the_id_is_its_public_key(self, cluvio: Cluvio) -> None:
        reply = await cluvio.call("POST", "/datasource_agents", json=cluvio.data(name="Berlin"))
        made = reply.json()["data"]
        private = X25519PrivateKey.from_private_bytes(base64.b64decode(made["attributes"]["secret_key"]))
        public = base64.urlsafe_b64encode(private.public_key().public_bytes_raw()).decode().rstrip("=")
        assert (made["id"], made["attributes"]["agent_id"], len(made["id"])) == (public, public, 43)
        again = await cluvio.get(f"/datasource_agents/{made['id']}")
        everything = json.dumps([again, await cluvio.get("/datasource_agents"), cluvio.session.store.snapshot()])
        assert made["attributes"]["secret_key"] not in everything

    async def test_agents_are_renamed_enabled_and_disabled(self, cluvio: Cluvio) -> None:
        id = await agent(cluvio)
        changes = cluvio.data(name="Paris", enabled=False)
        found = (await cluvio.call("PATCH", f"/datasource_agents/{id}", json=changes)).json()["data"]["attributes"]
        assert (found["name"], found["enabled"]) == ("Paris", False)
        assert (await cluvio.refused("PATCH", f"/datasource_agents/{id}", json=cluvio.data(name=" ")))[0] == 422
        assert (await cluvio.refused("GET", "/datasource_agents/none"))[0] == 404

    async def test_updating_takes_manage_datasources_on_every_datasource_that_uses_it(self, cluvio: Cluvio) -> None:
        id = await agent(cluvio)
        body = cluvio.data(links(id), **{**POSTGRES, "connection_mode": "agent"})
        user = (await cluvio.call("POST", "/datasources", json=body)).json()["data"]["id"]
        narrowed = cluvio.key("manage_datasources", datasource_ids=[SAMPLE])
        change = cluvio.data(name="Paris")
        assert (await narrowed.refused("PATCH", f"/datasource_agents/{id}", json=change))[0] == 403
        wide = cluvio.key("manage_datasources", datasource_ids=[SAMPLE, user], name="wide")
        assert (await wide.call("PATCH", f"/datasource_agents/{id}", json=change)).status_code == 200

    async def test_an_agent_is_deleted_only_if_no_datasource_uses_it(self, cluvio: Cluvio) -> None:
        id = await agent(cluvio)
        body = cluvio.data(links(id), **{**POSTGRES, "connection_mode": "agent"})
        user = (await cluvio.call("POST", "/datasources", json=body)).json()["data"]["id"]
        assert (await cluvio.refused("DELETE", f"/datasource_agents/{id}"))[0] == 422
        await cluvio.call("DELETE", f"/datasources/{user}")
        assert (await cluvio.call("DELETE", f"/datasource_agents/{id}")).status_code == 204

    async def test_reads_take_view_or_manage_datasources(self, cluvio: Cluvio) -> None:
        assert (await cluvio.key("manage_dashboards").refused("GET", "/datasource_agents"))[0] == 403
        seen = await cluvio.key("view_datasources", type="view").get("/datasource_agents")
        assert [one["attributes"]["name"] for one in seen["data"]] == ["Berlin office"]
