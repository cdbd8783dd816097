"""How much of a feeling is told: none or next to none of it, or more than ever ("had never been so happy")."""

from __future__ import annotations

from itertools import pairwise

from unspoken.stages.feelings.page import Page, word_set

MARKS = frozenset('.!?;:,—–…"“”')
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
    }.isdisjoint(page.lower[max(0, k - 4) : i])
    return ever or not word_set("ever_since").isdisjoint(after)


def _more(page: Page, i: int) -> bool:
    """Whether the word itself compares: "happier", "angrier"."""
    return page.pos[i] == "ADJ" and page.lower[i].endswith("er") and page.lower[i + 1 : i + 2] != ["than"]


def little(page: Page, i: int) -> bool:
    """Whether there is next to nothing of it: "with little joy", but not "a little joy", nor "no little"."""
    alone = page.lower[i - 1 : i] == ["little"] and page.pos[i] == "NOUN"
    return alone and page.lower[i - 2 : i - 1] in (["with"], ["had"], ["felt"], ["but"], ["very"], ["has"], ["have"])


def nothing(page: Page, i: int) -> bool:
    """Whether a verb has "nothing" or "little" for what is felt: "envied him nothing", "missed her very little"."""
    for k in range(i + 1, min(len(page) - 1, i + 4)):
        if page.lower[k] == "little" and page.lower[k - 1] not in ("a", "the", "his", "her", "no"):
            return page.pos[i] == "VERB" and page.pos[k + 1] not in ("NOUN", "ADJ", "PROPN")
        if page.lower[k] == "nothing":
            return page.pos[i] == "VERB" and page.lower[k + 1] not in ("but", "so", "more", "better", "except", "less")
        if page.lower[k] in MARKS or page.pos[k] in ("ADP", "VERB"):
            return False
    return False
