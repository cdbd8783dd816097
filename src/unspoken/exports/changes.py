"""What changed between two drafts, for a writer at a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from rich.text import Text

from unspoken.exports.outline import FULL, SECTIONS, Guide, Misunderstanding
from unspoken.exports.outline.cast import speech
from unspoken.exports.outline.guide import printable
from unspoken.exports.outline.misunderstandings import misunderstandings
from unspoken.exports.outline.phrases import listed, many, sentence
from unspoken.exports.report import PLAIN_WIDTH, Line, printed, with_words
from unspoken.layers.spans import Span
from unspoken.story import Story
from unspoken.views.comparison import CastChange, Comparison, GapChange, RelationshipChange, SceneChange
from unspoken.views.comparison.records import Passage

MOST = 12  # changes of a kind that are shown
_GAPS = {
    "new": "A new misunderstanding",
    "gone": "No longer found",
    "closes": "It closes now",
    "no_longer_closes": "It no longer closes",
}


def encode(comparison: Comparison) -> bytes:
    """The changes as UTF-8 JSON, the same bytes for the same drafts."""
    return msgspec.json.format(msgspec.json.encode(comparison), indent=2) + b"\n"


def changes(
    old: Story,
    new: Story,
    comparison: Comparison,
    *,
    everything: bool = False,
    width: int = PLAIN_WIDTH,
    colour: bool = False,
) -> str:
    """What changed, as text.

    Args:
        old: the earlier draft.
        new: the later one.
        comparison: of these two.
        everything: leave nothing out.
        width: columns to wrap at.
        colour: with terminal styles; otherwise plain text without control codes.

    Returns:
        Text that ends in a line break.
    """
    return printed(_Report(old, new, None if everything else MOST).lines(comparison), width, colour)


class _Report:
    """The lines of a report on two drafts."""

    def __init__(self, old: Story, new: Story, most: int | None) -> None:
        self._guides = {"old": Guide(old), "new": Guide(new)}
        self._most = most
        self._told: dict[str, dict[str, Misunderstanding]] = {}

    def lines(self, comparison: Comparison) -> Iterator[Line]:
        yield 0, Text(f"{printable(comparison.old.name)} → {printable(comparison.new.name)}", "bold")
        for name, draft in (("before", comparison.old), ("now", comparison.new)):
            yield 0, Text(f"{name}: {many(draft.words, 'word')}, {many(draft.scenes, 'scene')}", "dim")
        if comparison.nothing:
            yield 0, Text()
            yield 0, Text("Nothing changed." if comparison.same_text else _ONLY_WORDS)
        yield from self._section(SECTIONS["cast"], comparison.cast, self._cast)
        yield from self._section("Scenes", comparison.scenes, self._scene)
        yield from self._section(SECTIONS["relationships"], comparison.relationships, self._relationship)
        yield from self._section(SECTIONS["misunderstandings"], comparison.misunderstandings, self._gap)

    def _section(self, title: str, found: Sequence[Any], told: Callable[[Any], Iterable[Line]]) -> Iterator[Line]:
        if not found:
            return
        yield 0, Text()
        yield 0, Text(title, "bold cyan")
        for change in found[: self._most]:
            yield from told(change)
        if left := len(found[self._most :]) if self._most is not None else 0:
            yield 2, Text(f"… and {left:,} more {'change' if left == 1 else 'changes'} (--all shows everything)", "dim")

    def _cast(self, change: CastChange) -> Iterator[Line]:
        was, now = printable(change.old_name or ""), printable(change.new_name or "")
        share, before = _percent(change.new_share), _percent(change.old_share)
        said = {
            "new": f"{now} is new, and {speech(change.new_share or 0)}.",
            "gone": f"{was} is gone, with {before} of all that was said." if change.old_share else f"{was} is gone.",
            "renamed": f"{was} is now called {now}.",
            "speech": f"{now} speaks {share} of all that is said; it was {before}.",
        }[change.change]
        yield 2, Text(sentence(said))
        yield from self._shown(change.passages)

    def _scene(self, change: SceneChange) -> Iterator[Line]:
        was, now = change.old, change.new
        said = {
            "added": f"Scene {now} is new ({_words(change.new_words)}).",
            "removed": f"Scene {was} of before is gone ({_words(change.old_words)}).",
            "moved": f"Scene {now} was scene {was}: it has moved.",
            "split": f"Scene {now} was a part of scene {was} before ({_words(change.new_words)}).",
            "joined": f"Scene {was} of before is a part of scene {now} now.",
            "reworded": f"Scene {now}{f', which was scene {was},' if was != now else ''} is reworded: "
            f"{_words(change.new_words)}; it was {_words(change.old_words)}.",
        }[change.change]
        yield 2, Text(said)
        yield from self._shown(change.passages)

    def _relationship(self, change: RelationshipChange) -> Iterator[Line]:
        who = listed([printable(name) for name in change.people])
        before, after = (_plain(value) for value in (change.before, change.after))
        said = {
            "new": f"{who}: new ({after}).",
            "gone": f"{who}: no longer there (it was {before}).",
            "kind": f"{who}: {after}; it was {before}.",
            "status": f"{who}: at the end {after}; it was {before}.",
        }[change.change]
        yield 2, Text(said)
        yield from self._shown(change.passages)

    def _gap(self, change: GapChange) -> Iterator[Line]:
        draft = change.passages[0].draft
        id = change.old if draft == "old" else change.new
        yield 2, Text.assemble((_GAPS[change.change], "bold"), f": {self._statement(draft, str(id), change)}")
        yield from self._shown(change.passages)

    def _statement(self, draft: str, id: str, change: GapChange) -> str:
        if draft not in self._told:
            self._told[draft] = {m.id: m for m in misunderstandings(self._guides[draft], FULL).items}
        return self._told[draft][id].statement

    def _shown(self, passages: Iterable[Passage]) -> Iterator[Line]:
        """The words, with the scene; ``before`` where they are those of the old draft and others are not."""
        for shown in dict.fromkeys(passages):
            words = self._guides[shown.draft].passage(Span(shown.start, shown.end))
            yield 6, with_words("Before" if shown.draft == "old" else "Now", words)


_ONLY_WORDS = "The words are not the same, but nothing that is compared here changed."


def _percent(share: float | None) -> str:
    return f"{share or 0:.0%}" if not share or share >= 0.005 else "less than 1%"


def _words(number: int | None) -> str:
    return many(number or 0, "word")


def _plain(value: str | None) -> str:
    return "not told" if value is None else value.replace("_", " ")
