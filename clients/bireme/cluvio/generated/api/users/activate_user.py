"""Let a user in again.

Lets a deactivated user sign in again. As an analyst, the user needs a free seat; with `role:
viewer` none. Former admins come back as viewer or analyst only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.user_activation import UserActivation

OPERATION: Final = _wire.Operation(
    id="activateUser",
    method="POST",
    path="/users/{id}/activate",
    tag="Users",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_users",),
    any_success=True,
)


def request(id: str, *, body: UserActivation | Mapping[str, Any] | Unset = UNSET) -> Request[None]:
    """What to send for `activateUser`, and how to read the reply.

    Args:
        id: Id of the user.
        body: As what a user comes back.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "*/*"}
    _content: bytes | None = None
    if not isinstance(body, Unset):
        _headers["content-type"] = "application/json"
        _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}/activate",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> None:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return None
    raise _decode.undocumented(reply, "204")
