"""Random but sensible stories over the tracker's whole vocabulary, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from unspoken.layers.statements import Atom, Knows
from unspoken.stages.beliefs.acts import Enter, Feel, Leave, Overhear, Read, Reveal, Say, Think, Trust, Write

PEOPLE = ("ann", "ben", "cam", "dot", "eli")
PLACES = ("attic", "beach", "church")
DOCUMENTS = ("letter", "letter", "note")
LEVELS = (0.0, 0.49, 0.5, 0.5, 0.9, 1.0)
NAMES = ("loves", "grieves", "lied", "left")
LENGTHS = (3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10, 12, 14, 17, 20, 25)
TURNS = {
    "move": 4, "leave": 2, "say": 6, "overhear": 2, "write": 5, "read": 4,
    "feel": 4, "reveal": 2, "trust": 3, "think": 2,
}  # fmt: skip


@dataclass
class Plot:
    """A story being made: who and what it is about, and what has been told so far."""

    rng: Random
    people: tuple[str, ...]
    places: tuple[str, ...]
    atoms: list[Atom]
    knowings: list[Knows]
    clock: int = 0
    acts: list[Any] = field(default_factory=list)

    def prop(self) -> Atom | Knows:
        """Mostly hearts and facts; sometimes who knows of them."""
        return self.rng.choice(self.knowings) if self.rng.random() < 0.25 else self.rng.choice(self.atoms)

    def written(self) -> Atom | Knows:
        """Letters come back to what was written before, and contradict it."""
        before = [act.prop for act in self.acts if isinstance(act, Write)]
        return before[-1] if before and self.rng.random() < 0.5 else self.prop()

    def sign(self) -> bool:
        return self.rng.random() < 0.7

    def others(self, who: str) -> tuple[str, ...]:
        """Those spoken to: most often one, sometimes nobody, rarely more."""
        rest = [p for p in self.people if p != who]
        return tuple(self.rng.sample(rest, min(len(rest), self.rng.choice((0, 1, 1, 1, 1, 2)))))

    def when(self) -> int:
        """Time goes on, or stands still; now and then the story looks back."""
        if self.clock and self.rng.random() < 0.15:
            return self.rng.randrange(self.clock)
        self.clock += self.rng.choice((0, 1, 1, 2))
        return self.clock


def story(rng: Random) -> list[Any]:
    """One story of 3 to 25 acts; draws everything from ``rng``."""
    people = PEOPLE[: rng.randint(2, 5)]
    names = NAMES[: rng.randint(1, 4)]
    atoms = [Atom(name=name, owner=rng.choice((*people, *people, None))) for name in names]
    knowings = [Knows(who=rng.choice(people), of=rng.choice(atoms)) for _ in range(rng.randint(1, 3))]
    plot = Plot(rng, people, PLACES[: rng.randint(1, 3)], atoms, knowings)
    length = rng.choice(LENGTHS)
    for person in people:
        if rng.random() < 0.6 and len(plot.acts) < length - 2:
            plot.acts.append(Enter(told=len(plot.acts), when=0, who=person, place=rng.choice(plot.places)))
    kinds, weights = list(TURNS), list(TURNS.values())
    while len(plot.acts) < length:
        act = turn(plot, rng.choices(kinds, weights)[0])
        if act is not None:
            plot.acts.append(act)
    return plot.acts


def turn(plot: Plot, kind: str) -> Any:
    """The next act of one kind, or None where it would not be allowed."""
    rng = plot.rng
    who = rng.choice(plot.people)
    at = {"told": len(plot.acts), "when": plot.when()}
    match kind:
        case "move":
            return Enter(who=who, place=rng.choice(plot.places), **at)
        case "leave":
            return Leave(who=who, **at)
        case "say":
            return Say(who=who, to=plot.others(who), prop=plot.prop(), sign=plot.sign(), **at)
        case "overhear":
            here = (at["when"], at["told"])
            heard = [a.told for a in plot.acts if isinstance(a, Say) and a.who != who and (a.when, a.told) < here]
            return Overhear(who=who, said=rng.choice(heard), **at) if heard else None
        case "write":
            to = rng.choice((*plot.people, None))
            doc, prop = rng.choice(DOCUMENTS), plot.written()
            return Write(who=who, doc=doc, to=None if to == who else to, prop=prop, sign=plot.sign(), **at)
        case "read":
            return Read(who=who, doc=rng.choice(DOCUMENTS), **at)
        case "feel":
            hearts = [(a, a.owner) for a in plot.atoms if a.owner is not None]
            if not hearts:
                return None
            heart, owner = rng.choice(hearts)
            return Feel(who=owner, prop=heart, sign=plot.sign(), shown=rng.random() < 0.6, **at)
        case "reveal":
            atom, since = rng.choice(plot.atoms), at["when"] - rng.choice((0, 0, 1, 2, 5))
            return Reveal(prop=atom, sign=plot.sign(), since=since, **at)
        case "trust":
            whom = rng.choice([p for p in plot.people if p != who])
            return Trust(who=who, whom=whom, level=rng.choice(LEVELS), **at)
    prop = plot.prop()
    own_heart = isinstance(prop, Atom) and prop.owner == who
    return None if own_heart else Think(who=who, prop=prop, sign=plot.sign(), **at)
