"""Named lists of stages."""

from __future__ import annotations

from unspoken.errors import BadPipeline
from unspoken.pipeline import Stage
from unspoken.stages import signals, turns
from unspoken.stages.table import STAGES

PARTS = {"standard": "upper", "fast": "lower"}  # the layers of the encoder that a recipe reads with
FAST = tuple(signals.stage(PARTS["fast"]) if stage is signals.STAGE else stage for stage in STAGES)
RECIPES: dict[str, tuple[Stage, ...]] = {"standard": STAGES, "fast": FAST}
DEFAULT = "standard"
WEIGHTS = ("word_classes.tsv.gz",)


def stages(recipe: str, speaker_threshold: float | None = None, threads: int | None = None) -> tuple[Stage, ...]:
    """The stages of a recipe.

    Args:
        recipe: its name.
        speaker_threshold: the probability, from 0 to 1, below which nobody is named as a speaker; None: the usual one.
        threads: how many the network may use; None: the usual number. No layer depends on it.

    Raises:
        BadPipeline: there is no recipe of that name, or the threshold is no probability.
    """
    if recipe not in RECIPES:
        raise BadPipeline(f"there is no recipe {recipe!r} (there are: {', '.join(RECIPES)})")
    if speaker_threshold is not None and not 0 <= speaker_threshold <= 1:
        raise BadPipeline(f"the threshold of speakers is a probability from 0 to 1, not {speaker_threshold:g}")
    own = dict[str, Stage]()
    if speaker_threshold is not None:
        own[turns.STAGE.name] = turns.stage(speaker_threshold)
    if threads is not None:
        own[signals.STAGE.name] = signals.stage(PARTS[recipe], threads)
    return tuple(own.get(stage.name, stage) for stage in RECIPES[recipe]) if own else RECIPES[recipe]
