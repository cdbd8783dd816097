"""Who speaks to whom: the speakers and addressees of the quotations that people marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Answered, Counts, Measure, Measures, Rate, compared, summed
from unspoken.evaluation.quotations import Matches, Record, matched, score_quotations
from unspoken.evaluation.speakers import Alignment, aligned
from unspoken.layers.quotations import Quote

OFTEN = 10  # quotations that a character speaks, for the measure of characters
NOBODY = "_"  # how the names of those begin who are not characters: "_group", "_unknowable"


def score_speech(gold: Gold, answers: Answers) -> dict[str, Measure]:
    """Quotations, and end to end who speaks them to whom (Muzny and others 2017; Vishnubhotla and others 2023).

    A quotation that was not found has the wrong speaker. A speaker is right whose name or mentions are those of the
    annotated one.
    """
    if gold.quotes is None:
        return {}
    matches = matched(gold, answers)
    return summed((score_quotations(matches), *Speakers(gold, aligned(gold, answers)).scores(matches)))


@dataclass(frozen=True)
class Speakers:
    """The annotated characters, and which of them those of the program are."""

    gold: Gold
    alignment: Alignment

    @property
    def nobodies(self) -> set[str]:
        """Ids of those in the list of characters who are none."""
        return {str(c["id"]) for c in self.gold.characters or () if str(c["name"]).startswith(NOBODY)}

    def scores(self, matches: Matches) -> Iterator[Measures]:
        """The measures of each quotation, then those of the characters."""
        nobodies = self.nobodies
        heard: list[tuple[str, str]] = []
        for record, quote in matches.pairs:
            true = record.get("speaker")
            if true is not None and str(true) not in nobodies:
                yield self._speaker(str(true), record.get("kind"), quote)
                if quote and quote.speaker is not None:
                    heard.append((str(true), quote.speaker))
            if quote and record.get("addressees"):
                yield self._addressees(record, quote, nobodies)
        speaking = Counter(str(r["speaker"]) for r, _ in matches.pairs if r.get("speaker") is not None)
        often = {who for who, number in speaking.items() if number >= OFTEN}
        if often:
            yield {"characters": _characters(often, heard)}

    def _speaker(self, true: str, kind: str | None, quote: Quote | None) -> Measures:
        said = quote.speaker if quote else None
        right = said is not None and self.alignment.most_like.get(said) == true
        once = right and said is not None and self.alignment.one_to_one.get(said) == true
        sure = ((quote.confidence, right),) if quote and said is not None else ()
        return {
            "speaker": Rate(right, 1),
            **({f"speaker {kind}": Rate(right, 1)} if kind else {}),
            "speaker one-to-one": Rate(once, 1),
            "answered": Rate(said is not None, 1),
            "speaker_prec": Answered(sure, 1),
        }

    def _addressees(self, record: Record, quote: Quote, nobodies: Collection[str]) -> Measures:
        listed = {str(a) for a in record["addressees"]}
        true = {a for a in listed if not a.startswith(NOBODY) and a not in nobodies}
        named = {self.alignment.most_like.get(a, a) for a in quote.addressees}
        return {"addressee": compared(true, named) if true else Counts()}


def _characters(often: Iterable[str], heard: Iterable[tuple[str, str]]) -> Rate:
    """Of those who speak often, how many are one character of the program, and one that is nobody else.

    One character has at least half of what is theirs, and has more of it than of anybody else's.
    """
    voices = defaultdict[str, Counter[str]](Counter)
    for true, said in heard:
        voices[true][said] += 1
    right = asked = 0
    for who in often:
        asked += 1
        if who in voices:
            said, number = voices[who].most_common(1)[0]
            own = max(voices, key=lambda other: voices[other][said]) == who
            right += own and 2 * number >= voices[who].total()
    return Rate(right, asked)
