"""What all kinds of resources have: `list`, `get`, `create`, `update` and `delete`, made from a description of each."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Annotated, Any

import typer

from bireme._wire import Record
from bireme.cli.asking import confirm
from bireme.cli.output import one_line, print_json, print_table
from bireme.cluvio import Cluvio

from .fields import File, Set, fields_of, help_of
from .group import group, with_client
from .options import Json, Yes
from .showing import print_record


@dataclass(frozen=True)
class Kind:
    """A kind of resource.

    Attributes:
        name: of its group of commands.
        word: for one of them.
        tag: in the client.
        columns: of its list: heading -> the attribute or relationship to show.
        sample: an id, for examples.
        change: an option of `update`, for the example.
        consequence: what else goes when one is deleted.
        values: columns that take more than looking one attribute up.
    """

    name: str
    word: str
    tag: str
    columns: dict[str, str]
    sample: str
    change: str = "--set name='Late flights'"
    consequence: str = ""
    values: dict[str, Callable[[dict[str, Any]], Any]] = field(default_factory=dict)

    @property
    def plural(self) -> str:
        """For several of them."""
        return f"{self.word}s"

    @property
    def article(self) -> str:
        """One of them, with its article."""
        return f"a{'n' if self.word[0] in 'aeiouAEIOU' and not self.word.startswith('user') else ''} {self.word}"

    def api(self, c: Cluvio) -> Any:
        """The operations of the kind."""
        return getattr(c, self.tag)

    def method(self, name: str) -> Any:
        """A method of the client, to read its fields from."""
        module = import_module(f"bireme.cluvio.generated.resources.{self.tag}")
        return getattr(getattr(module, "".join(part.title() for part in self.tag.split("_"))), name)


def resource_app(kind: Kind, help: str, without: Sequence[str] = ()) -> typer.Typer:
    """The group of commands of a kind, with those that all kinds have, apart from `without`."""
    app = group(kind.name, help)
    here = f"bireme cluvio {kind.name}"
    texts = {
        "list": (_list, f"List the {kind.plural}."),
        "get": (_get, f"Show {kind.article}.{_example(f'{here} get {kind.sample}')}"),
        "create": (_create, f"Create {kind.article} from a file or from options."),
        "update": (_update, f"Change {kind.article}; what is not given stays as it is."),
        "delete": (
            _delete,
            f"Delete {kind.article}{kind.consequence}.{_example(f'{here} delete {kind.sample} --yes')}",
        ),
    }
    for name, (make, text) in texts.items():
        if name in without:
            continue
        if name in ("create", "update"):
            text += _example(f"{here} {name} {_wanted(kind, name)}") + "\n\n" + help_of(kind.method(name))
        app.command(name, help=text)(with_client(make(kind)))
    return app


def _example(line: str) -> str:
    return f"\n\n\b\nExample:\n  {line}"


def _wanted(kind: Kind, name: str) -> str:
    return f"--file {kind.word.split()[-1].lower()}.yaml" if name == "create" else f"{kind.sample} {kind.change}"


def _id(kind: Kind) -> Any:
    name = kind.word.split()[-1].upper()
    return Annotated[str, typer.Argument(metavar=name, help=f"The {kind.word}'s id; list shows it.")]


def with_id(kind: Kind, function: Callable[..., None]) -> Callable[..., None]:
    """Gives the parameter `id` of a command its name and help."""
    signature = inspect.signature(function, eval_str=True)
    changed = [
        each.replace(annotation=_id(kind)) if each.name == "id" else each for each in signature.parameters.values()
    ]
    function.__signature__ = signature.replace(parameters=changed)  # type: ignore[attr-defined]
    return function


def _list(kind: Kind) -> Callable[..., None]:
    def command(c: Cluvio, json: Json = False) -> None:
        print_list(kind, kind.api(c).list(), json)

    return command


def print_list(kind: Kind, records: Sequence[Record], json: bool) -> None:
    """Prints resources of a kind as a table or as JSON."""
    found = [record.to_dict() for record in records]
    if json:
        print_json(found)
        return
    rows = [tuple(_value(kind, one, name) for name in kind.columns.values()) for one in found]
    print_table(tuple(kind.columns), rows, f"There are no {kind.plural} that this key may see.")


def _value(kind: Kind, resource: dict[str, Any], name: str) -> Any:
    if name in kind.values:
        return kind.values[name](resource)
    if name == "id":
        return resource.get("id")
    attributes, linked = resource.get("attributes") or {}, resource.get("relationships") or {}
    if name not in linked:
        return attributes.get(name)
    data = linked[name].get("data")
    return len(data) if isinstance(data, list) else (data or {}).get("id")


def _get(kind: Kind) -> Callable[..., None]:
    choices = inspect.signature(kind.method("get")).parameters.get("include")
    if choices is None:

        def command(c: Cluvio, id: str, json: Json = False) -> None:
            print_found(kind.api(c).get(id), json)

        return with_id(kind, command)

    def including(
        c: Cluvio,
        id: str,
        include: Annotated[
            str | None, typer.Option("--include", metavar="KIND", help="With --json: related resources as well.")
        ] = None,
        json: Json = False,
    ) -> None:
        found = kind.api(c).get(id) if include is None else kind.api(c).get(id, include=include)
        print_found(found, json, whole=include is not None)

    return with_id(kind, including)


def print_found(record: Record, json: bool, whole: bool = False) -> None:
    """Prints a resource; as JSON with the whole reply around it where that holds more."""
    if json:
        print_json(record.document.to_dict() if whole else record.to_dict())
    else:
        print_record(record)


def _create(kind: Kind) -> Callable[..., None]:
    def command(c: Cluvio, set: Set = None, file: File = None, json: Json = False) -> None:
        method = kind.api(c).create
        say_done(method(**fields_of(method, set, file)), f"Created {kind.word}", json)

    return command


def _update(kind: Kind) -> Callable[..., None]:
    def command(c: Cluvio, id: str, set: Set = None, file: File = None, json: Json = False) -> None:
        method = kind.api(c).update
        say_done(method(id, **fields_of(method, set, file)), f"Changed {kind.word}", json)

    return with_id(kind, command)


def _delete(kind: Kind) -> Callable[..., None]:
    def command(c: Cluvio, id: str, yes: Yes = False, json: Json = False) -> None:
        confirm(f"Delete {kind.word} {id}{kind.consequence}", yes)
        kind.api(c).delete(id)
        say_changed(f"Deleted {kind.word} {id}.", id, json)

    return with_id(kind, command)


def say_done(record: Record, what: str, json: bool) -> None:
    """Prints what was made or changed: as JSON, or its id in a sentence."""
    if json:
        print_json(record.to_dict())
    else:
        typer.echo(one_line(f"{what} {record.id}."))


def say_changed(sentence: str, id: str, json: bool) -> None:
    """Prints what was done where the server answers without a body."""
    if json:
        print_json({"id": id, "message": sentence})
    else:
        typer.echo(one_line(sentence))


def action(app: typer.Typer, kind: Kind, name: str, done: str, help: str, *, asks: str = "") -> None:
    """Adds a command that takes an id and does one thing, on which the server answers without a body.

    Args:
        app: the group.
        kind: of the resource.
        name: the method of the client; the command is named for it.
        done: the sentence that says so afterwards, with `{id}` in it.
        help: what the command does.
        asks: what is asked before, with `{id}` in it; nothing if empty.
    """

    def run(c: Cluvio, id: str, yes: bool, json: bool) -> None:
        if asks:
            confirm(asks.format(id=id), yes)
        getattr(kind.api(c), name)(id)
        say_changed(done.format(id=id), id, json)

    def asking(c: Cluvio, id: str, yes: Yes = False, json: Json = False) -> None:
        run(c, id, yes, json)

    def plain(c: Cluvio, id: str, json: Json = False) -> None:
        run(c, id, True, json)

    command = name.replace("_", "-")
    text = help + _example(f"bireme cluvio {kind.name} {command} {kind.sample}")
    app.command(command, help=text)(with_client(with_id(kind, asking if asks else plain)))
