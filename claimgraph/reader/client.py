"""A model asked over HTTP, in the form of chat completions that many servers share.

Invariants
    - Text goes to this machine alone unless the user said ``remote``; a server that sends elsewhere
      (a redirect) is not followed, and for this machine no proxy is used.
    - Every failure is an answer with a cause; none stops the others.
    - An answer takes at most ``seconds``, however slowly it comes.
"""

import ipaddress
import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from claimgraph.errors import ClaimgraphError
from claimgraph.reader.files import body, content_of
from claimgraph.reader.prompts import Prompt

if TYPE_CHECKING:
    import httpx

KEY_VARIABLE = "CLAIMGRAPH_READER_KEY"
"""The variable of the environment that holds the key a server may ask for."""
MOST_BYTES = 4_000_000
"""Bytes of one answer that are read at most."""
TRIES = 3
"""Times that one prompt is asked at most."""
PAUSES = (1.0, 4.0)
"""Seconds between one try and the next, where the server names none."""
LONGEST_PAUSE = 60.0
"""Seconds that a server may ask to be left alone at most."""

REFUSED = "refused"
CAUSES: Mapping[str, str] = {
    REFUSED: "no connection to the server",
    "time": "no answer within the time allowed",
    "cut": "the connection broke off in the middle of an answer",
    "busy": "the server says that it is asked too often",
    "status": "the server reports an error",
    "length": "an answer that was not finished",
    "empty": "an answer without words",
    "long": "an answer longer than any can be",
    "stopped": "not asked, because no connection to the server was to be had",
}
"""Why there is no answer, by the word it is counted under."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where and how a model is asked.

    Args:
        url: the address of the interface, such as ``http://127.0.0.1:8080/v1``.
        model: the name the server knows the model by.
        remote: text may leave this machine.
        key: what the server asks for, sent as a bearer token.
        seconds: how long one answer may take.
        at_once: how many prompts are asked side by side.
    """

    url: str
    model: str
    remote: bool = False
    key: str | None = None
    seconds: float = 180.0
    at_once: int = 2

    def __post_init__(self) -> None:
        """Refuse an address that text must not be sent to.

        Raises:
            ClaimgraphError: it is no web address, or not on this machine and ``remote`` was not said; or
                the key is none.
        """
        if not self.host or urlsplit(self.url).scheme not in {"http", "https"}:
            raise ClaimgraphError(
                f"{self.url} is no address of a server; write it like http://127.0.0.1:8080/v1"
            )
        if self.key is not None and not (self.key.isascii() and self.key.isprintable()):
            raise ClaimgraphError(f"the key in {KEY_VARIABLE} holds what no key can; set it again")
        if not self.local and not self.remote:
            raise ClaimgraphError(
                f"{self.host} is another machine, and the words of the articles would be sent to it;"
                " say --reader-remote if that is meant"
            )

    @property
    def host(self) -> str:
        """The server's name or number; empty when the address has none."""
        try:
            host, port = urlsplit(self.url).hostname, urlsplit(self.url).port
        except ValueError:  # a port that is none, a bracket that is not closed
            return ""
        return host if host and port != 0 else ""

    @property
    def local(self) -> bool:
        """Whether it is on this machine, by the number or the one name that always is."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a prompt: the words of an answer, or a cause and what the server said of it."""

    text: str | None
    cause: str = ""
    detail: str = ""

    @property
    def told(self) -> str:
        """Why there is no answer, in words."""
        return f"{CAUSES[self.cause]}{f' ({self.detail})' if self.detail else ''}"


@dataclass(frozen=True, slots=True)
class _Again:
    """A failure that may pass, and how many seconds the server asks to wait."""

    reply: Reply
    after: float | None = None


class Client:
    """Asks one server; may be used from several threads. Close it, or use it as a context manager.

    Args:
        pause: waits so many seconds between two tries; for tests.

    Raises:
        ClaimgraphError: httpx is not installed.
    """

    def __init__(self, server: Server, pause: Callable[[float], object] | None = None) -> None:
        try:
            import httpx  # noqa: PLC0415 - an extra, and heavy
        except ImportError as error:
            raise ClaimgraphError(
                "asking a model needs httpx; install claimgraph[reader], or write the prompts to a file"
                " with `claimgraph reader ask`"
            ) from error
        self.server = server
        self._closed = threading.Event()
        self._pause = pause or self._closed.wait
        self._plain = False
        headers = {"Accept-Encoding": "identity"}
        if server.key:
            headers["Authorization"] = f"Bearer {server.key}"
        self._http = httpx.Client(
            headers=headers,
            timeout=httpx.Timeout(server.seconds, connect=min(10.0, server.seconds)),
            limits=httpx.Limits(max_connections=server.at_once),
            follow_redirects=False,
            trust_env=not server.local,
        )
        self._errors = httpx

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; whoever waits for an answer gets none."""
        self._closed.set()
        self._http.close()

    def ask(self, prompt: Prompt) -> Reply:
        """Return what the model answers, after as many tries as may help."""
        reply = Reply(None, "stopped")
        for turn in range(TRIES):
            if self._closed.is_set():
                return reply
            came = self._try(prompt)
            if isinstance(came, Reply):
                return came
            reply = came.reply
            if turn + 1 < TRIES:
                wait = PAUSES[turn] if came.after is None else min(came.after, LONGEST_PAUSE)
                self._pause(wait)
        return reply

    def _try(self, prompt: Prompt) -> Reply | _Again:
        httpx = self._errors
        try:
            status, headers, data = self._post(prompt)
        except httpx.TimeoutException:
            return Reply(None, "time", f"{self.server.seconds:g} s")
        except httpx.InvalidURL as error:
            return Reply(None, REFUSED, _brief(str(error)))
        except httpx.ConnectError as error:
            return _Again(Reply(None, REFUSED, _brief(str(error))), 0.2)
        except (httpx.TransportError, httpx.StreamError, RuntimeError) as error:  # closed meanwhile
            return _Again(Reply(None, "cut", _brief(str(error))))
        if data is None:
            return Reply(None, "long")
        if status in {400, 422} and not self._plain:  # some servers know no schema, or no temperature
            self._plain = True
            return _Again(_refusal(status, data), 0.0)
        if status == 429:
            return _Again(Reply(None, "busy"), _asked_pause(headers.get("retry-after")))
        if status >= 500:
            return _Again(_refusal(status, data), _asked_pause(headers.get("retry-after")))
        if status != 200:
            return _refusal(status, data)
        return _answer(data)

    def _post(self, prompt: Prompt) -> "tuple[int, httpx.Headers, bytes | None]":
        """Return status, headers and body; None for a body that is too long.

        Raises:
            httpx.ReadTimeout: the answer took longer than it may, also when it came drop by drop.
        """
        url = f"{self.server.url.rstrip('/')}/chat/completions"
        sent = body(prompt, self.server.model, plain=self._plain)
        ends = time.monotonic() + self.server.seconds
        with self._http.stream("POST", url, json=sent) as response:
            data = bytearray()
            for chunk in response.iter_raw():
                data += chunk
                if len(data) > MOST_BYTES:
                    return response.status_code, response.headers, None
                if time.monotonic() > ends:
                    raise self._errors.ReadTimeout("too slow")
            return response.status_code, response.headers, bytes(data)


def _refusal(status: int, data: bytes) -> Reply:
    return Reply(
        None, "status", f"{status}{': ' if data.strip() else ''}{_brief(data.decode(errors='replace'))}"
    )


def _answer(data: bytes) -> Reply:
    """Return the words of an answer, or why there are none in it."""
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError):
        return Reply(None, "cut", "what came is no JSON")
    return reply_of(found)


def reply_of(completion: Any) -> Reply:
    """Return what a chat completion says, or why it says nothing."""
    text, finished = content_of(completion)
    if text is None or not text.strip():
        return Reply(None, "empty")
    return Reply(text) if finished else Reply(None, "length")


def _asked_pause(header: str | None) -> float | None:
    """Return the seconds a server asks to wait: a number, or a date (RFC 9110, 10.2.3)."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _brief(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= 120 else f"{told[:119]}…"
