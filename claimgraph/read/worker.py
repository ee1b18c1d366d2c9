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
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import IO

from claimgraph.errors import InputRefusedError
from claimgraph.lexicon.characters import writable
from claimgraph.read.limits import limits
from claimgraph.read.metadata import Extracted

_LENGTH = struct.Struct(">Q")
_MEGABYTE = 1024 * 1024


_READERS = {
    b"h": ("claimgraph.read.page", "extract_page"),
    b"p": ("claimgraph.read.pdf", "extract_pdf"),
    b"m": ("claimgraph.read.mail", "extract_mail"),
    b"w": ("claimgraph.read.word", "extract_word"),
    b"f": ("claimgraph.read.fragment", "extract_fragment"),
}
"""What reads a format; a module is imported when its format is first asked for."""


def main() -> None:
    """Answer until nothing more is asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's; without it this one ends
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    bounded = False
    while question := receive(questions):
        module, name = _READERS[question[:1]]
        try:
            read = getattr(import_module(module), name)
        except ImportError as error:
            send(answers, json.dumps({"missing": str(error)}).encode())
            return
        if not bounded:  # what the format needs is not counted
            _bound_memory(limits().megabytes)
            bounded = True
        send(answers, json.dumps(_answer(read, question[1:])).encode())


def receive(stream: IO[bytes]) -> bytes:
    """Read one message; empty when the stream has ended, or ends within it."""
    head = stream.read(_LENGTH.size)
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
    message = stream.read(length)
    return message if len(message) == length else b""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def _answer(read: Callable[[bytes, str], Extracted], data: bytes) -> dict[str, object]:
    try:
        extracted = read(data, "")
    except InputRefusedError as refusal:
        return {"reason": refusal.reason, "remedy": refusal.remedy}
    except MemoryError:  # it ends the process, and is told for what it is
        raise
    except Exception as error:  # noqa: BLE001 - the libraries tell a broken file by any kind of error
        reason = f"its reader failed on it ({type(error).__name__})"
        return {"reason": reason, "remedy": "save its text as .txt"}
    told = {name: writable(value) for name, value in asdict(extracted.metadata).items() if value}
    return {"text": writable(extracted.text), "metadata": told, "aside": extracted.aside}


def _bound_memory(megabytes: int) -> None:
    """Let the process take so much more address space than it has now, where the system can do that."""
    try:
        import resource  # noqa: PLC0415 - not on every system

        now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        most = now + megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, OSError, ValueError):
        return
