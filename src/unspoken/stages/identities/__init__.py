"""Identities: who is who in the whole text, when it is known who speaks.

Speech tells what narration leaves open: "Oh, Matty," said to Pell makes Matty a name of Pell; "Mum", said to Noreen,
makes Noreen the mother; "I" is the speaker and "you" the one spoken to.
"""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.keys import ANCHORS, ANTECEDENTS, CAST, IDENTITIES, LETTERS, MENTIONS, SENTENCES, TURNS
from unspoken.layers.mentions import Identities
from unspoken.pipeline import Stage
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.cast.wishes import severed
from unspoken.stages.identities.merging import merges
from unspoken.stages.identities.speech import SpeechLinker
from unspoken.stages.identities.splitting import split


def find_identities(document: Document) -> Identities:
    """Merge members that are one, link the mentions inside speech and letters, keep those who count."""
    cast, turns, mentions = document[CAST], document[TURNS], document[MENTIONS]
    found = merges(document.text, mentions, cast, turns, document[LETTERS])
    into = severed(found, {m.id: m.names for m in cast.members}, document[ANCHORS])
    linker = SpeechLinker(document, into)
    link, confidence = linker.linked()
    if len(document.text) < SHORT and (kinsmen := linker.kin.often()):
        linker = SpeechLinker(document, into, kinsmen)
        link, confidence = linker.linked()
    members, link = split(document.text, mentions, linker.members(link), link, document[ANCHORS])
    kept = {m.id for m in members}
    final = tuple(m if m in kept else None for m in link)
    return Identities(
        members,
        {m.id: into.get(m.id, m.id) for m in cast.members if into.get(m.id, m.id) in kept},
        final,
        tuple(c if m is not None else 0.0 for c, m in zip(confidence, final, strict=True)),
    )


STAGE = Stage(
    "identities", "13", (CAST, TURNS, MENTIONS, ANTECEDENTS, LETTERS, SENTENCES, ANCHORS), IDENTITIES, find_identities
)
