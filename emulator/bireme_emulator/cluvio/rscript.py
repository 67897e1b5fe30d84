"""`r_query`: a script in real R on the result of the SQL, which it finds as the data frame `sql.data`.

As at the vendor (user manual, "Using R") the value of the script's last expression is the result: a data frame, or a
vector as one column, named by its `names` attribute. It has a minute, 100 MB for its data, no network and no files.
Here R is the `Rscript` of this machine; of the packages that the vendor has at hand those are attached that are
installed. Where R is missing, or cannot be closed in, the query fails and says so.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bireme_emulator.kernel.query import QueryCancelled, QueryError, QueryTimeout

from .rbox import BoxError, Ended, run_boxed, why_not
from .rdata import TableError, read_table, write_table

if TYPE_CHECKING:
    import pyarrow

__all__ = ["MOST_SECONDS", "run_script", "table_for_r"]

MOST_SECONDS = 60.0
_HEAP = "100M"  # for vectors, as R counts them
_MEMORY = 1536 * 2**20  # of address space, most of which R only reserves
_PROGRAM = Path(__file__).with_name("rscript.R")
_LAST_LINES = 12
_MOST_DATA = 200 * 2**20  # bytes; twice what a script may have anyway


def table_for_r(reader: pyarrow.RecordBatchReader) -> pyarrow.Table:
    """The rows of a result, to be handed to a script. Raises QueryError for more than any script can hold."""
    import pyarrow

    batches, size = [], 0
    for batch in reader:
        batches.append(batch)
        size += batch.nbytes
        if size > _MOST_DATA:
            raise QueryError(f"The result of the SQL is too large for R: it has more than {_MOST_DATA // 2**20} MB.")
    return pyarrow.Table.from_batches(batches, reader.schema)


def run_script(
    script: str, data: pyarrow.Table, *, cancelled: Callable[[], bool] = lambda: False, seconds: float = MOST_SECONDS
) -> pyarrow.Table:
    """What the script makes of the data.

    Raises QueryError where R is missing, the script fails or its result is no table; QueryTimeout after `seconds`;
    QueryCancelled soon after `cancelled()` turns true.

    Example:
        run_script("sql.data$total <- cumsum(sql.data$n); sql.data", table)
    """
    program = _rscript()
    with tempfile.TemporaryDirectory(prefix="bireme-r-") as folder:
        work = Path(folder)
        _furnish(work, script, data)
        environment = {"R_MAX_VSIZE": _HEAP, "TMPDIR": "/tmp"}
        command = [program, "--vanilla", "/given/main.R"]
        try:
            ended = run_boxed(command, work, environment, seconds=seconds, memory=_MEMORY, cancelled=cancelled)
        except BoxError as error:
            raise QueryError(f"The R script was stopped: {error}.") from error
    return _result(ended, seconds)


def _rscript() -> str:
    found = shutil.which("Rscript")
    if found is None:
        hint = "Install it (Debian: r-base-core) and run the query again, or leave r_query out."
        raise QueryError(f"R scripts run in real R, and there is no Rscript on the emulator's machine. {hint}")
    reason = why_not()
    if reason is not None:
        hint = "R scripts run without network and files only, so this one was not run."
        raise QueryError(f"The emulator cannot close R in on this machine: {reason}. {hint}")
    return str(Path(found).resolve())


def _furnish(work: Path, script: str, data: pyarrow.Table) -> None:
    """Put into the folder what R reads."""
    if "\0" in script:
        raise QueryError("The R script has a NUL character, which R cannot read.")
    shutil.copyfile(_PROGRAM, work / "main.R")
    (work / "script.R").write_text(script, encoding="utf-8", errors="replace")
    try:
        with (work / "input.bin").open("wb") as file:
            file.writelines(write_table(data))
    except TableError as error:
        raise QueryError(str(error)) from error


def _result(ended: Ended, seconds: float) -> pyarrow.Table:
    if ended.cancelled:
        raise QueryCancelled
    if ended.timed_out:
        raise QueryTimeout(seconds)
    kind, content = ended.output[:4], memoryview(ended.output)[4:]
    if kind == b"ERR1":
        raise QueryError(f"R: {bytes(content).decode(errors='replace')}")
    if kind != b"TAB1":
        said = "\n".join(ended.errors.strip().splitlines()[-_LAST_LINES:])
        raise QueryError(f"R ended without a result (code {ended.code}). {said}".strip())
    try:
        return read_table(content)
    except TableError as error:
        raise QueryError(str(error)) from error
