"""Stop an export job.

Stops an export job that is not over. Without effect when it is.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="cancelExportJob",
    method="POST",
    path="/export_jobs/{id}/cancel",
    tag="Export Jobs",
    success=(204,),
    retry="unsafe",
    evidence="documented",
    any_permission=("view_dashboards", "manage_dashboards"),
    any_success=True,
)


def request(id: str) -> Request[None]:
    """What to send for `cancelExportJob`, and how to read the reply.

    Args:
        id: Id of the job: the `job_id` that the operation which started it has returned.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/export_jobs/{_encode.path('id', id)}/cancel",
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
