"""What a figure without a noun counts: what the last one did ("132 were aboard. The union said 128.").

Nominal ellipsis (Halliday and Hasan 1976): a number stands for itself and for a noun told before. It is
read only where the words show that a noun was left out: a number too few is better than one of another thing.
"""

from dataclasses import dataclass

from claimgraph.extract.counts.counted import OBJECTS, Counted, role_of
from claimgraph.extract.counts.fate import event_of
from claimgraph.extract.counts.measures import measured_nouns
from claimgraph.extract.counts.scope import general_event
from claimgraph.extract.grammar.tree import ANY_SUBJECT, VERBAL, child, children, following, has, particles
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.model import Quantity


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
    sized = relation in OBJECTS and head.lemma == "be" and _is_said_of_figure(head)
    met = relation in {*OBJECTS, "npadvmod"} and head.lemma in words("circumstances", "finding")
    misread = relation == "nummod" and head.pos_ in VERBAL and head.i > found.anchor.i  # "at least 40 did"
    subject = relation in ANY_SUBJECT or misread
    if alone or sized or met or _is_size_of_it(found.anchor) or (subject and _does_so(head, before)):
        return None if _is_set_apart(found.anchor) else Taken(before.event, same=True)
    event = event_of(found) or general_event(found.anchor) if subject else None
    return Taken(event, same=False) if event is not None else None


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
