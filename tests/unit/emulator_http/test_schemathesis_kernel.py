"""schemathesis against the toy API and the control API, in process: the kernel keeps what a document promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from bireme_emulator.kernel.config import EmulatorConfig
from bireme_emulator.kernel.control import load_document
from bireme_emulator.kernel.emulation import Emulation

_SETTINGS = settings(
    max_examples=15,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
_running: dict[str, Any] = {}


@pytest.fixture(autouse=True)
def emulation(plugin_of: Any) -> Iterator[Emulation]:
    """An emulator that knows no frozen waits and no rate limits."""
    made = Emulation(EmulatorConfig(strict=True, rate_limits=False, allowed_hosts=("testserver",)), [plugin_of()])
    _running["api"] = made.api
    yield made
    made.close()


async def _app(scope: Any, receive: Any, send: Any) -> None:
    """Whatever emulator the running test has: schemathesis wants its application before there are fixtures."""
    if scope["type"] != "http":
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] != "lifespan.shutdown":
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
        return
    await _running["api"](scope, receive, send)


def _schema(document: dict[str, Any]) -> Any:
    schema = schemathesis.openapi.from_dict(document)
    schema.app = _app
    return schema


control = _schema({**load_document(), "servers": [{"url": "http://localhost/_emulator"}]})


@control.parametrize()  # type: ignore[untyped-decorator]
@_SETTINGS
def test_the_control_api_is_what_its_document_says(case: Any) -> None:
    case.call_and_validate()


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_an_api_on_the_kernel_is_what_its_document_says(toy_bundle: dict[str, Any], mode: GenerationMode) -> None:
    # without `security`: the key comes from here, and schemathesis must not think that its mutations took it away
    toy_bundle.pop("security")
    toys = _schema({**toy_bundle, "servers": [{"url": "http://localhost/toys/v1"}]})
    checked = 0
    for found in toys.get_all_operations():
        operation = found.ok()

        @_SETTINGS
        @given(case=operation.as_strategy(generation_mode=mode))
        def check(case: Any) -> None:
            case.call_and_validate(headers={"X-Toy-Key": "toy-admin-key-0000000001"})

        try:
            check()
            checked += 1
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE, f"{operation.label} has nothing to get wrong, surely"
    assert checked >= 5
