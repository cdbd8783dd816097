"""Strikes: which claims a reader of the story calls wrong, with the places of their words and the people meant."""

from __future__ import annotations

from collections.abc import Callable

from unspoken.corrections import described, folded
from unspoken.corrections.places import Words
from unspoken.document import Document
from unspoken.layers.corrections import Strike, Strikes, Wrong
from unspoken.layers.keys import ANCHORS, CHARACTERS, CORRECTIONS, STRIKES
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.struck import called_in

Whom = Callable[[str], str | None]


def find_strikes(document: Document) -> Strikes:
    """Look for the passages and people that the corrections speak of; those that are not there are told."""
    wrong = [c for c in document[CORRECTIONS] if isinstance(c, Wrong)]
    characters, given = document[CHARACTERS], document[ANCHORS].given
    if not wrong:
        return Strikes()
    words, called = Words(document.text), called_in(document.text, characters)
    found = [
        _strike(c, document.text, words, lambda name: called(name) or called(given.get(folded(name), name)))
        for c in wrong
    ]
    return Strikes(tuple(s for s in found if isinstance(s, Strike)), tuple(s for s in found if isinstance(s, str)))


STAGE = Stage("strikes", "1", (CORRECTIONS, CHARACTERS, ANCHORS), STRIKES, find_strikes)


def _strike(c: Wrong, text: str, words: Words, whom: Whom) -> Strike | str:
    """A strike, or a sentence about why it is none."""
    places = words.places(c.passage, c.after) if c.passage else []
    lacking = [name for name in (c.who, c.about) if name and whom(name) is None]
    problem = None
    if c.passage and not places:
        problem = "there is no such passage"
    elif len(places) > 1:
        problem = f"the passage is there {len(places)} times; add a few words before it as 'after'"
    elif lacking:
        problem = f"nobody is called {' or '.join(map(repr, lacking))} here"
    if problem is not None:
        return f"a correction does not fit ({described(c)}): {problem}"
    passage = places[0] if places else None
    core = _bare(text, passage) if passage else None
    who, about = (whom(name) if name else None for name in (c.who, c.about))
    return Strike(c.claim, passage, core, who, about, c.kind or None, described(c))


def _bare(text: str, span: Span) -> Span:
    """A passage without the marks around it; one of marks alone is left as it is."""
    letters = [i for i in range(span.start, span.end) if text[i].isalnum()]
    return Span(letters[0], letters[-1] + 1) if letters else span
