"""Where one paragraph goes over from one person's words to another's."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.stages.quotations.pieces import Piece

SUBJECT = (
    r"(?:[Tt]he |M[rR]s?\.? |Miss |Dr\.? )?[A-Z][\w’'-]+|I|[Hh]e|[Ss]he|[Tt]hey"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?:[a-z-]+ ){0,2}?[a-z-]+(?<!\bwas)(?<!\bhad)"
)
YES_NO = re.compile(r"\W*(?:yes|no|yeah|aye|nay|nope)\b(?! (?:one|doubt))", re.IGNORECASE)
ADVERBS = r"(?:had |\w+ly ){0,2}"
PRONOUNS = frozenset({"he", "she", "they"})


def cue_subject(text: str, start: int, end: int) -> str | None:
    """The subject of the cue that follows a piece at once ("said Amos", "I said"), in the words of the text."""
    m = _after().match(text, start, min(end, start + 60))
    return next((group for group in m.groups() if group), None) if m else None


def announcer(text: str, start: int, end: int) -> str | None:
    """The subject of the clause that leads up to a piece ("Mary answered, ..."), text[start:end] being before it."""
    m = _before().search(text, max(start, end - 120), end)
    return m.group(1) if m else None


def is_new(text: str, one: Piece, other: Piece) -> bool:
    """Whether the second piece cannot go on with the first: nothing is between, or it answers the first's question."""
    if not text[one.end : other.start].strip():
        return one.closed
    question = text[one.start : one.end].rstrip("\"”’'»")[-1:] == "?"
    return question and YES_NO.match(text, other.start, other.end) is not None


def calls(text: str, piece: Piece, name: str) -> bool:
    """Whether a piece addresses somebody by a name ("Nonsense, Fergus!")."""
    called = rf"(?:,\s|\A\W*){re.escape(name)}[,.!?]"
    return name[:1].isupper() and re.search(called, text[piece.start : piece.end]) is not None


def are_two(a: str, b: str) -> bool:
    """Whether two subjects of cues cannot be one person: two names, "I" and another, he and she."""
    known = [x.lower() if x.lower() in PRONOUNS else x for x in (a, b)]
    if known[0].lower() == known[1].lower():
        return False
    if "I" in known:
        return True
    names = [x for x in known if x not in PRONOUNS]
    return len(names) != 1 and not (len(names) == 2 and (a in b or b in a))


@cache
def _after() -> re.Pattern[str]:
    verbs = "|".join(sorted(_verbs()))
    return re.compile(rf"[\s,—–-]*(?:(?:{verbs}) ({SUBJECT})\b|({SUBJECT}) {ADVERBS}(?:{verbs})\b)")


@cache
def _before() -> re.Pattern[str]:
    verbs = "|".join(sorted(_verbs()))
    lead = r"(?:[.!?;:,—–]\s*|\b(?:and|but|then|when|which) )"
    return re.compile(rf"{lead}({SUBJECT}) {ADVERBS}(?:{verbs})\b(?! (?:nothing|no|not)\b)[^.!?;]{{0,60}}[,:.]\s*\Z")


def _verbs() -> frozenset[str]:
    return resources.words("speech.toml", "say") - resources.words("speech.toml", "weak")
