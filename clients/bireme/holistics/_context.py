"""What every handle on a job needs of its client; apart from `_flows`, which a client loads at its first job."""

from __future__ import annotations

from bireme._runtime.context import Context

__all__ = ["Context"]
