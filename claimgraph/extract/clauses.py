"""Split what is said into claims: one per sentence, and one per clause that can be denied alone.

Invariant: the pieces are in text order, do not overlap, and together hold every word of
the content except words that only join them ("and", "that") and punctuation at the edges.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article
from claimgraph.extract.predicates import (
    SENTENCE_ENDS,
    SUBJECTS,
    is_finite,
    is_quote,
    is_verbal,
    is_word,
    main_verbs,
    sentences,
)
from claimgraph.lexicon import words
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

EDGE_PUNCTUATION = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "…", "...", "(", "[", "!", "•", "*"})
JOINING_WORDS = frozenset({"and", "but", "or", "yet", "&"})
CLOSERS = {")": "(", "]": "["}
OPENING_QUOTES = frozenset("“„«‘")


def clauses(article: Article, content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """Return the claims inside one attribution's content, each as spans of the source's text.

    Args:
        article: the parsed source.
        content: the words claimed, as they were found.
    """
    pieces: list[list[Token]] = []
    for sentence in sentences(article, content):
        pieces.extend(_split(sentence))
    hull = (min(start for start, _ in content), max(end for _, end in content)) if content else (0, 0)
    offsets = {id(p.doc): p.start for p in article.overlapping(hull)}
    spans = [_spans(piece, content, offsets) for piece in _join_scraps(pieces)]
    return [span for span in spans if span]


def _split(sentence: "list[Token]") -> "list[list[Token]]":
    """Cut one sentence before each further clause that can be denied alone."""
    inside = {token.i for token in sentence}
    roots = main_verbs(sentence)
    cuts = {_left_edge(root, inside) for root in roots[1:]}
    for root in roots:
        cuts |= _cuts_under(root, inside)
    cuts |= {token.i for token in sentence[1:] if _opens_another(token) or _follows_semicolon(token)}
    cuts = {cut - 1 if cut - 1 in inside and _negates(sentence, cut) else cut for cut in cuts}
    pieces: list[list[Token]] = [[]]
    for token in sentence:
        if token.i in cuts and pieces[-1]:
            pieces.append([])
        pieces[-1].append(token)
    return pieces


def _opens_another(that: "Token") -> bool:
    """Tell whether "and that" begins a further clause, wherever the parser hung it."""
    if that.lower_ != "that" or that.dep_ != "mark" or that.i == 0 or not is_finite(that.head):
        return False
    before = that.nbor(-1)
    return before.lower_ in JOINING_WORDS and before.i not in {child.i for child in that.head.children}


def _follows_semicolon(token: "Token") -> bool:
    """Tell whether a clause with a subject and tense of its own begins behind a semicolon."""
    if token.i == 0 or token.nbor(-1).text != ";":
        return False
    for other in token.doc[token.i :]:
        if other.text in SENTENCE_ENDS or other.text == ";":
            return False
        if other.dep_ in SUBJECTS and other.head.i >= token.i and is_finite(other.head):
            return True
    return False


def _negates(sentence: "list[Token]", cut: int) -> bool:
    """Tell whether the clause that begins at a cut is negated by the "nor" before it."""
    return any(token.i == cut - 1 and token.lower_ == "nor" for token in sentence)


def _left_edge(verb: "Token", inside: set[int]) -> int:
    """Return where the words of a clause begin within the content."""
    return min(token.i for token in verb.subtree if token.i in inside)


def _cuts_under(head: "Token", inside: set[int]) -> set[int]:
    """Return the positions where clauses coordinated with this one begin."""
    cuts: set[int] = set()
    for child in head.children:
        if child.i not in inside or not is_verbal(child):
            continue
        if child.dep_ == "conj" and child.i > head.i:
            if _stands_alone(child, head):
                cuts.add(_left_edge(child, inside))
            cuts |= _cuts_under(child, inside)
        elif child.dep_ in {"ccomp", "parataxis"} and _is_coordinate(child, head):
            after = [token.i for token in head.subtree if token.i > child.right_edge.i and token.i in inside]
            cuts |= {min(after)} if after and child.i < head.i else {_left_edge(child, inside)}
            cuts |= _cuts_under(child, inside)
    return cuts


def _stands_alone(verb: "Token", head: "Token") -> bool:
    """Tell whether a coordinated verb makes a claim of its own.

    It does with tense and a subject of its own; with an auxiliary of its own; behind a
    comma; or when only the first of the two is negated ("does not X and only does Y").
    A clause whose auxiliary is left out ("18 were killed and 35 injured") does not.
    """
    if not is_finite(verb):
        return False
    children = list(verb.children)
    if any(child.dep_ in SUBJECTS for child in children):
        return True
    if (
        any(child.dep_ in {"aux", "auxpass"} and child.dep_ != "neg" for child in children)
        or verb.pos_ == "AUX"
    ):
        return True
    negated = any(child.dep_ == "neg" for child in head.children)
    return negated or _behind_comma(verb)


def _behind_comma(verb: "Token") -> bool:
    """Tell whether ", and" (or a semicolon) stands before the clause of this verb."""
    position = verb.left_edge.i - 1
    joined = False
    while position >= 0:
        token = verb.doc[position]
        if token.lower_ in JOINING_WORDS:
            joined = True
        elif token.text in {",", ";"}:
            return joined or token.text == ";"
        elif not is_quote(token) and token.text not in {"(", ")"}:
            return False
        position -= 1
    return False


def _is_coordinate(child: "Token", head: "Token") -> bool:
    """Tell whether a clause the parser hangs under another is really its equal ("A did X, B did Y")."""
    if not is_finite(child) or not is_finite(head) or head.lemma_.lower() in words("acts", "speech"):
        return False
    own = [token for token in child.children if token.dep_ in SUBJECTS]
    others = [token for token in head.children if token.dep_ in SUBJECTS]
    if not own or not others or any(token.dep_ == "mark" for token in child.children):
        return False
    if child.i < head.i:
        return others[0].i > child.right_edge.i
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    return before.text in {";", ":", "—", "–"} and child.dep_ == "parataxis"


def _join_scraps(pieces: "list[list[Token]]") -> "list[list[Token]]":
    """Give pieces without a verb to the piece before them, or after them for the first."""
    joined: list[list[Token]] = []
    waiting: list[Token] = []
    for piece in pieces:
        if _is_scrap(piece):
            if joined:
                joined[-1] = joined[-1] + piece
            else:
                waiting += piece
        else:
            joined.append(waiting + piece)
            waiting = []
    return joined if not waiting else [*joined, waiting]


def _is_scrap(piece: "Sequence[Token]") -> bool:
    said = [token for token in piece if is_word(token)]
    return not any(token.pos_ in {"VERB", "AUX"} for token in said) or len(said) == 1


def _spans(piece: "list[Token]", content: Sequence[Span], offsets: dict[int, int]) -> tuple[Span, ...]:
    """Return the trimmed piece as spans, cut where the content itself is broken."""
    kept = _trim(piece)
    if not kept:
        return ()
    first, last = kept[0], kept[-1]
    start = offsets[id(first.doc)] + first.idx
    end = offsets[id(last.doc)] + last.idx + len(last)
    spans = [(max(s, start), min(e, end)) for s, e in content if s < end and e > start]
    parts = [[token for token in kept if _lies_in(token, span, offsets)] for span in spans]
    if sum(any(is_word(token) for token in part) for part in parts) > 1:
        parts = [_trim(part, joins=False) for part in parts]
    return tuple(
        _hull(part, span, offsets)
        for part, span in zip(parts, spans, strict=True)
        if any(is_word(token) for token in part)
    )


def _lies_in(token: "Token", span: Span, offsets: dict[int, int]) -> bool:
    start = offsets[id(token.doc)] + token.idx
    return start < span[1] and start + len(token) > span[0]


def _hull(part: "Sequence[Token]", span: Span, offsets: dict[int, int]) -> Span:
    """Return where the tokens stand, within the span: no white space is left at its edges."""
    first, last = part[0], part[-1]
    start = offsets[id(first.doc)] + first.idx
    end = offsets[id(last.doc)] + last.idx + len(last)
    return (max(span[0], start), min(span[1], end))


def _trim(piece: "list[Token]", *, joins: bool = True) -> "list[Token]":
    """Drop joining words (if asked), punctuation and unpaired quotation marks from both edges."""
    kept = list(piece)
    changed = True
    while kept and changed:
        changed = False
        if (joins or not is_word(kept[0])) and _goes_at_start(kept):
            kept, changed = kept[1:], True
        elif (joins or not is_word(kept[-1])) and _goes_at_end(kept):
            kept, changed = kept[:-1], True
    return kept


def _goes_at_start(kept: "list[Token]") -> bool:
    token = kept[0]
    if is_quote(token):
        return not _opens_inner_quote(kept)
    if token.text in CLOSERS or token.text in EDGE_PUNCTUATION:
        return True
    if token.lower_ in JOINING_WORDS and len(kept) > 1:
        return token.dep_ in {"cc", "punct"} or token.pos_ == "CCONJ"
    return token.lower_ == "that" and (token.dep_ == "mark" or token.tag_ == "IN") and len(kept) > 1


def _opens_inner_quote(kept: "list[Token]") -> bool:
    """Tell whether a quotation opens at the edge and closes before the end of the piece."""
    later = [position for position, token in enumerate(kept) if position and is_quote(token)]
    return bool(later) and any(is_word(token) for token in kept[later[0] :])


def _goes_at_end(kept: "list[Token]") -> bool:
    token = kept[-1]
    if token.text in OPENING_QUOTES or (is_quote(token) and len(kept) > 1 and is_quote(kept[-2])):
        return True
    if is_quote(token):
        return not _closes_inner_quote(kept)
    if token.text in CLOSERS:
        return not any(other.text == CLOSERS[token.text] for other in kept[:-1])
    if token.text in EDGE_PUNCTUATION:
        return True
    return token.lower_ in JOINING_WORDS and token.pos_ == "CCONJ"


def _closes_inner_quote(kept: "list[Token]") -> bool:
    """Tell whether the quotation that closes at the edge opened after the piece's first word."""
    earlier = [position for position, token in enumerate(kept[:-1]) if is_quote(token)]
    return len(earlier) % 2 == 1 and earlier[-1] > 0
