"""What is known of an article before it is read: its bytes and what the place it was found in tells."""

from dataclasses import dataclass, field
from typing import Literal

from claimgraph.model import Source
from claimgraph.read.metadata import Metadata

Format = Literal["text", "markdown", "html", "pdf", "mail", "word", "fragment"]


@dataclass(frozen=True, slots=True)
class Given:
    """One article found. ``data`` are its raw bytes, ``sha256`` their hash.

    ``name`` is the path relative to the folder given, the file's own name, or the ``id``
    of a line of a .jsonl file; ``where`` is how messages name it.
    """

    name: str
    path: str
    sha256: str
    metadata: Metadata
    data: bytes = field(repr=False)
    format: Format = "text"
    where: str = ""

    @property
    def id(self) -> str:
        """The id its ``Source`` has: the file's own name and the hash."""
        return Source.make_id(self.name.rsplit("/", 1)[-1], self.sha256)
