"""The clauses of one stretch: a sentence, or what of it lies in one quotation or outside of any."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.layers.clauses import Clause, Oblique
from unspoken.layers.spans import Span
from unspoken.stages.clauses import features
from unspoken.stages.clauses.phrases import ASKING, RELATIVE, Group, Phrase, noun_phrases, verb_groups

COPULAS = frozenset(
    [
        "be",
        "seem",
        "look",
        "feel",
        "become",
        "grow",
        "get",
        "turn",
        "appear",
        "remain",
        "sound",
        "stay",
        "keep",
        "go",
        "fall",
        "stand",
        "lie",
    ]
)
STRONG = frozenset((";", ":", "—", "–", "--", ".", "!", "?", "…", "..."))
COMPLEMENT = frozenset(("ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV", "PRON", "VERB", "PART"))
WH = frozenset(("that", "if", "whether", "what", "how", "why", "where", "who", "when"))


@dataclass(frozen=True)
class Text:
    """Columns of the whole text, one entry a token."""

    words: list[str]
    pos: list[str]
    lemmas: list[str]
    starts: list[int]
    ends: list[int]

    def span(self, first: int, last: int) -> Span:
        return Span(self.starts[first], self.ends[last - 1])


class Segment:
    """Tokens [first, last) of a text; ``offset`` is the index that its first clause gets in the layer."""

    def __init__(self, text: Text, first: int, last: int, sentence: int, quotation: str | None, offset: int) -> None:
        self.text, self.first, self.last = text, first, last
        self.sentence, self.quotation, self.offset = sentence, quotation, offset
        self.phrases = noun_phrases(text.words, text.pos, first, last)
        self.groups = verb_groups(text.words, text.pos, text.lemmas, self.phrases, first, last)
        self.asks = "?" in text.words[max(first, last - 3) : last]
        self.subjects: list[Phrase | None] = []

    def clauses(self) -> list[Clause]:
        """All clauses, in the order of their verbs."""
        return [self._clause(n, group) for n, group in enumerate(self.groups)]

    def _clause(self, n: int, group: Group) -> Clause:
        text, words = self.text, self.text.words
        low = self.groups[n - 1].last if n else self.first
        high = self.groups[n + 1].first if n + 1 < len(self.groups) else self.last
        opens = features.marker(words, text.pos, low, group.first)
        subject, shared = self._subject(n, group, low)
        self.subjects.append(subject)
        right = [p for p in self.phrases if group.last <= p.first < high and p is not subject]
        right = self._leave_next_subject(n, right)
        target = self._object(group, right)
        lemma = text.lemmas[group.main]
        verb = features.modal(words, text.lemmas, group)
        complement = self._complement(group, high) if lemma in COPULAS else None
        if complement is not None:
            target = None
        denied = group.negated or any(features.negative_phrase(words, p.first, p.last) for p in (subject, target) if p)
        if complement is not None and text.words[group.last : group.last + 1] == ["no"]:
            denied = True
        began = min((subject.first if subject and not shared and subject.first >= low else group.first), group.first)
        return Clause(
            start=text.starts[began],
            end=text.ends[high - 1] if high > group.last else text.ends[group.last - 1],
            sentence=self.sentence,
            verb=text.span(group.main, group.main + 1),
            lemma=lemma,
            subject=text.span(subject.first, subject.last) if subject else None,
            object=text.span(target.first, target.last) if target else None,
            complement=complement,
            obliques=tuple(
                Oblique(words[p.preposition].lower(), text.starts[p.first], text.ends[p.last - 1])
                for p in right
                if p.preposition is not None
            ),
            tense=features.tense(words, text.lemmas, group, subject is None or shared, self.quotation is not None),
            negated=denied,
            modal=verb,
            conditional=opens in features.IRREALIS or (opens or "").startswith("as ") or verb in ("would", "might"),
            question=self.asks
            and (group.inside is not None or n == 0 or opens in ASKING or self._inverted(group, low)),
            passive=features.passive(words, text.lemmas, group),
            marker=opens,
            governor=self._governor(n, group, low, opens, shared),
            subject_shared=shared,
            quotation=self.quotation,
        )

    def _inverted(self, group: Group, low: int) -> bool:
        """A verb before its subject, nothing before both."""
        return all(self.text.pos[k] in ("PUNCT", "ADV", "CCONJ", "INTJ") for k in range(low, group.first))

    def _subject(self, n: int, group: Group, low: int) -> tuple[Phrase | None, bool]:
        """The subject, and whether it is taken over from a clause before."""
        words = self.text.words
        if group.inside is not None:
            return group.inside, False
        left = [p for p in self.phrases if low <= p.first and p.last <= group.first]
        if group.to:
            direct = [p for p in left if p.preposition is None and p.last == group.first]
            return (direct[-1], False) if direct else (self._before(n), True)
        free = [p for p in left if p.preposition is None and not self._behind(p, group)]
        if n:
            free = [p for p in free if not self._coordinated(p, group)]
        word = words[group.first - 1].lower() if group.first > self.first else ""
        if word in RELATIVE and word != "whose" and self.text.pos[group.first - 1] == "PRON":
            owner = [p for p in self.phrases if p.last <= group.first - 1]
            if owner and group.first - owner[-1].last <= 3:
                return owner[-1], False
        if free:
            return free[-1] if not self._list(free) else free[0], False
        if self._participle(group) or left or low > self.first:
            return self._before(n), True
        right = next((p for p in self.phrases if p.first >= group.last), None)
        if (
            right is not None
            and right.preposition is None
            and right.first - group.last <= 1
            and self._may_invert(group)
        ):
            return right, False
        return None, False

    def _may_invert(self, group: Group) -> bool:
        """The verb opens its stretch: "said Rafi" after speech, "Is that Con" in a question."""
        spoken = self.quotation is None and group.first <= self.first + 1 and self.text.words[group.first][0].islower()
        return spoken or (self.asks and self.text.pos[group.main] == "AUX")

    def _behind(self, p: Phrase, group: Group) -> bool:
        """A strong mark between the phrase and the verb: it belongs to what came before."""
        return any(self.text.words[k] in STRONG for k in range(p.last, group.first))

    def _coordinated(self, p: Phrase, group: Group) -> bool:
        """A conjunction or comma after the phrase: it belongs to the verb before ("wiped his eyes and went")."""
        return any(self.text.pos[k] == "CCONJ" or self.text.words[k] == "," for k in range(p.last, group.first))

    def _list(self, free: list[Phrase]) -> bool:
        """ "Anne and Tom came": the first of a coordinated pair stands for the subject."""
        a, b = free[-2:] if len(free) > 1 else (free[0], free[0])
        return b.first - a.last == 1 and self.text.words[a.last].lower() == "and"

    def _participle(self, group: Group) -> bool:
        return not group.auxiliaries and self.text.words[group.main].lower().endswith("ing")

    def _before(self, n: int) -> Phrase | None:
        return next((s for s in reversed(self.subjects[:n]) if s is not None), None)

    def _leave_next_subject(self, n: int, right: list[Phrase]) -> list[Phrase]:
        """Phrases after the verb less the one that is the next finite verb's subject."""
        if n + 1 >= len(self.groups) or not right:
            return right
        following = self.groups[n + 1]
        finite = not following.to and not self._participle(following)
        last = right[-1]
        close = all(self.text.pos[k] in ("ADV", "PART", "PUNCT") for k in range(last.last, following.first))
        gap = [self.text.words[k] for k in range(last.last, following.first)]
        if following.inside is None and finite and last.preposition is None and close and "," not in gap:
            return right[:-1]
        return right

    def _object(self, group: Group, right: list[Phrase]) -> Phrase | None:
        """The nearest phrase after the verb with nothing but adverbs between, and no preposition."""
        for p in right:
            between = range(group.last, p.first)
            if p.preposition is None and all(self.text.pos[k] in ("ADV", "PART", "ADP") for k in between):
                return p
            break
        return None

    def _complement(self, group: Group, high: int) -> Span | None:
        """The predicate after a copula: up to a preposition, a conjunction or a mark."""
        k = group.last
        while k < high and self.text.pos[k] in COMPLEMENT and self.text.words[k].lower() not in ("to", "that"):
            if self.text.pos[k] == "PRON" and self.text.words[k].lower() not in (
                "his",
                "her",
                "my",
                "your",
                "their",
                "our",
                "mine",
                "hers",
                "yours",
                "nothing",
                "himself",
                "herself",
            ):
                break
            k += 1
        if (
            k == group.last
            and k < high + 1
            and self.text.lemmas[group.main] == "be"
            and k < self.last
            and self.text.pos[k] == "VERB"
        ):
            k += 1
        return self.text.span(group.last, k) if k > group.last else None

    def _governor(self, n: int, group: Group, low: int, opens: str | None, shared: bool) -> int | None:
        """The clause before, where this one is what is thought, said or wanted in it."""
        if n == 0:
            return None
        between = self.text.words[low : group.first]
        if any(word in STRONG for word in between):
            return None
        if group.to or (opens in WH and ("," not in between or opens == "that")):
            return self.offset + n - 1
        plain = opens is None and not shared and "," not in between
        conjunction = any(self.text.pos[k] == "CCONJ" for k in range(low, group.first))
        relative = any(w.lower() in RELATIVE for w in between)
        return self.offset + n - 1 if plain and not conjunction and not relative else None
