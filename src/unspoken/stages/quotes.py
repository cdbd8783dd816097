"""Quotes: turns with the ids of the final characters."""

from __future__ import annotations

import msgspec

from unspoken.document import Document
from unspoken.layers.keys import IDENTITIES, QUOTES, TURNS
from unspoken.layers.quotations import Quote
from unspoken.pipeline import Stage
from unspoken.stages.characters import ranked


def make_quotes(document: Document) -> tuple[Quote, ...]:
    """Every turn, its speaker and addressees as characters; whoever is no character is left open."""
    identities = document[IDENTITIES]
    rank = ranked(identities)
    character = {m: rank[c] for m, c in identities.character_of.items() if c in rank}
    return tuple(_with_characters(quote, character) for quote in document[TURNS])


STAGE = Stage("quotes", "1", (TURNS, IDENTITIES), QUOTES, make_quotes)


def _with_characters(quote: Quote, character: dict[str, str]) -> Quote:
    speaker = character.get(quote.speaker) if quote.speaker is not None else None
    to = tuple(dict.fromkeys(character[a] for a in quote.addressees if a in character and character[a] != speaker))
    return msgspec.structs.replace(
        quote, speaker=speaker, addressees=to, confidence=quote.confidence if speaker is not None else 0.0
    )
