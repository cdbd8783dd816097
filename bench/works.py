"""Works for benches over many: novels cut into short pieces of mixed formats, and tiny stories of our own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import islice
from pathlib import Path

from tests.unit.sources.packing import docx, epub

PEOPLE = "Ada Bram Clara Dorn Edith Felix Greta Hugo".split()  # noqa: SIM905
FORMATS = ("txt", "md", "html", "epub", "docx")


def tiny(number: int) -> str:
    """A story of a few sentences, each number another."""
    one, other = PEOPLE[number % 8], PEOPLE[(number // 8 + number % 7 + 1) % 8]
    if one == other:
        other = "Ivo"
    return (
        f"“You are late by {number} minutes,” said {one}.\n\n“I know,” said {other}. {one} was angry, and looked at "
        f"the floor.\n\n* * *\n\nThe next morning {other} was gone. {one} thought that {other} hated everybody.\n"
    )


def write_tiny(folder: Path, count: int) -> None:
    """So many tiny works, one of ten of them broken."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(tiny(number) if number % 10 != 9 else "", encoding="utf-8")


def pieces(novels: Sequence[Path], words: int) -> Iterator[list[str]]:
    """Paragraphs of the novels in pieces of about so many words, each novel in turn."""
    for novel in novels:
        piece: list[str] = []
        for paragraph in novel.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").split("\n\n"):
            if plain := " ".join(paragraph.split()):
                piece.append(plain)
            if sum(len(p.split()) for p in piece) >= words:
                yield piece
                piece = []


def packed(piece: Sequence[str], format: str) -> bytes:
    """A piece as a file of a format."""
    if format == "epub":
        return epub({"c1.xhtml": "".join(f"<p>{escape(p)}</p>" for p in piece)})
    if format == "docx":
        return docx("".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in piece))
    if format == "html":
        body = "".join(f"<p>{escape(p)}</p>" for p in piece)
        return f"<!DOCTYPE html><html><head><title>A piece</title></head><body>{body}</body></html>".encode()
    return "\n\n".join([*(["# A piece"] if format == "md" else []), *piece]).encode()


def write_works(folder: Path, novels: Sequence[Path], *, short: int, whole: int, words: int = 500) -> None:
    """Short works cut from novels, in all formats, and whole novels evenly among them."""
    folder.mkdir(parents=True, exist_ok=True)
    cut = list(islice(pieces(novels, words), short))
    if len(cut) < short:
        raise SystemExit(f"the novels make {len(cut):,} pieces of {words} words, not {short:,}: give more novels")
    for number, piece in enumerate(cut):
        format = FORMATS[number % len(FORMATS)]
        (folder / f"{number:05}.{format}").write_bytes(packed(piece, format))
    for number in range(whole):
        at = (number + 1) * short // (whole + 1)
        (folder / f"{at:05}-novel-{number}.txt").write_bytes(novels[number % len(novels)].read_bytes())
