"""The hand-off from the API server to the data server: a key and a token, used at once, fetched anew where too old.

The token goes to the data server of the same location and nowhere else; the API key never goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from bireme._runtime.errors import ApiError, ResultExpired
from bireme._runtime.flow import Flow, Stream
from bireme._runtime.handoff import open_twice
from bireme._runtime.transport import Session
from bireme._wire import ParseError, RawResponse, Request
from bireme._wire._encode import segments

from ._checks import is_token
from .generated.api.result_data import get_result_data

T = TypeVar("T")

__all__ = ["DATA", "Access", "HandOff", "access_of", "call_data", "moment", "open_data"]

# What the data server answers to a token that has expired; the vendor's page does not say which.
_EXPIRED = frozenset({401, 403})

#: Stands for the request for a result as long as the key is not known that its path is made of.
DATA: Request[bytes] = Request(get_result_data.OPERATION, "/data", get_result_data.parse)


@dataclass(frozen=True, slots=True)
class Access:
    """What the API server hands out: the key of the data, and the token for it, which `repr` hides."""

    key: str
    token: str = field(repr=False)
    fetched: datetime | None = None


# Asks the API server for a fresh key and token, until a moment of the clock.
HandOff = Callable[[float | None], Flow[Access]]


def access_of(session: Session, response: RawResponse[Any], found: Mapping[str, Any], at: str = "") -> Access:
    """Key and token from a reply, in which they stand in `found`, at the pointer `at`.

    Raises:
        DecodeError: one of them is missing, or cannot be used.
    """
    key, token = found.get("data_key"), found.get("data_access_token")
    if not is_token(token):
        raise session.decode_error(response, ParseError(f"{at}/data_access_token", "is not a token"))
    try:
        segments("data_key", str(key or ""))
    except ValueError as error:
        problem = ParseError(f"{at}/data_key", f"is not a key: {error}")
    else:
        return Access(str(key), str(token), moment(found.get("data_timestamp")))
    raise session.decode_error(response, problem)


def moment(seconds: Any) -> datetime | None:
    """A time that the API gives in Unix seconds; None where it gives none.

    >>> moment(1712233090)
    datetime.datetime(2024, 4, 4, 12, 18, 10, tzinfo=datetime.timezone.utc)
    """
    if isinstance(seconds, bool) or not isinstance(seconds, int):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):  # beyond what a calendar has
        return None


def open_data(session: Session, access: Access | None, hand_off: HandOff, deadline: float) -> Flow[Stream]:
    """Opens the data at the data server; a token that has expired meanwhile is fetched anew, once.

    Raises:
        ResultExpired: the fresh token was refused as well.
        ApiError, NetworkError, RedirectError: one of the servers could not be asked.
        Whatever the hand-off raises.
    """

    def opened(given: Access | None) -> Flow[Stream]:
        found = given or (yield from hand_off(deadline))
        request = get_result_data.request(found.key)
        return (yield from session.at_data_server(found.token).open(request, deadline=deadline))

    first, second = partial(opened, access), partial(opened, None)
    return (yield from open_twice(DATA.operation.id, "data access token", first, second, _is_expired))


def call_data(session: Session, request: Callable[[str], Request[T]], hand_off: HandOff) -> Flow[T]:
    """The value that a small operation of the data server gives; a token that has expired is fetched anew, once.

    Raises:
        As `open_data`, and DecodeError.
    """
    access = yield from hand_off(None)
    try:
        return (yield from session.at_data_server(access.token).call_value(request(access.key)))
    except ApiError as error:
        if not _is_expired(error):
            raise
    access = yield from hand_off(None)
    try:
        return (yield from session.at_data_server(access.token).call_value(request(access.key)))
    except ApiError as error:
        if not _is_expired(error):
            raise
        status, excerpt = error.status, error.body_excerpt
    operation = request(access.key).operation.id
    text = f"{operation}: the data access token was refused ({status}), and so was a fresh one. Try again later."
    raise ResultExpired(text, operation=operation, status=status, body_excerpt=excerpt)


def _is_expired(error: ApiError) -> bool:
    # The API server refuses with the same statuses, but it has no tokens.
    return error.status in _EXPIRED and error.operation in ("getResultData", "getSchemaData") and not error.foreign
