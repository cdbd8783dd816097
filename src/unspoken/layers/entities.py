"""People, places and things with names, in the six types of LitBank (Bamman, Popat and Shen 2019)."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

EntityType = Literal["PER", "LOC", "FAC", "GPE", "ORG", "VEH"]
EntityForm = Literal["PROP", "NOM", "PRON"]


class Entity(msgspec.Struct, frozen=True):
    """One mention of an entity; ``cluster`` None: generic, nobody in particular."""

    id: str
    start: int
    end: int
    type: EntityType
    form: EntityForm
    cluster: str | None
    character: str | None
    confidence: float


class Place(msgspec.Struct, frozen=True):
    """A place of the story and where it is named."""

    id: str
    name: str
    mentions: tuple[Span, ...]
