"""Syntax with the words of a treebank."""

from __future__ import annotations

import numpy as np

from unspoken.corpora.conllu import Sentence
from unspoken.document import Document
from unspoken.evaluation.measures import Rate
from unspoken.evaluation.syntax import compared_syntax, needed, score_syntax, treebank_document
from unspoken.layers.keys import CLAUSES, MENTIONS, QUOTATIONS, SENTENCES, SYNTAX, TOKENS, Layer
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import Stage

BIRDS = Sentence(("Birds", "sing", "."), ("bird", "sing", "."), ("NOUN", "VERB", "PUNCT"), ("_",) * 3, (1, -1, 1),
                 ("nsubj", "root", "punct"))  # fmt: skip
STOP = Sentence(("Stop", "!"), ("stop", "!"), ("VERB", "PUNCT"), ("Mood=Imp", "_"), (-1, 0), ("root", "punct"))


def test_the_document_has_the_words_and_sentences_of_the_treebank() -> None:
    document = treebank_document([BIRDS, STOP])
    assert document.text == "Birds sing . Stop !"
    tokens = document[TOKENS]
    bounds = zip(tokens.start, tokens.end, strict=True)
    assert [document.text[a:b] for a, b in bounds] == ["Birds", "sing", ".", "Stop", "!"]
    assert [document.text[s.start : s.end] for s in document[SENTENCES]] == ["Birds sing .", "Stop !"]


def test_columns_are_compared_word_by_word() -> None:
    syntax = Syntax(
        pos=("NOUN", "NOUN", "PUNCT", "VERB", "PUNCT"),
        feats=("_", "_", "_", "_", "_"),
        head=(1, -1, 0, -1, 3),
        deprel=("obj", "root", "punct", "root", "punct"),
    )
    scores = compared_syntax([BIRDS, STOP], syntax)
    assert scores == {"UPOS": Rate(4, 5), "feats": Rate(4, 5), "UAS": Rate(4, 5), "LAS": Rate(3, 5)}


def test_a_column_that_is_not_made_is_not_scored() -> None:
    assert list(compared_syntax([STOP], Syntax(pos=("VERB", "X")))) == ["UPOS"]


def stage(makes: Layer[object], *reads: Layer[object], gives: object = ()) -> Stage:
    def made(_: Document) -> object:
        return gives

    return Stage(makes.name, "1", reads, makes, made)


def test_the_words_are_not_cut_anew_and_what_syntax_does_not_need_is_not_run() -> None:
    syntax = Syntax(pos=("VERB", "PUNCT"), head=(-1, 0), deprel=("root", "punct"))
    stages = (
        stage(TOKENS, gives=np.zeros(0)),
        stage(SENTENCES, TOKENS),
        stage(QUOTATIONS),
        stage(SYNTAX, TOKENS, QUOTATIONS, gives=syntax),
        stage(CLAUSES, SYNTAX),
        stage(MENTIONS, SYNTAX),
    )
    assert [s.name for s in needed(stages)] == ["tokens", "quotations", "syntax"]
    ran: list[str] = []
    scores = score_syntax([STOP], stages, lambda stage, *_: ran.append(stage.name))
    assert ran == ["quotations", "syntax"]
    assert scores["LAS"] == Rate(2, 2)
