"""A folder of annotated texts as items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.stories.wrong_door import story
from unspoken.document import Document
from unspoken.errors import BadInput, BadPipeline
from unspoken.evaluation import corpus
from unspoken.evaluation.corpus import READ, items
from unspoken.evaluation.measures import Counts, Rate
from unspoken.story import Story

LINE = "{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\t_\n"
STOP = LINE.format(1, "Stop", "stop", "VERB", 0, "root") + LINE.format(2, "!", "!", "PUNCT", 1, "punct") + "\n"


def read(_: Document, **__: object) -> Story:
    return story()


def write(folder: Path, name: str, **record: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps({"id": name, **record}), encoding="utf-8")


def test_an_item_reads_its_text_and_scores_what_is_annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "read_document", read)
    event = story().events[0]
    write(tmp_path, "door", text=story().text, events=[{"start": event.start, "end": event.end}])
    (item,) = items(tmp_path)
    assert item.name == "door"
    assert item.score(None) == {READ: Rate(1, 1), "events": Counts(1, len(story().events) - 1, 0)}


def test_a_text_that_cannot_be_read_has_nothing_found_in_it(tmp_path: Path) -> None:
    write(tmp_path, "dots", text=" ... ", events=[{"start": 1, "end": 2}])
    (item,) = items(tmp_path)
    assert item.score(None) == {READ: Rate(0, 1), "events": Counts(0, 0, 1)}


def test_of_gum_those_are_scored_that_training_leaves_out(tmp_path: Path) -> None:
    for name in ("GUM_bio_a", "GUM_bio_b", "GUM_bio_c", "GUM_news_a", "GUM_news_b", "GUM_news_c"):
        (tmp_path / f"{name}.conllu").write_text(STOP, encoding="utf-8")
    names = ["GUM_bio_b.conllu", "GUM_bio_c.conllu", "GUM_news_b.conllu", "GUM_news_c.conllu"]
    assert [item.name for item in items(tmp_path)] == names


def test_of_another_treebank_all_are_scored(tmp_path: Path) -> None:
    (tmp_path / "b.conllu").write_text(STOP, encoding="utf-8")
    (tmp_path / "a.conllu").write_text("", encoding="utf-8")
    empty, stop = items(tmp_path)
    assert empty.score(None) == {READ: Rate(0, 1)}
    scores = stop.score(None)
    assert list(scores) == [READ, "UPOS", "feats", "UAS", "LAS"]
    assert scores["UPOS"].figures()["n"] == 2


def test_a_broken_treebank_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text("1\tStop\n", encoding="utf-8")
    (item,) = items(tmp_path)
    with pytest.raises(BadInput, match=r"a\.conllu: not a file in CoNLL-U"):
        item.score(None)


def test_what_is_no_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such folder"):
        items(tmp_path / "nowhere")
    with pytest.raises(BadInput, match="no document in the gold format"):
        items(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="this is a file"):
        items(tmp_path / "file")
    with pytest.raises(BadPipeline, match="no recipe 'magic'"):
        items(tmp_path, "magic")
