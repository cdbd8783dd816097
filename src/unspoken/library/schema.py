"""The tables of a library, and the steps from each version of them to the next.

A step is never changed once it has been released; what has to be otherwise is a new step. ``PRAGMA user_version`` says
how many of them a file has been through.
"""

from __future__ import annotations

APPLICATION = 0x556E7370  # "Unsp", in the file's header: this is a library, and no other program's file
KINDS = ("quotes", "feelings", "gaps", "text")

_WORKS = (
    """CREATE TABLE works (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE, path BLOB UNIQUE,
        sha256 TEXT NOT NULL, fingerprint TEXT NOT NULL, title TEXT, author TEXT, language TEXT,
        words INTEGER NOT NULL, people INTEGER NOT NULL, quotes INTEGER NOT NULL, feelings INTEGER NOT NULL,
        gaps INTEGER NOT NULL)""",
    "CREATE INDEX works_by_text ON works (sha256)",
    "CREATE TABLE stories (work INTEGER PRIMARY KEY REFERENCES works, data BLOB NOT NULL)",
    """CREATE TABLE characters (
        id INTEGER PRIMARY KEY, work INTEGER NOT NULL REFERENCES works, code TEXT NOT NULL, name TEXT NOT NULL,
        named INTEGER NOT NULL, mentions INTEGER NOT NULL, UNIQUE (work, code))""",
    """CREATE TABLE names (
        folded TEXT NOT NULL, character INTEGER NOT NULL REFERENCES characters, main INTEGER NOT NULL,
        PRIMARY KEY (folded, character)) WITHOUT ROWID""",
    "CREATE INDEX names_by_character ON names (character)",
)
_FINDINGS = (
    """CREATE TABLE findings (
        id INTEGER PRIMARY KEY, work INTEGER NOT NULL REFERENCES works, kind TEXT NOT NULL, scene INTEGER,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, lead TEXT NOT NULL, words TEXT NOT NULL, tail TEXT NOT NULL,
        told TEXT, teller TEXT, emotion TEXT, open INTEGER, evidence TEXT, tellers TEXT)""",
    "CREATE INDEX findings_by_work ON findings (work, kind)",
    "CREATE INDEX findings_by_kind ON findings (kind, open)",
    "CREATE INDEX findings_by_emotion ON findings (emotion) WHERE emotion IS NOT NULL",
    """CREATE TABLE parties (
        character INTEGER NOT NULL REFERENCES characters, side INTEGER NOT NULL, finding INTEGER NOT NULL
        REFERENCES findings, PRIMARY KEY (character, side, finding)) WITHOUT ROWID""",
    "CREATE INDEX parties_by_finding ON parties (finding, side)",
    """CREATE TABLE passages (
        finding INTEGER NOT NULL REFERENCES findings, number INTEGER NOT NULL, words TEXT NOT NULL,
        PRIMARY KEY (finding, number)) WITHOUT ROWID""",
)
_SEARCHED = {
    "quotes": "words",
    "feelings": "lead || words || tail",
    "gaps": "(SELECT group_concat(p.words, ' ') FROM passages p WHERE p.finding = findings.id)",
    "text": "words",
}


def _searched(kind: str, words: str) -> tuple[str, str]:
    """A full-text index over one kind of finding; it holds no copy of the words, only where they are."""
    view = f"SELECT id, work, {words} AS words, told FROM findings WHERE kind = '{kind}'"
    folding = "unicode61 remove_diacritics 2 separators 'ʼʻ'"
    return (
        f"CREATE VIEW {kind}_words AS {view}",
        f"CREATE VIRTUAL TABLE {kind}_index USING fts5 "
        f'(words, told, content="{kind}_words", content_rowid="id", tokenize="{folding}", prefix="1 2 3")',
    )


_INDEXES = tuple(statement for kind, words in _SEARCHED.items() for statement in _searched(kind, words))
_LINKS = (
    """CREATE TABLE links (
        one INTEGER NOT NULL REFERENCES characters, other INTEGER NOT NULL REFERENCES characters,
        PRIMARY KEY (one, other)) WITHOUT ROWID""",
    "CREATE INDEX links_by_other ON links (other)",
)

STEPS: tuple[tuple[str, ...], ...] = ((*_WORKS, *_FINDINGS, *_INDEXES), _LINKS)
VERSION = len(STEPS)
