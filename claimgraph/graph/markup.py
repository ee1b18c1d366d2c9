"""Small pieces of HTML that a notebook shows. What articles say is escaped, once, here."""

from collections.abc import Iterable
from html import escape

from claimgraph.lexicon.characters import visible

STYLE = (
    "border:1px solid #8884;border-left:4px solid #0072b2;border-radius:4px;padding:.6em 1em;"
    "max-width:60em;line-height:1.5;overflow-wrap:anywhere"
)
"""Of a card; it takes its colours from the notebook's theme, light or dark."""


def text(words: object) -> str:
    """Return words as HTML text: escaped, with characters that hide others spelled out."""
    return escape(visible(" ".join(str(words).split())))


def quote(words: object) -> str:
    """Return words in quotation marks."""
    return f"<q>{text(words)}</q>"


def card(title: str, *parts: str, label: str) -> str:
    """Return a titled card of pieces that are HTML already.

    Args:
        title: plain words.
        parts: HTML.
        label: what a screen reader calls it, in plain words.
    """
    return (
        f'<section aria-label="{text(label)}" style="{STYLE}">'
        f'<h4 style="margin:0 0 .3em">{text(title)}</h4>{"".join(parts)}</section>'
    )


def facts(pairs: Iterable[tuple[str, str | None]]) -> str:
    """Return a table of names, plain words, and values, HTML; those without a value are left out."""
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left;vertical-align:top;white-space:nowrap">{text(name)}</th>'
        f'<td style="text-align:left">{value}</td></tr>'
        for name, value in pairs
        if value
    )
    return f'<table style="border-collapse:collapse;margin:.3em 0">{rows}</table>' if rows else ""


def listed(items: Iterable[str], limit: int = 20) -> str:
    """Return HTML pieces as a list; past the limit it says how many more there are."""
    found = list(items)
    more = [f"and {len(found) - limit:,} more"] if len(found) > limit else []
    lines = "".join(f"<li>{item}</li>" for item in (*found[:limit], *more))
    return f'<ul style="margin:.2em 0">{lines}</ul>' if lines else ""


def grid(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table with a header of plain words; cells are HTML."""
    head = "".join(f'<th scope="col" style="text-align:left">{text(name)}</th>' for name in header)
    body = "".join(
        "<tr>"
        + "".join(f'<td style="text-align:left;vertical-align:top">{cell}</td>' for cell in row)
        + "</tr>"
        for row in rows
    )
    return f'<table style="margin:.3em 0"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
