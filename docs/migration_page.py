"""Writes `docs/migrate-legacy.md` from the table that `bireme holistics migrate` reads.

`python docs/migration_page.py` writes it; with `--check` it only says whether the page is as the table has it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bireme.holistics_v1._migration_table import RULES, Rule

PAGE = Path(__file__).with_name("migrate-legacy.md")

_HEAD = """\
# From the legacy API to v2

<!-- Written by docs/migration_page.py from the table of `bireme holistics migrate`; change it there. -->

The legacy Holistics API (v1) still answers, but the vendor no longer looks after it. `bireme holistics migrate` finds
its calls in Python, Ruby, shell and R sources and in notebooks, and prints for each where it stands, what takes its
place in API v2, and what else changes:

```text
$ bireme holistics migrate scripts/
scripts/report.py:12: GET or POST /queries/{id}/submit_export.{format}
    found    reply = requests.get(f"{url}/queries/12345/submit_export.csv")
    v2       POST /dashboard_widgets/{id}/submit_export
    ...
1 legacy call in 1 of 7 files.
```

`--json` prints the same as data. The exit code is 1 when there are legacy calls, 0 when there are none, and 2 for a
path that does not exist or cannot be read, so that the command can stand in a build. Nothing is changed, and nothing is
sent anywhere.

It reads line by line. A path counts at the root of an address: behind a host, at the start of a string, or behind a
variable that is called like an address. Paths that other programs may have as well (`/users.json`) count only in files
that mention Holistics, and `/exports/download`, which both versions have, only without `/api/v2` before it and beside
other legacy calls. Comments and docstrings are left out. An address put together from pieces far apart is not found:
search for `X-Holistics-Key` as well. Operations without a path in the tables are known by name alone, so they cannot
be looked for.

Paths of v2 stand below `/api/v2`. `h` is a `bireme.Holistics`.
"""


def page() -> str:
    """The page as text."""
    groups: dict[str, list[Rule]] = {}
    for rule in RULES:
        groups.setdefault(rule.group, []).append(rule)
    parts = [_HEAD]
    for name, rules in groups.items():
        rows = ["| legacy | v2 | with bireme | what changes |", "|---|---|---|---|", *map(_row, rules)]
        parts.append(f"## {name}\n\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    v1 = _code(rule.v1) if rule.paths else rule.v1
    v2 = _code(rule.v2) if rule.v2.startswith(("GET", "POST", "PUT", "DELETE")) else rule.v2
    cells = (v1, v2, _code(rule.bireme) if rule.bireme else "", rule.changes)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _code(text: str) -> str:
    return f"`{text}`"


def main(arguments: list[str]) -> int:
    made = page()
    if arguments == ["--check"]:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == made:
            return 0
        print(f"{PAGE.name} is not what the table gives: run python docs/migration_page.py", file=sys.stderr)
        return 1
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
