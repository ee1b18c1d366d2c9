"""Raw bytes become text.

Plain text keeps every character and newline, and Markdown all but its markup, each sign of which becomes one
that nobody sees, so that positions are positions in the file.
Pages and PDF files are extracted; positions are into the extracted text.
"""

import re

from claimgraph.errors import InputRefusedError
from claimgraph.read import fenced
from claimgraph.read.markdown import read_front, without_markup
from claimgraph.read.metadata import Extracted, Format

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROL_SHARE = 0.02
"""Above this share of control characters a decodable file is still not text."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def extract(kind: Format, data: bytes, where: str) -> Extracted:
    """Extract the text of an article.

    Raises:
        InputRefusedError: the bytes are not what their name says, or hold no text.
    """
    if kind == "text":
        extracted = Extracted(decode(data, where))
    elif kind == "markdown":
        extracted = _markdown(decode(data, where))
    else:
        extracted = fenced.read(kind, data, where)
    if not extracted.text.strip("\ufeff \t\r\n"):
        raise InputRefusedError(where, "no text in it", "put the article's text into it, or leave it out")
    return extracted


def decode(data: bytes, where: str) -> str:
    """Decode UTF-8 exactly: a byte-order mark and all newlines stay.

    Raises:
        InputRefusedError: it is binary, or text in another encoding.
    """
    if data.startswith(_UTF16):
        raise InputRefusedError(where, "is UTF-16, not UTF-8", "save it as UTF-8")
    if b"\x00" in data:
        raise InputRefusedError(where, "a binary file", "save the article as text in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(_CONTROL.findall(data.decode("latin-1"))) > _CONTROL_SHARE * len(data):
            raise InputRefusedError(where, "a binary file", "save the article as text in UTF-8") from error
        raise InputRefusedError(where, f"not UTF-8 (byte {error.start})", "save it as UTF-8") from error
    if len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise InputRefusedError(where, "a binary file", "save the article as text in UTF-8")
    return text


def _markdown(text: str) -> Extracted:
    metadata, begins = read_front(text)
    return Extracted(text[:begins] + without_markup(text[begins:]), metadata, begins=begins, raw=text)
