"""How fast, and in how little memory, a CSV export becomes a table or a file.

    python bench/tables.py [--rows 1000000] [--repeat 5] [--file export.csv]

A server process sends one CSV file over loopback HTTP. Each case downloads it in a fresh process; the cases take turns,
so that all see the same machine. Time runs from the request to the finished table or file, imports done before. Memory
is the highest resident set above that before the request; `process` is the highest of the whole process, libraries
and all. Ratios are medians against `read_csv`, that is the whole body in memory and then `pandas.read_csv`.
"""

from __future__ import annotations

import argparse
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

BASELINE = "read_csv"
MIB = 1 << 20
WIDTHS = (23, 7, 7, 11, 7, 9, 7)
# What is wanted of a case: against the baseline, or for files in MiB above the start.
WANTED_WALL = {"to_arrow": 0.8, "to_pandas": 1.0}
WANTED_MEMORY = {"to_arrow": 0.6}
WANTED_FILE_MIB = {"to_csv": 64, "to_parquet": 64}


def write_csv(path: Path, rows: int) -> None:
    """Ten columns: three integers, three floats, three texts, one timestamp."""
    import duckdb

    duckdb.sql(f"""
        copy (select i as id, (hash(i) % 1000)::int as minutes, (hash(i + 1) % 1000000)::bigint as distance,
            (hash(i + 2) % 1000000) / 1000.0 as fuel, (hash(i + 3) % 100000) / 7.0 as share,
            (hash(i + 4) % 1000) / 10.0 as score, ['UA', 'DL', 'AA', 'B6'][1 + (hash(i) % 4)::int] as carrier,
            'N' || (hash(i + 5) % 10000) || 'XY' as tail, 'destination number ' || (hash(i + 6) % 30000) as dest,
            timestamp '2013-01-01' + interval (i) second as at from range({rows}) r(i))
        to '{path}' (header)""")


def serve(path: Path) -> None:
    """Sends the file to whoever asks, in pieces, as an object store does."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                self.send_response(200)
                self.send_header("Content-Type", "text/csv")
                self.send_header("Content-Length", str(size))
                self.end_headers()
                self.wfile.flush()
                sent = 0
                while sent < size:
                    sent += os.sendfile(self.connection.fileno(), file.fileno(), sent, size - sent)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


# --- the cases: each prepares itself and gives what is timed ---


def read_csv(url: str) -> Callable[[], int]:
    import io

    import httpx2
    import pandas as pd

    def case() -> int:
        with httpx2.Client(timeout=60) as client:
            return len(pd.read_csv(io.BytesIO(client.get(url).content)))

    return case


def download(url: str) -> Callable[[], int]:
    import httpx2

    def case() -> int:
        with httpx2.Client(timeout=60) as client:
            return client.get(url).content.count(b"\n") - 1

    return case


def _flow(url: str, make: Callable[[Any], Any], warm: tuple[str, ...]) -> Callable[[], Any]:
    from bireme._runtime.config import Settings
    from bireme._runtime.handoff import spool_to
    from bireme._runtime.senders import SyncSender
    from bireme._runtime.tables import Source
    from bireme._runtime.transport import Session
    from bireme._wire import Operation, Request

    for module in warm:
        __import__(module)
    base, _, path = url.rpartition("/")
    operation = Operation("download", "GET", f"/{path}", "Bench", (200,), "safe", "documented", download=True)
    request: Request[bytes] = Request(operation, f"/{path}", parse=lambda reply: reply.content)
    session = Session(Settings(base, "X-Key", "bench-key-0001"))

    def case() -> Any:
        with SyncSender(session) as sender:
            source = Source(lambda file: spool_to(session, request, file), operation="download")
            return make((sender, source))

    return case


_ARROW = ("pyarrow", "pyarrow.csv", "pyarrow.compute", "bireme._runtime.tables_csv")


def to_arrow(url: str) -> Callable[[], int]:
    from bireme._runtime import tables

    return _flow(url, lambda at: at[0].run(tables.to_arrow(at[1])).num_rows, _ARROW)


def to_pandas(url: str) -> Callable[[], int]:
    from bireme._runtime import tables

    return _flow(url, lambda at: len(at[0].run(tables.to_pandas(at[1]))), (*_ARROW, "pandas"))


def to_polars(url: str) -> Callable[[], int]:
    from bireme._runtime import tables

    return _flow(url, lambda at: len(at[0].run(tables.to_polars(at[1]))), (*_ARROW, "polars"))


def iter_batches(url: str) -> Callable[[], int]:
    from bireme._runtime import tables

    return _flow(url, lambda at: sum(b.num_rows for b in at[0].iterate(tables.iter_batches(at[1]))), _ARROW)


def iter_rows(url: str) -> Callable[[], int]:
    from bireme._runtime import tables

    return _flow(url, lambda at: sum(1 for _ in at[0].iterate(tables.iter_rows(at[1]))), _ARROW)


def _to_file(url: str, name: str, warm: tuple[str, ...]) -> Callable[[], int]:
    from bireme._runtime import tables_files

    def make(at: Any) -> int:
        with tempfile.TemporaryDirectory() as folder:
            written = at[0].run(tables_files.to_file(at[1], Path(folder) / name))
            return int(written.stat().st_size > 0)

    return _flow(url, make, warm)


def to_csv(url: str) -> Callable[[], int]:
    return _to_file(url, "export.csv", ())


def to_parquet(url: str) -> Callable[[], int]:
    return _to_file(url, "export.parquet", (*_ARROW, "pyarrow.parquet"))


CASES: tuple[Callable[[str], Callable[[], Any]], ...] = (
    read_csv, download, to_arrow, to_pandas, to_polars, iter_batches, iter_rows, to_csv, to_parquet,
)  # fmt: skip


# --- measuring ---


def _resident(which: str) -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(which):
            return int(line.split()[1]) * 1024
    raise SystemExit("bench/tables.py reads /proc/self/status: run it on Linux")


def run_case(name: str, url: str) -> None:
    """One measurement in this process."""
    case = next(each for each in CASES if each.__name__ == name)(url)
    before = _resident("VmRSS")
    Path("/proc/self/clear_refs").write_text("5")  # forget the highest resident set of the imports
    started, cpu = time.perf_counter(), time.process_time()
    result = case()
    wall, cpu = time.perf_counter() - started, time.process_time() - cpu
    peak = _resident("VmHWM")
    print(json.dumps({"wall": wall, "cpu": cpu, "above": peak - before, "process": peak, "result": result}))


def measure(url: str, names: list[str], repeat: int) -> dict[str, list[dict[str, float]]]:
    results: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(repeat):
        for name in names:
            command = [sys.executable, __file__, "--case", name, "--url", url]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            results[name].append(json.loads(done.stdout))
    return results


def report(results: dict[str, list[dict[str, float]]]) -> None:
    def median(name: str, key: str) -> float:
        return statistics.median(each[key] for each in results[name])

    columns = ("wall s (spread)", "ratio", "cpu s", "above MiB", "ratio", "process", "ratio")
    print(f"{'case':<13}" + "".join(f"{each:>{width}}" for each, width in zip(columns, WIDTHS, strict=True)))
    for name, runs in results.items():
        walls = [each["wall"] for each in runs]
        ratios = {key: median(name, key) / median(BASELINE, key) for key in ("wall", "above", "process")}
        cells = (
            f"{median(name, 'wall'):.3f} ({min(walls):.3f}-{max(walls):.3f})",
            f"{ratios['wall']:.2f}",
            f"{median(name, 'cpu'):.2f}",
            f"{median(name, 'above') / MIB:.0f}",
            f"{ratios['above']:.2f}",
            f"{median(name, 'process') / MIB:.0f}",
            f"{ratios['process']:.2f}",
        )
        print(f"{name:<13}" + "".join(f"{each:>{width}}" for each, width in zip(cells, WIDTHS, strict=True)))
        for wanted, value, unit in (
            (WANTED_WALL.get(name), ratios["wall"], "of the baseline's time"),
            (WANTED_MEMORY.get(name), ratios["above"], "of the baseline's memory"),
            (WANTED_FILE_MIB.get(name), median(name, "above") / MIB, "MiB above the start"),
        ):
            if wanted is not None:
                print(f"    wanted <= {wanted} {unit}: {value:.2f}, {'met' if value <= wanted else 'MISSED'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--file", type=Path, help="an export to use instead of a made one")
    parser.add_argument("--only", nargs="*", default=[], help="cases to run beside the baseline")
    for internal in ("--case", "--url", "--serve"):
        parser.add_argument(internal, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        return serve(Path(args.serve))
    if args.case:
        return run_case(args.case, args.url)
    with tempfile.TemporaryDirectory() as folder:
        path = args.file or Path(folder) / "export.csv"
        if args.file is None:
            write_csv(path, args.rows)
        server = subprocess.Popen([sys.executable, __file__, "--serve", str(path)], stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            url = f"http://127.0.0.1:{int(server.stdout.readline())}/export.csv"
            names = [each.__name__ for each in CASES if not args.only or each.__name__ in (BASELINE, *args.only)]
            print(f"{path.stat().st_size / 1e6:.0f} MB of CSV, {args.repeat} runs each, {os.cpu_count()} cores")
            report(measure(url, names, args.repeat))
        finally:
            server.terminate()
            server.wait()
    return None


if __name__ == "__main__":
    main()
