"""Data sources and data models: what `Holistics` and `AsyncHolistics` have to do several calls about them in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.pace import Poll

    from ._flows import OnProgress
    from ._handles import AsyncJob, Job

__all__ = ["AsyncDataCalls", "DataCalls"]


class DataCalls(Starting):
    """A part of `Holistics`."""

    def bust_cache(
        self,
        data_source_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Drops all cached results of a data source, and waits for it: what is asked next is queried afresh.

        Args:
            data_source_id: the data source's id, as in `data_source_id` of a report.
            wait: False returns as soon as the job is submitted.
            timeout: seconds for the whole wait; the client's if not given.
            poll, on_progress: as for `export_widget`.

        Raises:
            As `export_widget`.

        Calls:
            data_sources_bust_exploration_cache, jobs_get (Holistics API v2).

        Example:
            >>> h.bust_cache(1).status                                    # doctest: +SKIP
            'success'
        """
        from . import _flows

        return self._job(_flows.submit_bust_cache(self._context, data_source_id), wait, timeout, poll, on_progress)

    def delete_data_model(
        self,
        id: int,
        *,
        drop_import_table: bool = False,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job | None:
        """Deletes a data model, and with `drop_import_table` the table that its data was imported into.

        Args:
            id: the data model's id.
            drop_import_table: drop the imported table as well; on a model without one it changes nothing.
            wait: False returns as soon as the job is submitted, where there is one.
            timeout: seconds for the whole wait; the client's if not given.
            poll, on_progress: as for `export_widget`.

        Returns:
            The job that has deleted the model with its table; None where the model was deleted at once, without a job.

        Raises:
            InvalidInput: an argument is wrong; nothing was sent.
            UnprocessableEntity: data sets use the model; the message names them.
            JobFailed: the table could not be dropped; the model is still there.
            Otherwise as `export_widget`.

        Calls:
            data_models_delete, jobs_get (Holistics API v2).

        Example:
            >>> h.delete_data_model(107, drop_import_table=True).status   # doctest: +SKIP
            'success'
            >>> h.delete_data_model(108) is None                          # doctest: +SKIP
            True
        """
        from . import _flows
        from ._handles import Job

        reply = self._run.run(_flows.delete_model(self._context, id, drop_import_table))
        if reply is None:
            return None
        job = Job(self._run, **_flows.handle_of(self._context, *reply))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job


class AsyncDataCalls(AsyncStarting):
    """A part of `AsyncHolistics`."""

    async def bust_cache(
        self,
        data_source_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Holistics.bust_cache`."""
        from . import _flows

        flow = _flows.submit_bust_cache(self._context, data_source_id)
        return await self._job(flow, wait, timeout, poll, on_progress)

    async def delete_data_model(
        self,
        id: int,
        *,
        drop_import_table: bool = False,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob | None:
        """As `Holistics.delete_data_model`."""
        from . import _flows
        from ._handles import AsyncJob

        reply = await self._run.run(_flows.delete_model(self._context, id, drop_import_table))
        if reply is None:
            return None
        job = AsyncJob(self._run, **_flows.handle_of(self._context, *reply))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job
