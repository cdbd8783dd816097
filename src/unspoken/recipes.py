"""Named lists of stages."""

from __future__ import annotations

from unspoken.errors import BadPipeline
from unspoken.pipeline import Stage
from unspoken.stages import signals
from unspoken.stages.table import STAGES

FAST = tuple(signals.stage("lower") if stage is signals.STAGE else stage for stage in STAGES)
RECIPES: dict[str, tuple[Stage, ...]] = {"standard": STAGES, "fast": FAST}
DEFAULT = "standard"
WEIGHTS = ("word_classes.tsv.gz",)


def stages(recipe: str) -> tuple[Stage, ...]:
    """The stages of a recipe.

    Raises:
        BadPipeline: there is no recipe of that name.
    """
    try:
        return RECIPES[recipe]
    except KeyError:
        raise BadPipeline(f"there is no recipe {recipe!r} (there are: {', '.join(RECIPES)})") from None
