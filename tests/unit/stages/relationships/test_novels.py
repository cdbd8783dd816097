"""What novels tell of many people, and short pieces of few: senses of words, each by themselves, who outlives whom."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import Tale, tale

BOTH = "{ann:Ann} and {ann:Ann} saw {ben:Ben} and {ben:Ben}. "
CROWD = "{dot:Dot} and {dot:Dot} came with {cam:Cam} and {cam:Cam}. "


@pytest.fixture
def _crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unspoken.stages.cast.relations.CROWD", 1)


def types(made: Tale, a: str = "ann", b: str = "ben") -> list[str]:
    found = made.between(a, b)
    return [event.type for event in found.events] if found else []


def kinds(made: Tale, a: str = "ann", b: str = "ben") -> tuple[str, ...]:
    found = made.between(a, b)
    return found.kinds if found else ()


@pytest.mark.parametrize(
    ("words", "lemma", "expected"),
    [
        ("threw a plate at Ben", "throw", ["quarrel"]),
        ("threw a quick glance at Ben", "throw", []),
        ("threw her finger at Ben", "throw", []),
        ("struck Ben", "strike", ["quarrel"]),
        ("struck Ben with awe", "strike", []),
        ("dumped Ben", "dump", ["break_up"]),
        ("dumped Ben into the river", "dump", []),
    ],
)
def test_what_is_done_in_another_sense(words: str, lemma: str, expected: list[str]) -> None:
    made = tale(f"{BOTH}{{ann:Ann}} {words.replace('Ben', '{ben:Ben}')}.")
    made.clause(f"Ann {words}", lemma, "Ann", "Ben", verb=words.split()[0])
    assert types(made) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I am sorry for my temper.", ["apologise"]),
        ("I am sorry for the noise.", ["apologise"]),
        ("I am sorry for my poor sister.", []),
        ("I am sorry for the old road.", []),
        ("I shouldn't have spoken.", ["apologise"]),
        ("I shouldn't have spoken of it, only you asked.", []),
        ("I love you.", ["confess"]),
        ("I trust you, and, as a sister, I love you.", []),
        ("Next to Papa, I love you best.", []),
        ("I never told you what he wrote.", ["confess"]),
        ("I never told you, because you would have laughed.", ["confess"]),
        ("I never told you.", []),
        ("I stole it.", ["confess"]),
        ("I stole her heart away.", []),
    ],
)
def test_what_is_said_in_another_sense(said: str, expected: list[str]) -> None:
    assert types(tale(f'{BOTH}<ann>ben:"{said}">')) == expected


@pytest.mark.parametrize(
    ("said", "quarrel"), [("Damn you!", True), ("They will damn you!", False), ("Curse you? No.", False)]
)
def test_a_curse_is_said_to_the_one_who_is_cursed(said: str, quarrel: bool) -> None:
    made = tale(f'{BOTH}<ann>ben:"{said}"> <ben>ann:"You never listen to me!">')
    assert ("quarrel" in types(made)) is quarrel


@pytest.mark.parametrize(("words", "expected"), [("were married", ["marry"]), ("were both married", [])])
def test_who_are_both_married_are_married_to_others(words: str, expected: list[str]) -> None:
    made = tale(f"{{ann:Ann}} saw {{ben:Ben}}. {{ann:Ann}} and {{ben:Ben}} {words}.")
    made.clause(f"Ann and Ben {words}", "marry", "Ann and Ben", passive=True, verb="were")
    assert types(made) == expected


@pytest.mark.parametrize(
    ("words", "kind"), [("were engaged to be married", ("romance",)), ("were each engaged to be married", ())]
)
def test_who_are_each_engaged_are_engaged_to_others(words: str, kind: tuple[str, ...]) -> None:
    made = tale(f"{{ann:Ann}} saw {{ben:Ben}}. {{ann:Ann}} and {{ben:Ben}} {words}.")
    made.clause(f"Ann and Ben {words}", "engage", "Ann and Ben", verb="were")
    assert kinds(made) == kind


@pytest.mark.parametrize(
    ("words", "kind"), [("Ann tells Ben everything", ("friendship",)), ("Ann told Ben everything", ())]
)
def test_who_once_told_everything_is_no_friend_yet(words: str, kind: tuple[str, ...]) -> None:
    made = tale(f"{BOTH}{{ann:Ann}} {words.split()[1]} {{ben:Ben}} everything.")
    made.clause(words, "tell", "Ann", "Ben", verb=words.split()[1])
    assert kinds(made) == kind


def test_who_go_out_for_a_walk_are_no_lovers() -> None:
    made = tale("{ann:Ann} and {ben:Ben} were going out for a walk.")
    made.clause("Ann and Ben were going out", "go", "Ann and Ben", verb="were")
    assert kinds(made) == ()


@pytest.mark.usefixtures("_crowd")
def test_the_dead_lose_nobody_in_a_crowd() -> None:
    made = tale(f"{CROWD}{BOTH}{{ben:{{ann:Ann}}'s brother}} {{ben:Ben}} died in May.|{{ann:Ann}} died in June.")
    made.clause("Ben died in May", "die", "Ben").clause("Ann died in June", "die", "Ann")
    assert types(made) == ["die"]


@pytest.mark.parametrize(
    ("role", "told", "expected"), [("boss", "", []), ("boss", " {ann:Ann} wept.", ["die"]), ("brother", "", ["die"])]
)
@pytest.mark.usefixtures("_crowd")
def test_in_a_crowd_a_death_touches_kin_and_who_are_there(role: str, told: str, expected: list[str]) -> None:
    made = tale(f"{CROWD}{BOTH}{{ben:Ben}} was {{ann:Ann}}'s {role}.|{{ben:Ben}} died in May.{told}")
    made.named.append((at := made.text.index("Ann's"), at + len(f"Ann's {role}"), "ben", len(made.named) - 2))
    made.named[-1] = (at, at + len(f"Ann's {role}"), "ben", next(i for i, n in enumerate(made.named) if n[0] == at))
    made.clause("Ben died in May", "die", "Ben")
    assert types(made) == expected


@pytest.mark.parametrize(("said", "kind"), [("Yes, Mother.", ()), ("Yes, Mother. No, Mother.", ("family",))])
@pytest.mark.usefixtures("_crowd")
def test_in_a_crowd_one_call_makes_no_kin(said: str, kind: tuple[str, ...]) -> None:
    marked = said.replace("Mother", "{ann:Mother}")
    assert kinds(tale(f'{CROWD}{BOTH}<ben>ann:"{marked}">')) == kind


@pytest.mark.parametrize(("said", "kind"), [("Ma foi!", ()), ("Ma!", ("family",))])
def test_french_is_no_call_for_a_mother(said: str, kind: tuple[str, ...]) -> None:
    assert kinds(tale(f'{BOTH}<ben>ann:"{said.replace("Ma", "{ann:Ma}")}">')) == kind


@pytest.mark.parametrize(("before", "kind"), [("He was", ("family",)), ("It was like he was", ())])
def test_who_is_only_likened_to_a_brother_is_none(before: str, kind: tuple[str, ...]) -> None:
    assert kinds(tale(f"{BOTH}{before} {{ben:{{ann:her}} brother}}.")) == kind


@pytest.mark.parametrize(("owner", "kind"), [("her", ()), ("Ann's", ("family",))])
@pytest.mark.usefixtures("_crowd")
def test_in_a_crowd_whose_kin_a_third_is_said_to_be_may_be_a_slip(owner: str, kind: tuple[str, ...]) -> None:
    whose = owner.removesuffix("'s")
    rest = owner.removeprefix(whose)
    made = tale(f'{CROWD}{BOTH}<dot>cam:"{{ben:Ben}} is {{ann:{whose}}}{rest} brother.">')
    start = made.text.index(f"{owner} brother")
    owner_at = next(i for i, n in enumerate(made.named) if n[0] == start)
    made.named.append((start, start + len(f"{owner} brother"), "ben", owner_at))
    made.unlinked.add("nobody")
    made.clause(f"Ben is {owner} brother", "be", "Ben", complement=f"{owner} brother", verb="is", tense="present")
    assert kinds(made) == kind


@pytest.mark.parametrize(("role", "kind"), [("landlady", "acquaintance"), ("lodger", "acquaintance"), ("boss", "work")])
def test_who_lets_rooms_is_no_boss(role: str, kind: str) -> None:
    assert kinds(tale(f"{BOTH}{{ann:{{ben:Ben}}'s {role}}} came in.")) == (kind,)


@pytest.mark.parametrize(
    ("who", "sure", "dies"),
    [
        ("The poor clerk", 0.9, True),
        ("The poor clerk", 0.7, False),
        ("He", 0.9, True),
        ("He", 0.7, False),
        ("Ben was ill. He", 0.7, True),
    ],
)
@pytest.mark.usefixtures("_crowd")
def test_in_a_crowd_it_is_known_who_has_died(who: str, sure: float, dies: bool) -> None:
    before, subject = who.split(". ") if ". " in who else ("", who)
    named = f"{{ben:Ben}}{before.removeprefix('Ben')}. " if before else ""
    kin = "{ben:{ann:Ann}'s brother} came. It rained on all of them for a week."
    made = tale(f"{CROWD}{BOTH}{kin}|{named}{{ben:{subject}}} died in May.")
    made.sure[subject] = sure
    made.clause(f"{subject} died in May", "die", subject, verb="died")
    assert (types(made) == ["die"]) is dies


@pytest.mark.parametrize(
    ("said", "heated"),
    [("Go to hell!", True), ("Did you really say, ‘Go to hell!’?", False), ("Well, go to hell!", True)],
)
def test_what_is_only_cited_is_no_quarrel(said: str, heated: bool) -> None:
    made = tale(f'{BOTH}<ann>ben:"{said}"> <ben>ann:"You never listen to me!">')
    start = made.text.lower().index("go to hell")
    assert (any(e.start == start for r in made.relationships() for e in r.events)) is heated


@pytest.mark.parametrize(
    ("said", "heated"), [("You can't leave me here!", True), ("You can't imagine how cold it was here!", False)]
)
def test_to_tell_how_it_was_is_no_quarrel(said: str, heated: bool) -> None:
    made = tale(f'{BOTH}<ann>ben:"{said}"> <ben>ann:"You never listen to me, no!"> <ben>ann:"How dare you!">')
    start = made.text.index(said)
    assert (any(e.start == start for r in made.relationships() for e in r.events)) is heated


@pytest.mark.parametrize(("crowd", "kind"), [(1000, ("romance",)), (1, ())])
def test_who_hears_of_a_marriage_is_not_married_to_who_tells(
    crowd: int, kind: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unspoken.stages.cast.relations.CROWD", crowd)
    made = tale(f'{CROWD}{BOTH}<ann>ben:"We were married young.">')
    made.clause("We were married young", "marry", "We", passive=True, verb="were", quotation="q0")
    assert kinds(made) == kind
