"""Attempts to do more than ask with the SQL, the values and the R scripts of Cluvio's queries.

Each attempt runs for real, by the API: files exist, addresses count their visitors, datasources have neighbours.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme_emulator.cluvio import results
from bireme_emulator.kernel.emulation import Emulation
from tests.security.cluvio_attempts import SAMPLE, execution, rows_of, source
from tests.unit.emulator_state.cluvio_alerts_world import made as made_alert
from tests.unit.emulator_state.cluvio_alerts_world import mails, ran
from tests.unit.emulator_state.cluvio_world import Cluvio, emulation_of_cluvio
from tests.unit.emulator_state.r_here import NEEDS_R

SECRET = "the-content-of-a-file-nobody-may-read"

# {file}, {folder}: a readable file with SECRET in it and its folder; {url}: an address that counts its visitors.
SQL = [
    "SELECT * FROM read_text('{file}')",
    "SELECT * FROM '{file}'",
    "SELECT * FROM read_csv(['{file}'])",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM read_parquet('{url}/rows.parquet')",
    "SELECT * FROM read_text('/proc/self/environ')",
    "COPY (SELECT 1) TO '{folder}/written.csv'",
    "ATTACH '{folder}/other.duckdb' AS other",
    "INSTALL httpfs",
    "SET lock_configuration = false",
    "SELECT getenv('HOME')",
    "PRAGMA database_list",
    "SELECT 1; COPY flights TO '{folder}/flights.csv'",
    "[taken]",
    "SELECT * FROM [taken]",
    "SELECT * FROM [given(SELECT content FROM read_text('{file}'))]",
    "SELECT 1 WHERE {[(SELECT content FROM read_text('{file}'))]=carrier}",
    "SELECT {[(SELECT content FROM read_text('{file}'))]:day}",
]

# Values that somebody gives for a carrier; none of them is one.
VALUES = [
    "' OR '1'='1",
    "UA'; COPY flights TO '{folder}/taken.csv'; --",
    "UA' UNION SELECT content FROM read_text('{file}') --",
    "$1",
    "?",
    "{carrier.value}",
    "{[1]=carrier}",
    "[taken]",
    "}",
    "]=carrier}",
    "UA/**/OR/**/1=1",
    "\\' OR 1=1 --",
    "\x00' OR 1=1 --",
    "\u2019 OR 1=1 --",
    "\u202e' OR 1=1",
    "x" * 100_000,
]

# What is taken for the name, the type or the form of something, and is none.
INPUTS: list[dict[str, Any]] = [
    {"filters": [{"variable_name": "carrier'; DROP VIEW flights; --", "selected_values": ["UA"]}]},
    {"filters": [{"variable_name": "carrier}", "selected_values": ["UA"]}]},
    {"filters": [{"variable_name": "", "selected_values": ["UA"]}]},
    {"filters": [{"variable_name": "carrier", "selected_values": [{"sql": "1=1"}]}]},
    {"filters": [{"variable_name": "carrier", "selected_values": [["UA"]]}]},
    {"timerange": "0~1) OR (1=1"},
    {"timerange": "0~1' OR '1'='1"},
    {"timerange": "{[x]=y}~"},
    {"tz": "UTC'; SET TimeZone = 'UTC"},
    {"tz": "../../etc/passwd"},
    {"tz": "/etc/localtime"},
    {"tz": "UTC\x00"},
    {"aggregation": "day', now()); --"},
    {"aggregation": "day}"},
]

# What a query may cost: each ends soon, by itself, with an error of the query.
COSTLY = {
    "nested parentheses": "SELECT " + "(" * 20_000 + "1" + ")" * 20_000,
    "nested lists": "SELECT " + "[" * 400 + "1" + "]" * 400,
    "a chain of operators": "SELECT " + "1+" * 20_000 + "1",
    "expressions in expressions": "SELECT " + "{[" * 20_000 + "1" + "]=carrier}" * 20_000,
    "expressions without an end": "SELECT " + "{[" * 200_000,
    "a very long query": "SELECT 1 -- " + "x" * 2_000_000,
    "snippets that double, 30 times": "SELECT '[laugh29]'||[laugh29]",
    "snippets that double, in few levels": "SELECT [laugh8]" + "+[laugh8]" * 200,
    "snippets that use each other": "SELECT [round]",
    "a snippet with itself as its argument": "SELECT " + "[given(" * 2_000 + "1" + ")]" * 2_000,
    "more memory than there is": "SELECT count(*) FROM (SELECT DISTINCT random() FROM range(200000000))",
}

R_SCRIPTS = {
    "a file of the machine": "readLines('{file}')",
    "the users of the machine": "readLines('/etc/passwd')",
    "the environment of the emulator": "readLines('/proc/self/environ')",
    "writing a file": "writeLines('x', '{folder}/written'); readLines('{folder}/written')",
    "changing a program": "file.copy('/given/main.R', '/usr/bin/written') || stop('no')",
    "the network": "readLines(url('{url}/'))",
    "the network by a program": "if (system('curl -s {url}/ || wget -q {url}/')) stop('no')",
    "the network by a socket": "socketConnection('127.0.0.1', {port}, open = 'r')",
    "a new room of its own": "if (system('unshare --user --map-root-user true')) stop('no')",
    "a device": "if (system('mknod /tmp/disk b 8 0')) stop('no')",
    "mounting": "if (system('mount -t tmpfs none /tmp')) stop('no')",
    "leaving the root": "if (system('chroot /usr true')) stop('no')",
    "signals to everybody": "system('kill -9 -1'); Sys.sleep(0.2); stop('no')",
    "processes without end": "system('for i in $(seq 500); do sleep 20 & done; sleep 20')",
    "processes that double": "system('b() { b | b & }; b; sleep 20')",
    "more memory than R has": "x <- rep(1, 1e8)",
    "a full disk": "if (system('head -c 200000000 /dev/zero > /tmp/full')) stop('no')",
    "an error without end": "stop(simpleError(strrep('x', 3e7)))",
    "output without end": "system('yes 1 | head -c 700000000'); 1",
    "columns without end": "as.data.frame(matrix(0, 0, 20000))",
}


@pytest.fixture
def places(tmp_path: Path, trap: Any) -> dict[str, str]:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "secret.csv").write_text(f"{SECRET}\n", encoding="utf-8")
    return {"file": str(folder / "secret.csv"), "folder": str(folder), "url": trap.url, "port": str(trap.port)}


@pytest.fixture
async def snippets(cluvio: Cluvio, places: dict[str, str]) -> None:
    """Snippets as somebody with ill intent would write them."""
    laughs = {"laugh0": "1"} | {f"laugh{n}": f"[laugh{n - 1}]+[laugh{n - 1}]" for n in range(1, 30)}
    harmful = {"taken": filled("SELECT * FROM read_text('{file}')", places)}
    for name, text in {**laughs, **harmful, "round": "1"}.items():
        await cluvio.post("/sql_snippets", cluvio.data(source(SAMPLE), name=name, text=text), 201)
    given = cluvio.data(source(SAMPLE), name="given", text="[what]", params="what")
    await cluvio.post("/sql_snippets", given, 201)


def filled(text: str, places: dict[str, str]) -> str:
    for name, value in places.items():
        text = text.replace("{" + name + "}", value)
    return text


def untouched(places: dict[str, str]) -> bool:
    return sorted(path.name for path in Path(places["folder"]).iterdir()) == ["secret.csv"]


@pytest.mark.usefixtures("snippets")
@pytest.mark.parametrize("sql", SQL)
async def test_the_sql_of_an_execution_reads_no_file_and_reaches_no_address(
    sql: str, cluvio: Cluvio, places: dict[str, str]
) -> None:
    chosen = {"filters": [{"variable_name": "carrier", "selected_values": ["UA"]}]}
    record = await execution(cluvio, filled(sql, places), parameters=chosen)
    assert record["status"] == "query_error", sql
    assert SECRET not in str(record)
    assert untouched(places)


@pytest.mark.parametrize("sql", SQL[:13])
async def test_the_sql_of_an_alert_reads_no_file_either_and_its_mail_says_so(
    sql: str, cluvio: Cluvio, places: dict[str, str]
) -> None:
    id = await made_alert(cluvio, sql_query=filled(sql, places), email_condition="all")
    assert (await ran(cluvio, id))["last_result_status"] == "query_error"
    assert [message["subject"] for message in mails(cluvio)] == ["Alert failed: Delays"]
    assert SECRET not in str(mails(cluvio)[0])
    assert untouched(places)


@pytest.mark.parametrize("sql", SQL[:8])
async def test_the_query_of_a_drop_down_gives_no_file_as_its_options(
    sql: str, cluvio: Cluvio, places: dict[str, str]
) -> None:
    about = {"display_name": "Taken", "variable_name": "taken", "control_type": "dropdown", "value_type": "TEXT"}
    asked = cluvio.data(source(SAMPLE), **about, sql_query=filled(sql, places))
    id = (await cluvio.post("/filters", asked, 201))["data"]["id"]
    await cluvio.post(f"/filters/{id}/refresh")
    for job in cluvio.session.jobs.list(cluvio.api):
        cluvio.session.jobs.wait(job["id"])
    assert await cluvio.post(f"/filters/{id}/options", {}) == {}
    assert untouched(places)


@pytest.mark.parametrize("value", VALUES)
async def test_a_value_that_is_given_for_a_variable_is_text_and_nothing_else(
    value: str, cluvio: Cluvio, places: dict[str, str]
) -> None:
    given = filled(value, places)
    parameters = {"filters": [{"variable_name": "carrier", "selected_values": [given]}]}
    sql = "SELECT count(*) FROM flights WHERE {carrier=carrier}"
    record = await execution(cluvio, sql, parameters=parameters)
    assert record["status"] == "query_error" or await rows_of(cluvio, record) == [[0]]
    assert SECRET not in str(record)
    assert untouched(places)


@pytest.mark.parametrize("given", INPUTS, ids=str)
async def test_what_is_no_input_is_refused(given: dict[str, Any], cluvio: Cluvio) -> None:
    sql = "SELECT count(*) FROM flights WHERE {[carrier]=carrier} AND {[time_hour]=timerange}"
    body = {"sql_query": sql, "parameters": given}
    reply = await cluvio.call("POST", f"/datasources/{SAMPLE}/executions", json=body)
    assert reply.status_code == 422, reply.text


@pytest.mark.usefixtures("snippets")
@pytest.mark.parametrize("sql", COSTLY.values(), ids=COSTLY)
async def test_a_query_that_would_cost_too_much_ends_with_an_error(sql: str, cluvio: Cluvio) -> None:
    round_trip = (await cluvio.get("/sql_snippets"))["data"]
    id = next(each["id"] for each in round_trip if each["attributes"]["name"] == "round")
    circle = await cluvio.call("PATCH", f"/sql_snippets/{id}", json=cluvio.data(text="[round]+[round]"))
    assert circle.status_code == 422, "a snippet that uses itself is not even kept"
    record = await execution(cluvio, sql if "[round]" not in sql else "SELECT [round]+")
    assert record["status"] in ("query_error", "timed_out")
    assert len(record["error"]) < 5_000


async def test_a_result_that_fills_the_disk_is_not_kept(cluvio: Cluvio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_BYTES", 8 * 2**20)
    record = await execution(cluvio, "SELECT range FROM range(100000000000)")
    assert (record["status"], record["error"]) == (
        "query_error",
        "The result is larger than 8 MB. Ask for fewer rows.",
    )
    assert list(cluvio.session.files.directory.glob("*.part")) == []


async def test_rows_that_fill_the_memory_are_not_kept(cluvio: Cluvio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "_MOST_AT_ONCE", 2**20)
    record = await execution(cluvio, "SELECT repeat('x', 2000000) AS long")
    assert record["status"] == "query_error"
    assert "a few of them take 1 MB" in record["error"]


async def test_an_error_without_end_is_cut(cluvio: Cluvio) -> None:
    record = await execution(cluvio, "SELECT error(repeat('x', 10000000))")
    assert record["status"] == "query_error"
    assert len(record["error"]) < 5_000


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulation]:
    """An emulator with two files of the operator's, each of which is the data of one datasource."""
    folder = tmp_path_factory.mktemp("neighbours")
    for name in ("mine", "theirs"):
        with (folder / f"{name}.csv").open("w", newline="") as file:
            csv.writer(file).writerows([["said"], [SECRET if name == "theirs" else "hello"]])
    data = {name: folder / f"{name}.csv" for name in ("mine", "theirs")}
    emulation = emulation_of_cluvio(data=data)
    yield emulation
    emulation.close()


NEIGHBOUR = [
    "SELECT * FROM theirs",
    "SELECT * FROM main.theirs",
    'SELECT * FROM "theirs"',
    "SELECT * FROM memory.main.theirs",
    "SELECT * FROM query_table('theirs')",
    "SELECT * FROM query('SELECT * FROM theirs')",
    "SELECT * FROM flights",
    "SELECT * FROM read_parquet('{folder}/theirs.parquet')",
    "SELECT * FROM read_csv('{source}')",
    "SELECT * FROM '{source}'",
    "SELECT table_name FROM information_schema.tables WHERE table_name = 'theirs' AND 1 / 0 > 0",
    "FROM theirs",
]


@pytest.mark.parametrize("sql", NEIGHBOUR)
async def test_a_datasource_of_one_table_sees_no_other(sql: str, neighbours: Emulation, request: Any) -> None:
    transport = httpx2.ASGITransport(app=neighbours.api, raise_app_exceptions=True)
    async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
        cluvio = Cluvio(neighbours, f"n{abs(hash(request.node.nodeid))}", client)
        given = {"name": "Mine", "database_type": "postgres", "connection_mode": "direct", "host": "emulator"}
        made = await cluvio.post("/datasources", cluvio.data(**given, database="mine"), 201)
        id = made["data"]["id"]
        own = await execution(cluvio, "SELECT said FROM mine", id)
        assert await rows_of(cluvio, own) == [["hello"]]
        original = Path(neighbours.config.data["theirs"])
        text = sql.replace("{source}", str(original)).replace("{folder}", str(original.parent))
        record = await execution(cluvio, text, id)
        assert record["status"] == "query_error" or await rows_of(cluvio, record) == []
        assert SECRET not in str(record)


@NEEDS_R[0]
@NEEDS_R[1]
@pytest.mark.parametrize("script", R_SCRIPTS.values(), ids=R_SCRIPTS)
async def test_a_script_gets_out_of_its_room_by_no_way(script: str, cluvio: Cluvio, places: dict[str, str]) -> None:
    record = await execution(cluvio, "SELECT 1 AS n", r_query=filled(script, places))
    assert record["status"] == "query_error", script
    assert SECRET not in str(record)
    assert len(record["error"]) < 5_000
    assert untouched(places)
