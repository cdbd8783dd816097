"""A folder of annotated texts as things to be read and scored, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from unspoken import recipes
from unspoken.corpora.conllu import read_conllu, split_gum
from unspoken.corpora.gold import Gold, read_gold
from unspoken.errors import BadInput
from unspoken.evaluation.answers import Answers, answers
from unspoken.evaluation.clusters import score_clusters
from unspoken.evaluation.confidence import score_confidence
from unspoken.evaluation.feelings import score_feelings
from unspoken.evaluation.measures import Measures, Rate, summed
from unspoken.evaluation.spans import score_entities, score_events
from unspoken.evaluation.speech import score_speech
from unspoken.evaluation.syntax import score_syntax
from unspoken.pipeline import Progress, Stage
from unspoken.reading import read_document
from unspoken.sources import document_from_text

SCORERS = (score_entities, score_clusters, score_events, score_speech, score_confidence, score_feelings)
READ = "documents read"


@dataclass(frozen=True)
class Item:
    """A text of a corpus: its name, its size in bytes, and what reads it and gives its measures."""

    name: str
    size: int
    score: Callable[[Progress | None], Measures]


def items(folder: Path, recipe: str = recipes.DEFAULT) -> list[Item]:
    """The texts of a folder, in order of their names.

    Args:
        folder: documents in the gold format, or files in CoNLL-U; of GUM those that training leaves out.
        recipe: what reads them.

    Raises:
        BadInput: there is no such folder, or nothing annotated in it.
        BadPipeline: there is no such recipe.
    """
    stages = recipes.stages(recipe)
    try:
        what = None if folder.is_dir() else "this is a file" if folder.exists() else "there is no such folder"
    except OSError as error:  # the name is too long, say
        what = f"cannot be opened ({error.strerror})"
    if what:
        raise BadInput(str(folder), what, "give a folder of annotated texts")
    if treebank := _treebank(folder):
        return [Item(p.name, p.stat().st_size, partial(_score_treebank, p, stages)) for p in treebank]
    return [Item(g.id, len(g.text), partial(_score_gold, g, recipe)) for g in read_gold(folder)]


def scored(gold: Gold, found: Answers) -> Measures:
    """All measures of what people annotated in a text.

    Raises:
        BadInput: an annotation lacks what is scored.
        UnspokenError: scipy is needed, and not installed.
    """
    try:
        return summed(scorer(gold, found) for scorer in SCORERS)
    except KeyError as error:
        raise BadInput(gold.id, f"an annotation in it has no {error}", "add it, or take the annotation away") from None


def _treebank(folder: Path) -> Iterable[Path]:
    _, held = split_gum(folder)
    return held or sorted(folder.glob("*.conllu"))


def _score_gold(gold: Gold, recipe: str, progress: Progress | None) -> Measures:
    """What cannot be read is counted as a text in which nothing is found."""
    try:
        found = answers(
            read_document(document_from_text(gold.text, gold.id), recipe=recipe, progress=progress), gold.text
        )
        read = True
    except BadInput:
        found, read = Answers(), False
    return {READ: Rate(read, 1), **scored(gold, found)}


def _score_treebank(path: Path, stages: tuple[Stage, ...], progress: Progress | None) -> Measures:
    try:
        sentences = list(read_conllu(path))
    except (OSError, ValueError, IndexError) as error:
        raise BadInput(str(path), f"not a file in CoNLL-U ({error})", "mend it or take it away") from None
    if not sentences:
        return {READ: Rate(0, 1)}
    return {READ: Rate(1, 1), **score_syntax(sentences, stages, progress)}
