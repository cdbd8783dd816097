"""The packages of Python that are installed for the program: what it requires, what that requires, and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from unspoken.licences.record import Package
from unspoken.licences.told import told

OWN = "unspoken"
_NAME = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[([^\]]*)\])?")
_EXTRA = re.compile(r"""\bextra\s*==\s*['"]([^'"]+)['"]""")


@dataclass(frozen=True)
class Requirement:
    """One line of what a package requires: a name, the extras of it, and the extra of the package that it is for."""

    name: str
    extras: tuple[str, ...]
    extra: str | None


def installed(own: str = OWN) -> tuple[Package, ...]:
    """All packages that are installed for ours, by name; first those that it cannot do without.

    What only some systems need and what an extra would bring is told where it is there.

    Args:
        own: the name of our package.

    Returns:
        The packages, without ours; none where ours is run without being installed.
    """
    found: dict[str, Package] = {}
    for extra in ("", *_extras(own)):
        for name in sorted(_reached(own, extra)):
            if name not in found and name != normal(own) and (there := there_is(name)):
                found[name] = Package(name, there.version, *told(there), extra)
    return tuple(sorted(found.values(), key=lambda package: (package.extra != "", package.name)))


def normal(name: str) -> str:
    """The name of a package as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def there_is(name: str) -> Distribution | None:
    """The installed package of that name, or None."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def requirement(line: str) -> Requirement:
    """What a line of Requires-Dist asks for; of its conditions only the extra is looked at, for what another condition
    leaves out is not installed."""
    wanted, _, condition = line.partition(";")
    name, extras = _NAME.match(wanted).groups()  # type: ignore[union-attr]
    of = _EXTRA.search(condition)
    listed = tuple(sorted(normal(extra.strip()) for extra in (extras or "").split(",") if extra.strip()))
    return Requirement(normal(name), listed, normal(of[1]) if of else None)


def _required(name: str, extras: frozenset[str]) -> Iterator[Requirement]:
    """What an installed package requires with these extras."""
    if there := there_is(name):
        for line in there.requires or []:
            asked = requirement(line)
            if asked.extra is None or asked.extra in extras:
                yield asked


def _extras(own: str) -> Iterator[str]:
    """Our extras of which everything is installed, the small ones before those that hold them."""
    there = there_is(own)
    sizes = {}
    for extra in sorted(normal(e) for e in (there.metadata.get_all("Provides-Extra") if there else None) or []):
        wanted = [r for r in _required(own, frozenset({extra})) if r.extra == extra]
        if wanted and all(there_is(r.name) for r in wanted):
            sizes[extra] = len(_reached(own, extra))
    yield from sorted(sizes, key=lambda extra: (sizes[extra], extra))


def _reached(own: str, extra: str) -> set[str]:
    """The names of all packages to which requirements lead, with one of our extras, or with none."""
    waiting = [(normal(own), frozenset({extra} - {""}))]
    seen = set(waiting)
    while waiting:
        name, extras = waiting.pop()
        for asked in _required(name, extras):
            step = asked.name, frozenset(asked.extras)
            if step not in seen:
                seen.add(step)
                waiting.append(step)
    return {name for name, _ in seen}
