"""What can go wrong between sending a request and having its reply, free of any HTTP library."""

from __future__ import annotations

from collections.abc import Callable

from .errors import ConnectionFailed, NetworkError, RequestTimeout, TransferError


class WireFault(Exception):
    """Raised by the leaves into a flow; the transport turns it into an error for the user.

    Attributes:
        sent: false where the request certainly never reached the server.
        timeout: the server was too slow.
        body: the reply had begun.
        permanent: the same request would fail the same way again.
    """

    def __init__(
        self, text: str, *, sent: bool = True, timeout: bool = False, body: bool = False, permanent: bool = False
    ) -> None:
        super().__init__(text)
        self.text = text
        self.sent = sent
        self.timeout = timeout
        self.body = body
        self.permanent = permanent


def network_error(fault: WireFault, operation: str, where: str, redact: Callable[[str], str]) -> NetworkError:
    """The error for a fault that was not, or could not be, retried away; `where` is the URL as it may be shown."""
    reason = redact(fault.text)
    if fault.body:
        cls: type[NetworkError] = TransferError
        text = f"the reply from {where} could not be read in full ({reason}). Try again; nothing of it was kept."
    elif fault.timeout:
        cls = RequestTimeout
        text = f"{where} did not answer ({reason}). Try again, or allow more time with timeouts=."
    elif not fault.sent and "CERTIFICATE" in reason:
        cls = ConnectionFailed
        text = f"{where} could not be trusted ({reason}). Check the API's address and this machine's certificates."
    elif not fault.sent:
        cls = ConnectionFailed
        text = f"no connection to {where} ({reason}). Check the API's address, the network and any proxy."
    else:
        cls = ConnectionFailed
        text = f"the connection to {where} broke before a reply came ({reason})."
        text += " The server may or may not have received the request."
    return cls(f"{operation}: {text}", operation=operation, reason=reason, sent=fault.sent)
