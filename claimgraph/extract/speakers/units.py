"""A paragraph as a row of units, each with the one letter of what it can be in a name.

The letters make the shapes of mentions regular: "Azerbaijani Defence Ministry spokesman
Jane Roe" is ``SMIRCC``, whatever the words are.

    S  a side ("Norwegian")      T  a title ("Mr")              R  a role noun ("minister")
    I  an institution's head     M  what stands before one      C  another word in capitals
    P  a particle ("van")        N  a number                    D  a determiner
    p  a possessive mark         o  of / for                    f  from / at / with
    a  and                       j  an adjective or noun        x  any other word
    n  in                        w  who / which / whose         q  another mark
    and , . ( ) - : ; as they are
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.speakers.opinions import Opinions
from claimgraph.extract.speakers.vocabulary import head_pattern, is_given_name, role_pattern, titles
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import sides_in

WORD = re.compile(
    r"(?:[A-Z]\.)+(?=\W|$)|[^\W\d_]+(?:(?:[-'’&]|(?<=[A-Z])/(?=[A-Z]{2}))(?=[^\W\d_])[^\W\d_]+)*\.?|\d[\d,.]*\w*|['’]s\b|[^\w\s]"
)
_CONTRACTED = re.compile(r"['’](?:ve|m|d|ll|re|s)$")
_OPENS = re.compile(r"(?:^|[.!?:]\s+|[\"“‘•„«»]\s*|''|``|\n\s*)")
"""Behind it a sentence or a quotation starts."""
_RULED = re.compile(r"-(?:run|controlled|held)\b")
_BEFORE_MONTHS = frozenset({"in", "since", "last", "early", "late", "by", "until", "from", "mid", "and"})
_LINKS = {"of": "o", "for": "o", "from": "f", "at": "f", "with": "f", "in": "n", "and": "a", "i": "x"}
_MARKS = {"&": "P", "/": ",", "'s": "p", "’s": "p", **{mark: mark for mark in ",.()–—-:;"}}
"""The letters of marks; "&" stands inside a name: "Harlow & Sons" is one firm."""
_NOMINAL = {"ADJ", "NOUN", "PROPN"}
_RANK = 5
"""Letters of the longest shortened rank."""

Term = tuple[int, int, str, str | None]
"""A side, a role or an institution's head: where it stands in its text, its letter and its side."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, term or mark with its place in the source's text and its letter."""

    start: int
    end: int
    text: str
    letter: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The units of one paragraph and their letters in one string.

    ``people`` are the units that a second opinion takes for a person's name.
    """

    paragraph: Paragraph
    units: tuple[Unit, ...]
    letters: str
    people: frozenset[tuple[int, int]] = frozenset()

    def text(self, low: int, high: int) -> str:
        """Return the words of the units from ``low`` up to ``high``."""
        if low >= high:
            return ""
        start = self.paragraph.start
        return self.paragraph.text[self.units[low].start - start : self.units[high - 1].end - start]


def rows(article: Article, second: Opinions | None = None) -> tuple[Row, ...]:
    """Return the paragraphs of an article as rows of units, in order."""
    plain = [paragraph.text for paragraph in article.paragraphs if not is_headline(paragraph)]
    met = frozenset(word for text in plain for word in _inside(text))
    return tuple(_row(paragraph, met, second or Opinions()) for paragraph in article.paragraphs)


def is_headline(paragraph: Paragraph) -> bool:
    """Whether it is no sentence and nearly all words stand in capitals, so that these tell nothing."""
    if re.search(r"[.!?][\"”’']?\s*$", paragraph.text):
        return False
    alphabetic = re.findall(r"[^\W\d_]{4,}", paragraph.text)
    return len(alphabetic) > 0 and sum(word[0].isupper() for word in alphabetic) >= 0.75 * len(alphabetic)


def _inside(text: str) -> list[str]:
    """Return the words met in capitals where no sentence starts, and all words met in small letters."""
    return re.findall(r"(?<=[a-z,] )[A-Z][^\W\d_]+|\b[a-z][^\W\d_]+", text)


def _row(paragraph: Paragraph, met: frozenset[str], second: Opinions) -> Row:
    units = _inside_names(list(_units(paragraph, met)))
    texts = [unit.text.rstrip(".") if len(unit.text) > len("A.") else unit.text for unit in units]
    people = frozenset(second.people_in(texts))
    for low, high in people:
        _take_for_a_name(units, low, high)
    for index, unit in enumerate(units):
        following = units[index + 1].letter if index + 1 < len(units) else "."
        if unit.text in second.surnames and unit.letter in "RTSM" and following not in "CRTSMIj":
            units[index] = replace(unit, letter="C", side=None)
    return Row(paragraph, tuple(units), "".join(unit.letter for unit in units), people)


def _take_for_a_name(units: list[Unit], low: int, high: int) -> None:
    """Let units be a name, and what stands in capitals right before it only describe whom it names.

    "Clerk Janet Bowe", "Snr. Comr. Agus Rian": a short word with a period is a rank.
    """
    for at in range(low, high):
        if units[at].letter not in "CP":
            units[at] = replace(units[at], letter="C", side=None)
    at = low - 1
    while at >= 0 and units[at].letter in ".C" and not is_given_name(units[at].text):
        stop = units[at].text == "."
        if stop and not (at > 0 and units[at - 1].letter in "CRT" and len(units[at - 1].text) <= _RANK):
            return
        shortened = stop or units[at].text.endswith(".") or units[at + 1].text == "."
        units[at] = replace(units[at], letter="T" if shortened else "j")
        at -= 1


def _inside_names(units: list[Unit]) -> list[Unit]:
    """Take capitals inside a name for part of it: "Northfield United", "Vale General Hospital"."""
    for index, unit in enumerate(units):
        before = units[index - 1] if index > 0 else Unit(0, 0, "", "x")
        following = units[index + 1].letter if index + 1 < len(units) else ""
        if unit.text in {"March", "May"} and before.text.lower() in _BEFORE_MONTHS:
            units[index] = replace(unit, letter="x")
        elif before.letter == "C" and unit.text == "General" and following == "I":
            units[index] = replace(unit, letter="M")
        elif (
            before.letter == "C"
            and unit.text[:1].isupper()
            and unit.letter == "M"
            and following not in {"I", "M"}
        ):
            firm = unit.text.lower() in words("institutions", "organisation_words")
            units[index] = replace(unit, letter="C" if firm else "M")
    return units


# Letters


def _units(paragraph: Paragraph, met: frozenset[str]) -> Iterator[Unit]:
    text, first = paragraph.text, paragraph.start
    pos = {token.idx: token.pos_ for token in paragraph.doc}
    terms = {one[0]: one for one in _terms(text) if not _is_verb(one, text, pos)}
    opening = {token.idx for token in paragraph.doc if token.is_sent_start}
    opening |= {match.end() for match in _OPENS.finditer(text)}
    starts = sorted(terms)
    position = 0
    while match := WORD.search(text, position):
        start, end, letter, side = match.start(), match.end(), "", None
        nearest = next((at for at in starts if at >= position), len(text))
        if nearest <= start:
            start, end, letter, side = terms[nearest]
        end, mark = _trim(text, start, min(end, nearest) if nearest > start else end, letter)
        letter = letter or _letter(text[start:end], pos.get(start, "X"), start in opening, met)
        yield Unit(first + start, first + end, text[start:end], letter, side)
        if mark:
            yield Unit(first + end, first + mark, text[end:mark], "p")
        position = mark or end


def _terms(text: str) -> list[Term]:
    """Return sides, roles and institution heads; a side wins, then a role."""
    found: list[Term] = []
    for start, end, side in sides_in(text):
        ruled = _RULED.match(text, end)
        found.append((start, ruled.end(), "j", None) if ruled else (start, end, "S", side))
    for pattern, letter in ((role_pattern(), "R"), (head_pattern(), "I")):
        taken = [(start, end) for start, end, _, _ in found]
        spans = (match.span() for match in pattern.finditer(text))
        free = ((a, b) for a, b in spans if all(b <= start or a >= end for start, end in taken))
        found += [(start, end, letter, None) for start, end in free]
    return found


def _is_verb(term: Term, text: str, pos: dict[int, str]) -> bool:
    """Whether a role noun stands as a verb ("she heads", "accused Acme")."""
    start, end, letter, _ = term
    word = text[start:end]
    if letter != "R" or " " in word or not word.islower():
        return False
    before_name = re.match(r" (?:the |its |an? )?[A-Z]", text[end:]) is not None
    return pos.get(start) == "VERB" or (word == "accused" and before_name)


def _trim(text: str, start: int, end: int, letter: str) -> tuple[int, int]:
    """Cut a possessive mark or a sentence's period off a word; return where it and the mark end (0: none)."""
    word = text[start:end]
    short = words("name_words", "abbreviations")
    if letter == "R" and text[end : end + 1] == "." and word.lower() in short:
        end += 1
    elif not letter and len(word) > 1 and word.endswith(".") and "." not in word[:-1]:
        initial = len(word) == len("A.") and word[0].isupper()
        end -= not initial and word[:-1].lower() not in short
    if not letter and end - start > 2 and text[end - 2 : end] in {"'s", "’s"}:
        return end - 2, end
    mark = re.match(r"['’]s\b|['’](?=\s)", text[end:])
    return end, end + mark.end() if mark and word[:1].isalnum() else 0


def _letter(word: str, pos: str, opening: bool, met: frozenset[str]) -> str:
    """Return the letter of a word that is no side, role or institution."""
    low = word.lower().rstrip(".")
    closed = _closed_class(word, low)
    if closed:
        return closed
    capital = word[0].isupper()
    if low in words("institutions", "modifiers") and not (capital and is_given_name(low)):
        return "M"
    if low in words("name_words", "adherents") or re.fullmatch(r"[A-Z].*[a-z]-[a-z]{4,}", word):
        return "j"
    if capital or re.search(r"[-/][A-Z]", word):
        no_name = low in words("name_words", "headline_verbs") or low in words("name_words", "calendar")
        return "x" if no_name or (opening and _only_opens(word, pos, met)) else "C"
    if low in words("name_words", "particles"):
        return "P"
    return "j" if pos in _NOMINAL else "x"


def _closed_class(word: str, low: str) -> str | None:
    """Return the letter of a mark, a number, a title or a small word."""
    if not word[0].isalnum():
        return _MARKS.get(word, "q")
    if word[0].isdigit():
        return "N"
    rank = word.endswith(".") and low in words("name_words", "ranks")
    if (word[0].isupper() and (low in titles() or rank)) or low in {"mr", "mrs", "ms"}:
        return "T"
    if _CONTRACTED.sub("", low) in words("name_words", "pronouns"):
        return "w" if low.startswith("wh") else "x"
    return "D" if low in words("name_words", "determiners") else _LINKS.get(low)


def _only_opens(word: str, pos: str, met: frozenset[str]) -> bool:
    """Whether a capital is owed to the sentence's start alone."""
    low = word.lower()
    if low in words("roles", "groups"):
        return True
    if word in met or is_given_name(word) or (word.isupper() and len(word) > 1):
        return False
    if pos in {"ADV", "INTJ"} and low not in words("name_words", "openers") and not low.endswith("ly"):
        return False
    return pos not in {"PROPN", "X"} or low in met
