"""A sound file or two of each format, to be broken."""

from __future__ import annotations

from tests.unit.sources import packing

TALK = (
    "CHAPTER I\n\n“You came,” said Ada. “I thought that you had gone.”\n\nBram smiled. He had not _quite_ told her.\n\n"
    "***\n\nFour days later she was still angry.\n\nDear Bram,\n\nI am sorry.\n\nYours,\nAda\n\nCHAPTER II\n\nRain."
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Rain</title><meta name='author' content='Ann Other'><meta charset='utf-8'>"
    "</head><body><header><p>Home</p></header><h1>Rain</h1><p>“You came,” said <em>Ada</em>.</p><hr>"
    "<p style='font-style:italic'>Bram <span style='font-style:normal'>smiled</span>.</p><pre>one\n two</pre>"
    "<table><tr><td>a</td></tr></table><p>&nbsp;</p><p>He left.<br><br>She wept.</p></body></html>"
)
WORK = (
    "<html><body><div id='preface'><h2 class='toc-heading'>Preface</h2><h1>Rain</h1><div class='byline'>by "
    "<a rel='author' href='http://archiveofourown.org/users/x'>x</a></div><dl class='tags'><dt>Rating:</dt>"
    "<dd>General</dd></dl><p>Summary</p><blockquote class='userstuff'><p>It rains.</p></blockquote></div>"
    "<div id='chapters' class='userstuff'><h2>Chapter 1</h2><p>“No,” said Ada.</p></div>"
    "<div id='afterword'><p>Notes</p></div></body></html>"
)
BODY = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>" + (
    "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t xml:space='preserve'>“You came,” </w:t></w:r><w:ins><w:r><w:t>said Ada.</w:t>"
    "</w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:br w:type='page'/></w:r></w:p><w:p/>"
)
ODT = (
    "<text:h text:outline-level='1'>One</text:h><text:p text:style-name='P1'>“You came,” <text:span "
    "text:style-name='T1'>said</text:span> Ada.<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    "<text:p>So.</text:p></text:note-body></text:note> He<text:s text:c='3'/>left.<text:line-break/></text:p><text:p/>"
)
STYLES = "<style:style style:name='T1' style:parent-style-name='T1'><style:text-properties fo:font-style='italic'/>"
RTF = (
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title Rain}{\\author Ann}}\\pard\\outlinelevel0 One"
    "\\par\\pard \\ldblquote You came,\\rdblquote  said {\\i Ada}.\\'85\\u8217?\\u55357?\\u56832?{\\footnote So.}\\par "
    "{\\*\\x hidden}\\v gone\\v0\\line Rain.\\par}"
)
MARKDOWN = (
    "---\ntitle: Rain\nauthor: Ann\n---\n\n# One\n\n“You *came*,” said **Ada**.\n\n---\n\n> He  \nleft.\n\n# Two\n\nx"
)
GUTENBERG = (
    "The Project Gutenberg eBook of Rain\n\nTitle: Rain\nAuthor: Ann\n\n*** START OF THE PROJECT GUTENBERG EBOOK RAIN"
    f" ***\n\n{TALK}\n\n*** END OF THE PROJECT GUTENBERG EBOOK RAIN ***\n\nLicence"
)
NAV = {"nav.xhtml": "<nav type='toc'><ol><li>One</li></ol></nav>"}
CHAPTERS = {"a.xhtml": "<h1>One</h1><p>“You came,” said Ada.</p>", "b%20c.xhtml": "<p>Rain.</p><aside>x</aside>"}

SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": (TALK.encode(), GUTENBERG.encode(), TALK.replace("\n\n", "\n").encode() * 3, TALK.encode("utf-16")),
    "markdown": (MARKDOWN.encode(),),
    "html": (PAGE.encode(), WORK.encode(), PAGE.encode("utf-16")),
    "epub": (packing.epub({**NAV, **CHAPTERS}), packing.epub({"a.xhtml": WORK})),
    "docx": (packing.docx(BODY),),
    "odt": (packing.odt(ODT, STYLES + "</style:style>"),),
    "rtf": (RTF.encode("latin-1"),),
    "pdf": (
        packing.pdf([[(60, 500, "One day"), (50, 480, "it rained."), (50, 20, "1")], [(50, 500, "Ada left.")]]),
        packing.pdf([[(50, 500, "Rain.")]]).replace(b"/Root 1 0 R", b"/Root 1 0 R /Info << /Title (Rain \\(x\\)) >>"),
    ),
}
