"""`bireme holistics users`: who there is, and inviting, changing, removing and restoring people."""

from __future__ import annotations

from collections.abc import Iterable
from json import loads
from typing import Annotated, Any

import typer

from bireme._runtime.errors import UnprocessableEntity
from bireme.cli.asking import confirm, say
from bireme.cli.output import USAGE, fail, print_fields, print_json, print_table
from bireme.holistics import Holistics

from .group import group, with_client
from .options import Json, NoWait, Timeout, Yes
from .waiting import finish

app = group("users", "People of the workspace: list, invite, change, delete, restore.")

UserId = Annotated[int, typer.Argument(metavar="USER", help="The user's id; list shows it.")]
Role = Annotated[
    str | None,
    typer.Option("--role", metavar="ROLE", help="user, explorer, analyst, admin, growth_admin or it_admin."),
]
Groups = Annotated[
    list[int] | None, typer.Option("--group", metavar="ID", help="A group to be in, by its id; repeatable.")
]
Api = Annotated[bool | None, typer.Option("--api-access/--no-api-access", help="Whether they may use the API.")]
ExportData = Annotated[bool | None, typer.Option("--export/--no-export", help="Whether they may export rows.")]


def list_users(
    h: Holistics,
    search: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Only whose name or address has this in it.")
    ] = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar="STATUS", help="Only these: active, pending or deleted.")
    ] = None,
    role: Role = None,
    json: Json = False,
) -> None:
    """List the users.

    \b
    Examples:
      bireme holistics users list
      bireme holistics users list --status pending --json
    """
    wanted = {"search_term": search, "status": status, "role": role}
    given: dict[str, Any] = {name: value for name, value in wanted.items() if value is not None}
    found = [user.to_dict() for user in h.users.iter(limit=100, **given)]
    if json:
        print_json(found)
        return
    names = {one.id: one.name for one in h.groups.iter(limit=100)} if any(u.get("group_ids") for u in found) else {}
    rows = [
        (u["id"], u.get("name"), u.get("email"), u.get("role"), _status(u), _groups(u.get("group_ids") or (), names))
        for u in found
    ]
    print_table(("id", "name", "email", "role", "status", "groups"), rows, "There are no such users.")


def _status(user: dict[str, Any]) -> str:
    if user.get("is_deleted"):
        return "deleted"
    return "active" if user.get("is_activated") else "pending"


def _groups(ids: Iterable[int], names: dict[Any, Any]) -> str:
    return ", ".join(str(names.get(id) or id) for id in ids)


def get(h: Holistics, id: UserId, json: Json = False) -> None:
    """Show a user.

    \b
    Example:
      bireme holistics users get 2
    """
    # The API has no operation for a single user.
    found = next((user for user in h.users.iter(limit=100, exclude_deleted=False) if user.id == id), None)
    if found is None:
        fail(f"There is no user {id} that this key may see.")
    print_json(found.to_dict()) if json else print_fields(found.to_dict())


def invite(
    h: Holistics,
    emails: Annotated[list[str], typer.Argument(metavar="EMAIL...", help="Whom to invite.")],
    role: Role = None,
    groups: Groups = None,
    message: Annotated[str | None, typer.Option("--message", metavar="TEXT", help="Put this into the mail.")] = None,
    api_access: Api = None,
    export: ExportData = None,
    no_wait: NoWait = False,
    timeout: Timeout = 600.0,
    json: Json = False,
) -> None:
    """Invite people, and wait until the mails are out. If one address cannot be invited, nobody is.

    \b
    Example:
      bireme holistics users invite dora@example.com --role analyst --group 1
    """
    if role is None:
        fail("--role is missing: user, explorer, analyst, admin, growth_admin or it_admin.", USAGE)
    wanted = {
        "role": role,
        "group_ids": groups,
        "message": message,
        "allow_authentication_token": api_access,
        "enable_export_data": export,
    }
    body = {"emails": emails, **{name: value for name, value in wanted.items() if value is not None}}
    people = "1 person" if len(emails) == 1 else f"{len(emails)} people"
    try:
        started = h.users.invite(body=body)
    except UnprocessableEntity as error:
        fail(f"{error} {_refused(error)}")
    finish(h, started, f"Invited {people}", json=json, wait=not no_wait, timeout=timeout)


def _refused(error: UnprocessableEntity) -> str:
    """Which addresses cannot be invited, and why, where the server says so."""
    try:
        listed = loads(error.body_excerpt).get("data") or ()
        return "; ".join(f"{one['email']} {one['reason']}" for one in listed)
    except (ValueError, TypeError, KeyError, AttributeError):
        return ""  # not that kind of refusal, or a list longer than the excerpt


def update(
    h: Holistics,
    id: UserId,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="The name.")] = None,
    email: Annotated[str | None, typer.Option("--email", metavar="EMAIL", help="The address.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The title.")] = None,
    job_title: Annotated[str | None, typer.Option("--job-title", metavar="TEXT", help="What they do.")] = None,
    role: Role = None,
    groups: Groups = None,
    no_groups: Annotated[bool, typer.Option("--no-groups", help="Take them out of all groups.")] = False,
    api_access: Api = None,
    export: ExportData = None,
    json: Json = False,
) -> None:
    """Change a user; what no option names stays as it is. The groups given replace the present ones.

    \b
    Example:
      bireme holistics users update 3 --role analyst --api-access
    """
    if groups and no_groups:
        fail("Give --group or --no-groups, not both.", USAGE)
    wanted = {
        "name": name,
        "email": email,
        "title": title,
        "job_title": job_title,
        "role": role,
        "group_ids": [] if no_groups else groups,
        "allow_authentication_token": api_access,
        "enable_export_data": export,
    }
    changes = {field: value for field, value in wanted.items() if value is not None}
    if not changes:
        fail("Nothing to change: give at least one option, e.g. --role analyst.", USAGE)
    user = h.users.update(id, body={"user": changes}).to_dict()
    print_json(user) if json else print_fields(user)


def delete(h: Holistics, id: UserId, yes: Yes = False, json: Json = False) -> None:
    """Delete a user. `restore` brings them back.

    \b
    Example:
      bireme holistics users delete 3 --yes
    """
    confirm(f"Delete user {id}", yes)
    say(h.users.delete(id), json)


def restore(h: Holistics, id: UserId, json: Json = False) -> None:
    """Bring a deleted user back."""
    say(h.users.restore(id), json)


def resend_invite(
    h: Holistics, id: UserId, no_wait: NoWait = False, timeout: Timeout = 600.0, json: Json = False
) -> None:
    """Send the invitation of a pending user again."""
    started = h.users.resend_invite(id)
    finish(h, started, f"Invited user {id} again", json=json, wait=not no_wait, timeout=timeout)


def revoke_token(h: Holistics, id: UserId, yes: Yes = False, json: Json = False) -> None:
    """Take a user's API key away: programs that use it stop working."""
    confirm(f"Revoke the API key of user {id}", yes)
    say(h.users.revoke_authentication_token(id), json)


def check(
    h: Holistics,
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="The address.")],
    json: Json = False,
) -> None:
    """Say whether an address is that of a user of Holistics; exit code 1 where it is not."""
    known = h.users.check_holistics_user(email=email)
    if json:
        print_json({"is_already_user": known})
    else:
        typer.echo(f"{email} is {'a' if known else 'no'} user of Holistics.")
    if not known:
        raise typer.Exit(1)


app.command("list")(with_client(list_users))
app.command("get")(with_client(get))
app.command("invite")(with_client(invite))
app.command("create", help="The same as invite.")(with_client(invite))
app.command("update")(with_client(update))
app.command("delete")(with_client(delete))
app.command("restore")(with_client(restore))
app.command("resend-invite")(with_client(resend_invite))
app.command("revoke-token")(with_client(revoke_token))
app.command("check")(with_client(check))
