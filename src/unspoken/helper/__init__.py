"""A helper: a language model on the user's own machine that may propose what people feel and believe.

It is asked passage by passage. What it proposes is taken only where the words that it quotes stand in that passage and
the names are those of people in it; it is never surer than `unspoken.stages.proposed.SUREST`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from unspoken.document import Document
from unspoken.helper.answers import Refusal, taken
from unspoken.helper.endpoint import Endpoint
from unspoken.helper.memory import Memory
from unspoken.helper.passages import Passage, passages
from unspoken.helper.questions import INSTRUCTIONS, question
from unspoken.layers.proposals import Proposal, Proposals

Asking = Callable[[int, int], None]


@dataclass(frozen=True)
class Helper:
    """A model behind an OpenAI-compatible address of this machine.

    ``url`` is what comes before ``/chat/completions``; ``answers`` is the folder in which answers are kept, None: one
    among the user's data. An answer that is kept is not asked for again.
    """

    url: str
    model: str
    answers: Path | None = None


def propose(document: Document, helper: Helper, asking: Asking | None = None) -> Proposals:
    """Ask a helper about each passage of a story.

    Args:
        document: a story that has been read, with its characters and scenes.
        helper: whom to ask.
        asking: called before each passage with its number and how many there are.

    Returns:
        What is taken of its answers, in text order.

    Raises:
        BadHelper: the address is not one of this machine, nothing answers there, or what answers is no such model.
        BadOutput: an answer cannot be kept.
    """
    endpoint, memory = Endpoint(helper.url, helper.model), Memory(helper.answers)
    stretches = passages(document)
    records, refused = list[Proposal](), Counter[Refusal]()
    for number, passage in enumerate(stretches):
        if asking:
            asking(number, len(stretches))
        found, no = taken(_answer(endpoint, memory, passage), passage, document.text)
        records += found
        refused += no
    ordered = tuple(sorted(dict.fromkeys(records), key=lambda r: (r.start, r.end)))
    return Proposals(helper.model, ordered, _remark(helper.model, len(ordered), refused))


def _answer(endpoint: Endpoint, memory: Memory, passage: Passage) -> str:
    asked = question(passage)
    known = memory.recall(endpoint.model, INSTRUCTIONS, asked)
    if known is None:
        known = endpoint.ask(INSTRUCTIONS, asked)
        memory.keep(endpoint.model, INSTRUCTIONS, asked, known)
    return known


def _remark(model: str, count: int, refused: Counter[Refusal]) -> str:
    """How much was proposed, and what became of it."""
    of = f"the helper {model} proposed {count + sum(refused.values())} records, of which {count} were taken"
    reasons = [f"{number} {reason.value}" for reason, number in sorted(refused.items(), key=lambda r: r[0].name)]
    return of + (f"; refused: {', '.join(reasons)}" if reasons else "")
