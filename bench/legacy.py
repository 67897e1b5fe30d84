"""A legacy report as a DataFrame and a file: `bireme.holistics_v1.HolisticsAPI` against the vendor's own package.

`python -m bench.legacy CASE JSON` is the worker, which runs in the environment of either.
"""

from __future__ import annotations

import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from . import vendor
from .harness import Bench, Row, alternate, emulator, worker
from .worker import timed

HOW = ("HolisticsAPI(...).export_data(report, 'report.csv') of bireme.holistics_v1", "the same of holistics 0.0a11")
HOW_FINISHED = ("HolisticsAPI(...).download_results(job, 'report.csv') of bireme.holistics_v1", HOW[1])
NOTE = "both sides include the emulator's own work on the export, on the same cores"


def legacy(bench: Bench) -> list[Row]:
    """`export_data` with a path, a million rows of ten columns, each side in a fresh process."""
    speed = Row("legacy report to DataFrame and file / vendor", target=0.3, how=HOW, note=NOTE)
    finished = Row("  the same of a finished export", target=0.3, how=HOW_FINISHED)
    above = Row("  peak memory above the start", unit="MiB", target=0.4, how=HOW)
    process = Row("  peak memory, whole process", unit="MiB", target=0.4, how=HOW)
    rows = [speed, finished, above, process]
    from bireme import HolisticsV1  # not in the vendor's environment, where the worker below runs

    try:
        theirs = vendor.python()
    except vendor.Unavailable as problem:
        for row in rows:
            row.skipped = str(problem)
        return rows
    run = partial(worker, module="bench.legacy")
    with emulator() as emulated, HolisticsV1(emulated.key, emulated.legacy_url) as client:
        job = client.export_report(bench.report).id
        at = {"url": emulated.legacy_url, "key": emulated.key, "report": bench.report}
        ours, vendors, ours_finished, vendors_finished = alternate(
            bench.times(5),
            lambda: run("dropin", **at),
            lambda: run("package", python=str(theirs), **at),
            lambda: run("dropin", job=job, **at),
            lambda: run("package", python=str(theirs), job=job, **at),
        )
    finished.ours, finished.theirs = (
        [float(each["wall"]) for each in side] for side in (ours_finished, vendors_finished)
    )
    assert {each["result"] for each in ours} == {each["result"] for each in vendors}
    for row, name in ((speed, "wall"), (above, "above"), (process, "process")):
        row.ours = [float(each[name]) for each in ours]
        row.theirs = [float(each[name]) for each in vendors]
    above.note = "the highest resident set above that before the call, imports done"
    process.note = "the highest resident set of the whole process, libraries and all"
    return rows


# --- the worker ---


def package(url: str, key: str, report: int, job: int | None = None) -> dict[str, Any]:
    """The vendor's package."""
    from holistics.holistics import HolisticsAPI  # type: ignore[import-not-found]

    return _export(HolisticsAPI(key, url), report, job)


def dropin(url: str, key: str, report: int, job: int | None = None) -> dict[str, Any]:
    """Ours, imported before the time runs, as requests and pandas are for the other."""
    import pandas  # noqa: F401

    import bireme._runtime.http
    import bireme._runtime.tables_csv  # noqa: F401
    from bireme.holistics_v1 import HolisticsAPI

    return _export(HolisticsAPI(key, url), report, job)


def _export(api: Any, report: int, job: int | None) -> dict[str, Any]:
    """The whole way from the submission on, or from the finished job where one is given."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.csv"
        if job is None:
            measured = timed(lambda: len(api.export_data(str(report), path=str(path))))
        else:
            measured = timed(lambda: len(api.download_results(str(job), str(path))))
        assert path.stat().st_size > 0
    return measured


CASES = {"package": package, "dropin": dropin}

if __name__ == "__main__":
    _measured = CASES[sys.argv[1]](**json.loads(sys.argv[2]))
    sys.stdout.write("\n" + json.dumps(_measured) + "\n")  # the vendor's package prints, and leaves a line open
