"""Web archives as files: WARC 1.0 and 1.1 (ISO 28500), plain or gzipped, and WACZ, a ZIP archive of them.

Each page that was captured is an article with its own address. The day of a capture is not the day of
publication: it is kept beside the date that the page tells, and is never taken for it.
"""

import hashlib
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from claimgraph.errors import InputRefusedError
from claimgraph.read.limits import MAX_BYTES
from claimgraph.read.metadata import Format, Metadata, Part, prefix_date

_TYPES: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "text",
}
"""The media types that can hold an article, and how each is read."""
_PLAIN_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""How a body may be packed that is unpacked without a further library."""
_REMEDY = "fetch it again, or save its pages as .html"


def captures(path: Path, where: str, passed_over: list[str]) -> Iterator[Part | InputRefusedError]:
    """Yield the pages of a web archive in order, and a refusal for each that cannot be read.

    A page is named by its address; a later copy of it in the file, by the time it was taken besides.

    Args:
        where: how messages name it.
        passed_over: takes a line on the records that are no pages.

    Raises:
        InputRefusedError: it is no web archive, or breaks off; what stands before is yielded.
    """
    if find_spec("warcio") is None:
        reason = "reading web archives needs a further library"
        raise InputRefusedError(where, reason, "pip install 'claimgraph[archive]'")
    if not path.stat().st_size:
        raise InputRefusedError(where, "empty", "leave it out, or fetch it again")
    aside = 0
    held: dict[str, set[bytes]] = defaultdict(set)
    try:
        for name, stream in _streams(path, where):
            for one in _records(stream, name):
                if one is None:
                    aside += 1
                    continue
                if isinstance(one, InputRefusedError):
                    yield one
                    continue
                page, taken = one
                copy, earlier = hashlib.sha256(page.data).digest(), held[page.name]
                if copy not in earlier:
                    yield replace(page, name=f"{page.name} ({taken})") if earlier else page
                    earlier.add(copy)
    finally:
        if aside:
            passed_over.append(f"{where} ({aside} {'record' if aside == 1 else 'records'} that hold no page)")


def _streams(path: Path, where: str) -> Iterator[tuple[str, IO[bytes]]]:
    """Yield the WARC files that a path holds, opened one after the other, with how messages name them.

    Raises:
        InputRefusedError: it is no ZIP archive, or holds no WARC file.
    """
    if path.suffix.lower() != ".wacz":
        with path.open("rb") as stream:
            yield where, stream
        return
    try:
        with zipfile.ZipFile(path) as packed:
            held = [one for one in packed.namelist() if one.lower().endswith((".warc", ".warc.gz"))]
            if not held:
                raise InputRefusedError(where, "a web archive (WACZ) without a WARC file in it", _REMEDY)
            for name in held:
                with packed.open(name) as stream:
                    yield f"{where}:{name}", stream
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        reason = "not a readable web archive (WACZ): it is damaged, or protected"
        raise InputRefusedError(where, reason, _REMEDY) from error


def _records(stream: IO[bytes], where: str) -> Iterator[tuple[Part, str] | InputRefusedError | None]:
    """Yield a page, and when it was taken, or a refusal for each record of one; None for the others.

    Raises:
        InputRefusedError: it is no WARC file, or breaks off; what stands before is read.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415

    found = 0
    try:
        records = iter(ArchiveIterator(stream))
        while (record := _next(records)) is not None:
            found += 1
            yield _page(record, where)
    except MemoryError:
        raise
    except Exception as error:  # the library tells a broken file by a dozen kinds of error
        reason = f"breaks off or is damaged behind record {found}" if found else "not a readable WARC file"
        raise InputRefusedError(where, reason, _REMEDY) from error
    if not found:
        raise InputRefusedError(where, "no record in it", _REMEDY)


def _next(records: Iterator[Any]) -> Any:
    """Return the next record, without what the library writes to the terminal of a broken one."""
    with redirect_stderr(io.StringIO()):
        return next(records, None)


def _page(record: Any, where: str) -> tuple[Part, str] | InputRefusedError | None:
    """Return the page that a record holds, and when it was taken; None where it holds something else."""
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    read_as = _read_as(record) if address.lower().startswith(("http://", "https://")) else None
    if read_as is None:
        return None
    named = f"{where}: {address}"
    packed = record.http_headers.get_header("Content-Encoding", "") if record.http_headers else ""
    if packed.strip().lower() not in _PLAIN_CODINGS:
        return InputRefusedError(
            named, f"packed as {packed.strip()!r}, which is not read", "save it as .html"
        )
    data = record.content_stream().read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return InputRefusedError(named, "larger than 32 MB", "save the article's text as .txt")
    if not data.strip():
        return InputRefusedError(named, "an empty page", "leave it out, or fetch it again")
    if record.raw_stream.limit > 0 and not record.raw_stream.read(1):
        return InputRefusedError(named, "the file breaks off within this page", _REMEDY)
    taken = " ".join((record.rec_headers.get_header("WARC-Date") or "at an unknown time").split())
    return Part(address, data, read_as, Metadata(url=address, captured=prefix_date(taken))), taken


def _read_as(record: Any) -> Format | None:
    """Return how a record's body is read, or None for what is no answered page."""
    answer = record.http_headers
    if record.rec_type == "response" and answer is not None and answer.get_statuscode() == "200":
        headers = answer
    elif record.rec_type == "resource":
        headers = record.rec_headers
    else:
        return None
    return _TYPES.get(headers.get_header("Content-Type", "").partition(";")[0].strip().lower())
