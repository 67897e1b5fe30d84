"""Create a user attribute.

Adds an attribute, for which users and groups have no values yet. Its name must not be taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.user_attribute_created import UserAttributeCreated
from ...models.user_attribute_submission import UserAttributeSubmission

OPERATION: Final = _wire.Operation(
    id="user_attributes_create",
    method="POST",
    path="/user_attributes",
    tag="User Attributes",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_attributes",),
)


def request(*, body: UserAttributeSubmission | Mapping[str, Any]) -> Request[UserAttributeCreated]:
    """What to send for `user_attributes_create`, and how to read the reply.

    Args:
        body: The attribute.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/user_attributes",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> UserAttributeCreated:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserAttributeCreated.from_dict)
    raise _decode.undocumented(reply, "200")
