"""A stateful local emulator of BI vendors' HTTP APIs: real routes, real jobs, real data, time under control.

`Emulator` runs it in a thread for tests, `create_app` gives its ASGI applications without sockets, and `serve` blocks
until it is told to stop (that is `bireme emulate`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .kernel.config import EmulatorConfig, EmulatorError
    from .server import Emulator, create_app, serve

__all__ = ["Emulator", "EmulatorConfig", "EmulatorError", "create_app", "serve"]

_WHERE = {"Emulator": "server", "create_app": "server", "serve": "server"}


def __getattr__(name: str) -> Any:
    """Import on first use: who only wants the error class does not wait for a web server."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{_WHERE.get(name, 'kernel.config')}", __name__), name)
    globals()[name] = value
    return value
