"""Sphinx: the pages here and the reference of the public names, as a site."""

from unspoken.version import __version__

project = "Unspoken"
author = "the Unspoken authors"
copyright = "2026, the Unspoken authors"
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # links to files of the repository outside this folder

autodoc_typehints = "signature"
autodoc_member_order = "bysource"

html_theme = "furo"
html_title = "Unspoken"
