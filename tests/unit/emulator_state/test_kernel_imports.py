"""Imported tables: kept where state is kept, asked for like any other table."""

from __future__ import annotations

from pathlib import Path

import httpx2

from bireme_emulator import Emulator

BODY = {"api": "holistics", "data_source_id": 1, "table": "fares", "csv": "Carrier,Fare USD\nUA,120.5\nAA,99\n"}


def test_an_imported_table_outlives_the_emulator_and_its_report_gives_its_rows(tmp_path: Path) -> None:
    with Emulator(port=0, files_port=0, state=tmp_path, strict=True) as emulator:
        reply = httpx2.post(f"{emulator.ready['control']}/imports", json=BODY)
        assert (reply.status_code, reply.json()["rows"]) == (201, 2)
        report = reply.json()["objects"]["query_reports"]
    with Emulator(port=0, files_port=0, state=tmp_path, strict=True) as emulator:
        assert httpx2.get(f"{emulator.ready['control']}/imports").json() == {"tables": ["fares"]}
        api = emulator.ready["holistics"]
        headers = {"X-Holistics-Key": api["key"]}
        found = httpx2.get(f"{api['url']}/query_reports/{report}", headers=headers)
        assert found.json()["query_report"]["title"] == "fares"
        root = api["legacy_url"]
        job = httpx2.get(f"{root}/queries/{report}/submit_export.csv", headers=headers).json()["job_id"]
        for _ in range(1000):
            state = httpx2.get(f"{root}/queries/get_export_results.json?job_id={job}", headers=headers).json()
            if state["status"] != "not yet":
                break
        file = httpx2.get(f"{root}/exports/download?job_id={job}", headers=headers, follow_redirects=True)
        assert sorted(file.text.splitlines()) == ["AA,99.0", "UA,120.5", "carrier,fare_usd"]
