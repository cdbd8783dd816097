"""Unspoken reads fiction and rebuilds it as a model of its people."""

from unspoken.exports.json import dump, load
from unspoken.reading import read
from unspoken.story import Story
from unspoken.version import __version__

__all__ = ["Story", "__version__", "dump", "load", "read"]
