"""Counts what the programs in a box take together: processes and memory, for which the kernel has no limit that fits.

`RLIMIT_NPROC` does not hold for root, older kernels count all processes of the user for it, and `RLIMIT_AS` is for one
process. So who runs a box asks a `Watch` every few hundredths of a second, and ends the box when it objects.
"""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["MOST_PROCESSES", "Watch"]

MOST_PROCESSES = 64
_PROC = Path("/proc")
_EVERY = 5  # looks between two countings that nothing gives a reason for
_PAGE = os.sysconf("SC_PAGE_SIZE")
_SCARCE = 8  # memory is short when less than this part of the machine's is free


class Watch:
    """Watches over a process and all that descend from it.

    `memory` is in bytes: no more may be resident in all of them, nor may the machine's free memory have become less by
    as much and short (memory that belongs to no process, such as files that exist in memory only).
    """

    def __init__(self, pid: int, memory: int) -> None:
        self._pid, self._memory = pid, memory
        self._looks = 0
        self._threads = _threads()
        self._free = _free()[0]

    def excess(self) -> str | None:
        """What is too much, as the end of a sentence; `None` while nothing is."""
        self._looks += 1
        if self._looks % _EVERY and _threads() <= self._threads + MOST_PROCESSES:
            return None
        free, all = _free()
        if self._free - free > self._memory and free * _SCARCE < all:
            return "it takes more memory than the machine has left"
        count, resident = self._taken()
        if count > MOST_PROCESSES:
            return f"it has started more than {MOST_PROCESSES} processes"
        if resident > self._memory:
            return f"its processes take more than {self._memory // 2**20} MB of memory"
        return None

    def _taken(self) -> tuple[int, int]:
        """The number of processes that there are, and the bytes they hold."""
        children: dict[int, list[int]] = {}
        sizes: dict[int, int] = {}
        for entry in os.listdir(_PROC):
            if entry.isdigit() and (facts := _stat(entry)) is not None:
                parent, sizes[int(entry)] = facts
                children.setdefault(parent, []).append(int(entry))
        ours = [self._pid]
        for pid in ours:
            ours += children.get(pid, ())
        return len(ours), sum(sizes.get(pid, 0) for pid in ours)


def _stat(pid: str) -> tuple[int, int] | None:
    """Parent and resident bytes of a process; `None` for one that has just ended."""
    try:
        text = (_PROC / pid / "stat").read_text(errors="replace")
    except OSError:
        return None
    fields = text.rpartition(")")[2].split()  # the name before may have any character
    return int(fields[1]), int(fields[21]) * _PAGE


def _threads() -> int:
    """How many threads there are on the whole machine, which is quickly read."""
    return int((_PROC / "loadavg").read_text().split()[3].partition("/")[2])


def _free() -> tuple[int, int]:
    """The machine's memory in bytes: what could be given out, and all of it."""
    lines = dict(line.split(":", 1) for line in (_PROC / "meminfo").read_text().splitlines())
    free, all = (int(lines[name].split()[0]) * 1024 for name in ("MemAvailable", "MemTotal"))
    return free, all
