"""Words that seem to tell of a heart and mean something else; each beside what is meant so."""

from __future__ import annotations

import re

import pytest

from tests.unit.stages.statements.stated import CROWD, stated
from unspoken.stages.statements.claims.couples import ALIKE, UNTOLD
from unspoken.stages.statements.claims.wordings import NOT_A_BIT
from unspoken.stages.statements.held.conduct import ASKS
from unspoken.stages.statements.held.narrated import PASSION
from unspoken.stages.statements.held.plain import PARTED
from unspoken.stages.statements.held.sensed import BEHIND
from unspoken.stages.statements.held.supposing import FOR
from unspoken.stages.statements.unmeant import _rules


@pytest.mark.parametrize(
    ("unmeant", "meant"),
    [
        ("You took me in the parlour.", "You took me in when nobody would."),
        ("You saved me the trouble.", "You saved me."),
        ("You led me along by the hand.", "You led me on."),
        ("In what has Bram wronged you?", "Bram wronged you."),
        ("I wish you all good-night.", "I wish you well."),
        ("You ran away from me.", "You ran in terror from me."),
        ("I would not have your heart.", "I have your heart."),
        ("Lord bless you.", "I love you."),
        ("You feel it when the wind blows.", "You do not care."),
        ("You'd think Bram was stupid.", "I think Bram hates you."),
        ("Were you to argue, object, and annoy me for a year, I would stay.", "You annoy me."),
    ],
)
def test_what_is_said_in_another_sense_tells_of_no_heart(unmeant: str, meant: str) -> None:
    def hearts(said: str) -> set[str]:
        found = stated(f"“{said}” said Hester to Amos.", "Bram nodded.\n\n")
        return {s for s in found if " feels " in s or " attitude " in s}

    assert hearts(unmeant) == set()
    assert hearts(meant) != set()


def test_what_is_done_to_somebody_is_no_heart_of_another() -> None:
    found = stated("“I am astonished you found it,” said Hester to Amos.", "Bram nodded.\n\n")
    assert not any(" feels Amos" in s for s in found)


def test_what_is_joined_on_to_what_only_would_be_is_not_told() -> None:
    before = "Bram nodded.\n\n"
    assert stated("Amos would have seized her hand and told Hester that he loved her.", before) == set()
    assert stated("Amos seized her hand and told Hester that he loved her.", before) != set()


@pytest.mark.parametrize(("both", "told"), [("both ", False), ("", True)])
def test_two_who_are_both_married_are_not_married_to_each_other(both: str, told: bool) -> None:
    found = stated(f"Hester knew that Bram and Clara were {both}married.", "Bram nodded. Clara left.\n\n")
    assert any(" status " in s for s in found) is told


def test_nobody_hopes_to_be_disliked() -> None:
    said = "“I hope that you {} me,” said Hester to Amos."
    assert not any("stance" in s for s in stated(said.format("hate")))
    assert any("stance" in s for s in stated(said.format("love")))


def test_in_what_tone_somebody_speaks_is_no_love() -> None:
    came = "I came in with Bram. I sat down by the stove, and I was tired. "
    assert not stated(f"{came}“Stay,” cried Amos to me lovingly.", CROWD)
    assert stated(f"{came}Amos had always loved me.", CROWD)


@pytest.mark.parametrize("cue", [" ", ",” said Amos, “"])
def test_whom_one_cannot_bear_to_do_something_one_can_bear(cue: str) -> None:
    asked = f"“I cannot abide Hester{cue}{{}} be left out.”"
    assert not any("attitude Amos" in s for s in stated(asked.format("to")))
    assert any("attitude Amos Hester" in s for s in stated("“I cannot abide Hester,” said Amos, “and never could.”"))


def test_what_stands_before_a_colon_is_not_what_is_known_behind_it() -> None:
    found = stated("Amos was proud: Hester knew that he hated Bram.", CROWD)
    assert found == {"think Hester + attitude Amos Bram"}


@pytest.mark.parametrize("aside", ["wicked as Amos was", "such as he was"])
def test_as_somebody_was_is_nobodys_belief(aside: str) -> None:
    assert not any(s.startswith("think Amos") for s in stated(f"Bram hated Hester, {aside}.", "Bram nodded.\n\n"))


def test_who_supposes_in_the_narration_is_not_who_is_named_in_the_speech_beside_it() -> None:
    text = "“Where is Clara?” Hester asked, supposing Amos hated Bram."
    assert not any(s.startswith("think Clara") for s in stated(text, "Bram nodded. Clara left.\n\n"))


@pytest.mark.parametrize(
    "words", ["Much you care", "A fat lot he cares", "Little did she care", "Not a bit did he care"]
)
def test_what_is_said_in_irony_is_denied(words: str) -> None:
    assert NOT_A_BIT.match(words)


def test_much_else_is_no_irony() -> None:
    assert not NOT_A_BIT.match("Much as I care for you")


@pytest.mark.parametrize(
    ("unmeant", "meant"),
    [
        ("I'm afraid you thought I never was coming.", "You thought I never was coming."),
        ("Was it because you thought I had gone?", "You thought I had gone."),
        ("I dare say Bram would envy you.", "I dare say Bram envies you."),
        ("I expect it was me.", "It was me who lied to you."),
    ],
)
def test_courtesies_guesses_and_what_only_would_be_are_not_meant(unmeant: str, meant: str) -> None:
    assert stated(f"“{unmeant}” said Hester to Amos.", "Bram nodded.\n\n") == set()
    assert stated(f"“{meant}” said Hester to Amos.", "Bram nodded.\n\n") != set()


def test_who_asks_why_it_is_not_told_knows_it() -> None:
    found = stated("“Why don't you tell me you love Bram?” said Hester to Amos.", "Bram nodded.\n\n")
    assert not any(s.startswith("ignorant") for s in found)


@pytest.mark.parametrize(
    ("pattern", "unmeant", "meant"),
    [
        (PASSION, "passion completely taking the upper hand", None),
        (BEHIND, "the man, whom I had seen", "the man and his anger"),
        (UNTOLD, "his desire of being ", "he was "),
        (ALIKE, "Ann and May are both married", "Ann and Tom are married"),
        (ASKS, "In what has ", "Why has "),
    ],
)
def test_words_around_a_claim(pattern: re.Pattern[str], unmeant: str, meant: str | None) -> None:
    assert pattern.search(unmeant)
    assert meant is None or not pattern.search(meant)


def test_ready_for_something_does_not_wait_for_it() -> None:
    assert FOR.match(" there for his things")
    assert not FOR.match(" ready for the sea")


def test_passion_for_somebody_is_love() -> None:
    assert not PASSION.match("passion for her")


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("belief", "Tell him "),
        ("heart", "I wonder how you would like"),
        ("belief", "you would be puzzled to find a better"),
        ("heart", "she had forgotten all about him"),
        ("heart", "She did not forget him"),
        ("ignorance", "she had not heard anything to her advantage"),
    ],
)
def test_rows_of_what_is_not_meant(of: str, words: str) -> None:
    assert any(rule.of == of and rule.pattern.search(words) for rule in _rules())


@pytest.mark.parametrize("words", ["you have forgotten me", "You will forget me", "Have you forgotten us?"])
def test_to_be_forgotten_is_to_be_loved_no_more(words: str) -> None:
    assert not any(rule.of == "heart" and rule.pattern.search(words) for rule in _rules())


def test_what_is_taken_up_in_a_novel_is_said_outright() -> None:
    told = "Amos hoped for rest. Hester noticed this."
    assert not any(s.startswith("think Hester") for s in stated(told, CROWD))


def test_what_follows_a_thought_behind_a_dash_is_no_part_of_it() -> None:
    assert any(s.startswith("think Hester") for s in stated("Hester concluded that Amos hated Bram.", CROWD))
    apart = stated("Hester concluded by leaving--it was late--and so Amos hated Bram.", CROWD)
    assert not any(s.startswith("think Hester") for s in apart)
    assert PARTED.search(" by throwing me--I often served")
    assert PARTED.search(" what time it is, and so there is nothing")
    assert not PARTED.search(" she worked hard, ")
