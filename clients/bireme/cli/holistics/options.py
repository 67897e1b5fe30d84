"""What the commands of Holistics share: where the API is, whose key is used, and the options that say so.

The key: `--api-key-file`, HOLISTICS_API_KEY, then the `token` of `~/.holistics.yml`, which `login` writes. The address:
`--base-url`, `--region`, then what the vendor's own command line tool reads: HOLISTICS_DEV=1, HOLISTICS_STAGING=1,
HOLISTICS_HOST; then HOLISTICS_REGION.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bireme._runtime.config import resolve
from bireme._runtime.errors import InvalidInput
from bireme.cli.output import errors_as_text
from bireme.holistics import Holistics
from bireme.holistics.client import VENDOR
from bireme.holistics_v1 import HolisticsV1

from .token_file import read_token

BaseUrl = Annotated[
    str | None, typer.Option("--base-url", metavar="URL", help="API address with its prefix, e.g. an emulator's.")
]
Region = Annotated[
    str | None, typer.Option("--region", metavar="NAME", help="apac, eu or us; otherwise HOLISTICS_REGION, or apac.")
]
KeyFile = Annotated[
    Path | None,
    typer.Option("--api-key-file", metavar="FILE", help="Read the API key from a file; otherwise HOLISTICS_API_KEY."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
NoWait = Annotated[bool, typer.Option("--no-wait", help="Do not wait for the job; print its id.")]
Timeout = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", help="How long to wait; otherwise 600.", show_default=False),
]

DEV = "http://localhost:3000"
STAGING = "https://staging.holistics.io"


@dataclass(frozen=True)
class Server:
    """The answer to `--base-url`, `--region` and `--api-key-file`."""

    base_url: str | None = None
    region: str | None = None
    key_file: Path | None = None

    def client(self, timeout: float = 600.0, key: str | None = None) -> Holistics:
        """A client of that server. Raises ConfigError and InvalidInput for settings that cannot work."""
        return Holistics(key or self.key(), self.region, base_url=self.address(), timeout=timeout)

    def legacy_client(self) -> HolisticsV1:
        """A client of the legacy API, for what version 2 does not have. Raises as `client`."""
        return HolisticsV1(self.key(), self.root())

    def key(self) -> str | None:
        """The key, None where it is the environment's, or nobody's."""
        if self.key_file is not None:
            return _text_of(self.key_file)
        return None if VENDOR.key_env in os.environ else read_token()

    def address(self) -> str | None:
        """The API's address where it does not follow from HOLISTICS_HOST or a region."""
        if self.base_url is not None or self.region is not None:
            return self.base_url
        if os.environ.get("HOLISTICS_DEV") == "1":
            return DEV + VENDOR.prefix
        if os.environ.get("HOLISTICS_STAGING") == "1":
            return STAGING + VENDOR.prefix
        return None

    def root(self) -> str:
        """The API's address without the prefix of version 2, e.g. `https://eu.holistics.io`."""
        # The key plays no part in where a server is, and has been checked, or will be, where it is used.
        settings = resolve(VENDOR, api_key="none", region=self.region, base_url=self.address())
        return settings.base_url.removesuffix(VENDOR.prefix)

    def again(self) -> list[str]:
        """The options that say the same in another command."""
        pairs = {"--base-url": self.base_url, "--region": self.region, "--api-key-file": self.key_file}
        return [str(word) for pair in pairs.items() if pair[1] is not None for word in pair]


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise InvalidInput("--api-key-file", str(file), f"cannot be read: {reason}", "Check the path") from None


@contextmanager
def connected(server: Server) -> Iterator[Holistics]:
    """A client for one command, its errors turned into one line and an exit code."""
    with errors_as_text(), server.client() as h:
        yield h
