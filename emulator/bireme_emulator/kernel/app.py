"""The HTTP plane of one API: routing, authentication, rate limits, permissions, validation, handler, reply.

The order is the vendors': who is not known learns nothing (401), who asks too often is told so before anything is
looked at (429), then permission (403), then the request itself (404, 400, 422). Faults on order come before all of it,
as a gateway in front of the service would cause them.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .clock import new_token, stopwatch
from .context import Answer, ApiPlugin, Call, Caller, Fault
from .exchange import Exchange, read_body, send_reply
from .faults import REPLACING, FaultRule, Reply, change_reply, replacement
from .frozen import FrozenDict
from .ratelimit import retry_after
from .router import Router, check_handlers
from .specs import OperationSpec, Specification
from .streams import Stream
from .validation import Checks, Invalid, OperationChecks
from .wire import FaultySend, break_connection, is_gone

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from .journal import Secrets
    from .sessions import Sessions
    from .urls import PublicUrls

__all__ = ["ApiApp"]

log = logging.getLogger("bireme_emulator")

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_MOST_CHECKED = 4 * 1024 * 1024  # bytes of a stream
_SLASHES = re.compile("//+")
_STATUS_OF = {"path": (404, 400, 422), "media_type": (415, 400, 422), "size": (413, 400, 422)}


class Plan:
    """Everything about one operation that can be known before its first request."""

    __slots__ = ("checks", "handler", "id", "needs_caller", "operation", "takes_body")

    def __init__(self, operation: OperationSpec, plugin: ApiPlugin, checks: Checks) -> None:
        self.id = operation.id
        self.operation = operation
        self.handler = plugin.handlers[operation.id]
        self.checks = OperationChecks(operation, checks, plugin.same_media)
        self.needs_caller = bool(operation.raw.get("security", plugin.bundle.get("security")))
        self.takes_body = operation.body is not None

    def __str__(self) -> str:
        return self.id


class ApiApp:
    """One plugin as an application. `journaled` false keeps its requests out of the journal (the control API's).

    Raises `EmulatorError` where handlers and operations of the bundle do not match one to one.
    """

    def __init__(
        self,
        plugin: ApiPlugin,
        sessions: Sessions,
        urls: PublicUrls,
        secrets: Secrets,
        *,
        strict: bool,
        journaled: bool = True,
    ) -> None:
        self.plugin = plugin
        self.specification = Specification(plugin.name, plugin.bundle, plugin.server)
        check_handlers(plugin.name, self.specification.operations, plugin.handlers)
        self._sessions = sessions
        self._urls = urls
        self._secrets = secrets
        self._strict = strict
        self._journaled = journaled
        self._router: Router[Plan] = Router()
        checks = Checks(self.specification)
        for operation in self.specification:
            plan = Plan(operation, plugin, checks)
            spanning = frozenset(parameter.name for parameter in operation.parameters if parameter.spans_segments)
            self._router.add(operation.method, plugin.prefix + operation.path, plan, spanning)

    def knows(self, path: str) -> bool:
        """Whether an operation has this path, below the public root and still encoded."""
        return self._router.find(path) is not None

    async def serve(self, scope: Scope, receive: Receive, send: Send, root: str, path: str) -> None:
        """Answer one request. `root` is the path prefix this API is reached under, `path` what follows it, encoded."""
        watch = stopwatch()
        if self.plugin.merge_slashes and "//" in path:
            path = _SLASHES.sub("/", path)
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        origin, files_url = self._urls.seen_from(headers.get("host"))
        exchange = Exchange(scope["method"], path, scope["query_string"], headers, origin + root, files_url)
        try:
            session = exchange.session = self._sessions.get(headers.get("x-emulator-session"))
        except Fault as fault:
            await send_reply(send, self._render(exchange, fault))
            return
        self._route(exchange)
        if self._journaled:
            exchange.note("api", self.plugin.name, root + path, self._secrets)
        try:
            rules: tuple[FaultRule, ...] = ()
            if self._journaled and session.faults.active:
                plan = exchange.plan
                operation = plan.id if plan else None
                rules = session.faults.take("api", self.plugin.name, operation, exchange.method, root + path)
            if rules:
                await self._serve_faulty(exchange, rules, scope, receive, send)
            else:
                await send_reply(send, await self._reply(exchange, receive), lambda: is_gone(scope))
        finally:
            if exchange.entry is not None:
                exchange.entry.duration = watch()

    async def _serve_faulty(
        self, exchange: Exchange, rules: tuple[FaultRule, ...], scope: Scope, receive: Receive, send: Send
    ) -> None:
        clock = exchange.session.clock
        if exchange.entry is not None:
            exchange.entry.faults = tuple(f"{rule.kind}#{rule.id}" for rule in rules)
        for rule in rules:
            if rule.kind == "latency":
                await clock.sleep_async(rule.seconds)
        ending = next((rule for rule in rules if rule.kind == "reset" or rule.kind in REPLACING), None)
        reply = None
        if ending is None or ending.process:
            reply = await self._reply(exchange, receive)
        if ending is not None and ending.kind == "reset":
            exchange.finish(0)
            await break_connection(scope, receive, ending.kind)
            return
        if ending is not None:
            query = exchange.query_string.decode("latin-1")
            url = exchange.base_url + exchange.path + (f"?{query}" if query else "")
            reply = self._on_order(exchange, replacement(ending, clock, url, f"{exchange.files_url}/elsewhere"), ending)
            exchange.finish(reply.status)
        assert reply is not None
        if reply.stream is not None:  # what changes a reply needs to see it
            reply.content, reply.stream = await reply.stream.whole() or b"", None
        for rule in rules:
            change_reply(rule, reply)

        async def deliver(_scope: Scope, _receive: Receive, wrapped: Send) -> None:
            await send_reply(wrapped, reply)

        await FaultySend(rules, scope, receive, send, clock).run(deliver)

    def _on_order(self, exchange: Exchange, reply: Reply, rule: FaultRule) -> Reply:
        """A reply on order as this API gives it: with its headers, and its own error where the rule says none."""
        status = reply.status
        if rule.kind == "status" and rule.body is None and rule.content_type is None and status >= 400:
            answer = self._fault_answer(exchange, Fault(status, self._type(status), "This request failed on order"))
            own = self._encode(exchange, answer)
            reply.content = own.content
            reply.set_header(b"content-type", dict(own.headers).get(b"content-type", b"application/json"))
        for name, value in self._headers_of(status).items():
            reply.set_header(name.lower().encode("latin-1"), value.encode("latin-1"))
        return reply

    def _headers_of(self, status: int) -> Mapping[str, str]:
        """The headers that this API puts on every reply of a status."""
        return self.plugin.reply_headers(status) if self.plugin.reply_headers is not None else {}

    def _route(self, exchange: Exchange) -> None:
        found = self._router.find(exchange.path)
        if found is not None:
            exchange.route, exchange.values = found
            methods = exchange.route.methods
            exchange.plan = methods.get(exchange.method) or methods.get(self.plugin.aliases.get(exchange.method, ""))

    async def _reply(self, exchange: Exchange, receive: Receive) -> Reply:
        """The whole reply of one request; whatever goes wrong becomes one, too."""
        try:
            plan = exchange.plan
            if plan is None:
                page = self._page(exchange)
                if page is None:
                    raise self._unrouted(exchange)
                return self._encode(exchange, page)
            caller = self._admit(exchange, plan)
            answer = await self._call(exchange, plan, caller, receive)
            if self._strict and isinstance(answer.body, Stream):
                problem = await self._broken_stream(exchange, plan, answer, answer.body)
            else:
                problem = self._broken(exchange, plan, answer) if self._strict else None
            return self._encode(exchange, answer) if problem is None else self._broken_reply(exchange, problem)
        except Fault as fault:
            return self._refuse(exchange, fault)
        except Exception as error:
            return self._crashed(exchange, error)

    def _admit(self, exchange: Exchange, plan: Plan) -> Caller | None:
        """Who calls, once they are known, within their rate and allowed to. Raises `Fault`."""
        plugin, session, operation = self.plugin, exchange.session, plan.operation
        limit = session.rates.limit_of(plugin.name, operation.rate_level, plugin.rate_levels)
        if not plan.needs_caller:
            return None
        try:
            caller = plugin.authenticate(exchange.headers, session)
        except Fault:
            if limit is not None:  # every reply has the headers; this one is counted against nobody
                exchange.verdict = session.rates.peek(limit, plugin.rate_window)
            raise
        if limit is not None:
            verdict = session.rates.count(str(caller.user.get("id", caller.key_id)), plan.id, limit, plugin.rate_window)
            exchange.verdict = verdict
            if verdict.exceeded:
                wait = retry_after(session.clock, verdict.reset, session.rates.retry_form)
                message = f"Rate limit of {limit} requests exceeded; try again in {verdict.reset} seconds"
                raise Fault(429, self._type(429), message, headers={"Retry-After": wait})
        if not operation.permissions <= caller.permissions:
            missing = ", ".join(sorted(operation.permissions - caller.permissions))
            message = f"The role {caller.role} may not do this; it takes the permission {missing}"
            raise Fault(403, self._type(403), message)
        if operation.any_permissions and not operation.any_permissions & caller.permissions:
            wanted = ", ".join(sorted(operation.any_permissions))
            message = f"The role {caller.role} may not do this; it takes one of the permissions {wanted}"
            raise Fault(403, self._type(403), message)
        return caller

    async def _call(self, exchange: Exchange, plan: Plan, caller: Caller | None, receive: Receive) -> Answer:
        """Read and check the request, then run the handler."""
        checks = plan.checks
        try:
            assert exchange.route is not None
            path = checks.path(exchange.route.names, exchange.values) if exchange.values else {}
            query = checks.query(exchange.query_string) if checks.has_query else {}
            if checks.has_headers:
                checks.headers(exchange.headers)
            body = None
            if plan.takes_body:
                content = await read_body(exchange.headers, receive, self.plugin.max_body)
                if exchange.entry is not None:
                    exchange.entry.body = self._secrets.excerpt(content)
                body = checks.body(content, exchange.headers.get("content-type"))
        except Invalid as invalid:
            if exchange.entry is not None:
                exchange.entry.verdict = "invalid"
            raise self._refused(exchange, plan, invalid) from invalid
        call = Call(
            plan.operation,
            exchange.session,
            caller,
            path,
            query,
            body,
            exchange.headers,
            exchange.base_url,
            exchange.files_url,
            self.plugin.records,
        )
        result = plan.handler(call)
        return result if isinstance(result, Answer) else await result

    def _refused(self, exchange: Exchange, plan: Plan, invalid: Invalid) -> Fault:
        """The refusal of a request that breaks the document."""
        if self.plugin.refuse_invalid is not None:
            query = exchange.query_string.decode("latin-1")
            return self.plugin.refuse_invalid(plan.operation, invalid.where, invalid.message, query)
        status = plan.operation.documented(*_STATUS_OF.get(invalid.where, (400, 422)))
        return Fault(status, self._type(status), invalid.message)

    def _broken(self, exchange: Exchange, plan: Plan, answer: Answer) -> str | None:
        """What is wrong with an answer by the document, the headers of every reply included."""
        given = {**self._headers_of(answer.status), **answer.headers}
        headers = {name.lower(): value for name, value in given.items()}
        if exchange.verdict is not None:
            for name, value in exchange.verdict.headers():
                headers.setdefault(name.decode(), value.decode())
        return plan.checks.reply(answer.status, headers, answer.body)

    async def _broken_stream(self, exchange: Exchange, plan: Plan, answer: Answer, stream: Stream) -> str | None:
        """The same for a stream: its body too is checked, unless it is long."""
        content = await stream.whole(_MOST_CHECKED)
        if content is None:
            return self._broken(exchange, plan, Answer(answer.status, b"", answer.headers))
        answer.body = content
        body = json.loads(content) if "json" in answer.headers.get("Content-Type", "json") else content
        return self._broken(exchange, plan, Answer(answer.status, body, answer.headers))

    def _page(self, exchange: Exchange) -> Answer | None:
        """What the plugin has at a path that is no operation's. Raises `Fault`."""
        if exchange.method != "GET" or exchange.route is not None:
            return None
        query = exchange.query_string.decode("latin-1")
        return self.plugin.page(exchange.session, exchange.path, query, exchange.headers)

    def _unrouted(self, exchange: Exchange) -> Fault:
        """404 with what may have been meant, or 405 with the methods that exist."""
        entry = exchange.entry
        if entry is not None:
            entry.verdict = "unrouted"
        if exchange.route is None:
            near = self._router.nearest(exchange.method, exchange.path)
            if entry is not None:
                entry.near = near
            hint = f"; did you mean {near}?" if near else ""
            return Fault(404, self._type(404), f"There is no {exchange.path} in this API{hint}")
        operations = ", ".join(f"{method} {plan}" for method, plan in exchange.route.methods.items())
        if entry is not None:
            entry.near = operations
        message = f"{exchange.route.template} does not take {exchange.method}; it takes {exchange.route.allow}"
        return Fault(405, self._type(405), message, headers={"Allow": exchange.route.allow})

    def _refuse(self, exchange: Exchange, fault: Fault) -> Reply:
        """The reply of a fault; where the document does not know its status, strict mode says so with a 500."""
        if exchange.entry is not None:
            exchange.entry.reason = self._secrets.text(fault.message)
            if exchange.entry.verdict == "valid" and fault.status in {401, 403, 429}:
                exchange.entry.verdict = "refused"
        if self._strict and exchange.plan is not None:
            try:
                answer = self._fault_answer(exchange, fault)
                problem = self._broken(exchange, exchange.plan, answer)
            except Exception as error:
                return self._crashed(exchange, error)
            if problem is not None and fault.status != 500:
                return self._broken_reply(exchange, f"fault {fault.status} {fault.type}: {problem}")
        return self._render(exchange, fault)

    def _broken_reply(self, exchange: Exchange, problem: str) -> Reply:
        name = exchange.plan.id if exchange.plan else exchange.path
        message = f"The emulator's reply to {name} breaks the spec: {problem}"
        if exchange.entry is not None:
            exchange.entry.verdict, exchange.entry.reason = "broken", message
        log.error("%s", message)
        return self._render(exchange, Fault(500, self._type(500), message))

    def _crashed(self, exchange: Exchange, error: Exception) -> Reply:
        """500 as the vendor gives it: no inner detail, but an id under which the log has all of it."""
        debug_id = new_token(6)
        name = exchange.plan.id if exchange.plan else exchange.path
        log.error("debug id %s: %s failed", debug_id, name, exc_info=error)
        if exchange.entry is not None:
            exchange.entry.verdict = "broken"
            exchange.entry.reason = f"{type(error).__name__} in {name}; the log has it under debug id {debug_id}"
        return self._render(
            exchange, Fault(500, self._type(500), f"Internal error of the emulator (debug id {debug_id})")
        )

    def _fault_answer(self, exchange: Exchange, fault: Fault) -> Answer:
        if self.plugin.answer_fault is not None:
            answer = self.plugin.answer_fault(fault, exchange.path)
            return Answer(answer.status, answer.body, {**answer.headers, **(fault.headers or {})})
        return Answer(fault.status, self.plugin.render_fault(fault), dict(fault.headers or {}))

    def _render(self, exchange: Exchange, fault: Fault) -> Reply:
        return self._encode(exchange, self._fault_answer(exchange, fault))

    def _encode(self, exchange: Exchange, answer: Answer) -> Reply:
        if self.plugin.reply_headers is not None:
            answer.headers = {**self._headers_of(answer.status), **answer.headers}
        body = answer.body
        if body is None:
            return exchange.reply(answer, b"")
        if isinstance(body, Stream):
            reply = exchange.reply(answer, b"")
            reply.stream = body
            return reply
        if isinstance(body, FrozenDict):
            return exchange.reply(answer, body.encoded())
        return exchange.reply(answer, body if isinstance(body, bytes) else _encode(body).encode("utf-8"))

    def _type(self, status: int) -> str:
        return self.plugin.fault_types.get(status, "Error")
