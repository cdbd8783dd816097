"""Documents in the gold format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unspoken.corpora.gold import read_gold
from unspoken.errors import BadInput


def write(folder: Path, name: str, record: object) -> None:
    (folder / name).write_text(json.dumps(record), encoding="utf-8")


def test_documents_come_by_name_and_other_files_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "b.json", {"text": "Bram."})
    write(tmp_path, "a.json", {"id": "ada", "text": "Ada.", "corpus": "pdnc", "characters": [{"id": 0, "name": "Ada"}]})
    write(tmp_path, "c.json", ["no document"])
    write(tmp_path, "d.json", {"text": None})
    ada, bram = read_gold(tmp_path)
    assert (ada.id, ada.text, ada.corpus, ada.characters) == ("ada", "Ada.", "pdnc", [{"id": 0, "name": "Ada"}])
    assert (bram.id, bram.corpus, bram.characters) == ("b", None, None)


def test_what_is_not_annotated_is_none_and_what_has_nothing_is_empty(tmp_path: Path) -> None:
    write(tmp_path, "a.json", {"text": "Ada.", "events": []})
    (ada,) = read_gold(tmp_path)
    assert ada.events == []
    assert ada.quotes is None


@pytest.mark.parametrize("record", [{"start": 0}, {"start": 0, "end": 5}, {"start": 3, "end": 2}, [0, 1]])
def test_an_annotation_that_lies_nowhere_is_named(record: object, tmp_path: Path) -> None:
    write(tmp_path, "a.json", {"text": "Ada.", "quotes": [{"start": 0, "end": 4}, record]})
    with pytest.raises(BadInput, match=r"a\.json: quotes\[1\] lies at"):
        list(read_gold(tmp_path))


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no document"):
        list(read_gold(tmp_path))
