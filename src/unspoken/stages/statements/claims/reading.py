"""What is known of clauses where one of them is read: who is meant, and what others claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from unspoken.layers.clauses import Clause, Oblique
from unspoken.layers.spans import Span
from unspoken.layers.statements import Claim
from unspoken.stages.scenes.people import Whom


class Reading(Protocol):
    """Clauses, who is meant in them, and what they claim."""

    text: str
    clauses: Sequence[Clause]
    whom: Whom
    people: frozenset[str]
    eyes: Callable[[int], str | None]

    @property
    def governed(self) -> Mapping[int, Sequence[int]]:
        """The clauses that each governs."""

    def who(self, span: Span | Oblique | None) -> str | None:
        """The person whom a phrase means."""

    def owner(self, span: Span | None) -> str | None:
        """The person whose something a phrase means."""

    def of(self, i: int) -> Claim | None:
        """What a clause claims of a heart."""
