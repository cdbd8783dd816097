"""Claims of people of whom it is not well enough known who they are, are not made."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from unspoken.layers.beliefs import Proposition
from unspoken.layers.characters import Character, CharacterMention, Form
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Atom, Claim, Kind, Statement
from unspoken.stages.scenes.people import Whom
from unspoken.stages.statements.linked import _afar, _by_name, _turned, linked
from unspoken.stages.statements.reader import Reader

TEXT = "Amos saw Bram. He sighed."
NAMES = ("Amos", "Bram", "Carl", "Dirk", "Emil", "Finn")


def mention(word: str, form: Form, confidence: float) -> CharacterMention:
    return CharacterMention(TEXT.index(word), TEXT.index(word) + len(word), form, confidence)


def reader_of(
    whom: Whom, men: int, crowded: bool = False, sure: float = 0.9, said: bool = False, doubted: str = ""
) -> Reader:
    """A reader of `TEXT`, which Bram says to Carl where it is ``said``, and which is so ``sure``."""
    words = {"start": 0, "end": len(TEXT)}
    quote = SimpleNamespace(speaker="Bram", addressees=("Carl",), confidence=sure, **words) if said else None
    called = {"he": frozenset(NAMES[:men]), "she": frozenset[str]()}
    spoken, claims = SimpleNamespace(at=lambda at: quote), SimpleNamespace(whom=whom)
    little = SimpleNamespace(doubtful=lambda who, start, end: who == doubted)
    return cast(
        Reader,
        SimpleNamespace(
            text=TEXT, called=called, people=NAMES, crowded=crowded, spoken=spoken, claims=claims, little=little
        ),
    )


def sad(holder: str, subject: str, kind: Kind = "think") -> Statement:
    claim = Claim(Proposition("feels", subject, None, "sadness"), True, Atom("feels sadness", subject), True, 15, 24)
    return Statement(kind, holder, claim, "believes", (), None, 15, 24, 0.7)


def person(name: str, *mentions: CharacterMention) -> Character:
    return Character(name, name, (), "person", "he", False, mentions, 0, len(TEXT))


@pytest.mark.parametrize(
    ("confidence", "men", "sure"),
    [(0.7, 6, False), (0.9, 6, True), (0.7, 3, True)],
)
def test_a_pronoun_that_may_mean_another_in_a_work_of_many_is_not_enough(
    confidence: float, men: int, sure: bool
) -> None:
    he = mention("He", "pronoun", confidence)
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), he), person("Bram", mention("Bram", "name", 0.9))])
    assert linked(reader_of(whom, men), sad("Carl", "Amos")) is sure


@pytest.mark.parametrize(("confidence", "sure"), [(0.69, False), (0.72, True)])
def test_where_it_is_told_who_does_not_know_a_pronoun_may_be_less_sure(confidence: float, sure: bool) -> None:
    he = mention("He", "pronoun", confidence)
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), he), person("Bram", mention("Bram", "name", 0.9))])
    fact = Claim(Proposition("fact", "Amos", None, "sighed"), True, Atom("fact sighed", "Amos"), True, 15, 24)
    lacks = Statement("ignorant", "Carl", fact, "knows", (), None, 15, 24, 0.65)
    assert linked(reader_of(whom, 6), lacks) is sure


@pytest.mark.parametrize(("confidence", "men", "sure"), [(0.7, 6, False), (0.8, 6, True), (0.7, 3, True)])
def test_no_pronoun_of_a_claim_may_be_too_unsure_in_a_work_of_many(confidence: float, men: int, sure: bool) -> None:
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), mention("He", "pronoun", confidence))])
    assert linked(reader_of(whom, men), sad("Carl", "Amos")) is sure


@pytest.mark.parametrize(("holder", "sure"), [("Bram", False), ("Carl", False), ("Dirk", True)])
def test_what_rests_on_an_unsure_speaker_or_hearer_is_not_claimed_in_a_crowd(holder: str, sure: bool) -> None:
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), mention("He", "pronoun", 0.9))])
    assert linked(reader_of(whom, 6, True, 0.79, True), sad(holder, "Amos", "ignorant")) is sure
    assert linked(reader_of(whom, 6, False, 0.79, True), sad(holder, "Amos", "ignorant"))
    assert linked(reader_of(whom, 6, True, 0.81, True), sad(holder, "Amos", "ignorant"))


@pytest.mark.parametrize(("said", "sure"), [(True, False), (False, True)])
def test_a_pronoun_in_speech_must_be_surer_in_a_crowd(said: bool, sure: bool) -> None:
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), mention("He", "pronoun", 0.765))])
    assert linked(reader_of(whom, 6, True, 0.9, said), sad("Bram", "Amos", "ignorant")) is sure


@pytest.mark.parametrize(("crowded", "said", "sure"), [(True, True, False), (True, False, True), (False, True, True)])
def test_who_is_only_he_in_the_talk_of_a_crowd_is_not_known_well_enough(crowded: bool, said: bool, sure: bool) -> None:
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), mention("He", "pronoun", 0.9))])
    assert linked(reader_of(whom, 6, crowded, 0.9, said), sad("Bram", "Amos")) is sure


@pytest.mark.parametrize(
    ("doubted", "kind", "sure"), [("Amos", "think", False), ("Carl", "think", True), ("Amos", "ignorant", True)]
)
def test_of_whom_a_work_tells_little_is_told_by_more_than_a_pronoun(doubted: str, kind: Kind, sure: bool) -> None:
    whom = Whom([person("Amos", mention("Amos", "name", 0.9), mention("He", "pronoun", 0.9))])
    assert linked(reader_of(whom, 6, doubted=doubted), sad("Bram", "Amos", kind)) is sure


@pytest.mark.parametrize(("apart", "sure"), [(9000, False), (200, True)])
def test_in_a_crowd_a_pronoun_does_not_reach_over_a_chapter_past_another(apart: int, sure: bool) -> None:
    text = f"Amos{' ' * apart}Bram saw it. He sighed."
    he = CharacterMention(text.index("He "), text.index("He ") + 2, "pronoun", 0.9)
    bram = CharacterMention(text.index("Bram"), text.index("Bram") + 4, "name", 0.9)
    whom = Whom([person("Amos", CharacterMention(0, 4, "name", 0.9), he), person("Bram", bram)])
    reader = cast(
        Reader, SimpleNamespace(text=text, called={"he": frozenset(NAMES)}, claims=SimpleNamespace(whom=whom))
    )
    assert _afar(reader, he) is not sure


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("“Stay, Carl.”", True),
        ("“What is it, Carl?”", True),
        ("“Carl, you are late.”", True),
        ("“My dear Carl, stay.”", True),
        ("“Carl? He is away.”", False),
        ("“I saw Carl.”", False),
        ("“Carl saw it.”", False),
    ],
)
def test_who_is_called_by_name_hears_it(text: str, named: bool) -> None:
    carl = CharacterMention(text.index("Carl"), text.index("Carl") + 4, "name", 0.9)
    whom = Whom([person("Carl", carl)])
    quote = SimpleNamespace(speaker="Bram", addressees=("Carl",), confidence=0.7, start=0, end=len(text))
    reader = cast(Reader, SimpleNamespace(text=text, claims=SimpleNamespace(whom=whom)))
    assert _by_name(reader, cast(Quote, quote)) is named


SPEECH = "“I shall keep it. Doctor, I thought you had gone.”"


@pytest.mark.parametrize(("to", "turned"), [("Amos", True), ("Doctor", False)])
def test_you_is_whom_the_speaker_has_turned_to_last(to: str, turned: bool) -> None:
    start = SPEECH.index("Doctor")
    called = CharacterMention(start, start + len("Doctor"), "name", 0.9)
    whom = Whom([Character("Doctor", "Doctor", (), "person", "he", False, (called,), 0, len(SPEECH))])
    quote = SimpleNamespace(speaker="Bram", addressees=(to,), start=0, end=len(SPEECH))
    spoken = SimpleNamespace(at=lambda at: quote)
    reader = cast(Reader, SimpleNamespace(text=SPEECH, spoken=spoken, claims=SimpleNamespace(whom=whom)))
    gone = Claim(Proposition("fact", to, None, "gone"), True, Atom("fact gone", to), True, 26, 48)
    lacks = Statement("ignorant", "Bram", gone, "knows", (), None, 26, 48, 0.65)
    assert _turned(reader, lacks, {"Bram", to}) is turned
