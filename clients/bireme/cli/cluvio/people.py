"""`bireme cluvio users` and `groups`: people, and who belongs together."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from bireme.cli.output import USAGE, fail, print_json
from bireme.cluvio import Cluvio

from .group import with_client
from .options import Json
from .resources import Kind, action, print_list, resource_app, say_done, with_id


def _name(resource: dict[str, Any]) -> str:
    fields = resource.get("attributes") or {}
    return " ".join(part for part in (fields.get("firstname"), fields.get("lastname")) if part)


def _status(resource: dict[str, Any]) -> str:
    fields = resource.get("attributes") or {}
    if fields.get("deactivated_at"):
        return "inactive"
    invited, accepted = fields.get("invitation_created_at"), fields.get("invitation_accepted_at")
    return "invited" if invited and not accepted else "active"


USERS = Kind(
    name="users",
    word="user",
    tag="users",
    columns={"id": "id", "name": "name", "email": "email", "role": "role", "status": "status"},
    sample="adad-love-0001",
    change="--set role=viewer",
    values={"name": _name, "status": _status},
)
GROUPS = Kind(
    name="groups",
    word="user group",
    tag="user_groups",
    columns={"id": "id", "name": "name", "users": "users", "dashboards": "dashboards", "built in": "built_in_behavior"},
    sample="oper-team-0001",
    change="--set users=adad-love-0001 --set users=mari-silv-0004",
)

users = resource_app(
    USERS, "People of the organization: invite, change, switch off and on.", without=("create", "delete", "list")
)
groups = resource_app(GROUPS, "Groups of users, with whom dashboards are shared.")

Role = Annotated[str | None, typer.Option("--role", metavar="ROLE", help="viewer, analyst or admin.")]


def list_users(c: Cluvio, role: Role = None, json: Json = False) -> None:
    """List the users.

    \b
    Example:
      bireme cluvio users list --role analyst
    """
    print_list(USERS, [user for user in c.users.list() if role is None or str(user.role) == role], json)


def invite(
    c: Cluvio,
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="Whom to invite.")],
    role: Role = None,
    groups: Annotated[
        list[str] | None, typer.Option("--group", metavar="ID", help="A group to be in; repeatable.")
    ] = None,
    json: Json = False,
) -> None:
    """Invite somebody: as a viewer, if no role is given.

    \b
    Example:
      bireme cluvio users invite dora@example.com --role analyst --group oper-team-0001
    """
    wanted = {"email": email, "role": role, "user_group_ids": groups}
    made = c.users.invite(body={name: value for name, value in wanted.items() if value is not None})
    say_done(made, f"Invited {email} as user", json)


def activate(
    c: Cluvio,
    id: str,
    role: Annotated[str | None, typer.Option("--role", metavar="ROLE", help="viewer or analyst.")] = None,
    json: Json = False,
) -> None:
    """Let somebody in again. An analyst needs a free seat, unless --role makes a viewer of them.

    \b
    Example:
      bireme cluvio users activate tomi-kova-0007 --role viewer
    """
    if role is not None and role not in ("viewer", "analyst"):
        fail("--role is viewer or analyst here: an API key makes nobody an admin.", USAGE)
    c.users.activate(id) if role is None else c.users.activate(id, body={"role": role})
    if json:
        print_json({"id": id, "message": f"Activated user {id}."})
    else:
        typer.echo(f"Activated user {id}.")


users.command("list")(with_client(list_users))
users.command("invite")(with_client(invite))
users.command("activate")(with_client(with_id(USERS, activate)))
action(
    users,
    USERS,
    "deactivate",
    "Deactivated user {id}.",
    "Log somebody out and keep them out; their seat is free then. `activate` lets them in again.",
    asks="Deactivate user {id}",
)
action(users, USERS, "resend_invite", "Invited user {id} again.", "Send the mail of a pending invitation again.")
action(
    users,
    USERS,
    "delete_invite",
    "Withdrew the invitation of user {id}.",
    "Withdraw a pending invitation, with the user.",
    asks="Withdraw the invitation of user {id}",
)
