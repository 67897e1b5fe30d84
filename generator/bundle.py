"""Step "bundle": make one document of many files.

Files that are referenced as schemas, responses, parameters, headers, examples and so on become entries of
`components` under their own names (the file's stem, or the last part of the fragment); path items and example values
are put in place. prance's reference iterator finds the references and its URL utilities resolve them. A source map
keeps, for everything in the bundle, the file and line that it came from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from prance.util.iterators import reference_iterator
from prance.util.path import path_get
from prance.util.url import ResolutionError, absurl, split_url_reference

from generator.errors import GenerationError, Location, Problem, display_path
from generator.load import Document, SpecFiles, load_document
from generator.shape import SECTION_OF, SECTIONS, Kind, Pointer, kind_at

_NAME = re.compile(r"^[A-Za-z0-9._-]+$")


class Target(NamedTuple):
    """What a reference points at: a place in a file."""

    file: Path
    path: tuple[str, ...]

    def __str__(self) -> str:
        return display_path(self.file) + ("#/" + "/".join(self.path) if self.path else "")


class Component(NamedTuple):
    """A place in `components`, e.g. `Component("schemas", "Dashboard")`."""

    section: str
    name: str

    @property
    def ref(self) -> str:
        return f"#/components/{self.section}/{self.name}"


@dataclass(frozen=True)
class Bundle:
    """One API as one document, with the way back to its sources.

    `sources` maps a path in the document to its place in a file, `lifted` says which file each component came from,
    `used` names the files that the document is made of.
    """

    files: SpecFiles
    document: dict[str, Any]
    sources: Mapping[Pointer, Location] = field(repr=False)
    lifted: Mapping[Component, Target] = field(repr=False)
    used: frozenset[Path] = field(repr=False)

    @property
    def api(self) -> str:
        return self.files.api

    def locate(self, pointer: Pointer) -> Location:
        """Give file and line of what stands at `pointer`, or of the nearest object around it."""
        while pointer and pointer not in self.sources:
            pointer = pointer[:-1]
        return self.sources.get(pointer, Location(self.files.entry.file, 1))

    def text(self) -> str:
        """Write the document as JSON, always the same text for the same document."""
        return json.dumps(self.document, indent=2, ensure_ascii=False) + "\n"


def bundle(files: SpecFiles) -> Bundle:
    """Bundle an API's files. Raises GenerationError with every faulty reference at once."""
    if not isinstance(files.entry.data, dict):
        raise GenerationError("not an OpenAPI document", file=files.entry.file, line=1, rule="bundle")
    bundler = _Bundler(files)
    bundler.name_components()
    bundler.discover()
    if bundler.problems:
        raise GenerationError.of(bundler.problems)
    return bundler.assemble()


class _Fragment(NamedTuple):
    target: Target
    kind: Kind


class _Bundler:
    """Discover all references first, each with its meaning; then copy everything once."""

    def __init__(self, files: SpecFiles) -> None:
        self.files = files
        self.documents = dict(files.documents)
        self.problems: list[Problem] = []
        self.names: dict[Target, Component] = {}
        self.owners: dict[Component, Target] = {}
        self.inlined: dict[tuple[Path, Pointer], Target] = {}
        self.rewritten: dict[tuple[Path, Pointer], str] = {}
        self.sources: dict[Pointer, Location] = {}
        self._seen: set[_Fragment] = set()
        self._queue: list[_Fragment] = [_Fragment(Target(files.entry.file, ()), "openapi")]

    # Discovery

    def name_components(self) -> None:
        """Let what the entry file itself puts into `components` keep its name, a mere reference to a file too."""
        components = self._mapping(self.files.entry.data, ("components",))
        for section in SECTIONS:
            for name, value in self._mapping(components, ("components", section)).items():
                component, path = Component(section, name), ("components", section, name)
                target = Target(self.files.entry.file, path)
                self.names[target] = component
                reference = value.get("$ref") if isinstance(value, dict) else None
                if isinstance(reference, str) and not reference.startswith("#"):
                    found = self._resolve(self.files.entry, path, reference)
                    if found is None or not self._is_alone(self.files.entry, path, value):
                        continue
                    self.inlined[(self.files.entry.file, path)] = found
                    self.names[found] = component
                    target = found
                self.owners[component] = target

    def _mapping(self, owner: dict[str, Any], path: Pointer) -> dict[str, Any]:
        value = owner.get(str(path[-1]), {})
        if isinstance(value, dict):
            return value
        location = self.files.entry.locate(path)
        self.problems.append(
            Problem(f"{path[-1]} is not a mapping", location, "bundle", "Put names with their objects.")
        )
        return {}

    def discover(self) -> None:
        while self._queue:
            fragment = self._queue.pop(0)
            if fragment in self._seen:
                continue
            self._seen.add(fragment)
            document = self.documents[fragment.target.file]
            base = fragment.target.path
            for _, reference, path in reference_iterator(path_get(document.data, base), path=base):
                if isinstance(reference, str):
                    self._reference(document, fragment, path, reference)

    def _reference(self, document: Document, fragment: _Fragment, path: Pointer, reference: str) -> None:
        kind = kind_at(fragment.kind, path[len(fragment.target.path) :])
        known = self.inlined.get((document.file, path))
        target = known or self._resolve(document, path, reference)
        if target is None:
            return
        if kind not in ("path", "value", *SECTION_OF):
            reason = f"a reference cannot stand in place of this object ({kind})"
            self._fault(document, path, reason, "Write the object out, or refer to the object above it.")
            return
        self._queue.append(_Fragment(target, kind))
        if kind in ("path", "value"):
            if self._is_alone(document, path, path_get(document.data, path)):
                self.inlined[(document.file, path)] = target
        elif known is None:
            component = self.names.get(target) or self._name(document, path, target, SECTION_OF[kind])
            if component and component.section != SECTION_OF[kind]:
                reason = f"{target} is used as {kind} here, elsewhere as an entry of components.{component.section}"
                self._fault(document, path, reason, "Make two files of it.")
            elif component:
                self.rewritten[(document.file, path)] = component.ref

    def _resolve(self, document: Document, path: Pointer, reference: str) -> Target | None:
        try:
            url, parts = split_url_reference(absurl(str(document.file)), reference)
        except ResolutionError as error:
            self._fault(document, path, f"the reference {reference!r} cannot be read: {error}", "Mend the reference.")
            return None
        if url.scheme != "file":
            reason = f"the reference {reference!r} leaves this machine"
            self._fault(document, path, reason, "Copy the schema into the spec's folder.")
            return None
        target = Target(Path(url.path), tuple(parts))
        try:
            self._document(target.file, document, path, reference)
            path_get(self.documents[target.file].data, target.path)
        except (KeyError, IndexError, TypeError):
            if target.file in self.documents:
                reason = f"the reference {reference!r} has no target: {display_path(target.file)} has no such entry"
                self._fault(document, path, reason, "Correct the part behind '#', or add the entry.")
            return None
        return target

    def _document(self, file: Path, document: Document, path: Pointer, reference: str) -> None:
        if file in self.documents:
            return
        if not file.is_file():
            reason = f"the reference {reference!r} has no target: there is no file {display_path(file)}"
            self._fault(document, path, reason, "Correct the path, which is relative to this file, or add the file.")
            return
        try:
            self.documents[file] = load_document(file)
        except GenerationError as error:
            self.problems += error.problems

    def _name(self, document: Document, path: Pointer, target: Target, section: str) -> Component | None:
        component = Component(section, target.path[-1] if target.path else target.file.stem)
        if not _NAME.match(component.name):
            reason = f"{component.name!r} cannot be the name of a component"
            self._fault(document, path, reason, "Use letters, digits, '.', '_' and '-' in the file's name.")
            return None
        owner = self.owners.setdefault(component, target)
        if owner != target and self._canonical(owner) != self._canonical(target):
            reason = (
                f"two different {section} are named {component.name!r}: {self._place(owner)} and {self._place(target)}"
            )
            self._fault(document, path, reason, "Rename one of the two.")
            return None
        self.names[target] = component
        return component

    def _canonical(self, target: Target) -> str:
        """Give a target's content with references written out in full, to compare it with another's."""
        value = path_get(self.documents[target.file].data, target.path)
        base = absurl(str(target.file))

        def absolute(item: Any) -> Any:
            if isinstance(item, dict):
                return {
                    key: split_url_reference(base, value)[0].geturl()
                    if key == "$ref" and isinstance(value, str)
                    else absolute(value)
                    for key, value in item.items()
                }
            return [absolute(entry) for entry in item] if isinstance(item, list) else item

        return json.dumps(absolute(value))

    def _place(self, target: Target) -> Location:
        return self.documents[target.file].locate(target.path)

    def _is_alone(self, document: Document, path: Pointer, value: Any) -> bool:
        others = [key for key in value if key != "$ref"]
        if others:
            reason = f"a reference to a whole object has neighbours that would be lost: {', '.join(others)}"
            self._fault(document, path, reason, "Move them into the file that it refers to.")
        return not others

    def _fault(self, document: Document, path: Pointer, reason: str, remedy: str) -> None:
        self.problems.append(Problem(reason, document.locate((*path, "$ref")), "bundle", remedy))

    # Assembly

    def assemble(self) -> Bundle:
        entry = self.files.entry
        document = self._copy(Target(entry.file, ()), (), ())
        own = document.pop("components", {})
        components: dict[str, dict[str, Any]] = {section: dict(own.get(section, {})) for section in SECTIONS}
        for component, target in self.owners.items():
            if component.name not in components[component.section]:
                pointer = ("components", component.section, component.name)
                components[component.section][component.name] = self._copy(target, pointer, ())
        sections = {section: dict(sorted(entries.items())) for section, entries in components.items() if entries}
        rest = {key: value for key, value in own.items() if key not in SECTIONS}
        if sections or rest:
            document["components"] = {**sections, **rest}
        lifted = {component: target for component, target in self.owners.items() if target.file != entry.file}
        used = frozenset(fragment.target.file for fragment in self._seen)
        return Bundle(self.files, document, self.sources, lifted, used)

    def _copy(self, target: Target, pointer: Pointer, within: tuple[Target, ...]) -> Any:
        document = self.documents[target.file]
        if target in within:
            reason = f"{target} contains itself"
            raise GenerationError(reason, file=target.file, line=document.locate(target.path).line, rule="bundle")
        within = (*within, target)

        def copy(value: Any, path: Pointer, out: Pointer) -> Any:
            inlined = self.inlined.get((target.file, path)) if isinstance(value, dict) else None
            if inlined is not None:
                return self._copy(inlined, out, within)
            self.sources[out] = document.locate(path)
            if isinstance(value, dict):
                copied = {key: copy(item, (*path, key), (*out, key)) for key, item in value.items()}
                rewritten = self.rewritten.get((target.file, path))
                return copied if rewritten is None else {**copied, "$ref": rewritten}
            if isinstance(value, list):
                return [copy(item, (*path, index), (*out, index)) for index, item in enumerate(value)]
            return value

        return copy(path_get(document.data, target.path), target.path, pointer)
