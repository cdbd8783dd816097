"""What a search found, as it is printed."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from unspoken.cli.listing import BOLD, PLAIN
from unspoken.exports.outline.guide import printable
from unspoken.exports.outline.phrases import listed, quoted

if TYPE_CHECKING:
    from unspoken.library import Hit

LONGEST = 300  # code points of a passage that are shown
_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")
_OPEN, _CLOSE = "\ue000", "\ue001"


def as_json(hits: Sequence[Hit]) -> str:
    """One object a line."""
    import msgspec

    return "".join(msgspec.json.encode(hit).decode() + "\n" for hit in hits)


def listing(hits: Sequence[Hit], *, more: bool, width: int, colour: bool) -> str:
    """Each with its work and scene, who says it to whom, and the words between those around them.

    Args:
        hits: what was found.
        more: there is more than these.
        width: columns to wrap at.
        colour: the words that were found in bold; otherwise they stand in brackets.

    Returns:
        Text that ends in a line break.
    """
    lines = [line for n, hit in enumerate(hits) for line in (*[""][: bool(n)], *_hit(hit, width))]
    if not hits:
        lines.append("nothing was found")
    if more:
        lines += ["", f"There is more than these {len(hits)}; --limit N shows more."]
    text = "\n".join(lines) + "\n"
    return text.replace(_OPEN, BOLD if colour else "[").replace(_CLOSE, PLAIN if colour else "]")


def _hit(hit: Hit, width: int) -> Iterator[str]:
    place = printable(hit.work) + (f", scene {hit.scene}" if hit.scene else "")
    yield f"{place}: {printable(_headline(hit))}"
    if hit.evidence:
        for evidence in hit.evidence:
            yield from _wrapped(f"{evidence.role}: {quoted(printable(evidence.words))}", width)
    else:
        yield from _wrapped(_passage(hit), width)


def _headline(hit: Hit) -> str:
    """Who says it to whom, or what was found and who says so."""
    if hit.told is not None:
        return hit.told + (f" ({hit.teller})" if hit.teller else "")
    if hit.kind == "quotes":
        return (hit.who or "somebody") + (f" to {listed([*hit.whom])}" if hit.whom else "")
    return hit.teller or "the narration"


def _passage(hit: Hit) -> str:
    """The words that were found and some around them, on one line."""
    before, words, after = (part.translate({0xE000: None, 0xE001: None}) for part in (hit.before, hit.words, hit.after))
    low, high = _cut(hit, words)
    marks = [(a - low, b - low) for a, b in hit.marks if low <= a and b <= high] or [(0, high - low)] * (not hit.marks)
    shown = words[low:high]
    for a, b in reversed(marks):
        shown = f"{shown[:a]}{_OPEN}{shown[a:b]}{_CLOSE}{shown[b:]}"
    shown = "… " * (low > 0) + shown + " …" * (high < len(words))
    around = (before, after) if len(words) <= LONGEST else ("", "")
    return printable(_PARAGRAPH.sub(" / ", around[0] + shown + around[1]).removeprefix(" / "))


def _cut(hit: Hit, words: str) -> tuple[int, int]:
    """The part of long words that is shown: around the first match, cut between words."""
    if len(words) <= LONGEST:
        return 0, len(words)
    first = hit.marks[0][0] if hit.marks else 0
    low = max(0, min(first - LONGEST // 3, len(words) - LONGEST))
    high = min(len(words), low + LONGEST)
    before, after = words.find(" ", low, first) if low else -1, words.rfind(" ", first, high)
    return (before + 1 if before >= 0 else low), (after if after > first and high < len(words) else high)


def _wrapped(text: str, width: int) -> list[str]:
    indent = " " * 4
    return textwrap.wrap(text, max(20, width), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
