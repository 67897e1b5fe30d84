"""From a request's path to a route: one route per path template of a bundle, methods told apart inside."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar
from urllib.parse import unquote

from .config import EmulatorError

__all__ = ["Route", "Router", "check_handlers"]

T = TypeVar("T")


class Route(Generic[T]):
    """One path template with its methods; `allow` is the value of the Allow header."""

    __slots__ = ("allow", "methods", "names", "template")

    def __init__(self, template: str, names: tuple[str, ...]) -> None:
        self.template = template
        self.names = names
        self.methods: dict[str, T] = {}
        self.allow = ""


class _Mixed(Generic[T]):
    """A segment of fixed text and parameters, such as `{id}.json`; `weight` is the length of the fixed text."""

    __slots__ = ("node", "pattern", "segment", "weight")

    def __init__(self, segment: str) -> None:
        parts = re.split(r"\{[^{}]*\}", segment)
        self.segment = segment
        self.pattern = re.compile("(.+)".join(map(re.escape, parts)), re.DOTALL)
        self.weight = sum(map(len, parts))
        self.node: _Node[T] = _Node()


class _Node(Generic[T]):
    __slots__ = ("fixed", "mixed", "rest", "route", "variable")

    def __init__(self) -> None:
        self.fixed: dict[str, _Node[T]] = {}
        self.mixed: list[_Mixed[T]] = []
        self.variable: _Node[T] | None = None
        self.rest: Route[T] | None = None
        self.route: Route[T] | None = None


class Router(Generic[T]):
    """A tree over path segments: a fixed segment wins over one with a parameter inside (`{id}.json`; the more fixed
    text, the stronger), and that one over a mere parameter, whatever the order of registration. Weakest of all is a
    parameter that spans segments: it takes the rest of the path as it was sent, slashes and escapes included.

    >>> router = Router[str]()
    >>> router.add("GET", "/jobs/{id}", "jobs_get")
    >>> route, values = router.find("/jobs/7")
    >>> route.methods, values
    ({'GET': 'jobs_get'}, ['7'])
    """

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self._routes: dict[str, Route[T]] = {}

    def add(self, method: str, template: str, target: T, spanning: frozenset[str] = frozenset()) -> None:
        """Register one operation; `spanning` names the parameter that takes the rest of the path, if there is one.

        Raises `EmulatorError` where two templates or operations would be the same, or something follows such a rest.
        """
        route = self._routes.get(template) or self._insert(template, spanning)
        if method in route.methods:
            raise EmulatorError(f"{method} {template} is registered twice; remove one of the two operations")
        route.methods[method] = target
        route.allow = ", ".join(sorted(route.methods))

    def _insert(self, template: str, spanning: frozenset[str]) -> Route[T]:
        node, names = self._root, list[str]()
        segments = template.split("/")[1:]
        for number, segment in enumerate(segments, start=1):
            if segment[1:-1] in spanning:
                if number < len(segments) or node.rest is not None:
                    raise EmulatorError(f"path {template}: {segment} takes the rest of a path, so nothing may follow")
                node.rest = self._routes[template] = Route(template, (*names, segment[1:-1]))
                return node.rest
            if re.fullmatch(r"\{[^{}]*\}", segment):
                names.append(segment[1:-1])
                node.variable = node.variable or _Node()
                node = node.variable
            elif "{" in segment:
                names += re.findall(r"\{([^{}]*)\}", segment)
                node = _mixed_child(node, segment)
            else:
                node = node.fixed.setdefault(segment, _Node())
        if node.route is not None:
            raise EmulatorError(f"paths {node.route.template} and {template} match the same requests; merge them")
        node.route = self._routes[template] = Route(template, tuple(names))
        return node.route

    def find(self, path: str) -> tuple[Route[T], list[str]] | None:
        """The route of a raw (still percent-encoded) path and the decoded values of its parameters, in order."""
        segments = path.split("/")
        if len(segments) < 2 or segments[0]:
            return None
        values: list[str] = []
        route = _walk(self._root, segments, 1, values)
        return None if route is None else (route, values)

    def nearest(self, method: str, path: str) -> str | None:
        """What an unknown path may have meant, e.g. `GET /jobs/{id} (jobs_get)`; `None`: nothing is near."""
        shapes = {_shape(template, path): template for template in self._routes}
        close = difflib.get_close_matches(path, list(shapes), n=1, cutoff=0.5)
        if not close:
            return None
        route = self._routes[shapes[close[0]]]
        best = method if method in route.methods else next(iter(route.methods))
        return f"{best} {route.template} ({route.methods[best]})"


def _mixed_child(node: _Node[T], segment: str) -> _Node[T]:
    """The node below `node` for a segment with parameters inside; names of parameters make no difference."""
    made = _Mixed[T](segment)
    known = next((one for one in node.mixed if one.pattern.pattern == made.pattern.pattern), None)
    if known is not None:
        return known.node
    node.mixed.append(made)
    node.mixed.sort(key=lambda one: -one.weight)
    return made.node


def _walk(node: _Node[T], segments: list[str], index: int, values: list[str]) -> Route[T] | None:
    if index == len(segments):
        return node.route
    segment = segments[index]
    following = node.fixed.get(segment)
    if following is not None:
        route = _walk(following, segments, index + 1, values)
        if route is not None:
            return route
    for mixed in node.mixed:
        found = mixed.pattern.fullmatch(segment)
        if found is not None:
            count = len(values)
            values += [unquote(value) for value in found.groups()]
            route = _walk(mixed.node, segments, index + 1, values)
            if route is not None:
                return route
            del values[count:]
    if node.variable is not None and segment:
        values.append(unquote(segment) if "%" in segment else segment)
        route = _walk(node.variable, segments, index + 1, values)
        if route is not None:
            return route
        values.pop()
    if node.rest is not None and segment:
        values.append("/".join(segments[index:]))
    return node.rest if segment else None


def _shape(template: str, path: str) -> str:
    """The template with the caller's own segments in place of its parameters, so that only fixed parts differ."""
    given = path.split("/")
    parts = template.split("/")
    return "/".join(given[index] if "{" in part and index < len(given) else part for index, part in enumerate(parts))


def check_handlers(api: str, operations: Iterable[str], handlers: Mapping[str, object] | Iterable[str]) -> None:
    """Raise `EmulatorError` that lists the operations without a handler and the handlers without an operation."""
    wanted, given = set(operations), set(handlers)
    problems = [f"operation {name} has no handler" for name in sorted(wanted - given)]
    for name in sorted(given - wanted):
        near = difflib.get_close_matches(name, sorted(wanted), n=1)
        problems.append(f"handler {name} has no operation" + (f" (near: {near[0]})" if near else ""))
    if problems:
        raise EmulatorError(f"API {api}: " + "; ".join(problems))
