"""Given names: of whom they are, as a rule, and the short and fond forms of them."""

from __future__ import annotations

from functools import cache

from unspoken import resources

FOND = 3  # letters of a name at least that a fond form is made of


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case with the gender that they most often have."""
    names: dict[str, str] = {}
    for line in resources.text("given_names.txt").splitlines():
        if line and not line.startswith("#"):
            gender, _, rest = line.partition(":")
            names.update((name, gender) for name in rest.split() if name not in names and gender != "any")
    return names


@cache
def listed(low: str) -> str | None:
    """m or f for a given name that the list has, or for the short or fond form of such, where all are of one gender."""
    names = given_names()
    if low in names:
        return names[low]
    meant = {name for short in (low, *petted(low)) for name in (short, *long_forms().get(short, ()))}
    found = {names[name] for name in meant if name in names}
    return found.pop() if len(found) == 1 else None


@cache
def either() -> frozenset[str]:
    """Given names of women and men alike, so that the gender of the list tells little."""
    lines = resources.text("given_names.txt").splitlines()
    return frozenset(name for line in lines if line.startswith("any:") for name in line.split()[1:])


def hints(low: str) -> bool:
    """Whether the gender of the lists is no more than a hint: women and men bear the name, or it is known as a short
    form alone, which may be that of other names too."""
    return low in either() or (low in long_forms() and low not in given_names())


@cache
def long_forms() -> dict[str, tuple[str, ...]]:
    """Short forms of given names with the names that they stand for."""
    forms: dict[str, tuple[str, ...]] = {}
    for line in resources.text("nicknames.txt").splitlines():
        if line and not line.startswith("#"):
            name, *short = line.split()
            for form in short:
                forms[form] = (*forms.get(form, ()), name)
    return forms


def petted(low: str) -> tuple[str, ...]:
    """The names that a word may be a fond form of: "gwennie" of Gwen, "tommy" of Tom, "rosie" of Rose, "jonno" of
    Jon."""
    stem = low.removesuffix("ie") if low.endswith("ie") else low.removesuffix("y")
    if low.endswith("o") and low[-3:-2] == low[-2:-1]:
        return (low[:-2],) if len(low) > FOND + 1 else ()
    if stem == low or len(stem) < FOND:
        return ()
    return (stem, stem + "e", *([stem[:-1]] if len(stem) > FOND and stem[-1] == stem[-2] else ()))
