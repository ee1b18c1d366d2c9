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
from functools import cache
from itertools import chain

from claimgraph.extract.grammar.tree import ANY_SUBJECT, child, children
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.choices import one_of
from claimgraph.lexicon.roles import (
    head_pattern,
    is_agent,
    is_given_name,
    role_family,
    role_pattern,
    singular,
    titles,
)
from claimgraph.lexicon.sides import name_of_side, sides_in
from claimgraph.model import Span

_CONTRACTED = re.compile(r"['’](?:ve|m|d|ll|re|s)$")
_OPENS = re.compile(r"(?:^|[.!?:]\s+|[\"“‘•„«»]\s*|''|``|\n\s*)")
"""Behind it a sentence or a quotation starts."""
_MET = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+|\b[a-z][^\W\d_]+")
"""Words in capitals where no sentence starts, and all words in small letters."""
_RULED = re.compile(r"-(?:run|controlled|held|backed)\b")
"""Behind a side it says whose a place or a force is, and the whole is no side: "Russian-held"."""
_OFFICE_OF = re.compile(r"R[of](?P<name>CC+)(?!C|I)")
_CALLED = re.compile(r"[IjRx],?(?P<name>CC+)(?!C|I)")
_ALONE = re.compile(r"(?<![CIMPS])C(?![CIMP])")
_BEFORE_MONTHS = frozenset({"in", "since", "last", "early", "late", "by", "until", "from", "mid", "and"})
_LINKED = {"o": "of for", "f": "from at with", "n": "in", "a": "and", "x": "i per"}
_LINKS = {word: letter for letter, links in _LINKED.items() for word in links.split()}
_MARKS = {"&": "P", "/": ",", **{mark: mark for mark in ",.()–—-:;"}}
"""The letters of marks; "&" stands inside a name: "Harlow & Sons" is one firm."""

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

    ``firms`` are names that are a firm's by what is beside them, ``alone`` words that stand as a name.
    """

    paragraph: Paragraph
    units: tuple[Unit, ...]
    letters: str
    firms: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()

    def text(self, low: int, high: int) -> str:
        """Return the words of the units from ``low`` up to ``high``."""
        if low >= high:
            return ""
        start = self.paragraph.start
        return self.paragraph.text[self.units[low].start - start : self.units[high - 1].end - start]


def rows(article: Article) -> tuple[Row, ...]:
    """Return the paragraphs of an article as rows of units, in order."""
    plain = (paragraph.text for paragraph in article.paragraphs if not is_headline(paragraph))
    met = frozenset(word for text in plain for word in _MET.findall(text))
    found = [_row(paragraph, met) for paragraph in article.paragraphs]
    firms = frozenset(chain.from_iterable(map(_firms, found)))
    alone = frozenset(chain.from_iterable(map(_alone, found)))
    return tuple(replace(row, firms=firms, alone=alone) for row in found)


def _firms(row: Row) -> Iterator[str]:
    """Yield the names that are a firm's by an office in it, or by a noun: "director of Bright Lines"."""
    for match in _OFFICE_OF.finditer(row.letters):
        role = row.units[match.start()].text.lower().rsplit(maxsplit=1)[-1]
        if role_family(role) in {"official", "spokesperson"}:
            yield row.text(*match.span("name"))
    for match in _CALLED.finditer(row.letters):
        if row.units[match.start()].text.lower() in words("institutions", "company_words"):
            yield row.text(*match.span("name"))
    for token in row.paragraph.doc:
        if token.pos_ == "PROPN" and token.dep_ in ANY_SUBJECT and _is_thing(token):
            yield " ".join(one.text for one in (*children(token, "compound"), token))


def _alone(row: Row) -> Iterator[str]:
    return (row.units[match.start()].text for match in _ALONE.finditer(row.letters))


def _is_thing(name: Token) -> bool:
    """Whether its clause tells that a name is no person's: "Fenwick Parcel, which", "… kept its offer"."""
    own = (child(one, "poss") for one in children(name.head, "dobj"))
    related = (one.lower_ for clause in children(name, "relcl") for one in children(clause, *ANY_SUBJECT))
    return "which" in related or any(one is not None and one.lower_ == "its" for one in own)


_CLITICS = frozenset({"s", "t", "re", "ll", "ve", "d"})
_SMALL, _TITLE = 3, 6
"""Letters of words that headlines may write small; longer words, at least, in one with a full stop."""


def is_headline(paragraph: Paragraph) -> bool:
    """Whether nearly all words stand in capitals, all where it ends like a sentence: these tell nothing."""
    found = re.findall(r"[^\W\d_]+", paragraph.text)
    long = [word for word in found if len(word) > _SMALL]
    if re.search(r"[.!?][\"”’']?\s*$", paragraph.text):
        small = {word for word in found if word.islower()}
        title = small <= words("apart", "function") | _CLITICS and len(long) >= _TITLE
        return title and not all(map(str.isupper, long))
    return len(long) > 0 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _row(paragraph: Paragraph, met: frozenset[str]) -> Row:
    units = tuple(_inside_names(list(_units(paragraph, met))))
    return Row(paragraph, units, "".join(unit.letter for unit in units))


def _inside_names(units: list[Unit]) -> list[Unit]:
    """Take capitals inside a name for part of it: "Northfield United", "Research In Motion"."""
    edge = Unit(0, 0, "", "")
    for index, unit in enumerate(units):
        before = units[index - 1] if index else edge
        following = units[index + 1] if index + 1 < len(units) else edge
        dated = "N" in {before.letter, following.letter} or before.text.lower() in _BEFORE_MONTHS
        opens = unit.text.istitle() and fold(unit.text) in words("name_words", "first_of_names")
        if unit.letter in "RT" and fold(f"{unit.text} {following.text}") in words("roles", "not_persons"):
            units[index], units[index + 1] = replace(unit, letter="M"), replace(following, letter="I")
        elif dated and unit.text in {"March", "May"}:
            units[index] = replace(unit, letter="x")
        elif opens and following.letter == "C":
            units[index] = replace(unit, letter="C")  # "Northern Rock"
        elif unit.letter == following.letter == "C" != before.letter and _is_sort(unit, following):
            units[index] = replace(unit, letter="j")  # "Retailer Acme"
        elif before.letter == "C" and unit.text[:1].isupper():
            inside = _inside_name(unit, following)
            units[index] = replace(unit, letter=inside, side=unit.side if inside == unit.letter else None)
    return units


def _is_sort(unit: Unit, following: Unit) -> bool:
    """Whether a word tells what a firm or a person is, and is part of no name: "carmaker", not "group"."""
    word = unit.text.lower()
    calls = is_given_name(following.text) and not is_given_name(word)  # "Auditor Nina Cole"
    return is_agent(word) and (calls or word in words("institutions", "company_words"))


def _inside_name(unit: Unit, following: Unit) -> str:
    firm = unit.text.lower() in words("institutions", "organisation_words")
    apart = following.letter in "IM" or following.text.istitle()  # "Ohio State Police"
    inside = following.letter == "C" or (firm and not apart)  # "Kettle Home Products", "Ohio State"
    branch = unit.side is not None and unit.text in {"USA", "UK", name_of_side(unit.side)}  # "Acme Brazil"
    if branch or (unit.letter in "ofn" and following.letter == "C"):  # "Research In Motion"
        return "C"
    return "C" if unit.letter == "M" and inside else unit.letter


# Letters


@cache
def _word() -> re.Pattern[str]:
    """Match a word, a number or a mark; initials and abbreviations with their periods."""
    short = one_of(words("name_words", "abbreviations") | words("name_words", "ranks"))
    return re.compile(
        rf"(?:[A-Z]\.)+(?=\W|$)|(?i:{short})\."
        r"|[^\W\d_]+(?:(?:[-'’&](?!s\b)|(?<=[A-Z])/(?=[A-Z]{2}))[^\W\d_]+)*"
        r"|\d[\d,.]*\w*|(?P<p>(?<=[\w.])['’](?:s\b|(?=\s)))|[^\w\s]"
    )


def _units(paragraph: Paragraph, met: frozenset[str]) -> Iterator[Unit]:
    text, first = paragraph.text, paragraph.start
    pos = {one.idx: _pos(one) for one in paragraph.doc}
    opening = {sentence.start_char for sentence in paragraph.doc.sents}
    opening.update(match.end() for match in _OPENS.finditer(text))
    terms = [one for one in _terms(text) if not _is_verb(one, text, pos)]
    position = 0
    for start, end, letter, side in (*sorted(terms), (len(text), len(text), "", None)):
        for match in _word().finditer(text, position, start):
            at = match.start()
            kind = match.lastgroup or _letter(match.group(), pos.get(at, "X"), at in opening, met)
            yield Unit(first + at, first + match.end(), match.group(), kind)
        if letter:
            yield Unit(first + start, first + end, text[start:end], letter, side)
        position = end


def _pos(token: Token) -> str:
    """Return a word's class; a name's of a subject with what tells who that is: "Dunning, a rancher"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    told = len(behind) > 1 and behind[0].text == "," and behind[1].lower_ in {"a", "an", "the", "who"}
    return "PROPN" if told and token.dep_ in ANY_SUBJECT and token.left_edge is token else token.pos_


def _terms(text: str) -> list[Term]:
    """Return outlets of several words, sides, roles and institution heads; the first of these wins."""
    found: list[Term] = [(*match.span(), "C", None) for match in _papers().finditer(text)]
    for start, end, side in sides_in(text):
        if any(meets((start, end), one[:2]) for one in found):
            continue
        ruled = _RULED.match(text, end)
        found.append((start, ruled.end(), "j", None) if ruled else (start, end, "S", side))
    for pattern, letter in ((role_pattern(), "R"), (head_pattern(), "I")):
        spans = [match.span() for match in pattern.finditer(text)]
        free = [span for span in spans if not any(meets(span, one[:2]) for one in found)]
        found += [(start, end, letter, None) for start, end in free if not _is_of_body(text, start, end)]
    return found


@cache
def _papers() -> re.Pattern[str]:
    """Match the outlets whose names other terms would tear: "Times of India", "Kyiv Post"."""
    several = {one for one in table("media")["outlets"] if " " in one}
    titled = {one for one in several if one.startswith("The ")}  # "The Hill", but where a sentence begins
    return re.compile(rf"(?<!\w)(?:{one_of(several - titled)}|(?<=[a-z,;] ){one_of(titled)})(?!\w)")


def _is_of_body(text: str, start: int, end: int) -> bool:
    """Whether what could be a role says which body is meant: "the Justice Department"."""
    modifies = text[start:end].lower() in words("institutions", "modifiers")
    return modifies and head_pattern().match(text, end + 1) is not None


def meets(first: Span, second: Span) -> bool:
    """Whether two stretches share a character."""
    return first[0] < second[1] and second[0] < first[1]


def _is_verb(term: Term, text: str, pos: dict[int, str]) -> bool:
    """Whether a role noun stands as a verb ("she heads")."""
    start, end, letter, _ = term
    return letter == "R" and text[start:end].islower() and pos.get(start) == "VERB"


def _letter(word: str, pos: str, opening: bool, met: frozenset[str]) -> str:
    low = word.lower().rstrip(".")
    closed = _closed_class(word, low)
    if closed:
        return closed
    if low in words("institutions", "modifiers"):
        return "M"
    apart = words("name_words", "adherents") | words("name_words", "past")
    if low in apart or re.fullmatch(r"[A-Z].*[a-z]-[a-z]{4,}", word):
        return "j"
    if word[0].isupper() or re.search(r"[-/][A-Z]", word):
        plain = low in words("name_words", "headline_verbs") | words("name_words", "calendar")
        return "x" if plain or (opening and _only_opens(word, pos, met)) else "C"
    if low in words("name_words", "particles"):
        return "P"
    return "j" if pos in {"ADJ", "NOUN", "PROPN"} else "x"


def _closed_class(word: str, low: str) -> str | None:
    if not word[0].isalnum():
        return _MARKS.get(word, "q")
    if word[0].isdigit():
        return "N"
    rank = word.endswith(".") and low in words("name_words", "ranks")
    if word[0].isupper() and (low in titles() or rank):
        return "T"
    called = word.isupper() and len(word) > 1  # "the WHO"
    if not called and _CONTRACTED.sub("", low) in words("name_words", "pronouns"):
        return "w" if low.startswith("wh") else "x"
    return "D" if low in words("name_words", "determiners") else _LINKS.get(low)


def _only_opens(word: str, pos: str, met: frozenset[str]) -> bool:
    """Whether a capital is owed to the sentence's start alone."""
    low = word.lower()
    several = low.endswith("s") and role_family(singular(low)) is not None  # "Attorneys"
    if several or low in words("roles", "groups"):
        return True
    if word in met or is_given_name(word) or (word.isupper() and len(word) > 1):
        return False
    if pos in {"ADV", "INTJ"} and low not in words("name_words", "openers") and not low.endswith("ly"):
        return False
    return pos not in {"PROPN", "X"} or low in met
