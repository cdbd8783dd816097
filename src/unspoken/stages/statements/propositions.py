"""What a clause says of somebody's heart or knowledge, as a proposition that the tracker can compare."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from unspoken import resources
from unspoken.layers.beliefs import Predicate, Proposition
from unspoken.layers.feelings import Emotion
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.feelings.lexicon import valences

TOWARDS = frozenset(("love", "trust", "gratitude", "anger", "contempt", "jealousy"))
TOLD = frozenset(("past", "present", "perfect", "pluperfect"))  # tenses of what is said to be so
LASTING = frozenset(("love", "trust", "contempt"))
REGARDS = "regards"  # for whom one's heart is: all warm and cold feelings towards a person are one question


@cache
def heart() -> Mapping[str, tuple[Predicate, str, bool]]:
    """Verbs of the heart: predicate, value, warm or not."""
    table = resources.table("beliefs.toml")["heart"]
    return {verb: (predicate, value, warm) for verb, (predicate, value, warm) in table.items()}


@cache
def statuses() -> Sequence[tuple[str, re.Pattern[str]]]:
    """Patterns over the words from a verb on, for how two stand with each other."""
    rows = resources.table("beliefs.toml")["status"].items()
    return [(value, re.compile(rf"(?:(?:had|have|has) (?:\w+ )?)?(?:{pattern})")) for value, pattern in rows]


@cache
def _beings() -> Mapping[str, tuple[Predicate, str, bool]]:
    return {words: (p, value, warm) for words, (p, value, warm) in resources.table("beliefs.toml")["being"].items()}


def being(words: str) -> tuple[Predicate, str, bool] | None:
    """The heart that is meant by what stands between "is" and somebody; its last words count."""
    return _beings().get(words) or _beings().get(" ".join(words.split()[-1:]))


def feels(subject: str, emotion: Emotion, towards: str | None, affirmed: bool, span: Span) -> Claim | None:
    """The claim that somebody feels something; None where it says nothing of a heart ("He loved that opera").

    Args:
        subject: id of a character.
        emotion: what is felt.
        towards: id of the character whom it is for; None: nobody, or a thing.
        affirmed: not denied.
        span: the words that say so.
    """
    towards = towards if emotion in TOWARDS and towards != subject else None
    if towards is None and emotion in LASTING:
        return None
    return felt(subject, emotion, towards, affirmed, span)


def felt(subject: str, emotion: Emotion, towards: str | None, affirmed: bool, span: Span) -> Claim:
    """The claim as `feels` makes it, of a feeling that is known to be one of the heart."""
    public = Proposition("feels", subject, towards, emotion)
    lasting = towards is not None and emotion in LASTING
    name = f"{REGARDS} {towards}" if lasting else f"feels {emotion} {towards or ''}".rstrip()
    sign = (valences()[emotion] > 0 if lasting else True) is affirmed
    return Claim(public, affirmed, Atom(name, subject), sign, span.start, span.end)


def towards(claim: Claim, who: str) -> Claim:
    """The claim about the heart for a person."""
    proposition = msgspec.structs.replace(claim.proposition, object=who)
    prop = Atom(f"{REGARDS} {who}", claim.proposition.subject)
    return replace(claim, proposition=proposition, prop=prop)


def denied(claim: Claim) -> Claim:
    """The claim with both signs turned."""
    return Claim(claim.proposition, not claim.affirmed, claim.prop, not claim.sign, claim.start, claim.end)


def stands(claim: Claim, *others: Predicate) -> bool:
    """Whether one can be wrong about it for a time: how somebody regards one, or what they know; a mood passes."""
    about = claim.proposition
    lasting = about.predicate in ("attitude", "knows", *others)
    return lasting or (about.predicate == "feels" and about.value in TOWARDS)
