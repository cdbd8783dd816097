"""What the network adds to the word lists, and what it takes from them."""

from __future__ import annotations

from tests.unit.stages.feelings.told import told
from unspoken.layers.feelings import Feeling
from unspoken.stages.feelings import STAGE


def felt(marked: str, cues: dict[int, float]) -> list[tuple[str, str | None]]:
    document = told(marked, cues=cues)
    found: tuple[Feeling, ...] = STAGE.run(document)
    return [(document.text[f.start : f.end], f.experiencer) for f in found]


def test_a_word_of_no_list_is_a_cue_where_the_network_sees_one() -> None:
    marked = "{ann:Ann} dwindled/VERB/dwindle ."
    assert felt(marked, {}) == []
    assert felt(marked, {1: 0.8}) == [("dwindled", "ann")]


def test_likely_words_side_by_side_are_one_cue() -> None:
    assert felt("{ann:Ann} dwindled/VERB/dwindle utterly/ADV .", {1: 0.8, 2: 0.75}) == [("dwindled utterly", "ann")]


def test_a_word_of_the_lists_is_no_cue_where_the_network_sees_none() -> None:
    marked = "{ann:Ann} was angry/ADJ ."
    assert felt(marked, {}) == [("angry", "ann")]
    assert felt(marked, {2: 0.01}) == []


def test_near_a_listed_cue_only_what_is_very_likely_is_another() -> None:
    marked = "{ann:Ann} was angry/ADJ and {ben:Ben} dwindled/VERB/dwindle ."
    assert felt(marked, {5: 0.5}) == [("angry", "ann")]
    assert felt(marked, {5: 0.99}) == [("angry", "ann"), ("dwindled", "ben")]


def test_what_the_grammar_of_a_listed_word_rules_out_the_network_does_not_bring_back() -> None:
    assert felt("<ann>ben:“Yes, love/NOUN.”>", {3: 0.9}) == []
