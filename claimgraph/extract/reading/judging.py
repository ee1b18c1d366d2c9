"""Judgements of worth: nobody can be shown to be wrong about them."""

from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import COMPLEMENTS, child, children, lemma
from claimgraph.extract.reading.vocabulary import harmful_nouns
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def judges(verb: "Token") -> bool:
    """Tell whether a copula carries a judgement: "is not fair", "was the worst year", "is at its worst"."""
    if lemma(verb) not in words("acts", "judging"):
        return False
    said = children(verb, *COMPLEMENTS)
    said += [below for one in children(verb, "prep") if one.lower_ == "at" and (below := child(one, "pobj"))]
    return any(_is_judgement(word) for word in said)


def _is_judgement(word: "Token") -> bool:
    adjectives = words("acts", "evaluative_adjectives")
    if {lemma(word), word.lower_} & adjectives:
        return True
    superlative = any(
        one.tag_ == "JJS" and {one.lower_, lemma(one)} & adjectives for one in children(word, "amod")
    )
    noun = word.pos_ == "NOUN" and lemma(word) in words("acts", "evaluative_nouns")
    return noun or (superlative and lemma(word) not in harmful_nouns())
