"""The demo workspace: real flight data and the dashboards that a flight operations team would make of it."""

from bireme_emulator.workspace.loader import Workspace, WorkspaceError, load_workspace

__all__ = ["Workspace", "WorkspaceError", "load_workspace"]
