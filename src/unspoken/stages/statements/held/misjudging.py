"""Who is wrong about whoever speaks or writes: "He thinks I wanted the quiet", "She thinks that I come for her sake".
Who says it of themselves, and does not say that it is so, means that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Knows, Statement
from unspoken.stages.clauses.governors import governors
from unspoken.stages.stances import stance_of, word_set
from unspoken.stages.statements.claims.propositions import denied, few_words, heart
from unspoken.stages.statements.reader import Reader

SURE = 0.55
RIGHT = re.compile(
    r"[^.!?]{0,60}?\b(?:(?:is|was|are|were|['’]s|['’]re) (?:quite )?right\b"
    r"|and (?:so )?(?:I|we) (?:do|did|am|was|have|had)\b)",
    re.IGNORECASE,
)
IF = re.compile(r"\b(?:if|unless|suppose)\b", re.IGNORECASE)
ALSO = re.compile(r"\b(?:too|also|probably|perhaps|maybe|what|if|how|why|when|whatever|as|than)\b", re.IGNORECASE)


def misjudging(reader: Reader) -> Iterator[Statement]:
    """What another wrongly thinks of who speaks, writes or tells the story, and that these know it.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        speaker = _speaker(reader, clause)
        holder = reader.claims.who(clause.subject) if speaker is not None else None
        if speaker is None or holder in (None, speaker) or not _supposes(reader, clause):
            continue
        for k in reader.claims.governed.get(i, ()):
            told = reader.clauses[k]
            if (named := _named(reader, clause, told, speaker)) is not None:
                yield from _wrong(reader, clause, told, k, holder or "", named, speaker)
                break
            own = reader.claims.who(told.subject) == speaker or _made(reader, told, speaker)
            if own and _of_fact(reader, told) and (clause.tense == "present" or _belied(reader, clause, told)):
                yield from _wrong(reader, clause, told, k, holder or "", speaker, speaker)


def _speaker(reader: Reader, clause: Clause) -> str | None:
    """Who tells it of themselves to another than the one who is wrong."""
    quote, letter = reader.voice(clause)
    scene = reader.scene(clause.start)
    to: tuple[str | None, ...] = ()
    if letter is not None:
        who, to = letter.author, (letter.addressee,)
    elif quote is not None:
        who, to = (quote.speaker if quote.kind == "speech" else None), quote.addressees
    else:
        who = reader.narrator if scene is not None and scene.person == "first" else None
    spoken_to = reader.claims.who(clause.subject) in to
    return who if who in reader.people and not spoken_to else None


def _supposes(reader: Reader, clause: Clause) -> bool:
    """Whether it is told outright that somebody thinks so just now."""
    plain = not (clause.negated or clause.question or clause.conditional or clause.passive) and clause.modal in (
        None, "must", "will",
    )  # fmt: skip
    verb = clause.lemma in word_set("neg_raising") - {"expect"} and clause.tense in ("present", "past", "future")
    plain = plain and not IF.search(reader.text, reader.minds.sentences[clause.sentence].start, clause.start)
    below = any(stance_of(reader.text, c) not in (None, "tells", "believes") for c in governors(reader.clauses, clause))
    before = reader.text[clause.start : clause.verb.start]
    return plain and verb and not below and ALSO.search(before) is None


def _made(reader: Reader, told: Clause, speaker: str) -> bool:
    """ "She thinks prison made me soft": what has been made of the speaker."""
    return told.lemma in ("make", "leave", "drive", "turn") and reader.claims.who(told.object) == speaker


def _named(reader: Reader, clause: Clause, told: Clause, speaker: str) -> str | None:
    """ "He thinks it was me", "She thinks it was you": who is taken for one who did something. Who tells it outright of
    another, to the one who is suspected, does not think so."""
    it = told.subject is not None and reader.text[told.subject.start : told.subject.end].lower() == "it"
    if (
        told.lemma != "be"
        or not it
        or told.negated
        or told.complement is None
        or clause.lemma not in ("think", "believe")
    ):
        return None
    if RIGHT.match(reader.text, told.end) or ALSO.search(reader.text, told.start, told.end):
        return None
    quote, _ = reader.voice(clause)
    said = reader.text[told.complement.start : told.complement.end].lower()
    who = reader.claims.who(told.complement)
    if said == "me":
        return speaker
    heard = quote is not None and not reader.crowded and said == "you" and quote.kind == "speech"
    return who if heard and quote is not None and who in quote.addressees else None


def _belied(reader: Reader, clause: Clause, told: Clause) -> bool:
    """Whether what somebody once thought of who speaks is said because it was not so: "She thought I wasn't coming"."""
    quote = reader.quotes.get(clause.quotation or "")
    bare = 0 <= told.start - clause.end <= len(" that ")
    return quote is not None and bare and (told.negated or told.tense == "pluperfect")


def _of_fact(reader: Reader, told: Clause) -> bool:
    """Whether one can be wrong about it, and it is no opinion: what somebody did or wants, or how they are."""
    if told.modal is not None or told.conditional or told.tense in ("infinitive", "future"):
        return False
    words = set(re.findall(r"[\w’']+", reader.text[told.verb.start : told.end].lower()))
    if not words.isdisjoint(resources.words("awareness.toml", "judging")):
        return False
    if RIGHT.match(reader.text, told.end):
        return False
    if told.lemma == "be":
        return not words.isdisjoint(resources.words("awareness.toml", "states"))
    progressive = told.lemma.isalpha() and reader.text[told.verb.start : told.verb.end].lower().endswith("ing")
    return progressive or told.lemma in heart() or told.lemma in resources.words("awareness.toml", "done")


def _wrong(
    reader: Reader, clause: Clause, told: Clause, k: int, holder: str, speaker: str, mind: str
) -> Iterator[Statement]:
    first = told.start if told.lemma == "be" and reader.claims.who(told.subject) is None else told.verb.start
    words = "not " * told.negated + few_words(reader.text[first : told.end])
    fact = Claim(
        Proposition("fact", speaker, None, words), True, Atom(f"fact {words}", speaker), True, told.start, told.end
    )
    found = reader.claims.of(k)
    claim = found if found is not None and isinstance(found.prop, Atom) else fact
    quote = reader.quotes.get(clause.quotation or "")
    sure = round(SURE * (quote.confidence**0.5 if quote is not None else 1.0), 3)
    start, end = clause.start, reader.evidence(max(told.end, clause.end))
    yield Statement("think", holder, claim, "believes", (), None, start, end, sure)
    yield Statement("truth", speaker, denied(claim), "knows", (), None, start, end, sure, verdict=True)
    atom = claim.prop if isinstance(claim.prop, Atom) else Atom(f"fact {words}", speaker)
    unknown = Claim(Proposition("knows", holder, None, words), False, Knows(holder, atom), False, start, end)
    yield Statement("stance", mind, unknown, "knows", (), None, start, end, sure)
