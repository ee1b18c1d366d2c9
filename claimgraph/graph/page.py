"""A Bokeh figure as one self-contained page, which Jupyter shows in a frame of its own.

Invariants
    - The page holds all it needs. Its content security policy lets it fetch nothing, run no
      script but those it came with, and look only as its own styles say.
    - The frame is a sandbox: what it shows cannot reach the notebook round it.
"""

import re
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from claimgraph.embedded import item, library
from claimgraph.lexicon.characters import visible
from claimgraph.policy import NONCE, STYLED, policy, sealed

if TYPE_CHECKING:
    from bokeh.plotting import figure as Figure  # noqa: N812 - a class that Bokeh spells small

_FORMULA = re.compile(r"(?<=\$)(?=\$)|(?<=\\)(?=[\[(])")
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


_EMBED = 'Bokeh.embed.embed_item(JSON.parse(document.getElementById("drawn").textContent), "drawing")'
"""Draws what the page holds."""


def make_page(figure: "Figure", title: str, caption: str, script: str = "") -> Page:
    """Return a figure as a page, with all of BokehJS that it needs in it, and a script of its own."""
    held, script = library(), f"{_EMBED}\n{script}"
    template = Template(files("claimgraph.graph").joinpath("page.html").read_text(encoding="utf-8"))
    html = template.substitute(
        title=escape(title),
        caption=escape(caption),
        policy=policy(STYLED, held, script),
        nonce=NONCE,
        styled=STYLED,
        library=held,
        item=item(figure),
        script=script,
    )
    return Page(title=title, caption=caption, html=sealed(html), height=int(figure.height or 600) + 140)
