"""Attitudes: dispositions that last, from verbs and adjectives of state and from feelings that come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.feelings import Attitude, Emotion, Feeling, Value
from unspoken.layers.keys import ATTITUDES, DOCUMENTS, FEELINGS, SCENES, STRIKES
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage
from unspoken.stages.struck import attitude as seen
from unspoken.stages.struck import kept

OFTEN = 3  # episodes of one sign, in more than one scene, that make a disposition
NEUTRAL: frozenset[Emotion] = frozenset(("surprise", "longing", "hope"))


def find_attitudes(document: Document) -> tuple[Attitude, ...]:
    """Find who loves, hates, trusts or despises whom for longer than a moment.

    Returns:
        One attitude a pair and value, by holder and target in order of the first evidence, but for those that a
        correction strikes out.
    """
    return kept(attitudes_in(document), document[STRIKES], "attitudes", seen)


def attitudes_in(document: Document) -> tuple[Attitude, ...]:
    """All that are found, before any is struck out."""
    by_pair: dict[tuple[str, str], list[Feeling]] = defaultdict(list)
    authors = {written.id: written.author for written in document[DOCUMENTS]}
    for feeling in document[FEELINGS]:
        told = feeling.experiencer and feeling.target and feeling.scene and not feeling.hypothetical
        if told and _vouched(feeling, authors):
            by_pair[str(feeling.experiencer), str(feeling.target)].append(feeling)
    order = {scene.id: number for number, scene in enumerate(document[SCENES])}
    found = [a for pair, feelings in by_pair.items() for a in _of_pair(document.text, pair, feelings, order)]
    found.sort(key=lambda a: (a.evidence[0].start, a.holder, a.target))
    return tuple(msgspec.structs.replace(attitude, id=f"a{number}") for number, attitude in enumerate(found))


STAGE = Stage("attitudes", "3", (FEELINGS, SCENES, DOCUMENTS, STRIKES), ATTITUDES, find_attitudes)


def _vouched(feeling: Feeling, authors: Mapping[str, str | None]) -> bool:
    """Whether the narrator or the holder says so; what one says of another's heart is only a belief."""
    voice = feeling.source[-1]
    return len(feeling.source) == 1 or authors.get(voice, voice) == feeling.experiencer


def _of_pair(
    text: str, pair: tuple[str, str], feelings: Sequence[Feeling], order: dict[str, int]
) -> Iterable[Attitude]:
    held = {sign: _held(text, [f for f in feelings if _sign(f) == sign and not f.negated]) for sign in (1, -1)}
    denied = [f for f in feelings if f.negated and _states(text, f)]
    if held[1] and held[-1]:
        both = sorted([*held[1], *held[-1]], key=lambda f: f.start)
        yield _disposition(pair, "ambivalent", both, denied=[], order=order)
        return
    for sign, evidence in held.items():
        if evidence:
            against = [f for f in denied if _sign(f) == sign and f.start > evidence[-1].start]
            yield _disposition(pair, "positive" if sign > 0 else "negative", evidence, against, order)


def _sign(feeling: Feeling) -> int:
    return 0 if feeling.emotion in NEUTRAL else 1 if feeling.valence > 0 else -1


def _held(text: str, feelings: Sequence[Feeling]) -> list[Feeling]:
    """The evidence of a disposition: words of state, or episodes that come back in another scene; empty: none."""
    stated = [f for f in feelings if _states(text, f)]
    if stated:
        return stated
    again = len(feelings) >= OFTEN and len({f.scene for f in feelings}) > 1
    return list(feelings) if again else []


def _states(text: str, feeling: Feeling) -> bool:
    """Whether the words tell of a state ("loves", "fond of"), and not of a moment ("was angry with")."""
    if feeling.channel not in ("named", "speech"):
        return False
    words = text[feeling.start : feeling.end].lower().split()
    return not resources.words("emotions.toml", "states").isdisjoint(words)


def _disposition(
    pair: tuple[str, str], value: Value, evidence: Sequence[Feeling], denied: Sequence[Feeling], order: dict[str, int]
) -> Attitude:
    emotions = [f.emotion for f in evidence]
    emotion = max(dict.fromkeys(emotions), key=emotions.count)
    first = min((f.scene for f in evidence if f.scene), key=lambda s: order.get(s, 0))
    doubt = 1.0
    for feeling in evidence:
        doubt *= 1 - feeling.confidence
    return Attitude(
        id="",
        holder=pair[0],
        target=pair[1],
        value=value,
        emotion=None if value == "ambivalent" else emotion,
        from_scene=first,
        until_scene=denied[0].scene if denied else None,
        evidence=tuple(Span(f.start, f.end) for f in evidence),
        confidence=round(min(0.95, 1 - doubt), 3),
    )
