"""A mark for sentences that the network still misreads; see its model card."""

from __future__ import annotations

import pytest

# Not strict: on which side of the line such a sentence falls may differ between processors.
MISREAD = pytest.mark.xfail(reason="the network misreads this sentence", strict=False)
