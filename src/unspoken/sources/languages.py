"""Which language a text is in, by its most frequent small words or by its script."""

from __future__ import annotations

import re
from collections import Counter

from unspoken import resources

_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "da": "Danish", "fi": "Finnish", "pl": "Polish", "la": "Latin", "tr": "Turkish", "ru": "Russian",
    "el": "Greek", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "ar": "Arabic", "he": "Hebrew", "hi": "Hindi",
}  # fmt: skip
_SCRIPTS = (
    ("ru", "\u0400", "\u04ff"), ("el", "\u0370", "\u03ff"), ("ja", "\u3040", "\u30ff"), ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"), ("ar", "\u0600", "\u06ff"), ("he", "\u0590", "\u05ff"), ("hi", "\u0900", "\u097f"),
)  # fmt: skip
_SAMPLE = 40_000  # characters from each of three places
_FEWEST = 30  # words that it takes to tell


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language, or None where the text does not tell."""
    sample = _sample(text)
    if script := _by_script(sample):
        return script
    words = _WORD.findall(sample.lower())
    if len(words) < _FEWEST:
        return None
    counts = Counter(words)
    scores = {
        code: sum(counts[w] for w in listed.split()) for code, listed in resources.table("languages.toml").items()
    }
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] >= 0.12 * len(words) else None


def name_of(code: str) -> str:
    """The English name of a language, or its code."""
    return _NAMES.get(code, code)


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]


def _by_script(sample: str) -> str | None:
    letters = [c for c in sample if c.isalpha()]
    if sum(c > "\u036f" for c in letters) * 2 < len(letters) or not letters:
        return None
    counts = {code: sum(low <= c <= high for c in letters) for code, low, high in _SCRIPTS}
    if counts["ja"] * 10 > len(letters):
        return "ja"
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] * 3 > len(letters) else None
