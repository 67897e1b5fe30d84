"""An export as a table, in memory, or in a file: against the vendor's tutorial, `pandas.read_csv` and curl."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bireme import Holistics
from bireme.holistics import Export

from .harness import Bench, Emulated, Row, alternate, emulator, median, worker

READ_CSV = "whole body by httpx2, then pandas.read_csv, of the same finished job"
MOST_ABOVE = 64.0


@dataclass(frozen=True)
class _Finished:
    """An export that has ended: where, its job, and how long the server worked on it."""

    emulated: Emulated
    job: int
    token: str
    seconds: float

    def ours(self, case: str) -> dict[str, Any]:
        return worker(case, url=self.emulated.url, key=self.emulated.key, token=self.token)

    def theirs(self, dates: Sequence[str] = ()) -> dict[str, Any]:
        return worker("whole_body", url=self.emulated.url, key=self.emulated.key, job=self.job, dates=list(dates))

    def dates(self) -> list[str]:
        """The columns that bireme reads as dates or timestamps."""
        with Holistics(self.emulated.key, base_url=self.emulated.url) as client:
            export = client.resume(self.token)
            assert isinstance(export, Export)
            schema = export.to_arrow().schema
        return [field.name for field in schema if str(field.type).startswith(("date", "timestamp"))]


@contextmanager
def _finished(widget: int) -> Iterator[_Finished]:
    with emulator() as emulated, Holistics(emulated.key, base_url=emulated.url) as client:
        began = time.perf_counter()
        export = client.export_widget(widget)
        yield _Finished(emulated, export.id, export.resume_token, time.perf_counter() - began)


def _of(name: str, samples: list[dict[str, Any]]) -> list[float]:
    return [float(sample[name]) for sample in samples]


def table(bench: Bench) -> list[Row]:
    """A widget to a DataFrame, from the submission on, against the vendor's tutorial."""
    rows = []
    with emulator() as emulated:
        at = {"url": emulated.url, "key": emulated.key, "widget": bench.widget}
        for reader, target in (("read_csv", 0.5), ("csv", 0.5)):
            ours, theirs = alternate(
                bench.times(5 if reader == "read_csv" else 3),
                partial(worker, "export_to_pandas", **at),
                partial(worker, "tutorial", reader=reader, **at),
            )
            assert {each["result"] for each in ours} == {each["result"] for each in theirs}
            how = (
                f"Holistics(...).export_widget({bench.widget}).to_pandas()",
                f"submit, poll at once and every 2 s, whole body by httpx2, {_READERS[reader]}",
            )
            name = f"widget to DataFrame / tutorial, {reader}"
            rows.append(Row(name, _of("wall", ours), _of("wall", theirs), target=target, how=how))
        seconds = [_job_seconds(emulated, bench.widget) for _ in range(bench.times(3))]
    note = f"both sides include the emulator's own work on the job, about {median(seconds):.2f} s, on the same cores"
    for row in rows:
        row.note = note
    return rows


_READERS = {"read_csv": "pandas.read_csv", "csv": "csv.reader and pandas.DataFrame"}


def _job_seconds(emulated: Emulated, widget: int) -> float:
    """How long the emulator works on an export, by the job's own times."""
    from datetime import datetime

    with Holistics(emulated.key, base_url=emulated.url) as client:
        job = client.export_widget(widget).refresh()
    start, end = (datetime.fromisoformat(str(each)) for each in (job.start_time, job.end_time))
    return (end - start).total_seconds()


def memory(bench: Bench) -> list[Row]:
    """A finished export to a DataFrame and to Arrow, against the whole body and `pandas.read_csv`."""
    with _finished(bench.widget) as finished:
        dates = finished.dates()
        pandas, arrow, theirs, dated = alternate(
            bench.times(5),
            lambda: finished.ours("to_pandas"),
            lambda: finished.ours("to_arrow"),
            finished.theirs,
            lambda: finished.theirs(dates),
        )
    frame, table_ = ("export.to_pandas()", READ_CSV), ("export.to_arrow()", READ_CSV)
    with_dates = ("export.to_pandas()", f"{READ_CSV}, parse_dates={dates}")
    walls = {"wall": _of("wall", theirs), "dated": _of("wall", dated)}
    peaks = {name: _of(name, theirs) for name in ("above", "process")}
    rows = [
        Row("finished job to DataFrame / read_csv", _of("wall", pandas), walls["wall"], target=1.0, how=frame),
        Row("  / read_csv that reads dates as well", _of("wall", pandas), walls["dated"], how=with_dates),
        Row("finished job to Arrow / read_csv", _of("wall", arrow), walls["wall"], target=0.8, how=table_),
        Row(
            "  / read_csv that reads dates as well", _of("wall", arrow), walls["dated"], how=(table_[0], with_dates[1])
        ),
        Row("  Arrow: peak memory above the start", _of("above", arrow), peaks["above"], "MiB", 0.6, how=table_),
        Row("  Arrow: peak memory, whole process", _of("process", arrow), peaks["process"], "MiB", 0.6, how=table_),
        Row("  DataFrame: peak memory above the start", _of("above", pandas), peaks["above"], "MiB", how=frame),
    ]
    rows[0].note = rows[2].note = _TYPES
    rows[4].note = "the highest resident set above that before the request, imports done"
    rows[5].note = "the highest resident set of the whole process, libraries and all"
    return rows


_TYPES = "bireme tells dates from text and looks at every value before it settles a type; read_csv leaves dates as text"


def file(bench: Bench) -> list[Row]:
    """A finished export to a file: memory for two sizes, speed against curl."""
    small = 4175 if bench.quick else 4176
    curl = shutil.which("curl")
    with _finished(bench.widget) as large, tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "by-curl.csv"
        if curl is None:
            ours, theirs = alternate(bench.times(5), lambda: large.ours("to_file"), lambda: {"wall": 0.0})
        else:
            ours, theirs = alternate(bench.times(5), lambda: large.ours("to_file"), lambda: _curl(curl, large, target))
    with _finished(small) as finished:
        less = [finished.ours("to_file") for _ in range(bench.times(3))]
    how = (
        "export.to_file('export.csv')",
        "curl -sS -L -o FILE -H 'X-Holistics-Key: ...' URL/exports/download?job_id=...",
    )
    size = ours[0]["result"] / 1e6
    speed = Row("file: speed / curl", unit="MB/s", target=0.8, at_least=True, how=how)
    if curl is None:
        speed.skipped = "no curl on this machine"
    else:
        speed.ours, speed.theirs = ([size / each["wall"] for each in side] for side in (ours, theirs))
        speed.note = (
            "the transfer alone for bireme; for curl its whole process, which takes some 10 ms to start and end"
        )
    return [
        _above(f"file of {size:.0f} MB: memory above the start", ours),
        _above(f"file of {less[0]['result'] / 1e6:.0f} MB: memory above the start", less),
        speed,
    ]


def _above(name: str, samples: list[dict[str, Any]]) -> Row:
    how = ("export.to_file('export.csv') of a finished job", "")
    return Row(name, _of("above", samples), unit="MiB", target=MOST_ABOVE, compare="value", how=how)


def _curl(curl: str, finished: _Finished, target: Path) -> dict[str, Any]:
    """Seconds that curl takes for the same file. `-L` follows the redirect, with the key, to the other port."""
    address = f"{finished.emulated.url}/exports/download?job_id={finished.job}"
    command = [curl, "-sS", "-f", "-L", "-o", str(target), "-H", f"X-Holistics-Key: {finished.emulated.key}", address]
    began = time.perf_counter()
    subprocess.run(command, check=True, timeout=60)
    return {"wall": time.perf_counter() - began, "result": target.stat().st_size}
