"""Tiny documents made by hand, with people, speech and parts of speech marked in the text itself.

``{ann:Ann}`` means Ann; ``<ann>ben:“I am sorry.”>`` is said by Ann to Ben; ``angry/ADJ`` and ``shaking/VERB/shake``
give a word's part of speech and lemma (closed classes are known); ``|`` opens the next scene.
"""

from __future__ import annotations

import re
from typing import Literal

import numpy as np

from tests.unit.stages.seen import signals
from unspoken.document import Document
from unspoken.layers import keys
from unspoken.layers.characters import Character, CharacterMention
from unspoken.layers.clauses import Clause, Oblique
from unspoken.layers.corrections import Strikes
from unspoken.layers.feelings import Feeling
from unspoken.layers.proposals import Proposals
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene, SceneTime
from unspoken.layers.source import Source
from unspoken.layers.spans import Span
from unspoken.layers.tokens import Syntax, Tokens
from unspoken.pipeline import Stage
from unspoken.stages.feelings import STAGE

MARK = re.compile(r"\{(\w+):|<(\w*)>(\w*):|/([A-Z]+)(?:/(\w+))?|[}>|]")
TOKEN = re.compile(r"n['’]t|['’](?:s|re|ve|ll|d|m)\b|(?:(?!n['’]t)\w)+|[^\w\s]")
CLOSED = """
AUX is was were be been am are had has have did do does would will could can 'll 'd 'm
PART not n't to
PRON i you he she it we they me him us them what nothing
DET the a an no my your his her their
ADP with at of for in on over from into against about by
CCONJ and but or
SCONJ if that because
ADV so very never always
"""
TAGS = {word: line.split()[0] for line in CLOSED.splitlines() for word in line.split()[1:]}
LEMMAS = {"was": "be", "is": "be", "am": "be", "'m": "be", "were": "be", "been": "be", "had": "have", "n't": "not"}


def told(
    marked: str,
    focal: str | None = None,
    narrator: str | None = None,
    clauses: list[Clause] | None = None,
    cues: dict[int, float] | None = None,
) -> Document:
    """A document with every layer that feelings are read from; ``cues``: what the network says of some words."""
    text, mentions, quotes, bars, tags = "", [], [], [0], {}
    open_mentions: list[tuple[int, str]] = []
    open_quotes: list[tuple[int, str, str]] = []
    at = 0
    for m in MARK.finditer(marked):
        text += marked[at : m.start()]
        at = m.end()
        if m.group(1):
            open_mentions.append((len(text), m.group(1)))
        elif m.group(4):
            tags[len(text)] = (m.group(4), m.group(5))
        elif m.group() == "}":
            start, who = open_mentions.pop()
            mentions.append((who, start, len(text)))
        elif m.group() == ">":
            start, speaker, to = open_quotes.pop()
            span = Span(start, len(text))
            who = (speaker or None, (to,) if to else ())
            quotes.append(Quote(f"q{len(quotes)}", start, len(text), (span,), "speech", *who, None, "explicit", 1.0))
        elif m.group() == "|":
            bars.append(len(text))
        else:
            open_quotes.append((len(text), m.group(2), m.group(3)))
    text += marked[at:]
    document = Document(text, Source("told", "text", ""))
    return _layered(document, mentions, quotes, bars, tags, focal, narrator, clauses or [], cues or {})


def _layered(document, mentions, quotes, bars, tags, focal, narrator, clauses, cues) -> Document:  # type: ignore[no-untyped-def]
    text = document.text
    spans = [m.span() for m in TOKEN.finditer(text)]
    grid = np.array(spans, np.int32).reshape(-1, 2)
    pos, lemma = [], []
    for a, b in spans:
        word = text[a:b].lower().replace("’", "'")
        tag, base = tags.get(b, (None, None))
        name = "PROPN" if text[a].isupper() and a else "NOUN"
        pos.append(tag or TAGS.get(word) or ("PUNCT" if not word.isalnum() else name))
        lemma.append(base or LEMMAS.get(word, word))
    people = sorted({who for who, _, _ in mentions})
    characters = tuple(
        Character(
            who,
            who.title(),
            (),
            "person",
            None,
            who == narrator,
            tuple(CharacterMention(a, b, "name", 1.0) for w, a, b in sorted(mentions, key=lambda m: m[1]) if w == who),
            0,
            0,
        )
        for who in people
    )
    person: Literal["first", "third"] = "first" if narrator else "third"
    ends = [*bars[1:], len(text)]
    scenes = tuple(
        Scene(
            f"s{n}",
            a,
            b,
            None,
            None,
            tuple(people),
            focal,
            person,
            "past",
            "linear",
            SceneTime(),
        )
        for n, (a, b) in enumerate(zip(bars, ends, strict=True))
    )
    sentences = tuple(Span(*m.span()) for m in re.finditer(r"[^\s.!?][^.!?]*[.!?]*[”’]?", text))
    layers = {
        keys.TOKENS: Tokens(grid[:, 0].copy(), grid[:, 1].copy()),
        keys.SYNTAX: Syntax(lemma=tuple(lemma), pos=tuple(pos)),
        keys.SIGNALS: signals(len(pos), cues=cues),
        keys.SENTENCES: sentences,
        keys.CLAUSES: tuple(clauses),
        keys.CHARACTERS: characters,
        keys.QUOTES: tuple(quotes),
        keys.SCENES: scenes,
        keys.DOCUMENTS: (),
        keys.STRIKES: Strikes(),
        keys.PROPOSALS: Proposals(),
    }
    for layer, records in layers.items():
        document = document.attach(layer, records)
    return document


def clause(text: str, words: str, verb: str, **more: object) -> Clause:
    """A clause over ``words`` of a text; its arguments are given as their words."""
    start = text.index(words)

    def span(part: object) -> Span | None:
        if part is None:
            return None
        a = text.index(str(part), start)
        return Span(a, a + len(str(part)))

    obliques = tuple(Oblique(p, s.start, s.end) for p, w in more.pop("obliques", ()) if (s := span(w)))  # type: ignore[attr-defined]
    fields: dict[str, object] = {
        "start": start,
        "end": start + len(words),
        "sentence": 0,
        "verb": span(verb),
        "lemma": verb,
        "subject": span(more.pop("subject", None)),
        "object": span(more.pop("object", None)),
        "complement": span(more.pop("complement", None)),
        "obliques": obliques,
        "tense": "past",
        "negated": False,
        "modal": None,
        "conditional": False,
        "question": False,
        "passive": False,
        "marker": None,
        "governor": None,
        "subject_shared": False,
        "quotation": None,
    }
    return Clause(**{**fields, **more})  # type: ignore[arg-type]


def feelings(document: Document, stage: Stage = STAGE) -> tuple[Feeling, ...]:
    """The feelings of a document, by the stage as the pipeline would run it."""
    found: tuple[Feeling, ...] = stage.run(document.only(stage.reads))
    return found


def one(marked: str, **more: object) -> Feeling:
    """The only feeling of a text."""
    found = feelings(told(marked, **more))  # type: ignore[arg-type]
    assert len(found) == 1, [(f.emotion, f.start, f.end) for f in found]
    return found[0]
