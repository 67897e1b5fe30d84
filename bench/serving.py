"""How fast the emulator answers, against bare Starlette and against Prism, and how soon it is up."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

import httpx2

from .harness import COMMAND_LINE, PATIENCE, ROOT, Bench, Emulated, Row, alternate, emulator

PATHS = {"users_me": "/users/me", "dashboards_get": "/dashboards/16076"}
BARE_TARGET, PRISM_TARGET, START_TARGET = 0.6, 5.0, 1.0
PRISM = "@stoplight/prism-cli@5"
_LOAD = "16 keep-alive connections, load generator in a process of its own"


def serving(bench: Bench) -> list[Row]:
    """GETs per second, against Starlette that gives the same body and does nothing else."""
    seconds = 0.2 if bench.quick else 1.5
    rows = []
    with emulator() as emulated:
        for name, path in PATHS.items():
            with _bare(_body(emulated, path)) as url:
                ours, theirs = alternate(
                    bench.times(5),
                    partial(_load, emulated.url + path, emulated.key, seconds),
                    partial(_load, url + path, emulated.key, seconds),
                )
            how = (f"bireme emulate, GET {path}, {_LOAD}", "Starlette, JSONResponse of the same body, same uvicorn")
            row = Row(f"{name} / bare Starlette", ours, theirs, "1/s", BARE_TARGET, at_least=True, how=how)
            row.note = "at most 60,000 per second are asked for; both servers are far below"
            rows.append(row)
    return rows


def starting(bench: Bench) -> list[Row]:
    """From starting the process to its ready line."""

    def start() -> float:
        with emulator(COMMAND_LINE) as emulated:
            return emulated.started_in

    taken = [start() for _ in range(bench.times(7))]
    how = ("bireme emulate --port 0: from the start of the process to the ready line", "")
    return [Row("emulator start", taken, target=START_TARGET, compare="value", how=how)]


def prism(bench: Bench) -> list[Row]:
    """GETs per second, against Prism on the same bundle."""
    how = (f"bireme emulate, {_LOAD}", f"npm install {PRISM}; prism mock BUNDLE")
    rows = [Row(f"{name} / Prism", unit="1/s", target=PRISM_TARGET, at_least=True, how=how) for name in PATHS]
    missing = [tool for tool in ("node", "npm") if shutil.which(tool) is None]
    skipped = "no Node" if missing else "not in a quick run" if bench.quick else ""
    if not skipped:
        with tempfile.TemporaryDirectory(prefix="bireme-bench-") as folder:
            skipped = _install(Path(folder))
            if not skipped:
                with _prism(Path(folder)) as url, emulator() as emulated:
                    for row, path in zip(rows, PATHS.values(), strict=True):
                        row.ours, row.theirs = alternate(
                            3,
                            partial(_load, emulated.url + path, emulated.key, 1.5),
                            partial(_load, url + path, emulated.key, 1.5),
                        )
    for row in rows:
        row.skipped = skipped
    return rows


def _body(emulated: Emulated, path: str) -> object:
    reply = httpx2.get(emulated.url + path, headers={"X-Holistics-Key": emulated.key})
    reply.raise_for_status()
    return reply.json()


def _load(url: str, key: str, seconds: float) -> float:
    command = [sys.executable, "-m", "bench.load", url, key, str(seconds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise SystemExit(f"bench: {done.stderr.strip()[-2000:]}")
    return float(done.stdout)


@contextmanager
def _bare(body: object) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "body.json"
        file.write_text(json.dumps(body), encoding="utf-8")
        command = [sys.executable, "-m", "bench.bare", str(file)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


# --- Prism ---


def _environment() -> dict[str, str]:
    """Telemetry off, and no notices."""
    quiet = {"DO_NOT_TRACK": "1", "SCARF_ANALYTICS": "false", "NO_UPDATE_NOTIFIER": "1", "NODE_ENV": "production"}
    return {**os.environ, **quiet}


def _install(folder: Path) -> str:
    """Installs Prism into the folder; gives the reason where that fails."""
    command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", PRISM]
    try:
        done = subprocess.run(
            command, cwd=folder, env=_environment(), capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return f"npm install took more than {PATIENCE:.0f} s"
    return f"npm install failed: {done.stderr.strip()[-200:]}" if done.returncode else ""


@contextmanager
def _prism(folder: Path) -> Iterator[str]:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    bundle = ROOT / "clients" / "bireme" / "specs" / "holistics.json"
    program = folder / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
    command = ["node", str(program), "mock", "--host", "127.0.0.1", "--port", str(port), "--verboseLevel", "silent"]
    process = subprocess.Popen(
        [*command, str(bundle)], cwd=folder, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await_port(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.perf_counter() + 30
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise SystemExit(f"bench: Prism did not start (exit code {process.returncode})")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.2)
    raise SystemExit("bench: Prism did not start in 30 s")
