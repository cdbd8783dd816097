"""Feelings that are named: nouns, adjectives, adverbs and verbs of the lexicon, and whose they are by the grammar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from unspoken import resources
from unspoken.layers.feelings import Emotion
from unspoken.stages.feelings import bearers, frames, grammar
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.lexicon import Word, find, valences
from unspoken.stages.feelings.modality import modality
from unspoken.stages.feelings.page import Page, word_set

DOINGS: Mapping[str, tuple[Emotion, ...]] = {
    "love": ("joy",),
    "adore": ("joy",),
    "hate": ("sadness", "anger"),
    "dislike": ("sadness", "contempt"),
    "like": ("joy",),
}
FORCE = ("furiously", "fiercely")  # with which things are also only done hard: "danced furiously"
ALLOWED = 9  # tokens after a verb of allowing within which it is told what is allowed
SURE = {"adj": 0.8, "verb": 0.76, "affect": 0.78, "noun": 0.72, "adv": 0.82, "manner": 0.74}


def named_cues(page: Page) -> Iterator[Cue]:
    """Cues by words, in text order."""
    for i in range(len(page)):
        word = find(page.lower[i], page.lemma[i], "NOUN" if capital(page, i) else page.pos[i])
        if word is not None and not trapped(page, i, word):
            cue = _cue(page, i, word)
            if cue is not None:
                yield cue


def capital(page: Page, i: int) -> bool:
    """Whether a word that does something to somebody has its capital from where it stands, and is nobody's name:
    "Envy went through him".

    Args:
        page: the text as columns of words.
        i: the number of a token.
    """
    opens = i == 0 or page.sentence[i - 1] != page.sentence[i]
    alone = page.pos[i + 1 : i + 2] not in (["PROPN"], ["PART"])
    if page.pos[i] != "PROPN" or not (opens and alone) or (i in page.begins and not frames.stirs(page, i)):
        return False
    clause, narrated = page.clause_at(i), page.speech[i] < 0 and page.writing[i] < 0
    subject = clause.subject if clause is not None else None
    return narrated and subject is not None and subject.start == page.start[i] and subject.end == page.end[i]


@cache
def traps() -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """For each word, where neighbours rule it out: (place, words)."""
    out: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for line in resources.text("emotion_traps.tsv").splitlines():
        if line and not line.startswith("#"):
            lemma, place, words = line.split("\t")
            out[lemma].append((place, frozenset(words.split())))
    return {lemma: tuple(rules) for lemma, rules in out.items()}


def trapped(page: Page, i: int, word: Word) -> bool:
    """Whether the word at token ``i`` names no feeling here."""
    after = page.lower[i + 1] if i + 1 < len(page) else ""
    both = "_".join(page.lower[i + 1 : i + 3]) if i + 2 < len(page) else ""
    before = page.lower[i - 1] if i else ""
    spoken = page.speech[i] >= 0 or page.writing[i] >= 0
    for place, words in traps().get(word.lemma, traps().get(page.lower[i], ())):
        if place == "previous":
            ruled_out = before in words
        else:
            itself = place == "said" or i + 1 not in page.begins or after.endswith(("self", "selves"))
            alone = after in words and itself
            ruled_out = (alone or both in words) and (place == "next" or spoken)
        if ruled_out:
            return True
    if word.lemma in word_set("urging") and "to" in page.lower[i + 1 : i + 5]:
        return True  # "She encouraged him to stay"
    if word.kind in ("affect", "verb") and (_meant(page, i, word) or _attribute(page, i)):
        return True
    if word.kind == "noun" and before == "the" and after == "of" and _charms(page, i, word):
        return True  # "the delights of the garden"
    general = after == "of" and not word_set("general").isdisjoint(page.lower[i + 2 : i + 4])
    if word.kind == "noun" and general and before in word_set("articles"):
        return word.lemma not in word_set("aimed")  # "the distress of life", but "the fear of poverty"
    lost = not word_set("losing").isdisjoint(page.lemma[max(0, i - 3) : i])
    if word.lemma in word_set("placed") and word.kind == "noun" and after != "in" and not lost:
        return True  # "his faith", "with confidence"
    if word.kind == "noun" and before == "word":
        return True  # "the word pity"
    if word.lemma in word_set("allowing") and word.kind == "verb" and _allows(page, i):
        return True
    if word.lemma in word_set("complemented") and after not in ("to", "for", "after"):
        return True
    if word.kind == "noun" and page.lower[i] != page.lemma[i] and page.lemma[i] in word_set("uncounted"):
        return True
    if word.kind == "adv" and word.emotion == "anger" and _embraces(page, i):
        return True  # "pressed her fiercely to him"
    if word.kind in ("adv", "manner") and page.pos[i + 1 : i + 2] == ["ADJ"]:
        return True  # "her viciously teasing ways"
    if word.kind in ("adv", "manner") and after == "," and (before in grammar.STOPS or i == 0):
        return True  # "Sadly, ...": the teller's comment
    if (word.kind == "adv" and _how_much(page, i, word)) or _stirred(page, i, word):
        return True
    if word.kind == "adj" and _no_reason(page, i):
        return True
    if word.lemma == "afraid" and spoken and _regrets(page, i):
        return True
    if page.lower[i - 1 : i + 1] in (["i", "fear"], ["i", "trust"]) and after in (",", "so", "not"):
        return True  # "That is, I fear, the end of it"
    if word.lemma == "fond" and after == "of" and (_deed_follows(page, i + 2) or _taste(page, i + 2)):
        return True  # "fond of walking": what somebody is like
    if word.kind in ("adv", "adj") and before == "not" and page.lower[i].startswith("un"):
        return True  # "not unkindly"
    if word.lemma == "jealous" and after == "of" and not word_set("guarded").isdisjoint(page.lemma[i + 2 : i + 5]):
        return True  # "jealous of her reputation"
    if word.lemma == "love" and word.kind == "noun" and _greets(page, i):
        return True
    if word.lemma == "miss" and page.word[i][0].isupper() and i + 1 < len(page) and page.word[i + 1][0].isupper():
        return True
    return word.kind == "noun" and page.speech[i] >= 0 and _called(before, after)


def _allows(page: Page, i: int) -> bool:
    """Whether somebody or something is let do something: "suffered her to go", "suffering his anger to cool"."""
    if grammar.direct_object(page, i).state in ("known", "unresolved"):
        return True
    near = range(i + 2, min(len(page), i + ALLOWED))
    to = next((k for k in near if page.lower[k] == "to" and page.together(i, k)), None)
    return to is not None and grammar.governs(page, i) and page.pos[to + 1 : to + 2] in (["VERB"], ["AUX"])


def _charms(page: Page, i: int, word: Word) -> bool:
    """Whether it is what something has that would please or hurt anybody, and nobody is said to feel it."""
    clause = page.clause_at(i)
    return word.lemma in word_set("charms") and clause is not None and clause.lemma not in word_set("having")


def _how_much(page: Page, i: int, word: Word) -> bool:
    """Whether a sad adverb only says how much is amiss: "spoilt him sadly", "was miserably deceived"."""
    clause = page.clause_at(i)
    amiss = clause is not None and clause.lemma in word_set("amiss")
    return word.emotion == "sadness" and (amiss or page.lemma[i + 1 : i + 2] in [[verb] for verb in word_set("amiss")])


def _stirred(page: Page, i: int, word: Word) -> bool:
    """Whether somebody is stirred by no joy, as the word beside it says: "nervous and excited"."""
    if word.lemma not in word_set("stirred"):
        return False
    beside = [k + step for k, step in ((i - 1, -1), (i + 1, 1)) if page.lower[k : k + 1] in (["and"], ["but"], [","])]
    others = (find(page.lower[k], page.lemma[k], page.pos[k]) for k in beside if 0 <= k < len(page))
    return any(other is not None and other.kind == "adj" and valences()[other.emotion] < 0 for other in others)


def _embraces(page: Page, i: int) -> bool:
    clause = page.clause_at(i)
    hard = clause is not None and clause.lemma in word_set("exerting") and page.lower[i] in FORCE
    return hard or (clause is not None and clause.lemma in word_set("embracing"))


def _no_reason(page: Page, i: int) -> bool:
    """Whether there is only told to be reason for it, or none: "nothing in this world to be ashamed of"."""
    k = i - 1 - (page.pos[i - 1] == "ADV")
    if i < 3 or page.lower[k - 1 : k + 1] not in (["to", "be"], ["to", "feel"]):
        return False
    return any(page.lower[j] in word_set("reasons_for") and page.together(j, i) for j in range(max(0, k - 6), k - 1))


def _regrets(page: Page, i: int) -> bool:
    """Whether who says to be afraid only has to say so: "I'm afraid the train has left"."""
    clause = page.clause_at(i)
    told = clause is None or clause.tense in ("present", "imperative")
    said = page.lower[i + 1 : i + 2] in (["so"], ["not"], [","], ["."], ["that"])
    return told and (said or page.pos[i + 1 : i + 2] in (["DET"], ["PRON"], ["PROPN"], ["NOUN"], ["ADJ"]))


def _taste(page: Page, k: int) -> bool:
    """Whether it is a thing that somebody is fond of, and nobody: "fond of ginger beer"."""
    return page.pos[k : k + 1] == ["NOUN"] and page.other_at(k)[1] is None


def _greets(page: Page, i: int) -> bool:
    """Whether love is only sent: "gives you her love", "send them my love"."""
    before = page.lower[i - 1] if i else ""
    verbs = {"send"} if "all" in page.lower[max(0, i - 4) : i] else {"give", "send"}
    return before in word_set("possessives") and not verbs.isdisjoint(page.lemma[max(0, i - 4) : i])


def _attribute(page: Page, i: int) -> bool:
    """Whether a verb tells what others feel for the one named next: "her revered grandfather"."""
    before = page.lower[i - 1] if i else ""
    joined = before in ("and", ",") and page.pos[i - 2 : i - 1] == ["ADJ"]
    beside = before in word_set("possessives") or page.pos[i - 1 : i] in (["DET"], ["ADJ"]) or joined
    return page.lower[i].endswith(("ed", "ing")) and beside and page.pos[i + 1 : i + 2] == ["NOUN"]


def _meant(page: Page, i: int, word: Word) -> bool:
    """Whether to feel it, or to make somebody feel it, is what is meant or left undone: "to please him", "nobody to
    trust", "without frightening her"; what "seemed to please him" did."""
    if i > 3 and page.lower[i - 1] == "and" and page.lower[i - 3] == "to":
        return True  # "to soothe and comfort her"
    if word.lemma == "miss" and page.lower[max(0, i - 2) : i] == ["going", "to"]:
        return False  # "I am going to miss you"
    if i > 1 and page.lower[i - 1] == "to":
        return (page.pos[i - 2] != "ADJ" or page.lower[i - 2] == "last") and page.lemma[i - 2] not in word_set("so")
    return word.kind == "affect" and page.lower[i].endswith("ing") and page.pos[i - 1 : i] in (["ADP"], ["SCONJ"])


def _called(before: str, after: str) -> bool:
    """Called by it ("Yes, love."): stands between marks."""
    return (before in grammar.STOPS or before in (",", "my", "'", "‘")) and (
        after in grammar.STOPS or after in (",", "'", "’")
    )


def _cue(page: Page, i: int, word: Word) -> Cue | None:
    who, target = bearers.bearer(page, i, word)
    if who is None or who.state == "thing":
        return None
    state = modality(page, i)
    cue = Cue(
        first=i,
        last=i,
        anchor=i,
        channel="named",
        emotions=(word.emotion, *word.also),
        intensity=_intensity(page, i, word),
        who=who.who,
        target=None if target == who.who else target,
        modality=state,
        sure=SURE[word.kind],
    )
    return _reread(page, i, word, cue)


def _reread(page: Page, i: int, word: Word, cue: Cue) -> Cue:
    """What a word means by what stands next to it."""
    if word.lemma == "trust" and word.kind == "verb" and _clause_follows(page, i + 1):
        return replace(cue, emotions=("hope",), target=None)
    if word.kind == "verb" and word.lemma in DOINGS and _deed_follows(page, i + 1):
        return replace(cue, emotions=DOINGS[word.lemma], target=None)
    if word.lemma == "miss" and _before_parting(page, i, cue):
        return replace(cue, modality=replace(cue.modality, hypothetical=False))
    if page.lower[i] == "sorry" and _is_sad(page, i):
        return replace(cue, emotions=("sadness", "guilt"))
    return cue


def _before_parting(page: Page, i: int, cue: Cue) -> bool:
    """Whether somebody says beforehand that they will miss somebody, which they do already: "I shall miss you"."""
    before = page.lower[max(0, i - 4) : i]
    ahead = not {"shall", "will", "'ll", "going"}.isdisjoint(before) and {"if", "you", "not", "n't"}.isdisjoint(before)
    clause = page.clause_at(i)
    asked = clause is not None and (clause.question or clause.conditional)
    return ahead and not asked and not cue.modality.negated and (cue.target is not None or page.pos[i + 1] == "PRON")


def _is_sad(page: Page, i: int) -> bool:
    """Whether who is sorry is sad, and has done no wrong: "sorry to leave", "was sorry when it was over"."""
    after = page.lower[i + 1 : i + 2]
    if after == ["to"]:
        return page.lemma[i + 2] not in word_set("excused")
    return after == ["when"] and page.speech[i] < 0


def _deed_follows(page: Page, k: int) -> bool:
    """Whether it is something to do that is loved or hated: "to walk", "walking"."""
    infinitive = page.lower[k : k + 1] == ["to"] and page.pos[k + 1 : k + 2] in (["VERB"], ["AUX"])
    return infinitive or (page.pos[k : k + 1] == ["VERB"] and page.lower[k].endswith("ing"))


def _clause_follows(page: Page, k: int) -> bool:
    """Whether a clause begins at token ``k``: "that he", "you will"."""
    if page.lower[k : k + 1] == ["that"]:
        return page.pos[k] == "SCONJ"
    if k < len(page) and page.other_at(k)[1] is not None:
        return page.pos[page.other_at(k)[0] + 1 : page.other_at(k)[0] + 2] in (["AUX"], ["VERB"])
    return page.pos[k : k + 1] == ["PRON"] and page.pos[k + 1 : k + 2] in (["AUX"], ["VERB"])


def _intensity(page: Page, i: int, word: Word) -> float:
    near = set(page.lower[max(0, i - 2) : i])
    factor = 1.25 if near & word_set("great") else 0.7 if near & word_set("small") else 1.0
    return round(min(1.0, word.intensity * factor), 2)
