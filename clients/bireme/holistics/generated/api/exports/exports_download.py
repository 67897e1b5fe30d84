"""Fetch the file of an export job.

Answers with a redirect to the file that an export job has written. The address in `Location` is
signed and lives for a short time only, on another host: follow it at once, and without the API key.
The media type of the file depends on the format that was exported. A job that is unfinished, has
failed or is not an export gives 422.
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
    rate_limit=1,
    permissions=("export",),
    download=True,
)


def request(*, job_id: int) -> Request[bytes]:
    """What to send for `exports_download`, and how to read the reply.

    Args:
        job_id: Id of an export job that has ended with `success`.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path="/exports/download",
        parse=parse,
        query=(*_encode.single("job_id", job_id),),
        headers={"accept": "*/*"},
    )


def parse(reply: Reply) -> bytes:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        return reply.content
    raise _decode.undocumented(reply, "302")
