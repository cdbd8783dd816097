"""Common nouns for people, and pronouns: what they tell of gender, number and person."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.keys import SIGNALS
from unspoken.layers.mentions import Gender
from unspoken.models.labels import SPANS
from unspoken.stages.mentions.words import Words

DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "another",
        "every",
        "each",
        "some",
        "any",
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
    ]
)
SURE = 0.5  # probability from which the network's word counts
NO_NOUNS = frozenset(["other", "others", "one", "latter", "former"])
INDEFINITE = frozenset(["a", "an", "another", "some", "any", "no", "every", "each", "one"])
POSSESSIVES = frozenset(["my", "your", "his", "her", "our", "their", "its"])
PRONOUNS: dict[str, tuple[int, Gender | None, bool]] = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), (1, None, False)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (1, None, True)),
    **dict.fromkeys(("you", "your", "yours", "yourself", "thou", "thee", "thy"), (2, None, False)),
    "yourselves": (2, None, True),
    **dict.fromkeys(("he", "him", "his", "himself"), (3, "m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), (3, "f", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (3, None, True)),
}


@dataclass(frozen=True)
class Noun:
    """What a common noun tells: ``kind`` is person, group, animal or supernatural; ``kin``: a term of kinship."""

    gender: Gender | None
    plural: bool
    kind: str
    kin: bool


@cache
def nouns() -> dict[str, Noun]:
    """Common nouns for beings, in lower case."""
    table = resources.table("people.toml")
    out: dict[str, Noun] = {}
    for word in table["nouns"]["animals"].split():
        out[word] = Noun("n", False, "animal", False)
    genders: tuple[tuple[str, Gender | None], ...] = (("any", None), ("f", "f"), ("m", "m"))
    for key, gender in genders:
        for word in table["nouns"][key].split():
            out.update(_both(word, gender, False))
        for word in table["kin"][key].split():
            out.update(_both(word, gender, True))
    for word in table["nouns"]["groups"].split():
        out[word] = Noun(out[word].gender if word in out else None, True, "group", word in out and out[word].kin)
    for word in table["nouns"]["supernatural"].split():
        out[word] = Noun("f" if word in ("witch", "goddess", "fairy") else None, False, "supernatural", False)
    return out


@cache
def noun_of(word: str) -> Noun | None:
    """What a common noun in lower case tells, by the list or by how it ends ("ferrywoman")."""
    listed = nouns().get(word)
    if listed is not None or not word.isalpha():
        return listed
    table = resources.table("people.toml")["nouns"]
    genders: tuple[Gender, Gender] = ("f", "m")
    for gender in genders:
        for ending in table[f"ending_{gender}"].split():
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return Noun(gender, False, "person", False)
    plural = word.removesuffix("men") + "man" if word.endswith("men") else ""
    found = noun_of(plural) if plural else None
    return replace(found, plural=True) if found is not None else None


def _both(word: str, gender: Gender | None, kin: bool) -> dict[str, Noun]:
    """The noun and its regular plural."""
    plural = (
        word[:-1] + "ies"
        if word.endswith("y") and word[-2] not in "aeiou"
        else word + ("es" if word[-1] in "sxh" else "s")
    )
    return {word: Noun(gender, False, "person", kin), plural: Noun(gender, True, "person", kin)}


@cache
def address_terms() -> frozenset[str]:
    """Kin terms that their own kin use as a name ("Mum")."""
    return frozenset(resources.table("people.toml")["kin"]["address"].split())


def nouns_seen(document: Document) -> frozenset[int]:
    """The last tokens of what the network takes for somebody by a common noun."""
    signals = document[SIGNALS]
    somebody = (signals.span_label == SPANS.index(("PER", "NOM"))) & (signals.span_sure >= SURE)
    return frozenset(signals.span_last[somebody].tolist())


def people_near(document: Document) -> frozenset[int]:
    """The tokens with which anything begins or ends that the network takes for people, however it is written."""
    signals = document[SIGNALS]
    people = [n for n, (kind, _) in enumerate(SPANS) if kind == "PER"]
    near = np.isin(signals.span_label, people) & (signals.span_sure >= SURE)
    return frozenset((*signals.span_first[near].tolist(), *signals.span_last[near].tolist()))


def speaking_nouns(words: Words, seen: Container[int]) -> dict[str, Noun]:
    """Nouns that no list knows and that speak in this text: "said the mariner" after a quotation.

    Args:
        words: the text's words.
        seen: tokens at which the network sees somebody, so that "came the answer" is nobody.
    """
    say = resources.words("speech.toml", "say") - resources.words("speech.toml", "weak")
    out: dict[str, Noun] = {}
    for v in range(1, len(words) - 2):
        if words.text[v] not in say or words.quotation[v - 1] is None or words.text[v + 1] not in ("the", "a", "an"):
            continue
        j = v + 2
        while j < len(words) and words.pos[j] == "ADJ" and words.pos[j + 1 : j + 2] in (["NOUN"], ["PROPN"], ["ADJ"]):
            j += 1
        low = words.text[j].lower() if j < len(words) else ""
        if (
            low.isalpha()
            and j in seen
            and noun_of(low) is None
            and low not in ("other", "others", "one", "latter", "former")
        ):
            out[low] = Noun(None, False, "person", False)
    return out


def noun_phrase(words: Words, i: int, more: Mapping[str, Noun], limit: int = 5) -> tuple[int, Noun] | None:
    """The noun for a being that the phrase beginning at token ``i`` (a determiner or possessor) has for its head.

    Args:
        words: the text's words.
        i: the token before the phrase's first modifier.
        more: nouns for beings that this text has besides those of the list.
        limit: how many tokens on the head may stand.

    Returns:
        The index of the head and what it tells, or None where the phrase is about something else.
    """
    found = None
    for j in range(i + 1, min(i + 1 + limit, len(words))):
        word = words.text[j]
        low = word.lower()
        noun = noun_of(low) or more.get(low)
        if noun is not None and words.pos[j] not in ("VERB", "AUX"):
            found = j, noun
        elif found or not (
            word.replace("-", "").isalpha() and words.pos[j] in ("ADJ", "NOUN", "ADV", "NUM", "X", "PROPN")
        ):
            if word == "," and not found and words.pos[j - 1] == "ADJ":
                continue
            break
        if found and j > found[0]:
            break
    return found
