"""Change a user attribute.

Sets name, type and label of an attribute anew, and its description if one is given. Attributes of
the system cannot be changed, and the type only if the values that there are fit it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.user_attribute_reply import UserAttributeReply
from ...models.user_attribute_submission import UserAttributeSubmission

OPERATION: Final = _wire.Operation(
    id="user_attributes_update",
    method="PUT",
    path="/user_attributes/{id}",
    tag="User Attributes",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_attributes",),
)


def request(id: int, *, body: UserAttributeSubmission | Mapping[str, Any]) -> Request[UserAttributeReply]:
    """What to send for `user_attributes_update`, and how to read the reply.

    Args:
        id: Id of the user attribute.
        body: The attribute as it is to be.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path=f"/user_attributes/{_encode.path('id', id)}",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> UserAttributeReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserAttributeReply.from_dict)
    raise _decode.undocumented(reply, "200")
