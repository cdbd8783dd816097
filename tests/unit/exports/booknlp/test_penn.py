"""Fine tags follow from part of speech and features."""

from __future__ import annotations

import pytest

from unspoken.exports.booknlp.penn import penn


@pytest.mark.parametrize(
    ("word", "pos", "feats", "tag"),
    [
        ("boat", "NOUN", "Number=Sing", "NN"),
        ("boats", "NOUN", "Number=Plur", "NNS"),
        ("Ada", "PROPN", "Number=Sing", "NNP"),
        ("sang", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "VBD"),
        ("sings", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VBZ"),
        ("sing", "VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "VBP"),
        ("sing", "VERB", "VerbForm=Inf", "VB"),
        ("come", "VERB", "Mood=Imp|Person=2|VerbForm=Fin", "VB"),
        ("sung", "VERB", "Tense=Past|VerbForm=Part|Voice=Pass", "VBN"),
        ("singing", "VERB", "Tense=Pres|VerbForm=Part", "VBG"),
        ("would", "AUX", "VerbForm=Fin", "MD"),
        ("was", "AUX", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", "VBD"),
        ("will", "VERB", "VerbForm=Inf", "VB"),
        ("gladder", "ADJ", "Degree=Cmp", "JJR"),
        ("soonest", "ADV", "Degree=Sup", "RBS"),
        ("why", "ADV", "PronType=Int", "WRB"),
        ("her", "PRON", "Case=Gen|Poss=Yes|PronType=Prs", "PRP$"),
        ("her", "PRON", "Case=Acc|PronType=Prs", "PRP"),
        ("who", "PRON", "PronType=Rel", "WP"),
        ("whose", "PRON", "Poss=Yes|PronType=Rel", "WP$"),
        ("that", "PRON", "PronType=Dem", "DT"),
        ("nobody", "PRON", "Number=Sing|PronType=Neg", "NN"),
        ("there", "PRON", "_", "EX"),
        ("There", "PRON", "PronType=Dem", "EX"),
        ("which", "PRON", "PronType=Rel", "WDT"),
        ("trousers", "NOUN", "Number=Ptan", "NNS"),
        ("’d", "AUX", "VerbForm=Fin", "MD"),
        ("the", "DET", "Definite=Def|PronType=Art", "DT"),
        ("which", "DET", "PronType=Int", "WDT"),
        ("to", "PART", "_", "TO"),
        ("not", "PART", "Polarity=Neg", "RB"),
        ("’s", "PART", "_", "POS"),
        ("in", "ADP", "_", "IN"),
        ("and", "CCONJ", "_", "CC"),
        ("nine", "NUM", "NumType=Card", "CD"),
        ("oh", "INTJ", "_", "UH"),
        ("“", "PUNCT", "_", "``"),
        ("”", "PUNCT", "_", "''"),
        ("--", "PUNCT", "_", ":"),
        (",", "PUNCT", "_", ","),
        ("?", "PUNCT", "_", "."),
        ("(", "PUNCT", "_", "-LRB-"),
        ("anything", "_", "_", "_"),
    ],
)
def test_a_tag_follows(word: str, pos: str, feats: str, tag: str) -> None:
    assert penn(word, pos, feats) == tag


def test_relations_tell_particles_and_predeterminers() -> None:
    assert penn("up", "ADP", "_", "compound:prt") == "RP"
    assert penn("all", "DET", "PronType=Tot", "det:predet") == "PDT"
