"""``unspoken evaluate CORPUS``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.inputs import Input
from unspoken.cli.options import Debug, Recipe, recipe_named

if TYPE_CHECKING:
    from unspoken.evaluation.measures import Measures

Corpus = Annotated[
    str, typer.Argument(metavar="CORPUS", help="A folder of annotated texts: gold documents in JSON, or CoNLL-U.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")]


def evaluate(corpus: Corpus, recipe: Recipe = None, json: Json = False, debug: Debug = False) -> None:
    """Read annotated texts, and tell how much of what people found in them is found.

    Prints a table of measures, and how often answers are right that are so sure; what a corpus does not annotate is
    not scored.
    """
    from unspoken.cli import terminal
    from unspoken.cli.work import BAD, INTERRUPTED, OURS, fault
    from unspoken.errors import UnspokenError

    name = recipe_named(recipe)
    try:
        measures = _measures(corpus, name)
        terminal.say(_as_json(corpus, name, measures) if json else _as_table(measures))
    except UnspokenError as error:
        terminal.remark("", str(error))
        raise typer.Exit(BAD) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        fault(corpus, error, debug=debug)
        raise typer.Exit(OURS) from None


def _measures(corpus: str, recipe: str) -> Measures:
    from unspoken.cli.progress import Progress
    from unspoken.evaluation.corpus import items
    from unspoken.evaluation.measures import summed

    texts = items(Path(corpus), recipe)
    progress = Progress([Input(text.name, text.name, None, text.size) for text in texts], wanted=True)
    parts = []
    for number, text in enumerate(texts):
        with progress.on(number, text.name) as callback:
            parts.append(text.score(callback))
    return summed(parts)


def _as_table(measures: Measures) -> str:
    from unspoken.evaluation.curves import drawn
    from unspoken.evaluation.table import table

    return "\n".join(part for part in (table(measures), drawn(measures)) if part)


def _as_json(corpus: str, recipe: str, measures: Measures) -> str:
    import json

    from unspoken.evaluation.curves import curves
    from unspoken.evaluation.table import record

    found = {"corpus": corpus, "recipe": recipe, "measures": record(measures), "curves": curves(measures)}
    return json.dumps(found, indent=2) + "\n"
