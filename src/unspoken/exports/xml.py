"""What every file in XML needs: words without the characters that XML cannot hold."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Text as XML 1.0 can hold it: each control character and lone surrogate becomes U+FFFD, so offsets stay."""
    return _ILLEGAL.sub("\ufffd", text)
