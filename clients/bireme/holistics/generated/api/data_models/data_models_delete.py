"""Delete a data model.

Deletes a data model for good. One that a data set uses is refused. With `drop_import_table`, a
model that imports its data is deleted by a job, which drops the imported table as well; the reply
is then the job. In every other case the model is gone at once and the reply is a message.
"""

from __future__ import annotations

from typing import Final

from bireme import _wire
from bireme._wire import UNSET, Reply, Request, Unset, _decode, _encode

from ...models.async_job_reply import AsyncJobReply
from ...models.message import Message

OPERATION: Final = _wire.Operation(
    id="data_models_delete",
    method="DELETE",
    path="/data_models/{id}",
    tag="Data Models",
    success=(200,),
    retry="unsafe",
    evidence="documented",
    rate_limit=1,
    permissions=("manage_data",),
    job=_wire.AsyncJob(
        id="/job/id",
        status="/job/status",
        poll="jobs_get",
        waiting=("created", "queued", "running", "cancelling"),
        success=("success",),
        failure=("failure",),
        cancelled=("cancelled",),
        moved={"already_existed": "/job/existing_job_id"},
        error="/job/last_error_log",
        logs="jobs_get_logs",
    ),
    any_success=True,
)


def request(id: int, *, drop_import_table: bool | Unset = UNSET) -> Request[AsyncJobReply | Message]:
    """What to send for `data_models_delete`, and how to read the reply.

    Args:
        id: Id of the data model.
        drop_import_table: With `true`, the table that the model's data was imported into is dropped as
            well.

    Raises:
        TypeError, ValueError: An argument cannot be sent; the text names it.
    """
    return Request(
        operation=OPERATION,
        path=f"/data_models/{_encode.path('id', id)}",
        parse=parse,
        query=(*_encode.single("drop_import_table", drop_import_table),),
        headers={"accept": "application/json"},
    )


def parse(reply: Reply) -> AsyncJobReply | Message:
    """The value of a documented success.

    Raises:
        ParseError: the status is no documented success, or the body is not what the spec says.
    """
    if 200 <= reply.status <= 299:
        value: AsyncJobReply | Message = _decode.json_body(
            reply, _decode.union(AsyncJobReply.from_dict, Message.from_dict)
        )
        return value
    raise _decode.undocumented(reply, "200")
