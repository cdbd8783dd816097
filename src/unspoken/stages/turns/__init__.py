"""Turns: who speaks each quotation, and to whom, decoded conversation by conversation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from unspoken.document import Document
from unspoken.layers.keys import (
    ANCHORS,
    CAST,
    LETTERS,
    MENTIONS,
    PARAGRAPHS,
    QUOTATIONS,
    SCENE_SPANS,
    SENTENCES,
    SYNTAX,
    TOKENS,
    TURNS,
)
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.cast import united
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.cast.wishes import Called, severed
from unspoken.stages.mentions.words import words_of
from unspoken.stages.turns.conversation import Conversation
from unspoken.stages.turns.cues import Cues
from unspoken.stages.turns.decoding import ADJACENT, BEAT, FAR, JOINED
from unspoken.stages.turns.evidence import Scenery
from unspoken.stages.turns.line import Line
from unspoken.stages.turns.tellers import answered

VERSION = "16"
LEAST = 0.48  # probability below which nobody is named
CUT = 6  # paragraphs without speech that end a conversation


def find_lines(document: Document, scenery: Scenery) -> list[Line]:
    """The quotations that are no letters, each with its cue."""
    cues = Cues(document.text, scenery.words, document[MENTIONS], document[PARAGRAPHS])
    told = _told(document)
    return [
        Line(q, p, cues.of(q, p), told.get(q.id))
        for q in document[QUOTATIONS]
        if not scenery.in_letter(q)
        for p in [scenery.paragraph(q.start)]
    ]


def decoded(lines: list[Line], document: Document, scenery: Scenery, least: float = LEAST) -> tuple[Quote, ...]:
    """Speaker and addressees of lines, conversation by conversation."""
    return tuple(quote for talk in _conversations(lines, document, scenery, least) for quote in talk.quotes())


def _turns(document: Document, least: float) -> tuple[Quote, ...]:
    scenery = Scenery(document, words_of(document))
    return decoded(find_lines(document, scenery), document, scenery, least)


def stage(least: float = LEAST) -> Stage:
    """The stage that names nobody as a speaker who is less probable than ``least``."""

    def find_turns(document: Document) -> tuple[Quote, ...]:
        """Tell speaker and addressees (ids of the cast) of every quotation that is no letter."""
        turns = _turns(document, least)
        if len(document.text) < SHORT:
            return turns
        cast, mentions = document[CAST], document[MENTIONS]
        found = severed(answered(mentions, cast, turns), {m.id: m.names for m in cast.members}, document[ANCHORS])
        return _turns(document.attach(CAST, united(cast, found)), least) if found else turns

    version = VERSION if least == LEAST else f"{VERSION}, speakers from {least:g}"
    return Stage(
        "turns",
        version,
        (QUOTATIONS, PARAGRAPHS, TOKENS, SENTENCES, SYNTAX, MENTIONS, CAST, LETTERS, SCENE_SPANS, ANCHORS),
        TURNS,
        find_turns,
    )


STAGE = stage()


def _told(document: Document) -> dict[str, str]:
    """Who speaks the quotations of which a correction says so."""
    cast, speakers = document[CAST], document[ANCHORS].speakers
    if not speakers:
        return {}
    called = Called(document.text, document[MENTIONS], ((m.id, m.names) for m in cast.members), cast.link)
    return {quotation: member for quotation, who in speakers.items() if (member := called(who)) is not None}


def _conversations(lines: list[Line], document: Document, scenery: Scenery, least: float) -> Iterator[Conversation]:
    """Quotations that belong together: one scene, no long stretch without speech between them."""
    scenes = [s.start for s in document[SCENE_SPANS]]
    talk: list[Line] = []
    gaps: list[int] = []
    for line in lines:
        if talk:
            apart = line.paragraph - talk[-1].last_paragraph(scenery)
            scene = bisect_right(scenes, line.quotation.start) != bisect_right(scenes, talk[-1].quotation.start)
            if apart > CUT or scene:
                yield Conversation(talk, gaps, scenery, least)
                talk, gaps = [], []
        gaps.append(_gap(talk[-1] if talk else None, line, scenery))
        talk.append(line)
    if talk:
        yield Conversation(talk, gaps, scenery, least)


def _gap(before: Line | None, line: Line, scenery: Scenery) -> int:
    """What lies between two quotations."""
    if before is None:
        return FAR
    apart = line.paragraph - before.last_paragraph(scenery)
    if apart == 0:
        return JOINED
    between = Span(before.quotation.end, line.quotation.start)
    if apart == 1 and not before.quotation.closed:
        return JOINED
    if apart == 1:
        return ADJACENT
    return BEAT if apart <= 3 and between.end - between.start < 1500 else FAR
