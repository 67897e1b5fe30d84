"""Fetch the file of an export.

Answers with a redirect to the file that an export has written. The address is signed and lives for
a minute, on another host: follow it at once, and without the API key. A job that is not over, has
failed or has no file any more gives 422.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import Reply, Request, _decode, _encode

OPERATION: Final = _wire.Operation(
    id="exports_download",
    method="GET",
    path="/exports/download",
    tag="Exports",
    success=(302,),
    retry="safe",
    evidence="documented",
    permissions=("export_data",),
    download=True,
)


def request(*, job_id: int) -> Request[bytes]:
    """What to send for `exports_download`, and how to read the reply.

    Args:
        job_id: Id of the job, as in the reply of the call that started it.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/exports/download",
        parse=parse,
        query=(*_encode.single("job_id", job_id),),
        headers={"accept": "text/html"},
    )


def parse(reply: Reply) -> bytes:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return reply.content
    raise _decode.undocumented(reply, "302")
