"""What properties are about, where the parser forgets it: a description that stands beside a reference."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import ClassName

from generator.client_document import FIELD_PREFIX
from generator.client_types import raw_name


def describe_references(models: Iterable[ModelProperty], bundle: dict[str, Any]) -> None:
    """Give each property that is a reference the description beside it, in place of the one of what it refers to.

    `role: {$ref: UserRole.yaml, description: Role from now on.}` is about the role of this user. The parser takes the
    description of UserRole, which is about roles.
    """
    schemas = bundle.get("components", {}).get("schemas", {})
    by_class = {str(ClassName(name, FIELD_PREFIX)): schema for name, schema in schemas.items()}
    for model in models:
        told = by_class.get(str(model.class_info.name), {}).get("properties", {})
        for properties in (model.required_properties, model.optional_properties):
            for index, prop in enumerate(properties or ()):
                raw = told.get(raw_name(prop), {})
                if properties and "$ref" in raw and raw.get("description"):
                    properties[index] = evolve(prop, description=UntrustedString(raw["description"]))
