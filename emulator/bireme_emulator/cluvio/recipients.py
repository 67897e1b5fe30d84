"""Lists of mail addresses, as alerts and dashboard schedules have them: in one text, separated by commas."""

from __future__ import annotations

from bireme_emulator.kernel.delivery.addresses import is_address

__all__ = ["address_problems", "addresses"]

_MOST = 100  # of each list; the vendor's limit is not documented
_SHOWN = 60


def addresses(text: str | None) -> tuple[str, ...]:
    """The addresses of a list with commas, each once.

    >>> addresses("ada@example.com, ben@example.com,ada@example.com")
    ('ada@example.com', 'ben@example.com')
    """
    return tuple(dict.fromkeys(part.strip() for part in (text or "").split(",") if part.strip()))


def address_problems(name: str, text: str | None) -> list[str]:
    """What is wrong with a list that stands in the attribute `name`, in words."""
    given = addresses(text)
    if len(given) > _MOST:
        return [f"{name}: there are {len(given)} addresses; give at most {_MOST}"]
    wrong = [address for address in given if not is_address(address)]
    shown = [ascii(each[:_SHOWN]) for each in wrong[:3]]
    return [f"{name}: {', '.join(shown)} is no e-mail address; separate addresses by commas"] if wrong else []
