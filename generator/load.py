"""Step "load": read the YAML files of a spec, and remember on which line everything stands.

The reader follows YAML 1.2, as OpenAPI asks: only `true` and `false` are booleans, keys of a mapping are text and occur
once. A bare date would be text here and a date to readers of YAML 1.1, so it must stand in quotes. The second reader in
the house, the one inside prance, checks this one: see prove.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import yaml

from generator.errors import GenerationError, Location, Problem
from generator.shape import Pointer

_BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BaseLoader):  # type: ignore[misc]
    """Compose nodes with the scalars of YAML 1.2's core schema."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    ("timestamp", r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?$", list("0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+0123456789.")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


@dataclass(frozen=True)
class Document:
    """One file: its data as plain dicts, lists and scalars, and the line of each node by its path from the root."""

    file: Path
    data: Any
    lines: dict[Pointer, int] = field(repr=False)

    def locate(self, path: Pointer = ()) -> Location:
        """Give the line of the node at `path`, or of the nearest node around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Location(self.file, self.lines.get(path, 1))


@dataclass(frozen=True)
class SpecFiles:
    """The files of one API: `entry` is openapi.yaml, `documents` every YAML file in the folder by its absolute path."""

    api: str
    folder: Path
    documents: dict[Path, Document] = field(repr=False)

    @property
    def entry(self) -> Document:
        return self.documents[self.folder / "openapi.yaml"]

    @cached_property
    def deviations(self) -> Document | None:
        """deviations.yaml, the record of where we correct the vendor."""
        return self.documents.get(self.folder / "deviations.yaml")


def load(folder: Path) -> SpecFiles:
    """Read every YAML file of an API's folder, e.g. `load(Path("specs/holistics"))`.

    Raises GenerationError with every fault of syntax at once, or when there is no openapi.yaml.
    """
    folder = folder.resolve()
    if not (folder / "openapi.yaml").is_file():
        raise GenerationError(
            "there is no openapi.yaml in this folder", file=folder, remedy="Name an API that has a folder under specs/."
        )
    documents: dict[Path, Document] = {}
    problems: list[Problem] = []
    for file in sorted(path for pattern in ("*.yaml", "*.yml") for path in folder.rglob(pattern)):
        try:
            documents[file] = load_document(file)
        except GenerationError as error:
            problems += error.problems
    if problems:
        raise GenerationError.of(problems)
    return SpecFiles(folder.name, folder, documents)


def load_document(file: Path) -> Document:
    """Read one YAML (or JSON) file. Raises GenerationError naming the line of a fault of syntax."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise GenerationError(
            f"not valid YAML: {error.problem or error.context}",
            file=file,
            line=mark.line + 1 if mark else None,
            rule="load",
            remedy="Mend the syntax; often it is an indentation, or a text with a colon that needs quotes.",
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise GenerationError(f"cannot be read: {error}", file=file, rule="load", remedy="Save it as UTF-8.") from None
    if node is None:
        raise GenerationError("the file is empty", file=file, line=1, rule="load", remedy="Fill it or remove it.")
    builder = _Builder(file)
    data = builder.build(node, (), node.start_mark.line + 1)
    if builder.problems:
        raise GenerationError.of(builder.problems)
    return Document(file, data, builder.lines)


class _Builder:
    """Turn composed YAML nodes into plain data, noting lines and collecting faults."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Pointer, int] = {}
        self.problems: list[Problem] = []
        self._open: list[Any] = []

    def build(self, node: Any, path: Pointer, line: int) -> Any:
        self.lines[path] = line
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if any(node is parent for parent in self._open):
            self._fault(line, "an alias refers to the node that contains it", "Use a $ref for recursive schemas.")
            return None
        self._open.append(node)
        try:
            if isinstance(node, yaml.SequenceNode):
                return [
                    self.build(item, (*path, index), item.start_mark.line + 1) for index, item in enumerate(node.value)
                ]
            return {key: self.build(item, (*path, key), line) for key, item, line in self._entries(node)}
        finally:
            self._open.pop()

    def _entries(self, node: Any) -> Iterator[tuple[str, Any, int]]:
        seen: set[str] = set()
        for key, item in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or not (key.tag.endswith(":str") or key.style):
                self._fault(line, f"the key {key.value!r} is not text", "Put it in quotes, e.g. '200'.")
            elif key.value == "<<":
                self._fault(line, "merge keys (<<) are not part of YAML 1.2", "Use allOf or a shared file.")
            elif key.value in seen:
                self._fault(line, f"the key {key.value!r} occurs twice", "Remove one of the two.")
            else:
                seen.add(key.value)
                yield key.value, item, line

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text: str = node.value
        match node.tag.rpartition(":")[2]:
            case "null":
                return None
            case "bool":
                return text.lower() == "true"
            case "int":
                return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
            case "float":
                return float(text)
            case "timestamp":
                line = node.start_mark.line + 1
                self._fault(
                    line, f"{text} is a date to some readers and text to others", "Put dates and times in quotes."
                )
                return text
            case "str" | "!":
                return text
        self._fault(node.start_mark.line + 1, f"the tag {node.tag!r} is not known", "Write plain YAML without tags.")
        return None

    def _fault(self, line: int, reason: str, remedy: str) -> None:
        self.problems.append(Problem(reason, Location(self.file, line), "load", remedy))
