"""Names: as whom characters are to be shown, where a correction says so. No other stage is led by a name so given."""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.corrections import ShownName
from unspoken.layers.keys import ANCHORS, CHARACTERS, NAMES
from unspoken.pipeline import Stage
from unspoken.stages.struck import called_in


def find_names(document: Document) -> tuple[ShownName, ...]:
    """The name of each character that a correction names anew, the last one given."""
    shown, characters = document[ANCHORS].shown, document[CHARACTERS]
    if not shown:
        return ()
    called = called_in(document.text, characters)
    found = {who: name for own, name in shown.items() if (who := called(own)) is not None}
    return tuple(ShownName(c.id, found[c.id]) for c in characters if c.id in found)


STAGE = Stage("names", "1", (ANCHORS, CHARACTERS), NAMES, find_names)
