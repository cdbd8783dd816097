"""Stretches of the text in which every person is one sign, so that patterns need not know how people are called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unspoken import resources
from unspoken.stages.statements.reader import Reader

FIRST = 0xE000  # of the signs, one a mention; no text has them
MOST = 200  # mentions in a stretch
OTHER = FIRST + MOST  # of the signs of those to whom something is done ("him")
ACTING = f"[{chr(FIRST)}-{chr(OTHER - 1)}]"
PERSON = f"[{chr(FIRST)}-{chr(OTHER + MOST)}]"
ACCUSATIVE = frozenset(("him", "me", "them", "us", "her", "whom"))
OWNING = frozenset(("his", "my", "your", "their", "our"))
SELF = re.compile(r"\w+sel(?:f|ves)$", re.IGNORECASE)


@dataclass(frozen=True)
class Marked:
    """``text``: with the signs; ``at``: for each of its code points, and its end, the offset in the story; ``who``: the
    person of each sign (None: nobody who is told of)."""

    text: str
    at: tuple[int, ...]
    who: dict[str, str | None]


def marked(reader: Reader, start: int, end: int) -> Marked:
    """A stretch of the text with its people marked; whose something is has "'s" behind the sign.

    Args:
        reader: has the text and who is meant.
        start: of the stretch.
        end: of the stretch.
    """
    out: list[str] = []
    at: list[int] = []
    who: dict[str, str | None] = {}
    here = start
    for m in reader.claims.whom.index.inside(start, end):
        word = reader.text[m.start : m.end]
        if m.start < here or SELF.search(word) or len(who) >= MOST:
            continue
        out.append(reader.text[here : m.start])
        at.extend(range(here, m.start))
        owns = "'s" if _owns(reader.text, word.lower(), m.end) else ""
        sign = chr((OTHER if word.lower() in ACCUSATIVE and not owns else FIRST) + len(who))
        found = reader.claims.whom.at(m.start, m.end)
        who[sign] = found if found in reader.people else None
        out.append(sign + owns)
        at.extend([m.start] * (1 + len(owns)))
        here = m.end
    out.append(reader.text[here:end])
    at.extend(range(here, end + 1))
    return Marked("".join(out).replace("\n", " "), tuple(at), who)


def _owns(text: str, word: str, end: int) -> bool:
    """Whether a pronoun tells whose something is; "her" does before a noun."""
    if word in OWNING:
        return True
    following = re.match(r" ([A-Za-z'’-]+)", text[end : end + 30]) if word == "her" else None
    return following is not None and following[1].lower() not in resources.words("unwitting.toml", "no_noun")
