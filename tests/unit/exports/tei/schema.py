"""The schema of TEI P5 for the tests: `tei_all`, as it was published.

The whole schema takes libxml2 many seconds to compile. So elements that the export does not write are forbidden first:
what is valid then is valid against the whole schema too, since nothing is allowed that it does not allow.
"""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from lxml import etree

FILE = Path(__file__).parents[3] / "schemas" / "tei" / "tei_all.rng.gz"
RNG = "{http://relaxng.org/ns/structure/1.0}"
WRITTEN = frozenset(
    """
    TEI teiHeader fileDesc titleStmt title author respStmt resp name extent measure publicationStmt p sourceDesc
    bibl note encodingDesc editorialDecl classDecl taxonomy category catDesc appInfo application label profileDesc
    langUsage language particDesc listPerson person personGrp persName sex trait desc listRelation relation
    settingDesc listPlace place placeName setting date correspDesc correspAction text body div head said hi seg q
    floatingText rs orgName milestone interpGrp interp
    """.split()  # noqa: SIM905 - a list of so many would take a line each
)
TO_WHOM = """<optional xmlns="http://relaxng.org/ns/structure/1.0"><attribute name="toWhom"><list><oneOrMore>
<data type="anyURI" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"/></oneOrMore></list></attribute></optional>"""


@cache
def schema(to_whom: bool = True) -> etree.RelaxNG:
    """The schema, with the attribute toWhom of later releases or as it stands."""
    document = etree.fromstring(gzip.decompress(FILE.read_bytes()))
    for node in list(document.iter()):
        if not isinstance(node.tag, str) or not node.tag.startswith(RNG):
            node.getparent().remove(node)  # documentation and Schematron
    for define in document.iter(f"{RNG}define"):
        for made in define.findall(f"{RNG}element"):
            if made.get("name") is not None and made.get("name") not in WRITTEN:
                define.replace(made, etree.Element(f"{RNG}notAllowed"))
        if to_whom and define.get("name") == "att.ascribed.attributes":
            define.append(etree.fromstring(TO_WHOM))
    return etree.RelaxNG(document.getroottree())


def faults(data: bytes, to_whom: bool = True) -> list[str]:
    """What is not valid about a document; nothing where all is."""
    made = schema(to_whom)
    made.validate(etree.fromstring(data))
    return [f"{e.line}: {e.message}" for e in made.error_log]
