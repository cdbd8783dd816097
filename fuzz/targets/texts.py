"""The text itself, through every stage; in place of the network stands what costs nothing and is odd on purpose."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

from fuzz.case import Target
from tests.contract.test_story import PROMISES
from tests.unit.stages.seen import Span, signals
from unspoken.document import Document
from unspoken.exports.json import decode, encode
from unspoken.layers.keys import QUOTATIONS, SENTENCES, SIGNALS, TOKENS
from unspoken.layers.signals import Signals
from unspoken.models.labels import EMOTIONS, FAMILIES, PRONOUNS
from unspoken.pipeline import Stage, run
from unspoken.reading import finished
from unspoken.sources import document_from_text
from unspoken.stages.table import STAGES
from unspoken.story import Story

MEANS_SOMEBODY = frozenset(" ".join(PRONOUNS).split())


def seen(document: Document) -> Signals:
    """What a network might say: of each word what its letters are turned into, but always a tree and sound spans."""
    tokens, text = document[TOKENS], document.text
    words = [text[a:b] for a, b in zip(tokens.start.tolist(), tokens.end.tolist(), strict=True)]
    odd = np.array([crc32(w.encode()) for w in words], np.uint32)
    made = signals(len(words), spans=[*_spans(words)])
    made.pos[:], made.feats[:], made.relation[:] = odd % 17, 0, odd % 30
    made.event[:], made.cue[:] = odd % 7 / 8, odd % 11 / 12
    made.family[:] = (odd[:, None] >> np.arange(len(FAMILIES), dtype=np.uint32)) % 5 / 6
    made.emotion[:] = (odd[:, None] >> np.arange(len(EMOTIONS), dtype=np.uint32)) % 5 / 6
    for low, high in pairwise([*(tokens.within(s.start, s.end).start for s in document[SENTENCES]), len(words)]):
        made.head[low + 1 : high] = low + odd[low + 1 : high] % np.maximum(1, np.arange(high - low - 1))
    vectors = np.zeros((len(document[QUOTATIONS]), 128), np.float16)
    return Signals(**{**made.__dict__, "quotation_vector": vectors})


def _spans(words: list[str]) -> list[Span]:
    found: list[Span] = []
    for at, word in enumerate(words):
        if word.lower() in MEANS_SOMEBODY:
            found.append((at, at, ("PER", "PRON"), 0.9))
        elif word[0].isupper():
            found.append((at, at, ("PER" if crc32(word.encode()) % 4 else "LOC", "PROP"), 0.9))
    return found


STUB = Stage("signals", "1", (TOKENS, SENTENCES, QUOTATIONS), SIGNALS, seen)
CHEAP = tuple(STUB if stage.makes is SIGNALS else stage for stage in STAGES)


def story_of(document: Document) -> Story:
    """Read a document without the network."""
    document, runs = run(document, CHEAP)
    return finished(document, runs, 0.0)


def assert_sound(story: Story) -> None:
    """The promises of every story; and what is written can be read again."""
    for promise in PROMISES:
        promise(story)
    assert decode(encode(story)) == story


def check(data: bytes, folder: Path) -> None:
    """A text, also one with halves of surrogate pairs in it."""
    assert_sound(story_of(document_from_text(data.decode("utf-8", "surrogatepass" if _passes(data) else "replace"))))


def _passes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


TARGET = Target("story-text", check, seconds=6.0, per_megabyte=120.0)
