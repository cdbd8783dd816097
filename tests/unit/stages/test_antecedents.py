"""Antecedents: what the narration goes on with, besides what the scorer says."""

from __future__ import annotations

import numpy as np

from unspoken.layers.characters import Form
from unspoken.layers.mentions import Mention
from unspoken.models.labels import SPANS
from unspoken.stages.antecedents import CALLED, but_called, taken


def mention(form: Form, quotation: str | None = None, letter: str | None = None, vocative: bool = False) -> Mention:
    return Mention(0, 4, form, 0, 4, None, False, 3, quotation, letter, None, vocative)


def left(antecedent: Mention, pronoun: Mention) -> float:
    """What is left of a certain antecedent."""
    *_, ((_, sure),) = but_called([(), ((0, 1.0),)], [0, 1], [antecedent, pronoun])
    return sure


def test_who_is_called_is_seldom_who_is_said_to_speak() -> None:
    called, spoken_of = mention("name", "q0", vocative=True), mention("name", "q0")
    assert left(called, mention("pronoun")) == CALLED
    assert left(spoken_of, mention("pronoun")) == 1.0
    assert left(called, mention("pronoun", "q1")) == 1.0  # speech may go on about the one who is called


def test_who_is_written_to_is_seldom_who_the_narration_goes_on_with() -> None:
    written = mention("name", letter="d0")
    assert left(written, mention("pronoun")) == CALLED
    assert left(written, mention("pronoun", letter="d0")) == 1.0


def test_a_pronoun_is_taken_for_somebody_only_where_it_is_surer_than_a_noun() -> None:
    labels = [SPANS.index(("PER", "NOM")), SPANS.index(("PER", "PRON")), SPANS.index(("FAC", "PRON"))]
    sure = np.array([0.55, 0.55, 0.65], np.float16)
    assert taken(np.array(labels, np.uint8), sure).tolist() == [0, 2]


def test_a_name_is_taken_where_it_is_less_sure() -> None:
    labels, sure = np.array([SPANS.index(("PER", "PROP"))] * 2, np.uint8), np.array([0.3, 0.3], np.float16)
    assert taken(labels, sure, np.array([True, False])).tolist() == [0]
