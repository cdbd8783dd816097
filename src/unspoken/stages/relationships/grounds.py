"""The words on which the kind of a relationship rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from unspoken.layers.feelings import Feeling
from unspoken.layers.relationships import RelationshipKind
from unspoken.layers.spans import Span
from unspoken.stages.relationships.calls import cut_off
from unspoken.stages.relationships.company import SURE, called_by_office
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.kin import RELATIVE, Kinship
from unspoken.stages.relationships.kinds import kind_felt, kind_shown
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.tie import Tie
from unspoken.stages.relationships.voices import Voice

Grounds = dict[tuple[Pair, RelationshipKind], Span]
_Ground = tuple[tuple[int, float, int], tuple[Pair, RelationshipKind], Span]
TALKING: tuple[RelationshipKind, ...] = ("friendship", "acquaintance")  # what talk may show
DOUBTED = 10.0  # more than any weight
TOLD_BY = 0.9  # how sure it is who speaks where words beside a speech tell it
LEAST = 4  # more doubts than any other words have
LIKELY = 0.8  # how sure it must be whom the words mean for them to go first
TOLD, DONE, FELT, SAID = range(4)  # what is said in so many words goes first, that two talk at all last


def grounds(
    people: People,
    ties: Iterable[Tie],
    kin: Mapping[Pair, Kinship],
    happenings: Iterable[Happening],
    feelings: Iterable[Feeling],
) -> Grounds:
    """For pair and kind the plainest words, the first of equals; for what only follows from others' kinship the words
    for the last of those."""
    found = [*_told(ties, kin), *_done(happenings), *_felt(feelings), *_said(people)]
    out: Grounds = {}
    for _, key, words in sorted(found, key=lambda ground: ground[0]):
        out.setdefault(key, words)
    for pair, kinship in kin.items():  # each after those that it follows from
        links = [out.get((link, kin[link].kind)) for link in kinship.through]
        shown = [span for span in links if span is not None]
        if shown and len(shown) == len(links):
            out.setdefault((pair, kinship.kind), max(shown, key=lambda span: span.start))
    return out


def _told(ties: Iterable[Tie], kin: Mapping[Pair, Kinship]) -> Iterator[_Ground]:
    for tie in ties:
        pair = pair_of(tie.owner, tie.other)
        kinship = kin.get(pair)
        if kinship is None or kinship.kind != tie.kind or kinship.relation in (tie.relation, tie.inverse):
            yield (TOLD, DOUBTED * _doubts(tie) - tie.weight, tie.start), (pair, tie.kind), Span(tie.start, tie.end)


def _doubts(tie: Tie) -> int:
    """How far words are from plain ones: whose "his" is may be a slip, and one name is little."""
    return tie.faint + tie.guess + (tie.sure < LIKELY) + (LEAST if tie.relation == RELATIVE else 0)


def _done(happenings: Iterable[Happening]) -> Iterator[_Ground]:
    for deed in happenings:
        kind, weight = kind_shown(deed)
        if kind is not None:
            yield (DONE, -weight, deed.start), (deed.pair, kind), Span(deed.start, deed.end)


def _felt(feelings: Iterable[Feeling]) -> Iterator[_Ground]:
    for feeling in feelings:
        kind = kind_felt(feeling)
        if kind is not None and feeling.experiencer and feeling.target:
            key = (pair_of(feeling.experiencer, feeling.target), kind)
            yield (FELT, -feeling.intensity, feeling.start), key, Span(feeling.start, feeling.end)


def _said(people: People) -> Iterator[_Ground]:
    for key, words in called_by_office(people).items():
        yield (SAID, -1.0, words.start), key, words
    for voice in people.voices.records:
        if len(voice.hearers) == 1 and voice.addressed:
            pair, plain = pair_of(voice.speaker, voice.hearers[0]), -0.5 if _to_name(people, voice) else 0.0
            plain -= 0.25 if voice.sure >= TOLD_BY else 0.0
            for kind in TALKING:
                yield (SAID, plain, voice.start), (pair, kind), Span(voice.start, voice.end)


def _to_name(people: People, voice: Voice) -> bool:
    """Whether it is sure who speaks, and the only one who hears it is called by a name in it."""
    named = people.named.inside(voice.start, voice.end) if voice.sure >= SURE and not voice.written else ()
    hearer = voice.hearers[0]
    return any(
        n.character == hearer and people.gives_name(n) and cut_off(people.text, n, voice.start, voice.end)
        for n in named
    )
