"""Whose mind the narration speaks from, where it tells of a heart as somebody sees it (free indirect discourse)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.stances import concludes, never_so
from unspoken.stages.statements.claims.propositions import REGARDS, heart, status_in
from unspoken.stages.statements.claims.sayings import has_saying

BACK = 2  # sentences before a claim in which somebody thinks
JOINED = re.compile(r"\s*[,;:…—–-]+\s*(?:and\s+|(?:or|at least|or at least|at any rate)\s+(?:so\s+)?|as\s+|so\s+)?")
AS_FAR = re.compile(r"\b(?:(?:as|so) far|for all|for aught) $", re.IGNORECASE)
CLOSES = 14  # code points after a clause in which words that close it may stand
IS_RIGHT = re.compile(r"\b(?:right|true|so)(?: enough| after all)?\s*[:;—–]\s*$", re.IGNORECASE)
IS_PLAIN = re.compile(
    r"\b(?:(?:so |and |then )?(?:that|this|it)(?: was| is|['’]s) (?:why|it|the reason|(?:how|what|all) it was)"
    r"|(?:one thing|it|everything|all) (?:was|is) (?:\w+ )?(?:plain|clear|certain|obvious|evident|there)"
    r"(?: enough| now| to (?:him|her|me))?)(?:, [^.:;!?]*)?\s*[:;—–.!]\s*(?:that )?$",
    re.IGNORECASE,
)
DOWN_TO = re.compile(r"[^.;!?]{0,20}?\bdown to\b", re.IGNORECASE)
LONGEST = 90  # code points of the words that say so
DOES = frozenset(("did", "does", "do"))
Who = Callable[[Span | None], str | None]


class Minds:
    """Finds whose thought a claim of the narration is.

    Args:
        text: the whole text.
        clauses: all clauses.
        sentences: of the text, in order.
        paragraphs: of the text, in order.
        who: the person whom a phrase means.
        owner: the person whose something it is.
        governed: for a clause, those that it governs.
    """

    def __init__(
        self, text: str, clauses: Sequence[Clause], sentences: Sequence[Span], paragraphs: Sequence[int], who: Who,
        owner: Who, governed: Mapping[int, Sequence[int]],
    ) -> None:  # fmt: skip
        self.text, self.who, self.owner, self.sentences, self.paragraphs = text, who, owner, sentences, paragraphs
        self.tags: dict[int, list[tuple[Clause, bool]]] = defaultdict(list)
        self.supposed: set[int] = set()
        for i, clause in enumerate(clauses):
            if clause.quotation is None and not clause.conditional and self._thinks(clause):
                own = any(self._hangs(clause, clauses[k]) for k in governed.get(i, ()))
                self.tags[clause.sentence].append((clause, not own and clause.object is None))
                if clause.governor is not None and self._thinks(clauses[clause.governor]):
                    self.supposed.add(id(clause))  # "She knew that he was thinking"
        self.led = {  # "To her mind there was no doubt of it: he loved her"
            id(clause): mind for before, clause in pairwise(clauses)
            if text[before.end : clause.start].strip() == ":" and (mind := self._framed(before)) is not None
        }  # fmt: skip

    def of(self, clause: Clause, claim: Claim) -> str | None:
        """Who thinks what a clause claims: whom "he thought" beside it names, who thinks in the sentences before it and
        is the one concerned, or whoever is concerned by what is cried out. None: nothing tells."""
        subject, concerned = claim.proposition.subject, claim.proposition.object
        beside = self.tagged(clause)
        if beside is not None and beside != subject:
            return beside
        if concerned == subject or claim.proposition.predicate == "knows":
            return None
        if (judge := self._judging(clause, subject)) is not None:
            return judge
        thinking = self._thinking(clause)
        if claim.proposition.predicate == "status":
            return next((who for who in thinking if who not in (subject, concerned)), None)
        if concerned is None:
            return next((who for who in thinking if who != subject), None) if _of_heart(claim) else None
        wishes = claim.proposition.predicate == "wants" and not (self.finds(clause) or self.plain(clause))
        return concerned if concerned in thinking or (self.concludes(clause) and not wishes) else None

    def tagged(self, clause: Clause) -> str | None:
        """Who thinks so in as many words, in the clause or right beside it."""
        return self._framed(clause) or self.led.get(id(clause)) or self._beside(clause)

    def _thinks(self, clause: Clause) -> bool:
        ascribes = clause.lemma in resources.words("beliefs.toml", "ascribing")
        if ascribes and clause.object is not None and DOWN_TO.match(self.text, clause.object.end):
            return True  # "She put it down to the rain. He was not angry with her"
        verbs = resources.words("beliefs.toml", "believing") | resources.words("beliefs.toml", "knowing")
        if (clause.lemma in verbs and not clause.passive) or concludes(self.text, clause):
            return True
        said = clause.complement
        words = self.text[said.start : said.end].lower().split() if said is not None else []
        if words == ["concerned"] and clause.subject is not None:
            return (
                AS_FAR.search(self.text, max(0, clause.start - len("for aught as")), clause.subject.start) is not None
            )
        return not resources.words("beliefs.toml", "sure").isdisjoint(words)

    def _hangs(self, tag: Clause, below: Clause) -> bool:
        """Whether a clause is what is thought, and none that the parser hung there ("he thought, and nobody knew")."""
        return below.start < tag.start or not JOINED.fullmatch(self.text, tag.end, below.start)

    def _framed(self, clause: Clause) -> str | None:
        """In whose eyes it is so: "In her opinion he despised her", "As far as he knew, she had never cared"."""
        for o in clause.obliques:
            last = (self.text[o.start : o.end].lower().split() or [""])[-1]
            fronted = o.start < clause.verb.start
            if fronted and o.preposition in ("in", "to") and last in resources.words("beliefs.toml", "frames"):
                return self.owner(Span(o.start, o.end))
        for tag, _ in self.tags.get(clause.sentence, ()):
            if clause.start < tag.start < clause.verb.start and AS_FAR.search(self.text, clause.start, tag.start):
                return self.who(tag.subject)
        return None

    def _beside(self, clause: Clause) -> str | None:
        """Whom a tag names right after the claim or before it ("She wants the boat, he thinks")."""
        for tag, bare in self.tags.get(clause.sentence, ()):
            first, second = sorted((clause, tag), key=lambda c: c.start)
            between = self.text[first.end : second.start] if first.end <= second.start else "?"
            leads = first is tag and not between.strip() and tag.lemma in resources.words("beliefs.toml", "believing")
            if bare and tag is not clause and (leads or JOINED.fullmatch(between)) and not tag.negated:
                return self.who(tag.subject)
        return None

    def _thinking(self, clause: Clause) -> list[str]:
        """Who thinks in the sentences right before, of one paragraph, the nearest first."""
        paragraph, out = self._paragraph(clause.sentence), list[str]()
        for n in range(clause.sentence - 1, max(-1, clause.sentence - 1 - BACK), -1):
            if self._paragraph(n) != paragraph:
                break
            tags = (tag for tag, _ in reversed(self.tags.get(n, ())) if not tag.negated or never_so(self.text, tag))
            tags = (tag for tag in tags if id(tag) not in self.supposed)
            out += [who for tag in tags if (who := self.who(tag.subject))]
        return out

    def _judging(self, clause: Clause, subject: str | None) -> str | None:
        """Who has made up their mind about somebody in the sentence right before ("She knew all about him")."""
        same = clause.sentence and self._paragraph(clause.sentence - 1) == self._paragraph(clause.sentence)
        for tag, _ in reversed(self.tags.get(clause.sentence - 1, ())) if same else ():
            about = (o for o in tag.obliques if o.preposition.split()[-1] in ("about", "of"))
            if not tag.negated and any(self.who(Span(o.start, o.end)) == subject for o in about):
                judge = self.who(tag.subject)
                return judge if judge != subject else None
        return None

    def concludes(self, clause: Clause) -> bool:
        """Whether it sounds like what somebody comes to think: cried out, "So he hated her", "He hated her, then"."""
        parted = status_in(self.text[clause.verb.start : clause.end].lower()) is not None
        if clause.lemma not in heart() and clause.lemma != "be" and not parted and not has_saying(self.text, clause):
            return False
        span = self.sentences[clause.sentence]
        words = self.text[span.start : span.end].lower().replace("’", "'")
        first, *others = words.split() or [""]
        at = clause.start - span.start
        then = first == "then" and clause.tense == "pluperfect" and at <= len("then ")  # "Then he had never cared!"
        opens = then or (first.strip(",.!—–") in _table()["opens"].split() and at <= len(first) + 1)
        opens = opens or any(words.startswith(p) and at <= len(p) + 2 for p in _table()["opening"])
        goes_on = bool(others) and others[0] in _table()["goes_on"].split()
        cried = words.rstrip("”'\" \n").endswith("!") and not {"“", '"'} & set(words)
        told = IS_RIGHT.search(self.text, span.start, clause.start) is not None
        return (
            cried
            or told
            or self.plain(clause)
            or (opens and not goes_on)
            or self._closes(clause, "closes")
            or self.finds(clause)
        )

    def plain(self, clause: Clause) -> bool:
        """Whether it is said right before that it is plain, to whoever sees it ("It was all there: she hated him", "One
        thing was certain. She hated him")."""
        begins = clause.start if clause.subject is None else max(clause.start, clause.subject.start)
        return IS_PLAIN.search(self.text, max(0, clause.start - LONGEST), begins) is not None

    def finds(self, clause: Clause) -> bool:
        """Whether it sounds like what somebody finds to be so: "He had loved her all along", "She did want him"."""
        before = self.text[clause.start : clause.verb.start].lower().split()
        does = bool(before) and before[-1] in DOES and clause.lemma in heart()
        does = does and not (clause.negated or clause.question or clause.marker or "what" in before)
        undone = clause.negated and clause.tense == "pluperfect" and self._so(clause)
        return does or undone or self._closes(clause, "finds")

    def _so(self, clause: Clause) -> bool:
        """ "So he had not despised her"."""
        span = self.sentences[clause.sentence]
        first = self.text[span.start : span.end].lower().split()[:1]
        return bool(first) and first[0].strip(",") == "so" and clause.start - span.start <= len("so, ")

    def _closes(self, clause: Clause, how: str) -> bool:
        tail = self.text[clause.verb.end : min(clause.end + CLOSES, self.sentences[clause.sentence].end)].lower()
        ends = r"\s*(?:$|[.,;:!?—–])"
        if how == "closes":  # "He hated her then, in the dark" tells when
            return any(re.search(rf"(?:,\s*{p}{ends}{_alone(p, clause)})", tail) for p in _table()[how])
        return any(re.search(rf"\b{p}{ends}", tail) for p in _table()[how])

    def _paragraph(self, sentence: int) -> int:
        return bisect_right(self.paragraphs, self.sentences[sentence].start)


def _alone(words: str, clause: Clause) -> str:
    """Words that close a clause may do so with no comma; but "He had loved her then" tells when."""
    return "" if words == "then" and clause.tense == "pluperfect" else rf"|\b{words}\s*(?:$|[.;:!?—–])"


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = resources.table("beliefs.toml")["concludes"]
    return table


def _of_heart(claim: Claim) -> bool:
    return isinstance(claim.prop, Atom) and claim.prop.name.startswith(REGARDS)
