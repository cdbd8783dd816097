"""Syntax. Interim: closed classes and endings."""

from __future__ import annotations

from unspoken.document import Document
from unspoken.layers.keys import SENTENCES, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import Stage

CLOSED = {
    **dict.fromkeys("the a an this that these those my your his her its our their every each some any no".split(), "DET"),
    **dict.fromkeys("i you he she it we they me him us them himself herself myself who what".split(), "PRON"),
    **dict.fromkeys("in on at to of for from with without by into onto upon over under after before behind beside between through across down up off out about against around along near".split(), "ADP"),
    **dict.fromkeys("and but or nor".split(), "CCONJ"),
    **dict.fromkeys("because if that when while as than though although since until".split(), "SCONJ"),
    **dict.fromkeys("is are was were be been being am has have had do does did will would shall should can could may might must ’s 's ’d ’ll ’ve ’re 'd 'll 've 're".split(), "AUX"),
    **dict.fromkeys("not n't n’t".split(), "PART"),
    **dict.fromkeys("old young little poor dear good great small large new long white black blue green red late own last first other".split(), "ADJ"),
    **dict.fromkeys("said says saw went came got took told asked thought knew looked stood sat put felt made heard began found left kept ran gave let held brought fell turned".split(), "VERB"),
}


def make_syntax(document: Document) -> Syntax:
    tokens = document[TOKENS]
    pos = []
    for a, b in zip(tokens.start.tolist(), tokens.end.tolist(), strict=True):
        word = document.text[a:b]
        low = word.lower()
        if low in CLOSED:
            pos.append(CLOSED[low])
        elif not word[0].isalnum():
            pos.append("PUNCT")
        elif low.endswith("ly"):
            pos.append("ADV")
        elif low.endswith(("ed", "ing")):
            pos.append("VERB")
        elif word[0].isupper():
            pos.append("PROPN")
        else:
            pos.append("NOUN")
    return Syntax(pos=tuple(pos))


STAGE = Stage("syntax", "0", (TOKENS, SENTENCES), SYNTAX, make_syntax)
