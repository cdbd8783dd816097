"""TEI that is valid, that holds every word, and whose pointers lead somewhere."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import unspoken
from tests.stories.wrong_door import bare, story
from tests.unit.exports.tei.schema import faults
from unspoken.exports.tei import export, tei
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.documents import StoryDocument
from unspoken.layers.entities import Entity, Place
from unspoken.layers.provenance import Model, Provenance
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene, SceneTime
from unspoken.layers.source import LeftOut
from unspoken.layers.spans import Chapter, Span
from unspoken.story import Story

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTING = ("who", "toWhom", "ref", "ana", "next", "prev", "corresp", "mutual", "active", "passive")


def parsed(of: Story) -> etree._Element:
    return etree.fromstring(tei(of))


def words_of(root: etree._Element) -> list[str]:
    blocks = root.iterfind("t:text/t:body//*", NS)
    return ["".join(b.itertext()) for b in blocks if etree.QName(b).localname in ("p", "head")]


def test_a_whole_story_is_valid_and_is_one_file() -> None:
    made = export(story(), "wrong-door")
    assert list(made) == ["wrong-door.tei.xml"]
    assert faults(made["wrong-door.tei.xml"]) == []


def test_but_for_to_whom_it_is_valid_against_the_schema_as_published() -> None:
    assert faults(re.sub(rb' toWhom="[^"]*"', b"", tei(story())), to_whom=False) == []


@pytest.mark.parametrize("wrong", [b"<titel/>", b"<said><div/></said>", b"<persName><said/></persName>", b"<p/>"])
def test_the_schema_refuses_what_tei_does_not_allow(wrong: bytes) -> None:
    assert faults(tei(story()).replace(b"<head>One</head>", b"<p>" + wrong + b"</p>"))


def test_every_word_of_every_paragraph_is_there_in_order() -> None:
    whole = story()
    assert words_of(parsed(whole)) == [whole.text[p.start : p.end] for p in whole.paragraphs]


def test_names_are_unique_and_pointers_lead_somewhere() -> None:
    root = parsed(story())
    names = [e.get(ID) for e in root.iter(etree.Element) if e.get(ID)]
    assert len(names) == len(set(names))
    told = {p for e in root.iter(etree.Element) for key in POINTING for p in (e.get(key) or "").split()}
    assert len(told) > 40
    assert {p.removeprefix("#") for p in told} <= set(names)


def test_who_speaks_to_whom_and_pieces_of_a_quotation_are_chained() -> None:
    root = parsed(story())
    first = root.find(".//t:said[@who='#ivo'][@toWhom='#nell']", NS)
    assert first is not None
    second = root.find(f".//t:said[@prev='#{first.get(ID)}']", NS)
    assert first.text == "“I have said it.”"
    assert second is not None
    assert (first.get("aloud"), first.get("next")) == ("true", f"#{second.get(ID)}")
    assert "".join(second.itertext()) == "“The boat goes at six. They need an answer, Nell.”"


def test_thoughts_are_not_aloud_and_an_unknown_speaker_is_left_out() -> None:
    quotes = tuple(msgspec.structs.replace(q, kind="thought", speaker=None, addressees=()) for q in story().quotes)
    made = tei(msgspec.structs.replace(story(), quotes=quotes))
    said = etree.fromstring(made).findall(".//t:said", NS)
    assert {(s.get("aloud"), s.get("who"), s.get("toWhom")) for s in said} == {("false", None, None)}


def test_a_quotation_over_paragraphs_has_a_piece_in_each() -> None:
    text = "“It rained.\n\n“It snowed.”"
    quote = Quote("q1", 0, len(text), (Span(0, len(text)),), "speech", None, (), None, "implicit", 0.5)
    odd = msgspec.structs.replace(bare(text), paragraphs=(Span(0, 11), Span(13, 25)), quotes=(quote,))
    assert [s.text for s in parsed(odd).iterfind(".//t:p/t:said", NS)] == ["“It rained.", "“It snowed.”"]
    assert faults(tei(odd)) == []


def test_people_have_their_names_and_sex_only_by_known_pronouns() -> None:
    root = parsed(story())
    ivo = root.find(".//t:person[@xml:id='ivo']", {**NS, "xml": "http://www.w3.org/XML/1998/namespace"})
    assert ivo is not None
    assert [n.text for n in ivo.findall("t:persName", NS)] == ["Ivo", "her brother"]
    assert [s.get("value") for s in ivo.findall("t:sex", NS)] == ["M"]
    unknown = tuple(msgspec.structs.replace(c, pronouns=None) for c in story().characters)
    assert parsed(msgspec.structs.replace(story(), characters=unknown)).find(".//t:sex", NS) is None


def test_relations_are_mutual_by_kind_and_one_way_by_role() -> None:
    relations = parsed(story()).findall(".//t:relation", NS)
    told = {(r.get("name"), r.get("mutual"), r.get("active"), r.get("passive")) for r in relations}
    assert ("romance", "#nell #ivo", None, None) in told
    assert ("sister", None, "#june", "#ivo") in told


def test_letters_float_with_who_wrote_them() -> None:
    root = parsed(story())
    letter = root.find(".//t:floatingText[@type='letter']", NS)
    assert letter is not None
    assert len(letter.findall("t:body/t:p", NS)) == 3
    sent = root.find(f".//t:correspDesc[@corresp='#{letter.get(ID)}']/t:correspAction[@type='sent']/t:persName", NS)
    assert sent is not None
    assert sent.get("ref") == "#ivo"


def test_a_letter_inside_a_paragraph_is_marked_there() -> None:
    text = "He wrote: come soon. She did."
    letter = StoryDocument("d1", "note", 10, 20, None, None, (), 0.5)
    odd = msgspec.structs.replace(bare(text), paragraphs=(Span(0, len(text)),), documents=(letter,))
    assert [q.text for q in parsed(odd).iterfind(".//t:p/t:q[@type='written']", NS)] == ["come soon."]


def test_each_finding_stands_once_and_the_text_points_to_it() -> None:
    root = parsed(story())
    found = {i.get(ID): i.text for i in root.iterfind(".//t:interp", NS)}
    assert found["f2"] == "June is angry with Ivo."
    pointed = {p[1:] for s in root.iterfind(".//t:seg", NS) for p in s.get("ana").split()}
    assert pointed == set(found)


def test_what_xml_forbids_becomes_one_sign_each() -> None:
    text = "a\x00b\x0bc\ud800d\ufffe & <e>\r\n]]>"
    odd = msgspec.structs.replace(bare(text), paragraphs=(Span(0, len(text)),))
    assert words_of(parsed(odd)) == ["a\ufffdb\ufffdc\ufffdd\ufffd & <e>\r\n]]>"]


def test_ids_that_are_no_names_in_xml_are_made_so() -> None:
    people = tuple(msgspec.structs.replace(c, id=f"1 {c.id}<") for c in story().characters)
    made = tei(msgspec.structs.replace(story(), characters=people))
    assert faults(made) == []
    assert b'xml:id="person.1"' in made


def test_all_kinds_of_beings_and_sources_are_valid() -> None:
    whole = story()
    kinds = [("group", "they"), ("animal", "it"), ("supernatural", None), ("person", "she")]
    people = tuple(
        msgspec.structs.replace(c, kind=kind, pronouns=pronouns, narrator=kind == "person", aliases=("A", c.name, "A"))
        for c, (kind, pronouns) in zip(whole.characters, kinds, strict=True)
    )
    source = msgspec.structs.replace(
        whole.source, title=None, author=None, language="not a language", left_out=(LeftOut("footer", "THE END"),)
    )
    made_by = Provenance("1.0.dev3+local", (Model("one_pass", "0" * 64),), (), 0.0)
    unnamed = tuple(msgspec.structs.replace(r, kinds=(), role=("second cousin", None)) for r in whole.relationships)
    odd = msgspec.structs.replace(whole, characters=people, source=source, provenance=made_by, relationships=unnamed)
    made = tei(odd)
    assert faults(made) == []
    assert b'<personGrp xml:id="nell">' in made
    assert b'<person xml:id="ivo" role="animal">' in made
    assert b'name="second_cousin" active="#nell" passive="#ivo"' in made
    assert b"<title>wrong-door.txt</title>" in made


def test_a_story_that_was_read_is_valid() -> None:
    read = unspoken.read("“You came,” said Ada, “in spite of the rain.”\n\nBram smiled. He loved her.\n")
    assert faults(tei(read)) == []
    assert words_of(parsed(read)) == [read.text[p.start : p.end] for p in read.paragraphs]


@pytest.mark.parametrize("text", ["", " \n", "Rain fell."])
def test_a_story_in_which_nothing_was_found_is_valid(text: str) -> None:
    assert faults(tei(bare(text))) == []
    assert "".join(words_of(parsed(bare(text)))) == text.strip()


def test_the_same_story_gives_the_same_bytes() -> None:
    assert tei(story()) == tei(msgspec.structs.replace(story()))


PLACES = st.integers(0, 40)
SPANS = st.tuples(PLACES, PLACES).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def tangles(draw: st.DrawFn) -> Story:
    """Words with everything marked anywhere, crossing and nested."""
    text = draw(st.text("ab .“”\n\t\x01é", min_size=40, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(1, 39), max_size=5)) | {0, 40})
    people = draw(st.lists(st.lists(SPANS, max_size=4), max_size=3))
    quotes, stresses, letters = (draw(st.lists(SPANS, max_size=3)) for _ in range(3))
    scenes, towns = draw(st.lists(PLACES, max_size=3, unique=True)), draw(st.lists(SPANS, max_size=3))
    return msgspec.structs.replace(
        bare(text),
        paragraphs=tuple(Span(a, b) for a, b in pairwise(cuts)),
        chapters=(Chapter("ch1", draw(st.sampled_from(["a", "b b", None])), *sorted(draw(st.tuples(PLACES, PLACES)))),),
        emphasis=tuple(stresses),
        characters=tuple(
            Character(f"c{i}", "Ada", ("A",), "person", "she", False, tuple(_mention(m) for m in spans), 0, 40)
            for i, spans in enumerate(people)
        ),
        quotes=tuple(
            Quote(f"q{i}", q.start, q.end, (q,), "speech", "c0", ("c1", "nobody"), None, "turn", 0.5)
            for i, q in enumerate(quotes)
        ),
        documents=tuple(
            StoryDocument(f"d{i}", "letter", d.start, d.end, "c0", None, (), 1) for i, d in enumerate(letters)
        ),
        scenes=tuple(
            Scene(f"s{i}", at, 40, None, "p0", ("c0",), "c0", "third", "past", "linear", SceneTime())
            for i, at in enumerate(sorted(scenes))
        ),
        places=(Place("p0", "town", tuple(towns)),),
        entities=tuple(Entity(f"e{i}", t.start, t.end, "GPE", "PROP", "x", None, 0.5) for i, t in enumerate(towns[:2])),
    )


def _mention(span: Span) -> CharacterMention:
    return CharacterMention(span.start, span.end, "name", 0.5)


@settings(max_examples=60, deadline=None)
@given(tangles())
def test_whatever_is_marked_no_word_is_lost_and_all_is_valid(odd: Story) -> None:
    made = tei(odd)
    assert faults(made) == []
    expected = [odd.text[p.start : p.end].replace("\x01", "\ufffd") for p in odd.paragraphs]
    assert words_of(etree.fromstring(made)) == expected
    named = [e.get(ID) for e in etree.fromstring(made).iter(etree.Element) if e.get(ID)]
    assert len(named) == len(set(named))
