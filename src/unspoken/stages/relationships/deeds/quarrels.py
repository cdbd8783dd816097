"""Quarrels by their heat: accusations, exclamations and shouting between two people close together in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.feelings import Feeling
from unspoken.stages.prefilter import Prefilter, needed, words_in
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.talkers import talks_with
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.pushes import counts
from unspoken.stages.relationships.voices import Voice

TABLE = "relationship_acts.toml"
THRESHOLD = 2.0
WINDOW = 1500  # code points within which signs add up
TAG = 60  # code points after a speech that say how it is said
DEED = "deed: "  # what is slammed shows fury, whatever the other says
NEXT_WORD = len(" that")  # code points behind a clause in which a phrase may end ("He shouted that")
ANGER = 0.5  # an angry feeling of one at the other, as heat
CITED = re.compile(r"\w[,:;]? [\"“‘']$")  # "Did you say, ‘Go to hell’?": another's words, or other times'
HOT = frozenset({"anger", "contempt"})


@dataclass(frozen=True)
class Sign:
    """Heat at a place: ``name`` tells one sign of one person from another; ``heart``: a quarrel may rest on it."""

    start: int
    end: int
    name: tuple[str, str]
    weight: float
    heart: bool


@cache
def patterns() -> Prefilter[tuple[re.Pattern[str], float, bool]]:
    """Patterns with their heat, and whether a quarrel may rest on them, by the words that they need."""
    rows = resources.table(TABLE)["heat"]
    each = ((re.compile(row["pattern"], re.I), row["weight"], row.get("heart", False)) for row in rows)
    return Prefilter((needed(row[0].pattern), row) for row in each)


@cache
def _light() -> re.Pattern[str]:
    return re.compile(resources.table(TABLE)["light"]["pattern"], re.I)


def quarrels(people: People, feelings: Iterable[Feeling], clauses: Iterable[Clause]) -> Iterator[Happening]:
    """A quarrel wherever two people's signs within a window are hot enough, at the words at its heart: both of them
    heated, or one of them so furious that it shows in deeds.

    The same sign of the same person counts once in a window, so that a long scene is no hotter than a short one.
    """
    found: dict[Pair, list[Sign]] = defaultdict(list)
    for voice in people.voices.records:
        if len(voice.hearers) == 1 and not voice.written:
            found[pair_of(voice.speaker, voice.hearers[0])].extend(_signs(people, voice))
    for pair, sign in _deeds(people, clauses):
        found[pair].append(sign)
    for feeling in feelings:
        who, whom = feeling.experiencer, feeling.target
        if feeling.emotion in HOT and counts(feeling) and who and whom:
            sign = Sign(feeling.start, feeling.end, (who, "anger"), ANGER, False)
            if (pair := pair_of(who, whom)) in found:
                found[pair].append(sign)
    for pair in sorted(p for p in found if all(people.has_name(who, 1) for who in p)):
        yield from _of(pair, sorted(found[pair], key=lambda s: (s.start, s.end, s.name)))


def _of(pair: Pair, signs: Sequence[Sign]) -> Iterator[Happening]:
    """Around each sign at the heart, what is near it; windows of quarrels that were told already are passed over."""
    told, low = -WINDOW, 0
    for sign in signs:
        while signs[low].start < sign.start - WINDOW // 2:
            low += 1
        if not sign.heart or sign.start - told < WINDOW:
            continue
        heat: dict[tuple[str, str], float] = {}
        for other in _from(signs, low, sign.start + WINDOW // 2):
            heat[other.name] = max(other.weight, heat.get(other.name, 0.0))
        heated = {who for who, _ in heat}
        furious = any(name.startswith(DEED) for _, name in heat)
        if (total := sum(heat.values())) >= THRESHOLD and (furious or len(heated) == len(pair)):
            told = sign.start
            yield Happening("quarrel", *pair, True, sign.start, sign.end, min(0.8, round(0.3 + 0.1 * total, 3)))


def _from(signs: Sequence[Sign], low: int, end: int) -> Iterator[Sign]:
    for i in range(low, len(signs)):
        if signs[i].start > end:
            return
        yield signs[i]


def _deeds(people: People, clauses: Iterable[Clause]) -> Iterator[tuple[Pair, Sign]]:
    """What the narration tells of who is in talk with somebody: that they shout, or slam a door."""
    table = resources.table(TABLE)["heat_deeds"]
    pattern = re.compile(table["pattern"], re.I)
    for clause in clauses:
        if clause.quotation is not None or clause.negated or clause.modal or clause.conditional:
            continue
        match = pattern.search(people.text, clause.start, clause.end + NEXT_WORD)
        who = people.meant(clause.subject) or _whose(people, clause)
        if match and len(who) == 1 and (other := talks_with(people, who[0], match.start())):
            yield (
                pair_of(who[0], other),
                Sign(match.start(), match.end(), (who[0], DEED + match[0].lower()), table["weight"], True),
            )


def _whose(people: People, clause: Clause) -> tuple[str, ...]:
    """Whose voice it is that rises."""
    owner = people.named.inside(clause.start, clause.end)[:1] if clause.subject else []
    return tuple(n.character for n in owner if clause.subject and n.start == clause.subject.start)


def _signs(people: People, voice: Voice) -> Iterator[Sign]:
    if _light().search(people.text, voice.end, voice.end + TAG):  # "“You never did!” he laughed"
        return
    for pattern, weight, heart in patterns().among(words_in(people.text[voice.start : voice.end])):
        match = pattern.search(people.text, voice.start, voice.end)
        if match and not CITED.search(people.text, max(voice.start, match.start() - TAG), match.start()):
            yield Sign(match.start(), match.end(), (voice.speaker, pattern.pattern), weight, heart)
    if voice.cue:
        cues = resources.table(TABLE)["heat_cues"]
        if set(people.text[voice.cue.start : voice.cue.end].lower().split()) & set(cues["words"].split()):
            yield Sign(voice.cue.start, voice.cue.end, (voice.speaker, "cue"), cues["weight"], False)
