"""The gender of those whom a text names, from all of its pronouns at once.

One pronoun tells little of a name: "her" in "Perpetua kept house for Dr. Sorley on the strength of her scones" may be
either's. Names that must share out all pronouns tell each other's gender, as messages pass in loopy belief propagation
(Pearl 1988, Probabilistic Reasoning in Intelligent Systems).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from unspoken.layers.antecedents import Antecedents
from unspoken.layers.characters import Pronouns
from unspoken.layers.mentions import Mention
from unspoken.stages.cast.names import name_type
from unspoken.stages.mentions.given import given_names, hints, listed
from unspoken.stages.mentions.names import by_custom, titles

ROUNDS = 3
TOLD, LISTED, EITHER = 10.0, 4.0, 1.0  # log odds that a title and a list of given names are worth
CUSTOM = 2.0  # what an office is worth that by custom is a man's
ENDING = 1.2  # what the end of a name is worth at most
ONE = 2.5  # what one pronoun is worth at most
LEAST = 0.05  # mass that a pronoun leaves to somebody whom nothing names
LITTLE = 0.01
VOTING = 0.5  # mass of what fits from which a pronoun counts for a name
SMOOTH = 4.0  # names seen with no ending, in whose stead the shorter ending counts


@dataclass(frozen=True)
class Told:
    """What pronouns tell of names as written: how many times a pronoun of each gender takes it up (``votes``), and the
    log odds that its bearer is a woman (``odds``)."""

    votes: Mapping[str, Mapping[str, int]]
    odds: Mapping[str, float]


@dataclass
class _Round:
    """One pass over the entries: whom each means so far, and each mention; who is a woman of those that no name tells;
    what was told of the names."""

    meaning: list[Mapping[str, float]] = field(default_factory=list)
    of: dict[int, Mapping[str, float]] = field(default_factory=dict)
    nouns: dict[str, float] = field(default_factory=dict)
    told: dict[str, float] = field(default_factory=lambda: defaultdict(float))


class Genders:
    """Whom the pronouns of the narration may mean, and what that tells of the names.

    Args:
        mentions: all mentions.
        names: the mentions by name (their index), as written.
        antecedents: which earlier words each mention may mean the same as.
        apart: for a pronoun (its index) the mentions that it cannot mean the same as.
    """

    def __init__(
        self,
        mentions: Sequence[Mention],
        names: Mapping[int, str],
        antecedents: Antecedents,
        apart: Mapping[int, frozenset[int]],
    ) -> None:
        self.mentions, self.names, self.antecedents, self.apart = mentions, names, antecedents, apart
        self.prior = {name: prior(name) for name in set(names.values())}
        self.odds = dict(self.prior)
        self.meant: dict[int, Mapping[str, float]] = {}
        for _ in range(ROUNDS):
            told = self._pass()
            self.odds = {n: (self.odds[n] + self.prior[n] + told.get(n, 0.0)) / 2 for n in self.odds}

    def feminine(self, name: str) -> float:
        """Probability that the bearer of a name is a woman."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.odds[name]))))

    def told(self) -> Told:
        """What all pronouns tell."""
        return Told(self._votes(), self.odds)

    def _votes(self) -> dict[str, Counter[str]]:
        """For names, how many mentions of each are followed by a pronoun of a gender that likely means them."""
        out: dict[str, Counter[str]] = defaultdict(Counter)
        open_: set[str] = set()
        for i, m in enumerate(self.mentions):
            if i in self.names:
                open_.add(self.names[i])
            elif fits := self.meant.get(i):
                name = max(fits, key=lambda n: fits[n])
                if name in open_ and fits[name] >= VOTING:
                    open_.discard(name)
                    out[name][m.gender or ""] += 1
        return out

    def _pass(self) -> dict[str, float]:
        """Share the pronouns out; return what they tell of each name, as log odds that its bearer is a woman."""
        now = _Round()
        for before, i in zip(self.antecedents.before, self.antecedents.mention, strict=True):
            name = None if i is None else self.names.get(i)
            shares = {name: 1.0} if name is not None else self._shares(now, before, i)
            now.meaning.append(shares)
            if i is not None:
                now.of[i] = shares
        return now.told

    def _shares(self, now: _Round, before: Sequence[tuple[int, float]], i: int | None) -> Mapping[str, float]:
        """Whom an entry without a name means, with probabilities; somebody new is called by its number."""
        mixed = self._mixed(now, before, i)
        m = None if i is None else self.mentions[i]
        new, own = max(LEAST, 1.0 - sum(mixed.values())), f"#{len(now.meaning)}"
        now.nouns[own] = {"f": 0.97, "m": 0.03}.get((m.gender if m is not None else None) or "", 0.5)
        likely = {who: mass for who, mass in mixed.items() if mass > LITTLE}
        if i is None or m is None or m.form != "pronoun" or m.person != 3 or m.plural or m.gender not in ("m", "f"):
            return {**likely, own: new}
        sign = 1.0 if m.gender == "f" else -1.0
        fits = {who: mass * self._fit(who, sign, now.nouns) for who, mass in likely.items()}
        if not (m.quotation or m.letter):
            self.meant[i] = fits
            self._tell(sign, likely, fits, new, now.told)
        whole = sum(fits.values()) + new
        return {**{who: mass / whole for who, mass in fits.items()}, own: new / whole}

    def _mixed(self, now: _Round, before: Sequence[tuple[int, float]], i: int | None) -> Mapping[str, float]:
        """What the antecedents of an entry mean, each by its probability, but for whom it cannot mean."""
        out: dict[str, float] = defaultdict(float)
        for entry, sure in before:
            for who, share in now.meaning[entry].items():
                out[who] += sure * share
        for other in () if i is None else self.apart.get(i, ()):
            meant = now.of.get(other) or {self.names.get(other, ""): 1.0}
            for who in out.keys() & meant.keys():
                out[who] *= 1 - meant[who]
        return out

    def _fit(self, who: str, sign: float, nouns: Mapping[str, float]) -> float:
        woman = nouns[who] if who in nouns else self.feminine(who)
        return woman if sign > 0 else 1 - woman

    def _tell(
        self, sign: float, mass: Mapping[str, float], fits: Mapping[str, float], new: float, told: dict[str, float]
    ) -> None:
        """What a pronoun tells of each name: how much likelier it is if the name's bearer is of its gender."""
        everything = sum(fits.values()) + new
        for who, fit in fits.items():
            if who in self.odds:
                rest = everything - fit
                told[who] += sign * min(ONE, math.log((rest + mass[who]) / rest))


def prior(name: str) -> float:
    """Log odds that the bearer of a name is a woman, before the text is read: by title, list and ending."""
    kind = name_type(name)
    for title in sorted(kind.titles):
        if title in titles() and titles()[title]:
            return TOLD if titles()[title] == "f" else -TOLD
    if not kind.words or (kind.titles and not kind.given):
        return -CUSTOM if kind.titles & by_custom() else 0.0
    if len(kind.words) == 1 and kind.words[0] in titles():  # "the Countess", "the Colonel"
        told = titles()[kind.words[0]]
        return TOLD if told == "f" else -TOLD if told else -CUSTOM if kind.words[0] in by_custom() else 0.0
    gender = listed(kind.words[0])
    if gender:
        weight = EITHER if hints(kind.words[0]) else LISTED
        return weight if gender == "f" else -weight
    return max(-ENDING, min(ENDING, ending(kind.words[0])))


def by_names(names: Iterable[str]) -> Pronouns | None:
    """The pronouns of who bears several names, as the first tells that does so surely."""
    odds = next((odds for name in names if abs(odds := prior(name)) >= LISTED), 0.0)
    return None if not odds else "she" if odds > 0 else "he"


@cache
def ending(word: str) -> float:
    """Log odds that a given name is a woman's, by its last letters among the names of the list."""
    counts = _endings()
    women = sum(g == "f" for g in given_names().values()) / len(given_names())
    for k in (1, 2, 3):
        seen = counts.get(word[-k:], Counter())
        women = (seen["f"] + SMOOTH * women) / (seen.total() + SMOOTH)
    return math.log(women / (1 - women))


@cache
def _endings() -> Mapping[str, Counter[str]]:
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for name, gender in given_names().items():
        for k in (1, 2, 3):
            if len(name) > k:
                out[name[-k:]][gender] += 1
    return out
