"""Descriptions of inputs that are no files of a format: texts, story documents, corrections, steps, requests."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from fuzz.inputs import ODD, broken_bytes, files, soup
from fuzz.seeds import TALK
from tests.stories.wrong_door import story
from tests.unit.web.asking import DOOR, HOME, OURS
from unspoken.corrections import KINDS
from unspoken.exports.json import encode

NAMES = ("Ada", "Bram", "the rain", "she", "", " ", "Nobody", "You came", "“You came,”", *ODD[:12])
FIELDS = ("people", "name", "who", "about", "quotation", "passage", "after", "as", "claim", "kind", "x")
CLAIMS = ("feelings", "attitudes", "relationships", "events", "beliefs", "gaps")
TOML = (
    '[[same]]\npeople = ["Ada", "Bram"]\n', '[[apart]]\npeople = ["Ada", "Bram"]\n', '[[nobody]]\nname = "Rain"\n',
    '[[speaker]]\nquotation = "You came"\nwho = "Bram"\n',
    '[[meant]]\npassage = "He had not"\nname = "He"\nwho = "Ada"\n',
    '[[called]]\nname = "Ada"\nas = "A."\n', '[[wrong]]\nclaim = "feelings"\nwho = "Ada"\nabout = "Bram"\n',
    "# a remark\n",
    "[[ same ]]", "[same]", "same = []", "x = 1979-05-27", "x = '''", '"""', "[[same]]\n", "a.b.c = {}", "\r\n",
    '"\\uD800"',
)  # fmt: skip
FREE = frozenset(
    [
        "name",
        "aliases",
        "title",
        "author",
        "lemma",
        "feats",
        "deprel",
        "warnings",
        "language",
        "digest",
        "stage",
        "version",
    ]
)
ODD_VALUES: tuple[Any, ...] = (
    None, 0, -1, 1.5, 2**63, 2**70, -(2**64), 1e308, "", "x", "\0", "\ud800", [], {}, [[]], True, "s1", "c1",
    "narrator", "\u202e", "🙂" * 9,
    "a" * 5000, "<b>&amp;", "=cmd|x", "../x",
)  # fmt: skip


def texts() -> st.SearchStrategy[bytes]:
    """Texts for the stages."""
    noise = st.text(alphabet=st.sampled_from("Ada Bram.“”‘’'\"\n\n —*_?!🙂ʼ\u00a0:,I"), max_size=200)
    return (soup("text") | noise).map(lambda text: text.encode("utf-8", "surrogatepass"))


def text_seeds() -> tuple[bytes, ...]:
    """A text that has something of everything."""
    return (TALK.encode(),)


@st.composite
def stories(draw: Any) -> bytes:
    """Story documents with values changed somewhere in them, odd words everywhere, or bytes."""
    root = json.loads(encode(story()))
    if odd := draw(
        st.sampled_from(("", *ODD, "]]>", "=1+1", "|", "`", "<script>", "{{x}}", "\ud800", "\x1b[31m", "\x7f"))
    ):
        root = dressed(
            root, odd, {r["id"] for layer in root.values() for r in layer if isinstance(r, dict) and "id" in r}
        )
    for _ in range(draw(st.integers(0, 3))):
        _change(draw, root)
    data = json.dumps(root, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    return draw(broken_bytes(st.just(data))) if draw(st.integers(0, 5)) == 0 else data


def dressed(node: Any, odd: str, ids: set[str], key: str = "") -> Any:
    """A story document with something odd in all words that are free, ids among them; it keeps the format's rules."""
    if isinstance(node, dict):
        return {k: dressed(v, odd, ids, k) for k, v in node.items()}
    if isinstance(node, list):
        return [dressed(v, odd, ids, key) for v in node]
    if isinstance(node, str) and key == "text" and len(node) > len(odd):
        return odd + node[len(odd) :]
    return odd + node if isinstance(node, str) and (key in FREE or node in ids) else node


def _change(draw: Any, node: Any) -> None:
    """Go down to somewhere, and put something odd there, or take it away."""
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        if isinstance(node[key], dict | list) and node[key] and draw(st.integers(0, 9)):
            node = node[key]
            continue
        how = draw(st.integers(0, 9))
        if how == 0:
            del node[key]
        elif how == 1 and isinstance(node, list):
            node.append(node[key])
        elif how < 6 and isinstance(node[key], int) and not isinstance(node[key], bool):
            node[key] += draw(st.integers(-50, 50))
        elif how < 8 and isinstance(node[key], str):
            node[key] = draw(st.sampled_from(ODD)) + (node[key] if how == 7 else "")
        else:
            node[key] = draw(st.sampled_from(ODD_VALUES))
        return


def story_seeds() -> tuple[bytes, ...]:
    """A story made by hand."""
    return (encode(story()),)


def corrections() -> st.SearchStrategy[bytes]:
    """Files of corrections: sound ones, soups of their words, and bytes."""
    lines = st.lists(st.sampled_from(TOML) | _block(), max_size=8).map("".join)
    data = lines.map(lambda text: text.encode("utf-8", "surrogatepass"))
    return data | broken_bytes(data)


def _block() -> st.SearchStrategy[str]:
    def block(kind: str, fields: dict[str, Any]) -> str:
        return f"[[{kind}]]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in fields.items())

    return st.builds(block, st.sampled_from(sorted(KINDS)), _fields())


def _fields() -> st.SearchStrategy[dict[str, Any]]:
    name = st.sampled_from(NAMES + CLAIMS)
    return st.dictionaries(st.sampled_from(FIELDS), name | st.lists(name, max_size=3), max_size=4)


def correction_seeds() -> tuple[bytes, ...]:
    """One of each kind."""
    return ("".join(TOML[:8]).encode(),)


def steps() -> st.SearchStrategy[bytes]:
    """A file and steps of its ledger."""
    sound = st.sampled_from(
        [{"kind": "nobody", "fields": {"name": n}} for n in ("Rain", '"', "\x7f", "'''", "]", "🙂", "\r")]
    )
    kind = st.sampled_from(sorted(KINDS))
    step = (
        sound
        | st.fixed_dictionaries({"kind": kind, "fields": _fields()})
        | st.integers(-1, 4)
        | st.sampled_from(("undo", "redo"))
    )
    start = corrections().map(lambda data: data.decode("utf-8", "replace")) | st.just("")
    return st.builds(lambda text, todo: json.dumps([text, *todo]).encode(), start, st.lists(step, max_size=8))


def step_seeds() -> tuple[bytes, ...]:
    """A few steps."""
    return (json.dumps(["".join(TOML[:3]), {"kind": "nobody", "fields": {"name": "x"}}, 1, "undo", "redo"]).encode(),)


def requests() -> st.SearchStrategy[bytes]:
    """Requests, most of which come from the page or nearly."""
    key = {"cookie": f"{DOOR.cookie}={DOOR.key}", "host": "127.0.0.1:4321"}
    usual = st.just([*key.items(), *OURS.items()])
    name = st.sampled_from(
        (*key, *OURS, "content-length", "accept-encoding", "if-none-match", "transfer-encoding", "🙂")
    )
    value = st.sampled_from(
        (
            *key.values(),
            HOME,
            "",
            "*",
            "gzip;q=x",
            "-1",
            "9" * 5000,
            "١",
            "\0",
            "é",
            '"',
            "a=b; c",
            "null",
            "application/json;x",
        )
    )
    pair = st.tuples(name, value)
    headers = usual | st.builds(lambda a, b: a + b, usual, st.lists(pair, max_size=3)) | st.lists(pair, max_size=6)
    part = st.sampled_from(("api", "corrections", "1", "9" * 5000, "-1", "undo", "redo", "export", "json", "..",
    "%2e%2e", "%00", "%ff", "", "story",
                            "csv", "state", "notes", "events", "app.js", "🙂", "?token=x", f"?token={DOOR.key}",
                            "tei"))  # fmt: skip
    start = st.sampled_from(("/", "/api/corrections/", "/api/export/", "/api/"))
    rest = st.lists(part, max_size=3).map("/".join)
    path = st.builds(str.__add__, start, rest) | st.sampled_from(("/api/corrections", "/api/corrections/1"))
    wanted = st.fixed_dictionaries({"kind": st.sampled_from((*sorted(KINDS), "x", "")), "fields": _fields()}).map(
        json.dumps
    )
    body = wanted | st.sampled_from(("", "{}", "[", "[" * 5000, "x" * 70_000, '{"kind": "\\ud800", "fields": {}}'))
    method = st.sampled_from(("GET", "POST", "DELETE", "PUT", "HEAD", "get", "\0"))
    return st.lists(st.tuples(method, path, headers, body), min_size=1, max_size=4).map(
        lambda asked: json.dumps(asked).encode()
    )


def request_seeds() -> tuple[bytes, ...]:
    """The page asks for the story."""
    headers = [("cookie", f"{DOOR.cookie}={DOOR.key}"), ("host", "127.0.0.1:4321"), *OURS.items()]
    asked = [
        ("GET", "/api/story", headers, ""),
        ("POST", "/api/corrections", headers, '{"kind": "nobody", "fields": {"name": "x"}}'),
    ]
    return (json.dumps(asked).encode(),)


def anything() -> st.SearchStrategy[bytes]:
    """A file of any format."""
    return st.sampled_from(("text", "markdown", "html", "epub", "docx", "odt", "rtf", "pdf")).flatmap(files) | stories()
