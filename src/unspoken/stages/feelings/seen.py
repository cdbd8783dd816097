"""What the network says of the words that the lists take for feelings."""

from __future__ import annotations

from unspoken.layers.signals import Signals
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.frames import extraposed
from unspoken.stages.feelings.lexicon import find
from unspoken.stages.feelings.motives import impelled
from unspoken.stages.feelings.named import capital, traps
from unspoken.stages.feelings.page import Page, word_set

LEAST = 0.1  # probability of a cue below which a word of the lists names no feeling here
IDIOM = 4  # words after the first of which an idiom is made that means nothing else: "could not seem to part with"
OFTEN = 0.19  # the same for nouns and verbs, which more often have another sense


def weighed(page: Page, signals: Signals, cue: Cue) -> bool:
    """Whether a cue of the lists stands: a word that names a feeling elsewhere may name none here.

    A feeling that opens a sentence looks like a name to the network: the grammar alone says whose it is. An adverb
    without another sense ("scathingly") needs no second opinion, nor does what something is done out of.
    """
    if cue.channel != "named" or (cue.who is not None and (capital(page, cue.first) or _plain(page, cue))):
        return True
    if cue.last == cue.first and impelled(page, cue.first) is not None:
        return True
    if (cue.last - cue.first >= IDIOM and cue.target is None) or _idiom(page, cue):
        return True
    if cue.who is not None and (_predicated(page, cue.first, cue.last) or _framed(page, cue)):
        return True
    return float(signals.cue[cue.first : cue.last + 1].max()) >= (OFTEN if _loose(page, cue) else LEAST)


def _idiom(page: Page, cue: Cue) -> bool:
    """Whether several words are a set phrase that has no other sense: "on tenterhooks", "sick with herself"."""
    said = page.lower[cue.first : cue.last + 1]
    if said[-1].endswith(("self", "selves")):
        return len(said) > 1 and page.pos[cue.first] != "VERB" and page.pos[cue.last + 1 : cue.last + 2] != ["AUX"]
    return len(said) > 1 and not word_set("idiomatic").isdisjoint(said)


def _framed(page: Page, cue: Cue) -> bool:
    """Whether the sentence is built around the word as only a feeling has it: "Ashamed of it, he ...", "It grieved her
    to see it", "to the great relief of Ann"."""
    i = cue.first
    word = find(page.lower[i], page.lemma[i], page.pos[i])
    if word is None or cue.last > i or word.lemma in word_set("many_senses"):
        return False
    if word.kind == "noun":
        to = any(page.lower[k] == "to" and page.together(k, i) for k in range(max(0, i - 4), i))
        return to and page.lower[i + 1 : i + 2] == ["of"] and page.lower[i - 1] != "to"
    opens = i == 0 or page.sentence[i - 1] != page.sentence[i]
    if opens and page.lower[i].endswith("ed"):
        return page.lower[i + 1 : i + 2] in ([","], ["by"], ["at"], ["of"], ["with"], ["and"])
    return extraposed(page, i)


def _predicated(page: Page, first: int, last: int) -> bool:
    """Whether a participle is said of somebody by a verb of being: "was mortified", "felt quite elated"."""
    word = find(page.lower[first], page.lemma[first], page.pos[first])
    participle = page.lower[first].endswith("ed") and page.lower[first] != "crossed"
    if first != last or word is None or word.kind not in ("adj", "affect") or not participle:
        return False
    k = first - 1
    while k > 0 and page.pos[k] in ("ADV", "PART"):
        k -= 1
    said = k >= 0 and page.lemma[k] in word_set("copulas") and page.together(k, first)
    followed = page.pos[first + 1 : first + 2] in (["ADJ"], ["NOUN"], ["ADV"])  # "jolly glad"
    return said and not followed and word.lemma not in word_set("many_senses")


def _plain(page: Page, cue: Cue) -> bool:
    """Whether a word is an adverb that tells how somebody does something, and no list knows of another sense of it."""
    i = cue.first
    word = find(page.lower[i], page.lemma[i], page.pos[i])
    if word is None or cue.last > i or not traps().keys().isdisjoint((word.lemma, page.lower[i], page.lemma[i])):
        return False
    return word.kind in ("adv", "manner")


def _loose(page: Page, cue: Cue) -> bool:
    """Whether a cue is a noun or verb alone, and not what somebody does something with or in: "in some perplexity"."""
    i = cue.first
    word = find(page.lower[i], page.lemma[i], page.pos[i])
    how = {"with", "in"}.isdisjoint(page.lower[max(0, i - 3) : i])
    return cue.first == cue.last and word is not None and word.kind in ("noun", "verb", "affect") and how
