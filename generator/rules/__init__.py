"""The lint rules, one module per family. A new rule goes into its family's list of names below."""

from __future__ import annotations

from typing import Final

from generator.rules import (
    deviations,
    examples,
    extensions,
    files,
    jobs,
    operations,
    parameters,
    replies,
    schemas,
    traps,
)
from generator.rules.frame import FunctionRule, Rule

#: In the order in which they run: some rules rely on the form of extensions.
FAMILIES: Final = (extensions, operations, parameters, replies, schemas, examples, jobs, traps, files, deviations)

RULES: Final[tuple[Rule, ...]] = tuple(
    value for family in FAMILIES for value in vars(family).values() if isinstance(value, FunctionRule)
)
