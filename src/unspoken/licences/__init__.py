"""The terms that everything in an installation is under: packages, the page, weights, and the data behind them."""

from __future__ import annotations

from unspoken.licences.packages import installed
from unspoken.licences.page import in_page
from unspoken.licences.record import Data, Licences, Package, Weights
from unspoken.licences.weights import OWN_LICENCE, data, weights
from unspoken.version import __version__

__all__ = ["Data", "Licences", "Package", "Weights", "licences"]


def licences() -> Licences:
    """What is told of the terms of everything here.

    Raises:
        BrokenModel: the card of a model is missing, or is not what it was.
    """
    return Licences(__version__, OWN_LICENCE, installed(), in_page(), weights(), data())
