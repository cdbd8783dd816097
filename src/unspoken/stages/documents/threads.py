"""Threads: messages one below the other, with nothing told between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from unspoken.layers.documents import Letter
from unspoken.stages.documents.desk import Desk


def partners(desk: Desk, letters: Sequence[Letter]) -> Mapping[str, str]:
    """To whom each message of a thread between two is written: to the other one.

    Args:
        desk: the text and its people.
        letters: all writing in the text, in order.

    Returns:
        Letter id -> character id, for messages with a sender in threads of two senders.
    """
    out: dict[str, str] = {}
    for thread in _threads(desk.text, letters):
        senders = {x.id: who for x in thread if (who := desk.named(x.sender)) is not None}
        both = set(senders.values())
        if len(both) == 2:
            out |= {letter: next(iter(both - {who})) for letter, who in senders.items()}
    return out


def _threads(text: str, letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    thread: list[Letter] = []
    for letter in letters:
        if letter.kind != "message" or letter.sender is None:
            continue
        if thread and text[thread[-1].end : letter.sender.start].strip():
            yield thread
            thread = []
        thread.append(letter)
    if thread:
        yield thread
