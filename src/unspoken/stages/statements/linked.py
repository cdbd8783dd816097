"""Whether it is well enough known who the people of a statement are to say it of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Set

from unspoken.layers.characters import CharacterMention
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Statement
from unspoken.stages.statements.reader import Reader

SURE = 0.76  # of a pronoun, below which another may be meant who was told of just before
LACKING = 0.7  # the same, where it is told in so many words who does not know a fact
LEAST = (0.755, 0.76)  # of any pronoun, and of a phrase, below which most are of somebody else
MANY = 5  # people whom one pronoun may mean in a work, up to which what it means is seldom mistaken
CALLED = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
CALL = 40  # code points of a name at which a statement begins
FAR, BESIDE = 8000, 1500  # before one, in which who is meant is named, and in which another is
NEAR = 400  # code points before a pronoun
# Where a crowd is about, every second claim is of somebody else that rests on a less sure speaker, or on a less sure
# pronoun in speech: of judged ones 13 of 30 and 4 of 11 were right below these bars, 68 of 88 above the first.
SPOKEN, SAID = 0.8, 0.77
CALLED_SO = 0.65  # of who speaks, where they call who hears it by name
CALLING = re.compile(r"[,.;:!?“\"‘'—–-] ?(?:my |dear |old |poor )*$", re.IGNORECASE)
ENDS = tuple(",.;:!?”\"’'—–-")
TURNING = re.compile(r"[.!?;:“\"‘—–-]\s*(?:my |dear |old |poor )*$", re.IGNORECASE)
TURNED = re.compile(
    r"[,!]\s*(?:i|i['’]\w+|you|you['’]\w+|your|my|what|why|how|if|do|don['’]t|did|have|are|is|will|would|can|come|let|it|"
    r"this|that|there|we)\b",
    re.IGNORECASE,
)
PHRASE = 0.72  # of a phrase, by which it is told who does not know


def linked(reader: Reader, s: Statement) -> bool:
    """Whether no pronoun by which one of its people comes into a statement may as well mean another.

    Args:
        reader: has who is meant.
        s: a statement.
    """
    about = s.claim.proposition
    people = {s.holder, about.subject, about.object} - {None}
    words = [*reader.claims.whom.meaning(s.start, s.end, people)]
    if any(m.confidence < _least(reader, s, m) for m in words if _third(reader, m)):
        return False
    if reader.crowded and (
        _misheard(reader, s, people) or _turned(reader, s, people) or any(_afar(reader, m) for m in words)
    ):
        return False
    if s.kind != "ignorant" and (
        any(reader.little.doubtful(who, s.start, s.end) for who in people) or _talked_of(reader, words)
    ):
        return False
    first = (next((m for m in words if reader.claims.whom.at(m.start, m.end) == who), None) for who in people)
    sure = LACKING if s.kind == "ignorant" and about.predicate == "fact" else SURE
    return not any(m and m.confidence < sure and m.form == "pronoun" and _rival(reader, m) for m in first)


def _talked_of(reader: Reader, words: Iterable[CharacterMention]) -> bool:
    """Whether a work of many people has it in talk, of one who is only "he" or "she" there: of judged beliefs 2 of 13
    were right."""
    third = (m for m in words if m.form == "pronoun" and reader.text[m.start : m.end].lower() in CALLED)
    return reader.crowded and any(reader.spoken.at(m.start) is not None for m in third)


def _afar(reader: Reader, m: CharacterMention) -> bool:
    """Whether a pronoun reaches back over a chapter or so to one who is named no nearer, while another whom it could
    mean is named right before."""
    called = CALLED.get(reader.text[m.start : m.end].lower(), "") if m.form == "pronoun" else ""
    whom = reader.claims.whom
    who = whom.at(m.start, m.end)
    if not called or who is None or _named(reader, max(0, m.start - FAR), m.start, frozenset((who,))):
        return False
    return _named(reader, max(0, m.start - BESIDE), m.start, reader.called.get(called, frozenset()) - {who})


def _named(reader: Reader, start: int, end: int, people: Collection[str]) -> bool:
    """Whether one of some people is named, or called something, in a range."""
    whom = reader.claims.whom
    words = (m for m in whom.index.inside(start, end) if m.form != "pronoun")
    return any(whom.at(m.start, m.end) in people for m in words)


def _misheard(reader: Reader, s: Statement, people: Collection[str | None]) -> bool:
    """Whether it is of one who speaks, or is spoken to, and it is not well known who that is."""
    quote = reader.spoken.at(s.start)
    if quote is None or quote.confidence >= (CALLED_SO if _by_name(reader, quote) else SPOKEN):
        return False
    return any(who in people for who in (quote.speaker, *quote.addressees))


def _turned(reader: Reader, s: Statement, people: Set[str | None]) -> bool:
    """Whether it is of one to whom somebody speaks, who has turned to another in the same breath ("Ann, you are right.
    John, I thought you had gone")."""
    quote, whom = reader.spoken.at(s.start), reader.claims.whom
    if quote is None or people.isdisjoint(quote.addressees):
        return False
    called = (
        m for m in whom.index.inside(quote.start, s.start + CALL)
        if m.form != "pronoun" and m.start <= s.start
        and TURNING.search(reader.text, quote.start, m.start) and TURNED.match(reader.text, m.end)
    )  # fmt: skip
    last = max(called, key=lambda m: m.start, default=None)
    to = whom.at(last.start, last.end) if last is not None else None
    return to is not None and to not in (quote.speaker, *quote.addressees)


def _by_name(reader: Reader, quote: Quote) -> bool:
    """Whether who speaks calls the one who hears it by name ("Stay, Ann"; "Ann?" may be spoken of)."""
    whom = reader.claims.whom
    first = max(0, quote.start - 1)
    for m in whom.index.inside(quote.start, quote.end) if len(quote.addressees) == 1 else ():
        after, comma = reader.text[m.end : m.end + 1], reader.text[first : m.start].rstrip().endswith(",")
        apart = CALLING.search(reader.text, first, m.start) is not None and after in ENDS and (after != "?" or comma)
        if apart and m.form == "name" and whom.at(m.start, m.end) in quote.addressees:
            return True
    return False


def _least(reader: Reader, s: Statement, m: CharacterMention) -> float:
    """How sure it must be whom a word of a statement means; less where it says in so many words who does not know."""
    if reader.crowded and m.form == "pronoun" and reader.spoken.at(m.start) is not None:
        return SAID
    if s.kind == "ignorant":
        return PHRASE if reader.crowded and m.form == "nominal" else 0.0
    return LEAST[m.form == "nominal"]


def _third(reader: Reader, m: CharacterMention) -> bool:
    """Whether words mean somebody who is neither speaker nor hearer, not by name, where many could be meant."""
    if m.form == "nominal":
        return len(reader.people) > 2 * MANY
    called = CALLED.get(reader.text[m.start : m.end].lower(), "") if m.form == "pronoun" else ""
    return len(reader.called.get(called, ())) > MANY


def _rival(reader: Reader, m: CharacterMention) -> bool:
    """Whether a pronoun could mean somebody else who was told of right before."""
    alike = reader.called.get(CALLED.get(reader.text[m.start : m.end].lower(), ""), frozenset())
    near = reader.claims.whom.within(max(0, m.start - NEAR), m.start)
    return len(alike) > MANY and not (alike - {reader.claims.whom.at(m.start, m.end)}).isdisjoint(near)
