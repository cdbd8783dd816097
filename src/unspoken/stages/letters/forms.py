"""The marks by which writing inside a story shows: salutation, date, closing, signature, sender."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span

MARKS = " \t\u00a0\n\"'“”‘’«»„‹›_*"
NAME = r"(?:[A-Z][\w'’-]*\.?|[A-Z]\.)(?:[ \n](?:[A-Z][\w'’-]*\.?|[A-Z]\.|de|van|von)){0,3}"
CALL = re.compile(rf"(?P<name>{NAME}),\s(?![A-Z]\.)")
GREETED = re.compile(rf"\s*(?P<name>{NAME}|[a-z]+(?: [A-Za-z]+)?)\s*(?P<after>[,:;.!]?\s*(?:[—–]|--?)|[,:;.!]|\n|$)")
TO_WHOM = re.compile(rf"(?:(?:Say )?[Tt]o|For) (?P<name>{NAME})(?=[,:;.—–]|\s+from\b)")
FROM_WHOM = re.compile(rf"\b(?:[Tt]hus (?:says|speaks)|[Ff]rom|[Ss]igned,?) (?P<name>{NAME})(?=[,:;.!—–]|\s*$)")
OFFICE = re.compile(
    rf"(?:^|\n|[.!?…]\s+)(?P<name>{NAME}), (?:the )?"
    r"(?:[A-Z]\w+(?: (?:of|the|and|to|[A-Z]\w+)){0,4}|[a-z]+(?: [a-z]+)?)\.?\s*$"
)
KISSED = re.compile(r"[,\s](?P<name>[A-Z])\s+[xX]+\W*$")
SENDER = re.compile(
    r"(?:\[?\d{1,2}[:.]\d\d(?: ?[ap]m)?\]?,? (?:[-–] )?)?"
    r"(?P<box>\[)?(?P<name>@\w{2,30}|(?i:mum|dad|me|you|mam|mom|unknown number)|\+?\d[\d ]{6,14}"
    r"|[A-Z][\w'’-]*(?: [A-Z][\w'’.-]*){0,2})"
    r"(?(box)(?:,|,? at)? ?\d{1,2}[:.]\d\d(?: ?[ap]m)?\]:?"
    r"|(?: ?[^\w\s:,.]{1,4})?(?: ?[\[(][^\])]{1,20}[\])]|,? \d{1,2}[:.]\d\d(?: ?[ap]m)?)?:)\s+(?=\S)"
)
HEADER = re.compile(r"(?P<field>From|To|Cc|Bcc|Sent|Date|Subject|Re):[ \t]+(?P<value>[^\n<]*[^\s<])", re.IGNORECASE)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the resource, at the beginning of what is matched, whatever the case."""
    return re.compile(resources.table("letters.toml")[name].strip(), re.IGNORECASE)


@cache
def _closing() -> re.Pattern[str]:
    words = resources.table("letters.toml")["closing"].strip()
    return re.compile(
        rf"(?:^|(?<=[.!?…]\s)|(?<=\n)|(?<=\s\s))(?i:{words})\s*(?:[,;:!.—–-]+|\n|$|(?={NAME}[.,]?\s*(?:x+)?\s*$))"
    )


@cache
def _signature() -> re.Pattern[str]:
    close = "|".join(sorted(resources.words("letters.toml", "before_name")))
    lead = rf"(?:^|\n|[.!?…]['\"”’]?\s+|\b(?i:{close}),?\s+|&c\.?,?\s+|[—–]\s*|--)"
    name = rf"(?P<name>(?:[A-Z]\. ?){{1,3}}|[A-Z](?: ?[&+] ?[A-Z])?|{NAME})"
    return re.compile(rf"{lead}{name}\.?\s*(?:\b[xX]+\b)?\s*$")


@cache
def _after_closing() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<name>{NAME})[.,]?\s*$")


def body(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the quotation marks and white space around it."""
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def salutation(text: str, start: int, end: int) -> tuple[Span, str] | None:
    """The name greeted where a letter begins ("Dear Anne,"), and the mark after it.

    Returns:
        The span of the name and the mark after it ("," or ":" or ",--" or "" at a line's end); None: no greeting.
    """
    start, end = body(text, start, end)
    greeting = pattern("salutation").match(text, start, end)
    if greeting is None or not text[start].isupper():
        return None
    rest = GREETED.match(text, greeting.end(), min(len(text), end + 3, greeting.end() + 60))
    if rest is None:
        return None
    name = rest.group("name")
    known = name.split()[0].lower() in resources.words("letters.toml", "address")
    if not (name[0].isupper() or known) or (greeting.group().lower() == "to" and not known):
        return None
    return Span(rest.start("name"), rest.end("name")), rest.group("after").strip()


def date(text: str, start: int, end: int) -> int | None:
    """Where a date that opens a paragraph, after a place or not, ends; None where there is none."""
    start, end = body(text, start, end)
    place = re.compile(r"(?:(?:\d+ )?[A-Z][\w'’-]*\.?(?:,? (?:near |at )?[A-Z][\w'’-]*)*[,.]\s+){0,3}").match(
        text, start, end
    )
    for at in (start, place.end() if place else start):
        m = pattern("date").match(text, at, end)
        if (
            m is not None
            and m.end() - at > 3
            and text[m.end() : m.end() + 1] in (".", ",", ":", "\n", "", "—", "_", "-")
        ):
            return m.end()
    return None


def day(text: str, start: int, end: int) -> int | None:
    """Where a weekday or a time of day that opens a paragraph, with a mark after it, ends; None where there is none."""
    start, end = body(text, start, end)
    m = pattern("day").match(text, start, end)
    return m.end() if m is not None and text[m.end() : m.end() + 1] in (".", ",", ":", "\n", "—") else None


def heading(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is no more than a date, a weekday or a time of day."""
    stop = date(text, start, end)
    start, end = body(text, start, end)
    if stop is None:
        m = pattern("day").match(text, start, end)
        stop = m.end() if m else None
    return stop is not None and not any(c.isalnum() for c in text[stop:end])


def closing(text: str, start: int, end: int) -> int | None:
    """Where the words that close a letter begin in its last paragraph: alone, or after its last sentence."""
    m = _closed(text, start, end)
    return m.start() if m else None


def _closed(text: str, start: int, end: int) -> re.Match[str] | None:
    start, end = body(text, start, end)
    low = max(start, end - 110)
    for m in _closing().finditer(text, low, end):
        at_head = m.start() == start or m.start() > low
        rest = text[m.end() : end].strip(" ,.\n—–-")
        if at_head and len(rest.split()) <= 5 and (not rest or re.fullmatch(rf"(?:{NAME}|[A-Z]|&c\.?|x+|\W)+", rest)):
            return m
    return None


def signature(text: str, start: int, end: int) -> Span | None:
    """The name or initials at the end."""
    if name_alone(text, start, end):
        m = re.match(NAME, text[slice(*body(text, start, end))])
        at = body(text, start, end)[0]
        return _trimmed(text, Span(at, at + m.end())) if m else None
    _, stop = body(text, start, end)
    low = max(start, stop - 60)
    closed = _closed(text, start, stop)
    m = _signature().search(text, low, stop) or KISSED.search(text, low, stop) or _in_office(text, low, stop)
    if m is None and closed is not None:
        m = _after_closing().match(text, closed.end(), stop)
    if m is None or _no_name(m.group("name")):
        return None
    if text[start:stop] == text[start:stop].upper() and re.search(r"\w{3,}\W+\w", m.group("name")):
        return None  # capitals all through: more than one word may be anything
    return _trimmed(text, Span(m.start("name"), m.end("name")))


def _in_office(text: str, low: int, stop: int) -> re.Match[str] | None:
    """A full name and what its bearer is: "Anne Hale, Manager"."""
    m = OFFICE.search(text, low, stop)
    return m if m is not None and len(m.group("name").split()) > 1 else None


def _trimmed(text: str, span: Span) -> Span:
    """Without a full stop that ends no initial."""
    words = text[span.start : span.end]
    return Span(span.start, span.end - 1) if re.search(r"[\w'’-]{3,}[.]$", words) else span


def _no_name(words: str) -> bool:
    first = words.split()[0].strip(".,").lower()
    return len(first) > 1 and first in resources.words("letters.toml", "no_name")


def name_alone(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is a name and nothing else, as at the foot of a letter."""
    start, end = body(text, start, end)
    words = text[start:end]
    if not 0 < end - start < 40 or re.fullmatch(NAME + r"[.,]?(?:\s+[xX]+)?", words) is None:
        return False
    return not _no_name(words) and closing(text, start, end) is None


def called(text: str, start: int, end: int) -> Span | None:
    """The name called where a message begins without a greeting ("Rafi, this is ...")."""
    start, end = body(text, start, end)
    m = CALL.match(text, start, end)
    return Span(m.start("name"), m.end("name")) if m and not _no_name(m.group("name")) else None


def directed(text: str, start: int, end: int) -> Span | None:
    """The one to or for whom writing says at its head that it is: "For Ada, who", "To Mr Hale: "."""
    m = TO_WHOM.match(text, *body(text, start, end))
    return Span(m.start("name"), m.end("name")) if m and not _no_name(m.group("name")) else None


def sent_by(text: str, start: int, end: int) -> Span | None:
    """The one from whom writing says that it is: "from Ada", "thus says Ada"."""
    m = FROM_WHOM.search(text, *body(text, start, end))
    return _trimmed(text, Span(m.start("name"), m.end("name"))) if m and not _no_name(m.group("name")) else None


def register(text: str, start: int, end: int) -> float:
    """How much a paragraph looks typed or scribbled, not printed: 0 to 2."""
    start, end = body(text, start, end)
    words = text[start:end]
    if not words:
        return 0.0
    finished = re.search(r"[.!?…][\"”’)]*\s*$", words) is not None
    if sum(c.isalpha() for c in words) >= 8 and words == words.upper():
        return 1.5 if (finished and len(words.split()) > 2) or " STOP" in words else 0.0
    careless = _careless().search(words) is not None
    return (1.0 if words[0].islower() else 0.0) + 0.5 * (words[-1].isalnum() and not finished) + 0.5 * careless


@cache
def _careless() -> re.Pattern[str]:
    """Doubled marks, emoji, short forms and missing apostrophes of quick typing."""
    short = "|".join(sorted(resources.words("letters.toml", "careless")))
    return re.compile(rf"!!|\?\?|[\u2600-\u27bf\U0001f300-\U0001faff]|\b(?:{short})\b")
