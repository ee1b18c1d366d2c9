"""The text of a PDF file, page after page.

A PDF stores lines, not paragraphs: the lines come out as printed, hyphens that only break a
word at a line's end are undone, and pages follow one another with one newline.
"""

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from claimgraph.errors import InputRefusedError
from claimgraph.read.limits import MAX_BYTES, VARIABLES, limits
from claimgraph.read.metadata import Extracted

_LINE_HYPHEN = ("\ufffe\n", "\ufffe", "\u00ad\n", "\u00ad")
"""How pdfium writes a hyphen that only breaks a word at the end of a line."""

_RECOGNISE = "run text recognition (OCR) on it first"


def extract_pdf(data: bytes, where: str) -> Extracted:
    """Return the text of a PDF file, and in words what of it was left aside.

    Raises:
        InputRefusedError: it is damaged, protected by a password, too long, or has no text.
    """
    try:
        extracted = _read(data, where, limits().pages)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputRefusedError(where, "protected by a password", "save a copy without one") from error
        remedy = "save it anew, or save its text as .txt"
        raise InputRefusedError(where, "not a readable PDF", remedy) from error
    if not extracted.text.strip():
        remedy = f"{_RECOGNISE}, or save its text as .txt"
        raise InputRefusedError(where, "a PDF without text (scanned pages?)", remedy)
    return extracted


def _read(data: bytes, where: str, most: int) -> Extracted:
    """Return the pages' text joined, with plain newlines, and how many pages were but pictures."""
    document = pdfium.PdfDocument(data)
    try:
        if len(document) > most:
            remedy = f"split it, or set {VARIABLES['pages']} higher"
            raise InputRefusedError(where, f"has {len(document)} pages, more than {most}", remedy)
        pages: list[str] = []
        length = pictures = 0
        for page in document:
            textpage = page.get_textpage()
            pages.append(textpage.get_text_bounded().replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
            textpage.close()
            pictures += not pages[-1].strip() and any(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
            page.close()
            length += len(pages[-1])
            if length > MAX_BYTES:
                raise InputRefusedError(where, "its text is longer than 32 MB", "split it")
    finally:
        document.close()
    text = "\n".join(page for page in pages if page.strip())
    for mark in _LINE_HYPHEN:
        text = text.replace(mark, "")
    aside = f"{pictures} of its {len(pages)} pages hold only pictures and are not read; {_RECOGNISE}"
    return Extracted(text.replace("\x00", ""), aside=aside if pictures else "")
