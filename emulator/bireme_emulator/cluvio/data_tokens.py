"""Data keys and data access tokens: what an API server hands out, and the data server beside it takes.

A data key is a path that says which data is meant and in which form. The token opens that one key, in the location
that gave it, for a few minutes of the virtual clock. It is signed and not stored; the secret belongs to the state, so
a token from before a restart still works, and one of another session or location does not.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from bireme_emulator.kernel.clock import new_token

from .facts import period

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "ResultForm",
    "issue",
    "issue_schema",
    "read_result_key",
    "read_schema_key",
    "read_token",
    "seal",
]

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", ".": "dot", "/": "slash"}
_SIGNS = {name: sign for sign, name in _SEPARATORS.items()}


@dataclass(frozen=True, slots=True)
class ResultForm:
    """The form in which the data server gives a result: JSON, or CSV with the vendor's three options."""

    data_format: Literal["json", "csv"] = "json"
    csv_column_separator: str = ","
    csv_decimal_separator: str = "."
    csv_quote_style: str = "necessary"


def issue(session: Session, api: str, execution_id: str, form: ResultForm = ResultForm()) -> tuple[str, str]:
    """Data key and token for the result of an execution.

    Example: `data_key, token = issue(session, "cluvio_eu", execution["id"], ResultForm("csv", ";", ","))`
    """
    key = f"results/{execution_id}/{form.data_format}"
    if form.data_format == "csv":
        column, decimal = _SEPARATORS[form.csv_column_separator], _SEPARATORS[form.csv_decimal_separator]
        key = f"{key}/{column}/{decimal}/{form.csv_quote_style}"
    return key, _sign(session, api, key)


def issue_schema(session: Session, api: str, datasource_id: str, name: str | None = None) -> tuple[str, str]:
    """Data key and token for the schemas of a datasource, or for the one called `name`."""
    key = f"schemas/{datasource_id}/all" if name is None else f"schemas/{datasource_id}/one/{_armoured(name.encode())}"
    return key, _sign(session, api, key)


def read_result_key(key: str) -> tuple[str, ResultForm] | None:
    """Execution and form that a data key names, or `None` where it is no key of a result."""
    match key.split("/"):
        case ["results", id, "json"]:
            return id, ResultForm()
        case ["results", id, "csv", column, decimal, quotes] if column in _SIGNS and decimal in _SIGNS:
            return id, ResultForm("csv", _SIGNS[column], _SIGNS[decimal], quotes)
    return None


def read_schema_key(key: str) -> tuple[str, str | None] | None:
    """Datasource and schema (`None`: all of them) that a data key names, or `None` where it is no key of schemas."""
    match key.split("/"):
        case ["schemas", id, "all"]:
            return id, None
        case ["schemas", id, "one", name]:
            return id, _plain(name).decode(errors="replace")
    return None


def read_token(session: Session, api: str, token: str) -> Mapping[str, Any] | None:
    """What a token opens: `{"data_key"}`; `None` for one that is malformed, too old, or of elsewhere."""
    body, _, given = token.partition(".")
    if not hmac.compare_digest(seal(session, api, body).encode(), given.encode(errors="replace")):
        return None
    key, end = json.loads(_plain(body))
    return {"data_key": key} if session.clock.now().timestamp() < end else None


def _sign(session: Session, api: str, key: str) -> str:
    end = (session.clock.now() + period("data_access_token")).timestamp()
    body = _armoured(json.dumps([key, end]).encode())
    return f"{body}.{seal(session, api, body)}"


def seal(session: Session, api: str, body: str) -> str:
    """A seal that nobody else can put on this text, in this state and location."""
    secret = session.store.meta_once(f"data_secret/{api}", lambda: new_token(32))
    return hmac.new(secret.encode(), body.encode(errors="replace"), hashlib.sha256).hexdigest()


def _armoured(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def _plain(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return b""
