"""How much is taken in before something is refused, and why the line is drawn there."""

from __future__ import annotations

from typing import Final

MIB: Final = 1024 * 1024

LARGEST_WHOLE: Final = 32 * MIB
"""Bytes of what can only be read at once (a page, a PDF, a JSON document). A long novel has 2 MiB; a JSON document
takes some twenty times its size in memory."""

LONGEST_LINE: Final = 8 * MIB
"""Characters of a line of JSON Lines, of a line or a field of CSV. Far more than any article, and little memory."""

MOST_FILES: Final = 1_000_000
"""Files under one path, and members of one archive. Their names are held in memory, some 200 bytes each."""

LARGEST_ZIP_DIRECTORY: Final = 16 * MIB
"""Bytes of the list of members in a ZIP file, which is read at once: about 180,000 members."""

DEEPEST_NESTING: Final = 4
"""Archives within archives. `news.warc.gz` in a ZIP are three; more are hardly ever made on purpose."""

UNPACKED_RATIO: Final = 200
UNPACKED_AT_LEAST: Final = 64 * MIB
"""What a packed file may unpack to: so many times its own size, and never less than so many bytes. News text packs
to a third or a tenth, repeated records to a fiftieth; the bombs that are about unpack to a thousandfold and more."""

MOST_PAGES: Final = 2_000
"""Pages of a PDF: a reader takes milliseconds for each."""

LARGEST_ROW_GROUP: Final = 1024 * MIB
"""Bytes that the columns of one row group of a Parquet file take unpacked; it is read at once."""


def in_words(size: int) -> str:
    """A number of bytes or characters as limits are told: `32 MiB`."""
    return f"{size // MIB:,} MiB"
