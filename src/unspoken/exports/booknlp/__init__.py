"""BookNLP's six files, column for column, so that what reads those reads a story too.

Where the two programs differ: relations are those of Universal Dependencies (a root's is ``ROOT``, and it is its own
head); ``fine_POS_tag`` is the tag of the Penn Treebank that part of speech and features imply; there are no
supersenses, so that file has its first line alone. As in BookNLP, the offsets that its columns call bytes count
characters, ends of tokens are inclusive, a quotation that narration splits is a row for each piece, and the narrator
has the id 0. Where nothing beside a quotation names its speaker, the speaker's nearest mention in the narration stands
in its row.
"""

from __future__ import annotations

import json

from unspoken.exports.booknlp.book import book
from unspoken.exports.booknlp.entities import mentions
from unspoken.exports.booknlp.page import page
from unspoken.exports.booknlp.quotes import speeches
from unspoken.exports.booknlp.tokens import table, tokens
from unspoken.story import Story

TOKENS = (
    "paragraph_ID", "sentence_ID", "token_ID_within_sentence", "token_ID_within_document", "word", "lemma",
    "byte_onset", "byte_offset", "POS_tag", "fine_POS_tag", "dependency_relation", "syntactic_head_ID", "event",
)  # fmt: skip
ENTITIES = ("COREF", "start_token", "end_token", "prop", "cat", "text")
QUOTES = ("quote_start", "quote_end", "mention_start", "mention_end", "mention_phrase", "char_id", "quote")
SUPERSENSE = ("start_token", "end_token", "supersense_category", "text")


def export(story: Story, stem: str) -> dict[str, bytes]:
    """A story as the files that BookNLP writes.

    Args:
        story: read with any recipe; what is not there leaves the rows out, or the columns at ``_``.
        stem: the files' name without their endings.

    Returns:
        The contents of the files by their names: ``STEM.tokens``, ``.entities``, ``.quotes``, ``.supersense``,
        ``.book``, ``.book.html``.
    """
    words = tokens(story)
    named = mentions(story, words)
    said = speeches(story, words, named)
    characters = book(story, words, named)
    texts = {
        "tokens": table(TOKENS, words.rows()),
        "entities": table(ENTITIES, ((m.coref, m.first, m.last, m.prop, m.cat, m.text) for m in named)),
        "quotes": table(QUOTES, (s.row() for s in said)),
        "supersense": table(SUPERSENSE, ()),
        "book": json.dumps({"characters": characters}),
        "book.html": page(words, named, said, characters),
    }
    return {f"{stem}.{ending}": text.encode("utf-8", "replace") for ending, text in texts.items()}
