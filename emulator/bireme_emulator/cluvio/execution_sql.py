"""From the SQL of an execution to the query that the engine runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bireme_emulator.kernel.query import Compiled

from .execution_book import Execution
from .inputs import Inputs
from .reach import Reach

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["compiled"]


def compiled(session: Session, api: str, execution: Execution, source: Reach) -> tuple[Compiled, str]:
    """The query with its values, and the time zone that its result is shown in."""
    inputs = Inputs.of(execution["parameters"])
    zone = inputs.tz or "UTC"
    return source.query(execution["sql"], zone=zone), zone
