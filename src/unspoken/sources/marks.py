"""What plain text shows with marks: _words_ or *words* that are stressed, and lines that part scenes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from unspoken.layers.spans import Break, Span

_EMPHASIS = re.compile(
    r"(?<![\w_])(_{1,2})(?=[^\s_])([^_]+?)(?<=\S)\1(?![\w_])|(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]+?)(?<=[^\s*])\3(?![\w*])"
)
_RULE = r"[\s*~#=–—-]*"
_ORNAMENT = re.compile(
    r"[\s*~#⁂•·∙●○◦◆◇♦♢★☆✦✧✶✷✻❀❁❃❦❧☙♥♡♠♣§¶=_+^<>|/\\:–—―─━-]+"
    r"|\.{3}|\. \. \.(?: \.)*|[*~-]+[ .…]+[*~-]+"
    rf"|{_RULE}(?:[oO0]{{3}}|[xX] ?[oO0] ?[xX]|[xX]{{3}}|[xXoO](?:[ \-~.]+[xXoO]){{2,}}){_RULE}"
    r"|[*~=–—-]+ ?[xXoO0] ?[*~=–—-]+"
    r"|\[?(?i:scene break|line break|page break)\]?"
)
_LONGEST = 120


def emphasised(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The words between marks, marks excluded, in text order. A mark that is not closed in its paragraph is none."""
    if "_" not in text and "*" not in text:
        return ()
    found = (match for p in paragraphs for match in _EMPHASIS.finditer(text, p.start, p.end))
    return tuple(Span(m.start(2), m.end(2)) if m[2] else Span(m.start(4), m.end(4)) for m in found)


def is_ornament(words: str) -> bool:
    """True for a paragraph that only parts scenes: ``***``, ``* * *``, ``~``, ``#``, ``---``."""
    return len(words) <= _LONGEST and bool(_ORNAMENT.fullmatch(words))


def find_breaks(text: str, paragraphs: Sequence[Span], headings: Sequence[Span]) -> tuple[Break, ...]:
    """Breaks between paragraphs: ornaments, and more blank lines than usual away from headings."""
    heads = {span.start for span in headings}
    gaps = [text.count("\n", a.end, b.start) for a, b in pairwise(paragraphs)]
    usual = _usual(gaps)
    ornament = [is_ornament(text[p.start : p.end]) for p in paragraphs]
    breaks: list[Break] = []
    for i, gap in enumerate(gaps):
        after = paragraphs[i + 1].start
        if ornament[i + 1]:
            continue
        if ornament[i]:
            breaks.append(Break(after, "ornament"))
        elif gap > usual and after not in heads and paragraphs[i].start not in heads:
            breaks.append(Break(after, "space"))
    return tuple(breaks)


def _usual(gaps: list[int]) -> int:
    return sorted(gaps)[len(gaps) // 2] if gaps else 2
