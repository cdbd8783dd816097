"""Towards whom a feeling is where its own words do not say so: by the talk that it stands in, and by who is there."""

from __future__ import annotations

from unspoken.layers.feelings import Emotion
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.feelings import grammar
from unspoken.stages.feelings.contrasts import contrasted
from unspoken.stages.feelings.cues import Cue
from unspoken.stages.feelings.page import Page, word_set

BESIDE = 120  # code points between a feeling and what is said
TALK = 240  # the same where only two are there and talk
READ = 400  # code points between what is written and what its reader feels
PROVOKED = (["with"], ["at"], ["by"], ["about"], ["over"], ["that"])  # leads to what one is angry about
SPOKEN: frozenset[Emotion] = frozenset(("anger", "contempt"))  # what one lets somebody hear
OWED: frozenset[Emotion] = frozenset(("guilt", "gratitude"))  # what one tells the one whom it is for
BEFORE: frozenset[Emotion] = frozenset(("fear", "shame", "relief"))  # what one feels before whom one talks with
TALKED: frozenset[Emotion] = frozenset(
    ("anger", "contempt", "jealousy", "shame", "guilt", "gratitude", "longing", "love", "fear", "surprise", "relief")
)
FELT_AT: frozenset[Emotion] = frozenset(  # what is felt for the one with whom one talks, also among many
    ("anger", "contempt", "jealousy", "shame", "guilt", "gratitude", "love")
)
OF_DEEDS: frozenset[Emotion] = frozenset(  # what is felt for the one who does what it is about
    ("anger", "contempt", "fear", "gratitude", "pride", "sadness", "surprise", "relief", "joy")
)
STATED = frozenset(("ADJ", "ADV", "NOUN"))  # words that tell of somebody's state without an object
THIRD = frozenset(("he", "she", "they"))
LEADS = frozenset(("with", "at", "by", "about", "over", "that", "of", "for", "to", "because", "when"))
AIMED: frozenset[Emotion] = frozenset(
    ("love", "joy", "sadness", "longing", "anger", "contempt", "guilt", "gratitude", "jealousy")
)


def whom(page: Page, scene: Scene | None, cue: Cue) -> str | None:
    """For whom a feeling is.

    Args:
        page: the text as columns of words.
        scene: where it is felt.
        cue: a feeling whose own words name nobody.
    """
    if cue.who is None:
        return None
    if cue.channel == "named":
        told = contrasted(page, cue) or _owed(page, cue) or _spoken_to(page, cue) or _envied(page, cue)
        return told or _doer_after(page, cue) or _talked_with(page, scene, cue)
    if page.lower[cue.last] == "them" and cue.channel in ("bodily", "action"):
        return None  # "picked the flowers and kissed them"
    if page.speech[cue.first] >= 0 and page.lower[cue.first] in THIRD:
        return _third(page, cue)  # "He can't do that": not the one to whom it is said
    shown = _third(page, cue) or _answered(page, cue) or _told(page, cue) or _written(page, cue)
    return shown or _beside(scene, cue) or _talked_with(page, scene, cue)


def _doer_after(page: Page, cue: Cue) -> str | None:
    """Who does what somebody feels so about: "afraid [Ann] knew", "angry that [he] had gone"."""
    led = page.lower[cue.last + 1 : cue.last + 2] in (["that"], ["because"], ["lest"])
    bare = page.pos[cue.first] == "ADJ" and page.lower[cue.first - 1] != "how"
    k = cue.last + 1 + led
    if cue.emotions[0] not in OF_DEEDS or not (led or bare) or k >= len(page):
        return None
    last, who = page.other_at(k)
    does = page.together(cue.last, k) and page.pos[last + 1 : last + 2] in (["VERB"], ["AUX"])
    return who if who != cue.who and does else None


def _third(page: Page, cue: Cue) -> str | None:
    """The one of whom it is said to somebody else, where a feeling is said: "He can't treat you like that"."""
    quote, clause = page.quote_at(cue.first), page.clause_at(cue.first)
    if quote is None or clause is None or cue.channel != "speech" or cue.emotions[0] not in AIMED - {"guilt", "joy"}:
        return None
    of = page.head(clause.subject)
    people = {c.id for c in page.characters if c.kind == "person"}
    return of if of in people and of not in (quote.speaker, *quote.addressees) else None


def _told(page: Page, cue: Cue) -> str | None:
    """Who is told of it, where somebody tells of the own heart, be it in speech or in a letter, in a sentence that says
    "you": "I cried when you went"."""
    quote, writing, aimed = page.quote_at(cue.first), page.writing_at(cue.first), AIMED | BEFORE
    said = {page.lower[k] for k in _sentence(page, cue.first)}
    if cue.emotions[0] not in aimed - {"joy"} or word_set("addressed").isdisjoint(said):
        return None
    if quote is not None:
        return quote.addressees[0] if quote.speaker == cue.who and len(quote.addressees) == 1 else None
    return writing.addressee if writing is not None and writing.author == cue.who else None


def _sentence(page: Page, i: int) -> range:
    """The tokens of the sentence and voice in which token ``i`` stands."""
    first, last = i, i
    while first > 0 and page.together(first - 1, i):
        first -= 1
    while last + 1 < len(page) and page.together(last + 1, i):
        last += 1
    return range(first, last + 1)


def _written(page: Page, cue: Cue) -> str | None:
    """Who wrote what the one who feels has just read."""
    if cue.emotions[0] not in AIMED | BEFORE or page.speech[cue.first] >= 0 or page.writing[cue.first] >= 0:
        return None
    at, (start, _) = page.start[cue.first], page.paragraph(page.start[cue.first])
    before = [d for d in page.documents if d.end <= at <= d.end + READ and page.scene_at(cue.first) is not None]
    last = max(before, key=lambda d: d.end, default=None)
    if last is None or any(last.end <= q.start < start for q in page.quotes_near(at, READ)):
        return None
    readers = {last.addressee, *(reading.character for reading in last.read_by)}
    return last.author if last.author != cue.who and cue.who in readers else None


def _talked_with(page: Page, scene: Scene | None, cue: Cue) -> str | None:
    """The other one, where only two are there and a word between them stands near, or with whom alone somebody talks
    among many; what is denied is for nobody."""
    if cue.modality.negated or scene is None or cue.who not in scene.present or cue.emotions[0] not in TALKED:
        return None
    if cue.channel == "named" and (
        grammar.governs(page, cue.first) or not LEADS.isdisjoint(page.lower[cue.last + 1 : cue.last + 2])
    ):
        return None
    others = [person for person in scene.present if person != cue.who]
    near = [{q.speaker, *q.addressees} for q in page.quotes_near(page.start[cue.first], TALK)]
    if len(others) == 1:
        return others[0] if {cue.who, *others} in near else None
    told = cue.channel == "named" and page.pos[cue.first] == "VERB"
    if cue.emotions[0] not in FELT_AT or told or page.speech[cue.first] >= 0:
        return None
    partners = {who for pair in near if cue.who in pair for who in pair.intersection(others)}
    return partners.pop() if len(partners) == 1 else None


def _beside(scene: Scene | None, cue: Cue) -> str | None:
    """The other one, for a feeling that is for somebody, shown or said where only two are present."""
    if scene is None or cue.emotions[0] not in AIMED or cue.who not in scene.present:
        return None
    if cue.channel == "speech" and cue.emotions[0] == "joy":
        return None  # "I am glad to hear it"
    others = [person for person in scene.present if person != cue.who]
    return others[0] if len(others) == 1 else None


def _answered(page: Page, cue: Cue) -> str | None:
    """The other one of the talk in which a feeling shows, where somebody is spoken to as "you" right beside it."""
    if page.speech[cue.first] >= 0 or cue.emotions[0] not in (AIMED | BEFORE) - {"joy"}:
        return None
    span = page.span(cue.first, cue.last)
    start, end = page.paragraph(span.start)
    own = [q for q in page.quotes_near(span.start, BESIDE) if q.speaker == cue.who and start <= q.start < end]
    if own:
        nearest = min(own, key=lambda q: max(q.start - span.end, span.start - q.end))
        return _meant(page, nearest)
    before = [
        q for q in page.quotes_near(span.start, BESIDE) if q.end <= span.start and q.speaker not in (None, cue.who)
    ]
    last = max(before, key=lambda q: q.end, default=None)
    heard = last is not None and cue.who in last.addressees and _says_you(page, last)
    return last.speaker if last is not None and heard else None


def _meant(page: Page, quote: Quote) -> str | None:
    """Whom somebody's words are for: "you", or else the only other person of whom they are."""
    if _says_you(page, quote):
        return quote.addressees[0] if len(quote.addressees) == 1 else None
    return _spoken_of(page, quote)


def _spoken_of(page: Page, quote: Quote) -> str | None:
    """The only other person of whom somebody speaks, where the first clause is about them: "He might have written!"."""
    inside = page.tokens(Span(quote.start, quote.end))
    clauses = (page.clause_at(k) for k in inside)
    first = next((page.head(c.subject) for c in clauses if c is not None and c.subject is not None), None)
    others = {page.begins[k][1] for k in inside if k in page.begins} - {quote.speaker}
    return first if others == {first} else None


def _says_you(page: Page, quote: Quote) -> bool:
    return not word_set("addressed").isdisjoint(page.lower[k] for k in page.tokens(Span(quote.start, quote.end)))


def _owed(page: Page, cue: Cue) -> str | None:
    """Who is told of it, where one tells to be sorry or grateful: "I'm sorry", "told him that she was sorry"."""
    if cue.emotions[0] not in OWED or cue.modality.negated or grammar.target(page, cue.last) is not None:
        return None
    quote, writing = page.quote_at(cue.first), page.writing_at(cue.first)
    if quote is not None:
        return quote.addressees[0] if quote.speaker == cue.who and len(quote.addressees) == 1 else None
    if writing is not None:
        return writing.addressee if writing.author == cue.who else None
    clause = page.clause_at(cue.first)
    above = page.clauses[clause.governor] if clause is not None and clause.governor is not None else None
    told = above is not None and above.lemma in word_set("telling") and page.head(above.subject) == cue.who
    return grammar.party(page, above.object).who if above is not None and told else None


def _envied(page: Page, cue: Cue) -> str | None:
    """Who is envied where the words do not say so: the only other one of whom the paragraph tells."""
    told = page.quote_at(cue.first) is None and page.writing_at(cue.first) is None and not cue.modality.negated
    if not told or not page.lower[cue.first].startswith(("env", "jealous")):
        return None
    start, end = page.paragraph(page.start[cue.first])
    others = {who for k, (_, who, _) in page.begins.items() if start <= page.start[k] < end} - {cue.who}
    people = others & {c.id for c in page.characters if c.kind == "person"}
    return people.pop() if len(people) == 1 else None


def _spoken_to(page: Page, cue: Cue) -> str | None:
    """Whom somebody who is told to be angry speaks to right before or after, where that is one person."""
    at = page.span(cue.first, cue.last).start
    if cue.emotions[0] not in SPOKEN or cue.modality.negated or page.quote_at(cue.first) is not None:
        return None
    if grammar.governs(page, cue.first) or page.lower[cue.last + 1 : cue.last + 2] in PROVOKED:
        return None  # "He despised the work", "vexed by the delay": what is told
    near = [q for q in page.quotes_near(at, BESIDE) if q.speaker == cue.who]
    nearest = min(near, key=lambda q: max(q.start - at, at - q.end), default=None)
    return _meant(page, nearest) if nearest is not None else None
