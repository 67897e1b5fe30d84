"""Commands that start something and wait for it: what they show meanwhile, and how they end when they are cut off.

Ctrl-C stops at the server what nobody else can be waiting for (a query, the refresh that the command has asked for).
What the server may share (a rendered file, the run of an alert) goes on; how to take it up again is printed.
"""

from __future__ import annotations

import shlex
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

import typer

from bireme._runtime.errors import BiremeError, WaitTimeout
from bireme.cli.output import INTERRUPTED, TIMED_OUT, one_line, tell
from bireme.cli.progress import ExportProgress

from .group import Connection

H = TypeVar("H")

_OVER = frozenset({"success", "query_error", "timed_out", "internal_error", "internal_timeout", "error"})


def finish(
    connection: Connection,
    start: Callable[[], H],
    title: str,
    *,
    timeout: float,
    again: Sequence[str] = (),
    stops: bool = False,
) -> H:
    """Starts a query, refresh or export, waits until it is over, and gives its handle.

    Args:
        connection: for the server that the hint on how to go on has to name.
        start: gives the handle without waiting.
        title: of the progress bar.
        timeout: seconds.
        again: options that `bireme cluvio resume` needs to end in the same.
        stops: whether Ctrl-C stops it at the server.

    Raises:
        JobFailed, JobCancelled and whatever `start` raises.
        typer.Exit: it was cut off, and what to go on with is printed.
    """
    with _held() as interrupted:
        handle: Any = start()
    try:
        if interrupted:
            raise KeyboardInterrupt
        with ExportProgress(title) as progress:
            handle.wait(timeout, on_progress=progress.waiting)
    except WaitTimeout as error:
        problem = f" The last look failed: {error.last_error}" if error.last_error else ""
        state = error.last_status or "not heard of"
        tell(one_line(f"Error: {title} is still {state} after {error.elapsed:.0f} s.{problem}"))
        go_on(connection, handle, again, TIMED_OUT)
    except KeyboardInterrupt:
        if stops:
            _stop(handle)
        tell("Interrupted.")
        go_on(connection, handle, again, INTERRUPTED)
    return handle  # type: ignore[no-any-return]


@contextmanager
def _held() -> Iterator[list[int]]:
    """Lets Ctrl-C and SIGTERM wait for the reply that names what was started, or nobody could stop it any more.

    A second one does not wait. Gives the signals that came.
    """
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield came  # signals go to the main thread
        return

    def hold(number: int, _: object) -> None:
        came.append(number)
        if len(came) > 1:
            raise KeyboardInterrupt

    before = {number: signal.signal(number, hold) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(handle: Any) -> NoReturn:
    try:
        handle.cancel()
    except BiremeError as error:
        tell(
            one_line(f"Interrupted. Execution {handle.id} may go on at Cluvio, for it could not be cancelled: {error}")
        )
        raise typer.Exit(INTERRUPTED) from None
    if handle.status == "cancelled":
        tell(f"Interrupted. Execution {handle.id} is cancelled at Cluvio.")
    elif handle.status in _OVER:
        tell(f"Interrupted. Execution {handle.id} was over already: {handle.status}.")
    else:
        tell(f"Interrupted. Cluvio was asked to cancel execution {handle.id}, which is {handle.status} so far.")
    raise typer.Exit(INTERRUPTED)


def go_on(connection: Connection, handle: Any, again: Sequence[str], code: int) -> NoReturn:
    """Prints the command that takes a handle up again, and ends this one."""
    command = ["bireme", "cluvio", "resume", handle.resume_token, *again, *connection.server.again()]
    tell("It goes on at Cluvio. To go on with it here:")
    tell(f"  {shlex.join(command)}")
    raise typer.Exit(code)
