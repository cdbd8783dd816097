"""``unspoken licences``"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from unspoken.licences import Data, Licences, Package, Weights

UNKNOWN = "unknown"
Json = Annotated[bool, typer.Option("--json", help="Print all of it as one JSON object, with the digests of weights.")]


def licences(json: Json = False) -> None:
    """The licences of all that is installed with this program, and of the data behind its weights."""
    from unspoken.cli import terminal
    from unspoken.errors import UnspokenError
    from unspoken.licences import licences as told

    try:
        found = told()
        terminal.say(as_json(found) if json else as_text(found))
    except UnspokenError as error:
        terminal.remark("", str(error))
        raise typer.Exit(2) from None


def as_json(found: Licences) -> str:
    """All of it as a JSON object; what is not known is null."""
    import json
    from dataclasses import asdict

    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"


def as_text(found: Licences) -> str:
    """All of it as lines to read."""
    name = {data.id: data.name for data in found.data}
    parts = [
        [f"Unspoken {found.version}: {found.licence}"],
        ["Python packages", *_packages([p for p in found.packages if not p.extra])],
        ["Python packages that extras brought", *_packages([p for p in found.packages if p.extra])],
        ["In the page of `unspoken open`", *_packages(found.page)],
        ["Weights and lists that were made with the help of data", *_weights(found.weights, name)],
        ["The data behind them", *_data(found.data, name)],
    ]
    return "\n\n".join("\n".join(part) for part in parts if len(part) > 1 or part is parts[0]) + "\n"


def _packages(packages: Sequence[Package]) -> Iterator[str]:
    wide = max((len(f"{p.name} {p.version}") for p in packages), default=0)
    for p in packages:
        title = f"{p.name} {p.version}"
        yield f"  {title:<{wide}}  {p.licence or UNKNOWN}" + (f" (for {p.extra})" if p.extra else "")


def _weights(weights: Sequence[Weights], name: dict[str, str]) -> Iterator[str]:
    for w in weights:
        yield f"  {w.name}: {w.licence}; from {', '.join(name[id] for id in w.made_from)}"


def _data(data: Sequence[Data], name: dict[str, str]) -> Iterator[str]:
    for d in data:
        by = f" ({d.by})" if d.by else ""
        remark = f"; {d.remark}" if d.remark else ""
        made = f"; from {', '.join(name[id] for id in d.made_from)}" if d.made_from else ""
        yield f"  {d.name}{by}: {d.licence or UNKNOWN}{remark}{made}"
