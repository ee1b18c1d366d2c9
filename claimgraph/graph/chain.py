"""What is told of where one claim comes from: its links, as plain data."""

from claimgraph.model import Dated, Model, Span

NETWORK = "tagger"
"""How the name of a rule begins that is none: a network found the statement."""


def found_by(rule: str) -> str:
    """Return in words what found a statement: the network that reads who says what, or a rule by its name."""
    return (
        "the network that reads who says what"
        if rule.startswith(NETWORK)
        else f"the rule {rule or 'unknown'}"
    )


class Passage(Model):
    """Words of a source and where they stand: ``source.text[start:end]``."""

    text: str
    start: int
    end: int


class Voice(Model):
    """Who says it, or whom it came through."""

    id: str
    name: str
    kind: str
    role: str | None
    side: str | None


class Article(Model):
    """The source: what it is and how its bytes can be recognised."""

    id: str
    name: str
    path: str
    title: str | None
    publisher: str | None
    url: str | None
    published: Dated
    sha256: str
    credits: tuple[str, ...]


class Related(Model):
    """Another claim, who says it, where it stands, and why it is related."""

    claim: str
    text: str
    speakers: tuple[str, ...]
    source: str
    why: str
    dispute: str | None = None


class Mark(Model):
    """A flag on the claim, with the words of the article it rests on."""

    kind: str
    detail: str
    basis: Passage | None


class Chain(Model):
    """The chain behind one claim, and what stands beside it."""

    claim: str
    text: str
    act: str
    polarity: str
    position: Span
    speakers: tuple[Voice, ...]
    unknown_speaker: str | None
    via: tuple[Voice, ...]
    said: Dated
    happened: Dated
    subject: str | None
    hedges: tuple[str, ...]
    rule: str
    sentence: Passage
    cue: Passage | None
    mention: Passage | None
    source: Article
    carried_by: Related | None
    carries: tuple[Related, ...]
    repeats: tuple[Related, ...]
    agrees: tuple[Related, ...]
    disputes: tuple[Related, ...]
    flags: tuple[Mark, ...]

    @property
    def beside(self) -> tuple[tuple[Related, ...], ...]:
        """What it is told within, carries, repeats, agrees with and is disputed by."""
        within = () if self.carried_by is None else (self.carried_by,)
        return within, self.carries, self.repeats, self.agrees, self.disputes
