"""Commands that start a job and wait for it: what they show meanwhile, and how they end when they are cut off."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import typer

from bireme._runtime.errors import JobError, WaitTimeout
from bireme._runtime.poll import Progress
from bireme.cli.output import INTERRUPTED, TIMED_OUT, one_line, print_json, tell
from bireme.cli.progress import ExportProgress
from bireme.holistics import Holistics


def follow_log(h: Holistics, id: int, *, json: bool, timeout: float) -> None:
    """Prints the log of a job as it grows, until the job has ended. Raises JobFailed and JobCancelled."""
    seen = 0

    def show(progress: Progress | None = None) -> None:
        nonlocal seen
        entries = [entry.to_dict() for entry in h.jobs.get_logs(id)]
        for entry in entries[seen:]:
            _show_entry(id, entry, json)
        seen = max(seen, len(entries))

    handle = h.job(id)
    try:
        show()  # at once, and it says where there is no such job
        _wait(handle, f"Job {id}", timeout, show, quiet=True)
        show()
    except KeyboardInterrupt:
        raise CutOff("Interrupted.", INTERRUPTED, handle) from None


def _show_entry(id: int, entry: dict[str, Any], json: bool) -> None:
    if json:
        from json import dumps

        typer.echo(dumps({"job_id": id, **entry}, ensure_ascii=True, default=str))
        return
    failed = entry.get("level") == "ERROR"
    text = f"[job:{id}] {'ERROR ' if failed else ''}{one_line(str(entry.get('message') or ''))}"
    typer.secho(text, fg="red" if failed else None)
    sys.stdout.flush()


def finish(h: Holistics, started: Any, what: str, *, json: bool, wait: bool, timeout: float) -> None:
    """Waits for a job that a command has started, unless it is not to; prints its record or a sentence."""
    job = started if isinstance(started, dict) else started.to_dict()
    id = job.get("existing_job_id") or job.get("job_id") or job.get("id")
    if not wait or id is None:
        _tell_job(job, f"{what}: job {id}", json)
        return
    handle = h.job(int(id))
    _wait(handle, what, timeout)
    _tell_job(handle.refresh().to_dict(), f"{what}: done (job {id})", json)


def _tell_job(record: dict[str, Any], sentence: str, json: bool) -> None:
    if json:
        print_json(record)
    else:
        typer.echo(one_line(sentence))


def _wait(
    handle: Any,
    title: str,
    timeout: float,
    on_progress: Callable[[Progress | None], None] | None = None,
    *,
    quiet: bool = False,
) -> None:
    try:
        with ExportProgress(f"{title}, job {handle.id}", shown=not quiet) as progress:
            handle.wait(timeout, on_progress=on_progress or progress.waiting)
    except JobError:
        if on_progress is not None:
            on_progress(None)
        raise
    except WaitTimeout as error:
        reason = f"Error: Job {handle.id} is still {error.last_status or 'not heard of'} after {error.elapsed:.0f} s."
        raise CutOff(reason, TIMED_OUT, handle) from None
    except KeyboardInterrupt:
        raise CutOff("Interrupted.", INTERRUPTED, handle) from None


class CutOff(Exception):
    """A wait has ended before its job: why, the exit code, and the job to go on with."""

    def __init__(self, reason: str, code: int, handle: Any) -> None:
        super().__init__(reason)
        self.code = code
        self.handle = handle

    def end(self, options: Sequence[str]) -> NoReturn:
        """Prints how to go on, with the options that name the server, and ends the command."""
        tell(one_line(str(self)))
        tell("The job goes on at Holistics. To follow it here:")
        tell(f"  {shlex.join(['bireme', 'holistics', 'job_show', str(self.handle.id), *options])}")
        tell(f"In a program, with resume(): {self.handle.resume_token}")
        raise typer.Exit(self.code)
