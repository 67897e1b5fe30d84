"""Shared helpers: a small API of many files to break, and a quick stand-in for the client generator."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.command import main

FIXTURES = Path(__file__).with_name("fixtures")
METHODS = ("get", "put", "post", "delete", "patch")


def plain_client(document: dict[str, Any], api: str, package: Path) -> None:
    """Write a module with its OPERATION for each operation, and nothing else."""
    for item in document["paths"].values():
        for method in METHODS:
            if method in item:
                name = item[method]["operationId"]
                file = package / "api" / f"{name}.py"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(f"OPERATION: Final = _wire.Operation(id={name!r}, method={method!r})\n")
    (package / "__init__.py").write_text(f'"""Client of {api}."""\n')


class Library:
    """A copy of the fixture API in a repository of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.spec = root / "specs" / "library"
        self.client: Callable[[dict[str, Any], str, Path], None] = plain_client

    def run(self, *arguments: str) -> int:
        return main([*arguments, "--root", str(self.root)], client=self.client)

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.spec / file
        text = path.read_text()
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new))

    def write(self, file: str, text: str) -> None:
        path = self.spec / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)

    def outputs(self) -> dict[str, bytes]:
        """Everything below clients/, by its path."""
        base = self.root / "clients"
        return {path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*") if path.is_file()}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shutil.copytree(FIXTURES / "library", tmp_path / "specs" / "library")
    return Library(tmp_path)
