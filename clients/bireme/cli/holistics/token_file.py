"""`~/.holistics.yml`, where the vendor's own command line tool keeps its key: `token: <key>`.

The file may hold more than that, and comments: writing replaces the one line, or adds it, and leaves all else as it is.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Any

from bireme._runtime.errors import ConfigError
from bireme.cli.documents import NotYaml, parse_yaml

NAME = ".holistics.yml"

_LINE = re.compile(r"^token[ \t]*:[^\r\n]*?(?P<comment>[ \t]+#[^\r\n]*)?(?P<end>\r?)$", re.MULTILINE)
# What no YAML reader, of version 1.1 or 1.2, takes for anything but text.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]{7,}")


def path() -> Path:
    """Where the file is."""
    return Path.home() / NAME


def read_token() -> str | None:
    """The token of the file; None where there is no file, or no token in it.

    Raises:
        ConfigError: the file cannot be read, or its token is not text.
        MissingExtra: the YAML reader of the command line is not installed.
    """
    text = _read(path())
    token = _settings(text).get("token") if text else None
    if token is not None and not isinstance(token, str):
        raise _unusable("its token is not text", "Log in again: bireme holistics login TOKEN")
    return token or None


def write_token(token: str) -> Path:
    """Puts a token into the file, whole and at once, for its owner only to read; gives the file's path.

    Raises:
        ConfigError: the file that is there cannot be read, or cannot be changed without changing more of it.
        MissingExtra: as `read_token`.
        OSError: it cannot be written. In every case the old file is as it was.
    """
    target = path().resolve()  # of a link, the file behind it
    old = _read(target) or ""
    line = f"token: {token}" if _PLAIN.fullmatch(token) else f'token: "{_escaped(token)}"'
    new, changed = _LINE.subn(lambda found: line + (found["comment"] or "") + found["end"], old, count=1)
    if not changed:
        new = f"{old}{'' if not old or old.endswith(chr(10)) else chr(10)}{line}\n"
    wanted = {**_settings(old), "token": token} if old else {"token": token}
    try:
        fits = parse_yaml(new, all_text=True) == wanted
    except NotYaml:
        fits = False
    if not fits:
        raise _unusable("a token cannot be put into it without changing more", "Write 'token: ...' there yourself")
    _replace(target, new)
    return path()


def _read(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise _unusable("it is not text", "Move it away, and log in again") from None
    except OSError as error:
        raise _unusable(f"it cannot be read ({error.strerror})", "Check its permissions") from None


def _settings(text: str) -> dict[str, Any]:
    try:
        value = parse_yaml(text, all_text=True)
    except NotYaml as error:
        raise _unusable(f"it is not YAML (line {error.line})", "Correct it, or move it away and log in again") from None
    if value in (None, ""):
        return {}
    if not isinstance(value, dict):
        raise _unusable("it is no list of settings", "Move it away, and log in again")
    return value


def _unusable(reason: str, remedy: str) -> ConfigError:
    return ConfigError(f"~/{NAME}", f"cannot be used: {reason}", f"{remedy}.")


def _escaped(token: str) -> str:
    return token.replace("\\", "\\\\").replace('"', '\\"')


def _replace(target: Path, text: str) -> None:
    """Writes beside the file, readable by nobody else from the start, and puts it in the file's place."""
    number, name = tempfile.mkstemp(dir=target.parent, prefix=f"{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
