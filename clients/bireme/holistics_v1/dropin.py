"""`HolisticsAPI`: takes the place of the class of that name in the vendor's Python package `holistics` 0.0a11.

    from bireme.holistics_v1 import HolisticsAPI      # in place of: from holistics import HolisticsAPI

The class, its methods, their arguments and what they return are the same. What is better:

- A wait has a deadline (`timeout`), asks less often as time goes on, and survives a fault of a single look.
- Without `path` nothing is written; the package wrote a file called `None` into the working directory.
- `path` gets the file as the server sent it, complete or not at all. The package wrote what pandas had made of it, and
  only printed a line where it could not.
- `keep_leading_zeros=True` keeps `007` as text.
- Errors tell the server's reason, and are caught by handlers written for the package (see `_errors`).
- The key is not sent along to where the file is stored.
- Nothing is printed.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, Self

from bireme._runtime.errors import InvalidInput
from bireme._runtime.flow import Flow
from bireme._runtime.handoff import replacing
from bireme._runtime.pace import DEFAULT_TIMEOUT, Poll
from bireme._runtime.retry import Retry
from bireme._runtime.senders import SyncSender
from bireme._runtime.tables import Source, to_pandas_as_read

from . import _flows
from ._errors import errors_as_before
from ._handles import Export
from .client import HolisticsV1
from .generated.policy import SERVERS

if TYPE_CHECKING:
    import httpx2
    import pandas as pd

    from bireme._runtime.clock import Clock

DEFAULT_URL = SERVERS["apac"]
# The package asks at once, then every second. This asks once more often than that within ten seconds, and less from
# then on.
POLL = Poll(first=0.5, factor=0.6)


class HolisticsAPI:
    """Exports reports over the legacy API, in place of the class in the vendor's package.

    Args:
        api_key: the key.
        url: the root of a host; `https://secure.holistics.io` if not given. A bare host name is taken as https.
        timeout: seconds that waiting for one export may take.
        keep_leading_zeros: keep columns with values such as `007` as text; otherwise they become numbers, as they did.
        retry: how one request is retried, a `bireme.Retry`.
        poll: how often an export is looked at, a `bireme.Poll`; about every second if not given.
        http: an `httpx2.Client` of your own; it is not closed here.
        clock: for tests.

    Raises:
        ConfigError (a ValueError): the key or the url is no such thing.

    Example:
        >>> api = HolisticsAPI("...", url="https://eu.holistics.io")              # doctest: +SKIP
        >>> frame = api.export_data("12345", filters={"carrier": ["UA", "AA"]})   # doctest: +SKIP
    """

    def __init__(
        self,
        api_key: str,
        url: str | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        keep_leading_zeros: bool = False,
        retry: Retry | None = None,
        poll: Poll | None = None,
        http: httpx2.Client | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.url = DEFAULT_URL if url is None else url
        self._keep_leading_zeros = keep_leading_zeros
        whole = self.url if not isinstance(self.url, str) or "://" in self.url else f"https://{self.url}"
        poll = poll or POLL
        self._client = HolisticsV1(api_key, whole, timeout=timeout, retry=retry, poll=poll, http=http, clock=clock)
        # The package's class had nothing to close, so programs written for it do not.
        self._close = weakref.finalize(self, _close, self._client._run)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.url!r})"

    def __reduce__(self) -> NoReturn:
        self._client.__reduce__()

    def submit_export(self, report_id: int | str, filters: Mapping[str, Any] | None = None) -> str:
        """Starts an export, and gives the id of its job.

        Args:
            report_id: the number in the report's address.
            filters: values by the name of the filter, a list for several; None leaves a filter as it is.

        Raises:
            InvalidInput (a ValueError): an argument is wrong.
            ApiError: the server refused; also a `requests.exceptions.HTTPError`.
            NetworkError: no reply; also a `requests.exceptions.ConnectionError`.

        Example:
            >>> api.submit_export("12345")                                # doctest: +SKIP
            '20164921'
        """
        with errors_as_before():
            return str(self._client.export_report(_report(report_id), "csv", filters, wait=False).id)

    def get_export_results(
        self, job_id: int | str, _page_size: int | str | None = None, _page: int | str | None = None
    ) -> int:
        """Waits until an export has ended well; gives 1.

        Args:
            job_id: as `submit_export` gave it.
            _page_size, _page: have no effect, and never had one: the server ignores them for exports.

        Raises:
            JobFailed: the query failed; with the server's reason and the log. Also a RuntimeError.
            WaitTimeout (a TimeoutError): it is not over in time; it goes on at the server.
            ApiError, NetworkError: as for `submit_export`.

        Example:
            >>> api.get_export_results(job_id)                            # doctest: +SKIP
            1
        """
        with errors_as_before():
            self._export(job_id).wait()
            return 1

    def download_results(self, job_id: int | str, path: str | os.PathLike[str] | None = None) -> pd.DataFrame:
        """Fetches the file of an export that has ended well, and gives it as a DataFrame.

        Args:
            job_id: as `submit_export` gave it.
            path: where to keep the file as well; it appears, or is replaced, only once it is complete.

        Raises:
            DecodeError: what came is not a table; also a `pandas.errors.ParserError`.
            TransferError, ResultExpired, ApiError: it could not be had.
            MissingExtra (an ImportError): pandas or pyarrow is not installed.
            OSError: `path` cannot be written.

        Example:
            >>> frame = api.download_results(job_id, "flights.csv")       # doctest: +SKIP
        """
        with errors_as_before():
            return self._frame(self._export(job_id, status="success"), path)

    def export_data(
        self,
        report_id: int | str,
        path: str | os.PathLike[str] | None = None,
        filters: Mapping[str, Any] | None = None,
        page_size: int | str | None = None,
        page: int | str | None = None,
    ) -> pd.DataFrame:
        """Exports a report: submits, waits, fetches, and gives its rows as a DataFrame.

        Args:
            report_id: the number in the report's address.
            path: where to keep the file as well.
            filters: values by the name of the filter, a list for several.
            page_size, page: have no effect, and never had one: the server ignores them for exports.

        Raises:
            As the three methods above.

        Example:
            >>> api.export_data("12345", path="flights.csv")              # doctest: +SKIP
        """
        with errors_as_before():
            export = self._client.export_report(_report(report_id), "csv", filters, wait=False)
            return self._frame(export, path)

    def close(self) -> None:
        """Closes the connections; that happens by itself as well, once the object is no longer used."""
        self._close()
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _export(self, job_id: int | str, status: str | None = None) -> Export:
        text = str(job_id)
        if not text.isascii() or not text.isdecimal() or int(text) < 1:
            raise InvalidInput("job_id", job_id, "is not the id of a job", "Give what submit_export() gave")
        parts = {"operation": _flows.EXPORT, "status": status, "data": {"format": "csv"}}
        return Export(self._client._run, context=self._client._context, job_id=int(text), **parts)

    def _frame(self, export: Export, path: str | os.PathLike[str] | None) -> pd.DataFrame:
        source = export._source()
        keep = self._keep_leading_zeros
        if path is None:
            return self._client._run.run(to_pandas_as_read(source, keep_leading_zeros=keep))
        return self._client._run.run(_frame_and_file(source, Path(path), keep))


def _close(sender: SyncSender) -> None:
    if sender._io is not None:
        sender.close()


def _report(report_id: int | str) -> int | str:
    return report_id.strip() if isinstance(report_id, str) else report_id


def _frame_and_file(source: Source, path: Path, keep_leading_zeros: bool) -> Flow[pd.DataFrame]:
    """Reads the body as it comes, and writes it down on the way."""
    frames: list[pd.DataFrame] = []

    def fill(file: BinaryIO) -> Flow[None]:
        def fetch(body: BinaryIO) -> Flow[Any]:
            return source.fetch(_Both(body, file))  # type: ignore[arg-type]

        both = Source(fetch, source.format, source.operation)
        frames.append((yield from to_pandas_as_read(both, keep_leading_zeros=keep_leading_zeros)))

    yield from replacing(path, fill)
    return frames[0]


class _Both:
    """Two files as one, as far as a download needs files."""

    def __init__(self, one: BinaryIO, other: BinaryIO) -> None:
        self._files = (one, other)

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return 0

    def write(self, data: bytes) -> int:
        for file in self._files:
            view = memoryview(data)
            while view:
                view = view[file.write(view) :]
        return len(data)

    def seek(self, position: int) -> int:
        for file in self._files:
            file.seek(position)
        return position

    def truncate(self) -> int:
        for file in self._files:
            file.truncate()
        return 0
