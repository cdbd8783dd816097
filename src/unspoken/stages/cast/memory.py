"""Memory: whom the words before a mention mean, as far as it may mean the same as they."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from unspoken.layers.antecedents import Antecedents

DECIDED = 0.4  # the part of what a pronoun means that is settled
LITTLE = 0.01  # mass of a member below which it is forgotten


class Memory:
    """Votes for members, over the antecedents of mentions; mentions are settled in text order."""

    def __init__(self, antecedents: Antecedents) -> None:
        self._before = antecedents.before
        self._entry = {m: n for n, m in enumerate(antecedents.mention) if m is not None}
        self._meaning: dict[int, Mapping[str, float]] = {}
        self._done = 0

    def settle(self, mention: int, member: str, votes: Mapping[str, float] | None = None) -> None:
        """A mention is taken to mean a member, and may mean others: what speaks for them counts on with the mentions
        after it, so that one mistake is not handed down to all of these.

        Args:
            mention: its number.
            member: whom it is taken to mean.
            votes: whom it may mean, each with its probability; none: it means the member for certain.
        """
        entry = self._entry.get(mention)
        if entry is not None and votes:
            total = sum(votes.values())
            meant = {other: (1.0 - DECIDED) * mass / total for other, mass in votes.items()}
            self._meaning[entry] = {**meant, member: meant.get(member, 0.0) + DECIDED}
        elif entry is not None:
            self.mean(entry, member)

    def knows(self, mention: int) -> bool:
        """Whether words after a mention may be told to mean the same as it."""
        return mention in self._entry

    def mean(self, entry: int, cluster: str) -> None:
        """An entry of the antecedents is of a cluster."""
        self._meaning[entry] = {cluster: 1.0}

    def likeliest(self, entry: int, leaning: float = 1.0) -> tuple[str | None, float]:
        """The cluster that most of the antecedents of an entry are of, unless it is likelier to be the first of one.

        Args:
            entry: of the antecedents.
            leaning: times the probability of being the first, below which the cluster is not taken.

        Returns:
            The cluster, or None for the first of one, and the probability of that.
        """
        votes = self._mixed(entry)
        new = 1.0 - sum(sure for _, sure in self._before[entry])
        best = max(votes, key=lambda c: votes[c], default=None)
        return (best, votes[best]) if best is not None and votes[best] > leaning * new else (None, max(new, 0.0))

    def votes(self, mention: int) -> Mapping[str, float]:
        """Members that a mention may mean, with probabilities, which add up to one at most."""
        entry = self._entry.get(mention)
        if entry is None:
            return {}
        while self._done < entry:
            if self._done not in self._meaning:
                self._meaning[self._done] = self._mixed(self._done)
            self._done += 1
        return self._mixed(entry)

    def _mixed(self, entry: int) -> Mapping[str, float]:
        """What the antecedents of an entry mean, each by its probability."""
        out: dict[str, float] = defaultdict(float)
        for before, sure in self._before[entry]:
            for member, share in self._meaning.get(before, {}).items():
                out[member] += sure * share
        return {member: mass for member, mass in out.items() if mass > LITTLE}
