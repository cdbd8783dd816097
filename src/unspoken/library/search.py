"""Search over all works: by words, people, emotions; the best matches first."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import msgspec

from unspoken.errors import BadLibrary
from unspoken.layers.feelings import Emotion
from unspoken.library.people import called
from unspoken.library.records import Evidence, Hit, Kind
from unspoken.library.schema import KINDS
from unspoken.library.words import question
from unspoken.library.works import number_of

MOST = 20  # hits, unless said otherwise
EMOTIONS: tuple[str, ...] = get_args(Emotion)
WHO, WHOM = 0, 1  # the sides of a finding
_OPEN, _CLOSE = "\ue000", "\ue001"  # around matches, of no script
_ROW = (
    "SELECT f.id, w.name, w.title, f.scene, f.start, f.stop, f.told, f.teller, f.emotion, f.open, f.lead, f.words, "
    "f.tail, f.evidence, f.tellers FROM findings f JOIN works w ON w.id = f.work WHERE f.id = ?"
)
_NAMES = (
    "SELECT c.name FROM parties p JOIN characters c ON c.id = p.character WHERE p.finding = ? AND p.side = ? "
    "ORDER BY c.id"
)


@dataclass(frozen=True)
class Search:
    """What is searched for; what is None is not asked for."""

    kind: Kind
    words: str = ""
    person: str | None = None
    to: str | None = None
    emotion: str | None = None
    work: str | None = None
    never_closes: bool = False
    limit: int = MOST


def search(db: sqlite3.Connection, asked: Search) -> tuple[Hit, ...]:
    """The hits: by how well the words match, then in the order of the works in the library and of their texts.

    Raises:
        BadLibrary: there is no such kind, work, person or emotion, or what is asked does not fit the kind.
    """
    _fits(asked)
    words = question(asked.words)
    found = [row[0] for row in db.execute(*_statement(db, asked, words))]
    marked = _marked(db, asked.kind, words, found) if words and asked.kind in ("quotes", "text") else {}
    return tuple(_hit(db, asked.kind, id, marked.get(id, "")) for id in found)


def _fits(asked: Search) -> None:
    if asked.kind not in KINDS:
        raise BadLibrary(f"there is no search for {asked.kind!r}; there are {', '.join(KINDS)}")
    if asked.emotion is not None and asked.emotion not in EMOTIONS:
        raise BadLibrary(f"there is no emotion {asked.emotion!r}; there are {', '.join(EMOTIONS)}")
    fitting = {
        "an emotion": (asked.emotion, ("feelings",)),
        "what never closes": (asked.never_closes or None, ("gaps",)),
        "a person": (asked.person if asked.person is not None else asked.to, ("quotes", "feelings", "gaps")),
    }
    for what, (value, kinds) in fitting.items():
        if value is not None and asked.kind not in kinds:
            raise BadLibrary(f"{asked.kind} cannot be searched by {what}, only {' and '.join(kinds)} can")
    if asked.kind == "text" and not asked.words.strip():
        raise BadLibrary("text is searched by its words; give some")


def _statement(db: sqlite3.Connection, asked: Search, words: str | None) -> tuple[str, list[object]]:
    """The question to the database, for the numbers of findings."""
    narrowed, values = _narrowed(db, asked)
    limit = max(0, min(asked.limit, 2**62))
    if words is None:
        where = " AND ".join([*narrowed, "kind = ?"])
        return f"SELECT id FROM findings WHERE {where} ORDER BY id LIMIT ?", [*values, asked.kind, limit]
    index = f"{asked.kind}_index"
    # the plus: words are looked up once and then narrowed, not looked up anew for each row of the narrowing
    inner = f" AND +rowid IN (SELECT id FROM findings WHERE {' AND '.join(narrowed)})" if narrowed else ""
    return (
        f"SELECT rowid FROM {index} WHERE {index} MATCH ?{inner} ORDER BY rank, rowid LIMIT ?",
        [words, *values, limit],
    )


def _narrowed(db: sqlite3.Connection, asked: Search) -> tuple[list[str], list[object]]:
    """The conditions on findings beside their words."""
    work = None if asked.work is None else number_of(db, asked.work)
    conditions, values = list[str](), list[object]()
    for side, name in ((WHO, asked.person), (WHOM, asked.to)):
        if name is not None:
            people = sorted(called(db, name, work))
            conditions.append(f"id IN (SELECT finding FROM parties WHERE side = {side} AND {_among(people)})")
    for condition, value in (("work = ?", work), ("emotion = ?", asked.emotion)):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    if asked.never_closes:
        conditions.append("open")
    if conditions and work is not None:
        conditions.append("kind = ?")
        values.append(asked.kind)
    return conditions, values


def _among(people: Collection[int]) -> str:
    return f"character IN ({', '.join(map(str, people))})"


def _marked(db: sqlite3.Connection, kind: str, words: str, found: Sequence[int]) -> dict[int, str]:
    """The words of findings with marks around what matches."""
    index = f"{kind}_index"
    marked = f"SELECT highlight({index}, 0, ?, ?) FROM {index} WHERE {index} MATCH ? AND rowid = ?"
    return {id: db.execute(marked, [_OPEN, _CLOSE, words, id]).fetchone()[0] for id in found}


def _hit(db: sqlite3.Connection, kind: Kind, id: int, marked: str) -> Hit:
    _, work, title, scene, start, end, told, teller, emotion, open, before, words, after, *more = db.execute(
        _ROW, [id]
    ).fetchone()
    who, whom = ([name for (name,) in db.execute(_NAMES, [id, side])] for side in (WHO, WHOM))
    marks = _places(marked, words)
    evidence, tellers = (msgspec.json.decode(column) if column else [] for column in more)
    if tellers:
        teller = _teller(tellers, start + (marks[0][0] if marks else 0))
    return Hit(
        kind, work, title, scene, start, end, who[0] if who else None, tuple(whom), told, teller, emotion,
        None if open is None else bool(open), before, words, after, marks, _evidence(db, id, evidence),
    )  # fmt: skip


def _places(marked: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the marks are in the words; nowhere, where the words themselves hold such characters."""
    if marked.replace(_OPEN, "").replace(_CLOSE, "") != words or not marked:
        return ()
    places, offset = list[tuple[int, int]](), 0
    for piece in marked.split(_OPEN)[1:]:
        offset = offset or marked.index(_OPEN)
        inside, _, outside = piece.partition(_CLOSE)
        places.append((offset, offset + len(inside)))
        offset += len(inside) + len(outside)
    return tuple(places)


def _teller(tellers: list[Any], offset: int) -> str | None:
    """Who says the words at an offset: the innermost of those who may."""
    inside = [(stop - start, teller) for start, stop, teller in tellers if start <= offset < stop]
    return min(inside)[1] if inside else None


def _evidence(db: sqlite3.Connection, id: int, spans: list[Any]) -> tuple[Evidence, ...]:
    if not spans:
        return ()
    words = [row[0] for row in db.execute("SELECT words FROM passages WHERE finding = ? ORDER BY number", [id])]
    return tuple(Evidence(role, start, end, said) for (role, start, end), said in zip(spans, words, strict=True))
