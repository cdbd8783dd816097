"""Frames of belief beside what is held: "Ann was in no doubt that ...", "..., according to Ann", "So Ann believed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.statements.claims.propositions import denied, stands
from unspoken.stages.statements.claims.rows import needs, past_forms, verb, word
from unspoken.stages.statements.reader import Reader

FILE = "belief_frames.toml"
LEAD, TAIL = 150, 120  # code points before and behind a clause in which a frame stands
CLOSE = 40  # code points more in which a word of a row is looked for
PLAIN = re.compile(r"[a-z]+")
NAME = (
    r"(?!(?:if|unless|whether|had|were|did|does|do|and|but|so|yet|then|now)\b)"
    r"(?-i:[A-Z][\w’'-]*?(?:\s+[A-Z][\w-]*?){0,2})"
)
PHRASE = r"(?:the|his|her|my|our|their|your)\s+[\w-]+(?:\s+[\w-]+)?"
WHO = rf"(?P<who>{NAME}|{PHRASE}|I|he|she|they|we|you|him|her|me|them|us)"
WHOSE = rf"(?P<who>(?:{NAME}|{PHRASE})(?=['’])|his|her|my|our|their|your)(?:['’]s?)?"
HEARTS = ("feels", "attitude", "status")
HOLDS = ("believes", "finds", "fears", "wonders")  # what is told of who wants, or knows, something
MARKED = (None, "that", "as if", "as though", "because", "when", "while", "whereas", "though", "although")
CONTRARY = ("when", "while", "whereas", "though", "although")
ASKED = ("if", "whether", "why")
KINDS = ("finds", "mistaken", "disbelieves", "ignorant", "believes", "wonders", "fears", "true")
OPEN = frozenset(("would", "will", "may", "might", "should", "shall", "ought", "need"))
KEPT = re.compile(r"(?:n['’]t|\bnot|\bnever)\s+(?:\w+\s+)?let\b[^.,;:!?]*$", re.IGNORECASE)  # "not let him see that"
LONG = 40  # code points before a clause in which it stands


@dataclass(frozen=True)
class Frame:
    """What a frame says of what is beside it, whose it is, and where its words are; ``past``: it was so."""

    kind: str
    holder: str
    span: Span
    past: bool


def framed(reader: Reader, k: int) -> Iterator[Statement]:
    """What the words beside clause ``k`` say that somebody holds, or lacks, of it.

    Args:
        reader: has the clauses and who is meant.
        k: the number of a clause.
    """
    clause, claim = reader.clauses[k], reader.claims.of(k)
    if claim is None or clause.marker not in (*MARKED, *ASKED):
        return
    if clause.modal in OPEN and not reader.claims.meant(k):
        return
    heart = claim.proposition.predicate in HEARTS
    frame = _lead(reader, clause, claim, KINDS) or _amid(reader, clause, claim) or _after(reader, clause, claim)
    if frame is not None and not heart and frame.kind not in HOLDS:
        return
    if frame is not None and not KEPT.search(reader.text, max(0, clause.start - LONG), clause.start):
        yield from _stated(reader, clause, claim, frame)


def found_out(reader: Reader, held: Statement) -> Statement:
    """What somebody holds; as something that they know, where it is told that they find it to be so ("It dawned on
    her that ...")."""
    clause = reader.at(held.claim.start)
    if held.kind != "think" or held.stance != "believes" or clause is None or clause.quotation is not None:
        return held
    frame = _lead(reader, clause, held.claim, ("finds",))
    return replace(held, stance="knows") if frame is not None and frame.holder == held.holder else held


def belied(reader: Reader, held: Statement) -> Iterator[Statement]:
    """That what somebody holds is not so, where the narration says so right after it ("It was not so")."""
    clause = reader.at(held.claim.start)
    if held.kind != "think" or clause is None or clause.quotation is not None or not stands(held.claim, "status"):
        return
    about, frame = held.claim.proposition.subject or "", _lead(reader, clause, held.claim, ("mistaken",))
    if frame is not None and frame.holder == held.holder:
        so = reader.statement("truth", about, denied(held.claim), "knows", clause, 0.6)
        yield replace(so, verdict=True)
        return
    for kind, m in _matches(reader, clause, "after", ("wrong", "undeceived")):
        who = _who(reader, m) if m["who"] else None
        if who in (None, held.holder):
            so = reader.statement("truth", about, denied(held.claim), "knows", clause, 0.6)
            yield replace(so, end=max(so.end, m.end()), verdict=True)
            if kind == "undeceived":
                yield replace(held, claim=denied(held.claim), start=m.start("row"), end=m.end("row"), verdict=True)
            return


def _stated(reader: Reader, clause: Clause, claim: Claim, frame: Frame) -> Iterator[Statement]:
    quote, _ = reader.voice(clause)
    to = quote.addressees if quote is not None else ()
    kind, holder = frame.kind, frame.holder
    if kind == "disbelieves":
        claim = denied(claim)
    if kind == "true":
        if quote is not None:
            return
        found = [reader.statement("truth", claim.proposition.subject or "", claim, "knows", clause, 0.6)]
        found = [replace(found[0], verdict=True)]
    elif kind in ("wonders", "fears"):
        found = [reader.statement("stance", holder, claim, kind, clause, 0.6)]  # type: ignore[arg-type]
    elif kind == "ignorant":
        if not claim.affirmed or claim.proposition.predicate == "status":
            return
        found = [reader.statement("ignorant", holder, claim, "knows", clause, 0.6)]
        if quote is None:
            found += [reader.statement("truth", claim.proposition.subject or "", claim, "knows", clause, 0.6)]
    elif quote is not None and quote.speaker == holder and claim.proposition.subject in to and frame.past:
        found = [reader.statement("retract", holder, claim, "believes", clause, 0.6, to)]
    else:
        found = [reader.statement("think", holder, claim, "knows" if kind == "finds" else "believes", clause, 0.6, to)]
        if kind == "mistaken" and quote is None:
            truth = reader.statement("truth", claim.proposition.subject or "", denied(claim), "knows", clause, 0.6)
            found = [replace(truth, verdict=True), *found]
    for s in found:
        yield replace(s, start=min(s.start, frame.span.start), end=max(s.end, frame.span.end))


def _lead(reader: Reader, clause: Clause, claim: Claim, kinds: tuple[str, ...]) -> Frame | None:
    """The frame that ends where a clause begins."""
    first = reader.minds.sentences[clause.sentence].start
    opens = reader.text[first : _begins(clause)].strip("“”\"'‘ ") == ""
    if opens and (clause.question or clause.governor is not None or clause.quotation is not None):
        return None
    aside = {"wonders"} if clause.marker in ASKED else {"true"} if clause.marker in CONTRARY else set(kinds)
    return _read(reader, clause, claim, "before" if opens else "lead", tuple(k for k in kinds if k in aside))


def _begins(clause: Clause) -> int:
    """Where what is held begins, behind its conjunction."""
    return clause.subject.start if clause.subject is not None else clause.start


def _amid(reader: Reader, clause: Clause, claim: Claim) -> Frame | None:
    """The frame between subject and verb: "Tom, thought Ann, hated her"."""
    if clause.subject is None or reader.text[clause.subject.end : clause.subject.end + 1] != ",":
        return None
    return _read(reader, clause, claim, "amid", ("believes",))


def _after(reader: Reader, clause: Clause, claim: Claim) -> Frame | None:
    """The frame that begins where a clause ends; what is told of hangs on nothing else."""
    if clause.governor is not None or clause.marker is not None or (clause.tense not in TOLD):
        return None
    kinds = ("wonders",) if clause.question else ("believes", "ignorant")
    return _read(reader, clause, claim, "after", kinds)


def _read(reader: Reader, clause: Clause, claim: Claim, where: str, kinds: tuple[str, ...]) -> Frame | None:
    for kind, m in _matches(reader, clause, where, kinds):
        who = _who(reader, m) if m["who"] else "" if kind == "true" else _doer(reader, clause, claim, m.start("row"))
        if who is not None and who != claim.proposition.subject and not _idle(reader, m):
            form = (m["verb"] or "").lower().split()[:1]
            past = bool(form) and (form[0].endswith("ed") or form[0] in past_forms())
            return Frame(kind, who, Span(m.start("row"), m.end("row")), past)
    return None


def _matches(reader: Reader, clause: Clause, where: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, re.Match[str]]]:
    """Where rows of some kinds stand beside a clause, in the same quotation or the same narration."""
    rows, (low, high) = _rows(where), _range(reader, clause, where)
    near = frozenset(PLAIN.findall(reader.text[max(0, low - CLOSE) : high + CLOSE].lower()))
    for kind in kinds:
        for row in rows.get(kind, ()):
            if any(near.isdisjoint(words) for words in row.needs):
                continue
            for m in _places(reader, clause, where, row.pattern):
                if reader.spoken.at(m.start("row")) is reader.spoken.at(clause.start) and "\n" not in m["row"]:
                    yield kind, m


def _range(reader: Reader, clause: Clause, where: str) -> tuple[int, int]:
    """The offsets between which a frame stands."""
    if where == "amid":
        return clause.subject.end if clause.subject is not None else clause.start, clause.verb.start
    if where == "after":
        return min(_ends(clause)), max(_ends(clause)) + TAIL
    low = reader.minds.sentences[max(0, clause.sentence - (where == "before"))].start
    return max(low, clause.start - LEAD), _begins(clause)


def _ends(clause: Clause) -> set[int]:
    """Where a frame may begin behind what is held."""
    ends = {clause.end, clause.verb.end, clause.object.end if clause.object is not None else clause.end}
    return ends | {o.end for o in clause.obliques}


def _places(reader: Reader, clause: Clause, where: str, row: re.Pattern[str]) -> Iterator[re.Match[str]]:
    low, high = _range(reader, clause, where)
    if where == "amid":
        found = iter((row.match(reader.text, low, high),))
    elif where == "after":
        found = (row.match(reader.text, end, end + TAIL) for end in sorted(_ends(clause)))
    else:
        found = iter((row.search(reader.text, low, high),))
    yield from (m for m in found if m is not None)


def _who(reader: Reader, m: re.Match[str]) -> str | None:
    return reader.claims.who(Span(m.start("who"), m.end("who"))) if m["who"] else None


def _doer(reader: Reader, clause: Clause, claim: Claim, at: int) -> str | None:
    """Who does something in the sentence, believing so ("He sat still, convinced that she despised him")."""
    before = reader.text[reader.minds.sentences[clause.sentence].start : at].rstrip()
    if before and before[-1] not in ",;—–(":
        return None
    for other in reader.beside(clause):
        if other.tense in TOLD and other is not clause and other.quotation == clause.quotation:
            who = reader.claims.who(other.subject)
            if who not in (None, claim.proposition.subject):
                return who
    return None


def _idle(reader: Reader, m: re.Match[str]) -> bool:
    """Whether the frame itself is only supposed, or asked ("If she was in no doubt that ...")."""
    before = re.findall(r"\w+", reader.text[max(0, m.start("row") - 20) : m.start("row")].lower())
    return bool(before) and before[-1] in resources.words(FILE, "if")


@dataclass(frozen=True)
class _Row:
    """A row of words at a place; ``needs``: of each of these sets one word at least stands where it can match. Few rows
    are ever needed for a text, so a pattern is made when its words are there."""

    line: str
    where: str
    needs: tuple[frozenset[str], ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.line, self.where)


@cache
def _rows(where: str) -> Mapping[str, tuple[_Row, ...]]:
    """The rows of a place, by kind."""
    table = resources.table(FILE)[where]
    return {
        kind: tuple(_Row(line, where, needs(line)) for line in rows.split("\n") if line) for kind, rows in table.items()
    }


@cache
def _compiled(line: str, where: str) -> re.Pattern[str]:
    pattern, seen = "", False
    for token in line.split():
        if token in ("H", "H's") and not seen:
            pattern, seen = pattern + r"\s*\b" + (WHO if token == "H" else WHOSE) + r"(?:['’](?:d|s|ve|m|re)\b)?", True
        elif token == "H|H's" and not seen:
            pattern, seen = pattern + rf"\s*\b(?:{WHO}(?:['’]s?)?)", True
        elif token[0] in "*~":
            pattern += verb(token, FILE, "(?P<verb>" not in pattern)
        else:
            pattern += word(token, {"H's": "OWN", "H": "SELF"})
    named = pattern if seen else pattern + "(?P<who>(?!))?"
    named = named if "(?P<verb>" in named else named + "(?P<verb>(?!))?"
    if where == "after":
        ends = (
            r"(?=\s*(?:$|[.,;:!?—–…”\"\n])|\s+(?:and|but|though|for|when|while|because|as|until|till|nor|now|then)\b)"
        )
        return re.compile(rf"[\s.,;:!?—–…-]*(?:(?:and|but|though|yet|for)\s+)?(?P<row>{named}){ends}", re.IGNORECASE)
    if where == "amid":
        return re.compile(rf",\s*(?P<row>{named}),", re.IGNORECASE)
    stop = r"\s*[,:]?\s*(?:(?:that|as if|as though|because|if|whether|why)\s+)?"
    stop = stop if where == "lead" else r"\s*[.:;!—–]\s*"
    return re.compile(rf"(?:(?<=^)|(?<![\w’']))(?P<row>{named}){stop}$", re.IGNORECASE)
