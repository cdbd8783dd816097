"""From a file or a text to a finished story."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import structs

from unspoken import recipes, resources
from unspoken.confidence import Confidence
from unspoken.corrections import beside, read_corrections
from unspoken.document import Document
from unspoken.layers import keys
from unspoken.layers.characters import Character
from unspoken.layers.corrections import Correction
from unspoken.layers.keys import Layer
from unspoken.layers.proposals import Proposals
from unspoken.layers.provenance import LayerRun, Model, Provenance
from unspoken.models.store import COREFERENCE, ONE_PASS, model
from unspoken.pipeline import Progress, Stage, rerun, run
from unspoken.story import Story, TokenColumns
from unspoken.version import __version__

if TYPE_CHECKING:
    from unspoken.helper import Asking, Helper

T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """A story that was read, with all that was made on the way, so that it can be corrected without a new reading.

    ``document`` has all layers, ``stages`` are those of the recipe, ``runs`` tell when each layer was made last.
    """

    document: Document
    stages: tuple[Stage, ...]
    runs: tuple[LayerRun, ...]
    seconds: float

    def story(self) -> Story:
        """The public record."""
        return finished(self.document, list(self.runs), self.seconds)

    def corrected(self, corrections: Sequence[Correction], progress: Progress | None = None) -> Reading:
        """The reading with these corrections instead of those that it had.

        Only what they change is made again, never what the network says. The story is the same, apart from its
        timings, as that of a new reading with them.

        Args:
            corrections: all that are to be followed.
            progress: called before each stage that may have to run.
        """
        return self._with(keys.CORRECTIONS, tuple(corrections), progress, time.perf_counter())

    def helped(self, helper: Helper, asking: Asking | None = None, progress: Progress | None = None) -> Reading:
        """The reading with what a helper proposes, in place of what one proposed before.

        Args:
            helper: a language model on this machine.
            asking: called before each passage that it is asked about, with its number and how many there are.
            progress: called before each stage that may have to run.

        Raises:
            BadHelper: it cannot be asked.
            BadOutput: what it answers cannot be kept.
        """
        from unspoken.helper import propose  # a server is spoken to in it, which few ask for

        began = time.perf_counter()
        return self._with(keys.PROPOSALS, propose(self.document, helper, asking), progress, began)

    def _with(self, layer: Layer[T], records: T, progress: Progress | None, began: float) -> Reading:
        document, again = rerun(self.document, self.stages, layer, records, progress)
        newest = {run.name: run for run in again}
        runs = tuple(newest.get(run.name, run) for run in self.runs)
        return replace(self, document=document, runs=runs, seconds=time.perf_counter() - began)


def read(
    source: str | Path,
    *,
    recipe: str = recipes.DEFAULT,
    progress: Progress | None = None,
    corrections: Path | None = None,
    speaker_threshold: float | None = None,
    helper: Helper | None = None,
    asking: Asking | None = None,
) -> Story:
    """Read a story.

    Args:
        source: a path to a file in any format that `unspoken.sources` knows, or the text itself: a `str` that
            holds a line break or that names no file is taken as text.
        recipe: the named list of stages to run.
        progress: called before each stage.
        corrections: a file of corrections, instead of the one beside the story (`night.unspoken.toml` beside
            `night.txt`), which is followed if it is there.
        speaker_threshold: the probability, from 0 to 1, below which nobody is named as a speaker.
        helper: a language model on this machine that may propose feelings and beliefs; None: nobody is asked.
        asking: called before each passage that the helper is asked about, with its number and how many there are.

    Returns:
        The story with all layers.

    Raises:
        BadCorrections: a file of corrections that is not understood.
        BadHelper: the helper cannot be asked.
        BadInput: there is nothing to read: no such file, empty, binary, broken, too large.
        BadPipeline: there is no such recipe, or the threshold is no probability.
    """
    done = reading(
        source, recipe=recipe, progress=progress, corrections=corrections, speaker_threshold=speaker_threshold
    )
    return (done.helped(helper, asking) if helper else done).story()


def read_document(
    document: Document,
    *,
    recipe: str = recipes.DEFAULT,
    progress: Progress | None = None,
    corrections: Path | None = None,
    speaker_threshold: float | None = None,
    began: float | None = None,
    threads: int | None = None,
    helper: Helper | None = None,
    asking: Asking | None = None,
) -> Story:
    """Run a recipe over a document that a source made, and return the story.

    The arguments are those of `read`; ``threads`` is how many the network may use, None: the usual number.
    """
    stages = recipes.stages(recipe, speaker_threshold, threads)
    done = _reading(document, stages, corrections, progress, time.perf_counter() if began is None else began)
    return (done.helped(helper, asking) if helper else done).story()


def reading(
    source: str | Path,
    *,
    recipe: str = recipes.DEFAULT,
    progress: Progress | None = None,
    corrections: Path | None = None,
    speaker_threshold: float | None = None,
) -> Reading:
    """Read a story, and keep what was made on the way, to be corrected; all else is as for `read`."""
    from unspoken.sources import document_from_path, document_from_text

    began = time.perf_counter()
    if isinstance(source, Path) or ("\n" not in source and len(source) < 1024 and Path(source).exists()):
        document = document_from_path(Path(source))
        corrections = beside(Path(source)) if corrections is None else corrections
    else:
        document = document_from_text(source)
    return _reading(document, recipes.stages(recipe, speaker_threshold), corrections, progress, began)


def _reading(
    document: Document, stages: tuple[Stage, ...], corrections: Path | None, progress: Progress | None, began: float
) -> Reading:
    if corrections is not None:
        document = document.attach(keys.CORRECTIONS, read_corrections(corrections))
    document, runs = run(document, stages, progress)
    return Reading(document, stages, tuple(runs), time.perf_counter() - began)


def finished(document: Document, runs: list[LayerRun], seconds: float) -> Story:
    """The public record of a document that has all layers."""
    tokens, syntax = document[keys.TOKENS], document[keys.SYNTAX]
    columns = {
        name: None if column is None else tuple(column)
        for name, column in (
            ("lemma", syntax.lemma),
            ("pos", syntax.pos),
            ("feats", syntax.feats),
            ("head", syntax.head),
            ("deprel", syntax.deprel),
        )
    }
    proposals = document[keys.PROPOSALS]
    warnings = (*document.source.warnings, *document[keys.UNFIT], *filter(None, [proposals.remark]))
    sure = Confidence(document)
    return Story(
        unspoken="1",
        source=structs.replace(document.source, warnings=warnings),
        text=document.text,
        paragraphs=document[keys.PARAGRAPHS],
        chapters=document[keys.CHAPTERS],
        emphasis=document[keys.EMPHASIS],
        sentences=document[keys.SENTENCES],
        tokens=TokenColumns(start=tuple(tokens.start.tolist()), end=tuple(tokens.end.tolist()), **columns),  # type: ignore[arg-type]
        characters=_shown(document),
        entities=document[keys.ENTITIES],
        places=document[keys.PLACES],
        events=document[keys.EVENTS],
        scenes=document[keys.SCENES],
        documents=document[keys.DOCUMENTS],
        quotes=document[keys.QUOTES],
        feelings=sure.feelings(),
        attitudes=document[keys.ATTITUDES],
        relationships=sure.relationships(),
        beliefs=sure.beliefs(),
        gaps=sure.gaps(),
        provenance=Provenance(__version__, (*models(), *_asked(proposals)), tuple(runs), round(seconds, 4)),
    )


def models() -> tuple[Model, ...]:
    """All weights that a story is read with, by name and digest."""
    networks = (ONE_PASS, COREFERENCE)
    weights = {f"{name}/{file}": digest for name in networks for file, digest in model(name).card["digests"].items()}
    weights |= {name: resources.digest(name) for name in recipes.WEIGHTS}
    return tuple(Model(name, digest) for name, digest in weights.items())


def _asked(proposals: Proposals) -> tuple[Model, ...]:
    """The helper that was asked, with the digest of what was taken of it."""
    if not proposals.helper:
        return ()
    return (Model(f"helper/{proposals.helper}", hashlib.sha256(msgspec.json.encode(proposals.records)).hexdigest()),)


def _shown(document: Document) -> tuple[Character, ...]:
    """The characters under the names that corrections give them; the old name is the first of the others."""
    names = {shown.character: shown.name for shown in document[keys.NAMES]}
    return tuple(_named(c, names[c.id]) if c.id in names else c for c in document[keys.CHARACTERS])


def _named(character: Character, name: str) -> Character:
    others = tuple(n for n in dict.fromkeys((character.name, *character.aliases)) if n != name)
    return structs.replace(character, name=name, aliases=others)
