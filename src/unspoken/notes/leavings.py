"""Somebody who leaves the story without a trace."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from unspoken.layers.characters import Character
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds, pattern
from unspoken.notes.names import name_words, pet_forms
from unspoken.notes.note import Found
from unspoken.notes.sounds import sound

PARTING = frozenset({"die", "part", "break_up"})


def leavings(guide: Guide) -> Iterator[Found]:
    """People who speak in several scenes, and whose name does not come up again long before the end.

    Who dies, parts or says farewell is not told of, nor who is called only by what they are: a name that is not there
    can be looked for in the text, "her aunt" cannot.
    """
    heard = _heard(guide)
    limits = bounds("leaving")
    for character in guide.story.characters:
        speeches = heard[character.id]
        enough = len(speeches) >= limits["speeches"] and len(set(speeches)) >= limits["scenes"]
        if not enough or character.kind != "person" or character.narrator:
            continue
        last = _last_named(guide, character)
        if last is not None and _early(guide, last) and not _takes_leave(guide, character, last):
            yield _told(guide, character, last, len(set(speeches)))


def _heard(guide: Guide) -> dict[str, list[int | None]]:
    """The scenes of all that each one says."""
    heard: dict[str, list[int | None]] = defaultdict(list)
    for quote in guide.story.quotes:
        if quote.speaker and quote.kind == "speech":
            heard[quote.speaker].append(guide.scene(quote.start))
    return heard


def _last_named(guide: Guide, character: Character) -> Span | None:
    """The last place where a word of the name, or a pet form of one, stands, whomever it may mean there.

    Whom a pronoun means is never as sure, so it counts for nothing here.
    """
    words = name_words(guide, character)
    if sum(words.values()) < bounds("leaving")["named"]:
        return None
    forms = sorted({form for word in words for form in (word.lower(), *_pet_forms(word))})
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})", re.IGNORECASE)
    return next((Span(m.start(), m.end()) for m in reversed(list(named.finditer(guide.text)))), None)


def _early(guide: Guide, last: Span) -> bool:
    limits = bounds("leaving")
    left = len(guide.text) - last.end
    scenes = len(guide.story.scenes) - (guide.scene(last.end) or 0)
    return bool(left >= limits["rest"] * len(guide.text) and scenes >= limits["rest_scenes"])


def _pet_forms(word: str) -> set[str]:
    """Other forms of a given name, however it is spelled."""
    return {form for line in pet_forms() if sound(word) in map(sound, line) for form in line}


def _takes_leave(guide: Guide, character: Character, last: Span) -> bool:
    limits = bounds("leaving")
    scene = guide.scene_at(last.start)
    start = max(last.start - limits["before"], scene.start if scene else 0)
    if pattern("leaving", "farewell").search(guide.text, start, last.end + limits["after"]):
        return True
    with_them = (r for r in guide.story.relationships if character.id in r.pair)
    return any(e.type in PARTING for r in with_them for e in r.events if e.start >= start)


def _told(guide: Guide, character: Character, last: Span, scenes: int) -> Found:
    share = round(100 * last.end / len(guide.text))
    return Found(
        f"{guide.name(character.id)} speaks in {scenes} scenes, and is not named after scene "
        f"{guide.scene(last.start)}, at {share} % of the text. What becomes of them?",
        (last,),
        (character.id,),
        bounds("leaving")["confidence"],
    )
