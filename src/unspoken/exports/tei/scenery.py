"""Places, what each scene is set in, and who writes to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unspoken.exports.tei.elements import add, certainty
from unspoken.exports.tei.ids import Ids, Key, pointer, pointers
from unspoken.layers.scenes import Scene
from unspoken.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def scenery(profile: Element, story: Story, ids: Ids) -> None:
    """Put places and scenes into the header; nothing where there are none."""
    if not story.places and not story.scenes:
        return
    described = add(profile, "settingDesc")
    if story.places:
        listed = add(described, "listPlace")
        for place in story.places:
            add(add(listed, "place", None, {"xml:id": ids["place", place.id]}), "placeName", place.name)
    names = {("place", p.id): p.name for p in story.places} | {("person", c.id): c.name for c in story.characters}
    for number, scene in enumerate(story.scenes, start=1):
        _setting(described, scene, number, names, ids)


def _setting(described: Element, scene: Scene, number: int, names: dict[Key, str], ids: Ids) -> None:
    """Who is there, where, when, and through whose eyes it is seen."""
    who, corresp = pointers(ids, "person", scene.present), pointer(ids, "scene", scene.id)
    made = add(described, "setting", None, {"n": str(number), "corresp": corresp, "who": who})
    if place := names.get(("place", scene.place or "")):
        add(made, "name", place, {"type": "place", "ref": pointer(ids, "place", scene.place)})
    if focal := names.get(("person", scene.focal or "")):
        add(made, "persName", focal, {"type": "focal", "ref": pointer(ids, "person", scene.focal)})
    if when := scene.time.label or scene.time.weekday:
        add(made, "date", when)


def letters(profile: Element, story: Story, ids: Ids) -> None:
    """Put who wrote each letter, to whom, and who reads it into the header."""
    names = {c.id: c.name for c in story.characters}
    for document in story.documents:
        acts = [("sent", document.author), ("received", document.addressee)]
        acts += [("read", reading.character) for reading in document.read_by]
        known = [(act, id) for act, id in acts if id in names]
        if not known:
            continue
        corresp = pointer(ids, "document", document.id)
        attributes = {"type": document.kind, "corresp": corresp, "cert": certainty(document.confidence)}
        described = add(profile, "correspDesc", None, attributes)
        for act, id in known:
            action = add(described, "correspAction", None, {"type": act})
            add(action, "persName", names[id or ""], {"ref": pointer(ids, "person", id)})
