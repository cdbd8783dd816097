"""Who reads a letter or message, and in which scene."""

from __future__ import annotations

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import Letter, Reading
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.documents.desk import Desk

LEAD = 30  # code points before "to read" in which its verb is


def readers(desk: Desk, letter: Letter, scene: Scene | None, author: str | None) -> tuple[Reading, ...]:
    """Who is told to read it right before or after."""
    if scene is None:
        return ()
    found: dict[str, None] = {}
    for clause in desk.around(letter, scene):
        if _reads(desk, clause) and (who := desk.whom.of(clause.subject)) not in (None, author):
            found[str(who)] = None
    return tuple(Reading(who, scene.id) for who in found)


def reached(desk: Desk, letter: Letter, scene: Scene | None, author: str | None) -> tuple[Reading, ...]:
    """Whom it comes to where nobody is told to read it: the one whose eyes the scene has, unless he may write it."""
    if author is None and (letter.frame is None or not _there(desk, letter.frame)):
        return ()
    if scene is None or scene.focal in (None, author) or scene.focal not in scene.present:
        return ()
    return (Reading(str(scene.focal), scene.id),) if letter.kind in ("message", "note", "letter", "post") else ()


def _there(desk: Desk, frame: Span) -> bool:
    """Whether narration tells of writing that is there already: nobody writes in it."""
    makes = resources.words("correspondence.toml", "write")
    told = desk.text[frame.start : frame.end].lower().split()
    writes = not resources.words("letters.toml", "typing").isdisjoint(w.strip(",.:;") for w in told)
    return not writes and all(c.lemma not in makes or c.passive for c in desk.told(frame.start, frame.end + 1))


def _not_yet(desk: Desk, clause: Clause) -> bool:
    """ "Learned to read", "refused to open it"."""
    unread = resources.words("correspondence.toml", "unread")
    before = desk.text[max(0, clause.verb.start - LEAD) : clause.verb.start].lower().split()
    return before[-1:] == ["to"] and not unread.isdisjoint(before[-3:-1])


def _reads(desk: Desk, clause: Clause) -> bool:
    """Whether a clause tells of reading: reading itself, or opening or finding what is written."""
    if clause.negated or clause.modal is not None or clause.lemma not in resources.words("correspondence.toml", "read"):
        return False
    if clause.tense == "infinitive" and _not_yet(desk, clause):
        return False
    if clause.object is None:
        return clause.lemma in ("read", "reread", "re-read")
    words = desk.text[clause.object.start : clause.object.end].lower().split()
    paper = resources.words("correspondence.toml", "paper")
    if clause.lemma in ("see", "find"):
        paper -= {"it", "them", "one", "ones"}
    return bool(words) and words[-1] in paper
