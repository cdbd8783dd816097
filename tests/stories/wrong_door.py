"""A short story of our own with every layer made by hand: two misunderstandings, one of which a letter resolves."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from unspoken.layers.beliefs import Belief, Gap, Polarity, Proposition, Stance, Via
from unspoken.layers.characters import Character, CharacterMention, Pronouns
from unspoken.layers.documents import Reading, StoryDocument
from unspoken.layers.entities import Place
from unspoken.layers.events import Event
from unspoken.layers.feelings import Attitude, Channel, Emotion, Feeling
from unspoken.layers.provenance import LayerRun, Provenance
from unspoken.layers.quotations import Method, Quote
from unspoken.layers.relationships import EventType, Moment, Mutual, Relationship, RelationshipEvent, Status
from unspoken.layers.scenes import Mode, Scene, SceneTime
from unspoken.layers.source import Source
from unspoken.layers.spans import Chapter, Span
from unspoken.story import Story, TokenColumns

FILE = Path(__file__).with_name("wrong-door.txt")
TEXT = FILE.read_text(encoding="utf-8")


def at(words: str, nth: int = 1) -> Span:
    """Where the words stand, the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


PARAGRAPHS = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S.*", TEXT))
NELL, IVO, JUNE, OKAFOR = "nell", "ivo", "june", "okafor"


def character(
    id: str, name: str, pronouns: Pronouns, aliases: tuple[str, ...], pattern: str, nominal: str = r"(?!)"
) -> Character:
    mentions = sorted(
        [CharacterMention(m.start(), m.end(), "name", 0.97) for m in re.finditer(pattern, TEXT)]
        + [CharacterMention(m.start(), m.end(), "nominal", 0.8) for m in re.finditer(nominal, TEXT)],
        key=lambda m: m.start,
    )
    return Character(id, name, aliases, "person", pronouns, False, tuple(mentions), mentions[0].start, mentions[-1].end)


CHARACTERS = (
    character(NELL, "Nell", "she", (), r"\bNell\b"),
    character(IVO, "Ivo", "he", ("her brother",), r"\bIvo\b", r"her brother"),
    character(JUNE, "June", "she", (), r"\bJune\b"),
    character(OKAFOR, "Mr Okafor", "he", ("Mr Okafor from number six", "a widower"), r"Mr Okafor", r"a widower"),
)

_SCENE_STARTS = ("Ivo had his coat", "Four days later June", "On that Sunday", "On Saturday Mr", "Two weeks later")
_SCENE_ENDS = ("perhaps never had.", "on its face.", "It was a six.", "for a screwdriver.", "in the way.")


def scene(number: int, place: str | None, present: tuple[str, ...], focal: str, mode: Mode, time: SceneTime) -> Scene:
    start, end = at(_SCENE_STARTS[number - 1]).start, at(_SCENE_ENDS[number - 1]).end
    chapter = "c1" if number < 3 else "c2"
    return Scene(f"s{number}", start, end, chapter, place, present, focal, "third", "past", mode, time)


SCENES = (
    scene(1, "p1", (NELL, IVO), NELL, "linear", SceneTime(None, None, "Sunday", at("On that Sunday"))),
    scene(
        2,
        "p2",
        (NELL, JUNE),
        JUNE,
        "linear",
        SceneTime("Four days later", 4, "Thursday", at("Four days later")),
    ),
    scene(3, "p3", (IVO,), IVO, "analepsis", SceneTime("On that Sunday", -4, "Sunday", at("On that Sunday"))),
    scene(4, "p4", (NELL, OKAFOR), NELL, "linear", SceneTime("On Saturday", None, "Saturday", at("On Saturday"))),
    scene(5, "p5", (NELL, IVO), IVO, "linear", SceneTime("Two weeks later", 14, None, at("Two weeks later"))),
)

PLACES = tuple(
    Place(f"p{i}", name, (at(words),))
    for i, (name, words) in enumerate(
        [
            ("the kitchen", "kitchen"),
            ("the bakery", "the bakery"),
            ("the stairs", "the stairs"),
            ("the hall", "the hall"),
            ("the quay at Bergen", "the quay at Bergen"),
        ],
        start=1,
    )
)


def quote(
    number: int, parts: tuple[str, ...], speaker: str, to: tuple[str, ...], cue: str | None, method: Method
) -> Quote:
    spans = tuple(at(part) for part in parts)
    return Quote(
        f"q{number}",
        spans[0].start,
        spans[-1].end,
        spans,
        "speech",
        speaker,
        to,
        at(cue) if cue else None,
        method,
        0.95 if method == "explicit" else 0.7,
    )


_Spoken = tuple[tuple[str, ...], str, tuple[str, ...], str | None, Method]
_SPOKEN: list[_Spoken] = [
    (("“You could say something,”",), NELL, (IVO,), "Nell said", "explicit"),
    (("“I have said it.”", "“The boat goes at six. They need an answer, Nell.”"), IVO, (NELL,), None, "turn"),
    (("“Then give them one.”", "“Nobody is keeping you here.”"), NELL, (IVO,), None, "turn"),
    (("“Have you rung him?”",), JUNE, (NELL,), "she asked", "anaphoric"),
    (
        (
            "“He doesn’t want to be rung.”",
            "“He left the key, June. You don’t leave the key with somebody you mean to come back to.”",
        ),
        NELL,
        (JUNE,),
        None,
        "vocative",
    ),
    (
        (
            "“He’s a fool,”",
            "“but he is not that kind of fool. He has carried your umbrella for nine years, and he _hates_ umbrellas.”",
        ),
        JUNE,
        (NELL,),
        "she said",
        "anaphoric",
    ),
    (("“The miller,”",), JUNE, (NELL,), "said June", "explicit"),
    (
        (
            "“This was under my mat,”",
            "“I took it for the parish news. I’m ashamed to say that I have read as far as your name.”",
        ),
        OKAFOR,
        (NELL,),
        "he said",
        "anaphoric",
    ),
    (("“You came,”",), IVO, (NELL,), None, "turn"),
    (("“You pushed it under number six.”", "“I’m sorry. I ought to have asked.”"), NELL, (IVO,), None, "turn"),
    (("“I thought you had read it. I thought that was your answer.”",), IVO, (NELL,), None, "turn"),
    (("“This is my answer,”",), NELL, (IVO,), "said Nell", "explicit"),
]
QUOTES = tuple(quote(i, *spoken) for i, spoken in enumerate(_SPOKEN, start=1))

_LETTER = Span(at("Nell,\n\nI am no good").start, at("I will not ask again.\n\nIvo").end)
DOCUMENTS = (
    StoryDocument(
        "d1",
        "message",
        at("Boat late, all well.").start,
        at("Has she read it? I.").end,
        IVO,
        JUNE,
        (Reading(JUNE, "s2"),),
        0.8,
    ),
    StoryDocument(
        "d2", "letter", _LETTER.start, _LETTER.end, IVO, NELL, (Reading(OKAFOR, None), Reading(NELL, "s4")), 0.95
    ),
)


def feeling(
    number: int,
    words: str,
    scene: str,
    who: str,
    emotion: Emotion,
    valence: float,
    channel: Channel,
    target: str | None,
    negated: bool = False,
    source: tuple[str, ...] = ("narrator",),
) -> Feeling:
    span = at(words)
    return Feeling(
        f"f{number}",
        span.start,
        span.end,
        scene,
        who,
        emotion,
        (),
        valence,
        0.6,
        channel,
        target,
        None,
        negated,
        False,
        source,
        0.75,
    )


FEELINGS = (
    feeling(1, "Her hands shook", "s1", NELL, "sadness", -0.6, "bodily", IVO),
    feeling(2, "June was angry with her brother", "s2", JUNE, "anger", -0.6, "named", IVO),
    feeling(3, "He longed to knock", "s3", IVO, "longing", -0.2, "named", NELL),
    feeling(4, "I’m ashamed to say", "s4", OKAFOR, "shame", -0.6, "speech", None, False, ("narrator", OKAFOR)),
    feeling(5, "I have loved you since", "s4", IVO, "love", 0.8, "named", NELL, False, ("narrator", "d2")),
    feeling(6, "she laughed until she cried", "s4", NELL, "relief", 0.5, "bodily", None),
    feeling(7, "he was afraid", "s5", IVO, "fear", -0.6, "named", None),
    feeling(8, "I’m sorry", "s5", NELL, "guilt", -0.5, "speech", IVO, False, ("narrator", NELL)),
)

ATTITUDES = (
    Attitude("a1", IVO, NELL, "positive", "love", "s3", None, (at("I have loved you since the ferry strike"),), 0.9),
)


def happening(type: EventType, scene: str, words: str, actor: str | None) -> RelationshipEvent:
    span = at(words)
    return RelationshipEvent(type, scene, span.start, span.end, actor, 0.8)


def moment(
    scene: str,
    words: str,
    status: Status | None,
    contact: Literal["together", "apart"] | None,
    a: float | None,
    b: float | None,
) -> Moment:
    return Moment(scene, at(words).start, status, contact, Mutual(a, b), Mutual(None, None))


RELATIONSHIPS = (
    Relationship(
        "r1",
        (NELL, IVO),
        ("romance",),
        None,
        (
            moment("s1", "Ivo had his coat", "together", "together", 0.2, 0.3),
            moment("s1", "Then the door closed", "broken_up", "apart", -0.5, 0.3),
            moment("s3", "He longed to knock", None, "apart", None, 0.6),
            moment("s4", "She read it three times", None, "apart", 0.8, None),
            moment("s5", "said Nell, and kissed him", "together", "together", 0.9, 0.8),
        ),
        (
            happening("part", "s1", "Then the door closed", IVO),
            happening("confess", "s4", "I have loved you since the ferry strike", IVO),
            happening("apologise", "s5", "I’m sorry. I ought to have asked.", NELL),
            happening("kiss", "s5", "said Nell, and kissed him", NELL),
        ),
        0.9,
    ),
    Relationship(
        "r2",
        (JUNE, IVO),
        ("family",),
        ("sister", "brother"),
        (moment("s2", "June was angry", "strained", "apart", -0.5, None),),
        (),
        0.9,
    ),
    Relationship(
        "r3",
        (NELL, JUNE),
        ("friendship",),
        None,
        (moment("s2", "Four days later June", "close", "together", 0.4, 0.5),),
        (),
        0.7,
    ),
)


def belief(
    number: int,
    holder: str,
    stance: Stance,
    polarity: Polarity,
    proposition: Proposition,
    via: Via,
    words: str,
    scenes: tuple[str, str | None],
    ended_by: str | None,
) -> Belief:
    span = at(words)
    return Belief(
        f"b{number}",
        holder,
        stance,
        polarity,
        proposition,
        via,
        *scenes,
        at(ended_by) if ended_by else None,
        span.start,
        span.end,
        0.8,
    )


BELIEFS = (
    belief(
        1,
        NELL,
        "believes",
        "-",
        Proposition("feels", IVO, NELL, "love"),
        "inferred",
        "Nell understood that he did not love her",
        ("s1", "s4"),
        "I have loved you since the ferry strike",
    ),
    belief(
        2,
        IVO,
        "believes",
        "+",
        Proposition("knows", NELL, None, "what the letter says"),
        "inferred",
        "I thought you had read it. I thought that was your answer.",
        ("s3", "s5"),
        "You pushed it under number six.",
    ),
    belief(
        3,
        NELL,
        "knows",
        "+",
        Proposition("feels", IVO, NELL, "love"),
        "read",
        "I have loved you since the ferry strike",
        ("s4", None),
        None,
    ),
)

GAPS = (
    Gap(
        "g1",
        NELL,
        IVO,
        "misbelief",
        "b1",
        at("I have loved you since the ferry strike"),
        "s1",
        "s4",
        at("I have loved you since the ferry strike"),
        at("He longed to knock").start,
        None,
        0.9,
        0.85,
    ),
    Gap(
        "g2",
        IVO,
        NELL,
        "misbelief",
        "b2",
        at("This was under my mat"),
        "s3",
        "s5",
        at("You pushed it under number six."),
        at("It was a six.").start,
        None,
        0.6,
        0.7,
    ),
    Gap(
        "g3",
        NELL,
        IVO,
        "ignorance",
        None,
        at("Has she read it?"),
        "s2",
        None,
        None,
        at("Boat late").start,
        None,
        0.3,
        0.6,
    ),
)


@cache
def story() -> Story:
    """The story with all its layers."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", TEXT)]
    return Story(
        unspoken="1",
        source=Source(
            "wrong-door.txt",
            "text",
            "0" * 64,
            "The Wrong Door",
            "A. Nonymous",
            "en",
            len(TEXT.split()),
            len(TEXT),
            (),
            ("two paragraphs were joined where a line broke inside a sentence",),
        ),
        text=TEXT,
        paragraphs=PARAGRAPHS,
        chapters=(
            Chapter("c1", "One", 0, at("on its face.").end),
            Chapter("c2", "Two", at("Two\n").start, len(TEXT) - 1),
        ),
        emphasis=(at("_hates_"),),
        sentences=tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\s][^.?!\n]*[.?!]?", TEXT)),
        tokens=TokenColumns(tuple(s for s, _ in words), tuple(e for _, e in words)),
        characters=CHARACTERS,
        entities=(),
        places=PLACES,
        events=(Event(at("kissed").start, at("kissed").end, "kiss", NELL, IVO, True),),
        scenes=SCENES,
        documents=DOCUMENTS,
        quotes=QUOTES,
        feelings=FEELINGS,
        attitudes=ATTITUDES,
        relationships=RELATIONSHIPS,
        beliefs=BELIEFS,
        gaps=GAPS,
        provenance=Provenance("0.1.0", (), (LayerRun("tokens", "tokens", "1", 0.001),), 0.01),
    )


def bare(text: str = "Rain fell.") -> Story:
    """A story in which nothing at all was found."""
    return msgspec.structs.replace(
        story(),
        text=text,
        paragraphs=(),
        chapters=(),
        emphasis=(),
        sentences=(),
        characters=(),
        places=(),
        events=(),
        scenes=(),
        documents=(),
        quotes=(),
        feelings=(),
        attitudes=(),
        relationships=(),
        beliefs=(),
        gaps=(),
    )
