"""What a letter's outside and its paragraphs' ends tell of its people: a direction, initials before a postscript."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from unspoken import resources
from unspoken.layers.documents import Letter
from unspoken.layers.spans import Span
from unspoken.stages.letters.apart import called
from unspoken.stages.letters.forms import NAME
from unspoken.stages.letters.page import Page

INITIALS = re.compile(r"\b((?:[A-Z]\. ?){2,3})[\"”’»]*[ \t]*(?=\n\s*\n|\Z)")


def completed(page: Page, letter: Letter) -> Letter:
    """A letter with the initials that end one of its paragraphs, if nobody has signed it, and with whom it is
    directed to in the paragraph before, if nobody is greeted."""
    signature, salutation = letter.signature, letter.salutation
    if signature is None and (m := INITIALS.search(page.text, letter.start, letter.end)):
        signature = Span(m.start(1), m.end(1))
    if salutation is None:
        salutation = _direction(page, letter) or called(page, letter.start, letter.end)
    return msgspec.structs.replace(letter, signature=signature, salutation=salutation)


def _direction(page: Page, letter: Letter) -> Span | None:
    """The name on the outside: 'with a direction, hardly legible, to "Miss A. B."'."""
    before = page.before(letter.start)
    found = list(_directed().finditer(page.text, before.start, before.end)) if before else []
    return Span(found[-1].start("name"), found[-1].end("name")) if found else None


@cache
def _directed() -> re.Pattern[str]:
    words = "|".join(sorted(resources.words("letters.toml", "direction")))
    return re.compile(rf"\b(?i:{words})\b[^.!?\"“”]{{0,60}}[\"“‘'](?P<name>{NAME})(?=[\s,.!?—–-]*[\"”’'])")
