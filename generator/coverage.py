"""COVERAGE.md: every operation of every spec, where it is had, and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.bundle import Bundle
from generator.rules.frame import Spec

_HEAD = """\
# Coverage

Made by `make generate` from the specs; do not edit. An operation that is listed here has a typed method in the client
(the generator counts them), a handler in the emulator (it does not start while one is missing), and is tested by the
contract suite.

How sure: `documented` stands in the vendor's documents; `public-reference` in another public source of the vendor;
`inferred` is our reading. Where the documents do not tell an operation's method and path, what backs those stands
behind "path". The evidence of single fields and statuses stands beside them in the spec.
"""


def coverage(bundles: Sequence[Bundle]) -> str:
    """The page as Markdown, with one table for each API."""
    return "\n".join([_HEAD, *(_table(document) for document in bundles)])


def _table(document: Bundle) -> str:
    operations = Spec(document).operations
    sure = Counter(str(operation.value.get("x-evidence")) for operation in operations)
    counts = ", ".join(f"{count} {level}" for level, count in sorted(sure.items()))
    lines = [
        f"## {document.document['info']['title']} (`{document.api}`)",
        "",
        f"{len(operations)} operations: {counts}. Slips of the vendor's documents that are corrected: "
        f"[deviations](specs/{document.api}/deviations.yaml).",
        "",
        "| operation | call | how sure | waits for a job | paged |",
        "|---|---|---|---|---|",
    ]
    lines += [_row(operation.method, operation.path, operation.value) for operation in operations]
    return "\n".join([*lines, *_unknown(document.document), ""])


def _unknown(document: dict[str, Any]) -> list[str]:
    """The operations that are left out because nobody knows where they are."""
    listed = document.get("x-unknown-operations")
    if not listed:
        return []
    told = "Known to exist, but no source shows their method or path. Unknown, not guessed: nothing serves them."
    rows = [f"| `{one['name']}` | {one['what']} | {one['source']} |" for one in listed]
    return ["", told, "", "| operation | what it does | mentioned in |", "|---|---|---|", *rows]


def _sure(operation: dict[str, Any]) -> str:
    """How well the operation is backed, and its method and path where they have less behind them."""
    path = operation.get("x-path-evidence")
    sure = str(operation.get("x-evidence", ""))
    return f"{sure}; path {path['evidence']}" if path else sure


def _row(method: str, path: str, operation: dict[str, Any]) -> str:
    marks = ["yes" if key in operation else "" for key in ("x-async-job", "x-pagination")]
    call = f"`{method.upper()} {path}`"
    cells = [f"`{operation['operationId']}`", call, _sure(operation), *marks]
    return f"|{'|'.join(f' {cell} ' if cell else ' ' for cell in cells)}|"
