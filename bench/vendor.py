"""The vendor's Python package `holistics`, unmodified, in an environment of its own.

Its requirements are pinned with hashes in `requirements/vendor-holistics.txt`. It may not go into ours: it brings a
top-level package `tests`, and other versions of what we use. The environment is made once, in the user's cache, by the
ordinary means: venv and pip. `python -m bench.vendor` makes it and prints where it is.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).parents[1] / "requirements" / "vendor-holistics.txt"
PATIENCE = 600.0


class Unavailable(Exception):
    """The environment cannot be made here; the text says why."""


def python() -> Path:
    """The interpreter of the environment, which is made if it is not there yet.

    Raises:
        Unavailable: it cannot be made, for example without a network.
    """
    folder = _folder()
    interpreter, ready = folder / "bin" / "python", folder / ".ready"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with folder.with_name(folder.name + ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # several workers of one test run may want it at once
            if not ready.exists():
                shutil.rmtree(folder, ignore_errors=True)
                _make(folder, interpreter)
                ready.touch()
    except OSError as error:
        raise Unavailable(f"the vendor's package cannot be installed: {error}") from None
    return interpreter


def _folder() -> Path:
    """A place that changes with what is to be in it."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    stamp = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode() + sys.base_prefix.encode()).hexdigest()
    return cache / "bireme" / f"vendor-holistics-{stamp[:12]}"


def _make(folder: Path, interpreter: Path) -> None:
    _run(sys.executable, "-m", "venv", str(folder))
    pip = (str(interpreter), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes")
    _run(*pip, "-r", str(REQUIREMENTS))


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise Unavailable(f"the vendor's package was not installed within {PATIENCE:g} s") from None
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:] or ["no reason given"]
        raise Unavailable(f"the vendor's package cannot be installed: {said[0]}")


if __name__ == "__main__":
    print(python())
