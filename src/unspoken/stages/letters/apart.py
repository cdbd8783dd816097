"""How far the words of a paragraph stand apart from the narration around it: by their voice, and by their form."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms
from unspoken.stages.letters.page import SECOND, WORD, Page
from unspoken.stages.letters.sentences import sentences
from unspoken.stages.letters.voice import pasts, voice

SPARE = 0.34  # share of small words up to which a sentence leaves out what it can
GIVEN = 25  # words that what a gift or a stone says has at most
FIELD = re.compile(r"(?:^|[.;,]\s+)[A-Z][\w'’ ]{1,24}: (?=\S)")
ABBREVIATED = re.compile(
    r"\b(?:[A-Z][a-z]{0,3}|[a-z]{2,4})\. (?=\d|[a-z])|\b(?:inst|ult|nos?|pr|doz|min|approx|ref|dept|tel)\."
    r"|\b[A-Z]\. ?[A-Z]\.|R\.S\.V\.P"
)
TORN = re.compile(r"^(?:\.\.\.|…)|(?:\.\.\.|…) (?=[a-z])")
CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[ ,'’-]+[A-Z]{2,})+\b|\b[A-Z]{4,}\b|^[A-Z]{3,}(?=[.:,])")
HEAD = re.compile(
    r"(?:[A-Z][\w'’]*,? )?(?:\d[\d.:,]*\b|[A-Z][\w'’]*, \d|[A-Z]+, [A-Z]\w+day\b"
    r"|(?:Lat|No|Unit|Bed|Ref|Room|Item|Week|Day|Dept)\b\.? ?\d)"
)
FOND = r"(?:My|Our|Dear|Dearest|Old|Little|Sweet|Poor|Darling)"
TITLE = r"(?:Mr|Mrs|Miss|Ms|Mx|Dr|Sir|Lady|Lord|Father|Sister|Brother|Captain|Professor|Uncle|Aunt|Cousin|Herr|Frau)\.?"
CALLED = re.compile(
    r"(?:(?P<office>Sirs?|Madam|Gentlemen|Mesdames|Colleagues|Comrades?|Friends|Neighbours|All)"
    rf"|(?P<fond>{FOND} [\w'’-]+(?: \w+)?)"
    rf"|(?P<name>(?:{TITLE} )?(?P<last>[A-Z][\w'’-]+))(?:,? (?:my|old|dear|sweet|little|you) [\w ]{{2,20}})?)"
    r"[.,:!—–]\s+(?![A-Z]\.)(?=\S)"
)
REGISTERED = re.compile(r"(?:^|[.;:]\s+)[A-Z][\w'’-]+, (?:Mrs?\.? |Miss )?[A-Z]\.(?= ?[,:;—–]|\s+[A-Z\d]|$)")
PEN_NAME = re.compile(
    r"(?:^|[.!?…—–]\s*)(?:(?:A|An|One|Your|The) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?: \(\w+\.?\))?"
    r"|One (?:who|that|of) (?!was\b|had\b|were\b)[^.!?]{3,50}"
    r"|(?:A|An|Your) (?:[\w-]+ )?(?:friend|well-?wisher|neighbour|neighbor|citizen|rate-?payer|tax-?payer|parishioner"
    r"|customer|subscriber|reader|admirer|sympathi[sz]er|mother|father|parent|patriot|voter|resident|witness))\.?$"
)
DIRECTED = re.compile(  # "To the Keepers of the Ferry."
    r"(?:To|For the attention of) (?:the|all|our|my|His|Her|Their) (?:[\w'’-]+ ){0,3}?(?-i:[A-Z])[\w'’-]+"
    r"(?: (?:of|for|and|at|in|the|[A-Z][\w'’-]+))*[.,:;—–]\s+(?=[A-Z])"
)
DECLARED = re.compile(r"(?:I|We), (?:the undersigned|[A-Z][\w'’-]+ [A-Z][\w'’-]+)\b")
NOW = re.compile(r"\b(?:is|are|has|have|does|do|will|can|shall|may)\b")
TOLD_NOW = re.compile(
    r"(?:He|She|It|They|[A-Z][\w'’-]+)(?: \w+ly| never| still| only| always)? (?:is|are|has|have|does|[a-z]{2,}s)\b"
)
PERSON = re.compile(r"\b(?:he|she|they|it|I|you|we|who|there)\b", re.IGNORECASE)


def voiced(page: Page, i: int) -> float:
    """The mean over its sentences: written to somebody or leaving things out 1 and more, narrated -1."""
    p = page.paragraphs[i]
    told = sentences(page.text, p.start, p.end)
    mean = sum(max(-1.0, min(1.5, _sentence(page, s))) for s in told) / len(told)
    return max(0.0, mean) if page.text[p.start].islower() and _begins(page, i) else mean


def _begins(page: Page, i: int) -> bool:
    """Whether the paragraph before is at an end, so that one without a capital goes on with no sentence."""
    return i == 0 or page.words(i - 1).rstrip("_*\"”’') ]")[-1:] in ".!?:…—"


def _sentence(page: Page, s: Span) -> float:
    """The voice of a sentence; in narration in the present, "she is" is narration and "he was" none."""
    words = page.text[s.start : s.end]
    sounds = voice(page, s)
    if not page.told_in_past and sounds <= 0:
        sounds = -1.0 * (sounds == 0 and TOLD_NOW.match(words) is not None)
    now = page.told_in_past and NOW.search(words) is not None
    less = 0.75 if _spare(words) else 0.5 * _verbless(words)
    return sounds + less + 0.5 * _bare(words) + 0.5 * now + 1.0 * (_role().match(words) is not None)


def _spare(words: str) -> bool:
    """Whether a sentence leaves out the small words that narration has."""
    found = [w.lower() for w in WORD.findall(words)]
    return bool(found) and sum(w in _small() for w in found) <= SPARE * len(found)


def _bare(words: str) -> bool:
    """Whether a sentence begins with a verb in the past, who did it left out."""
    first = WORD.match(words)
    return first is not None and _past(first.group().lower())


def _verbless(words: str) -> bool:
    """Whether a sentence has nobody who does anything."""
    acts = PERSON.search(words) or NOW.search(words) or any(_past(w.lower()) for w in WORD.findall(words))
    return not acts


def _past(word: str) -> bool:
    return word in pasts() or (word.endswith("ed") and len(word) > 4)


def formed(page: Page, i: int) -> float:
    """Greeting, name at the foot, head, fields, abbreviations, capitals, careless typing, phrases of offices."""
    p, words = page.paragraphs[i], page.words(i)
    count = len(WORD.findall(words))
    greets = 1.5 if forms.salutation(page.text, p.start, p.end) else _called(page, words) * page.addresses(i)
    signed = forms.signature(page.text, p.start, p.end) is not None or PEN_NAME.search(words) is not None
    formal = forms.pattern("formal").search(words) is not None or DECLARED.match(words) is not None
    given = count <= GIVEN and forms.pattern("given").match(words) is not None
    loud = len(CAPITALS.findall(words)) + (words == words.upper() and sum(c.isalpha() for c in words) > 1)
    careless = min(1.0, forms.register(page.text, p.start, p.end)) if _begins(page, i) else 0.0
    listed = 0.75 * min(2, len(FIELD.findall(words))) + 0.5 * min(2, len(ABBREVIATED.findall(words)))
    heads = 1.0 * (HEAD.match(words) is not None) + 1.0 * (REGISTERED.search(words) is not None)
    foot = 1.0 * (signed and count > 3)
    greets = max(greets, 1.5 * (DIRECTED.match(words) is not None))
    looks = 0.5 * min(2, loud) + careless + 0.75 * (TORN.search(words) is not None)
    return greets + foot + heads + listed + looks + 1.5 * formal + 1.0 * given


def _called(page: Page, words: str) -> float:
    """The weight of a name, a fond word or an office with which a paragraph begins: "Ida, old thing.", "Sir."."""
    m = CALLED.match(words)
    if m is None:
        return 0.0
    if m.group("office"):
        return 1.5
    kin = (m.group("name") or "").lower() in resources.words("letters.toml", "address")
    return 1.0 if m.group("fond") or kin or m.group("last") in page.names else 0.0


def called(page: Page, start: int, end: int) -> Span | None:
    """The name with which writing to a "you" calls somebody, whatever mark stands after it."""
    m = CALLED.match(page.text, start, end)
    known = m is not None and m.group("last") in page.names and SECOND.search(page.text, m.end(), end)
    return Span(m.start("name"), m.end("name")) if m and known else None


@cache
def _role() -> re.Pattern[str]:
    """Who does something, as forms and reports call him: "Witness states", "Patient Hale slept"."""
    roles = "|".join(resources.table("letters.toml")["around"]["roles"].split())
    return re.compile(rf"(?:{roles})(?: [A-Z][\w'’-]*)? (?:\([^)]*\) )?[a-z]")


@cache
def _small() -> frozenset[str]:
    return frozenset(resources.table("letters.toml")["around"]["small"].split())
