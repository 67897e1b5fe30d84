"""Which APIs this emulator has, and what they share: the workspace and the query engine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from .kernel.config import EmulatorConfig, EmulatorError
from .kernel.context import ApiPlugin
from .kernel.emulation import Emulation
from .kernel.specs import load_bundle
from .workspace import Workspace, WorkspaceError, load_workspace

__all__ = ["emulation_of"]


def emulation_of(config: EmulatorConfig) -> Emulation:
    """An emulator of all APIs. Raises `EmulatorError` where a bundle, the workspace or the state cannot be used."""
    try:
        workspace = load_workspace(config.workspace)
    except WorkspaceError as error:
        raise EmulatorError(f"workspace={str(config.workspace)!r}: {error}") from error

    @cache
    def make_engine() -> Any:
        return _engine(workspace, config)

    return Emulation(config, _plugins(), workspace, make_engine)


def _plugins() -> list[ApiPlugin]:
    from .cluvio.plugin import make_plugins as make_cluvio_plugins
    from .holistics.plugin import make_plugin
    from .holistics_v1.plugin import make_plugin as make_legacy_plugin

    return [
        make_plugin(load_bundle("holistics")),
        make_legacy_plugin(load_bundle("holistics_v1")),
        *make_cluvio_plugins(load_bundle("cluvio")),
    ]


def _engine(workspace: Workspace, config: EmulatorConfig) -> Any:
    """The query engine over the workspace's data and the tables of the settings, which win over those."""
    from .kernel.query import Engine

    return Engine({**workspace.data, **{name: Path(path) for name, path in config.data.items()}})
