"""Writing that the story tells of and does not show: "She read the letter where she stood", "He went through it"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import DocumentKind, Reading, StoryDocument
from unspoken.layers.spans import Span
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.documents.authors import writer_of
from unspoken.stages.documents.desk import Desk

NEAR = 30  # code points beside a letter in which it is told whose it is
REACH = 1500  # code points back to what "it" is that somebody reads
SURE = 0.6
WITHOUT = frozenset(("without", "before", "instead of", "until", "till", "unless", "if"))
OF = re.compile(r"\s+of\s+(?!(?:his|hers|theirs|mine|yours)\b)[a-z]", re.IGNORECASE)  # "a note of fear"
IN_EYES = re.compile(r"\s+(?:in|on|from|behind) (?:\w+['’]?s?) (\w+)", re.IGNORECASE)
TO = re.compile(r"\s*,? (?:written |addressed |directed )?(?:to|for) ", re.IGNORECASE)


@dataclass(frozen=True)
class Paper:
    """Where writing is spoken of; ``kind`` None: it is read, and is no letter or the like."""

    start: int
    end: int
    kind: DocumentKind | None


def unshown(desk: Desk, shown: Sequence[StoryDocument]) -> Iterator[StoryDocument]:
    """What somebody is told to read though its words are nowhere in the story, with who reads it in each scene.

    Args:
        desk: the text and its people.
        shown: the writing whose words the story has: what is read near it is that.
    """
    papers = list(_papers(desk.text))
    found: dict[tuple[str | None, DocumentKind], StoryDocument] = {}
    for clause in desk.clauses:
        paper = _read(desk, clause, papers) if _tells(desk, clause) else None
        scene, who = desk.scene(clause.start), _reader(desk, clause)
        if paper is None or paper.kind is None or scene is None or who is None:
            continue
        if any(scene.start <= d.start < scene.end for d in shown):
            continue
        told = found.setdefault((scene.id, paper.kind), _document(desk, paper, len(shown) + len(found)))
        if who != told.author and all(r.character != who for r in told.read_by):
            read = (*told.read_by, Reading(who, scene.id))
            found[scene.id, paper.kind] = StoryDocument(
                told.id, told.kind, told.start, told.end, told.author, told.addressee, read, SURE
            )
    yield from (d for d in found.values() if d.read_by)


def _document(desk: Desk, paper: Paper, number: int) -> StoryDocument:
    """The record of writing that is only told of: its words are those by which it is called."""
    author = desk.giver(max(0, paper.start - NEAR), paper.end + NEAR) or _owner(desk, paper)
    author = author or writer_of(desk, Span(max(0, paper.start - NEAR), paper.start))
    to = TO.match(desk.text, paper.end)
    meant = next(iter(desk.whom.index.inside(to.end(), to.end() + 40)), None) if to else None
    addressee = desk.whom.at(meant.start, meant.end) if meant is not None and to and meant.start == to.end() else None
    return StoryDocument(f"d{number}", paper.kind or "other", paper.start, paper.end, author, addressee, (), SURE)


def _owner(desk: Desk, paper: Paper) -> str | None:
    """Whose diary it is."""
    before = desk.whom.index.inside(max(0, paper.start - NEAR), paper.end)
    owns = next((m for m in reversed(before) if m.end >= paper.start - len("'s ")), None)
    return desk.whom.at(owns.start, owns.end) if owns is not None and paper.kind == "diary" else None


def _papers(text: str) -> Iterator[Paper]:
    """All that can be read, in text order; a book is a diary where one was told of."""
    kinds: Mapping[str, DocumentKind] = _table()["kinds"]
    little = set(_table()["little"].split())
    diary = -1
    for m in _nouns().finditer(text):
        word = m[1].lower()
        kind = kinds.get(word)
        eyes = IN_EYES.match(text, m.end())
        if word in ("letter", "letters") and _spelt().search(text[max(0, m.start() - NEAR) : m.end() + NEAR]):
            continue
        if kind is not None and (OF.match(text, m.end()) or (eyes and eyes[1].lower() in _table()["eyes"].split())):
            continue
        diary = m.end() if kind == "diary" else diary
        if word in little and diary >= 0 and m.start() - diary <= REACH:
            kind = "diary"
        yield Paper(m.start(1), m.end(1), kind)


def _tells(desk: Desk, clause: Clause) -> bool:
    """Whether a clause tells that somebody reads."""
    table = _table()["reading"]
    through = any(o.preposition in table["prepositions"].split() for o in clause.obliques)
    if clause.lemma not in table["verbs"].split() and not (through and clause.lemma in table["with"].split()):
        return False
    if clause.negated or clause.modal is not None or clause.conditional or clause.question or clause.marker in WITHOUT:
        return False
    if clause.object is None and any(o.preposition == "from" for o in clause.obliques):
        return False  # "she read from the book of Ruth"
    above = desk.above(clause)
    if clause.tense == "infinitive":
        return above is not None and above.lemma in table["begun"].split() and _so(above)
    held = above is None or _so(above)
    return held and clause.tense in TOLD | {"participle"}


def _so(clause: Clause) -> bool:
    return not (clause.negated or clause.modal or clause.conditional) and clause.tense in TOLD | {"participle"}


def _reader(desk: Desk, clause: Clause) -> str | None:
    """Who reads; of what is read, by whom it is."""
    if not clause.passive and (clause.subject is None or clause.subject.start > clause.verb.start):
        return desk.before(clause)  # "He turned it over and read it"
    if not clause.passive:
        return desk.whom.of(clause.subject)
    by = (desk.whom.at(o.start, o.end) for o in clause.obliques if o.preposition == "by")
    return next(filter(None, by), None)


def _read(desk: Desk, clause: Clause, papers: Sequence[Paper]) -> Paper | None:
    """What is read: what the clause calls it, or the last that was told of where it says "it", or "every word"."""
    through = (o for o in clause.obliques if o.preposition in _table()["reading"]["prepositions"].split())
    thing = clause.subject if clause.passive else clause.object or next((Span(o.start, o.end) for o in through), None)
    scene = desk.scene(clause.start)
    last = bisect_left(papers, clause.end if thing is None else thing.end, key=lambda p: p.start) - 1
    if thing is None:
        last = bisect_left(papers, clause.verb.start, key=lambda p: p.start) - 1
    words = desk.text[thing.start : thing.end].lower().split() if thing is not None else []
    if thing is not None and last >= 0 and papers[last].end == thing.end and papers[last].start >= thing.start:
        named = papers[last]
        return replace(named, start=thing.start) if named.kind is not None else None
    part = not words or words[-1].strip(",.;") in _table()["parts"].split()
    near = last >= 0 and clause.start - papers[last].end <= REACH and scene is not None
    return papers[last] if part and near and papers[last].start >= (scene.start if scene else 0) else None


@cache
def _nouns() -> re.Pattern[str]:
    table = _table()
    words = {*table["kinds"], *table["others"].split(), *table["little"].split()}
    return re.compile(
        rf"\b({'|'.join(sorted(map(re.escape, words), key=lambda w: -len(w)))})\b(?![-'’])", re.IGNORECASE
    )


@cache
def _spelt() -> re.Pattern[str]:
    """Letters of the alphabet: "the letters were an inch high", "in gold letters", "learnt her letters"."""
    return re.compile(_table()["spelt"].strip(), re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.table("correspondence.toml")["untold"]
    return table
