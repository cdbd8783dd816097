"""Find the records that cover, touch or fill a stretch of the text, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything with half-open offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


class SpanIndex(Generic[S]):
    """Records by position. Records may nest and overlap; results come in text order, longer ones first."""

    def __init__(self, records: Iterable[S]) -> None:
        self.records = sorted(records, key=lambda r: (r.start, -r.end))
        self._starts = [r.start for r in self.records]
        self._reach: list[int] = []  # the furthest end so far: where a search to the left may stop
        furthest = 0
        for record in self.records:
            furthest = max(furthest, record.end)
            self._reach.append(furthest)

    def touching(self, start: int, end: int) -> list[S]:
        """Records that share at least one code point with [start, end)."""
        return list(self._touching(start, end))

    def inside(self, start: int, end: int) -> list[S]:
        """Records that lie wholly inside [start, end)."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [r for r in self.records[low:high] if r.end <= end]

    def covering(self, start: int, end: int) -> list[S]:
        """Records that hold all of [start, end)."""
        return [r for r in self._touching(start, max(end, start + 1)) if r.start <= start and r.end >= end]

    def at(self, offset: int) -> S | None:
        """The shortest record that holds the code point at ``offset``."""
        low, high = bisect_right(self._reach, offset), bisect_right(self._starts, offset)
        found = (r for r in self.records[low:high] if r.end > offset) if low < high else ()
        return min(found, key=lambda r: r.end - r.start, default=None)

    def before(self, offset: int) -> S | None:
        """The last record that starts before ``offset``."""
        i = bisect_left(self._starts, offset)
        return self.records[i - 1] if i else None

    def _touching(self, start: int, end: int) -> Iterator[S]:
        high = bisect_right(self._starts, end - 1)
        low = bisect_right(self._reach, start)
        return (r for r in self.records[low:high] if r.end > start)
