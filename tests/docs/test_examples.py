"""Every example in the README and in the documentation runs, and prints what the page says."""

import re
import shutil
from pathlib import Path

import pytest

from tests.docs.blocks import blocks, matches, run_page

ROOT = Path(__file__).parents[2]
STORY = ROOT / "src" / "unspoken" / "resources" / "stories" / "cider-press.txt"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a story in it, as the pages have it: ``cider-press.txt``, and a draft beside it."""
    shutil.copy(STORY, tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "kettle.txt").write_text("“You came,” said Ada.\n\nBram smiled.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_examples_of_a_page_run(page: Path, folder: Path) -> None:
    run_page(page, folder)


def test_the_pages_together_show_the_command_line_and_python() -> None:
    languages = {block.language for page in PAGES for block in blocks(page.read_text(encoding="utf-8"))}
    assert {"console", "python"} <= languages


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("assert False", "python"),
        (">>> 1 + 1\n3", "pycon"),
        ("$ false", "console"),
        ("$ echo rain\nsun", "console"),
    ],
)
def test_an_example_that_is_wrong_is_found(code: str, language: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"```{language}\n{code}\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        run_page(page, tmp_path)


@pytest.mark.parametrize(("library", "fails"), [("sys", True), ("no_such_library", False)])
def test_an_example_that_needs_a_library_is_run_where_that_is_installed(
    library: str, fails: bool, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"Words.\n\n<!-- needs {library} -->\n\n```python\nassert False\n```\n", encoding="utf-8")
    (block,) = blocks(page.read_text(encoding="utf-8"))
    assert (block.needs, block.line, block.code) == (library, 6, "assert False\n")
    if fails:
        with pytest.raises(AssertionError):
            run_page(page, tmp_path)
    else:
        run_page(page, tmp_path)


def test_three_dots_stand_for_anything() -> None:
    assert matches("rain\nand   sun\n", "rain\n...\n")
    assert matches("rain\nand   sun\n", "rain and ...")
    assert not matches("rain\nand sun\n", "rain\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]
