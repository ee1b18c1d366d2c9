"""When an article was published: a prefix date, and in words what it rests on."""

from claimgraph.model import Block, Dated
from claimgraph.read.metadata import Metadata


def read_date(text: str, blocks: tuple[Block, ...], metadata: Metadata) -> Dated:
    """Return the date of publication with its basis."""
    if metadata.published:
        return Dated(date=metadata.published, basis=metadata.basis or "metadata")
    return Dated(date=None, basis="no date in the text")
