"""The tables: the same columns for every story, offsets that give the words, names beside ids, unknown as None."""

from __future__ import annotations

import pytest

from tests.stories.wrong_door import bare, story
from unspoken.views.tables import TABLES, Cells, cells, tables

PYTHON = {
    "text": str, "integer": int, "number": (int, float), "truth": bool, "texts": tuple, "integers": tuple,
}  # fmt: skip


def rows(made: Cells) -> list[dict[str, object]]:
    return [dict(zip(made, row, strict=True)) for row in zip(*made.values(), strict=True)]


def test_every_table_has_its_columns_whatever_is_in_the_story() -> None:
    full, empty = tables(story()), tables(bare())
    assert list(full) == list(empty) == list(TABLES)
    for name, table in TABLES.items():
        declared = [column.name for column in table.columns]
        assert list(full[name]) == list(empty[name]) == declared
        assert len(set(declared)) == len(declared)
        assert len({len(column) for column in full[name].values()}) == 1
        assert all(column.means for column in table.columns)


@pytest.mark.parametrize("name", TABLES)
def test_values_have_the_type_of_their_column(name: str) -> None:
    made = cells(story(), TABLES[name])
    for column in TABLES[name].columns:
        assert all(v is None or isinstance(v, PYTHON[column.type]) for v in made[column.name]), column.name
        if column.type == "integer":
            assert not any(isinstance(v, bool) for v in made[column.name])


@pytest.mark.parametrize("name", ["chapters", "entities", "places", "characters", "mentions", "quotes", "documents",
                                  "scenes", "events", "feelings", "attitudes", "relationships", "relationship_events",
                                  "beliefs", "gaps"])  # fmt: skip
def test_there_is_a_row_for_each_record(name: str) -> None:
    counts = {
        "mentions": sum(len(c.mentions) for c in story().characters),
        "relationship_events": sum(len(r.events) for r in story().relationships),
    }
    wanted = counts.get(name, len(getattr(story(), name, ())))
    assert len(cells(story(), TABLES[name])["work"]) == wanted


def test_offsets_give_the_words_beside_them() -> None:
    text = story().text
    found = 0
    for name, made in tables(story()).items():
        for row in rows(made):
            if name != "quotes" and "text" in row:
                assert row["text"] == text[row["start"] : row["end"]]  # type: ignore[misc]
            for key in [k.removesuffix("_start") for k in row if k.endswith("_start")]:
                start, end = row[f"{key}_start"], row[f"{key}_end"]
                assert row[key] == (None if start is None else text[start:end])  # type: ignore[misc]
                found += start is not None
    assert found >= 20


def test_names_stand_beside_ids() -> None:
    names = {c.id: c.name for c in story().characters}
    for made in tables(story()).values():
        for row in rows(made):
            for key, value in row.items():
                if f"{key}_name" in row and key not in ("place",):
                    assert row[f"{key}_name"] == names.get(value)  # type: ignore[call-overload]


def test_a_quotation_in_parts_is_one_row_with_its_words_alone() -> None:
    split = rows(cells(story(), TABLES["quotes"]))[1]
    assert split["text"] == "“I have said it.” “The boat goes at six. They need an answer, Nell.”"
    assert split["words"] == 14
    assert len(split["part_starts"]) == len(split["part_ends"]) == 2  # type: ignore[arg-type]
    assert (split["speaker_name"], split["addressee_names"], split["cue"]) == ("Ivo", ("Nell",), None)


def test_what_is_counted_of_a_character() -> None:
    nell, *others = rows(cells(story(), TABLES["characters"]))
    assert (nell["name"], nell["scenes"], nell["quotes"], nell["first_scene"]) == ("Nell", 4, 5, "s1")
    total = sum(float(str(row["share_of_speech"])) for row in (nell, *others))
    assert total == pytest.approx(1)
    silent = bare()
    assert cells(silent, TABLES["characters"])["share_of_speech"] == ()


def test_a_gap_tells_what_was_believed_and_what_is_so() -> None:
    first, _, third = rows(cells(story(), TABLES["gaps"]))
    assert first["believed"] == "Nell understood that he did not love her"
    assert first["truth"] == "I have loved you since the ferry strike"
    assert (third["belief"], third["believed"], third["closes_scene"], third["closed_by"]) == (None,) * 4


def test_a_scene_has_its_number_its_place_and_its_day() -> None:
    third = rows(cells(story(), TABLES["scenes"]))[2]
    assert (third["number"], third["place_name"], third["mode"]) == (3, "the stairs", "analepsis")
    assert (third["days_after_previous"], third["weekday"], third["chapter_title"]) == (-4, "Sunday", "Two")


def test_the_work_is_called_what_it_is_said_to_be_called() -> None:
    assert set(cells(story(), TABLES["quotes"])["work"]) == {"wrong-door.txt"}
    assert set(cells(story(), TABLES["quotes"], "door")["work"]) == {"door"}
