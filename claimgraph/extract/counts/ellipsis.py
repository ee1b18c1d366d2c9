"""What a figure without a noun counts: what the last one did ("132 were aboard. The union said 128.").

Nominal ellipsis (Halliday and Hasan 1976): a number stands for itself and for a noun told before. It is
read only where the words show that a noun was left out: a number too few is better than one of another thing.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.counts.counted import OBJECTS, Counted
from claimgraph.extract.counts.measures import measured_nouns
from claimgraph.extract.counts.scope import general_event
from claimgraph.extract.grammar.tree import ANY_SUBJECT, VERBAL, child, has, has_word, lemma, particles
from claimgraph.lexicon import words
from claimgraph.model import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token


def goes_on(found: Counted, before: Quantity, *, alone: bool) -> str | None:
    """Return what befell what a number without a noun counts; None where it counts no earlier noun.

    Args:
        found: the number, and how it hangs on its sentence.
        before: the figure told last before it.
        alone: whether the number is all that is claimed ("the union said 128").
    """
    if found.noun is not None:
        return None
    head, relation = found.role
    sized = relation in OBJECTS and lemma(head) == "be" and _is_said_of_figure(head)
    if alone or sized or _is_size_of_it(found.anchor):
        return before.event
    misread = relation == "nummod" and head.pos_ in VERBAL and head.i > found.anchor.i  # "at least 40 did"
    if relation in OBJECTS and lemma(head) in words("circumstances", "finding"):
        return before.event
    if relation not in ANY_SUBJECT and not misread:
        return None
    return before.event if _does_so(head, before) else general_event(found.anchor)


def _does_so(verb: "Token", before: Quantity) -> bool:
    """Tell whether a verb stands for one told before ("40 did"), or for coming to what is attended."""
    forms = {lemma(verb), *particles(verb, "prt")}
    if before.event == "attended" and not forms.isdisjoint(words("circumstances", "coming")):
        return True
    return lemma(verb) in words("circumstances", "standing_for") and not has(verb, *OBJECTS, "attr", "acomp")


def _is_said_of_figure(be: "Token") -> bool:
    """Tell whether the subject is "there", "it" or a word for a figure ("the real number was 900")."""
    subject = child(be, *ANY_SUBJECT, "expl")
    return subject is not None and _stands_for_figure(subject)


def _is_size_of_it(anchor: "Token") -> bool:
    """Tell whether the number is told as the size of "it" or of a figure ("put it at 30")."""
    return any(map(_stands_for_figure, measured_nouns(anchor)))


def _stands_for_figure(noun: "Token") -> bool:
    """Tell whether a noun names the figure told before, and not one of something else ("number of trams")."""
    figure = lemma(noun) in words("discourse", "figure") and not has_word(noun, "of")
    return figure or noun.lower_ in {"it", "that", "there"}
