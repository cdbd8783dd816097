"""Narration that slips from the past into the present."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from unspoken.layers.characters import CharacterMention
from unspoken.layers.index import SpanIndex
from unspoken.layers.spans import Span
from unspoken.notes.guide import Guide, bounds, pattern
from unspoken.notes.note import Found
from unspoken.story import TokenColumns

Tense = Literal["past", "present"] | None
PERSONS = frozenset({"he", "she"})
TELLER = frozenset({"i", "we", "you", "us", "my", "our", "your"})


@dataclass(frozen=True)
class Told:
    """A sentence of the narration: ``clear``: all of it is told in its tense, and as something that happens once."""

    span: Span
    tense: Tense
    clear: bool
    personal: bool


def tenses(guide: Guide) -> Iterator[Found]:
    """Several sentences in the present in a scene that is told in the past.

    What holds always ("the river runs past the mill") and what a narrator says to the reader ("I wonder now") is in
    the present with good reason; so people of the story have to do something in it.
    """
    columns = guide.story.tokens
    if columns.feats is None or columns.deprel is None or columns.head is None or columns.pos is None:
        return
    in_scene: dict[int, list[Told]] = defaultdict(list)
    for sentence in _sentences(guide):
        in_scene[guide.scene(sentence.span.start) or 0].append(sentence)
    for number, scene in enumerate(guide.story.scenes, start=1):
        if scene.tense != "present":
            yield from _drifts(in_scene[number])


def _sentences(guide: Guide) -> Iterator[Told]:
    """The narration, without what is spoken, written or in italics."""
    named = _named(guide)
    emphasis: SpanIndex[Span] = SpanIndex(guide.story.emphasis)
    for sentence in guide.story.sentences:
        if guide.narrated(sentence.start, sentence.end) and not emphasis.touching(sentence.start, sentence.end):
            yield _read(guide, sentence, named)


def _read(guide: Guide, sentence: Span, named: frozenset[int]) -> Told:
    columns = guide.story.tokens
    inside = range(bisect_left(columns.start, sentence.start), bisect_left(columns.start, sentence.end))
    finite = {i: t for i in inside if (t := _finite(columns, i)) is not None}
    main = next((t for i, t in finite.items() if _of_root(columns, i)), None)
    words = [guide.text[columns.start[i] : columns.end[i]] for i in inside]
    teller = any(w.lower() in TELLER for w in words)
    said = guide.text[sentence.start : sentence.end]
    clear = set(finite.values()) == {main} and not teller and not pattern("tense", "habit").search(said)
    return Told(sentence, main, clear, any(_somebody(guide, i, named) for i in inside if _subject_of_root(columns, i)))


def _finite(columns: TokenColumns, i: int) -> Tense:
    feats = columns.feats[i] if columns.feats else ""
    if "VerbForm=Fin" not in feats:
        return None
    return "past" if "Tense=Past" in feats else "present" if "Tense=Pres" in feats else None


def _of_root(columns: TokenColumns, i: int) -> bool:
    """Whether a verb is that of the sentence: its root, or the root's auxiliary or copula."""
    heads, relations = columns.head or (), columns.deprel or ()
    return heads[i] < 0 or (heads[heads[i]] < 0 and relations[i] in ("aux", "cop", "aux:pass"))


def _subject_of_root(columns: TokenColumns, i: int) -> bool:
    heads, relations = columns.head or (), columns.deprel or ()
    return heads[i] >= 0 and heads[heads[i]] < 0 and relations[i] in ("nsubj", "nsubj:pass")


def _somebody(guide: Guide, i: int, named: frozenset[int]) -> bool:
    """Whether a word means one person of the story, by name or as he or she."""
    columns = guide.story.tokens
    return columns.end[i] in named or guide.text[columns.start[i] : columns.end[i]].lower() in PERSONS


def _named(guide: Guide) -> frozenset[int]:
    """Where names of single people end."""
    people = (c for c in guide.story.characters if c.kind == "person" and c.pronouns in PERSONS)
    return frozenset(
        end for c in people for m in c.mentions if m.form == "name" for end in (m.end, _first_end(guide, m))
    )


def _first_end(guide: Guide, mention: CharacterMention) -> int:
    """Where the first word of a name ends, which is its head."""
    first = guide.text[mention.start : mention.end].split(None, 1)
    return mention.start + len(first[0]) if first else mention.end


def _drifts(sentences: Sequence[Told]) -> Iterator[Found]:
    limits = bounds("tense")
    told = [s.tense for s in sentences if s.tense]
    for run in _runs(sentences):
        rest = len(told) - len(run)
        if rest < limits["told"] or told.count("past") < limits["past"] * rest or not _after_past(sentences, run):
            continue
        if len(run) >= limits["run"] and sum(s.personal for s in run) >= limits["personal"]:
            yield _note(run)


def _after_past(sentences: Sequence[Told], run: Sequence[Told]) -> bool:
    """Whether the scene began in the past: one that opens with how a place is has not drifted."""
    return bool(run) and any(s.tense == "past" for s in sentences if s.span < run[0].span)


def _runs(sentences: Sequence[Told]) -> Iterator[list[Told]]:
    """Clear sentences in the present in a row; a few without a tense may stand between."""
    run: list[Told] = []
    idle = 0
    for sentence in sentences:
        if sentence.tense == "present" and sentence.clear:
            run, idle = [*run, sentence], 0
        elif run and sentence.tense is None and idle < bounds("tense")["neutral"]:
            idle += 1
        elif run:
            yield run
            run = []
    yield run


def _note(run: Sequence[Told]) -> Found:
    return Found(
        f"The scene is told in the past, but {len(run)} sentences here are in the present. Is that meant?",
        (run[0].span, run[-1].span),
        (),
        bounds("tense")["confidence"],
    )
