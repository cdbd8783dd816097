"""Lookups by position give what a scan over all records would give."""

from hypothesis import given
from hypothesis import strategies as st

from unspoken.layers.index import SpanIndex
from unspoken.layers.spans import Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 15))
many = st.lists(spans, max_size=25)


def in_order(found: list[Span]) -> list[Span]:
    return sorted(found, key=lambda s: (s.start, -s.end))


@given(many, spans)
def test_touching_is_every_record_that_shares_a_code_point(records: list[Span], probe: Span) -> None:
    expected = [r for r in records if r.start < probe.end and probe.start < r.end]
    assert SpanIndex(records).touching(probe.start, probe.end) == in_order(expected)


@given(many, spans)
def test_inside_is_every_record_that_lies_wholly_within(records: list[Span], probe: Span) -> None:
    expected = [r for r in records if probe.start <= r.start and r.end <= probe.end]
    assert SpanIndex(records).inside(probe.start, probe.end) == in_order(expected)


@given(many, spans)
def test_covering_is_every_record_that_holds_the_stretch(records: list[Span], probe: Span) -> None:
    expected = [r for r in records if r.start <= probe.start and probe.end <= r.end]
    assert SpanIndex(records).covering(probe.start, probe.end) == in_order(expected)


@given(many, st.integers(0, 60))
def test_at_is_a_shortest_record_over_the_code_point(records: list[Span], offset: int) -> None:
    over = [r for r in records if r.start <= offset < r.end]
    found = SpanIndex(records).at(offset)
    assert (found is None) == (not over)
    if found is not None:
        assert found in over
        assert len(found) == min(map(len, over))


@given(many, st.integers(0, 60))
def test_before_is_the_last_record_that_starts_earlier(records: list[Span], offset: int) -> None:
    found = SpanIndex(records).before(offset)
    earlier = [r.start for r in records if r.start < offset]
    assert (found.start if found else None) == max(earlier, default=None)


def test_an_empty_index_finds_nothing() -> None:
    index: SpanIndex[Span] = SpanIndex([])
    assert index.touching(0, 9) == index.inside(0, 9) == index.covering(0, 9) == []
    assert index.at(0) is index.before(9) is None
