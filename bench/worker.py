"""The cases that need a fresh process: `python -m bench.worker CASE JSON` prints one line of JSON.

Each case imports what it needs and makes one small call, so that the connection stands. It is then timed, and reports
seconds, and MiB above the start and of the whole process.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

MIB = 1 << 20


def resident(which: str) -> float:
    """A size of this process in MiB: `VmRSS` now, `VmHWM` the highest so far."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(which):
            return int(line.split()[1]) / 1024
    raise SystemExit("the memory of a process is read from /proc/self/status: run this on Linux")


def timed(case: Callable[[], Any]) -> dict[str, Any]:
    """Seconds and MiB that a case takes; what it returns goes along as `result`."""
    before = resident("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the highest so far, that of the imports
    cpu, began = time.process_time(), time.perf_counter()
    result = case()
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    peak = resident("VmHWM")
    return {"wall": wall, "cpu": cpu, "above": peak - before, "process": peak, "result": result}


# --- the vendor's tutorial ---


def _submit_and_wait(client: Any, url: str, widget: int) -> int:
    """Submits, asks at once whether the job has finished, then every two seconds."""
    reply = client.post(f"{url}/dashboard_widgets/{widget}/submit_export", params={"output": "csv"}, json={})
    job_id = int(reply.json()["job"]["id"])
    while True:
        status = client.get(f"{url}/jobs/{job_id}").json()["job"]["status"]
        if status == "success":
            return job_id
        if status in ("failure", "cancelled"):
            raise SystemExit(f"job {job_id}: {status}")
        time.sleep(2)


def _bare_client(key: str) -> Any:
    import httpx2

    return httpx2.Client(headers={"X-Holistics-Key": key}, follow_redirects=True, timeout=60)


def _body(client: Any, url: str, job_id: int) -> bytes:
    reply = client.get(f"{url}/exports/download", params={"job_id": job_id})
    reply.raise_for_status()
    content: bytes = reply.content
    return content


def tutorial(url: str, key: str, widget: int, reader: str) -> dict[str, Any]:
    """Fixed polling, the whole body in memory, then `pandas.read_csv`, or the csv module."""
    import csv

    import pandas as pd

    def case() -> int:
        body = _body(client, url, _submit_and_wait(client, url, widget))
        if reader == "read_csv":
            return len(pd.read_csv(io.BytesIO(body)))
        rows = list(csv.reader(io.StringIO(body.decode(), newline="")))
        return len(pd.DataFrame(rows[1:], columns=rows[0]))

    with _bare_client(key) as client:
        client.get(f"{url}/users/me")
        return timed(case)


def whole_body(url: str, key: str, job: int, dates: list[str]) -> dict[str, Any]:
    """The whole body of a finished export in memory, then `pandas.read_csv`, with `dates` as dates."""
    import pandas as pd

    with _bare_client(key) as client:
        client.get(f"{url}/jobs/{job}")
        return timed(lambda: len(pd.read_csv(io.BytesIO(_body(client, url, job)), parse_dates=dates or False)))


# --- bireme ---


def _client(url: str, key: str) -> Any:
    import bireme._runtime.http
    import bireme.holistics._handles  # noqa: F401 - imported before the time runs, as httpx2 is for the others
    from bireme import Holistics

    return Holistics(key, base_url=url)


def export_to_pandas(url: str, key: str, widget: int) -> dict[str, Any]:
    """`export_widget(...).to_pandas()`: submit, wait, read."""
    import pandas  # noqa: F401 - imported before the time runs, as for the others

    import bireme._runtime.tables_csv  # noqa: F401

    with _client(url, key) as client:
        client.users.me()
        return timed(lambda: len(client.export_widget(widget).to_pandas()))


def to_pandas(url: str, key: str, token: str) -> dict[str, Any]:
    """A finished export as a DataFrame."""
    import pandas  # noqa: F401

    import bireme._runtime.tables_csv  # noqa: F401

    return _finished(url, key, token, lambda export: len(export.to_pandas()))


def to_arrow(url: str, key: str, token: str) -> dict[str, Any]:
    """A finished export as an Arrow table."""

    import bireme._runtime.tables_csv  # noqa: F401

    return _finished(url, key, token, lambda export: export.to_arrow().num_rows)


def to_file(url: str, key: str, token: str) -> dict[str, Any]:
    """A finished export in a csv file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        return _finished(url, key, token, lambda export: export.to_file(path).stat().st_size)


def _finished(url: str, key: str, token: str, read: Callable[[Any], int]) -> dict[str, Any]:

    with _client(url, key) as client:
        export = client.resume(token)
        export.refresh()
        return timed(lambda: read(export))


CASES: tuple[Callable[..., dict[str, Any]], ...] = (
    tutorial, whole_body, export_to_pandas, to_pandas, to_arrow, to_file,
)  # fmt: skip


if __name__ == "__main__":
    _case = next(each for each in CASES if each.__name__ == sys.argv[1])
    sys.stdout.write(json.dumps(_case(**json.loads(sys.argv[2]))) + "\n")
