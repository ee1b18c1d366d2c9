"""What the article says in its own voice: figures, events and caveats nobody else is credited with.

Kept are sentences and clauses outside every attribution that can be checked: they count
something, tell an event that happened, pass on what unnamed others say ("reportedly"), or say
what could not be verified. Questions, orders, plans and background without either are left out.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.caveat_words import is_caveat
from claimgraph.extract.clauses import clauses
from claimgraph.extract.events import event_words
from claimgraph.extract.hedges import measures_time
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.predicates import (
    FINITE_TAGS,
    SUBJECTS,
    Predicate,
    in_quotation,
    is_finite,
    is_word,
    main_verbs,
    read_predicate,
    sentences,
    tokens_inside,
)
from claimgraph.lexicon import table, words
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "own voice"
SHORTEST = 3
"""Words a piece must have."""
UNREAL_MODALS = frozenset(
    {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought"}
)
HEADLINE_PASSIVES = frozenset({"VBN", "VBD", "VBZ", "VBP"})


def own_voice(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the article's own statements, without source or cue, in text order.

    Args:
        article: the parsed source.
        attributions: everything attributed to somebody; what they cover is theirs.
    """
    taken = [
        span for found in attributions for span in (*found.content, *found.cue, *found.source, *found.via)
    ]
    pieces: dict[tuple[Span, ...], Attribution] = {}
    touching: dict[int, list[Span]] = {}
    for span in taken:
        for paragraph in article.overlapping(span):
            touching.setdefault(paragraph.index, []).append(span)
    for paragraph in article.paragraphs:
        near = touching.get(paragraph.index, [])
        for piece in _pieces(article, paragraph, near):
            tokens = tokens_inside(paragraph, piece)
            if _is_statement(tokens, paragraph):
                pieces.setdefault(piece, Attribution((), (), piece, "", RULE))
    return [pieces[piece] for piece in sorted(pieces)]


def _pieces(article: Article, paragraph: Paragraph, taken: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Yield the free clauses of a paragraph: whole ones, else the free subordinate ones inside."""
    attributed = {token.i for span in taken for token in paragraph.tokens(*span)}
    for sentence in sentences(article, ((paragraph.start, paragraph.end),)):
        whole = paragraph.span(sentence)
        if _is_question(sentence):
            continue
        if is_caveat(sentence) and not _touches((whole,), taken):
            yield from [tuple(span for piece in clauses(article, (whole,)) for span in piece)]
            continue
        for piece in clauses(article, (whole,)):
            if not _touches(piece, taken):
                if not _touches((whole,), taken) or _has_subject(paragraph, piece):
                    yield piece
            else:
                yield from _subordinate(paragraph, piece, attributed)


def _has_subject(paragraph: Paragraph, piece: tuple[Span, ...]) -> bool:
    """Tell whether a clause beside an attribution has its own subject, and is not the statement's rest."""
    inside = tokens_inside(paragraph, piece)
    return any(
        child.dep_ in SUBJECTS and child in inside for verb in main_verbs(inside) for child in verb.children
    )


def _subordinate(
    paragraph: Paragraph, piece: tuple[Span, ...], attributed: set[int]
) -> Iterator[tuple[Span, ...]]:
    """Yield coordinate clauses, and subordinate ones with a figure, outside their sentence's attribution."""
    for token in tokens_inside(paragraph, piece):
        if (
            token.dep_ not in {"advcl", "conj"}
            or not is_finite(token)
            or not any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
        ):
            continue
        held = [below for below in token.subtree if below.i not in attributed]
        held = [below for below in held if below.dep_ != "mark" or below.head != token]
        run = _run_around(token, held)
        if len(run) >= SHORTEST and (token.dep_ == "conj" or has_figure(run)) and token.i not in attributed:
            yield (paragraph.span(run),)


def _run_around(token: "Token", held: "Sequence[Token]") -> "list[Token]":
    """Return the unbroken run of tokens around one, without punctuation at its edges."""
    indices = {below.i for below in held}
    low = high = token.i
    while low - 1 in indices:
        low -= 1
    while high + 1 in indices:
        high += 1
    run = [token.doc[index] for index in range(low, high + 1)]
    while run and not is_word(run[-1]):
        run.pop()
    while run and not is_word(run[0]):
        run.pop(0)
    return run


def _touches(piece: Sequence[Span], taken: Sequence[Span]) -> bool:
    return any(start < end_b and end > start_b for start, end in piece for start_b, end_b in taken)


def _is_question(sentence: "Sequence[Token]") -> bool:
    return any(token.text == "?" for token in sentence[-2:])


def _is_statement(tokens: "list[Token]", paragraph: Paragraph) -> bool:
    """Tell whether a piece can be checked: a caveat, a figure, or an event that happened."""
    if sum(is_word(token) for token in tokens) < SHORTEST:
        return False
    if is_caveat(tokens):
        return True
    if in_quotation(next(token for token in tokens if is_word(token))):
        return False
    verbs = main_verbs(tokens)
    if not verbs:
        return paragraph.kind != "body" and has_figure(tokens)
    predicate = read_predicate(verbs[0])
    if _is_order(predicate, tokens):
        return False
    if has_figure(tokens):
        return predicate.modal is None or predicate.perfect
    if _is_hearsay(predicate):
        return True
    return _tells_event(predicate, tokens, headline=paragraph.kind != "body")


def has_figure(tokens: "Sequence[Token]") -> bool:
    """Tell whether something is counted: a number with a noun, or "dozens", "hundreds"."""
    return any(_counts(token) for token in tokens)


def _counts(token: "Token") -> bool:
    if token.lower_ in {"dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens"}:
        return True
    if not token.like_num or token.tag_ != "CD" or measures_time(token):
        return False
    counted = token.dep_ in {"nummod", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "quantmod", "compound"}
    named = token.head.pos_ == "PROPN" or (
        token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.dep_ != "nummod"
    )
    headline = token.dep_ == "ROOT" and any(child.dep_ in {"amod", "acl"} for child in token.children)
    return headline or (counted and not named)


def _is_order(predicate: Predicate, tokens: "Sequence[Token]") -> bool:
    """Tell whether the piece is an order or a fragment: a bare verb without a subject."""
    bare = predicate.verb.tag_ == "VB" and predicate.modal is None
    return predicate.subject is None and (bare or predicate.verb.i == tokens[0].i)


def _tells_event(predicate: Predicate, tokens: "Sequence[Token]", *, headline: bool) -> bool:
    """Tell whether the main clause, or one it carries, tells an event of a known type as fact."""
    if predicate.modal in UNREAL_MODALS and not predicate.perfect:
        return False
    verb = predicate.verb
    if not is_finite(verb) and not (headline and verb.tag_ in HEADLINE_PASSIVES):
        return False
    nouns = {child for child in verb.children if child.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}}
    known_nouns = any(noun.lemma_.lower() in event_words()[1] for noun in nouns)
    typed = (
        _is_typed(verb)
        or known_nouns
        or any(_is_typed(child) for child in verb.children if child.dep_ == "xcomp")
    )
    if predicate.subject is not None and _is_unharmed(verb):
        return True
    if not typed or predicate.subject is None:
        return False
    habitual = verb.tag_ in {"VBZ", "VBP"} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return headline or not habitual or any(token.tag_ in FINITE_TAGS - {"VBZ", "VBP"} for token in tokens)


def _is_unharmed(verb: "Token") -> bool:
    """Tell whether a clause says that something came through: "the town was undamaged"."""
    unharmed = table("questions")["damage"]["answers"]["undamaged"]["said"]
    said = (verb, *(child for child in verb.children if child.dep_ in {"acomp", "attr", "oprd"}))
    return any(token.lower_ in unharmed for token in said)


def _is_hearsay(predicate: Predicate) -> bool:
    """Tell whether the clause passes on as a fact what unnamed others say ("was reportedly aiming at")."""
    verb = predicate.verb
    return (
        predicate.subject is not None
        and predicate.modal is None
        and is_finite(verb)
        and any(child.lower_ in words("hedges", "hearsay") for child in verb.children)
    )


def _is_typed(verb: "Token") -> bool:
    verbs = event_words()[0]
    lemma = verb.lemma_.lower()
    particles = [
        f"{lemma} {child.lower_}" for child in verb.children if child.dep_ in {"prt", "prep", "advmod"}
    ]
    return lemma in verbs or any(pair in verbs for pair in particles)


__all__ = ["has_figure", "own_voice"]
