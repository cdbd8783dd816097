"""Auxiliaries put right after parsing: what may only be one word's helper is hung on that word."""

from __future__ import annotations

from collections.abc import Sequence

HELPERS = frozenset((
    "have", "has", "had", "'ve", "having", "be", "am", "is", "are", "was", "were", "been", "'m", "'re", "'s", "'d",
    "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "ca", "wo",
))  # fmt: skip
BETWEEN = frozenset(("ADV", "PART"))


def mend_auxiliaries(words: Sequence[str], tags: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang each auxiliary on the verb that follows it with nothing but adverbs between, in place.

    What hung on the auxiliary goes to the verb; the verb takes the auxiliary's place where it hung on it.
    """
    verb = -1
    for i in range(len(words) - 1, -1, -1):
        low = words[i].lower().replace("’", "'")
        if tags[i] == "VERB":
            verb = -1 if low in HELPERS and verb >= 0 and tags[i + 1] == "PART" else i
        elif tags[i] == "AUX" and low in HELPERS:
            if verb >= 0 and _needs(low, words[verb].lower()):
                _hang(i, verb, heads, relations)
        elif tags[i] not in BETWEEN or low == "to":
            verb = -1


def _needs(helper: str, form: str) -> bool:
    """Whether the helper goes with such a form: "did" with no -ing or -ed, "had" with no -ing."""
    if form.endswith("ing"):
        return helper not in ("do", "does", "did") and len(form) > 4
    return True


def _hang(helper: int, verb: int, heads: list[int], relations: list[str]) -> None:
    if heads[helper] == verb:
        if relations[helper] not in ("aux", "aux:pass"):
            relations[helper] = "aux"
        return
    if heads[verb] == helper or _below(verb, helper, heads):
        heads[verb], relations[verb] = (
            heads[helper],
            relations[helper] if relations[helper] != "aux" else relations[verb],
        )
    for k, h in enumerate(heads):
        if h == helper and k != verb:
            heads[k] = verb
    if heads[verb] == verb:
        heads[verb], relations[verb] = -1, "root"
    heads[helper], relations[helper] = verb, "aux"


def _below(low: int, high: int, heads: Sequence[int]) -> bool:
    """Whether word ``low`` hangs, over others, on word ``high``."""
    for _ in range(len(heads)):
        if low < 0:
            return False
        low = heads[low]
        if low == high:
            return True
    return False
