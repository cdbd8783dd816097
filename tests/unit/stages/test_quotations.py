"""What the marks show: speech in every style, and only speech."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.stages.made import document_with
from unspoken.layers.keys import QUOTATIONS

MORE = "\n\nNothing moved. The lamp burned low over the table, and outside the rain went on."


def quotations(text: str) -> list[str]:
    """The words of each quotation, its pieces joined by a stroke."""
    document = document_with(text, QUOTATIONS)
    return [" | ".join(document.text[p.start : p.end] for p in q.parts) for q in document[QUOTATIONS]]


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("「", "」")]
)
def test_every_style_of_marks(opening: str, closing: str) -> None:
    text = f"{opening}Come in,{closing} said Hester.\n\n{opening}I shall not.{closing}{MORE}"
    assert quotations(text) == [f"{opening}Come in,{closing}", f"{opening}I shall not.{closing}"]


def test_a_quotation_that_narration_splits_is_one() -> None:
    text = f"“No,” she said, and turned to the fire. “Never again.”{MORE}"
    assert quotations(text) == ["“No,” | “Never again.”"]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“I will run back.” “Do,” she answered.", ["“I will run back.”", "“Do,”"]),
        ("“Is there no other boat?” he asked, and she shook her head. “No.”", ["“Is there no other boat?”", "“No.”"]),
        ("“You may go,” said Hester. The old ferryman said, “Thank you.”", ["“You may go,”", "“Thank you.”"]),
        ("“It is late,” the old man said. “Then sleep,” I had finally replied.", ["“It is late,”", "“Then sleep,”"]),
        ("“It is a lie,” said Amos. “Nonsense, Amos! Go on.”", ["“It is a lie,”", "“Nonsense, Amos! Go on.”"]),
    ],
)  # fmt: skip
def test_two_people_in_one_paragraph_have_a_quotation_each(paragraph: str, expected: list[str]) -> None:
    assert quotations(f"{paragraph}{MORE}") == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Is it far?” she asked, and after a moment she went on: “Now, tell me.”",
        "“Come in,” said Hester. Then she added, “Yes, at once.”",
        "“It spoils the tale,” said Amos. “I knew an Amos once.”",
        "“It is late,” Hester said; and the girl said nothing. “Very late.”",
    ],
)
def test_one_who_goes_on_has_one_quotation(paragraph: str) -> None:
    assert len(quotations(f"{paragraph}{MORE}")) == 1


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = f"“It began in March, when the ice went out.\n\n“By May we had nothing left to eat.”{MORE}"
    assert quotations(text) == ["“It began in March, when the ice went out. | “By May we had nothing left to eat.”"]


def test_an_open_quotation_ends_with_its_paragraph_where_the_next_does_not_go_on() -> None:
    text = (
        f"“Who is there?” said Hester.\n\n“Only me, he answered.\n\nThe door stood open.\n\n“Come in,” she said.{MORE}"
    )
    assert quotations(text) == ["“Who is there?”", "“Only me, he answered.", "“Come in,”"]


def test_apostrophes_close_nothing() -> None:
    text = (
        f"‘I don’t know,’ said Amos. ‘It’s the boys’ boat, isn’t it?’\n\n‘’Tis theirs, and ’twas their father’s.’{MORE}"
    )
    assert quotations(text) == [
        "‘I don’t know,’ | ‘It’s the boys’ boat, isn’t it?’",
        "‘’Tis theirs, and ’twas their father’s.’",
    ]


def test_words_held_up_are_no_speech() -> None:
    text = (
        f"“Good day,” said Amos.\n\nHe lived in what he called a “cottage” behind the “Crown and Anchor” hotel.{MORE}"
    )
    assert quotations(text) == ["“Good day,”"]


def test_quotations_inside_a_quotation_are_no_items() -> None:
    text = f"“She said ‘never’ and ‘I am going home,’ and shut the door,” he told us.{MORE}"
    assert len(quotations(text)) == 1


def test_dashes_where_nothing_else_marks_speech() -> None:
    lines = ["—Come in, said Hester.", "—I will not.", "—You must.", "—Must I?", "—Yes, he said. And soon."]
    found = quotations("\n\n".join(lines) + MORE)
    assert found[0] == "—Come in,"
    assert found[1:4] == ["—I will not.", "—You must.", "—Must I?"]


@pytest.mark.parametrize("mark", ["_", "*"])
@pytest.mark.parametrize(
    ("told", "thoughts"),
    [
        ("{He will never come back now.} She shut the door.", ["He will never come back now."]),
        ("She shut the door. {He will never come back now.}", ["He will never come back now."]),
        ("She knew that {he will never come back now.}", []),
        ("She was {so very tired of it.}", []),
        ("She read {The Old Curiosity Shop} by the fire.", []),
        ("“Amos, {he will never come back now.} Never,” said Hester.", []),
    ],
)
def test_a_sentence_in_italics_is_a_thought(told: str, thoughts: list[str], mark: str) -> None:
    told = told.replace("{", mark).replace("}", mark)
    document = document_with(f"“Good day,” said Amos.\n\n{told}{MORE}", QUOTATIONS)
    found = document[QUOTATIONS]
    assert found[0].kind == "speech"
    assert [document.text[q.start : q.end].strip(mark) for q in found if q.kind == "thought"] == thoughts


WORDS = st.sampled_from(
    ["“Yes,”", "she said", "”", "“", "‘", "’", '"', "—", "Hester went.", "\n\n", "don’t", " ", "«", "»"]
)


@given(st.lists(WORDS, max_size=40))
def test_pieces_lie_in_order_inside_the_text_and_never_overlap(pieces: list[str]) -> None:
    document = document_with("A beginning. " + " ".join(pieces), QUOTATIONS)
    end = 0
    for quotation in document[QUOTATIONS]:
        assert quotation.start == quotation.parts[0].start
        assert quotation.end == quotation.parts[-1].end
        for part in quotation.parts:
            assert end <= part.start < part.end <= len(document.text)
            end = part.end
