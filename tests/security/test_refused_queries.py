"""Attempts to make the emulator read files, reach the network or change data by SQL and by filter values.

Each attempt runs for real: the secret file exists, the address answers. It must fail, or be taken for mere text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx2
import pytest

from bireme_emulator.kernel.query import Compiled, Engine, QueryError
from bireme_emulator.workspace import load_workspace

SECRET = "the-content-of-a-file-nobody-may-read"

# {file}, {folder}: a readable file with SECRET in it and its folder; {url}: an address that counts its visitors.
SQL = [
    "SELECT * FROM read_csv('{file}', header = false)",
    "SELECT * FROM read_csv_auto('{file}')",
    "SELECT * FROM read_text('{file}')",
    "SELECT * FROM read_blob('{file}')",
    "SELECT * FROM read_json('{file}')",
    "SELECT * FROM read_json_auto('{file}')",
    "SELECT * FROM read_ndjson('{file}')",
    "SELECT * FROM read_parquet('{file}')",
    "SELECT * FROM parquet_metadata('{file}')",
    "SELECT * FROM parquet_schema('{file}')",
    "SELECT * FROM sniff_csv('{file}')",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM '{file}'",
    'SELECT * FROM "{file}"',
    "SELECT * FROM read_csv(['{file}'])",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/proc/self/environ')",
    "SELECT * FROM read_text('../../../../etc/passwd')",
    "SELECT * FROM read_csv('{url}/rows.csv')",
    "SELECT * FROM read_parquet('{url}/rows.parquet')",
    "SELECT * FROM read_text('{url}/rows.txt')",
    "SELECT * FROM '{url}/rows.csv'",
    "SELECT * FROM read_csv('s3://bucket/rows.csv')",
    "SELECT * FROM query('SELECT * FROM read_text(''{file}'')')",
    "SELECT * FROM query_table(['{file}'])",
    "SELECT getenv('HOME')",
    "SELECT * FROM sqlite_scan('{file}', 'secrets')",
    "SELECT * FROM postgres_scan('host=127.0.0.1', 'public', 'secrets')",
    "SELECT * FROM duckdb_secrets()",
    "SELECT 1; SELECT * FROM read_text('{file}')",
    "COPY (SELECT 1) TO '{folder}/written.csv'",
    "COPY flights FROM '{file}'",
    "EXPORT DATABASE '{folder}/exported'",
    "IMPORT DATABASE '{folder}'",
    "ATTACH '{folder}/other.duckdb' AS other",
    "INSTALL httpfs",
    "LOAD httpfs",
    "LOAD '{file}'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET home_directory = '{folder}'",
    "PRAGMA enable_profiling = 'json'",
    "PRAGMA database_list",
    "CREATE TABLE mine AS SELECT 1",
    "CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b')",
    "CALL pragma_version()",
    "INSERT INTO airlines VALUES ('XX', 'nobody')",
    "UPDATE airlines SET name = 'nobody'",
    "DELETE FROM flights",
    "DROP VIEW flights",
    "CHECKPOINT",
    "WITH taken AS (SELECT * FROM read_text('{file}')) SELECT * FROM taken",
    "SELECT (SELECT content FROM read_text('{file}'))",
    "SELECT * FROM flights WHERE carrier = (SELECT content FROM read_text('{file}'))",
    "EXPLAIN ANALYZE SELECT * FROM read_text('{file}')",
    "PREPARE taken AS SELECT * FROM read_text('{file}')",
]

# Values of the carrier filter; none of them is a carrier.
VALUES = [
    "' OR '1'='1",
    "' OR 1=1 --",
    "UA' UNION SELECT content, 1 FROM read_text('{file}') --",
    "UA'; DROP TABLE flights; --",
    "UA'); COPY flights TO '{folder}/taken.csv'; --",
    '" OR ""="',
    "UA\\' OR 1=1 --",
    "UA%' OR carrier LIKE '%",
    "$1",
    "?",
    "{{ #SOURCE.carrier }}",
    "{{$today}}",
    "'||(SELECT content FROM read_text('{file}'))||'",
    "\x00' OR 1=1 --",
    "UA/**/OR/**/1=1",
    "'+(SELECT 1)+'",
    "%27%20OR%201%3D1",
    "\u2019 OR 1=1 --",
    "UA' AND (SELECT count(*) FROM read_csv('{url}/rows.csv')) > 0 --",
    "=cmd|'/C calc'!A0",
]


@pytest.fixture
def places(tmp_path: Path, trap: Any) -> dict[str, str]:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "secret.csv").write_text(f"{SECRET}\n", encoding="utf-8")
    return {"file": str(folder / "secret.csv"), "folder": str(folder), "url": trap.url}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_workspace("demo").data)


def filled(text: str, places: dict[str, str]) -> str:
    for name, value in places.items():
        text = text.replace("{" + name + "}", value)
    return text


@pytest.mark.parametrize("sql", SQL)
def test_sql_reads_no_file_reaches_no_address_and_changes_nothing(
    sql: str, places: dict[str, str], engine: Engine, tmp_path: Path
) -> None:
    with pytest.raises(QueryError) as refused:
        engine.write_csv(Compiled(filled(sql, places)), tmp_path / "out.csv")
    assert SECRET not in str(refused.value)
    assert not (tmp_path / "out.csv").exists()
    assert sorted(path.name for path in Path(places["folder"]).iterdir()) == ["secret.csv"]


@pytest.mark.socket
@pytest.mark.parametrize("operator", ["is", "contains"])
@pytest.mark.parametrize("value", VALUES)
def test_a_filter_value_is_text_and_nothing_else(value: str, operator: str, api: Any, places: dict[str, str]) -> None:
    condition = {"operator": operator, "values": [filled(value, places)]}
    body = {"dashboard_filter_conditions": [{"dynamic_filter_id": 2336, "condition": condition}]}
    submitted = api.call("POST", "/dashboard_widgets/4175/submit_export?output=csv", json=body)
    assert api.ended(submitted)[0] == "success"
    assert rows_of(api, f"/exports/download?job_id={submitted.json()['job']['id']}") == []
    assert sorted(path.name for path in Path(places["folder"]).iterdir()) == ["secret.csv"]


@pytest.mark.socket
@pytest.mark.parametrize("value", VALUES)
def test_a_filter_value_of_the_legacy_api_is_text_as_well(value: str, api: Any, places: dict[str, str]) -> None:
    submitted = api.call(
        "POST", "/queries/12345/submit_export.csv", json={"carrier": filled(value, places)}, root="legacy_url"
    )
    assert api.ended(submitted)[0] == "success"
    path = f"/exports/download?job_id={submitted.json()['job_id']}"
    assert rows_of(api, path, root="legacy_url") == []
    assert sorted(path.name for path in Path(places["folder"]).iterdir()) == ["secret.csv"]


def rows_of(api: Any, path: str, **options: Any) -> list[str]:
    """The rows of a file, without its header."""
    text: str = httpx2.get(api.call("GET", path, **options).headers["location"]).text
    return text.splitlines()[1:]
