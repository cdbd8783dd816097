"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import ENTITIES, PLACES
from unspoken.pipeline import Stage


def make_places(document: Document) -> Any:
    return ()


STAGE = Stage("places", "0", (ENTITIES,), PLACES, make_places)
