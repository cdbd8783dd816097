"""Texts that every stage must hold up on, from a whole story down to nothing at all."""

from __future__ import annotations

import re
from pathlib import Path

import unspoken
from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, CORRECTIONS, EMPHASIS, PARAGRAPHS, PROPOSALS
from unspoken.layers.proposals import Proposals
from unspoken.layers.source import Source
from unspoken.layers.spans import Break, Chapter, Span

STORY = Path(unspoken.__file__).parent / "resources" / "stories" / "cider-press.txt"

LETTER = "Dear Ada,\n\nI am sorry. I love you. Come on Friday.\n\nYours,\nBram"

DEGENERATE = {
    "nothing": "",
    "no words": "... !!! —\n\n***\n\n?!",
    "one word": "Rain",
    "no people": "Rain fell all night. The river rose, and by morning the bridge had gone.",
    "one long line": "rain fell on the river and the river rose and " * 400,
    "one long sentence about people": "Ada said that Bram thought that she feared that he knew that " * 150,
    "one name over and over": "Ada " * 1500,
    "nobody but pronouns": "He told her that she had told him so, and they believed it. " * 60,
    "only quotations": "“No.”\n\n“Yes.”\n\n“Who says so?”\n\n“I do, Ada.”\n\n“Ada does.”",
    "a mark never closed": "“I never said so, Bram.\n\nAda left. She was sorry.\n\n‘And I’",
    "straight marks and nothing else": '"' * 2500,
    "opening marks and nothing else": "“" * 2500,
    "all marks in turn": "“”‘’\"'«»‹›—„‟" * 200,
    "marks inside marks": "“He said, ‘She said, “They said, ‘No.’”’”",
    "apostrophes": "’Twas the boys’ dog’s mother’s. ’Tis ’im, an’ ’er. 'E 'as 'is 'at.",
    "emoji": "🙂 👩‍👩‍👧🏽 ❤️\n\n🫠🫠🫠",
    "combining and invisible": "A\u0301da\u200b said\u00ad no\u2060thing.\ufeff\n\n\u202eRain\u202c.\u0000",
    "right to left": "«שלום», אמרה עדה.\n\n«مرحبا»، قال عمر.",
    "another language": "„Du bist gekommen“, sagte Ada.\n\n「来たね」とアダは言った。",
    "capitals": "ADA LOVED BRAM. BRAM KNEW. “GO,” SAID ADA.",
    "headings and nothing else": "Chapter One\n\nChapter Two\n\n* * *\n\nIII",
    "breaks and nothing else": "***\n\n***\n\n***",
    "a letter and nothing else": LETTER,
    "letters inside letters": f"Ada,\n\nHe wrote this.\n\n{LETTER}\n\nWhat shall I do?\n\nJune",
    "messages": "Ada: are you there\n\nBram: yes\n\nAda: i love you\n\nBram: ok",
    "numbers and signs": "3.14 & 2/3 @ 50% = £7,000.00 (A.D. 79) [sic] {x} <br> http://example.org/?q=1",
    "everybody dies": "Ada died. Then Bram died. “I am dead,” said Ada. Nobody knew that nobody knew.",
    "windows line ends": "“You came,” said Ada.\r\n\r\nBram smiled.\r\n",
}

FRAGMENTS = (
    "***",
    "“You came,” said Ada. “I thought that you had gone.”",
    "‘Bram,’ she whispered, ‘I never loved you.’",
    '"Dad?" I said.',
    "Ada believed that Bram did not love her.",
    "Four days later he was still angry with his sister.",
    "On Thursday Mr. Hale read the letter. He wept.",
    "She had been happy once. It had been summer, years before, in Leeds.",
    "_Does he know?_ she thought.",
    "They kissed, quarrelled and married, and neither of them told June.",
    "“Has he told you?”",
    "“No, June,” he said.",
    "Bram: i am so sorry",
    "Dear Bram,",
    "Yours, A.",
    LETTER,
    "I was afraid of them all, and my hands shook.",
    "— Well, said Jean, and went out.",
    "Chapter Two",
    "🙂",
)


def document(text: str) -> Document:
    """A document as a source would make it: paragraphs by blank lines, one chapter, a break at each ornament."""
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?(?:\r?\n(?!\s*\n).*\S)*", text))
    bare = [not any(c.isalnum() for c in text[p.start : p.end]) for p in paragraphs]
    made = Document(text, Source("text", "text", "0" * 64, words=len(text.split()), characters=len(text)))
    made = made.attach(PARAGRAPHS, paragraphs)
    made = made.attach(CHAPTERS, (Chapter("ch1", None, 0, len(text)),) if text else ())
    made = made.attach(EMPHASIS, tuple(Span(m.start(), m.end()) for m in re.finditer(r"_[^_\s][^_]*_", text)))
    breaks = (Break(after.start, "ornament") for after, ornament in zip(paragraphs[1:], bare, strict=False) if ornament)
    made = made.attach(BREAKS, tuple(breaks)).attach(CORRECTIONS, ())
    return made.attach(PROPOSALS, Proposals())
