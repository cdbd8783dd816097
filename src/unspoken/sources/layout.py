"""How a plain text sets its paragraphs: with blank lines, one a line, indented, or wrapped at a width.

Decided by evidence over the whole text, then block by block, so that verse and addresses keep their lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

_BLOCK = re.compile(r"[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]_*]*\s*$|[—–-]+[\"'”’»]*\s*$|[”\"’»]\s*$")
_SPACES = re.compile(r"[^\S\n]+")
_WIDEST = 120  # no wrapped text has longer lines
_SLACK = 12  # wrapping is uneven: a line counts as full when its width and the next word come within this of the width


def laid_out(text: str) -> str:
    """The text with a blank line between paragraphs and no hard wraps; unchanged if it is so already."""
    blocks = [(m.start(), m.group().split("\n")) for m in _BLOCK.finditer(text)]
    width = _width(lines for _, lines in blocks)
    if width:
        return _rebuilt(text, blocks, width)
    if _one_a_line(text, blocks):
        return _spaced_lines(text)
    return text


def _width(blocks: Iterable[list[str]]) -> int | None:
    """The width that the text is wrapped at, or None where it is not wrapped."""
    blocks = list(blocks)
    lengths = sorted(len(line.rstrip()) for lines in blocks for line in lines[:-1])
    everything = sum(len(line) for lines in blocks for line in lines)
    long = sum(len(line) for lines in blocks for line in lines if len(line) > _WIDEST)
    if len(lengths) < 4 or long > everything // 10:
        return None
    width = lengths[min(len(lengths) - 1, len(lengths) * 98 // 100)]
    if not 30 <= width <= _WIDEST:
        return None
    inner = [pair for lines in blocks for pair in pairwise(lines)]
    full = sum(_full(line, after, width) for line, after in inner)
    ragged = sum(line.rstrip()[-1] not in ".!?”\"’'" for line, _ in inner)
    return width if full >= 0.6 * len(inner) and ragged >= 0.5 * len(inner) else None


def _full(line: str, after: str, width: int) -> bool:
    """True where the next line's first word would hardly have fitted."""
    return len(line.rstrip()) + 1 + len(after.split(None, 1)[0]) > width - _SLACK


def _rebuilt(text: str, blocks: list[tuple[int, list[str]]], width: int) -> str:
    out: list[str] = []
    at = 0
    usual = _usual_gap(text, blocks)
    for start, lines in blocks:
        gap = text.count("\n", at, start)
        at = start + sum(map(len, lines)) + len(lines) - 1
        parts = list(_paragraphs(lines, width))
        out.append(("\n" * max(2, gap + 2 - usual) if out else "") + "\n\n".join(parts))
    return "".join(out)


def _usual_gap(text: str, blocks: list[tuple[int, list[str]]]) -> int:
    """The newlines that usually stand between two paragraphs: 2, or 3 in a text that is set wide."""
    ends = ((start + sum(map(len, lines)) + len(lines) - 1) for start, lines in blocks)
    gaps = Counter(text.count("\n", end, after) for end, (after, _) in zip(ends, blocks[1:], strict=False))
    return gaps.most_common(1)[0][0] if gaps else 2


def _paragraphs(lines: list[str], width: int) -> Iterator[str]:
    """The paragraphs of a block: one, or several where their first lines are set in."""
    starts = [i for i in range(1, len(lines)) if _indent(lines[i]) >= 2 and _indent(lines[i - 1]) < 2]
    if _indent(lines[0]) >= 2 and len(lines) > 2:
        starts += [i for i in range(1, len(lines)) if _indent(lines[i]) >= 2 and i not in starts]
    starts = sorted(i for i in starts if _SENTENCE_END.search(lines[i - 1]) or len(lines[i - 1].rstrip()) < width // 2)
    flush = sum(_indent(line) < 2 for line in lines)
    if not starts or flush < len(starts):
        starts = []
    for low, high in pairwise([0, *starts, len(lines)]):
        yield _joined(lines[low:high], width)


def _indent(line: str) -> int:
    lead = line[: len(line) - len(line.lstrip())]
    return 4 * lead.count("\t") + len(lead.replace("\t", ""))


def _joined(lines: list[str], width: int) -> str:
    """Prose as one line; verse, lists and addresses with their lines."""
    bodies = [_SPACES.sub(" ", line.strip()) for line in lines]
    return (" " if _prose(lines, bodies, width) else "\n").join(bodies)


def _prose(lines: list[str], bodies: list[str], width: int) -> bool:
    """True where the lines break because they were full, not because a verse or an item ended."""
    if len(lines) < 2:
        return True
    inner = list(pairwise(lines))
    low = sum(after.lstrip(" _\"'“‘(")[:1].islower() for after in bodies[1:]) / len(inner)
    own = max(len(line.rstrip()) for line in lines)
    full = sum(_full(line, after, width) for line, after in inner) / len(inner)
    narrow = sum(_full(line, after, own) for line, after in inner) / len(inner)
    set_in = all(_indent(line) >= 2 for line in lines[1:])
    if full >= 0.7 and not (set_in and low < 0.25 and len(lines) > 2):
        return True
    return low >= 0.5 and narrow >= 0.6


def _one_a_line(text: str, blocks: list[tuple[int, list[str]]]) -> bool:
    """True where a single newline parts paragraphs: most newlines stand alone, and most lines end as sentences do."""
    inner = [line for _, lines in blocks for line in lines[:-1]]
    if len(inner) < 2 or len(inner) < 2 * (len(blocks) - 1):
        return False
    ended = sum(bool(_SENTENCE_END.search(line)) for line in inner)
    lines = [line for _, block in blocks for line in block]
    prose = sum(len(line) for line in lines if len(line) > 60)
    return ended >= 0.7 * len(inner) and prose >= 0.5 * sum(map(len, lines))


def _spaced_lines(text: str) -> str:
    """Each line a paragraph; a blank line of the source stays as one blank line more."""
    out: list[str] = []
    blank = 0
    for line in text.split("\n"):
        if not line.strip():
            blank += 1
            continue
        out.append(("\n" * (2 + blank) if out else "") + line.strip())
        blank = 0
    return "".join(out)
