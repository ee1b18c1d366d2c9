"""The server: one process, this machine alone, an address that nobody can guess."""

import socket
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from claimgraph.errors import ClaimgraphError
from claimgraph.tracker.deciding import who_is_here
from claimgraph.web.queue import Reviewer

if TYPE_CHECKING:
    from claimgraph.tracker import ClaimGraph

HOST = "127.0.0.1"
NEEDED = "the review page needs two packages more; install them with `pip install 'claimgraph[review]'`"


def serve(
    tracker: "ClaimGraph", *, port: int, by: str | None, blind: bool, tell: Callable[[str], None]
) -> None:
    """Serve the page until it is stopped.

    Args:
        port: on which; a free one when 0.
        by: who decides, unless a browser says otherwise; the account's name when None.
        blind: hide from everybody what the program and others say.
        tell: called with the lines that say where the page is.

    Raises:
        ClaimgraphError: the port is taken, or the packages of the extra ``review`` are missing.
    """
    try:
        import uvicorn  # noqa: PLC0415 - an extra brings it

        from claimgraph.web.guard import Guard, secret  # noqa: PLC0415
        from claimgraph.web.pages import Pages  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ClaimgraphError(f"{NEEDED} ({error.name} is missing)") from error
    with closing(_bound(port)) as bound:
        found = bound.getsockname()[1]
        token = secret()
        base = f"/{token}/"
        pages = Pages(tracker, base, Reviewer(by or who_is_here(), blind))
        tracker.match()
        tell(f"Review at http://{HOST}:{found}{base}\n")
        tell("Only this machine can open it; every decision is kept at once. Stop with Ctrl-C.\n")
        config = uvicorn.Config(
            Guard(pages.app(), token, found),
            log_level="critical",
            access_log=False,
            lifespan="off",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=1,
            ws="none",
        )
        uvicorn.Server(config).run(sockets=[bound])


def _bound(port: int) -> socket.socket:
    """Return a socket that this machine alone can reach.

    Raises:
        ClaimgraphError: the port is taken, or may not be used.
    """
    # the protocol is named, or asyncio lets a page wait 40 ms for the answer to its head (Nagle 1984)
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        made.listen()  # who opens the page as soon as it is told waits, and is not refused
    except OSError as error:
        made.close()
        raise ClaimgraphError(f"port {port} cannot be used ({error.strerror}); choose another") from error
    return made
