"""Subject, object, complement and prepositional phrases of a predicate."""

from __future__ import annotations

from unspoken import resources
from unspoken.layers.clauses import Oblique
from unspoken.layers.spans import Span
from unspoken.stages.clauses.features import QUESTION_WORDS, Verb
from unspoken.stages.clauses.tree import LINKING, SUBJECTS, Tree

RELATIVE = resources.words("clauses.toml", "relative")
OTHER_SUBJECTS = resources.words("clauses.toml", "other_subjects")
OBJECT_PRONOUNS = resources.words("clauses.toml", "object_pronouns")
GIVING = resources.words("clauses.toml", "giving")
MOTION = resources.words("clauses.toml", "motion")
FINITE_SUBJECTS = resources.words("clauses.toml", "finite_subjects")
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"))
PROMISING = resources.words("clauses.toml", "promising")


def own_subject(tree: Tree, p: int, verb: Verb) -> int | None:
    """The head of the predicate's own subject; that of a relative clause is the noun before it. None: it has none."""
    found = [c for c in tree.children[p] if tree.relations[c] in SUBJECTS and not tree.predicate[c]]
    found = found or [c for c in tree.related(p, ("expl",)) if tree.low[c] == "it"]
    near = min(found, key=lambda c: (c > p, abs(p - c)), default=None)
    points = (
        near is not None and tree.low[near] == "that" and tree.relations[p] != "acl:relcl" and _after_comma(tree, near)
    )
    if near is not None and tree.low[near] in RELATIVE and tree.pos[near] == "PRON" and not points:
        return antecedent(tree, p, near)  # but "I think, Clara, that is so" points at what was said
    if near is not None:
        return None if tree.low[near] in QUESTION_WORDS else _first_of_list(tree, p, near)
    if (
        tree.pos[p] == "VERB"
        and not verb.to
        and not verb.auxiliaries
        and tree.relations[p] in ("acl", "acl:relcl", "amod")
    ):
        participle = tree.low[p] != tree.lemmas[p]
        return _first_of_list(tree, p, tree.heads[p]) if participle and not _after_comma(tree, p) else None
    return _pronoun_before(tree, min((verb.token, *verb.auxiliaries)), p)


def _first_of_list(tree: Tree, p: int, c: int) -> int:
    """The first of two joined subjects ("Anne and her cousin"), where the parser has the second."""
    k = tree.phrase(c)[0] - 2
    joined = k >= 0 and c < p and tree.low[k + 1] in ("and", "or") and tree.pos[k] in ("NOUN", "PROPN", "PRON")
    free = joined and tree.owner[k] in (p, -1) and tree.relations[k] not in ("obj", "obl", "nmod")
    return k if free else c


def antecedent(tree: Tree, p: int, relative: int) -> int | None:
    """The noun that a relative pronoun stands for: what the clause hangs on, else the nearest before the pronoun."""
    if tree.relations[p] == "acl:relcl" and tree.heads[p] < relative:
        return tree.heads[p]
    if tree.low[relative] != "who" and tree.words[relative - 1 : relative] != [","]:
        return None
    k = relative - 1
    while k >= 0 and tree.pos[k] == "PUNCT" and relative - k < 3:
        k -= 1
    return k if k >= 0 and tree.pos[k] in ("NOUN", "PROPN", "PRON") else None


def _after_comma(tree: Tree, k: int) -> bool:
    return k > 0 and tree.words[k - 1] == ","


def _pronoun_before(tree: Tree, first: int, p: int) -> int | None:
    """A pronoun right before the first word of a verb, which the parser gave to something else."""
    k = first - 1
    while k >= 0 and tree.pos[k] in ("ADV", "PART"):
        k -= 1
    if k < 0 or tree.low[p].endswith("ing"):
        return None
    if tree.low[k] in FINITE_SUBJECTS and tree.pos[k] == "PRON":
        return k
    opens = k == 0 or tree.pos[k - 1] in ("PUNCT", "CCONJ", "SCONJ")
    return k if opens and tree.low[k] in OTHER_SUBJECTS and tree.pos[k] == "PRON" else None


def controller(tree: Tree, p: int, above: int, subjects: dict[int, int | None]) -> int | None:
    """The head of the subject that a predicate without one takes over from the predicate above it."""
    if tree.relations[p] in ("xcomp", "ccomp", "advcl") and tree.lemmas[above] not in PROMISING:
        if tree.relations[p] == "advcl":
            return subjects.get(_joined_last(tree, p, above, subjects))
        objects = [c for c in tree.related(above, ("obj", "iobj")) if c < p and not tree.predicate[c]]
        if objects:
            return objects[-1]
    return subjects.get(_joined_last(tree, p, above, subjects))


def _joined_last(tree: Tree, p: int, above: int, subjects: dict[int, int | None]) -> int:
    """The last predicate before ``p`` that is joined to the one above it and has a subject of its own: "Anne went in,
    and [Tom walked] on and took a stroll, feeling sad"."""
    own = (q for q in tree.related(above, ("conj",)) if q < p and above < (subjects.get(q) or -1) < q)
    return max(own, default=above)


def objects(tree: Tree, p: int) -> tuple[int | None, int | None]:
    """Heads of the direct object and of the indirect one; the indirect one counts as direct where it is alone."""
    direct = [c for c in tree.related(p, ("obj",)) if _object(tree, p, c)] or _pronoun_after(tree, p)
    indirect = [c for c in tree.related(p, ("iobj",)) if _object(tree, p, c)]
    if tree.relations[p] == "acl:relcl" and any(tree.low[c] in RELATIVE for c in tree.related(p, ("obj",))):
        direct = direct or [tree.heads[p]]
    if not direct:
        return (indirect[0] if indirect else None), None
    given = _given(tree, p, direct[0])
    if given is not None:
        return given, direct[0]
    return direct[0], (indirect[0] if indirect else None)


def _given(tree: Tree, p: int, k: int) -> int | None:
    """What is given, where the parser has whom it is given to as the object ("gave her the ring")."""
    if k != p + 1 or tree.pos[k] != "PRON" or tree.lemmas[p] not in GIVING:
        return None
    free = (
        c for c in tree.children[p] if c > k and tree.pos[c] in ("NOUN", "PROPN") and not tree.related(c, ("case",))
    )
    return next((c for c in free if tree.phrase(c)[0] == k + 1), None)


def _pronoun_after(tree: Tree, p: int) -> list[int]:
    """A pronoun right after the verb that can only be its object."""
    k = p + 1
    if k >= len(tree.low) or tree.pos[k] != "PRON" or tree.pos[p] != "VERB":
        return []
    alone = k + 1 >= len(tree.low) or tree.pos[k + 1] not in ("NOUN", "PROPN", "ADJ", "NUM")
    return [k] if tree.low[k] in OBJECT_PRONOUNS or (tree.low[k] == "her" and alone) else []


def _object(tree: Tree, p: int, c: int) -> bool:
    """Whether what the parser calls an object is one: no question word, no name called after a comma, no place."""
    if tree.pos[c] not in NOMINAL or tree.low[c] in QUESTION_WORDS or (tree.low[c] in RELATIVE and c < p):
        return False
    return not (c > p and _after_comma(tree, tree.phrase(c)[0])) and particle(tree, p, c) is None


def particle(tree: Tree, p: int, c: int) -> str | None:
    """The particle between a verb of motion and a noun, which makes the noun a place; or None."""
    if tree.lemmas[p] not in MOTION or c < p:
        return None
    first = tree.phrase(c)[0]
    return tree.low[first - 1] if first - 1 > p and tree.pos[first - 1] in ("ADP", "ADV") else None


def complement(tree: Tree, p: int, verb: Verb) -> Span | None:
    """What is said of the subject after a copula or a verb of seeming."""
    if verb.token != p:
        if p < verb.token:
            return tree.span(*tree.phrase(p))
        return _predicative(tree, p, verb.token + 1)
    if tree.lemmas[p] not in LINKING:
        return None
    for c in tree.children[p]:
        if c > p and not tree.predicate[c] and (tree.relations[c] == "xcomp" or _adjective(tree, p, c)):
            return _predicative(tree, c, p + 1)
    return None


def _adjective(tree: Tree, p: int, c: int) -> bool:
    near = all(tree.pos[k] in ("ADV", "DET", "PART") for k in range(p + 1, c))
    return near and (tree.pos[c] == "ADJ" or tree.pos[c] == "VERB") and tree.relations[c] not in ("obj", "ccomp")


def _predicative(tree: Tree, c: int, low: int) -> Span:
    """The phrase of ``c``, not beginning before token ``low``, with what is joined to it ("tired and sleepy")."""
    first, last = tree.phrase(c)
    joined = [k for k in tree.related(c, ("conj",)) if not tree.predicate[k] and tree.pos[k] == tree.pos[c]]
    for k in joined:
        last = max(last, tree.phrase(k)[1])
    first = max(first, min(low, c))
    while first < c and tree.low[first] in ("not", "n't", "never", ","):
        first += 1
    return tree.span(first, last)


def obliques(tree: Tree, p: int, indirect: int | None) -> tuple[Oblique, ...]:
    """All phrases with a preposition among the predicate's words, those inside its noun phrases too."""
    out = []
    for i in tree.own[p]:
        preposition = "to" if i == indirect else _preposition(tree, p, i)
        if preposition is not None:
            span = tree.span(*tree.phrase(i))
            out.append(Oblique(preposition, span.start, span.end))
    return tuple(out)


def _preposition(tree: Tree, p: int, i: int) -> str | None:
    """The words that govern noun ``i``, in lower case, or None."""
    if tree.pos[i] not in NOMINAL:
        return None
    if tree.relations[i] == "obj" and tree.heads[i] == p:
        return particle(tree, p, i)
    cases = [c for c in tree.related(i, ("case",)) if c < i and tree.pos[c] != "PART"]
    return " ".join(tree.low[k] for c in cases for k in (c, *tree.related(c, ("fixed",)))) or None
