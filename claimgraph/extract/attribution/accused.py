"""Whoever "is accused of" something does not say it, nor does a court that "heard that": nobody is named.

The network often takes these for the speaker. The words that name the one accused belong to what
is claimed.
"""

from dataclasses import replace

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import Article
from claimgraph.lexicon import words


def unspoken(article: Article, one: Attribution) -> Attribution:
    """Return an attribution without its source where that is accused, or only hears."""
    if one.head == "hear" and _hears(article, one):
        return replace(one, source=())
    accusing = words("cues", "accuses_in_passive")
    if one.head not in accusing or not one.source or not one.content:
        return one
    verbs = [token for span in one.cue for token in article.tokens(span) if token.lemma_ in accusing]
    if not verbs or verbs[-1].tag_ != "VBN":
        return one
    verb = verbs[-1]
    by = any(child.dep_ == "agent" for child in verb.children)
    done = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    bare = verb.dep_ in {"acl", "relcl"} and not any(
        child.dep_ in {"nsubj", "aux"} for child in verb.children
    )
    if by or not (done or bare) or max(end for _, end in one.source) > one.cue[-1][0]:
        return one
    return replace(one, source=(), content=tuple(sorted((*one.source, *one.content))))


def _hears(article: Article, one: Attribution) -> bool:
    """Tell whether a court, an inquest or a panel is told something: "The jury heard that"."""
    heads = [token.lemma_.lower() for span in one.source for token in article.tokens(span)]
    return bool(heads) and heads[-1] in words("cues", "hearing")
