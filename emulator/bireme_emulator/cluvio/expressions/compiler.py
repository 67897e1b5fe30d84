"""Turns SQL with Cluvio expressions into SQL with bound parameters.

No value is ever written into the text: what people select reaches the database as a parameter (`$1`), units of time as
words of a closed list, time zones as names that are known to exist. What each expression stands for, and where the
vendor is silent, is listed in DIFFERENCES.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bireme_emulator.cluvio.expressions.definitions import ExpressionError, FilterDefinition, Snippet
from bireme_emulator.cluvio.expressions.lexer import tokens
from bireme_emulator.cluvio.expressions.parser import Condition, Node, SnippetUse, Transformation, ValueUse, parse
from bireme_emulator.cluvio.expressions.selections import Selections
from bireme_emulator.cluvio.expressions.sql import Writer
from bireme_emulator.cluvio.inputs import Inputs, InputsError
from bireme_emulator.kernel.query.model import Compiled as Query

__all__ = ["Compiled", "References", "compile_sql", "names_in", "references"]

_DEEPEST = 10  # how far snippets may use others (user manual)
_MOST = 1000  # few texts that use each other could grow without end
_LONGEST = 2_000_000


@dataclass(frozen=True)
class Compiled:
    """A query for the database: `sql` with `$1`, `$2`, ... for `params`.

    `variables` are the filters it uses (with `timerange`, `aggregation`, `tz`), `snippets_used` the snippets, directly
    or through others; both in order of their first use. `timezone` is the data time zone, which the database must have
    as its own.
    """

    sql: str
    params: tuple[Any, ...] = ()
    variables: tuple[str, ...] = ()
    snippets_used: tuple[str, ...] = ()
    timezone: str = "UTC"

    def query(self, timeout: float | None = None) -> Query:
        """Return it as the query engine takes it; `timeout` is its own limit in seconds."""
        return Query(self.sql, self.params, timezone=self.timezone, timeout=timeout)


@dataclass(frozen=True)
class References:
    """What a query names: variables of filters and snippets, each once, in order of first use."""

    variables: tuple[str, ...]
    snippets: tuple[str, ...]


def compile_sql(
    text: str,
    *,
    inputs: Inputs,
    filters: Mapping[str, FilterDefinition] | None = None,
    snippets: Mapping[str, Snippet | str] | None = None,
    builtins: Mapping[str, Any] | None = None,
    now: datetime,
    tz: str | None = None,
) -> Compiled:
    """Compile a query for its inputs.

    `filters` are the definitions by variable name; a variable without one is an ad hoc filter. `snippets` are by name,
    `builtins` the values of the vendor's own (`CLUVIO_USER_EMAIL`), None for null. `now` (aware) is what relative
    ranges count from, `tz` the data time zone of the datasource, UTC where None.

    Raises ExpressionError for an expression that cannot be used, or an input that does not fit the filter it is for.

    Example:
        compile_sql("SELECT * FROM flights WHERE {carrier=carriers}", inputs=Inputs.of(None), now=clock.now())
    """
    data_zone = tz or "UTC"
    selections = Selections(inputs, filters or {}, now, data_zone)
    compiler = _Compiler(selections, snippets or {}, builtins or {}, Writer(data_zone, inputs.tz))
    sql = compiler.text(text)
    return Compiled(
        sql=sql,
        params=tuple(compiler.writer.params),
        variables=tuple(compiler.variables),
        snippets_used=tuple(compiler.used),
        timezone=data_zone,
    )


def references(
    text: str,
    *,
    snippets: Mapping[str, Snippet | str] | None = None,
    filters: Mapping[str, FilterDefinition] | None = None,
    builtins: Mapping[str, Any] | None = None,
) -> References:
    """Return what a query names without compiling it: also one whose inputs are missing. Raises ExpressionError."""
    selections = Selections(Inputs(), filters or {}, datetime(2000, 1, 1, tzinfo=UTC), "UTC")
    compiler = _Compiler(selections, snippets or {}, builtins or {}, Writer("UTC", None), only_names=True)
    compiler.text(text)
    return References(tuple(compiler.variables), tuple(compiler.used))


@dataclass
class _Compiler:
    selections: Selections
    snippets: Mapping[str, Snippet | str]
    builtins: Mapping[str, Any]
    writer: Writer
    only_names: bool = False
    variables: dict[str, None] = field(default_factory=dict)  # as an ordered set
    used: dict[str, None] = field(default_factory=dict)
    chain: tuple[str, ...] = ()  # the snippets that the text at hand came through
    arguments: Mapping[str, str] = field(default_factory=dict)  # of the innermost one, as SQL
    expansions: int = 0
    origin: int | None = None  # where the outermost one stands in the query

    def text(self, sql: str) -> str:
        try:
            nodes = parse(sql, is_snippet=self.is_snippet, is_transformation=self.selections.is_transformation)
        except ExpressionError as error:
            if self.origin is None:
                raise
            raise ExpressionError(f"In the snippet {self.chain[-1]}: {error.message}", self.origin) from error
        return self.nodes(nodes)

    def nodes(self, nodes: tuple[Node, ...]) -> str:
        pieces: list[str] = []
        length = 0
        for node in nodes:
            pieces.append(node if isinstance(node, str) else self.node(node))
            length += len(pieces[-1])
            if length > _LONGEST:
                raise ExpressionError(f"With its snippets the query has more than {_LONGEST} characters.")
        return "".join(pieces)

    def node(self, node: Condition | Transformation | ValueUse | SnippetUse) -> str:
        if isinstance(node, SnippetUse):
            return self.snippet(node)
        self.variables.setdefault(node.variable)
        expr = "" if isinstance(node, ValueUse) else enclosed(self.nodes(node.expr), node.position)
        if self.only_names:
            return ""
        try:
            if isinstance(node, Condition):
                return self.selections.condition(node, expr, self.writer)
            if isinstance(node, Transformation):
                return self.selections.transformation(node, expr, self.writer)
            return self.selections.value(node, self.writer)
        except InputsError as error:
            raise ExpressionError(str(error), self.position(node.position)) from error
        except ExpressionError as error:
            raise ExpressionError(error.message, self.position(node.position)) from error

    def is_snippet(self, name: str) -> bool:
        return name in self.arguments or name in self.builtins or name in self.snippets

    def snippet(self, node: SnippetUse) -> str:
        if node.name in self.arguments:
            return self.arguments[node.name]
        position = self.position(node.position)
        if node.name in self.builtins:
            if node.args:
                raise ExpressionError(f"The snippet {node.name} takes no parameters.", position)
            return self.writer.bound(self.builtins[node.name])
        known = self.snippets[node.name]
        return self.expanded(node, known if isinstance(known, Snippet) else Snippet(known), position)

    def expanded(self, node: SnippetUse, snippet: Snippet, position: int) -> str:
        """Return the SQL of a snippet's text, as a piece that runs into nothing around it."""
        chain = (*self.chain, node.name)
        if node.name in self.chain:
            raise ExpressionError(f"Snippets use each other in a circle: {' > '.join(chain)}.", position)
        if len(chain) > _DEEPEST:
            raise ExpressionError(f"Snippets are nested more than {_DEEPEST} deep: {' > '.join(chain)}.", position)
        self.expansions += 1
        if self.expansions > _MOST:
            raise ExpressionError(f"Snippets are used more than {_MOST} times.", position)
        if len(node.args) != len(snippet.params):
            wanted = f"{len(snippet.params)} ({', '.join(snippet.params)})" if snippet.params else "none"
            message = f"The snippet {node.name} takes {wanted} as parameters, and {len(node.args)} are given."
            raise ExpressionError(message, position)
        if (wrong := unfinished(snippet.text)) is not None:
            raise ExpressionError(f"The text of the snippet {node.name} ends inside a {wrong}.", position)
        arguments = {
            name: enclosed(self.nodes(arg), position, brackets=False)
            for name, arg in zip(snippet.params, node.args, strict=True)
        }
        self.used.setdefault(node.name)
        outer = self.chain, self.arguments, self.origin
        self.chain, self.arguments, self.origin = chain, arguments, position
        try:
            return enclosed(self.text(snippet.text), position, brackets=False)
        finally:
            self.chain, self.arguments, self.origin = outer

    def position(self, inner: int) -> int:
        """Return where in the query of the user something stands that may come from a snippet."""
        return inner if self.origin is None else self.origin


def unfinished(sql: str) -> str | None:
    """Return what a text ends in the middle of: a string, a name or a comment."""
    last = next(reversed(tokens(sql)), None)
    return last.kind if last is not None and last.open else None


def enclosed(sql: str, position: int, *, brackets: bool = True) -> str:
    """Return SQL so that nothing after it is swallowed by it: set apart, a closing comment ended by its line."""
    if (wrong := unfinished(sql)) is not None:
        raise ExpressionError(f"The expression ends inside a {wrong}.", position)
    last = next(reversed(tokens(sql)), None)
    tail = "\n" if last is not None and last.kind == "line comment" else ""
    return f"({sql}{tail})" if brackets else f" {sql}{tail} "


def names_in(text: str, snippets: Mapping[str, Snippet | str]) -> Sequence[str]:
    """Return the snippets that a text uses itself, in order; none of a text that cannot be read."""
    try:
        nodes = parse(text, is_snippet=snippets.__contains__, is_transformation=lambda name: True)
    except ExpressionError:
        return ()
    return tuple(dict.fromkeys(_used(nodes)))


def _used(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, SnippetUse):
            yield node.name
            for arg in node.args:
                yield from _used(arg)
        elif isinstance(node, Condition | Transformation):
            yield from _used(node.expr)
