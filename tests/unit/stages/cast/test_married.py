"""Married names: who is the wife of a man with the surname that another name has."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken.layers.mentions import Cast, Member, Mention
from unspoken.stages.cast.evidence import Evidence
from unspoken.stages.cast.married import married

NAMES = {
    "n0": ("Lucy", "Lucy Vane"),
    "n1": ("Sir Piers", "Sir Piers Orde"),
    "n2": ("Lady Orde",),
    "n3": ("Lucy Orde",),
    "n4": ("Mrs. Pell",),
}
WOMEN = {"n0", "n2", "n3", "n4"}


def told(*sentences: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Who bears whose married name, by the mentions of each sentence: who is meant, and a name, "her", or, right after
    the owner, a word for kin."""
    text, mentions, link, sentence = "", [], [], []
    for number, here in enumerate(sentences):
        for who, words in here:
            form = "pronoun" if words in ("her", "his") else "nominal" if words.islower() else "name"
            owner = len(mentions) - 1 if form == "nominal" else None
            start, end = len(text), len(text) + len(words)
            mentions.append(Mention(start, end, form, start, end, None, False, 3, None, None, owner, False))
            text += words + " "
            link.append(who)
            sentence.append(number)
    members = tuple(Member(m, names, "person", "she" if m in WOMEN else "he", False) for m, names in NAMES.items())
    cast = Cast(members, tuple(link), tuple(1.0 for _ in link), ())
    return dict(married(Evidence(text, mentions, sentence, [0 for _ in link], cast)))


HUSBAND = [("n0", "her"), ("n1", "husband")]
ALL = [[(m, names[0])] for m, names in NAMES.items()]


def test_a_title_with_the_husband_s_surname_is_the_wife_s() -> None:
    assert told(*ALL, HUSBAND, HUSBAND, HUSBAND)["n2"] == "n0"


def test_a_title_is_not_hers_for_a_word_or_two() -> None:
    assert "n2" not in told(*ALL, HUSBAND)


def test_her_given_name_with_the_husband_s_surname_is_hers_for_a_word() -> None:
    assert told(*ALL, HUSBAND)["n3"] == "n0"


def test_another_surname_is_another_woman_s() -> None:
    assert "n4" not in told(*ALL, HUSBAND, HUSBAND, HUSBAND)


def test_who_stands_beside_the_wife_is_not_she() -> None:
    both = [("n0", "Lucy"), ("n2", "Lady Orde")]
    assert "n2" not in told(*ALL, HUSBAND, HUSBAND, HUSBAND, both, both, both)


def test_the_mother_is_not_the_wife() -> None:
    mother = [("n1", "his"), ("n2", "mother")]
    assert "n2" not in told(*ALL, HUSBAND, HUSBAND, HUSBAND, mother, mother, mother)


def test_of_two_wives_nothing_is_told() -> None:
    wife = [("n1", "his"), ("n4", "wife")]
    assert told(*ALL, HUSBAND, HUSBAND, wife, wife) == {}
