"""What a generated facade needs of the layer that sends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from ._request import RawResponse, Request

T = TypeVar("T")
Item = TypeVar("Item")


class Sender(Protocol):
    """Sends requests one after the other and returns when the reply is there."""

    def send(self, request: Request[T]) -> T: ...

    def send_raw(self, request: Request[T]) -> RawResponse[T]: ...

    def paginate(self, request: Request[T], items: Callable[[T], Sequence[Item]]) -> Iterator[Item]: ...


class AsyncSender(Protocol):
    """The same for asynchronous callers."""

    async def send(self, request: Request[T]) -> T: ...

    async def send_raw(self, request: Request[T]) -> RawResponse[T]: ...

    def paginate(self, request: Request[T], items: Callable[[T], Sequence[Item]]) -> AsyncIterator[Item]: ...
