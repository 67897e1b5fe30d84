"""The proof that bundling changed nothing: prance resolves the sources and the bundle, and both must be equal.

prance reads the sources with its own YAML reader and its own resolver, so this checks our reader as well. Recursive
schemas cannot be written out; prance's recursion handler leaves a mark there, and a mark is equal to whatever it
stands for: the two sides may cut a cycle at different places.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from prance import ResolvingParser, ValidationError
from prance.util.resolver import RefResolver
from prance.util.url import ResolutionError

from generator.bundle import Bundle
from generator.errors import GenerationError
from generator.shape import Pointer, format_pointer

_MARK = "x-recursive-ref"


def prove(bundle: Bundle) -> Bundle:
    """Give the bundle back when prance resolves it and its sources to equal documents.

    Raises GenerationError with the first path at which they differ.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder).resolve() / "bundle.json"
        file.write_text(bundle.text(), encoding="utf-8")
        try:
            comparison = _Comparison(_resolve(bundle.files.entry.file), _resolve(file))
            difference = comparison.run(bundle, file)
        except (ResolutionError, ValidationError) as error:
            raise GenerationError(
                f"prance cannot resolve the spec: {error}", file=bundle.files.entry.file, rule="prove"
            ) from None
    if difference is None:
        return bundle
    location = bundle.locate(difference)
    raise GenerationError(
        f"the bundle says something else than its sources at {format_pointer(difference)}",
        file=location.file,
        line=location.line,
        rule="prove",
        remedy="Put dates and times in quotes; if that is not it, generator/bundle.py has a fault.",
    )


def _mark(limit: int, url: Any, recursions: Any = ()) -> dict[str, Any]:
    return {"type": "object", _MARK: url.geturl()}


class _Parser(ResolvingParser):  # type: ignore[misc]
    """prance's resolving parser without its validation, which is ours to do, on the bundle, and quicker there."""

    def _validate_openapi_spec_validator(self, spec_version: Any) -> None:
        """Accept what has been resolved."""


def _resolve(file: Path) -> Any:
    return _Parser(str(file), backend="openapi-spec-validator", recursion_limit_handler=_mark).specification


class _Comparison:
    """Compare two resolved documents, following recursion marks on either side."""

    def __init__(self, sources: Any, bundled: Any) -> None:
        self.sources = sources
        self.bundled = bundled
        self._behind: dict[str, Any] = {}
        self._files: dict[Any, Any] = {}
        self._assumed: set[tuple[int, int]] = set()

    def run(self, bundle: Bundle, file: Path) -> Pointer | None:
        """Give the first path at which the documents differ, None where they are equal."""
        ours = {key: value for key, value in self.bundled.items() if key != "components"}
        theirs = {key: value for key, value in self.sources.items() if key != "components"}
        found = self._differ(theirs, ours, ())
        for section, entries in self.bundled.get("components", {}).items():
            for name in entries if found is None else ():
                found = found or self._component(bundle, file, section, name)
        return found

    def _component(self, bundle: Bundle, file: Path, section: str, name: str) -> Pointer | None:
        pointer = ("components", section, name)
        source = next((t for c, t in bundle.lifted.items() if c == (section, name)), None)
        if source is None:
            own = self.sources.get("components", {}).get(section, {})
            return self._differ(own.get(name), self.bundled["components"][section][name], pointer)
        reference = f"{source.file.as_uri()}#" + format_pointer(source.path)
        return self._differ(self._follow(reference), self.bundled["components"][section][name], pointer)

    def _differ(self, theirs: Any, ours: Any, at: Pointer) -> Pointer | None:
        stack: list[tuple[Any, Any, Pointer]] = [(theirs, ours, at)]
        while stack:
            left, right, path = stack.pop()
            left, right = self._unmark(left), self._unmark(right)
            if isinstance(left, dict | list):
                if (id(left), id(right)) in self._assumed:
                    continue
                self._assumed.add((id(left), id(right)))
            if isinstance(left, dict) and isinstance(right, dict):
                if left.keys() != right.keys():
                    return path
                stack += [(left[key], right[key], (*path, key)) for key in reversed(left)]
            elif isinstance(left, list) and isinstance(right, list):
                if len(left) != len(right):
                    return path
                stack += [(left[i], right[i], (*path, i)) for i in reversed(range(len(left)))]
            elif type(left) is not type(right) or left != right:
                return path
        return None

    def _unmark(self, value: Any) -> Any:
        while isinstance(value, dict) and _MARK in value:
            value = self._follow(value[_MARK])
        return value

    def _follow(self, reference: str) -> Any:
        """Give what a reference stands for, resolved by prance in its own right; once for each reference."""
        if reference not in self._behind:
            # The base must not be the file itself, which prance would then take to be this one reference.
            resolver = RefResolver(
                {"$ref": reference}, "file:///proof.yaml", recursion_limit_handler=_mark, reference_cache=self._files
            )
            resolver.resolve_references()
            self._behind[reference] = resolver.specs
        return self._behind[reference]
