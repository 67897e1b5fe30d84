"""The generator with the real client generator, and on the specs of this repository."""

from __future__ import annotations

from typing import Any

import pytest

from generator.clients import generate_client
from generator.command import ROOT, main


def test_a_whole_run_gives_every_operation_and_the_same_files_each_time(library: Any) -> None:
    library.client = generate_client
    assert library.run() == 0
    first = library.outputs()
    operations = [name for name in first if "/generated/api/" in name and not name.endswith("__init__.py")]
    assert len(operations) == 4
    assert library.run() == 0
    assert library.outputs() == first


def test_an_operation_that_the_real_generator_cannot_do_keeps_the_earlier_output(
    library: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    library.client = generate_client
    library.run()
    earlier = library.outputs()
    library.replace("paths/books.yaml", "in: query", "in: cookie")
    library.replace(
        "paths/books.yaml",
        "  x-pagination:\n    style: cursor\n    items: /books\n    next: /next\n    param: after\n",
        "",
    )
    assert library.run() == 1
    assert "clients: books_list (GET /books): the parameter after is a cookie" in capsys.readouterr().err
    assert library.outputs() == earlier


def test_what_is_committed_is_what_the_specs_give(capsys: pytest.CaptureFixture[str]) -> None:
    result = main(["all", "--check", "--root", str(ROOT)])
    captured = capsys.readouterr()
    assert result == 0, captured.out + captured.err
