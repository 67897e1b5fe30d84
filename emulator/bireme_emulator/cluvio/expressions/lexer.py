"""Cuts SQL, as DuckDB reads it, into tokens, so that strings, names and comments are never taken for expressions.

Nothing is lost: the texts of all tokens, put together, are the SQL.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Kind", "Token", "tokens"]

Kind = Literal["space", "line comment", "comment", "string", "name", "word", "number", "placeholder", "sign"]


@dataclass(frozen=True)
class Token:
    """A piece of SQL. `start` is the index of its first character, `open` says that its end is missing.

    `name` is an identifier in double quotes, `word` a keyword or a plain identifier, `sign` a single character.
    """

    kind: Kind
    text: str
    start: int
    open: bool = False

    @property
    def end(self) -> int:
        """Return the index after its last character."""
        return self.start + len(self.text)


_LETTERS = r"A-Za-z_\u0080-\U0010ffff"
# A string whose end is missing runs to the end of the text, and so does a comment.
_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<line>--[^\r\n]*)"
    r"|(?P<comment>/\*)"
    r"|(?P<escaped>[eE]'(?:[^'\\]|''|\\.)*(?P<escaped_end>')?)"
    r"|(?P<string>'(?:[^']|'')*(?P<string_end>')?)"
    r'|(?P<name>"(?:[^"]|"")*(?P<name_end>")?)'
    rf"|(?P<dollar>\$(?:[{_LETTERS}][{_LETTERS}0-9]*)?\$)"
    rf"|(?P<placeholder>\$[{_LETTERS}0-9]+|\?)"
    rf"|(?P<word>[{_LETTERS}][{_LETTERS}0-9$]*)"
    rf"|(?P<number>(?:[0-9]|\.[0-9])[{_LETTERS}0-9.]*)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_KINDS: dict[str, Kind] = {
    "space": "space",
    "line": "line comment",
    "escaped": "string",
    "string": "string",
    "name": "name",
    "placeholder": "placeholder",
    "word": "word",
    "number": "number",
    "sign": "sign",
}
_COMMENT_EDGE = re.compile(r"/\*|\*/")


def tokens(sql: str) -> Sequence[Token]:
    """Return the tokens of `sql`. Every text can be cut, also one that no database would take."""
    found: list[Token] = []
    position = 0
    while position < len(sql):
        token = _token(sql, position)
        found.append(token)
        position = token.end
    return found


def _token(sql: str, position: int) -> Token:
    match = _TOKEN.match(sql, position)
    if match is None:  # cannot be: the last alternative takes any character
        raise AssertionError(f"nothing matches at {position}")
    group = str(match.lastgroup)
    text = match[0]
    if group == "comment":
        end = _comment_end(sql, position)
        return Token("comment", sql[position : end or len(sql)], position, end is None)
    if group == "dollar":
        closing = sql.find(text, match.end())
        end = len(sql) if closing < 0 else closing + len(text)
        return Token("string", sql[position:end], position, closing < 0)
    for quoted in ("escaped", "string", "name"):
        if match[quoted] is not None:
            return Token(_KINDS[quoted], text, position, match[quoted + "_end"] is None)
    return Token(_KINDS[group], text, position)


def _comment_end(sql: str, position: int) -> int | None:
    """Return where a block comment ends, None for nowhere. Comments nest, as they do in DuckDB."""
    depth = 0
    for edge in _COMMENT_EDGE.finditer(sql, position):
        depth += 1 if edge[0] == "/*" else -1
        if depth == 0:
            return edge.end()
    return None
