"""Contents that run on: what one says begins behind the hearer, and ends where another speaks.

"The army said four had died, but the rebels put the figure at thirty": the second clause is no word of
the army's. It is told apart from "the army said that the rebels put it at thirty" by the parse alone: its
verb stands beside the first verb, not below it. So does that of a sentence in which somebody speaks only by
the way.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claimgraph.extract.attribution.spans import Attribution, cue_verb, shared, trimmed, without
from claimgraph.extract.grammar.nouns import RELATIVE
from claimgraph.extract.grammar.sentences import is_quote, roots
from claimgraph.extract.grammar.tree import ANY_SUBJECT, AUXILIARIES, above, child, children, following, has
from claimgraph.extract.grammar.verbs import is_finite
from claimgraph.extract.parse import Article
from claimgraph.extract.quotes import MARKS
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words

_QUOTED = re.compile(r"[“\"][^“”\"]*[.,!?…][”\"](?=[^“”\"]*\w)(?![^“”\"]*[“”\"])")
"""A quotation with words behind it that hold no further mark."""


def with_ends(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions, each without the clauses beside it that others, or the writer, tell."""
    return [_begun(article, _within_clause(article, _ended(article, one, found))) for one in found]


def _within_clause(article: Article, one: Attribution) -> Attribution:
    """Leave out what is told of who speaks: "Roe, who said he fell | died", "his claim that it fell | is"."""
    cue = article.tokens(*one.cue)[-1]
    said = [token for token in article.tokens(*one.content) if token.lower_ not in RELATIVE]
    for below, main in pairwise((cue, *cue.ancestors)):
        who = child(main, *ANY_SUBJECT)
        apart = cue.pos_ == "NOUN" or cue.dep_ == "relcl" or below.right_edge.text == ","
        paragraph = article.paragraph_at(one.content[-1][0]) if apart and main in said else None
        if paragraph and who is not None and who.i <= cue.i < said[0].i <= below.right_edge.i:
            rest = (paragraph.span([below.right_edge])[1], one.content[-1][1])
            return replace(one, content=trimmed(article.source.text, without(one.content, rest)))
    return one


def _begun(article: Article, one: Attribution) -> Attribution:
    """Leave out who is told, or of whom: "persuade voters | that it works", "added of Roe | : “He lied”"."""
    start, said = one.content[0][0], article.tokens(*one.content)
    apart = said[0].lower_ == "without" and said[0].head == cue_verb(article, one)
    that = next((token for token in said if token.lower_ == "that"), None) if apart else None
    first = (
        _behind_hearer(roots(said)) if that is None else that.nbor()
    )  # "without giving proof that | he lied"
    paragraph = article.paragraph_at(start)
    if first is None or paragraph is None:
        return _closed(article, one)
    return replace(one, content=without(one.content, (start, paragraph.start + first.idx)))


def _behind_hearer(tops: list[Token]) -> Token | None:
    """Return where what is said begins, if its hearer stands before: "told Roe | he", "asked us | why"."""
    hearer, asking = tops[0], words("grammar", "asking")
    told = next((top for top in tops[1:] if top.dep_ == "ccomp" and is_finite(top)), None)
    if told is None or hearer.dep_ not in {"dobj", "dative", "pobj"}:
        return None
    if hearer.left_edge.lower_ in asking or hearer.lemma in table("cues")["nouns"]["reference"]:
        return None  # "asked what tools he had", "rejected the claim that"
    first = told.left_edge
    first = first.nbor(-1) if first.i and following(first, -1) in MARKS else first
    addressed = hearer.head.lemma in table("cues")["verbs"]["addressed"] and told.head == hearer.head
    return first if addressed or first.lower_ in asking or is_quote(first) else None


def _closed(article: Article, one: Attribution) -> Attribution:
    """Leave out the speaker behind a quotation: "“Resign!” | the mayor's rival, Ada Roe, wrote"."""
    (start, end), text = one.content[-1], article.source.text
    quoted = _QUOTED.match(text, start, end)
    behind = min((span[0] for span in (*one.source, *one.cue) if span[0] >= end), default=None)
    if quoted is None or behind is None or text[end:behind].strip(" ,"):
        return one
    return replace(one, content=(*one.content[:-1], (start, quoted.end())))


def _ended(article: Article, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    inside = [other for other in found if _stands_inside(other, one)]
    verb = cue_verb(article, one)
    if verb is None:
        return one
    for other in inside:
        beside = cue_verb(article, other)
        if beside is None or not _speaks_beside(article, other, beside, verb):
            continue
        start = _start_of(article, other, beside)
        begins = tuple(
            span for span in one.content if span[0] < start
        )  # what is said before the other speaks
        one = replace(one, content=without(begins, (start, one.content[-1][1]))) if begins else one
    return one


def _start_of(article: Article, one: Attribution, verb: Token) -> int:
    """Return where the clause begins in which somebody speaks, with the "while" before it."""
    start = min(first for first, _ in one.source)
    paragraph = article.paragraph_at(start)
    if paragraph is None or verb.dep_ != "advcl":
        return start
    return min(start, paragraph.start + verb.left_edge.idx)


def _stands_inside(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether somebody speaks inside what another is said to say."""
    inside = inner.source and shared(inner.source, outer.content) == shared(inner.source, inner.source)
    return bool(inside and shared(inner.cue, outer.content))


def _speaks_beside(article: Article, other: Attribution, beside: Token, verb: Token) -> bool:
    """Tell whether a verb of saying is joined to another as its equal, with a subject of its own."""
    named = {token.i for token in article.tokens(*other.source)}
    own = any(subject.i in named for subject in children(beside, *ANY_SUBJECT))
    if not own:
        return False
    if above(beside, "conj") is above(verb, "conj"):
        return True
    first, marks = above(beside, "conj", "advcl"), {one.lower_ for one in children(beside, "mark")}
    apart = marks <= words("discourse", "contrast") if beside.dep_ == "advcl" else not marks
    plain = has(beside, "ccomp") and not has(beside, *AUXILIARIES)
    return apart and plain and verb in (first, first.head)
