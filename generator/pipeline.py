"""The steps of a generation run in their order, for one API or all, and the rule that a run is all or nothing."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator.bundle import Bundle, bundle
from generator.coverage import coverage
from generator.errors import GenerationError, Location, Problem
from generator.lint import lint
from generator.load import SpecFiles, load
from generator.outputs import differences, publish, workshop
from generator.prove import prove
from generator.rules.frame import Spec
from generator.validate import validate

STEPS = ("load", "bundle", "validate", "prove", "lint", "clients", "all")

#: Writes a client package for a bundle's document and an API's name into a folder.
Client = Callable[[dict[str, Any], str, Path], None]

T = TypeVar("T")


@dataclass(frozen=True)
class Layout:
    """Where specs are and where output goes, below the root of the repository."""

    root: Path

    def spec(self, api: str) -> Path:
        return self.root / "specs" / api

    def bundle(self, api: str) -> Path:
        return self.root / "clients" / "bireme" / "specs" / f"{api}.json"

    def client(self, api: str) -> Path:
        return self.root / "clients" / "bireme" / api / "generated"

    def coverage(self) -> Path:
        return self.root / "COVERAGE.md"

    def apis(self) -> list[str]:
        return sorted(file.parent.name for file in (self.root / "specs").glob("*/openapi.yaml"))


@dataclass
class Run:
    """One run of the generator. `say` gets a line of progress, `timer` gives seconds, `client` makes a client."""

    layout: Layout
    say: Callable[[str], None] = print
    timer: Callable[[], float] = time.perf_counter
    client: Client | None = None
    check: bool = False

    def prepare(self, api: str, last: str) -> SpecFiles | Bundle:
        """Run the steps on documents up to `last` (or all of them) and give what the last one gave.

        Raises:
            GenerationError: with the problems of the first step that found any.
        """
        files = self._step(api, "load", lambda: load(self.layout.spec(api)), lambda f: f"{len(f.documents)} files")
        if last == "load":
            return files
        document = self._step(api, "bundle", lambda: bundle(files), _contents)
        checks = {"validate": validate, "prove": prove, "lint": lint}
        for name, check in checks.items() if last != "bundle" else ():
            document = self._step(api, name, partial(check, document))
            if last == name:
                break
        return document

    def generate(self, apis: Iterable[str], last: str = "all") -> list[str]:
        """Make bundles and clients of all `apis`, and move them into place once every one of them is made.

        A run over every API also makes the page on what is covered.

        Args:
            apis: names of folders under specs/.
            last: "all", or "clients" to leave the bundles as they are.

        Returns:
            With `check`, a line for each file that differs from what is in place (nothing is moved); else nothing.

        Raises:
            GenerationError: a step failed for an API; the earlier output of every API is still in place.
        """
        moves: dict[Path, Path] = {}
        documents = []
        with workshop(self.layout.root / "clients") as folder:
            for api in apis:
                document = self.prepare(api, "lint")
                assert isinstance(document, Bundle)
                documents.append(document)
                if last == "all":
                    made = folder / "specs" / f"{api}.json"
                    made.parent.mkdir(exist_ok=True)
                    made.write_text(document.text(), encoding="utf-8")
                    moves[made] = self.layout.bundle(api)
                package = folder / api / "generated"
                self._step(api, "clients", partial(self._client, document, package), _operations)
                moves[package] = self.layout.client(api)
            if last == "all" and {document.api for document in documents} == set(self.layout.apis()):
                page = folder / self.layout.coverage().name
                page.write_text(coverage(documents), encoding="utf-8")
                moves[page] = self.layout.coverage()
            if self.check:
                return [line for made, target in moves.items() for line in differences(made, target)]
            publish(moves, folder / "earlier")
        return []

    def _client(self, document: Bundle, package: Path) -> list[str]:
        make = self.client or _generate_client
        package.parent.mkdir(parents=True, exist_ok=True)
        try:
            make(document.document, document.api, package)
        except GenerationError as error:
            entry = Location(document.files.entry.file)
            raise GenerationError.of(
                Problem(problem.reason, problem.location or entry, problem.rule or "clients", problem.remedy)
                for problem in error.problems
            ) from None
        return count_operations(document, package)

    def _step(self, api: str, name: str, work: Callable[[], T], about: Callable[[T], str] = lambda _: "") -> T:
        started = self.timer()
        result = work()
        detail = about(result)
        self.say(f"{api:<14} {name:<9} {self.timer() - started:6.2f} s  {detail}".rstrip())
        return result


def _generate_client(document: dict[str, Any], api: str, package: Path) -> None:
    from generator.clients import generate_client  # slow to import, and of no use to the other steps

    generate_client(document, api, package)


def count_operations(document: Bundle, package: Path) -> list[str]:
    """Compare the operations of a generated package with those of its bundle, and give their ids.

    Raises:
        GenerationError: naming, with file and line, each operation that the package has lost or has too many.
    """
    generated = [name for file in sorted((package / "api").rglob("*.py")) for name in _operation_ids(file)]
    wanted = Spec(document).by_id
    remedy = "Look for what the client generator cannot do in this operation, and write it in another way."
    problems = [
        Problem(
            f"the operation {name} has been lost: the generated client does not have it",
            document.locate(operation.pointer),
            "clients",
            remedy,
        )
        for name, operation in wanted.items()
        if name not in generated
    ]
    problems += [
        Problem(f"the generated client has an operation {name} that the spec has not, or has it twice", None, "clients")
        for name in sorted(set(generated))
        if name not in wanted or generated.count(name) > 1
    ]
    if problems:
        raise GenerationError.of(problems)
    return generated


def _operation_ids(file: Path) -> list[str]:
    """Read the ids in `OPERATION = Operation(id=...)`, annotated or not, of a module."""
    found = []
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target, value = node.target, node.value
        else:
            continue
        if isinstance(target, ast.Name) and target.id == "OPERATION" and isinstance(value, ast.Call):
            found += [
                str(argument.value.value)
                for argument in value.keywords
                if argument.arg == "id" and isinstance(argument.value, ast.Constant)
            ]
    return found


def _contents(document: Bundle) -> str:
    schemas = document.document.get("components", {}).get("schemas", {})
    return f"{len(Spec(document).operations)} operations, {len(schemas)} schemas"


def _operations(names: list[str]) -> str:
    return f"{len(names)} operations"
