"""What every handle on a job needs of its client; apart from `_flows`, which a client loads at its first job."""

from __future__ import annotations

from dataclasses import dataclass

from bireme._runtime.pace import Poll
from bireme._runtime.transport import Session


@dataclass(frozen=True, slots=True)
class Context:
    """The session, and how it waits unless told otherwise."""

    session: Session
    timeout: float
    poll: Poll
