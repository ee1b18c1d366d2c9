"""The report as Markdown: readable as plain text, and nothing in an article becomes markup."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from jinja2 import Environment
from markupsafe import Markup

from claimgraph.model import Findings
from claimgraph.report.cards import cards_of
from claimgraph.report.quoting import Quotation, visible
from claimgraph.report.setting import Setting
from claimgraph.report.streams import gathered, squeezed
from claimgraph.report.templating import environment
from claimgraph.report.view import build

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&{}])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))")


def escape(text: str) -> Markup:
    """Return the text, on one line, with every character that Markdown reads as markup escaped."""
    line = " ".join(visible(text).split())
    line = _SPECIAL.sub(r"\\\1", line)
    return Markup(_LEADING.sub(_shield, line))  # noqa: S704 - escaped for Markdown, the format written


def quotation(quoted: Quotation) -> Markup:
    """Return a quotation with the claimed words in bold."""
    parts = ["… " if quoted.before else ""]
    for segment in quoted.segments:
        text = " ".join(segment.text.split())
        left = " " if segment.text[:1].isspace() else ""
        right = " " if segment.text[-1:].isspace() else ""
        if segment.marked and text:
            parts.append(f"{left}{_bold(text)}{right}")
        else:
            parts.append(f"{left}{escape_inline(text)}{right}" if text else " ")
    parts.append(" …" if quoted.after else "")
    return Markup(_LEADING.sub(_shield, "".join(parts).strip()))  # noqa: S704 - escaped piece by piece


def escape_inline(text: str) -> str:
    """Return a piece of a line escaped; what stands at the start of a line is the caller's to shield."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def _bold(text: str) -> str:
    """Return the text in bold; quotation marks and brackets at its ends stay outside the asterisks.

    CommonMark does not open emphasis between a letter and punctuation.
    """
    head = re.match(r"\W*", text)
    tail = re.search(r"\W*$", text)
    start, end = head.end() if head else 0, tail.start() if tail else len(text)
    if start >= end:
        return escape_inline(text)
    return f"{escape_inline(text[:start])}**{escape_inline(text[start:end])}**{escape_inline(text[end:])}"


def _shield(match: re.Match[str]) -> str:
    lead, sign = match[1], match[2]
    return f"{lead}{sign}\\" if sign[0].isdigit() else f"{lead}\\{sign}"


def _environment() -> Environment:
    """Return the template environment: what is not marked as Markdown already is escaped."""
    made = environment("claimgraph.report", escape)
    made.filters["quotation"] = quotation
    return made


def pieces(findings: Findings, setting: Setting | None = None) -> Iterator[str]:
    """Yield the report as Markdown."""
    template = _environment().get_template("report.md.j2")
    return squeezed(gathered(template.generate(view=build(findings), setting=setting or Setting())))


def one_card(findings: Findings, identity: str) -> str:
    """Return one dispute or change as the report shows it, in Markdown.

    Raises:
        StopIteration: there is none with this id.
    """
    cards = cards_of(findings)
    matching = findings.matching
    made = chain(
        (cards.card(one) for one in matching.disputes if one.id == identity),
        (cards.update(one) for one in matching.updates if one.id == identity),
    )
    shown = replace(next(made), number=0)
    text = str(_environment().get_template("_macros.md.j2").module.card(shown))  # type: ignore[attr-defined]
    return "".join(squeezed([text])).removeprefix("### ")
