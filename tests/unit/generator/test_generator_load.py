"""Reading spec files: YAML 1.2, with the line of everything, and every fault of syntax at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.errors import GenerationError
from generator.load import load, load_document


def _document(folder: Path, text: str) -> Path:
    file = folder / "a.yaml"
    file.write_text(text)
    return file


def test_scalars_follow_yaml_1_2(tmp_path: Path) -> None:
    text = "a: yes\nb: true\nc: '2026-01-01'\nd: 0x1F\ne: 1e3\nf: ~\ng: 010\nh: 'true'\ni: .5\nj: on\nk:\n"
    assert load_document(_document(tmp_path, text)).data == {
        "a": "yes",
        "b": True,
        "c": "2026-01-01",
        "d": 31,
        "e": 1000.0,
        "f": None,
        "g": 10,
        "h": "true",
        "i": 0.5,
        "j": "on",
        "k": None,
    }


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="ascii", categories=["L", "N", "P"])),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_what_another_writer_of_yaml_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, data: object
) -> None:
    file = tmp_path_factory.mktemp("yaml") / "a.yaml"
    with file.open("w") as stream:
        writer = YAML(typ="safe")
        writer.default_flow_style = False  # as specs are written
        writer.dump({"data": data}, stream)
    assert load_document(file).data == {"data": data}


def test_every_node_knows_its_line(tmp_path: Path) -> None:
    document = load_document(_document(tmp_path, "a:\n  b:\n    - 1\n    - c: 2\n      d: 3\n"))
    assert document.locate(("a", "b", 1, "d")).line == 5
    assert document.locate(("a", "b", 1)).line == 4
    assert document.locate(("a", "b")).line == 2


def test_an_unknown_place_has_the_line_of_what_is_around_it(tmp_path: Path) -> None:
    document = load_document(_document(tmp_path, "a: 1\nb:\n  c: 2\n"))
    assert document.locate(("b", "x", "y")).line == 2


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nb: [1, 2\n", 3, "not valid YAML"),
        ("a: 1\nb: 2026-01-01\n", 2, "2026-01-01 is a date to some readers"),
        ("a: 2026-01-01T10:00:00Z\n", 1, "is a date to some readers"),
        ("a: 1\nb: 2\na: 3\n", 3, "'a' occurs twice"),
        ("responses:\n  200: {}\n", 2, "'200' is not text"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", 3, "merge keys"),
        ("a: 1\nb: !thing x\n", 2, "the tag"),
        ("a: &x\n  b: *x\n", 2, "an alias refers to the node that contains it"),
        ("", 1, "the file is empty"),
    ],
)
def test_a_fault_is_told_with_its_line_and_a_remedy(tmp_path: Path, text: str, line: int, reason: str) -> None:
    file = _document(tmp_path, text)
    with pytest.raises(GenerationError) as caught:
        load_document(file)
    (problem,) = caught.value.problems
    assert reason in problem.reason
    assert problem.location is not None
    assert (problem.location.file, problem.location.line) == (file, line)
    assert problem.remedy


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: \xff\xfe\n")
    with pytest.raises(GenerationError, match=r"a\.yaml.*UTF-8"):
        load_document(tmp_path / "a.yaml")


def test_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text("a: 1\na: 2\n")
    (tmp_path / "paths").mkdir()
    (tmp_path / "paths" / "b.yaml").write_text("200: x\n")
    with pytest.raises(GenerationError) as caught:
        load(tmp_path)
    assert len(caught.value.problems) == 2


def test_a_folder_without_an_entry_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GenerationError, match=r"no openapi\.yaml"):
        load(tmp_path)
