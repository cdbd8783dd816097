"""Whose a named feeling is in sentences that are turned about: "How happy [Ann] was!", "Too proud to ask, [Ben] went",
"A surge of anger rose in [him]", "It was fear that kept [her] awake", "What [she] felt was envy"."""

from __future__ import annotations

from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.feelings import grammar
from unspoken.stages.feelings.grammar import NOBODY, Party
from unspoken.stages.feelings.page import Page, word_set

COMMA = 15  # tokens after an adjective that opens a sentence within which its part ends
FRONT = 40  # tokens that are looked back through to the opening of a sentence
FELT = 3  # tokens after "what she" within which it is said that she felt it
WITHIN = frozenset(("in", "inside", "within"))


def exclaimed(page: Page, i: int) -> Party | None:
    """Who is so, where it is exclaimed: "How happy [Ann] was".

    Args:
        page: the text as columns of words.
        i: an adjective.
    """
    k = i - 1
    while k > 0 and page.pos[k] == "ADV" and page.lower[k] != "how":
        k -= 1
    if k < 0 or page.lower[k] != "how" or i + 1 >= len(page):
        return None
    last, who = page.other_at(i + 1)
    if not page.together(i, min(last + 1, len(page) - 1)) or page.lemma[last + 1 : last + 2] != ["be"]:
        return None
    if who is None and page.lower[i + 1] not in word_set("personal"):
        return None
    return Party(who, "known" if who else "unresolved")


def fronted(page: Page, i: int) -> Party:
    """Who is so, where an adjective opens the sentence of which they are the subject: "Too proud to ask, [Ben] went".

    Args:
        page: the text as columns of words.
        i: an adjective whose subject was not found.
    """
    k = i
    while k > max(0, i - FRONT) and page.together(k - 1, i):
        k -= 1
    if not all(page.pos[j] in ("ADV", "ADJ", "CCONJ", "PUNCT") for j in range(k, i)):
        return NOBODY
    near = range(i + 1, min(len(page) - 1, i + COMMA))
    comma = next((j for j in near if page.lower[j] == "," and page.together(j, i)), None)
    clause = page.clause_at(comma + 1) if comma is not None else None
    if comma is None or clause is None or clause.subject is None or clause.subject.start != page.start[comma + 1]:
        return NOBODY
    return grammar.party(page, clause.subject)


def turned(page: Page, i: int) -> Party | None:
    """Whose the feeling is that the noun at token ``i`` names in one of the turned frames; None in all others.

    Args:
        page: the text as columns of words.
        i: a noun that names a feeling.
    """
    return _portion_moved(page, i) or _such(page, i) or _what_felt(page, i) or _kept(page, i) or _look_given(page, i)


def _head(page: Page, i: int) -> int:
    """The token before a noun and what belongs to it: "surge [of] sudden anger"."""
    k = i - 1
    while k > 0 and page.pos[k] in ("ADJ", "DET"):
        k -= 1
    return k


def _portion_moved(page: Page, i: int) -> Party | None:
    """ "A surge of anger rose in [him]", "A pang of envy went through [Ann]"."""
    k, clause = _head(page, i), page.clause_at(i)
    if k < 1 or page.lower[k] != "of" or page.lemma[k - 1] not in word_set("portions"):
        return None
    if clause is None or clause.subject is None or not clause.subject.start <= page.start[k - 1] < clause.subject.end:
        return None
    found = seized(page, clause)
    return found if found.state in ("known", "unresolved") else None


def _such(page: Page, i: int) -> Party | None:
    """ "Something like envy stirred in [Ben]", "[Ben] felt something akin to envy"."""
    k = _head(page, i)
    something = next((j for j in range(k - 1, max(-1, k - 4), -1) if page.lower[j] == "something"), None)
    if page.lower[k] not in ("like", "to", "as", "approaching") or something is None or not page.together(something, i):
        return None
    clause = page.clause_at(i + 1) if i + 1 < len(page) else None
    moved = clause is not None and clause.verb.start > page.start[i] and clause.subject is not None
    if moved and clause is not None and clause.subject is not None and clause.subject.start == page.start[something]:
        found = seized(page, clause)
    else:
        found = grammar.subject(page, something)
    return found if found.state in ("known", "unresolved") else None


def _what_felt(page: Page, i: int) -> Party | None:
    """ "What [she] felt was envy"."""
    k = i - 1
    while k > max(0, i - FRONT) and page.together(k - 1, i) and page.lower[k] != "what":
        k -= 1
    if page.lower[k] != "what" or "be" not in page.lemma[k:i]:
        return None
    last, who = page.other_at(k + 1)
    felt = any(page.lemma[j] in ("feel", "experience") for j in range(last + 1, min(i, last + 1 + FELT)))
    return Party(who, "known") if who and felt else None


def _kept(page: Page, i: int) -> Party | None:
    """ "It was fear that kept [her] awake"."""
    if page.lower[i + 1 : i + 2] not in (["that"], ["which"]) or "it" not in page.lower[max(0, i - 6) : i]:
        return None
    clause = page.clause_at(i + 2) if i + 2 < len(page) else None
    if clause is None or clause.lemma not in word_set("causing") | word_set("moving"):
        return None
    found = grammar.party(page, clause.object)
    return found if found.state in ("known", "unresolved") else None


def _look_given(page: Page, i: int) -> Party | None:
    """ "[Ann] gave him a look of hatred": who gives it feels it."""
    k, clause = _head(page, i), page.clause_at(i)
    looks = k > 0 and page.lower[k] == "of" and page.lemma[k - 1] in word_set("shown")
    if clause is None or not looks or clause.lemma not in ("give", "send") or clause.object is None:
        return None
    inside = clause.object.start <= page.start[k - 1] < clause.object.end
    return grammar.subject(page, i) if inside and not page.owner(k - 1)[0] else None


def receiver(page: Page, clause: Clause) -> Party:
    """Whom something is given, right after the verb: "It gave [Ann] great pleasure".

    Args:
        page: the text as columns of words.
        clause: a clause of giving.
    """
    who = page.other_at(page.token_at(clause.verb.end))[1]
    return Party(who, "known") if who else NOBODY


def seized(page: Page, clause: Clause) -> Party:
    """Who is the object of a feeling that is the subject, or stands in its path: "shame went over [her]".

    Args:
        page: the text as columns of words.
        clause: the clause of which the feeling is the subject.
    """
    moved = grammar.party(page, clause.object)
    if moved.state in ("known", "unresolved"):
        return moved
    path = grammar.oblique(page, clause, word_set("over") | WITHIN)
    if path.state == "none" and clause.lemma in word_set("gnawing"):
        path = grammar.oblique(page, clause, frozenset(("at",)))
    return path if path.state in ("known", "unresolved") else _in_body(page, clause)


def _in_body(page: Page, clause: Clause) -> Party:
    """Whose body a feeling is in that is the subject: "Guilt closed his throat", "Fear crawled along her spine"."""
    spans = [clause.object, *(Span(o.start, o.end) for o in clause.obliques)]
    for span in (s for s in spans if s is not None):
        inside = page.tokens(span)
        if inside and not word_set("body").isdisjoint((page.lower[inside[-1]], page.lemma[inside[-1]])):
            owned, who = page.owner(inside[-1])
            if owned:
                return Party(who, "known" if who else "unresolved")
    return NOBODY


def stirs(page: Page, i: int) -> bool:
    """Whether what may be a name is a feeling, as it rises in somebody: "Hope leapt up in Ann", "Joy filled her heart".

    Args:
        page: the text as columns of words.
        i: a noun that opens a sentence.
    """
    clause = page.clause_at(i)
    if clause is None or clause.lemma not in word_set("moving"):
        return False
    return seized(page, clause).state in ("known", "unresolved")


def extraposed(page: Page, i: int) -> bool:
    """Whether it is told after the verb what makes somebody feel so: "It grieved Ann to see it".

    Args:
        page: the text as columns of words.
        i: a verb.
    """
    clause = page.clause_at(i)
    if clause is None or clause.subject is None or clause.verb.start != page.start[i]:
        return False
    it = page.text[clause.subject.start : clause.subject.end].lower() == "it"
    return it and page.lower[page.other_at(i + 1)[0] + 1 : page.other_at(i + 1)[0] + 2] in (["to"], ["that"])


def extraposed_doer(page: Page, i: int) -> str | None:
    """Who does what makes somebody feel so: "It astonished her that [Ben] should come".

    Args:
        page: the text as columns of words.
        i: a verb.
    """
    k = page.other_at(i + 1)[0] + 1
    return page.other_at(k + 1)[1] if extraposed(page, i) and page.lower[k] == "that" else None
