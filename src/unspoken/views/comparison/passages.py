"""Words of a draft as evidence of a change."""

from __future__ import annotations

from typing import Literal

from unspoken.layers.index import Spanned
from unspoken.story import Story
from unspoken.views.comparison.records import Passage

Which = Literal["old", "new"]


def passage(story: Story, draft: Which, span: Spanned) -> Passage:
    """The words of a span."""
    return Passage(draft, span.start, span.end, story.text[span.start : span.end])
