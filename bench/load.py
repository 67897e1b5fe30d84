"""A small load generator: keep-alive connections that each send the next request once the last reply is complete.

It must be quicker than any server it measures, so it does no more than read, look at the end and write: about 60,000
replies per second on one core of a laptop.
"""

from __future__ import annotations

import select
import socket
import sys
import time
from urllib.parse import urlsplit

__all__ = ["replies_per_second"]

CONNECTIONS = 16


def replies_per_second(url: str, headers: dict[str, str], seconds: float) -> float:
    """Complete replies per second. All replies must have one body, whose end no header repeats.

    Raises:
        SystemExit: the server answers with an error, or hangs up.
    """
    parts = urlsplit(url)
    assert parts.hostname is not None
    assert parts.port is not None
    lines = [f"GET {parts.path} HTTP/1.1", f"Host: {parts.netloc}", *(f"{k}: {v}" for k, v in headers.items())]
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    ending = _ending(parts.hostname, parts.port, request)
    poller = select.epoll()
    sockets: dict[int, socket.socket] = {}
    parted: dict[int, bytes] = {}
    for _ in range(CONNECTIONS):
        opened = socket.create_connection((parts.hostname, parts.port))
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sockets[opened.fileno()] = opened
        poller.register(opened.fileno(), select.EPOLLIN)
        opened.send(request)
    count, began = 0, time.perf_counter()
    until = began + seconds
    try:
        while (now := time.perf_counter()) < until:
            for number, _ in poller.poll(1.0):
                data = parted.pop(number, b"") + sockets[number].recv(262_144)
                if data.endswith(ending):
                    count += 1
                    sockets[number].send(request)
                elif data:
                    parted[number] = data
                else:
                    raise SystemExit(f"bench: {url} hung up")
    finally:
        poller.close()
        for opened in sockets.values():
            opened.close()
    return count / (now - began)


def _ending(host: str, port: int, request: bytes) -> bytes:
    """The last bytes of a reply, by which the others are known."""
    with socket.create_connection((host, port)) as opened:
        opened.sendall(request)
        opened.settimeout(0.5)
        data = b""
        try:
            while part := opened.recv(262_144):
                data += part
        except TimeoutError:
            pass
    status = data.split(b" ", 2)[1:2]
    if status != [b"200"]:
        raise SystemExit(f"bench: the load generator got {data[:300]!r}")
    return data[-64:]


if __name__ == "__main__":
    _url, _key, _seconds = sys.argv[1:]
    sys.stdout.write(f"{replies_per_second(_url, {'X-Holistics-Key': _key}, float(_seconds))}\n")
