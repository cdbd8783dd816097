"""Docs of spaCy: the same text to the last space, one tree a sentence, and everything that the story holds."""

from __future__ import annotations

import sys
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.wrong_door import bare, story
from unspoken.adapters.spacy import NAMES, to_spacy
from unspoken.adapters.spacy.words import cut
from unspoken.errors import MissingLibrary
from unspoken.layers.entities import Entity
from unspoken.layers.spans import Span
from unspoken.story import Story, TokenColumns

spacy = pytest.importorskip("spacy")

TEXT = "  Ada  sang;\n\nshe wept . \n"
PLACES = [(2, 5), (7, 11), (11, 12), (14, 17), (18, 22), (23, 24)]


def grammar(heads: tuple[int, ...] = (1, -1, 1, 4, -1, 4)) -> Story:
    """Two sentences with odd white space around their words."""
    columns = TokenColumns(
        tuple(a for a, _ in PLACES), tuple(b for _, b in PLACES),
        ("Ada", "sing", ";", "she", "weep", "."), ("PROPN", "VERB", "PUNCT", "PRON", "VERB", "ODD"),
        ("Number=Sing", "Tense=Past|VerbForm=Fin", "_", "PronType=Prs", "past", "_"),
        heads, ("nsubj", "root", "punct", "nsubj", "root", "punct"),
    )  # fmt: skip
    return msgspec.structs.replace(bare(TEXT), tokens=columns, sentences=(Span(2, 12), Span(14, 24)), entities=())


def test_the_text_is_kept_and_white_space_is_in_tokens_of_its_own() -> None:
    doc = to_spacy(grammar())
    assert doc.text == TEXT
    assert [t.text for t in doc] == [" ", "Ada", " ", "sang", ";", "\n\n", "she", "wept", ".", "\n"]
    assert [t.pos_ for t in doc if t.is_space] == ["SPACE"] * 4
    assert [t.idx for t in doc if not t.is_space] == [a for a, _ in PLACES]


def test_words_have_their_grammar() -> None:
    doc = to_spacy(grammar())
    ada, sang, wept = doc[1], doc[3], doc[7]
    assert (ada.lemma_, ada.pos_, ada.dep_, ada.head.i) == ("Ada", "PROPN", "nsubj", 3)
    assert (sang.lemma_, sang.dep_, sang.head.i, str(sang.morph)) == ("sing", "ROOT", 3, "Tense=Past|VerbForm=Fin")
    assert doc[8].pos_ == "X"  # spaCy has no part of speech ODD
    assert str(wept.morph) == ""  # what is no feature is left out
    assert [s.root.i for s in doc.sents] == [3, wept.i]
    assert [s.text.strip() for s in doc.sents] == ["Ada  sang;", "she wept ."]


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ((-1, -1, -1, -1, -1, -1), [(0, "ROOT"), (0, "dep"), (0, "dep")]),  # three roots
        ((1, 0, 1, 4, -1, 4), [(0, "ROOT"), (0, "root"), (1, "punct")]),  # a circle, cut open
        ((4, 99, 1, 4, -1, 4), [(0, "ROOT"), (0, "dep"), (1, "punct")]),  # heads elsewhere
    ],
)
def test_a_sentence_is_one_tree_whatever_the_heads(heads: tuple[int, ...], told: list[tuple[int, str]]) -> None:
    doc = to_spacy(grammar(heads))
    words = [t for t in doc if not t.is_space]
    assert [(words.index(t.head), t.dep_) for t in words[:3]] == told
    assert len(list(doc.sents)) == 2


def test_names_in_the_text_are_entities_the_longest_where_they_overlap() -> None:
    entities = (
        Entity("e0", 2, 11, "PER", "PROP", "x", "nell", 0.9),
        Entity("e1", 2, 5, "PER", "PROP", None, None, 0.9),
        Entity("e2", 14, 17, "PER", "PRON", None, None, 0.9),
    )
    doc = to_spacy(msgspec.structs.replace(grammar(), entities=entities))
    assert [(e.text, e.label_, e.kb_id_) for e in doc.ents] == [("Ada  sang", "PER", "nell")]
    assert [(e.text, e.id_) for e in doc.spans["entities"]] == [("Ada  sang", "e0"), ("Ada", "e1"), ("she", "e2")]


def test_quotations_have_their_speaker_and_pieces_their_quotation() -> None:
    doc = to_spacy(story())
    pieces = [q for q in doc.spans["quotes"] if q.id_ == "q2"]
    assert [(q.text, q.label_, q.kb_id_) for q in pieces] == [
        ("“I have said it.”", "Ivo", "ivo"),
        ("“The boat goes at six. They need an answer, Nell.”", "Ivo", "ivo"),
    ]


def test_everything_that_the_story_holds_is_a_group_of_spans() -> None:
    whole = story()
    doc = to_spacy(whole)
    assert len(doc.spans["scenes"]) == len(whole.scenes)
    assert next((f.text, f.label_, f.kb_id_) for f in doc.spans["feelings"]) == ("Her hands shook", "sadness", "nell")
    assert {m.kb_id_ for m in doc.spans["mentions"]} == {c.id for c in whole.characters}
    assert {m.label_ for m in doc.spans["coref_clusters_2"]} == {"Ivo"}
    assert [g.label_ for g in doc.spans["gaps"]] == ["misbelief", "misbelief", "ignorance"]
    assert doc.user_data[NAMES]["okafor"] == "Mr Okafor"


def test_a_doc_goes_through_bytes_into_another_vocabulary() -> None:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    doc = to_spacy(grammar())
    again = Doc(Vocab()).from_bytes(to_spacy(story()).to_bytes())
    assert again.text == story().text
    assert next((q.label_, q.kb_id_, q.id_) for q in again.spans["quotes"]) == ("Nell", "nell", "q1")
    other = Doc(Vocab()).from_bytes(doc.to_bytes())
    assert [(t.text, t.lemma_, t.dep_, t.head.i) for t in other] == [(t.text, t.lemma_, t.dep_, t.head.i) for t in doc]


def test_a_pipeline_may_be_given_to_share_its_words() -> None:
    nlp = spacy.blank("en")
    assert to_spacy(grammar(), nlp).vocab is nlp.vocab


@pytest.mark.parametrize("language", [None, "en-GB", "de", "no-such", "x"])
def test_a_language_that_spacy_does_not_have_is_no_matter(language: str | None) -> None:
    source = msgspec.structs.replace(story().source, language=language)
    assert to_spacy(msgspec.structs.replace(grammar(), source=source)).text == TEXT


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Rain."])
def test_a_story_in_which_nothing_was_found(text: str) -> None:
    doc = to_spacy(msgspec.structs.replace(bare(text), tokens=TokenColumns((), ()), entities=()))
    assert doc.text == text
    assert list(doc.spans["quotes"]) == []


def test_what_is_not_installed_is_named_with_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingLibrary, match=r"pip install 'unspoken\[spacy\]'"):
        to_spacy(story())


@st.composite
def spaced(draw: st.DrawFn) -> Story:
    """Words and odd white space, sentences anywhere, heads anywhere."""
    pieces = draw(st.lists(st.text("ab \n\t\xa0\u2003é.", min_size=1, max_size=4), max_size=10))
    text, places = "", list[tuple[int, int]]()
    for piece in pieces:
        if draw(st.booleans()):
            places.append((len(text), len(text) + len(piece)))
        text += piece + draw(st.sampled_from(["", " ", "  ", "\n\n", " \n "]))
    n = len(places)
    heads = tuple(draw(st.integers(-1, n)) for _ in places)
    columns = TokenColumns(
        tuple(a for a, _ in places), tuple(b for _, b in places), ("l",) * n, ("NOUN",) * n, ("_",) * n, heads,
        ("obj",) * n,
    )  # fmt: skip
    cuts = [*sorted(draw(st.sets(st.integers(0, len(text)), max_size=4))), len(text)]
    sentences = tuple(Span(a, b) for a, b in pairwise(cuts))
    return msgspec.structs.replace(bare(text), tokens=columns, sentences=sentences, entities=())


@settings(deadline=None)
@given(spaced())
def test_no_white_space_is_lost_and_heads_stay_in_their_sentence(odd: Story) -> None:
    doc = to_spacy(odd, _BLANK)
    assert doc.text == odd.text
    words = cut(odd.text, odd.tokens)
    kept = [n for n in words.token if n is not None]
    assert kept == list(range(len(odd.tokens.start)))
    for token, number in zip(doc, words.token, strict=True):
        if number is not None:
            assert (token.idx, token.idx + len(token)) == (odd.tokens.start[number], odd.tokens.end[number])
    if odd.sentences and len(doc):
        for sentence in doc.sents:
            assert len([t for t in sentence if t.head.i == t.i]) == 1
            assert all(sentence.start <= t.head.i < sentence.end for t in sentence)


_BLANK = spacy.blank("xx")
