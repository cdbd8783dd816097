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
from unspoken.layers.statements import Atom, Claim, Knows
from unspoken.stages.feelings.lexicon import valences

TOWARDS = frozenset(("love", "longing", "trust", "gratitude", "anger", "contempt", "jealousy"))
LASTING = frozenset(("love", "trust", "contempt", "longing"))
WISHES = re.compile(r"\bwish(?![^.;!?]{1,25}\b(?:were|was|be|had been) (?:here|back|home|with)\b)", re.IGNORECASE)
WISH = 45  # code points in which a wish is told
FEW = 10  # words by which it is told what is wanted, known or done
REGARDS = "regards"  # for whom one's heart is: all warm and cold feelings towards a person are one question


@cache
def heart() -> Mapping[str, tuple[Predicate, str, bool]]:
    """Verbs of the heart: predicate, value, warm or not."""
    table = resources.table("beliefs.toml")["heart"]
    return {verb: (predicate, value, warm) for verb, (predicate, value, warm) in table.items()}


@cache
def _statuses() -> Sequence[tuple[str, re.Pattern[str]]]:
    """Patterns over the words from a verb on, for how two stand with each other."""
    rows = resources.table("beliefs.toml")["status"].items()
    return [(value, re.compile(rf"(?:(?:had|have|has) (?:\w+ )?)?(?:{pattern})")) for value, pattern in rows]


def status_in(words: str) -> str | None:
    """How two stand with each other by the words from a verb on; None: they do not tell."""
    return next((value for value, pattern in _statuses() if pattern.match(words)), None)


@cache
def _treatments() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in resources.table("beliefs.toml")["treatment"].items()}


def regarded(words: str, negated: bool) -> bool | None:
    """Whether what is done to somebody tells that they are liked; None: it tells neither.

    Args:
        words: from the verb on.
        negated: it is not done.
    """
    pattern, low = _treatments(), " ".join(words.lower().split()).rstrip(" .,;:!?…—–-“”‘’\"'")
    if negated:
        return False if pattern["cold_denied"].match(low) or pattern["warm"].match(low) else None
    return False if pattern["cold"].match(low) else True if pattern["warm"].match(low) else None


def disposed(words: str, theirs: bool, towards: bool) -> bool | None:
    """Whether somebody is said to be kind, or to be cruel, to the one who thinks so; None: it tells neither.

    Args:
        words: what somebody is ("my friend").
        theirs: they say whose ("my") and mean the one who thinks so.
        towards: they say to whom ("to me"), likewise.
    """
    last, table = (words.lower().split() or [""])[-1], resources.table("beliefs.toml")["disposed"]
    if theirs and last in table["friend"].split():
        return True
    if not towards:
        return None
    return next((warm for warm, key in ((True, "warm"), (False, "cold")) if last in table[key].split()), None)


@cache
def _beings() -> Mapping[str, tuple[Predicate, str, bool]]:
    table = resources.table("beliefs.toml")["being"]
    return {words: (p, value, warm) for words, (p, value, warm) in table.items()}


@cache
def phrases(denied: bool = False) -> Mapping[str, Sequence[tuple[str, tuple[Predicate, str, bool]]]]:
    """The same for verbs with the words that follow them, up to the person: by verb, the longest first.

    Args:
        denied: those that say so where they are denied ("cannot live without her").
    """
    out: dict[str, list[tuple[str, tuple[Predicate, str, bool]]]] = {}
    table = resources.table("beliefs.toml")["denied_phrase" if denied else "phrase"]
    for words, (predicate, value, warm) in sorted(table.items(), key=lambda row: -len(row[0])):
        verb, _, rest = words.partition(" ")
        out.setdefault(verb, []).append((rest, (predicate, value, warm)))
    return out


def being(words: str) -> tuple[Predicate, str, bool] | None:
    """The heart that is meant by what stands between "is" and somebody; its last words count."""
    said = words.split()
    return next((found for n in (4, 3, 2, 1) if (found := _beings().get(" ".join(said[-n:])))), None)


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
    if towards is None and emotion in LASTING and emotion != "longing":
        return None
    return felt(subject, emotion, towards, affirmed, span)


def wished(text: str, start: int, emotion: Emotion) -> bool:
    """Whether what counts as longing is a wish for something else than somebody ("I wish you would go", but not "I wish
    you were here").

    Args:
        text: the whole text.
        start: of the words that name what is felt.
        emotion: as which it counts.
    """
    return emotion == "longing" and WISHES.search(text, start, start + WISH) is not None


def few_words(said: str, most: int = FEW) -> str:
    """The first words of something that is wanted, known or done, without marks around them.

    Args:
        said: a stretch of the text.
        most: words that are kept.
    """
    return " ".join(said.strip(" .,;:!?…—–-“”‘’\"'\n").split()[:most])


def warm(emotion: Emotion) -> bool:
    """Whether who feels so for somebody is fond of them: to miss somebody is no pleasure, and is love."""
    return emotion == "longing" or valences()[emotion] > 0


def felt(subject: str, emotion: Emotion, towards: str | None, affirmed: bool, span: Span) -> Claim:
    """The claim as `feels` makes it, of a feeling that is known to be one of the heart."""
    public = Proposition("feels", subject, towards, emotion)
    lasting = towards is not None and emotion in LASTING
    name = f"{REGARDS} {towards}" if lasting else f"feels {emotion} {towards or ''}".rstrip()
    sign = (warm(emotion) if lasting else True) is affirmed
    return Claim(public, affirmed, Atom(name, subject), sign, span.start, span.end)


def towards(claim: Claim, who: str) -> Claim:
    """The claim about the heart for a person."""
    proposition = msgspec.structs.replace(claim.proposition, object=who)
    prop = Atom(f"{REGARDS} {who}", claim.proposition.subject)
    return replace(claim, proposition=proposition, prop=prop)


def denied(claim: Claim) -> Claim:
    """The claim with both signs turned."""
    return Claim(claim.proposition, not claim.affirmed, claim.prop, not claim.sign, claim.start, claim.end)


def weighs(claim: Claim, to: Sequence[str]) -> bool:
    """Whether it is worth a belief that somebody knows something: that of a heart, or what one knows who is not there
    to be asked ("Do you know the time?").

    Args:
        claim: what is said.
        to: whom it is said to.
    """
    heart_known = isinstance(claim.prop, Knows) and claim.prop.of.owner is not None
    return claim.proposition.predicate != "knows" or heart_known or claim.proposition.subject not in to


def stands(claim: Claim, *others: Predicate) -> bool:
    """Whether one can be wrong about it for a time: how somebody regards one, or what they know; a mood passes."""
    about = claim.proposition
    lasting = about.predicate in ("attitude", "knows", *others)
    return lasting or (about.predicate == "feels" and about.value in TOWARDS)
