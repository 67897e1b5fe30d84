"""What generated code stands on: plain data, no I/O, no policy.

A generated operation is a pure pair: `request(...)` builds a `Request`, and `Request.parse` turns a `Reply` into a
typed value. Everything that talks to a network lives above, in `bireme._runtime`, and implements the two sender
protocols. Nothing here imports anything else of bireme.
"""

from ._decode import ParseError
from ._errors import BiremeError, NotSent
from ._operation import AsyncJob, Operation, Pagination
from ._records import Record
from ._request import File, RawResponse, Reply, Request
from ._senders import AsyncSender, Sender
from ._unset import UNSET, Unset

__all__ = [
    "UNSET",
    "AsyncJob",
    "AsyncSender",
    "BiremeError",
    "File",
    "NotSent",
    "Operation",
    "Pagination",
    "ParseError",
    "RawResponse",
    "Record",
    "Reply",
    "Request",
    "Sender",
    "Unset",
]
