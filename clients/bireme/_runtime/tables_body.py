"""A body on disk, and a CSV body cut into blocks of whole records while it arrives.

A download has no schema, so every table needs the whole body before its types are certain. The body therefore goes to
an unnamed temporary file (in `TMPDIR`), and whoever reads it is told of each block as soon as it is complete: parsing
goes on beside the download, and memory stays at a few blocks however large the body is.

Records end at a line break outside quotes, as RFC 4180 has it. A value that contains a quote must be quoted itself.
"""

from __future__ import annotations

import csv
import io
import os
import tempfile
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from .errors import DecodeError
from .handoff import write_all

BLOCK_SIZE = 2 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"


def unreadable(reason: str, excerpt: str = "", *, format: str = "CSV") -> DecodeError:
    """The error of a body that is no table; whoever knows the operation adds it."""
    text = f"The {format} body cannot be read as a table: {reason}. Save it with to_file() to look at it."
    return DecodeError(text, path="", reason=reason, status=200, operation="", body_excerpt=excerpt)


@dataclass(frozen=True, slots=True)
class Block:
    """Whole records: where they start in the body and how many bytes they take."""

    start: int
    size: int


class Cutter:
    """Finds the blocks of a body that is given piece by piece, wherever the pieces begin and end.

    The first block is the first record alone (the header); the others are at least `block_size` bytes, except the
    last. Blank lines before the header belong to it.

    >>> cutter = Cutter(block_size=1)
    >>> cutter.feed(b'a,b\\n1,"x\\n'), cutter.feed(b'y"\\n2,z'), cutter.finish()
    ([Block(start=0, size=4)], [Block(start=4, size=8)], [Block(start=12, size=3)])
    """

    def __init__(self, block_size: int = BLOCK_SIZE) -> None:
        self._block_size = block_size
        self._start = 0
        self._end = 0
        self._quoted = False
        self._head = b""  # all there is, as long as it is nothing but line breaks and a byte order mark
        self._blank = True
        self._header_found = False

    @property
    def size(self) -> int:
        """Bytes seen so far."""
        return self._end

    @property
    def quoted(self) -> bool:
        """Whether the bytes seen so far end inside a quoted value."""
        return self._quoted

    def feed(self, piece: bytes) -> list[Block]:
        """Takes the next bytes; gives the blocks that are now complete."""
        blocks: list[Block] = []
        offset = 0 if self._header_found else self._feed_header(piece, blocks)
        base = self._end - offset
        rest = piece[offset:] if offset else piece
        ends_quoted = self._quoted ^ (rest.count(b'"') % 2 == 1)
        if self._header_found and base + offset + len(rest) - self._start >= self._block_size:
            cut = _last_record_end(rest, ends_quoted)
            if cut:
                blocks.append(self._cut(base + offset + cut))
        self._quoted = ends_quoted
        self._end = base + len(piece)
        return blocks

    def _feed_header(self, piece: bytes, blocks: list[Block]) -> int:
        """Looks for the end of the header; gives how many bytes of the piece belong to it."""
        position = 0
        while (newline := piece.find(b"\n", position)) >= 0:
            line = piece[position : newline + 1]
            self._quoted ^= line.count(b'"') % 2 == 1
            self._look(line)
            position = newline + 1
            if not self._quoted and not self._blank:
                self._end += position
                blocks.append(self._cut(self._end))
                self._header_found = True
                return position
        self._end += position
        self._look(piece[position:])
        return position

    def _look(self, more: bytes) -> None:
        if self._blank:
            self._head += more
            self._blank = _BOM.startswith(self._head) or not self._head.removeprefix(_BOM).strip(b"\r\n")

    def _cut(self, end: int) -> Block:
        block = Block(self._start, end - self._start)
        self._start = end
        return block

    def finish(self) -> list[Block]:
        """The last block, if bytes are left."""
        return [self._cut(self._end)] if self._end > self._start else []


def _last_record_end(piece: bytes, ends_quoted: bool) -> int:
    """The offset behind the last line break outside quotes; 0 if the piece has none."""
    quoted = ends_quoted
    upto = len(piece)
    while (newline := piece.rfind(b"\n", 0, upto)) >= 0:
        quoted ^= piece.count(b'"', newline, upto) % 2 == 1
        if not quoted:
            return newline + 1
        # Inside quotes until the quote before: skip every line break up to there at once.
        upto = piece.rfind(b'"', 0, newline) + 1
        if not upto:
            return 0
    return 0


class Spool:
    """A temporary file to download into, that others can read from while it grows.

    It has as much of a file as a download needs: `write`, and `seek(0)` with `truncate()` where the download starts
    over, which also calls `on_restart`.
    """

    def __init__(self, on_restart: Callable[[], None] = lambda: None) -> None:
        self._on_restart = on_restart
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed by close(), or with this object
        self.close = weakref.finalize(self, self._file.close)
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def write(self, data: bytes) -> int:
        """Appends bytes (anything that has the buffer interface).

        Raises:
            DecodeError: what has come so far cannot be read.
            OSError: the disk is full.
        """
        write_all(self._file, data)
        view = memoryview(data)
        self.size += len(view)
        self._written(view)
        return len(view)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if offset or whence != os.SEEK_SET:
            raise io.UnsupportedOperation("a table's body is written from its start to its end")
        return self._file.seek(0)

    def truncate(self, size: int | None = None) -> int:
        """Forgets what was written."""
        if size:
            raise io.UnsupportedOperation("a table's body is written from its start to its end")
        self._file.seek(0)
        self._file.truncate(0)
        self.size = 0
        self._forget()
        self._on_restart()
        return 0

    def tell(self) -> int:
        return self.size

    def seekable(self) -> bool:
        return True

    def flush(self) -> None:
        """Nothing is buffered."""

    def read(self, block: Block) -> bytes:
        """The bytes of a block; safe from several threads at once."""
        pieces = []
        start, missing = block.start, block.size
        while missing:
            piece = os.pread(self._file.fileno(), missing, start)
            if not piece:
                raise OSError(f"the temporary file of the table ends at {start}, {missing} bytes early")
            pieces.append(piece)
            start, missing = start + len(piece), missing - len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _written(self, data: memoryview) -> None:
        """What is to be done with bytes that have just been written."""

    def _forget(self) -> None:
        """What is to be forgotten when the download starts over."""


class Body(Spool):
    """A CSV body; calls `on_block` for every block but the header.

    `names` holds the columns' names from the moment the header is complete.
    """

    def __init__(
        self,
        on_block: Callable[[Block], None],
        on_restart: Callable[[], None] = lambda: None,
        block_size: int = BLOCK_SIZE,
        separator: str = ",",
    ) -> None:
        super().__init__(on_restart)
        self._separator = separator
        self._on_block = on_block
        self._block_size = block_size
        self._cutter = Cutter(block_size)
        self.names: list[str] | None = None

    def _written(self, data: memoryview) -> None:
        for start in range(0, len(data), self._block_size):
            self._announce(self._cutter.feed(bytes(data[start : start + self._block_size])))

    def _forget(self) -> None:
        self._cutter = Cutter(self._block_size)
        self.names = None

    def finish(self) -> None:
        """Says that the body is complete.

        Raises:
            DecodeError: it has no header, or it ends inside a quoted value.
        """
        if self._cutter.quoted:
            raise unreadable("it ends inside a quoted value: it was cut short, or its quotes do not follow RFC 4180")
        self._announce(self._cutter.finish())
        if self.names is None:
            raise unreadable("it is empty: neither rows nor a header")

    def _announce(self, blocks: list[Block]) -> None:
        for block in blocks:
            if self.names is None:
                rest = self._read_header(block)
                if rest.size:
                    self._on_block(rest)
            else:
                self._on_block(block)

    def _read_header(self, block: Block) -> Block:
        data = self.read(block)
        skipped = len(data) - len(data.removeprefix(_BOM).lstrip(b"\r\n"))
        end = _first_record_end(data, skipped)
        if end > skipped:
            self.names = column_names(data[skipped:end], self._separator)
        return Block(block.start + end, block.size - end)


def _first_record_end(data: bytes, start: int) -> int:
    """Where the first record ends; only needed where records end with a lone carriage return."""
    position = start
    while (end := data.find(b"\r", position)) >= 0:
        if data.count(b'"', start, end) % 2 == 0:
            return end + 2 if data[end + 1 : end + 2] == b"\n" else end + 1
        position = end + 1
    return len(data)


def column_names(header: bytes, separator: str = ",") -> list[str]:
    """The names in a header record, each once: a repeated name gets `.1`, `.2`, as pandas does it.

    >>> column_names(b'id,"a, b",id\\r\\n')
    ['id', 'a, b', 'id.1']

    Raises:
        DecodeError: the header is not UTF-8.
    """
    try:
        text = header.decode()
    except UnicodeDecodeError as error:
        raise unreadable(f"its header is not UTF-8 ({error.reason} at byte {error.start})") from None
    return unique_names(next(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))


def unique_names(given: list[str]) -> list[str]:
    """The names, each once: a repeated one gets `.1`, `.2`, as pandas does it.

    >>> unique_names(["a", "a", "a.1"])
    ['a', 'a.2', 'a.1']
    """
    taken = set(given)
    names: list[str] = []
    for name in given:
        unique, count = name, 0
        while unique in names or (count and unique in taken):
            count += 1
            unique = f"{name}.{count}"
        names.append(unique)
    return names
