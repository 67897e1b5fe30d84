"""Fields of what is created or changed: from `--set`, from a file, or from both, checked before anything is sent.

Which fields there are, and of which kind, is read from the client's own methods, so that none is missing here.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from bireme._runtime.errors import InvalidInput
from bireme.cli.documents import read_document
from bireme.cli.output import USAGE, fail

from .inputs import split

Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=TEXT", help="A field; lists by repeating it. FIELD:=JSON for other values."),
]
File = Annotated[
    str | None,
    typer.Option("--file", "-f", metavar="FILE", help="A YAML or JSON file with fields; - is standard input."),
]

#: Never on a command line, which whoever lists processes can read.
SECRETS = frozenset({"password", "bigquery_service_key"})

_EXAMPLE = "name='Late flights', or is_locked:=true"
_TRUE = {"true": True, "yes": True, "false": False, "no": False}


def fields_of(method: Callable[..., Any], sets: list[str] | None, file: str | None, **named: Any) -> dict[str, Any]:
    """The keywords for a method of the client: of the file, then of `--set`, then of options of their own.

    Raises:
        InvalidInput: a field is unknown, of the wrong kind, or missing.
    """
    known = _known(method)
    fields = {} if file is None else _of_document(read_document(file), known, file)
    fields |= _of_options(sets or [], known)
    fields |= {name: value for name, value in named.items() if value is not None}
    missing = [name for name, each in known.items() if each.default is each.empty and name not in fields]
    if missing:
        remedy = f"Give it: --set {missing[0]}=..., or in the file"
        raise InvalidInput("--set", missing[0], "is missing", remedy)
    if not fields:
        fail(f"There is nothing to send: give --set FIELD=TEXT or --file FILE. Fields: {', '.join(known)}.", USAGE)
    return fields


def _known(method: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """The fields that a method takes, bound or not."""
    return {name: each for name, each in inspect.signature(method).parameters.items() if name not in ("self", "id")}


def help_of(method: Callable[..., Any]) -> str:
    """The fields of a method, for the help text of its command."""
    known = _known(method)
    needed = [name for name, each in known.items() if each.default is each.empty]
    others = [name for name in known if name not in needed]
    lines = [f"Fields that are needed: {', '.join(needed)}."] if needed else []
    if others:
        lines.append(f"{'Others' if needed else 'Fields'}: {', '.join(others)}.")
    return "\n\n".join(lines)


def _of_options(pairs: list[str], known: Mapping[str, inspect.Parameter]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for pair in pairs:
        name, value, is_text = split(pair, "--set", _EXAMPLE)
        _check_known("--set", name, known)
        if name in SECRETS:
            remedy = f"Put it into a file, or pipe it: printf '{name}: ...' | ... --file -"
            raise InvalidInput("--set", f"{name}=***", "is a secret that others could see here", remedy)
        kind = str(known[name].annotation)
        if is_text:
            value = _typed(name, value, kind)
        if kind.startswith("Sequence") and isinstance(value, list):
            value = [*fields.get(name, []), *value]
        fields[name] = value
    return fields


def _typed(name: str, text: str, kind: str) -> Any:
    """A text as the kind of value that a field has."""
    kinds = {part.strip() for part in kind.split("|")}
    if kind.startswith("Sequence"):
        return [text]
    if "str" in kinds:
        return text
    try:
        if "bool" in kinds:
            return _TRUE[text.lower()]
        if "int" in kinds:
            return int(text)
        if "float" in kinds:
            return float(text)
    except (ValueError, KeyError):
        what = "true or false" if "bool" in kinds else "a number"
        raise InvalidInput("--set", f"{name}={text}", f"is not {what}", f"Write e.g. {_EXAMPLE}") from None
    raise InvalidInput("--set", f"{name}={text}", "is not text", f"Give JSON: {name}:='{{...}}'")


def _of_document(value: dict[str, Any], known: Mapping[str, inspect.Parameter], file: str) -> dict[str, Any]:
    """Fields of a file: flat, or as `get --json` prints them, of which read-only ones are left out."""
    data = value["data"] if list(value) == ["data"] or "included" in value else value
    if not isinstance(data, dict):
        raise InvalidInput("--file", file, "does not hold one object", "Write one field a line, e.g. 'name: Flights'")
    attributes, linked = data.get("attributes"), data.get("relationships")
    if not isinstance(attributes, dict) and not isinstance(linked, dict):
        for name in data:
            _check_known("--file", name, known)
        return dict(data)
    fields = {**(attributes or {}), **{name: _ids(each) for name, each in (linked or {}).items()}}
    return {
        name: each
        for name, each in fields.items()
        if name in known and (each is not None or "None" in str(known[name].annotation))
    }


def _ids(relationship: Any) -> Any:
    data = relationship.get("data") if isinstance(relationship, dict) else None
    if isinstance(data, list):
        return [str(each.get("id")) for each in data if isinstance(each, dict)]
    return str(data.get("id")) if isinstance(data, dict) else None


def _check_known(option: str, name: str, known: Mapping[str, inspect.Parameter]) -> None:
    if name not in known:
        raise InvalidInput(option, name, "is no field that can be given here", f"There are {', '.join(known)}")
