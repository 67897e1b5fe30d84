"""The legacy API for the two things that version 2 does not have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bireme._runtime.config import VendorConfig
from bireme._runtime.context import context
from bireme._runtime.senders import SyncSender
from bireme.holistics.client import VENDOR
from bireme.holistics_v1.generated.facade import Facade

from .options import Server

_LEGACY = VendorConfig(
    name=VENDOR.name,
    auth_header=VENDOR.auth_header,
    prefix="",
    regions={},
    default_region="",
    key_env=VENDOR.key_env,
    host_argument=VENDOR.host_argument,
    region_argument=VENDOR.region_argument,
    key_argument=VENDOR.key_argument,
)


@contextmanager
def legacy(server: Server) -> Iterator[Facade]:
    """The operations of the legacy API on a server. Raises as `Server.client`."""
    made = context(
        _LEGACY,
        "holistics",
        api_key=server.key(),
        region=None,
        base_url=server.root(),
        timeout=600.0,
        retry=None,
        poll=None,
        limits=None,
        clock=None,
    )
    sender = SyncSender(made.session)
    try:
        yield Facade(sender)
    finally:
        sender.close()
