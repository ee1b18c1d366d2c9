"""An input becomes a ``Source``: extracted, checked for its language, cut into blocks, dated.

Plain text keeps every character and newline, and Markdown all but its markup, each sign of which becomes one
that nobody sees, so that positions are positions in the file. All else is extracted, and positions are into
the extracted text.
"""

import re
from itertools import pairwise

from claimgraph.errors import InputRefusedError
from claimgraph.model import Block, Source, Span
from claimgraph.read import fenced
from claimgraph.read.blocks import read_blocks
from claimgraph.read.credits import read_credits
from claimgraph.read.dating import read_date
from claimgraph.read.inputs import Input
from claimgraph.read.language import foreign_language
from claimgraph.read.markdown import read_front, without_markup
from claimgraph.read.metadata import Extracted, Format

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROL_SHARE = 0.02
"""Above this share of control characters a file is no text."""


def read_source(given: Input, remarks: list[str] | None = None) -> Source:
    """Extract one article.

    Args:
        remarks: takes a line on what of the file is not read.

    Raises:
        InputRefusedError: it is empty, binary, not UTF-8, has no text, or is not English.
    """
    extracted = _extract(given.format, given.data, given.where)
    text, metadata = extracted.text, given.metadata.over(extracted.metadata)
    blocks = _blocks(text, extracted.begins, metadata.title)
    body = "\n".join(text[block.start : block.end] for block in blocks if block.kind == "body")
    language = foreign_language(body or text)
    if language is not None:
        remedy = "only English articles are read; leave it out"
        raise InputRefusedError(given.where, f"written in {language}", remedy)
    if extracted.aside and remarks is not None:
        remarks.append(f"{given.where}: {extracted.aside}")
    credited = read_credits(text, blocks, metadata)
    return Source(
        id=given.id,
        name=given.name,
        path=given.path,
        title=credited.title,
        publisher=credited.publisher,
        url=metadata.url,
        published=read_date(text, blocks, metadata),
        credits=credited.credits,
        sha256=given.sha256,
        text=text if extracted.raw is None else extracted.raw,
        blocks=blocks,
        markup=_markup(extracted),
    )


def _markup(extracted: Extracted) -> tuple[Span, ...]:
    """Return the stretches for which other signs were read than stand in the file."""
    if extracted.raw is None:
        return ()
    other = [one != two for one, two in zip(extracted.raw, extracted.text, strict=True)]
    edges = [at for at, (one, two) in enumerate(pairwise([False, *other, False])) if one != two]
    return tuple(zip(edges[::2], edges[1::2], strict=True))


def _blocks(text: str, begins: int, title: str | None) -> tuple[Block, ...]:
    """Return the paragraphs of an article; what its file says about itself is one of them, not to be read."""
    if not begins:
        return read_blocks(text, title)
    front = Block(start=0, end=begins, kind="boilerplate")
    behind = read_blocks(re.sub(r"[^\r\n]", " ", text[:begins]) + text[begins:], title)
    return (front, *behind)


def _extract(kind: Format, data: bytes, where: str) -> Extracted:
    """Extract the text of an article.

    Raises:
        InputRefusedError: the bytes are not what their name says, or hold no text.
    """
    if kind == "text":
        extracted = Extracted(_decode(data, where))
    elif kind == "markdown":
        extracted = _markdown(_decode(data, where))
    else:
        extracted = fenced.read(kind, data, where)
    if not extracted.text.strip("\ufeff \t\r\n"):
        raise InputRefusedError(where, "no text in it", "put the article's text into it, or leave it out")
    return extracted


def _decode(data: bytes, where: str) -> str:
    """Decode UTF-8 exactly: a byte-order mark and all newlines stay.

    Raises:
        InputRefusedError: it is binary, or text in another encoding.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputRefusedError(where, "is UTF-16, not UTF-8", "save it as UTF-8")
    fault = None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text, fault = data.decode("latin-1"), error
    if "\x00" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise InputRefusedError(where, "a binary file", "save the article as text in UTF-8") from fault
    if fault is not None:
        raise InputRefusedError(where, f"not UTF-8 (byte {fault.start})", "save it as UTF-8") from fault
    return text


def _markdown(text: str) -> Extracted:
    metadata, begins = read_front(text)
    return Extracted(text[:begins] + without_markup(text[begins:]), metadata, begins=begins, raw=text)
