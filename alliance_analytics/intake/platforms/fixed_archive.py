"""Office files are zip archives that note the time of writing; here the same content gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

OLDEST_TIME = (1980, 1, 1, 0, 0, 0)


def without_times(archive: bytes) -> bytes:
    """Return a ``.xlsx`` or ``.docx`` with every entry dated at the oldest time that a zip archive knows."""
    still = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(still, "w") as new:
        for entry in old.infolist():
            new.writestr(ZipInfo(entry.filename, OLDEST_TIME), old.read(entry), compress_type=ZIP_DEFLATED)
    return still.getvalue()
