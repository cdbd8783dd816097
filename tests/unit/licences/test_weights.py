"""One table says what was learnt from which data, and everything else says the same."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import unspoken
from unspoken import recipes, resources
from unspoken.licences.page import in_page, listed
from unspoken.licences.record import Data, Package
from unspoken.licences.weights import data, weights

PACKAGE = Path(unspoken.__file__).parent
ROOT = Path(__file__).parents[3]
PAGES = [ROOT / "NOTICE", ROOT / "docs" / "data.md"]
FOREIGN = re.compile(r"LitBank|REMAN|GoEmotions|\bGUM\b|DistilBERT")
WORDS = {"CC-BY-4.0": "CC BY 4.0", "CC-BY-SA-3.0": "CC BY-SA 3.0", "Apache-2.0": "Apache"}


def told(text: str) -> str:
    return " ".join(text.split()).replace("Creative Commons Attribution 4.0", "CC BY 4.0")


@pytest.mark.parametrize("entry", data(), ids=lambda entry: entry.id)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_documentation_and_the_notice_name_the_same_data(page: Path, entry: Data) -> None:
    text = told(page.read_text(encoding="utf-8"))
    name = entry.name.partition(" 0.")[0]
    assert name in text
    if entry.licence in WORDS:
        assert re.search(rf"{re.escape(name)}.*?{re.escape(WORDS[entry.licence])}", text)


@pytest.mark.parametrize("folder", ["one_pass", "coreference"])
def test_the_card_of_a_model_names_the_data_that_the_table_names(folder: str) -> None:
    card = (PACKAGE / "models" / "weights" / folder / "README.md").read_text(encoding="utf-8")
    name = {entry.id: entry.name for entry in data()}
    made_from = next(w.made_from for w in weights() if w.name == folder)
    assert made_from
    assert not [name[id] for id in made_from if name[id].partition(" 0.")[0] not in card]


def test_whatever_is_made_from_is_in_the_table() -> None:
    known = {entry.id for entry in data()}
    used = {id for part in (*weights(), *data()) for id in part.made_from}
    assert used == known


def test_every_resource_that_names_data_is_in_the_table() -> None:
    listed = {Path(next(iter(w.files))).name for w in weights()}
    for path in sorted(p for p in (PACKAGE / "resources").iterdir() if p.suffix in (".toml", ".tsv", ".txt")):
        origin = "".join(line for line in path.read_text(encoding="utf-8").splitlines(True) if line.startswith("#"))
        if FOREIGN.search(origin) and path.name not in ("weights.toml", "notes.toml", "emotions.toml"):
            assert path.name in listed, f"{path.name} names data in its first lines: say so in weights.toml"


def test_digests_are_those_of_the_files() -> None:
    for entry in weights():
        for path, digest in entry.files.items():
            assert hashlib.sha256((PACKAGE / path).read_bytes()).hexdigest() == digest, path


def test_what_a_story_names_as_weights_is_held_to_a_digest() -> None:
    checked = {entry["name"] for entry in resources.table("weights.toml")["weights"] if "sha256" in entry}
    assert checked == {*recipes.WEIGHTS, "one_pass", "coreference"}


def test_the_packages_of_the_page_are_those_of_its_headings() -> None:
    assert listed("# L\n\n## b - 2.0 (MIT)\n\nText\n\n## @a/c - 1.0\n") == (
        Package("@a/c", "1.0", None, None),
        Package("b", "2.0", "MIT", "web/built/licences.md"),
    )
    assert "svelte" in {package.name for package in in_page()}
    assert {package.licence for package in in_page()} <= {"MIT", "ISC"}
