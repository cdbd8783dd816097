"""Time grows with the length of a text, not with its square, also where a text is all of one kind."""

import re
import time

import pytest

from tests.contract.texts import FRAGMENTS, LETTER, document
from unspoken.pipeline import run
from unspoken.stages import signals
from unspoken.stages.table import STAGES

PIECES = {
    "straight marks": '"',
    "opening marks": "“",
    "opening single marks": "‘",
    "opening marks and words": "“Ada wept. ‘Why? «No. ",
    "closing marks": "”",
    "apostrophes": "’Tis ’im, an’ ’er. ",
    "no full stop": "rain fell on the river and the river rose and ",
    "one sentence about people": "Ada said that Bram thought that she feared that he knew that ",
    "pronouns": "He told her that she had told him so, and they believed it. ",
    "one name": "Ada ",
    "short paragraphs": "Ada wept.\n\n",
    "two people talking": "“Why?”\n\n“Because, Ada.”\n\n",
    "breaks": "Ada wept.\n\n***\n\n",
    "letters": f"{LETTER}\n\n",
    "everything": "\n\n".join(FRAGMENTS) + "\n\n",
}
BELOW = STAGES[: STAGES.index(signals.STAGE) + 1]
SHORT, LONG = 1_000, 4_000  # words and marks: four times as long
WORD = re.compile(r"\w+|[^\w\s]")
AT_MOST = 8  # times as slow; a square would be 16


def seconds(piece: str, length: int) -> float:
    """Processor seconds for all layers of a text of so many words and marks but the network's; the better of two.

    What the network takes is in proportion to the length, and would hide the rest.
    """
    text = run(document(piece * (length // len(WORD.findall(piece)))), BELOW)[0]
    took = []
    for _ in range(2):
        began = time.process_time()
        run(text, STAGES)
        took.append(time.process_time() - began)
    return min(took)


@pytest.mark.parametrize("name", PIECES)
def test_four_times_the_length_takes_nowhere_near_the_square_of_it(name: str) -> None:
    seconds(PIECES[name], 200)  # so that nothing is loaded for the first time while it is measured
    assert seconds(PIECES[name], LONG) < AT_MOST * max(seconds(PIECES[name], SHORT), 0.01)
