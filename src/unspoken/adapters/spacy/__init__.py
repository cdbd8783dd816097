"""A story as a Doc of spaCy: the same text, with its grammar, entities, and everything else as groups of spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unspoken.adapters.spacy.columns import columns
from unspoken.adapters.spacy.spans import Labelled, groups, proper
from unspoken.adapters.spacy.words import Words, cut
from unspoken.errors import MissingLibrary
from unspoken.story import Story

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

NAMES = "unspoken.characters"


def to_spacy(story: Story, nlp: Language | None = None) -> Doc:
    """A story as a Doc of spaCy.

    Its text is the story's text. White space but for single spaces is in tokens of its own, as spaCy has it. Sentences
    are the story's: where one has several roots, all but the first hang from the first by ``dep``. ``doc.ents`` are the
    names in the text, the longest where they overlap. ``doc.spans`` holds (``label_``; ``kb_id_``; ``id_``):

    - ``mentions``: every word that means a character (name, nominal, pronoun; the character's id)
    - ``entities``: everything that is mentioned (type; character or cluster; the entity's id)
    - ``coref_clusters_1``, ``_2``, ...: all mentions of one (its name; its id), characters first
    - ``quotes``: pieces of quotations (name of the speaker, or nothing; speaker's id; the quotation's id)
    - ``scenes`` (mode; place; id), ``chapters`` (none; none; id), ``documents`` (kind; author; id)
    - ``events`` (lemma; agent), ``feelings`` (emotion; who feels it; id), ``beliefs`` (stance; holder; id)
    - ``gaps``: the words of the truth (misbelief or ignorance; who is wrong; id)

    Args:
        story: read with any recipe; what is not there stays empty.
        nlp: a pipeline to share words with, as its components ask for; None: an empty one of the story's language.

    Returns:
        The Doc. ``doc.user_data["unspoken.characters"]`` has the name of each character by id.

    Raises:
        MissingLibrary: spaCy is not installed.
    """
    try:
        import spacy
        from spacy.tokens import Doc
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "spacy":
            raise
        raise MissingLibrary("spacy", "spacy") from None
    words = cut(story.text, story.tokens)
    told = columns(story, words)
    vocab = (nlp or _blank(story.source.language)).vocab
    characters = {character.id: character.name for character in story.characters}
    doc = Doc(
        vocab, words=words.words, spaces=words.spaces, lemmas=told.lemmas, pos=told.pos, morphs=told.morphs,
        heads=told.heads, deps=told.deps, sent_starts=told.starts, user_data={NAMES: characters},
    )  # fmt: skip
    for name, labelled in groups(story).items():
        doc.spans[name] = _placed(doc, words, labelled)
    doc.set_ents(spacy.util.filter_spans(_placed(doc, words, proper(story))))
    return doc


def _blank(language: str | None) -> Language:
    """An empty pipeline of a language; of no language in particular where spaCy does not have it."""
    import spacy

    try:
        return spacy.blank((language or "xx").partition("-")[0].lower())
    except (ImportError, ValueError):
        return spacy.blank("xx")


def _placed(doc: Doc, words: Words, labelled: list[Labelled]) -> list[Span]:
    """Spans of a Doc; what lies between its words alone is left out."""
    from spacy.tokens import Span

    return [
        Span(doc, *place, label=mark.label, kb_id=mark.means, span_id=mark.id)
        for mark in labelled
        if (place := words.at(mark.start, mark.end))
    ]
