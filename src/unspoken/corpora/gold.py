"""Documents in the common gold format: one JSON file a document, offsets in code points of its text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unspoken.errors import BadInput


@dataclass(frozen=True)
class Gold:
    """A text and what people annotated in it; a kind of annotation that it lacks is None, not empty.

    ``corpus`` is the name of the corpus that it is from, in small letters.
    """

    id: str
    text: str
    entities: Sequence[dict[str, Any]] | None = None
    mentions: Sequence[dict[str, Any]] | None = None
    events: Sequence[dict[str, Any]] | None = None
    quotes: Sequence[dict[str, Any]] | None = None
    emotions: Sequence[dict[str, Any]] | None = None
    characters: Sequence[dict[str, Any]] | None = None
    corpus: str | None = None


SPANS = ("entities", "mentions", "events", "quotes", "emotions")
KINDS = (*SPANS, "characters", "corpus")


def read_gold(folder: Path) -> Iterator[Gold]:
    """The documents of a folder, in order of their names.

    Raises:
        BadInput: the folder holds none, or a file is broken.
    """
    found = False
    for path in sorted(folder.glob("*.json")):
        record = _record(path)
        if isinstance(record, dict) and isinstance(record.get("text"), str):
            found = True
            gold = Gold(str(record.get("id") or path.stem), record["text"], **{k: record.get(k) for k in KINDS})
            _check(gold, path)
            yield gold
    if not found:
        raise BadInput(
            str(folder), "it holds no document in the gold format", "give a folder of JSON files with a text"
        )


def _record(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(str(path), f"cannot be opened ({error.strerror})", "check its permissions") from None
    except ValueError as error:
        raise BadInput(str(path), f"not JSON ({error})", "mend it or take it away") from None


def _check(gold: Gold, path: Path) -> None:
    """Annotations lie in the text.

    Raises:
        BadInput: one does not.
    """
    for kind in SPANS:
        for number, r in enumerate(getattr(gold, kind) or ()):
            start, end = (r.get("start"), r.get("end")) if isinstance(r, dict) else (None, None)
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(gold.text)):
                what = f"{kind}[{number}] lies at {start} to {end} of a text of {len(gold.text)} characters"
                raise BadInput(str(path), what, "mend its offsets, which count code points")
