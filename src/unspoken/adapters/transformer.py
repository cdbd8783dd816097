"""What scikit-learn asks of a transformer, without scikit-learn: parameters by name, kept as they are given."""

from __future__ import annotations

from inspect import signature
from typing import Any, TypeVar

S = TypeVar("S", bound="Transformer")


class Transformer:
    """A transformer that learns nothing. Its parameters are those of its constructor."""

    @classmethod
    def _names(cls) -> list[str]:
        return [name for name in signature(cls.__init__).parameters if name != "self"]

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """The parameters as the constructor was given them."""
        return {name: getattr(self, name) for name in self._names()}

    def set_params(self: S, **params: Any) -> S:
        """Change parameters.

        Raises:
            ValueError: there is no such parameter.
        """
        for name, value in params.items():
            if name not in self._names():
                known = ", ".join(self._names()) or "none"
                raise ValueError(f"{type(self).__name__} has no parameter {name!r}; there are: {known}")
            setattr(self, name, value)
        return self

    def fit(self: S, X: Any, y: Any = None) -> S:
        """Learn nothing, since there is nothing to learn."""
        return self

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.get_params().items())})"

    def __sklearn_tags__(self) -> Any:
        """What scikit-learn asks: this takes no numbers, and needs no fitting."""
        from sklearn.utils import InputTags, Tags, TargetTags, TransformerTags  # type: ignore[import-not-found, import-untyped, unused-ignore]

        tags = Tags(
            estimator_type=None,
            target_tags=TargetTags(required=False),
            transformer_tags=TransformerTags(),
            input_tags=InputTags(two_d_array=False),
        )
        tags.requires_fit = False
        tags.no_validation = True
        return tags
