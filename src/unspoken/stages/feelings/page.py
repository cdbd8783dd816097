"""The text as columns of words, with the people, clauses, speech and scenes that each word stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.characters import Character
from unspoken.layers.clauses import Clause
from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex, Spanned
from unspoken.layers.keys import CHARACTERS, CLAUSES, DOCUMENTS, QUOTES, SCENES, SENTENCES, SYNTAX, TOKENS
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span

GENITIVE = frozenset(("'s", "’s", "'", "’"))
BETWEEN = frozenset(("ADJ", "ADV", "NUM", "NOUN", "CCONJ"))


def word_set(name: str) -> frozenset[str]:
    """A closed list of ``emotion_grammar.toml``."""
    return resources.words("emotion_grammar.toml", name)


class Page:
    """One document's words and lookups; all built in one linear pass, nothing kept between documents."""

    def __init__(self, document: Document) -> None:
        tokens, syntax = document[TOKENS], document[SYNTAX]
        self.text = document.text
        self.start: list[int] = tokens.start.tolist()
        self.end: list[int] = tokens.end.tolist()
        self.word = [self.text[a:b] for a, b in zip(self.start, self.end, strict=True)]
        self.lower = [word.lower().replace("’", "'") for word in self.word]
        self.lemma = [w.lower().replace("’", "'") for w in syntax.lemma] if syntax.lemma is not None else self.lower
        self.lemma = ["not" if w == "n't" else lemma for w, lemma in zip(self.lower, self.lemma, strict=True)]
        self.pos = list(syntax.pos) if syntax.pos is not None else ["X"] * len(self.word)
        self.sentence = self._column(document[SENTENCES])
        self.quotes: tuple[Quote, ...] = document[QUOTES]
        self._said = SpanIndex(self.quotes)
        self.speech = self._quote_column()
        self.documents: tuple[StoryDocument, ...] = document[DOCUMENTS]
        self.writing = self._column(self.documents)
        self.clauses: tuple[Clause, ...] = document[CLAUSES]
        self.clause = self._clause_column()
        self.scenes: SpanIndex[Scene] = SpanIndex(document[SCENES])
        self.characters: tuple[Character, ...] = document[CHARACTERS]
        self.narrator = next((c.id for c in self.characters if c.narrator), None)
        self.begins: dict[int, tuple[int, str, float]] = {}
        self.ends: dict[int, tuple[int, str, float]] = {}
        self._place_mentions()

    def __len__(self) -> int:
        return len(self.word)

    def together(self, i: int, k: int) -> bool:
        """Whether two tokens stand in one sentence and in one voice."""
        return self.sentence[i] == self.sentence[k] and self.speech[i] == self.speech[k]

    def token_at(self, offset: int) -> int:
        """The first token that ends after ``offset``."""
        return bisect_left(self.end, offset + 1)

    def tokens(self, span: Span) -> range:
        """The tokens inside a span."""
        return range(bisect_left(self.start, span.start), self.token_at(span.end - 1) + 1 if span.end else 0)

    def span(self, first: int, last: int) -> Span:
        """The text from one token to another, both included."""
        return Span(self.start[first], self.end[last])

    def scene_at(self, i: int) -> Scene | None:
        """The scene that a token lies in."""
        return self.scenes.at(self.start[i])

    def clause_at(self, i: int) -> Clause | None:
        """The shortest clause that holds a token."""
        return self.clauses[self.clause[i]] if self.clause[i] >= 0 else None

    def paragraph(self, offset: int) -> tuple[int, int]:
        """Where the paragraph around an offset begins and ends."""
        end = self.text.find("\n\n", offset)
        return self.text.rfind("\n\n", 0, offset) + 1, len(self.text) if end < 0 else end

    def quotes_near(self, offset: int, reach: int) -> list[Quote]:
        """The quotations that lie within so many code points of an offset."""
        return list(self._said.touching(max(0, offset - reach), offset + reach))

    def quote_at(self, i: int) -> Quote | None:
        """The quotation that a token lies in."""
        return self.quotes[self.speech[i]] if self.speech[i] >= 0 else None

    def writing_at(self, i: int) -> StoryDocument | None:
        """The letter or message that a token lies in."""
        return self.documents[self.writing[i]] if self.writing[i] >= 0 else None

    def owner(self, i: int) -> tuple[bool, str | None]:
        """Whose the thing at token ``i`` is: whether the text names an owner, and which character that is."""
        k = i - 1
        while k > max(-1, i - 5) and self._between(k) and self.lower[k] not in word_set("possessives"):
            k -= 1
        if k >= 0 and (self.lower[k] in word_set("possessives") or self.lower[k] in GENITIVE):
            if self.lower[k] in GENITIVE and self.lower[k - 1] in word_set("shown"):
                return self.owner(k - 1)  # "his heart's desire"
            return True, self.possessor(k)
        if self.lower[i + 1 : i + 2] == ["of"] and i + 2 < len(self) and self.lower[i + 2] not in word_set("matters"):
            return self.pos[i + 2] in ("PRON", "PROPN", "DET"), self.other_at(i + 2)[1]
        return False, None

    def _between(self, k: int) -> bool:
        """Whether token ``k`` can stand between an owner and what is owned: "her proud, angry eyes"."""
        listed = self.lower[k] == "," and self.pos[k - 1 : k] == ["ADJ"] and self.pos[k + 1 : k + 2] == ["ADJ"]
        return listed or self.pos[k] in BETWEEN

    def possessor(self, k: int) -> str | None:
        """The character that a possessive word at token ``k`` means."""
        for last in (k, k - 1) if self.lower[k] in GENITIVE else (k,):
            found = self.ends.get(last)
            if found and (last != k or found[0] == k or self.lower[k] in GENITIVE):
                return found[1]
        return None

    def owner_until(self, i: int) -> tuple[int, str | None]:
        """Somebody's possessive that begins at token ``i``: its last token and the character."""
        if i >= len(self):
            return i, None
        last, who = self.other_at(i)
        if who and self.lower[last + 1 : last + 2] and self.lower[last + 1] in GENITIVE:
            return last + 1, who
        if self.lower[i] in word_set("possessives"):
            return i, self.possessor(i)
        return (last, who) if who and self.lower[last].endswith(("'s", "s'")) else (i, None)

    def other_at(self, i: int) -> tuple[int, str | None]:
        """A mention that begins at token ``i``: its last token and the character (the word itself where none is)."""
        found = self.begins.get(i)
        if found is None or (found[0] == i and self._determines(i)):
            return i, None
        return found[0], found[1]

    def head(self, span: Span | None) -> str | None:
        """The character that a noun phrase means; None where its head is somebody's thing or nobody known."""
        if span is None:
            return None
        inside = self.tokens(span)
        if not inside:
            return None
        core = inside[0]
        if self.lower[core] in word_set("personal") and not (len(inside) > 1 and self._determines(core)):
            return self.other_at(core)[1]
        for k in inside[1:]:
            if self.lower[k] in word_set("after_head"):
                break
            core = k
        found = self.ends.get(core)
        if found and not (self._determines(core)):
            return found[1]
        found = self.begins.get(inside[0])
        return found[1] if found and found[0] >= core else None

    def beside_speech(self, i: int) -> bool:
        """Whether a quotation stands right before or after the few words around token ``i``, as beside a cue."""
        if self.speech[i] >= 0:
            return False
        near = range(max(0, i - 4), min(len(self), i + 5))
        return any(self.speech[k] >= 0 for k in near if self.sentence[k] == self.sentence[i] or abs(k - i) <= 3)

    def _determines(self, k: int) -> bool:
        """Whether a possessive word stands before a noun, and is no object ("saw her")."""
        after = self.pos[k + 1 : k + 2] in (["NOUN"], ["ADJ"], ["PROPN"], ["NUM"])
        return self.lower[k] in word_set("possessives") and (
            self.lower[k] != "her" or (after and self.lower[k + 1] != "like")
        )

    def _of_many(self, character: Character, first: int, last: int) -> bool:
        """Whether a word means more people than the one whom it is taken for: "they" of one man among others."""
        many = first == last and self.lower[first] in word_set("plural")
        return many and character.kind != "group" and character.pronouns != "they"

    def _column(self, spans: Sequence[Spanned]) -> list[int]:
        out = [-1] * len(self.start)
        for number, span in enumerate(spans):
            for k in range(bisect_left(self.start, span.start), bisect_left(self.start, span.end)):
                out[k] = number
        return out

    def _quote_column(self) -> list[int]:
        out = [-1] * len(self.start)
        for number, quote in enumerate(self.quotes):
            for part in quote.parts or (Span(quote.start, quote.end),):
                for k in range(bisect_left(self.start, part.start), bisect_left(self.start, part.end)):
                    out[k] = number
        return out

    def _clause_column(self) -> list[int]:
        """For each token the shortest clause that holds it, or -1."""
        out = [-1] * len(self.start)
        lengths = sorted(range(len(self.clauses)), key=lambda c: self.clauses[c].start - self.clauses[c].end)
        for number in lengths:
            clause = self.clauses[number]
            for k in range(bisect_left(self.start, clause.start), bisect_left(self.start, clause.end)):
                out[k] = number
        return out

    def _place_mentions(self) -> None:
        """The longest mention that begins, and the longest that ends, at each token."""
        for character in self.characters:
            for m in character.mentions:
                first, last = bisect_left(self.start, m.start), self.token_at(m.end - 1)
                if first > last or last >= len(self) or self._of_many(character, first, last):
                    continue
                if first not in self.begins or self.begins[first][0] < last:
                    self.begins[first] = (last, character.id, m.confidence)
                if last not in self.ends or self.ends[last][0] > first:
                    self.ends[last] = (first, character.id, m.confidence)
