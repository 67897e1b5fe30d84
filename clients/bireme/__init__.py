"""Clients for the HTTP APIs of BI vendors: a report as rows or a file in one line.

>>> from bireme import Holistics                                                    # doctest: +SKIP
>>> with Holistics(region="eu") as h:                     # the key comes from HOLISTICS_API_KEY
...     frame = h.export_widget(4175).to_pandas()

Importing this package costs next to nothing: each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._runtime.errors import (
        ApiError,
        BadRequest,
        BiremeError,
        ClientClosed,
        ConfigError,
        Conflict,
        ConnectionFailed,
        DecodeError,
        InvalidInput,
        JobCancelled,
        JobError,
        JobFailed,
        MissingExtra,
        NetworkError,
        NoCachedData,
        NoData,
        NotFound,
        NotSent,
        PagingError,
        PermissionDenied,
        RateLimited,
        RedirectError,
        RedirectRefused,
        RequestTimeout,
        ResultExpired,
        ServerError,
        ServiceUnavailable,
        TooManyRedirects,
        TransferError,
        Unauthorized,
        UnexpectedStatus,
        UnprocessableEntity,
        Unsupported,
        WaitTimeout,
    )
    from ._runtime.pace import Poll
    from ._runtime.retry import Retry
    from ._runtime.timeouts import Timeouts
    from .cluvio.client import AsyncCluvio, Cluvio
    from .holistics.client import AsyncHolistics, Holistics
    from .holistics_v1.client import AsyncHolisticsV1, HolisticsV1

__version__ = "0.1.0"

_HOME = {
    "Cluvio": "bireme.cluvio.client",
    "AsyncCluvio": "bireme.cluvio.client",
    "Holistics": "bireme.holistics.client",
    "AsyncHolistics": "bireme.holistics.client",
    "HolisticsV1": "bireme.holistics_v1.client",
    "AsyncHolisticsV1": "bireme.holistics_v1.client",
    "Retry": "bireme._runtime.retry",
    "Poll": "bireme._runtime.pace",
    "Timeouts": "bireme._runtime.timeouts",
    **dict.fromkeys(
        (
            "ApiError",
            "BadRequest",
            "BiremeError",
            "ClientClosed",
            "ConfigError",
            "Conflict",
            "ConnectionFailed",
            "DecodeError",
            "InvalidInput",
            "JobCancelled",
            "JobError",
            "JobFailed",
            "MissingExtra",
            "NetworkError",
            "NoCachedData",
            "NoData",
            "NotFound",
            "NotSent",
            "PagingError",
            "PermissionDenied",
            "RateLimited",
            "RedirectError",
            "RedirectRefused",
            "RequestTimeout",
            "ResultExpired",
            "ServerError",
            "ServiceUnavailable",
            "TooManyRedirects",
            "TransferError",
            "Unauthorized",
            "UnexpectedStatus",
            "UnprocessableEntity",
            "Unsupported",
            "WaitTimeout",
        ),
        "bireme._runtime.errors",
    ),
}


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'bireme' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])


__all__ = [
    "ApiError",
    "AsyncCluvio",
    "AsyncHolistics",
    "AsyncHolisticsV1",
    "BadRequest",
    "BiremeError",
    "ClientClosed",
    "Cluvio",
    "ConfigError",
    "Conflict",
    "ConnectionFailed",
    "DecodeError",
    "Holistics",
    "HolisticsV1",
    "InvalidInput",
    "JobCancelled",
    "JobError",
    "JobFailed",
    "MissingExtra",
    "NetworkError",
    "NoCachedData",
    "NoData",
    "NotFound",
    "NotSent",
    "PagingError",
    "PermissionDenied",
    "Poll",
    "RateLimited",
    "RedirectError",
    "RedirectRefused",
    "RequestTimeout",
    "ResultExpired",
    "Retry",
    "ServerError",
    "ServiceUnavailable",
    "Timeouts",
    "TooManyRedirects",
    "TransferError",
    "Unauthorized",
    "UnexpectedStatus",
    "UnprocessableEntity",
    "Unsupported",
    "WaitTimeout",
    "__version__",
]
