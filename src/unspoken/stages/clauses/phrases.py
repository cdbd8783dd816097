"""Noun phrases and verb groups of a stretch of words, by parts of speech alone."""

from __future__ import annotations

from dataclasses import dataclass

POSSESSIVE = frozenset(["my", "your", "his", "her", "our", "their", "its", "whose"])
BEFORE_NOUN = frozenset(("DET", "NUM", "ADJ"))
NOMINAL = frozenset(("NOUN", "PROPN"))
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
ASKING = frozenset(["what", "who", "whom", "whose", "which", "why", "how", "where", "when"])
NEGATIVE = frozenset(["not", "n't", "n’t", "never", "hardly", "scarcely", "barely", "neither", "nor", "no"])
BETWEEN = frozenset(("ADV", "PART"))


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: tokens [first, last), the head's token, the preposition (token) that governs it or None."""

    first: int
    last: int
    head: int
    preposition: int | None


@dataclass(frozen=True)
class Group:
    """A verb group: tokens [first, last), the main verb's token, auxiliaries, ``to``: an infinitive.

    ``inside`` is the noun phrase between an auxiliary and its verb in a question.
    """

    first: int
    last: int
    main: int
    auxiliaries: tuple[int, ...]
    negated: bool
    to: bool
    inside: Phrase | None = None


def noun_phrases(words: list[str], pos: list[str], start: int, stop: int) -> list[Phrase]:
    """All noun phrases of tokens [start, stop), in order."""
    out: list[Phrase] = []
    i = start
    while i < stop:
        end, head = _phrase(words, pos, i, stop)
        if head is None:
            i += 1
            continue
        governed = i - 1 if i > start and pos[i - 1] == "ADP" else None
        if i > start and words[i - 1].lower() == "to" and pos[i - 1] == "ADP":
            governed = i - 1
        out.append(Phrase(i, end, head, governed))
        i = end
    return out


def _phrase(words: list[str], pos: list[str], i: int, stop: int) -> tuple[int, int | None]:
    """Where the noun phrase that begins at ``i`` ends, and its head; head None: there is none."""
    low = words[i].lower()
    if pos[i] == "PRON" and not (low in POSSESSIVE and _noun_follows(pos, i + 1, stop, low)):
        single = low not in RELATIVE and low not in ASKING and low not in ("there",)
        return (i + 1, i if single else None)
    k, head = i, None
    while k < stop:
        if pos[k] in NOMINAL:
            head = k
        elif head is not None and words[k] in ("'s", "’s", "'", "’") and pos[k] == "PART" and k + 1 < stop:
            pass
        elif pos[k] in BEFORE_NOUN or (pos[k] == "PRON" and words[k].lower() in POSSESSIVE and k == i):
            if head is not None and pos[k] != "ADJ" and words[k - 1] not in ("'s", "’s"):
                break
            if head is not None and pos[k] == "ADJ" and words[k - 1] not in ("'s", "’s"):
                break
        elif not (pos[k] == "ADV" and head is None and k + 1 < stop and pos[k + 1] == "ADJ" and k > i):
            break
        k += 1
    if head is None and k > i and pos[i] == "DET" and low in ("this", "that", "these", "those", "all", "both", "each"):
        return i + 1, i
    return (head + 1, head) if head is not None else (i + 1, None)


def _noun_follows(pos: list[str], i: int, stop: int, low: str) -> bool:
    if i >= stop:
        return False
    return (
        pos[i] in NOMINAL or pos[i] in ("ADJ", "NUM") or (low != "her" and pos[i] in ("ADV", "VERB") and i + 1 < stop)
    )


def verb_groups(
    words: list[str], pos: list[str], lemmas: list[str], phrases: list[Phrase], start: int, stop: int
) -> list[Group]:
    """All verb groups of tokens [start, stop), in order."""
    begins = {p.first: p for p in phrases}
    inner = {k for p in phrases for k in range(p.first, p.last)}
    out: list[Group] = []
    i = start
    while i < stop:
        to = words[i].lower() == "to" and pos[i] == "PART"
        if (pos[i] in ("AUX", "VERB") or to) and i not in inner:
            group = _group(words, pos, lemmas, begins, i, stop)
            if group is not None:
                out.append(group)
                i = group.last
                continue
        i += 1
    return out


def _group(
    words: list[str], pos: list[str], lemmas: list[str], begins: dict[int, Phrase], i: int, stop: int
) -> Group | None:
    """The group that begins at token ``i``."""
    auxiliaries: list[int] = []
    negated, inside, main = i > 0 and words[i - 1].lower() in ("never", "hardly", "scarcely", "barely"), None, None
    to = words[i].lower() == "to"
    k = i + to
    while k < stop:
        if pos[k] == "AUX":
            auxiliaries.append(k)
        elif pos[k] == "VERB":
            main = k
            k += 1
            break
        elif pos[k] in BETWEEN or words[k].lower() in NEGATIVE:
            negated = negated or words[k].lower() in NEGATIVE
        elif inside is None and k in begins and auxiliaries and not to and _verb_after(pos, begins[k].last, stop):
            inside = begins[k]
            k = inside.last
            continue
        else:
            break
        k += 1
    if main is None:
        if not auxiliaries:
            return None
        main = auxiliaries.pop()
        last = next((j for j in range(main + 1, k) if pos[j] == "ADV" and words[j].lower() not in NEGATIVE), k)
        return Group(i, max(main + 1, min(last, k)), main, tuple(auxiliaries), negated, to)
    return Group(i, k, main, tuple(auxiliaries), negated, to, inside)


def _verb_after(pos: list[str], k: int, stop: int) -> bool:
    """Whether a full verb follows, but for adverbs, so that an auxiliary before the phrase belongs to it."""
    while k < stop and pos[k] in BETWEEN:
        k += 1
    return k < stop and pos[k] == "VERB"
