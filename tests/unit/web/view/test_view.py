"""A story as the page wants it."""

from __future__ import annotations

import re

import msgspec

from tests.stories.wrong_door import IVO, NELL, TEXT, at, bare, story
from unspoken.web.view import NAME, view

DATED = ("quotes", "documents", "feelings", "beliefs", "gaps")


def test_it_is_json_and_the_same_each_time() -> None:
    assert msgspec.json.encode(view(story())) == msgspec.json.encode(view(story()))


def test_a_story_in_which_nothing_was_found_has_a_view_too() -> None:
    made = view(bare())
    assert made["text"] == "Rain fell."
    assert not any(made[layer] for layer in (*DATED, "people", "scenes", "relationships", "courses"))


def test_sentences_hold_people_as_marks_and_never_by_name() -> None:
    made = view(story())
    said = [record["said"] for layer in ("feelings", "beliefs", "gaps") for record in made[layer]]
    said += [e["said"] for r in made["relationships"] for e in (*r["events"], *r["attitudes"])]
    said += [d["title"] for d in made["documents"]] + [g["reader"] for g in made["gaps"]]
    assert NAME.format(IVO) in "".join(said)
    ids = {character.id for character in story().characters}
    assert {id for sentence in said for id in re.findall("\ue000(.*?)\ue001", sentence)} <= ids
    assert not any(character.name in sentence for sentence in said for character in story().characters)


def test_every_record_says_from_where_it_is_known_and_never_before_its_own_words_end() -> None:
    made = view(story())
    for layer in DATED:
        for record in made[layer]:
            words = record["truth"] if layer == "gaps" else record
            assert record["known"] >= words["end"], (layer, record)
    for relationship in made["relationships"]:
        for event in relationship["events"]:
            assert event["known"] == event["end"]


def test_mentions_are_columns_in_text_order() -> None:
    columns = view(story())["mentions"]
    assert len({len(column) for column in columns.values()}) == 1
    assert columns["start"] == sorted(columns["start"])
    rows = zip(columns["start"], columns["end"], columns["who"], strict=True)
    assert {TEXT[start:end] for start, end, who in rows if who == NELL} == {"Nell"}


def test_the_people_come_most_important_first_with_where_each_name_is_told() -> None:
    people = view(story())["people"]
    assert [person["id"] for person in people][:2] == [NELL, IVO]
    names = {name["name"]: name["known"] for name in people[1]["names"]}
    assert names == {"Ivo": at("Ivo").end, "her brother": at("her brother").end}


def test_a_kind_that_no_words_date_is_known_at_the_end_alone() -> None:
    made = view(story())
    kinds = {r["id"]: {k["kind"]: k["known"] for k in r["kinds"]} for r in made["relationships"]}
    assert kinds["r1"]["romance"] < at("Then the door closed").end
    assert kinds["r3"]["friendship"] == len(TEXT)


def test_the_network_has_a_row_for_each_change_and_they_come_in_order() -> None:
    network = view(story())["network"]
    for track in (*network["people"], *network["pairs"]):
        scenes = [row[0] for row in track["rows"]]
        assert scenes == sorted(set(scenes))
        assert all(0 <= number < len(story().scenes) for number in scenes)
