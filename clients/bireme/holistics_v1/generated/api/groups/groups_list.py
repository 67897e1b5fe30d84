"""List groups.

Gives all groups with the number of their users.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode

from ...models.group_summary import GroupSummary

OPERATION: Final = _wire.Operation(
    id="groups_list",
    method="GET",
    path="/groups.json",
    tag="Groups",
    success=(200,),
    retry="safe",
    evidence="public-reference",
    permissions=("view_groups",),
    any_success=True,
)


def request() -> Request[list[GroupSummary]]:
    """What to send for `groups_list`, and how to read the reply."""
    return Request(
        operation=OPERATION,
        path="/groups.json",
        parse=parse,
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> list[GroupSummary]:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return _decode.json_body(reply, _decode.array(GroupSummary.from_dict))
    raise _decode.undocumented(reply, "200")
