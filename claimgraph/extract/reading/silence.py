"""Attributions in which nobody speaks, or somebody leaves a thing unsaid or undone: nothing is stated there.

"The firm declined to build a smaller car", "the mayor refused to say who had paid", "the army did not
respond to questions about the raid" and "nor did he report that anybody had resigned" have a speaker and
something that looks like his words.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution, cue_verb
from claimgraph.extract.grammar.tree import children, following, lemma, lemmas
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article
from claimgraph.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token


def keeps_silent(article: Article, attribution: Attribution) -> bool:
    """Tell whether the speaker of an attribution would not, or did not, say or do what it holds."""
    verb, said = cue_verb(article, attribution), article.tokens(*attribution.content)
    if verb is None:
        return False
    undone = words("grammar", "leaving_undone")
    if lemma(verb) in undone:
        return _is_not_told(verb, said)
    if verb.dep_ == "xcomp" and lemma(verb.head) in undone:  # "declined to say who"
        return _is_silence(verb)
    own = [*article.tokens(*attribution.cue), *children(verb, "neg")]
    negatives, quite = words("grammar", "negatives"), words("grammar", "not_quite")
    negated = any(token.lower_ in negatives and following(token) not in quite for token in own)
    return negated and (lemma(verb) in words("cues", "merely_told") or _no_answer(verb, said))


def _is_not_told(verb: "Token", said: "list[Token]") -> bool:
    """Read "declined to build a smaller car", "declined to say who": a refusal to confirm tells something."""
    done = next((one for one in said if one.dep_ == "xcomp" and one.head.i == verb.i), None)
    cues = table("cues")["verbs"]
    telling = {*cues["clause"], *cues["object"], *words("cues", "stands")}
    return done is not None and (lemma(done) not in telling or _is_silence(done))


def _is_silence(refused: "Token") -> bool:
    """Tell whether nothing is told by who would not do a thing; who would not confirm one tells something."""
    return lemma(refused) in words("caveats", "refused") - words("caveats", "verify")


def _no_answer(verb: "Token", said: "list[Token]") -> bool:
    """Read "did not offer details", "has not answered questions about it"."""
    held = words("caveats", "given") | words("caveats", "requests") | words("caveats", "answers")
    answering = words("caveats", "give") | words("caveats", "silent")
    return lemma(verb) in answering and not any(map(is_finite, said)) and not held.isdisjoint(lemmas(said))


def is_nobodys(article: Article, attribution: Attribution) -> bool:
    """Read "no one knows what will come of it", "you never know": nobody says that."""
    source = [token.lower_ for token in article.tokens(*attribution.source)]
    alone = len(source) == 1 and source[0] in words("roles", "anybody")
    return alone or not {"no", "nobody", "none", "neither"}.isdisjoint(source[:1])
