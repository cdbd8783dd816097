"""Whether a word is the trigger of an event that the text asserts as having happened (Sims, Park and Bamman 2019).

A linear model over the word, what it is like, and how its clause is told; its weights come from LitBank.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.tokens import Syntax
from unspoken.stages.syntax.words import class_of

OPEN = frozenset(("VERB", "NOUN", "ADJ", "PROPN", "ADV"))
NONE = "-"


class Triggers:
    """The words of a text, each with the clause in which it stands.

    Args:
        words: all tokens.
        starts: their first offsets.
        syntax: their columns; without parts of speech there are no triggers.
        clauses: the clauses.
    """

    def __init__(self, words: Sequence[str], starts: Sequence[int], syntax: Syntax, clauses: Sequence[Clause]) -> None:
        self.words, self.clauses = words, clauses
        self.low = [w.lower() for w in words]
        self.pos, self.lemmas = syntax.pos or ("X",) * len(words), syntax.lemma or self.low
        self.heads, self.relations = syntax.head or (-1,) * len(words), syntax.deprel or ("dep",) * len(words)
        at = {c.verb.start: n for n, c in enumerate(clauses)}
        self.clause_at = [at.get(s) for s in starts]
        for i, relation in enumerate(self.relations):  # a copula's clause is that of what it joins
            if relation == "cop" and self.clause_at[self.heads[i]] is None:
                self.clause_at[self.heads[i]] = self.clause_at[i]
        self.determiner: dict[int, str] = {}
        for i, relation in enumerate(self.relations):
            if relation in ("det", "nmod:poss", "nummod") and self.heads[i] >= 0:
                self.determiner[self.heads[i]] = self.low[i] if relation == "det" else relation

    def found(self) -> list[int]:
        """The tokens that are triggers."""
        known = weights()
        return [i for i in range(len(self.words)) if self.pos[i] in OPEN and self.score(i, known) > 0]

    def score(self, i: int, known: dict[str, float]) -> float:
        """How much speaks for token ``i``."""
        return sum(known.get(feature, 0.0) for feature in self.features(i))

    def clause_of(self, i: int) -> int | None:
        """The clause in which token ``i`` stands, or None."""
        for _ in range(12):
            if i < 0 or self.clause_at[i] is not None:
                break
            i = self.heads[i]
        return self.clause_at[i] if i >= 0 else None

    def features(self, i: int) -> list[str]:
        """What a word is judged by."""
        pos, lemma, relation = self.pos[i], self.lemmas[i], self.relations[i]
        form, kin = self.low[i][-3:], class_of(self.words[i], True)
        head = self.lemmas[self.heads[i]] if self.heads[i] >= 0 else NONE
        before = self.low[i - 1] if i else NONE
        after = self.low[i + 1] if i + 1 < len(self.low) else NONE
        out = [
            "bias", "p" + pos, "l" + pos + lemma, "w" + self.low[i], "s" + pos + form, "c" + pos + kin,
            "r" + pos + relation, "h" + pos + relation + head, "d" + pos + self.determiner.get(i, NONE),
            "n" + pos + after, "v" + pos + before, "x" + relation + lemma,
        ]  # fmt: skip
        number = self.clause_of(i)
        if number is None:
            return [*out, "k" + pos]
        told = _manner(self.clauses, number)
        own = "own" if self.clause_at[i] is not None else "in"
        out += [f"t{own}{pos}{x}" for x in told]
        out += [f"T{own}{pos}{told[0]}{form}", f"L{lemma}{told[0]}", f"R{own}{relation}{told[0]}"]
        return out


def _manner(clauses: Sequence[Clause], number: int) -> list[str]:
    """How a clause is told: tense, mood, whether it is said or depends on another."""
    c = clauses[number]
    above = clauses[c.governor] if c.governor is not None else None
    quoted = "said" if c.quotation else "told"
    return [
        quoted + c.tense, c.tense + (c.modal or ""), f"{quoted}{c.question}", f"not{c.negated}", f"if{c.conditional}",
        f"mark{c.marker}", f"pass{c.passive}", "above" + (above.lemma if above else NONE),
        f"comp{c.complement is not None}", f"irr{bool(c.modal or c.negated or c.conditional or c.question)}{c.tense}",
        f"up{above.tense if above else NONE}{c.tense}", f"obj{c.object is not None}{c.subject is not None}",
        f"upirr{bool(above and (above.modal or above.negated or above.conditional or above.question))}",
    ]  # fmt: skip


@cache
def weights() -> dict[str, float]:
    """The weights of the package."""
    lines = (line.split("\t") for line in resources.unpacked("events.tsv.gz").splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in lines}
