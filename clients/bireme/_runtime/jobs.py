"""What a handle on a job is made of, written once for all vendors: state, waiting, following, files.

A handle is what a call that starts a job leaves behind: the job's id, its last known status, and the means to go on.
The classes here hold the state and the flows; a vendor's glue says how a job is looked at, and `handles` gives it all a
blocking and an asynchronous face.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, BinaryIO, NoReturn

from bireme._wire import AsyncJob as LifeCycle
from bireme._wire import RawResponse, Request

from .context import Context
from .flow import Flow
from .handoff import OnProgress as OnTransfer
from .handoff import Opening, fetch, spool_to
from .pace import Poll
from .pointers import find
from .poll import Hooks, JobId, Progress, Waited, wait_for
from .tables import Source
from .tokens import ResumeToken, is_job_id

OnProgress = Callable[[Progress], None]

# An equal job may itself stand for another; longer chains are left to the wait, which finds circles.
_FOLLOWED = 3


class JobFlows(ABC):
    """A job that the server runs. Subclasses say how it is looked at, and give these flows a face.

    A handle holds the client with its key, so it cannot be pickled: `resume_token` is what to give to another process.

    Attributes:
        id: the job's id. Where the server has found an equal job under way, the id of that one.
        status: the last status seen, e.g. `running`; None where none was seen yet.
        operation: the operationId that started the job; None for a job that is known by its id alone.
    """

    id: Any  # an int or a text, by the API; its own class says which

    def __init__(
        self,
        context: Context,
        job_id: JobId,
        *,
        operation: str | None,
        status: str | None = None,
        kind: str | None = None,
        started: RawResponse[Any] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.id = job_id
        self.status = status
        self.operation = operation
        self._context = context
        self._kind = kind
        self._started = started
        self._data = dict(data or {})

    def __repr__(self) -> str:
        return f"{type(self).__name__}(id={self.id}, status={self.status!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a client and its key: send its resume_token, and resume() there")

    @property
    def resume_token(self) -> str:
        """A JSON text from which `resume` takes this up again, in this process or another. It holds no secret.

        >>> h.export_widget(4175, wait=False).resume_token                # doctest: +SKIP
        '{"v": 1, "operation": "dashboard_widgets_submit_export", "job_id": 12, "data": {"format": "csv", ...}}'
        """
        return ResumeToken(self.operation or "", self.id, self._data).encode()

    # --- what a vendor's glue says ---

    @property
    @abstractmethod
    def _life(self) -> LifeCycle:
        """The job's life cycle, from the spec."""

    @abstractmethod
    def _poll_request(self, job_id: JobId) -> Request[Any]:
        """The request that looks at the job."""

    @abstractmethod
    def _own_id(self, job_id: JobId) -> JobId:
        """The id of a job in the type that this API's ids have."""

    def _hooks(self) -> Hooks:
        """What can be done with a job besides looking at it: reading its log, cancelling it."""
        return Hooks()

    # --- flows ---

    @property
    def _succeeded(self) -> bool:
        return self.status in self._life.success

    @property
    def _ended(self) -> bool:
        life = self._life
        return self.status in (*life.success, *life.failure, *life.cancelled)

    def _done(self) -> Flow[bool]:
        if not self._ended:
            yield from self._refresh()
        return self._ended

    def _refresh(self) -> Flow[RawResponse[Any]]:
        """Asks for the job once; follows it where an equal job stands for it."""
        self._started = None
        response = yield from self._look()
        for _ in range(_FOLLOWED):
            moved = self._life.moved.get(self.status or "")
            other = find(self._context.session.document(response), moved)
            if moved is None or not is_job_id(other) or other == self.id:
                break
            self.id, self.status, self._kind = self._own_id(other), None, None
            response = yield from self._look()
        return response

    def _look(self) -> Flow[RawResponse[Any]]:
        session = self._context.session
        response = yield from session.call(self._poll_request(self.id))
        session.value(response)
        status = find(session.document(response), self._life.status)
        self.status = str(status) if status else None
        return response

    def _wait(
        self,
        timeout: float | None,
        poll: Poll | None,
        on_progress: OnProgress | None,
        *,
        cancel_on_timeout: bool = False,
        cancel_on_interrupt: bool = False,
    ) -> Flow[None]:
        if self._succeeded:
            return
        # The reply that started the job is news to one wait only.
        started, self._started = self._started, None

        def seen(progress: Progress) -> None:
            self.id, self.status = self._own_id(progress.job_id), progress.status
            if on_progress is not None:
                on_progress(progress)

        waited: Waited = yield from wait_for(
            self._context.session,
            self._life,
            self.id if started is None else started,
            self._poll_request,
            timeout=self._context.timeout if timeout is None else timeout,
            poll=poll or self._context.poll,
            hooks=replace(self._hooks(), on_progress=seen),
            cancel_on_timeout=cancel_on_timeout,
            cancel_on_interrupt=cancel_on_interrupt,
            operation=self.operation or "",
            kind=self._kind,
            token_data=self._data,
        )
        self.id, self.status = self._own_id(waited.job_id), waited.status
        self._ended_well(waited.response)

    def _ended_well(self, response: RawResponse[Any]) -> None:
        """Takes note of the reply that said that the job has ended well; not every API has more to say in it."""
        return


class FileFlows(JobFlows):
    """A job that leaves a file behind."""

    @property
    def format(self) -> str:
        """What the file is, e.g. `csv` or `xlsx`."""
        return str(self._data.get("format", "csv"))

    @abstractmethod
    def _download(self) -> Request[Any]:
        """The request for the file."""

    def _source(self, on_progress: OnTransfer | None = None) -> Source:
        """The file as tables read it: it is waited for first, then fetched."""

        def into(file: BinaryIO) -> Flow[Any]:
            yield from self._wait(None, None, None)
            session, request = self._context.session, self._download()
            opening = self._opening()
            return (
                yield from spool_to(session, request, file, on_progress=on_progress, kind=self.format, opening=opening)
            )

        return Source(into, self.format, self._download().operation.id, **self._reading())

    def _reading(self) -> dict[str, Any]:
        """What else there is to know for who reads rows from the file, as `tables.Source` takes it."""
        return {}

    def _opening(self) -> Opening | None:
        """How the file is opened, where that takes more than to send the request for it."""
        return None

    def _read(self) -> Flow[bytes]:
        yield from self._wait(None, None, None)
        session, opening = self._context.session, self._opening()
        response = yield from fetch(session, self._download(), kind=self.format, opening=opening)
        return response.content
