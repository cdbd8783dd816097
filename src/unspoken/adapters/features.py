"""Stories as rows of numbers, for pipelines of scikit-learn, which need not be installed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from unspoken.adapters.transformer import Transformer
from unspoken.story import Story
from unspoken.views.features import FEATURES, features

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class StoryFeatures(Transformer):
    """From stories to a matrix of numbers, a row each; `unspoken.views.features.FEATURES` says what they mean."""

    def __init__(self) -> None:
        """There is nothing to choose."""

    def transform(self, X: Iterable[Story | None]) -> npt.NDArray[np.float64]:
        """The numbers of each story; NaN is unknown, and a row of NaN stands for None.

        Returns:
            A matrix with a row for each story and a column for each feature.
        """
        import numpy as np

        rows = [(None,) * len(FEATURES) if story is None else features(story) for story in X]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES))

    def fit_transform(self, X: Iterable[Story | None], y: Any = None) -> npt.NDArray[np.float64]:
        """The same as `transform`."""
        return self.transform(X)

    def get_feature_names_out(self, input_features: Any = None) -> npt.NDArray[np.object_]:
        """The names of the columns."""
        import numpy as np

        return np.array([feature.name for feature in FEATURES], dtype=object)
