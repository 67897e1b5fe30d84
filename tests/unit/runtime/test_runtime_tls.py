"""TLS settings: nothing is loaded for plain HTTP, and nothing is less strict for it."""

from __future__ import annotations

import ssl
from typing import Any

import httpx2
import pytest

from bireme._runtime.clock import SystemClock
from bireme._runtime.http import AsyncIO, SyncIO
from bireme._runtime.timeouts import Timeouts
from bireme._runtime.tls import LateContext


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[ssl.SSLContext]:
    """The contexts that httpx2 was asked for."""
    contexts: list[ssl.SSLContext] = []
    original = httpx2.create_ssl_context

    def create(**options: Any) -> ssl.SSLContext:
        contexts.append(original(**options))
        return contexts[-1]

    monkeypatch.setattr(httpx2, "create_ssl_context", create)
    return contexts


def hello(context: ssl.SSLContext) -> tuple[ssl.SSLObject, bytes]:
    """The first bytes that a client sends, and its end of the connection."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = context.wrap_bio(incoming, outgoing, server_hostname="api.example.com")
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    return client, outgoing.read()


def test_certificates_are_loaded_at_the_first_handshake_and_only_once(made: list[ssl.SSLContext]) -> None:
    context = LateContext()
    context.set_alpn_protocols(["http/1.1"])
    assert made == []
    hello(context)
    hello(context)
    assert len(made) == 1


def test_a_handshake_checks_certificate_and_host_name_as_the_library_would() -> None:
    late, usual = LateContext(), httpx2.create_ssl_context()
    client, _ = hello(late)
    assert client.context.verify_mode is usual.verify_mode is ssl.CERT_REQUIRED
    assert client.context.check_hostname is usual.check_hostname is True
    assert client.context.cert_store_stats() == usual.cert_store_stats()


def test_a_handshake_names_the_host_and_offers_the_protocols_that_were_asked_for() -> None:
    context = LateContext()
    context.set_alpn_protocols(["http/1.1"])
    _, sent = hello(context)
    assert b"api.example.com" in sent
    assert b"http/1.1" in sent


def test_taken_for_a_context_of_its_own_it_trusts_nobody() -> None:
    context = LateContext()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.cert_store_stats()["x509"] == 0


async def test_a_client_is_made_without_loading_certificates(made: list[ssl.SSLContext]) -> None:
    blocking, asynchronous = SyncIO(SystemClock(), Timeouts()), AsyncIO(SystemClock(), Timeouts())
    blocking.client()
    asynchronous.client()
    assert made == []
    blocking.close()
    await asynchronous.aclose()
