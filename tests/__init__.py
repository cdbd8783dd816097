"""Tests: ``unit`` mirrors the package, ``contract`` holds for all stages, ``golden`` and ``docs`` for the whole."""
