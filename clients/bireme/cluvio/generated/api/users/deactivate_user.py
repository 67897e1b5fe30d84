"""Shut a user out.

Signs a user out, refuses further logins and frees the seat. Not possible for admins.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="deactivateUser",
    method="POST",
    path="/users/{id}/deactivate",
    tag="Users",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_users",),
    any_success=True,
)


def request(id: str) -> Request[None]:
    """What to send for `deactivateUser`, and how to read the reply.

    Args:
        id: Id of the user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}/deactivate",
        parse=parse,
        headers={"accept": "*/*"},
    )


def parse(reply: Reply) -> None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "204")
