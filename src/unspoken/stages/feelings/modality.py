"""Whether a feeling is asserted: denied, only supposed, or long past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from unspoken.layers.clauses import Clause
from unspoken.stages.clauses.governors import governors
from unspoken.stages.feelings.degrees import MARKS, beyond, least, little, nothing, unfelt, utmost
from unspoken.stages.feelings.generic import generic
from unspoken.stages.feelings.page import Page, word_set
from unspoken.stages.stances import holder, stance_of

WINDOW = 6
REACH = 12  # tokens before "without" in which its clause may be denied
MOCKING = "about as much"  # "about as much in love with him as with the kettle"
THOUGHT = frozenset(("believes", "doubts", "wonders", "fears", "hopes"))


@dataclass(frozen=True)
class Modality:
    """``negated``: the text denies it. ``hypothetical``: the text does not say that it is so. ``past``: before now.
    ``believed``: it does not say so, but somebody thinks so."""

    negated: bool = False
    hypothetical: bool = False
    past: bool = False
    believed: bool = False


def modality(page: Page, i: int) -> Modality:
    """How the text takes the cue at token ``i``."""
    before = _before(page, i)
    if _owing(page, i, before) or unfelt(page, i, before):
        return Modality(negated=True)
    negated = _denied(page, i, before)
    hypothetical = _supposed(page, i, before) or (not negated and _any(page, i, before))
    if hypothetical and _belied(page, i):
        return Modality(negated=True)
    clause = page.clause_at(i)
    habitual = any(page.lower[k] in word_set("habits") for k in before)
    past = habitual or (clause is not None and clause.tense == "pluperfect")
    guessed = any(page.lower[k] in word_set("suppositions") for k in before)
    believed = (
        hypothetical and not guessed and clause is not None and not _open(page, clause) and _believed(page, clause)
    )
    return Modality(negated, hypothetical, past, believed)


def _owing(page: Page, i: int, before: list[int]) -> bool:
    """Whether the teller says that somebody ought to have felt what they did not: "She ought to have been angry"."""
    words = [page.lower[k] for k in reversed(before)]
    owed = words[-4:-2] == ["ought", "to"] or words[-3:-2] == ["should"]
    been = words[-2:] in (["have", "been"], ["have", "felt"])
    return owed and been and page.speech[i] < 0 and page.writing[i] < 0


def _open(page: Page, clause: Clause) -> bool:
    """Whether a clause, or what it is said to be believed in, is only a condition: "if you think that I was afraid"."""
    above = page.clauses[clause.governor] if clause.governor is not None else None
    return clause.conditional or (above is not None and above.conditional)


def _before(page: Page, i: int) -> list[int]:
    """The tokens before ``i`` that can deny or suppose it, nearest first."""
    out: list[int] = []
    for k in range(i - 1, max(-1, i - WINDOW - 1), -1):
        if page.lower[k] in MARKS or page.lower[k] in word_set("turning") or not page.together(k, i):
            break
        out.append(k)
    return out


def _denied(page: Page, i: int, before: list[int]) -> bool:
    if not word_set("feigned").isdisjoint(page.lower[k] for k in before[:2]):
        return True
    if page.pos[i] == "NOUN" and any(_feigns(page, k) for k in before):
        return True
    if page.pos[i] == "NOUN" and any(page.lemma[k] in word_set("losing") for k in before[:2]):
        return page.lower[i - 1] != "in"  # "lost in admiration"
    if MOCKING in " ".join(page.lower[k] for k in reversed(before)):
        return True
    if beyond(page, i, before) or little(page, i) or nothing(page, i):
        return True
    if page.lower[i - 3 : i] == [page.lower[i - 3], "off", "being"] and page.lemma[i - 3] == "leave":
        return True
    if page.lower[i - 1 : i] == ["of"] and i > 1 and page.lemma[i - 2] in word_set("lacking"):
        return True
    for k in before:
        if page.lower[k] in word_set("negations"):
            if _turned(page, k) or utmost(page, k, i):
                return False
            if page.lower[k] == "no" and page.lower[k + 1] in word_set("undenied"):
                return False
            if page.lower[k] == "without" and (page.lower[k + 1] == "some" or _never(page, k)):
                return False
            if page.lower[k] in ("no", "without") and i - k > 3 and not _nominal(page, k + 1, i):
                return False
            return page.lower[i + 1 : i + 2] != ["alone"] and not {"only", "just", "merely", "help"} & set(
                page.lower[k + 1 : k + 3]
            )
        if page.lemma[k] in word_set("endings") and page.lower[i].endswith("ing") and _adverbs(page, k + 1, i):
            return not word_set("negations") & {page.lower[j] for j in before if j < k}
        if page.lemma[k] in word_set("endings") and page.lower[k + 1] == "to":
            return True
        if page.pos[k] == "VERB" and page.lemma[k] not in word_set("light_verbs"):
            return False
    return False


def _never(page: Page, k: int) -> bool:
    """Whether what goes before "without" at token ``k`` is denied too: "I cannot think of him without pity"."""
    back = range(k - 1, max(-1, k - REACH), -1)
    before = takewhile(lambda j: page.lower[j] not in MARKS and page.together(j, k), back)
    return any(page.lower[j] in word_set("negations") for j in before)


def _feigns(page: Page, k: int) -> bool:
    """Whether a feeling is put on: "affected sorrow", but not "affected by their sorrow"."""
    return page.lemma[k] in word_set("feigning") and page.lower[k + 1 : k + 2] != ["by"]


def _nominal(page: Page, first: int, end: int) -> bool:
    """Whether only what belongs to a noun stands there: "without [any shadow of] shame"."""
    return all(page.pos[k] in ("DET", "ADJ", "NOUN") or page.lower[k] == "of" for k in range(first, end))


def _any(page: Page, i: int, before: list[int]) -> bool:
    """Whether it is not said that there was any of it: "before he regained any cheerfulness"."""
    return page.pos[i] == "NOUN" and "any" in [page.lower[k] for k in before[:2]]


def _turned(page: Page, k: int) -> bool:
    """Whether a denial asks for a yes ("Aren't you proud?")."""
    asked = page.lower[k] in ("n't", "not") and page.pos[k - 1] == "AUX" and _begins(page, k)
    return asked and page.pos[k + 1 : k + 2] in (["PRON"], ["PROPN"], ["DET"])


def _begins(page: Page, k: int) -> bool:
    """Whether the auxiliary before token ``k`` begins what is said."""
    alone = k < 2 or page.sentence[k - 2] != page.sentence[k] or page.speech[k - 2] != page.speech[k]
    return alone or page.lower[k - 2] in MARKS


def _adverbs(page: Page, first: int, end: int) -> bool:
    return all(page.pos[k] == "ADV" for k in range(first, end))


def _supposed(page: Page, i: int, before: list[int]) -> bool:
    words = [page.lower[k] for k in before]
    if any(word in word_set("suppositions") for word in _guessing(words)) or generic(page, i, before) or least(page, i):
        return True
    if any(page.lower[k] == "need" and page.pos[k] == "AUX" for k in before):
        return True
    if page.pos[i] in ("ADJ", "NOUN") and any(page.lemma[k] == "wish" for k in before):
        return True  # "I wish you happy", "wished him joy"
    if words[:1] == ["be"] and "let" in words[1:4]:
        return True  # "Let him be angry"
    if _forbidden(page, i, before) or _compared(page, i, words):
        return True
    if "could" in words and "have" in words and "not" not in words and "n't" not in words:
        return True
    if "as" in words and {"if", "though"} & set(words):
        return True
    clause = page.clause_at(i)
    if clause is None:
        return (page.speech[i] >= 0 and _asked(page, i)) or _wished(page, i)
    if clause.conditional or clause.question or clause.tense in ("imperative", "future") or _carried(page, i, clause):
        return True
    return (
        _wished(page, i)
        or _bidden(page, i, clause)
        or ((clause.modal or "") in word_set("suppositions") and not (_why(page, clause) and clause.modal == "should"))
        or _believed(page, clause)
    )


def _guessing(words: Sequence[str]) -> Sequence[str]:
    """The words before a cue, nearest first, without the "should" of what is so: "wondered why he should turn pale"."""
    if "should" in words and "why" in words[words.index("should") + 1 :]:
        return [word for word in words if word != "should"]
    return words


def _carried(page: Page, i: int, clause: Clause) -> bool:
    """Whether a bare verb goes on with what only might be: "He might be free, and having fun", "told him to wait and
    hope"."""
    number = page.clause[i]
    before = page.clauses[number - 1] if number > 0 else None
    if before is None or before.sentence != clause.sentence or not clause.subject_shared:
        return False
    k = page.token_at(clause.verb.start)
    joined = page.text[before.end : clause.verb.start].strip(" ,").lower() in ("and", "or", "and be", "or be")
    bare = clause.tense == "participle" or page.lower[k] in (page.lemma[k], "been")
    if not joined or not bare:
        return False
    told = before.tense == "infinitive" and before.governor is not None
    above = page.clauses[before.governor].lemma if told and before.governor is not None else ""
    return (before.modal or "") in word_set("suppositions") or above in word_set("wishing") | word_set("commanding")


def _forbidden(page: Page, i: int, before: list[int]) -> bool:
    """Whether somebody is told not to feel it: "Don't you worry about Ben"."""
    told = any(
        page.lower[k] in ("n't", "not", "never") and page.lower[k - 1] == "do" and _begins(page, k) for k in before
    )
    return told and not _asked(page, i)


def _compared(page: Page, i: int, words: list[str]) -> bool:
    """Whether there is only less of it than of something else: "not so sad as tired", "not as afraid as the others"."""
    less = words[:1] in (["so"], ["as"]) and not word_set("negations").isdisjoint(words[1:4])
    return less and "as" in page.lower[i + 1 : i + 6]


def _bidden(page: Page, i: int, clause: Clause) -> bool:
    """Whether it stands in what somebody is only told or wants to do: "begged him not to give way to despair"."""
    if clause.tense != "infinitive" or clause.governor is None or page.start[i] <= clause.verb.start:
        return False
    return page.clauses[clause.governor].lemma in word_set("wishing") | word_set("commanding")


def _wished(page: Page, i: int) -> bool:
    """An infinitive after a verb of wishing or trying ("wanted to be happy")."""
    for k in range(i - 1, max(0, i - 4), -1):
        if page.lower[k] == "to":
            return page.lemma[k - 1] in word_set("wishing") or page.lower[k - 1] == "going"
        if page.lower[k] not in ("be", "feel", "look", "have", "been") and page.pos[k] != "ADV":
            return False
    return False


def _believed(page: Page, clause: Clause) -> bool:
    """The clause is what somebody thinks or asks, or would like to say, which need not be so."""
    if any(above.modal == "would" and above.lemma in word_set("liking") for above in governors(page.clauses, clause)):
        return True
    if clause.governor is None:
        return clause.marker in ("if", "unless", "whether")
    if clause.marker in word_set("circumstances") or _why(page, clause):
        return False  # "I let them think so because I was afraid"
    governor = page.clauses[clause.governor]
    if _of_another(page, governor, clause) or (clause.marker == "that" and _thought(page, governor)):
        return True
    if governor.complement is not None:
        return any(page.lower[k] in word_set("convinced") for k in page.tokens(governor.complement))
    beside = not page.text[governor.end : clause.start].strip()  # "She had believed he despised her"
    return governor.lemma in word_set("believing") and (
        beside or governor.end > clause.start or clause.marker is not None
    )


def _why(page: Page, clause: Clause) -> bool:
    """Whether a clause asks for the reason of what is so: "wondered [why he was angry]"."""
    first = page.token_at(clause.start)
    return page.lower[first] == "why" and page.lower[first + 1 : first + 2] != [","]


def _thought(page: Page, governor: Clause) -> bool:
    """Whether what follows is only a thought of somebody: "The idea struck her that he was in love"."""
    spans = [span for span in (governor.subject, governor.object) if span is not None]
    return any(page.lemma[k] in word_set("thoughts") for span in spans for k in page.tokens(span))


def _of_another(page: Page, governor: Clause, clause: Clause) -> bool:
    """Whether a clause is what somebody else thinks of its subject; what one finds oneself to feel is felt."""
    if clause.tense == "infinitive" or governor.lemma == "feel" or stance_of(page.text, governor) not in THOUGHT:
        return False
    thinker, subject = page.head(holder(page.text, governor)), page.head(clause.subject)
    return thinker is None or thinker != subject


def _asked(page: Page, i: int) -> bool:
    """Whether the sentence is a question."""
    for k in range(i + 1, min(len(page), i + 20)):
        if page.lower[k] in ("?", ".", "!"):
            return page.lower[k] == "?"
    return False


def _belied(page: Page, i: int) -> bool:
    """What was supposed turns out not to be: "... he would be frightened, and he isn't." """
    for k in range(i + 1, min(len(page) - 3, i + 8)):
        if page.lower[k] in (".", "!", "?", ";") or page.sentence[k] != page.sentence[i]:
            return False
        if page.lower[k] in ("and", "but"):
            subject = page.lower[k + 1] in ("he", "she", "i", "they", "we", "it")
            said = page.lower[k + 1 + subject : k + 4 + subject]
            verb, denial, stop = said if len(said) == 3 else ("", "", "")
            return verb in word_set("auxiliaries") and denial in ("not", "n't", "never") and stop in MARKS
    return False
