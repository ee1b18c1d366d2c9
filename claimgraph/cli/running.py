"""One run: every outcome becomes an exit code, every failure one line on stderr."""

import logging
import os
import re
import sys
from collections.abc import Sequence

import typer

from claimgraph.cli import (  # they add their commands
    cases,  # noqa: F401
    looking,  # noqa: F401
    reading,  # noqa: F401
    reviewing,  # noqa: F401
    scaling,  # noqa: F401
)
from claimgraph.cli.commands import app
from claimgraph.cli.console import ReaderGoneError, say
from claimgraph.errors import ClaimgraphError

DEBUG = "CLAIMGRAPH_DEBUG"
INTERRUPTED = 130

_WRONG = re.compile(r"Invalid value for (?P<what>.+?): (?:Value error, )?")
"""How the command line's own words for a wrong value begin: "Invalid value for '--kind': Value error, "."""


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; every failure is one line on stderr."""
    debug = bool(os.environ.get(DEBUG))
    if debug:
        logging.basicConfig(level=logging.WARNING)
        logging.getLogger("claimgraph").setLevel(logging.DEBUG)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(args=list(arguments), prog_name="claimgraph", standalone_mode=False, obj=tuple(arguments))
    except ReaderGoneError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python complains when it closes stdout
        return 0
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Exception as error:
        if debug:
            raise
        say(_explained(error))
        return 2
    if code == INTERRUPTED:  # typer's own answer to Ctrl-C, too
        say("interrupted; what was done before is kept")
    return code if isinstance(code, int) else 0


def _explained(error: Exception) -> str:
    """Return what to tell the user: our own words, the command line's, or a request to report."""
    if isinstance(error, ClaimgraphError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:  # a path that one may not enter, a name too long
        what = "something of the system" if error.filename is None else error.filename
        return f"{what} cannot be used ({error.strerror}); check the path"
    if hasattr(error, "format_message"):
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "claimgraph"
        return f"{_plain(error.format_message()).rstrip('.')}; see `{command} --help`"
    return (
        f"an error nobody expected ({type(error).__name__}); "
        f"set {DEBUG}=1 to see the trace, and report it to the claimgraph authors"
    )


def _plain(message: str) -> str:
    """Return the command line's own words without those that only a programmer knows."""
    return _WRONG.sub(lambda wrong: f"{wrong['what'].replace(chr(39), '')}: ", message, count=1)
