"""To whom a letter or message is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unspoken import resources
from unspoken.layers.documents import Letter, Reading, StoryDocument
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.documents.authors import takes_up
from unspoken.stages.documents.desk import Desk

SPOKEN_OF = 600  # code points before a message in which the one to whom it is may be spoken of

TO_ALL = re.compile(
    r"\b(?:is|are|has|have|does|do|did|can|could|will|would|hi|hello|dear|thanks),? (?:any|every|some)(?:one|body)\b",
    re.IGNORECASE,
)

NAME = r"(?P<name>[A-Z][\w'’-]+)"
CALLED = re.compile(  # "Anna these are ...", "you, Tom." and "never sold you Ruth."
    rf"{NAME},? (?=(?:I|I['’]\w+|we|you|this|these|it|it['’]s|the|my|your|please|don['’]t|do)\b)"
    rf"|\b[Yy]ou,? {re.sub('name', 'you', NAME)}(?=[.!?,;—])"
)

PRESENTS = re.compile(  # "Mr. Hale presents his compliments to Miss Ivory", and the like
    r"\A(?:[A-Z][\w'’-]*\.? )+(?:begs? (?:leave )?to )?"
    r"(?:presents?|sends?|offers?|requests?|begs?|informs?|thanks?|regrets?)\b[^.;!?]*?"
    r"(?:\bto |\bof |inform |thank |tell |requests? |informs? |thanks? )"
    r"(?P<to>(?:[A-Z][\w-]*(?:['’](?!s\b)\w+)?\.? ?)+)"
)


def addressee(
    desk: Desk,
    letter: Letter,
    scene: Scene | None,
    author: str | None,
    read: Sequence[Reading],
    before: Sequence[StoryDocument],
    partner: str | None,
) -> str | None:
    """The one greeted, whom the narration names, or whom the words call; else the partner of its thread; else whose
    turn it answers; else the one who reads it."""
    if (who := desk.named(letter.salutation)) not in (None, author):
        return who
    if letter.frame is not None and (who := _sent_to(desk, letter.frame)) not in (None, author):
        return who
    if (who := _called(desk, letter)) not in (None, author):
        return who
    if letter.kind in ("post", "diary", "transcript") or TO_ALL.search(desk.text, letter.start, letter.end):
        return None
    if partner is not None and partner != author:
        return partner
    if letter.kind == "message" and author is not None and (who := _answered(desk, scene, author, before)):
        return who
    if letter.kind == "message" and author is not None and (who := desk.owner(letter, scene)) not in (None, author):
        return who
    if letter.kind == "message" and scene is not None and author == takes_up(desk, letter, scene) is not None:
        return _away(desk, letter, scene)
    found = {r.character for r in read}
    known = author is not None and not _to_another(desk, letter)
    if len(found) == 1 and author not in found and (known or _short_for(desk, letter, *found)):
        return found.pop()
    if letter.kind == "message" and author is not None:
        return next((d.addressee for d in reversed(before) if d.author == author and d.addressee), None)
    return None


def _away(desk: Desk, letter: Letter, scene: Scene) -> str | None:
    """Who is not there and was spoken of last: one writes to those with whom one cannot speak."""
    mentions = desk.whom.index.inside(max(scene.start, letter.start - SPOKEN_OF), letter.start)
    people = (desk.whom.at(m.start, m.end) for m in reversed(mentions))
    return next((who for who in people if who is not None and who not in scene.present), None)


def _called(desk: Desk, letter: Letter) -> str | None:
    """The one whose name the letter begins with, before words to them, or who is called after a "you"."""
    presents = PRESENTS.match(desk.text[letter.start : letter.end])
    if presents is not None and (who := desk.named(Span(*(letter.start + at for at in presents.span("to"))))):
        return who
    for m in CALLED.finditer(desk.text, letter.start, letter.end):
        group = "name" if m.group("name") else "you"
        if (group == "you" or m.start() == letter.start) and (who := desk.named(Span(m.start(group), m.end(group)))):
            return who
    return None


def _to_another(desk: Desk, letter: Letter) -> bool:
    """Whether it greets kin by what they are ("Reverend Aunt"), whom nobody in the story is called."""
    greeted = desk.text[letter.salutation.start : letter.salutation.end].split() if letter.salutation else []
    return len(greeted) > 1 and greeted[-1].lower() in resources.words("letters.toml", "address")


def _short_for(desk: Desk, letter: Letter, reader: str) -> bool:
    """Whether the name greeted, which nobody bears, may be a pet name of the reader."""
    greeted = desk.text[letter.salutation.start : letter.salutation.end] if letter.salutation else ""
    return greeted[:1].isupper() and any(name.startswith(greeted[0]) for name in desk.names(reader))


def _sent_to(desk: Desk, frame: Span) -> str | None:
    """ "Sent her something", "wrote to Anne"."""
    verbs = resources.words("correspondence.toml", "write") | {"give", "hand", "address"}
    for clause in desk.told(frame.start, frame.end + 1):
        if clause.lemma in verbs:
            if who := desk.whom.of(clause.object):
                return who
            for oblique in clause.obliques:
                if oblique.preposition == "to" and (who := desk.whom.at(oblique.start, oblique.end)):
                    return who
    return None


def _answered(desk: Desk, scene: Scene | None, author: str, before: Sequence[StoryDocument]) -> str | None:
    """Whose message this one answers: the last question of somebody else in the scene, or else the last message."""
    if scene is None:
        return None
    others: list[StoryDocument] = []
    for earlier in reversed(before):
        if earlier.start < scene.start:
            break
        if earlier.kind == "message" and earlier.author not in (None, author):
            others.append(earlier)
    asked = (d.author for d in others if "?" in desk.text[d.start : d.end])
    return next(asked, others[0].author if others else None)
