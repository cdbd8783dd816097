"""Feelings that show: bodily signs, actions, idioms and what people say, by the table of signs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from unspoken.stages.feelings import grammar
from unspoken.stages.feelings.ailments import ails
from unspoken.stages.feelings.bearers import shown_after
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.grammar import Party
from unspoken.stages.feelings.lexicon import find
from unspoken.stages.feelings.modality import Modality, modality
from unspoken.stages.feelings.page import Page, word_set
from unspoken.stages.feelings.passing import passing
from unspoken.stages.feelings.patterns import Match, Sign, matches
from unspoken.stages.feelings.received import heard_of

SURE = {"bodily": 0.66, "action": 0.56, "speech": 0.62, "named": 0.74, "inferred": 0.3}
THIRD = ("he", "she", "they")  # of whom somebody else is told
ARTICLES = (["the"], ["a"], ["an"], ["no"], ["all"])
FIRST = frozenset(("i", "me", "my", "we", "us", "our", "you", "your"))  # of whom a row itself speaks
AIMED_SPEECH = frozenset(("love", "longing", "guilt", "gratitude"))


def sign_cues(page: Page) -> Iterator[Cue]:
    """Cues by signs, in text order."""
    for found in matches(page):
        match = next((m for m in found if not _reflexive(page, m)), found[0])
        if _wish_to_feel(page, match):
            continue
        cue = _spoken(page, match) if match.sign.who == "speaker" else _shown(page, match)
        if cue is not None:
            yield cue


def _reflexive(page: Page, match: Match) -> bool:
    """Whether what would be another's is of the one who does it: "wiped her eyes" is no love."""
    doer = match.sign.who in ("subject", "owner") and match.target is not None
    return doer and grammar.subject(page, match.first).who == match.target


def _spoken(page: Page, match: Match) -> Cue | None:
    """What somebody says or writes of the own heart, to whom it is said."""
    quote, writing = page.quote_at(match.first), page.writing_at(match.first)
    if quote is not None:
        who, told = quote.speaker, quote.addressees[0] if len(quote.addressees) == 1 else None
    elif writing is not None:
        who, told = writing.author, writing.addressee
    else:
        return None
    if (who is not None and match.target == who) or _no_order(page, match) or _would_have(page, match):
        return None  # "God bless me!"
    if _surname(page, match) or _of_oneself(page, match, who):
        return None
    state = _meant(match.sign, modality(page, match.last))
    if (
        match.sign.emotions[0] not in ("love", "longing", "guilt", "joy", "pride")
        or _asks(page, match)
        or match.sign.asks
    ):
        state = Modality()
    aimed = match.sign.emotions[0] in AIMED_SPEECH or not word_set("addressed").isdisjoint(
        page.lower[match.first : match.last + 1]
    )
    target = match.target or (told if aimed and page.lower[match.first] not in THIRD else None)
    return _cue(page, match, Party(who, "known" if who else "unresolved"), target, state)


def _no_order(page: Page, match: Match) -> bool:
    """Whether a verb that would order the other to do something only tells what they can or will do: "You cannot [hold
    your tongue]"."""
    k = match.first - 1
    while k > 0 and (page.lower[k] in ("not", "n't") or page.pos[k] == "ADV"):
        k -= 1
    orders = page.pos[match.first] == "VERB" and "your" in page.lower[match.first : match.last + 1]
    return orders and k >= 0 and page.pos[k] == "AUX" and page.lower[k] != "do"


def _wish_to_feel(page: Page, match: Match) -> bool:
    """Whether what somebody wishes for is a feeling that they do not have: "I [wish I could] hate you"."""
    k = match.last + 1
    verb = find(page.lower[k], page.lemma[k], page.pos[k]) if k < len(page) and match.sign.says("wishes") else None
    return verb is not None and verb.kind == "verb"


def _surname(page: Page, match: Match) -> bool:
    """Whether what would be said to somebody dear is the end of a name: "Behind Grace [Darling.]"."""
    first = match.first
    capital = page.word[first][0].isupper() and page.pos[first] == "PROPN"
    return capital and first > 0 and page.pos[first - 1] == "PROPN" and page.together(first - 1, first)


def _of_oneself(page: Page, match: Match, who: str | None) -> bool:
    """Whether what would be scorn of others is said of oneself: "I had[n't the manners to] say no"."""
    scorn = match.sign.emotions[0] in ("contempt", "anger")
    said = page.lower[match.first : match.last + 1]
    if not scorn or who is None or not FIRST.isdisjoint(said) or page.pos[match.first] == "VERB":
        return False
    clause = page.clause_at(match.first)
    subject = clause.subject if clause is not None else None
    return (
        subject is not None and subject.end <= page.start[match.first] and page.text[subject.start : subject.end] == "I"
    )


def _would_have(page: Page, match: Match) -> bool:
    """Whether "I should have" tells what would have been: "or I should have come", "I should have if I knew"."""
    if page.lower[match.first : match.first + 2] != ["i", "should"]:
        return False
    first, last = match.first, match.last
    while first > 0 and page.together(first - 1, match.first):
        first -= 1
    while last + 1 < len(page) and page.together(last + 1, match.last):
        last += 1
    inverted = page.lower[first : first + 1] == ["had"] or {"had", "were"} & set(page.lower[first : match.first])
    otherwise = page.lower[match.first - 1] in ("or", "else", "otherwise")
    return bool(inverted) or otherwise or not {"if", "unless", "anywhere"}.isdisjoint(page.lower[first : last + 1])


def _asks(page: Page, match: Match) -> bool:
    """Whether something is asked of the one it is said to: "Forgive me", "Can you ever forgive me?"."""
    clause = page.clause_at(match.first)
    if page.lower[match.first] == "forgive" and "you" in page.lower[max(0, match.first - 3) : match.first]:
        return True
    return clause is not None and clause.tense == "imperative" and clause.verb.start == page.start[match.first]


def _shown(page: Page, match: Match) -> Cue | None:
    sign = match.sign
    who = _bearer(page, match)
    target = grammar.subject(page, match.first).who if sign.who == "object" else match.target or _wept_for(page, match)
    if who.state not in ("known", "unresolved") or (target is not None and target == who.who):
        return None
    state = _meant(sign, modality(page, match.first))
    if _joyless(page, match) or _attribute(page, match) or _customary(page, match):
        return None
    if sign.who == "object" and ails(page, page.clause_at(match.first)):
        return None
    denied = state.negated or _meant(sign, modality(page, match.last)).negated
    if denied and sign.channel != "named":
        return None  # that a sign is missing tells little
    return _cue(page, match, who, target, replace(state, negated=denied))


def _wept_for(page: Page, match: Match) -> str | None:
    """For whom tears are: "wept for him", "cried over her"."""
    for_whom = page.lower[match.last + 1 : match.last + 2] in (["for"], ["over"], ["about"])
    return grammar.target(page, match.last) if for_whom and match.sign.emotions[0] == "sadness" else None


def _joyless(page: Page, match: Match) -> bool:
    """Whether a laugh or smile is said to be of a kind that shows no joy, or a lip's curl to be a smile."""
    around = page.lower[max(0, match.first - 2) : match.last + 3]
    if match.sign.emotions[0] == "contempt":
        return "smile" in page.lemma[match.last + 1 : match.last + 5]  # "his lip curled into a slight smile"
    return match.sign.emotions[0] == "joy" and not word_set("joyless").isdisjoint(around)


def _customary(page: Page, match: Match) -> bool:
    """Whether a sign is said to be somebody's way at all times: "the habitual catch in his voice"."""
    return not word_set("customary").isdisjoint(page.lower[max(0, match.first - 2) : match.last])


def _attribute(page: Page, match: Match) -> bool:
    """Whether a participle only tells what somebody or something is like: "her reddened fingers", "the weeping child",
    but not "her flushed face"."""
    alone, k = match.first == match.last and page.lower[match.first].endswith(("ed", "ing")), match.first + 1
    while alone and page.lower[k : k + 1] == ["and"] and page.pos[k + 1 : k + 2] == ["ADJ"]:
        k += 2  # "the trembling and bewildered child"
    if not alone or page.pos[k : k + 1] != ["NOUN"]:
        return False
    return page.lemma[k] not in word_set("shown") or heard_of(page, k)


def _meant(sign: Sign, state: Modality) -> Modality:
    """How the text takes a sign: what the sign itself says is no denial and no supposition."""
    return replace(
        state,
        negated=state.negated and not any(sign.says(words) for words in ("negations", "endings", "losing")),
        hypothetical=state.hypothetical and not (sign.says("suppositions") or sign.says("wishes")),
    )


def _bearer(page: Page, match: Match) -> Party:
    if match.sign.who == "object":
        return Party(match.target, "known" if match.target else "none")
    if match.owned is not None:
        if (owner := _owner(page, match.owned)) is not None:
            return owner
        if match.sign.who == "owner" and page.lower[match.first - 1 : match.first] in ARTICLES:
            return _of_sentence(page, match.first)
        if match.sign.who == "owner" and page.lower[match.first - 1 : match.first] == ["with"]:
            return grammar.subject(page, match.first)  # "tried with fingers that would not close"
        if match.sign.who == "owner" and match.owned == match.first:
            return Party()
    if match.first == match.last and page.pos[match.first] == "NOUN":
        return _given(page, match.first)
    if page.pos[match.first] == "ADP" and (seen := grammar.beheld(page, match.first)) is not None:
        return seen
    return grammar.subject(page, match.first)


def _of_sentence(page: Page, i: int) -> Party:
    """Whose a thing is that the text gives nobody: of the one of whom the sentence told before, "she found that [the
    knife] was trembling"."""
    number = page.clause[i]
    before = [c for c in reversed(page.clauses[max(0, number - 3) : max(0, number)]) if c.subject and not c.marker]
    told = (page.head(c.subject) for c in before if c.sentence == page.clauses[number].sentence)
    who = next((one for one in told if one is not None), None)
    return Party(who, "known") if who is not None and page.speech[i] < 0 else Party()


def _owner(page: Page, i: int) -> Party | None:
    """Whose the thing at token ``i`` is; None where the text names no owner."""
    owned, who = page.owner(i)
    return Party(who, "known" if who else "unresolved") if owned else None


def _given(page: Page, i: int) -> Party:
    """Whose a sign is that is named by a noun: "her frown", "the sneer in her voice", "he gave a frown", "with a
    frown"; none of "a glare"."""
    if (owner := _owner(page, i) or shown_after(page, i)) is not None:
        return owner
    clause = page.clause_at(i)
    governed = clause is not None and clause.object is not None and i in page.tokens(clause.object)
    before = page.lower[max(0, i - 3) : i]
    return grammar.subject(page, i) if governed or not {"with", "without"}.isdisjoint(before) else Party()


def _cue(page: Page, match: Match, who: Party, target: str | None, state: Modality) -> Cue:
    sign = match.sign
    return Cue(
        first=match.first,
        last=match.last,
        anchor=match.owned if match.owned is not None else match.first,
        channel=sign.channel,
        emotions=sign.emotions,
        intensity=sign.intensity,
        who=who.who,
        target=None if target == who.who else target,
        modality=state,
        sure=round(SURE[sign.channel] + 0.5 * (sign.intensity - 0.6), 3),
        weak=sign.weak or passing(page, match),
    )
