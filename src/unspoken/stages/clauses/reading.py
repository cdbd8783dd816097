"""From the dependencies of a whole text to its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.clauses import arguments, features
from unspoken.stages.clauses.features import Verb
from unspoken.stages.clauses.tree import Tree

CONTENT = resources.words("clauses.toml", "content")
ASIDE = frozenset(("who", "which", "whose", "whom"))
REACH, SPEAKER = 14, 6  # words back to what opens an aside; words from a verb of saying to its subject's head
ARGUMENT = frozenset(("ccomp", "xcomp", "csubj", "obj"))


class Reading:
    """Reads the clauses off a text's dependencies.

    Args:
        tree: the dependencies.
        quotation: for each token the id of the quotation that it lies in.
        sentence: for each token the number of its sentence.
        asking: whether each token lies in a stretch that ends as a question.
    """

    def __init__(
        self, tree: Tree, quotation: Sequence[str | None], sentence: Sequence[int], asking: Sequence[bool]
    ) -> None:
        self.tree, self.quotation, self.sentence, self.asking = tree, quotation, sentence, asking
        verbs = {p: features.verb_of(tree, p) for p in tree.own}
        self.verbs = dict(sorted(verbs.items(), key=lambda item: item[1].token))
        self.order = list(self.verbs)
        self.index = {p: n for n, p in enumerate(self.order)}
        self.subjects: dict[int, int | None] = {}
        self.shared: set[int] = set()
        self.resumed: set[int] = set()
        self._find_subjects()

    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, in text order of their verbs."""
        return tuple(self._clause(p, verb) for p, verb in self.verbs.items())

    def _find_subjects(self) -> None:
        """Own subjects first; then those taken over, from above before below."""
        for p, verb in self.verbs.items():
            own = arguments.own_subject(self.tree, p, verb)
            self.subjects[p] = self._speaker(p) if own is None else own
        for p in self.verbs:
            if self.subjects[p] is None:
                self.subjects[p] = self._told_of(p)
                if self.subjects[p] is not None:
                    self.resumed.add(p)
        waiting = [p for p in self.verbs if self.subjects[p] is None and self._takes_over(p)]
        for p in waiting:
            self._take_over(p)

    def _told_of(self, p: int) -> int | None:
        """The noun that a relative clause or a participle right before the verb tells of.

        "Anne, who had waited, got up"; "Anne, having waited, got up".
        """
        n, verb, tree = self.index[p], self.verbs[p], self.tree
        q = self.order[n - 1] if n else -1
        first = min((verb.token, *verb.auxiliaries))
        finite = not verb.to and not tree.low[verb.token].endswith("ing")
        if q < 0 or not finite or self.sentence[q] != self.sentence[p] or tree.words[first - 1] != ",":
            return None
        opens = next((k for k in range(q, max(q - REACH, 1), -1) if self._opens_aside(k)), None)
        return opens - 2 if opens is not None and tree.pos[opens - 2] in ("NOUN", "PROPN", "PRON") else None

    def _opens_aside(self, k: int) -> bool:
        """A relative pronoun or a participle after a comma."""
        low = self.tree.low[k]
        aside = low in ASIDE or (low.endswith("ing") and self.tree.pos[k] in ("VERB", "AUX"))
        return aside and self.tree.words[k - 1] == ","

    def _take_over(self, p: int) -> None:
        """The subject of the predicate above, found there first if need be."""
        chain = [p]
        while (above := self.tree.above(chain[-1])) >= 0 and self.subjects[above] is None and len(chain) < 50:
            chain.append(above)
        for q in reversed(chain):
            above = self.tree.above(q)
            if above >= 0 and self.subjects[q] is None and self._takes_over(q):
                self.subjects[q] = arguments.controller(self.tree, q, above, self.subjects)
                if self.subjects[q] is not None:
                    self.shared.add(q)

    def _takes_over(self, p: int) -> bool:
        """Whether a predicate without a subject may share one: it is joined to another, or not finite."""
        tree, verb = self.tree, self.verbs[p]
        if self._asked_for(p):
            return False
        if tree.relations[p] in ("conj", "xcomp", "advcl", "parataxis", "acl"):
            return True
        return verb.to or tree.low[verb.token].endswith("ing")

    def _asked_for(self, p: int) -> bool:
        """A question word is its subject."""
        subjects = self.tree.related(p, ("nsubj", "nsubj:pass"))
        return any(self.tree.low[c] in features.QUESTION_WORDS for c in subjects)

    def _speaker(self, p: int) -> int | None:
        """The noun after a verb of saying that opens what follows a quotation ("said Anne")."""
        tree = self.tree
        if self.quotation[p] is not None or tree.low[p] not in resources.words("speech.toml", "say"):
            return None
        opens = p == 0 or self.sentence[p - 1] != self.sentence[p] or self.quotation[p - 1] is not None
        if not opens or not tree.words[p][0].islower():
            return None
        return next((k for k in range(p + 1, min(p + SPEAKER, len(tree.low))) if self._may_speak(p, k)), None)

    def _may_speak(self, p: int, k: int) -> bool:
        first, last = self.tree.phrase(k)
        return first == p + 1 and last == k + 1 and self.tree.pos[k] in ("PROPN", "NOUN", "PRON")

    def _clause(self, p: int, verb: Verb) -> Clause:
        tree, shared = self.tree, p in self.shared
        subject = self.subjects[p]
        target, indirect = arguments.objects(tree, p)
        if target == subject:
            target = None
        said = arguments.complement(tree, p, verb)
        if said is not None:
            target = None
        if subject is None and said is not None and verb.token < p and tree.pos[p] in ("PROPN", "PRON"):
            subject, said = p, None  # "Where's Anne?": who is asked after is the subject
        if subject is None and verb.token == p and self._after_its_verb(p, target):
            subject, target = target, None  # "There was a letter", "In the hall stood a man"
        modal, opens = features.modal(tree, verb), features.marker(tree, p)
        spoken = self.quotation[p] is not None
        first, last = self._extent(p)
        return Clause(
            start=tree.starts[first],
            end=tree.ends[last],
            sentence=self.sentence[p],
            verb=tree.span(verb.token, verb.token + 1),
            lemma=tree.lemmas[verb.token],
            subject=self._phrase(subject),
            object=self._phrase(target),
            complement=said,
            obliques=arguments.obliques(tree, p, indirect),
            tense=features.tense(tree, verb, modal, subject is None, spoken),
            negated=verb.negated or self._denied(subject if not shared else None, target, p if said else None),
            modal=modal,
            conditional=features.conditional(opens, modal),
            question=self._question(p),
            passive=features.passive(tree, p, verb),
            marker=opens,
            governor=self._governor(p, verb),
            subject_shared=shared,
            quotation=self.quotation[p],
        )

    def _after_its_verb(self, p: int, target: int | None) -> bool:
        """What the parser calls the object is the subject: after "there", or after a place and a verb of place."""
        tree = self.tree
        if tree.related(p, ("expl",)):
            return True
        place = any(c < p and tree.relations[c] in ("obl", "advmod") for c in tree.children[p])
        return place and target is not None and target > p and tree.lemmas[p] in arguments.MOTION

    def _phrase(self, head: int | None) -> Span | None:
        return None if head is None else self.tree.span(*self.tree.phrase(head))

    def _extent(self, p: int) -> tuple[int, int]:
        """The first and last of the predicate's own words, marks and conjunctions at the edges left out."""
        own = [i for i in self.tree.own[p] if self.tree.pos[i] not in ("PUNCT", "CCONJ") or i == p]
        return own[0], own[-1]

    def _denied(self, *heads: int | None) -> bool:
        """A noun phrase denies: nobody came, he had no fear."""
        for h in heads:
            if h is not None:
                first, _ = self.tree.phrase(h)
                if self.tree.low[first] in features.DENYING or self.tree.low[h] in features.DENYING:
                    return True
        return False

    def _question(self, p: int) -> bool:
        """The sentence asks, and this clause is no part of another one."""
        while self.tree.relations[p] in ("conj", "parataxis") and self.tree.above(p) >= 0:
            p = self.tree.above(p)
        return self.asking[p] and self.tree.relations[p] == "root"

    def _governor(self, p: int, verb: Verb) -> int | None:
        """The clause that this one is what is thought, said, wanted or meant in; joined clauses have the same one."""
        tree = self.tree
        seen = 0
        while tree.relations[p] == "conj" and p in self.shared and tree.above(p) >= 0 and seen < 50:
            p, seen = tree.above(p), seen + 1
        above = tree.above(p)
        if above < 0 or p in self.resumed:
            return None
        opens = features.marker(tree, p)
        content = (tree.relations[p] == "acl" and opens == "that") or self._content(p, above, opens)
        return self.index[above] if tree.relations[p] in ARGUMENT or verb.to or content else None

    def _content(self, p: int, above: int, opens: str | None) -> bool:
        """What a verb of thought or speech is about, though the parser calls it something else."""
        tree = self.tree
        if tree.lemmas[above] not in CONTENT or p < above or opens not in (None, "that", "if", "whether"):
            return False
        if opens == "that":
            return tree.relations[p] != "acl:relcl"
        subject = self.subjects[p]
        if subject is None or p in self.shared or subject < above or opens is not None:
            return False
        return all(tree.pos[k] not in ("PUNCT", "CCONJ") for k in range(above, subject))
