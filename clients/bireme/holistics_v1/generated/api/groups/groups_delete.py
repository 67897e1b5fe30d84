"""Remove a group.

Removes a group; its users stay.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

from ...models.done import Done

OPERATION: Final = _wire.Operation(
    id="groups_delete",
    method="DELETE",
    path="/groups/{group_id}.json",
    tag="Groups",
    success=(200,),
    retry="unsafe",
    evidence="public-reference",
    permissions=("manage_groups",),
    any_success=True,
)


def request(group_id: int) -> Request[Done]:
    """What to send for `groups_delete`, and how to read the reply.

    Args:
        group_id: Id of the group.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/groups/{_encode.path('group_id', group_id)}.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> Done:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, Done.from_dict)
    raise _decode.undocumented(reply, "200")
