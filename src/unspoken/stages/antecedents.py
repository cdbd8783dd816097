"""Antecedents: which earlier words each mention may mean the same as, by the scorer over the one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from unspoken.document import Document
from unspoken.layers.antecedents import Antecedents
from unspoken.layers.keys import ANTECEDENTS, MENTIONS, PARAGRAPHS, QUOTATIONS, SENTENCES, SIGNALS, SYNTAX, TOKENS
from unspoken.layers.mentions import Mention
from unspoken.layers.signals import Bytes, Halves
from unspoken.models.coreference import antecedents
from unspoken.models.labels import SPANS
from unspoken.models.pairs import Setting, head_of, number_of, quotation_of, written
from unspoken.models.store import COREFERENCE, model
from unspoken.pipeline import Stage

SURE = {"PROP": 0.5, "NOM": 0.5, "PRON": 0.6}  # probability of a span of each form from which it is taken
NAMED = 0.2  # probability of a person's name from which it is taken where a mention is one already
CALLED = 0.2  # what a name that is called out or written counts for the pronouns of the narration
NAME, PRONOUN = SPANS.index(("PER", "PROP")), SPANS.index(("PER", "PRON"))
FORMS = {"name": "PROP", "nominal": "NOM", "pronoun": "PRON"}


def find_antecedents(document: Document) -> Antecedents:
    """Score the spans that the network is sure of against those before them."""
    tokens, signals = document[TOKENS], document[SIGNALS]
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    mentions = document[MENTIONS]
    meant = {m.head_start: k for k, m in enumerate(mentions)}
    names = np.isin(
        [starts[b] for b in signals.span_last.tolist()], [m.head_start for m in mentions if m.form == "name"]
    )
    kept = taken(signals.span_label, signals.span_sure, names)
    first, last = signals.span_first[kept].tolist(), signals.span_last[kept].tolist()
    label = np.where(names & (signals.span_label == PRONOUN), NAME, signals.span_label)[kept].tolist()
    vectors, setting = signals.span_vector[kept].astype(np.float32), setting_of(document)
    before = antecedents(model(COREFERENCE).heads(signals.part), vectors, written(words, first, last, label, setting))
    found = [_found(meant, (starts[head_of(setting.head, a, b)], starts[b])) for a, b in zip(first, last, strict=True)]
    mention = [_same(m, k, mentions) for m, k in zip(found, label, strict=True)]
    open_ = but_called(before, mention, mentions)
    return Antecedents(tuple(kept.tolist()), tuple(mention), tuple(open_))


READS = (PARAGRAPHS, TOKENS, SENTENCES, QUOTATIONS, SIGNALS, SYNTAX, MENTIONS)
STAGE = Stage("antecedents", "5", READS, ANTECEDENTS, find_antecedents)


def taken(label: Bytes, sure: Halves, names: npt.NDArray[np.bool_] | None = None) -> npt.NDArray[np.int64]:
    """The numbers of the spans that are sure enough, by their labels; less sure where ``names`` has them as names."""
    least = np.array([SURE[form] for _, form in SPANS])[label]
    if names is not None:
        least = np.where(names & (label == NAME), NAMED, least)
    return np.nonzero(sure >= least)[0]


def setting_of(document: Document) -> Setting:
    """Where the tokens of a text stand, from its tokens, paragraphs, sentences, quotations and syntax."""
    starts, syntax = document[TOKENS].start.tolist(), document[SYNTAX]
    return Setting(
        quotation_of(starts, [(q.start, q.end) for q in document[QUOTATIONS]]),
        number_of(starts, [s.start for s in document[SENTENCES]]),
        number_of(starts, [p.start for p in document[PARAGRAPHS]]),
        syntax.head or [-1] * len(starts),
        syntax.deprel or ["dep"] * len(starts),
    )


def _found(meant: Mapping[int, int], heads: Iterable[int]) -> int | None:
    """The mention of a head: of a span its own, or its last word, since of "Sael Ivarrow" syntax takes the first."""
    return next((meant[head] for head in heads if head in meant), None)


def _same(mention: int | None, label: int, mentions: tuple[Mention, ...]) -> int | None:
    """The mention, if it is of the span's kind."""
    kind, form = SPANS[label]
    told = FORMS[mentions[mention].form] if mention is not None else None
    titled = told == "PROP" and form == "NOM" and kind == "PER"  # "the Captain"
    fits = told is not None and (titled or told == form) and (kind in ("PER", "ORG") or form == "PRON")
    return mention if fits else None


def but_called(
    before: Sequence[Sequence[tuple[int, float]]], mention: Sequence[int | None], mentions: Sequence[Mention]
) -> Iterator[tuple[tuple[int, float], ...]]:
    """The antecedents with less for those who are called in speech or named in a letter: they are seldom who the
    narration goes on with."""
    called = [m is not None and (mentions[m].vocative or mentions[m].letter is not None) for m in mention]
    for entry, m in enumerate(mention):
        told = m is not None and mentions[m].form == "pronoun" and not (mentions[m].quotation or mentions[m].letter)
        yield tuple((k, round(CALLED * sure, 4) if told and called[k] else sure) for k, sure in before[entry])
