"""Phrases with a role noun that tell nothing of two people, or not of these two."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.unit.stages.relationships.tale import Tale, tale

BOTH = "{ann:Ann} and {ann:Ann} saw {ben:Ben} and {ben:Ben}. "
CROWD = "{dot:Dot} and {dot:Dot} came with {cam:Cam} and {cam:Cam}. "


@pytest.fixture
def _crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unspoken.stages.cast.relations.CROWD", 1)


def kinds(made: Tale, a: str = "ann", b: str = "ben") -> tuple[str, ...]:
    found = made.between(a, b)
    return found.kinds if found else ()


WIFE = "{ann:{ben:his} wife}"


@pytest.mark.parametrize(
    ("before", "married"),
    [
        ("He went out with", True),
        ("He had bought tea for", True),
        ("He hoped to win the proud girl for", False),
        ("He would have her for", False),
        ("He thought of the woman who became", False),
        ("He thought of the woman who was to be", False),
        ("She was their choice for", False),
    ],
)
def test_who_is_only_wooed_is_no_wife(before: str, married: bool) -> None:
    assert kinds(tale(f"{BOTH}{before} {WIFE}."))[:1] == (("romance",) if married else ())


@pytest.mark.parametrize(
    ("before", "married"),
    [
        ("No man need offer", False),
        ("Every good man loves", False),
        ("They liked nobody who laughed at", False),
        ("No rain could keep back", True),
        ("No man in the town knew Ben, nor", True),
    ],
)
def test_the_wife_of_no_man_in_particular_is_nobodys(before: str, married: bool) -> None:
    assert kinds(tale(f"{BOTH}{before} {WIFE}."))[:1] == (("romance",) if married else ())


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("Like {ben:{ann:her} uncle}, {ben:Ben} had seen the sea.", ()),
        ("Like {ben:{ann:her} uncle}, {ben:Ben}, she had seen the sea.", ("family",)),
        ("Like {ben:{ann:her} uncle}, {al:Al} had seen the sea.", ("family",)),
        ("She went after {ben:{ann:her} uncle}, {ben:Ben} bringing up the rear.", ()),
        ("She came with {ben:{ann:her} uncle}, {ben:Ben} from the mill.", ("family",)),
        ("As she left {ben:{ann:her} friend}, {ben:Ben} came back.", ("friendship",)),
        ("Then came {ben:{ann:her} uncle}, {ben:Ben Hale}.", ("family",)),
    ],
)
def test_a_phrase_before_a_new_subject_is_not_about_the_one_named(told: str, kind: tuple[str, ...]) -> None:
    assert kinds(tale(f"{BOTH}{told}")) == kind


@pytest.mark.parametrize(
    ("adjective", "after", "married"), [("late", True, False), ("late", False, True), ("old", True, True)]
)
def test_a_late_husband_is_not_one_who_speaks_afterwards(adjective: str, after: bool, married: bool) -> None:
    said = '<ben>cam:"It is time to go.">' if after else ""
    told = f"{BOTH}They spoke of {{ben:{{ann:her}} {adjective} husband}}. {{cam:Cam}} came. {said}"
    assert (kinds(tale(told))[:1] == ("romance",)) is married


def test_nobody_is_their_own_wife() -> None:
    told = "{cam:Cam} and {cam:Cam} sat by {ben:Ben} and {ben:Ben}. Then {cam:{%s:my wife}'s brother} rose."
    marked = told.replace("{%s:my wife}", "{%s:{ben:my} wife}")
    assert kinds(tale(marked % "ann"), "ann", "cam") == ()  # a brother is no woman
    marked = marked.replace("cam:", "al:").replace("Cam", "Al")
    assert kinds(tale(marked % "ann"), "ann", "al") == ("family",)
    assert kinds(tale(marked % "ben"), "ben", "al") == ()  # taken for him who says it
    assert kinds(tale(marked % "ed"), "ed", "al") == ()  # or for another man


@pytest.mark.parametrize(
    ("sure", "role", "kind"),
    [(0.9, "uncle", ("family",)), (0.6, "uncle", ()), (0.6, "friend", ("friendship",))],
)
@pytest.mark.usefixtures("_crowd")
def test_in_a_crowd_a_guess_at_whose_it_is_tells_nothing(sure: float, role: str, kind: tuple[str, ...]) -> None:
    made = tale(f"{CROWD}{BOTH}{{ann:Ann}} met {{al:{{ann:her}} {role}}}. She saw {{al:{{ann:her}} {role}}} again.")
    made.sure["her"] = sure
    assert kinds(made, "ann", "al") == kind


@pytest.mark.parametrize(("sure", "kind"), [(0.9, ("family",)), (0.6, ())])
@pytest.mark.usefixtures("_crowd")
def test_in_a_crowd_a_guess_at_the_subject_tells_nothing(sure: float, kind: tuple[str, ...]) -> None:
    made = tale(f"{CROWD}{BOTH}{{ben:the young man}} was {{al:{{ann:Ann}}'s uncle}}.")
    made.unlinked.add("al")
    made.sure["the young man"] = sure
    made.clause("the young man was Ann's uncle", "be", "the young man", complement="Ann's uncle", verb="was")
    assert kinds(made) == kind


def test_the_words_shown_are_the_plainest() -> None:
    made = tale(f"{BOTH}She met {{ben:{{ann:her}} uncle}}. {{ann:Ann}} wept. {{ben:{{ann:Ann}}'s uncle}} laughed.")
    made.sure["her"] = 0.7
    found = made.between("ann", "ben")
    assert found is not None
    assert found.evidence is not None
    assert made.text[found.evidence.start : found.evidence.end] == "Ann's uncle"


def test_the_talk_shown_calls_the_other_by_a_name() -> None:
    talk = '<ann>ben:"{ben:My dear sir}, come in."> <ben>ann:"Thank you."> <ann>ben:"{ben:Mr. Ben}, sit down.">'
    made = tale(f'{BOTH}{talk} <ben>ann:"I will.">')
    found = made.between("ann", "ben")
    assert found is not None
    assert found.evidence is not None
    assert "Mr. Ben" in made.text[found.evidence.start : found.evidence.end]


def test_the_talk_shown_is_of_who_surely_speaks() -> None:
    talk = '<ann>ben:"Mr. Ben, come in."> <ben>ann:"Thank you."> <ann>ben:"{ben:Mr. Ben}, sit down.">'
    made = tale(f'{BOTH}{talk.replace("Mr. Ben, come", "{ben:Mr. Ben}, come")} <ben>ann:"I will.">')
    made.quotes[0] = replace(made.quotes[0], confidence=0.7)
    found = made.between("ann", "ben")
    assert found is not None
    assert found.evidence is not None
    assert "sit down" in made.text[found.evidence.start : found.evidence.end]
