"""`Holistics` and `AsyncHolistics`: every operation under its tag, and what takes several calls in one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bireme._runtime.clients import AwaitedClient, BlockingClient
from bireme._runtime.clock import Clock
from bireme._runtime.config import VendorConfig
from bireme._runtime.context import check_http, context
from bireme._runtime.pace import DEFAULT_TIMEOUT, Poll
from bireme._runtime.retry import Retry
from bireme._runtime.senders import AsyncSender, SyncSender
from bireme._runtime.timeouts import Timeouts

from ._data import AsyncDataCalls, DataCalls
from ._deliveries import AsyncDeliveryCalls, DeliveryCalls
from ._exports import AsyncExportCalls, ExportCalls
from ._people import AsyncPeopleCalls, PeopleCalls
from .generated.facade import AsyncFacade, Facade
from .generated.policy import AUTH, SERVERS

if TYPE_CHECKING:
    import httpx2

_PREFIX = urlsplit(next(iter(SERVERS.values()))).path

VENDOR = VendorConfig(
    name="Holistics",
    auth_header=AUTH or "",
    prefix=_PREFIX,
    regions={region: url.removesuffix(_PREFIX) for region, url in SERVERS.items()},
    default_region=next(iter(SERVERS)),
    key_env="HOLISTICS_API_KEY",
    region_env="HOLISTICS_REGION",
    host_env="HOLISTICS_HOST",
)


class Holistics(ExportCalls, DeliveryCalls, PeopleCalls, DataCalls, Facade, BlockingClient):
    """A client of Holistics API v2.

    Every operation stands under its tag: `h.dashboards.get(16076)`, `h.jobs.get_logs(1)`; `.iter()` walks a paged list,
    `.with_raw_response` gives status and headers as well. On top of that `export_widget`, `preload_dashboard`,
    `run_schedule`, `run_alert`, `test_alert`, `invite_users`, `bust_cache`, `delete_data_model`, `job` and `resume` do
    what takes several calls. Safe to share between threads; a context manager.

    Args:
        api_key: the key; otherwise the environment's HOLISTICS_API_KEY.
        region: where the workspace is hosted: `apac`, `eu` or `us`; otherwise HOLISTICS_REGION, or `apac`.
        base_url: another address, with the API's prefix (`http://127.0.0.1:8900/holistics/api/v2`); otherwise
            HOLISTICS_HOST, which is the root of a host (`https://secure.holistics.io`), without the prefix.
        timeout: seconds that waiting for one job may take in all.
        retry: how one request is retried, a `bireme.Retry`.
        poll: how often a job is looked at, a `bireme.Poll`.
        http: an `httpx2.Client` of your own (proxies, certificates, extra headers); it is not closed here.
        limits: how long single requests and downloads may take.
        clock: for tests.

    Raises:
        ConfigError: a setting is missing or wrong; it names which, and what to do.
        InvalidInput: `timeout`, `retry`, `poll`, `http` or `limits` is not what it should be.

    Example:
        >>> with Holistics(region="eu") as h:                             # doctest: +SKIP
        ...     h.export_widget(4175).to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        region: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.Client | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "holistics",
            api_key=api_key,
            region=region,
            base_url=base_url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "close", "Client")
        self._run = SyncSender(self._context.session, http)
        super().__init__(self._run)


class AsyncHolistics(
    AsyncExportCalls, AsyncDeliveryCalls, AsyncPeopleCalls, AsyncDataCalls, AsyncFacade, AwaitedClient
):
    """`Holistics` for asynchronous callers: the same arguments and methods, to be awaited.

    Example:
        >>> async with AsyncHolistics() as h:                             # doctest: +SKIP
        ...     frame = await (await h.export_widget(4175)).to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        region: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.AsyncClient | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "holistics",
            api_key=api_key,
            region=region,
            base_url=base_url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "aclose", "AsyncClient")
        self._run = AsyncSender(self._context.session, http)
        super().__init__(self._run)


__all__ = ["VENDOR", "AsyncHolistics", "Holistics"]
