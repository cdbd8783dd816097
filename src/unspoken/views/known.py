"""What a reader can know on a page: the offset from which on each thing that was found is told.

A record often holds more than its first words tell: a speaker may be named after the words, a stranger's name may come
chapters later. Who hides what comes after a page asks here, and never shows a thing before its words have been read.
"""

from __future__ import annotations

from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.characters import Character
from unspoken.layers.feelings import Attitude
from unspoken.layers.quotations import Quote
from unspoken.layers.relationships import Moment
from unspoken.layers.scenes import Scene


def names(character: Character, text: str) -> dict[str, int]:
    """The names of a character, each with the offset after its first occurrence.

    Args:
        character: with its mentions.
        text: of the story.

    Returns:
        From each name that the text uses to an offset, in text order. A name that no mention has (it was given by a
        correction, say) is known from the character's first mention on.
    """
    told: dict[str, int] = {}
    wanted = {name.casefold(): name for name in (*character.aliases, character.name)}
    for mention in sorted(character.mentions, key=lambda m: m.start):
        if mention.form != "pronoun" and (name := wanted.pop(text[mention.start : mention.end].casefold(), None)):
            told[name] = mention.end
    for name in wanted.values():
        if name == character.name or not told:
            told[name] = _longest_part(name, told, character.first)
    return dict(sorted(told.items(), key=lambda entry: (entry[1], entry[0])))


def _longest_part(name: str, told: dict[str, int], first: int) -> int:
    """A name put together from parts ("Anne" and "Miss Elliot") is known with the last of its parts."""
    words = set(name.casefold().split())
    parts = [end for other, end in told.items() if words & set(other.casefold().split())]
    return max(parts, default=first)


def pronouns(character: Character) -> int:
    """From which offset on a character's pronouns are known: its first pronoun, else its first mention."""
    return min((m.end for m in character.mentions if m.form == "pronoun"), default=character.first)


def quote(record: Quote) -> int:
    """A quotation is known, with its speaker, when it and its cue have been read."""
    return max(record.end, record.cue.end if record.cue else 0)


def attitude(record: Attitude, scenes: dict[str, Scene]) -> int:
    """A lasting attitude is known at the end of the words that first show it."""
    if record.evidence:
        return min(span.end for span in record.evidence)
    return scenes[record.from_scene].end if record.from_scene in scenes else 0


def moment(record: Moment, scenes: dict[str, Scene]) -> int:
    """How a relationship stands is known where it changes; what holds from a scene's first word, at the scene's end.

    What a break-up shows to have been so is dated back to the start of its scene, which no reader can know yet.
    """
    scene = scenes.get(record.scene)
    return scene.end if scene and record.start <= scene.start else record.start


def gap(record: Gap, beliefs: dict[str, Belief]) -> int:
    """That somebody is wrong or in the dark is known when the belief and the truth have both been told."""
    belief = beliefs.get(record.belief or "")
    return max(record.truth.end, record.reader_from, belief.end if belief else 0)
