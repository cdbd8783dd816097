"""What happens: triggers of events that the text asserts (Sims, Park and Bamman 2019)."""

from __future__ import annotations

import msgspec


class Event(msgspec.Struct, frozen=True):
    """One trigger word; ``realis`` is True where the event is told as having happened."""

    start: int
    end: int
    lemma: str
    agent: str | None
    patient: str | None
    realis: bool
