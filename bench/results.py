"""A Cluvio result from a socket to Arrow, against what makes objects of it; and how fast the emulator writes one."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .harness import Bench, Row, alternate, worker

MODULE = "bench.results_worker"
SHAPES = ((1_000_000, 5), (200_000, 25))
MOST_ABOVE = 128.0


def cluvio(bench: Bench) -> list[Row]:
    """5,000,000 cells as 1,000,000 rows of 5 and as 200,000 of 25, and three times the rows to Parquet."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count, columns in SHAPES:
            rows += _shape(bench, Path(folder), count // 100 if bench.quick else count, columns)
        rows.append(_large(bench, Path(folder)))
    return rows


def _shape(bench: Bench, folder: Path, count: int, columns: int) -> list[Row]:
    path, shape = folder / "result.json", f"{count:,} x {columns}"
    written = [
        worker("write", module=MODULE, rows=count, columns=columns, path=str(path)) for _ in range(bench.times(3))
    ]
    with serving(path) as url:
        arrow, loads, frames, parquet = alternate(
            bench.times(5),
            lambda: worker("to_arrow", module=MODULE, url=url),
            lambda: worker("loads", module=MODULE, path=str(path)),
            lambda: worker("frame", module=MODULE, path=str(path)),
            lambda: worker("to_parquet", module=MODULE, url=url),
        )
    ours, whole = (
        "Source(...) of the data server's answer, to_arrow()",
        "json.loads, then pandas.DataFrame, of bytes there",
    )
    size = path.stat().st_size / 1e6
    speeds = [size / each["wall"] for each in written]
    return [
        Row(f"{shape}: socket to Arrow / orjson.loads", _of("wall", arrow), _of("wall", loads), target=1.2,
            how=(ours, "orjson.loads of bytes that are there"), note=f"{size:.0f} MB"),
        Row(f"{shape}: socket to Arrow / json and DataFrame", _of("wall", arrow), _of("wall", frames), target=0.6,
            how=(ours, whole)),
        Row("  peak memory above the start", _of("above", arrow), _of("above", frames), "MiB", 0.4,
            how=(ours, f"{whole}, read from a file")),
        Row("  to Parquet: memory above the start", _of("above", parquet), unit="MiB", target=MOST_ABOVE,
            compare="value", how=("the same, to_file('result.parquet')", "")),
        Row("  the emulator writes it", speeds, unit="MB/s", target=100.0, compare="value", at_least=True,
            how=("write_json of Arrow batches in memory, two threads", "")),
    ]  # fmt: skip


def _large(bench: Bench, folder: Path) -> Row:
    path, count = folder / "large.json", 30_000 if bench.quick else 3_000_000
    worker("write", module=MODULE, rows=count, columns=5, path=str(path))
    with serving(path) as url:
        parquet = [worker("to_parquet", module=MODULE, url=url) for _ in range(bench.times(3))]
    return Row(
        f"{count:,} x 5 to Parquet: memory above the start",
        _of("above", parquet),
        unit="MiB",
        target=MOST_ABOVE,
        compare="value",
        how=("to_file('result.parquet')", ""),
    )


def _of(name: str, samples: list[dict[str, Any]]) -> list[float]:
    return [float(sample[name]) for sample in samples]


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """A server that answers every request with a file, at no more cost than the kernel's."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_serve, args=(listener, path), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def _serve(listener: socket.socket, path: Path) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return  # closed: nobody is to be served any more
        with connection, path.open("rb") as file:
            while not connection.recv(65536).endswith(b"\r\n\r\n"):
                pass
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {path.stat().st_size}\r\n"
            connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
            connection.sendfile(file)
