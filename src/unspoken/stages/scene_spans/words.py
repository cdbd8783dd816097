"""Words of time as patterns, and numbers in words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from unspoken import resources

VAGUE = ("several", "some", "a few", "many", "almost a", "nearly a")
WHO = "(?:he|she|they|I|we|you|it|(?-i:[A-Z])[a-z]+)"
HOURS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the resource, whatever the case, with its groups of words filled in."""
    words = "|".join(_table()["patterns"][name])
    for group, alternatives in _groups().items():
        words = words.replace(f"<{group}>", alternatives)
    return re.compile(words, re.IGNORECASE)


@cache
def nights() -> tuple[tuple[float, re.Pattern[str]], ...]:
    """How many nights, with the pattern that says so, the largest first."""
    names = [name for name in _table()["patterns"] if name.startswith("nights_")]
    found = [(float(name.removeprefix("nights_")), pattern(name)) for name in names]
    return tuple(sorted(found, key=lambda item: -item[0]))


def number(words: str) -> int | None:
    """A number in digits or words; vague ones are None."""
    if words.isdigit():
        return int(words)
    numbers: dict[str, int] = _table()["numbers"]
    if words in _table()["ordinals"]:
        return int(_table()["ordinals"][words])
    if words in numbers:
        return numbers[words]
    parts = [p for p in re.split(r"[ -]", words) if p != "and"]
    if not parts or not all(p in numbers for p in parts):
        return None
    if len(parts) == 2 and numbers[parts[1]] == 100:
        return numbers[parts[0]] * 100
    return sum(numbers[p] for p in parts)


def _table() -> dict[str, Any]:
    return resources.table("time.toml")


@cache
def _groups() -> dict[str, str]:
    table = _table()
    numbers = "|".join(sorted(table["numbers"], key=lambda w: (-len(w), w)))
    return {
        "count": rf"(?:\d+|(?:{numbers})(?:[ -](?:and )?(?:{numbers}))?|{'|'.join(VAGUE)})",
        "units": f"(?:{'|'.join(table['units'])})",
        "days": f"(?:{'|'.join(unit for unit, days in table['units'].items() if days)})",
        "ordinals": f"(?:{'|'.join(table['ordinals'])})",
        "comes": _listed("comes"),
        "spends": _listed("spends"),
        "seasons": f"(?:{table['seasons']})",
        "weekdays": f"(?:{'|'.join(table['weekdays'].split())})",
        "months": f"(?:{'|'.join(table['months'].split())})",
        "feasts": f"(?:{'|'.join(table['feasts'])})",
        "hours": HOURS,
        "who": WHO,
    }


def _listed(name: str) -> str:
    return f"(?:{''.join(_table()[name].splitlines())})"
