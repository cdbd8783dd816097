"""The layers of the story that ships, as text that a person can read and compare: ``python -m tests.golden.layers``.

One file a layer, one record a line, each followed by the words that it stands for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

import unspoken

STORY = Path(unspoken.__file__).parent / "resources" / "stories" / "cider-press.txt"
GOLDEN = Path(__file__).parent / STORY.stem
LAYERS = (
    "paragraphs", "chapters", "emphasis", "sentences", "entities", "places", "events", "scenes", "documents", "quotes",
    "feelings", "attitudes", "relationships", "beliefs", "gaps",
)  # fmt: skip


def rendered(story: unspoken.Story) -> dict[str, str]:
    """Each layer as the text of its golden file, by the name of that file."""
    layers = {name: _records(story, getattr(story, name)) for name in LAYERS}
    layers["tokens"] = _tokens(story)
    layers["characters"] = _records(story, [msgspec.structs.replace(c, mentions=()) for c in story.characters])
    layers["mentions"] = (
        f"{character.id} {line}" for character in story.characters for line in _records(story, character.mentions)
    )
    return {f"{name}.txt": "".join(f"{line}\n" for line in lines) for name, lines in layers.items()}


def _records(story: unspoken.Story, records: Iterable[msgspec.Struct]) -> Iterator[str]:
    for record in records:
        fields: Any = msgspec.to_builtins(record)
        words = story.text[fields["start"] : fields["end"]] if "end" in fields else ""
        yield json.dumps(fields, ensure_ascii=False) + (f"  # {' '.join(words.split())[:80]}" if words else "")


def _tokens(story: unspoken.Story) -> Iterator[str]:
    tokens = story.tokens
    words = [story.text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)]
    columns = [words, *(c for c in (tokens.lemma, tokens.pos, tokens.feats) if c is not None)]
    return ("\t".join(row) for row in zip(*columns, strict=True))


def main() -> None:
    """Write the golden files anew."""
    GOLDEN.mkdir(exist_ok=True)
    for name, text in rendered(unspoken.read(STORY)).items():
        (GOLDEN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
