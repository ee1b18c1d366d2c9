"""Four articles of our own and the many ways in which text arrives."""

import html
import re
import textwrap
from collections.abc import Callable

Paragraphs = tuple[tuple[str, ...], ...]
"""An article as paragraphs of sentences."""

FERRY: Paragraphs = (
    ("The ferry Lindow ran aground off Skarholm on Tuesday evening.",),
    (
        "The harbour master, Ines Falk, said the captain had ignored two warnings.",
        "She said the lamps on the pier were lit.",
    ),
    ("“Nobody warned us,” Captain Jonas Reed told reporters.", "“We could not see the pier.”"),
    ("The ferry company denied that the crew had been drinking.",),
    ("According to the coastguard, 41 passengers were taken off by boat.",),
)
FERRY_SAID = {
    ("Falk", "the captain had ignored two warnings"),
    ("Falk", "the lamps on the pier were lit"),
    ("Reed", "Nobody warned us"),
    ("Reed", "We could not see the pier"),
    ("company", "the crew had been drinking"),
    ("coastguard", "41 passengers were taken off by boat"),
}
TRIAL: Paragraphs = (
    ("The trial of Marcus Bell opened in Tarn on Monday.",),
    (
        "Prosecutor Lena Voss told the court that Bell had moved two million crowns abroad.",
        "She said the ledgers were forged.",
    ),
    ("Bell, who denies fraud, said he had never seen the ledgers.",),
    ("“My client is innocent,” his lawyer, Otto Brandt, said.",),
    ("The bank confirmed that it had reported the payments in May.",),
)
TRIAL_SAID = {
    ("Voss", "Bell had moved two million crowns abroad"),
    ("Voss", "the ledgers were forged"),
    ("Bell", "fraud"),
    ("Bell", "he had never seen the ledgers"),
    ("Brandt", "My client is innocent"),
    ("bank", "it had reported the payments in May"),
}
REEF: Paragraphs = (
    ("A third of the Corran reef is dead, biologists reported on Friday.",),
    (
        "“The water was too warm for nine weeks,” said Ada Mensah, who led the survey.",
        "She said fishing was not to blame.",
    ),
    ("The minister of fisheries, Paul Okoro, rejected the finding as premature.",),
    ("Fishermen accuse the ministry of hiding older figures.",),
)
REEF_SAID = {
    ("biologists", "A third of the Corran reef is dead"),
    ("Mensah", "The water was too warm for nine weeks"),
    ("Mensah", "fishing was not to blame"),
    ("Okoro", "the finding as premature"),
    ("Fishermen", "the ministry of hiding older figures"),
}
ARTICLES = {"ferry": (FERRY, FERRY_SAID), "trial": (TRIAL, TRIAL_SAID), "reef": (REEF, REEF_SAID)}


def _joined(article: Paragraphs, between: str, within: str = " ") -> str:
    return between.join(within.join(sentences) for sentences in article)


def blank_lines(article: Paragraphs) -> str:
    return _joined(article, "\n\n") + "\n"


def _marked(opening: str, closing: str) -> Callable[[Paragraphs], str]:
    return lambda article: blank_lines(article).replace("“", opening).replace("”", closing)


def _bulleted(article: Paragraphs) -> str:
    return "\n".join("• " + " ".join(sentences) for sentences in article)


def _headed(article: Paragraphs) -> str:
    top = "Morning briefing: what we know so far\n\nBy Tilda Marsh\n\nSKARHOLM, 3 May 2021\n\n"
    return top + blank_lines(article)


def _wrapped(article: Paragraphs) -> str:
    return "\n\n".join(textwrap.fill(" ".join(sentences), 72) for sentences in article)


def _spaced(space: str) -> Callable[[Paragraphs], str]:
    """Put an odd space where every fifth plain one stands."""

    def spaced(article: Paragraphs) -> str:
        words = re.split(r" ", blank_lines(article))
        return "".join(
            word + ("" if n == len(words) else space if n % 5 == 0 else " ")
            for n, word in enumerate(words, 1)
        )

    return spaced


def _sprinkled(sign: str) -> Callable[[Paragraphs], str]:
    """Put an invisible sign at the beginning and before every fifth word."""

    def sprinkled(article: Paragraphs) -> str:
        words = blank_lines(article).split(" ")
        return sign + " ".join(sign + word if n % 5 == 4 else word for n, word in enumerate(words))

    return sprinkled


LAYOUTS: dict[str, Callable[[Paragraphs], str]] = {
    "blank lines": blank_lines,
    "one line a paragraph": lambda article: _joined(article, "\n"),
    "one sentence a line": lambda article: _joined(article, "\n", "\n"),
    "sentences a line, blank between paragraphs": lambda article: _joined(article, "\n\n", "\n"),
    "no line breaks": lambda article: _joined(article, " "),
    "Windows line ends": lambda article: blank_lines(article).replace("\n", "\r\n"),
    "old Mac line ends": lambda article: blank_lines(article).replace("\n", "\r"),
    "wrapped at 72 columns": _wrapped,
    "headline and byline first": _headed,
    "bullets": _bulleted,
    "indented": lambda article: "\n".join("    " + " ".join(sentences) for sentences in article),
    "straight marks": _marked('"', '"'),
    "typewriter marks": _marked("''", "''"),
    "TeX marks": _marked("``", "''"),
    "single marks": _marked("‘", "’"),
    "guillemets": _marked("«", "»"),
    "guillemets with spaces": _marked("« ", " »"),
    "German marks": _marked("„", "“"),
    "Polish marks": _marked("„", "”"),
    "non-breaking spaces": _spaced("\u00a0"),
    "thin spaces": _spaced("\u2009"),
    "two spaces": _spaced("  "),
    "tabs": _spaced("\t"),
    "zero-width spaces": _sprinkled("\u200b"),
    "zero-width joiners and a byte-order mark": _sprinkled("\ufeff"),
    "soft hyphens before words": _sprinkled("\u00ad"),
    "HTML entities": lambda article: (
        html.escape(blank_lines(article)).replace("“", "&ldquo;").replace("”", "&rdquo;")
    ),
    "emoji": lambda article: "🚨 " + blank_lines(article).replace("\n\n", " 🌊\n\n"),
    "capitals": lambda article: blank_lines(article).upper(),
    "lower case": lambda article: blank_lines(article).lower(),
    "an unbalanced mark in a paragraph of its own": lambda article: (
        "The sign read “Keep out.\n\n" + blank_lines(article)
    ),
    "a stray mark at the end of a paragraph": lambda article: blank_lines(article).replace(
        ".\n\n", ".”\n\n", 1
    ),
}
