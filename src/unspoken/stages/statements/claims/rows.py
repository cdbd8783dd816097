"""The small pattern language of rows of words: "a|b" are alternatives, "?a" may be missing, "a_b" is said as two words,
"..." is a gap without a denial, "*be" is any form of a verb that tells what is so, "~be" any that denies it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from unspoken import resources

PEOPLE = ("H", "H's", "A", "A's", "B", "B's")
SHORTENED = frozenset(("be", "have", "do", "will"))
OWN = r"(?:my|your|his|her|its|our|their|one['’]s)(?: own)?"
SELF = r"(?:(?:my|your|him|her|it|one)self|(?:our|your|them)selves|me|him|her|them|us|you|he|she|they|I|we)"
DENIES = (
    r"(?:(?:did|does|do|had|has|have|could|can|would|was|is|were|are)(?:n['’]t|\s+(?:not|never|hardly|scarcely|barely))"
    r"|cannot|never|hardly|scarcely)"
)


def word(token: str, people: Mapping[str, str]) -> str:
    """One place of a row as a pattern.

    Args:
        token: the place.
        people: what stands for somebody's own, and for themselves: "OWN" or "SELF" by token.
    """
    if token == "...":
        return r"(?:\s+(?!(?:not|never|no)\b)[\w’'-]+){0,3}?"
    own = {name: OWN if kind == "OWN" else SELF for name, kind in people.items()}
    option = token.startswith("?")
    each = (part.lstrip("?").split("_") for part in token.split("|"))
    choice = "|".join(r"\s+".join(own.get(w, w) for w in part if w) for part in each)
    if not option:
        return rf"(?:\s*\b|(?=n['’]t))(?:{choice})(?!\w)"
    return rf"(?:\s+(?:{choice})(?!\w))?"


def adverbs(file: str) -> str:
    """Words that may stand around a verb, by the file that lists them."""
    each = sorted(resources.words(file, "adverbs"), key=len, reverse=True)
    return "|".join(w.replace("_", r"\s+") for w in each)


def verb(token: str, file: str, named: bool) -> str:
    """A place for a verb: any form of it, with "had" before it, and words of degree or time around it.

    Args:
        token: base forms behind "*", or behind "~" where it is denied.
        file: lists the words that may stand around it.
        named: the form is kept as "verb".
    """
    around = rf"(?:(?:\s+|(?=['’]))(?:\w+ly|had|has|have|['’](?:d|ve)|{adverbs(file)})\b)*"
    forms = "|".join(form for base in token[1:].split("|") for form in _forms(base))
    form = rf"(?P<verb>{forms})" if named else f"(?:{forms})"
    if token[0] == "*":
        return rf"{around}\s*(?:\b|(?=['’])){form}\b{around}"
    if "be" in token[1:].split("|"):
        return rf"{around}\s*{form}(?:n['’]t|\s+(?:not|never|no longer)){around}"
    return rf"\s*\b{DENIES}{around}\s*{form}\b{around}"


def needs(line: str) -> tuple[frozenset[str], ...]:
    """Sets of words of which a text has one each wherever a row matches it, as far as that is plain.

    Args:
        line: the row.
    """
    plain = (t for t in line.split() if t[0] not in "?~." and not set(PEOPLE).intersection(t.split("|")))
    return tuple(found for t in plain if (found := _first_words(t)))


def _first_words(token: str) -> frozenset[str]:
    """The first words of the alternatives of a place; none where a short form may stand for one ("'s", "'d")."""
    each = token.lstrip("*").split("|")
    if token.startswith("*"):
        if not SHORTENED.isdisjoint(each):
            return frozenset()
        each = [form for base in each for form in _forms(base)]
    firsts = [re.findall(r"[a-z]+", part.lower().split("_")[0].split("\\")[0]) for part in each]
    return frozenset(words[0] for words in firsts) if all(firsts) else frozenset()


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    lines = (line.split() for line in resources.text("irregular_verbs.txt").splitlines() if line[:1].isalpha())
    return {words[0]: tuple(w for w in words if "'" not in w) for words in lines}


@cache
def past_forms() -> frozenset[str]:
    """Irregular forms by which it is told what was so."""
    return frozenset(form for base, *forms in _irregular().values() for form in forms if not form.endswith("ing")) - {
        "am", "is", "are", "has", "does", "goes",
    }  # fmt: skip


def _forms(base: str) -> tuple[str, ...]:
    """The forms of a verb that may be said of what is so; a phrase ("find_out") by its first word."""
    first, _, rest = base.partition("_")
    found = dict.fromkeys((*_irregular().get(first, (first,)), *_regular(first)))
    behind = r"\s+" + r"\s+".join(SELF if w == "H" else w for w in rest.split("_")) if rest else ""
    return tuple(form + behind for form in found)


def _regular(base: str) -> tuple[str, ...]:
    ending = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
    third = base[:-1] + "ies" if base.endswith("y") and base[-2:-1] not in "aeou" else base + ending
    past = base[:-1] + "ied" if third.endswith("ies") else base + ("d" if base.endswith("e") else "ed")
    return third, past, base.removesuffix("e") + "ing"
