"""What is told of where one claim comes from: its links, as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source and where they stand: ``source.text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """A prefix date, None when unknown, and what it rests on."""

    date: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, or whom it came through."""

    id: str
    name: str
    kind: str
    role: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """The source: what it is and how its bytes can be recognised."""

    id: str
    name: str
    path: str
    title: str | None
    publisher: str | None
    url: str | None
    published: When
    sha256: str
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another claim, who says it, where it stands, and why it is related."""

    claim: str
    text: str
    speakers: tuple[str, ...]
    source: str
    why: str
    dispute: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A flag on the claim, with the words of the article it rests on."""

    kind: str
    detail: str
    basis: Passage | None


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain behind one claim, and what stands beside it."""

    claim: str
    text: str
    act: str
    polarity: str
    position: tuple[int, int]
    speakers: tuple[Voice, ...]
    unknown_speaker: str | None
    via: tuple[Voice, ...]
    said: When
    happened: When
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
