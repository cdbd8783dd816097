"""A story that has been read: the public record, field for field the JSON format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.characters import Character
from unspoken.layers.documents import StoryDocument
from unspoken.layers.entities import Entity, Place
from unspoken.layers.events import Event
from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.provenance import Provenance
from unspoken.layers.quotations import Quote
from unspoken.layers.relationships import Relationship
from unspoken.layers.scenes import Scene
from unspoken.layers.source import Source
from unspoken.layers.spans import Chapter, Span

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.figure import Figure


class TokenColumns(msgspec.Struct, frozen=True):
    """Tokens as parallel columns (Universal Dependencies); a column is null where no stage makes it yet."""

    start: tuple[int, ...]
    end: tuple[int, ...]
    lemma: tuple[str, ...] | None = None
    pos: tuple[str, ...] | None = None
    feats: tuple[str, ...] | None = None
    head: tuple[int, ...] | None = None
    deprel: tuple[str, ...] | None = None


class Story(msgspec.Struct, frozen=True):
    """A work of fiction as a model of its people. Offsets are half-open code points into ``text``."""

    unspoken: Literal["1"]
    source: Source
    text: str
    paragraphs: tuple[Span, ...]
    chapters: tuple[Chapter, ...]
    emphasis: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: TokenColumns
    characters: tuple[Character, ...]
    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]
    scenes: tuple[Scene, ...]
    documents: tuple[StoryDocument, ...]
    quotes: tuple[Quote, ...]
    feelings: tuple[Feeling, ...]
    attitudes: tuple[Attitude, ...]
    relationships: tuple[Relationship, ...]
    beliefs: tuple[Belief, ...]
    gaps: tuple[Gap, ...]
    provenance: Provenance

    def graph(self, scene: str | None = None) -> nx.DiGraph[str]:
        """The people and what is between them, at the end of the story or of a scene, as a graph of networkx.

        Args:
            scene: the id of a scene; None: the end of the story.

        Raises:
            UnspokenError: the story has no such scene.
        """
        from unspoken.adapters.graph import graph

        return graph(self, scene)

    def frames(self, library: Literal["pandas", "polars"] = "pandas") -> dict[str, Any]:
        """The story as data frames by name of table: characters, quotes, feelings, ... (see `docs/python.md`).

        Args:
            library: of the data frames; it has to be installed, with the extra of its name.

        Raises:
            UnspokenError: the library is not installed, or is none of the two.
        """
        from unspoken.adapters.frames import frames

        return frames(self, library)

    def to_spacy(self) -> Any:
        """The story as a ``Doc`` of spaCy, with entities, coreference groups, quotations and scenes as span groups.

        Raises:
            UnspokenError: spaCy is not installed; it comes with the extra ``spacy``.
        """
        from unspoken.adapters.spacy import to_spacy

        return to_spacy(self)

    def figure(self, kind: Literal["course", "network", "arcs"], *people: str, scene: str | None = None) -> Figure:
        """The story as a figure of matplotlib, which a notebook shows: ``story.figure("course", "Anne", "Tom")``.

        Args:
            kind: ``course`` of two people: what each feels for the other, what the other takes it for, and where the
                two part; ``network``: who feels what for whom; ``arcs``: how they feel from scene to scene.
            people: names, aliases or ids: two for a course, none for a network, any for arcs (none: the main ones).
            scene: the id of a scene, for the network at its end; None: at the end of the story.

        Raises:
            UnspokenError: matplotlib is not installed (it comes with the extra ``figures``), there is no such kind,
                scene or person, or the number of people does not fit.
        """
        from unspoken.adapters.figures import figure

        return figure(self, kind, *people, scene=scene)

    def _repr_html_(self) -> str:
        """What a notebook shows: the page, in a frame of its own."""
        from unspoken.exports.html import notebook

        return notebook(self)
