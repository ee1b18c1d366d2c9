"""The report as one HTML page: no network, readable without its script and on paper, light and dark.

The page carries a policy that lets nothing be loaded and nothing run or look but its own:
what an article smuggled in could not act even as markup.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from claimgraph import embedded
from claimgraph.model import Findings
from claimgraph.policy import NONCE, STYLED, policy, sealed_pieces
from claimgraph.report import charts
from claimgraph.report.page import Page, build
from claimgraph.report.quoting import visible
from claimgraph.report.setting import Setting
from claimgraph.report.streams import gathered, stripped
from claimgraph.report.templating import environment

if TYPE_CHECKING:
    from claimgraph.report.folder import Index

OPEN = 6
"""Charts shown at once; the others are folded away."""
LISTED = 40
"""Disputes of one kind listed at once in the contents; the others are folded away."""
LARGE = 12_000_000
"""Bytes of a page from which on it is no longer ready within two seconds of being opened.

Chromium took 1.7 to 1.8 s for 12.1 MB (1,001 articles, 168,000 elements) on two busy cores (docs/speed.md).
"""


def pieces(findings: Findings, setting: Setting | None = None) -> Iterator[str]:
    """Yield the report as a self-contained HTML page."""
    return Pages(setting or Setting()).report(build(findings))


class Pages:
    """Makes pages.

    Args:
        setting: what they say of their own making.
        at: gives the address of what has an id; by default its place on the page itself.
    """

    def __init__(self, setting: Setting, at: Callable[[str], str] | None = None) -> None:
        self.setting = setting
        self._elsewhere = at
        self._templates = environment("claimgraph.report", visible, at=at or "#{}".format)

    def report(
        self, page: Page, template: str = "report.html.j2", *, index: str | None = None, draws: bool = True
    ) -> Iterator[str]:
        """Yield a page with disputes, figures or both.

        Args:
            index: the address of the page that lists this one and others; None when there are no others.
            draws: whether its figures are drawn; in any case they stand in tables.
        """
        drawn = {
            one.id: Markup(charts.chart(one, self._elsewhere))  # noqa: S704 - "<" is escaped
            for one in (page.axes.shown if draws else ())
        }
        library = embedded.library() if drawn else ""
        return self.made(
            template,
            (STYLED, script("page.js"), library) if library else (script("page.js"),),
            page=page,
            view=page.view,
            index=index,
            style=None,
            signs=charts.SIGNS,
            charts=drawn,
            charts_open=OPEN,
            listed=LISTED,
            sided=any(value.whose for axis in page.axes.shown for value in axis.values),
            styled=Markup(STYLED),  # noqa: S704 - the page's own
            library=Markup(library),  # noqa: S704 - BokehJS as installed
            script=Markup(script("page.js")),  # noqa: S704 - the page's own
        )

    def index(self, page: "Index") -> Iterator[str]:
        """Yield the page that leads to the others."""
        search = script("index.js")
        return self.made(
            "index.html.j2",
            (search,),
            page=page,
            view=page,
            style="index.css",
            script=Markup(search),  # noqa: S704 - the page's own
        )

    def made(self, template: str, scripts: tuple[str, ...], **shown: Any) -> Iterator[str]:
        """Yield a page whose policy lets these scripts run, and nothing else."""
        text = self._templates.get_template(template).generate(
            setting=self.setting,
            policy=Markup(policy(*scripts)),  # noqa: S704 - hashes and keywords
            nonce=NONCE,
            **shown,
        )
        return sealed_pieces(chain(stripped(gathered(text)), ["\n"]))


@cache
def script(name: str) -> str:
    """Return one of the pages' own scripts."""
    return files("claimgraph.report").joinpath("templates", name).read_text(encoding="utf-8")
