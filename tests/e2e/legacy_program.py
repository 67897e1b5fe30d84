"""Cases for `HolisticsAPI`: run in this process for ours, and as a program in the vendor's environment for theirs.

`python legacy_program.py` reads cases from standard input as JSON, and prints what became of them on its last line.
Standard library and pandas only.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def outcome(cls: Any, case: dict[str, Any]) -> dict[str, Any]:
    """What a case came to: the frame, or the error with its classes."""
    try:
        api = cls(case["key"], case["url"], **case.get("more", {}))
        frame = api.export_data(case["report"], **case.get("arguments", {}))
    except Exception as error:
        names = [each.__name__ for each in type(error).__mro__]
        status = getattr(getattr(error, "response", None), "status_code", None)
        return {"error": names, "status": status, "text": str(error)}
    kinds = ["number" if dtype.kind in "if" else "text" for dtype in frame.dtypes]
    return {"columns": list(frame.columns), "kinds": kinds, "rows": json.loads(frame.to_json(orient="values"))}


if __name__ == "__main__":
    from holistics.holistics import HolisticsAPI  # type: ignore[import-not-found]

    with ThreadPoolExecutor(8) as threads:  # each spends most of its time asleep
        results = list(threads.map(lambda case: outcome(HolisticsAPI, case), json.load(sys.stdin)))
    sys.stdout.write("\n" + json.dumps(results) + "\n")  # the package prints, and leaves lines open
