"""Sending a CSV file to the emulator, in the stead of an operation of Holistics whose address nobody has published."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2

from bireme._runtime.errors import InvalidInput, Unsupported
from bireme.cli.output import fail, one_line

from .options import Server

LARGEST = 8 * 1024 * 1024
_CONTROL = "/_emulator"
_REMEDY = (
    "Import the file in Holistics itself, or send it to an emulator: "
    "HOLISTICS_HOST=http://127.0.0.1:8900/holistics bireme holistics import csv ..."
)


def import_csv(server: Server, source: int, file: Path, table: str) -> dict[str, Any]:
    """Imports a CSV file as a table of a data source of the emulator, and gives what became of it.

    Raises:
        Unsupported: the server is Holistics, or anything else but an emulator; the file was not sent.
        InvalidInput: the file cannot be read, is empty, or too large.
    """
    text = _read(file)
    parts = urlsplit(server.root())
    control = f"{parts.scheme}://{parts.netloc}{_CONTROL}"
    host = parts.hostname or ""
    if host == "holistics.io" or host.endswith(".holistics.io"):
        reason = "the address at which Holistics takes CSV files is not published, so nothing was sent"
        raise Unsupported("import csv", reason, _REMEDY)
    body = {"api": "holistics", "data_source_id": source, "table": table, "csv": text}
    try:
        with httpx2.Client(timeout=120.0) as http:
            if not _is_emulator(http, control):
                reason = f"{host} is not bireme's emulator, and no other address for CSV files is known"
                raise Unsupported("import csv", f"{reason}; nothing was sent", _REMEDY)
            reply = http.post(f"{control}/imports", json=body)
    except httpx2.HTTPError as error:
        fail(f"{parts.netloc} cannot be reached: {error}. Check HOLISTICS_HOST, or start one: bireme emulate")
    if reply.status_code != 201:
        fail(_reason(reply))
    made: dict[str, Any] = reply.json()
    return made


def _read(file: Path) -> str:
    try:
        content = file.read_bytes()
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput("--filepath", str(file), "is not UTF-8 text", "Save it as CSV in UTF-8") from None
    except OSError as error:
        raise InvalidInput("--filepath", str(file), f"cannot be read: {error.strerror}", "Check the path") from None
    if not text.strip():
        raise InvalidInput("--filepath", str(file), "is empty", "Give a CSV file with a header")
    if len(content) > LARGEST:
        size = f"has {len(content):,} bytes, more than the {LARGEST:,} that the emulator takes"
        raise InvalidInput("--filepath", str(file), size, "Start it with --data NAME=FILE instead")
    return text


def _is_emulator(http: httpx2.Client, control: str) -> bool:
    reply = http.get(f"{control}/health")
    try:
        health = reply.json() if reply.status_code == 200 else None
    except ValueError:
        return False
    return isinstance(health, dict) and health.get("status") == "ok" and "holistics" in (health.get("apis") or ())


def _reason(reply: httpx2.Response) -> str:
    """The emulator's own words, on one line."""
    try:
        error = reply.json()["error"]["message"]
    except (ValueError, LookupError, TypeError):
        error = f"the emulator answered {reply.status_code}"
    return one_line(f"The import was refused: {error}")
