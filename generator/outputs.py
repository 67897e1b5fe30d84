"""Files that a run makes: built in a folder of their own, compared or moved into place as a whole."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.errors import GenerationError, display_path


@contextmanager
def workshop(beside: Path) -> Iterator[Path]:
    """Give a fresh folder in `beside`, on the same disk as the targets, and remove it at the end whatever happens."""
    beside.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".generate-", dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(moves: Mapping[Path, Path], attic: Path) -> None:
    """Move each made file or folder to its target; on any failure put back what stood there before.

    Args:
        moves: what was made, to the place that it goes to.
        attic: an empty folder on the same disk, which keeps the earlier output until all is done.

    Raises:
        GenerationError: a target could not be written. Everything is as it was.
    """
    attic.mkdir(parents=True, exist_ok=True)
    done: list[tuple[Path, Path | None]] = []
    try:
        for number, (made, target) in enumerate(moves.items()):
            target.parent.mkdir(parents=True, exist_ok=True)
            kept = None
            if target.exists():
                kept = attic / str(number)
                target.rename(kept)
            done.append((target, kept))
            made.rename(target)
    except OSError as error:
        for target, kept in reversed(done):
            _remove(target)
            if kept is not None:
                kept.rename(target)
        raise GenerationError(
            f"the output cannot be written: {error.strerror or error}",
            file=target,
            rule="generate",
            remedy="Look at the rights and the free space of the disk. The earlier output is still there.",
        ) from None


def differences(made: Path, target: Path) -> list[str]:
    """Say, a line for each file, where a made file or folder differs from what stands at `target`."""
    ours, theirs = _files(made), _files(target)
    lines = [f"missing: {display_path(target / name)}" for name in ours.keys() - theirs.keys()]
    lines += [f"not generated: {display_path(target / name)}" for name in theirs.keys() - ours.keys()]
    for name in ours.keys() & theirs.keys():
        if not filecmp.cmp(ours[name], theirs[name], shallow=False):
            lines.append(f"differs: {display_path(target / name)}")
    return sorted(lines)


def _files(root: Path) -> dict[str, Path]:
    if root.is_file():
        return {"": root}
    return {
        path.relative_to(root).as_posix(): path
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
