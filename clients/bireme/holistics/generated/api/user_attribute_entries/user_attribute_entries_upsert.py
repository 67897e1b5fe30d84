"""Set what attributes are for users and groups.

Adds or replaces up to 100 entries, each of one attribute and one user or group. An attribute is
named by its id or by its name. If one entry cannot be saved, none is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.user_attribute_entries_reply import UserAttributeEntriesReply
from ...models.user_attribute_entries_submission import UserAttributeEntriesSubmission

OPERATION: Final = _wire.Operation(
    id="user_attribute_entries_upsert",
    method="PUT",
    path="/user_attribute_entries/upsert",
    tag="User Attribute Entries",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_attributes",),
)


def request(*, body: UserAttributeEntriesSubmission | Mapping[str, Any]) -> Request[UserAttributeEntriesReply]:
    """What to send for `user_attribute_entries_upsert`, and how to read the reply.

    Args:
        body: The entries.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    _headers: dict[str, str] = {"accept": "application/json"}
    _headers["content-type"] = "application/json"
    _content = _encode.json_content(body)
    return Request(
        operation=OPERATION,
        path="/user_attribute_entries/upsert",
        parse=parse,
        headers=_headers,
        content=_content,
    )


def parse(reply: Reply) -> UserAttributeEntriesReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserAttributeEntriesReply.from_dict)
    raise _decode.undocumented(reply, "200")
