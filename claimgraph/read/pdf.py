"""The text of a PDF file, page after page.

A PDF stores lines, not paragraphs: the lines come out as printed, hyphens that only break a
word at a line's end are undone, and pages follow one another with one newline.
"""

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from claimgraph.errors import InputRefusedError
from claimgraph.read.limits import MAX_BYTES, MAX_PAGES, VARIABLES

_LINE_HYPHEN = ("\ufffe\n", "\ufffe", "\u00ad\n", "\u00ad")
"""How pdfium writes a hyphen that only breaks a word at the end of a line."""

_RECOGNISE = "run text recognition (OCR) on it first"


def extract_pdf(data: bytes, where: str, *, pages: int = MAX_PAGES) -> tuple[str, str]:
    """Return the text of a PDF file of at most so many pages, and in words what of it was left aside.

    Raises:
        InputRefusedError: it is damaged, protected by a password, too long, or has no text.
    """
    try:
        text, aside = _read(data, where, pages)
    except (InputRefusedError, MemoryError):
        raise
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputRefusedError(where, "protected by a password", "save a copy without one") from error
        raise InputRefusedError(
            where, "not a readable PDF", "save it anew, or save its text as .txt"
        ) from error
    except Exception as error:
        reason = f"the PDF reader failed on it ({type(error).__name__})"
        raise InputRefusedError(where, reason, "save its text as .txt") from error
    if not text.strip():
        remedy = f"{_RECOGNISE}, or save its text as .txt"
        raise InputRefusedError(where, "a PDF without text (scanned pages?)", remedy)
    return text, aside


def _read(data: bytes, where: str, most: int) -> tuple[str, str]:
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
    return text.replace("\x00", ""), aside if pictures else ""
