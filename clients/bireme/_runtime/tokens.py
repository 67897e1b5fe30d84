"""Resume tokens: small JSON texts from which any process can take up a wait. They hold no secret."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from .errors import InvalidInput

VERSION = 1
_REMEDY = "Give the text of WaitTimeout.token as it was."


@dataclass(frozen=True, slots=True)
class ResumeToken:
    """What a token says: the operation that started the job, the job's id, and what the glue added."""

    operation: str
    job_id: int | str
    data: Mapping[str, Any] = field(default_factory=dict)

    def encode(self) -> str:
        """The token as text.

        >>> ResumeToken("reports_export", 7, {"format": "csv"}).encode()
        '{"v": 1, "operation": "reports_export", "job_id": 7, "data": {"format": "csv"}}'
        """
        body = {"v": VERSION, "operation": self.operation, "job_id": self.job_id, "data": dict(self.data)}
        return json.dumps(body)

    @classmethod
    def decode(cls, token: str) -> ResumeToken:
        """Reads a token.

        Raises:
            InvalidInput: it is not one, or one of a version that this release does not know.
        """
        if not isinstance(token, str):
            raise InvalidInput("token", token, "is not text", _REMEDY)
        try:
            body = json.loads(token)
        except (ValueError, RecursionError):
            raise InvalidInput("token", token[:200], "is not a resume token", _REMEDY) from None
        if not isinstance(body, dict) or body.get("v") != VERSION:
            raise InvalidInput("token", token[:200], f"is not a resume token of version {VERSION}", _REMEDY)
        operation, job_id, data = body.get("operation"), body.get("job_id"), body.get("data", {})
        if not isinstance(operation, str) or not is_job_id(job_id) or not isinstance(data, dict):
            raise InvalidInput("token", token[:200], "lacks an operation or a job id", _REMEDY)
        return cls(operation, job_id, data)


def is_job_id(value: Any) -> TypeGuard[int | str]:
    """Whether a JSON value can be the id of a job: a whole number, or text."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, str) and value != "")
