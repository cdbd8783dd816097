"""To whom a line is said, once it is known who speaks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from unspoken.stages.turns.decoding import FAR

STEPS = (-1, 1, -2, 2)  # lines around one, whose speakers it may be said to


def neighbour(speakers: Sequence[str | None], gaps: Sequence[int], t: int, steps: Sequence[int] = STEPS) -> str | None:
    """Who speaks nearest to a line, beside who speaks it, with no long silence between."""
    for step in steps:
        other = speakers[t + step] if 0 <= t + step < len(speakers) else None
        if other is not None and other != speakers[t] and _near(gaps, t, step):
            return other
    return None


def called(
    calls: Sequence[str], here: Collection[str], t: int, speakers: Sequence[str | None], gaps: Sequence[int]
) -> str | None:
    """Who is spoken to of those called in a line: the one who has just spoken or speaks next, else one who is here.

    Args:
        calls: the people called, beside the speaker, in order.
        here: of whom the narration of the scene tells.
        t: the line.
        speakers: of all lines.
        gaps: what lies before each line.

    Returns:
        Nobody where those called neither speak nor are about, and another does: "Mr. Grey? With his chest?" is not
        said to Mr. Grey.
    """
    near = [neighbour(speakers, gaps, t, (step,)) for step in STEPS]
    spoken = next((other for other in near if other in calls), None) or next((m for m in calls if m in speakers), None)
    about = spoken or next((m for m in calls if m in here), None)
    if about is not None or not calls:
        return about
    return None if near[0] or near[1] else calls[0]


def _near(gaps: Sequence[int], t: int, step: int) -> bool:
    low, high = (t + step, t) if step < 0 else (t, t + step)
    return all(gaps[k] != FAR for k in range(low + 1, high + 1))
