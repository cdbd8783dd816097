"""Feelings: who feels what towards whom, from words that name it, bodily signs, actions and what people say."""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.feelings import Feeling
from unspoken.layers.keys import (
    CHARACTERS,
    CLAUSES,
    DOCUMENTS,
    FEELINGS,
    PROPOSALS,
    QUOTES,
    SCENES,
    SENTENCES,
    SIGNALS,
    STRIKES,
    SYNTAX,
    TOKENS,
)
from unspoken.pipeline import Stage
from unspoken.stages.feelings.answers import answer_cues
from unspoken.stages.feelings.cries import cry_cues
from unspoken.stages.feelings.echoes import echo_cues
from unspoken.stages.feelings.episodes import episodes
from unspoken.stages.feelings.named import named_cues
from unspoken.stages.feelings.page import Page
from unspoken.stages.feelings.proposed import with_proposed
from unspoken.stages.feelings.seen import weighed
from unspoken.stages.feelings.signs import sign_cues
from unspoken.stages.struck import feeling, kept


def find_feelings(document: Document) -> tuple[Feeling, ...]:
    """Find the feelings that the text names or shows, but for those that a correction strikes out.

    Returns:
        Episodes in text order. ``emotion`` is the best guess of those that fit, ``candidates`` the others;
        ``experiencer`` is None where the text does not say whose a named feeling is.
    """
    return kept(feelings_in(document), document[STRIKES], "feelings", feeling)


def feelings_in(document: Document) -> tuple[Feeling, ...]:
    """All that are found, before any is struck out."""
    page, signals = Page(document), document[SIGNALS]
    listed = [
        c for c in (*named_cues(page), *sign_cues(page), *cry_cues(page), *echo_cues(page)) if weighed(page, signals, c)
    ]
    return with_proposed(page, episodes(page, (*listed, *answer_cues(page, listed))), document[PROPOSALS])


READS = (SIGNALS, TOKENS, SYNTAX, SENTENCES, CLAUSES, CHARACTERS, QUOTES, SCENES, DOCUMENTS, STRIKES, PROPOSALS)
STAGE = Stage("feelings", "24", READS, FEELINGS, find_feelings)
