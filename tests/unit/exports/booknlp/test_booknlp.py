"""BookNLP's files, read back as programs and notebooks that use them read them."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import unspoken
from tests.stories.wrong_door import bare, story
from tests.unit.exports.booknlp.told import span, told
from unspoken.exports.booknlp import ENTITIES, QUOTES, SUPERSENSE, TOKENS, export
from unspoken.layers.characters import Character, CharacterMention, Form
from unspoken.layers.entities import Entity
from unspoken.layers.events import Event
from unspoken.layers.quotations import Quote
from unspoken.layers.spans import Span
from unspoken.story import Story, TokenColumns

HEADERS = {"tokens": TOKENS, "entities": ENTITIES, "quotes": QUOTES, "supersense": SUPERSENSE}

PRESS = told(
    [
        ("Ada", "PROPN", "Number=Sing", 4, "nsubj"),
        ("and", "CCONJ", "_", 3, "cc"),
        ("Bram", "PROPN", "Number=Sing", 1, "conj"),
        ("loved", "VERB", "Tense=Past|VerbForm=Fin", 0, "root"),
        ("her", "PRON", "Poss=Yes|PronType=Prs", 6, "nmod:poss"),
        ("boat", "NOUN", "Number=Sing", 4, "obj"),
        ("and", "CCONJ", "_", 8, "cc"),
        ("sang", "VERB", "Tense=Past|VerbForm=Fin", 4, "conj"),
    ],
    [
        ("“", "PUNCT", "_", 2, "punct"),
        ("Come", "VERB", "Mood=Imp|VerbForm=Fin", 5, "ccomp"),
        (",", "PUNCT", "_", 2, "punct"),
        ("”", "PUNCT", "_", 2, "punct"),
        ("said", "VERB", "Tense=Past|VerbForm=Fin", 0, "root"),
        ("he", "PRON", "Case=Nom|PronType=Prs", 5, "nsubj"),
        ("to", "ADP", "_", 8, "case"),
        ("her", "PRON", "Case=Acc|PronType=Prs", 5, "obl"),
        ("“", "PUNCT", "_", 10, "punct"),
        ("home", "ADV", "_", 5, "advmod"),
        ("”", "PUNCT", "_", 10, "punct"),
    ],
    [
        ("She", "PRON", "Case=Nom|PronType=Prs", 3, "nsubj"),
        ("was", "AUX", "Person=3|Number=Sing|Tense=Past|VerbForm=Fin", 3, "cop"),
        ("glad", "ADJ", "Degree=Pos", 0, "root"),
    ],
)


def person(of: Story, id: str, name: str, pronouns: Any, found: list[tuple[str, int, Form]], **more: Any) -> Character:
    places = sorted((span(of, words, nth), form) for words, nth, form in found)
    mentions = tuple(CharacterMention(s.start, s.end, form, 0.9) for s, form in places)
    teller = more.get("narrator", False)
    return Character(id, name, (), "person", pronouns, teller, mentions, mentions[0].start, mentions[-1].end)


@pytest.fixture
def press() -> Story:
    people = (
        person(
            PRESS,
            "c0",
            "Ada",
            "she",
            [("Ada", 1, "name"), ("her", 1, "pronoun"), ("her", 2, "pronoun"), ("She", 1, "pronoun")],
        ),
        person(PRESS, "c1", "Bram", "he", [("Bram", 1, "name"), ("he", 2, "pronoun")]),
    )
    parts = (span(PRESS, "“ Come , ”"), span(PRESS, "“ home ”"))
    quote = Quote(
        "q1", parts[0].start, parts[1].end, parts, "speech", "c1", ("c0",), span(PRESS, "said he"), "anaphoric", 0.9
    )
    happened, only_said = span(PRESS, "sang"), span(PRESS, "Come")
    boat = span(PRESS, "her boat")
    return msgspec.structs.replace(
        PRESS,
        characters=people,
        quotes=(quote,),
        events=(
            Event(happened.start, happened.end, "sing", "c0", None, True),
            Event(only_said.start, only_said.end, "come", "c0", None, False),
        ),
        entities=(Entity("e0", boat.start, boat.end, "VEH", "NOM", None, None, 0.9),),
    )


def rows(files: dict[str, bytes], ending: str) -> list[dict[str, str]]:
    """A table as the csv module reads it where quotation marks mean nothing."""
    text = next(data for name, data in files.items() if name.endswith(ending)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def characters(files: dict[str, bytes]) -> list[dict[str, Any]]:
    data = json.loads(next(data for name, data in files.items() if name.endswith(".book")))
    assert list(data) == ["characters"]
    return list(data["characters"])


def done(dependencies: list[dict[str, Any]]) -> Counter[str]:
    """What BookNLP's own notebook makes of a list of agents or patients."""
    counter: Counter[str] = Counter()
    for token in dependencies:
        assert isinstance(token["i"], int)
        counter[token["w"]] += 1
    return counter


def test_there_are_six_files_with_booknlps_columns(press: Story) -> None:
    files = export(press, "press")
    endings = ["tokens", "entities", "quotes", "supersense", "book", "book.html"]
    assert list(files) == [f"press.{ending}" for ending in endings]
    for ending, header in HEADERS.items():
        assert files[f"press.{ending}"].split(b"\n")[0].decode() == "\t".join(header)
    assert files["press.supersense"].count(b"\n") == 1


def test_tokens_are_numbered_through_and_a_root_is_its_own_head(press: Story) -> None:
    tokens = rows(export(press, "press"), ".tokens")
    assert [int(t["token_ID_within_document"]) for t in tokens] == list(range(22))
    assert [int(t["token_ID_within_sentence"]) for t in tokens] == [*range(8), *range(11), *range(3)]
    assert {int(t["sentence_ID"]) for t in tokens[8:19]} == {1} == {int(t["paragraph_ID"]) for t in tokens[8:19]}
    roots = [t for t in tokens if t["dependency_relation"] == "ROOT"]
    assert (
        [t["syntactic_head_ID"] for t in roots] == [t["token_ID_within_document"] for t in roots] == ["3", "12", "21"]
    )
    assert all(press.text[int(t["byte_onset"]) : int(t["byte_offset"])] == t["word"] for t in tokens)
    assert [t["word"] for t in tokens if t["event"] == "EVENT"] == ["sang"]
    assert [t["fine_POS_tag"] for t in tokens[:6]] == ["NNP", "CC", "NNP", "VBD", "PRP$", "NN"]


def test_mentions_of_one_have_one_number_and_ends_are_inclusive(press: Story) -> None:
    found = rows(export(press, "press"), ".entities")
    words = [t["word"] for t in rows(export(press, "press"), ".tokens")]
    for entity in found:
        assert entity["text"] == " ".join(words[int(entity["start_token"]) : int(entity["end_token"]) + 1])
    assert [(e["COREF"], e["prop"], e["cat"], e["text"]) for e in found][:4] == [
        ("1", "PROP", "PER", "Ada"),
        ("2", "PROP", "PER", "Bram"),
        ("1", "PRON", "PER", "her"),
        ("3", "NOM", "VEH", "her boat"),
    ]


def test_a_split_quotation_is_two_rows_beside_the_mention_that_names_its_speaker(press: Story) -> None:
    said = rows(export(press, "press"), ".quotes")
    assert [(q["quote_start"], q["quote_end"], q["quote"]) for q in said] == [
        ("8", "11", "“ Come , ”"),
        ("16", "18", "“ home ”"),
    ]
    assert {(q["mention_start"], q["mention_end"], q["mention_phrase"], q["char_id"]) for q in said} == {
        ("13", "13", "he", "2")
    }


def test_a_speaker_who_is_not_known_is_none(press: Story) -> None:
    quotes = tuple(msgspec.structs.replace(q, speaker=None, cue=None) for q in press.quotes)
    said = rows(export(msgspec.structs.replace(press, quotes=quotes), "press"), ".quotes")
    assert {(q["mention_start"], q["mention_phrase"], q["char_id"]) for q in said} == {("None", "None", "None")}


def test_thoughts_without_quotation_marks_are_no_quotations(press: Story) -> None:
    place = span(press, "glad")
    thought = Quote("q2", place.start, place.end, (place,), "thought", "c0", (), None, "implicit", 0.5)
    files = export(msgspec.structs.replace(press, quotes=(*press.quotes, thought)), "press")
    assert len(rows(files, ".quotes")) == 2


def test_characters_do_and_are_and_have(press: Story) -> None:
    ada, bram = characters(export(press, "press"))
    assert (ada["id"], ada["count"], bram["id"], bram["count"]) == (1, 4, 2, 2)
    assert done(ada["agent"]) == {"loved": 1, "sang": 1}
    assert done(bram["agent"]) == {"loved": 1, "sang": 1, "said": 1}  # "Ada and Bram loved": so did he
    assert (done(ada["poss"]), done(ada["mod"])) == ({"boat": 1}, {"glad": 1})
    assert ada["mentions"] == {
        "proper": [{"c": 1, "n": "Ada"}],
        "common": [],
        "pronoun": [{"c": 2, "n": "her"}, {"c": 1, "n": "She"}],
    }
    assert (ada["g"]["argmax"], ada["g"]["max"], ada["g"]["total"]) == ("she/her", 1.0, 3)
    assert bram["g"]["inference"]["he/him/his"] == 1.0


def test_gender_that_is_not_known_is_null_and_a_narrator_is_number_0(press: Story) -> None:
    people = (msgspec.structs.replace(press.characters[0], pronouns=None, narrator=True), press.characters[1])
    ada, bram = characters(export(msgspec.structs.replace(press, characters=people), "press"))
    assert (ada["id"], ada["g"], bram["id"]) == (0, None, 1)


def test_the_page_names_everybody_and_shows_every_word(press: Story) -> None:
    page = export(press, "press")["press.book.html"].decode()
    assert "4 Ada (1)" in page
    assert '<span class="b">[</span>Bram<span class="b">]</span><sub>2-bram</sub>' in page
    assert "<sub>[2-bram]</sub>" in page


def test_markup_in_a_story_stays_words(press: Story) -> None:
    odd = told([("<script>", "X", "_", 0, "root")])
    page = export(odd, "odd")["odd.book.html"]
    assert b"<script>" not in page
    assert b"&lt;script&gt;" in page


def test_pandas_reads_the_tables() -> None:
    pandas = pytest.importorskip("pandas")
    files = export(story(), "door")
    for ending, header in HEADERS.items():
        frame = pandas.read_csv(io.BytesIO(files[f"door.{ending}"]), sep="\t", quoting=csv.QUOTE_NONE)
        assert tuple(frame.columns) == header
        assert len(frame) == files[f"door.{ending}"].count(b"\n") - 1
    quotes = pandas.read_csv(io.BytesIO(files["door.quotes"]), sep="\t", quoting=csv.QUOTE_NONE)
    assert quotes["char_id"].notna().all()
    assert all(phrase.lower() for phrase in quotes["mention_phrase"])


def test_a_story_that_was_read_has_all_six() -> None:
    read = unspoken.read("“You came,” said Ada, “in spite of the rain.”\n\nBram smiled. He loved her.\n")
    files = export(read, "rain")
    words = [t["word"] for t in rows(files, ".tokens")]
    assert " ".join(words[:5]) == "“ You came , ”"
    ada = next(e["COREF"] for e in rows(files, ".entities") if e["text"] == "Ada")
    assert [(q["mention_phrase"], q["char_id"]) for q in rows(files, ".quotes")] == [("Ada", ada)] * 2
    bram = next(c for c in characters(files) if c["mentions"]["proper"] == [{"c": 1, "n": "Bram"}])
    assert {"smiled", "loved"} == set(done(bram["agent"]))


def test_a_story_without_grammar_leaves_the_columns_empty() -> None:
    tokens = rows(export(story(), "door"), ".tokens")
    assert {(t["POS_tag"], t["fine_POS_tag"], t["dependency_relation"]) for t in tokens} == {("_", "_", "_")}
    assert all(t["syntactic_head_ID"] == t["token_ID_within_document"] for t in tokens)


@given(st.lists(st.text(min_size=1, max_size=3), max_size=8))
def test_whatever_is_in_a_token_every_row_has_all_columns(pieces: list[str]) -> None:
    text, spans = "", list[Span]()
    for piece in pieces:
        spans.append(Span(len(text), len(text) + len(piece)))
        text += piece + "\t"
    columns = TokenColumns(tuple(s.start for s in spans), tuple(s.end for s in spans), tuple(pieces))
    quotes = tuple(
        Quote(f"q{i}", s.start, s.end, (s,), "speech", None, (), None, "turn", 1) for i, s in enumerate(spans)
    )
    files = export(msgspec.structs.replace(bare(text), tokens=columns, quotes=quotes), "odd")
    for ending, header in HEADERS.items():
        lines = files[f"odd.{ending}"].decode().splitlines()
        assert {line.count("\t") for line in lines} == {len(header) - 1}
    assert len(rows(files, ".tokens")) == len(pieces) == len(rows(files, ".quotes"))
