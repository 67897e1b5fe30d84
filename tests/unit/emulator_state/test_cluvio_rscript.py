"""R scripts of Cluvio queries, in real R where it is installed, closed in; and what is said where it is not."""

from __future__ import annotations

import contextlib
import datetime as dt
import struct
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.cluvio import rbox, rscript
from bireme_emulator.cluvio.rbox_watch import Watch
from bireme_emulator.cluvio.rdata import MOST_COLUMNS, TableError, read_table, write_table
from bireme_emulator.cluvio.rscript import run_script
from bireme_emulator.kernel.query import QueryCancelled, QueryError, QueryTimeout
from tests.unit.emulator_state.r_here import NEEDS_R

EMPTY = pa.table({"n": pa.array([], pa.int32())})


class TestScript:
    pytestmark = NEEDS_R

    def test_the_result_of_the_sql_is_the_data_frame_sql_data_and_the_last_value_is_the_result(self) -> None:
        data = pa.table({"week": ["a", "b", "c"], "revenue": [1.5, 2.5, 4.0]})
        result = run_script("x <- 1\nsql.data$total <- cumsum(sql.data$revenue)\nsql.data", data)
        assert result.to_pydict() == {"week": ["a", "b", "c"], "revenue": [1.5, 2.5, 4.0], "total": [1.5, 4.0, 8.0]}

    def test_types_and_absent_values_come_back_as_they_went(self) -> None:
        moment = dt.datetime(2013, 1, 2, 3, 4, 5, 123456)
        early = dt.datetime(1900, 1, 1)
        data = pa.table(
            {
                "whole": pa.array([1, None, -(2**31) + 1], pa.int32()),
                "number": pa.array([1.5, None, float("inf")]),
                "text": ["ü\n'\"\\", None, ""],
                "truth": [True, None, False],
                "day": [dt.date(2013, 1, 1), None, dt.date(1900, 2, 28)],
                "moment": pa.array([moment, None, early], pa.timestamp("us")),
                "instant": pa.array([moment, None, early], pa.timestamp("us", "UTC")),
            }
        )
        assert run_script("sql.data", data) == data

    def test_long_integers_and_decimals_are_doubles_in_r(self) -> None:
        data = pa.table({"big": [2**40, None], "price": [Decimal("1.25"), None]})
        result = run_script("sql.data", data)
        assert result.schema.types == [pa.float64(), pa.float64()]
        assert result.to_pydict() == {"big": [2.0**40, None], "price": [1.25, None]}

    def test_not_a_number_is_told_from_an_absent_value(self) -> None:
        result = run_script("c(NaN, NA)", EMPTY)["value"]
        assert result.null_count == 1
        assert str(result[0].as_py()) == "nan"

    @pytest.mark.parametrize(
        ("script", "names", "values"),
        [
            ("res <- c(42, 84); names(res) <- 'Metric'; res", ["Metric"], [[42.0, 84.0]]),
            ("c(a = 1, b = 2)", ["value"], [[1.0, 2.0]]),
            ("factor(c('x', NA, 'y'))", ["value"], [["x", None, "y"]]),
            ("table(c('a', 'b', 'a'))", ["Var1", "Freq"], [["a", "b"], [2, 1]]),
            ("matrix(1:4, 2)", ["V1", "V2"], [[1, 2], [3, 4]]),
            ("as.Date('2013-01-01')", ["value"], [[dt.date(2013, 1, 1)]]),
            ("print('not the result'); 7L", ["value"], [[7]]),
            ("data.frame(`two words` = 'a', check.names = FALSE)", ["two words"], [["a"]]),
            ("summary(c(1, 3))[['Mean']]", ["value"], [[2.0]]),
        ],
    )
    def test_vectors_tables_and_data_frames_become_columns(
        self, script: str, names: list[str], values: list[object]
    ) -> None:
        result = run_script(script, EMPTY)
        assert (result.column_names, [column.to_pylist() for column in result.columns]) == (names, values)

    def test_a_table_without_rows_keeps_its_columns(self) -> None:
        data = pa.table({"n": pa.array([], pa.int32()), "s": pa.array([], pa.string())})
        assert run_script("sql.data", data) == data

    @pytest.mark.parametrize(
        ("script", "message"),
        [
            ("stop('no such carrier')", "R: no such carrier"),
            ("1 +", "unexpected end of input"),
            ("undefined_thing", "object 'undefined_thing' not found"),
            ("quit(status = 4)", "R ended without a result"),
            ("function(x) x", "no table but of class function"),
            ("NULL", "gives no result"),
            ("", "gives no result"),
            ("data.frame()", "has no columns"),
            ("data.frame(x = I(list(1)))", "column x is of class"),
            ("1 \0", "NUL"),
        ],
    )
    def test_a_script_that_fails_or_gives_no_table_says_why(self, script: str, message: str) -> None:
        with pytest.raises(QueryError, match=message):
            run_script(script, EMPTY)

    def test_more_than_100_mb_of_vectors_is_refused(self) -> None:
        with pytest.raises(QueryError, match="memory exhausted"):
            run_script("sum(numeric(2e7))", EMPTY)

    def test_the_time_limit_ends_a_script(self) -> None:
        with pytest.raises(QueryTimeout, match="time limit of 1 s"):
            run_script("while (TRUE) {}", EMPTY, seconds=1.0)

    def test_a_cancelled_script_ends(self) -> None:
        with pytest.raises(QueryCancelled):
            run_script("while (TRUE) {}", EMPTY, cancelled=lambda: True)

    def test_a_script_that_floods_its_output_is_stopped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rbox, "_MOST_OUTPUT", 1_000_000)
        with pytest.raises(QueryError, match="larger than"):
            run_script("system('yes'); 1", EMPTY, seconds=20.0)


class TestRoom:
    pytestmark = NEEDS_R

    def test_there_is_no_network(self) -> None:
        script = (
            "try(readLines(url('http://127.0.0.1:1')), silent = TRUE); readLines(pipe('ls /sys /proc 2>&1 | wc -l'))"
        )
        assert run_script(script, EMPTY)["value"].to_pylist() == ["2"]  # two refusals of `ls`: neither exists
        connect = "bash -c '(: < /dev/tcp/127.0.0.1/1) 2>&1 | tail -1'"
        said = run_script(f'readLines(pipe("{connect}"))', EMPTY)["value"].to_pylist()
        assert any("unreachable" in line for line in said)  # not "refused": there is no way out, nor to the machine

    def test_no_file_of_the_machine_can_be_read_nor_one_of_its_programs_changed(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text("treasure")
        script = f"c(file.exists('{secret}'), file.exists('/etc/passwd'), file.access('/usr', 2) == 0)"
        assert run_script(script, EMPTY)["value"].to_pylist() == [False, False, False]

    def test_what_a_script_writes_is_gone_with_it(self) -> None:
        run_script("writeLines('x', '/tmp/left'); 1", EMPTY)
        assert run_script("file.exists('/tmp/left')", EMPTY)["value"].to_pylist() == [False]
        assert not Path("/tmp/left").exists()

    def test_no_variable_of_the_emulators_environment_is_visible(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BIREME_TEST_SECRET", "treasure")
        assert run_script("Sys.getenv('BIREME_TEST_SECRET')", EMPTY)["value"].to_pylist() == [""]

    def test_no_process_of_the_machine_is_visible(self) -> None:
        assert run_script("as.integer(system('kill -0 2>/dev/null 99999; echo $$', intern = TRUE)) < 100", EMPTY)[
            "value"
        ].to_pylist() == [True]

    def test_a_script_starts_no_more_than_a_few_processes(self) -> None:
        with pytest.raises(QueryError, match="it has started more than 64 processes"):
            run_script("system('for i in $(seq 200); do sleep 20 & done; sleep 20')", EMPTY, seconds=15)

    def test_all_processes_together_have_the_memory_of_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Watch, "_taken", lambda self: (3, 2 * 2**30))
        with pytest.raises(QueryError, match="its processes take more than 1536 MB of memory"):
            run_script("Sys.sleep(20)", EMPTY, seconds=15)

    def test_there_is_no_memory_that_belongs_to_no_process(self) -> None:
        made = run_script("system('ipcmk --shmem 1000000 2>&1', intern = TRUE)", EMPTY)["value"].to_pylist()
        assert "No space left" in made[0]

    def test_a_script_is_not_root_outside(self) -> None:
        owners = run_script("system('stat -c %u /usr/bin/env', intern = TRUE)", EMPTY)["value"].to_pylist()
        assert owners == ["65534"], "files of root belong to somebody unknown here"


def test_more_data_than_any_script_can_hold_is_not_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    table = pa.table({"n": pa.array(range(1000), pa.int32())})
    assert rscript.table_for_r(table.to_reader()) == table
    monkeypatch.setattr(rscript, "_MOST_DATA", 2**20)
    batches = (batch for _ in range(300) for batch in table.to_batches())
    with pytest.raises(QueryError, match="too large for R: it has more than 1 MB"):
        rscript.table_for_r(pa.RecordBatchReader.from_batches(table.schema, batches))


def test_without_r_the_query_fails_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rscript.shutil, "which", lambda name: None)
    with pytest.raises(QueryError, match="r-base-core"):
        run_script("1", EMPTY)


def test_where_r_cannot_be_closed_in_it_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rscript.shutil, "which", lambda name: "/usr/bin/Rscript")
    monkeypatch.setattr(rscript, "why_not", lambda: "namespaces of Linux cannot be made here")
    monkeypatch.setattr(rscript, "run_boxed", lambda *given, **named: pytest.fail("R was run all the same"))
    with pytest.raises(QueryError, match="cannot close R in on this machine: namespaces"):
        run_script("1", EMPTY)


def test_where_util_linux_is_missing_that_is_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*given: object, **named: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(rbox.subprocess, "Popen", missing)
    assert "programs of util-linux cannot be started" in str(rbox._way.__wrapped__()[1])


def test_text_with_nul_characters_cannot_be_handed_to_r() -> None:
    with pytest.raises(TableError, match="'s' has text with NUL"):
        list(write_table(pa.table({"s": ["a\0b"]})))


def test_arrays_structures_and_times_of_day_are_text_in_r() -> None:
    data = pa.table({"list": [[1, 2], None], "record": [{"a": 1}, None], "time": [dt.time(1, 2, 3), None]})
    content = b"".join(write_table(data))
    assert read_table(memoryview(content)).to_pylist() == [
        {"list": "[1, 2]", "record": '{"a": 1}', "time": "01:02:03.000000"},
        {"list": None, "record": None, "time": None},
    ]


@given(st.lists(st.none() | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_any_text_survives_the_way(texts: list[str | None]) -> None:
    table = pa.table({"s": pa.array(texts, pa.string())})
    assert read_table(memoryview(b"".join(write_table(table)))) == table


def test_more_columns_than_a_result_can_have_are_refused_before_they_are_made() -> None:
    empty = b"\1\0\0\0\0\0\0\0"
    most = struct.pack("<ii", MOST_COLUMNS, 0) + empty * MOST_COLUMNS
    assert read_table(memoryview(most)).num_columns == MOST_COLUMNS
    with pytest.raises(TableError, match="has 10001 columns, and 10000 is the most"):
        read_table(memoryview(struct.pack("<ii", MOST_COLUMNS + 1, 0) + empty))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_table_are_refused_and_nothing_worse(content: bytes) -> None:
    with contextlib.suppress(TableError):
        assert read_table(memoryview(content)).num_columns > 0
