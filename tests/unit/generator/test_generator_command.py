"""The command as its users meet it: steps, exit codes, messages, and output that changes as a whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.command import main
from generator.errors import GenerationError
from generator.rules import RULES

BREAKS = {
    "a missing reference": (
        ("schemas/Book.yaml", "Author.yaml", "Autor.yaml"),
        "schemas/Book.yaml:12: bundle: ",
        "there is no file",
    ),
    "a duplicate operationId": (
        ("paths/books_id.yaml", "books_get", "books_list"),
        "paths/books_id.yaml:4: validate: ",
        "is not unique",
    ),
    "a misspelt place of a parameter": (
        ("paths/books.yaml", "in: query", "in: queri"),
        "paths/books.yaml:17: validate: ",
        "queri",
    ),
    "an example that is not valid": (
        ("examples/Page.yaml", "title: Emma", "title: 7"),
        "examples/Page.yaml:5: example-valid: ",
        "7 is not of type 'string'",
    ),
    "a broken rule": (
        ("paths/books.yaml", "  x-retry: safe\n", ""),
        "paths/books.yaml:1: evidence-present: ",
        "books_list has no x-retry",
    ),
    "a stale deviation": (
        ("deviations.yaml", "~1books/get", "~1books/put"),
        "deviations.yaml:1: deviation-stale: ",
        "leads nowhere",
    ),
    "broken YAML": (
        ("schemas/Book.yaml", "[id, title]", "[id, title"),
        "schemas/Book.yaml:4: load: ",
        "not valid YAML",
    ),
}


def _lose(document: dict[str, Any], api: str, package: Path) -> None:
    from_spec = {path: item for path, item in document["paths"].items() if path != "/jobs/{id}"}
    package.mkdir(parents=True)
    for number, item in enumerate(from_spec.values()):
        for operation in item.values():
            if isinstance(operation, dict):
                (package / "api").mkdir(exist_ok=True)
                (package / "api" / f"m{number}.py").write_text(
                    f"OPERATION = Operation(id={operation['operationId']!r})\n"
                )


def test_a_run_writes_the_bundle_and_the_client(library: Any) -> None:
    assert library.run() == 0
    outputs = library.outputs()
    document = json.loads(outputs["bireme/specs/library.json"])
    assert sorted(document["paths"]) == ["/books", "/books/submit_index", "/books/{id}", "/jobs/{id}"]
    assert {name.rpartition("/")[2] for name in outputs if "/generated/api/" in name} == {
        "books_list.py",
        "books_get.py",
        "books_submit_index.py",
        "jobs_get.py",
    }


def test_a_second_run_changes_nothing_and_check_agrees(library: Any, capsys: pytest.CaptureFixture[str]) -> None:
    library.run()
    first = library.outputs()
    assert library.run() == 0
    assert library.outputs() == first
    assert library.run("all", "--check") == 0
    assert capsys.readouterr().out == ""


def test_check_lists_the_files_that_differ_and_writes_nothing(library: Any, capsys: pytest.CaptureFixture[str]) -> None:
    library.run()
    first = library.outputs()
    library.replace("schemas/Book.yaml", "Its title.", "Title of it.")
    assert library.run("all", "--check") == 1
    captured = capsys.readouterr()
    assert captured.out.strip().endswith("clients/bireme/specs/library.json")
    assert captured.out.startswith("differs: ")
    assert "make generate" in captured.err
    assert library.outputs() == first


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_spec_stops_with_file_line_and_reason_and_keeps_the_earlier_output(
    library: Any, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    library.run()
    earlier = library.outputs()
    change, place, reason = BREAKS[name]
    library.replace(*change)
    capsys.readouterr()
    assert library.run() == 1
    told = capsys.readouterr().err
    (line,) = [line for line in told.splitlines() if place in line]
    assert reason in line
    assert "Remedy: " in line
    assert "Traceback" not in told
    assert library.outputs() == earlier


def test_two_components_of_one_name_stop_the_run(library: Any, capsys: pytest.CaptureFixture[str]) -> None:
    library.run()
    earlier = library.outputs()
    library.write("other/Error.yaml", "type: object\ndescription: Another.\n")
    library.replace("responses/Broken.yaml", "../schemas/Error.yaml", "../other/Error.yaml")
    assert library.run() == 1
    assert "responses/Broken.yaml:5: bundle: two different schemas are named 'Error'" in capsys.readouterr().err
    assert library.outputs() == earlier


def test_a_lost_operation_is_named_with_its_place(library: Any, capsys: pytest.CaptureFixture[str]) -> None:
    library.run()
    earlier = library.outputs()
    library.client = _lose
    assert library.run() == 1
    told = capsys.readouterr().err
    assert "paths/jobs_id.yaml:3: clients: the operation jobs_get has been lost" in told
    assert library.outputs() == earlier


def test_an_operation_too_many_is_named(library: Any, capsys: pytest.CaptureFixture[str]) -> None:
    plain = library.client

    def doubled(document: dict[str, Any], api: str, package: Path) -> None:
        plain(document, api, package)
        (package / "api" / "again.py").write_text("OPERATION = Operation(id='jobs_get')\n")

    library.client = doubled
    assert library.run() == 1
    assert "jobs_get that the spec has not, or has it twice" in capsys.readouterr().err


def test_a_fault_of_the_client_generator_is_told_like_any_other(
    library: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(document: dict[str, Any], api: str, package: Path) -> None:
        raise GenerationError("the schema Book cannot be generated", remedy="Write it in another way.")

    library.client = refuse
    assert library.run() == 1
    assert "openapi.yaml: clients: the schema Book cannot be generated" in capsys.readouterr().err
    assert library.outputs() == {}


def test_a_fault_in_one_api_keeps_the_output_of_all(library: Any) -> None:
    library.run()
    earlier = library.outputs()
    library.replace("schemas/Book.yaml", "Its title.", "Title of it.")
    zoo = library.root / "specs" / "zoo"
    zoo.mkdir()
    (zoo / "openapi.yaml").write_text("openapi: 3.1.0\n")
    assert library.run() == 1
    assert library.outputs() == earlier
    assert library.run("all", "library") == 0
    assert library.outputs() != earlier


def test_the_bundle_is_printed_or_written_where_asked(
    library: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert library.run("bundle", "library") == 0
    printed = capsys.readouterr().out
    assert library.run("bundle", "library", "--output", str(tmp_path / "out.json")) == 0
    assert (tmp_path / "out.json").read_text() == printed
    assert json.loads(printed)["info"]["title"] == "Library"
    assert library.outputs() == {}


@pytest.mark.parametrize(
    ("step", "last"),
    [("load", "load"), ("bundle", "bundle"), ("validate", "validate"), ("prove", "prove"), ("lint", "lint")],
)
def test_each_step_runs_alone_with_those_before_it_and_writes_nothing(
    library: Any, capsys: pytest.CaptureFixture[str], step: str, last: str
) -> None:
    assert library.run(step) == 0
    progress = capsys.readouterr().err.splitlines()
    assert progress[-1].split()[:2] == ["library", last]
    assert all(line.split()[3] == "s" for line in progress)
    assert library.outputs() == {}


def test_clients_alone_leave_the_bundle_as_it_is(library: Any) -> None:
    library.run()
    library.replace("schemas/Book.yaml", "Its title.", "Title of it.")
    earlier = library.outputs()["bireme/specs/library.json"]
    assert library.run("clients") == 0
    assert library.outputs()["bireme/specs/library.json"] == earlier


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["all", "nowhere"], "there is no API nowhere"),
        (["frobnicate"], "invalid choice"),
        (["lint", "--output", "x"], "--output goes with the step bundle"),
        (["lint", "--check"], "--check goes with the steps"),
    ],
)
def test_wrong_use_is_explained_and_exits_with_2(
    library: Any, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        library.run(*arguments)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


def test_help_names_every_step_and_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    for step in ("load", "bundle", "validate", "prove", "lint", "clients", "all", "--check", "exit codes"):
        assert step in told
    assert main(["--rules"]) == 0
    assert all(rule.id in capsys.readouterr().out for rule in RULES[:1])
