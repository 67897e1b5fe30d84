"""A closed room for programs that a person wrote: no network, no files but its own input, limits on memory and time.

It stands on Linux namespaces, which an ordinary user may make on most systems, and on `unshare` of util-linux. Whether
that works here is tried out once, before the first program. Root becomes nobody first, since most of the kernel's
limits do not hold for root. What it limits for each process only (memory) is counted while the program runs, by
`rbox_watch`, and so is the number of processes, for where the kernel does not limit it.
"""

from __future__ import annotations

import os
import platform
import re
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

from bireme_emulator.kernel.clock import stopwatch

from .rbox_watch import MOST_PROCESSES, Watch

__all__ = ["BoxError", "Ended", "run_boxed", "why_not"]

_SCRIPT = Path(__file__).with_name("rbox.sh")
_NOBODY = 65534
# Whatever ends the emulator, even SIGKILL, ends what runs in the box.
_TIED = ("setpriv", "--pdeathsig", "KILL")
_AS_NOBODY = ("--reuid", str(_NOBODY), "--regid", str(_NOBODY), "--clear-groups")
_NAMESPACES = ("--user", "--map-root-user", "--net", "--mount", "--pid", "--ipc", "--uts", "--fork", "--kill-child")
_TICK = 0.05
_MOST_OUTPUT = 512 * 1024 * 1024
_MOST_ERRORS = 64 * 1024
_PATIENCE = 20.0
# Nothing of the machine's own may be seen or changed; the network is gone with the namespace, or unshare has failed.
_PROOF = """
for part in /root /home /var /proc /sys /run; do test ! -e $part || exit 3; done
if (: > /usr/written) 2>/dev/null; then exit 4; fi
if mount -t tmpfs none /tmp 2>/dev/null; then exit 5; fi
: > /tmp/written
"""


class BoxError(Exception):
    """The program could not be run closed in, or broke a limit; the message says which."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended. `timed_out`: it was stopped at the time limit; `cancelled`: because nobody wants it."""

    code: int
    output: bytes
    errors: str
    timed_out: bool = False
    cancelled: bool = False


def why_not() -> str | None:
    """Why programs cannot be closed in on this machine; `None` where they can."""
    return _way()[1]


@cache
def _way() -> tuple[bool, str | None]:
    """Whether root becomes nobody for it, and why programs cannot be closed in here, if they cannot.

    Where nobody may not make namespaces (some systems reserve that for root), root does it as root.
    """
    if os.geteuid() == 0 and _tried(as_nobody=True) is None:
        return True, None
    return False, _tried(as_nobody=False)


def _tried(*, as_nobody: bool) -> str | None:
    """Why a program cannot be closed in, if it cannot."""
    try:
        with tempfile.TemporaryDirectory(prefix="bireme-r-") as work:
            command = ["/bin/sh", "-c", _PROOF]
            tried = _run(command, Path(work), {}, _PATIENCE, 2**30, lambda: False, as_nobody=as_nobody)
    except BoxError as error:
        return str(error)
    if tried.code == 0 and not tried.output:
        return None
    return f"namespaces of Linux cannot be made here ({tried.errors.strip()[-300:] or 'they do not hold'})"


def run_boxed(
    command: Sequence[str],
    work: Path,
    environment: dict[str, str],
    *,
    seconds: float,
    memory: int,
    cancelled: Callable[[], bool] = lambda: False,
) -> Ended:
    """Run a program with `work` as its `/given`, `seconds` of real time and `memory` bytes in all at most.

    Raises `BoxError` where `setpriv` or `unshare` is missing, and for a program that says more than is taken, takes
    more memory, or starts more processes than `rbox_watch` lets it.
    """
    return _run(command, work, environment, seconds, memory, cancelled, as_nobody=_way()[0])


def _run(
    command: Sequence[str],
    work: Path,
    environment: dict[str, str],
    seconds: float,
    memory: int,
    cancelled: Callable[[], bool],
    *,
    as_nobody: bool,
) -> Ended:
    path = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/tmp"}
    single = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # threads count as processes
    given = {"LC_ALL": "C.UTF-8", "TZ": "UTC", **path, **single, **environment}
    with tempfile.TemporaryDirectory(prefix="bireme-box-") as root:
        if as_nobody:
            for place in (Path(root), work, *work.iterdir()):
                os.chown(place, _NOBODY, _NOBODY)
        limits = [str(memory), str(int(seconds) + 1), str(_most_threads(as_nobody=as_nobody))]
        box = ["/bin/sh", str(_SCRIPT), root, str(work), *limits, *command]
        who = _AS_NOBODY if as_nobody else ()
        try:
            process = subprocess.Popen(
                [*_TIED, *who, "--", "unshare", *_NAMESPACES, "--", *box],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=given,
                cwd="/",
                start_new_session=True,
            )
        except OSError as error:
            raise BoxError(f"the programs of util-linux cannot be started: {error.strerror}") from error
        with process:
            return _attend(process, seconds, cancelled, Watch(process.pid, memory))


def _most_threads(*, as_nobody: bool) -> int | str:
    """What the kernel lets the box have; before Linux 5.14 it counted all that the user has on the machine."""
    release = re.match(r"(\d+)\.(\d+)", platform.release())
    by_namespace = release is not None and (int(release[1]), int(release[2])) >= (5, 14)
    return 2 * MOST_PROCESSES if as_nobody or by_namespace else "unlimited"


def _attend(process: subprocess.Popen[bytes], seconds: float, cancelled: Callable[[], bool], watch: Watch) -> Ended:
    """Take what the program writes until it ends, or end it."""
    assert process.stdout is not None
    assert process.stderr is not None
    output, errors = _Taken(process.stdout, _MOST_OUTPUT), _Taken(process.stderr, _MOST_ERRORS)
    elapsed = stopwatch()
    timed_out = unwanted = False
    excess: str | None = None
    try:
        while True:
            try:
                process.wait(_TICK)
                break
            except subprocess.TimeoutExpired:
                timed_out, unwanted, excess = elapsed() >= seconds, cancelled(), watch.excess()
                if timed_out or unwanted or excess or output.overflowed:
                    break
    finally:
        process.kill()  # unshare takes the first process of the namespace along, and that one all others
        process.wait()
    content, said = output.finish(), errors.finish()
    if output.overflowed:
        raise BoxError(f"the result is larger than {_MOST_OUTPUT // 2**20} MB")
    if excess:
        raise BoxError(excess)
    return Ended(process.returncode, content, said.decode(errors="replace"), timed_out, unwanted)


class _Taken:
    """Reads a pipe to its end in a thread of its own, and keeps no more than `most` bytes."""

    def __init__(self, pipe: IO[bytes], most: int) -> None:
        self._pipe, self._most = pipe, most
        self._kept = bytearray()
        self.overflowed = False
        self._thread = threading.Thread(target=self._run, name="bireme-r-pipe", daemon=True)
        self._thread.start()

    def finish(self) -> bytes:
        """All that came."""
        self._thread.join()
        return bytes(self._kept)

    def _run(self) -> None:
        while part := os.read(self._pipe.fileno(), 1 << 20):
            room = self._most - len(self._kept)
            self.overflowed = self.overflowed or len(part) > room
            self._kept += part[:room]
