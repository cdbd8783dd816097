"""People by their names, over all works; and who of them are one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from itertools import groupby

from unspoken.errors import BadLibrary
from unspoken.library.records import Person, Recurring
from unspoken.library.words import same_name
from unspoken.library.works import number_of

_PERSON = "SELECT c.name, w.name FROM characters c JOIN works w ON w.id = c.work WHERE c.id = ?"


def called(db: sqlite3.Connection, name: str, work: int | None = None) -> set[int]:
    """Everybody of that name, or NAME@WORK, with those who are linked to them; in one work or in all.

    A name that nobody has may be a part of names: all who have all its words in one name.

    Raises:
        BadLibrary: nobody is called so.
    """
    who, where = _apart(db, name)
    found = _exactly(db, who, work if where is None else where) or _in_part(db, who, work if where is None else where)
    if not found:
        raise BadLibrary(f"nobody in these works is called {name!r}; `unspoken library show WORK` tells who is in one")
    groups = _groups(db)
    return found.union(*(groups.get(id, ()) for id in found))


def one(db: sqlite3.Connection, reference: str) -> int:
    """The one who is meant by NAME@WORK.

    Raises:
        BadLibrary: no work is named, or nobody or more than one in it is called so.
    """
    who, where = _apart(db, reference)
    if where is None:
        if "@" in reference:
            number_of(db, reference.rpartition("@")[2])
        raise BadLibrary(f"{reference!r} names no work; write NAME@WORK, with a name from `unspoken library list`")
    found = _exactly(db, who, where) or _in_part(db, who, where)
    if len(found) != 1:
        names = ", ".join(repr(person(db, id).name) for id in sorted(found)) or "nobody"
        raise BadLibrary(f"{reference}: {names} in this work may be meant; write the name as the work has it")
    return found.pop()


def person(db: sqlite3.Connection, id: int) -> Person:
    """Somebody by number."""
    return Person(*db.execute(_PERSON, [id]).fetchone())


def _apart(db: sqlite3.Connection, reference: str) -> tuple[str, int | None]:
    """NAME@WORK in its parts; both may hold an @."""
    places = [place for place, character in enumerate(reference) if character == "@"]
    for place in reversed(places):
        try:
            return reference[:place], number_of(db, reference[place + 1 :])
        except BadLibrary:
            continue
    return reference, None


def _exactly(db: sqlite3.Connection, name: str, work: int | None) -> set[int]:
    rows = db.execute(
        "SELECT n.character, n.main FROM names n JOIN characters c ON c.id = n.character "
        "WHERE n.folded = ? AND (? IS NULL OR c.work = ?)",
        [same_name(name), work, work],
    ).fetchall()
    return {id for id, main in rows if main} if work is not None and any(m for _, m in rows) else {r[0] for r in rows}


def _in_part(db: sqlite3.Connection, name: str, work: int | None) -> set[int]:
    wanted = same_name(name).split()
    if not wanted:
        return set()
    longest = max(wanted, key=len)
    rows = db.execute(
        "SELECT n.folded, n.character FROM names n JOIN characters c ON c.id = n.character "
        "WHERE instr(n.folded, ?) AND (? IS NULL OR c.work = ?)",
        [longest, work, work],
    )
    return {id for folded, id in rows if set(wanted) <= set(folded.split())}


def link(db: sqlite3.Connection, one: int, other: int) -> None:
    """Make two people of different works one, within a transaction.

    Raises:
        BadLibrary: they are of one work, or that would make two people of one work one.
    """
    groups = _groups(db)
    both = sorted(groups.get(one, {one}) | groups.get(other, {other}))
    works: dict[str, Person] = {}
    for them in (person(db, id) for id in both):
        if them.work in works:
            what = f"{works[them.work].name!r} and {them.name!r} of {them.work} would be one"
            raise BadLibrary(f"{what}; link people of different works, and correct a work with `unspoken fix same`")
        works[them.work] = them
    db.execute("INSERT OR IGNORE INTO links VALUES (?, ?)", sorted((one, other)))


def unlink(db: sqlite3.Connection, one: int, other: int) -> None:
    """Take a link back, within a transaction.

    Raises:
        BadLibrary: these two were not linked with each other.
    """
    if not db.execute("DELETE FROM links WHERE one = ? AND other = ?", sorted((one, other))).rowcount:
        names = f"{person(db, one)} and {person(db, other)}"
        through = other in _groups(db).get(one, ())
        how = "linked only through others" if through else "not linked"
        raise BadLibrary(f"{names} are {how}; `unspoken library recurring` shows the links")


def ties(db: sqlite3.Connection, work: int) -> list[tuple[str, int]]:
    """The links of a work's people: the name of each, and the one of another work."""
    rows = db.execute(
        "SELECT c.name, iif(l.one = c.id, l.other, l.one) FROM characters c JOIN links l "
        "ON l.one = c.id OR l.other = c.id WHERE c.work = ? ORDER BY 1, 2",
        [work],
    )
    return [(name, other) for name, other in rows]


def relink(db: sqlite3.Connection, work: int, kept: list[tuple[str, int]]) -> tuple[str, ...]:
    """Link people of a work that was read anew as they were before.

    Returns:
        The names of those who are not found, or not for certain.
    """
    lost = []
    for name, other in kept:
        found = _exactly(db, name, work)
        if len(found) == 1:
            db.execute("INSERT OR IGNORE INTO links VALUES (?, ?)", sorted((*found, other)))
        else:
            lost.append(name)
    return tuple(dict.fromkeys(lost))


def recurring(db: sqlite3.Connection) -> tuple[Recurring, ...]:
    """All who are linked, by name."""
    groups = {min(group): group for group in _groups(db).values()}
    found = [sorted((person(db, id) for id in group), key=_by_work) for group in groups.values()]
    return tuple(
        Recurring(people[0].name, tuple(people), True) for people in sorted(found, key=lambda p: _by_work(p[0]))
    )


def suggestions(db: sqlite3.Connection) -> tuple[Recurring, ...]:
    """People of one name in several works who are not linked yet; names of several words first. Nothing is linked."""
    groups = _groups(db)
    rows = db.execute(
        "SELECT n.folded, c.work, c.id FROM names n JOIN characters c ON c.id = n.character "
        "WHERE n.main AND c.named ORDER BY n.folded, c.work, c.id"
    ).fetchall()
    found = [
        _alike(db, name, [(work, id) for _, work, id in same], groups) for name, same in groupby(rows, lambda r: r[0])
    ]
    return tuple(sorted(filter(None, found), key=lambda r: (-len(r.name.split()), r.name)))


def _alike(
    db: sqlite3.Connection, name: str, same: list[tuple[int, int]], groups: dict[int, set[int]]
) -> Recurring | None:
    """Those of a name, but for works in which two have it; None if all are linked already."""
    works = Counter(work for work, _ in same)
    alone = [id for work, id in same if works[work] == 1]
    if len({min(groups.get(id, {id})) for id in alone}) < 2:
        return None
    people = sorted((person(db, id) for id in alone), key=_by_work)
    return Recurring(people[0].name, tuple(people), False)


def _groups(db: sqlite3.Connection) -> dict[int, set[int]]:
    """For everybody who is linked, all who are one with them."""
    groups = dict[int, set[int]]()
    for one, other in db.execute("SELECT one, other FROM links"):
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(joined, joined))
    return groups


def _by_work(person: Person) -> tuple[str, str]:
    return person.work.casefold(), person.name
