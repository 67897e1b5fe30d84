"""An emulator without sockets: sessions, applications of both listeners, and a Python way to steer them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .app import ApiApp
from .clock import Clock
from .config import EmulatorConfig, EmulatorError
from .context import ApiPlugin
from .control import check_switch, control_plugin, delivery_view, describe_workspace, job_view, make_key
from .downloads import FilesApp
from .faults import FaultRule
from .files import FileGone
from .jobs import JobQueue
from .journal import Secrets
from .ratelimit import RetryForm
from .root import CONTROL, RootApp
from .sessions import DEFAULT, Session, Sessions
from .store import StateError
from .urls import PublicUrls

__all__ = ["Control", "Emulation"]


class Emulation:
    """`api` and `files` are ASGI applications, one per listener; `control` steers the default session.

    In process, give a client the URLs of `ready`, with `api` and `files` behind their origins. Raises `EmulatorError`
    where the state, the workspace or a bundle cannot be used.
    """

    def __init__(
        self,
        config: EmulatorConfig,
        plugins: Sequence[ApiPlugin],
        workspace: Any = None,
        make_engine: Callable[[], Any] = lambda: None,
    ) -> None:
        names = [*dict.fromkeys(plugin.at_root for plugin in plugins)]
        if config.mount is not None and config.mount not in names:
            raise EmulatorError(f"mount={config.mount!r}: there is no such API; give one of {', '.join(names)}")
        self.config = config
        self.plugins = tuple(plugins)
        self.urls = PublicUrls(config.host, config.port, config.files_port)
        try:
            self.sessions = Sessions(config, plugins, workspace, make_engine)
        except StateError as error:
            raise EmulatorError(str(error)) from error
        try:
            self._build(config)
        except BaseException:
            self.sessions.close()
            raise

    def _build(self, config: EmulatorConfig) -> None:
        secrets = Secrets(name for plugin in self.plugins for name in plugin.secret_headers)
        apis = [ApiApp(plugin, self.sessions, self.urls, secrets, strict=config.strict) for plugin in self.plugins]
        plugin = control_plugin(self.sessions, self.plugins)
        steering = ApiApp(plugin, self.sessions, self.urls, secrets, strict=config.strict, journaled=False)
        self.api = RootApp(apis, steering, config.mount, [config.host, *config.allowed_hosts])
        self.files = FilesApp(self.sessions, self.urls, secrets)
        self.control = Control(self, self.sessions.default)

    @property
    def ready(self) -> dict[str, Any]:
        """What the ready line says: each API's URLs and keys, and those of files and control."""
        origin = self.urls.api
        ready: dict[str, Any] = {}
        for plugin in self.plugins:
            root = origin + ("" if plugin.at_root == self.config.mount else plugin.mount)
            _merge(ready, {plugin.ready_as or plugin.records: plugin.ready(root)})
        return {**ready, "files": self.urls.files, "control": origin + CONTROL}

    def close(self) -> None:
        """Stop jobs and let go of all state."""
        self.sessions.close()


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, Mapping):
            _merge(into.setdefault(name, {}), value)
        else:
            into[name] = value


class Control:
    """One session, steered from Python; safe to use from any thread.

    >>> emulation.control.fault("status", operation="jobs_get", status=503, times=2)     # doctest: +SKIP
    >>> emulation.control.clock.advance(3600)                                            # doctest: +SKIP
    >>> emulation.control.session("other").journal(operation="users_me")                 # doctest: +SKIP
    """

    def __init__(self, emulation: Emulation, session: Session) -> None:
        self._emulation = emulation
        self._session = session

    @property
    def name(self) -> str:
        """The session's name, the value for the header `X-Emulator-Session`."""
        return self._session.name

    @property
    def clock(self) -> Clock:
        """The session's clock: `now()`, `freeze()`, `resume()`, `set(moment)`, `advance(seconds)`."""
        return self._session.clock

    @property
    def jobs(self) -> JobQueue:
        """The session's jobs: `list()`, `get(id)`, `advance(id)`, `cancel(id)`, `set_progression(kind, mode)`."""
        return self._session.jobs

    def session(self, name: str = DEFAULT) -> Control:
        """The same for another session, made now if need be. Raises `Fault` for a name that cannot be one."""
        return Control(self._emulation, self._emulation.sessions.get(name))

    def delete_session(self, name: str) -> bool:
        """Remove a session with all it holds; tells whether there was one."""
        return self._emulation.sessions.delete(name)

    def fault(self, kind: Any, **fields: Any) -> FaultRule:
        """Add a fault rule; the fields are those of `FaultRule`. Raises `ValueError` for a rule that cannot work."""
        return self._session.faults.add(FaultRule(kind, **fields))

    def faults(self) -> list[FaultRule]:
        """All fault rules with their counters."""
        return self._session.faults.rules()

    def clear_faults(self) -> None:
        """Remove all fault rules."""
        self._session.faults.clear()

    def journal(self, **wanted: Any) -> list[dict[str, Any]]:
        """The requests so far, oldest first, e.g. `journal(operation="jobs_get", status=200, listener="api")`."""
        return [entry.as_dict() for entry in self._session.journal.entries(**wanted)]

    def clear_journal(self) -> None:
        """Forget all requests."""
        self._session.journal.clear()

    def job(self, id: int) -> dict[str, Any] | None:
        """A job with its log, or `None`."""
        job = self._session.jobs.get(id)
        return None if job is None else job_view(self._session, job)

    def settle(self, timeout: float = 30.0) -> bool:
        """Wait up to `timeout` real seconds until every timer that is due has fired and its jobs have ended.

        False: it took longer, e.g. because a delivery waits for its next attempt on a clock that stands still.

        >>> control.clock.advance(86_400); assert control.settle()                       # doctest: +SKIP
        """
        return self._session.timetable.settle(timeout)

    def outbox(self, **wanted: Any) -> list[dict[str, Any]]:
        """What was delivered, oldest first, e.g. `outbox(channel="email", to="a@b.example", status="sent", since=7)`.

        Attachments have `name`, `media_type`, `size` and the `path` of a copy, `None` where that is gone.
        """
        return [self._shown(record) for record in self._session.deliveries.select(**wanted)]

    def clear_outbox(self) -> None:
        """Forget what has been delivered, with its files; what is still to be sent stays."""
        self._session.deliveries.clear()

    def _shown(self, record: Mapping[str, Any]) -> dict[str, Any]:
        view = delivery_view(record)
        for shown, attachment in zip(view["attachments"], record["attachments"], strict=True):
            try:
                shown["path"] = self._session.files.get(attachment["file_id"]).path
            except FileGone:
                shown["path"] = None
        return view

    def rate_limits(
        self,
        enabled: bool | None = None,
        retry_form: RetryForm | None = None,
        levels: Mapping[str, Mapping[int, int]] | None = None,
    ) -> None:
        """Switch rate limits, choose the form of Retry-After, set an API's limits by level; counts begin anew."""
        rates = self._session.rates
        rates.enabled = rates.enabled if enabled is None else enabled
        rates.retry_form = retry_form or rates.retry_form
        for api, limits in (levels or {}).items():
            for level, limit in limits.items():
                rates.set_level(api, level, limit)
        rates.clear()

    def switch(self, api: str, name: str, on: bool = True) -> None:
        """Turn a switch of an API on or off, e.g. `switch("holistics_v1", "names_existing_jobs")`.

        Raises `Fault` where there is none of that name.
        """
        check_switch(self._emulation.plugins, api, name)
        self._session.turn(api, name, on)

    def make_key(self, api: str, type: str, permissions: Sequence[str], **fields: Any) -> str:
        """Make an API key and give its secret, e.g. `make_key("cluvio_eu", "view", ["view_dashboards"])`.

        Further fields are those of the control API: `secret`, `name`, `datasource_ids`, `dashboard_ids`, `enabled`.
        Raises `Fault` for an API whose keys cannot be made, and for a key that cannot be.
        """
        given = {"type": type, "permissions": permissions, **fields}
        return make_key(self._session, self._emulation.plugins, api, given)["secret"]

    def reset(self) -> None:
        """Put the session back to what it was when first made."""
        self._emulation.sessions.reset(self._session)

    def snapshot(self, name: str = "snapshot") -> None:
        """Keep the present objects and jobs under a name."""
        self._session.take_snapshot(name)

    def restore(self, name: str = "snapshot") -> None:
        """Go back to a snapshot. Raises `KeyError` where there is none of that name."""
        self._session.restore(self._session.snapshots[name])

    def workspace(self) -> dict[str, Any]:
        """The session's objects as `{api: {kind: [{"id", "name"}]}}`."""
        return describe_workspace(self._session, self._emulation.plugins)
