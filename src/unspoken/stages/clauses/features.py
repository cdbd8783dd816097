"""Tense, modality, negation, voice and marker of a predicate."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken import resources
from unspoken.layers.clauses import Tense
from unspoken.stages.clauses.tree import VERBAL, Tree

MODALS = resources.words("clauses.toml", "modals")
SHORT = {
    "'ll": "will",
    "wo": "will",
    "ca": "can",
    "cannot": "can",
    "sha": "shall",
    "shalt": "shall",
    "wilt": "will",
    "canst": "can",
}
ONE_FORM = resources.words("clauses.toml", "one_form")
PLAIN_PAST = resources.words("clauses.toml", "plain_past")
PRESENT = resources.words("clauses.toml", "present")
NEGATIVE = resources.words("clauses.toml", "negative")
DENYING = resources.words("clauses.toml", "denying")
NO_PASSIVE = resources.words("clauses.toml", "no_passive")
IRREALIS = resources.words("clauses.toml", "irrealis")
QUESTION_WORDS = resources.words("clauses.toml", "question_words")


@dataclass(frozen=True)
class Verb:
    """The verbal part of a predicate: token of the verb itself (the copula where there is no other), auxiliaries before
    it, whether it is an infinitive with "to", whether an adverb or particle denies it."""

    token: int
    auxiliaries: tuple[int, ...]
    to: bool
    negated: bool


def verb_of(tree: Tree, p: int) -> Verb:
    """The verbal part of predicate ``p``."""
    helpers = [c for c in tree.children[p] if tree.relations[c] in VERBAL]
    copulas = [c for c in helpers if tree.pos[p] != "VERB" and tree.lemmas[c] == "be"][-1:]
    token = copulas[-1] if copulas else p
    auxiliaries = tuple(c for c in helpers if c != token)
    to = any(tree.low[c] == "to" and tree.pos[c] == "PART" for c in tree.children[p])
    own = [c for c in _own(tree, p) if not _tag(tree, c)]
    beside = [c for c in own if tree.relations[c] in ("advmod", "cc", "mark", "det", "cc:preconj")]
    cannot = any(tree.low[c] == "cannot" and tree.low[c + 1] != "but" for c in auxiliaries)  # one word denies it too
    return Verb(token, auxiliaries, to, cannot or any(_denies(tree, c, p) for c in beside))


def _own(tree: Tree, p: int) -> list[int]:
    """What hangs on a predicate; a "not" right after a clause below is that clause's ("she knew that he had not"),
    though the parser hangs it on the verb above."""
    above = tree.above(p)
    strayed = above >= 0 and _stray(tree, p + 1, above)
    own = [c for c in tree.children[p] if not _stray(tree, c, p)]
    return [*own, p + 1] if strayed else own


def _tag(tree: Tree, c: int) -> bool:
    """A denial that only asks for a yes: "You hate me, don't you?", "..., do you not?" """
    if tree.low[c] not in ("not", "n't") or c < 3 or c + 1 >= len(tree.low):
        return False
    short = tree.pos[c - 1] == "AUX" and tree.words[c - 2] == "," and tree.pos[c + 1] == "PRON"
    full = [*tree.pos[c - 2 : c]] == ["AUX", "PRON"] and tree.words[c - 3] == ","
    last = c + 2 if short else c + 1  # the word that must be a mark
    return (short or full) and last < len(tree.low) and not tree.low[last][0].isalnum()


def _stray(tree: Tree, c: int, p: int) -> bool:
    child = c in tree.children[p] and tree.low[c] in ("not", "n't")
    return child and c - 1 > p and c - 1 in tree.children[p] and tree.relations[c - 1] == "ccomp"


def _denies(tree: Tree, c: int, p: int) -> bool:
    if tree.low[c] in ("no", "nor") and tree.relations[c] != "cc":
        return tree.low[c] == "no" and tree.relations[c] == "det" and tree.pos[p] != "VERB"
    only = tree.low[c] == "not" and c + 1 < len(tree.low) and tree.low[c + 1] in ("only", "just", "merely", "but")
    return tree.low[c] in NEGATIVE and (tree.low[c] != "without" or tree.relations[c] == "mark") and not only


def modal(tree: Tree, verb: Verb) -> str | None:
    """The modal verb in full, or None; "'d" is "would" before a base form."""
    for k in verb.auxiliaries:
        low = tree.low[k]
        if low == "'d":
            if tree.low[verb.token] == tree.lemmas[verb.token] or len(verb.auxiliaries) > 1:
                return "would"
        elif low in MODALS or low in SHORT:
            return SHORT.get(low, low)
    return None


def tense(tree: Tree, verb: Verb, modal: str | None, bare: bool, spoken: bool) -> Tense:
    """The tense; ``bare``: there is no subject; ``spoken``: it stands in a quotation."""
    if verb.to:
        return "infinitive"
    if modal in ("will", "shall"):
        return "future"
    if modal is not None:
        return "past" if modal in ("could", "would", "might", "should") else "present"
    if verb.auxiliaries:
        has = is_has(tree, verb.token, verb.auxiliaries[0])
        return "perfect" if has else _helped(tree.low[verb.auxiliaries[0]])
    return _plain(tree.low[verb.token], tree.lemmas[verb.token], bare, spoken)


def _helped(first: str) -> Tense:
    if first in ("had", "'d", "having"):
        return "pluperfect"
    if first in ("have", "has", "'ve"):
        return "perfect"
    return "past" if first in PLAIN_PAST else "present"


def _plain(form: str, base: str, bare: bool, spoken: bool) -> Tense:
    if form in PLAIN_PAST:
        return "past"
    if form in PRESENT:
        return "present"
    if form.endswith("ing") and base != form:
        return "participle"
    if form == base:
        if bare and spoken:
            return "imperative"
        return "past" if base in ONE_FORM and not spoken else "present"
    return "present" if form.endswith("s") else "past"


def passive(tree: Tree, p: int, verb: Verb) -> bool:
    """Whether the subject undergoes what the verb says."""
    if verb.token != p or tree.pos[p] != "VERB":
        return False
    if tree.low[p] == tree.lemmas[p] and tree.low[p] not in ONE_FORM:
        return False
    last = [k for k in verb.auxiliaries if tree.low[k] not in MODALS][-1:]
    if last and is_has(tree, p, last[0]):
        return False
    return not tree.low[p].endswith("ing") and any(tree.lemmas[k] in ("be", "get") for k in last)


def is_has(tree: Tree, p: int, auxiliary: int) -> bool:
    """Whether "'s" before a participle is "has": an object follows, or the verb has no passive."""
    if tree.low[auxiliary] != "'s" or tree.low[p].endswith("ing"):
        return False
    return tree.low[p] in NO_PASSIVE or any(tree.relations[c] == "obj" and c > p for c in tree.children[p])


def marker(tree: Tree, p: int) -> str | None:
    """The conjunction, question word or relative pronoun that opens the clause, in lower case."""
    question = conjunction = None
    for c in tree.children[p]:
        if c > p:
            break
        low = tree.low[c]
        if tree.relations[c] == "mark" and low != "to":
            fixed = [tree.low[k] for k in tree.children[c] if tree.relations[k] == "fixed"]
            before = tree.low[c - 1] if c else ""
            conjunction = f"as {low}" if before == "as" and low in ("if", "though") else " ".join((low, *fixed))
            continue
        inner = [low, *(tree.low[k] for k in tree.children[c] if k < c)]
        question = question or next((w for w in inner if w in QUESTION_WORDS), None)
        if low == "that" and tree.relations[p] == "acl:relcl":
            question = question or low
    return conjunction or question


def conditional(marker: str | None, modal: str | None) -> bool:
    """Whether the clause tells what is not, or not yet, so."""
    return marker in IRREALIS or (marker or "").startswith("as ") or modal in ("would", "might")
