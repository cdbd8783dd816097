"""Downloads: a story in a format, as one file; where a format has several, they come in one archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from unspoken.errors import BadOutput
from unspoken.exports.table import format_named
from unspoken.story import Story

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that an archive knows: the same files give the same bytes


def download(story: Story, stem: str, format: str) -> Response:
    """A story in a format, to be kept and not to be shown.

    Raises:
        HTTPException: there is no such format.
    """
    try:
        wanted = format_named(format)
    except BadOutput as error:
        raise HTTPException(404, str(error)) from None
    return attached(wanted.export(story, stem), f"{stem}.{wanted.name}.zip")


def attached(files: Mapping[str, bytes], name: str) -> Response:
    """Files as one download: the file itself, or an archive of that name."""
    if len(files) == 1:
        ((name, data),) = files.items()
        kind = "application/octet-stream"
    else:
        data, kind = archive(files), "application/zip"
    return Response(data, media_type=kind, headers={"content-disposition": disposition(name)})


def archive(files: Mapping[str, bytes]) -> bytes:
    """Files in a zip archive, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            made.writestr(entry, files[name])
    return out.getvalue()


def disposition(name: str) -> str:
    """The header that names a download, whatever letters are in the name (RFC 6266)."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_. ") else "_" for c in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
