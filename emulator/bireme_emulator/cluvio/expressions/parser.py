"""Finds Cluvio's expressions in SQL.

    condition       {[expr]=variable}  {[expr]=variable.selector}    the brackets may be left out around a plain column
    transformation  {[expr]:variable}
    value           {variable.selector}
    snippet         [name]  [name(sql, sql)]

Braces and brackets of SQL itself stay what they are: struct and map literals, list literals, subscripts. A `[name]` is
a snippet only if there is one of that name, `{column:name}` without brackets a transformation only if `name` is one.
Source: Cluvio user manual, filters and SQL snippets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from bireme_emulator.cluvio.expressions.definitions import ExpressionError
from bireme_emulator.cluvio.expressions.lexer import Token, tokens

__all__ = ["Condition", "Node", "SnippetUse", "Transformation", "ValueUse", "parse"]

_DEEPEST = 50
_LONGEST_NAME = 255


@dataclass(frozen=True)
class Condition:
    """`{[expr]=variable.selector}`: is `expr` among what is selected?"""

    expr: tuple[Node, ...]
    variable: str
    selector: str | None
    position: int


@dataclass(frozen=True)
class Transformation:
    """`{[expr]:variable}`: `expr` cut to a time unit or moved to the time zone of the dashboard."""

    expr: tuple[Node, ...]
    variable: str
    position: int


@dataclass(frozen=True)
class ValueUse:
    """`{variable.selector}`: the selected value itself."""

    variable: str
    selector: str
    position: int


@dataclass(frozen=True)
class SnippetUse:
    """`[name(args)]`: the text of a snippet."""

    name: str
    args: tuple[tuple[Node, ...], ...]
    position: int


Node = str | Condition | Transformation | ValueUse | SnippetUse

_OPEN = {"[": "]", "(": ")", "{": "}"}
_CLOSING = frozenset(_OPEN.values())
_NAME = r"[A-Za-z0-9_-]+"
_TAIL = re.compile(rf"\s*(?P<operator>[=:])\s*(?P<variable>{_NAME})\s*(?:\.\s*(?P<selector>{_NAME})\s*)?\}}")
_VALUE = re.compile(rf"\{{\s*(?P<variable>{_NAME})\s*\.\s*(?P<selector>{_NAME})\s*\}}")
_BLANK = frozenset({"space", "comment", "line comment"})


def parse(sql: str, *, is_snippet: Callable[[str], bool], is_transformation: Callable[[str], bool]) -> tuple[Node, ...]:
    """Return the text and the expressions of `sql` in order.

    Raises ExpressionError for an expression that is not whole and for placeholders (`?`, `$1`), which are ours alone.
    """
    return _Parser(sql, is_snippet, is_transformation).nodes()


class _Parser:
    def __init__(self, sql: str, is_snippet: Callable[[str], bool], is_transformation: Callable[[str], bool]) -> None:
        self.sql = sql
        self.tokens = tokens(sql)
        self.at = {token.start: index for index, token in enumerate(self.tokens)}
        self.at[len(sql)] = len(self.tokens)
        self.partners = _partners(self.tokens)
        self.is_snippet = is_snippet
        self.is_transformation = is_transformation
        self.depth = 0

    def nodes(self) -> tuple[Node, ...]:
        return self.span(0, len(self.tokens))

    def span(self, start: int, end: int) -> tuple[Node, ...]:
        """Return the nodes of the tokens from `start` up to `end`."""
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail("Expressions are nested too deeply.", self.tokens[start].start)
        found: list[Node] = []
        texts: list[str] = []
        index = start
        while index < end:
            token = self.tokens[index]
            if token.kind == "placeholder":
                self.fail(f"A query cannot have placeholders of its own ({token.text}).", token.start)
            expression = self.expression(index, end) if token.kind == "sign" else None
            if expression is None:
                texts.append(token.text)
                index += 1
                continue
            if texts:
                found.append("".join(texts))
                texts.clear()
            node, index = expression
            found.append(node)
        if texts:
            found.append("".join(texts))
        self.depth -= 1
        return tuple(found)

    def expression(self, index: int, end: int) -> tuple[Node, int] | None:
        """Return the expression that begins at a token, and the index of the first token after it."""
        text = self.tokens[index].text
        if text == "[":
            return self.snippet(index, end)
        if text == "{" and self.word_before(index) != "map":
            return self.bracketed(index, end) or self.value(index, end) or self.plain(index, end)
        return None

    def bracketed(self, index: int, end: int) -> tuple[Node, int] | None:
        """`{[expr]=variable}` or `{[expr]:variable}`."""
        opening = self.next_solid(index + 1, end)
        if opening is None or self.tokens[opening].text != "[":
            return None
        position = self.tokens[index].start
        closing = self.closing(opening, end)
        if closing is None:
            self.fail("The expression in square brackets has no end.", position)
        tail = _TAIL.match(self.sql, self.tokens[closing].end)
        if tail is None:
            self.fail("After {[...] comes = or : and the name of a variable, then }.", position)
        expr = self.span(opening + 1, closing)
        if all(isinstance(node, str) and _is_blank(node) for node in expr):
            self.fail("There is no expression between the square brackets.", position)
        return self.whole(expr, tail, position), self.after(tail.end())

    def plain(self, index: int, end: int) -> tuple[Node, int] | None:
        """`{column=variable}` or `{column:variable}`, the column perhaps with its table: `f.carrier`."""
        last = self.column(index + 1, end)
        tail = None if last is None else _TAIL.match(self.sql, self.tokens[last].end)
        if last is None or tail is None:
            return None
        if tail["operator"] == ":" and not self.is_transformation(tail["variable"]):
            return None  # a struct literal: {key: column}
        expr = ("".join(token.text for token in self.tokens[index + 1 : last + 1]),)
        return self.whole(expr, tail, self.tokens[index].start), self.after(tail.end())

    def column(self, index: int, end: int) -> int | None:
        """Return the last token of the column name that begins at `index`."""
        position = self.next_solid(index, end)
        while position is not None and self.tokens[position].kind in ("word", "name"):
            dot = self.next_solid(position + 1, end)
            if dot is None or self.tokens[dot].text != ".":
                return position
            position = self.next_solid(dot + 1, end)
        return None

    def value(self, index: int, end: int) -> tuple[Node, int] | None:
        """`{variable.selector}`."""
        match = _VALUE.match(self.sql, self.tokens[index].start)
        if match is None:
            return None
        return ValueUse(match["variable"], match["selector"], match.start()), self.after(match.end())

    def snippet(self, index: int, end: int) -> tuple[Node, int] | None:
        """`[name]` or `[name(sql, sql)]`, unless it is a subscript: those stand right behind what they cut."""
        closing = self.closing(index, end)
        if closing is None or self.is_subscript(index):
            return None
        position = self.tokens[index].start
        inside = self.sql[position + 1 : min(self.tokens[closing].start, position + _LONGEST_NAME + 20)]
        name, bracket, _ = inside.partition("(")
        if not self.is_snippet(name.strip()):
            return None
        if not bracket:
            return SnippetUse(name.strip(), (), position), closing + 1
        opening, last = self.at.get(position + 1 + len(name)), self.last_solid(closing - 1, index)
        if opening is None or last is None or self.closing(opening, closing) != last:
            return None
        return SnippetUse(name.strip(), self.arguments(opening + 1, last), position), closing + 1

    def arguments(self, start: int, end: int) -> tuple[tuple[Node, ...], ...]:
        """Return the nodes of each argument between `start` and `end`."""
        if self.next_solid(start, end) is None:
            return ()
        parts: list[tuple[Node, ...]] = []
        begin = index = start
        while index < end:
            token = self.tokens[index]
            if token.kind == "sign" and token.text in _OPEN:
                index = self.closing(index, end) or index
            elif token.text == ",":
                parts.append(self.span(begin, index))
                begin = index + 1
            index += 1
        return (*parts, self.span(begin, end))

    def whole(self, expr: tuple[Node, ...], tail: re.Match[str], position: int) -> Node:
        variable, selector = tail["variable"], tail["selector"]
        if tail["operator"] == "=":
            return Condition(expr, variable, selector, position)
        if selector is not None:
            self.fail(f"The transformation {variable} takes no selector ({selector}).", position)
        return Transformation(expr, variable, position)

    def closing(self, opening: int, end: int) -> int | None:
        """Return the token that closes the bracket at `opening`; None where brackets do not match."""
        closing = self.partners.get(opening)
        return closing if closing is not None and closing < end else None

    def is_subscript(self, index: int) -> bool:
        before = self.tokens[index - 1] if index else None
        return before is not None and (before.kind in ("word", "name") or before.text in ("]", ")"))

    def word_before(self, index: int) -> str:
        before = self.last_solid(index - 1, -1)
        return "" if before is None else self.tokens[before].text.lower()

    def next_solid(self, start: int, end: int) -> int | None:
        return next((index for index in range(start, end) if self.tokens[index].kind not in _BLANK), None)

    def last_solid(self, start: int, end: int) -> int | None:
        return next((index for index in range(start, end, -1) if self.tokens[index].kind not in _BLANK), None)

    def after(self, position: int) -> int:
        """Return the index of the token that begins at a position of the text, right after a `}`."""
        index = self.at.get(position)
        if index is None:
            self.fail("A variable with two hyphens in its name cannot be told from a comment.", position - 1)
        return index

    def fail(self, message: str, position: int) -> NoReturn:
        raise ExpressionError(message, position)


def _is_blank(text: str) -> bool:
    return all(token.kind in _BLANK for token in tokens(text))


def _partners(found: Sequence[Token]) -> dict[int, int]:
    """Map each opening bracket to the one that closes it; those that do not match are left out."""
    partners: dict[int, int] = {}
    open_brackets: list[int] = []
    for index, token in enumerate(found):
        if token.kind != "sign":
            continue
        if token.text in _OPEN:
            open_brackets.append(index)
        elif token.text in _CLOSING:
            if open_brackets and _OPEN[found[open_brackets[-1]].text] == token.text:
                partners[open_brackets.pop()] = index
            else:
                open_brackets.clear()
    return partners
