"""JSON values that cannot be changed, so that the store can hand out what it keeps without copying it."""

from __future__ import annotations

import json
from typing import Any, NoReturn

__all__ = ["FrozenDict", "FrozenList", "freeze", "thaw"]


_to_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _frozen(self: object, *_: object, **__: object) -> NoReturn:
    raise TypeError("this is a stored record and cannot be changed; make a copy with thaw(record) and put() that")


class FrozenDict(dict[str, Any]):
    """A stored JSON object: reads like any dict, refuses every change. `thaw` gives a copy that may be changed."""

    __slots__ = ("_encoded",)
    _encoded: bytes
    __setitem__ = __delitem__ = __ior__ = _frozen
    clear = pop = popitem = setdefault = update = _frozen

    def encoded(self) -> bytes:
        """The object as compact JSON in UTF-8, made once: what cannot change need not be written twice."""
        try:
            return self._encoded
        except AttributeError:
            self._encoded = _to_json(self).encode()
            return self._encoded

    def __copy__(self) -> dict[str, Any]:
        return dict(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return thaw(self)

    def __reduce__(self) -> Any:
        return (freeze, (thaw(self),))


class FrozenList(list[Any]):
    """A stored JSON array: reads like any list, refuses every change."""

    __slots__ = ()
    __setitem__ = __delitem__ = __iadd__ = __imul__ = _frozen
    append = clear = extend = insert = pop = remove = reverse = sort = _frozen

    def __copy__(self) -> list[Any]:
        return list(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return thaw(self)

    def __reduce__(self) -> Any:
        return (freeze, (thaw(self),))


def freeze(value: Any) -> Any:
    """A deep, unchangeable copy of a JSON value. Raises `TypeError` naming what JSON cannot hold."""
    if isinstance(value, FrozenDict | FrozenList) or value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, dict):
        if odd := [key for key in value if not isinstance(key, str)]:
            raise TypeError(f"a record's keys are strings, not {odd[0]!r}")
        return FrozenDict({key: freeze(inner) for key, inner in value.items()})
    if isinstance(value, list | tuple):
        return FrozenList([freeze(inner) for inner in value])
    raise TypeError(f"a record holds JSON values only, not {type(value).__name__}: {value!r}")


def thaw(value: Any) -> Any:
    """A deep copy of a JSON value in plain dicts and lists, free to change."""
    if isinstance(value, dict):
        return {key: thaw(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [thaw(inner) for inner in value]
    return value
