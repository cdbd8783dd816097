"""A name that is spelled in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds
from unspoken.notes.names import WORD, called, name_words, no_names, pet_forms
from unspoken.notes.note import Found
from unspoken.notes.sounds import distance, sound


def spellings(guide: Guide) -> Iterator[Found]:
    """A word of a name that stands once or twice, beside one that sounds or looks the same and stands often."""
    limits = bounds("spelling")
    written = Counter(m.group() for m in WORD.finditer(guide.text))
    usual = {
        word: c.id
        for c in reversed(guide.story.characters)
        for word in name_words(guide, c)
        if written[word] >= limits["frequent"]
    }
    for odd, spans in sorted(_rare(guide, written).items(), key=lambda item: item[1]):
        fitting = [w for w in usual if _one_name(odd, w) and written[w] >= limits["ratio"] * written[odd]]
        if fitting and not any(_of_another(guide, span, usual[fitting[0]]) for span in spans):
            word = max(fitting, key=lambda w: (written[w], w))
            yield _told(guide, odd, spans, word, usual[word])


def _rare(guide: Guide, written: Counter[str]) -> dict[str, tuple[Span, ...]]:
    """Words of names of people that stand nearly nowhere, with where they stand."""
    limits = bounds("spelling")
    named = [m for c in guide.story.characters for m in c.mentions if m.form == "name"]
    named_in_all = {(m.start, m.end) for m in named}
    named_in_all |= {(e.start, e.end) for e in guide.story.entities if e.type == "PER" and e.form == "PROP"}
    found: dict[str, set[Span]] = {}
    for start, end in named_in_all:
        for m in WORD.finditer(guide.text, start, end):
            word = m.group()
            plain = word.istitle() and "-" not in word and word.lower() not in no_names()
            if plain and written[word] <= limits["rare"] and not written[word.lower()] and not _cut(guide.text, m):
                found.setdefault(word, set()).add(Span(m.start(), m.end()))
    return {word: tuple(sorted(spans)) for word, spans in found.items()}


def _cut(text: str, m: re.Match[str]) -> bool:
    """Part of a word that an apostrophe or dash shortens or draws out, as in "Dan'l" or "Dan--"."""
    return text[m.end() : m.end() + 1] in ("-", "—", "–", "_") or bool(re.match(r"['’](?!s\b|\W)", text[m.end() :][:2]))


def _one_name(odd: str, usual: str) -> bool:
    """Whether two words can be one name: they sound the same, or a letter of a longer one is missing or misplaced."""
    limits = bounds("spelling")
    a, b = odd.lower(), usual.lower()
    short = min(len(a), len(b))
    if a == b or short < limits["shortest"] or abs(len(a) - len(b)) > 1 or _grammar(a, b) or _two_names(a, b):
        return False
    apart = distance(a, b)
    if sound(odd) == sound(usual):
        same_vowels = re.sub(r"[^aeiou]", "", a) == re.sub(r"[^aeiou]", "", b)
        return apart == 1 and (same_vowels or (short >= limits["vowels"] and a[0] == b[0]))
    misplaced = len(a) != len(b) or sorted(a) == sorted(b)
    return apart == 1 and misplaced and a[0] == b[0] and short >= limits["letter"] and a not in given()


def _grammar(a: str, b: str) -> bool:
    """One is the plural of the other, a form of it in another language (Pauline, Paulina), or a short one."""
    short, long = sorted((a, b), key=len)
    endings = len(a) == len(b) and a[:-1] == b[:-1] and a[-1] in "aeiouy" and b[-1] in "aeiouy"
    return endings or long in (short + ending for ending in ("s", "es", "i", "ie", "y", "a", "e"))


def _two_names(a: str, b: str) -> bool:
    """Names that both exist, each in its own right: of a man and of a woman, or a name and its pet form."""
    if given().get(a, "") != given().get(b, "") and a in given() and b in given():
        return True
    return any(a in line and b in line for line in pet_forms())


@cache
def given() -> dict[str, str]:
    """Common given names, each with the sex that it is usually of."""
    lines = (line.partition(":") for line in resources.text("given_names.txt").splitlines() if line[:1] != "#")
    return {name: sex for sex, _, names in lines for name in names.split()}


def _of_another(guide: Guide, span: Span, usual: str) -> bool:
    """Whether a name stands beside the odd word that is none of the usual person's, so that somebody else is meant."""
    own = name_words(guide, guide.characters[usual])
    following = re.compile(r" ([A-Z][\w-]+)").match(guide.text, span.end)
    before = re.search(r"([A-Z]\w+) $", guide.text[max(0, span.start - 20) : span.start])
    another = before is not None and before[1] not in own and before[1].lower() in given()
    return another or (following is not None and following[1] not in own)


def _told(guide: Guide, odd: str, spans: tuple[Span, ...], usual: str, id: str) -> Found:
    times = "once" if len(spans) == 1 else f"{len(spans)} times"
    first = called(guide, id, usual)
    return Found(
        f"{odd} stands here {times}; everywhere else the name is {usual}. Is it the same person?",
        (*spans, first),
        (id,),
        bounds("spelling")["confidence"],
    )
