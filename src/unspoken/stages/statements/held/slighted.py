"""What somebody's doings are taken to mean by the one whom they slight, in wordings without a verb of the heart: "He
couldn't get away fast enough", "She had not so much as looked at him", "He only married me for the farm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count

from unspoken import resources
from unspoken.layers.beliefs import Predicate, Proposition
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.statements.claims.propositions import REGARDS, few_words
from unspoken.stages.statements.held.reflected import Thoughts
from unspoken.stages.statements.marked import ACTING, PERSON, Marked, marked
from unspoken.stages.statements.reader import Reader

SURE = 0.5
OPEN = re.compile(r"\b(?:if|unless|as though|whether|when|perhaps|would|might)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Wording:
    """``predicate``, ``value`` and ``affirmed``: what it says of the heart of the one who acts."""

    pattern: re.Pattern[str]
    predicate: Predicate
    value: str
    affirmed: bool


def slighted(reader: Reader) -> Iterator[Statement]:
    """What those who speak, tell or are told of hold of whoever slights them.

    Args:
        reader: has the text, its sentences and who is meant.
    """
    thoughts = Thoughts(reader)
    for sentence in reader.minds.sentences:
        if _trigger().search(reader.text, sentence.start, sentence.end) is None:
            continue
        here = marked(reader, sentence.start, sentence.end)
        for wording in _wordings() if here.who else ():
            m = wording.pattern.search(here.text)
            if (
                m is not None
                and not here.text.rstrip("”’\"' ").endswith("?")
                and not OPEN.search(here.text[: m.start()])
            ):
                yield from _stated(reader, thoughts, here, wording, m)


def _stated(
    reader: Reader, thoughts: Thoughts, here: Marked, wording: _Wording, m: re.Match[str]
) -> Iterator[Statement]:
    groups = m.groupdict()
    subject = here.who.get(m["S"])
    slights = next((sign for name, sign in groups.items() if name[0] == "H" and sign), None)
    whom = here.who.get(slights) if slights is not None else None
    start, end = here.at[m.start()], here.at[m.end()]
    first = reader.at(here.at[m.start("S")])
    mind = _mind(reader, thoughts, first.start if first is not None else start, end, subject)
    if subject is None or mind in (None, subject) or (slights is not None and whom != mind):
        return
    other = here.who.get(groups["T"]) if groups.get("T") else None
    known = groups.get("N") and here.who.get(groups["N"] or "") is not None
    if known or (groups.get("T") and other in (None, subject, mind)):
        return
    claim = _claim(wording, subject, other or whom or mind or "", groups, start, end)
    quote = reader.spoken.at(start)
    sure = round(SURE * (quote.confidence if quote is not None else 1.0), 3)
    if quote is not None:
        yield Statement("say", mind or "", claim, "believes", quote.addressees, None, start, reader.evidence(end), sure)
    else:
        yield Statement("think", mind or "", claim, "believes", (), None, start, reader.evidence(end), sure)


def _mind(reader: Reader, thoughts: Thoughts, at: int, end: int, subject: str | None) -> str | None:
    """Who says, writes, tells or thinks so."""
    quote, letter, scene = reader.spoken.at(at), reader.documents.at(at), reader.scene(at)
    if letter is not None:
        found = letter.author
    elif quote is not None:
        found = quote.speaker
    elif scene is not None and scene.person == "first":
        found = reader.narrator
    else:
        found = thoughts.mind(at, end, subject)
    return found if found in reader.people else None


def _claim(wording: _Wording, subject: str, whom: str, groups: Mapping[str, str | None], start: int, end: int) -> Claim:
    if wording.predicate == "wants":
        words = few_words(groups.get("thing") or wording.value)
        public = Proposition("wants", subject, None, words)
        return Claim(public, wording.affirmed, Atom(f"wants {words}", subject), wording.affirmed, start, end)
    target = None if "nobody" in groups else whom
    public = Proposition(wording.predicate, subject, target, wording.value)
    sign = wording.affirmed is (wording.value != "negative")
    return Claim(public, wording.affirmed, Atom(f"{REGARDS} {target}", subject), sign, start, end)


@cache
def _wordings() -> Sequence[_Wording]:
    table = resources.table("slights.toml")
    return [
        _Wording(_compiled(row["pattern"]), row["predicate"], row["value"], row["affirmed"]) for row in table["wording"]
    ]


def _compiled(pattern: str) -> re.Pattern[str]:
    words = resources.table("slights.toml")["words"]
    for name, each in words.items():
        pattern = pattern.replace(f"<{name}>", each)
    pattern = pattern.replace("{S}", f"(?P<S>{ACTING})").replace("{S's}", f"(?P<S>{PERSON})'s")
    pattern = pattern.replace("{T}", f"(?P<T>{PERSON})").replace("{N}", f"(?P<N>{PERSON})").replace("{who}", PERSON)
    numbers = count()
    return re.compile(re.sub(r"\{H\}", lambda _: f"(?P<H{next(numbers)}>{PERSON})", pattern), re.IGNORECASE)


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{resources.table('slights.toml')['trigger']})\b", re.IGNORECASE)
