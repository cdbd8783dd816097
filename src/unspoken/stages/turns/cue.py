"""A cue: the words beside a quotation that tell who says it."""

from __future__ import annotations

from dataclasses import dataclass

STOP = frozenset((".", ";", "!", "?", ":", "—", "--", "–"))


@dataclass(frozen=True)
class Cue:
    """``subject`` and ``to`` are indices of mentions, or None; ``thought``: the verb is of thinking."""

    start: int
    end: int
    subject: int | None
    to: int | None
    thought: bool
