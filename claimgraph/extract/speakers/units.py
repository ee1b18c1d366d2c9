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
_CONTRACTED = re.compile(r"(?:i|we|you|he|she|it|they)['’](?:ve|m|d|ll|re|s)")
_BEFORE_MONTHS = frozenset({"in", "since", "last", "early", "late", "by", "until", "from", "mid", "and"})
_LINKS = {"of": "o", "for": "o", "from": "f", "at": "f", "with": "f", "in": "n", "and": "a", "i": "x"}
_NOMINAL = {"ADJ", "NOUN", "PROPN"}


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
    capitals = _capitals_inside_sentences(article)
    return tuple(_row(paragraph, capitals, second or Opinions()) for paragraph in article.paragraphs)


def is_headline(paragraph: Paragraph) -> bool:
    """Whether it is no sentence and nearly all words stand in capitals, so that these tell nothing."""
    if re.search(r"[.!?][\"”’']?\s*$", paragraph.text):
        return False
    alphabetic = re.findall(r"[^\W\d_]{4,}", paragraph.text)
    return len(alphabetic) > 0 and sum(word[0].isupper() for word in alphabetic) >= 0.75 * len(alphabetic)


def _row(paragraph: Paragraph, capitals: frozenset[str], second: Opinions) -> Row:
    read = _names_like_offices(_surnames_like_offices(list(_units(paragraph, capitals))))
    units = _callings_like_names(paragraph, read)
    people = frozenset(_people(units, second))
    for low, high in people:
        _take_for_a_name(units, low, high)
    for index, unit in enumerate(units):
        following = units[index + 1].letter if index + 1 < len(units) else "."
        if unit.text in second.surnames and unit.letter in "RTSM" and following not in "CRTSMIj":
            units[index] = replace(unit, letter="C", side=None)
    return Row(paragraph, tuple(units), "".join(unit.letter for unit in units), people)


def _people(units: list[Unit], second: Opinions) -> Iterator[tuple[int, int]]:
    """Yield the units that are the name of a person by the second opinion."""
    texts = [unit.text.rstrip(".") if len(unit.text) > _INITIALS - 1 else unit.text for unit in units]
    at = 0
    while at < len(units):
        length = second.person_at(texts, at)
        if length:
            yield at, at + length
        at += length or 1


def _take_for_a_name(units: list[Unit], low: int, high: int) -> None:
    """Let units be a name, and what stands in capitals right before it only describe whom it names.

    "Clerk Janet Bowe", "Snr. Comr. Agus Rian": a short word with a period is a rank.
    """
    for at in range(low, high):
        if units[at].letter not in "CP":
            units[at] = replace(units[at], letter="C", side=None)
    at = low - 1
    while at >= 0 and units[at].letter in ".C" and not is_given_name(units[at].text):
        shortened = units[at].text.endswith(".") or units[at + 1].text == "."
        stop = units[at].text == "."
        if stop and not (at > 0 and units[at - 1].letter in "CRT" and len(units[at - 1].text) <= _RANK):
            return
        units[at] = replace(units[at], letter="T" if shortened else "j")
        at -= 1


def _surnames_like_offices(units: list[Unit]) -> list[Unit]:
    """Take "King" in "Stephen King" for a surname: in capitals, after a given name, at a name's end."""
    for index, unit in enumerate(units):
        office = unit.letter in {"R", "T"} and unit.text[0].isupper() and " " not in unit.text
        after_given = index > 0 and units[index - 1].letter == "C" and is_given_name(units[index - 1].text)
        ends = index + 1 == len(units) or units[index + 1].letter != "C"
        if office and after_given and ends:
            units[index] = replace(unit, letter="C")
    return units


def _callings_like_names(paragraph: Paragraph, units: list[Unit]) -> list[Unit]:
    """Take the word that opens a sentence before a full name for a calling: "Sprinter Amy Cole"."""
    opening = {paragraph.start + start for start in _sentence_starts(paragraph)}
    for index, unit in enumerate(units[:-2]):
        three = "".join(one.letter for one in units[index : index + 3]) == "CCC"
        given = is_given_name(units[index + 1].text) and not is_given_name(unit.text)
        if three and given and unit.start in opening and len(unit.text) > _INITIALS:
            units[index] = replace(unit, letter="j")
    return units


_INITIALS = 3
_RANK = 5
"""Letters of the longest shortened rank."""


def _names_like_offices(units: list[Unit]) -> list[Unit]:
    """Take capitals inside a name for part of it: "Northfield United", "Vale General Hospital"."""
    for index, unit in enumerate(units):
        if unit.text in {"March", "May"} and index > 0 and units[index - 1].text.lower() in _BEFORE_MONTHS:
            units[index] = replace(unit, letter="x")
            continue
        capital = unit.text[:1].isupper() and index > 0 and units[index - 1].letter == "C"
        following = units[index + 1].letter if index + 1 < len(units) else ""
        if not capital or " " in unit.text:
            continue
        if unit.letter == "M" and following not in {"I", "M"}:
            if unit.text.lower() in words("institutions", "organisation_words"):
                units[index] = replace(unit, letter="C")
        elif unit.text == "General" and following == "I":
            units[index] = replace(unit, letter="M")
    return units


def _units(paragraph: Paragraph, capitals: frozenset[str]) -> Iterator[Unit]:
    text = paragraph.text
    terms = _terms(text)
    pos = {token.idx: token.pos_ for token in paragraph.doc}
    terms = {at: term for at, term in terms.items() if not _is_verb(term, text, pos)}
    opening = _sentence_starts(paragraph)
    starts = sorted(terms)
    position = 0
    while match := WORD.search(text, position):
        start, end, letter, side = match.start(), match.end(), "", None
        nearest = next((at for at in starts if at >= position), len(text))
        if nearest <= start:
            start, end, letter, side = terms[nearest]
        elif nearest < end:
            end = nearest
        start, end, mark = _trim(text, start, end, letter)
        if not letter:
            letter = _letter(text[start:end], pos.get(start, "X"), start in opening, capitals)
        yield Unit(paragraph.start + start, paragraph.start + end, text[start:end], letter, side)
        if mark:
            yield Unit(paragraph.start + end, paragraph.start + mark, text[end:mark], "p")
        position = mark or end


def _terms(text: str) -> dict[int, tuple[int, int, str, str | None]]:
    """Return sides, roles and institution heads by where they start; a side wins, then a role."""
    found: dict[int, tuple[int, int, str, str | None]] = {}
    taken: list[tuple[int, int]] = []
    for start, end, side in sides_in(text):
        ruled = re.match(r"-(?:run|controlled|held)\b", text[end:])
        stop = end + (ruled.end() if ruled else 0)
        found[start] = (start, stop, "j", None) if ruled else (start, stop, "S", side)
        taken.append((start, stop))
    for pattern, letter in ((role_pattern(), "R"), (head_pattern(), "I")):
        for match in pattern.finditer(text):
            if all(match.end() <= a or match.start() >= b for a, b in taken):
                found[match.start()] = (match.start(), match.end(), letter, None)
                taken.append(match.span())
    return found


def _is_verb(term: tuple[int, int, str, str | None], text: str, pos: dict[int, str]) -> bool:
    """Whether a role noun stands as a verb ("she heads", "accused Acme")."""
    start, end, letter, _ = term
    word = text[start:end]
    if letter != "R" or " " in word or not word.islower():
        return False
    before_name = re.match(r" (?:the |its |an? )?[A-Z]", text[end:]) is not None
    return pos.get(start) == "VERB" or (word == "accused" and before_name)


def _trim(text: str, start: int, end: int, letter: str) -> tuple[int, int, int]:
    """Cut a possessive mark or a sentence's period off a word; return where the mark ends, or 0."""
    word = text[start:end]
    if (
        not letter
        and len(word) > 1
        and word.endswith(".")
        and "." not in word[:-1]
        and not _abbreviated(word)
    ):
        end -= 1
    if not letter and end - start > 2 and text[end - 2 : end] in {"'s", "’s"}:
        return start, end - 2, end
    if (
        letter == "R"
        and text[end : end + 1] == "."
        and text[start:end].lower() in words("name_words", "abbreviations")
    ):
        end += 1
    mark = re.match(r"['’]s\b|['’](?=\s)", text[end:])
    return start, end, end + mark.end() if mark and text[start : start + 1].isalnum() else 0


def _abbreviated(word: str) -> bool:
    return word[:-1].lower() in words("name_words", "abbreviations") or (len(word) == 2 and word[0].isupper())


def _letter(word: str, pos: str, opening: bool, capitals: frozenset[str]) -> str:
    """Return the letter of a word that is no side, role or institution."""
    low = word.lower().rstrip(".")
    closed = _closed_class(word, low)
    if closed:
        return closed
    if low in words("institutions", "modifiers") and not (word[0].isupper() and is_given_name(low)):
        return "M"
    if low in words("name_words", "adherents"):
        return "j"
    inside = re.search(r"[-/][A-Z]", word) is not None
    if re.fullmatch(r"[A-Z].*[a-z]-[a-z]{4,}", word):
        return "j"
    if word[0].isupper() or inside:
        if low in words("name_words", "headline_verbs"):
            return "x"
        if low in words("name_words", "calendar") or (opening and _only_opens(word, pos, capitals)):
            return "x"
        return "C"
    if low in words("name_words", "particles"):
        return "P"
    return "j" if pos in _NOMINAL else "x"


def _closed_class(word: str, low: str) -> str | None:
    if word == "&":
        return "P"  # inside a name: "Harlow & Sons" is one firm
    if not word[0].isalnum():
        return (
            "p" if low in {"'s", "’s"} else "," if word == "/" else word[0] if word[0] in ",.()–—-:;" else "q"
        )
    if word[0].isdigit():
        return "N"
    if low in titles() and (word[0].isupper() or low in {"mr", "mrs", "ms"}):
        return "T"
    if word[0].isupper() and word.endswith(".") and low in words("name_words", "ranks"):
        return "T"  # a shortened rank; those that are roles by themselves are read before
    if low in words("name_words", "pronouns") or _CONTRACTED.fullmatch(low):
        return "w" if low.startswith("wh") else "x"
    if low in words("name_words", "determiners"):
        return "D"
    return _LINKS.get(low)


def _only_opens(word: str, pos: str, capitals: frozenset[str]) -> bool:
    """Whether a capital is owed to the sentence's start alone."""
    if word.lower() in words("roles", "groups"):
        return True
    if word in capitals or is_given_name(word) or (word.isupper() and len(word) > 1):
        return False
    if (
        pos in {"ADV", "INTJ"}
        and word.lower() not in words("name_words", "openers")
        and not word.endswith("ly")
    ):
        return False
    return pos not in {"PROPN", "X"} or word.lower() in capitals


def _sentence_starts(paragraph: Paragraph) -> frozenset[int]:
    """Return where sentences and quotations start, in the paragraph's text."""
    starts = {token.idx for token in paragraph.doc if token.is_sent_start}
    starts |= {
        match.end() for match in re.finditer(r"(?:^|[.!?:]\s+|[\"“‘•„«»]\s*|''|``|\n\s*)", paragraph.text)
    }
    return frozenset(starts)


def _capitals_inside_sentences(article: Article) -> frozenset[str]:
    """Return the words met in capitals where no sentence starts, and all words met in small letters."""
    found: set[str] = set()
    for paragraph in article.paragraphs:
        if not is_headline(paragraph):
            found.update(_inside(paragraph.text))
    return frozenset(found)


def _inside(text: str) -> list[str]:
    return re.findall(r"(?<=[a-z,] )[A-Z][^\W\d_]+|\b[a-z][^\W\d_]+", text)
