"""One immutable text with named layers over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar

from unspoken.errors import MissingLayer
from unspoken.layers.keys import Layer
from unspoken.layers.source import Source

T = TypeVar("T")


@dataclass(frozen=True)
class Document:
    """A story's text, its source, and the layers made so far. ``document[TOKENS]`` is a layer.

    Attaching a layer gives a new document; nothing is ever changed in place.
    """

    text: str
    source: Source
    layers: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, layer: Layer[T]) -> T:
        """The layer's records.

        Raises:
            MissingLayer: it was not made, or the stage that asks did not declare that it reads it.
        """
        try:
            return self.layers[layer.name]  # type: ignore[no-any-return]
        except KeyError:
            raise MissingLayer(layer.name, sorted(self.layers)) from None

    def __contains__(self, layer: Layer[Any]) -> bool:
        return layer.name in self.layers

    def attach(self, layer: Layer[T], records: T) -> Document:
        """This document with one layer more (or replaced)."""
        return replace(self, layers=MappingProxyType({**self.layers, layer.name: records}))

    def only(self, layers: Iterable[Layer[Any]]) -> Document:
        """This document with no layers but those given."""
        names = {layer.name for layer in layers}
        return replace(self, layers=MappingProxyType({k: v for k, v in self.layers.items() if k in names}))
