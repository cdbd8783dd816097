"""People, relationships and misunderstandings of two drafts."""

from __future__ import annotations

from msgspec.structs import replace

from tests.stories.wrong_door import CHARACTERS, GAPS, IVO, JUNE, NELL, QUOTES, RELATIONSHIPS, TEXT, bare, story
from tests.unit.views.comparison.drafts import changed, other
from unspoken.views.comparison import compare


def test_of_a_story_and_itself_nothing_changed() -> None:
    found = compare(story(), story())
    assert found.nothing
    assert found.same_text
    assert compare(bare(), bare("Snow fell.")).same_text is False


def test_who_is_only_in_one_draft_is_new_or_gone() -> None:
    fewer = other(characters=CHARACTERS[:3])
    (gone,) = compare(story(), fewer).cast
    assert (gone.change, gone.old, gone.new, gone.old_name) == ("gone", "okafor", None, "Mr Okafor")
    (come,) = compare(fewer, story()).cast
    assert (come.change, come.new_name) == ("new", "Mr Okafor")
    assert [p.draft for p in come.passages] == ["new"]
    assert "Okafor" in come.passages[0].words


def test_who_is_called_otherwise_is_known_by_what_is_said_of_them() -> None:
    (nell, *rest) = CHARACTERS
    (change,) = changed(characters=(replace(nell, name="Petronella"), *rest)).cast
    assert (change.change, change.old, change.new) == ("renamed", NELL, NELL)
    assert (change.old_name, change.new_name) == ("Nell", "Petronella")


def test_who_has_no_name_is_not_called_otherwise() -> None:
    nell, *rest = CHARACTERS
    nameless = replace(nell, mentions=tuple(replace(m, form="nominal") for m in nell.mentions))
    assert changed(characters=(replace(nameless, name="every listener"), *rest)).cast == ()


def test_a_name_that_was_an_alias_is_no_new_name() -> None:
    (nell, *rest) = CHARACTERS
    before = other(characters=(replace(nell, aliases=("Petronella",)), *rest))
    after = other(characters=(replace(nell, name="Petronella", aliases=("Nell",)), *rest))
    assert compare(before, after).cast == ()


def test_two_who_change_places_are_told_by_their_names_in_the_text() -> None:
    (nell, ivo, *rest) = CHARACTERS
    swapped = (replace(nell, id=IVO), replace(ivo, id=NELL), *rest)
    assert {c.change for c in changed(characters=swapped).cast} == {"speech"}  # the quotations kept their ids
    assert {(c.old, c.new) for c in changed(characters=swapped).cast} == {(NELL, IVO), (IVO, NELL)}


def test_who_speaks_clearly_more_or_less() -> None:
    silent = tuple(q for q in QUOTES if q.speaker != JUNE)
    found = {c.new: c for c in changed(quotes=silent).cast}
    assert {c.change for c in found.values()} == {"speech"}
    assert found[JUNE].new_share == 0
    assert found[JUNE].old_share is not None
    assert found[JUNE].old_share > 0.1
    assert found[JUNE].passages[0].draft == "old"
    assert "umbrella" in found[JUNE].passages[0].words


def test_a_relationship_comes_goes_changes_its_kind_and_its_end() -> None:
    first, second, third = RELATIONSHIPS
    (gone,) = changed(relationships=(first, second)).relationships
    assert (gone.change, gone.old, gone.people, gone.before) == ("gone", "r3", ("Nell", "June"), "friendship")
    (new,) = compare(other(relationships=(first, second)), story()).relationships
    assert (new.change, new.new, new.after) == ("new", "r3", "friendship")
    (kind,) = changed(relationships=(replace(first, kinds=("friendship", "romance")), second, third)).relationships
    assert (kind.change, kind.before, kind.after) == ("kind", "romance", "friendship")
    (end,) = changed(relationships=(replace(first, timeline=first.timeline[:4]), second, third)).relationships
    assert (end.change, end.before, end.after) == ("status", "together", "broken_up")
    assert [p.draft for p in end.passages] == ["old", "new"]
    assert end.passages[1].words == "Then the door closed"
    turned = replace(first, id="r9", pair=(IVO, NELL))
    assert changed(relationships=(turned, second, third)).nothing


def test_a_misunderstanding_comes_goes_closes_and_no_longer_closes() -> None:
    first, second, third = GAPS
    (gone,) = changed(gaps=(first, third)).misunderstandings
    assert (gone.change, gone.old, gone.new, gone.holder, gone.about) == ("gone", "g2", None, "Ivo", "Nell")
    (new,) = compare(other(gaps=(first, third)), story()).misunderstandings
    assert (new.change, new.new) == ("new", "g2")
    opened = replace(first, closes_scene=None, closed_by=None)
    (opens,) = changed(gaps=(opened, second, third)).misunderstandings
    assert (opens.change, opens.old, opens.new) == ("no_longer_closes", "g1", "g1")
    assert opens.passages[0].draft == "old"
    (closes,) = compare(other(gaps=(opened, second, third)), story()).misunderstandings
    assert closes.change == "closes"
    assert [p.draft for p in closes.passages] == ["new", "new"]
    assert all(TEXT[p.start : p.end] == p.words for p in closes.passages)


def test_ids_of_misunderstandings_mean_nothing() -> None:
    first, second, third = GAPS
    assert changed(gaps=(replace(third, id="g1"), replace(second, id="g3"), replace(first, id="g2"))).nothing


def test_a_misunderstanding_whose_truth_is_told_in_other_words_is_the_same() -> None:
    first, second, third = GAPS
    assert first.belief
    elsewhere = replace(first, truth=second.truth)
    assert changed(gaps=(elsewhere, second, third)).nothing
    assert {c.change for c in changed(gaps=(replace(first, holder=JUNE), second, third)).misunderstandings} == {
        "new",
        "gone",
    }
