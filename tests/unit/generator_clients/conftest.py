"""One spec, generated twice: by our templates, and by openapi-python-client as it comes."""

from __future__ import annotations

import copy
import importlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
import yaml
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData

from bireme._wire import RawResponse, Reply, Request
from generator.clients import generate_client

SPEC = Path(__file__).with_name("conformance.yaml")


@dataclass
class Package:
    """A generated package that can be imported."""

    name: str
    folder: Path
    warnings: Sequence[str] = ()

    def module(self, path: str = "") -> ModuleType:
        return importlib.import_module(f"{self.name}{path and '.'}{path}")

    def __getattr__(self, path: str) -> ModuleType:
        if path.startswith("_"):
            raise AttributeError(path)
        return self.module(path)


def read_spec() -> dict[str, Any]:
    return yaml.safe_load(SPEC.read_text())


@pytest.fixture
def spec() -> dict[str, Any]:
    """The conformance spec, to be changed at will."""
    return read_spec()


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def ours(packages: Path) -> Package:
    generate_client(read_spec(), "demo", packages / "conformance_ours")
    return Package("conformance_ours", packages / "conformance_ours")


@pytest.fixture(scope="session")
def stock(packages: Path) -> Package:
    output = packages / "conformance_stock"
    config = Config.from_sources(ConfigFile(), MetaType.NONE, SPEC, "utf-8", True, output)
    data = GeneratorData.from_dict(copy.deepcopy(read_spec()), config=config)
    assert isinstance(data, GeneratorData)
    path = os.environ["PATH"]
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{path}"  # its formatting calls ruff by name
    try:
        warnings = Project(openapi=data, config=config).build()
    finally:
        os.environ["PATH"] = path
    return Package("conformance_stock", output, [f"{one.header} {one.detail}" for one in warnings])


@pytest.fixture
def stock_client(stock: Package) -> Callable[..., Any]:
    """Makes a client of the stock package whose server gives one answer."""

    def make(status: int = 200, **answer: Any) -> Any:
        transport = httpx.MockTransport(lambda request: httpx.Response(status, **answer))
        return stock.client.Client(base_url="http://demo.test", httpx_args={"transport": transport})

    return make


def reply(value: object = None, status: int = 200, media_type: str = "application/json", content: bytes = b"") -> Reply:
    """A reply with a JSON value, or with the bytes given."""
    body = content or (json.dumps(value).encode() if media_type.endswith("json") else b"")
    return Reply(status, {"content-type": media_type} if media_type else {}, body)


@pytest.fixture(name="reply")
def reply_maker() -> Callable[..., Reply]:
    return reply


class RecordingSender:
    """Answers every request with the next of its replies, and remembers the requests."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.sent: list[Request[Any]] = []
        self.token = "secret-token-0001"

    def send(self, request: Request[Any]) -> Any:
        self.sent.append(request)
        return request.parse(self.replies.pop(0))

    def send_raw(self, request: Request[Any]) -> RawResponse[Any]:
        self.sent.append(request)
        return RawResponse(request, self.replies.pop(0))

    def paginate(self, request: Request[Any], items: Callable[[Any], Sequence[Any]]) -> Iterator[Any]:
        while self.replies:
            yield from items(self.send(request))


@pytest.fixture
def sender() -> type[RecordingSender]:
    return RecordingSender
