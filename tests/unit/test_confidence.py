"""Confidence: claims of hearts are as sure as such claims are often right."""

from __future__ import annotations

from unspoken.confidence import Confidence
from unspoken.layers.keys import BELIEFS, FEELINGS, PROPOSALS, RELATIONSHIPS
from unspoken.layers.proposals import Held, Proposals
from unspoken.reading import reading

TEXT = "“I love you, Ada,” said Bram, and kissed her.\n\nAda believed that Bram was angry with Cyril. Cyril laughed.\n"


def test_the_story_tells_claims_with_this_confidence_and_changes_nothing_else() -> None:
    made = reading(TEXT)
    sure, story = Confidence(made.document), made.story()
    assert (story.feelings, story.beliefs) == (sure.feelings(), sure.beliefs())
    assert (story.gaps, story.relationships) == (sure.gaps(), sure.relationships())
    for before, after in ((made.document[FEELINGS], story.feelings), (made.document[BELIEFS], story.beliefs)):
        assert before
        assert [one.id for one in before] == [one.id for one in after]
        assert [one.confidence for one in before] != [one.confidence for one in after]


def test_events_are_as_sure_as_such_are_too() -> None:
    made = reading(TEXT)
    before = [e.confidence for r in made.document[RELATIONSHIPS] for e in r.events]
    after = [e.confidence for r in Confidence(made.document).relationships() for e in r.events]
    assert before
    assert before != after
    assert all(0 < p < 1 for p in after)


def test_what_a_helper_proposed_is_as_sure_as_it_was() -> None:
    document = reading(TEXT).document
    found = document[BELIEFS]
    held = Held("Ada", "believes", "Bram", "anger", None, False, found[0].start, found[0].end)
    proposed = document.attach(PROPOSALS, Proposals("here", (held,)))
    kept = Confidence(proposed).beliefs()
    assert kept[0] == found[0]
    assert Confidence(document).beliefs()[0] != found[0]
