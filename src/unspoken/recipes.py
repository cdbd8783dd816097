"""Named lists of stages."""

from __future__ import annotations

from unspoken.errors import BadPipeline
from unspoken.pipeline import Stage
from unspoken.stages import signals, turns
from unspoken.stages.table import STAGES

FAST = tuple(signals.stage("lower") if stage is signals.STAGE else stage for stage in STAGES)
RECIPES: dict[str, tuple[Stage, ...]] = {"standard": STAGES, "fast": FAST}
DEFAULT = "standard"
WEIGHTS = ("word_classes.tsv.gz",)


def stages(recipe: str, speaker_threshold: float | None = None) -> tuple[Stage, ...]:
    """The stages of a recipe.

    Args:
        recipe: its name.
        speaker_threshold: the probability, from 0 to 1, below which nobody is named as a speaker; None: the usual one.

    Raises:
        BadPipeline: there is no recipe of that name, or the threshold is no probability.
    """
    if recipe not in RECIPES:
        raise BadPipeline(f"there is no recipe {recipe!r} (there are: {', '.join(RECIPES)})")
    if speaker_threshold is None:
        return RECIPES[recipe]
    if not 0 <= speaker_threshold <= 1:
        raise BadPipeline(f"the threshold of speakers is a probability from 0 to 1, not {speaker_threshold:g}")
    own = turns.stage(speaker_threshold)
    return tuple(own if stage is turns.STAGE else stage for stage in RECIPES[recipe])
