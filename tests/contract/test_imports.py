"""Imports run one way, and nothing heavy is imported before it is needed."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import unspoken

ROOT = Path(unspoken.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))

# Each part of the package and the other parts that it may import; a file directly in the package is a part of its own.
# What is not named here is named once, on purpose, when it comes to be.
MAY = {
    "errors": set[str](),
    "version": set[str](),
    "threads": set[str](),
    "resources": set[str](),
    "layers": set[str](),
    "models": {"errors", "layers", "resources", "threads"},
    "document": {"errors", "layers"},
    "story": {"layers"},  # and, inside a function, the page that a notebook shows: see BY_NEED
    "pipeline": {"document", "errors", "layers"},
    "files": {"errors"},
    "corrections": {"errors", "files", "layers"},
    "stages": {"corrections", "document", "errors", "layers", "models", "pipeline", "resources", "threads"},
    "recipes": {"errors", "pipeline", "stages"},
    "licences": {"models", "resources", "version"},
    "places": set[str](),
    "helper": {"corrections", "document", "errors", "files", "layers", "places", "resources", "stages"},
    "sources": {"document", "errors", "layers", "resources"},
    "confidence": {"document", "layers", "models"},
    "reading": {
        "confidence",
        "corrections",
        "document",
        "errors",
        "helper",
        "layers",
        "models",
        "pipeline",
        "recipes",
        "resources",
        "sources",
        "story",
        "version",
    },
    "views": {"errors", "layers", "resources", "story"},
    "notes": {"errors", "layers", "resources", "story"},
    "exports": {"errors", "files", "layers", "resources", "story", "version", "views"},
    "adapters": {"", "errors", "exports", "layers", "reading", "recipes", "story", "views"},
    "corpus": {
        "errors",
        "exports",
        "files",
        "layers",
        "models",
        "pipeline",
        "reading",
        "recipes",
        "resources",
        "sources",
        "story",
        "threads",
        "version",
        "views",
        "document",
    },
    "web": {
        "corrections",
        "errors",
        "exports",
        "layers",
        "notes",
        "pipeline",
        "reading",
        "recipes",
        "sources",
        "story",
        "version",
        "views",
    },
    "library": {
        "corrections",
        "errors",
        "exports",
        "files",
        "layers",
        "models",
        "pipeline",
        "places",
        "reading",
        "recipes",
        "resources",
        "sources",
        "story",
        "version",
        "views",
    },
    "": {"exports", "reading", "story", "version"},
    "cli": {
        "",
        "adapters",
        "corpus",
        "corrections",
        "errors",
        "evaluation",
        "exports",
        "files",
        "helper",
        "layers",
        "licences",
        "library",
        "notes",
        "pipeline",
        "reading",
        "recipes",
        "resources",
        "sources",
        "story",
        "threads",
        "version",
        "views",
        "web",
    },
    "__main__": {"cli"},
    "corpora": {"document", "errors", "layers"},
    "evaluation": {
        "corpora",
        "document",
        "errors",
        "layers",
        "pipeline",
        "reading",
        "recipes",
        "resources",
        "sources",
        "story",
    },
    "training": {
        "",
        "corpora",
        "document",
        "errors",
        "evaluation",
        "layers",
        "models",
        "pipeline",
        "resources",
        "sources",
        "stages",
    },
}
BY_NEED = {  # imports against the direction, inside a function only: what a story offers by methods of its own
    ("unspoken.story", "unspoken.exports.html"),
    ("unspoken.story", "unspoken.adapters.frames"),
    ("unspoken.story", "unspoken.adapters.graph"),
    ("unspoken.story", "unspoken.adapters.spacy"),
    ("unspoken.story", "unspoken.adapters.figures"),
}
HEAVY = {
    "rich",
    "numpy",
    "scipy",
    "msgspec",
    "lxml",
    "pypdfium2",
    "odfdo",
    "mammoth",
    "justhtml",
    "turbohtml",
    "markdown_it",
    "networkx",
    "pyarrow",
    "starlette",
    "uvicorn",
    "pandas",
    "polars",
    "spacy",
    "matplotlib",
    "ray",
}


def part(module: str) -> str:
    """``unspoken.stages.table`` -> ``stages``; the package itself -> ``""``."""
    return module.partition(".")[2].partition(".")[0]


def module_of(path: Path) -> str:
    inner = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(("unspoken", *inner[: -1 if inner[-1] == "__init__" else None]))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"line {node.lineno}: imports are absolute here"
            names = [alias.name for alias in node.names]
            parts = [f"unspoken.{name}" for name in names if node.module == "unspoken" and name in MAY]
            yield from parts
            if len(parts) < len(names):
                yield node.module


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    own = part(module_of(path))
    assert own in MAY, f"{own} is a new part of the package: say in MAY what it may import"
    names = {name for name in imported(path) if name.split(".")[0] == "unspoken"}
    found = {part(name) for name in names if (module_of(path), name) not in BY_NEED}
    assert found <= MAY[own] | {own}, f"{own} may not import {sorted(found - MAY[own] - {own})}"


@pytest.mark.parametrize(("importing", "wanted"), sorted(BY_NEED))
def test_an_import_by_need_stands_inside_a_function(importing: str, wanted: str) -> None:
    tree = ast.parse(next(path for path in FILES if module_of(path) == importing).read_text(encoding="utf-8"))
    assert wanted not in {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}


def test_what_may_be_imported_has_no_circle() -> None:
    waiting = {name: set(may) for name, may in MAY.items()}
    while ready := [name for name, may in waiting.items() if not may & waiting.keys()]:
        for name in ready:
            del waiting[name]
    assert not waiting


@pytest.mark.parametrize("path", [f for f in FILES if part(module_of(f)) != "training"], ids=module_of)
def test_torch_is_imported_nowhere_but_in_training(path: Path) -> None:
    assert not {"torch", "transformers"} & {name.split(".")[0] for name in imported(path)}


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    code = (
        "import sys\nfrom unspoken.cli import main\nsys.argv = ['unspoken', '--version']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint(*{m.split('.')[0] for m in sys.modules}, sep='\\n')"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)
