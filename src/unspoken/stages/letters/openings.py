"""How writing that has paragraphs of its own begins: a greeting, a date, a careless or scribbled line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms
from unspoken.stages.letters.frames import Frame
from unspoken.stages.letters.page import FIRST, NAMED, SECOND, TO_READER, WORD, Page
from unspoken.stages.letters.sentences import sentences
from unspoken.stages.letters.voice import voice

PERSONAL = 0.9  # weight from which a paragraph speaks as "I" to "you" all through
FORMAL, HEAD = 1.5, 120  # weight of the phrases of offices and invitations, and how near the beginning they stand
DENSE = 0.08  # share of words that "I" and "you" have in such a paragraph
DASHES = re.compile(r"[—–-]")


@dataclass(frozen=True)
class Opening:
    """How a block begins: ``weight`` of greeting, date or register; ``first`` the paragraph that its words begin in.

    ``greeted`` is the name greeted or called; ``greeting``, ``dated`` and ``alone`` say that there is a salutation, a
    date, a salutation with its line for itself; ``signed``: somebody speaks to another in it, as the narration does
    not, and a name stands at its foot; ``personal``: an "I" speaks to a "you" all through it, unlike the narration.
    """

    weight: float
    first: int
    greeted: Span | None
    greeting: bool
    dated: bool
    alone: bool = False
    signed: bool = False
    personal: bool = False


def opening_at(page: Page, i: int, frame: Frame | None, kept_daily: bool = False) -> Opening | None:
    """Weigh how paragraph ``i`` begins; ``kept_daily``: a diary was spoken of, or an entry of one stands before it."""
    p = page.paragraphs[i]
    if i + 1 < len(page) and not page.parted(i + 1) and (forms.heading(page.text, p.start, p.end) or _address(page, i)):
        return _under_heading(page, i)
    stop = forms.date(page.text, p.start, p.end)
    if stop is not None:
        at = _past_marks(page.text, stop, p.end)
        greeting = _greeting(page, i, at)
        called = greeting.greeted if greeting else forms.called(page.text, at, p.end)
        jotted = forms.pattern("jotted").match(page.text, at, p.end) is not None
        return Opening(
            1.5 + (greeting.weight if greeting else 0.5 * (called is not None) + jotted),
            i,
            called,
            greeting is not None,
            True,
        )
    greeting = _greeting(page, i, p.start)
    if greeting is not None:
        return greeting
    day = forms.day(page.text, p.start, p.end)
    if day is not None and (greeting := _greeting(page, i, _past_marks(page.text, day, p.end))) is not None:
        return Opening(1.0 + greeting.weight, i, greeting.greeted, True, True)
    if day is not None and kept_daily and not page.quoted(i):
        return Opening(1.5, i, None, False, True)
    if (greeting := _name_alone(page, i)) is not None:
        return greeting
    if frame is None and page.quoted(i):
        return None
    called = forms.called(page.text, p.start, p.end)
    typed = forms.register(page.text, p.start, p.end)
    speaks = not page.quoted(i) and page.addresses(i)
    signed = 0.0 if page.quoted(i) else _signs(page, i)
    personal = _personal(page, i)
    formal = 0.0 if page.quoted(i) else FORMAL * (forms.pattern("formal").search(page.words(i)[:HEAD]) is not None)
    weight = typed + 0.5 * (called is not None) + 0.5 * speaks + signed + personal + formal
    return Opening(weight, i, called, False, False, signed=speaks and signed > 0, personal=personal >= PERSONAL)


def _past_marks(text: str, at: int, end: int) -> int:
    return end - len(text[at:end].lstrip(" .,:;_—–-\n"))


def _address(page: Page, i: int) -> bool:
    """A line such as a house and a town, with a greeting that has its line for itself under it."""
    p = page.paragraphs[i]
    words = page.words(i).strip(forms.MARKS)
    small = {w for w in WORD.findall(words) if w[0].islower()} - resources.words("letters.toml", "in_places")
    if len(words) > 60 or small or words[-1:] in "!?" or not words[:1].isalnum():
        return False
    if (page.quoted(i) and not page.wholly_quoted(i)) or forms.salutation(page.text, p.start, p.end):
        return False
    under = _greeting(page, i + 1, page.paragraphs[i + 1].start)
    return under is not None and under.weight >= 1.5


def _under_heading(page: Page, i: int) -> Opening:
    """A date alone on its line, and what stands under it."""
    greeting = _greeting(page, i + 1, page.paragraphs[i + 1].start)
    if greeting is not None:
        return Opening(1.0 + greeting.weight, greeting.first, greeting.greeted, True, True)
    by_one = not page.told_by_one and not page.quoted(i + 1) and FIRST.search(page.words(i + 1)) is not None
    dated = forms.date(page.text, page.paragraphs[i].start, page.paragraphs[i].end) is not None
    return Opening((1.5 if dated else 0.5) + 1.0 * by_one, i + 1, None, False, True)


def _greeting(page: Page, i: int, at: int) -> Opening | None:
    """A greeting at offset ``at`` of paragraph ``i``; one with its line for itself weighs most."""
    end = page.paragraphs[i].end
    greeting = forms.salutation(page.text, at, end)
    if greeting is None:
        return None
    name, mark = greeting
    line = page.text[name.end : end].split("\n")[0].strip(forms.MARKS + ",:;.—–-")
    quoted = page.quoted(i)
    if quoted and (not page.wholly_quoted(i) or "!" in mark):
        return None
    if not line:
        weight = 3.0 if not quoted else 1.0 if DASHES.match(mark) else 2.0
    elif DASHES.search(mark):
        weight = 1.5
    else:
        weight = 0.5 if quoted else 1.0
    below = not line and end - name.end < 8 and i + 1 < len(page) and not page.parted(i + 1)
    return Opening(weight, i + 1 if below else i, name, True, False, below)


def _name_alone(page: Page, i: int) -> Opening | None:
    """A name with a comma and nothing else, and under it words to somebody: "Tom,"."""
    p = page.paragraphs[i]
    if not page.words(i).rstrip("_* \n").endswith((",", "—", "–", "--")) or not forms.name_alone(
        page.text, p.start, p.end
    ):
        return None
    if i + 1 >= len(page) or page.parted(i + 1) or page.quoted(i) or page.quoted(i + 1) or not page.addresses(i + 1):
        return None
    start, end = forms.body(page.text, p.start, p.end)
    return Opening(
        2.0,
        i + 1,
        Span(start, end - len(page.text[start:end]) + len(page.text[start:end].rstrip(",—–- "))),
        True,
        False,
        True,
    )


def _personal(page: Page, i: int) -> float:
    """How much paragraph ``i`` is an "I" speaking to a "you", where the narration has neither."""
    p, words = page.paragraphs[i], page.words(i)
    if page.spoken_in(p) or page.told_as_play or page.italic(i) or NAMED.match(words) or TO_READER.search(words):
        return 0.0
    opens = sentences(page.text, p.start, p.end)[0]
    first = 0 if page.told_by_one else len(FIRST.findall(words))
    second = 0 if page.told_to_you else len(SECOND.findall(words))
    dense = first + second >= DENSE * len(WORD.findall(words))
    if voice(page, opens) < 0 or not dense or second < (3 if page.told_by_one else 1):
        return 0.0
    return 1.5 if first >= 3 and second >= 2 else PERSONAL if first + second >= 3 else 0.0


def _signs(page: Page, i: int) -> float:
    """Initials, kisses or a short name at the foot of paragraph ``i``."""
    p = page.paragraphs[i]
    signed = forms.signature(page.text, p.start, p.end)
    if signed is None or len(WORD.findall(page.words(i))) < 3:
        return 0.0
    kissed = re.search(r"\bx+\W*$", page.words(i)) is not None
    return 1.0 if signed.end - signed.start <= 4 or kissed else 0.5
