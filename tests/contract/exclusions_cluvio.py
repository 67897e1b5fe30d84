"""What schemathesis cannot know about the Cluvio API: state, rules across objects, and how tolerant it is."""

from __future__ import annotations

from tests.contract.exclusions import Exclusion

__all__ = ["CLUVIO"]

CLUVIO: tuple[Exclusion, ...] = ()
