"""YAML files, read once for as long as they stay the same: every session of every emulator is seeded from them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

__all__ = ["read_yaml"]


def read_yaml(file: Path) -> Any:
    """What a YAML file says. It is shared, so whoever gets it changes nothing in it.

    Raises `OSError` where it cannot be read, `yaml.YAMLError` where it is no YAML.
    """
    facts = file.stat()
    return _content(file, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=64)
def _content(file: Path, changed: int, size: int) -> Any:
    import yaml  # only here: importing it takes a moment

    text = file.read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # the C one is ten times as fast
