"""The kinds of notes, by their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from unspoken.notes.days import days
from unspoken.notes.guide import Guide
from unspoken.notes.leavings import leavings
from unspoken.notes.letters import letters
from unspoken.notes.marks import marks
from unspoken.notes.misunderstandings import misunderstandings
from unspoken.notes.names import alike
from unspoken.notes.note import Found, Severity
from unspoken.notes.speakers import speakers
from unspoken.notes.spellings import spellings
from unspoken.notes.tenses import tenses
from unspoken.notes.words import EXTRA, LIBRARY, words


@dataclass(frozen=True)
class Kind:
    """A kind of note: ``title`` heads its notes in print; ``find`` finds them, by means of a library that comes with an
    extra, where one is named."""

    code: str
    name: str
    title: str
    severity: Severity
    find: Callable[[Guide], Iterator[Found]]
    library: str = ""
    extra: str = ""

    @property
    def at_hand(self) -> bool:
        """Whether the library that finds its notes is installed."""
        return not self.library or find_spec(self.library) is not None


# U1: people and their names; U2: speech; U3: how it is told; U4: who knows what; U5: the words themselves.
# A code is never given to another kind.
KINDS = (
    Kind("U101", "leaving", "Leaves without a trace", "remark", leavings),
    Kind("U102", "alike", "Names that are easily confused", "remark", alike),
    Kind("U103", "spelling", "A name spelled in two ways", "slip", spellings),
    Kind("U201", "speaker", "Nobody can tell who speaks", "doubt", speakers),
    Kind("U202", "marks", "Quotation marks that are never closed", "slip", marks),
    Kind("U301", "time", "A contradiction in time", "slip", days),
    Kind("U302", "tense", "The tense drifts", "doubt", tenses),
    Kind("U401", "misunderstanding", "A misunderstanding that is never put right", "remark", misunderstandings),
    Kind("U402", "letter", "A letter that nobody reads", "remark", letters),
    Kind("U501", "word", "A word that may stand for another", "slip", words, LIBRARY, EXTRA),
)
