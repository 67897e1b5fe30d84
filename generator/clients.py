"""Generating a typed client from a bundle: openapi-python-client's parser, our templates, our formatting.

The parser turns schemas into classes; the operations, their policy and their replies are read from the bundle itself
(`client_document`), because the parser drops what they need. Nothing is patched in generated text.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.strings import PythonIdentifier

from generator.client_descriptions import describe_references
from generator.client_document import FIELD_PREFIX, RawOperation, discriminators, operations, parser_document
from generator.client_models import ModelView, enum_docstring
from generator.client_operations import OperationView
from generator.client_text import docstring, prose, sentence
from generator.client_types import Types, check_class_names, literal
from generator.errors import GenerationError
from generator.facade import MethodView, TagView
from generator.records import DocumentView, Shapes, record_views

TEMPLATES = Path(__file__).with_name("templates")
_LINE_LENGTH = "120"
_HOOKS = (
    ("check", "--isolated", "--no-cache", "--target-version", "py311", "--select", "F,I", "--fix-only"),
    ("format", "--isolated", "--no-cache", "--target-version", "py311"),
)


def generate_client(bundle: dict[str, Any], api: str, output: Path) -> None:
    """Write the generated package of an API to `output`, replacing what stands there.

    The new package is written beside `output` and takes its place when it is complete.

    Args:
        bundle: the API's bundle, with every reference inside it.
        api: the API's name, e.g. `holistics`.
        output: the folder of the package, e.g. `clients/bireme/holistics/generated`.

    Raises:
        GenerationError: the parser warned or failed, an operation would be lost or cannot be generated, or the
            output could not be formatted. What stood at `output` is left as it was.

    Example:
        generate_client(json.loads(Path("holistics.json").read_text()), "holistics", Path("generated"))
    """
    found = list(operations(bundle))
    config = _config(output)
    data = GeneratorData.from_dict(parser_document(bundle, found), config=config)
    if isinstance(data, GeneratorError):
        raise _fault([data])
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{output.name}.", dir=output.parent) as folder:
        config.output_path = Path(folder) / output.name
        project = ClientProject(bundle, api, found, data, config)
        project.write()
        _replace(output, config.output_path, Path(folder) / "before")


def _replace(output: Path, new: Path, aside: Path) -> None:
    """Put `new` where `output` is; what was there comes back if that fails."""
    if not output.exists():
        new.rename(output)
        return
    output.rename(aside)
    try:
        new.rename(output)
    except OSError:
        aside.rename(output)
        raise


def _config(output: Path) -> Config:
    return Config.from_sources(
        config_file=ConfigFile(post_hooks=[], field_prefix=FIELD_PREFIX),
        meta_type=MetaType.NONE,
        document_source=output,
        file_encoding="utf-8",
        overwrite=True,
        output_path=output,
    )


def _fault(errors: Iterable[GeneratorError]) -> GenerationError:
    """All that the parser complained about, as one error."""
    texts = [" ".join(filter(None, [error.header.strip(), (error.detail or "").strip()])) for error in errors]
    return GenerationError(
        "openapi-python-client cannot do all of this spec: " + " | ".join(texts),
        rule="clients",
        remedy="Write the schema or operation named here in a form that the parser supports.",
    )


class ClientProject(Project):
    """The parser's project with our templates, and the bundle at hand."""

    def __init__(
        self, bundle: dict[str, Any], api: str, found: list[RawOperation], data: GeneratorData, config: Config
    ) -> None:
        super().__init__(openapi=data, config=config, custom_template_path=TEMPLATES)
        self.env.undefined = StrictUndefined  # a slip in a template stops the run
        self.bundle = bundle
        self.api = api
        self.types = Types(discriminators(bundle))
        errors = self._get_errors()
        if errors:
            raise _fault(errors)
        describe_references(self.openapi.models, bundle)
        self.views = self._views(found)
        self.shapes = Shapes(self.openapi.models)
        self.records = record_views(self.views, self.types, self.shapes)
        self.tags = self._tags()
        self._add_globals()

    def _views(self, found: list[RawOperation]) -> list[OperationView]:
        endpoints = {
            str(endpoint.name): endpoint
            for collection in self.openapi.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
        }
        views: dict[str, OperationView] = {}
        for operation in found:
            name = str(PythonIdentifier(operation.id, FIELD_PREFIX))
            if name not in endpoints:
                raise operation.fault("the parser lost it", "Look for a part of it that the parser does not support.")
            if name in views:
                raise operation.fault(f"{views[name].id} has the same Python name", "Change one operationId.")
            views[name] = OperationView(operation, endpoints[name], self.types)
        return list(views.values())

    def _tags(self) -> list[TagView]:
        about = {tag["name"]: tag.get("description", "") for tag in self.bundle.get("tags", ())}
        grouped: dict[str, list[OperationView]] = {}
        for view in self.views:
            grouped.setdefault(view.tag_module, []).append(view)
        tags: list[TagView] = []
        for module, views in grouped.items():
            tag = views[0].operation.tag
            methods = [MethodView(view, self.api, self._document(view)) for view in views]
            tags.append(TagView(module, tag, about.get(tag, ""), methods))
        return tags

    def _document(self, view: OperationView) -> DocumentView | None:
        return DocumentView(view, self.records, self.types, self.shapes) if "x-document" in view.operation.raw else None

    def _add_globals(self) -> None:
        self.exports = sorted(
            (str(one.class_info.name), str(one.class_info.module_name))
            for one in [*self.openapi.models, *self.openapi.enums]
        )
        check_class_names([name for name, _ in self.exports])
        header, prefix = _credentials(self.bundle)
        self.env.globals.update(
            api_title=" ".join(str(self.bundle["info"]["title"]).replace("\\", "").replace('"', "'").split()),
            auth_header=literal(header),
            auth_prefix=literal(prefix),
            servers=literal(_servers(self.bundle, "api")),
            data_servers=literal(_servers(self.bundle, "data")),
            credentials=literal(_schemes(self.bundle)),
            values=literal(_values(self.bundle)),
            exports=self.exports,
            tags=self.tags,
            operation_modules=[
                (literal(view.id), literal(f".api.{view.tag_module}.{view.module}")) for view in self.views
            ],
            model_view=lambda model: ModelView(model, self.types),
            enum_docstring=enum_docstring,
            module_docstring=_module_docstring,
        )

    def write(self) -> None:
        """Write the whole package and format it."""
        self.package_dir.mkdir(parents=True)
        for name in ("package_init.py", "policy.py", "facade.py"):
            target = "__init__.py" if name == "package_init.py" else name
            self._write(self.package_dir / target, name)
        self._build_models()
        self._write_operations()
        self._write_resources()
        self._write_records()
        self._format()

    def _write(self, target: Path, template: str, **values: Any) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.env.get_template(f"{template}.jinja").render(**values), encoding="utf-8")

    def _write_operations(self) -> None:
        folder = self.package_dir / "api"
        self._write(folder / "__init__.py", "api_init.py")
        for tag in self.tags:
            self._write(folder / tag.module / "__init__.py", "endpoint_init.py", tag=tag)
            for method in tag.methods:
                target = folder / tag.module / f"{method.view.module}.py"
                self._write(target, "endpoint_module.py", view=method.view, method=method)

    def _write_resources(self) -> None:
        folder = self.package_dir / "resources"
        self._write(folder / "__init__.py", "resources_init.py")
        for tag in self.tags:
            self._write(folder / f"{tag.module}.py", "resource.py", tag=tag)

    def _write_records(self) -> None:
        folder = self.package_dir / "records"
        for record in self.records.values():
            self._write(folder / f"{record.module}.py", "record.py", record=record)
        if self.records:
            self._write(folder / "__init__.py", "records_init.py", records=list(self.records.values()))

    def _format(self) -> None:
        for hook in _HOOKS:
            command = [sys.executable, "-m", "ruff", *hook, "--line-length", _LINE_LENGTH, "."]
            done = subprocess.run(command, cwd=self.package_dir, capture_output=True, text=True, check=False)
            if done.returncode:
                raise GenerationError(
                    f"ruff {hook[0]} failed on the generated code: {(done.stderr or done.stdout).strip()}",
                    rule="clients",
                    remedy="The template that wrote the file is at fault.",
                )


def _values(bundle: dict[str, Any]) -> dict[str, Any]:
    """The tables of facts on the values of enums (`x-values`), by the name of the schema."""
    schemas = bundle.get("components", {}).get("schemas", {})
    return {name: schema["x-values"] for name, schema in schemas.items() if "x-values" in schema}


def _module_docstring(view: OperationView) -> str:
    raw = view.operation.raw
    lines = [sentence(raw.get("summary")) or f"The operation {view.id}."]
    return docstring([*lines, "", *prose(raw.get("description"))])


def _servers(bundle: dict[str, Any], kind: str) -> dict[str, str]:
    """The base URL of each region, of the servers of one kind."""
    servers = [server for server in bundle.get("servers", ()) if server.get("x-server", "api") == kind]
    return {server["x-region"]: server["url"] for server in servers if "x-region" in server}


def _credentials(bundle: dict[str, Any]) -> tuple[str | None, str]:
    """The header that carries the key and what precedes the key in it; (None, "") for an API without a key."""
    schemes = _schemes(bundle)
    used = [name for choice in bundle.get("security", ()) for name in choice] or list(schemes)
    return schemes[used[0]] if used else (None, "")


def _schemes(bundle: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Each way to prove who one is: the header, and what precedes the secret in it.

    Raises:
        GenerationError: a secret travels in another way.
    """
    return {name: _scheme(name, raw) for name, raw in bundle.get("components", {}).get("securitySchemes", {}).items()}


def _scheme(name: str, scheme: dict[str, Any]) -> tuple[str, str]:
    if scheme.get("type") == "apiKey" and scheme.get("in") == "header":
        return scheme["name"], ""
    if scheme.get("type") == "http" and scheme.get("scheme") != "basic":
        word = str(scheme["scheme"])
        return "Authorization", "Bearer " if word == "bearer" else f"{word} "
    raise GenerationError(
        f"the security scheme {name} is not supported",
        rule="clients",
        remedy="Use apiKey in header, or an http scheme other than basic.",
    )
