"""Split what is said into claims: one per sentence, and one per clause that can be denied alone.

Invariant: the pieces are in text order, do not overlap, and together hold every word of
the content except words that only join them ("and", "that") and punctuation at the edges.
"""

from collections.abc import Sequence
from itertools import takewhile

from claimgraph.extract.grammar.sentences import SENTENCE_ENDS, is_quote, is_word, main_verbs, sentences
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    VERBAL,
    children,
    following,
    has,
    positions,
)
from claimgraph.extract.grammar.verbs import FINITE_TAGS, is_finite, is_verbal
from claimgraph.extract.parse import Article
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.model import Span

EDGE_PUNCTUATION = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "…", "...", "(", "[", "!", "•", "*"})
JOINING_WORDS = frozenset({"and", "but", "or", "yet", "&"})
CLOSERS = {")": "(", "]": "["}
_SUBJECTS = (*ANY_SUBJECT, "expl")


def clauses(article: Article, content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """Return the claims inside one attribution's content, each as spans of the source's text."""
    pieces = [piece for sentence in sentences(article, content) for piece in _split(sentence)]
    return [span for piece in _join_scraps(pieces) if (span := _spans(piece, content))]


def _split(sentence: list[Token]) -> list[list[Token]]:
    """Cut one sentence before each further clause that can be denied alone; "nor" is of the clause."""
    doc, cuts = sentence[0].doc, _cuts(sentence)
    cuts = {place - 1 if following(doc[place], -1) == "nor" else place for place in cuts}
    cuts = {_before_subject(doc[place], sentence[0].i) for place in cuts}
    pieces: list[list[Token]] = [[]]
    for token in sentence:
        if token.i in cuts and pieces[-1]:
            pieces.append([])
        pieces[-1].append(token)
    return pieces


def _before_subject(token: Token, first: int) -> int:
    """Return where to cut, so that no verb is parted from its subject: "and rushing it out | was proof".

    That is behind the joining word before, or nowhere (where the sentence begins) if there is none.
    """
    backwards = list(reversed(token.doc[first : token.i]))
    before = next((one for one in backwards if not is_quote(one)), None)
    joined = before is None or before.lower_ in {*JOINING_WORDS, "nor", "that"} or before.is_punct
    if joined or token.tag_ not in FINITE_TAGS:
        return token.i
    subject = list(takewhile(lambda one: one.lower_ not in JOINING_WORDS, backwards))
    inverted = token.i + 1 < len(token.doc) and token.nbor().dep_ in _SUBJECTS  # "should he leave"
    return first if inverted or not _is_subject(subject) else subject[-1].i


def _is_subject(backwards: Sequence[Token]) -> bool:
    """Tell whether the words before a verb, the last first, can be its subject."""
    first = backwards[-1]
    return first.pos_ != "ADP" and first.tag_ != "VBN" and not any(map(is_finite, backwards))


def _cuts(sentence: list[Token]) -> set[int]:
    """Return the positions where further clauses begin."""
    inside, verbs = positions(sentence), main_verbs(sentence)
    cuts = {_left_edge(verb, inside) for verb in verbs[1:]}
    cuts |= {token.i for token in sentence[1:] if _opens_another(token) or _follows_semicolon(token)}
    return cuts.union(*(_cuts_under(verb, inside) for verb in verbs))


def _opens_another(that: Token) -> bool:
    """Tell whether "and that" begins a further clause, wherever the parser hung it."""
    opens = that.lower_ == "that" and that.dep_ == "mark" and is_finite(that.head)
    return opens and following(that, -1) in JOINING_WORDS


def _follows_semicolon(token: Token) -> bool:
    """Tell whether a clause with a subject and tense of its own begins behind a semicolon."""
    if following(token, -1) != ";":
        return False
    clause = takewhile(lambda other: other.text not in {*SENTENCE_ENDS, ";"}, token.doc[token.i :])
    return any(other.dep_ in _SUBJECTS and is_finite(other.head) for other in clause)


def _left_edge(verb: Token, inside: set[int]) -> int:
    """Return where the words of a clause begin within the content."""
    return min(positions(verb.subtree) & inside)


def _cuts_under(head: Token, inside: set[int]) -> set[int]:
    """Return the positions where clauses coordinated with this one begin."""
    cuts: set[int] = set()
    for one in children(head, "conj", "ccomp"):
        if one.i in inside and is_verbal(one) and (one.dep_ == "conj" or _is_coordinate(one, head)):
            cuts |= _cuts_between(head, one, inside) | _cuts_under(one, inside)
    return cuts


def _cuts_between(head: Token, clause: Token, inside: set[int]) -> set[int]:
    """Return where the second of a clause and its equal begins; nowhere where that is no claim alone."""
    if clause.dep_ == "conj":
        return {_left_edge(clause, inside)} if _stands_alone(clause, head) else set()
    behind = {place for place in positions(head.subtree) & inside if place > clause.right_edge.i}
    return {min(behind)} if behind else set()


def _stands_alone(verb: Token, head: Token) -> bool:
    """Tell whether a coordinated verb makes a claim of its own; in "18 were killed and 35 injured" none does.

    It does with a subject or auxiliary of its own, behind a comma, or when the first alone is negated;
    the "not" of "did not buy or sell it" is of both.
    """
    if not is_finite(verb):
        return False
    if has(verb, *_SUBJECTS, *AUXILIARIES) or verb.pos_ == "AUX":
        return True
    negated = has(head, "neg")
    return (negated or _behind_comma(verb)) and not (negated and has(head, "cc", among={"or", "nor"}))


def _behind_comma(verb: Token) -> bool:
    """Tell whether ", and" stands before the clause of this verb."""
    start = verb.left_edge.i
    near = [token.lower_ for token in verb.doc[max(0, start - 4) : start] if not is_quote(token)]
    return near[-2:-1] == [","] and near[-1] in JOINING_WORDS


def _is_coordinate(clause: Token, head: Token) -> bool:
    """Tell whether a clause the parser hangs under another is really its equal ("A did X, B did Y")."""
    if not is_finite(clause) or not is_finite(head) or head.lemma in words("acts", "speech"):
        return False
    others = children(head, *_SUBJECTS)
    own = has(clause, *_SUBJECTS) and not has(clause, "mark")
    return own and clause.i < head.i and bool(others) and others[0].i > clause.right_edge.i


def _join_scraps(pieces: list[list[Token]]) -> list[list[Token]]:
    """Give pieces without a verb to the piece before them, or after them for the first."""
    joined: list[list[Token]] = []
    for piece in pieces:
        if joined and (_is_scrap(piece) or _is_scrap(joined[-1])):
            joined[-1] = joined[-1] + piece
        else:
            joined.append(piece)
    return joined


def _is_scrap(piece: Sequence[Token]) -> bool:
    said = [token for token in piece if is_word(token)]
    return len(said) == 1 or VERBAL.isdisjoint(token.pos_ for token in said)


def _spans(piece: list[Token], content: Sequence[Span]) -> tuple[Span, ...]:
    """Return the trimmed piece as spans, cut where the content itself is broken."""
    kept = _trim(piece)
    parts = [([one for one in kept if one.at < span[1] and one.until > span[0]], span) for span in content]
    parts = [(part, span) for part, span in parts if any(map(is_word, part))]
    if len(parts) > 1:
        parts = [(_trim(part, joins=False), span) for part, span in parts]
    return tuple((max(span[0], part[0].at), min(span[1], part[-1].until)) for part, span in parts)


def _trim(piece: list[Token], *, joins: bool = True) -> list[Token]:
    """Drop joining words (if asked), punctuation and unpaired quotation marks from both edges."""
    kept = list(piece)
    while kept and _is_loose(kept[0], kept[1:], joins=joins):
        kept.pop(0)
    while kept and _is_loose(kept[-1], kept[-2::-1], joins=joins):
        kept.pop()
    return kept


def _is_loose(token: Token, rest: list[Token], *, joins: bool) -> bool:
    """Tell whether a token at an edge is none of the claim; the rest begins beside it."""
    if is_quote(token):
        return not _is_paired(rest)
    if is_word(token):
        return joins and _only_joins(token, rest)
    opener = CLOSERS.get(token.text)
    return token.text in EDGE_PUNCTUATION or (opener is not None and opener not in [one.text for one in rest])


def _is_paired(rest: list[Token]) -> bool:
    """Tell whether a quotation has its other mark within the piece, and words on both sides of that."""
    marks = [place for place, token in enumerate(rest) if is_quote(token)]
    sides = (rest[: marks[0]], rest[marks[0] + 1 :]) if len(marks) % 2 else ((), ())
    return all(any(map(is_word, side)) for side in sides)


def _only_joins(token: Token, rest: list[Token]) -> bool:
    """Tell whether a word only joins what is said to what stands before it."""
    if token.lower_ == "that":
        return bool(rest) and (token.dep_ == "mark" or token.tag_ == "IN")
    return token.lower_ in JOINING_WORDS and (token.dep_ == "cc" or token.pos_ == "CCONJ")
