"""The `bireme` command as a person and as a script meet it: output, files, exit codes, interruptions."""

from __future__ import annotations

import json
import os
import pty
import select
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any

import httpx2
import pyarrow.parquet as pq
import pytest
import typer
from typer.main import get_command

from bireme import __version__
from bireme.cli.app import app
from bireme_emulator import Emulator

COMMAND = [sys.executable, "-m", "bireme.cli"]
PATIENCE = 60.0  # real seconds after which a command has plainly got stuck


@dataclass
class Ran:
    """What a command left behind."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(rate_limits=False) as running:
        yield running


@pytest.fixture
def control(emulator: Emulator) -> Any:
    emulator.control.reset()
    return emulator.control


@pytest.fixture
def key(emulator: Emulator) -> str:
    return str(emulator.ready["holistics"]["key"])


@pytest.fixture(autouse=True)
def environment(
    emulator: Emulator,
    key: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Configuration by environment alone, in a folder of the test's own."""
    monkeypatch.setenv("HOLISTICS_API_KEY", key)
    monkeypatch.setenv("HOLISTICS_HOST", emulator.ready["holistics"]["url"].removesuffix("/api/v2"))
    monkeypatch.delenv("HOLISTICS_REGION", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))  # a key kept by login plays no part
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def bireme(capfdbinary: pytest.CaptureFixture[bytes], key: str) -> Callable[..., Ran]:
    """Runs a command in this process, with no terminal; whatever it prints, the key is not in it."""

    def run(*arguments: str) -> Ran:
        capfdbinary.readouterr()
        code = app(list(arguments), standalone_mode=False)
        out, err = capfdbinary.readouterr()
        assert key.encode() not in out + err
        return Ran(int(code or 0), out, err.decode())

    return run


class Terminal:
    """A command with its standard error (and input) on a terminal; standard output goes there too, or to a pipe."""

    def __init__(self, *arguments: str, all: bool = False) -> None:
        self.master, slave = pty.openpty()
        out = slave if all else subprocess.PIPE
        self.process = subprocess.Popen([*COMMAND, *arguments], stdin=slave, stderr=slave, stdout=out)
        os.close(slave)
        self.shown = ""

    def read_until(self, text: str) -> None:
        """Reads what the terminal shows until a text turns up."""
        while text not in self.shown:
            if not select.select([self.master], [], [], PATIENCE)[0]:
                raise AssertionError(f"{text!r} does not come: {self.shown!r}")
            self.shown += os.read(self.master, 65536).decode()

    def end(self) -> Ran:
        """Reads on until the command has ended."""
        out, _ = self.process.communicate(timeout=PATIENCE)
        try:
            while select.select([self.master], [], [], 0)[0]:
                self.shown += os.read(self.master, 65536).decode()
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(self.master)
        return Ran(self.process.returncode, out or b"", self.shown.replace("\r\n", "\n"))


# --- exports ---


@pytest.mark.parametrize(
    ("name", "start"), [("x.csv", b"Month,Flights\n"), ("x.xlsx", b"PK"), ("X.PDF", b"%PDF"), ("x.parquet", b"PAR1")]
)
def test_export_writes_the_format_that_the_file_name_says_and_prints_nothing(
    bireme: Callable[..., Ran], control: Any, name: str, start: bytes
) -> None:
    assert bireme("holistics", "export", "4175", "--output", name) == Ran(0, b"", "")
    assert Path(name).read_bytes().startswith(start)
    assert os.listdir() == [name]


def test_export_converts_to_parquet_with_types(bireme: Callable[..., Ran], control: Any) -> None:
    bireme("holistics", "export", "4175", "-o", "rows", "--format", "parquet")
    table = pq.read_table("rows")
    assert table.num_rows == 12
    assert str(table.schema.field("Flights").type) == "int64"


def test_export_to_standard_output_is_the_data_alone(bireme: Callable[..., Ran], control: Any) -> None:
    ran = bireme("holistics", "export", "4175")
    assert (ran.code, ran.err, ran.out.count(b"\n")) == (0, "", 13)
    assert bireme("holistics", "export", "4175", "-o", "-", "-f", "pdf").out.startswith(b"%PDF")


def test_filters_narrow_the_rows_down(bireme: Callable[..., Ran], control: Any) -> None:
    ran = bireme(
        "holistics", "export", "4175", "--filter", "2336 is UA", "--filter", "2335 between 2013-01-01 2013-01-31"
    )
    assert ran.text == "Month,Flights\n2013-01-01,4637\n"


def test_base_url_and_key_file_take_the_place_of_the_environment(
    bireme: Callable[..., Ran], emulator: Emulator, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOLISTICS_API_KEY")
    monkeypatch.setenv("HOLISTICS_HOST", "http://127.0.0.1:1")
    Path("key").write_text(f"{key}\n", encoding="utf-8")
    url = emulator.ready["holistics"]["url"]
    assert bireme("holistics", "me", "--json", "--base-url", url, "--api-key-file", "key").json["role"] == "admin"


def test_a_failed_export_leaves_the_old_file_as_it_was(bireme: Callable[..., Ran], control: Any) -> None:
    Path("x.csv").write_text("yesterday's")
    ran = bireme("holistics", "export", "4178", "-o", "x.csv")
    assert ran.code == 1
    assert ran.err.startswith('Error: Job 1 failed: Binder Error: Referenced column "carier" not found')
    assert ran.err.endswith("Its log: bireme holistics job 1 --logs\n")
    assert ran.err.count("\n") == 1
    assert Path("x.csv").read_text() == "yesterday's"
    assert os.listdir() == ["x.csv"]


def test_a_reader_that_has_had_enough_ends_an_export_without_a_word(control: Any) -> None:
    process = subprocess.Popen(
        [*COMMAND, "holistics", "export", "4176"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b"Flight date,")
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(PATIENCE) == 1


# --- on a terminal, and cut off ---


def test_a_terminal_shows_progress_and_what_was_written(control: Any) -> None:
    terminal = Terminal("holistics", "export", "4175", "-o", "x.csv")
    terminal.read_until("Wrote x.csv (218 bytes)")
    ran = terminal.end()
    assert (ran.code, ran.out) == (0, b"")
    assert "Export 1: " in ran.err


def test_rows_on_a_terminal_are_not_drawn_over(control: Any) -> None:
    terminal = Terminal("holistics", "export", "4175", all=True)
    terminal.read_until("2013-12-01,28135")
    ran = terminal.end()
    _, header, rows = ran.err.rpartition("Month,Flights\n")
    assert header
    assert rows.startswith("2013-01-01,27004\n")
    assert rows.endswith("\n2013-12-01,28135\n")
    assert "\x1b" not in rows


def _command_to_go_on(shown: str) -> list[str]:
    """The arguments of the command that is printed for going on."""
    lines = [line.strip() for line in shown.splitlines() if line.strip().startswith("bireme holistics export --resume")]
    assert len(lines) == 1, shown
    return shlex.split(lines[0])[1:]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_wait_leaves_no_file_and_prints_what_to_go_on_with(
    bireme: Callable[..., Ran], control: Any, number: signal.Signals
) -> None:
    control.jobs.set_progression("widget_export", "manual")
    terminal = Terminal("holistics", "export", "4175", "--output", "x.csv")
    terminal.read_until("Export 1: created")
    terminal.process.send_signal(number)
    ran = terminal.end()
    assert ran.code == 130
    assert "Traceback" not in ran.err
    assert "Interrupted." in ran.err
    assert os.listdir() == []
    while control.job(1)["status"] != "success":
        control.jobs.advance(1)
    assert bireme(*_command_to_go_on(ran.err)) == Ran(0, b"", "")
    assert Path("x.csv").read_bytes().startswith(b"Month,Flights\n")


def test_an_interrupted_download_leaves_the_old_file_and_no_part_of_the_new_one(
    bireme: Callable[..., Ran], control: Any
) -> None:
    Path("x.csv").write_text("yesterday's")
    control.fault("dribble", listener="files", chunk=100_000, interval=1.0, times=1)
    terminal = Terminal("holistics", "export", "4176", "-o", "x.csv")
    terminal.read_until("download")
    assert sorted(os.listdir()) == ["x.csv", "x.csv.part"]
    terminal.process.send_signal(signal.SIGINT)
    ran = terminal.end()
    assert ran.code == 130
    assert os.listdir() == ["x.csv"]
    assert Path("x.csv").read_text() == "yesterday's"
    assert bireme(*_command_to_go_on(ran.err)).code == 0
    assert Path("x.csv").read_bytes().count(b"\n") == 336_777


def test_a_wait_that_runs_out_exits_3_and_prints_what_to_go_on_with(
    bireme: Callable[..., Ran], control: Any, emulator: Emulator
) -> None:
    control.jobs.set_progression("widget_export", "manual")
    url = emulator.ready["holistics"]["url"]
    options = ("--format", "xlsx", "--timeout", "0.2", "--base-url", url)
    ran = bireme("holistics", "export", "4175", "-o", "it's.data", *options)
    assert ran.code == 3
    assert ran.err.startswith("Error: Job 1 is still created after 0 s.\n")
    again = _command_to_go_on(ran.err)
    assert again[-6:] == ["--output", "it's.data", "--base-url", url, "--format", "xlsx"]
    while control.job(1)["status"] != "success":
        control.jobs.advance(1)
    assert bireme(*again).code == 0
    assert Path("it's.data").read_bytes().startswith(b"PK")


def test_a_resumed_export_comes_in_its_own_format_where_nothing_says_another(
    bireme: Callable[..., Ran], control: Any
) -> None:
    token = json.dumps(
        {"v": 1, "operation": "dashboard_widgets_submit_export", "job_id": 1, "data": {"format": "xlsx"}}
    )
    bireme("holistics", "export", "4175", "-o", "x.xlsx")
    assert bireme("holistics", "export", "--resume", token).out.startswith(b"PK")
    ran = bireme("holistics", "export", "--resume", token, "--format", "csv")
    assert ran.code == 2
    assert "cannot be made from xlsx" in ran.err


# --- what there is ---


def test_dashboards_are_listed_one_a_line_with_whole_addresses(bireme: Callable[..., Ran], control: Any) -> None:
    ran = bireme("holistics", "dashboards")
    header, *lines = ran.text.splitlines()
    assert header.split() == ["id", "title", "widgets", "url"]
    assert len(lines) == len(bireme("holistics", "dashboards", "--json").json) == 3
    line = next(line for line in lines if line.startswith("16076"))
    assert line.endswith("/dashboards/v3/16076-flight-operations")
    assert {line.index("http") for line in lines} == {header.index("url")}


def test_a_widget_is_shown_with_the_filters_that_an_export_takes(bireme: Callable[..., Ran], control: Any) -> None:
    text = bireme("holistics", "widget", "4175").text
    assert "title       Flights per month\n" in text
    assert "may export  csv, xlsx, pdf\n" in text
    assert "\n2336    Carrier           string\n" in text
    assert bireme("holistics", "widget", "4175", "--json").json["dashboard"]["id"] == 16076


def test_a_job_is_shown_with_its_log_on_demand(bireme: Callable[..., Ran], control: Any) -> None:
    bireme("holistics", "export", "4178")
    plain, full = bireme("holistics", "job", "1").text, bireme("holistics", "job", "1", "--logs").text
    assert "status          failure\n" in plain
    assert "start time      20" in plain
    assert " UTC\n" in plain
    assert "ERROR" not in plain
    assert "ERROR  Binder Error" in full
    record = bireme("holistics", "job", "1", "--logs", "--json").json
    assert (record["status"], record["logs"][-1]["level"]) == ("failure", "ERROR")
    assert "logs" not in bireme("holistics", "job", "1", "--json").json


def test_me_shows_whose_key_it_is(bireme: Callable[..., Ran], control: Any) -> None:
    text = bireme("holistics", "me").text
    assert "email                       ada.keller@example.com\n" in text
    assert "is deleted                  no\n" in text
    assert bireme("holistics", "me", "--json").json["name"] == "Ada Keller"


# --- what goes wrong ---


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (["export"], 2, "Give a widget's id, or --resume TOKEN."),
        (["export", "4175", "--resume", "x"], 2, "Give a widget's id, or --resume TOKEN."),
        (["export", "--resume", "x"], 2, "is not a resume token"),
        (["export", "0"], 2, "widget_id=0 is not an id"),
        (["export", "4175", "-o", "x.txt"], 2, "--output='x.txt' does not say the format. End it in .csv"),
        (["export", "4175", "-f", "excel"], 2, "--format='excel' is not a format. Use csv, xlsx, pdf, parquet"),
        (["export", "4175", "-o", "no/x.csv"], 2, "a folder that does not exist"),
        (["export", "4175", "-f", "csv", "-o", "."], 2, "is a folder"),
        (["export", "4175", "--timeout", "0"], 2, "timeout=0.0"),
        (["export", "4175", "--filter", "2335 last 3"], 2, "--filter '2335 last 3': modifier=None is missing"),
        (["export", "4175", "--filter", "2336"], 2, "--filter '2336': cannot be read. Write ID OPERATOR VALUES"),
        (["me", "--region", "asia"], 2, "--region is 'asia', which is no region of Holistics. Use one of: apac, eu"),
        (["me", "--base-url", "ftp://x"], 2, "--base-url is not an http or https URL"),
        (["me", "--api-key-file", "none"], 2, "--api-key-file='none' cannot be read: No such file"),
        (["export", "1"], 1, "There is no dashboard widget 1."),
        (["widget", "1"], 1, "404"),
        (["job", "99"], 1, "There is no job 99."),
    ],
)
def test_an_error_is_one_line_with_a_documented_exit_code(
    bireme: Callable[..., Ran], control: Any, arguments: list[str], code: int, text: str
) -> None:
    ran = bireme("holistics", *arguments)
    assert (ran.code, ran.out) == (code, b"")
    assert ran.err.startswith("Error: ")
    assert text in ran.err
    assert ran.err.count("\n") == 1
    if code == 2:
        assert control.journal() == [], "nothing is sent where the command itself is wrong"


def test_a_missing_or_wrong_key_is_named_with_the_ways_to_give_one(
    bireme: Callable[..., Ran], control: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLISTICS_API_KEY", "no-such-key-0001")
    ran = bireme("holistics", "me")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "401" in ran.err
    assert "no-such-key-0001" not in ran.err
    monkeypatch.delenv("HOLISTICS_API_KEY")
    ran = bireme("holistics", "me")
    assert ran.code == 2
    assert "give --api-key-file FILE, or set the environment variable HOLISTICS_API_KEY." in ran.err


def test_a_terminal_is_not_filled_with_a_document(
    bireme: Callable[..., Ran], control: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ran = bireme("holistics", "export", "4175", "--format", "pdf")
    assert ran.code == 2
    assert "this terminal, which cannot show pdf. Give a file, e.g. --output export.pdf" in ran.err


def _commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, group
    for name, command in getattr(group, "commands", {}).items():
        yield from _commands(command, (*path, name))


def test_every_command_explains_itself_and_none_takes_a_key_that_a_process_list_would_show(
    bireme: Callable[..., Ran],
) -> None:
    found = dict(_commands(get_command(app)))
    assert {("emulate",), *(("holistics", n) for n in ("export", "dashboards", "widget", "job", "me"))} < set(found)
    for path, command in found.items():
        text = bireme(*path, "--help").text
        assert "Usage: " in text
        assert max(map(len, text.splitlines())) <= 120
        options = [option for parameter in command.params for option in parameter.opts if "key" in option]
        assert options in ([], ["--api-key-file"])
        assert all(parameter.help for parameter in command.params if parameter.name != "help")
    assert "130  interrupted" in bireme("--help").text
    assert bireme("--version").text == f"bireme {__version__}\n"


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_a_missing_extra_of_the_command_line_is_named(missing: str) -> None:
    program = f"import sys; sys.modules[{missing!r}] = None; import bireme.cli; bireme.cli.main()"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=PATIENCE)
    assert run.returncode == 2
    assert run.stderr == f"Error: The command line needs an extra ({missing} is missing): pip install 'bireme[cli]'\n"


# --- the emulator ---


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_emulate_prints_one_line_serves_and_stops_cleanly_on_a_signal(number: signal.Signals) -> None:
    process = subprocess.Popen(
        [*COMMAND, "emulate", "--port", "0", "--clock", "2013-06-01T00:00:00Z"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    watchdog = Timer(PATIENCE, process.kill)
    watchdog.start()
    try:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        assert set(ready) == {"holistics", "cluvio", "files", "control"}
        assert httpx2.get(f"{ready['control']}/health").json()["time"].startswith("2013-06-01T00:00:00")
        headers = {"X-Holistics-Key": ready["holistics"]["key"]}
        assert httpx2.get(f"{ready['holistics']['url']}/users/me", headers=headers).status_code == 200
        process.send_signal(number)
        out, err = process.communicate(timeout=PATIENCE)
    finally:
        watchdog.cancel()
        process.kill()
    assert (process.returncode, out, err) == (0, b"", b"")


def test_emulate_says_which_port_is_in_use(bireme: Callable[..., Ran]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = bireme("emulate", "--port", str(port))
    assert (ran.code, ran.out) == (1, b"")
    assert ran.err.startswith(f"Error: port={port}: cannot listen on 127.0.0.1:{port}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["--port", "70000"], "Error: port=70000: give a number from 0 (any free port) to 65535\n"),
        (["--data", "sales=none.csv"], "Error: data sales='none.csv': there is no such file; check the path\n"),
    ],
)
def test_emulate_refuses_wrong_settings(bireme: Callable[..., Ran], arguments: list[str], text: str) -> None:
    assert bireme("emulate", *arguments) == Ran(2, b"", text)


@pytest.mark.parametrize(
    ("option", "value", "text"), [("--data", "sales", "NAME=FILE"), ("--clock", "2013-06-01", "a time with a zone")]
)
def test_emulate_explains_values_that_it_cannot_read(
    bireme: Callable[..., Ran], option: str, value: str, text: str
) -> None:
    with pytest.raises(typer.BadParameter, match=text):
        bireme("emulate", option, value)
