"""Feelings that somebody only says to have, where the narration says that there are none: "She felt nothing"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from unspoken.layers.clauses import Clause
from unspoken.layers.feelings import Feeling
from unspoken.stages.feelings.page import Page

NEAR = 3000  # code points after what is said in which the narration may belie it
BESIDE = 400  # between what another says of somebody's heart and their answer
NOTHING = frozenset(("nothing", "anything", "thing", "flicker", "spark"))
FOND = ("love", "longing", "trust", "gratitude")
WORDS = frozenset(("it", "word", "syllable", "that", "so"))


def feigned(page: Page, found: Sequence[Feeling]) -> Iterator[Feeling]:
    """The feelings; what somebody only says to feel is no more than supposed where it turns out not to be so.

    Args:
        page: the text with its clauses.
        found: feelings in text order.
    """
    denied = [f for f in found if f.negated and f.source == ("narrator",)]
    refused = [f for f in found if f.negated and len(f.source) > 1 and f.source[-1] == f.experiencer]
    empty = [c for c in page.clauses if c.quotation is None and c.negated and not c.conditional and not c.question]
    empty = [c for c in empty if _nothing(page, c)]
    for f in found:
        said = f.emotion in FOND and len(f.source) > 1 and f.source[-1] == f.experiencer and not f.negated
        belied = said and (any(_belies(d, f) for d in denied) or any(_told(page, c, f) for c in empty))
        belied = belied or (not said and not f.negated and any(_refuses(d, f) for d in refused))
        yield structs.replace(f, hypothetical=True) if belied else f


def _belies(denied: Feeling, said: Feeling) -> bool:
    same = denied.experiencer == said.experiencer and denied.emotion == said.emotion
    return same and _same_target(denied, said) and 0 < denied.start - said.start <= NEAR


def _refuses(denied: Feeling, told: Feeling) -> bool:
    """Whether it is denied by the one of whom another has just said so ("You're angry." "I'm not angry.")."""
    another = len(told.source) > 1 and told.source[-1] != told.experiencer
    same = denied.experiencer == told.experiencer and denied.emotion == told.emotion
    return another and same and 0 < denied.start - told.start <= BESIDE


def _same_target(denied: Feeling, said: Feeling) -> bool:
    """Whether both are for one person; whom one says to love who says "I love you" may not be known."""
    return said.target == denied.target or (said.target is None and said.channel == "speech")


def _nothing(page: Page, clause: Clause) -> bool:
    """Whether a clause says that somebody feels nothing, or does not mean what they say."""
    if clause.object is None or clause.lemma not in ("feel", "mean", "have"):
        return False
    last = page.text[clause.object.start : clause.object.end].lower().split()[-1]
    return last in (WORDS if clause.lemma == "mean" else NOTHING)


def _told(page: Page, clause: Clause, said: Feeling) -> bool:
    """Whether it is said so of the one who says to feel, and for the one for whom it is said."""
    if not 0 < clause.start - said.start <= NEAR or page.head(clause.subject) != said.experiencer:
        return False
    if clause.lemma == "mean":
        return True
    whom = [page.other_at(page.token_at(o.start))[1] for o in clause.obliques if o.preposition in ("for", "towards")]
    return bool(whom) and (said.target is None or said.target in whom)
