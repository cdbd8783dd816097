"""Tables of the work itself: where it came from, and its chapters."""

from __future__ import annotations

from unspoken.views.tables.columns import Column, field, table

WORKS = table(
    "works",
    "one row: the work, where it was read from, and what read it",
    lambda at: [at.story],
    Column("title", "text", "as the file tells it", lambda _, story: story.source.title),
    Column("author", "text", "as the file tells it", lambda _, story: story.source.author),
    Column("language", "text", "of the text, as a code of two letters", lambda _, story: story.source.language),
    Column("format", "text", "of the file", lambda _, story: story.source.format),
    Column("sha256", "text", "of the file's bytes", lambda _, story: story.source.sha256),
    Column("words", "integer", "how many words the text has", lambda _, story: story.source.words),
    Column("code_points", "integer", "how long the text is, in code points", lambda _, story: len(story.text)),
    Column("chapters", "integer", "how many there are", lambda _, story: len(story.chapters)),
    Column("scenes", "integer", "how many there are", lambda _, story: len(story.scenes)),
    Column("characters", "integer", "how many people there are", lambda _, story: len(story.characters)),
    Column("warnings", "texts", "what was mended or doubted in reading", lambda _, story: story.source.warnings),
    Column("unspoken", "text", "the version of the program that read it", lambda _, story: story.provenance.version),
)


WORDS = Column("words", "integer", "how many words it has", lambda at, row: len((at.words(row) or "").split()))

CHAPTERS = table(
    "chapters",
    "a row a chapter, as the source divides the work",
    lambda at: at.story.chapters,
    field("id", "text", "the id of the chapter"),
    field("title", "text", "its title"),
    field("start", "integer", "the offset of its first code point in the text"),
    field("end", "integer", "the offset after its last"),
    WORDS,
)
