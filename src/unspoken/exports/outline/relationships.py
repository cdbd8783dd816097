"""What passes between two people, scene by scene, each with the words that tell it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from unspoken.exports.outline.guide import Guide, Passage
from unspoken.exports.outline.limits import Limits, Part, foremost
from unspoken.exports.outline.phrases import event_sentence, feeling_sentence, listed, sentence, wording
from unspoken.layers.feelings import Feeling
from unspoken.layers.relationships import Moment, Mutual, Relationship
from unspoken.layers.spans import Span

_ORDER = ("event", "attitude", "status", "feeling")
_LASTING = ("love", "trust", "gratitude", "pride", "longing", "fear", "anger", "contempt", "jealousy")
_TONES = ((-0.6, "hostile"), (-0.2, "cool"), (0.2, "even"), (0.6, "warm"), (2.0, "very warm"))


@dataclass(frozen=True)
class Happening:
    """One thing that happens between two people; ``kind`` is event, status, feeling or attitude."""

    kind: str
    text: str
    passage: Passage


@dataclass(frozen=True)
class Step:
    """What passes between two people in one scene; ``tone`` says how they stand where that changes."""

    scene: int
    where: str | None
    tone: str | None
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class Course:
    """A relationship from its first scene to its last. ``record`` is what the layer holds."""

    record: Relationship
    title: str
    nature: str
    steps: Part[Step]


def relationships(guide: Guide, limits: Limits, people: set[str]) -> Part[Course]:
    """The courses of the relationships in which most happens, those of the main cast first."""
    between = _feelings_between(guide)
    ranked = sorted(guide.story.relationships, key=lambda r: -_weight(r, people, between[frozenset(r.pair)]))
    chosen = ranked[: limits.relationships]
    courses = tuple(_course(guide, r, limits, between[frozenset(r.pair)]) for r in chosen)
    told = tuple(c for c in courses if c.steps.items or limits.relationships is None)
    return Part(told, len(ranked) - len(told))


def _weight(relationship: Relationship, people: set[str], feelings: list[Feeling]) -> float:
    weight = 3 * len(relationship.events) + len(relationship.timeline) + len(feelings)
    return weight + 1000 * len(people.intersection(relationship.pair)) if weight else 0


def _feelings_between(guide: Guide) -> dict[frozenset[str], list[Feeling]]:
    between: dict[frozenset[str], list[Feeling]] = defaultdict(list)
    for feeling in guide.story.feelings:
        if feeling.experiencer and feeling.target and not feeling.hypothetical:
            between[frozenset((feeling.experiencer, feeling.target))].append(feeling)
    return between


def _course(guide: Guide, relationship: Relationship, limits: Limits, feelings: list[Feeling]) -> Course:
    found = [
        *_events(guide, relationship), *_statuses(guide, relationship), *_strongest(guide, feelings),
        *_attitudes(guide, relationship),
    ]  # fmt: skip
    by_scene: dict[int, list[Happening]] = defaultdict(list)
    for happening in found:
        by_scene[happening.passage.scene or 1].append(happening)
    tones = _tones(guide, relationship)
    numbers = sorted({*by_scene, *tones}) if guide.story.scenes else []
    steps = [Step(n, guide.where(n), tones.get(n), _merged(guide, by_scene[n])) for n in numbers]
    nature = listed([*relationship.kinds]) or "of no known kind"
    title = " and ".join(guide.name(id) for id in relationship.pair)
    return Course(relationship, title, nature, foremost(steps, limits.steps, _eventful))


def _merged(guide: Guide, happenings: list[Happening]) -> tuple[Happening, ...]:
    """In text order, and those that the same words tell as one."""
    out: list[Happening] = []
    for h in sorted(happenings, key=lambda h: (h.passage.start, _ORDER.index(h.kind))):
        if out and h.passage.start < out[-1].passage.end:
            last = out.pop()
            told = last.text if h.text.rstrip(".") in last.text else f"{last.text} {h.text}"
            end = max(last.passage.end, h.passage.end)
            h = Happening(last.kind, told, guide.passage(Span(last.passage.start, end)))
        out.append(h)
    return tuple(out)


def _eventful(step: Step) -> int:
    return sum({"event": 4, "status": 4, "attitude": 2}.get(h.kind, 1) for h in step.happenings)


def _events(guide: Guide, relationship: Relationship) -> list[Happening]:
    return [
        Happening("event", sentence(event_sentence(e.type, e.actor, relationship.pair, guide.name)), guide.passage(e))
        for e in relationship.events
    ]


def _statuses(guide: Guide, relationship: Relationship) -> list[Happening]:
    out: list[Happening] = []
    before, seen = None, set[str]()
    for moment in relationship.timeline:
        if moment.status and moment.status != before:
            said = wording()["status"][moment.status][0]
            again = " again" if moment.status in seen and " no" not in said else ""
            out.append(Happening("status", f"They {said}{again}.", _from_here(guide, moment)))
            before = moment.status
            seen.add(before)
    return out


def _strongest(guide: Guide, feelings: list[Feeling]) -> list[Happening]:
    best: dict[tuple[int | None, str | None], Feeling] = {}
    for feeling in feelings:
        key = (guide.scene_at(feeling.start), feeling.experiencer)
        if key not in best or feeling.intensity > best[key].intensity:
            best[key] = feeling
    return [Happening("feeling", sentence(feeling_sentence(f, guide.name)), guide.passage(f)) for f in best.values()]


def _attitudes(guide: Guide, relationship: Relationship) -> list[Happening]:
    out = []
    for attitude in guide.attitudes.get(frozenset(relationship.pair), ()):
        if attitude.evidence:
            lasting = attitude.emotion in _LASTING
            table, value = ("feels", attitude.emotion) if lasting else ("attitude", attitude.value)
            phrase = wording()[table][value][0].format(object=guide.name(attitude.target))
            said = f"{guide.name(attitude.holder)} {phrase}, and it lasts."
            out.append(Happening("attitude", said, guide.passage(attitude.evidence[0])))
    return out


def _from_here(guide: Guide, moment: Moment) -> Passage:
    """The words from a moment's offset to the end of its sentence, or of its line."""
    text = guide.story.text
    line = text.find("\n", moment.start)
    end = line if line >= 0 else len(text)
    if found := guide.sentences.at(moment.start):
        end = min(end, found.end)
    return guide.passage(Span(moment.start, max(end, moment.start)))


def _tones(guide: Guide, relationship: Relationship) -> dict[int, str]:
    """How the two stand towards each other after a scene, by its number, where that differs from before."""
    by_scene: dict[int, Mutual] = {}
    for moment in relationship.timeline:
        number = guide.number.get(moment.scene) or guide.scene_at(moment.start) or 1
        by_scene[number] = _carried(by_scene.get(number, Mutual()), moment.valence)
    a, b = (guide.name(id) for id in relationship.pair)
    tones, before = {}, Mutual()
    for number, now in by_scene.items():
        said = [
            f"{x} is {_word(value)} towards {y}"
            for x, y, old, value in ((a, b, before.a, now.a), (b, a, before.b, now.b))
            if value is not None and (old is None or _word(old) != _word(value))
        ]
        if said:
            tones[number] = sentence(", ".join(said))
        before = _carried(before, now)
    return tones


def _word(valence: float) -> str:
    return next(word for top, word in _TONES if valence < top or top > 1)


def _carried(before: Mutual, now: Mutual) -> Mutual:
    return Mutual(before.a if now.a is None else now.a, before.b if now.b is None else now.b)
