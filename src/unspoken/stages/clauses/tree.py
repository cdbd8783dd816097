"""The text's dependencies, with the questions that clauses ask of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from unspoken import resources
from unspoken.layers.spans import Span

VERBAL = frozenset(("aux", "aux:pass", "cop"))
NO_CLAUSE = frozenset(("amod", "compound", "case", "fixed", "flat", "det", "mark", "discourse", "cc")) | VERBAL
INSIDE_PHRASE = frozenset(("det", "amod", "nmod:poss", "compound", "nummod", "flat", "fixed", "advmod", "det:predet"))
WITHIN_MODIFIER = INSIDE_PHRASE | {"case", "cc", "conj"}
LINKING = resources.words("clauses.toml", "linking")
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj"))


class Tree:
    """Columns of the whole text, one entry a token; ``owner[i]`` is the predicate that word i belongs to, or -1."""

    def __init__(
        self,
        words: Sequence[str],
        pos: Sequence[str],
        lemmas: Sequence[str],
        heads: Sequence[int],
        relations: Sequence[str],
        starts: Sequence[int],
        ends: Sequence[int],
    ) -> None:
        self.words, self.pos, self.lemmas = words, pos, lemmas
        self.heads, self.relations = list(heads), list(relations)
        self.starts, self.ends = starts, ends
        self.low = [w.lower().replace("’", "'") for w in words]
        for i, verb in self._felt():
            self.heads[i], self.relations[i] = verb, "xcomp"
        self.children: list[list[int]] = [[] for _ in words]
        for i, h in enumerate(self.heads):
            if h >= 0:
                self.children[h].append(i)
        self.predicate = [self._is_predicate(i) for i in range(len(words))]
        self.owner = self._owners()
        self.own: dict[int, list[int]] = {}
        for i, p in enumerate(self.owner):
            if p >= 0:
                self.own.setdefault(p, []).append(i)

    def _felt(self) -> Iterator[tuple[int, int]]:
        """Adjectives right behind a verb of seeming that the parser hangs on a verb before it: (adjective, verb)."""
        for i in range(1, len(self.words)):
            k = i - 1
            while k > 0 and self.pos[k] == "ADV":
                k -= 1
            seems = self.pos[i] == "ADJ" and self.pos[k] == "VERB" and self.lemmas[k] in LINKING
            if seems and self.heads[i] in range(k) and not self._under(k, i):
                yield i, k

    def _under(self, i: int, head: int) -> bool:
        """Whether word ``i`` hangs on another, directly or through others."""
        while i >= 0 and i != head:
            i = self.heads[i]
        return i == head

    def related(self, i: int, relations: Iterable[str]) -> list[int]:
        """The children of word ``i`` with one of the relations, in text order."""
        return [c for c in self.children[i] if self.relations[c] in relations]

    def above(self, p: int) -> int:
        """The predicate to which predicate ``p`` belongs, or -1."""
        return self.owner[self.heads[p]] if self.heads[p] >= 0 else -1

    def span(self, first: int, last: int) -> Span:
        """Offsets of tokens [first, last)."""
        return Span(self.starts[first], self.ends[last - 1])

    def phrase(self, head: int) -> tuple[int, int]:
        """Tokens [first, last) of a noun phrase: its head with what stands before it, and the rest of a name."""
        members = set(self._name(head))
        waiting = sorted(members)
        while waiting:
            k = waiting.pop()
            inner = INSIDE_PHRASE if k == head else WITHIN_MODIFIER
            found = [
                c for c in self.children[k] if self.relations[c] in inner and (c < head or self.relations[c] == "flat")
            ]
            members.update(found)
            waiting.extend(found)
        first = last = head
        while first - 1 in members:
            first -= 1
        while last + 1 in members:
            last += 1
        return first, last + 1

    def _name(self, head: int) -> range:
        """The run of names in which word ``head`` stands, titles among them; the word alone where it is no name."""
        first = last = head
        while self.pos[first] == self.pos[head] == "PROPN" and first > 0 and self.pos[first - 1] == "PROPN":
            first -= 1
        while (
            self.pos[last] == self.pos[head] == "PROPN" and last + 1 < len(self.pos) and self.pos[last + 1] == "PROPN"
        ):
            last += 1
        return range(first, last + 1)

    def _is_predicate(self, i: int) -> bool:
        pos, relation = self.pos[i], self.relations[i]
        if any(self.relations[c] == "cop" or (self.relations[c] == "aux" and pos != "VERB") for c in self.children[i]):
            return True
        if pos == "AUX":
            return relation not in VERBAL
        governs = relation in ("case", "amod") and any(self.relations[c] == "obj" for c in self.children[i])
        free = relation not in NO_CLAUSE or governs
        return pos == "VERB" and free and not self._participle_complement(i)

    def _participle_complement(self, i: int) -> bool:
        """ "looked pleased": the participle is what the clause says of its subject, no clause of its own."""
        h = self.heads[i]
        if (
            self.relations[i] not in ("xcomp", "conj", "advcl")
            or h < 0
            or self.lemmas[h] not in LINKING
            or self.lemmas[h] == "be"
        ):
            return False
        bare = not any(self.relations[c] in ("mark", "aux", "nsubj", "obj", "cop") for c in self.children[i])
        return i == h + 1 and bare and not self.low[i].endswith("ing") and self.low[i] != self.lemmas[i]

    def _owners(self) -> list[int]:
        """For each word the nearest predicate at or above it."""
        out = [-2] * len(self.words)
        for i in range(len(out)):
            path = []
            k = i
            while k >= 0 and out[k] == -2:
                if self.predicate[k]:
                    out[k] = k
                    break
                path.append(k)
                k = self.heads[k]
            found = out[k] if k >= 0 else -1
            for j in path:
                out[j] = found
        return out
