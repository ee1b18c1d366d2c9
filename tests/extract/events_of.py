"""One paragraph as an article, and the events in it."""

from claimgraph.extract.parse import Article, parse
from claimgraph.extract.reading.propositions import Teller, read_events
from claimgraph.model import Block, Proposition, Source


def article(text: str) -> Article:
    block = Block(start=0, end=len(text), kind="body")
    return parse(Source(id="s", name="a", path="a", sha256="a", text=text, blocks=(block,)))


def events(text: str, side: str | None = None) -> tuple[Proposition, ...]:
    return read_events(article(text), ((0, len(text)),), Teller("", side))
