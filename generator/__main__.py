"""Run the generator: `python -m generator --help`."""

from __future__ import annotations

import sys

from generator.command import main

sys.exit(main())
