"""The text of a word processor's file (.docx): its paragraphs in order, without notes, heads and feet.

ECMA-376 (Office Open XML): the text stands in ``word/document.xml`` of a ZIP archive, each paragraph in
a ``w:p``, its words in ``w:t``. What was deleted under revision (``w:delText``) is not text.
"""

import io
import zipfile
from typing import Any

from lxml import etree

from claimgraph.errors import InputRefusedError
from claimgraph.read.limits import MAX_BYTES
from claimgraph.read.metadata import Extracted, Metadata

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MAIN, _CORE = "word/document.xml", "docProps/core.xml"


def extract_word(data: bytes, where: str) -> Extracted:
    """Return the paragraphs of a document, parted by an empty line, and its title.

    The file's own dates say when it was saved, not when it was published: none is taken.

    Raises:
        InputRefusedError: it is damaged, protected, too long, or holds no text.
    """
    remedy = "save its text as .txt"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, _MAIN, where)
            core = _part(archive, _CORE, where) if _CORE in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, RuntimeError, etree.XMLSyntaxError, NotImplementedError) as error:
        raise InputRefusedError(where, "not a readable .docx file, or protected", remedy) from error
    paragraphs = (" ".join(_words(one).split()) for one in body.iter(f"{_W}p"))
    text = "\n\n".join(one for one in paragraphs if one)
    if not text:
        raise InputRefusedError(where, "a document without text", remedy)
    title = core.findtext(f".//{_TITLE}") if core is not None else None
    return Extracted(text + "\n", Metadata(title=" ".join((title or "").split()) or None))


def _part(archive: zipfile.ZipFile, name: str, where: str) -> Any:
    """Return a part of the archive, parsed without entities and without a look at the network.

    Raises:
        InputRefusedError: unpacked it is larger than an article may be.
    """
    with archive.open(name) as part:
        data = part.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputRefusedError(where, "unpacked larger than 32 MB", "split it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser=parser)


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph, parted by tabs and breaks; a box within stands by itself."""
    found = paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr")
    own = (one for one in found if next(one.iterancestors(f"{_W}p")) is paragraph)
    return "".join((one.text or "") if one.tag == f"{_W}t" else " " for one in own)
