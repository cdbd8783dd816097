"""Words that can mean somebody: their form, owner, gender, and whether they call."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.stages.made import document_with
from unspoken.layers.keys import MENTIONS
from unspoken.layers.mentions import Mention

TAIL = "\n\nThe clock struck, and the rain went on against the glass."


def mentions(text: str) -> dict[str, Mention]:
    document = document_with(text + TAIL, MENTIONS)
    return {document.text[m.start : m.end]: m for m in document[MENTIONS]}


def test_names_take_their_titles_in() -> None:
    found = mentions("The door opened, and Mrs. Thorne came in with Captain Vale.")
    assert found["Mrs. Thorne"].gender == "f"
    assert found["Captain Vale"].form == "name"


def test_a_name_ends_with_its_line() -> None:
    assert "Hester Thorne" not in mentions("They called for Hester\nThorne fell on the floor of the barn.")


def test_an_owned_noun_knows_its_owner() -> None:
    document = document_with("Hester looked at her brother." + TAIL, MENTIONS)
    found = document[MENTIONS]
    brother = next(m for m in found if document.text[m.head_start : m.head_end] == "brother")
    assert brother.owner is not None
    assert document.text[found[brother.owner].start : found[brother.owner].end] == "her"


def test_a_call_is_set_off_and_what_is_spoken_of_is_not() -> None:
    assert mentions("“Come here, Amos,” said Hester.")["Amos"].vocative
    assert not mentions("“I saw Amos here,” said Hester.")["Amos"].vocative


def test_days_months_and_first_words_are_no_names() -> None:
    found = mentions("Nothing came. On Sunday in March nobody called. Perhaps tomorrow.")
    assert not {"Sunday", "March", "Nothing", "Perhaps"} & set(found)


def test_a_month_is_a_name_only_where_no_time_is_meant() -> None:
    assert "June" not in mentions("It was early in June, and he had told Amos so. They met again in June.")
    assert "June" in mentions("He gave the letter to June, and June gave it back. Nobody asked June why.")


def test_kin_at_the_beginning_of_a_sentence_are_somebody() -> None:
    assert mentions("Mum is banging the pans, and nobody speaks.")["Mum"].gender == "f"
    assert "Granny" in mentions("He was not sorry that Granny was gone.")
    assert "that Granny" not in mentions("He was not sorry that Granny was gone.")


def test_a_name_that_begins_a_sentence_once_is_one_where_the_network_sees_a_person() -> None:
    assert mentions("Wade had told her about the fever twice.")["Wade"].form == "name"
    assert "Wade" in mentions("Poor Wade had told her about the fever.")


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("Hester Amos's his her “”’,.!\n"), max_size=120))
def test_mentions_lie_in_the_text_in_order_with_their_heads_inside(text: str) -> None:
    document = document_with("Once. " + text, MENTIONS)
    heads = [m.head_start for m in document[MENTIONS]]
    assert heads == sorted(heads)
    for m in document[MENTIONS]:
        assert 0 <= m.start <= m.head_start < m.head_end <= m.end <= len(document.text)
        assert m.owner is None or 0 <= m.owner < len(document[MENTIONS])


def test_weekdays_are_no_names_in_the_plural_either() -> None:
    assert "Sundays" not in mentions("Nothing frightened Hester so much as that word, Sundays, with nobody in it.")


def test_a_common_word_that_begins_a_sentence_once_is_no_name() -> None:
    assert "Mist" not in mentions("Mist stood on the water. Hester took the oars, and nobody spoke.")


def test_a_noun_that_may_be_a_thing_is_somebody_only_where_the_network_sees_one() -> None:
    assert "one page" not in mentions("It was a plain notebook, with one page turned down at the corner.")
    assert "the guide" in mentions("The three of them followed the guide up the path, and he never looked back.")


def test_a_noun_that_no_list_holds_tells_its_gender_by_its_end() -> None:
    assert mentions("The boat came in, and the ferrywoman threw Amos a rope.")["the ferrywoman"].gender == "f"


def test_a_cry_is_no_name() -> None:
    found = mentions("“Elp!” he shouted. “Elp!” The dog barked. “Elp!”")
    assert not [m for words, m in found.items() if words == "Elp" and m.form == "name"]


def test_a_phrase_written_as_one_word_is_no_name() -> None:
    found = mentions("He came on Christmas-day with God-knows-what in his hat, and Anne-Marie laughed at Anne-Marie.")
    assert not {"Christmas-day", "God-knows-what"} & set(found)
    assert "Anne-Marie" in found
