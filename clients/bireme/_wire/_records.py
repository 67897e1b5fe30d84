"""Resources of JSON:API documents, as generated record classes stand on them.

A record hides the envelope and loses nothing: attributes are properties, related resources are records, and the reply
as it came is `.document`. What the server left out raises an error that says so, instead of giving something empty.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar

from ._errors import NotSent
from ._unset import Unset

R = TypeVar("R", bound="Record")


@dataclass(frozen=True)
class _Reply:
    """A document, and its included resources by type and id."""

    document: Any

    @cached_property
    def included(self) -> dict[tuple[str, str], Any]:
        return {(str(one.type_), str(one.id)): one for one in getattr(self.document, "included", None) or ()}


@dataclass(frozen=True, repr=False, eq=False)
class Record:
    """One resource of a JSON:API document.

    A related resource that the document only names has its `id` and nothing else: `is_loaded` is false, and asking
    for an attribute raises `NotSent`.
    """

    #: The resource's type, such as `dashboards`.
    TYPE: ClassVar[str]

    id: str
    _resource: Any = field(default=None)
    _reply: _Reply = field(default_factory=lambda: _Reply(None))

    @classmethod
    def of(cls, document: Any) -> Self:
        """The resource that a document is about."""
        return cls(str(document.data.id), document.data, _Reply(document))

    @classmethod
    def all_of(cls, document: Any) -> list[Self]:
        """The resources of a document that holds a list of them, in its order."""
        reply = _Reply(document)
        return [cls(str(one.id), one, reply) for one in document.data]

    @property
    def type(self) -> str:
        """The resource's type, such as `dashboards`."""
        return self.TYPE

    @property
    def is_loaded(self) -> bool:
        """Whether attributes are there, or the id alone."""
        return self._resource is not None

    @property
    def document(self) -> Any:
        """The reply that this record was read from, as its model; `.to_dict()` gives plain JSON."""
        return self._reply.document

    def to_dict(self) -> dict[str, Any]:
        """The resource as plain JSON, members included that the spec does not know."""
        return {"id": self.id, "type": self.TYPE} if self._resource is None else dict(self._resource.to_dict())

    def __repr__(self) -> str:
        name = getattr(getattr(self._resource, "attributes", None), "name", None)
        told = f", name={name!r}" if isinstance(name, str) else ""
        return f"{self.__class__.__name__}(id={self.id!r}{told})"

    def _whole(self, wanted: str) -> Any:
        if self._resource is None:
            raise NotSent(
                f"{wanted} of the {self.TYPE} {self.id}: the reply holds its id only; read it by its id, "
                "or name the relationship in include="
            )
        return self._resource

    def _attribute(self, name: str) -> Any:
        value = getattr(self._whole(name).attributes, name)
        if isinstance(value, Unset):
            raise NotSent(f"{name} of the {self.TYPE} {self.id}: the server did not send it, or the key may not see it")
        return value

    def _linked(self, name: str) -> Any:
        relationships = getattr(self._whole(name), "relationships", None)
        relationship = getattr(relationships, name, None) or None
        if relationship is None or isinstance(relationship.data, Unset):
            raise NotSent(f"{name} of the {self.TYPE} {self.id}: the server did not send it, or the key may not see it")
        return relationship.data

    def _one(self, name: str, kind: builtins.type[R]) -> R | None:
        linked = self._linked(name)
        return None if linked is None else self._related(linked, kind)

    def _many(self, name: str, kind: builtins.type[R]) -> list[R]:
        # Cluvio wraps each entry of `dashboard_sharing_links` once more.
        return [self._related(getattr(one, "data", one), kind) for one in self._linked(name)]

    def _related(self, linked: Any, kind: builtins.type[R]) -> R:
        id = str(linked.id)
        return kind(id, self._reply.included.get((kind.TYPE, id)), self._reply)


def body(attributes: Mapping[str, object], relationships: Mapping[str, object]) -> dict[str, Any]:
    """A request document of what was given; members that are not set are left out."""
    given = {name: value for name, value in attributes.items() if not isinstance(value, Unset)}
    linked = {name: value for name, value in relationships.items() if not isinstance(value, Unset)}
    data: dict[str, Any] = {"attributes": given} if given or not linked else {}
    return {"data": {**data, **({"relationships": linked} if linked else {})}}


def one(name: str, type: str, value: Record | str | Unset | None) -> Any:
    """A relationship to one resource, from its record or its id; `None` takes the relationship away.

    Raises:
        TypeError: it is something else, or a record of another type.
    """
    if isinstance(value, Unset):
        return value
    return {"data": None if value is None else _identifier(name, type, value)}


def many(name: str, type: str, values: Sequence[Record | str] | Unset) -> Any:
    """A relationship to several resources, from their records or ids.

    Raises:
        TypeError: it is no list, or holds something else.
    """
    if isinstance(values, Unset):
        return values
    if isinstance(values, str | bytes) or not isinstance(values, Sequence):
        raise TypeError(f"{name}: a list of ids or records is due here, not {values!r}")
    return {"data": [_identifier(name, type, value) for value in values]}


def _identifier(name: str, type: str, value: object) -> dict[str, str]:
    if isinstance(value, Record) and type == value.TYPE:
        return {"type": type, "id": value.id}
    if isinstance(value, str):
        return {"type": type, "id": value}
    raise TypeError(f"{name}: an id or a record of {type} is due here, not {value!r}")
