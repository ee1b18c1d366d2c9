"""A Bokeh figure as one self-contained page, which Jupyter shows in a frame of its own.

Invariants
    - The page holds all it needs. Its content security policy lets it fetch nothing, and run
      no script but those it came with, named by their hashes.
    - The frame is a sandbox: what it shows cannot reach the notebook round it.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from claimgraph.lexicon.characters import visible

if TYPE_CHECKING:
    from bokeh.plotting import figure as Figure  # noqa: N812 - a class that Bokeh spells small

_FORMULA = re.compile(r"(?<=\$)(?=\$)|(?<=\\)(?=[\[(])")
_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
_JOINER = "\u2060"


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """A drawing: the whole HTML page, and what it shows in words."""

    title: str
    caption: str
    html: str
    height: int

    def __str__(self) -> str:
        return f'{self.title}. {self.caption}\nSay .save("drawing.html") and open the file in a browser.'

    __repr__ = __str__

    def _repr_html_(self) -> str:
        # In ASCII: in a page of another encoding the scripts would not be the ones whose hashes are named.
        held = escape(self.html).encode("ascii", "xmlcharrefreplace").decode()
        return (
            f'<iframe srcdoc="{held}" sandbox="allow-scripts allow-downloads" '
            f'title="{escape(self.title)}" style="width:100%;height:{self.height}px;border:0"></iframe>'
        )


def harmless(text: str) -> str:
    """Return a text of an article as a drawing may show it.

    Hidden characters are spelled out, and signs that Bokeh would take for the marks of a
    formula are kept apart by a joiner of no width: formulas would be fetched a program for.
    """
    return _FORMULA.sub(_JOINER, visible(text))


def policy(*scripts: str) -> str:
    """Return the content security policy: these scripts, inline styles, and nothing from anywhere."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def make_page(figure: "Figure", title: str, caption: str, script: str = "") -> Page:
    """Return a figure as a page, with all of BokehJS that it needs in it, and a script of its own."""
    from bokeh.embed import components  # noqa: PLC0415 - Bokeh takes half a second
    from bokeh.resources import Resources  # noqa: PLC0415

    made, division = components(figure)
    library = Resources(mode="inline", components=["bokeh"]).render()
    scripts = f"{made}\n<script>{script}</script>" if script else made
    template = Template(files("claimgraph.graph").joinpath("page.html").read_text(encoding="utf-8"))
    html = template.substitute(
        title=escape(title),
        caption=escape(caption),
        policy=policy(*_SCRIPT.findall(library), *_SCRIPT.findall(scripts)),
        library=library,
        division=division,
        script=scripts,
    )
    return Page(title=title, caption=caption, html=html, height=int(figure.height or 600) + 140)
