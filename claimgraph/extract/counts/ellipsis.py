"""Figures of which a part is left out: the noun ("The union said 128"), or the number ("killing a child").

Nominal ellipsis (Halliday and Hasan 1976): a number stands for itself and for a noun told before. It is
read only where the words show that a noun was left out: a number too few is better than one of another
thing. Without a number "a child" is one, "both drivers" are two, "nobody was hurt" is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.extract.counts.counted import OBJECTS, Counted, event_of_noun, role_of
from claimgraph.extract.counts.fate import event_of, victim_event
from claimgraph.extract.counts.measures import measured_nouns
from claimgraph.extract.counts.scope import category_of, general_event, phrase_of, side_of_phrase
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    VERBAL,
    child,
    children,
    following,
    governed,
    has,
    has_word,
    particles,
)
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.times.expressions import window_of
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.harm import counts_people, person_class
from claimgraph.model import Quantity, Span

_SINGLE = frozenset({"killed", "injured", "killed and injured", "missing", "kidnapped", "captured"})


@dataclass(frozen=True, slots=True)
class Taken:
    """What a number takes up of an earlier figure: what befell that, and whether it is of the very same."""

    event: str | None
    same: bool


def taken_up(found: Counted, before: Quantity, *, alone: bool) -> Taken | None:
    """Return what a number takes up of an earlier figure; None where it stands by itself.

    Args:
        found: the number, and how it hangs on its sentence.
        before: the figure told last before it.
        alone: whether the number is all that is claimed ("the union said 128").
    """
    behind = following(found.number.doc[found.after - 1])
    of_them = "of" in (behind, following(found.number[-1]))
    if of_them or behind in words("circumstances", "comparing"):
        return None  # "eleven of them" says of whom, "50 percent more than" of what else
    head, relation = found.role
    acts = head.pos_ in VERBAL and relation in {*ANY_SUBJECT, "nummod"}  # the parser's for "at least 40 did"
    if alone or _is_of_figure(found) or (acts and _does_so(head, before)):
        return None if _is_set_apart(found.anchor) else Taken(before.event, same=True)
    event = event_of(found) or general_event(found.anchor) if acts else None
    return Taken(event, same=False) if event is not None else None


def _is_of_figure(found: Counted) -> bool:
    """Tell whether the words say that a number is the figure: "there were 40", "the police found 40"."""
    head, relation = found.role
    told = head.lemma == "be" and relation in OBJECTS and _is_said_of_figure(head)
    met = head.lemma in words("circumstances", "finding") and relation in {*OBJECTS, "npadvmod"}
    return told or met or _is_size_of_it(found.anchor)


def _is_set_apart(anchor: Token) -> bool:
    """Tell whether the clause opens with of whom, or when, else it is ("Among women, the figure is 75")."""
    clause = next((one for one in anchor.ancestors if one.pos_ in VERBAL), anchor)
    subject = child(clause, *ANY_SUBJECT, "expl")
    return subject is not None and any(one.i < subject.i for one in children(clause, "prep", "npadvmod"))


def names_figure(of: str | None) -> bool:
    """Tell whether what a figure is of is left out, or is only called a sum or a number."""
    return of is None or of.lower() in words("discourse", "figure")


def _does_so(verb: Token, before: Quantity) -> bool:
    """Tell whether a verb stands for one told before ("40 did"), or for coming to what is attended."""
    forms = {verb.lemma, *particles(verb, "prt")}
    if before.event == "attended" and not forms.isdisjoint(words("circumstances", "coming")):
        return True
    by_itself = not has(verb, *OBJECTS, "attr", "acomp") and not (verb.lemma == "be" and has(verb, "prep"))
    return verb.lemma in words("circumstances", "standing_for") and by_itself


def _is_said_of_figure(be: Token) -> bool:
    """Tell whether the subject is "there", "it" or a word for a figure ("the real number was 900")."""
    subject = child(be, *ANY_SUBJECT, "expl")
    return subject is not None and _stands_for_figure(subject)


def _is_size_of_it(anchor: Token) -> bool:
    """Tell whether the number is told as the size of "it" or of a figure ("put it at 30")."""
    return any(map(_stands_for_figure, _sized(anchor)))


def is_of_it(anchor: Token) -> bool:
    """Tell whether a number is told as the size of "it", whatever stands beside ("they put it at 35")."""
    return any(one.lower_ == "it" for one in _sized(anchor))


def _sized(anchor: Token) -> list[Token]:
    """Return the nouns that a number gives the size of; whoever "pays 50 million" is no sum."""
    verb, relation = role_of(anchor)
    dealt = relation == "dobj" and verb.lemma in words("circumstances", "dealing")
    return [one for one in measured_nouns(anchor) if not (dealt and one.head == verb)]


def _stands_for_figure(noun: Token) -> bool:
    """Tell whether a noun names the figure told before, and says of nothing else ("number of trams")."""
    figure = noun.lemma in words("discourse", "figure") and not has(noun, "prep", "acl", "relcl", "compound")
    return figure or noun.lower_ in {"it", "that", "there"}


def unnumbered(paragraph: Paragraph, inside: list[Span]) -> Iterator[Quantity]:
    """Yield the victims told without a number inside a claim's spans, in positions of the paragraph."""
    for first, last in inside:
        for token in paragraph.tokens(paragraph.start + first, paragraph.start + last):
            found = _nobody(token) or _single(token) or _both(token)
            if found is not None and found[0].idx + len(found[0]) <= last:
                yield _quantity(paragraph, token, (first, last), found)


def _quantity(paragraph: Paragraph, first: Token, home: Span, found: tuple[Token, str, int]) -> Quantity:
    noun, event, count = found
    start, end = first.idx, noun.idx + len(noun)
    of = phrase_of(noun) if count else None
    return Quantity(
        low=count,
        high=count,
        text=paragraph.text[start:end],
        span=(paragraph.start + start, paragraph.start + end),
        unit="people",
        event=event,
        of=of,
        of_side=side_of_phrase(of),
        category=category_of(noun, "person"),
        window=window_of(paragraph.text[slice(*home)]),
    )


def _single(article: Token) -> tuple[Token, str, int] | None:
    """Read "killing a child": an indefinite person to whom harm comes."""
    noun = article.head
    if article.lower_ not in {"a", "an"} or article.dep_ != "det" or person_class(noun.lemma_) is None:
        return None
    event = victim_event(noun) if noun.tag_ in {"NN", "NNP"} else None
    return (noun, event, 1) if event in _SINGLE else None


def _both(word: Token) -> tuple[Token, str, int] | None:
    """Read "both drivers were killed", "both were hurt"; "both the driver and a guard" are told apart."""
    if word.lower_ != "both" or word.dep_ == "preconj":
        return None
    whole = governed(word, "of")
    noun = word.head if word.dep_ in {"det", "predet"} else whole or word
    people = noun is word or person_class(noun.lemma_) is not None
    event = victim_event(word if noun is whole else noun)
    if event is None or not people or has(noun, "conj"):
        return None
    return noun, event, 2


def _nobody(token: Token) -> tuple[Token, str, int] | None:
    """Read "there were no casualties", "no one was hurt", "nobody died"."""
    if token.lower_ == "no" and token.dep_ == "det":
        noun = token.head
    elif token.lower_ in {"nobody", "none"}:
        noun = token
    else:
        return None
    if has_word(noun, "more", "other", "further", "new", "immediate"):
        return None
    event = _of_nobody(noun) or (event_of_noun(noun) if _is_told(noun) else None)
    return (noun, event, 0) if event is not None and counts_people(event) else None


def _is_told(noun: Token) -> bool:
    caused = noun.dep_ == "dobj" and noun.head.lemma in {"cause", "suffer", "have", "record"}
    return caused or noun.dep_ == "attr"


def _of_nobody(noun: Token) -> str | None:
    if noun.lower_ not in {"one", "none", "nobody"} and person_class(noun.lemma_) is None:
        return None
    return victim_event(noun) if noun.dep_ in ANY_SUBJECT else None
