"""A parsed text as plain objects: what spaCy's ``Doc``, ``Span`` and ``Token`` tell, read out once.

Reading asks each word some thousand times what it is and what hangs on it; spaCy makes a new object
for each answer and looks each label up in a table. Names and meanings are those of spaCy's API, so that
its documentation holds here too; only a halved word ("co-hosts") hangs together here.

Invariant: a text has one ``Token`` a word, so that words are compared by identity; nothing changes
once a text is built.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc

_WORDS = ("LOWER", "LEMMA", "POS", "TAG", "DEP")
_FLAGS = ("IS_ALPHA", "IS_DIGIT", "IS_PUNCT", "IS_SPACE", "IS_STOP", "IS_UPPER", "LIKE_NUM", "LIKE_URL")
_NAMED = len(_WORDS)
_HALF = 1 << 63  # spaCy hands heads on as offsets without a sign
_DOUBLED = re.compile(r"[^aeiou]+[aeiou]([bdgmnprt])\1e")
_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word with its place in the parse.

    ``i`` is its position among the words, ``idx`` among the characters; ``lemma`` is its lemma in
    small letters, mended where spaCy's rules miss ("hop" of "hoped"); the other names are spaCy's.
    """

    doc: "Doc"
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    is_alpha: bool
    is_digit: bool
    is_punct: bool
    is_space: bool
    is_stop: bool
    is_upper: bool
    like_num: bool
    like_url: bool
    lemma: str = field(init=False)
    head: "Token" = field(init=False)
    left_edge: "Token" = field(init=False)
    right_edge: "Token" = field(init=False)
    children: "tuple[Token, ...]" = field(init=False)
    sent: "Tokens" = field(init=False)
    _subtree: "tuple[Token, ...] | None" = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.lemma = _mended(self.lemma_.lower(), self.lower_, self.pos_)
        self.head = self.left_edge = self.right_edge = self

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def at(self) -> int:
        """Where it begins in the source."""
        return self.doc.at + self.idx

    @property
    def until(self) -> int:
        """Where it ends in the source."""
        return self.doc.at + self.idx + len(self.text)

    @property
    def text_with_ws(self) -> str:
        """The word with the white space behind it."""
        return self.text + self.whitespace_

    @property
    def lefts(self) -> "list[Token]":
        """The children before the word, in order."""
        return [one for one in self.children if one.i < self.i]

    @property
    def subtree(self) -> "tuple[Token, ...]":
        """The word and all that hangs on it, in order."""
        if self._subtree is None:
            before = [one for child in self.children if child.i < self.i for one in child.subtree]
            behind = [one for child in self.children if child.i > self.i for one in child.subtree]
            self._subtree = (*before, self, *behind)
        return self._subtree

    @property
    def ancestors(self) -> "Iterator[Token]":
        """What the word hangs on, upwards to the root of the sentence."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        """Tell whether another word hangs on this one, directly or not."""
        return any(one is self for one in other.ancestors)

    @property
    def conjuncts(self) -> "tuple[Token, ...]":
        """The other words coordinated with this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for one in found:
            found += [child for child in one.children if child.i > one.i and child.dep_ == "conj"]
        return tuple(one for one in found if one is not self)

    def nbor(self, steps: int = 1) -> "Token":
        """Return the word so many steps behind; raise IndexError where the text has none."""
        if not 0 <= self.i + steps < len(self.doc):
            raise IndexError(self.i + steps)
        return self.doc[self.i + steps]

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence begins with the word."""
        return self.sent.start == self.i

    @property
    def morph(self) -> dict[str, str]:
        """Number, person, gender and tense, as far as the parser tells them."""
        return self.doc.parsed[self.i].morph.to_dict()  # type: ignore[no-any-return]


class _Words(Sequence[Token]):
    """Words of one text in a row; a slice of them is a run of the text."""

    __slots__ = ("doc", "start", "tokens")
    doc: "Doc"
    start: int
    tokens: list[Token]

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> "Tokens": ...
    def __getitem__(self, index: "int | slice") -> "Token | Tokens":
        if isinstance(index, int):
            return self.tokens[index]
        low, high, _ = index.indices(len(self.tokens))
        return Tokens(self.doc, self.start + low, self.start + max(low, high))

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)


class Tokens(_Words):
    """A run of words of one text, from ``start`` up to ``end``, which it does not hold."""

    __slots__ = ("end",)

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self.tokens = doc.tokens[start:end]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tokens):
            return NotImplemented
        return self.doc is other.doc and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((id(self.doc), self.start, self.end))

    @property
    def start_char(self) -> int:
        """Where it begins among the characters."""
        return self.doc.place(self.start)

    @property
    def end_char(self) -> int:
        """Where its last word ends among the characters."""
        return self.tokens[-1].idx + len(self.tokens[-1]) if self.tokens else self.start_char

    @property
    def text(self) -> str:
        """Its words as they are written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The first of its words that have the fewest words above them; a mark where there is no word."""
        return min(self.tokens, key=_depth)


def _depth(token: Token) -> int:
    """Return how many words are above a word; a mark or white space on which nothing hangs is deepest."""
    bare = (token.is_punct or token.is_space) and not token.children and token.head is not token
    return len(token.doc) - 1 if bare else sum(1 for _ in token.ancestors)


class Doc(_Words):
    """A parsed text.

    Args:
        parsed: what spaCy made of it. Kept for what is rarely asked (``morph``, noun chunks).
    """

    __slots__ = ("at", "known", "parsed", "sents", "text")

    def __init__(self, parsed: "SpacyDoc") -> None:
        self.doc, self.start = self, 0
        self.parsed: Any = parsed
        self.text: str = parsed.text
        self.at = 0
        """Where it begins in the source that it is a part of."""
        self.known: dict[str, Any] = {}
        """What readers have found out about the text, each under its own key."""
        self.tokens = _tokens(self, parsed)
        self.sents = [Tokens(self, one.start, one.end) for one in parsed.sents]
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def place(self, index: int) -> int:
        """Return where a word begins among the characters, or the text ends."""
        return self.tokens[index].idx if index < len(self.tokens) else len(self.text)

    @property
    def noun_chunks(self) -> list[Tokens]:
        """Its flat noun phrases, as spaCy cuts them."""
        return [self[chunk.start : chunk.end] for chunk in self.parsed.noun_chunks]


def _tokens(doc: Doc, parsed: "SpacyDoc") -> list[Token]:
    """Read out the words, and hang them together."""
    named = _Named(parsed.vocab.strings)
    rows = parsed.to_array([*_WORDS, *_FLAGS, "HEAD"]).tolist() if len(parsed) else []
    told: Iterator[list[Any]] = (
        [*map(named.__getitem__, row[:_NAMED]), *map(bool, row[_NAMED:-1])] for row in rows
    )
    made = [
        Token(doc, one.i, one.idx, one.text, one.whitespace_, *each)
        for one, each in zip(parsed, told, strict=True)
    ]
    below: list[list[Token]] = [[] for _ in made]
    for token, row in zip(made, rows, strict=True):
        token.head = made[token.i + (row[-1] if row[-1] < _HALF else row[-1] - 2 * _HALF)]
    for dash in made[1:-1]:
        if dash.text == "-":
            _join_halves(made, dash)
    for token in made:
        if token.head is not token:
            below[token.head.i].append(token)
    for token, found in zip(made, below, strict=True):
        token.children = tuple(found)
        for one in token.ancestors:
            if one.left_edge.i > token.i:
                one.left_edge = token
            elif one.right_edge.i < token.i:
                one.right_edge = token
    return made


def _join_halves(made: list[Token], dash: Token) -> None:
    """Hang the first half of a word on the second where the parser hung both alike: "his co-hosts"."""
    first, last = made[dash.i - 1], made[dash.i + 1]
    if {first.dep_, dash.dep_} == {last.dep_} != {"punct"} and first.head is dash.head is last.head:
        for one in made:
            if one.head is first:
                one.head = last
        first.head = dash.head = last
        first.dep_, dash.dep_ = "compound", "punct"


class _Named(dict[int, str]):
    """The strings that numbers stand for, each looked up once a text."""

    def __init__(self, strings: Any) -> None:
        super().__init__({0: ""})
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = found = str(self._strings[number])
        return found


@lru_cache(maxsize=32768)
def _mended(lemma: str, form: str, pos: str) -> str:
    """Return the lemma where spaCy's rules miss.

    "Taxes" are no "taxis"; "hope" for "hoped": one that ends in a consonant would have doubled it;
    "gut" for "gutted".
    """
    if lemma.endswith("xis") and form.endswith("xes"):
        lemma = lemma.removesuffix("is")
    if pos != "VERB":
        return lemma
    if _DOUBLED.fullmatch(lemma) and form in {f"{lemma}d", f"{lemma[:-1]}ing"}:
        return lemma[:-2]
    bare = _SHORT.fullmatch(lemma) is not None
    return f"{lemma}e" if bare and form in {f"{lemma}es", f"{lemma}ed", f"{lemma}ing"} else lemma
