"""What can go wrong with an output file, in words that say what to do instead."""

from __future__ import annotations


class RenderError(Exception):
    """A result cannot be written in the format asked for, or the renderer failed."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)
