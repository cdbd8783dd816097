"""From statements and scenes to acts that the tracker reasons over, each with the words that it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from unspoken.document import Document
from unspoken.layers.corrections import Strikes
from unspoken.layers.documents import StoryDocument
from unspoken.layers.keys import DOCUMENTS, SCENES, STATEMENTS, STRIKES
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Knows, Prop, Statement
from unspoken.stages.beliefs.acts import Act, Enter, Leave, Overhear, Read, Reveal, Say, Think, Trust, Write
from unspoken.stages.beliefs.world import TRUST
from unspoken.stages.beliefs.wrong import misread, standing
from unspoken.stages.read_aloud import readers
from unspoken.stages.statements.claims.propositions import REGARDS

EARSHOT = 9000  # code points of a scene, on average, above which being in it does not mean to hear what is said
BACK = 1_000_000  # how far before the story's line a flashback happens


@dataclass
class Plot:
    """Acts in reading order. ``source[told]`` is the statement behind an act (None: a scene's comings and goings);
    ``heard``: who overhears what; ``small``: scenes are so short that all who are there hear all."""

    scenes: Sequence[Scene]
    acts: list[Act] = field(default_factory=list)
    source: list[Statement | None] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    stances: list[Statement] = field(default_factory=list)
    ignorance: list[Statement] = field(default_factory=list)
    learnt: list[Statement] = field(default_factory=list)
    about: dict[Prop, list[Act]] = field(default_factory=dict)
    letters: dict[str, int] = field(default_factory=dict)
    lies: set[tuple[int, int]] = field(default_factory=set)
    liars: set[tuple[str, Prop]] = field(default_factory=set)
    heard: set[tuple[str, Prop]] = field(default_factory=set)
    small: bool = False

    def when(self, number: int) -> int:
        """Story time of a scene by its number."""
        return 10 * number - (BACK if self.scenes[number].mode == "analepsis" else 0)

    def scene_at(self, when: int) -> str:
        """The scene whose story time it is (the first scene for what was before all)."""
        return self._by_time.get(when) or self._by_time.get(when + 1, self.scenes[0].id)

    def shown(self, told: int) -> Span:
        """The words that show an act."""
        source, span = self.source[told], self.spans[told]
        return source.shown if source is not None and span == Span(source.start, source.end) else span

    def add(self, act: Act, span: Span, statement: Statement | None = None) -> None:
        prop = getattr(act, "prop", None)
        if prop is not None:
            self.about.setdefault(prop, []).append(act)
        if isinstance(act, Write):
            self.letters.setdefault(act.doc, act.told)
        self.acts.append(act)
        self.spans.append(span)
        self.source.append(statement)

    def __post_init__(self) -> None:
        self._by_time = {self.when(n): scene.id for n, scene in enumerate(self.scenes)}


def plot_of(document: Document) -> Plot:
    """Lay a document's statements out, scene by scene."""
    scenes, strikes = document[SCENES], document[STRIKES]
    plot = Plot(scenes)
    if not scenes:
        return plot
    said = [*standing(document[STATEMENTS], strikes)]
    owners = _hearts(said)
    plot.lies = {s.lie for s in said if s.lie is not None}
    letters = sorted(document[DOCUMENTS], key=lambda d: d.start)
    there: set[str] = set()
    plot.small = len(document.text) <= EARSHOT * len(scenes)
    k = d = 0
    for number, scene in enumerate(scenes):
        now = plot.when(number)
        if plot.small:
            there = _enter(plot, scene, now, there)
        while k < len(said) and (said[k].start < scene.end or number == len(scenes) - 1):
            _take(plot, said[k], now, owners, number)
            k += 1
        while d < len(letters) and letters[d].start < scene.end:
            _read(plot, letters[d], scene, now, strikes)
            d += 1
    return plot


def _hearts(statements: Sequence[Statement]) -> dict[tuple[str, str], Atom]:
    """For each (owner, object) the Atom of that heart, where some statement has it."""
    out: dict[tuple[str, str], Atom] = {}
    for s in statements:
        prop, about = s.claim.prop, s.claim.proposition
        if isinstance(prop, Atom) and prop.owner is not None and about.object is not None:
            out.setdefault((prop.owner, about.object), prop)
    return out


def _enter(plot: Plot, scene: Scene, now: int, there: set[str]) -> set[str]:
    """People come and go where scenes change."""
    span, present = Span(scene.start, scene.start), set(scene.present)
    for who in sorted(there - present):
        plot.add(Leave(told=len(plot.acts), when=now, who=who), span)
    for who in sorted(present):
        plot.add(Enter(told=len(plot.acts), when=now, who=who, place=scene.id), span)
    return present


def _take(plot: Plot, s: Statement, now: int, hearts: dict[tuple[str, str], Atom], number: int) -> None:
    """The acts of one statement."""
    told, span, sign = len(plot.acts), Span(s.start, s.end), s.claim.sign
    prop = _resolved(s.claim.prop, s.holder, hearts)
    if s.kind == "stance":
        plot.stances.append(s)
    elif s.kind == "ignorant":
        plot.ignorance.append(s)
    elif s.kind == "learns":
        plot.learnt.append(s)
    elif s.kind == "think":
        plot.add(Think(told=told, when=now, who=s.holder, prop=prop, sign=sign), span, s)
    elif s.kind == "own":
        _since_before(plot, s, now, prop)
        plot.add(Say(told=len(plot.acts), when=now, who=s.holder, to=s.to, prop=prop, sign=sign), span, s)
    elif s.kind == "say":
        if (s.start, s.end) in plot.lies:
            plot.liars.add((s.holder, prop))
        else:
            plot.add(Think(told=told, when=now, who=s.holder, prop=prop, sign=sign), span, s)
        to = tuple(t for t in s.to if t != s.claim.proposition.subject)
        plot.add(Say(told=len(plot.acts), when=now, who=s.holder, to=to, prop=prop, sign=sign), span, s)
    elif s.kind == "write":
        _since_before(plot, s, now, prop)
        written = now if s.holder in plot.scenes[number].present else min(now, -1)
        letter = s.document or ""
        act = Write(told=len(plot.acts), when=written, who=s.holder, doc=letter, to=None, prop=prop, sign=sign)
        plot.add(act, span, s)
    elif s.kind == "truth" and isinstance(prop, Atom):
        thought = [a.when for a in plot.about.get(prop, []) if isinstance(a, Think) and a.sign is not sign]
        feigned = any(_own(a, prop) and a.when == now and a.sign is not sign for a in plot.about.get(prop, []))
        begun = now - 1 if feigned else now  # what is said of a heart, and is not so, was not so when it was said
        since = min([begun, *thought]) if s.verdict else begun  # who was wrong was so from the first
        plot.add(Reveal(told=told, when=now, prop=prop, sign=sign, since=since), span, s)
    elif s.kind in ("retract", "lie"):
        _correct(plot, s, now, prop, number)
    else:
        _hears(plot, s, now, hearts, number)


def _own(act: Act, prop: Atom) -> TypeGuard[Say | Write]:
    """Whether somebody says or writes something of their own heart."""
    return isinstance(act, Say | Write) and act.who == prop.owner


def _hears(plot: Plot, s: Statement, now: int, hearts: dict[tuple[str, str], Atom], number: int) -> None:
    """Who believes what is said around here, and who is there to hear it."""
    told, span = len(plot.acts), Span(s.start, s.end)
    here = plot.small and s.holder in plot.scenes[number].present
    if s.kind in ("distrust", "trust"):
        level = 0.0 if s.kind == "distrust" else TRUST
        for whom in s.to:
            plot.add(Trust(told=len(plot.acts), when=now, who=s.holder, whom=whom, level=level), span)
    elif s.kind == "deaf" and here:
        plot.add(Leave(told=told, when=now, who=s.holder), span)
    elif s.kind == "back" and here:
        plot.add(Enter(told=told, when=now, who=s.holder, place=plot.scenes[number].id), span)
    elif s.kind == "overhears":
        prop = _resolved(s.claim.prop, s.to[0], hearts)
        said = next(
            (a.told for a in reversed(plot.acts) if isinstance(a, Say) and a.prop == prop and a.when <= now), None
        )
        if said is not None:
            plot.heard.add((s.holder, prop))
            plot.add(Overhear(told=told, when=now, who=s.holder, said=said), span, s)


def _since_before(plot: Plot, s: Statement, now: int, prop: Prop) -> None:
    """A heart that is told was so while somebody held the contrary: hearts last."""
    if not isinstance(prop, Atom):
        return
    known = plot.about.get(prop, [])
    contrary = [a.when for a in known if isinstance(a, Think) and a.sign is not s.claim.sign]
    told = any(isinstance(a, Reveal) or (isinstance(a, Say | Write) and a.who == prop.owner) for a in known)
    if contrary and not told:
        since = min(min(contrary), now)
        act = Reveal(told=len(plot.acts), when=now, prop=prop, sign=s.claim.sign, since=since)
        plot.add(act, Span(s.start, s.end), s)


def _correct(plot: Plot, s: Statement, now: int, prop: Prop, number: int) -> None:
    """What was believed turns out not to be so: it never was, and who believed it does no longer.

    A retraction tells of a belief up to now; where no earlier act gave it, it is taken to begin with the scene before.
    """
    span = Span(s.start, s.end)
    holders = s.to if s.kind == "lie" else (s.holder,)
    held = s.claim.sign if s.kind == "retract" else not s.claim.sign
    if isinstance(prop, Knows):
        for who in holders:
            plot.add(
                Think(told=len(plot.acts), when=min(now, plot.when(max(0, number - 1))), who=who, prop=prop, sign=held),
                span,
                s,
            )
            plot.add(Think(told=len(plot.acts), when=now, who=who, prop=prop, sign=not held), span, s)
        return
    prop = _earlier(plot, prop, holders, held)
    known = plot.about.get(prop, [])
    earliest = min((act.when for act in known), default=now)
    since = min(earliest, now) if known else min(now, plot.when(max(0, number - 1)))
    for who in holders:
        had = any(isinstance(a, Think) and a.who == who for a in known)
        if not known or (s.kind == "retract" and not had):
            plot.add(Think(told=len(plot.acts), when=since, who=who, prop=prop, sign=held), span, s)
    if not any(isinstance(act, Reveal) and act.sign is held for act in known):
        plot.add(Reveal(told=len(plot.acts), when=now, prop=prop, sign=not held, since=since), span, s)
    for who in holders:
        plot.add(Think(told=len(plot.acts), when=now, who=who, prop=prop, sign=not held), span, s)


def _earlier(plot: Plot, prop: Prop, holders: tuple[str, ...], held: bool) -> Prop:
    """ "You did not care", and not for whom: the heart of the same person that the holders were wrong about before."""
    if prop in plot.about or not isinstance(prop, Atom) or prop.name != f"{REGARDS} None":
        return prop
    for other, acts in plot.about.items():
        same = isinstance(other, Atom) and other.owner == prop.owner and other.name.startswith(REGARDS)
        if same and any(isinstance(a, Think) and a.who in holders and a.sign is held for a in acts):
            return other
    return prop


def _read(plot: Plot, letter: StoryDocument, scene: Scene, now: int, strikes: Strikes) -> None:
    """Readers of a letter that says something of a heart."""
    told = plot.letters.get(letter.id)
    if told is None:
        return
    said = plot.source[told]
    for reader in readers(letter, plot.scenes):
        if said is not None and misread(strikes, said, reader.character):
            continue
        if reader.scene == scene.id and reader.character != letter.author:
            act = Read(told=len(plot.acts), when=now, who=reader.character, doc=letter.id)
            plot.add(act, plot.spans[told], said)


def _resolved(prop: Prop, holder: str, hearts: dict[tuple[str, str], Atom]) -> Prop:
    """ "He thought she knew", and no word of what: where his heart for her is spoken of, it is that."""
    if isinstance(prop, Knows) and prop.of.name == "fact":
        return Knows(prop.who, hearts.get((holder, prop.who), prop.of))
    return prop
