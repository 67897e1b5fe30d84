"""What every client is made of, whatever the vendor: settings, a session, and how it waits; and checks of arguments.

Apart from `jobs`, which a client loads at its first job.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from .clock import Clock
from .config import VendorConfig, resolve
from .errors import InvalidInput
from .pace import Poll
from .retry import Retry, check_seconds
from .timeouts import Timeouts
from .transport import Session


@dataclass(frozen=True, slots=True)
class Context:
    """What every handle on a job needs of its client: the session, and how it waits unless told otherwise."""

    session: Session
    timeout: float
    poll: Poll


def context(
    vendor: VendorConfig,
    agent: str,
    *,
    api_key: str | None,
    region: str | None,
    base_url: str | None,
    data_url: str | None = None,
    timeout: float,
    retry: Retry | None,
    poll: Poll | None,
    limits: Timeouts | None,
    clock: Clock | None,
) -> Context:
    """The context of a new client, from its arguments; `agent` names the client to the server.

    Raises:
        ConfigError: a setting is missing or wrong.
        InvalidInput: an argument is not what it should be.
    """
    _check_type("retry", retry, Retry, "Retry(attempts=2)")
    _check_type("poll", poll, Poll, "Poll(cap=10)")
    _check_type("limits", limits, Timeouts, "Timeouts(connect=5)")
    settings = resolve(vendor, api_key=api_key, region=region, base_url=base_url, data_url=data_url)
    session = Session(settings, retry=retry, timeouts=limits, user_agent=f"bireme/{_version()} ({agent})", clock=clock)
    return Context(session, check_seconds("timeout", timeout), poll or Poll())


def _version() -> str:
    # The package itself names all clients, so nothing below them may import it by name.
    version: str = import_module("bireme").__version__
    return version


def _check_type(field: str, given: object, kind: type, example: str) -> None:
    if given is not None and not isinstance(given, kind):
        raise InvalidInput(field, given, f"is not a bireme {kind.__name__}", f"Give for example {field}={example}.")


def check_http(given: Any, close: str, kind: str) -> None:
    """Refuses what is no httpx2 client of the right kind; it would fail later, in words that help nobody.

    Raises:
        InvalidInput: it has not the method `close`.
    """
    if given is not None and not callable(getattr(given, close, None)):
        raise InvalidInput("http", given, f"is not an httpx2.{kind}", f"Give an httpx2.{kind}, or leave it out.")
