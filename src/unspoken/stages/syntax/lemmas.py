"""Base forms of words: irregular ones from a list, the others by their endings."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.models.store import learnt

VOWELS = "aeiou"
SILENT = re.compile(r"(?:[cuvz]|[^aeiou]l|[dr]g|[lnr]s|[aeiou]s|(?<![aeiou])[aiou][bdgkmnprt]|[aeu]ng)$")


@cache
def _irregular() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for line in resources.text("lemmas.tsv").splitlines():
        if line and not line.startswith("#"):
            form, tag, lemma = line.split("\t")
            out.setdefault((form, tag), lemma)
    for line in resources.text("irregular_verbs.txt").splitlines():
        if line and not line.startswith("#"):
            lemma, *forms = line.split()
            for form in forms:
                out[form, "VERB"] = lemma
                out.setdefault((form, "AUX"), lemma)
    return out


@cache
def known_words() -> frozenset[str]:
    """The words that novels hold."""
    lines = (line for line in learnt("word_classes.tsv.gz").splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split("\t")[1].split())


@cache
def lemma(word: str, tag: str) -> str:
    """The base form of a word (in lower case) with a part of speech."""
    low = word.lower().replace("’", "'")
    return _irregular().get((low, tag)) or rule_lemma(low, tag)


def rule_lemma(low: str, tag: str) -> str:
    """The base form by ending, of the possible ones that which is a known word."""
    if tag in ("VERB", "AUX"):
        possible = _verb(low)
    elif tag == "NOUN":
        possible = _noun(low)
    else:
        return low
    if len(possible) == 1:
        return possible[0]
    known = known_words()
    return next((p for p in possible if p in known), possible[0])


def _noun(low: str) -> list[str]:
    if not low.endswith("s") or low.endswith(("ss", "us", "is", "'s")) or len(low) < 4:
        return [low]
    if low.endswith("ies") and len(low) > 4:
        return [low[:-3] + "y", low[:-1]]
    if low.endswith("ves"):
        return [low[:-1], low[:-3] + "f", low[:-3] + "fe"]
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return [low[:-2], low[:-1]]
    return [low[:-1]]


def _verb(low: str) -> list[str]:
    if low.endswith(("ies", "ied")) and len(low) > 4:
        return [low[:-3] + "y", low[:-1]]
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return [low[:-2], low[:-1]]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return [low[:-1]]
    for ending in ("ing", "ed"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > 1 and any(v in stem for v in VOWELS + "y"):
            return _stems(stem)
    return [low]


def _stems(stem: str) -> list[str]:
    """What may stand before -ed or -ing, the likeliest first: doubled letters undone, a silent e put back."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        single = [stem[:-1], stem]
        return single[::-1] if stem[-1] in "szf" or (stem[-1] == "l" and len(stem) < 6) else single
    return [stem + "e", stem] if SILENT.search(stem) else [stem, stem + "e"]
