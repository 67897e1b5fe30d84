"""Errors of the drop-in: ours, which can also be caught as what the vendor's package raised.

    ours               also a
    ApiError           requests.exceptions.HTTPError, with `.response.status_code` and `.response.text`
    RequestTimeout     requests.exceptions.Timeout
    NetworkError       requests.exceptions.ConnectionError
    JobFailed          RuntimeError
    DecodeError        pandas.errors.ParserError

`requests` is no dependency of ours: a program that names its errors has imported it, and one that has not is given
OSError in their place, of which they are all kinds. Sent to another process, such an error arrives as ours alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from bireme._runtime.errors import ApiError, BiremeError, DecodeError, JobError, NetworkError, RequestTimeout
from bireme._wire._errors import restore

# The first that fits counts.
_ALIKE: tuple[tuple[type[BiremeError], str, str, type[Exception]], ...] = (
    (ApiError, "requests.exceptions", "HTTPError", OSError),
    (RequestTimeout, "requests.exceptions", "Timeout", OSError),
    (NetworkError, "requests.exceptions", "ConnectionError", OSError),
    (JobError, "builtins", "RuntimeError", RuntimeError),
    (DecodeError, "pandas.errors", "ParserError", ValueError),
)


@contextmanager
def errors_as_before() -> Iterator[None]:
    """Raises our errors so that handlers written for the vendor's package still catch them."""
    try:
        yield
    except BiremeError as error:
        other = _counterpart(error)
        if other is None or isinstance(error, other):
            raise
        raise _both(error, other).with_traceback(error.__traceback__) from None


def _counterpart(error: BiremeError) -> type[Exception] | None:
    for ours, module, name, otherwise in _ALIKE:
        if isinstance(error, ours):
            found: type[Exception] = getattr(sys.modules.get(module), name, otherwise)
            return found
    return None


def _both(error: BiremeError, other: type[Exception]) -> BiremeError:
    cls = _class(type(error), other)
    made = cls.__new__(cls, *error.args)
    made.args = error.args
    made.__dict__.update(error.__dict__)
    if isinstance(error, ApiError):
        text = error.body_excerpt
        made.__dict__["response"] = SimpleNamespace(status_code=error.status, text=text, reason=error.message)
    return made


_classes: dict[tuple[type[BiremeError], type[Exception]], type[BiremeError]] = {}


def _class(ours: type[BiremeError], other: type[Exception]) -> type[BiremeError]:
    """A class that is both; always the same for the same two."""
    if (ours, other) not in _classes:
        _classes[ours, other] = _made(ours, other)
    return _classes[ours, other]


def _made(ours: type[BiremeError], other: type[Exception]) -> type[BiremeError]:
    def reduce(self: BiremeError) -> tuple[Any, ...]:
        state = {name: value for name, value in self.__dict__.items() if name != "response"}
        return restore, (ours, self.args, state)

    body = {"__doc__": ours.__doc__, "__module__": ours.__module__, "__reduce__": reduce}
    return type(ours.__name__, (ours, other), body)
