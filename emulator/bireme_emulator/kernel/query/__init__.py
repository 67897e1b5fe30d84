"""Run SQL of users over the workspace's data: read-only, within limits, with no way to files or the network."""

from bireme_emulator.kernel.query.engine import Engine, columns_of
from bireme_emulator.kernel.query.errors import DataError, QueryCancelled, QueryError, QueryTimeout
from bireme_emulator.kernel.query.model import Column, Compiled, Preview

__all__ = [
    "Column",
    "Compiled",
    "DataError",
    "Engine",
    "Preview",
    "QueryCancelled",
    "QueryError",
    "QueryTimeout",
    "columns_of",
]
