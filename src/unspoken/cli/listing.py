"""Notes as they are printed: by kind, each with its passages; and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from unspoken.exports.outline.guide import Guide, Passage, printable
from unspoken.exports.outline.limits import foremost
from unspoken.exports.outline.phrases import many, quoted
from unspoken.notes import Kind, Note
from unspoken.story import Story

SHOWN = 5  # notes of a kind that are printed at once
PASSAGES = 4  # passages of a note
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def listing(
    story: Story,
    name: str,
    notes: Sequence[Note],
    kinds: Sequence[Kind],
    *,
    everything: bool = False,
    width: int = 100,
    colour: bool = False,
) -> str:
    """The notes on a story as text.

    Args:
        story: the story.
        name: what to call it, above its notes.
        notes: the notes.
        kinds: the kinds that were looked for, in the order in which they are told.
        everything: all notes; otherwise the surest of each kind.
        width: columns to wrap at.
        colour: headings in bold.

    Returns:
        Text that ends in a line break.
    """
    guide = Guide(story)
    title = f"{printable(name)}: {many(len(notes), 'note') if notes else 'no notes'}"
    lines = [_bold(title, colour)]
    for kind in kinds:
        of_kind = [note for note in notes if note.code == kind.code]
        if of_kind:
            lines += ["", _bold(f"{kind.code} {kind.name}: {kind.title.lower()}", colour)]
            lines += _of_kind(guide, of_kind, None if everything else SHOWN, width)
    if notes:
        lines += ["", f"To be told no more of a kind, add its code: --silence {notes[0].code}"]
    return "\n".join(lines) + "\n"


def _of_kind(guide: Guide, notes: Sequence[Note], most: int | None, width: int) -> Iterator[str]:
    part = foremost(notes, most, lambda note: note.confidence)
    for note in part.items:
        yield from _wrapped(printable(note.message), width, 2)
        told = list(dict.fromkeys(_with_place(guide.passage(span)) for span in note.passages))
        shown = told if most is None else told[:PASSAGES]
        for passage in shown:
            yield from _wrapped(passage, width, 6)
        if len(shown) < len(told):
            yield f"      … and {many(len(told) - len(shown), 'passage')} more"
    if part.left_out:
        yield f"  … and {many(part.left_out, 'note')} more of this kind (--all shows everything)"


def _with_place(passage: Passage) -> str:
    where = [passage.teller, f"scene {passage.scene}" if passage.scene else None]
    told = ", ".join(filter(None, where))
    return quoted(passage.words) + (f" ({told})" if told else "")


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    return textwrap.wrap(
        text, max(20, width), initial_indent=" " * indent, subsequent_indent=" " * indent, break_on_hyphens=False
    )


def _bold(text: str, colour: bool) -> str:
    return f"{BOLD}{text}{PLAIN}" if colour else text


def as_json(story: Story, notes: Sequence[Note]) -> str:
    """The notes on a story as one JSON object on a line, with the words of each passage and the people's names."""
    import msgspec

    names = {c.id: c.name for c in story.characters}

    def record(note: Note) -> dict[str, object]:
        passages = [{"start": p.start, "end": p.end, "words": story.text[p.start : p.end]} for p in note.passages]
        people = [{"id": id, "name": names.get(id)} for id in note.people]
        return {**msgspec.structs.asdict(note), "passages": passages, "people": people}

    told = {"source": story.source.name, "notes": [record(note) for note in notes]}
    return msgspec.json.encode(told).decode() + "\n"
