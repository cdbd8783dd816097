"""Set phrases that tie two people in one sense, and nobody in another; the words that show a kind best."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import tale

BOTH = "{ann:Ann} and {ann:Ann} saw {ben:Ben} and {ben:Ben}. "


@pytest.mark.parametrize(
    ("words", "lemma", "kind"),
    [
        ("ran against Ben for the council", "run", "rivalry"),
        ("ran against Ben in her haste", "run", ""),
        ("raised Ben from a baby", "raise", "family"),
        ("raised herself to her feet", "raise", ""),
        ("engaged Ben as a cook", "engage", "work"),
        ("engaged her honour never to go", "engage", ""),
    ],
)
def test_set_phrases(words: str, lemma: str, kind: str) -> None:
    marked = (
        words.replace("Ben", "{ben:Ben}").replace("herself", "{ben:herself}").replace("her honour", "{ben:her honour}")
    )
    made = tale(f"{BOTH}{{ann:Ann}} {marked}.")
    made.clause(f"Ann {words}", lemma, "Ann", verb=words.split()[0])
    found = made.between("ann", "ben")
    assert (found.kinds if found else ()) == ((kind,) if kind else ())


@pytest.mark.parametrize(("opening", "kind"), [("", ("service",)), ("It is what ", ())])
def test_what_somebody_does_for_another_is_no_service(opening: str, kind: tuple[str, ...]) -> None:
    made = tale(f"{BOTH}{opening}{{ann:Ann}} does for {{ben:Ben}}.")
    made.clause("Ann does for Ben", "do", "Ann", verb="does")
    found = made.between("ann", "ben")
    assert (found.kinds if found else ()) == kind


@pytest.mark.parametrize(
    ("after", "kind"), [(" for a year.", ("romance",)), (", as people knew.", ("romance",)), (" into the rain.", ())]
)
def test_who_walk_out_together_court_or_walk(after: str, kind: tuple[str, ...]) -> None:
    made = tale(f"{{ann:Ann}} and {{ben:Ben}} walked out together{after}")
    made.clause("Ann and Ben walked out together", "walk", "Ann and Ben", verb="walked")
    found = made.between("ann", "ben")
    assert (found.kinds if found else ()) == kind


def test_who_works_with_several_works_with_nobody_in_particular() -> None:
    made = tale("{ann:Ann} and {ben:Ben} and {cam:Cam} sat. {ann:Ann} worked with them.")
    made.clause("Ann worked with them", "work", "Ann", oblique=("with", "them"), verb="worked")
    assert made.between("ann", "ben") is None
    assert made.between("ann", "cam") is None


def test_an_acquaintance_rests_on_words_that_name_who_hears_them() -> None:
    talk = '<ann>ben:"Rain again."> <ben>ann:"So it is."> <ann>ben:"Good day, {ben:Mr Hale}."> <ben>ann:"Good day.">'
    made = tale(f"{talk} {{ann:Ann}} and {{ann:Ann}} saw {{ben:Ben}} and {{ben:Ben}}.")
    found = made.between("ann", "ben")
    assert found is not None
    assert found.kinds == ("acquaintance",)
    assert found.evidence is not None
    assert "Hale" in made.text[found.evidence.start : found.evidence.end]
