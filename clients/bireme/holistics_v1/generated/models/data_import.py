"""The model DataImport."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DataImport:
    """A recipe that copies data from a source into a table.

    Attributes:
        id: Id of the import.
        title: Title.
        description: What it is for.
        owner_id: Id of the user who owns it.
        owner_name: Name of that user.
        source_type: Kind of source, such as DbTable or DbQuery.
        source_config: Where the data comes from; its keys depend on the kind.
        source_label: The source in a few words.
        dest_ds_id: Id of the data source that is written to.
        dest_schema_name: Schema that is written to.
        dest_table_name: Table that is written to.
        import_mode: How it is written; full replaces the table, append adds to it.
        table_config: Shape of the table.
        last_run: When it last ran, in ISO 8601; null if never.
        last_run_job: Its newest job; null if there is none.
        created_at: When it was made, in ISO 8601.
        updated_at: When it was last changed, in ISO 8601.
        tenant_id: Id of the workspace.
        schedule_id: Id of its schedule; null if it has none.
        schedule: When it runs by itself; null if never.
        dist_key: Distribution key of the table, on Redshift.
        dist_style: Distribution style of the table, on Redshift.
        sort_keys: Sort keys of the table, on Redshift.
        sort_style: Sort style of the table, on Redshift.
        increment_column: Column by which new rows are told from old ones.
    """

    id: int
    title: str | Unset = UNSET
    description: str | None | Unset = UNSET
    owner_id: int | Unset = UNSET
    owner_name: str | Unset = UNSET
    source_type: str | Unset = UNSET
    source_config: FreeForm | Unset = UNSET
    source_label: str | None | Unset = UNSET
    dest_ds_id: int | Unset = UNSET
    dest_schema_name: str | Unset = UNSET
    dest_table_name: str | Unset = UNSET
    import_mode: str | Unset = UNSET
    table_config: TableConfig | Unset = UNSET
    last_run: str | None | Unset = UNSET
    last_run_job: LastRunJob | None | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    tenant_id: int | Unset = UNSET
    schedule_id: int | None | Unset = UNSET
    schedule: FreeForm | None | Unset = UNSET
    dist_key: str | None | Unset = UNSET
    dist_style: str | None | Unset = UNSET
    sort_keys: str | None | Unset = UNSET
    sort_style: str | None | Unset = UNSET
    increment_column: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            title=v
            if (v := take("title", UNSET)) is UNSET or type(v) is str
            else fields.optional("title", _decode.string, v),
            description=v
            if (v := take("description", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("description", _decode.nullable(_decode.string), v),
            owner_id=v
            if (v := take("owner_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("owner_id", _decode.integer, v),
            owner_name=v
            if (v := take("owner_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("owner_name", _decode.string, v),
            source_type=v
            if (v := take("source_type", UNSET)) is UNSET or type(v) is str
            else fields.optional("source_type", _decode.string, v),
            source_config=fields.optional("source_config", FreeForm.from_dict),
            source_label=v
            if (v := take("source_label", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("source_label", _decode.nullable(_decode.string), v),
            dest_ds_id=v
            if (v := take("dest_ds_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("dest_ds_id", _decode.integer, v),
            dest_schema_name=v
            if (v := take("dest_schema_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("dest_schema_name", _decode.string, v),
            dest_table_name=v
            if (v := take("dest_table_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("dest_table_name", _decode.string, v),
            import_mode=v
            if (v := take("import_mode", UNSET)) is UNSET or type(v) is str
            else fields.optional("import_mode", _decode.string, v),
            table_config=fields.optional("table_config", TableConfig.from_dict),
            last_run=v
            if (v := take("last_run", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("last_run", _decode.nullable(_decode.string), v),
            last_run_job=fields.optional("last_run_job", _decode.nullable(LastRunJob.from_dict)),
            created_at=v
            if (v := take("created_at", UNSET)) is UNSET or type(v) is str
            else fields.optional("created_at", _decode.string, v),
            updated_at=v
            if (v := take("updated_at", UNSET)) is UNSET or type(v) is str
            else fields.optional("updated_at", _decode.string, v),
            tenant_id=v
            if (v := take("tenant_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("tenant_id", _decode.integer, v),
            schedule_id=v
            if (v := take("schedule_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("schedule_id", _decode.nullable(_decode.integer), v),
            schedule=fields.optional("schedule", _decode.nullable(FreeForm.from_dict)),
            dist_key=v
            if (v := take("dist_key", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("dist_key", _decode.nullable(_decode.string), v),
            dist_style=v
            if (v := take("dist_style", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("dist_style", _decode.nullable(_decode.string), v),
            sort_keys=v
            if (v := take("sort_keys", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("sort_keys", _decode.nullable(_decode.string), v),
            sort_style=v
            if (v := take("sort_style", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("sort_style", _decode.nullable(_decode.string), v),
            increment_column=v
            if (v := take("increment_column", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("increment_column", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "title": self.title,
            "description": self.description,
            "owner_id": self.owner_id,
            "owner_name": self.owner_name,
            "source_type": self.source_type,
            "source_config": self.source_config,
            "source_label": self.source_label,
            "dest_ds_id": self.dest_ds_id,
            "dest_schema_name": self.dest_schema_name,
            "dest_table_name": self.dest_table_name,
            "import_mode": self.import_mode,
            "table_config": self.table_config,
            "last_run": self.last_run,
            "last_run_job": self.last_run_job,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
            "tenant_id": self.tenant_id,
            "schedule_id": self.schedule_id,
            "schedule": self.schedule,
            "dist_key": self.dist_key,
            "dist_style": self.dist_style,
            "sort_keys": self.sort_keys,
            "sort_style": self.sort_style,
            "increment_column": self.increment_column,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .free_form import FreeForm  # noqa: E402
from .last_run_job import LastRunJob  # noqa: E402
from .table_config import TableConfig  # noqa: E402
