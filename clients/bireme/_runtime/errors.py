"""Every error that bireme raises, under one root.

    BiremeError
      + ApiError                  the server answered with an error; a class per status
      |   BadRequest              400
      |   Unauthorized            401
      |   PermissionDenied        403
      |   NotFound                404
      |   Conflict                409
      |   UnprocessableEntity     422
      |   RateLimited             429, with retry_after
      |   ServerError             500 and up
      |     - ServiceUnavailable  503, with retry_after
      + DecodeError               a success that is not what the spec says
      |     - UnexpectedStatus    neither an error nor a documented success
      + NetworkError              no reply, or only a part of it
      |   ConnectionFailed        refused, reset, name not found, certificate, not HTTP
      |   RequestTimeout          also a TimeoutError
      |   TransferError           the body broke off, stalled or does not decode
      + RedirectError
      |   TooManyRedirects        more hops than allowed, or a loop
      |   RedirectRefused         to a place that must not be asked
      + PagingError               the cursor repeats
      + JobError
      |   JobFailed               with the job's last error and its logs
      |   JobCancelled
      + WaitTimeout               also a TimeoutError; carries the last status and a token to resume with
      + ResultExpired             the download link kept running out
      + NoData                    the server has nothing of what was asked for
      |   NoCachedData            and has not looked: it has nothing cached
      + ConfigError               a setting is missing or wrong; also a ValueError
      + InvalidInput              an argument is wrong; also a ValueError
      + Unsupported               the vendor's API cannot do this; also a NotImplementedError
      + MissingExtra              an optional package is not installed; also an ImportError
      + NotSent                   the server left this part of a resource out; also an AttributeError
      + ClientClosed              the client has been closed; also a RuntimeError

Texts end in what to do next. No error holds the API key, and all of them can be pickled and copied.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bireme._wire import BiremeError as BiremeError
from bireme._wire import NotSent as NotSent


class ApiError(BiremeError):
    """The server answered with a status of 400 or above.

    Attributes:
        status: the HTTP status.
        type: the vendor's own word for the error, e.g. `PermissionDeniedError`; None where the body names none.
        message: the vendor's own message; None where the body has none.
        details: whatever else the vendor says, as plain JSON values.
        request_id: the id to give to the vendor's support, where a header names one.
        operation: the operationId.
        body_excerpt: the start of the body as text, without secrets.
        retry_after: seconds after which the server wants to be asked again, where it says so.
        foreign: true where it was not the API itself but a server that it redirected to, such as a file store.
    """

    def __init__(
        self,
        text: str,
        *,
        status: int,
        operation: str,
        type: str | None = None,
        message: str | None = None,
        details: Any = None,
        request_id: str | None = None,
        body_excerpt: str = "",
        retry_after: float | None = None,
        foreign: bool = False,
    ) -> None:
        super().__init__(text)
        self.status = status
        self.operation = operation
        self.type = type
        self.message = message
        self.details = details
        self.request_id = request_id
        self.body_excerpt = body_excerpt
        self.retry_after = retry_after
        self.foreign = foreign


class BadRequest(ApiError):
    """400: the server could not make sense of the request."""


class Unauthorized(ApiError):
    """401: the API key is missing, wrong or revoked."""


class PermissionDenied(ApiError):
    """403: the key's owner may not do this."""


class NotFound(ApiError):
    """404: there is no such thing, or the key's owner may not see it."""


class Conflict(ApiError):
    """409: the thing is in a state that does not allow this."""


class UnprocessableEntity(ApiError):
    """422: the request is well formed, but its values are not acceptable."""


class RateLimited(ApiError):
    """429: too many requests, also after the retries; `retry_after` says when to come back."""


class ServerError(ApiError):
    """500 and up: the fault is the server's."""


class ServiceUnavailable(ServerError):
    """503: the server is overloaded or under maintenance."""


STATUS_CLASSES: Mapping[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    422: UnprocessableEntity,
    429: RateLimited,
    503: ServiceUnavailable,
}


class DecodeError(BiremeError):
    """A reply that should be a success but is not what the spec says.

    `path` is the JSON pointer of the value at fault (empty for the whole body), `reason` what is wrong with it.
    """

    def __init__(
        self, text: str, *, path: str, reason: str, status: int, operation: str, body_excerpt: str = ""
    ) -> None:
        super().__init__(text)
        self.path = path
        self.reason = reason
        self.status = status
        self.operation = operation
        self.body_excerpt = body_excerpt


class UnexpectedStatus(DecodeError):
    """A status below 400 that the spec does not list for the operation."""


class NetworkError(BiremeError):
    """No whole reply came back. `sent` is false where the request certainly never reached the server."""

    def __init__(self, text: str, *, operation: str, reason: str, sent: bool = True) -> None:
        super().__init__(text)
        self.operation = operation
        self.reason = reason
        self.sent = sent


class ConnectionFailed(NetworkError):
    """The connection could not be made, or broke before a reply came."""


class RequestTimeout(NetworkError, TimeoutError):
    """The server did not take or answer the request in time."""


class TransferError(NetworkError):
    """A reply began, but its body broke off, stalled or does not decode."""


class RedirectError(BiremeError):
    """A redirect that was not followed."""

    def __init__(self, text: str, *, operation: str) -> None:
        super().__init__(text)
        self.operation = operation


class TooManyRedirects(RedirectError):
    """Redirects without end, or in a circle."""


class RedirectRefused(RedirectError):
    """A redirect to a place that must not be asked: not HTTP, unencrypted after encrypted, with a password in it."""


class PagingError(BiremeError):
    """A list whose next cursor is one that has been followed already; `cursor` is that cursor."""

    def __init__(self, text: str, *, operation: str, cursor: str) -> None:
        super().__init__(text)
        self.operation = operation
        self.cursor = cursor


class JobError(BiremeError):
    """A job that will give no result.

    Attributes:
        job_id: the job's id.
        status: its last status.
        last_error: the job's last error as the vendor words it.
        logs: the job's log entries as plain JSON values, where they could be had.
    """

    def __init__(
        self,
        text: str,
        *,
        job_id: int | str,
        status: str | None,
        operation: str | None = None,
        last_error: str | None = None,
        logs: Sequence[Any] = (),
    ) -> None:
        super().__init__(text)
        self.job_id = job_id
        self.status = status
        self.operation = operation
        self.last_error = last_error
        self.logs = tuple(logs)


class JobFailed(JobError):
    """The job ended in failure."""


class JobCancelled(JobError):
    """Somebody cancelled the job."""


class WaitTimeout(BiremeError, TimeoutError):
    """The job was still going when the time was up; it goes on at the server.

    Attributes:
        job_id: the job's id.
        last_status: the last status seen; None where no poll got an answer.
        elapsed: seconds waited.
        token: give it to `resume(token)`, in this process or another, to wait on.
        last_error: the error of the last poll, where that failed.
        cancelled: whether the server accepted a request to cancel the job (only with `cancel_on_timeout`).
    """

    def __init__(
        self,
        text: str,
        *,
        job_id: int | str,
        last_status: str | None,
        elapsed: float,
        token: str,
        last_error: BiremeError | None = None,
        cancelled: bool = False,
    ) -> None:
        super().__init__(text)
        self.job_id = job_id
        self.last_status = last_status
        self.elapsed = elapsed
        self.token = token
        self.last_error = last_error
        self.cancelled = cancelled


class ResultExpired(BiremeError):
    """The link to a result had expired when it was used, twice in a row, or the result itself is gone."""

    def __init__(self, text: str, *, operation: str, status: int, body_excerpt: str = "") -> None:
        super().__init__(text)
        self.operation = operation
        self.status = status
        self.body_excerpt = body_excerpt


class NoData(BiremeError):
    """The server answers that there is no data: an execution has left none, or none any more.

    `job_id` is the id of what was asked: an execution, or a report or a filter.
    """

    def __init__(self, text: str, *, operation: str, job_id: int | str | None = None) -> None:
        super().__init__(text)
        self.operation = operation
        self.job_id = job_id


class NoCachedData(NoData):
    """Nothing is cached under these inputs, and nothing was run to get it; ask with a refresh."""


class ConfigError(BiremeError, ValueError):
    """A setting is missing or wrong. `value` is never that of a secret."""

    def __init__(self, field: str, reason: str, remedy: str, *, value: str | None = None) -> None:
        super().__init__(f"{field} {reason}. {remedy}")
        self.field = field
        self.value = value
        self.remedy = remedy


class InvalidInput(BiremeError, ValueError):
    """An argument is wrong; nothing was sent."""

    def __init__(self, field: str, value: Any, reason: str, remedy: str) -> None:
        super().__init__(f"{field}={value!r} {reason}. {remedy}")
        self.field = field
        self.value = value
        self.remedy = remedy


class Unsupported(BiremeError, NotImplementedError):
    """The vendor's API has no way to do this; nothing was sent. `feature` is what was asked for, `remedy` what to do.

    >>> str(Unsupported("cancel()", "Holistics API v2 cannot cancel a job", "Stop waiting for it."))
    'cancel(): Holistics API v2 cannot cancel a job. Stop waiting for it.'
    """

    def __init__(self, feature: str, reason: str, remedy: str) -> None:
        super().__init__(f"{feature}: {reason}. {remedy}")
        self.feature = feature
        self.remedy = remedy


class MissingExtra(BiremeError, ImportError):
    """A feature needs a package that is not installed.

    >>> str(MissingExtra("arrow", "to_arrow()", "pyarrow"))
    "to_arrow() needs pyarrow, which is not installed. Run: pip install 'bireme[arrow]'"
    """

    def __init__(self, extra: str, feature: str, package: str) -> None:
        super().__init__(f"{feature} needs {package}, which is not installed. Run: pip install 'bireme[{extra}]'")
        self.extra = extra
        self.feature = feature
        self.package = package


class ClientClosed(BiremeError, RuntimeError):
    """The client was used after it had been closed."""

    def __init__(self) -> None:
        super().__init__(
            "This client has been closed. Make a new one, or close it later (leave the `with` block last)."
        )
