"""What importing costs: whole processes, above one that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from .harness import ROOT, Bench, Emulated, Row, alternate, emulator

IMPORT_MS, FIRST_USE_MS = 40.0, 115.0
BARE = "python -c pass"

_FIRST_USE = """
import sys, json, time
from bireme import Holistics
with Holistics(sys.argv[2], base_url=sys.argv[1]) as client:
    client.users.me()
    sys.stdout.write("done")
"""
# What the network and the emulator take of the first call: the same exchange on a socket of its own, library loaded.
_AGAIN = """
import sys, json, time
from bireme import Holistics
times = []
for _ in range(9):
    with Holistics(sys.argv[2], base_url=sys.argv[1]) as client:
        client.users.me()
        began = time.perf_counter()
        client.users.me()
        times.append(time.perf_counter() - began)
sys.stdout.write(json.dumps(sorted(times)[4]))
"""
_HTTPX2 = "import httpx2; httpx2.Client(verify=False)"


def imports(bench: Bench) -> list[Row]:
    """Importing the package, and the first call of a client."""
    with emulator() as emulated:
        for code in ("pass", "import bireme", _HTTPX2):  # compiles what is not compiled yet
            _process(code)
        _process(_FIRST_USE, emulated)
        network = float(_output(_AGAIN, emulated)) * 1000
        ours, first, library, bare = alternate(
            bench.times(15),
            lambda: _process("import bireme"),
            lambda: _process(_FIRST_USE, emulated) - network,
            lambda: _process(_HTTPX2),
            lambda: _process("pass"),
        )
    note = f"one call on a warm connection, {network:.1f} ms, is taken off as the network's and the emulator's part"
    use = "Holistics(key, base_url=URL).users.me() in a new process"
    plain = "python -c 'import httpx2; httpx2.Client(verify=False)'"
    return [
        Row(
            "import bireme, above bare Python",
            ours,
            bare,
            "ms",
            IMPORT_MS,
            "difference",
            how=("python -c 'import bireme'", BARE),
        ),
        Row(
            "first use of one API, above bare Python",
            first,
            bare,
            "ms",
            FIRST_USE_MS,
            "difference",
            how=(use, BARE),
            note=note,
        ),
        Row("  of it: import httpx2 and a client", library, bare, "ms", None, "difference", how=(plain, BARE)),
    ]


def _process(code: str, emulated: Emulated | None = None) -> float:
    """Milliseconds of a whole process."""
    began = time.perf_counter()
    _output(code, emulated)
    return (time.perf_counter() - began) * 1000


def _output(code: str, emulated: Emulated | None = None) -> str:
    # With compiled files, as a user has them from the second run on, whatever this process was started with.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    arguments = [emulated.url, emulated.key] if emulated else []
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench: {done.stderr.strip()[-2000:]}")
    return done.stdout
