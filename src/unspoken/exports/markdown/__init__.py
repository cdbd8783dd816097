"""The story bible: everything that was found, as Markdown for a writer to keep beside the manuscript."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from unspoken.exports.markdown.escape import escaped
from unspoken.exports.markdown.sections import letters, misunderstandings, people, relationships, scenes
from unspoken.exports.outline import FULL, SECTIONS, Guide, Limits, outline
from unspoken.exports.outline.phrases import sentence
from unspoken.story import Story

_SECTIONS = {
    "cast": people,
    "relationships": relationships,
    "misunderstandings": misunderstandings,
    "timeline": scenes,
    "letters": letters,
}


def export(story: Story, stem: str) -> dict[str, bytes]:
    """One file, ``STEM.md``, with nothing left out.

    Args:
        story: a finished story.
        stem: what the name of the file begins with.
    """
    return {f"{stem}.md": bible(story).encode("utf-8", "replace")}


def bible(story: Story, *, only: Collection[str] = (), limits: Limits = FULL) -> str:
    """A story's findings as CommonMark.

    Args:
        story: the story; a mark of Markdown in its words is only a character.
        only: names of sections (`unspoken.exports.outline.SECTIONS`); none: all of them.
        limits: how much of each part to tell.

    Returns:
        Text that ends in a line break.
    """
    guide = Guide(story)
    told = outline(story, limits, guide)
    blocks = [f"# {escaped(told.title)}"]
    blocks += [f"By {escaped(told.author)}."] if told.author else []
    blocks += [escaped(told.facts), *(f"**Note:** {escaped(sentence(w))}" for w in told.warnings)]
    for name, title in SECTIONS.items():
        if not only or name in only:
            blocks += [f"## {title}", *_SECTIONS[name](told, guide)]
    return "\n\n".join(_tight(blocks)) + "\n"


def _tight(blocks: list[str]) -> Iterator[str]:
    """Items of one list as one block, without blank lines between them."""
    items: list[str] = []
    for block in blocks:
        if block.startswith("- "):
            items.append(block)
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield block
    if items:
        yield "\n".join(items)
