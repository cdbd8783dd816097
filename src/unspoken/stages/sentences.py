"""Sentences: cut at full stops and their like, with regard to quotations and abbreviations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.keys import PARAGRAPHS, QUOTATIONS, SENTENCES, TOKENS
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage

STOPS = frozenset(".!?…。！？؟।")
DASHES = frozenset("—–―-")
CLOSING = frozenset("”’\"'»›)]_*“」』")
OPENING = frozenset("“‘\"'«‹„([_*「『")
OUTSIDE = -1
CUE_REACH = 4  # words from a quotation's end to the verb of a cue that opens with a capital ("Mr. Hale asked")


def find_sentences(document: Document) -> tuple[Span, ...]:
    """Cut the text into sentences that hold all tokens.

    No sentence runs over paragraphs. Inside a quotation each sentence is one; what introduces or follows a quotation
    belongs to its first or last one (“Where?” she said.).
    """
    words = Words(document)
    starts = {bisect_left(words.start, p.start) for p in document[PARAGRAPHS]}
    starts.update(after for i in range(len(words.text)) if (after := words.after_stop(i)))
    bounds = sorted({0, *starts, len(words.text)})
    return tuple(Span(words.start[a], words.end[b - 1]) for a, b in pairwise(bounds))


STAGE = Stage("sentences", "1", (TOKENS, QUOTATIONS, PARAGRAPHS), SENTENCES, find_sentences)


class Words:
    """The tokens of a text, and for each the number of the piece of a quotation that it lies in."""

    def __init__(self, document: Document) -> None:
        tokens = document[TOKENS]
        self.start, self.end = tokens.start.tolist(), tokens.end.tolist()
        self.text = [document.text[a:b] for a, b in zip(self.start, self.end, strict=True)]
        self.piece = [OUTSIDE] * len(self.text)
        parts = (part for quotation in document[QUOTATIONS] for part in quotation.parts)
        for number, part in enumerate(parts):
            low, high = bisect_left(self.start, part.start), bisect_left(self.start, part.end)
            self.piece[low:high] = [number] * (high - low)

    def after_stop(self, i: int) -> int | None:
        """Where the sentence after the stop at token ``i`` begins; None where no sentence ends."""
        last = self.text[i][-1]
        if last not in STOPS and last not in DASHES:
            return None
        after = self._closed(i + 1)
        if after >= len(self.text) or (self.start[after] == self.end[after - 1] and self.text[after][0] in STOPS):
            return None
        return after if self._ends(i, after) else None

    def _closed(self, k: int) -> int:
        """The token after the closing marks that begin at token ``k``."""
        while k < len(self.text) and self.text[k][0] in CLOSING and self._hangs(k):
            k += 1
        return k

    def _hangs(self, k: int) -> bool:
        """A mark belongs to what is before it: no gap, or a gap inside its quotation (« Non. »)."""
        same = self.piece[k] == self.piece[k - 1] != OUTSIDE
        opens = self.piece[k] not in (OUTSIDE, self.piece[k - 1])
        return not opens and (self.start[k] == self.end[k - 1] or (same and self.text[k] in ("»", "«", "›")))

    def _ends(self, i: int, after: int) -> bool:
        left, right, stop = self.piece[i], self.piece[after], self.text[i]
        word = self._word(after)
        if left != OUTSIDE and right != left:
            if right != OUTSIDE:
                return stop[-1] in STOPS
            return not word[0].islower() and (stop == "." or not self._cue(after))
        if stop[-1] in DASHES:
            return False
        if right != left:
            return True
        if word[0].islower():
            return False
        if len(stop) > 1 and stop[0] not in ".…":
            return word in starters() and not (word == "I" and stop[:-1] in numbered())
        return stop not in ("…", "...", "..") or word != "I"

    def _word(self, k: int) -> str:
        """The first word at or after token ``k``, opening marks left out."""
        stop = min(k + 3, len(self.text) - 1)
        while k < stop and self.text[k][0] in OPENING:
            k += 1
        return self.text[k]

    def _cue(self, k: int) -> bool:
        """A capitalised speaker and a verb of saying: the sentence goes on (“Where?” Anne asked.)."""
        return any(word in saying() for word in self._upto_small(k))

    def _upto_small(self, k: int) -> Sequence[str]:
        """Words from ``k`` on up to the first that has no capital."""
        for last in range(k, min(k + CUE_REACH, len(self.text))):
            if not self.text[last][0].isupper():
                return self.text[last : last + 1] if last > k else ()
        return ()


@cache
def starters() -> frozenset[str]:
    """Words that, with a capital, begin a sentence even after an abbreviation."""
    return resources.words("tokens.toml", "starters")


@cache
def numbered() -> frozenset[str]:
    return resources.words("tokens.toml", "numbered")


@cache
def saying() -> frozenset[str]:
    return resources.words("speech.toml", "say") - resources.words("speech.toml", "weak")
