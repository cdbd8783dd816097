"""One self-contained page: the findings, and the text with everything marked in it. It asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from unspoken.exports.html import charts
from unspoken.exports.html.book import Book
from unspoken.exports.html.marks import clean
from unspoken.exports.html.palette import palette
from unspoken.exports.outline import FULL, PAGE, SECTIONS, Guide, Outline, Passage, outline
from unspoken.exports.outline.cast import speech
from unspoken.layers.spans import Span
from unspoken.story import Story

NOTEBOOK_WORDS = 20_000  # a longer text is left out of what a notebook shows, which it would swell


def page(story: Story, *, only: Collection[str] = (), everything: bool = False) -> str:
    """A story as one HTML page that works offline, without scripts, in light and dark, on paper and on a telephone.

    Args:
        story: the story; all of its words are escaped.
        only: names of sections (`unspoken.exports.outline.SECTIONS`, and ``text``); none: all of them.
        everything: leave nothing out of the findings, however long the work.

    Returns:
        The page; write it as UTF-8.
    """
    guide = Guide(story)
    told = outline(story, FULL if everything else PAGE, guide)
    colours = palette(told)
    wanted = [name for name in (*SECTIONS, "text") if (not only or name in only)]
    notes = _notes(told) if "misunderstandings" in wanted else {}
    book = Book(guide, colours, _passages(told), notes).html() if "text" in wanted else ""
    style = _resource("page.css")
    made: str = _template().render(
        told=told, guide=guide, colours=colours, wanted=wanted, titles=SECTIONS, charts=charts, speech=speech,
        book=Markup(book), style=Markup(style), policy=_policy(style), language=story.source.language or "en",
    )  # fmt: skip
    return made.encode("utf-8", "replace").decode("utf-8")


def export(story: Story, stem: str) -> dict[str, bytes]:
    """The file ``STEM.html``, in the form that every format has (`unspoken.exports.table`)."""
    return {f"{stem}.html": page(story).encode()}


def notebook(story: Story) -> str:
    """The page in a frame of its own, as notebooks show it; of a long work the findings alone."""
    only = () if story.source.words <= NOTEBOOK_WORDS else tuple(SECTIONS)
    inner = escape(page(story, only=only))
    return (
        f'<iframe sandbox="" srcdoc="{inner}" title="{clean(story.source.title or story.source.name)}"'
        ' style="width:100%;height:42rem;border:1px solid #8884;border-radius:6px"></iframe>'
    )


def _passages(told: Outline) -> Iterator[Span]:
    """All words that the findings link to."""
    every: list[Passage | None] = [
        h.passage for c in told.relationships.items for s in c.steps.items for h in s.happenings
    ]
    every += [p for gap in told.misunderstandings.items for p in (gap.believed, gap.truth, gap.closing)]
    every += [letter.passage for letter in told.letters.items]
    yield from (Span(p.start, p.end) for p in every if p)
    yield from (Span(e.start, e.end) for course in told.relationships.items for e in course.record.events)


def _notes(told: Outline) -> dict[Span, tuple[str, str]]:
    """What the text says of a misunderstanding at the words that begin it, disprove it, and end it."""
    notes: dict[Span, tuple[str, str]] = {}
    for gap in told.misunderstandings.items:
        for passage, said in ((gap.believed, ""), (gap.truth, "The truth of it: "), (gap.closing, "Where it ends: ")):
            if passage:
                notes.setdefault(Span(passage.start, passage.end), (gap.id, said + gap.statement))
    return notes


def _policy(style: str) -> str:
    """A content security policy that allows this style sheet and nothing else whatever."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _resource(name: str) -> str:
    return files("unspoken.exports.html").joinpath(name).read_text(encoding="utf-8")


@cache
@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_resource("page.html.jinja"))
