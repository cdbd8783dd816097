"""Two sentences in two paragraphs, with four spans: "The old man saw Anne. She saw the old man." """

from __future__ import annotations

from unspoken.models.labels import SPANS
from unspoken.models.pairs import Setting, written

WORDS = ["The", "old", "man", "saw", "Anne", ".", "She", "saw", "the", "old", "man", "."]
NOUN, NAME, PRONOUN = (SPANS.index(("PER", form)) for form in ("NOM", "PROP", "PRON"))
SETTING = Setting(
    quotation=[-1] * len(WORDS),
    sentence=[1] * 6 + [2] * 6,
    paragraph=[1] * 6 + [2] * 6,
    head=[2, 2, 3, -1, 3, 3, 7, -1, 10, 10, 7, 7],
    relation=["det", "amod", "nsubj", "root", "obj", "punct", "nsubj", "root", "det", "amod", "obj", "punct"],
)
LINES = written(WORDS, [0, 4, 6, 8], [2, 4, 6, 10], [NOUN, NAME, PRONOUN, NOUN], SETTING)
