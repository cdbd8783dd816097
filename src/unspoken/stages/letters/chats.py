"""Lines that name who writes them: chats, posts, e-mails, what was taken down of a conversation."""

from __future__ import annotations

import re

from unspoken import resources
from unspoken.layers.documents import DocumentKind
from unspoken.layers.spans import Span
from unspoken.stages.letters import forms, frames
from unspoken.stages.letters.found import ENOUGH, Found
from unspoken.stages.letters.page import SECOND, WORD, Page
from unspoken.stages.letters.voice import narrated

CONTEXT = 4  # paragraphs before a line in which a phone or a forum makes it a message
LONGEST = 120  # words that a line may have
FEW = 6  # words up to which a paragraph may be anybody's
BODY = 12  # paragraphs that an e-mail may run over


def chat_at(page: Page, i: int, before: Found | None) -> list[Found]:
    """The lines "Name: words" of paragraph ``i``; ``before`` is the message in the paragraph before, if any."""
    p = page.paragraphs[i]
    bounds = _lines(page, p)
    first = forms.SENDER.match(page.text, *bounds[0])
    if first is None or not _sender(first):
        return []
    weight = 1.0 + _weight(page, i, first, before)
    if weight < ENOUGH:
        return []
    frame = frames.before(page, i)
    if _on_record(_near(page, i)):
        return [_transcript(page, i, bounds[0][0], weight)]
    out = []
    for start, end in bounds:
        m = forms.SENDER.match(page.text, start, end)
        if m is not None:
            out.append(_message(page, m, end, i, weight, frame.span if frame else None))
    return out


def _lines(page: Page, p: Span) -> list[tuple[int, int]]:
    """The paragraph, or its lines where each of them names a sender."""
    lines = [(p.start + m.start(), p.start + m.end()) for m in re.finditer(r"[^\n]+", page.text[p.start : p.end])]
    if len(lines) > 1 and all(forms.SENDER.match(page.text, *line) for line in lines):
        return lines
    return [(p.start, p.end)]


def _sender(m: re.Match[str]) -> bool:
    name = m.group("name").lower()
    return name.split()[0] not in resources.words("letters.toml", "no_sender") and m.string[m.end()] not in '“‘"«'


def _weight(page: Page, i: int, m: re.Match[str], before: Found | None) -> float:
    """What speaks for a message: a handle, typing, a phone about, the line before; against it: a play's capitals."""
    end = page.paragraphs[i].end
    words = page.text[m.end() : end]
    handle = m.group("name").startswith("@") or m.group("box") is not None
    joined = before is not None and before.sender is not None
    near = _near(page, i)
    online, record = bool(near & resources.words("letters.toml", "online")), _on_record(near)
    typed = forms.register(page.text, m.end(), end) if words != words.upper() else 0.0
    below = i + 1 < len(page) and forms.SENDER.match(page.words(i + 1)) is not None
    many = typed >= 1.0 and (below or len(_lines(page, page.paragraphs[i])) > 1)
    again = page.openings[m.group("name")] > 1 and not page.told_as_play
    if not (handle or joined or online or record or many or again) or (page.told_as_play and not online):
        return 0.0
    weight = 1.5 * again + 1.5 * handle + 1.5 * online + 1.0 * joined + 2.5 * record + 0.5 * many + typed
    weight -= 1.0 * (len(m.group("name")) > 3 and m.group("name") == m.group("name").upper() and not handle)
    weight += 0.5 * (forms.signature(page.text, m.end(), end) is not None and len(WORD.findall(words)) > 3)
    weight -= 2.0 * (len(words.split()) > LONGEST or bool(re.match(r"[\[(_]", words)))
    return weight


def _near(page: Page, i: int) -> set[str]:
    """The words of the narration in the paragraphs before paragraph ``i``."""
    return {w.lower() for k in range(max(0, i - CONTEXT), i) for w in WORD.findall(page.narration(k))}


def _on_record(near: set[str]) -> bool:
    return bool(near & resources.words("letters.toml", "spoken_record"))


def _message(page: Page, m: re.Match[str], end: int, i: int, weight: float, frame: Span | None) -> Found:
    start, end = forms.body(page.text, m.end(), end)
    kind: DocumentKind = "post" if m.group("name").startswith("@") else "message"
    many = len(WORD.findall(page.text[start:end])) > 3
    return Found(
        kind, start, end, i, weight, Span(m.start("name"), m.end("name")),
        forms.signature(page.text, start, end) if many else None, forms.called(page.text, start, end), frame,
    )  # fmt: skip


def _transcript(page: Page, i: int, start: int, weight: float) -> Found:
    """All lines of a conversation that was taken down."""
    last = i
    while last + 1 < len(page) and forms.SENDER.match(page.words(last + 1)):
        last += 1
    return Found("transcript", start, page.paragraphs[last].end, last, weight)


def email_at(page: Page, i: int) -> Found | None:
    """An e-mail by its header lines: two or more fields, then its words up to a signature or a break."""
    fields: dict[str, Span] = {}
    k, end = i, page.paragraphs[i].start
    while k < len(page) and k < i + 5 and not (k > i and page.parted(k)):
        p = page.paragraphs[k]
        found = _fields(page, p)
        if not found:
            break
        fields.update({name: span for name, (span, _) in found.items()})
        end = max(stop for _, stop in found.values())
        k += 1
        if page.text[end : p.end].strip():
            k -= 1
            break
    if len(fields) < 2 or not {"from", "to", "subject"} & set(fields) or k >= len(page):
        return None
    start = _next_word(page.text, end)
    last = _last(page, k)
    stop = page.paragraphs[last].end
    start, stop = forms.body(page.text, start, stop)
    if stop <= start:
        return None
    greeting = forms.salutation(page.text, start, stop)
    greeted = greeting[0] if greeting else forms.called(page.text, start, stop) or fields.get("to")
    signed = forms.signature(page.text, page.paragraphs[last].start, stop)
    return Found("message", start, stop, last, 4.0, fields.get("from"), signed, greeted, None)


def _fields(page: Page, p: Span) -> dict[str, tuple[Span, int]]:
    """Header fields at the head of a paragraph, each with its value and where its line ends."""
    out: dict[str, tuple[Span, int]] = {}
    at = p.start
    while m := forms.HEADER.match(page.text, at, p.end):
        stop = page.text.find("\n", m.end(), p.end)
        line = stop if stop >= 0 else p.end
        out[m.group("field").lower()] = (Span(m.start("value"), m.end("value")), line)
        if stop < 0:
            break
        at = stop + 1
    return out


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _last(page: Page, k: int) -> int:
    """The last paragraph of an e-mail whose words begin in paragraph ``k``; a few words alone end none."""
    last = k
    for n in range(k, min(k + BODY, len(page))):
        p = page.paragraphs[n]
        if n > k and (page.parted(n) or page.quoted(n) or _fields(page, p)):
            break
        signed = n > k and forms.signature(page.text, p.start, p.end) is not None
        closes = forms.closing(page.text, p.start, p.end) is not None
        few = len(WORD.findall(page.words(n))) <= FEW
        told = narrated(page, page.words(n)) and SECOND.search(page.words(n)) is None
        if n > k and not (signed or closes or page.addresses(n) or (few and not told)):
            break
        last = n if n == k or signed or closes or page.addresses(n) else last
        if signed:
            break
    return last
