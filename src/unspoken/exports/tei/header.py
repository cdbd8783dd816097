"""The header: what work this is, and what was done to it by which program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from unspoken.exports.tei.elements import add
from unspoken.exports.tei.ids import Ids
from unspoken.exports.tei.people import people
from unspoken.exports.tei.scenery import letters, scenery
from unspoken.layers.feelings import Emotion
from unspoken.layers.quotations import Method
from unspoken.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"\d+(\.\d+){0,3}")
_METHODS = {
    "explicit": "The text names the speaker beside the words.",
    "anaphoric": "A pronoun beside the words means the speaker.",
    "vocative": "Who is called by name tells who speaks.",
    "turn": "The speakers take turns.",
    "implicit": "Nothing beside the words tells; it follows from the rest.",
}
_PRACTICE = (
    "Everything but the words themselves was found by a program, and nobody has checked it. cert is the program's own"
    " confidence, a probability from 0 to 1. What is not known is left out.",
    "In the element sex stands the pronoun that the text uses of somebody; it says no more than that.",
    "said: who and toWhom are persons; ana tells how the speaker is known; aloud is false for what is thought. Pieces"
    " of one quotation, letter or name are chained by next and prev. Quotation marks are kept as they stand.",
    "seg of type evidence: the words that a finding rests on, which ana names; the findings follow the text.",
)


def language(story: Story) -> str | None:
    """The language of the text, where it is known and has the form that XML asks for."""
    said = story.source.language
    return said if said and _LANGUAGE.fullmatch(said) else None


def header(parent: Element, story: Story, ids: Ids) -> None:
    """Put the header into the root element."""
    made = add(parent, "teiHeader")
    _file(made, story)
    _encoding(made, story)
    profile = add(made, "profileDesc")
    usage = add(profile, "langUsage")
    if code := language(story):
        add(usage, "language", code, {"ident": code})
    else:
        add(usage, "p", "The language is not known.")
    people(profile, story, ids)
    scenery(profile, story, ids)
    letters(profile, story, ids)


def _file(made: Element, story: Story) -> None:
    source = story.source
    described = add(made, "fileDesc")
    title = add(described, "titleStmt")
    _work(title, story)
    responsible = add(title, "respStmt")
    add(responsible, "resp", "marked up by")
    add(responsible, "name", f"Unspoken {story.provenance.version}", {"type": "software"})
    extent = add(described, "extent")
    add(extent, "measure", f"{source.words} words", {"unit": "words", "quantity": str(max(0, source.words))})
    add(add(described, "publicationStmt"), "p", "Not published: made on somebody's own machine.")
    origin = add(add(described, "sourceDesc"), "bibl")
    _work(origin, story)
    digest = f", SHA-256 {source.sha256}" if source.sha256 else ""
    add(origin, "note", f"Read from the file {source.name} ({source.format}{digest}).")
    for left in source.left_out:
        add(origin, "note", f"Left out, since it is not the story: {left.kind}.", {"type": "left-out"})


def _work(parent: Element, story: Story) -> None:
    add(parent, "title", story.source.title or story.source.name)
    if story.source.author:
        add(parent, "author", story.source.author)


def _encoding(made: Element, story: Story) -> None:
    described = add(made, "encodingDesc")
    declared = add(described, "editorialDecl")
    for said in (*_PRACTICE, *story.source.warnings):
        add(declared, "p", said)
    classes = add(described, "classDecl")
    speakers = add(classes, "taxonomy", None, {"xml:id": "speaker"})
    for method in get_args(Method):
        add(add(speakers, "category", None, {"xml:id": f"speaker.{method}"}), "catDesc", _METHODS[method])
    emotions = add(classes, "taxonomy", None, {"xml:id": "emotion"})
    for emotion in get_args(Emotion):
        add(add(emotions, "category", None, {"xml:id": f"emotion.{emotion}"}), "catDesc", emotion)
    number = _VERSION.match(story.provenance.version)
    attributes = {"ident": "unspoken", "version": number[0] if number else "0"}
    application = add(add(described, "appInfo"), "application", None, attributes)
    add(application, "label", f"Unspoken {story.provenance.version}")
    for model in story.provenance.models:
        add(application, "p", f"Model {model.name}, SHA-256 {model.digest}.")
