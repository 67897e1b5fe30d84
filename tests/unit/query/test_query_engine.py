"""The engine gives exact results and exact CSV, stops when told to, and lets a query reach nothing but the data."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

import pytest

from bireme_emulator.kernel.query import Compiled, DataError, Engine, QueryCancelled, QueryError, QueryTimeout

ENDLESS = "SELECT a.range, md5(a.range::VARCHAR) FROM range(100000000000) a"


def _csv(engine: Engine, path: Path, sql: str, *params: object) -> str:
    engine.write_csv(Compiled(sql, params), path)
    return path.read_text(encoding="utf-8")


def test_csv_tells_null_from_empty_and_writes_dates_and_booleans_plainly(engine: Engine, tmp_path: Path) -> None:
    sql = """SELECT NULL::VARCHAR AS "no value", '' AS empty, 'a,b' AS comma, 'say "hi"' AS quote, '=1+1' AS formula,
        DATE '2013-02-03' AS d, TIMESTAMP '2013-02-03 04:05:06' AS t, TIMESTAMP '2013-02-03 04:05:06.25' AS f,
        true AS yes, false AS no, 0.1::DOUBLE AS x, 'Zürich' AS city, 'two
lines' AS lines"""
    assert _csv(engine, tmp_path / "a.csv", sql) == (
        "no value,empty,comma,quote,formula,d,t,f,yes,no,x,city,lines\n"
        ',"","a,b","say ""hi""",=1+1,2013-02-03,2013-02-03 04:05:06,2013-02-03 04:05:06.25,'
        'true,false,0.1,Zürich,"two\nlines"\n'
    )


def test_csv_without_rows_still_has_its_header(engine: Engine, tmp_path: Path) -> None:
    assert _csv(engine, tmp_path / "a.csv", "SELECT carrier, name FROM airlines WHERE false") == "carrier,name\n"


def test_csv_can_do_without_header_and_with_another_separator(engine: Engine, tmp_path: Path) -> None:
    sql = "SELECT 'a;b' AS x, 'it''s' AS y, 1 AS z"
    for separator, line in (
        (";", '"a;b";it\'s;1\n'),
        ("\t", "a;b\tit's\t1\n"),
        ("|", "a;b|it's|1\n"),
        ("^", "a;b^it's^1\n"),
    ):
        path = tmp_path / "a.csv"
        assert engine.write_csv(Compiled(sql), path, header=False, delimiter=separator) == 1
        assert path.read_text(encoding="utf-8") == line


def test_values_are_bound_not_pasted(engine: Engine, tmp_path: Path) -> None:
    text = _csv(engine, tmp_path / "a.csv", "SELECT $1 AS a, $2 AS b, $1 AS c", "x'; DROP TABLE t --", date(2013, 1, 2))
    assert text == "a,b,c\nx'; DROP TABLE t --,2013-01-02,x'; DROP TABLE t --\n"


@pytest.mark.parametrize(
    "sql", ["SELECT 1 AS a;", "SELECT 1 AS a ; -- done;", "SELECT 1 AS a -- no; end", "\nSELECT 1 AS a\n;\n"]
)
def test_a_closing_semicolon_and_comments_do_no_harm(engine: Engine, tmp_path: Path, sql: str) -> None:
    assert _csv(engine, tmp_path / "a.csv", sql) == "a\n1\n"


def test_a_semicolon_behind_letters_that_are_not_ascii_is_found(engine: Engine, tmp_path: Path) -> None:
    assert _csv(engine, tmp_path / "a.csv", "SELECT 'Zürich; né €' AS a; -- é") == "a\nZürich; né €\n"


def test_instants_are_shown_in_the_time_zone_asked_for(engine: Engine) -> None:
    sql = "SELECT TIMESTAMPTZ '2013-07-01 12:00:00+00'::VARCHAR AS t"
    assert engine.preview(Compiled(sql, timezone="America/New_York"), 1).rows == (("2013-07-01 08:00:00-04",),)


def test_the_databases_own_message_reaches_the_user_whole(engine: Engine, tmp_path: Path) -> None:
    sql = "SELECT carier, count(*) AS flights FROM flights GROUP BY carier"
    with pytest.raises(QueryError) as from_csv:
        engine.write_csv(Compiled(sql), tmp_path / "a.csv")
    with pytest.raises(QueryError) as from_reader:
        engine.reader(Compiled(sql))
    assert from_csv.value.message.startswith('Binder Error: Referenced column "carier" not found in FROM clause!')
    assert f"LINE 1: {sql}" in from_csv.value.message
    assert from_csv.value.message.splitlines()[0] == from_reader.value.message.splitlines()[0]
    assert not list(tmp_path.iterdir())


def test_a_failed_export_leaves_the_earlier_file_in_place(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("earlier", encoding="utf-8")
    with pytest.raises(QueryError, match="Could not convert string"):
        engine.write_csv(Compiled("SELECT CAST(range || 'x' AS INTEGER) FROM range(9)"), path)
    assert [item.name for item in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text(encoding="utf-8") == "earlier"


def test_a_query_that_fails_under_way_fails_in_the_iteration(engine: Engine) -> None:
    sql = "SELECT CASE WHEN range = 999999 THEN error('too far') ELSE range END AS n FROM range(1000000)"
    with pytest.raises(QueryError, match="too far"):
        for _ in engine.reader(Compiled(sql)):
            pass


def test_a_query_past_its_time_limit_is_stopped(tmp_path: Path) -> None:
    engine = Engine({}, timeout=0.2)
    with pytest.raises(QueryTimeout, match=r"time limit of 0\.2 s"):
        engine.write_csv(Compiled(ENDLESS), tmp_path / "a.csv")
    with pytest.raises(QueryTimeout):
        for _ in engine.reader(Compiled(ENDLESS)):
            pass
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("of_engine", "of_query"), [(60, 0.2), (0.2, 60)])
def test_of_the_limits_of_engine_and_query_the_shorter_one_holds(of_engine: float, of_query: float) -> None:
    with pytest.raises(QueryTimeout, match=r"time limit of 0\.2 s"):
        Engine({}, timeout=of_engine).preview(Compiled(ENDLESS, timeout=of_query), 1)


def test_a_cancelled_query_is_stopped_soon(engine: Engine, tmp_path: Path) -> None:
    polls: list[int] = []

    def cancelled() -> bool:
        polls.append(1)
        return len(polls) > 2

    with pytest.raises(QueryCancelled):
        engine.write_csv(Compiled(ENDLESS), tmp_path / "a.csv", cancelled=cancelled)
    assert len(polls) == 3
    assert not list(tmp_path.iterdir())


def test_no_thread_stays_behind_a_query(engine: Engine, tmp_path: Path) -> None:
    _csv(engine, tmp_path / "a.csv", "SELECT 1")
    next(iter(engine.reader(Compiled("SELECT * FROM range(1000000)"))))
    assert not [thread for thread in threading.enumerate() if thread.name == "query-watch" and thread.is_alive()]


def test_a_query_may_not_take_more_memory_than_allowed() -> None:
    engine = Engine({}, memory_limit="50MB")
    with pytest.raises(QueryError, match="Out of Memory"):
        engine.preview(Compiled("SELECT list(range) FROM range(100000000)"), 1)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/pass*')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_parquet('https://example.com/x.parquet')",
        "SELECT * FROM 'https://example.com/x.csv'",
        "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT getenv('HOME')",
        "SELECT * FROM query('COPY (SELECT 1) TO ''/tmp/stolen.csv''')",
    ],
)
def test_a_query_reads_no_file_and_no_address(engine: Engine, tmp_path: Path, sql: str) -> None:
    for run in (lambda: engine.preview(Compiled(sql), 1), lambda: engine.write_csv(Compiled(sql), tmp_path / "a.csv")):
        with pytest.raises(QueryError):
            run()


@pytest.mark.parametrize(
    "sql",
    [
        "COPY (SELECT 1) TO '/tmp/stolen.csv'",
        "ATTACH '/tmp/other.duckdb' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 8",
        "SET enable_external_access = true",
        "PRAGMA database_list",
        "CREATE TABLE t (i INTEGER)",
        "INSERT INTO airlines VALUES ('X', 'Y')",
        "DELETE FROM airlines",
        "DROP VIEW airlines",
        "EXPORT DATABASE '/tmp/stolen'",
        "CALL pragma_version()",
        "SELECT 1; SELECT 2",
        "SELECT 1) TO '/tmp/stolen.csv'; --",
        "",
        "-- nothing",
    ],
)
def test_only_a_single_select_is_run(engine: Engine, tmp_path: Path, sql: str) -> None:
    for run in (lambda: engine.preview(Compiled(sql), 1), lambda: engine.write_csv(Compiled(sql), tmp_path / "a.csv")):
        with pytest.raises(QueryError):
            run()
    assert engine.preview(Compiled("SELECT * FROM airlines"), 1).total == 16


def test_an_export_cannot_read_the_file_of_another(engine: Engine, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    _csv(engine, other, "SELECT 'secret' AS a")
    with pytest.raises(QueryError, match="Permission Error"):
        engine.write_csv(Compiled(f"SELECT * FROM read_csv('{other}')"), tmp_path / "mine.csv")


def test_a_preview_holds_the_first_rows_and_counts_all(engine: Engine) -> None:
    preview = engine.preview(
        Compiled("SELECT make_date(year, month, day) AS d, flight, origin, time_hour FROM flights"), 3
    )
    assert (len(preview.rows), preview.total) == (3, 336_776)
    assert [(column.type, column.role) for column in preview.columns] == [
        ("date", "dimension"),
        ("number", "measure"),
        ("text", "dimension"),
        ("datetime", "dimension"),
    ]
    assert preview.rows[0][0] == date(2013, 1, 1)
    assert isinstance(preview.rows[0][3], datetime)


def test_queries_run_side_by_side(engine: Engine, tmp_path: Path) -> None:
    def count(number: int) -> str:
        return _csv(engine, tmp_path / f"{number}.csv", "SELECT count(*) AS n FROM flights WHERE month = ?", number)

    with ThreadPoolExecutor(4) as pool:
        counts = [int(text.split()[1]) for text in pool.map(count, range(1, 13))]
    assert sum(counts) == 336_776


def test_making_an_engine_opens_nothing(workspace_data_only: dict[str, Path]) -> None:
    engine = Engine(workspace_data_only)
    assert engine.preview(Compiled("SELECT * FROM airlines"), 1).total == 16


@pytest.fixture
def workspace_data_only(workspace: object) -> dict[str, Path]:
    return dict(getattr(workspace, "data"))  # noqa: B009 - the fixture's type lives in another module


@pytest.fixture
def own_data(tmp_path: Path) -> Callable[[], Engine]:
    """An engine over a CSV, a Parquet and a DuckDB file of a user."""
    import duckdb

    (tmp_path / "sales.csv").write_text("day,amount\n2024-01-01,5\n2024-01-02,7\n", encoding="utf-8")
    with duckdb.connect(str(tmp_path / "shop.duckdb")) as connection:
        connection.execute("CREATE TABLE items AS SELECT 1 AS id, 'apple' AS name")
        connection.execute(f"COPY (SELECT 42 AS answer) TO '{tmp_path / 'one.parquet'}'")
    files = {"sales": tmp_path / "sales.csv", "one": tmp_path / "one.parquet", "shop": tmp_path / "shop.duckdb"}
    return lambda: Engine(files)


def test_a_users_own_csv_parquet_and_duckdb_files_are_tables(own_data: Callable[[], Engine]) -> None:
    engine = own_data()
    sql = "SELECT sum(amount), max(day), any_value(answer), any_value(name) FROM sales, one, shop.items"
    assert engine.preview(Compiled(sql), 1).rows == ((12, date(2024, 1, 2), 42, "apple"),)
    engine.close()
    assert engine.preview(Compiled("SELECT * FROM sales"), 5).total == 2


def test_a_users_duckdb_file_cannot_be_changed(own_data: Callable[[], Engine]) -> None:
    with pytest.raises(QueryError):
        own_data().preview(Compiled("INSERT INTO shop.items VALUES (2, 'pear')"), 1)


@pytest.mark.parametrize(
    ("name", "file", "message"),
    [
        ("no-name", "a.csv", "'no-name' is no table name"),
        ("gone", "gone.csv", "The data file of 'gone' is missing"),
        ("notes", "notes.txt", "notes.txt cannot be read as 'notes'"),
    ],
)
def test_an_unusable_data_file_is_refused_at_once(tmp_path: Path, name: str, file: str, message: str) -> None:
    for existing in ("a.csv", "notes.txt"):
        (tmp_path / existing).write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(DataError, match=message):
        Engine({name: tmp_path / file})
