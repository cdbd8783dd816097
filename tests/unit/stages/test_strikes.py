"""What a correction calls wrong is gone, with all that follows from it and with nothing else; names are shown anew."""

from __future__ import annotations

from pathlib import Path

import pytest

import unspoken
from unspoken.story import Story

MILL = """Judith waited for the ferry with Wren on the cold side of the harbour.

"You are late," said Wren.

"I was with the pilot," said Judith. She looked at the water.

Wren was angry with Judith. He turned his back to her.

***

The next morning Wren met Judith at the mill. Wren loved Judith, but Judith believed that Wren despised her.

"Good morning," said Judith.

"Good morning," said Wren. He kissed Judith, and she wept.

***

A week later Wren was angry with Judith again. "You never listen," said Wren.

"I do listen," said Judith.
"""


def read(folder: Path, corrections: str, text: str = MILL) -> Story:
    (folder / "mill.txt").write_text(text, encoding="utf-8")
    (folder / "mill.unspoken.toml").write_text(corrections, encoding="utf-8")
    return unspoken.read(folder / "mill.txt")


def wrong(claim: str, passage: str = "", **fields: str) -> str:
    given = {"claim": claim, "passage": passage, **fields}
    return "[[wrong]]\n" + "".join(f"{k} = '{v}'\n" for k, v in given.items() if v)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return read(tmp_path_factory.mktemp("plain"), "")


def words(story: Story, record: object) -> str:
    return story.text[record.start : record.end]  # type: ignore[attr-defined]


def felt(story: Story) -> list[str]:
    name = {c.id: c.name for c in story.characters}
    return [f"{name.get(f.experiencer or '')} {f.emotion}: {words(story, f)}" for f in story.feelings]


def kinds(story: Story) -> tuple[str, ...]:
    return next((r.kinds for r in story.relationships), ())


def test_a_feeling_is_struck_and_what_follows_from_it(plain: Story, tmp_path: Path) -> None:
    assert "Wren love: loved" in felt(plain)
    assert [a.emotion for a in plain.attitudes] == ["love"]
    assert [g for g in plain.gaps if "loved" in plain.text[g.truth.start : g.truth.end]]
    story = read(tmp_path, wrong("feelings", "Wren loved Judith", who="Wren"))
    assert felt(story) == [f for f in felt(plain) if f != "Wren love: loved"]
    assert story.attitudes == ()
    assert not [g for g in story.gaps if "loved" in story.text[g.truth.start : g.truth.end]]
    assert story.source.warnings == ()


def test_only_the_feelings_of_those_who_are_named_go(tmp_path: Path) -> None:
    both = "Wren loved Judith and Judith hated Wren"
    text = MILL.replace("Wren loved Judith", both)
    before = felt(read(tmp_path, "", text))
    less = felt(read(tmp_path, wrong("feelings", both, who="Judith"), text))
    assert [f for f in before if f not in less] == ["Judith anger: hated"]


def test_without_a_passage_all_between_two_people_goes(plain: Story, tmp_path: Path) -> None:
    story = read(tmp_path, wrong("feelings", who="Wren", about="Judith", kind="anger"))
    assert [f for f in felt(plain) if f not in felt(story)] == ["Wren anger: angry"] * 2


def test_a_belief_is_struck_and_the_gap_that_it_opens(plain: Story, tmp_path: Path) -> None:
    assert [b for b in plain.beliefs if "believed" in words(plain, b)]
    assert [g for g in plain.gaps if g.type == "misbelief"]
    story = read(tmp_path, wrong("beliefs", "Judith believed that Wren despised her", who="Judith", about="Wren"))
    assert not [b for b in story.beliefs if "believed" in words(story, b)]
    assert not [g for g in story.gaps if g.type == "misbelief"]
    assert felt(story) == felt(plain)
    assert story.source.warnings == ()


def test_a_gap_is_struck_and_its_belief_stays(plain: Story, tmp_path: Path) -> None:
    gap = plain.gaps[0]
    truth = " ".join(plain.text[gap.truth.start : gap.truth.end].split())
    story = read(tmp_path, wrong("gaps", truth))
    assert [g.truth for g in story.gaps] == [g.truth for g in plain.gaps if g.truth != gap.truth]
    assert story.beliefs == plain.beliefs


def test_what_happened_is_struck_with_its_words(plain: Story, tmp_path: Path) -> None:
    def kissed(story: Story) -> tuple[int, int]:
        told = [e for r in story.relationships for e in r.events if e.type == "kiss"]
        return len(told), sum(e.lemma == "kiss" for e in story.events)

    assert kissed(plain) == (1, 1)
    assert kissed(read(tmp_path, wrong("relationships", "He kissed Judith"))) == (0, 1)
    assert kissed(read(tmp_path, wrong("events", "He kissed Judith"))) == (1, 0)


def test_two_are_no_lovers_whatever_the_words(plain: Story, tmp_path: Path) -> None:
    assert "romance" in kinds(plain)
    for who, about in (("Wren", "Judith"), ("Judith", "Wren")):
        story = read(tmp_path, wrong("relationships", who=who, about=about, kind="romance"))
        assert "romance" not in kinds(story)
        assert story.source.warnings == ()
    assert read(tmp_path, wrong("relationships", who="Wren", about="Judith")).relationships == ()


def test_an_attitude_is_struck_and_the_feelings_stay(plain: Story, tmp_path: Path) -> None:
    assert plain.attitudes
    story = read(tmp_path, wrong("attitudes", who="Wren", about="Judith"))
    assert not story.attitudes
    assert story.feelings == plain.feelings


@pytest.mark.parametrize(
    ("correction", "message"),
    [
        (wrong("feelings", "Wren sang"), "there is no such passage"),
        (wrong("feelings", "Good morning"), "there 2 times; add a few words before it as 'after'"),
        (wrong("feelings", "Wren loved Judith", who="Bob"), "nobody is called 'Bob' here"),
        (wrong("feelings", "waited for the ferry"), "nothing of that kind is claimed there"),
        (wrong("feelings", "Wren loved Judith", kind="jealousy"), "nothing of that kind is claimed there"),
        (wrong("relationships", "waited for the ferry"), "nothing of that kind is claimed there"),
        (wrong("gaps", who="Judith", about="Judith"), "nothing of that kind is claimed there"),
        ("[[called]]\nname = 'Bob'\nas = 'Robert'\n", "nobody is called 'Bob' here"),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(
    plain: Story, tmp_path: Path, correction: str, message: str
) -> None:
    story = read(tmp_path, correction)
    assert len(story.source.warnings) == 1
    assert message in story.source.warnings[0]
    assert (story.feelings, story.relationships, story.gaps) == (plain.feelings, plain.relationships, plain.gaps)


def test_a_character_is_shown_under_another_name(plain: Story, tmp_path: Path) -> None:
    story = read(tmp_path, "[[called]]\nname = 'Wren'\nas = 'Tom Wren of the Mill'\n")
    renamed = next(c for c in story.characters if c.name == "Tom Wren of the Mill")
    assert renamed.aliases[0] == "Wren"
    assert renamed.mentions == next(c for c in plain.characters if c.name == "Wren").mentions
    assert (story.feelings, story.relationships) == (plain.feelings, plain.relationships)


def test_the_new_name_may_be_used_in_other_corrections(tmp_path: Path) -> None:
    called = "[[called]]\nname = 'Wren'\nas = 'Tom'\n"
    again = "[[called]]\nname = 'Tom'\nas = 'Thomas'\n"
    said = "[[speaker]]\nquotation = 'You never listen'\nwho = 'Tom'\n"
    story = read(tmp_path, called + again + said + wrong("feelings", "Wren loved Judith", who="Thomas"))
    assert story.source.warnings == ()
    assert "Thomas" in {c.name for c in story.characters}
    assert "Thomas love: loved" not in felt(story)
