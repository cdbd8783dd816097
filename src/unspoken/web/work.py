"""What a session reads: a story with the corrections beside it, or a story that was read before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from unspoken import reading, recipes
from unspoken.corrections import KINDS, beside, correction, read_corrections
from unspoken.corrections.ledger import Ledger
from unspoken.errors import BadCorrections, BadInput, quoted
from unspoken.exports.json import decode
from unspoken.layers.corrections import Correction
from unspoken.pipeline import Progress
from unspoken.reading import Reading
from unspoken.story import Story

AS_IT_IS = "this story was read before; open the file of the story itself to correct it"
MODEL = b'{"unspoken":'  # what a story document begins with


class Work(Protocol):
    """What is read: a story and its corrections, or a story that was read before."""

    @property
    def stem(self) -> str:
        """Its name, for files that are made of it."""

    @property
    def why_not(self) -> str | None:
        """Why it cannot be corrected; None where it can."""

    def read(self, progress: Progress) -> Story:
        """Read it with the corrections that it has now; what is known from before need not be read again."""

    def corrections(self) -> tuple[Correction, ...]:
        """Its corrections, in the order of their numbers."""

    def add(self, kind: str, fields: dict[str, object]) -> None:
        """Add a correction."""

    def remove(self, number: int) -> None:
        """Take one out."""

    def undo(self) -> None:
        """Take the last change back."""

    def redo(self) -> None:
        """Make the change again that was taken back last."""


@dataclass(frozen=True)
class Finished:
    """A story that was read before. There is no text to go back to, so it stays as it is."""

    stem: str
    story: Story
    why_not: str = AS_IT_IS

    def read(self, progress: Progress) -> Story:
        """The story."""
        return self.story

    def corrections(self) -> tuple[Correction, ...]:
        """None."""
        return ()

    def add(self, kind: str, fields: dict[str, object]) -> None:
        """Refuse."""
        raise BadCorrections(self.stem, "it cannot be corrected", AS_IT_IS)

    def remove(self, number: int) -> None:
        """Refuse."""
        self.add("", {})

    def undo(self) -> None:
        """Refuse."""
        self.add("", {})

    def redo(self) -> None:
        """Refuse."""
        self.add("", {})


@dataclass
class Source:
    """A story in a file, in any format, and the file of its corrections. It is read once, and then only corrected."""

    path: Path
    ledger: Ledger
    recipe: str = recipes.DEFAULT
    speaker_threshold: float | None = None
    why_not: None = None
    _read: Reading | None = None

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.path.stem or self.path.name

    def read(self, progress: Progress) -> Story:
        """Read it with the corrections that it has now; after the first time, only what these change."""
        if self._read is None:
            self._read = reading.reading(
                self.path,
                recipe=self.recipe,
                progress=progress,
                corrections=self.ledger.path,
                speaker_threshold=self.speaker_threshold,
            )
        else:
            self._read = self._read.corrected(read_corrections(self.ledger.path), progress)
        return self._read.story()

    def corrections(self) -> tuple[Correction, ...]:
        """Its corrections, in the order of their numbers."""
        return self.ledger.corrections()

    def add(self, kind: str, fields: dict[str, object]) -> None:
        """Add a correction.

        Raises:
            BadCorrections: there is no such kind, or its fields are not as they should be.
        """
        if kind not in KINDS:
            raise BadCorrections(
                self.path.name, f"there is no correction {quoted(repr(kind))}", f"there are {', '.join(KINDS)}"
            )
        self._there()
        self.ledger.add(correction(kind, fields, self.path.name))

    def remove(self, number: int) -> None:
        """Take one out."""
        self._there()
        self.ledger.remove(number)

    def undo(self) -> None:
        """Take the last change back."""
        self._there()
        self.ledger.undo()

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._there()
        self.ledger.redo()

    def _there(self) -> None:
        """A story that was moved took its corrections along; no second file of them is begun at the old place."""
        if not self.path.is_file():
            raise BadCorrections(str(self.path), "the story is not there any more", "open it again where it is now")


def opened(
    path: Path, *, recipe: str = recipes.DEFAULT, corrections: Path | None = None, threshold: float | None = None
) -> Finished | Source:
    """What there is to read in a file: told by its content, as everywhere.

    Args:
        path: a story in any format, or a story document.
        recipe: the list of stages to read with.
        corrections: their file, where it is not the one beside the story.
        threshold: the probability below which nobody is named as a speaker.

    Raises:
        BadInput: there is no such file, or it cannot be opened.
        BadStory: it should be a story document, and is none.
    """
    try:
        for wanted in (path, corrections):
            if wanted is not None and wanted.is_dir():
                raise BadInput(str(wanted), "it is a folder", "name one file")
            if wanted is not None and not wanted.is_file():
                raise BadInput(str(wanted), "there is no such file", "check the path")
        with path.open("rb") as file:
            head = file.read(200)
        model = path.suffix.lower() == ".json" or b"".join(head.split()).startswith(MODEL)
        if model:
            return Finished(path.stem, decode(path.read_bytes(), str(path)))
    except OSError as error:
        raise BadInput(str(path), f"cannot be opened ({error.strerror or error})", "check its permissions") from None
    return Source(path, Ledger(beside(path) if corrections is None else corrections), recipe, threshold)
