"""How a claim is told: where it stands, the names in it, the marks that say what it answers, and whose words.

Invariant: nothing here depends on any other claim; the marks are those of ``lexicon/discourse.toml``. A claim
points at other words exactly when it denies or withdraws; these may stand anywhere in the article.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.grammar.tree import NOMINAL, above, children, is_time, lemmas
from claimgraph.extract.grammar.verbs import is_negated
from claimgraph.extract.parse import Article
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.names import is_name_word, name_word
from claimgraph.model import Mark, Pointer, Proposition, Span

Words = Sequence[Token]
Piece = tuple[Span, ...]
UP = 5
"""Steps up the parse in which a name is in a phrase that says where."""
HEAD = 12
"""Tokens of a sentence before a claim in which a word of contrast sets it against what went before."""
FALSITY = ("falsity_adjectives", "falsity_of_claims", "falsity_nouns")
"""The lists of ``lexicon/denials.toml`` that call something said false."""
NOUNS = ("figure", "charge", "report")
"""By what a denial may call another's words (``lexicon/discourse.toml``)."""
SAYING_NOTHING = 1
"""Terms a bare denial may have beside its denying words: the name of whose words they are."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a claim stands, in paragraphs of its source and sentences of its paragraph, and its marks."""

    paragraph: int
    sentence: int
    names: tuple[str, ...]
    places: tuple[str, ...]
    marks: tuple[Mark, ...]


def telling(article: Article, attribution: Attribution, content: Piece) -> Telling:
    """Return how one piece of an attribution's content is told."""
    home = article.paragraph_at(content[0][0])
    parts = (content, attribution.cue, attribution.source)
    tokens, cue, source = (article.tokens(*spans) for spans in parts)
    return Telling(
        paragraph=home.index if home is not None else 0,
        sentence=_sentence(tokens),
        names=tuple(dict.fromkeys(_names(tokens))),
        places=tuple(dict.fromkeys(_names(token for token in tokens if _says_where(token)))),
        marks=tuple(_marks(tokens, cue, source, (article.source.published.date or "")[:4])),
    )


def content_terms(article: Article, content: Iterable[Span]) -> tuple[str, ...]:
    """Return the lemmas that say what the content is about, each once, in text order."""
    terms = (_singular(token) for token in article.tokens(*content) if has_meaning(token))
    return tuple(
        dict.fromkeys(term for term in terms if len(term) > 1 and term not in words("generic", "terms"))
    )


def has_meaning(token: Token) -> bool:
    """Tell whether a word says what something is about."""
    model = any(map(str.isdigit, token.text)) and any(map(str.isalpha, token.text))  # "MiG-29"
    return (model or token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}) and not token.is_stop


def _singular(token: Token) -> str:
    """Return the lemma, with the plural of a name taken off ("two Boeings")."""
    word = token.lemma.strip("’'\".,-")
    plural = token.tag_ in {"NNPS", "NNS"} and word == token.lower_ and len(word) > 4
    return word.removesuffix("s") if plural else word


def _sentence(tokens: Sequence[Token]) -> int:
    """Return how many sentences of the paragraph begin before the claim's own."""
    first = tokens[0]
    return sum(1 for token in first.doc[: first.i + 1] if token.is_sent_start) - 1


def _names(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        people = token.pos_ == "ADJ" and not token.is_sent_start  # "Armenian" soldiers
        if (token.pos_ == "PROPN" or people) and is_name_word(token.text):
            yield name_word(token.text)


def _says_where(token: Token) -> bool:
    """Tell whether a word stands in a phrase that says where: "in the town of X", "on the road to X"."""
    where, named = words("discourse", "where"), token
    for _ in range(UP):
        link = token.head
        if token.dep_ == "pobj" and _is_placing(link, token):
            return not is_time(named) and token.lemma not in words("generic", "calendar")
        through = token.dep_ in {"compound", "prep", "conj", "appos", "nmod"}
        if not through and (token.dep_ != "pobj" or link.lower_ not in where | {"of", "on", "like", "as"}):
            return False
        token = link
    return False


def _is_placing(link: Token, thing: Token) -> bool:
    """Tell whether a preposition says where something is: "in the town", "along the coast", "road to"."""
    word, of = link.lower_, above(link, "prep")
    along = word in words("discourse", "along") and thing.lemma in words("discourse", "grounds")
    leads = word in words("discourse", "leading") and of.lemma in words("discourse", "ways")
    north = word == "of" and of.lower_ in words("discourse", "directions")
    return along or leads or north or word in words("discourse", "where")


def _marks(tokens: Words, cue: Words, source: Words, year: str) -> Iterator[Mark]:
    """Yield the marks in the order of their names."""
    said = [token.lower_ for token in tokens if not token.is_punct]
    forms = lemmas(tokens) | set(said)
    answers: tuple[tuple[Mark, bool], ...] = (
        ("again", _holds(forms, "again")),
        ("attacks", _cued(cue, "attacks")),
        ("responds", _cued(cue, "responds")),
        ("anaphoric", _holds(said[:1], "anaphoric")),
        ("back", _holds(forms, "back")),
        ("blanket", not words("generic", "blanket").isdisjoint(said)),
        ("calls false", _calls_false(tokens)),
        ("compared", any(map(_is_long_before, tokens, tokens[1:]))),
        ("contrast", _is_set_against(tokens, cue)),
        ("negative", _holds(said, "negative")),
        ("other year", any(_is_other_year(token.text, year) for token in tokens)),
        ("overall", _holds(forms, "overall") or (_holds(forms, "country") and _holds(forms, "all_of"))),
        ("own words", _holds(said, "own_words")),
        ("question", "?" in [token.text for token in tokens]),
        ("sample", _holds(lemmas(tokens), "sample") or _is_sample(cue, source)),
        ("unknowing", any(map(_leaves_open, tokens))),
    )
    yield from (mark for mark, held in answers if held)


def with_pairs(forms: Iterable[str]) -> set[str]:
    """Return words, and each two that follow each other as one."""
    said = list(forms)
    return {*said, *map(" ".join, pairwise(said))}


def _holds(said: Iterable[str], name: str) -> bool:
    return not words("discourse", name).isdisjoint(said)


def _calls_false(tokens: Sequence[Token]) -> bool:
    labelled = not words("acts", "label").isdisjoint(lemmas(tokens))
    said = (token for token in tokens if token.pos_ in {*NOMINAL, "ADJ"} and (labelled or _is_said(token)))
    described = lemmas(said)
    return any(not words("denials", name).isdisjoint(described) for name in FALSITY)


def _is_said(word: Token) -> bool:
    """Tell whether a word can be what a statement is called: no "wrong turn", no "storm of speculation"."""
    above_it = word.head
    if word.dep_ == "amod":
        return above_it.lemma in words("denials", "claim_nouns")
    return word.dep_ != "pobj" or above_it.head.pos_ not in NOMINAL


def _is_sample(cue: Sequence[Token], source: Sequence[Token]) -> bool:
    """Tell whether a poll or a share of many speaks: "a survey found", "one in three say"."""
    share = any(one.like_num and two.lower_ in {"in", "out"} for one, two in pairwise(source))
    said = lemmas((*cue, *source))
    return share or _holds(said, "sample") or _holds(said, "share")


def _is_other_year(text: str, published: str) -> bool:
    """Tell whether a token is a year before that of the article."""
    return len(text) == len("2016") and text.isdigit() and "1500" < text < (published or text)


def _is_long_before(span: Token, token: Token) -> bool:
    """Tell whether two words say how long before the news something was: "a year earlier"."""
    before = token.lower_ in words("discourse", "before")
    return before and span.lemma in words("discourse", "long_spans")


def _leaves_open(token: Token) -> bool:
    """Tell whether a word only denies that it is known: "does not know why", "no immediate reports"."""
    if token.lower_ == "no":
        return any(one.lower_ in words("discourse", "so_far") for one in token.head.children)
    asked = (one for clause in children(token, "ccomp", "xcomp", "advcl") for one in clause.subtree)
    told = token.lemma in words("discourse", "knowing") and is_negated(token)
    return told and next((one.lower_ for one in asked), "") in words("discourse", "asked")


def _cued(cue: Sequence[Token], name: str) -> bool:
    """Tell whether a cue is one of these verbs, with or without its particle."""
    return _holds(with_pairs(one.lemma for one in cue), name)


def _is_set_against(tokens: Sequence[Token], cue: Sequence[Token]) -> bool:
    """Tell whether a claim or its cue holds a word of contrast, or its sentence opens with one."""
    first = min((*tokens, *cue), key=lambda token: token.i)
    opening = first.doc[first.sent.start : min(first.i, first.sent.start + HEAD)]
    return _holds([token.lower_ for token in (*cue, *opening, *tokens)], "contrast")


def read_pointer(
    article: Article, denial: Span | None, cue: Span | None, content: Piece, told: Sequence[Proposition]
) -> Pointer | None:
    """Return how a claim answers another's words, or None when it says its own."""
    cue_words, tokens = article.tokens(*([cue] if cue is not None else [])), article.tokens(*content)
    withdrawn = not with_pairs(one.lemma for one in cue_words).isdisjoint(words("accounts", "retracting"))
    span = denial or (cue if withdrawn else None)
    if span is None:
        return None
    denying = article.tokens(span)
    return Pointer(
        words=span,
        stance="takes back" if withdrawn else "denies",
        bare=_is_bare([token for token in tokens if token not in denying], told),
        explicit=not with_pairs(one.lemma for one in (*denying, *cue_words)).isdisjoint(_denying()),
        noun=_noun(tokens),
    )


@cache
def _denying() -> frozenset[str]:
    """Return the words and phrases that make a denial plain: "denied", "a lie", not "not" alone."""
    cues, lists = table("acts")["cues"], (*FALSITY, "truth_nouns")
    listed = {*cues["deny"], *cues["deny_claims"], "guilty", "plead", "such"}
    return words("generic", "blanket").union(listed, *(words("denials", name) for name in lists))


def _is_bare(beside: Iterable[Token], propositions: Sequence[Proposition]) -> bool:
    """Tell whether a denial says nothing beside: no deed of its own and hardly a word with meaning."""
    told = {one.lemma for one in propositions if not one.background and not one.answers}
    empty = [words("generic", name) for name in ("claim_nouns", "nouns", "terms")]
    if told.difference(_denying(), *empty):
        return False
    said = lemmas(filter(has_meaning, beside))
    return len(said.difference(_denying(), *empty)) <= SAYING_NOTHING


def _noun(tokens: Sequence[Token]) -> str | None:
    """Return what kind of words the claim names: a figure ("a report on the toll"), a charge or a report."""
    named = lemmas(token for token in tokens if token.pos_ == "NOUN")
    return next((kind for kind in NOUNS if not named.isdisjoint(words("discourse", kind))), None)
