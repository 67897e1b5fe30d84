"""The model DataSet."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_tags = _decode.nullable(_decode.array(_decode.string))


@define(kw_only=True)
class DataSet:
    """Data models put together for people to explore.

    Attributes:
        id: Id of the data set.
        name: Name of the data set in code.
        label: Name of the data set for people.
        description: What it is about.
        owner_id: Id of the user who owns it.
        owner: Name of the user who owns it.
        tenant_id: Id of the workspace.
        data_source_id: Id of the data source that it lies on.
        category_id: Id of the folder that it lies in.
        related_joins: Joins between its data models.
        join_configs: How it uses these joins.
        data_models: Its data models, there with `include_models` only.
        permission: What the owner of the key may do with it.
        uname: Unique name of the data set.
        from_aml: Whether it is defined in AML.
        project_id: Id of the AML project that defines it.
        tags: Labels that people have put on it.
        reports: The reports on it, there with `include_reports` only.
    """

    id: int | Unset = UNSET
    name: str | Unset = UNSET
    label: str | None | Unset = UNSET
    description: str | None | Unset = UNSET
    owner_id: int | None | Unset = UNSET
    owner: str | None | Unset = UNSET
    tenant_id: int | Unset = UNSET
    data_source_id: int | Unset = UNSET
    category_id: int | None | Unset = UNSET
    related_joins: list[Join] | Unset = UNSET
    join_configs: list[JoinConfig] | Unset = UNSET
    data_models: list[DataModel] | Unset = UNSET
    permission: DataSetPermission | Unset = UNSET
    uname: str | Unset = UNSET
    from_aml: bool | Unset = UNSET
    project_id: int | None | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    reports: list[QueryReport] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            label=v
            if (v := take("label", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("label", _decode.nullable(_decode.string), v),
            description=v
            if (v := take("description", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("description", _decode.nullable(_decode.string), v),
            owner_id=v
            if (v := take("owner_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("owner_id", _decode.nullable(_decode.integer), v),
            owner=v
            if (v := take("owner", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("owner", _decode.nullable(_decode.string), v),
            tenant_id=v
            if (v := take("tenant_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("tenant_id", _decode.integer, v),
            data_source_id=v
            if (v := take("data_source_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_source_id", _decode.integer, v),
            category_id=v
            if (v := take("category_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("category_id", _decode.nullable(_decode.integer), v),
            related_joins=fields.optional("related_joins", _decode.array(Join.from_dict)),
            join_configs=fields.optional("join_configs", _decode.array(JoinConfig.from_dict)),
            data_models=fields.optional("data_models", _decode.array(DataModel.from_dict)),
            permission=fields.optional("permission", DataSetPermission.from_dict),
            uname=v
            if (v := take("uname", UNSET)) is UNSET or type(v) is str
            else fields.optional("uname", _decode.string, v),
            from_aml=v
            if (v := take("from_aml", UNSET)) is UNSET or type(v) is bool
            else fields.optional("from_aml", _decode.boolean, v),
            project_id=v
            if (v := take("project_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("project_id", _decode.nullable(_decode.integer), v),
            tags=fields.optional("tags", _decode_tags),
            reports=fields.optional("reports", _decode.array(QueryReport.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "name": self.name,
            "label": self.label,
            "description": self.description,
            "owner_id": self.owner_id,
            "owner": self.owner,
            "tenant_id": self.tenant_id,
            "data_source_id": self.data_source_id,
            "category_id": self.category_id,
            "related_joins": self.related_joins,
            "join_configs": self.join_configs,
            "data_models": self.data_models,
            "permission": self.permission,
            "uname": self.uname,
            "from_aml": self.from_aml,
            "project_id": self.project_id,
            "tags": self.tags,
            "reports": self.reports,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_model import DataModel  # noqa: E402
from .data_set_permission import DataSetPermission  # noqa: E402
from .join import Join  # noqa: E402
from .join_config import JoinConfig  # noqa: E402
from .query_report import QueryReport  # noqa: E402
