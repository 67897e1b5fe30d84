"""Tell which values hold for a user or a group.

Returns the values of every attribute that hold for a user or a group: those entered for the user;
where the user inherits, those of the user's groups together. The operator `matches_user_attribute`
compares with them.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.subject_type import SubjectType
from ...models.user_attribute_values_reply import UserAttributeValuesReply

OPERATION: Final = _wire.Operation(
    id="user_attribute_entries_computed_values",
    method="GET",
    path="/user_attribute_entries/computed_values",
    tag="User Attribute Entries",
    success=(200,),
    retry="safe",
    evidence="documented",
    rate_limit=1,
    permissions=("view_attributes",),
)


def request(*, subject_type: SubjectType | str, subject_id: float) -> Request[UserAttributeValuesReply]:
    """What to send for `user_attribute_entries_computed_values`, and how to read the reply.

    Args:
        subject_type: Whether `subject_id` is the id of a user or of a group. One of User, Group.
        subject_id: Id of the user or the group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/user_attribute_entries/computed_values",
        parse=parse,
        query=(
            *_encode.single("subject_type", subject_type),
            *_encode.single("subject_id", subject_id),
        ),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> UserAttributeValuesReply:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if reply.status == 200:
        return _decode.json_body(reply, UserAttributeValuesReply.from_dict)
    raise _decode.undocumented(reply, "200")
