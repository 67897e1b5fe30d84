"""Cluvio's expression language: SQL with filters and snippets in, SQL with bound parameters out."""

from bireme_emulator.cluvio.expressions.compiler import Compiled, References, compile_sql, names_in, references
from bireme_emulator.cluvio.expressions.definitions import (
    BUILT_IN_SNIPPETS,
    CONTROL_TYPES,
    ExpressionError,
    FilterDefinition,
    Snippet,
)

__all__ = [
    "BUILT_IN_SNIPPETS",
    "CONTROL_TYPES",
    "Compiled",
    "ExpressionError",
    "FilterDefinition",
    "References",
    "Snippet",
    "compile_sql",
    "names_in",
    "references",
]
