"""Which paragraphs are headings, and the chapters that they open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unspoken.layers.spans import Chapter, Span

_NUMBER = (
    r"(?:\d{1,3}|[IVXLC]{1,8}|[ivxlc]{1,8}|(?:the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last))"
)
_NUMBERED = re.compile(
    r"[_*=# ]*(?P<word>chapter|chap\.|book|part|volume|vol\.|letter|act|stave|canto|section|episode)\s+"
    rf"(?P<number>{_NUMBER})\b(?P<rest>.*)",
    re.I | re.S,
)
_NAMED = re.compile(
    r"[_*=# ]*(?:prologue|epilogue|preface|foreword|afterword|introduction|interlude|prelude|conclusion|postscript)"
    r"[_*=#. ]*",
    re.I,
)
_COUNTED = re.compile(r"[_*=# ]*(?P<number>\d{1,3}|[IVXLC]{1,8})(?:\.?[_*=#]*|\.[_*]*[ \n]+(?P<rest>\S.*))", re.S)
_ROMAN = re.compile(r"(?=.)(X[CL]|L?X{0,4})(I[XV]|V?I{0,4})")
_LONGEST = 200


def find_headings(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Paragraphs that head a chapter: "CHAPTER I", "Part Two", "PROLOGUE", numbers that count up from one."""
    found: list[Span] = []
    counted: list[tuple[int, Span]] = []
    for span in paragraphs:
        if span.end - span.start > _LONGEST:
            continue
        words = text[span.start : span.end]
        if _is_named(words):
            found.append(span)
        elif number := _count(words):
            counted.append((number, span))
    return tuple(sorted([*found, *_in_order(counted)]))


def _is_named(words: str) -> bool:
    if words.count("\n") > 3:
        return False
    if _NAMED.fullmatch(words):
        return words.lstrip("_*=# ")[0].isupper()
    match = _NUMBERED.fullmatch(words)
    if not match or not match["word"][0].isupper():
        return False
    rest, shouted = match["rest"].strip("_*=# "), match["word"].isupper()
    if not rest or rest[0] == "\n" or match["rest"].startswith("\n"):
        return True
    if rest[0] in ".:—–-,|(]":
        return shouted or len(rest) <= 100
    return shouted or (rest[0].isupper() and rest[-1] not in ".!?,;" and len(rest) <= 80)


def _count(words: str) -> int | None:
    """The number that a paragraph such as "IV", "[ 4 ]" or "IV. THE STORM" starts with."""
    if words[0] in "[(—–-":
        words = words.strip("[]()—–- \n")
    match = _COUNTED.fullmatch(words)
    if not match:
        return None
    rest = match["rest"]
    if rest and (len(rest) > 80 or not rest.lstrip("_*“\"‘'")[:1].isupper() or rest[-1] in ',;!?"”'):
        return None
    return int(match["number"]) if match["number"].isdigit() else _roman(match["number"])


def _roman(numeral: str) -> int | None:
    if not _ROMAN.fullmatch(numeral) and not numeral.startswith("C"):
        return None
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[c] for c in numeral]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _in_order(counted: list[tuple[int, Span]]) -> list[Span]:
    """Bare numbers are headings where they count: 1, 2, ... (anew in each part); a number alone is none."""
    kept: list[Span] = []
    run: list[Span] = []
    last = 0
    for number, span in counted:
        if number == last + 1:
            run.append(span)
            last = number
        elif number == 1:
            kept += run if len(run) > 1 or kept else []
            run, last = [span], 1
    return kept + (run if len(run) > 1 or kept else [])


def find_chapters(text: str, paragraphs: Sequence[Span], headings: Sequence[Span]) -> tuple[Chapter, ...]:
    """Chapters from heading to heading; headings that follow each other at once ("PART I", "I") open one together.

    Headings in a row beyond three are a list of contents, and open nothing.
    """
    order = {span.start: i for i, span in enumerate(paragraphs)}
    groups: list[list[Span]] = []
    for heading in headings:
        if groups and order[groups[-1][-1].start] + 1 == order[heading.start]:
            groups[-1].append(heading)
        else:
            groups.append([heading])
    openings = [_opening(text, group) for group in groups]
    opened = [group for group in openings if group]
    if not opened:
        return ()
    ends = [group[0].start for group in opened[1:]] + [paragraphs[-1].end]
    chapters = []
    for i, (group, end) in enumerate(zip(opened, ends, strict=True)):
        title = ": ".join(
            " ".join(text[s.start : s.end].split()).strip("_*=# ") for s in _titled(text, paragraphs, order, group)
        )
        stop = end if i + 1 == len(opened) else _last_before(paragraphs, order, end)
        chapters.append(Chapter(f"ch{i + 1}", title or None, group[0].start, stop))
    return tuple(chapters)


def _opening(text: str, group: list[Span]) -> list[Span]:
    """The headings of a row that open the chapter after it."""
    if len(group) <= 3:
        return group
    last = text[group[-1].start : group[-1].end].split()[:2]
    again = any(text[s.start : s.end].split()[:2] == last for s in group[:-1])
    return group[-1:] if again else []


def _last_before(paragraphs: Sequence[Span], order: dict[int, int], start: int) -> int:
    return paragraphs[order[start] - 1].end


def _titled(text: str, paragraphs: Sequence[Span], order: dict[int, int], group: list[Span]) -> list[Span]:
    """The headings with the title that stands in a paragraph of its own after a bare number."""
    after = order[group[-1].start] + 1
    if after >= len(paragraphs):
        return group
    words = text[group[-1].start : group[-1].end]
    bare = len(words.split()) <= 3
    title = text[paragraphs[after].start : paragraphs[after].end]
    short = len(title) <= 80 and any(c.isalpha() for c in title) and "\n" not in title
    shouted = title.isupper() and title.strip("_* ")[0] not in "\"“‘'"
    return [*group, paragraphs[after]] if bare and short and shouted else group
