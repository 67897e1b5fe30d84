"""Send an invitation again.

Sends the mail of an invitation that has not been accepted again. `id` is the id of the user.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="resendUserInvite",
    method="POST",
    path="/user_invites/{id}/resend",
    tag="Users",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("manage_users",),
    any_success=True,
)


def request(id: str) -> Request[None]:
    """What to send for `resendUserInvite`, and how to read the reply.

    Args:
        id: Id of the invited user.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/user_invites/{_encode.path('id', id)}/resend",
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
