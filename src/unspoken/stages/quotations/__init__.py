"""Quotations: spans of speech in every style of marks, split ones and those over several paragraphs as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unspoken.document import Document
from unspoken.layers.keys import EMPHASIS, PARAGRAPHS, QUOTATIONS
from unspoken.layers.quotations import Quotation, QuoteKind
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.quotations.marks import STYLES, Style, closer, opens
from unspoken.stages.quotations.pieces import Piece, dash_pieces, is_speech, pieces
from unspoken.stages.quotations.turning import announcer, are_two, calls, cue_subject, is_new

DASH = re.compile(r"[—–―]\s?\S|-{1,2}\s?[^\W\d]")


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Find what is said, by the marks.

    Returns:
        Quotations in text order, outermost only. Pieces of one paragraph are one quotation; a quotation that is still
        open where its paragraph ends goes on if the next paragraph opens with the same mark.
    """
    text, paragraphs = document.text, document[PARAGRAPHS]
    styles = styles_of(text, paragraphs)
    groups = _joined(text, paragraphs, styles)
    groups.extend(("thought", [Piece(s.start, s.end, "_", True)]) for s in _thoughts(document, groups))
    groups.sort(key=lambda group: group[1][0].start)
    return tuple(_record(number, kind, group) for number, (kind, group) in enumerate(groups))


STAGE = Stage("quotations", "2", (PARAGRAPHS, EMPHASIS), QUOTATIONS, find_quotations)


def styles_of(text: str, paragraphs: Sequence[Span]) -> tuple[Style, ...]:
    """The styles that mark speech in a text, the main one first; empty where nothing does.

    A style counts by the paragraphs that it opens and whose quotation it closes. Double marks beside a main style of
    single ones (and the other way round) are nested quotations or words held up, so only one of both counts.
    """
    votes = dict.fromkeys(STYLES, 0)
    dashes = 0
    for p in paragraphs:
        style = next((s for s in STYLES if s.open == text[p.start] and opens(text, p.start, s)), None)
        if style is not None and closer(text, p.start + 1, p.end, style, strict=True) >= 0:
            votes[style] += 2
        elif DASH.match(text, p.start, p.end):
            dashes += 2
    for style in STYLES:
        if not style.apostrophe and style.open not in "»" and votes[style] == 0:
            votes[style] += min(1, text.count(style.open))
    best = max(STYLES, key=lambda s: votes[s])
    if dashes > max(4, 3 * votes[best]):
        return (Style("—", ""),)
    if not votes[best]:
        inner = _inner_style(text)
        return () if inner is None else (inner,)
    rest = (s for s in STYLES if s is not best and not s.apostrophe and not best.apostrophe and votes[s])
    return (best, *(s for s in rest if s.open not in best.close and best.open not in s.close))


def _inner_style(text: str) -> Style | None:
    """Single marks that never open a paragraph but stand inside some, closed after punctuation."""
    for style in STYLES:
        if style.apostrophe:
            for m in re.finditer(re.escape(style.open), text):
                stop = closer(text, m.end(), min(len(text), m.end() + 2000), style, strict=True)
                if opens(text, m.start(), style) and stop >= 0 and "\n\n" not in text[m.start() : stop]:
                    return style
    return None


Group = tuple[QuoteKind, list[Piece]]


def _joined(text: str, paragraphs: Sequence[Span], styles: Sequence[Style]) -> list[Group]:
    """Pieces grouped into quotations."""
    groups: list[Group] = []
    if not styles:
        return groups
    still_open = False
    for p in paragraphs:
        if styles[0].open == "—":
            found = dash_pieces(text, p.start, p.end) if DASH.match(text, p.start, p.end) else []
        else:
            found = [x for x in pieces(text, p.start, p.end, styles, styles[0]) if is_speech(text, x, p.start, p.end)]
        if not found:
            still_open = still_open and not any(c.isalnum() for c in text[p.start : p.end])
            continue
        runs = list(_runs(text, found, p.end))
        if still_open and found[0].start == p.start:
            groups[-1][1].extend(runs.pop(0))
        groups.extend(("speech", run) for run in runs)
        still_open = not found[-1].closed
    return groups


def _runs(text: str, found: list[Piece], end: int) -> Iterator[list[Piece]]:
    """Pieces of one paragraph that belong together.

    They are split where nothing stands between two pieces, where a question is answered with yes or no, where the
    cues of both have two subjects ("... I said. ... said Amos"), and where the second calls the first one's speaker.
    """
    run: list[Piece] = []
    said: str | None = None
    for number, piece in enumerate(found):
        following = found[number + 1].start if number + 1 < len(found) else end
        says = cue_subject(text, piece.end, following)
        if run:
            says = says or announcer(text, run[-1].end, piece.start)
            if is_new(text, run[-1], piece) or (said is not None and _another(text, piece, said, says)):
                yield run
                run, said = [], None
        run.append(piece)
        said = said or says
    yield run


def _another(text: str, piece: Piece, said: str, says: str | None) -> bool:
    """Whether a piece is not of the one who said what is before it: another says it, or it calls that one."""
    return calls(text, piece, said) or (says is not None and are_two(said, says))


def _thoughts(document: Document, groups: Sequence[Group]) -> Iterator[Span]:
    """Whole sentences in italics outside of speech: thoughts in words."""
    text = document.text
    taken = iter(sorted((g[0].start, g[-1].end) for _, g in groups))
    start, end = next(taken, (len(text), len(text)))
    for span in document[EMPHASIS]:
        while end <= span.start:
            start, end = next(taken, (len(text) + 1, len(text) + 2))
        if start < span.end:
            continue
        words = text[span.start : span.end].strip("_* ")
        opening = text[max(0, span.start - 3) : span.start].rstrip(" _*\n")
        if (
            len(words.split()) >= 3
            and words[-1] in ".?!…—"
            and words[0].isupper()
            and (not opening or opening[-1] in '.?!…”"’:')
        ):
            yield span


def _record(number: int, kind: QuoteKind, group: list[Piece]) -> Quotation:
    parts = tuple(Span(piece.start, piece.end) for piece in group)
    return Quotation(
        f"q{number}",
        parts[0].start,
        parts[-1].end,
        parts,
        kind,
        group[0].style,
        all(piece.closed for piece in group[-1:]),
    )
