"""The legacy Holistics API (v1): the client classes, handles on what they start, a drop-in for the vendor's package.

In place of `from holistics import HolisticsAPI`:

>>> from bireme.holistics_v1 import HolisticsAPI
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._handles import AsyncExport, AsyncQuery, Export, Query
    from .client import AsyncHolisticsV1, HolisticsV1
    from .dropin import HolisticsAPI
    from .generated import models

_HOME = {
    "AsyncExport": "._handles",
    "AsyncHolisticsV1": ".client",
    "AsyncQuery": "._handles",
    "Export": "._handles",
    "HolisticsAPI": ".dropin",
    "HolisticsV1": ".client",
    "Query": "._handles",
}


def __getattr__(name: str) -> Any:
    if name == "models":
        return import_module(".generated.models", __name__)
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name], __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME, "models"])


__all__ = [
    "AsyncExport",
    "AsyncHolisticsV1",
    "AsyncQuery",
    "Export",
    "HolisticsAPI",
    "HolisticsV1",
    "Query",
    "models",
]
