"""`bireme holistics` beyond exports: logging in, people, deliveries, imports, the vendor's own commands."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bireme.cli.app import app
from bireme_emulator import Emulator

KEY = "holistics-demo-admin-key-0001"
COMMAND = [sys.executable, "-m", "bireme.cli", "holistics"]
PATIENCE = 60.0

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(port=0, files_port=0, rate_limits=False) as running:
        yield running


@pytest.fixture
def control(emulator: Emulator) -> Any:
    emulator.control.reset()
    return emulator.control


@pytest.fixture(autouse=True)
def environment(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for name in ("HOLISTICS_REGION", "HOLISTICS_DEV", "HOLISTICS_STAGING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOLISTICS_API_KEY", KEY)
    monkeypatch.setenv("HOLISTICS_HOST", emulator.ready["holistics"]["url"].removesuffix("/api/v2"))
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command off a terminal: exit code, output, messages. The key is in neither."""

    def command(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = int(app(["holistics", *arguments], standalone_mode=False) or 0)
        out, err = capfd.readouterr()
        assert KEY not in out + err
        assert "Traceback" not in err
        return code, out, err

    return command


@pytest.fixture
def shown(run: Run) -> Callable[..., str]:
    """Runs a command that succeeds without a word on standard error."""

    def command(*arguments: str) -> str:
        code, out, err = run(*arguments)
        assert (code, err) == (0, "")
        return out

    return command


def on_terminal(
    *arguments: str, question: str = "", answer: str = "", kill_after: str | None = None
) -> tuple[int, str]:
    """Runs a command with all of its streams on a terminal; answers the question once it is asked."""
    master, slave = pty.openpty()
    process = subprocess.Popen([*COMMAND, *arguments], stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    text = ""
    try:
        while select.select([master], [], [], PATIENCE)[0]:
            text += os.read(master, 65536).decode()
            if answer and question in text:
                os.write(master, answer.encode())
                answer = ""
            if kill_after is not None and kill_after in text:
                process.send_signal(signal.SIGINT)
                kill_after = None
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(master)
    return process.wait(PATIENCE), text.replace("\r\n", "\n")


# --- login and the vendor's own commands ---


def test_login_speaks_as_the_vendors_tool_and_keeps_the_key_for_later_commands(
    run: Run, shown: Callable[..., str], control: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOLISTICS_API_KEY")
    assert run("me")[0] == 2
    text = shown("login", KEY)
    assert text.startswith("Authenticating token...\nAuthentication successful. Info:\n- ID: 1\n")
    kept = Path.home() / ".holistics.yml"
    assert kept.read_text() == f"token: {KEY}\n"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert json.loads(shown("me", "--json"))["role"] == "admin"
    monkeypatch.setenv("HOLISTICS_API_KEY", "holistics-demo-viewer-key-0001")
    assert json.loads(shown("me", "--json"))["role"] != "admin", "the environment goes first"


def test_a_wrong_token_is_not_kept_in_place_of_a_good_one(run: Run, control: Any) -> None:
    kept = Path.home() / ".holistics.yml"
    kept.write_text("token: yesterdays-token # mine\n")
    code, out, err = run("login", "no-such-key-0001")
    assert (code, out) == (1, "Authenticating token...\n")
    assert err.startswith("Error logging in. Please check your token again.")
    assert err.count("\n") == 1
    assert "no-such-key-0001" not in err
    assert kept.read_text() == "token: yesterdays-token # mine\n"
    assert run("login", "two words")[0] == 2


def test_login_reads_the_key_from_standard_input_or_asks_for_it_unseen(control: Any) -> None:
    done = subprocess.run([*COMMAND, "login", "-"], input=f"{KEY}\n", capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0
    (Path.home() / ".holistics.yml").unlink()
    code, text = on_terminal("login", question="API key: ", answer=f"{KEY}\n")
    assert code == 0
    assert "API key: " in text
    assert (Path.home() / ".holistics.yml").read_text() == f"token: {KEY}\n"
    assert "The token is kept in" in text


@pytest.mark.parametrize("ending", ["", "/", "/api/v2", "/api/v2/"])
def test_the_host_may_end_in_a_slash_or_the_prefix(
    shown: Callable[..., str], monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setenv("HOLISTICS_HOST", os.environ["HOLISTICS_HOST"] + ending)
    assert json.loads(shown("me", "--json"))["id"] == 1
    assert shown("data_sources", "list").splitlines()[0].split() == ["ID", "Type", "Name"]


@pytest.mark.parametrize(
    ("name", "host"),
    [("HOLISTICS_DEV", "http://localhost:3000/"), ("HOLISTICS_STAGING", "https://staging.holistics.io/")],
)
def test_dev_and_staging_go_to_the_vendors_addresses(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, host: str
) -> None:
    from bireme.cli.holistics.options import Server

    monkeypatch.setenv(name, "1")
    assert Server().root() + "/" == host
    monkeypatch.setenv(name, "0")
    assert Server().root() == os.environ["HOLISTICS_HOST"]


def test_data_sources_are_listed_and_the_old_name_says_that_it_is_old(run: Run, control: Any) -> None:
    code, out, err = run("data_sources", "list")
    assert (code, err) == (0, "")
    assert out.splitlines()[1].split(maxsplit=2) == ["1", "duckdb", "New York flights"]
    old = run("ds_list")
    assert (old[0], old[1]) == (0, out)
    assert "data_sources list" in old[2]


def test_help_and_version(shown: Callable[..., str], run: Run) -> None:
    assert "Deliveries:" in shown("help")
    assert "Usage: " in shown("help", "schedules", "create")
    assert shown("version").strip()
    assert run("help", "nonsense")[0] == 2


def test_job_show_prints_the_log_until_the_job_ends(run: Run, control: Any) -> None:
    run("export", "4178")
    code, out, err = run("job_show", "1")
    assert code == 1
    assert out.startswith("[job:1] Job created\n")
    assert "[job:1] ERROR " in out
    assert err.startswith("Error: Job 1 failed: ")
    assert len(set(out.splitlines()[:2])) == 2
    assert json.loads(run("job_show", "1", "--json")[1].splitlines()[0])["message"] == "Job created"
    assert run("job_show")[0] == 2
    assert run("job_show", "77")[0] == 1


def test_an_interrupted_job_show_says_how_to_go_on(control: Any) -> None:
    control.jobs.set_progression("widget_export", "manual")
    subprocess.run([*COMMAND, "export", "4175", "--timeout", "0.1"], capture_output=True, timeout=PATIENCE)
    code, text = on_terminal("job_show", "1", kill_after="Job created")
    assert code == 130
    assert "bireme holistics job_show 1\n" in text
    assert '"job_id":1' in text.replace(" ", "")
    assert "Traceback" not in text


# --- import ---


def test_an_imported_file_is_a_table_with_a_report_that_can_be_asked_for(
    shown: Callable[..., str], control: Any, emulator: Emulator
) -> None:
    Path("fares.csv").write_text("Carrier,Fare USD\nUA,120.5\nAA,99\n")
    flags = ("-d", "1", "-f", "fares.csv", "-t", "fares")
    assert shown("import", "csv", *flags) == "Imported 2 rows into table fares of data source 1.\n"
    made = json.loads(shown("import", "csv", *flags, "--json"))
    assert made["columns"] == [{"name": "carrier", "type": "text"}, {"name": "fare_usd", "type": "number"}]
    from bireme.holistics import Holistics

    with Holistics(KEY) as h:
        assert h.query_reports.get(made["objects"]["query_reports"]).title == "fares"
    listed = [one["name"] for one in control.workspace()["holistics"]["data_models"]]
    assert listed.count("fares") == 1, "a second import replaces the first"
    control.reset()
    assert "fares" not in [one["name"] for one in control.workspace()["holistics"]["data_models"]]


@pytest.mark.parametrize(
    ("source", "table", "content", "code", "text"),
    [
        ("9", "fares", "a\n1\n", 1, "there is no data source 9"),
        ("1", "flights", "a\n1\n", 1, "the workspace has a table flights"),
        ("1", "FLIGHTS", "a\n1\n", 1, "the workspace has a table flights"),
        ("1", "a b", "a\n1\n", 1, "table"),
        ("1", "../x", "a\n1\n", 1, "table"),
        ("1", "fares", " \n", 2, "is empty"),
        ("1", "fares", "\xff", 2, "is not UTF-8"),
        ("1", "fares", 'a,b\n1,"2\n3', 1, "csv: it is not rows"),
        ("1", "fares", "a,b\n1,2\n3\n", 1, "csv: it is not rows"),
        ("1", "fares", "a,b\n1,2,3,4\n", 1, "csv: it is not rows"),
    ],
)
def test_an_import_that_cannot_be_is_refused(
    run: Run, control: Any, source: str, table: str, content: str, code: int, text: str
) -> None:
    Path("x.csv").write_bytes(content.encode("latin-1"))
    got, out, err = run("import", "csv", "-d", source, "-f", "x.csv", "-t", table)
    assert (got, out, err.count("\n")) == (code, "", 1)
    assert text in err


def test_an_import_is_never_sent_to_the_vendor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("x.csv").write_text("a\n1\n")
    monkeypatch.setenv("HOLISTICS_HOST", "eu.holistics.io")
    code, out, err = run("import", "csv", "-d", "1", "-f", "x.csv", "-t", "x")
    assert (code, out) == (1, "")
    assert "not published, so nothing was sent" in err


# --- people ---


def test_users_are_listed_changed_deleted_and_restored(shown: Callable[..., str], run: Run, control: Any) -> None:
    assert "Operations" in next(line for line in shown("users", "list").splitlines() if "Ada Keller" in line)
    assert json.loads(shown("users", "get", "2", "--json"))["email"] == "ben.osei@example.com"
    assert json.loads(shown("users", "update", "2", "--job-title", "Pilot", "--json"))["job_title"] == "Pilot"
    shown("users", "delete", "3", "--yes")
    assert json.loads(shown("users", "get", "3", "--json"))["is_deleted"] is True
    shown("users", "restore", "3")
    assert json.loads(shown("users", "get", "3", "--json"))["is_deleted"] is False
    assert run("users", "get", "999")[0] == 1
    assert run("users", "update", "2")[0] == 2


def test_people_are_invited_and_listed_at_once(shown: Callable[..., str], run: Run, control: Any) -> None:
    assert run("users", "invite", "dora@example.com")[0] == 2
    text = shown("users", "invite", "dora@example.com", "--role", "analyst", "--group", "1")
    assert text.startswith("Invited 1 person: done (job ")
    assert "pending" in next(line for line in shown("users", "list").splitlines() if "dora@example.com" in line)


def test_groups_are_made_filled_renamed_and_deleted(shown: Callable[..., str], run: Run, control: Any) -> None:
    id = str(json.loads(shown("groups", "create", "Ground staff", "--json"))["id"])
    shown("groups", "add-user", id, "3")
    assert "chloe.martin@example.com" in shown("groups", "get", id)
    shown("groups", "remove-user", id, "3")
    assert "chloe.martin@example.com" not in shown("groups", "get", id)
    assert shown("groups", "update", id, "Ground crew") == f"Renamed group {id}.\n"
    assert "Ground crew" in shown("groups", "list")
    shown("groups", "delete", id, "--yes")
    assert run("groups", "get", id)[0] == 1


def test_attributes_and_their_values(shown: Callable[..., str], run: Run, control: Any) -> None:
    made = shown("attributes", "create", "home_airport", "--label", "Home airport")
    assert made.startswith("Created attribute ")
    shown("attributes", "set", "home_airport", "JFK", "EWR", "--user", "3")
    assert json.loads(shown("attributes", "values", "--user", "3", "--json"))["home_airport"] == ["JFK", "EWR"]
    id = next(line.split()[0] for line in shown("attributes", "list").splitlines() if "home_airport" in line)
    assert json.loads(shown("attributes", "update", id, "--label", "Base", "--json"))["label"] == "Base"
    shown("attributes", "delete", id, "--yes")
    assert run("attributes", "get", id)[0] == 1
    assert run("attributes", "values")[0] == 2
    assert run("attributes", "set", "home_airport", "--user", "3")[0] == 2


# --- deliveries ---

SCHEDULE = """
source_type: Dashboard
source_id: 16077
schedule: {repeat: "0 7 * * 1", paused: true}
dest:
  type: EmailDest
  title: Weather at Newark
  recipients: [ada.keller@example.com]
  options: {preview: false, include_filters: true, attachment_formats: [csv]}
"""


def test_a_schedule_is_made_from_a_file_run_paused_and_deleted(
    shown: Callable[..., str], run: Run, control: Any
) -> None:
    Path("schedule.yaml").write_text(SCHEDULE)
    id = str(json.loads(shown("schedules", "create", "--file", "schedule.yaml", "--json"))["id"])
    line = next(line for line in shown("schedules", "list").splitlines() if line.startswith(id))
    assert "Dashboard 16077  0 7 * * 1  yes     Email ada.keller@example.com" in line
    shown("schedules", "resume", id)
    assert json.loads(shown("schedules", "get", id, "--json"))["schedule"]["paused"] is False
    shown("schedules", "pause", id)
    assert "schedule.paused                  yes" in shown("schedules", "get", id)
    assert shown("schedules", "run", id).startswith(f"Ran schedule {id}: done (job ")
    Path("again.json").write_text(json.dumps({"data_schedule": json.loads(shown("schedules", "get", id, "--json"))}))
    assert shown("schedules", "update", id, "--file", "again.json") == f"Changed schedule {id}.\n"
    shown("schedules", "delete", id, "--yes")
    assert run("schedules", "get", id)[0] == 1


def test_an_alert_is_tried_without_being_saved(shown: Callable[..., str], control: Any) -> None:
    before = json.loads(shown("alerts", "list", "--json"))
    Path("alert.json").write_text(json.dumps(before[0]))
    assert shown("alerts", "test", "--file", "alert.json").startswith("Ran the alert: done (job ")
    assert json.loads(shown("alerts", "list", "--json")) == before


@pytest.mark.parametrize("text", ["- 1\n", "a: [\n", "just text", ""])
def test_a_file_that_holds_no_definition_is_named(run: Run, control: Any, text: str) -> None:
    Path("x.yaml").write_text(text)
    code, out, err = run("schedules", "create", "--file", "x.yaml")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "x.yaml" in err
    assert control.journal() == []


# --- the rest ---


def test_dependencies_queues_sources_and_addresses(shown: Callable[..., str], control: Any) -> None:
    assert "dashboard widget  4175" in shown("dependencies", "DataSet", "201")
    assert shown("jobs", "queues").splitlines()[0].split() == ["id", "queue", "workers", "busy"]
    assert "New York flights" in shown("sources", "get", "1")
    assert "16076" in shown("dashboards", "url", "16076", "--filter", "2336 is UA")
    assert "Flights per month" in shown("dashboards", "get", "16076")
    assert shown("dashboards", "list") == shown("dashboards")


@pytest.mark.parametrize(
    "arguments",
    [
        ("users", "delete", "3"),
        ("users", "revoke-token", "3"),
        ("groups", "delete", "1"),
        ("attributes", "delete", "2"),
        ("schedules", "delete", "501"),
        ("alerts", "delete", "601"),
        ("dashboards", "delete", "16076"),
        ("sources", "delete", "1"),
    ],
)
def test_what_destroys_asks_on_a_terminal_and_is_refused_off_one(
    run: Run, control: Any, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "Add --yes." in err
    assert control.journal() == [], "nothing was sent"


def test_a_no_changes_nothing_and_a_yes_does(control: Any) -> None:
    code, text = on_terminal("groups", "delete", "1", question="[y/N]: ", answer="n\n")
    assert code == 1
    assert "Delete group 1? [y/N]:" in text
    assert "Nothing was changed." in text
    assert on_terminal("groups", "delete", "1", question="[y/N]: ", answer="y\n")[0] == 0
    assert 1 not in [one["id"] for one in control.workspace()["holistics"]["groups"]]
