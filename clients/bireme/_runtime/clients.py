"""What the client classes of every vendor have in common: how they look, how they are closed, that they stay put."""

from __future__ import annotations

from types import TracebackType
from typing import NoReturn, Self

from .context import Context
from .senders import AsyncSender, SyncSender

__all__ = ["AwaitedClient", "BlockingClient"]


class _Client:
    _context: Context

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._context.session.settings.base_url!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a key and connections: make one in each process instead")


class BlockingClient(_Client):
    """A client that sends with `_run`; a context manager."""

    _run: SyncSender

    def close(self) -> None:
        """Closes the connections."""
        self._run.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class AwaitedClient(_Client):
    """A client whose calls are awaited, that sends with `_run`; an asynchronous context manager."""

    _run: AsyncSender

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._run.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.aclose()
