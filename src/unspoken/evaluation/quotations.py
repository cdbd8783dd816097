"""Quotations: which of the program's is which of those that people marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Counts, Measure
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span

Record = Mapping[str, Any]
IN_PIECES = ("litbank",)  # corpora that count each piece of a split quotation as one
ENOUGH = 0.5  # of the lengths of both


@dataclass(frozen=True)
class Matches:
    """Each annotated quotation, in text order, with the one found for it; and those found that are none."""

    pairs: Sequence[tuple[Record, Quote | None]]
    rest: Sequence[Quote]


def score_quotations(matches: Matches) -> dict[str, Measure]:
    """Quotations by their pieces: more than half of the length of both sides is shared (Sims and Bamman 2020).

    A thought in words may be what people marked, and is no fault where they marked nothing.
    """
    found = sum(quote is not None for _, quote in matches.pairs)
    wrong = sum(quote.kind == "speech" for quote in matches.rest)
    return {"quotes": Counts(found, wrong, len(matches.pairs) - found)}


def matched(gold: Gold, answers: Answers) -> Matches:
    """Give each annotated quotation, in text order, the quotation that shares most with it and is not taken."""
    found = sorted(_whole_or_pieces(gold, answers), key=lambda q: q.start)
    starts = [q.start for q in found]
    reach = max((q.end - q.start for q in found), default=0)
    taken: set[int] = set()
    pairs: list[tuple[Record, Quote | None]] = []
    for record in sorted(gold.quotes or (), key=lambda r: r["start"]):
        near = range(bisect_left(starts, record["start"] - reach), bisect_left(starts, record["end"]))
        best = _best(pieces(record), {k: found[k].parts for k in near if k not in taken})
        if best is not None:
            taken.add(best)
        pairs.append((record, None if best is None else found[best]))
    return Matches(pairs, [q for k, q in enumerate(found) if k not in taken])


def pieces(record: Record) -> tuple[Span, ...]:
    """The pieces of an annotated quotation: its parts, or all of it."""
    parts = [(p["start"], p["end"]) if isinstance(p, dict) else p for p in record.get("parts") or ()]
    return tuple(Span(start, end) for start, end in parts or [(record["start"], record["end"])])


def _whole_or_pieces(gold: Gold, answers: Answers) -> Iterable[Quote]:
    """What was found, in the units of the corpus; a quotation without parts has itself as its part."""
    for q in answers.quotes:
        parts = q.parts or (Span(q.start, q.end),)
        if gold.corpus in IN_PIECES:
            yield from (replace(q, start=p.start, end=p.end, parts=(p,)) for p in parts)
        else:
            yield replace(q, parts=parts)


def _best(wanted: Sequence[Span], choice: Mapping[int, Sequence[Span]]) -> int | None:
    """Which of the choice shares most with what is wanted, if it is enough of both; the first of equals."""
    shared = {k: _shared(wanted, parts) for k, parts in choice.items()}
    enough = [k for k, n in shared.items() if n > ENOUGH * _size(wanted) and n > ENOUGH * _size(choice[k])]
    return max(enough, key=lambda k: shared[k], default=None)


def _size(spans: Iterable[Span]) -> int:
    return sum(map(len, spans))


def _shared(some: Iterable[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)
