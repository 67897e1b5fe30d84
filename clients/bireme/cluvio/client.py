"""`Cluvio` and `AsyncCluvio`: every operation under its tag, and what takes several calls in one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from bireme._runtime.clients import AwaitedClient, BlockingClient
from bireme._runtime.clock import Clock
from bireme._runtime.config import DataServers, VendorConfig
from bireme._runtime.context import check_http, context
from bireme._runtime.pace import DEFAULT_TIMEOUT, Poll
from bireme._runtime.retry import Retry
from bireme._runtime.senders import AsyncSender, SyncSender
from bireme._runtime.timeouts import Timeouts

from ._exports import AsyncExportCalls, ExportCalls
from ._queries import AsyncQueryCalls, QueryCalls
from ._reports import AsyncReportCalls, ReportCalls
from ._runs import AsyncRunCalls, RunCalls
from .generated.facade import AsyncFacade, Facade
from .generated.policy import CREDENTIALS, DATA_SERVERS, SERVERS

if TYPE_CHECKING:
    import httpx2


def _data_url(api_url: str) -> str | None:
    """The data server beside an API server: `data.` for `api.` in the host, or `/data` for `/api` in the path.

    >>> _data_url("https://api.eu.example.com"), _data_url("http://127.0.0.1:8900/cluvio/eu/api")
    ('https://data.eu.example.com', 'http://127.0.0.1:8900/cluvio/eu/data')
    """
    parts = urlsplit(api_url)
    if parts.netloc.startswith("api."):
        return urlunsplit(parts._replace(netloc=f"data.{parts.netloc.removeprefix('api.')}"))
    if parts.path.endswith("/api"):
        return urlunsplit(parts._replace(path=f"{parts.path.removesuffix('api')}data"))
    return None


_API_HEADER, _API_PREFIX = CREDENTIALS["ApiKey"]
_DATA_HEADER, _DATA_PREFIX = CREDENTIALS["DataAccessToken"]

VENDOR = VendorConfig(
    name="Cluvio",
    auth_header=_API_HEADER,
    auth_prefix=_API_PREFIX,
    prefix="",
    regions=SERVERS,
    default_region=next(iter(SERVERS)),
    key_env="CLUVIO_API_KEY",
    region_env="CLUVIO_LOCATION",
    host_env="CLUVIO_API_URL",
    host_argument="api_url",
    region_argument="location",
    data=DataServers(
        regions=DATA_SERVERS,
        auth_header=_DATA_HEADER,
        auth_prefix=_DATA_PREFIX,
        argument="data_url",
        env="CLUVIO_DATA_URL",
        derived=_data_url,
    ),
)


class Cluvio(QueryCalls, ReportCalls, ExportCalls, RunCalls, Facade, BlockingClient):
    """A client of the Cluvio API, version 2024-06-01.

    Every operation stands under its tag: `c.dashboards.get("flgt-oper-0001", include="reports")`,
    `c.users.invite(body={"email": "ada@example.com"})`; `.with_raw_response` gives status and headers as well. On top
    of that `query`, `schema`, `report_data`, `dashboard_data`, `refresh_dashboard`, `filter_options`,
    `export_dashboard`, `export_report`, `run_alert`, `trigger_schedule`, `refresh_datasource`, `execution`, `resume`
    and `data_server` do what takes several calls. Safe to share between threads; a context manager.

    The vendor's page, as far as it is public, has lost the methods and paths of its operations. Those that this client
    sends are mostly inferred: from conventions and from calls seen in public scripts. COVERAGE.md has the evidence for
    each; where a call is answered by 404 or 405 although the object is there, that is the likely reason.

    There are two kinds of servers in each location. The API key goes to the API server alone; what hands out data is
    the data server of the same location, which is shown a token that lives for minutes, and never the key.

    Args:
        api_key: the secret of an API key; otherwise the environment's CLUVIO_API_KEY. Sent as `Authorization: Api ...`.
        location: where the account lives: `eu` or `us`; otherwise CLUVIO_LOCATION, or `eu`.
        api_url: another address of the API server (`http://127.0.0.1:8900/cluvio/eu/api`); otherwise CLUVIO_API_URL.
        data_url: the data server of the same location; otherwise CLUVIO_DATA_URL, or told from `api_url` where that
            begins with `api.` or ends in `/api`.
        timeout: seconds that waiting for one execution or job may take in all.
        retry: how one request is retried, a `bireme.Retry`.
        poll: how often an execution or job is looked at, a `bireme.Poll`.
        http: an `httpx2.Client` of your own (proxies, certificates, extra headers); it is not closed here.
        limits: how long single requests and downloads may take.
        clock: for tests.

    Raises:
        ConfigError: a setting is missing or wrong; it names which, and what to do.
        InvalidInput: `timeout`, `retry`, `poll`, `http` or `limits` is not what it should be.

    Example:
        >>> with Cluvio(location="eu") as c:                              # doctest: +SKIP
        ...     c.query("smpl-data-0001", "select * from flights limit 10").to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        location: str | None = None,
        *,
        api_url: str | None = None,
        data_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.Client | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "cluvio",
            api_key=api_key,
            region=location,
            base_url=api_url,
            data_url=data_url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "close", "Client")
        self._run = SyncSender(self._context.session, http)
        super().__init__(self._run)


class AsyncCluvio(AsyncQueryCalls, AsyncReportCalls, AsyncExportCalls, AsyncRunCalls, AsyncFacade, AwaitedClient):
    """`Cluvio` for asynchronous callers: the same arguments and methods, to be awaited.

    Example:
        >>> async with AsyncCluvio() as c:                                # doctest: +SKIP
        ...     frame = await (await c.query("smpl-data-0001", "select 1")).to_pandas()
    """

    def __init__(
        self,
        api_key: str | None = None,
        location: str | None = None,
        *,
        api_url: str | None = None,
        data_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.AsyncClient | None = None,
        limits: Timeouts | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._context = context(
            VENDOR,
            "cluvio",
            api_key=api_key,
            region=location,
            base_url=api_url,
            data_url=data_url,
            timeout=timeout,
            retry=retry,
            poll=poll,
            limits=limits,
            clock=clock,
        )
        check_http(http, "aclose", "AsyncClient")
        self._run = AsyncSender(self._context.session, http)
        super().__init__(self._run)


__all__ = ["VENDOR", "AsyncCluvio", "Cluvio"]
