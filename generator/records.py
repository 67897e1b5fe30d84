"""Records: a class per resource type of an API that speaks JSON:API, and what its documents take and give."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol as Property
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import PythonIdentifier

from generator.client_document import FIELD_PREFIX
from generator.client_models import field_name
from generator.client_operations import Argument, OperationView
from generator.client_text import docstring, prose, sentence
from generator.client_types import Types, imports, raw_name, single_value
from generator.errors import GenerationError

_SUFFIX = "Resource"
_TAKEN = frozenset({"TYPE", "id", "type", "of", "all_of", "is_loaded", "document", "to_dict"})


@dataclass(frozen=True)
class Relationship:
    """A relationship of a resource: its name, the type it leads to, whether to many, and the record class of those."""

    name: str
    raw_name: str
    target: str
    many: bool
    about: str


class Shapes:
    """What the parsed properties of documents are made of.

    The parser fills in models as it comes to them and leaves earlier copies empty, so models are looked up by name.
    """

    def __init__(self, models: Iterable[ModelProperty]) -> None:
        self._whole = {str(model.class_info.name): model for model in models}

    def resource(self, view: OperationView) -> ModelProperty:
        """The model of the resource that an operation's document holds."""
        for model in self.models(self.member(view.json_reply, "data")):
            if self.type_of(model) is not None:
                return model
        raise view.operation.fault(
            "its document's data is no resource", "Give it a schema with id, a `type` of one value, and attributes."
        )

    def included(self, view: OperationView) -> list[ModelProperty]:
        """The models of the resources that may be included in an operation's document."""
        return [one for one in self.models(self.member(view.json_reply, "included")) if self.type_of(one) is not None]

    def relationships(self, container: Property | None) -> Iterator[Relationship]:
        """The relationships that a member `relationships` holds."""
        for prop in self.members(container):
            data = self.member(prop, "data")
            many = isinstance(_bare(data), ListProperty)
            for model in self.models(data):
                inner = self.member(model, "data")
                target = self.type_of(inner if isinstance(inner, ModelProperty) else model)
                if target is not None:
                    yield Relationship(field_name(prop), raw_name(prop), target, many, _about(prop))
                    break

    def models(self, prop: Property | None) -> list[ModelProperty]:
        """The models that a property, or an item of it, may be."""
        if isinstance(prop, ListProperty):
            return self.models(prop.inner_property)
        if isinstance(prop, UnionProperty):
            return [model for inner in prop.inner_properties for model in self.models(inner)]
        return [self._whole.get(str(prop.class_info.name), prop)] if isinstance(prop, ModelProperty) else []

    def members(self, prop: Property | None) -> list[Property]:
        """The properties of a model, the required ones first; none of anything else."""
        if not isinstance(prop, ModelProperty):
            return []
        whole = self._whole.get(str(prop.class_info.name), prop)
        return [*(whole.required_properties or ()), *(whole.optional_properties or ())]

    def member(self, prop: Property | None, name: str) -> Property | None:
        """The property of a model by its name in JSON."""
        return next((one for one in self.members(_bare(prop)) if raw_name(one) == name), None)

    def type_of(self, model: ModelProperty) -> str | None:
        """The one value of the member `type`."""
        member = self.member(model, "type")
        return None if member is None else single_value(member)


class RecordView:
    """What the template of a record asks."""

    def __init__(self, model: ModelProperty, types: Types, shapes: Shapes) -> None:
        self.model = model
        self.types = types
        self.shapes = shapes
        self.type = str(shapes.type_of(model))
        self.class_name = str(model.class_info.name).removesuffix(_SUFFIX)
        self.module = str(PythonIdentifier(self.class_name, FIELD_PREFIX))
        attributes = shapes.member(model, "attributes")
        self.attributes_model = attributes if isinstance(attributes, ModelProperty) else None
        self._by_type: dict[str, RecordView] = {}

    def know(self, by_type: dict[str, RecordView]) -> None:
        """Take the record classes that relationships lead to."""
        self._by_type = by_type
        for name in [*(name for name, _, _ in self.attributes), *(one.name for one in self.relationships)]:
            if name in _TAKEN:
                raise _fault(self.class_name, f"it has a member named {name}, which every record has")

    @cached_property
    def attributes(self) -> list[tuple[str, str, str]]:
        """Name, type and docstring of each attribute."""
        return [
            (
                field_name(prop),
                self.types.output(prop),
                docstring(prose(_about(prop) or f"The attribute {raw_name(prop)}."), 8),
            )
            for prop in self.shapes.members(self.attributes_model)
        ]

    @cached_property
    def relationships(self) -> list[Relationship]:
        return list(self.shapes.relationships(self.shapes.member(self.model, "relationships")))

    def target(self, relationship: Relationship) -> RecordView:
        """The record class that a relationship leads to."""
        if relationship.target not in self._by_type:
            raise _fault(
                self.class_name, f"{relationship.name} leads to {relationship.target}, which no document holds"
            )
        return self._by_type[relationship.target]

    def about(self, relationship: Relationship) -> str:
        """The docstring of a relationship."""
        told = relationship.about or f"The related {relationship.target}."
        unless = f'Only named by id unless the request had include="{relationship.raw_name}".'
        return docstring([*prose(told), "", unless], 8)

    @property
    def model_imports(self) -> list[str]:
        own = [self.attributes_model] if self.attributes_model else []
        return imports([*self.shapes.members(self.attributes_model), *own], "..models.")

    @property
    def record_imports(self) -> list[str]:
        found = {self.target(one) for one in self.relationships}
        return sorted(f"from .{one.module} import {one.class_name}" for one in found if one is not self)

    @property
    def docstring(self) -> str:
        description = self.model.description.get_untrusted_value() if self.model.description else ""
        return docstring(prose(description) or [f"A resource of the type {self.type}."], 4)


class DocumentView:
    """What the facade asks of an operation with `x-document`: what it returns, and its arguments in place of a body."""

    def __init__(self, view: OperationView, records: dict[str, RecordView], types: Types, shapes: Shapes) -> None:
        self.view = view
        self.types = types
        self.shapes = shapes
        self.collection = view.operation.raw["x-document"]["kind"] == "collection"
        self.record = records[str(shapes.resource(view).class_info.name)]

    @property
    def returns(self) -> str:
        return f"list[{self.record.class_name}]" if self.collection else self.record.class_name

    @cached_property
    def _data(self) -> ModelProperty | None:
        """The member `data` of the request document; `None` where the body is no document, or there is none."""
        for body in self.view.endpoint.bodies:
            data = self.shapes.member(body.prop, "data")
            if isinstance(data, ModelProperty):
                return data
        return None

    @property
    def takes_document(self) -> bool:
        return self._data is not None

    @cached_property
    def attributes(self) -> list[Argument]:
        """The attributes that the operation takes, as arguments."""
        return [
            Argument(
                _argument(prop),
                raw_name(prop),
                "attribute",
                self.types.given(prop),
                bool(prop.required),
                _about(prop),
                prop,
            )
            for prop in self.shapes.members(self.shapes.member(self._data, "attributes"))
        ]

    @cached_property
    def relationships(self) -> list[tuple[Argument, Relationship]]:
        """The relationships that the operation takes, as arguments."""
        container = self.shapes.member(self._data, "relationships")
        required = {raw_name(prop) for prop in self.shapes.members(container) if prop.required}
        found = []
        for one in self.shapes.relationships(container):
            kind = "Sequence[Record | str]" if one.many else "Record | str | None"
            about = one.about or f"The related {one.target}: records or ids."
            found.append((Argument(one.name, one.raw_name, "relationship", kind, one.raw_name in required, about), one))
        return found

    @cached_property
    def arguments(self) -> list[Argument]:
        """All keyword arguments: those of the query, attributes, relationships; the required ones first."""
        found = [one for one in self.view.keywords if one.place != "body"]
        found += self.attributes + [argument for argument, _ in self.relationships]
        names = [one.name for one in [*self.view.positional, *found]]
        if len(names) != len(set(names)):
            raise self.view.operation.fault(f"two arguments have one name ({', '.join(names)})", "Rename one of them.")
        return sorted(found, key=lambda one: not one.required)

    @property
    def signature(self) -> str:
        parts = ["self", *(one.declaration for one in self.view.positional)]
        keywords = [one.declaration for one in self.arguments]
        return ", ".join([*parts, "*", *keywords] if keywords else parts)

    @property
    def call(self) -> str:
        """The arguments of the call of `request`."""
        plain = [one for one in self.view.keywords if one.place != "body"]
        given = [*(one.name for one in self.view.positional), *(f"{one.name}={one.name}" for one in plain)]
        return ", ".join([*given, "body=_body"])


def record_views(views: list[OperationView], types: Types, shapes: Shapes) -> dict[str, RecordView]:
    """Every record class of an API, by the name of its resource model; none where no operation has `x-document`."""
    models: dict[str, ModelProperty] = {}
    for view in views:
        if "x-document" in view.operation.raw:
            found = [shapes.resource(view), *shapes.included(view)]
            models.update({str(one.class_info.name): one for one in found})
    records = {name: RecordView(model, types, shapes) for name, model in sorted(models.items())}
    by_type: dict[str, RecordView] = {}
    for record in sorted(records.values(), key=lambda one: len(one.class_name)):
        by_type.setdefault(record.type, record)
    for record in records.values():
        record.know(by_type)
    return records


def _bare(prop: Property | None) -> Property | None:
    """A property without its `null`."""
    if isinstance(prop, UnionProperty):
        return next((one for one in prop.inner_properties if isinstance(one, ListProperty | ModelProperty)), prop)
    return prop


def _argument(prop: Property) -> str:
    name = field_name(prop)
    return f"{name}_" if keyword.iskeyword(name) or name == "self" else name


def _about(prop: Property) -> str:
    return sentence(prop.description.get_untrusted_value()) if prop.description else ""


def _fault(record: str, reason: str) -> GenerationError:
    return GenerationError(f"the record {record}: {reason}", rule="clients", remedy="Rename a member of its schema.")
