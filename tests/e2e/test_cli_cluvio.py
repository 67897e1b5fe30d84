"""`bireme cluvio` as a person and as a script meet it: tables, files, exit codes, Ctrl-C, all groups of commands."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import select
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from bireme.cli.app import app
from bireme_emulator import Emulator

KEY = "cluvio-demo-manage-key-0001"
SOURCE, DASHBOARD, REPORT = "smpl-data-0001", "flgt-oper-0001", "flts-mnth-0001"
COMMAND = [sys.executable, "-m", "bireme.cli", "cluvio"]
PATIENCE = 60.0
SLOW = "select count(*) from range(200000) a, range(200000) b, range(100) c where (a.range * b.range + c.range) % 7 = 3"

Run = Callable[..., tuple[int, str, str]]
Shown = Callable[..., str]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(port=0, files_port=0, rate_limits=False) as running:
        yield running


@pytest.fixture
def control(emulator: Emulator) -> Any:
    emulator.control.reset()
    return emulator.control


@pytest.fixture(autouse=True)
def environment(emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CLUVIO_LOCATION", "CLUVIO_DATA_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLUVIO_API_KEY", KEY)
    monkeypatch.setenv("CLUVIO_API_URL", emulator.ready["cluvio"]["eu"]["api"])
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command off a terminal: exit code, output, messages. The key is in neither."""

    def command(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = int(app(["cluvio", *arguments], standalone_mode=False) or 0)
        out, err = capfd.readouterr()
        assert KEY not in out + err
        assert "Traceback" not in err
        return code, out, err

    return command


@pytest.fixture
def shown(run: Run) -> Shown:
    """Runs a command that succeeds without a word on standard error."""

    def command(*arguments: str) -> str:
        code, out, err = run(*arguments)
        assert (code, err) == (0, "")
        return out

    return command


def on_terminal(*arguments: str, answer: str = "") -> tuple[int, str]:
    """Runs a command with all of its streams on a terminal of 80 columns; types the answer at once."""
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "LINES": "24"}
    process = subprocess.Popen([*COMMAND, *arguments], stdin=slave, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    os.write(master, answer.encode())
    text = ""
    try:
        while select.select([master], [], [], PATIENCE)[0]:
            text += os.read(master, 65536).decode()
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(master)
    return process.wait(PATIENCE), text.replace("\r\n", "\n")


# --- rows ---


def test_a_query_is_csv_in_a_pipe_and_json_where_that_is_asked_for(shown: Shown, control: Any) -> None:
    sql = "select carrier, count(*) as n from flights group by 1 order by 2 desc limit 2"
    assert shown("query", SOURCE, "--sql", sql) == '"carrier","n"\n"UA",58665\n"B6",54635\n'
    assert json.loads(shown("query", SOURCE, "--sql", sql, "--json"))["rows"] == [["UA", 58665], ["B6", 54635]]


def test_a_query_is_a_table_on_a_terminal_that_is_never_wider(control: Any) -> None:
    code, text = on_terminal(
        "query", SOURCE, "--sql", "select * from flights order by time_hour, flight", "--rows", "2"
    )
    assert code == 0
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
    lines = text[text.index("year  month  day") :].splitlines()
    assert all(len(line) <= 80 for line in lines[:3])
    assert lines[1].split()[:3] == ["2013", "1", "1"]
    assert "The first 2 rows of 336,776; --output FILE writes all of them." in text
    assert "to the right did not fit: " in text
    code, text = on_terminal("query", SOURCE, "--sql", "select carrier from flights where false")
    assert text.rstrip().endswith("No rows.\x1b[0m")


def test_a_query_from_a_file_with_inputs_goes_into_the_file_that_is_named(shown: Shown, control: Any) -> None:
    Path("q.sql").write_text("select carrier from flights where {[time_hour]=timerange} and {[carrier]=carrier}")
    inputs = ("--timerange", "2013-01-01~2013-01-01", "--filter", "carrier=UA", "--filter", "carrier=AA")
    assert shown("query", SOURCE, "--file", "q.sql", *inputs, "--output", "q.parquet") == ""
    found = pq.read_table("q.parquet")["carrier"].to_pylist()
    assert set(found) == {"UA", "AA"}
    assert 100 < len(found) < 500
    for name in ("q.json", "q.csv"):
        shown("query", SOURCE, "--file", "q.sql", *inputs, "-o", name)
    assert len(json.loads(Path("q.json").read_text())["rows"]) == len(found)
    assert len(list(csv.reader(Path("q.csv").read_text().splitlines()))) == len(found) + 1
    assert sorted(os.listdir()) == ["q.csv", "q.json", "q.parquet", "q.sql"]


def test_a_query_is_read_from_standard_input(control: Any) -> None:
    done = subprocess.run([*COMMAND, "query", SOURCE, "--file", "-"], input=b"select 7 as n", capture_output=True)
    assert (done.returncode, done.stdout) == (0, b'"n"\n7\n')


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("query", SOURCE), 2, "--sql TEXT, or --file FILE"),
        (("query", SOURCE, "--sql", "a", "--file", "b"), 2, "--sql TEXT, or --file FILE"),
        (("query", SOURCE, "--file", "no.sql"), 2, "no.sql' cannot be read"),
        (("query", SOURCE, "--sql", "select 1", "-o", "a.xlsx"), 2, "End it in .csv, .json or .parquet"),
        (("query", SOURCE, "--sql", "select 1", "-o", "no/a.csv"), 2, "in a folder that does not exist"),
        (("query", SOURCE, "--sql", "select 1", "--aggregation", "fortnight"), 2, "--aggregation='fortnight'"),
        (("query", SOURCE, "--sql", "select nothing"), 1, "failed (query_error): the database refused the SQL"),
        (("query", "no-such-0001", "--sql", "select 1"), 1, "404"),
        (("report", REPORT), 1, "Add --refresh to run its query."),
        (("report", "brok-nsql-0010", "--refresh"), 1, "failed (query_error)"),
        (("schema", SOURCE, "main", "--table", "trains"), 1, "There is no table 'trains'"),
        (("export", "report", REPORT), 2, "Give --output FILE"),
        (("export", "dashboard", DASHBOARD, "-o", "a.csv"), 2, "End it in .pdf or .png"),
        (("resume", "nonsense"), 2, "token"),
        (("dashboards", "create"), 2, "--set='name' is missing"),
        (("dashboards", "delete", DASHBOARD), 2, "Add --yes"),
        (("dashboards", "share", DASHBOARD, "custom"), 2, "--group"),
        (("users", "get", "nobo-dy00-0000"), 1, "404"),
        (("users", "list", "--location", "mars"), 2, "--location"),
        (("users", "list", "--api-key-file", "no-key"), 2, "--api-key-file"),
    ],
)
def test_what_cannot_be_is_said_on_one_line_with_what_to_do(
    run: Run, control: Any, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, message: str
) -> None:
    if "--location" in arguments:
        monkeypatch.delenv("CLUVIO_API_URL")
    got, out, err = run(*arguments)
    assert (got, out, err.count("\n")) == (code, "", 1)
    assert err.startswith("Error: ")
    assert message in err


def test_the_key_comes_from_the_environment_or_a_file_and_from_no_option(
    run: Run, shown: Shown, control: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLUVIO_API_KEY")
    code, _, err = run("users", "list")
    assert code == 2
    assert "--api-key-file FILE, or set the environment variable CLUVIO_API_KEY" in err
    Path("key").write_text(f"{KEY}\n")
    assert "Ada Lovelace" in shown("users", "list", "--api-key-file", "key")
    help_texts = subprocess.run([*COMMAND, "query", "--help"], capture_output=True, text=True).stdout
    assert "--api-key " not in help_texts


def test_a_report_is_read_as_cached_once_it_has_been_refreshed(shown: Shown, control: Any) -> None:
    few = shown("report", REPORT, "--refresh", "--filter", "carrier=UA")
    assert few.startswith('"period","flights"\n2013-01-01,4637\n')
    assert shown("report", REPORT, "--filter", "carrier=UA") == few
    assert shown("report", REPORT, "--filter", "carrier=UA", "--csv-separator", ";").startswith("period;flights")


def test_the_data_of_a_dashboard_is_a_file_for_each_report_and_errors_stand_beside(run: Run, control: Any) -> None:
    code, out, err = run("dashboard", DASHBOARD, "--output", "data", "--filter", "origin=JFK")
    assert code == 1
    assert err.splitlines()[0].startswith("Error: Broken SQL (brok-nsql-0010): its query failed (query_error): ")
    assert err.splitlines()[1] == "1 of 10 reports has no data."
    assert f"data/{REPORT}.csv  Flights per month" in out.splitlines()
    assert len(os.listdir("data")) == len(out.splitlines()) == 9
    assert Path(f"data/{REPORT}.csv").read_text().startswith('"period","flights"\n')
    code, out, _ = run("dashboard", DASHBOARD, "--cached", "--json", "--filter", "origin=JFK")
    found = {each["name"]: each for each in json.loads(out)}
    assert found["Flights in total"]["rows"] == [{"flights": 111279}]
    assert "error" in found["Broken SQL"]
    code, out, _ = run("dashboard", DASHBOARD, "--cached", "--rows", "2", "--filter", "origin=JFK")
    assert "Flights per month (flts-mnth-0001)\nperiod      flights\n" in out
    assert "--output FOLDER writes all of them" in out


def test_a_dashboard_without_cached_data_says_so_for_each_report(run: Run, control: Any) -> None:
    code, out, err = run("dashboard", "punc-targ-0003", "--cached", "--output", "data")
    assert (code, out) == (1, "")
    assert "nothing is cached under these inputs; without --cached it would be run" in err


def test_tables_and_columns_are_listed(shown: Shown, control: Any) -> None:
    lines = shown("schema", SOURCE, "main", "--table", "airlines").splitlines()
    assert [line.split() for line in lines[1:]] == [
        ["main", "airlines", "carrier", "VARCHAR", "String"],
        ["main", "airlines", "name", "VARCHAR", "String"],
    ]
    assert json.loads(shown("datasources", "schema", SOURCE, "main", "--json"))[0]["name"] == "main"


@pytest.mark.parametrize(
    ("kind", "id", "name", "start"),
    [("dashboard", "punc-targ-0003", "d.pdf", b"%PDF"), ("report", REPORT, "r.png", b"\x89PNG"),
     ("report", REPORT, "r.csv", b"period,flights")],
)  # fmt: skip
def test_exports_are_files(shown: Shown, control: Any, kind: str, id: str, name: str, start: bytes) -> None:
    assert shown("export", kind, id, "--output", name) == ""
    assert Path(name).read_bytes().startswith(start)
    assert os.listdir() == [name]


# --- cut off ---


def _interrupted(control: Any, *arguments: str, operation: str) -> tuple[int, str]:
    """Runs a command, and sends SIGINT once the emulator has taken the request that starts the work."""
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(600):
            if control.journal(operation=operation):
                break
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    return process.returncode, err


@pytest.mark.socket
@pytest.mark.parametrize("wanted", ["runExecution", "getExecution"])
def test_ctrl_c_cancels_a_slow_query_at_the_server_and_says_so(control: Any, wanted: str) -> None:
    code, err = _interrupted(control, "query", SOURCE, "--sql", SLOW, operation=wanted)
    assert code == 130
    assert err.startswith("Interrupted. Execution ")
    assert err.endswith(" is cancelled at Cluvio.\n")
    assert [job["status"] for job in control.jobs.list()] == ["cancelled"]


@pytest.mark.socket
def test_ctrl_c_cancels_the_refresh_of_a_report_that_the_command_has_asked_for(control: Any) -> None:
    control.jobs.set_progression("execution", "manual")
    code, err = _interrupted(control, "report", REPORT, "--refresh", operation="getExecution")
    assert code == 130
    assert err.endswith(" is cancelled at Cluvio.\n")
    assert len(control.journal(operation="cancelExecution")) == 1


def test_a_wait_that_runs_out_prints_the_command_that_goes_on(run: Run, shown: Shown, control: Any) -> None:
    control.jobs.set_progression("execution", "manual")
    code, out, err = run("query", SOURCE, "--sql", "select 7 as n", "--timeout", "0.5", "-o", "n.csv")
    assert (code, out) == (3, "")
    assert err.startswith("Error: Query is still ")
    words = shlex.split(err.splitlines()[-1])
    assert words[:3] == ["bireme", "cluvio", "resume"]
    control.jobs.set_progression("execution", "immediate")
    for job in control.jobs.list():
        while control.jobs.get(job["id"])["status"] in ("created", "queued", "running"):
            control.jobs.advance(job["id"])
    assert shown(*words[2:]) == ""
    assert Path("n.csv").read_text() == '"n"\n7\n'


# --- what there is ---


@pytest.mark.parametrize(
    ("group", "id", "line"),
    [
        ("datasources", SOURCE, "Cluvio Sample Data"),
        ("agents", "lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg", "Berlin office"),
        ("dashboards", DASHBOARD, "Flight operations        10       no      yes"),
        ("dashboard-groups", "plan-ning-0002", "Network planning"),
        ("reports", REPORT, "Flights per month"),
        ("filters", "fltr-carr-0001", "carrier      dropdown_multi         TEXT"),
        ("snippets", "snip-flwn-0001", "flown"),
        ("alerts", "mnth-busy-0001", "greater than 29000"),
        ("schedules", "mond-mail-0001", f"dashboard {DASHBOARD}"),
        ("users", "adad-love-0001", "Ada Lovelace    ada@example.com             analyst  active"),
        ("groups", "oper-team-0001", "Operations"),
    ],
)
def test_every_kind_is_listed_and_shown(shown: Shown, control: Any, group: str, id: str, line: str) -> None:
    [found] = [text for text in shown(group, "list").splitlines() if text.startswith(f"{id}  ")]
    assert line in found
    assert id in [each["id"] for each in json.loads(shown(group, "list", "--json"))]
    assert json.loads(shown(group, "get", id, "--json"))["id"] == id
    assert shown(group, "get", id).splitlines()[0].split() == ["id", id]


def test_sql_of_several_lines_is_shown_as_it_is(shown: Shown, control: Any) -> None:
    assert "\nsql_query\n    SELECT {[time_hour]:aggregation} AS period" in shown("reports", "get", REPORT)


def test_related_resources_come_along_as_json(shown: Shown, control: Any) -> None:
    found = json.loads(shown("dashboards", "get", DASHBOARD, "--include", "reports", "--json"))
    assert "Flights per month" in [each["attributes"]["name"] for each in found["included"]]


def test_a_dashboard_is_made_changed_locked_shared_copied_and_deleted(shown: Shown, run: Run, control: Any) -> None:
    id = json.loads(shown("dashboards", "create", "--set", "name=Delays", "--set", "is_locked=no", "--json"))["id"]
    assert shown("dashboards", "update", id, "--set", "data_refresh_rate=60") == f"Changed dashboard {id}.\n"
    assert shown("dashboards", "lock", id) == f"Locked dashboard {id}.\n"
    assert json.loads(shown("dashboards", "get", id, "--json"))["attributes"]["is_locked"] is True
    shown("dashboards", "unlock", id)
    shown("dashboards", "share", id, "custom", "--group", "oper-team-0001", "--notify")
    assert json.loads(shown("dashboards", "get", id, "--json"))["attributes"]["published"] is True
    copy = json.loads(shown("dashboards", "duplicate", id, "--json"))["id"]
    Path("layout.yaml").write_text(f"layout:\n- {{id: {REPORT}, row: 1, column: 1, width: 12, height: 4}}\n")
    assert run("dashboards", "layout", copy, "--file", "layout.yaml")[0] == 1  # the report is of another dashboard
    assert json.loads(shown("dashboards", "backup", id))
    shown("dashboards", "delete", copy, "--yes")
    assert shown("dashboards", "delete", id, "-y") == f"Deleted dashboard {id}.\n"
    assert run("dashboards", "get", id)[0] == 1


def test_deleting_asks_at_a_terminal(control: Any) -> None:
    code, text = on_terminal("dashboards", "delete", DASHBOARD, answer="n\n")
    assert code == 1
    assert f"Delete dashboard {DASHBOARD} with its reports?" in text
    assert "Nothing was changed." in text
    assert not control.journal(operation="deleteDashboard")


def test_a_dashboard_is_refreshed_and_failures_show_in_the_exit_code(run: Run, control: Any) -> None:
    code, out, err = run("dashboards", "refresh", DASHBOARD)
    assert (code, err) == (1, "")
    assert {line.split()[0]: line.split()[1] for line in out.splitlines()}["brok-nsql-0010"] == "query_error"
    assert run("dashboards", "refresh", "punc-targ-0003", "--no-wait")[0] == 0


def test_what_get_prints_makes_another_one(shown: Shown, control: Any) -> None:
    for group, id in (("reports", REPORT), ("alerts", "mnth-busy-0001"), ("schedules", "mond-mail-0001")):
        Path("it.json").write_text(shown(group, "get", id, "--json"))
        made = json.loads(shown(group, "create", "--file", "it.json", "--set", "name=Another", "--json"))
        assert made["id"] != id
        assert made["attributes"]["name"] == "Another"
        shown(group, "update", id, "--file", "it.json")
        shown(group, "delete", made["id"], "--yes")


def test_groups_of_dashboards_are_sorted(shown: Shown, control: Any) -> None:
    order = ["plan-ning-0002", "flgt-dash-0001", "arch-ivex-0003"]
    assert shown("dashboard-groups", "sort", *order) == "Sorted 3 dashboard groups.\n"


def test_reports_are_refreshed_and_duplicated(shown: Shown, control: Any) -> None:
    assert shown("reports", "refresh", REPORT).startswith(f"Refreshed report {REPORT}: success (execution ")
    assert shown("reports", "duplicate", REPORT).startswith(f"Duplicated report {REPORT} as ")


def test_options_of_drop_downs_are_listed_after_a_refresh_where_needed(shown: Shown, control: Any) -> None:
    assert "UA     United Air Lines Inc." in shown("filters", "options", "fltr-carr-0001")
    assert "JFK    John F. Kennedy" in shown("filters", "options", "fltr-orig-0001", "--refresh")
    found = json.loads(shown("filters", "options", "fltr-dest-0001", "--dashboard", DASHBOARD, "--json"))
    assert "LAX" in found["options"]["values"]


def test_a_snippet_is_made_and_deleted(shown: Shown, control: Any) -> None:
    fields = ("--set", "name=late", "--set", "text=dep_delay > 15", "--set", f"datasource={SOURCE}")
    id = json.loads(shown("snippets", "create", *fields, "--json"))["id"]
    assert shown("query", SOURCE, "--sql", "select count(*) > 0 as b from flights where [late]") == '"b"\ntrue\n'
    shown("snippets", "delete", id, "--yes")


def test_alerts_are_run_and_their_results_listed(shown: Shown, control: Any) -> None:
    assert shown("alerts", "run", "mnth-busy-0001").startswith("Ran alert mnth-busy-0001: success (execution ")
    assert "alert_triggered" in shown("alerts", "results", "mnth-busy-0001")
    assert [each["result_status"] for each in json.loads(shown("alerts", "results", "mnth-busy-0001", "--json"))]
    assert shown("alerts", "results", "long-dely-0002") == ""  # a pipe gets nothing where there is nothing


def test_a_schedule_is_triggered(shown: Shown, control: Any) -> None:
    assert shown("schedules", "trigger", "mond-mail-0001") == "Cluvio sends the mail of schedule mond-mail-0001.\n"


def test_people_are_invited_switched_off_and_on(shown: Shown, run: Run, control: Any) -> None:
    flags = ("--role", "viewer", "--group", "oper-team-0001")
    id = json.loads(shown("users", "invite", "dora@example.com", *flags, "--json"))["id"]
    assert "invited" in next(line for line in shown("users", "list").splitlines() if line.startswith(id))
    assert shown("users", "resend-invite", id) == f"Invited user {id} again.\n"
    shown("users", "delete-invite", id, "--yes")
    shown("users", "deactivate", "adad-love-0001", "--yes")
    assert "inactive" in next(line for line in shown("users", "list").splitlines() if "ada@" in line)
    shown("users", "activate", "adad-love-0001", "--role", "viewer")
    assert "Ada Lovelace" in shown("users", "list", "--role", "viewer")
    shown("users", "update", "adad-love-0001", "--set", "role=analyst")
    assert run("users", "activate", "adad-love-0001", "--role", "admin")[0] == 2
    shown("groups", "update", "netw-plan-0002", "--set", "users=adad-love-0001")
    assert json.loads(shown("groups", "get", "netw-plan-0002", "--json"))["relationships"]["users"]["data"] == [
        {"id": "adad-love-0001", "type": "users"}
    ]


def test_datasources_are_tried_and_read_anew(shown: Shown, run: Run, control: Any) -> None:
    assert shown("datasources", "test", SOURCE) == f"Datasource {SOURCE} can be connected to.\n"
    assert shown("datasources", "refresh", SOURCE).startswith(f"Refreshed datasource {SOURCE}: success")
    id = shown("datasources", "refresh", SOURCE, "--no-wait").split()[-1]
    assert json.loads(shown("executions", "get", id, "--json"))["attributes"]["execution_type"] == "almanach_query"
    shown("executions", "cancel", id)


def test_the_secret_of_an_agent_is_shown_once(run: Run, shown: Shown, control: Any) -> None:
    code, out, err = run("agents", "create", "--set", "name=Vienna office", "--json")
    assert code == 0
    made = json.loads(out)
    assert made["attributes"]["secret_key"]
    assert err == "The secret key is shown this once only. Put it into the agent's configuration.\n"
    assert made["attributes"]["secret_key"] not in shown("agents", "get", made["id"], "--json")


def test_both_locations_are_there(shown: Shown, emulator: Emulator, control: Any) -> None:
    us = emulator.ready["cluvio"]["us"]
    servers = ("--api-url", us["api"], "--data-url", us["data"])
    assert shown("query", SOURCE, "--sql", "select 1 as n", *servers) == '"n"\n1\n'
    assert shown("report", REPORT, "--refresh", *servers).startswith('"period","flights"\n')
