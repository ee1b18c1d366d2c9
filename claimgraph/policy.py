"""What a page of ours may run, look like and load: its content security policy.

Invariants
    - Nothing is loaded and no script runs but those named here by their hashes.
    - Only style elements that carry the page's nonce are applied, and no style attribute. The
      nonce is a hash of the whole page, so that the same page has the same one and no article
      can know the nonce of the page it will stand in.
"""

import re
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

NONCE = "THE-NONCE-OF-THIS-PAGE"
"""Stands in the policy and in the first style element until the page is ``sealed``."""

STYLED = """(() => {
const nonce = document.querySelector("style").nonce;
const make = document.createElement.bind(document);
document.createElement = (name, ...more) => {
  const made = make(name, ...more);
  if (made instanceof HTMLStyleElement) made.nonce = nonce;
  return made;
};
})();"""
"""The script, run before a drawing library, that lets in the style elements which the library makes."""

_HELD = re.compile(NONCE)
_PLACES = 2
_IN_MEMORY = 1 << 22
"""Characters of a page from which on it waits in a file."""
_AT_ONCE = 1 << 16


def policy(*scripts: str) -> str:
    """Return the content security policy of a page with these scripts, as text for ``sealed``."""
    hashes = " ".join(f"'sha256-{digest(one)}'" for one in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'nonce-{NONCE}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def sealed(page: str) -> str:
    """Return a page with its nonce in the policy and the style element, which stand before all other text."""
    return _HELD.sub(digest(page), page, count=_PLACES)


def sealed_pieces(pieces: Iterable[str]) -> Iterator[str]:
    """Yield a page as ``sealed`` returns it; a large one waits in a file while it is hashed.

    The first piece holds the policy and the style element.
    """
    made = sha256()
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as held:
        head = ""
        for piece in pieces:
            made.update(piece.encode())
            if head:
                held.write(piece)
            else:
                head = piece
        yield _HELD.sub(b64encode(made.digest()).decode(), head, count=_PLACES)
        held.seek(0)
        while piece := held.read(_AT_ONCE):
            yield piece


def digest(text: str) -> str:
    """Return the SHA-256 of a text as a policy writes it."""
    return b64encode(sha256(text.encode()).digest()).decode()
