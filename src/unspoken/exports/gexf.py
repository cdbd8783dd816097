"""The network over the scenes as dynamic GEXF 1.3, for Gephi and its time line.

Time is counted in scenes: the first is from 1 to 2, the second from 2 to 3. A person and a pair are there from the
scene on in which they are first told of, to the end; what changes about them (names, who is present, what each feels)
has intervals of its own. What cannot change in Gephi, the labels above all, is as at the end of the story. We write the
file ourselves, since the writer of networkx puts the day of writing into it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from lxml import etree

from unspoken.exports.graphml import person, way
from unspoken.exports.xml import legal
from unspoken.story import Story
from unspoken.version import __version__
from unspoken.views.network import Spell, Tracks, at, tracks

NAMESPACE = "http://gexf.net/1.3"
SCHEMA = "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"
STATIC = {
    "node": {"kind": "string", "narrator": "boolean", "share": "double"},
    "edge": {"relationship": "string", "confidence": "double"},
}
DYNAMIC = {
    "node": {
        "name": "string", "pronouns": "string", "words": "integer", "scenes": "integer", "mentions": "integer",
        "present": "boolean",
    },
    "edge": {
        "kind": "string", "kinds": "string", "role": "string", "status": "string", "contact": "string",
        "valence": "double", "trust": "double", "words": "integer", "scenes": "integer", "together": "boolean",
        "weight": "double",
    },
}  # fmt: skip
_NAMES: dict[Any, str] = {None: NAMESPACE, "xsi": "http://www.w3.org/2001/XMLSchema-instance"}

Values = Mapping[str, Any]
Held = tuple[int, int, Any]  # from a time, until a time, a value


def export(story: Story, stem: str) -> dict[str, bytes]:
    """One file, ``STEM.gexf``: mode dynamic, time in scenes, edges directed. What is not known has no value.

    Args:
        story: a finished story.
        stem: what the name of the file begins with.
    """
    made = tracks(story)
    root = etree.Element("gexf", {f"{{{_NAMES['xsi']}}}schemaLocation": SCHEMA, "version": "1.3"}, _NAMES)
    meta = etree.SubElement(root, "meta")
    etree.SubElement(meta, "creator").text = f"Unspoken {__version__}"
    etree.SubElement(meta, "description").text = legal(story.source.title or story.source.name)
    graph = etree.SubElement(
        root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="double", timerepresentation="interval",
        start=_time(1), end=_time(_end(made)),
    )  # fmt: skip
    for of in ("node", "edge"):
        for mode, titles in (("static", STATIC[of]), ("dynamic", DYNAMIC[of])):
            declared = etree.SubElement(graph, "attributes", {"class": of, "mode": mode})
            for title, type in titles.items():
                etree.SubElement(declared, "attribute", id=f"{of}-{title}", title=title, type=type)
    _nodes(etree.SubElement(graph, "nodes"), made)
    _edges(etree.SubElement(graph, "edges"), made)
    return {f"{stem}.gexf": etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)}


def _nodes(into: etree._Element, made: Tracks) -> None:
    shares = {node.id: node.share for node in at(made, len(made.words) - 1).nodes}
    for track in made.nodes:
        steps = [(step.scene, person(step.value)) for step in track.steps]
        for (_, values), step in zip(steps, track.steps, strict=True):
            values["name"] = step.value.name
        element = _element(into, "node", made, steps, {"id": legal(track.id), "label": legal(track.name)})
        static = {**steps[-1][1], "share": shares.get(track.id)}
        _values(element, "node", static, steps, {"present": track.present}, made)


def _edges(into: etree._Element, made: Tracks) -> None:
    for track in made.edges:
        for side, (who, other) in enumerate((track.pair, track.pair[::-1])):
            said = [s for s in track.steps if track.relationship or s.value.words[side]]
            steps = [(step.scene, way(step.value, side)) for step in said]
            if steps:
                ends = {"id": f"e{len(into)}", "source": legal(who), "target": legal(other)}
                element = _element(into, "edge", made, steps, ends | _label(steps))
                _values(element, "edge", steps[-1][1], steps, {"together": track.together}, made)


def _label(steps: list[tuple[int, dict[str, Any]]]) -> dict[str, str]:
    return {"label": steps[-1][1]["label"]} if steps[-1][1]["label"] else {}


def _element(into: etree._Element, name: str, made: Tracks, steps: list[tuple[int, Any]], of: Values) -> etree._Element:
    return etree.SubElement(into, name, {**of, "start": _time(steps[0][0] + 1), "end": _time(_end(made))})


def _values(
    element: etree._Element,
    of: str,
    static: Values,
    steps: list[tuple[int, Any]],
    spells: Mapping[str, Iterable[Spell]],
    made: Tracks,
) -> None:
    """Writes what is so all the time, and what is so from a scene to a scene."""
    into = etree.SubElement(element, "attvalues")
    for title in STATIC[of]:
        if static[title] is not None:
            etree.SubElement(into, "attvalue", {"for": f"{of}-{title}", "value": _written(static[title])})
    for title in DYNAMIC[of]:
        held = _spelled(spells[title], steps[0][0], made) if title in spells else _held(steps, title, made)
        for start, end, value in held:
            span = {"start": _time(start), "end": _time(end)}
            etree.SubElement(into, "attvalue", {"for": f"{of}-{title}", "value": _written(value), **span})


def _held(steps: list[tuple[int, Values]], title: str, made: Tracks) -> Iterator[Held]:
    """The values of one attribute, what stays the same as one; unknown is no value."""
    changed = [(scene, values[title]) for scene, values in steps]
    kept = [entry for n, entry in enumerate(changed) if n == 0 or entry[1] != changed[n - 1][1]]
    for (scene, value), (until, _) in pairwise([*kept, (_end(made) - 1, None)]):
        if value is not None:
            yield scene + 1, until + 1, value


def _spelled(spells: Iterable[Spell], since: int, made: Tracks) -> Iterator[Held]:
    """Whether a scene is in one of the spells."""
    reached = since
    for spell in spells:
        if spell.last < since:
            continue
        first = max(spell.first, since)
        if first > reached:
            yield reached + 1, first + 1, False
        yield first + 1, spell.last + 2, True
        reached = spell.last + 1
    if reached + 1 < _end(made):
        yield reached + 1, _end(made), False


def _end(made: Tracks) -> int:
    """The time at which the last scene ends."""
    return max(1, len(made.scenes)) + 1


def _time(number: int) -> str:
    return f"{number}.0"


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else legal(str(value))
