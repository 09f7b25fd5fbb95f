"""A zip archive of which every byte follows from its content: no clock, no owner, no packing program."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold."""
UNIX = 3
READABLE = 0o100644 << 16


def archive_of(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files, in the order given.

    Parameters
    ----------
    files : mapping of str to bytes
        Name to content.

    Returns
    -------
    bytes
        The same for the same files on every system; nothing is compressed, since how well it is depends on
        the library that does it.
    """
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, LONG_AGO)
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, content)
    return target.getvalue()
