"""The template environment of every page and text of ours: nothing an article says becomes markup."""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def environment(
    package: str,
    write: Callable[[str], str],
    *,
    keep_trailing_newline: bool = True,
    at: Callable[[str], str] = "#{}".format,
) -> Environment:
    """Return the environment of a package's templates: what is unknown is an error.

    Args:
        package: the package whose folder ``templates`` holds them.
        write: makes a text that is not markup already safe to be shown.
        keep_trailing_newline: whether a template ends as its file does.
        at: gives the address of what has an id, for links; by default its place on the page itself.
    """

    def finalize(value: Any) -> Any:
        return write(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=keep_trailing_newline,
    )
    made.globals["at"] = at
    return made
