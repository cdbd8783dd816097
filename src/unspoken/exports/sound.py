"""Whether a story keeps the format's own rules, so that nothing that works with it has to ask again.

Types alone do not tell: offsets have to lie in the text, ids to be there once, and what points to a record to find it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import le
from reprlib import Repr
from typing import Any

from unspoken.layers.source import Source
from unspoken.story import Story, TokenColumns

MOST = 2**53  # more than any text has; up to this, numbers are the same in every program
_SHORT = Repr()
_SHORT.maxstring = 40


@dataclass(frozen=True)
class _Kind:
    """What has to be so of records of one kind.

    ``offsets`` are fields that do not fall from one to the next; ``points`` go from fields to the layer that holds what
    they name; ``inner`` to the kind of the records in them; ``bounds`` from fields to the least value (the most is 1).
    Fields may be null, and hold one or several values.
    """

    offsets: tuple[str, ...] = ("start", "end")
    points: Mapping[str, str] = field(default_factory=dict)
    inner: Mapping[str, _Kind] = field(default_factory=dict)
    bounds: Mapping[str, int] = field(default_factory=dict)


_SURE = {"confidence": 0}
_SPAN = _Kind()
_ALONE: tuple[str, ...] = ()
_COURSE = {"timeline": _Kind(("start",), {"scene": "scenes"})}
_HAPPENING = _Kind(points={"scene": "scenes", "actor": "characters"}, bounds=_SURE)
_ABOUT = _Kind(_ALONE, {"subject": "characters", "object": "characters"})
_ENDURES = {"from_scene": "scenes", "until_scene": "scenes"}
_LAYERS: Mapping[str, _Kind] = {
    "paragraphs": _SPAN,
    "chapters": _SPAN,
    "emphasis": _SPAN,
    "sentences": _SPAN,
    "characters": _Kind(("first", "last"), inner={"mentions": _Kind(bounds=_SURE)}),
    "entities": _Kind(points={"character": "characters"}, bounds=_SURE),
    "places": _Kind(_ALONE, inner={"mentions": _SPAN}),
    "events": _Kind(points={"agent": "characters", "patient": "characters"}),
    "scenes": _Kind(
        points={"chapter": "chapters", "place": "places", "present": "characters", "focal": "characters"},
        inner={"time": _Kind(_ALONE, inner={"evidence": _SPAN})},
    ),
    "documents": _Kind(
        points={"author": "characters", "addressee": "characters"},
        inner={"read_by": _Kind(_ALONE, {"character": "characters", "scene": "scenes"})},
        bounds=_SURE,
    ),
    "quotes": _Kind(
        points={"speaker": "characters", "addressees": "characters"},
        inner={"parts": _SPAN, "cue": _SPAN},
        bounds=_SURE,
    ),
    "feelings": _Kind(
        points={"scene": "scenes", "experiencer": "characters", "target": "characters", "source": "tellers"},
        inner={"cause": _SPAN},
        bounds={**_SURE, "intensity": 0, "valence": -1},
    ),
    "attitudes": _Kind(
        _ALONE, {"holder": "characters", "target": "characters", **_ENDURES}, {"evidence": _SPAN}, bounds=_SURE
    ),
    "relationships": _Kind(
        _ALONE, {"pair": "characters"}, {**_COURSE, "events": _HAPPENING, "evidence": _SPAN}, bounds=_SURE
    ),
    "beliefs": _Kind(
        points={"holder": "characters", **_ENDURES}, inner={"proposition": _ABOUT, "ended_by": _SPAN}, bounds=_SURE
    ),
    "gaps": _Kind(
        ("reader_from", "reader_until"),
        {"holder": "characters", "about": "characters", "belief": "beliefs"}
        | {"opens_scene": "scenes", "closes_scene": "scenes"},
        {"truth": _SPAN, "closed_by": _SPAN},
        bounds={**_SURE, "severity": 0},
    ),
}
_APART = frozenset(("paragraphs", "chapters", "sentences", "scenes"))  # which follow each other, and do not overlap


def unsound(story: Story) -> str | None:
    """The first thing in a story that breaks the format's rules, in a few words that name the record; None: nothing.

    Takes time that grows with the number of records alone.
    """
    return next(_faults(story), None)


def _faults(story: Story) -> Iterator[str]:
    end = len(story.text)
    yield from _of_source(story.source)
    yield from _of_tokens(story.tokens, end)
    ids = {layer: frozenset(getattr(r, "id", "") for r in getattr(story, layer)) for layer in _LAYERS}
    ids["tellers"] = ids["characters"] | ids["documents"] | {"narrator"}
    for layer, kind in _LAYERS.items():
        records = getattr(story, layer)
        yield from _of_layer(layer, records, ids[layer])
        for number, record in enumerate(records):
            for fault in _of(record, kind, ids, end):
                yield f"{layer} {_SHORT.repr(getattr(record, 'id', number))}: {fault}"
    for bond in story.relationships:
        if bond.pair[0] == bond.pair[1]:
            yield f"relationships {_SHORT.repr(bond.id)}: its pair is one person"


def _of_source(source: Source) -> Iterator[str]:
    if not (0 <= source.words <= MOST and 0 <= source.characters <= MOST):
        yield "source: 'words' or 'characters' is no number that a text has"


def _of_tokens(tokens: TokenColumns, end: int) -> Iterator[str]:
    size = len(tokens.start)
    for name in tokens.__struct_fields__:
        column = getattr(tokens, name)
        if column is not None and len(column) != size:
            yield f"tokens: {name!r} is {len(column):,} long, and 'start' {size:,}"
            return
    if size and not (tokens.start[0] >= 0 and all(map(le, tokens.start, tokens.end)) and tokens.end[-1] <= end):
        yield "tokens: not all lie in the text"
    if not all(map(le, tokens.end, tokens.start[1:])):
        yield "tokens: they overlap, or are not in the order of the text"
    if tokens.head and not (min(tokens.head) >= -1 and max(tokens.head) < size):
        yield "tokens: a 'head' is the number of no token"


def _of_layer(layer: str, records: Sequence[Any], ids: frozenset[str]) -> Iterator[str]:
    if records and hasattr(records[0], "id"):
        if "" in ids:
            yield f"{layer}: an id is empty"
        if len(ids) < len(records):
            yield f"{layer}: two records have one id"
    if layer in _APART and not all(a.end <= b.start for a, b in pairwise(records)):
        yield f"{layer}: they overlap, or are not in the order of the text"


def _of(record: Any, kind: _Kind, ids: Mapping[str, frozenset[str]], end: int) -> Iterator[str]:
    reached = 0
    for name in kind.offsets:
        offset = getattr(record, name)
        if offset is not None:
            if not reached <= offset <= end:
                yield f"{name!r} is {_SHORT.repr(offset)}, which is not from {reached} to {end}"
            reached = offset
    for name, layer in kind.points.items():
        for value in _several(getattr(record, name)):
            if value not in ids[layer]:
                yield f"{_public(record, name)!r} is {_SHORT.repr(value)}, which is none of its {layer}"
    for name, least in kind.bounds.items():
        if not least <= getattr(record, name) <= 1:
            yield f"{name!r} is not from {least} to 1"
    for name, inner in kind.inner.items():
        for one in _several(getattr(record, name)):
            for fault in _of(one, inner, ids, end):
                yield f"{name}: {fault}"


def _public(record: Any, name: str) -> str:
    """The name that the format has for a field."""
    return str(record.__struct_encode_fields__[record.__struct_fields__.index(name)])


def _several(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)
