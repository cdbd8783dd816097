"""What the network takes from the word lists."""

from __future__ import annotations

from tests.unit.stages.feelings.told import told
from unspoken.layers.feelings import Feeling
from unspoken.stages.feelings import STAGE


def felt(marked: str, cues: dict[int, float]) -> list[tuple[str, str | None]]:
    document = told(marked, cues=cues)
    found: tuple[Feeling, ...] = STAGE.run(document)
    return [(document.text[f.start : f.end], f.experiencer) for f in found]


def test_a_word_of_the_lists_is_no_cue_where_the_network_sees_none() -> None:
    marked = "{ann:Ann} was angry/ADJ ."
    assert felt(marked, {}) == [("angry", "ann")]
    assert felt(marked, {2: 0.01}) == []


def test_a_word_of_no_list_is_no_cue_however_sure_the_network_is() -> None:
    assert felt("{ann:Ann} dwindled/VERB/dwindle .", {1: 0.99}) == []


def test_an_adverb_with_no_other_sense_needs_no_second_opinion() -> None:
    assert felt("{ann:Ann} spoke/VERB/speak scathingly/ADV .", {2: 0.01}) == [("scathingly", "ann")]
    assert felt("{ann:Ann} lived/VERB/live happily/ADV .", {2: 0.01}) == []
