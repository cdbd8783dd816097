"""Feelings told by an answer that leaves the word out: "You're angry." "I'm not."; "I was afraid." "So was I."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unspoken.layers.quotations import Quote
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.modality import Modality
from unspoken.stages.feelings.page import Page, word_set

REACH = 24  # tokens from the word to the answer that takes it up
SURE = 0.6
ENDS = frozenset((".", ",", "!", "?", ";", "—", "…", '"', "”", "'", "’", "too", "though", "now"))


@dataclass(frozen=True)
class _Answer:
    """What an answer says: its last token, whether it denies, and the verb that it repeats ("be", "do")."""

    last: int
    denies: bool
    verb: str  # empty for "yes" and "no"
    alike: bool = False  # "so am I"


def answer_cues(page: Page, cues: Sequence[Cue]) -> Iterator[Cue]:
    """What answers and after-thoughts say of the hearts of those who speak.

    Args:
        page: the text as columns of words.
        cues: feelings that are named, in text order.
    """
    named = [cue for cue in cues if cue.channel == "named" and page.speech[cue.first] >= 0]
    for k in range(1, len(page)):
        quote = page.quote_at(k)
        if quote is None or quote.speaker is None or not _opens(page, k):
            continue
        answer = _answer(page, k)
        earlier = next((c for c in reversed(named) if c.last < k), None) if answer else None
        if answer and earlier and k - earlier.last <= REACH and _takes_up(page, quote, k, earlier, answer):
            yield _told(quote, k, earlier, answer)


def _opens(page: Page, k: int) -> bool:
    before = page.lower[k - 1]
    return page.speech[k - 1] != page.speech[k] or before in ("yes", "no", "oh", "well", "but", *'.,!?;—"“‘')


def _answer(page: Page, k: int) -> _Answer | None:
    words = [w.replace("ai", "be") for w in page.lower[k : k + 4]]
    lemmas = page.lemma[k : k + 4]
    verbs = word_set("answering")
    if len(words) < 4:
        return None
    if words[0] == "i" and lemmas[1] in verbs:
        denied = words[2] in ("not", "n't")
        last = k + 1 + denied
        return _Answer(last, denied, lemmas[1]) if page.lower[last + 1 : last + 2][0] in ENDS else None
    if words[0] in ("so", "nor", "neither") and lemmas[1] in verbs and words[2] == "i":
        return _Answer(k + 2, words[0] != "so", lemmas[1], alike=True)
    if words[:2] == ["me", "too"]:
        return _Answer(k + 1, False, "", alike=True)
    if words[0] in ("yes", "no") and words[1] in ENDS:
        return _Answer(k, words[0] == "no", "")
    return None


def _takes_up(page: Page, quote: Quote, k: int, earlier: Cue, answer: _Answer) -> bool:
    """Whether an answer is one to what named the feeling: by the verb it repeats, or as "yes" to a question."""
    before = page.quote_at(earlier.first)
    one_voice = before is not None and answer.alike and before.speaker == quote.speaker
    same = before is not None and (before.id == quote.id or one_voice)
    if before is None or (not same and before.speaker in (None, quote.speaker)):
        return False
    if answer.alike and same:  # "Tilda thinks the world of you. So do I."
        return (
            None not in (earlier.who, quote.speaker)
            and earlier.who != quote.speaker
            and answer.verb == _verb(page, earlier)
        )
    if answer.alike:
        return earlier.who == before.speaker and answer.verb in ("", _verb(page, earlier))
    if answer.verb:
        return answer.verb == _verb(page, earlier) and (not same or earlier.who != quote.speaker)
    asked = "?" in page.lower[earlier.last + 1 : k] and page.speech[max(0, k - 2)] != page.speech[k]
    return asked and not same and _of_you(page, earlier)


def _verb(page: Page, cue: Cue) -> str:
    """The verb that stands for what names a feeling: "be" for "are afraid", "do" for "love", "feel sad"."""
    clause = page.clause_at(cue.first)
    return "be" if clause is not None and (clause.lemma == "be" or clause.passive) else "do"


def _of_you(page: Page, cue: Cue) -> bool:
    clause = page.clause_at(cue.first)
    subject = clause.subject if clause is not None else None
    return subject is not None and page.text[subject.start : subject.end].lower() == "you"


def _told(quote: Quote, k: int, earlier: Cue, answer: _Answer) -> Cue:
    target = earlier.target
    if target == quote.speaker:
        target = earlier.who if answer.alike else None
    return replace(
        earlier, first=k, last=answer.last, anchor=k, who=quote.speaker, target=target,
        modality=Modality(negated=answer.denies), sure=SURE,
    )  # fmt: skip
