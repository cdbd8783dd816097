"""The library as one thing: add works, search them, link their people."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from unspoken.library import people, works
from unspoken.library.database import made, opened, reading, told, writing
from unspoken.library.place import usual_path
from unspoken.library.records import Added, Hit, Kind, Outcome, Recurring, Work
from unspoken.library.search import MOST, Search, search

if TYPE_CHECKING:
    from unspoken.library.works import Entry
    from unspoken.pipeline import Progress
    from unspoken.story import Story


class Library:
    """Works that were read, in one file that several programs may use at once.

    Use it in a ``with`` statement. The file is made when the first work is added. All methods raise `BadLibrary` where
    the file is no library, is broken, or is newer than this program, or where another program writes to it for long.
    """

    def __init__(self, path: str | Path | None = None) -> None:
        """Name the file; None: the usual one (see `usual_path`). It is opened when it is needed."""
        self.path = usual_path() if path is None else Path(path)
        self._db: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def add(
        self,
        path: str | Path,
        *,
        recipe: str | None = None,
        corrections: Path | None = None,
        speaker_threshold: float | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Add a work, or read it again if it has changed; one that has not is not read.

        Args:
            path: a story in any format, or what `unspoken read --json` wrote, which is taken as it is.
            recipe: as for `unspoken.read`; likewise the others.
            corrections: a file of corrections, instead of the one beside the story.
            speaker_threshold: the probability below which nobody is named as a speaker.
            progress: called before each stage of a reading.

        Returns:
            The work, and whether it was added, read again, or there already.

        Raises:
            UnspokenError: the story, its corrections or the library cannot be read, or the library not be written.
        """
        from unspoken.library import intake

        how = intake.How(recipe, corrections, speaker_threshold)
        entry, written = intake.entry(Path(path), how)
        if (number := self._there(entry, written)) is not None:
            with self._reading() as db:
                return Added(works.work_of(db, number), "there already")
        story = written or intake.read(Path(path), how, progress)
        if written is None and story.source.sha256 != entry.sha256:  # it was changed meanwhile
            entry = intake.renewed(entry, Path(path), how, story.source.sha256)
        return self._put(entry, story)

    def add_story(self, story: Story, name: str) -> Added:
        """Add a story that was read already, under a name; one that is there already is left.

        Args:
            story: what `unspoken.read` or `unspoken.load` gave.
            name: what the work is to be called; if another one is called so, a number is put after it.
        """
        from unspoken.library import intake

        return self._put(intake.entry_of(story, name), story)

    def list(self) -> tuple[Work, ...]:
        """All works, by name."""
        with self._reading() as db:
            return works.all_works(db)

    def work(self, name: str) -> Work:
        """The work of a name or title.

        Raises:
            BadLibrary: there is none.
        """
        with self._reading() as db:
            return works.work_of(db, works.number_of(db, name))

    def story(self, name: str) -> Story:
        """The whole story of a work, by its name or title.

        Raises:
            BadLibrary: there is none.
        """
        with self._reading() as db:
            return works.story_of(db, works.number_of(db, name), name)

    def search(
        self,
        kind: Kind,
        words: str = "",
        *,
        person: str | None = None,
        to: str | None = None,
        emotion: str | None = None,
        work: str | None = None,
        never_closes: bool = False,
        limit: int = MOST,
    ) -> tuple[Hit, ...]:
        """Search all works.

        Args:
            kind: quotes, feelings, gaps or text.
            words: that are all to be there; ``"side by side"`` in quotation marks, ``begin*`` for any ending. Letter
                case, accents and kinds of apostrophe make no difference.
            person: NAME or NAME@WORK of who speaks, feels, or is wrong; those linked to them are found as well.
            to: of who is spoken to, who the feeling is for, or whom it is about.
            emotion: one of the format's emotions.
            work: the name or title of the one work to search.
            never_closes: only gaps that are not seen to end.
            limit: the most hits.

        Returns:
            The best matches first; equally good ones, or all if no words are given, in the order of the library.

        Raises:
            BadLibrary: there is no such person, work, kind or emotion, or it does not fit the kind.
        """
        with self._reading() as db:
            return search(db, Search(kind, words, person, to, emotion, work, never_closes, limit))

    def link(self, one: str, other: str) -> None:
        """Say that people of two works are one: ``library.link("Ada@spring", "Ada Holt@autumn")``.

        Raises:
            BadLibrary: it is not clear who is meant, or two people of one work would be one.
        """
        with self._writing() as db:
            people.link(db, people.one(db, one), people.one(db, other))

    def unlink(self, one: str, other: str) -> None:
        """Take a link back.

        Raises:
            BadLibrary: these two are not linked with each other.
        """
        with self._writing() as db:
            people.unlink(db, people.one(db, one), people.one(db, other))

    def recurring(self) -> tuple[Recurring, ...]:
        """The people who are linked across works."""
        with self._reading() as db:
            return people.recurring(db)

    def suggestions(self) -> tuple[Recurring, ...]:
        """People of one name in several works, who may be one. Nothing is linked unless `link` says so."""
        with self._reading() as db:
            return people.suggestions(db)

    def remove(self, name: str) -> Work:
        """Take a work out, with all its words. The file that it was read from is not touched.

        Raises:
            BadLibrary: there is none of that name or title.
        """
        with self._writing() as db:
            number = works.number_of(db, name)
            gone = works.work_of(db, number)
            works.delete(db, number)
            works.forget(db)
        with self._told() as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    def _there(self, entry: Entry, written: Story | None) -> int | None:
        """The number of a work that need not be read; None also where there is no library yet."""
        if not os.path.exists(self.path):  # false, too, for a name that is too long
            return None
        with self._reading() as db:
            return works.good(db, entry, any_reading=written is not None)

    def _put(self, entry: Entry, story: Story) -> Added:
        if not os.path.exists(self.path):
            made(self.path)
        with self._writing() as db:
            found = works.like(db, entry)
            if found and found[1]:  # another process was first
                return Added(works.work_of(db, found[0]), "there already")
            outcome: Outcome = "added"
            lost, number, name = tuple[str, ...](), None, ""
            if found:
                number, outcome = found[0], "read again"
                name, kept = works.work_of(db, number).name, people.ties(db, number)
                works.delete(db, number)
            number = works.insert(db, entry, story, number, name)
            if found:
                lost = people.relink(db, number, kept)
            return Added(works.work_of(db, number), outcome, lost)

    @contextmanager
    def _told(self) -> Iterator[sqlite3.Connection]:
        if self._db is None:
            self._db = opened(self.path)
        with told(self.path):
            yield self._db

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._told() as db, reading(db):
            yield db

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._told() as db, writing(db):
            yield db
