"""Which capitalised words are names, decided by how the text itself uses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from functools import cache
from itertools import pairwise

from unspoken import resources
from unspoken.document import Document
from unspoken.layers.keys import SIGNALS
from unspoken.models.labels import SPANS
from unspoken.stages.mentions.given import given_names, long_forms, petted
from unspoken.stages.mentions.nominals import address_terms
from unspoken.stages.mentions.words import Words
from unspoken.stages.syntax.lemmas import known_words

SURE = 0.5  # probability from which the network's word counts
_OWNERS = frozenset(("a", "an", "the", "my", "your", "his", "her", "its", "our", "their"))
FINITE = frozenset(("VERB", "AUX"))


@cache
def titles() -> dict[str, str | None]:
    """Titles in lower case without full stop, each with the gender that it tells."""
    table = resources.table("people.toml")["titles"]
    genders = {"m": "m", "royal_m": "m", "f": "f", "royal_f": "f", "any": None}
    plain = {word.rstrip("."): genders[key] for key, value in table.items() for word in value.split()}
    spoken = resources.table("people.toml")["spoken_titles"]
    return plain | {said: plain[meant.split()[0]] for said, meant in spoken.items()}


@cache
def by_custom() -> frozenset[str]:
    """Titles of either gender that in most fiction are a man's where nothing tells."""
    return frozenset(resources.table("people.toml")["by_custom"]["words"].split())


@cache
def not_names() -> frozenset[str]:
    """Words with a capital that name nobody."""
    return frozenset(resources.table("people.toml")["not_names"]["words"].split())


@cache
def particles() -> frozenset[str]:
    """Small words inside surnames ("van der Luyden")."""
    return frozenset(resources.table("people.toml")["particles"]["words"].split())


@cache
def saints() -> frozenset[str]:
    """Short forms of Saint, which begin a surname or the name of a place."""
    return frozenset(resources.table("people.toml")["saints"]["words"].split())


@cache
def _months() -> frozenset[str]:
    return resources.words("time.toml", "months")


@cache
def _when() -> frozenset[str]:
    return resources.words("time.toml", "before_month")


@cache
def _described() -> frozenset[str]:
    """Adjectives that stand before a name ("Poor Anne")."""
    return frozenset(resources.table("people.toml")["adjectives"]["person"].split())


@cache
def plural_titles() -> frozenset[str]:
    """Titles of several people ("Captains Harville and Wentworth")."""
    return frozenset(resources.table("people.toml")["plural_titles"]["words"].split())


@cache
def kin_terms() -> frozenset[str]:
    """Common nouns for kin."""
    table = resources.table("people.toml")["kin"]
    return frozenset(" ".join((table["m"], table["f"], table["address"])).split())


def people_seen(document: Document) -> frozenset[int]:
    """The tokens that the network takes for (part of) the name of a person."""
    signals = document[SIGNALS]
    named = (signals.span_label == SPANS.index(("PER", "PROP"))) & (signals.span_sure >= SURE)
    spans = zip(signals.span_first[named].tolist(), signals.span_last[named].tolist(), strict=True)
    return frozenset(i for first, last in spans for i in range(first, last + 1))


def name_tokens(words: Words, seen: Container[int]) -> list[bool]:
    """For each token whether it is (part of) a name.

    A capital inside a sentence shows a name; at its beginning a word is one if the text uses it as a name elsewhere,
    or never writes it small and something like a person does follows, or the network sees a person.

    Args:
        words: the text's words.
        seen: tokens that the network takes for a person's name.
    """
    middle, first, small = _counts(words)
    kin = address_terms() - _borne(words, small)
    out = []
    for i, word in enumerate(words.text):
        low = word.lower().rstrip(".")
        if not word[0].isupper() or not word.strip(".").replace("-", "").replace("’", "").replace("'", "").isalpha():
            out.append(False)
        elif len(low) == 1:
            out.append(_initial_letter(words, i))
        elif _phrase(word):
            out.append(False)
        elif (words.initial[i] and _pet_name(words, i, middle)) or (i and words.text[i - 1].rstrip(".") in saints()):
            out.append(True)
        elif low in kin or _never(low, middle, small) or (low in _months() and _tells_when(words, i, seen)):
            out.append(False)
        elif word.isupper() and len(word) > 3:
            out.append(middle[low] > 0 and small[low] == 0)
        elif not words.initial[i]:
            out.append(is_title(words, i - 1) or middle[low] > small[low] / 4 or low in given_names())
        elif middle[low]:
            out.append(small[low] <= middle[low])
        else:
            known = i in seen and words.quotation[i] is None and low not in _described()
            known = known and (_minds(words, i) or not _common(low))
            out.append(small[low] == 0 and (known or _acts(words, i, first[low], i in seen)))
    for i in range(len(out) - 1):
        out[i] = out[i] or (out[i + 1] and _leads(words, i, small))
    return out


def _borne(words: Words, small: Counter[str]) -> frozenset[str]:
    """Words for kin that somebody of the story bears as a given name ("Nan Treloar")."""
    both = (address_terms() & given_names().keys()) - titles().keys()
    found = (a.lower() for a, b in pairwise(words.text) if a.istitle() and a.lower() in both and b.istitle())
    return frozenset(low for low in found if not small[low])


def _common(low: str) -> bool:
    """A word that novels write small, and nobody's given name ("Mist stood on the water")."""
    return low in known_words() and low not in given_names()


def _leads(words: Words, i: int, small: Counter[str]) -> bool:
    """A word at the beginning that the tagger takes for a name, a name after it ("Philippa Danvers," she read)."""
    word = words.text[i]
    fits = words.initial[i] and word.istitle() and len(word) > 2 and not is_title(words, i)
    unlike = word.lower() in not_names() or word.lower() in _described()
    return fits and words.pos[i] == "PROPN" and not small[word.lower()] and not unlike


def _counts(words: Words) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How often each word stands with a capital inside a sentence, at its beginning, and small."""
    middle, first, small = Counter[str](), Counter[str](), Counter[str]()
    for word, initial in zip(words.text, words.initial, strict=True):
        if word[0].isalpha():
            low = word.lower().rstrip(".")
            if word[0].islower():
                small[low] += 1
            elif initial:
                first[low] += 1
            elif not word.isupper():
                middle[low] += 1
    return middle, first, small


def _never(low: str, middle: Counter[str], small: Counter[str]) -> bool:
    """A word with a capital that names nobody, unless it is a given name that the text mostly writes so."""
    return low in not_names() and not (low in given_names() and middle[low] > 2 * small[low])


def _phrase(word: str) -> bool:
    """A word put together of others that name nobody ("Christmas-day", "God-knows-what")."""
    first, *rest = word.split("-")
    return any(part.islower() for part in rest) and first.lower() in not_names() and first.lower() not in given_names()


def _tells_when(words: Words, i: int, seen: Container[int]) -> bool:
    """A month, and no girl of its name ("in June", "early April", "the first week of May")."""
    if i not in seen and words.quotation[i] is None:
        return True
    before = words.text[i - 1].lower() if i else ""
    after = words.text[i + 1] if i + 1 < len(words) else ""
    return before in _when() or after[:1].isdigit()


def _initial_letter(words: Words, i: int) -> bool:
    """A letter that stands for a name ("M. Pell", "Verity K", a signature)."""
    if words.text[i] in ("I", "A", "O") and words.text[i + 1 : i + 2] != ["."]:
        return False
    after = words.text[i + 1] if i + 1 < len(words) else ""
    before = words.text[i - 1] if i else ""
    if before.lower() in _OWNERS:
        return False
    return (words.text[i].endswith(".") and after[:1].isupper()) or (
        before[:1].isupper() and len(before) > 2 and not words.initial[i]
    )


def _pet_name(words: Words, i: int, middle: Counter[str]) -> bool:
    """Called at the beginning of speech by a short or pet form of a name that the text has ("Nor, is that you?")."""
    low = words.text[i].lower()
    called = words.quotation[i] is not None and words.text[i + 1 : i + 2] in ([","], ["!"])
    fond = () if _common(low) else petted(low)
    return called and low not in not_names() and any(middle[name] for name in (*long_forms().get(low, ()), *fond))


def _acts(words: Words, i: int, times: int, seen: bool) -> bool:
    """A word only seen at the beginning of sentences: a name if the tagger says so and a deed of a person follows.

    A cry is one only where the network sees a person: "Elp!" may be help.
    """
    low = words.text[i].lower()
    after = words.text[i + 1] if i + 1 < len(words) else ""
    if low in given_names():
        return True
    if low in kin_terms() or low in titles() or words.pos[i] not in ("PROPN", "NOUN", "X"):
        return False
    if after in _mind():
        return True
    verb = i + 1 < len(words) and words.pos[i + 1] in FINITE
    strange = words.pos[i] == "PROPN" and words.quotation[i] is None and low not in known_words()  # "Agathe lifted it"
    return (
        ((times > 1 or strange) and verb)
        or (after in ("'s", "’s", "and") and times > 1)
        or (times > 1 and words.quotation[i] is not None and (after == "," or (after == "!" and seen)))
    )


def _minds(words: Words, i: int) -> bool:
    """Whether what only a mind does follows, an auxiliary before it or not ("Wade had told her")."""
    after = [w.lower() for w in words.text[i + 1 : i + 3]]
    return bool(after) and (after[0] in _mind() or (words.pos[i + 1] == "AUX" and after[-1] in _mind()))


@cache
def _mind() -> frozenset[str]:
    return frozenset(resources.table("people.toml")["evidence"]["mind"].split())


def name_spans(words: Words, seen: Container[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """Runs of tokens [first, last) that make one name, titles included; ``seen`` as for `name_tokens`."""
    is_name = name_tokens(words, seen)
    i, n = 0, len(words)
    while i < n:
        title = is_title(words, i)
        if not (is_name[i] or title):
            i += 1
            continue
        j = i + 1
        while j < n and _goes_on(words, is_name, i, j):
            j += 1
        if not (title and (not any(is_name[k] for k in range(i, j)) or (j == i + 1 and _polite(words, i)))):
            yield i, j
        i = j


def _polite(words: Words, i: int) -> bool:
    """A title that somebody is called by, whoever it is ("Yes, Madame.")."""
    before, after = words.text[max(0, i - 1)], words.text[min(i + 1, len(words) - 1)]
    called = not before[-1].isalnum() and not after[0].isalnum()
    return words.quotation[i] is not None and called and words.text[i].lower().rstrip(".") in _calls()


@cache
def _calls() -> frozenset[str]:
    return frozenset(resources.table("people.toml")["polite"]["words"].split())


def is_title(words: Words, i: int) -> bool:
    """Whether a token is a title with a capital and a name can follow."""
    return words.text[i][0].isupper() and words.text[i].lower().rstrip(".") in titles()


def _goes_on(words: Words, is_name: list[bool], first: int, j: int) -> bool:
    word = words.text[j]
    if words.first[j] or words.start[j] - words.end[j - 1] > 1 or (words.quotation[j] != words.quotation[first]):
        return False
    if words.text[j - 1].endswith(".") and len(words.text[j - 1]) > 3 and not is_title(words, j - 1):
        return False
    if is_name[j] or (is_title(words, j) and is_title(words, j - 1)):
        return True
    if word.lower() in _ways() and word.istitle():
        return True  # "Harlan Street" is nobody's name
    return word in particles() and not words.initial[j] and _leads_to_name(words, is_name, j + 1)


@cache
def _ways() -> frozenset[str]:
    return frozenset(resources.table("people.toml")["places"]["ways"].split())


def _leads_to_name(words: Words, is_name: list[bool], j: int) -> bool:
    """Whether a name follows a particle, another particle between them at most."""
    if j + 1 < len(words) and words.text[j] in particles():
        j += 1
    return j < len(words) and is_name[j]
