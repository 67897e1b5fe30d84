"""YAML and JSON files that commands read: definitions of schedules and alerts, settings."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

from bireme._runtime.errors import InvalidInput, MissingExtra


class NotYaml(ValueError):
    """A text is not YAML; `line` counts from 1."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line


def parse_yaml(text: str, *, all_text: bool = False) -> Any:
    """The value of a YAML document, which may be JSON too. `all_text` leaves numbers, dates and booleans as written.

    Raises:
        NotYaml: the text is none, or more than one document.
        MissingExtra: the reader is not installed.
    """
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError
    except ImportError:
        raise MissingExtra("cli", "Reading YAML", "ruamel.yaml") from None
    try:
        return YAML(typ="base" if all_text else "safe", pure=True).load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "a character that cannot be read"
        raise NotYaml(str(problem), mark.line + 1 if mark else 1) from None


def read_document(file: str, option: str = "--file") -> dict[str, Any]:
    """The object in a YAML or JSON file; `-` is standard input.

    Raises:
        InvalidInput: the file cannot be read, or does not hold one object.
        MissingExtra: as `parse_yaml`.
    """
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        value = parse_yaml(text)
    except NotYaml as error:
        raise InvalidInput(option, file, f"is neither YAML nor JSON: {error}", "Correct it") from None
    except UnicodeDecodeError:
        raise InvalidInput(option, file, "is not text", "Give a YAML or JSON file") from None
    except OSError as error:
        raise InvalidInput(option, file, f"cannot be read: {error.strerror}", "Check the path") from None
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise InvalidInput(option, file, "does not hold one object", "Write one field a line, e.g. 'title: Flights'")
    plain: dict[str, Any] = _without_dates(value)
    return plain


def _without_dates(value: Any) -> Any:
    """Dates that stand unquoted in YAML as the text that they were, for JSON knows none."""
    if isinstance(value, dict):
        return {key: _without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
