"""The label sets of the heads, in the order of their columns."""

from __future__ import annotations

from unspoken.layers.entities import EntityForm, EntityType

TYPES: tuple[EntityType, ...] = ("PER", "FAC", "LOC", "GPE", "VEH", "ORG")
FORMS: tuple[EntityForm, ...] = ("PROP", "NOM", "PRON")
SPANS = tuple((t, f) for t in TYPES for f in FORMS)
POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
# Plutchik's eight and one for all others, as REMAN (Kim and Klinger 2018) has them.
FAMILIES = ("joy", "trust", "sadness", "other-emotion", "anticipation", "disgust", "surprise", "fear", "anger")
EMOTIONS = (
    "joy", "love", "trust", "gratitude", "hope", "relief", "pride", "surprise", "sadness", "longing", "guilt", "shame",
    "fear", "anger", "contempt", "jealousy",
)  # fmt: skip
WIDEST_SPAN = 40  # words; 0.2 % of LitBank's spans are longer
PRONOUNS = (
    "i me my mine myself", "you your yours yourself thou thee thy", "he him his himself", "she her hers herself",
    "it its itself", "we us our ours ourselves", "they them their theirs themselves",
)  # fmt: skip
DETERMINERS = frozenset(["the", "a", "an", "this", "that", "his", "her", "my"])
# relations of a span's head word, in Universal Dependencies terms; what one verb has for different people comes first
ROLES = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod:poss", "nmod", "conj", "appos", "vocative", "root", "obl:agent",
    "xcomp", "compound", "other",
)  # fmt: skip
