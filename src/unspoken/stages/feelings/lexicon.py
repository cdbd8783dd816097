"""Words that name a feeling: what each means, and in which grammatical pattern it shows who feels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from unspoken import resources
from unspoken.layers.feelings import Emotion

Kind = Literal["noun", "adj", "adv", "verb", "affect", "manner"]
TAGS: Mapping[str, frozenset[Kind]] = {
    "NOUN": frozenset(("noun",)),
    "ADJ": frozenset(("adj",)),
    "ADV": frozenset(("adv", "manner")),
    "VERB": frozenset(("verb", "affect")),
    "X": frozenset(("noun", "adj", "adv", "verb", "affect", "manner")),
}


@dataclass(frozen=True)
class Word:
    """One entry: a lemma in one grammatical pattern."""

    lemma: str
    kind: Kind
    emotion: Emotion
    also: tuple[Emotion, ...]
    intensity: float


@cache
def entries() -> Mapping[str, tuple[Word, ...]]:
    """All entries by lemma; verbs that affect somebody also give their participles."""
    out: dict[str, list[Word]] = defaultdict(list)
    for line in resources.text("emotion_words.tsv").splitlines():
        if not line or line.startswith("#"):
            continue
        emotion, kind, intensity, also, lemmas = line.split("\t")
        others = () if also == "-" else tuple(also.split(","))
        for lemma in lemmas.split():
            word = Word(lemma, kind, emotion, others, float(intensity))  # type: ignore[arg-type]
            out[lemma].append(word)
            if kind == "adj":
                for form in compared(lemma):
                    out[form].append(word)
            if kind == "verb":
                for form in (*participles(lemma), lemma + "s"):
                    out[form].append(word)
            if kind == "affect":
                past, _ = participles(lemma)
                out[past].append(Word(past, "adj", word.emotion, word.also, word.intensity))
    return {lemma: tuple(words) for lemma, words in out.items()}


def compared(adjective: str) -> tuple[str, ...]:
    """How a short adjective is compared ("happier", "happiest"); empty for one that takes "more"."""
    if len(adjective) > 8 or "-" in adjective or adjective.endswith(("ed", "ing", "ous", "ful")):
        return ()
    stem = adjective[:-1] + "i" if adjective.endswith("y") else adjective.removesuffix("e")
    if len(adjective) == 3 and adjective[-1] == "d":
        stem += adjective[-1]
    return (stem + "er", stem + "est")


IRREGULAR = {"upset": "upset", "hurt": "hurt", "stun": "stunned", "appal": "appalled", "repel": "repelled"}


def participles(verb: str) -> tuple[str, str]:
    """The past and present participle of a verb of the lexicon."""
    past = IRREGULAR.get(verb)
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing"
    if past is None:
        past = verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeou" else verb + "ed"
    doubled = past.endswith(verb[-1] * 2 + "ed") and not verb.endswith(verb[-1] * 2)
    return past, verb + (verb[-1] if doubled or verb == "upset" else "") + "ing"


def find(lower: str, lemma: str, pos: str) -> Word | None:
    """The entry for a word in use, or None. The form counts before the lemma: "pleased" before "please"."""
    kinds = TAGS.get(pos)
    if kinds is None:
        return None
    known = entries()
    if pos == "NOUN" and "-" in lower:
        kinds = kinds | {"adj"}  # "self-conscious"
    words = (*known.get(lower, ()), *(known.get(lemma, ()) if lemma != lower else ()))
    if pos == "ADJ" and lower.endswith("ly"):
        kinds = kinds | {"adv", "manner"}  # taggers take "gratefully" for an adjective
    fitting = next((w for w in words if w.kind in kinds), None)
    if fitting is None and pos in ("VERB", "ADJ"):  # taggers differ on participles
        fitting = next((w for w in words if w.kind in ("adj", "affect")), None)
    return fitting


def touches(lemma: str) -> bool:
    """Whether somebody can be the object of a verb and be the one who feels: "it delights him"."""
    return any(word.kind == "affect" for word in entries().get(lemma, ()))


@cache
def valences() -> Mapping[str, float]:
    """The fixed valence of each emotion, in [-1, 1]."""
    return {name: float(value) for name, value in resources.table("emotions.toml")["valence"].items()}


@cache
def families() -> Mapping[str, str]:
    """The coarse family of each emotion."""
    return {name: str(value) for name, value in resources.table("emotions.toml")["family"].items()}
