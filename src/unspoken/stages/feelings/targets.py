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
PROVOKED = (["with"], ["at"], ["by"], ["about"], ["over"], ["that"])  # leads to what one is angry about
SPOKEN: frozenset[Emotion] = frozenset(("anger", "contempt"))  # what one lets somebody hear
OWED: frozenset[Emotion] = frozenset(("guilt", "gratitude"))  # what one tells the one whom it is for
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
        return contrasted(page, cue) or _owed(page, cue) or _spoken_to(page, cue) or _envied(page, cue)
    return _answered(page, cue) or _beside(scene, cue)


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
    if page.speech[cue.first] >= 0 or cue.emotions[0] not in (AIMED | {"fear"}) - {"joy"}:
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
