"""Marks for tests that run R: skipped, with the reason, where R is missing or cannot be closed in."""

from __future__ import annotations

import shutil

import pytest

from bireme_emulator.cluvio import rbox

__all__ = ["NEEDS_R"]

_MISSING = "Rscript is not installed (Debian: r-base-core)" if shutil.which("Rscript") is None else rbox.why_not()
NEEDS_R = [pytest.mark.r, pytest.mark.skipif(_MISSING is not None, reason=_MISSING or "R can be used")]
