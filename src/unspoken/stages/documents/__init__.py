"""Documents: who wrote a letter or message, to whom, and who reads it in which scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from unspoken.document import Document
from unspoken.layers.documents import Letter, Reading, StoryDocument
from unspoken.layers.keys import CHARACTERS, CLAUSES, DOCUMENTS, LETTERS, SCENES
from unspoken.layers.scenes import Scene
from unspoken.pipeline import Stage
from unspoken.stages.documents.addressees import addressee
from unspoken.stages.documents.authors import author, writer_of
from unspoken.stages.documents.desk import Desk
from unspoken.stages.documents.readers import reached
from unspoken.stages.documents.readers import readers as readers_of
from unspoken.stages.documents.threads import partners
from unspoken.stages.documents.unshown import unshown

UNSIGNED = 0.8  # share of a letter's confidence that is left where nobody is known to have written it
SIGNED = 0.95
THREAD = 12  # messages after one among which its answer is looked for


def make_documents(document: Document) -> tuple[StoryDocument, ...]:
    """Authors by name, signature or frame; addressees by greeting, frame or turn; readers by the narration around.

    Writing that is only told of is a document where somebody is told to read it.
    """
    desk = Desk(document)
    out: list[StoryDocument] = []
    partner = partners(desk, document[LETTERS])
    for letter in document[LETTERS]:
        scene = desk.scene(letter.start)
        writer = author(desk, letter, scene, out)
        told = readers_of(desk, letter, scene, writer)
        comes = told or reached(desk, letter, scene, writer)
        to = addressee(desk, letter, scene, writer, comes, out, partner.get(letter.id))
        kept = scene is not None and desk.kept(letter, scene)
        read = told if kept else comes or _at_hand(desk, letter, scene, writer, to)
        sure = round(letter.confidence * (SIGNED if writer else UNSIGNED), 3)
        out.append(StoryDocument(letter.id, letter.kind, letter.start, letter.end, writer, to, read, sure))
    out = list(_answered(desk, out))
    return tuple(sorted([*out, *unshown(desk, out)], key=lambda d: d.start))


STAGE = Stage("documents", "9", (LETTERS, CHARACTERS, SCENES, CLAUSES), DOCUMENTS, make_documents)


def _at_hand(
    desk: Desk, letter: Letter, scene: Scene | None, writer: str | None, to: str | None
) -> tuple[Reading, ...]:
    """A letter that the scene shows, not one being written, is read there by the one it is for, who is there."""
    if scene is None or to is None or writer is None or to not in scene.present or letter.kind == "diary":
        return ()
    return () if letter.frame is not None and writer_of(desk, letter.frame) else (Reading(to, scene.id),)


def _answered(desk: Desk, documents: Sequence[StoryDocument]) -> Iterator[StoryDocument]:
    """Whoever answers a message in its scene has read it."""
    for n, d in enumerate(documents):
        scene = desk.scene(d.start)
        if scene is not None and d.kind == "message" and d.author is not None:
            told = {r.character for r in d.read_by}
            later = (x for x in documents[n + 1 : n + 1 + THREAD] if x.start < scene.end and x.addressee == d.author)
            answering = dict.fromkeys(x.author for x in later if x.author is not None and x.author not in told)
            d = msgspec.structs.replace(d, read_by=(*d.read_by, *(Reading(who, scene.id) for who in answering)))
        yield d
