"""What a touch does: mouths that meet are a kiss, a hand that answers an apology forgives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from unspoken import resources
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.talkers import talks_with
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People

KISSED, PARDONED = 0.6, 0.55
TENDER = frozenset({"clasp", "embrace", "kiss"})
SOON = 500  # code points behind an apology within which a touch answers it
UNREAL = re.compile(
    r"\b(?:would|could|should|might|wanted|wished|as if|as though|not|never|almost|nearly|dream\w*|remember\w*"
    r"|(?:as|like) when)\b|n't",
    re.I,
)
IMAGINED = re.compile(
    r"\b(?:imagin|dream|pictur|fanci|envisag|daydream)\w*\b|\bin (?:his|her|my) (?:mind|head)\b", re.I
)
REFUSED = re.compile(r"\b(?:never|not|cannot)\b(?: \w+)? forgive\b|n['’]t(?: \w+)? forgive\b|\btoo late\b", re.I)
START = 120  # code points before the mouths that may say that it is not so


@cache
def _mouths(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("relationship_verbs.toml")["mouths"][name], re.I)


def kisses(people: People) -> Iterator[Happening]:
    """Mouths that meet in the narration.

    Args:
        people: whose they are.
    """
    for match in _mouths("pattern").finditer(people.text):
        one, other = (_whose(people, match, side) for side in ("one", "other"))
        if one is None and other is None:
            continue
        one = one or _companion(people, other or "", match.start())
        other = other if other not in (None, one) else _companion(people, one or "", match.start())
        if one and other and _real(people, match.start()):
            yield from _kiss(people, one, other, match, False)
    for match in _mouths("both").finditer(people.text):
        two = people.plural(match.start(), match[0].lower().startswith("our"))
        if len(two) == 2 and _real(people, match.start()):
            yield from _kiss(people, two[0], two[1], match, True)


def _kiss(people: People, one: str, other: str, match: re.Match[str], mutual: bool) -> Iterator[Happening]:
    if one != other and people.is_person(one) and people.is_person(other):
        yield Happening("kiss", one, other, mutual, match.start(), match.end(), KISSED, "romance")


def _companion(people: People, who: str, offset: int) -> str | None:
    """With whom somebody talks, or else the only other who is there."""
    scene = people.scene(offset)
    others = [c for c in scene.present if c != who and people.is_person(c)] if scene else []
    return talks_with(people, who, offset) or (others[0] if len(others) == 1 else None)


def _whose(people: People, match: re.Match[str], side: str) -> str | None:
    start, words = match.start(side), match[side].split()[0]
    end = start + len(words.removesuffix("'s"))
    return people.at(start, end)


def _real(people: People, offset: int) -> bool:
    """Whether a place lies in the narration, and nothing before it in its sentence denies or supposes it."""
    clause, sentence = (_begins(people.text, marks, offset) for marks in (".!?,;:\n", ".!?\n"))
    unreal = UNREAL.search(people.text, clause, offset) or IMAGINED.search(people.text, sentence, offset)
    return people.voice(offset) is None and unreal is None


def _begins(text: str, marks: str, offset: int) -> int:
    """Where what stands behind the last of some marks begins, or the furthest place that is looked at."""
    reach = max(0, offset - START)
    return max(reach, *(text.rfind(mark, reach, offset) + 1 for mark in marks))


def pardons(deeds: Iterable[Happening], people: People) -> Iterator[Happening]:
    """Where a touch of the one who was wronged answers an apology soon, and no word has forgiven or refused it.

    Args:
        deeds: all that happens, in any order.
        people: has the scenes.
    """
    deeds = sorted(deeds, key=lambda d: (d.start, d.end))
    forgiven = {(d.actor, d.other, _scene(people, d)) for d in deeds if d.type == "forgive"}
    sorry: dict[Pair, Happening] = {}
    for deed in deeds:
        if deed.type == "apologise":
            sorry[pair_of(deed.actor, deed.other)] = deed
        elif deed.type == "quarrel":
            sorry.pop(deed.pair, None)
        elif deed.type in TENDER and (plea := sorry.get(deed.pair)) and (deed.mutual or deed.actor == plea.other):
            near = 0 < deed.start - plea.end <= SOON and _scene(people, plea) == _scene(people, deed)
            refused = REFUSED.search(people.text, plea.end, deed.start) is not None
            if near and not refused and (plea.other, plea.actor, _scene(people, deed)) not in forgiven:
                yield Happening("forgive", plea.other, plea.actor, False, deed.start, deed.end, PARDONED)
                sorry.pop(deed.pair)


def _scene(people: People, deed: Happening) -> str | None:
    scene = people.scene(deed.start)
    return scene.id if scene else None
