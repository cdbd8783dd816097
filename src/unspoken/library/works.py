"""Works in the tables: put there, found, taken out."""

from __future__ import annotations

import os
import sqlite3
import zlib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import msgspec

from unspoken.errors import BadLibrary, BadStory
from unspoken.exports.json import decode, encode
from unspoken.exports.outline.guide import Guide
from unspoken.layers.characters import Character
from unspoken.library.findings import Finding, findings
from unspoken.library.records import Work
from unspoken.library.schema import KINDS
from unspoken.library.words import same_name
from unspoken.story import Story

_FIELDS = "name, path, sha256, title, author, language, words, people, quotes, feelings, gaps"
_OWNED = (
    "DELETE FROM passages WHERE finding IN (SELECT id FROM findings WHERE work = ?)",
    "DELETE FROM parties WHERE finding IN (SELECT id FROM findings WHERE work = ?)",
    "DELETE FROM findings WHERE work = ?",
    "DELETE FROM links WHERE one IN (SELECT id FROM characters WHERE work = ?)",
    "DELETE FROM links WHERE other IN (SELECT id FROM characters WHERE work = ?)",
    "DELETE FROM names WHERE character IN (SELECT id FROM characters WHERE work = ?)",
    "DELETE FROM characters WHERE work = ?",
    "DELETE FROM stories WHERE work = ?",
    "DELETE FROM works WHERE id = ?",
)


@dataclass(frozen=True)
class Entry:
    """What is known of a work beside its story: its name, if that is free; its file; what its reading depends on."""

    name: str
    path: Path | None
    sha256: str
    fingerprint: str


def resolved(path: Path) -> bytes:
    """What tells a file from others: its whole path, links followed, in the bytes of the system."""
    return os.fsencode(os.path.realpath(path))


def all_works(db: sqlite3.Connection) -> tuple[Work, ...]:
    """All works by name."""
    return tuple(map(_work, db.execute(f"SELECT {_FIELDS} FROM works ORDER BY key")))


def work_of(db: sqlite3.Connection, number: int) -> Work:
    """The work of a number."""
    return _work(db.execute(f"SELECT {_FIELDS} FROM works WHERE id = ?", [number]).fetchone())


def _work(row: tuple[object, ...]) -> Work:
    name, path, *others = row
    shown = os.fsdecode(path).encode("utf-8", "replace").decode() if isinstance(path, bytes) else None
    return Work(name, shown, *others)  # type: ignore[arg-type]


def number_of(db: sqlite3.Connection, name: str) -> int:
    """The number of the work that is called so, or has that title.

    Raises:
        BadLibrary: there is none, or several have that title.
    """
    name = name.encode("utf-8", "replace").decode()
    if row := db.execute("SELECT id FROM works WHERE key = ?", [name.casefold()]).fetchone():
        return int(row[0])
    titles = db.execute("SELECT id, name, title FROM works ORDER BY key").fetchall()
    found = [(id, own) for id, own, title in titles if title and same_name(title) == same_name(name) != ""]
    if len(found) > 1:
        raise BadLibrary(f"several works have the title {name!r}: {', '.join(own for _, own in found)}; name one")
    if found:
        return int(found[0][0])
    close = get_close_matches(name.casefold(), [own.casefold() for _, own, _ in titles], 1)
    hint = f"did you mean {close[0]!r}?" if close else "`unspoken library list` shows what there is"
    raise BadLibrary(f"there is no work {name!r} in the library; {hint}")


def like(db: sqlite3.Connection, entry: Entry) -> tuple[int, bool] | None:
    """The work that this one is a reading of, and whether that reading is still good; None: it is a new one.

    It is the work of the same file; else one that was read from the same text in the same way, or whose file is gone.
    """
    path = resolved(entry.path) if entry.path else None
    rows = db.execute(
        "SELECT id, path, fingerprint FROM works WHERE path = ? OR sha256 = ? ORDER BY path IS ? DESC, id",
        [path, entry.sha256, path],
    ).fetchall()
    for id, where, fingerprint in rows:
        if fingerprint == entry.fingerprint:
            return id, True
        if where == path or where is None or not os.path.exists(where):
            return id, False
    return None


def good(db: sqlite3.Connection, entry: Entry, *, any_reading: bool) -> int | None:
    """The work whose reading is this one, so that it need not be read.

    Args:
        db: the library.
        entry: what is known of the work.
        any_reading: a reading of the same text that was made otherwise, from another file, will do as well.
    """
    found = like(db, entry)
    if found and found[1]:
        return found[0]
    if any_reading and found is None:
        row = db.execute("SELECT id FROM works WHERE sha256 = ? ORDER BY id", [entry.sha256]).fetchone()
        return int(row[0]) if row else None
    return None


def story_of(db: sqlite3.Connection, number: int, name: str) -> Story:
    """The whole story of a work.

    Raises:
        BadLibrary: it is broken.
    """
    (data,) = db.execute("SELECT data FROM stories WHERE work = ?", [number]).fetchone()
    try:
        return decode(zlib.decompress(data), name)
    except (zlib.error, BadStory) as error:
        raise BadLibrary(f"{name}: its story is broken in the library ({error}); remove it and add it anew") from None


def insert(db: sqlite3.Connection, entry: Entry, story: Story, number: int | None = None, name: str = "") -> int:
    """Put a work into the tables, within a transaction.

    Args:
        db: the library.
        entry: what is known of it beside the story.
        story: what was read.
        number: of the work whose place it takes; None: the next.
        name: what it is called; empty: as the entry says, or with a number after it where another has that name.
    """
    name = name or _free(db, entry.name)
    source = story.source
    row = (
        number, name, name.casefold(), resolved(entry.path) if entry.path else None, entry.sha256, entry.fingerprint,
        source.title, source.author, source.language, source.words, len(story.characters), len(story.quotes),
        len(story.feelings), len(story.gaps),
    )  # fmt: skip
    work = db.execute(f"INSERT INTO works VALUES ({', '.join('?' * len(row))})", row).lastrowid
    assert work is not None
    db.execute("INSERT INTO stories VALUES (?, ?)", [work, zlib.compress(encode(story))])
    people = _insert_people(db, work, story)
    for finding in findings(story):
        _insert_finding(db, work, finding, people)
    for kind in KINDS:
        found = f"SELECT id, words, told FROM {kind}_words WHERE work = ? ORDER BY id"
        db.execute(f"INSERT INTO {kind}_index (rowid, words, told) {found}", [work])
    return work


def _free(db: sqlite3.Connection, wanted: str) -> str:
    """The name that is wanted, or the first with a number after it that is free."""
    wanted = " ".join(wanted.encode("utf-8", "replace").decode().split()) or "work"
    name, number = wanted, 2
    while db.execute("SELECT 1 FROM works WHERE key = ?", [name.casefold()]).fetchone():
        name, number = f"{wanted}-{number}", number + 1
    return name


def _insert_people(db: sqlite3.Connection, work: int, story: Story) -> dict[str, int]:
    guide, numbers = Guide(story), dict[str, int]()
    for character in story.characters:
        named = sum(mention.form == "name" for mention in character.mentions)
        row = (work, character.id, guide.name(character.id), named, len(character.mentions))
        made = db.execute("INSERT INTO characters (work, code, name, named, mentions) VALUES (?, ?, ?, ?, ?)", row)
        assert made.lastrowid is not None
        numbers[character.id] = made.lastrowid
        for name, main in _names(character, guide.name(character.id)).items():
            db.execute("INSERT INTO names VALUES (?, ?, ?)", [name, made.lastrowid, main])
    return numbers


def _names(character: Character, shown: str) -> dict[str, bool]:
    """The names of somebody as they are compared, each with whether it is the main one."""
    main = same_name(shown)
    names = [main, *map(same_name, (character.name, *character.aliases))]
    return {name: name == main for name in names if name}


def _insert_finding(db: sqlite3.Connection, work: int, found: Finding, people: dict[str, int]) -> None:
    row = (
        work, found.kind, found.scene, found.start, found.end, found.before, found.words, found.after, found.told,
        found.teller, found.emotion, found.open, _json([(e.role, e.start, e.end) for e in found.evidence]),
        _json(found.tellers),
    )  # fmt: skip
    id = db.execute(f"INSERT INTO findings VALUES (NULL, {', '.join('?' * len(row))})", row).lastrowid
    for number, evidence in enumerate(found.evidence):
        db.execute("INSERT INTO passages VALUES (?, ?, ?)", [id, number, evidence.words])
    for side, codes in enumerate((found.who, found.whom)):
        for code in dict.fromkeys(codes):
            if code in people:
                db.execute("INSERT INTO parties VALUES (?, ?, ?)", [people[code], side, id])


def _json(value: object) -> str | None:
    return msgspec.json.encode(value).decode() if value else None


def delete(db: sqlite3.Connection, number: int) -> None:
    """Take a work out of all tables, within a transaction."""
    for kind in KINDS:
        old = f"SELECT 'delete', id, words, told FROM {kind}_words WHERE work = ?"
        db.execute(f"INSERT INTO {kind}_index ({kind}_index, rowid, words, told) {old}", [number])
    for statement in _OWNED:
        db.execute(statement, [number])


def forget(db: sqlite3.Connection) -> None:
    """See that no words of works that were taken out are left in the indexes, within a transaction."""
    for kind in KINDS:
        db.execute(f"INSERT INTO {kind}_index ({kind}_index) VALUES ('optimize')")
