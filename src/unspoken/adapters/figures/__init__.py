"""A story as figures of matplotlib: the course between two people, the network, the arcs of feeling.

None of them touches pyplot, so that no window opens and nothing global changes; a notebook shows what is returned.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from unspoken.errors import MissingLibrary, UnspokenError
from unspoken.story import Story

if TYPE_CHECKING:
    from unspoken.adapters.figures.sheet import Sheet

Kind = Literal["course", "network", "arcs"]


def figure(story: Story, kind: Kind, *people: str, scene: str | None = None) -> Sheet:
    """A figure by its kind: ``course`` of two people, ``network`` (of a ``scene``), ``arcs`` (of some ``people``).

    Raises:
        UnspokenError: there is no such kind, it takes other arguments, or somebody is not in the story.
    """
    if kind not in ("course", "network", "arcs"):
        raise UnspokenError(f"there is no figure of {kind!r}; ask for 'course', 'network' or 'arcs'")
    if scene is not None and kind != "network":
        raise UnspokenError(f"a figure of {kind!r} runs over all scenes; only 'network' takes a scene")
    if kind == "course":
        if len(people) != 2:
            raise UnspokenError(f"a course is between two people; {len(people)} named")
        return course(story, *people)
    if kind == "arcs":
        return arcs(story, people or None)
    if people:
        raise UnspokenError("a network is of all people; name a scene at most")
    return network(story, scene)


def course(story: Story, a: str, b: str) -> Sheet:
    """What two people feel for each other, what each takes the other's heart for, and where the two part.

    Args:
        story: a finished story.
        a: the one whose heart is drawn first, by id, name or alias.
        b: the other.

    Returns:
        A figure with one drawing for each heart: over the scenes a solid line for what is felt, a dashed one for what
        the other takes it for, hatched between the two where they part.

    Raises:
        UnspokenError: somebody is not in the story, or both are the same.
        MissingLibrary: matplotlib is not installed.
    """
    _installed()
    from unspoken.adapters.figures.hearts import draw

    return draw(story, a, b)


def network(story: Story, scene: str | None = None) -> Sheet:
    """The main people and what is between them at the end of a scene.

    Args:
        story: a finished story.
        scene: the id of a scene; None: the end of the story.

    Returns:
        A figure with a circle for each of the 20 who are in most scenes, the larger the more. The half of a line that
        is nearer to somebody says what this one feels for the other.

    Raises:
        UnspokenError: the story has no such scene.
        MissingLibrary: matplotlib is not installed.
    """
    _installed()
    from unspoken.adapters.figures.ties import draw

    return draw(story, scene)


def arcs(story: Story, people: Sequence[str] | None = None) -> Sheet:
    """How people's feelings run from scene to scene, a small drawing for each.

    Args:
        story: a finished story.
        people: by id, name or alias; None: everybody together, and the main people.

    Returns:
        A figure: a triangle for each scene with feelings, larger where there are more of them, and a line through
        their means, smoothed.

    Raises:
        UnspokenError: somebody is not in the story.
        MissingLibrary: matplotlib is not installed.
    """
    _installed()
    from unspoken.adapters.figures.feelings import draw

    return draw(story, people)


def _installed() -> None:
    try:
        import matplotlib  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name != "matplotlib":
            raise
        raise MissingLibrary("matplotlib", "figures") from None
