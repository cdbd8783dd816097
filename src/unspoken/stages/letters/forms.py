"""The marks by which writing inside a story shows: salutation, date, closing, signature, sender."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span

MARKS = " \t\u00a0\n\"'“”‘’«»„‹›_*"
NAME = r"(?:[A-Z][\w'’-]*\.?|[A-Z]\.)(?: (?:[A-Z][\w'’-]*\.?|[A-Z]\.|de|van|von)){0,3}"
SIGNATURE = re.compile(
    rf"(?:^|[.!?,;:—–-]\s+|\n)(?P<name>(?:[A-Z]\. ?){{1,3}}|[A-Z](?: [A-Z])?|{NAME})\s*(?:x+|X+)?[\s\"”’»_*]*$"
)
SENDER = re.compile(r"(?P<name>@\w{2,30}|[A-Z][\w'’-]*(?: [A-Z][\w'’.-]*){0,2})(?: \([^)]{1,20}\))?:\s+(?=\S)")
CALL = re.compile(rf"(?P<name>{NAME}),\s")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the resource, at the beginning of what is matched, whatever the case."""
    return re.compile(resources.table("letters.toml")[name], re.IGNORECASE)


def body(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the quotation marks and white space around it."""
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def salutation(text: str, start: int, end: int) -> Span | None:
    """The name greeted where a letter begins ("Dear Anne,"), an empty span where it greets nobody by name."""
    start, end = body(text, start, end)
    greeting = pattern("salutation").match(text, start, end)
    if greeting is None:
        return None
    rest = re.compile(rf"\s*(?P<name>{NAME}|[a-z]+(?: [A-Za-z]+)?)\s*(?:[,:;.!—–]|--|\n|$)").match(
        text, greeting.end(), min(end, greeting.end() + 60)
    )
    if rest is None:
        return None
    name = rest.group("name")
    known = name.split()[0].lower() in resources.words("letters.toml", "address")
    if not (name[0].isupper() or known) or not text[start].isupper():
        return None
    return Span(rest.start("name"), rest.end("name"))


def date(text: str, start: int, end: int) -> int | None:
    """Where a date line that opens a paragraph ends, or None."""
    start, end = body(text, start, end)
    m = pattern("date").match(text, start, end)
    if m is None:
        return None
    after = text[m.end() : m.end() + 1]
    return m.end() if after in (".", ",", ":", "\n", "", "—") and m.end() - start > 3 else None


def closing(text: str, start: int, end: int) -> bool:
    """Whether a paragraph closes a letter."""
    start, end = body(text, start, end)
    words = text[start:end].split()
    if not words or len(words) > 22:
        return False
    m = pattern("closing").match(text, start, end)
    return m is not None and (len(words) <= 12 or signature(text, start, end) is not None)


def signature(text: str, start: int, end: int) -> Span | None:
    """The name or initials at the end."""
    _, stop = body(text, start, end)
    m = SIGNATURE.search(text, max(start, stop - 60), stop)
    return Span(m.start("name"), m.end("name")) if m and m.end("name") > m.start("name") else None


def called(text: str, start: int, end: int) -> Span | None:
    """The name called where a message begins without a greeting ("Rafi, this is ...")."""
    m = CALL.match(text, start, end)
    return Span(m.start("name"), m.end("name")) if m else None
