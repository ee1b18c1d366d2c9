"""What the article says in its own voice: figures, events and caveats nobody else is credited with.

Kept are sentences and clauses outside every attribution that can be checked: they count
something, tell an event that happened, pass on what unnamed others say ("reportedly"), or say
what could not be verified. Questions, orders, plans and background without either are left out.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from claimgraph.extract.attribution.spans import Attribution, shared
from claimgraph.extract.grammar.clauses import clauses
from claimgraph.extract.grammar.sentences import (
    in_quotation,
    is_question,
    is_word,
    main_verbs,
    sentences,
    tokens_inside,
)
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    children,
    has,
    has_word,
    lemmas,
    positions,
    run_around,
)
from claimgraph.extract.grammar.verbs import FINITE_TAGS, Predicate, is_finite, read_predicate
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import Quote, over_paragraphs
from claimgraph.extract.reading.caveat_words import read_caveats
from claimgraph.extract.reading.hedges import has_figure
from claimgraph.extract.reading.silence import seems_so
from claimgraph.extract.reading.vocabulary import is_typed
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.deeds import noun_types
from claimgraph.lexicon.harm import events_by_word
from claimgraph.model import Span

RULE = "own voice"
Piece = tuple[Span, ...]
SHORTEST = 3
"""Words a piece must have."""
_PRESENT = frozenset({"VBZ", "VBP"})


def own_voice(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Return the article's own statements, beside all attributions, without source, in text order.

    What it passes on from nobody it names ("reportedly") has that word for its cue, and no speaker.
    """
    touching: dict[int, list[Span]] = {}
    for found in attributions:
        for span in (*found.content, *found.cue, *found.source, *found.via):
            for paragraph in article.overlapping(span):
                touching.setdefault(paragraph.index, []).append(span)
    quoted = over_paragraphs([paragraph.text for paragraph in article.paragraphs])
    pieces = {
        piece
        for paragraph, quotes in zip(article.paragraphs, quoted, strict=True)
        for piece in _pieces(article, paragraph, tuple(touching.get(paragraph.index, ())))
        if _is_statement(tokens_inside(paragraph, piece), paragraph, quotes)
    }
    return [Attribution((), _hearsay(article, piece), piece, "", RULE) for piece in sorted(pieces)]


def _hearsay(article: Article, piece: Piece) -> Piece:
    """Return the adverb on the main verb that passes on what others say."""
    return tuple(
        paragraph.span([token])
        for paragraph in article.overlapping(piece[0])
        for verb in main_verbs(tokens_inside(paragraph, piece))
        for token in children(verb, "advmod")
        if token.lower_ in words("hedges", "hearsay")
    )[:1]


def _pieces(article: Article, paragraph: Paragraph, taken: Piece) -> Iterator[Piece]:
    """Yield the free clauses of a paragraph: whole ones, else the free subordinate ones inside."""
    attributed = positions(token for span in taken for token in paragraph.tokens(*span))
    for sentence in sentences(article, ((paragraph.start, paragraph.end),)):
        whole = (paragraph.span(sentence),)
        free = not shared(whole, taken)
        for piece in _cut(article, sentence, whole, free=free):
            inside = tokens_inside(paragraph, piece)
            if shared(piece, taken):
                yield from _subordinate(paragraph, inside, attributed)
            elif free or any(has(verb, *ANY_SUBJECT, "expl") for verb in main_verbs(inside)):
                yield piece  # beside an attribution only with its own subject, or it is the statement's rest


def _cut(article: Article, sentence: list[Token], whole: Piece, *, free: bool) -> list[Piece]:
    """Return the clauses of a sentence, a free one with a caveat as one piece; nothing of a question."""
    found = [] if is_question(sentence) else clauses(article, whole)
    joined = bool(found) and free and bool(read_caveats(sentence))
    return [tuple(chain.from_iterable(found))] if joined else found


def _subordinate(paragraph: Paragraph, inside: list[Token], attributed: set[int]) -> Iterator[Piece]:
    """Yield coordinate clauses, and subordinate ones with a figure, outside their sentence's attribution."""
    for verb in inside:
        if verb.dep_ in {"advcl", "conj"} and is_finite(verb) and has(verb, "nsubj", "nsubjpass"):
            kept = positions(verb.subtree) - attributed - positions(children(verb, "mark"))
            run = _worded(run_around(verb, kept)) if verb.i in kept else []
            if len(run) >= SHORTEST and (verb.dep_ == "conj" or has_figure(run)):
                yield (paragraph.span(run),)


def _worded(run: list[Token]) -> list[Token]:
    """Return a run without punctuation at its edges; nothing where it has no word."""
    words_at = [place for place, token in enumerate(run) if is_word(token)]
    return run[words_at[0] : words_at[-1] + 1] if words_at else []


def _is_statement(tokens: list[Token], paragraph: Paragraph, quotes: Sequence[Quote]) -> bool:
    """Tell whether a piece can be checked: a caveat, a figure, or an event that happened."""
    said = [token for token in tokens if is_word(token)]
    if len(said) < SHORTEST:
        return False
    first, third = said[0].idx, said[SHORTEST - 1].idx
    cited = in_quotation(said[0]) or any(one.start <= first and third < one.end for one in quotes)
    told = not cited and _tells(tokens, headline=paragraph.kind != "body")
    return told or bool(read_caveats(tokens))


def _tells(tokens: list[Token], *, headline: bool) -> bool:
    """Tell whether a piece holds a figure, passes on hearsay or tells an event; no order does."""
    verbs, figure = main_verbs(tokens), has_figure(tokens)
    if not verbs or (headline and verbs[0].tag_ == "VBG"):  # "Six dead off Oslo"; not "Ten things to know"
        return headline and figure and any(map(_names_event, tokens))
    predicate = read_predicate(verbs[0])
    if figure:
        ordered = predicate.subject is None and predicate.verb.tag_ == "VB"
        return predicate.modal is None and not ordered
    passed_on = has_word(predicate.verb, *words("hedges", "hearsay")) or seems_so(predicate.verb)
    hearsay = passed_on and predicate.modal is None
    return hearsay or _tells_event(predicate, tokens, headline=headline)


def _names_event(token: Token) -> bool:
    """Tell whether a word of a headline names a happening, or what befell those who are counted."""
    lists = (noun_types(), events_by_word()["nouns"], events_by_word()["states"])
    return is_typed(token) or any(token.lemma in one or token.lower_ in one for one in lists)


def _tells_event(predicate: Predicate, tokens: Sequence[Token], *, headline: bool) -> bool:
    """Tell whether the main clause, or one it carries, tells an event of a known type as fact."""
    verb = predicate.verb
    if predicate.subject is None or (predicate.modal is not None and not predicate.perfect):
        return False
    finite, tags = is_finite(verb), {token.tag_ for token in tokens}
    past = verb.tag_ not in _PRESENT or not tags.isdisjoint(FINITE_TAGS - _PRESENT)
    happened = finite or verb.tag_ == "VBN" if headline else finite and past
    return happened and _is_known(verb)


def _is_known(verb: Token) -> bool:
    """Tell whether a verb, its infinitive or its noun is of a known type."""
    nouns = children(verb, "dobj", "nsubj", "nsubjpass", "attr")
    typed = any(map(is_typed, (verb, *children(verb, "xcomp"))))
    return typed or not lemmas(nouns).isdisjoint(noun_types())
