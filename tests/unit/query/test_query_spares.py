"""Databases that serve more than one query: only for what the emulator wrote, and as shut as on the first day."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from bireme_emulator.kernel.query import Compiled, Engine, QueryCancelled, QueryError
from bireme_emulator.kernel.query.spares import Spares

ROWS = "SELECT * FROM numbers ORDER BY n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "numbers.parquet"
    duckdb.execute(f"COPY (SELECT * FROM range(3) AS r(n)) TO '{path}' (FORMAT parquet)")
    return path


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    engine = Engine({"numbers": file})
    yield engine
    engine.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every database that is opened."""
    count: list[int] = []
    true = Engine._open

    def counted(self: Engine, *arguments: object) -> object:
        count.append(1)
        return true(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Engine, "_open", counted)
    return count


def test_our_own_queries_share_a_database_and_get_the_right_rows(
    engine: Engine, opened: list[int], tmp_path: Path
) -> None:
    for number in range(4):
        compiled = Compiled("SELECT n FROM numbers WHERE n >= ?", (number,), ours=True)
        assert engine.write_csv(compiled, tmp_path / f"{number}.csv") == 3 - min(number, 3)
        assert engine.preview(compiled, 10).total == 3 - min(number, 3)
    assert len(opened) == 1
    assert (tmp_path / "1.csv").read_text() == "n\n1\n2\n"
    assert not [*tmp_path.glob("*.part")]


def test_what_a_person_wrote_gets_a_fresh_one_each_time(engine: Engine, opened: list[int]) -> None:
    engine.preview(Compiled(ROWS, ours=True), 10)
    for _ in range(2):
        engine.preview(Compiled(ROWS), 10)
    assert len(opened) == 3


def test_another_time_zone_folder_or_choice_of_tables_needs_another_one(engine: Engine, tmp_path: Path) -> None:
    said = "SELECT strftime(make_timestamptz(2013, 6, 1, 0, 0, 0, 'UTC'), '%H') AS hour FROM numbers LIMIT 1"
    hours = [
        engine.preview(Compiled(said, timezone=zone, ours=True), 1).rows[0][0]
        for zone in ("UTC", "America/New_York", "UTC")
    ]
    assert hours == ["00", "20", "00"]
    with pytest.raises(QueryError, match="numbers"):
        engine.preview(Compiled(ROWS, without=frozenset({"numbers"}), ours=True), 1)
    (tmp_path / "other").mkdir()
    for folder in (tmp_path, tmp_path / "other"):
        assert engine.write_csv(Compiled(ROWS, ours=True), folder / "rows.csv") == 3


def test_a_data_file_that_has_changed_is_read_anew(engine: Engine, file: Path) -> None:
    assert engine.preview(Compiled(ROWS, ours=True), 10).total == 3
    other = file.with_name("other.parquet")
    duckdb.execute(f"COPY (SELECT 'x' AS n, 1 AS m FROM range(5)) TO '{other}' (FORMAT parquet)")
    os.replace(other, file)
    assert engine.preview(Compiled(ROWS, ours=True), 10).rows[0] == ("x", 1)


def test_one_that_has_served_lets_nothing_out(engine: Engine, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    engine.write_csv(Compiled(ROWS, ours=True), tmp_path / "rows.csv")
    for sql in (
        f"SELECT * FROM read_csv('{secret}')",
        f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(QueryError):
            engine.preview(Compiled(sql, ours=True), 1)
    assert not (tmp_path / "out.csv").exists()


def test_after_a_failure_or_a_cancellation_it_serves_no_more(engine: Engine, opened: list[int]) -> None:
    with pytest.raises(QueryError):
        engine.preview(Compiled("SELECT nothing FROM numbers", ours=True), 1)
    stop = threading.Event()
    stop.set()
    endless = Compiled("SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b", ours=True)
    with pytest.raises(QueryCancelled):
        engine.preview(endless, 1, cancelled=stop.is_set)
    engine.reader(Compiled(ROWS, ours=True)).close()  # left in the middle
    assert engine.preview(Compiled(ROWS, ours=True), 10).total == 3
    assert len(opened) >= 3


def test_queries_at_the_same_time_do_not_meet(engine: Engine, tmp_path: Path) -> None:
    def ask(number: int) -> tuple[int, str]:
        path = tmp_path / f"{number}.csv"
        rows = engine.write_csv(Compiled("SELECT ? AS n FROM numbers", (number,), ours=True), path)
        return rows, path.read_text()

    with ThreadPoolExecutor(6) as pool:
        assert [*pool.map(ask, range(30))] == [(3, f"n\n{number}\n{number}\n{number}\n") for number in range(30)]
    assert len(engine._spares._idle) <= 4


def test_a_duckdb_file_is_let_go_of_after_each_query(tmp_path: Path) -> None:
    path = tmp_path / "own.duckdb"
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE t AS SELECT 1 AS a")
    engine = Engine({"own": path})
    assert engine.preview(Compiled("SELECT * FROM own.t", ours=True), 1).total == 1
    assert engine._spares._idle == []
    engine.close()


def test_none_is_kept_beyond_the_bound() -> None:
    spares = Spares(most=0)
    engine = Engine({})
    engine._spares = spares
    engine.preview(Compiled("SELECT 1 AS a", ours=True), 1)
    assert spares._idle == []
