"""The values of ConnectionMode."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ConnectionMode(OpenStrEnum):
    """Ways to a database: directly, through an SSH tunnel, or through an agent that runs beside it.

    A value that is not listed is kept: see `is_known`.
    """

    DIRECT = "direct"
    SSH_TUNNEL = "ssh_tunnel"
    AGENT = "agent"
