"""What schemathesis cannot know from a document: which replies it takes for faults though they are the documented ones.

Every exclusion stands beside the requests that get such a reply from the emulator; a test sends them and asks for one
for each operation and each wording, so that none is wider than what the API really says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Ask", "Exclusion", "excused", "statements"]


@dataclass(frozen=True)
class Ask:
    """A request: what is filled in, and what comes before it.

    `before` are requests sent first, in a session that is as new; `held` are kinds of jobs that do not get ahead.
    """

    operation: str
    path: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    before: tuple[Ask, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exclusion:
    """A reply that a check of schemathesis takes for a fault though it is the documented one.

    Only that check is passed over, for these operations, this status and statements that read as one of `messages`,
    whole: those of the reply, or with `of_check` the beginning of what the check says. `asks` are requests, valid by
    the document, that get such a reply. Status `None` is any.
    """

    operations: tuple[str, ...]
    status: int | None
    messages: tuple[str, ...]
    reason: str
    asks: tuple[Ask, ...]
    check: str = "positive_data_acceptance"
    of_check: bool = False

    def __hash__(self) -> int:
        return hash((self.operations, self.status, self.messages))

    def wording(self, operation: str, status: int, statement: str) -> str | None:
        """Which of the messages a statement is; `None` where it is none of them."""
        if operation not in self.operations or self.status not in (None, status):
            return None
        matches = re.match if self.of_check else re.fullmatch
        return next((message for message in self.messages if matches(message, statement, re.DOTALL)), None)


def excused(
    exclusions: Sequence[Exclusion], check: tuple[str, ...], operation: str, status: int, said: str, content: bytes
) -> tuple[Exclusion, ...]:
    """The exclusions under which a failure of these checks falls; none where any statement of the reply is not known.

    `said` is what the check says, `content` the body of the reply.
    """
    of_check = [each for each in exclusions if each.of_check and (each.check,) == check]
    found: list[Exclusion] = [each for each in of_check if each.wording(operation, status, said)]
    if found:
        return tuple(found)
    of_reply = [each for each in exclusions if not each.of_check and (each.check,) == check]
    for statement in statements(content):
        known = next((each for each in of_reply if each.wording(operation, status, statement)), None)
        if known is None:
            return ()
        found.append(known)
    return tuple(found)


def statements(content: bytes) -> list[str]:
    """All that an error says: by field where it is about a record, one by one where it lists several, else its message
    or its bare text."""
    try:
        body = json.loads(content)
    except ValueError:
        return [content.decode("utf-8", "replace")]
    if not isinstance(body, dict):
        return [""]
    if record := body.get("record"):
        return [f"{name}: {text}" for name, texts in record.items() for text in texts]
    if errors := body.get("errors"):
        return [str(error.get("detail") if isinstance(error, dict) else error) for error in errors]
    return [str(body.get("message") or "")]
