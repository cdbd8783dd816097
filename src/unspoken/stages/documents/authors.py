"""Who wrote a letter or message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unspoken import resources
from unspoken.layers.documents import Letter, StoryDocument
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.documents.desk import Desk

SECOND = re.compile(r"\b(?:you|your|yours|u|ur|you['’]\w+)\b", re.IGNORECASE)


def author(desk: Desk, letter: Letter, scene: Scene | None, before: Sequence[StoryDocument]) -> str | None:
    """The writer by sender or signature, by the narration that announces it, or by the turn of a conversation."""
    if letter.sender is not None and desk.text[letter.sender.start : letter.sender.end].lower() == "me":
        return desk.narrator or (scene.focal if scene is not None else None)
    for span in (letter.sender, letter.signature):
        if (who := desk.named(span)) is not None:
            return who
    if letter.sender is not None:
        return _bearer(desk, letter.sender, scene)
    if letter.kind == "diary" and before and _next_entry(desk, letter, before[-1], scene):
        return before[-1].author
    if letter.kind == "diary" and (who := desk.hand(letter)) is not None:
        return who
    if letter.frame is None:
        return None
    told = writer_of(desk, letter.frame) or _taps(desk, letter.frame)
    told = told or desk.giver(letter.frame.start, letter.frame.end)
    if letter.kind == "message" and told is None:
        told = _replier(desk, letter, scene, before) or takes_up(desk, letter, scene)
    if letter.kind == "diary":
        return told or desk.keeper(letter)
    return told or (_partner(scene, before) if letter.kind == "message" and _arrives(desk, letter.frame) else None)


def _next_entry(desk: Desk, letter: Letter, earlier: StoryDocument, scene: Scene | None) -> bool:
    """Whether an entry of a diary stands right under another one, or comes after it in one scene where one reads on."""
    under = not desk.text[earlier.end : letter.start].strip()
    return earlier.kind == "diary" and (under or (scene is not None and earlier.start >= scene.start))


def _bearer(desk: Desk, sender: Span, scene: Scene | None) -> str | None:
    """A handle that nobody bears: the one who writes where it first appears, if one alone is there."""
    handle = desk.text[sender.start] == "@"
    return scene.present[0] if handle and scene is not None and len(scene.present) == 1 else None


def writer_of(desk: Desk, frame: Span) -> str | None:
    """The subject of the last verb of writing in the narration."""
    verbs = resources.words("correspondence.toml", "write")
    for clause in reversed(desk.told(frame.start, frame.end + 1)):
        if clause.lemma in verbs and not clause.passive and (who := desk.whom.of(clause.subject)):
            return who
    return None


def _taps(desk: Desk, frame: Span) -> str | None:
    """Who has a thumb over the screen: the last subject before the words."""
    words = desk.text[frame.start : frame.end].lower().split()
    if resources.words("letters.toml", "tapping").isdisjoint(words):
        return None
    subjects = (desk.whom.of(clause.subject) for clause in reversed(desk.told(frame.start, frame.end + 1)))
    return next((who for who in subjects if who is not None), None)


def _replier(desk: Desk, letter: Letter, scene: Scene | None, before: Sequence[StoryDocument]) -> str | None:
    """From whom an answer comes that narration tells of: the one to whom the message before it in the scene was."""
    if letter.frame is None or scene is None or not before or before[-1].start < scene.start:
        return None
    words = {w.strip(".,:;") for w in desk.text[letter.frame.start : letter.frame.end].lower().split()}
    answers = not words.isdisjoint(resources.words("correspondence.toml", "answers"))
    return before[-1].addressee if answers and before[-1].kind == "message" else None


def takes_up(desk: Desk, letter: Letter, scene: Scene | None) -> str | None:
    """Who of those there gets out a phone right before words to somebody."""
    if letter.frame is None or scene is None or SECOND.search(desk.text, letter.start, letter.end) is None:
        return None
    takes = re.compile(rf"\b(?:{resources.table('correspondence.toml')['takes_up'].strip()})\W*$", re.IGNORECASE)
    if takes.search(desk.text, letter.frame.start, letter.frame.end) is None:
        return None
    told = desk.told(letter.frame.start, letter.frame.end + 1)
    who = next((who for c in reversed(told) if (who := desk.whom.of(c.subject)) is not None), None)
    return who if who in scene.present else scene.focal


def _arrives(desk: Desk, frame: Span) -> bool:
    comes = resources.words("correspondence.toml", "arrive")
    return any(clause.lemma in comes for clause in desk.told(frame.start, frame.end + 1))


def _partner(scene: Scene | None, before: Sequence[StoryDocument]) -> str | None:
    """With whom the one whose phone it is has been writing in this scene."""
    if scene is None or scene.focal is None or not before or before[-1].start < scene.start:
        return None
    last = before[-1]
    return last.addressee if last.author == scene.focal else last.author
