"""Base forms of words: irregular ones from a list, the others by their endings."""

from __future__ import annotations

from functools import cache

from unspoken import resources

VOWELS = "aeiou"


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
def lemma(word: str, tag: str) -> str:
    """The base form of a word (in lower case) with a part of speech."""
    low = word.lower().replace("’", "'")
    return _irregular().get((low, tag)) or rule_lemma(low, tag)


def rule_lemma(low: str, tag: str) -> str:
    """The base form by ending alone."""
    if tag in ("VERB", "AUX"):
        return _verb(low)
    if tag == "NOUN":
        return _noun(low)
    return low


def _noun(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def _verb(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith("ss") and len(low) > 3:
        return low[:-1]
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) > len(ending) + 2 and any(v in low[: -len(ending)] for v in VOWELS + "y"):
            return _stem(low[: -len(ending)])
    return low


def _stem(stem: str) -> str:
    """What is left before -ed or -ing, mended: doubled letters undone, a silent e put back."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if len(stem) > 3 and stem[-1] == stem[-2] == "l" and stem[-3] in VOWELS and len(stem) > 5:
        return stem[:-1]
    if stem.endswith(("at", "iv", "v", "c", "u", "bl", "pl", "tl", "dl", "gl", "kl", "zl", "fl", "dg", "rg", "ng" if len(stem) > 5 else "#")):
        return stem + "e" if not stem.endswith(("ou", "eat", "oat", "ng")) or stem.endswith(("ang", "enge")) and len(stem) > 4 else stem
    if len(stem) > 1 and stem[-1] not in VOWELS + "wxy" and stem[-2] in VOWELS and (len(stem) < 3 or stem[-3] not in VOWELS):
        return stem + "e" if _short_open(stem) else stem
    return stem


def _short_open(stem: str) -> bool:
    """hop+ed would be doubled (hopped), so a single consonant after one vowel means a silent e (hope), in short stems."""
    vowels = sum(stem[i] in VOWELS and (i == 0 or stem[i - 1] not in VOWELS) for i in range(len(stem)))
    return vowels == 1 or stem.endswith(("is", "as", "os", "us", "iz", "at", "ut", "ir", "ur", "in", "id", "od", "ok", "ak", "ik", "ag")) and not stem.endswith(("visit", "limit", "en", "er", "or"))
