"""Putting output into place: all of it or none, and telling what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import GenerationError
from generator.outputs import differences, publish, workshop


def _tree(root: Path, **files: str) -> Path:
    for name, text in files.items():
        file = root / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def test_a_workshop_is_gone_afterwards_also_when_work_fails(tmp_path: Path) -> None:
    def work() -> None:
        with workshop(tmp_path / "clients") as folder:
            _tree(folder, a="1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    assert list((tmp_path / "clients").iterdir()) == []


def test_a_folder_replaces_the_earlier_one_as_a_whole(tmp_path: Path) -> None:
    target = _tree(tmp_path / "target", old="1", both="1")
    publish({_tree(tmp_path / "made", new="2", both="2"): target}, tmp_path / "attic")
    assert {path.name: path.read_text() for path in target.iterdir()} == {"new": "2", "both": "2"}


def test_when_one_move_fails_every_target_is_as_before(tmp_path: Path) -> None:
    first, second = _tree(tmp_path / "first", a="old"), tmp_path / "fresh"
    moves = {
        _tree(tmp_path / "made1", a="new"): first,
        _tree(tmp_path / "made2", a="new"): second,
        tmp_path / "never-made": _tree(tmp_path / "third", a="old"),
    }
    with pytest.raises(GenerationError, match="earlier output is still there"):
        publish(moves, tmp_path / "attic")
    assert (first / "a").read_text() == "old"
    assert not second.exists()
    assert (tmp_path / "third" / "a").read_text() == "old"


def test_differences_name_each_file_and_how_it_differs(tmp_path: Path) -> None:
    made = _tree(tmp_path / "made", same="1", changed="1", new__file="1")
    target = _tree(tmp_path / "target", same="1", changed="2", gone="1", __pycache____x="1")
    told = [line.replace(f"{tmp_path}/", "") for line in differences(made, target)]
    assert told == ["differs: target/changed", "missing: target/new/file", "not generated: target/gone"]


def test_a_target_that_is_not_there_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("1")
    assert differences(tmp_path / "a.json", tmp_path / "b.json")[0].startswith("missing: ")
