"""The root of all errors, and what records raise; the others stand in `bireme._runtime.errors`."""

from __future__ import annotations

from typing import Any


class BiremeError(Exception):
    """The root. `cursor` is set where an error stopped a walk over pages: the walk can go on from there.

    `operation` is the operationId of the call at fault, where there was one.
    """

    operation: str | None = None
    cursor: str | None = None

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else type(self).__name__

    def __reduce__(self) -> tuple[Any, ...]:
        return restore, (type(self), self.args, dict(self.__dict__))


def restore(cls: type[BiremeError], args: tuple[Any, ...], state: dict[str, Any]) -> BiremeError:
    """An error as it was pickled or copied."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class NotSent(BiremeError, AttributeError):
    """The server left this part of a resource out; `getattr(record, name, None)` asks without the error."""
