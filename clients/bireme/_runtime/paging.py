"""Walking over a list page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bireme._wire import ParseError, RawResponse, Reply, Request

from .errors import BiremeError, PagingError
from .flow import EmitEach, Flow
from .pointers import find
from .transport import Session

T = TypeVar("T")
Item = TypeVar("Item")


def paginate(session: Session, request: Request[T], items: Callable[[T], Sequence[Item]]) -> Flow[None]:
    """Emits the items of all pages, from the page that `request` names.

    The next page is asked for when the items of the last have been taken. The list ends where the next cursor is
    null, empty or missing.

    Raises:
        PagingError: the server names a cursor that has been followed already.
        BiremeError: a page could not be had; its `cursor` is that of the page (None for the first), from which a later
            walk can go on.
        ValueError: the operation is not paged.
    """
    rule = request.operation.pagination
    if rule is None:
        raise ValueError(f"{request.operation.id} has no pages")
    seen = {value for name, value in request.query if name == rule.param}
    cursor = next(iter(seen), None)
    while True:
        try:
            response = _parsed_once((yield from session.call(request)))
            page = session.value(response)
            following = _next(session, response, rule.next)
        except BiremeError as error:
            error.cursor = cursor
            if cursor is not None:
                error.add_note(f"The pages before it are complete; go on from there with {rule.param}={cursor!r}.")
            raise
        yield EmitEach(items(page))
        if following is None:
            return
        if following in seen:
            text = (
                f"{request.operation.id}: the list does not end: the next page's cursor {following!r} has been "
                f"followed before. Take the items so far, or ask for single pages with {rule.param}=."
            )
            raise PagingError(session.redact(text), operation=request.operation.id, cursor=following)
        seen.add(following)
        cursor = following
        request = request.with_query(rule.param, cursor)


class _ParsedOnce(Reply):
    """A reply whose JSON is parsed once: the page and its cursor are both read from it, and neither is changed."""

    __slots__ = ("_document",)
    _document: Any

    def json(self) -> Any:
        try:
            return self._document
        except AttributeError:
            object.__setattr__(self, "_document", super().json())  # the class is frozen
            return self._document


def _parsed_once(response: RawResponse[T]) -> RawResponse[T]:
    reply = response.reply
    return RawResponse(response.request, _ParsedOnce(reply.status, reply.headers, reply.content))


def _next(session: Session, response: RawResponse[Any], pointer: str) -> str | None:
    value = find(session.document(response), pointer)
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise session.decode_error(response, ParseError(pointer, "is neither text, a number nor null"))
    return str(value)
