"""A source span as a phrase: its head, its kind, and its parts when several are joined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimgraph.extract.grammar.tree import ANY_SUBJECT, VERBAL, governed
from claimgraph.extract.parse import Article
from claimgraph.extract.speakers.body_names import is_of_people
from claimgraph.extract.speakers.vocabulary import is_of_body, role_family
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.sides import is_demonym
from claimgraph.model import Span

HE = frozenset({"he", "him", "himself", "his"})
SHE = frozenset({"she", "her", "herself", "hers"})
IT = frozenset({"it", "itself", "its"})
THEY = frozenset({"they", "them", "themselves", "their", "both", "all"})
WE = frozenset({"i", "we", "me", "us", "my", "our"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
_WHICH = frozenset({"amod", "nummod", "det", "relcl", "acl", "prep"})
"""How hangs on a people what tells which, or how many, of it are meant."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of the text: its span, words, and the token that heads it.

    ``at`` is where the head stands, ``offset`` where the paragraph of its tokens starts.
    """

    span: Span
    text: str
    head: Token
    at: int
    offset: int
    tokens: tuple[Token, ...]

    @property
    def low(self) -> str:
        """The words, folded, without a leading article."""
        return re.sub(r"^(?:the|a|an)\s+", "", fold(self.text))

    @property
    def pronoun(self) -> str | None:
        """The pronoun, when the phrase is nothing else; "US" and "IT" in capitals are names."""
        first = self.tokens[0]
        alone = len(self.tokens) == 1 and not (first.text.isupper() and len(first) > 1)
        return first.lower_ if alone and first.pos_ == "PRON" else None

    @property
    def noun(self) -> str:
        """The head in small letters, with what hyphens join to it if that is a calling: "front-runner"."""
        upto = self.text[: self.at + len(self.head) - self.span[0]].lower()
        whole = re.split(r"[^\w-]", upto)[-1]
        listed = role_family(whole) is not None or whole in words("roles", "epithets")
        return whole if listed else self.head.lower_

    @property
    def definite(self) -> bool:
        """Whether the phrase points back: "the ministry", "his lawyer", "this group"."""
        first = self.tokens[0]
        return first.lower_ in {"the", "this", "that", "these", "those"} or first.tag_ == "PRP$"

    @property
    def indefinite(self) -> bool:
        """Whether the phrase brings in somebody new: "an official", "one resident"."""
        return self.tokens[0].lower_ in {"a", "an", "one", "another", "some", "any"}

    @property
    def plural(self) -> bool:
        """Whether the head noun is a plural."""
        return self.head.tag_ in {"NNS", "NNPS"}

    @property
    def nationals(self) -> bool:
        """Whether the phrase is people by their nationality: "the Norwegian", "many Poles", "half of Poles".

        A plural with nothing beside it is the party of that name: "the Russians".
        """
        people = governed(self.head, "of") or self.head
        members = is_of_people(people.text) and not is_of_body(self.head.lower_)  # "some Republicans"
        if people.tag_ in {"NNS", "NNPS"} and (members or is_demonym(people.text.removesuffix("s"))):
            told = any(one.dep_ in _WHICH and one.lower_ not in {"the", "both"} for one in people.children)
            return told or people.dep_ == "pobj"
        whole = self.definite and self.head.text.endswith(("sh", "nch", "tch", "ese", "ss"))  # "the Swiss"
        single = (self.definite or self.indefinite) and self.head.tag_ in {"NN", "NNP", "JJ"}
        return single and not whole and is_demonym(self.head.text)

    def span_of(self, tokens: Sequence[Token]) -> Span:
        """Return the stretch of the text from the first to the last of some tokens of its paragraph."""
        return (self.offset + tokens[0].idx, self.offset + tokens[-1].idx + len(tokens[-1]))


def phrase_at(article: Article, span: Span) -> Phrase | None:
    """Return the phrase under a span, trimmed of marks at its edges; None when there is no word."""
    tokens = _trimmed([token for token in article.tokens(span) if not token.is_space])
    paragraph = article.paragraph_at(span[0])
    if not tokens or paragraph is None:
        return None
    tokens = [token for token in tokens if token.doc is tokens[0].doc]
    head = _head(tokens)
    tokens = _before_its_verb(tokens, head)
    start = max(span[0], paragraph.start + tokens[0].idx)
    end = paragraph.start + tokens[-1].idx + len(tokens[-1])
    text = article.source.text[start:end]
    return Phrase((start, end), text, head, paragraph.start + head.idx, paragraph.start, tuple(tokens))


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Cut marks and linking words off the ends; of "(the man) who smiled" only the pronoun is left."""
    while tokens and _only_closes(tokens):
        tokens.pop()
    while tokens and _only_links(tokens):
        tokens.pop(0)
    relative = tokens and _is_relative(tokens[0]) and tokens[0].tag_ in {"WDT", "WP"}
    return tokens[:1] if relative else tokens


def _is_relative(token: Token) -> bool:
    return token.lower_ in RELATIVE and not token.text.isupper()  # but "the WHO"


def _only_closes(tokens: list[Token]) -> bool:
    last = tokens[-1]
    stressed = last.lower_ in {"itself", "himself", "herself", "themselves"}  # "the firm itself"
    return last.is_punct or last.tag_ == "POS" or (len(tokens) > 1 and (stressed or _is_relative(last)))


def _only_links(tokens: list[Token]) -> bool:
    """Whether the first word only joins a source to what is before: "(a rule) that the court (made)"."""
    first = tokens[0]
    if len(tokens) == 1 or first.is_punct:
        return first.is_punct
    opens = tokens[1].pos_ in {"DET", "PRON", "PROPN"} and tokens[1].dep_ != first.dep_
    if first.lower_ in {"to", "for", "by"}:
        return opens
    return first.pos_ == "CCONJ" or (first.lower_ in {"that", "which"} and first.tag_ != "DT" and opens)


def _head(tokens: list[Token]) -> Token:
    """Return the token whose governor lies outside; a noun or pronoun before anything else."""
    tops = [token for token in tokens if set(token.ancestors).isdisjoint(tokens)]
    nominal = [token for token in tokens if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    whole = [token for token in nominal if token.dep_ not in {"compound", "poss"}]
    return next((token for token in nominal if token in tops), (whole or tops)[0])


def _before_its_verb(tokens: list[Token], head: Token) -> list[Token]:
    """Cut what a noun does off its phrase: "results (were released)", "she (is)"; "he took" is a clause."""
    own = [token for token in tokens if token.i <= head.right_edge.i]
    behind = tokens[len(own) :]
    does = head.dep_ in ANY_SUBJECT and bool(behind) and behind[0].pos_ in VERBAL
    clause = head.pos_ == "PRON" and any(token.pos_ != "AUX" for token in behind)
    return own if does and not clause else tokens


def joined(phrase: Phrase) -> list[Span]:
    """Return the spans of the parts of "A, B and C"; "the chair and former mayor" is one person."""
    tokens = phrase.tokens
    heads = sorted({phrase.head, *phrase.head.conjuncts} & set(tokens), key=lambda token: token.i)
    past = words("name_words", "past")
    heads = [one for one in heads if one is heads[0] or one.tag_ != "NN" or one.left_edge.lower_ not in past]
    if len(heads) > 1 and heads[0].tag_ == "NNP" and heads[1].left_edge.lower_ in {"a", "an"}:
        heads = heads[:1]  # "Roe, a lawyer and a mayor"
    starts = [max(token.left_edge.i, before.i + 1) for before, token in pairwise(heads)]
    bounds = pairwise([tokens[0].i, *starts, tokens[-1].i + 1])
    parts = (_bare([token for token in tokens if low <= token.i < high]) for low, high in bounds)
    return [phrase.span_of(part) for part in parts if part]


def _bare(tokens: list[Token]) -> list[Token]:
    kept = [token.i for token in tokens if not token.is_punct and token.dep_ != "cc"]
    return [token for token in tokens if kept[0] <= token.i <= kept[-1]] if kept else []
