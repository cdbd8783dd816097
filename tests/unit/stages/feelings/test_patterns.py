"""The small pattern language of the table of signs."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import told
from unspoken import resources
from unspoken.stages.feelings.page import Page
from unspoken.stages.feelings.patterns import compiled, matches

ROWS = [row for row in resources.text("emotion_signs.tsv").splitlines() if row and not row.startswith("#")]


def found(marked: str) -> list[tuple[str | None, str]]:
    """Whom each match is for, and its words."""
    page = Page(told(marked))
    return [(match.target, " ".join(page.word[match.first : match.last + 1])) for match, *_ in matches(page)]


def test_a_possessive_may_stand_before_what_somebody_owns() -> None:
    assert found("{ann:She} could not believe/VERB {ann:her} ears/NOUN/ear.") == [(None, "not believe her ears")]


def test_a_person_who_only_owns_what_comes_next_is_no_target() -> None:
    assert found("{ann:She} glared/VERB/glare at {ben:Ben}.") == [("ben", "glared at Ben")]
    assert found("{ann:She} glared/VERB/glare at {ben:Ben}'s dog/NOUN.") == [(None, "glared")]


@pytest.mark.parametrize(("row", "said"), [("not|n't bear @", True), ("bear|stand @", False)])
def test_a_sign_knows_its_own_denial(row: str, said: bool) -> None:
    assert compiled(f"named\tsubject\tanger\t0.6\t{row}").says("negations") is said


def test_no_row_is_written_twice() -> None:
    patterns = [tuple(row.split("\t")[i] for i in (0, 4)) for row in ROWS]
    assert len(patterns) == len(set(patterns))


def test_every_row_names_who_feels_and_what_can_be_matched() -> None:
    for row in ROWS:
        sign = compiled(row)
        assert sign.channel in ("bodily", "action", "named", "speech"), row
        assert sign.who in ("owner", "subject", "speaker", "object"), row
        assert all((element.words and "" not in element.words) or element.person for element in sign.elements), row
        assert not sign.elements[0].optional, row
        assert sign.who != "object" or any(element.person for element in sign.elements), row
