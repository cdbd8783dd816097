"""From cues to episodes: signs read by what is said and named near by, one episode told twice taken once, sureness."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from msgspec import structs

from unspoken import resources
from unspoken.layers.characters import Character
from unspoken.layers.feelings import Feeling
from unspoken.layers.quotations import Quote
from unspoken.stages.cast.relations import crowded
from unspoken.stages.feelings import grammar
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.feigned import feigned
from unspoken.stages.feelings.lexicon import families, valences
from unspoken.stages.feelings.page import Page
from unspoken.stages.feelings.several import each
from unspoken.stages.feelings.sureness import Sureness
from unspoken.stages.feelings.targets import whom
from unspoken.stages.little_told import LittleTold
from unspoken.stages.stances import stance_of

NEAR = 60  # tokens within which a named feeling tells what a sign means
CLOSE = 8  # tokens within which a word of anger tells what tears mean
SAME = 18  # tokens within which two cues of one feeling and person are one episode
ALIKE = 12  # the same for two of one family
HEARSAY = 0.85  # how much less sure it is what one says of another's heart
TOGETHER = 24  # tokens within which two signs of one person come together
LIKELY = 3  # how many of the emotions of a sign are likely: one that is meant by both is among them
SURE_OF_WHOM = 0.6  # below it, whose heart it is counts as not known
# how sure it has to be that somebody feels so where many people are about: of judged ones 19 of 34 below it were right,
# 128 of 172 above
LEAST = 0.6
SHOWN = ("bodily", "action")
ORDER = {"named": 0, "speech": 1, "bodily": 2, "action": 3, "inferred": 4}


def episodes(page: Page, cues: Sequence[Cue]) -> tuple[Feeling, ...]:
    """The feelings layer, in text order."""
    beasts = {character.id for character in page.characters if character.kind == "animal"}
    ordered = sorted(cues, key=lambda c: (c.first, -c.last, ORDER[c.channel]))
    told = [one for cue in _apart(page, ordered) for one in each(page, cue)]
    told = [cue for cue in told if cue.who not in beasts or cue.channel == "named"]
    kept, who = _once(_read(page, _joined(page, told))), Sureness(page)
    found = feigned(page, [feeling(page, cue, "", who) for cue in kept if _worth_telling(cue)])
    shown = sure(found, page.characters)
    return tuple(structs.replace(made, id=f"f{number}") for number, made in enumerate(shown))


def sure(found: Iterable[Feeling], characters: Sequence[Character]) -> list[Feeling]:
    """Those of which it is sure enough whose they are; for whom they are is left open where that is not."""
    least, little = LEAST if crowded(characters) else 0.0, LittleTold(characters)
    own = (f for f in found if f.experiencer is None or f.confidence >= least)
    whose = (f for f in own if not little.doubtful(f.experiencer, f.start, f.end))
    return [structs.replace(f, target=None) if little.doubtful(f.target, f.start, f.end) else f for f in whose]


def _worth_telling(cue: Cue) -> bool:
    """Whether a feeling is told: one that only might be is none, but for what somebody believes to be felt; nor is what
    a weak sign alone may show."""
    if cue.weak:
        return False
    return not cue.modality.hypothetical or (cue.modality.believed and cue.channel not in SHOWN)


def _apart(page: Page, cues: Sequence[Cue]) -> list[Cue]:
    """Of cues that share words the one with more words, or the one that names the feeling."""
    out: list[Cue] = []
    for cue in cues:
        if out and cue.first <= out[-1].last:
            if _names(page, out[-1], cue):  # "a pang of jealousy went through her": the word says what it is
                out[-1] = replace(out[-1], emotions=cue.emotions, channel="named")
            elif _rank(cue) > _rank(out[-1]):
                out[-1] = cue
            continue
        if out and _beside(page, out[-1], cue) and {cue.channel, out[-1].channel} == {"named", "bodily"}:
            if cue.channel == "named":  # "laughed bitterly", "a sad smile": the word says what the sign means
                out[-1] = _worded(cue, out[-1])
            continue
        out.append(cue)
    return out


def _names(page: Page, sign: Cue, word: Cue) -> bool:
    """Whether a word inside a sign names what the pang or sob of which it tells is of."""
    inside = sign.channel in SHOWN and word.channel == "named" and word.last == word.first <= sign.last
    return inside and page.pos[word.first] == "NOUN" and page.lower[sign.first + 1 : word.first][:1] == ["of"]


def _worded(word: Cue, sign: Cue) -> Cue:
    """A word with the sign that it stands beside: what "bitterly" may mean besides is meant by "wept bitterly"."""
    emotions, meant = word.emotions, sign.emotions[0]
    if meant in emotions:
        emotions = (meant, *(e for e in emotions if e != meant))
    return replace(word, emotions=emotions, who=word.who or sign.who)


def _beside(page: Page, a: Cue, b: Cue) -> bool:
    """Whether one cue stands next to the other, or after its "of" or "with": "a smile of weary contempt", "jumped in
    sudden fear"."""
    between = range(a.last + 1, b.first)
    leads = ("of",) if a.channel == "named" else ("of", "in", "with", "for", "from")
    return not between or (page.lower[a.last + 1] in leads and all(page.pos[k] in ("DET", "ADJ") for k in between[1:]))


def _rank(cue: Cue) -> tuple[bool, bool, int, int]:
    """How much a cue tells: a sign that shows nothing alone less than a word inside it ("looked [fearfully] back")."""
    shows = not cue.weak or cue.channel not in SHOWN
    return cue.who is not None, shows, cue.last - cue.first, -ORDER[cue.channel]


def _lasting(page: Page, cue: Cue) -> bool:
    """Whether a word tells of a dislike that lasts, which says nothing of what hands shake with now: "I hated them"."""
    lasts = not resources.words("emotions.toml", "states").isdisjoint((page.lower[cue.first], page.lemma[cue.first]))
    return cue.channel == "named" and cue.emotions[0] in ("anger", "contempt") and lasts


def _read(page: Page, cues: Sequence[Cue]) -> list[Cue]:
    """Signs narrowed by the feelings that are named or said near by of the same person."""
    plain: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        told = cue.channel in ("named", "speech") and not (cue.modality.hypothetical or cue.weak)
        if cue.who and told and not _lasting(page, cue):
            plain[cue.who].append(cue)
    firsts = {who: [cue.first for cue in said] for who, said in plain.items()}
    read = [cue for cue in cues if cue.channel not in SHOWN or not _result(page, cue, plain.get(cue.who or "", []))]
    return [_narrowed(cue, plain.get(cue.who or "", []), firsts.get(cue.who or "", [])) for cue in read]


def _result(page: Page, sign: Cue, said: Sequence[Cue]) -> bool:
    """Whether a sign only tells how strong a named feeling is: "so angry that she could not speak"."""
    so = (c for c in said if page.lower[max(0, c.first - 1)] == "so" and page.together(c.last, sign.first))
    return any("that" in page.lower[c.last + 1 : sign.first] for c in so)


def _narrowed(cue: Cue, said: Sequence[Cue], firsts: Sequence[int]) -> Cue:
    if (cue.channel not in SHOWN and not cue.weak) or not said:
        return cue
    low, high = bisect_left(firsts, cue.first - NEAR), bisect_left(firsts, cue.first + NEAR)
    near = sorted(said[low:high], key=lambda c: abs(c.first - cue.first))
    if cue.emotions[0] == "sadness":  # who weeps is not angry because an angry word fell before
        near = [c for c in near if c.emotions[0] != "anger" or abs(c.first - cue.first) <= CLOSE]
    denied = {c.emotions[0] for c in near if c.modality.negated}
    emotions = tuple(e for e in cue.emotions if e not in denied) or cue.emotions
    meant = next((c.emotions[0] for c in near if not c.modality.negated and c.emotions[0] in emotions), None)
    if meant is None:
        return replace(cue, emotions=emotions)
    emotions = (meant, *(e for e in emotions if e != meant))
    return replace(cue, emotions=emotions, sure=min(0.9, cue.sure + 0.15), weak=False)


def _once(cues: Sequence[Cue]) -> list[Cue]:
    """One episode told twice within a few words is one."""
    out: list[Cue] = []
    last: dict[tuple[str, str, bool, bool], int] = {}
    for cue in cues:
        if cue.who is None:
            out.append(cue)
            continue
        key = (cue.who, families()[cue.emotions[0]], cue.modality.negated, cue.modality.hypothetical)
        k = last.get(key)
        if k is not None and cue.first - out[k].last <= (SAME if out[k].emotions[0] == cue.emotions[0] else ALIKE):
            out[k] = _better(out[k], cue)
            continue
        last[key] = len(out)
        out.append(cue)
    return out


def _better(a: Cue, b: Cue) -> Cue:
    best = b if (ORDER[b.channel], -b.sure) < (ORDER[a.channel], -a.sure) else a
    return replace(best, target=best.target or a.target or b.target)


def _joined(page: Page, cues: Sequence[Cue]) -> list[Cue]:
    """Signs of one person that come together in a sentence are one sign, of what they have in common."""
    out: list[Cue] = []
    last: dict[str, int] = {}
    for cue in cues:
        k = last.get(cue.who or "") if cue.channel in SHOWN else None
        near = k is not None and cue.first - out[k].last <= TOGETHER and page.together(out[k].last, cue.first)
        if k is not None and near and out[k].modality == cue.modality:
            common = tuple(e for e in out[k].emotions if e in cue.emotions)
            if all(not set(one.emotions[:LIKELY]).isdisjoint(common) for one in (out[k], cue)):
                sure = min(0.9, max(out[k].sure, cue.sure) + 0.1)
                first, target = out[k], out[k].target or cue.target
                last_of = max(first.last, cue.last)
                out[k] = replace(first, last=last_of, emotions=common, sure=sure, target=target, weak=False)
                continue
        if cue.who and cue.channel in SHOWN:
            last[cue.who] = len(out)
        out.append(cue)
    return out


def feeling(page: Page, cue: Cue, number: str, who: Sureness) -> Feeling:
    """The record of a cue, with its place in a scene, who says so and how sure it is."""
    quote = page.quote_at(cue.first)
    unsaid = quote is not None and quote.speaker is None  # who says so is not known, so neither is whose heart it is
    if unsaid or (cue.who is not None and who.of(cue.who, cue.anchor) < SURE_OF_WHOM):
        cue = replace(cue, who=None, target=None)
    scene = page.scene_at(cue.first)
    span = page.span(cue.first, cue.last)
    emotion = cue.emotions[0]
    return Feeling(
        id=number,
        start=span.start,
        end=span.end,
        scene=scene.id if scene else None,
        experiencer=cue.who,
        emotion=emotion,
        candidates=cue.emotions[1:],
        valence=valences()[emotion],
        intensity=cue.intensity,
        channel=cue.channel,
        target=whom(page, scene, cue) if cue.target in (None, cue.who) else cue.target,
        cause=grammar.cause(page, cue.last) if cue.channel == "named" else None,
        negated=cue.modality.negated,
        hypothetical=cue.modality.hypothetical,
        source=_source(page, cue),
        confidence=_confidence(cue, quote, who),
    )


def _source(page: Page, cue: Cue) -> tuple[str, ...]:
    """Who says so, outermost first."""
    quote, writing = page.quote_at(cue.first), page.writing_at(cue.first)
    source: tuple[str, ...] = ("narrator",)
    if writing is not None:
        source = (*source, writing.id)
    if quote is not None and quote.speaker is not None:
        source = (*source, quote.speaker)
    if len(source) == 1 and cue.who is not None and cue.channel == "named" and _says(page, cue):
        return (*source, cue.who)
    if len(source) == 1 and page.narrator and cue.target == page.narrator != cue.who and cue.channel == "named":
        return (*source, page.narrator)  # what others feel for "me" is what "I" think they do
    return source


def _says(page: Page, cue: Cue) -> bool:
    """Whether the one who feels so is only told to say it ("said that she loved him")."""
    clause = page.clause_at(cue.first)
    if clause is None or clause.governor is None:
        return False
    above = page.clauses[clause.governor]
    return stance_of(page.text, above) == "tells" and page.head(above.subject) == cue.who


def _confidence(cue: Cue, quote: Quote | None, who: Sureness) -> float:
    sure = cue.sure * (0.4 if cue.who is None else who.of(cue.who, cue.anchor))
    if cue.modality.past or cue.modality.hypothetical:
        sure *= 0.8
    if quote is not None and cue.who != quote.speaker:
        sure *= HEARSAY
    return round(sure, 3)
