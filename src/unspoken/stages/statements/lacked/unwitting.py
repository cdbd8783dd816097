"""Who does not know something of another, by wordings that no clause shows: "took care that she should not see"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from unspoken import resources
from unspoken.layers.beliefs import Proposition, Stance
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.prefilter import Prefilter, compiled, needed, words_in
from unspoken.stages.statements.lacked.unseen import unsure
from unspoken.stages.statements.marked import ACTING, PERSON, Marked, marked
from unspoken.stages.statements.reader import Reader

FILES = ("unwitting.toml", "misjudgments.toml", "unsuspecting.toml", "illusions.toml", "kept_back.toml")
SURE, GUESSED = 0.65, 0.5
# what stands between who does not know and the verb: "Ann, on her part, had no idea", "Ann herself had"
BETWEEN = r",? who|,? (?:him|her|my)self,?|, (?!and\b|or\b|but\b)(?:[a-z]+|%P%%S%)(?: (?:[a-z]+|%P%%S%)){0,3},"
LONG = 30  # code points before the words, in which it may be left open
OPEN = re.compile(r"\b(?:whether|unless|perhaps|maybe|probably|possibly|suppose|supposing|if|as though)\b[^,;]*$", re.I)
CUT = re.compile(
    r",\s*(?:and|but|for|so|yet|nor|or|when|while|as|though|although|because)\b|\bbut\b|[“”\"]|"
    r"\band (?=(?:had|was|were|did|could|would|felt|found|went|thought|looked|began)\b)"  # of the holder
)
ASKED = re.compile(r"\b(?:how|what|why)\s*$", re.IGNORECASE)
ASKS = re.compile(r"\s*(?:how|what|why)\b", re.IGNORECASE)
ANNOUNCED = re.compile(r"\b(?:ought to|should) have\b", re.IGNORECASE)  # and it may yet not be told
HOUSE = re.compile(r"\b(?:at|to|from|near|towards) (?:old |young |dear |poor )?$", re.IGNORECASE)
OWNED = re.compile(r"['’]s(?=[^\w ]|$| (?:and|or|would|should|was|were|had|that|which|when|with|in|on|by|for)\b)")
FELT_FOR = re.compile(
    rf"({PERSON})['’]s (?:\w+ )?(?:liking|love|affection|fondness|pity|contempt|hatred|dislike|feelings?|passion|"
    r"longing|interest|admiration|regard|respect|sympathy|tenderness|friendship|compassion|fear|jealousy) "
    r"(?:for|of|towards?|in) $",
    re.IGNORECASE,
)
PARTS = re.compile(r"[;:—–]|--|\bbut\b|”")
BESIDE = 150  # code points around the words in which somebody talks with who does not know
GRANTS = re.compile(
    r"(?:well, |and |so |but )?(?:(?:perhaps|maybe|so) i (?:was|am|did|do|had|have)|i (?:was|am|did|do|had|have)|"
    r"you (?:were|are) (?:quite )?right)(?: (?:\w+ ){1,2}too\b|\s*(?:[.,;!—–”’\"]|--))",
    re.IGNORECASE,
)
NAME = 12  # words by which a fact is called
# what somebody held is an error, and no mere ignorance: "She had thought him cold", "I thought you didn't know"
HELD = re.compile(
    r"\b(?:I|you|had|have|has|['’](?:d|ve|s)) "
    r"(?:always |once |at first |first |only |really |actually |quite |honestly |long )?"
    r"(?:thought|believed|supposed|imagined|fancied|deemed|considered|judged|assumed|mistook|mistaken|"
    r"(?:took|taken) \w+(?: \w+)? for)\b",
    re.IGNORECASE,
)
WHERE = re.compile(
    r" (?:that )?[\w’']+ (?:was|were) (?:in|at|on|out|off|up|down|over|here|there|home|away|gone|back|upstairs"
    r"|downstairs)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:never|not|hardly|scarcely|little|nor|how)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Frame:
    source: str
    first: str
    where: str
    back: bool
    found: bool
    held: bool


def unwitting(reader: Reader) -> Iterator[Statement]:
    """Statements of ignorance by whole wordings.

    Args:
        reader: has the text, its sentences and who is meant.
    """
    acting = {c.subject.start: c for c in reversed(reader.clauses) if c.subject is not None}
    for n, sentence in enumerate(reader.minds.sentences):
        if _trigger().search(reader.text, sentence.start, sentence.end) is None:
            continue
        here = marked(reader, sentence.start, sentence.end)
        before = reader.minds.sentences[n - 1].start if n else sentence.start
        for frame in _frames().among(words_in(reader.text[before : sentence.end])) if here.who else ():
            looked = marked(reader, before, sentence.end) if frame.back else here
            found = _of(reader, frame, looked, acting)
            if found is not None:
                yield found


def _of(reader: Reader, frame: _Frame, here: Marked, acting: Mapping[int, Clause]) -> Statement | None:
    m = compiled(frame.source).search(here.text)
    if m is None or here.text.rstrip("”’\"' ").endswith("?"):
        return None
    if OPEN.search(here.text, max(0, m.start() - LONG), m.start()) or not _one_voice(reader, frame, here, m):
        return None
    tail = _cut(here, m)
    holder, about = _people(reader, frame, here, m, tail)
    if frame.first == "partner":
        holder = _talking_with(reader, about, here.at[m.start()])
    if holder is None or about is None or holder == about:
        return None
    if "same" in m.re.groupindex and here.who[m["same"]] != holder:
        return None
    start, end = here.at[m.start()], max(here.at[tail[1]], here.at[m.end()] if "tail" not in m.re.groupindex else 0)
    clause = acting.get(start) or reader.at(start)
    if clause is not None and unsure(reader, clause):
        return None
    if not _of_self(reader, frame, holder, about, start) or (frame.where == "talk" and _granted(reader, about, start)):
        return None
    found = _statement(reader, holder, about, start, end, frame.where, frame.held)
    return replace(found, to=(holder,)) if found is not None and frame.found else found


def _granted(reader: Reader, about: str, at: int) -> bool:
    """Whether the one of whom it is said grants it ("I thought you were angry." "I was")."""
    said = reader.spoken.at(at)
    near = reader.spoken.touching(said.end, said.end + BESIDE) if said is not None else []
    answer = min((q for q in near if said is not None and q.start >= said.end), key=lambda q: q.start, default=None)
    own = answer is not None and answer.speaker == about
    return own and answer is not None and GRANTS.match(reader.text, answer.start + 1) is not None


def _of_self(reader: Reader, frame: _Frame, holder: str, about: str, at: int) -> bool:
    """Whether it is of whoever says it ("He thinks I am asleep") or tells it, where the wording has it so."""
    quote = reader.spoken.at(at)
    if frame.where == "own":
        return quote is not None and quote.speaker == about and holder not in (about, *quote.addressees)
    return frame.where != "mine" or about == reader.narrator


def _one_voice(reader: Reader, frame: _Frame, here: Marked, m: re.Match[str]) -> bool:
    """Whether the words are all told, or all said by one, as the wording has it."""
    first, last = here.at[m.start()], here.at[max(m.start(), m.end() - 1)]
    said = reader.spoken.at(first)
    if said is not reader.spoken.at(last) or reader.documents.at(first) is not reader.documents.at(last):
        return False
    return frame.where == "" or (frame.where not in ("told", "mine")) is (said is not None)


def _cut(here: Marked, m: re.Match[str]) -> tuple[int, int]:
    """Where it is told what is not known; what goes on with "and" or "but" is no part of it."""
    if "tail" not in m.re.groupindex:
        return m.end(), m.end()
    stop = CUT.search(here.text, m.start("tail"), m.end("tail"))
    return m.start("tail"), stop.start() if stop else m.end("tail")


def _people(
    reader: Reader, frame: _Frame, here: Marked, m: re.Match[str], tail: tuple[int, int]
) -> tuple[str | None, str | None]:
    """Who does not know, and of whom."""
    stretch = _stretch(reader, here, m.start())
    before = [here.who[sign] for sign in re.findall(PERSON, stretch)]
    holder = here.who.get(_sign(m, "h"), _acting(here, stretch) if frame.first == "holder" else None)
    if sign := _sign(m, "a"):
        return holder, here.who[sign]
    told = [here.who[here.text[at]] for at in _concerned(here, tail, holder)]
    own = told and told[0] == holder
    if own and (ASKED.search(here.text[: tail[0]]) or ASKS.match(here.text, tail[0])):
        return None, None  # "never knew how she had come there", "How she had come there she never knew"
    others = told + (before if frame.first == "about" else [])
    return holder, next((who for who in others if who not in (None, holder)), None)


def _stretch(reader: Reader, here: Marked, stop: int) -> str:
    """What stands before some words, without what is said in it where they are told ("'I am late,' he said, unaware
    that ..."), or told where they are said."""
    voice = reader.spoken.at(here.at[stop])
    return "".join(c for c, at in zip(here.text[:stop], here.at, strict=False) if reader.spoken.at(at) is voice)


def _concerned(here: Marked, tail: tuple[int, int], holder: str | None) -> Iterator[int]:
    """Where people stand in what is not known, but for whose house it happens in ("the calls I paid at Ann's"), and for
    whom the holder's own feeling is ("so strong as her liking for Ann")."""
    for m in re.finditer(PERSON, here.text[tail[0] : tail[1]]):
        at = tail[0] + m.start()
        house = HOUSE.search(here.text[:at]) is not None and OWNED.match(here.text, at + 1) is not None
        own = FELT_FOR.search(here.text[:at])
        if not house and not (own is not None and here.who[own[1]] == holder):
            yield at


def _acting(here: Marked, before: str) -> str | None:
    """Who acts in what stands before some words: the first in the last part of the sentence that has somebody."""
    parts = (re.findall(ACTING, part) for part in reversed(PARTS.split(before)))
    return next((here.who[found[0]] for found in parts if found), None)


def _talking_with(reader: Reader, who: str | None, offset: int) -> str | None:
    """With whom alone somebody talks right there."""
    near = reader.spoken.touching(max(0, offset - BESIDE), offset + BESIDE)
    talking = {person for quote in near for person in (quote.speaker, *quote.addressees)}
    others = talking - {who}
    return others.pop() if who in talking and len(others) == 1 else None


def _sign(m: re.Match[str], group: str) -> str:
    return next((sign for name, sign in m.groupdict().items() if sign and name[0] == group and name[1:].isdigit()), "")


def _statement(
    reader: Reader, holder: str, about: str, start: int, end: int, where: str, wrong: bool
) -> Statement | None:
    """In speech it must be of one who is away, or owned up to."""
    quote = reader.spoken.at(start)
    to: tuple[str, ...] = ()
    if quote is not None:
        talking = (quote.speaker, *quote.addressees)
        clause = reader.at(start)
        if holder in talking and clause is not None and clause.tense == "present" and holder == quote.speaker:
            return None  # "I have no idea what you mean"
        if (where == "to" and holder not in quote.addressees) or (
            where == "talk" and not {holder, about} <= {*talking}
        ):
            return None
        to = (
            (holder,) if holder in talking and not (where == "to" and ANNOUNCED.search(reader.text, start, end)) else ()
        )
    stance: Stance = "believes" if wrong or _held(reader, start, end) else "knows"
    claim = (_told_of(reader, about, start, end) if wrong else None) or _fact(reader, about, start, end)
    return Statement("ignorant", holder, claim, stance, to, None, start, end, GUESSED if to else SURE)


def _told_of(reader: Reader, about: str, start: int, end: int) -> Claim | None:
    """What the words say of somebody's heart, where they do."""
    first = reader.at(start)
    i = reader.index[id(first)] if first is not None else len(reader.clauses)
    while i < len(reader.clauses) and reader.clauses[i].start < end:
        claim = reader.claims.of(i)
        if claim is not None and claim.proposition.subject == about and start <= claim.start:
            return claim
        i += 1
    return None


def _fact(reader: Reader, about: str, start: int, end: int) -> Claim:
    words = " ".join(reader.text[start:end].split()[:NAME])
    return Claim(Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, start, end)


def _held(reader: Reader, start: int, end: int) -> bool:
    """Whether the words tell what somebody thought, and not only what they did not think, or where one was."""
    held = HELD.search(reader.text, start, end)
    if held is None or WHERE.match(reader.text, held.end()):
        return False
    return DENIED.search(reader.text, start, held.end()) is None


@cache
def _trigger() -> re.Pattern[str]:
    words = (word for file in FILES for word in resources.table(file)["trigger"].split())
    return re.compile(rf"\b(?:{'|'.join(dict.fromkeys(words))})", re.IGNORECASE)


@cache
def _frames() -> Prefilter[_Frame]:
    tables = [resources.table(file) for file in FILES]
    words = {name: meant for table in tables for name, meant in table["words"].items()}
    frames = (_frame(row, words) for table in tables for row in table["frame"])
    return Prefilter((needed(frame.source), frame) for frame in frames)


def _frame(row: Mapping[str, Any], words: Mapping[str, str]) -> _Frame:
    source = _filled(row["pattern"], words)
    return _Frame(
        source,
        row.get("first", ""),
        row.get("where", ""),
        row.get("back", False),
        row.get("found", False),
        row.get("held", False),
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    pattern = pattern.replace("%Hn% ", f"%Hn%(?:{BETWEEN})? ")  # "Ann, who did not know that ..."
    pattern = pattern.replace("%Hn%(?: had|", f"%Hn%(?:{BETWEEN})?(?: had|")
    for _ in range(3):  # words hold words
        for name, meant in words.items():
            pattern = pattern.replace(f"%{name}%", meant)
    count = itertools.count()
    for sign, kind in (("", PERSON), ("n", ACTING)):
        for name in "HA":
            pattern = re.sub(f"%{name}{sign}%", lambda m: f"(?P<{m[0][1].lower()}{next(count)}>{kind})", pattern)  # noqa: B023
        pattern = pattern.replace(f"%P{sign}%", kind)
    return pattern
