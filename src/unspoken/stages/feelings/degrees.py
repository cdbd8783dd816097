"""How much of a feeling is told: none or next to none of it, or more than ever ("had never been so happy")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from unspoken.stages.feelings.page import Page, word_set

MARKS = frozenset('.!?;:,—–…"“”')
TIRED = 7  # tokens between "too" and its "to"
LATER = 8  # tokens after a feeling in which it is said what there is less of


def utmost(page: Page, k: int, i: int) -> bool:
    """Whether the denial at token ``k`` denies only that it was ever as great before.

    Args:
        page: the text as columns of words.
        k: a word that denies.
        i: the word that names the feeling.
    """
    between = page.lower[k + 1 : i]
    after = page.lower[i + 1 : i + LATER]
    if "as" in between and after[:1] == ["as"]:
        return False  # "never as happy as the others"
    if page.lower[k] == "never" and not {"before", "till", "until"}.isdisjoint(between):
        return True  # "had never before been afraid"
    if page.lower[k] == "never" and _as_now(page, i):
        return True  # "I've never cared for you as I do now"
    greater = _more(page, i) or not word_set("measures").isdisjoint(between[-2:])
    if not greater and page.pos[i] == "VERB":
        greater = any(a in word_set("measures") and b in ("much", "deeply", "badly") for a, b in pairwise(after))
    if not greater or between[-3:-1] == ["so", "much"]:
        return False
    ever = page.lower[k] in ("never", "nothing", "nobody", "none") and not {
        "have",
        "had",
        "has",
        "'d",
        "'ve",
        "was",
        "could",
        "can",
    }.isdisjoint(page.lower[max(0, k - 4) : i])
    return ever or not word_set("ever_since").isdisjoint(after)


def _as_now(page: Page, i: int) -> bool:
    """Whether it is only compared with now: "as I do now", "as he did that night"."""
    near = range(i + 1, min(len(page) - 3, i + LATER))
    lead = next((k for k in near if page.lower[k] == "as"), None)
    return lead is not None and page.lower[lead + 2] in ("do", "did", "does", "have", "had") and page.together(i, lead)


def _more(page: Page, i: int) -> bool:
    """Whether the word itself compares: "happier", "angrier"."""
    return page.pos[i] == "ADJ" and page.lower[i].endswith("er") and page.lower[i + 1 : i + 2] != ["than"]


def little(page: Page, i: int) -> bool:
    """Whether there is next to nothing of it: "with little joy", but not "a little joy", nor "no little"."""
    if page.lower[i - 2 : i] == ["very", "little"] and page.pos[i] in ("ADJ", "VERB"):
        return True  # "was very little pleased"
    alone = page.lower[i - 1 : i] == ["little"] and page.pos[i] == "NOUN"
    return alone and page.lower[i - 2 : i - 1] in (
        ["with"],
        ["had"],
        ["felt"],
        ["but"],
        ["very"],
        ["has"],
        ["have"],
        ["and"],
    )


def least(page: Page, i: int) -> bool:
    """Whether there is only less of it than at other times: "liked her least when she sang"."""
    near = range(i + 1, min(len(page), i + 4))
    marked = next((k for k in near if page.lower[k] in MARKS or page.lower[k] == "least"), None)
    return page.pos[i] == "VERB" and marked is not None and page.lower[marked] == "least" and not _at_the(page, marked)


def _at_the(page: Page, k: int) -> bool:
    """Whether "least" at token ``k`` is of a number or a denial: "at least", "in the least"."""
    return page.lower[k - 1] in ("at", "the")


def beyond(page: Page, i: int, before: Sequence[int]) -> bool:
    """Whether somebody is "too tired to fear" it, or "too busy to be sad"; who is "only too ready to love" does.

    Args:
        page: the text as columns of words.
        i: the word that names the feeling.
        before: tokens before it in its part of the sentence, nearest first.
    """
    to = next((k for k in before if page.lower[k] == "to"), None)
    if to is None or not _feels(page, to + 1, i):
        return False
    back = takewhile(
        lambda k: page.lower[k] not in MARKS and page.together(k, i), range(to - 1, max(-1, to - TIRED), -1)
    )
    degree = next((k for k in back if page.lower[k] == "too"), None)
    if degree is None or page.lower[degree - 1] in ("only", "all", "but"):
        return False
    denied = not word_set("negations").isdisjoint(page.lower[max(0, degree - 3) : degree])
    return not denied and word_set("inclined").isdisjoint(page.lower[degree + 1 : to])


def _feels(page: Page, first: int, i: int) -> bool:
    """Whether only a verb of feeling and what belongs to a noun stand there: "to [feel a twinge of] guilt"."""
    if first == i:
        return page.pos[i] == "VERB"
    if page.lemma[first] not in word_set("light_verbs") | word_set("having") or _definite(page, first + 1):
        return False  # "too weak to show the love he felt"
    between = range(first + 1, i)
    return all(page.pos[k] in ("DET", "ADJ", "NOUN", "ADV") or page.lower[k] in ("of", "the") for k in between)


def _definite(page: Page, k: int) -> bool:
    """Whether "the" tells of a feeling that is there: "the love he felt", but not "the slightest love"."""
    return page.lower[k] == "the" and page.lower[k + 1] not in ("slightest", "least", "smallest", "faintest")


def nothing(page: Page, i: int) -> bool:
    """Whether a verb has "nothing" or "little" for what is felt: "envied him nothing", "missed her very little"."""
    if page.pos[i] == "VERB" and page.lower[i + 1 : i + 2] in (["no"], ["nobody"]):
        return page.lower[i + 2 : i + 3] not in (["more"], ["longer"], ["less"], ["but"], ["except"])
    for k in range(i + 1, min(len(page) - 1, i + 4)):
        if page.lower[k] == "little" and page.lower[k - 1] not in ("a", "the", "his", "her", "no"):
            return page.pos[i] == "VERB" and page.pos[k + 1] not in ("NOUN", "ADJ", "PROPN")
        if page.lower[k] == "nothing":
            return page.pos[i] == "VERB" and page.lower[k + 1] not in ("but", "so", "more", "better", "except", "less")
        if page.lower[k] in MARKS or page.pos[k] in ("ADP", "VERB"):
            return False
    return False


def unfelt(page: Page, i: int, before: Sequence[int]) -> bool:
    """Whether somebody only wishes to feel it, and so does not: "I wish I could hate you", "He would like to hate her".

    Args:
        page: the text as columns of words.
        i: the word that names the feeling.
        before: tokens before it in its part of the sentence, nearest first.
    """
    words = [page.lower[k] for k in reversed(before)]
    could = words[-1:] == ["could"] and not {"wish", "wished", "wishes"}.isdisjoint(words[-4:])
    like = words[-2:] == ["like", "to"] and words[-3:-2] in (["would"], ["'d"])
    return page.pos[i] == "VERB" and (could or like)
