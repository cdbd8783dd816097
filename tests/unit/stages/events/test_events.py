"""Events: what is told as having happened, and who did it to whom."""

from __future__ import annotations

from tests.contract.texts import document
from tests.unit.stages.alone import MISREAD
from unspoken.document import Document
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.corrections import Strikes
from unspoken.layers.events import Event
from unspoken.layers.keys import CHARACTERS, STRIKES
from unspoken.layers.spans import Span
from unspoken.pipeline import run
from unspoken.stages import clauses, events, quotations, sentences, signals, syntax, tokens
from unspoken.stages.events.people import People

BELOW = [tokens.STAGE, quotations.STAGE, sentences.STAGE, signals.STAGE, syntax.STAGE, clauses.STAGE]


def person(identity: str, text: str, *names: str) -> Character:
    """A character who is mentioned by names, each where it first stands."""
    mentions = tuple(CharacterMention(text.index(n), text.index(n) + len(n), "name", 1.0) for n in names)
    return Character(identity, names[0], (), "person", None, False, mentions, mentions[0].start, mentions[-1].end)


def read(text: str, *people: Character) -> tuple[Event, ...]:
    below: Document = run(document(text), BELOW)[0]
    return events.STAGE.run(below.attach(CHARACTERS, people).attach(STRIKES, Strikes()))  # type: ignore[no-any-return]


def words(text: str) -> list[str]:
    return [text[e.start : e.end] for e in read(text)]


def test_what_is_narrated_in_the_past_has_happened() -> None:
    assert words("He opened the door and looked at her. She cried.") == ["opened", "looked", "cried"]


def test_what_did_not_happen_or_only_may_happen_is_no_event() -> None:
    assert words("He did not come. If he came, she would leave. He might have died.") == []


def test_a_state_is_no_event() -> None:
    assert words("The house was old and she was rich.") == []


def test_the_subject_is_the_agent_and_the_object_the_patient() -> None:
    text = "Anne struck Tom."
    found = read(text, person("c1", text, "Anne"), person("c2", text, "Tom"))
    assert [(e.lemma, e.agent, e.patient, e.realis) for e in found] == [("strike", "c1", "c2", True)]


@MISREAD
def test_a_passive_turns_agent_and_patient_round() -> None:
    text = "Tom was struck by Anne."
    found = read(text, person("c1", text, "Anne"), person("c2", text, "Tom"))
    assert [(e.agent, e.patient) for e in found] == [("c1", "c2")]


def test_nobody_known_is_nobody() -> None:
    assert {(e.agent, e.patient) for e in read("The sailor struck the stranger.")} == {(None, None)}


def test_a_phrase_means_the_character_whose_mention_ends_with_it() -> None:
    text = "She saw her uncle Tom."
    people = People([person("c2", text, "uncle Tom")])
    assert people.who(Span(text.index("her"), text.index("."))) == "c2"
    assert people.who(Span(text.index("uncle"), text.index(" Tom"))) is None
    assert people.who(None) is None
