"""Who may ask: this machine's browser, at the address it was given, from the page itself.

Invariants
    - A request under another host's name is refused, so that no other site can reach the page by
      having its own name point at this machine.
    - Without the address's secret part there is nothing: no page, no style, no script.
    - A word is taken only with the secret that the page it stood on was given, from that page's origin.
    - An answer lets the browser load nothing from elsewhere, and run nothing but the page's own script.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable
from hashlib import sha256

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
SECRET_BYTES = 24
VISIT = "claimgraph_visit"
"""The cookie that tells one browser from another."""


def secret() -> str:
    """Return a secret that nobody can guess, fit for an address."""
    return secrets.token_urlsafe(SECRET_BYTES)


class Guard:
    """Lets through what may ask, with the secret part of the address taken off.

    Args:
        token: the secret part of the address.
        port: where the page is served.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self.app = app
        self.token = token
        self.hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        refused = self._refused(scope)
        if refused is not None:
            await PlainTextResponse(refused[1] + "\n", refused[0], HEADERS)(scope, receive, send)
            return
        prefix = f"/{self.token}"
        inner = {**scope, "path": scope["path"][len(prefix) :], "root_path": "", "raw_path": b""}
        await self.app(inner, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        """Return the status and reason of a refusal; None for what may ask."""
        headers = Headers(scope=scope)
        if headers.getlist("host") not in [[one] for one in self.hosts]:
            return 421, "This page answers only at the address that `claimgraph review` printed."
        given, _, _ = scope["path"][1:].partition("/")
        if not hmac.compare_digest(given.encode(), self.token.encode()) or "/" not in scope["path"][1:]:
            return 404, "There is nothing here; use the address that `claimgraph review` printed."
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return 405, "This page is only read, or written to by its own forms."
        if scope["method"] == "POST" and not self._own(headers):
            return 403, "The form does not come from this page; open the page again."
        return None

    def _own(self, headers: Headers) -> bool:
        """Tell whether a form was sent from a page of ours, as far as the browser says."""
        known = {None, *(f"http://{host}" for host in self.hosts)}
        return headers.get("origin") in known and headers.get("sec-fetch-site") in {None, "same-origin"}


def _with_headers(send: Send) -> Callable[[Message], Awaitable[None]]:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


class Forms:
    """Gives each visit the secret its forms must carry."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(SECRET_BYTES)

    def secret_of(self, visit: str) -> str:
        """Return what the forms of a visit carry."""
        return hmac.new(self._key, visit.encode(), sha256).hexdigest()

    def own(self, visit: str, given: str) -> bool:
        """Tell whether a form carries the secret of the visit it comes from."""
        return bool(visit) and hmac.compare_digest(self.secret_of(visit).encode(), given.encode())
