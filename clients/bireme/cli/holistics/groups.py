"""`bireme holistics groups`."""

from __future__ import annotations

from typing import Annotated

import typer

from bireme.cli.asking import confirm, say
from bireme.cli.output import print_fields, print_json, print_table
from bireme.holistics import Holistics

from .group import group, with_client
from .options import Json, Yes

app = group("groups", "Groups of users: list, create, rename, delete, and who is in them.")

GroupId = Annotated[int, typer.Argument(metavar="GROUP", help="The group's id; list shows it.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What the group is called.")]
UserId = Annotated[int, typer.Argument(metavar="USER", help="The user's id.")]


def list_groups(h: Holistics, json: Json = False) -> None:
    """List the groups."""
    found = [one.to_dict() for one in h.groups.iter(limit=100)]
    if json:
        print_json(found)
        return
    rows = [(one.get("id"), one.get("name"), len(one.get("user_ids") or ())) for one in found]
    print_table(("id", "name", "users"), rows, "There are no groups.")


def get(h: Holistics, id: GroupId, json: Json = False) -> None:
    """Show a group and who is in it.

    \b
    Example:
      bireme holistics groups get 1
    """
    found = h.groups.get(id, include_users=True).to_dict()
    if json:
        print_json(found)
        return
    print_fields({"id": found.get("id"), "name": found.get("name")})
    users = found.get("users") or []
    rows = [(user.get("id"), user.get("name"), user.get("email"), user.get("role")) for user in users]
    typer.echo()
    print_table(("user", "name", "email", "role"), rows, "Nobody is in it.")


def create(h: Holistics, name: Name, json: Json = False) -> None:
    """Create a group.

    \b
    Example:
      bireme holistics groups create 'Ground staff'
    """
    made = h.groups.create(body={"group": {"name": name}}).to_dict()
    print_json(made) if json else typer.echo(f"Created group {made.get('id')}.")


def update(h: Holistics, id: GroupId, name: Name, json: Json = False) -> None:
    """Rename a group."""
    made = h.groups.update(id, body={"group": {"name": name}}).to_dict()
    print_json(made) if json else typer.echo(f"Renamed group {id}.")


def delete(h: Holistics, id: GroupId, yes: Yes = False, json: Json = False) -> None:
    """Delete a group; its users stay.

    \b
    Example:
      bireme holistics groups delete 3 --yes
    """
    confirm(f"Delete group {id}", yes)
    say(h.groups.delete(id), json)


def add_user(h: Holistics, id: GroupId, user: UserId, json: Json = False) -> None:
    """Put a user into a group."""
    say(h.groups.add_user(id, user), json)


def remove_user(h: Holistics, id: GroupId, user: UserId, json: Json = False) -> None:
    """Take a user out of a group."""
    say(h.groups.remove_user(id, user), json)


app.command("list")(with_client(list_groups))
app.command("get")(with_client(get))
app.command("create")(with_client(create))
app.command("update")(with_client(update))
app.command("delete")(with_client(delete))
app.command("add-user")(with_client(add_user))
app.command("remove-user")(with_client(remove_user))
