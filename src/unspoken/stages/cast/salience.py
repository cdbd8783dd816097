"""Whom a pronoun or a common noun means: the one whom the narration has in view.

Activation that decays from sentence to sentence, subjects higher than the rest, after Lappin and Leass (1994), An
algorithm for pronominal anaphora resolution.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DECAY = 0.62
FOREMOST, HEAVY, RECALLED = 4, 6.0, 0.15  # how many come to mind as a scene begins, from what weight, and how much
HORIZON = 30  # sentences after which somebody is out of view
PASSING = 0.25  # what is left of the activation of one whom a noun told of once ("somebody's toddler", "his mother")
SUBJECT, OTHER, POSSESSOR, CALLED, SPOKEN = 1.0, 0.55, 0.5, 0.7, 0.05


@dataclass
class View:
    """Who is in view, sentence by sentence. Ids are of members; ``gender`` is known, or None."""

    gender: dict[str, str | None]
    activation: dict[str, float] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    weight: dict[str, float] = field(default_factory=dict)
    sentence: int = 0
    subject: str | None = None
    previous_subject: str | None = None

    def move_to(self, sentence: int) -> None:
        """Begin another sentence; who has been out of view for long is forgotten."""
        if sentence == self.sentence:
            return
        self.previous_subject, self.subject = self.subject or self.previous_subject, None
        self.sentence = sentence
        if len(self.activation) > 24:
            for key in [k for k, at in self.last.items() if sentence - at > HORIZON]:
                del self.activation[key], self.last[key]

    def dim(self) -> None:
        """Another scene begins: whoever was in view is less so, and those whom the text tells most of come to mind."""
        self.activation = {member: 0.3 * level for member, level in self.activation.items()}
        heavy = sorted(self.weight, key=lambda m: -self.weight[m])[:FOREMOST]
        for member in heavy:
            if self.weight[member] >= HEAVY:
                self.activation[member] = self.level(member) + RECALLED * self.weight[member] / self.weight[heavy[0]]
                self.last[member] = self.sentence

    def see(self, member: str, weight: float) -> None:
        """Somebody is mentioned."""
        self.activation[member] = self.level(member) + weight
        self.last[member] = self.sentence
        self.weight[member] = self.weight.get(member, 0.0) + weight
        if weight == SUBJECT:
            self.subject = member

    def rename(self, member: str, into: str) -> None:
        """Whoever was in view under one id is so under another."""
        for column in (self.activation, self.weight):
            if member in column:
                column[into] = column.get(into, 0.0) + column.pop(member)
        if member in self.last:
            self.last[into] = max(self.last.get(into, 0), self.last.pop(member))
        self.subject = into if self.subject == member else self.subject
        self.previous_subject = into if self.previous_subject == member else self.previous_subject

    def level(self, member: str) -> float:
        """The activation now."""
        if member not in self.activation:
            return 0.0
        return float(self.activation[member] * DECAY ** (self.sentence - self.last[member]))

    def _passing(self, member: str) -> bool:
        """Whether somebody without a name was told of but once."""
        return member.startswith("r") and self.weight.get(member, 0.0) <= SUBJECT

    def choose(
        self,
        gender: str | None,
        role: str,
        banned: frozenset[str] = frozenset(),
        floor: float = 1e-9,
        votes: Mapping[str, float] | None = None,
    ) -> tuple[str | None, float]:
        """Whom a singular third-person pronoun of a gender means.

        Args:
            gender: m or f.
            role: subject, object or possessor.
            banned: members who cannot be meant.
            floor: the activation below which somebody is out of view.
            votes: how likely the words before mean each member.

        Returns:
            The member, or None where nobody fits, and the share of activation that it holds among those who fit.
        """
        scores = {}
        for member in self.activation:
            known = self.gender.get(member)
            if member in banned or (known is not None and gender is not None and known != gender):
                continue
            level = self.level(member) * (1.0 if known else 0.7) * (1.0 + (votes or {}).get(member, 0.0))
            level *= PASSING if self._passing(member) else 1.0
            if role == "subject" and member == self.previous_subject and self.subject is None:
                level *= 1.5
            if role in ("subject", "possessor") and member == self.subject:
                level *= 2.0
            if level > floor:
                scores[member] = level
        if not scores:
            return None, 0.0
        best = max(sorted(scores), key=lambda m: scores[m])
        return best, scores[best] / sum(scores.values())
