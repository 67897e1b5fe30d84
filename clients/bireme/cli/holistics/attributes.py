"""`bireme holistics attributes`: attributes of users, and the values that users and groups have."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from bireme.cli.asking import confirm, say
from bireme.cli.output import USAGE, fail, print_fields, print_json, print_table
from bireme.holistics import Holistics

from .group import group, with_client
from .options import Json, Yes

app = group("attributes", "Attributes of users, and their values: what rows a user may see can depend on them.")

AttributeId = Annotated[int, typer.Argument(metavar="ATTRIBUTE", help="The attribute's id; list shows it.")]
Type = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="string or number, for example.")]
Label = Annotated[str | None, typer.Option("--label", metavar="TEXT", help="How people see it named.")]
Description = Annotated[str | None, typer.Option("--description", metavar="TEXT", help="What it is for.")]
OfUser = Annotated[int | None, typer.Option("--user", metavar="ID", help="Of this user.")]
OfGroup = Annotated[int | None, typer.Option("--group", metavar="ID", help="Of this group.")]


def list_attributes(h: Holistics, json: Json = False) -> None:
    """List the attributes."""
    found = [one.to_dict() for one in h.user_attributes.iter(limit=100)]
    if json:
        print_json(found)
        return
    columns = ("id", "name", "label", "attribute_type", "description")
    rows = [tuple(one.get(column) for column in columns) for one in found]
    print_table(("id", "name", "label", "type", "description"), rows, "There are no attributes.")


def get(h: Holistics, id: AttributeId, json: Json = False) -> None:
    """Show an attribute."""
    found = _found(h, id)
    print_json(found) if json else print_fields(found)


def _found(h: Holistics, id: int) -> dict[str, Any]:
    # The API has no operation for a single attribute.
    found = next((one.to_dict() for one in h.user_attributes.iter(limit=100) if one.id == id), None)
    if found is None:
        fail(f"There is no attribute {id} that this key may see.")
    return found


def create(
    h: Holistics,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that models use.")],
    type: Type = "string",
    label: Label = None,
    description: Description = None,
    json: Json = False,
) -> None:
    """Create an attribute.

    \b
    Example:
      bireme holistics attributes create home_airport --label 'Home airport'
    """
    fields = {"name": name, "attribute_type": type, "label": label or name, "description": description}
    body = {"user_attribute": {field: value for field, value in fields.items() if value is not None}}
    made = h.user_attributes.create(body=body).to_dict()
    record = made.get("user_attribute") or made
    print_json(record) if json else typer.echo(f"Created attribute {record.get('id', name)}.")


def update(
    h: Holistics,
    id: AttributeId,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="The name that models use.")] = None,
    type: Type = None,
    label: Label = None,
    description: Description = None,
    json: Json = False,
) -> None:
    """Change an attribute; what no option names stays as it is."""
    wanted = {"name": name, "attribute_type": type, "label": label, "description": description}
    changes = {field: value for field, value in wanted.items() if value is not None}
    if not changes:
        fail("Nothing to change: give at least one option, e.g. --label TEXT.", USAGE)
    present = {field: value for field, value in _found(h, id).items() if field in wanted}
    changed = h.user_attributes.update(id, body={"user_attribute": {**present, **changes}}).to_dict()
    print_json(changed) if json else print_fields(changed)


def delete(h: Holistics, id: AttributeId, yes: Yes = False, json: Json = False) -> None:
    """Delete an attribute, with the values that users and groups have of it."""
    confirm(f"Delete attribute {id} and all its values", yes)
    say(h.user_attributes.delete(id), json)


def values(h: Holistics, user: OfUser = None, group: OfGroup = None, json: Json = False) -> None:
    """Show what a user's or group's attributes amount to, groups and inheritance included.

    \b
    Example:
      bireme holistics attributes values --user 3
    """
    kind, id = _subject(user, group)
    found = h.user_attribute_entries.computed_values(subject_type=kind, subject_id=id).to_dict()
    if json:
        print_json(found)
        return
    rows = [(name, ", ".join(map(str, texts or ()))) for name, texts in found.items()]
    print_table(("attribute", "values"), rows, f"{kind} {id} has no values.")


def set_value(
    h: Holistics,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The attribute's name.")],
    values: Annotated[
        list[str] | None, typer.Argument(metavar="VALUE...", help="Its values; none with --inherit or --all.")
    ] = None,
    user: OfUser = None,
    group: OfGroup = None,
    inherit: Annotated[bool, typer.Option("--inherit", help="Take the values of the user's groups.")] = False,
    all: Annotated[bool, typer.Option("--all", help="Every value there is.")] = False,
    json: Json = False,
) -> None:
    """Set the values that a user or a group has of an attribute.

    \b
    Examples:
      bireme holistics attributes set home_airport JFK EWR --user 3
      bireme holistics attributes set home_airport --inherit --user 3
    """
    kind, id = _subject(user, group)
    if (bool(values), inherit, all).count(True) != 1:
        fail("Give values, or --inherit, or --all.", USAGE)
    entry: dict[str, Any] = {"user_attribute_name": name, "subject_type": kind, "subject_id": id}
    entry["input_type"] = "inherit" if inherit else "all" if all else "manual"
    if values:
        entry["values"] = values
    done = h.user_attribute_entries.upsert(body={"user_attribute_entries": [entry]})
    if json:
        print_json([one.to_dict() for one in done])
    else:
        typer.echo(f"Set {name} of {kind.lower()} {id}.")


def _subject(user: int | None, group: int | None) -> tuple[str, int]:
    if (user is None) == (group is None):
        fail("Give --user ID or --group ID.", USAGE)
    return ("User", user) if user is not None else ("Group", int(group or 0))


app.command("list")(with_client(list_attributes))
app.command("get")(with_client(get))
app.command("create")(with_client(create))
app.command("update")(with_client(update))
app.command("delete")(with_client(delete))
app.command("values")(with_client(values))
app.command("set")(with_client(set_value))
