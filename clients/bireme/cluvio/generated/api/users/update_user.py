"""Change a user.

Changes role and groups of a user. What is left out stays as it is. A key can neither make somebody
an admin nor change one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.user_document import UserDocument
from ...models.user_update import UserUpdate

OPERATION: Final = _wire.Operation(
    id="updateUser",
    method="PATCH",
    path="/users/{id}",
    tag="Users",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_users",),
    any_success=True,
)


def request(id: str, *, body: UserUpdate | Mapping[str, Any]) -> Request[UserDocument]:
    """What to send for `updateUser`, and how to read the reply.

    Args:
        id: Id of the user.
        body: Request that changes a user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/vnd.api+json"}
    _headers["content-type"] = "application/vnd.api+json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/users/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> UserDocument:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, UserDocument.from_dict)
    raise _decode.undocumented(reply, "200")
