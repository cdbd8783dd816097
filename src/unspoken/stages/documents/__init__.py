"""Documents: who wrote a letter or message, to whom, and who reads it in which scene."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import Letter, Reading, StoryDocument
from unspoken.layers.keys import CHARACTERS, CLAUSES, DOCUMENTS, LETTERS, SCENES
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.documents.names import Directory
from unspoken.stages.scenes.people import Whom

READ = frozenset(["read", "open", "unfold", "reread", "scan", "devour", "peruse", "see", "find"])
WROTE = frozenset(
    [
        "write",
        "type",
        "text",
        "send",
        "message",
        "post",
        "scribble",
        "scrawl",
        "pen",
        "pencil",
        "pin",
        "tap",
        "email",
        "jot",
    ]
)
PAPER = frozenset(
    [
        "letter",
        "note",
        "message",
        "text",
        "it",
        "them",
        "card",
        "telegram",
        "email",
        "envelope",
        "page",
        "post",
        "paper",
        "screen",
        "phone",
        "words",
        "line",
    ]
)
CHAT = ("message", "post")


def make_documents(document: Document) -> tuple[StoryDocument, ...]:
    """Authors by name, signature or frame; addressees by greeting, frame or turn; readers by the narration around."""
    maker = _Maker(document)
    out: list[StoryDocument] = []
    for letter in document[LETTERS]:
        out.append(maker.document(letter, out))
    return tuple(out)


STAGE = Stage("documents", "1", (LETTERS, CHARACTERS, SCENES, CLAUSES), DOCUMENTS, make_documents)


class _Maker:
    def __init__(self, document: Document) -> None:
        self.text, self.scenes = document.text, document[SCENES]
        self.clauses = [c for c in document[CLAUSES] if c.quotation is None]
        self._starts = [c.start for c in self.clauses]
        self._scene_starts = [s.start for s in self.scenes]
        self.whom, self.directory = Whom(document[CHARACTERS]), Directory(document[CHARACTERS])

    def document(self, letter: Letter, before: Sequence[StoryDocument]) -> StoryDocument:
        scene = self._scene(letter.start)
        author = self._author(letter)
        addressee = self._addressee(letter, author, scene, before)
        readers = tuple(r for r in self._readers(letter, scene, author, addressee))
        sure = letter.confidence * (0.95 if author else 0.8)
        return StoryDocument(
            letter.id, letter.kind, letter.start, letter.end, author, addressee, readers, round(sure, 3)
        )

    def _scene(self, offset: int) -> Scene | None:
        k = bisect_right(self._scene_starts, offset) - 1
        return self.scenes[k] if k >= 0 else None

    def _author(self, letter: Letter) -> str | None:
        for span in (letter.sender, letter.signature):
            if span is not None and (who := self.directory.who(self.text[span.start : span.end])):
                return who
        return self._writer(letter.frame) if letter.frame is not None else self._owner(letter)

    def _owner(self, letter: Letter) -> str | None:
        """A handle that nobody bears: the one who writes where it first appears, if one alone is there."""
        scene = self._scene(letter.start)
        handle = letter.sender is not None and self.text[letter.sender.start] == "@"
        return scene.present[0] if handle and scene is not None and len(scene.present) == 1 else None

    def _writer(self, frame: Span) -> str | None:
        """The subject of the verb of writing in the narration before."""
        for c in reversed(self._in(frame.start - 1, frame.end)):
            if c.lemma in WROTE and c.subject is not None:
                return self.whom.at(c.subject.start, c.subject.end)
        return None

    def _addressee(
        self, letter: Letter, author: str | None, scene: Scene | None, before: Sequence[StoryDocument]
    ) -> str | None:
        if letter.salutation is not None:
            who = self.directory.who(self.text[letter.salutation.start : letter.salutation.end])
            if who is not None and who != author:
                return who
        if letter.frame is not None and (told := self._sent_to(letter.frame)) not in (None, author):
            return told
        if letter.kind not in CHAT or scene is None or author is None:
            return None
        for earlier in reversed(before):
            if earlier.author not in (None, author) and self._scene(earlier.start) == scene and earlier.kind in CHAT:
                return earlier.author
        return (
            scene.focal
            if scene.focal not in (None, author) and letter.kind == "message"
            else self._last_addressee(before, author)
        )

    def _last_addressee(self, before: Sequence[StoryDocument], author: str) -> str | None:
        """Whom somebody who writes alone wrote to last."""
        return next((d.addressee for d in reversed(before) if d.author == author and d.addressee), None)

    def _sent_to(self, frame: Span) -> str | None:
        """ "sent her something", "wrote to Anne"."""
        for c in self._in(frame.start - 1, frame.end):
            if c.lemma in WROTE | {"give", "hand"}:
                if c.object is not None and (who := self.whom.at(c.object.start, c.object.end)):
                    return who
                for oblique in c.obliques:
                    if oblique.preposition == "to" and (who := self.whom.at(oblique.start, oblique.end)):
                        return who
        return None

    def _readers(self, letter: Letter, scene: Scene | None, author: str | None, addressee: str | None) -> list[Reading]:
        """Who reads it right before or after; a message that arrives is read by the one whose eyes the scene has."""
        if scene is None:
            return []
        found: dict[str, None] = {}
        for c in self._in(max(scene.start, letter.start - 500), min(scene.end, letter.end + 900)):
            if c.lemma in READ and c.subject is not None and not c.negated and self._of_paper(c):
                who = self.whom.at(c.subject.start, c.subject.end)
                if who is not None and who != author:
                    found[who] = None
        arrives = letter.kind in ("message", "note", "letter") and author != scene.focal
        if not found and arrives and scene.focal is not None and scene.focal in scene.present:
            found[scene.focal] = None
        return [Reading(who, scene.id) for who in found]

    def _of_paper(self, c: Clause) -> bool:
        if c.object is None:
            return c.lemma in ("read", "reread")
        words = self.text[c.object.start : c.object.end].lower().split()
        return words[-1] in PAPER

    def _in(self, start: int, end: int) -> list[Clause]:
        low = bisect_right(self._starts, start - 1)
        high = bisect_right(self._starts, end)
        return self.clauses[low:high]
