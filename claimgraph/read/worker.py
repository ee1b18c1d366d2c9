"""What the process does that reads all but plain text (``fenced`` starts it).

It takes one article after another on standard input and answers each on standard output, until
its input ends. A message is its length (8 bytes, big-endian) and that many bytes; a question is
the format's first letter and the raw bytes, an answer JSON: ``{"text", "metadata", "aside"}`` or
``{"reason", "remedy"}``, or ``{"missing"}`` where the program itself is not whole.
"""

import json
import signal
import struct
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO

from claimgraph.errors import InputRefusedError
from claimgraph.read.metadata import Metadata

LENGTH = struct.Struct(">Q")
_MEGABYTE = 1024 * 1024


def main() -> None:
    """Answer until nothing more is asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's; without it this one ends
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    megabytes, pages = int(sys.argv[1]), int(sys.argv[2])
    bounded = False
    while question := receive(questions):
        kind, data = question[:1], question[1:]
        if not bounded:
            try:
                _load(kind)
            except ImportError as error:
                send(answers, json.dumps({"missing": str(error)}).encode())
                return
            _bound_memory(megabytes)
            bounded = True
        send(answers, json.dumps(_answer(kind, data, pages)).encode())


def receive(stream: IO[bytes]) -> bytes:
    """Read one message; empty when the stream has ended."""
    head = stream.read(LENGTH.size)
    return stream.read(LENGTH.unpack(head)[0]) if len(head) == LENGTH.size else b""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message."""
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def _answer(kind: bytes, data: bytes, pages: int) -> dict[str, object]:
    try:
        if kind == b"p":
            return _pdf(data, pages)
        return {b"h": _page, b"m": _mail, b"w": _word, b"f": _fragment}[kind](data)
    except InputRefusedError as refusal:
        return {"reason": refusal.reason, "remedy": refusal.remedy}


def _page(data: bytes) -> dict[str, object]:
    from claimgraph.read.page import extract_page  # noqa: PLC0415 - trafilatura is slow to import

    return _told(*extract_page(data, ""))


def _pdf(data: bytes, pages: int) -> dict[str, object]:
    from claimgraph.read.pdf import extract_pdf  # noqa: PLC0415 - only PDF files need pdfium

    text, aside = extract_pdf(data, "", pages=pages)
    return _told(text, aside=aside)


def _mail(data: bytes) -> dict[str, object]:
    from claimgraph.read.mail import extract_mail  # noqa: PLC0415 - only messages need it

    return _told(*extract_mail(data, ""))


def _word(data: bytes) -> dict[str, object]:
    from claimgraph.read.word import extract_word  # noqa: PLC0415 - only .docx files need it

    return _told(*extract_word(data, ""))


def _fragment(data: bytes) -> dict[str, object]:
    from claimgraph.read.fragment import extract_fragment  # noqa: PLC0415 - only feeds need it

    return _told(extract_fragment(data, ""))


def _told(text: str, metadata: Metadata | None = None, aside: str = "") -> dict[str, object]:
    fields = {} if metadata is None else asdict(metadata)
    whole = {name: _whole(value) if isinstance(value, str) else value for name, value in fields.items()}
    return {"text": _whole(text), "metadata": whole, "aside": aside}


def _whole(text: str) -> str:
    """Return a text without half characters, which linked data can hold and no file can."""
    return text.encode("utf-8", "replace").decode()


def _load(kind: bytes) -> None:
    """Import what the format needs before memory is counted."""
    if kind == b"h":
        import claimgraph.read.page  # noqa: PLC0415
    elif kind == b"p":
        import claimgraph.read.pdf  # noqa: PLC0415
    else:
        import claimgraph.read.fragment  # noqa: PLC0415
        import claimgraph.read.mail  # noqa: PLC0415
        import claimgraph.read.word  # noqa: F401, PLC0415


def _bound_memory(megabytes: int) -> None:
    """Let the process take so much more address space than it has now, where the system can do that."""
    try:
        import resource  # noqa: PLC0415 - not on every system

        now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        most = now + megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, OSError, ValueError):
        return
