"""The names of all layers, each with the type of what it holds."""

from __future__ import annotations

from typing import Generic, TypeVar

from unspoken.layers.antecedents import Antecedents
from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.characters import Character
from unspoken.layers.clauses import Clause
from unspoken.layers.corrections import Anchors, Correction, ShownName, Strikes
from unspoken.layers.documents import Letter, StoryDocument
from unspoken.layers.entities import Entity, Place
from unspoken.layers.events import Event
from unspoken.layers.feelings import Attitude, Feeling
from unspoken.layers.mentions import Cast, Identities, Mention
from unspoken.layers.proposals import Proposals
from unspoken.layers.quotations import Quotation, Quote
from unspoken.layers.relationships import Relationship
from unspoken.layers.scenes import Scene, SceneSpan
from unspoken.layers.signals import Signals
from unspoken.layers.spans import Break, Chapter, Span
from unspoken.layers.statements import Statement
from unspoken.layers.tokens import Syntax, Tokens

T_co = TypeVar("T_co", covariant=True)


class Layer(Generic[T_co]):
    """A layer's name; ``document[LAYER]`` has the type of what it holds."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Layer({self.name!r})"


# made by sources
PARAGRAPHS: Layer[tuple[Span, ...]] = Layer("paragraphs")
CHAPTERS: Layer[tuple[Chapter, ...]] = Layer("chapters")
EMPHASIS: Layer[tuple[Span, ...]] = Layer("emphasis")
BREAKS: Layer[tuple[Break, ...]] = Layer("breaks")
# made by the reader of the story; none, unless they are attached
CORRECTIONS: Layer[tuple[Correction, ...]] = Layer("corrections")
# made by a helper that the user runs; empty, unless they are attached
PROPOSALS: Layer[Proposals] = Layer("proposals")
# made by stages
TOKENS: Layer[Tokens] = Layer("tokens")
QUOTATIONS: Layer[tuple[Quotation, ...]] = Layer("quotations")
SENTENCES: Layer[tuple[Span, ...]] = Layer("sentences")
SIGNALS: Layer[Signals] = Layer("signals")
SYNTAX: Layer[Syntax] = Layer("syntax")
CLAUSES: Layer[tuple[Clause, ...]] = Layer("clauses")
LETTERS: Layer[tuple[Letter, ...]] = Layer("letters")
ANTECEDENTS: Layer[Antecedents] = Layer("antecedents")
ANCHORS: Layer[Anchors] = Layer("anchors")
STRIKES: Layer[Strikes] = Layer("strikes")
NAMES: Layer[tuple[ShownName, ...]] = Layer("names")
SCENE_SPANS: Layer[tuple[SceneSpan, ...]] = Layer("scene_spans")
MENTIONS: Layer[tuple[Mention, ...]] = Layer("mentions")
CAST: Layer[Cast] = Layer("cast")
TURNS: Layer[tuple[Quote, ...]] = Layer("turns")
IDENTITIES: Layer[Identities] = Layer("identities")
QUOTES: Layer[tuple[Quote, ...]] = Layer("quotes")
CHARACTERS: Layer[tuple[Character, ...]] = Layer("characters")
ENTITIES: Layer[tuple[Entity, ...]] = Layer("entities")
PLACES: Layer[tuple[Place, ...]] = Layer("places")
EVENTS: Layer[tuple[Event, ...]] = Layer("events")
SCENES: Layer[tuple[Scene, ...]] = Layer("scenes")
DOCUMENTS: Layer[tuple[StoryDocument, ...]] = Layer("documents")
FEELINGS: Layer[tuple[Feeling, ...]] = Layer("feelings")
ATTITUDES: Layer[tuple[Attitude, ...]] = Layer("attitudes")
RELATIONSHIPS: Layer[tuple[Relationship, ...]] = Layer("relationships")
STATEMENTS: Layer[tuple[Statement, ...]] = Layer("statements")
BELIEFS: Layer[tuple[Belief, ...]] = Layer("beliefs")
GAPS: Layer[tuple[Gap, ...]] = Layer("gaps")
UNFIT: Layer[tuple[str, ...]] = Layer("unfit")
