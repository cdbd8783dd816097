"""What the making of documents looks up: scenes by position, narration around a letter, whom words mean."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import Letter
from unspoken.layers.keys import CHARACTERS, CLAUSES, LETTERS, SCENES
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.documents.names import Directory
from unspoken.stages.scenes.people import Whom

NEAR = 40  # code points between a letter's mention and its owner's
AGO = 600  # code points before a diary in which it may be said whose hand it is in
DEVICE = 300  # code points around a message in which the narration may say whose phone it is
BEFORE, AFTER = 500, 900  # code points around a letter in which somebody is told to read it


class Desk:
    """A document's people, scenes and narration, for one letter after another."""

    def __init__(self, document: Document) -> None:
        self.text, self.scenes = document.text, document[SCENES]
        letters = document[LETTERS]
        self._letter_starts, self._letters = [x.start for x in letters], letters
        self._all = document[CLAUSES]
        self.clauses = [c for c in self._all if c.quotation is None and not self._written(c.verb.start)]
        self._verbs = [c.verb.start for c in self.clauses]
        self._scene_starts = [s.start for s in self.scenes]
        self.whom, self.directory = Whom(document[CHARACTERS]), Directory(document[CHARACTERS])
        self._names = {c.id: (c.name, *c.aliases) for c in document[CHARACTERS]}
        self.narrator = next((c.id for c in document[CHARACTERS] if c.narrator), None)

    def scene(self, offset: int) -> Scene | None:
        """The scene that holds an offset."""
        k = bisect_right(self._scene_starts, offset) - 1
        return self.scenes[k] if k >= 0 else None

    def told(self, start: int, end: int) -> Sequence[Clause]:
        """Clauses of the narration whose verb lies in [start, end), letters left out."""
        return self.clauses[bisect_left(self._verbs, start) : bisect_left(self._verbs, end)]

    def above(self, clause: Clause) -> Clause | None:
        """The clause that one hangs on."""
        return None if clause.governor is None else self._all[clause.governor]

    def before(self, clause: Clause) -> str | None:
        """The subject of the clause before, in the same sentence."""
        earlier = self.told(clause.start - NEAR, clause.verb.start)
        same = [c for c in earlier if c.sentence == clause.sentence and c is not clause]
        return self.whom.of(same[-1].subject) if same else None

    def around(self, letter: Letter, scene: Scene) -> Sequence[Clause]:
        """The narration near a letter, in its scene."""
        return self.told(max(scene.start, letter.start - BEFORE), min(scene.end, letter.end + AFTER))

    def kept(self, letter: Letter, scene: Scene) -> bool:
        """Whether the narration after a letter says that nobody gets it ("and left it in drafts")."""
        later = bisect_right(self._letter_starts, letter.start)
        stop = self._letter_starts[later] if later < len(self._letter_starts) else len(self.text)
        end = min(scene.end, letter.end + AFTER, stop)
        return _kept().search(self.text, letter.end, end) is not None

    def named(self, span: Span | None) -> str | None:
        """The character whom a signature, a greeting or a handle means."""
        return None if span is None else self.directory.who(self.text[span.start : span.end])

    def names(self, character: str) -> Sequence[str]:
        """The names of a character."""
        return self._names.get(character, ())

    def giver(self, start: int, end: int) -> str | None:
        """Whose letter narration in [start, end) speaks of: "a text from Anne", "Anne's handwriting"."""
        for m in _sent().finditer(self.text, start, end):
            for mention in self.whom.index.inside(max(start, m.start() - NEAR), m.start()):
                between = self.text[mention.end : m.start()]
                if re.fullmatch(r"(?:['’]s?)? (?:\w+ )?", between) and self._owns(mention.start, mention.end):
                    return self.whom.at(mention.start, mention.end)
        for m in re.finditer(r"\bfrom (?=\w)", self.text[start:end]):
            at = start + m.end()
            nearest = next(iter(self.whom.index.inside(at, min(end + 1, at + NEAR))), None)
            if nearest is not None and nearest.start == at:
                return self.whom.at(nearest.start, nearest.end)
        return None

    def owner(self, letter: Letter, scene: Scene | None) -> str | None:
        """Whose phone a message comes on, where the narration beside it says so by name: "It was Anne's tablet"."""
        if scene is None:
            return None
        low, high = max(scene.start, letter.start - DEVICE), min(scene.end, letter.end + DEVICE)
        for m in _device().finditer(self.text, low, high):
            if not self._written(m.start()) and (who := self.whom.at(m.start(), m.start("s"))):
                return who
            owned = self.whom.index.inside(m.start(), m.end("s"))
            if owned:
                return self.whom.at(owned[-1].start, owned[-1].end)
        return None

    def hand(self, letter: Letter) -> str | None:
        """In whose hand a diary is, or whose it is, by the last possessive before such a word: "Can you read his
        script?". Who reads it aloud is not meant."""
        reads = {self.whom.of(c.subject) for c in self.told(letter.start - AGO, letter.start) if c.lemma == "read"}
        for m in reversed(list(_hands().finditer(self.text, max(0, letter.start - AGO), letter.start))):
            owner = next(iter(self.whom.index.inside(m.start(), m.end())), None)
            who = self.whom.at(owner.start, owner.end) if owner is not None else None
            if owner is not None and self._owns(owner.start, owner.end) and who not in reads:
                return who
        return None

    def keeper(self, letter: Letter) -> str | None:
        """In whose room, drawer, ... a diary lies, by the last possessive in the paragraph before it."""
        end = letter.start
        while end and self.text[end - 1].isspace():
            end -= 1
        start = self.text.rfind("\n\n", 0, end) + 1
        found = [m for m in self.whom.index.inside(start, end) if self._owns(m.start, m.end)]
        others = (self.whom.at(m.start, m.end) for m in reversed(found))
        return next((who for who in others if who not in (None, self.narrator)), None)

    def _owns(self, start: int, end: int) -> bool:
        possessive = self.text[start:end].lower() in ("his", "her", "my", "their", "your")
        return possessive or self.text[end : end + 1] in "'’" or self.text[end - 2 : end] in ("'s", "’s")

    def _written(self, offset: int) -> bool:
        k = bisect_right(self._letter_starts, offset) - 1
        return k >= 0 and offset < self._letters[k].end


def _hands() -> re.Pattern[str]:
    words = "|".join(sorted(resources.words("correspondence.toml", "hands")))
    return re.compile(rf"\b(?:[Hh]is|[Hh]er|[A-Z][\w-]+['’]s) (?:own |old )?(?:{words})\b")


def _device() -> re.Pattern[str]:
    words = "|".join(sorted(resources.words("correspondence.toml", "device")))
    return re.compile(rf"\b[A-Z][\w-]+(?P<s>['’]s) (?:{words})\b")


def _kept() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{resources.table('correspondence.toml')['kept']['phrases'].strip()})\b", re.IGNORECASE)


def _sent() -> re.Pattern[str]:
    words = "|".join(sorted(resources.words("correspondence.toml", "sent")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
