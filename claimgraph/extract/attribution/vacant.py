"""Attributions that hold no statement: terms of the talk, silence, and what only announces other words.

"The doctor asked not to be named", "the firm said nothing about the seventh man", "the minister failed to
mention the leak", "the paper did not say how it got the tape" and "the farmer tells a different tale" have a
speaker and a verb of saying; printed as words of the speaker they would mislead.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution, cue_verb
from claimgraph.extract.grammar.sentences import is_word, roots
from claimgraph.extract.grammar.tree import above, children, has, lemma
from claimgraph.extract.grammar.verbs import is_finite, is_infinitive, is_passive
from claimgraph.extract.parse import Article
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIGHT = frozenset({"DET", "PRON", "ADV", "ADP", "PART"})


def is_vacant(article: Article, one: Attribution) -> bool:
    """Tell whether what an attribution holds states nothing, of the world or of anybody's wish for it."""
    said = [token for token in article.tokens(*one.content) if is_word(token)]
    verb = cue_verb(article, one)
    if _is_left_unsaid(verb) or _is_left_open(verb, said):
        return True
    if not said or any(map(is_finite, said)):
        return False
    tops = roots(said)
    return _announces(said) or (len(tops) == 1 and (_is_term(tops[0]) or _is_of_nothing(tops[0])))


def _is_left_unsaid(verb: "Token | None") -> bool:
    """Read "failed to mention the leak": it is not what was said."""
    return verb is not None and verb.dep_ == "xcomp" and lemma(verb.head) in words("cues", "leaving_unsaid")


def _is_left_open(verb: "Token | None", said: "list[Token]") -> bool:
    """Read "did not say how it got the tape": a question that is left open states nothing."""
    silent = verb is not None and (has(verb, "neg") or has(verb.head, "neg"))
    return silent and bool(said) and said[0].lower_ in words("discourse", "asked")


def _is_term(verb: "Token") -> bool:
    """Read "asked not to be named", "requesting anonymity": on what terms somebody talks."""
    if lemma(verb) in words("cues", "secrecy"):
        return True
    named = lemma(verb) in words("cues", "naming") and is_passive(verb)
    return named and is_infinitive(verb) and not children(verb, "nsubjpass", "agent")


def _is_of_nothing(top: "Token") -> bool:
    """Read "said nothing about the seventh man": what is kept silent about is not what is said."""
    preposition = above(top, "conj").head if top.dep_ in ("pobj", "conj", "pcomp") else top
    silent = preposition.head if preposition.dep_ == "prep" else top
    return (
        silent.lower_ in words("cues", "silence") and silent.dep_ == "dobj" and bool(children(silent, "prep"))
    )


def _announces(said: "list[Token]") -> bool:
    """Read "told it another way", "published its first story": only the words that follow state something."""
    differing = [token for token in said if token.lower_ in words("cues", "differing")]
    own = said[0].tag_ == "PRP$" and len(said) > 1 and lemma(said[0].head.head) in words("cues", "publishing")
    rest = [token for token in said if token not in differing and token.pos_ not in {*_LIGHT, "ADJ"}]
    return (bool(differing) or own) and all(lemma(token) in words("cues", "tellings") for token in rest)
