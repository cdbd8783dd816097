"""Where belief and truth part: who is wrong or in the dark about whom, for how long, and what the reader knows."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.exports.outline.guide import Guide, Passage
from unspoken.exports.outline.limits import Limits, Part
from unspoken.exports.outline.phrases import answer, belief_sentence, feeling_sentence, sentence
from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.feelings import Feeling
from unspoken.layers.index import SpanIndex


@dataclass(frozen=True)
class Misunderstanding:
    """A gap in English: ``opens`` and ``closes`` number scenes, ``start`` and ``end`` are the interval's offsets."""

    id: str
    holder: str
    about: str
    statement: str
    believed: Passage | None
    lead: str
    truth: Passage
    opens: int | None
    closes: int | None
    closing: Passage | None
    course: str
    reader: str
    reader_from: int
    start: int
    end: int
    closed: bool
    severity: float
    confidence: float


def misunderstandings(guide: Guide, limits: Limits) -> Part[Misunderstanding]:
    """The gaps, most severe first."""
    ranked = sorted(guide.story.gaps, key=lambda g: (-g.severity, g.reader_from, g.id))
    chosen = ranked[: limits.misunderstandings]
    return Part(tuple(_told(guide, gap) for gap in chosen), len(ranked) - len(chosen))


def _told(guide: Guide, gap: Gap) -> Misunderstanding:
    belief = guide.beliefs.get(gap.belief or "")
    scenes, text = guide.story.scenes, guide.story.text
    opens, closes = guide.number.get(gap.opens_scene), guide.number.get(gap.closes_scene or "")
    start = _start(guide, gap, opens, belief)
    end = gap.closed_by.start if gap.closed_by else scenes[closes - 1].start if closes else len(text)
    repeated = bool(gap.closed_by and gap.closed_by.start < gap.truth.end and gap.truth.start < gap.closed_by.end)
    closing = guide.passage(gap.closed_by) if gap.closed_by and not repeated else None
    statement, lead = _statement(guide, gap, belief)
    closed = closes is not None or gap.closed_by is not None
    return Misunderstanding(
        gap.id, gap.holder, gap.about, statement, guide.passage(belief) if belief else None, lead,
        guide.passage(gap.truth), opens, closes, closing, _course(opens, closes, closed, closing is not None, repeated),
        _reader(guide, gap, start, end), gap.reader_from, start, end, closed, gap.severity, gap.confidence,
    )  # fmt: skip


def _start(guide: Guide, gap: Gap, opens: int | None, belief: Belief | None) -> int:
    """Where the interval begins: the words of the belief if they stand in its first scene, else that scene."""
    if belief and (opens is None or guide.scene_at(belief.start) == opens):
        return belief.start
    return guide.story.scenes[opens - 1].start if opens else gap.truth.start


def _statement(guide: Guide, gap: Gap, belief: Belief | None) -> tuple[str, str]:
    """What the holder believes or lacks, and how the truth is introduced."""
    holder = guide.characters.get(gap.holder)
    if belief:
        short = answer(belief, guide.name) if gap.type == "misbelief" else None
        return sentence(belief_sentence(belief, holder, guide.name)), short or "In truth"
    if feeling := _felt(guide.feelings, gap):
        said = feeling_sentence(feeling, guide.name)
        return sentence(f"{guide.name(gap.holder)} does not know that {said}"), "In truth"
    if gap.type == "misbelief":
        return sentence(f"{guide.name(gap.holder)} is wrong about {guide.name(gap.about)}"), "In truth"
    return f"{guide.name(gap.holder)} does not know this about {guide.name(gap.about)}.", "What is so"


def _felt(feelings: SpanIndex[Feeling], gap: Gap) -> Feeling | None:
    """The one feeling of the other that the words of the truth tell, if they tell just one."""
    told = feelings.touching(gap.truth.start, gap.truth.end)
    found = [f for f in told if f.experiencer == gap.about and not f.hypothetical]
    return found[0] if len(found) == 1 else None


def _course(opens: int | None, closes: int | None, closed: bool, quoted: bool, repeated: bool) -> str:
    begins = f"It begins in scene {opens}" if opens else "Where it begins is not told"
    if not closed:
        return f"{begins}, and is not seen to end."
    there = " and ends there" if opens == closes else f" and ends in scene {closes}"
    ends = ", and ends" if closes is None else there
    return begins + ends + (" with these words." if repeated else ":" if quoted else ".")


def _reader(guide: Guide, gap: Gap, start: int, end: int) -> str:
    number, who = guide.scene_at(gap.reader_from), guide.name(gap.holder)
    where = f"scene {number}" if number else "the beginning"
    if gap.reader_from <= start:
        early = number is not None and number < (guide.scene_at(start) or 0)
        return (
            f"The reader knows better before it begins, since {where}."
            if early
            else "The reader knows better all along."
        )
    if gap.reader_from < end:
        return f"The reader knows better from {where} on."
    if gap.closed_by and gap.reader_from <= gap.closed_by.end:
        return f"The reader learns it together with {who}, in {where}."
    return f"The reader learns it only in {where}, after {who}."
