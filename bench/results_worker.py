"""The cases of `bench.results`, each in a fresh process, as those of `bench.worker`."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .worker import timed

WORDS = ["a plain text", "Köln", 'say "hi" to all', "C:\\data\\x", "two\nlines", "New York", "日本語", "tab\there"]


def batches(rows: int, columns: int) -> Iterator[Any]:
    """Integers, texts, fractions, timestamps, booleans and dates, a tenth of them null, some with escapes."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    random = np.random.default_rng(1)
    texts = pa.array(WORDS)

    def column(index: int, count: int) -> pa.Array:
        values = [
            lambda: pa.array(random.integers(0, 10_000_000, count)),
            lambda: texts.take(pa.array(random.integers(0, len(WORDS), count))),
            lambda: pa.array(np.round(random.normal(0, 1000, count), 3)),
            lambda: pa.array(1_577_836_800 + random.integers(0, 100_000_000, count)).cast(pa.timestamp("s")),
            lambda: (
                pa.array(random.random(count) < 0.5)
                if index % 2
                else pa.array(random.integers(15000, 20000, count).astype("int32")).cast(pa.date32())
            ),
        ][index % 5]()
        return pc.if_else(pa.array(random.random(count) < 0.1), pa.scalar(None, values.type), values)

    for start in range(0, rows, 100_000):
        count = min(100_000, rows - start)
        yield pa.record_batch([column(index, count) for index in range(columns)], [f"c{i}" for i in range(columns)])


def write(rows: int, columns: int, path: str) -> dict[str, Any]:
    """The emulator's document into a file; only its making is timed."""
    from bireme_emulator.cluvio.result_json import fields_of, write_json

    made, seconds = batches(rows, columns), 0.0
    first = next(made)
    meta = {"execution_id": "02ca5b65-a269-4c45-8d4a-0c74ff3ae670", "data_timestamp": 1717400000, "time_zone": "UTC"}

    def all_batches() -> Iterator[Any]:
        nonlocal seconds
        yield first
        while True:
            began = time.perf_counter()
            batch = next(made, None)
            seconds -= time.perf_counter() - began
            if batch is None:
                return
            yield batch

    with Path(path).open("wb") as file:
        chunks = write_json(all_batches(), fields_of(first.schema), meta)
        while True:
            began = time.perf_counter()
            chunk = next(chunks, None)
            seconds += time.perf_counter() - began
            if chunk is None:
                break
            file.write(chunk)
    return {"wall": seconds}


def _source(url: str) -> tuple[Any, Any]:
    """A sender, and the result as the client's tables read it; all imported, and one small answer had."""
    import bireme._runtime.http
    import bireme._runtime.tables_json  # noqa: F401
    from bireme._runtime.config import Settings
    from bireme._runtime.handoff import spool_to
    from bireme._runtime.senders import SyncSender
    from bireme._runtime.tables import Source
    from bireme._runtime.transport import Session
    from bireme.cluvio._types import DATA_TYPES
    from bireme.cluvio.generated.api.result_data import get_result_data

    settings = Settings(url, "Authorization", "token", "Cluvio", auth_prefix="Data ", server="data")
    sender = SyncSender(Session(settings))
    request = get_result_data.request("results/1")
    source = Source(
        lambda file: spool_to(sender.session, request, file), "json", get_result_data.OPERATION.id, DATA_TYPES
    )
    return sender, source


def to_arrow(url: str) -> dict[str, Any]:
    """From the socket to a `pyarrow.Table`."""
    from bireme._runtime import tables

    sender, source = _source(url)
    return timed(lambda: sender.run(tables.to_arrow(source)).num_rows)


def to_parquet(url: str) -> dict[str, Any]:
    """From the socket to a Parquet file."""
    import pyarrow.parquet  # noqa: F401

    from bireme._runtime import tables_files

    sender, source = _source(url)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "result.parquet"
        return timed(lambda: sender.run(tables_files.to_file(source, path)).stat().st_size)


def loads(path: str) -> dict[str, Any]:
    """`orjson.loads` alone, of bytes that are in memory."""
    import orjson

    body = Path(path).read_bytes()
    kept = []
    return timed(lambda: kept.append(orjson.loads(body)))


def frame(path: str) -> dict[str, Any]:
    """`json.loads` and `pandas.DataFrame`; the memory is that of the bytes, too."""
    import pandas as pd

    parsing = 0.0

    def case() -> int:
        nonlocal parsing
        body = Path(path).read_bytes()
        began = time.perf_counter()
        document = json.loads(body)
        table = pd.DataFrame(document["rows"], columns=[field["name"] for field in document["fields"]])
        parsing = time.perf_counter() - began
        return len(table)

    return {**timed(case), "wall": parsing}


CASES: tuple[Callable[..., dict[str, Any]], ...] = (write, to_arrow, to_parquet, loads, frame)


if __name__ == "__main__":
    _case = next(each for each in CASES if each.__name__ == sys.argv[1])
    sys.stdout.write(json.dumps(_case(**json.loads(sys.argv[2]))) + "\n")
