"""Tags of the Penn Treebank, as far as part of speech and features of Universal Dependencies imply them."""

from __future__ import annotations

_PLAIN = {"ADP": "IN", "SCONJ": "IN", "CCONJ": "CC", "INTJ": "UH", "SYM": "SYM", "X": "FW"}
_MODAL = frozenset(
    ["can", "could", "ca", "may", "might", "must", "shall", "should", "sha", "will", "would", "wo", "’ll", "'ll"]
)
_CLAUSE_MARKS = ":;…—–"
_OPENING, _CLOSING = "“‘«", "”’»"
_DEGREES = {"Cmp": "R", "Sup": "S"}
_PRONOUNS = {"Prs": "PRP", "Rcp": "PRP", "Int": "WP", "Rel": "WP", "Dem": "DT", "Emp": "PRP"}
_PLURALS = ("Plur", "Ptan")


def penn(word: str, pos: str, feats: str, relation: str = "_") -> str:
    """A token's fine tag; ``_`` where its part of speech is not known.

    Args:
        word: the token.
        pos: its part of speech in Universal Dependencies.
        feats: its features, as CoNLL-U writes them.
        relation: what it is to its head.
    """
    told = dict(feat.split("=", 1) for feat in feats.split("|") if "=" in feat)
    match pos:
        case "NOUN":
            return "NNS" if told.get("Number") in _PLURALS else "NN"
        case "PROPN":
            return "NNPS" if told.get("Number") in _PLURALS else "NNP"
        case "VERB" | "AUX":
            return "MD" if pos == "AUX" and _modal(word, told) else _verb(told)
        case "ADJ":
            return "JJ" + _DEGREES.get(told.get("Degree", ""), "")
        case "ADV":
            return "WRB" if told.get("PronType") in ("Int", "Rel") else "RB" + _DEGREES.get(told.get("Degree", ""), "")
        case "PRON" | "DET":
            return "PDT" if relation == "det:predet" else _pronoun(word.casefold(), told, pos)
        case "ADP" if relation == "compound:prt":
            return "RP"
        case "NUM":
            return "CD"
        case "PART":
            return "TO" if word.casefold() == "to" else "RB" if told.get("Polarity") == "Neg" else "POS"
        case "PUNCT":
            return _mark(word)
    return _PLAIN.get(pos, "_")


def _modal(word: str, told: dict[str, str]) -> bool:
    """A modal has a finite form and no mood."""
    return word.casefold() in _MODAL or (told.get("VerbForm") == "Fin" and "Mood" not in told)


def _verb(told: dict[str, str]) -> str:
    form, past = told.get("VerbForm"), told.get("Tense") == "Past"
    if form == "Ger" or (form == "Part" and not past):
        return "VBG"
    if form == "Part":
        return "VBN"
    if form == "Inf" or told.get("Mood") == "Imp":
        return "VB"
    if past:
        return "VBD"
    third = told.get("Person") == "3" and told.get("Number") == "Sing"
    return "VBZ" if third else "VBP" if form == "Fin" else "VB"


def _pronoun(word: str, told: dict[str, str], pos: str) -> str:
    kind = told.get("PronType", "")
    if told.get("Poss") == "Yes":
        return "WP$" if kind in ("Int", "Rel") else "PRP$"
    if pos == "DET" or (kind == "Rel" and word in ("that", "which")):
        return "WDT" if kind in ("Int", "Rel") else "DT"
    return "EX" if word == "there" else _PRONOUNS.get(kind, "NN")


def _mark(word: str) -> str:
    first = word[:1]
    if first in _OPENING:
        return "``"
    if first in _CLOSING or first in "\"'":
        return "''"
    if first in "([{":
        return "-LRB-"
    if first in ")]}":
        return "-RRB-"
    if word.startswith((*_CLAUSE_MARKS, "--", "...")):
        return ":"
    return "," if first == "," else "HYPH" if word == "-" else "." if first in ".!?" else "NFP"
