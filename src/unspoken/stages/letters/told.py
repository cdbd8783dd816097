"""How much the narration around a paragraph tells of writing: what bears it, who makes or reads it, how it looks."""

from __future__ import annotations

import re
from functools import cache

from unspoken import resources
from unspoken.layers.spans import Span
from unspoken.stages.letters import cues
from unspoken.stages.letters.page import WORD, Page
from unspoken.stages.letters.sentences import sentences

CLOSE = (1.0, 0.9, 0.7)  # how much the sentence next to a paragraph counts, and those further off
PARAGRAPHS = 2  # paragraphs before and after in which such sentences are
MOST = 2.0  # what one sentence counts at most
TURNED = re.compile(
    r"\b(?:turn(?:s|ed)?|flip(?:s|ped)?) (?:it|them|the [\w-]+) (?:over|round)\b"
    r"|\b(?:held|holds?) (?:it|them|the [\w-]+) (?:up )?(?:to|against|near|under|at) \w+"
    r"|\b(?:broke|breaks) the (?:wax|seal)\b|\bwhat (?:it|they) (?:was|were|is|said|says)\b"
)
STANDS = re.compile(
    r"\b(?:stood|stands|lay|lies|hung|hangs|leaned|leant|leans|was|were|is|are) (?:propped |pinned |tucked |stuck )?"
    r"(?:an?|one|two|three|half|the (?:back|end|front|top|corner|stub) of)\b"
)
SO_MADE = re.compile(
    r"(?:It|That|This|They) (?:was|were|had been|is) (?:not |un|all |only )?(?:\w+ly )?"
    r"(?:typed|typewritten|handwritten|printed|signed|written|dated|stamped)\b"
)
IT = r"(?:it|that|them|what|the (?:thing|last|first|whole|rest|\w+ (?:line|page)s?))\b"
READ_IT = re.compile(
    r"\b(?:reads?|reread|re-reads?|folds?|folded|unfold(?:s|ed)|crumple[sd]|tore|tears|smooth(?:s|ed)|burn(?:s|t|ed)"
    rf"|delete[sd]|erase[sd]|play(?:s|ed)|stud(?:ies|ied)|scan(?:s|ned)|scroll(?:s|ed)(?: \w+)?) {IT}"
    r"|\b(?:went|goes|go) (?:over|through) it\b|\breads? (?:as far as|to the end|on|aloud|twice|again)\b"
)
WROTE = re.compile(  # "He wrote it that night, and did not sign it": written it is
    r"\b(?:wrote|written|typed|pen(?:n|cill)ed|scribbled|scrawled|printed|scratched|dictated|drafted|copied)\b"
)
HANDLED = re.compile(
    r"\b(?:unhook(?:s|ed)|turn(?:s|ed)|pin(?:s|ned)|pick(?:s|ed)|puts?|lays?|laid|wrap(?:s|ped)|holds?|held|hand(?:s|ed)"
    rf"|hung|hangs|close[sd]|shuts?|kept|keeps|pass(?:es|ed)|slid|slides|tuck(?:s|ed)|prop(?:s|ped)) {IT}"
)


def before(page: Page, i: int) -> tuple[float, Span] | None:
    """The weight of what the last sentences before paragraph ``i`` tell, and the last of them that tells anything."""
    told: list[Span] = []
    for k in range(i - 1, max(-1, i - 1 - PARAGRAPHS), -1):
        if page.parted(k + 1) or len(told) >= len(CLOSE):
            break
        told = _narration(page, k) + told
    weights = [(c * announced(page, s), s) for c, s in zip(CLOSE, reversed(told), strict=False)]
    frame = next((s for weight, s in weights if weight), None)
    return (sum(weight for weight, _ in weights), frame) if frame is not None else None


def after(page: Page, i: int) -> float:
    """The weight of what the first sentences from paragraph ``i`` on tell of writing before them, or ask in speech."""
    told: list[Span] = []
    weight = 0.0
    for k in range(i, min(i + PARAGRAPHS, len(page))):
        if page.parted(k) or len(told) >= len(CLOSE):
            break
        told += _narration(page, k)
        asked = page.quotation(k)
        words = WORD.findall(page.text[asked.start : asked.end].lower()) if asked is not None else []
        weight += 0.5 * (k == i and not _words("heard").isdisjoint(words))
    return weight + sum(c * _remembered(page, s) for c, s in zip(CLOSE, told, strict=False))


def _narration(page: Page, k: int) -> list[Span]:
    gaps = page.gaps(page.paragraphs[k])
    found = (s for gap in gaps for s in sentences(page.text, gap.start, gap.end))
    return [s for s in found if WORD.search(page.text, s.start, s.end)]


def announced(page: Page, s: Span) -> float:
    """How much a sentence before writing tells of it."""
    words = page.text[s.start : s.end]
    undone = _undone().search(words)
    if cues.UNREAD.search(words) or (undone is not None and WROTE.search(words, 0, undone.start()) is None):
        return 0.0
    known = {w.lower() for w in WORD.findall(words)}
    acts, comes, tools, written, lens = (
        not known.isdisjoint(_words(*names))
        for names in (("makes", "takes"), ("comes",), ("tools",), ("written",), ("lens",))
    )
    comes = comes or STANDS.search(words) is not None
    looks = not known.isdisjoint(_words("looks")) or cues.looks(words)
    thing = _thing(words, known) if acts or comes or tools or looks else float(_thing(words, known) >= 1.0)
    if not thing and (acts or tools):
        thing = 0.5 * (not known.isdisjoint(_words("places")))
    act = 1.0 if acts else 0.5 if comes else 0.0
    weight = thing + act * (bool(thing) or tools or written or not known.isdisjoint(_words("reading")))
    weight += 0.5 * written + 0.5 * tools + 0.75 * lens + 0.5 * looks + 1.0 * (TURNED.search(words) is not None)
    return min(MOST, weight)


def _remembered(page: Page, s: Span) -> float:
    """How much a sentence after writing tells of it."""
    words = page.text[s.start : s.end]
    known = {w.lower() for w in WORD.findall(words)}
    does = 1.0 if READ_IT.search(words) else 0.5 * (HANDLED.search(words) is not None)
    looks = 1.0 if SO_MADE.match(words) else 0.5 * (not known.isdisjoint(_words("looks")))
    return min(MOST, does + looks + 0.75 * _thing(words, known) + (not known.isdisjoint(_words("reading", "written"))))


def _thing(words: str, known: set[str]) -> float:
    """How much of a thing that bears writing a sentence has: 1, or 0.5 for one that may."""
    if not known.isdisjoint(_words("bears")) or _common().search(words):
        return 1.0
    return 0.5 * (not known.isdisjoint(_words("may")))


@cache
def _words(*names: str) -> frozenset[str]:
    return frozenset(w for name in names for w in resources.table("letters.toml")["around"][name].split())


@cache
def _common() -> re.Pattern[str]:
    """What bears writing and is called by a word that means other things too: "a note", "his last will"."""
    words = "|".join(sorted(_words("common")))
    which = r"(?:the|an?|his|her|my|our|your|their|its|this|that|these|those|each|every|one|two|another|\w+['’]s)"
    return re.compile(rf"\b{which} (?:[\w-]+ ){{0,2}}(?:{words})\b", re.IGNORECASE)


@cache
def _undone() -> re.Pattern[str]:
    """Writing or reading that does not come about: "he would not put his thumb to it", "without reading"."""
    acts = "|".join(sorted(_words("makes", "takes") | {"put", "sign", "answer"}))
    return re.compile(rf"(?:\b(?:not|never|without|nor|(?:refused|forgot) to|instead of)|n['’]t) (?:\w+ )?(?:{acts})\b")
