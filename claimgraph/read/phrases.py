"""What one paragraph is, told from its own words alone.

Cues are closed-class phrases and layouts, kept as data in ``lexicon/boilerplate.toml``. A
paragraph that reports (it has a verb of saying) is never taken for an advertisement.
"""

import re
from functools import cache

from claimgraph.lexicon import table, words
from claimgraph.model import BlockKind
from claimgraph.read.datelines import date_words, is_publication_line
from claimgraph.read.language import is_foreign_line

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+")
_NAME = r"[A-Z0-9@][\w.'’&/@+-]*"
_LINK = r"(?:(?:of|the|and|for|in|at|on|de|la|von|van|der|den|al|bin|ibn|el|du|y|&|with|via),? )"
_NAMES = rf"(?-i:(?:{_LINK})*{_NAME}(?:,? (?:{_LINK})*{_NAME}){{0,11}})"
"""A run of names, with the small words names carry."""

_ONE = rf"(?:(?:the|The) )?{_NAME}(?: (?:(?:of|and|the|for|&|de|la|al) )*{_NAME})"
_ONE_NAME, _SHORT_NAME = _ONE + r"{0,7}", _ONE + r"{0,7}?"
"""One name, as long as it runs, and as short as what follows it allows."""

_LIST = r"[^.;:\n|]{2,250}(?:\.(?:\w|,)[^.;:\n|]{0,200})*"
"""A list of names up to the end of the sentence; a point inside a name ("Example.com") is no end."""

_LABEL_MARK = r"\s*(?::|\||–|—|»|>|→|\s-\s)\s*"
_BARS = re.compile(r"\s+[|·•/>»]+\s+")
_FIGURE_DATE = re.compile(r"\d{4}([-/.])\d\d\1\d\d\b|\d\d?([-/.])\d\d?\2\d{4}\b")
_NUMBER = re.compile(r"\d{1,4}(st|nd|rd|th|h|am|pm|t\d+|z)?")
_POLITE = re.compile(r"^\W*(?:for more\b\W*)?(?:please\b)?")
_OPENS = re.compile(r"(?:^|[.!?,;:(–—-]\s*)(?:please |to |and |or )?$", re.IGNORECASE)
_CREDIT_LENGTH = 500
_LABEL_WORDS = 30
_CAPTION_WORDS = 90
_PROMO_WORDS = 90
_STUB_WORDS = 10
_OFFER_WORDS = 25


def kind_of(text: str) -> BlockKind | None:
    """Return what a paragraph is when its own words tell, else None."""
    text = " ".join(text.split())
    if len(text) <= _CREDIT_LENGTH and _matches("credit_lines", text):
        return "credit"
    if is_publication_line(text) and not is_date_line(text):
        return "credit"
    if is_boilerplate(text):
        return "boilerplate"
    if len(text.split()) <= _CAPTION_WORDS and (_matches("captions", text) or is_foreign_line(text)):
        return "caption"  # of a picture; so is a short line that is not in English
    if is_promotion(text):
        return "boilerplate"
    return None


def is_boilerplate(text: str) -> bool:
    """Say whether a paragraph is a piece of the page: navigation, a link, a counter, a date."""
    whole = words("boilerplate", "whole")
    if plain(text) in whole or not plain(text) or all(plain(part) in whole for part in _BARS.split(text)):
        return True
    if len(text.split()) <= _LABEL_WORDS and _label().match(text):
        return True
    return _matches("patterns", text.rstrip(".!")) or is_date_line(text)


def is_promotion(text: str) -> bool:
    """Say whether a paragraph asks the reader to subscribe, follow, join, pay or download."""
    found = re.findall(r"[\w@’'-]+", text.lower())
    if len(found) > _PROMO_WORDS or words("boilerplate", "reporting") & set(found):
        return False
    if re.match(r"[\"“‘']", text):
        return False
    addressed = bool({"you", "your", "us", "our"} & set(found))
    for pattern in _patterns("promo_phrases"):
        match = pattern.search(text)
        if match and (addressed or _OPENS.search(text[: match.start()])):
            return True
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    return 2 * sum(map(_asks, sentences)) >= len(sentences) > 0


def is_stub(text: str) -> bool:
    """Say whether a line ends in a colon and opens nothing ("Our correspondent's account:")."""
    found = [word.strip(":,.") for word in text.lower().split()]
    return (
        text.endswith(":")
        and len(found) <= _STUB_WORDS
        and not any(word in words("boilerplate", "opens_speech") or word.endswith("ed") for word in found)
    )


def teaser(text: str) -> re.Match[str] | None:
    """Match the words at the end of a paragraph that lead to another page ("Read more")."""
    return re.search(table("boilerplate")["teaser_end"], text, re.IGNORECASE)


def is_date_line(text: str) -> bool:
    """Say whether a line holds a date or time of publication and nothing else."""
    found = re.findall(r"[^\W_]+", text.lower())
    known = date_words()
    return (
        0 < len(found) <= 16
        and any(char.isdigit() for char in text)
        and (_FIGURE_DATE.match(text) is not None or not known.isdisjoint(found))
        and all(word in known or _NUMBER.fullmatch(word) for word in found)
    )


def plain(text: str) -> str:
    """Return a text's letters and digits in lower case, words one blank apart."""
    return " ".join(re.findall(r"[^\W_]+(?:-[^\W_]+)*", text.lower()))


def _asks(sentence: str) -> bool:
    """Say whether a sentence orders the reader to a newsletter, channel, app, page, or names a price."""
    found = re.findall(r"[\w’'-]+", _POLITE.sub("", sentence.lower()))
    if not found:
        return False
    verb, others = found[0], words("boilerplate", "promo_nouns")
    if verb in words("boilerplate", "promo_alone"):
        return True
    orders = verb in words("boilerplate", "promo_orders") and len(found) <= _OFFER_WORDS
    if orders and any(pattern.search(sentence) for pattern in _patterns("promo_prices")):
        return True
    return verb in words("boilerplate", "promo_verbs") and not others.isdisjoint(found)


def _matches(key: str, text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in _patterns(key))


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(compiled(pattern, re.IGNORECASE | re.DOTALL) for pattern in table("boilerplate")[key])


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern of a word list, with names and agencies put in for the marks in it."""
    agencies = sorted({*table("agencies")["wires"], *table("agencies")["pictures"]}, key=len, reverse=True)
    parts = {
        "{names}": _NAMES,
        "{one}": _ONE_NAME,
        "{short}": _SHORT_NAME,
        "{list}": _LIST,
        "{agency}": f"(?-i:{'|'.join(map(re.escape, agencies))})",
    }
    for mark, part in parts.items():
        pattern = pattern.replace(mark, part)
    return re.compile(pattern, flags)


@cache
def _label() -> re.Pattern[str]:
    labels = sorted(map(re.escape, table("boilerplate")["labels"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(labels)}){_LABEL_MARK}", re.IGNORECASE)
