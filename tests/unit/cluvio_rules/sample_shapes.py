"""Holding a reply against a sample: what the sample has and the reply lacks.

`compared(sample, reply)` gives a verdict for each place of the sample, in words: "there", "missing", "empty" (a list or
map without entries), "null", or which type is there instead. Places inside a JSON:API object are named after its type
(`reports/attributes/name`), so that the same object counts alike wherever it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["NULL", "THERE", "best", "compared"]

THERE, NULL = "there", "null"
_MISSING = "missing"
_ENTRIES = {"property1", "property2"}  # how the vendor's page writes a map with any keys


def compared(sample: Any, reply: Any, at: str = "") -> dict[str, str]:
    """Each place of the sample, with what the reply has there."""
    wanted, given = _kind(sample), _kind(reply)
    if wanted == "null":
        return {at: THERE}  # the sample does not tell the type
    if given != wanted:
        plain = given == "null" and wanted not in ("object", "list")
        return {at: NULL if plain else f"{given} for {wanted}"}
    if isinstance(sample, dict):
        return _map(sample, reply, at) if set(sample) == _ENTRIES else _object(sample, reply, at)
    if isinstance(sample, list):
        return _list(sample, reply, at)
    return {at: THERE}


def _object(sample: Mapping[str, Any], reply: Mapping[str, Any], at: str) -> dict[str, str]:
    found = {at: THERE}
    inside = str(sample["type"]) if "attributes" in sample else at
    for name, value in sample.items():
        place = f"{inside}/{name}"
        found |= compared(value, reply[name], place) if name in reply else {place: _MISSING}
    return found


def _list(sample: Sequence[Any], reply: Sequence[Any], at: str) -> dict[str, str]:
    if not sample:
        return {at: THERE}
    if not reply:
        return {at: "empty"}
    entries = [entry for entry in reply if _alike(sample[0], entry)]
    if not entries:
        return {at: f"no {sample[0]['type']}"}
    return {at: THERE, **best([compared(sample[0], entry, f"{at}/*") for entry in entries])}


def _alike(sample: Any, entry: Any) -> bool:
    """Whether the two are objects of the same type, if they are such objects at all."""
    kinds = [one.get("type") for one in (sample, entry) if isinstance(one, dict) and "attributes" in one]
    return len({*kinds}) < 2


def _map(sample: Mapping[str, Any], reply: Mapping[str, Any], at: str) -> dict[str, str]:
    """The values are of several kinds, of which the sample shows one."""
    if not reply:
        return {at: "empty"}
    return {at: THERE, **best([compared(sample["property1"], value, f"{at}/*") for value in reply.values()])}


def best(found: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Several comparisons as one: what is there in one of them counts, but for an attribute that another one lacks.

    Objects of one type all have the same attributes and relationships, which may be null; what is deeper inside comes
    and goes with its meaning.
    """
    together: dict[str, str] = {}
    for verdicts in found:
        for place, said in verdicts.items():
            known = together.get(place)
            if _of_objects(place) and _MISSING in (known, said):
                together[place] = _MISSING
            elif known is None or said == THERE:
                together[place] = said
    return together


def _of_objects(place: str) -> bool:
    parts = place.split("/")
    return len(parts) == 3 and parts[1] in ("attributes", "relationships")


def _kind(value: Any) -> str:
    """The JSON type; whole numbers and others are one."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    kinds: dict[type, str] = {str: "string", dict: "object", list: "list"}
    return kinds.get(type(value), "number")
