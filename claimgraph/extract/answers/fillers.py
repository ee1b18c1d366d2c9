"""Roles that take one filler: with which weapon, from which cause, aimed at whom."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.answers.things import Teller, is_told_as_fact, participant, thing
from claimgraph.extract.events import event_words, is_negated, polarity, verb_lemma
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.predicates import subject_of
from claimgraph.lexicon import words
from claimgraph.lexicon.sorts import sort_of
from claimgraph.model import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token


OTHERS = frozenset({"be", "arm", "blame", "attribute", "result", "stem"})
"""Verbs that tell it by their construction."""


def fillers(
    article: Article, paragraph: Paragraph, inside: "Sequence[Token]", teller: Teller
) -> Iterator[Proposition]:
    """Yield who fills such a role among the tokens of one claim."""
    reader = _Reader(article, paragraph, teller)
    indices = {token.i for token in inside}
    blaming = {  # "X blamed the wind for the crash": the verb itself is the cue
        token.head.i: token.head
        for token in inside
        if token.head.i not in indices and token.head.lemma_ in {"blame", "attribute"}
    }
    for token in (*blaming.values(), *inside):
        if token.lemma_.lower() in _telling() and _is_verbal(token) and is_told_as_fact(token):
            yield from reader.weapons(token)
            yield from reader.causes(token)
            yield from reader.aims(token)
        if token.lemma_.lower() == "due" and is_told_as_fact(token.head):
            yield from reader.filled("cause", _pobj(token, {"to"}), subject_of(token.head), token.head)


class _Reader:
    """One paragraph of one claim, with whose words it holds."""

    def __init__(self, article: Article, paragraph: Paragraph, teller: Teller) -> None:
        self.article, self.paragraph, self.teller = article, paragraph, teller

    def filled(
        self, role: str, filler: "Token | None", of: "Token | None", verb: "Token"
    ) -> Iterator[Proposition]:
        """Yield that something fills a role, and what is said not to ("a revolver, not a pistol")."""
        if filler is None or of is None:
            return
        others = [
            token
            for token in filler.subtree
            if token != filler and token.dep_ in {"conj", "appos"} and _is_not(token)
        ]
        for token, negated in (
            (filler, is_negated(verb) or _is_not(filler)),
            *((other, True) for other in others),
        ):
            phrase = participant(self.paragraph, token, self.teller)
            if role != "target" and sort_of(phrase.text, role) is None:
                continue
            yield Proposition(
                predicate=role,
                lemma=verb.lemma_.lower(),
                value=phrase.text,
                trigger=phrase.span,
                patient=thing(self.article, self.paragraph, of, self.teller),
                agent=phrase if role == "target" else None,
                polarity="denied" if negated else "affirmed",
            )

    def weapons(self, verb: "Token") -> Iterator[Proposition]:
        """Yield what somebody held, was hit with, or the weapon was."""
        lemma = verb.lemma_.lower()
        held, holder = _child(verb, "dobj"), subject_of(verb)
        if (
            lemma in words("deeds", "having") | words("deeds", "holding")
            and held is not None
            and holder is not None
            and _is_weapon(held)
        ):
            found = list(self.filled("weapon", held, holder, verb))
            yield from found
            if lemma in words("deeds", "holding") and found and not found[0].denied and _is_real(held):
                yield found[0].model_copy(update={"predicate": "armed", "value": "armed"})
        if lemma == "arm":
            yield from self.filled("weapon", _pobj(verb, {"with"}), holder or verb.head, verb)
        if lemma in words("deeds", "harming"):
            tool = _pobj(verb, {"with", "using"}) or _agent(verb)
            for of in (_child(verb, "nsubjpass") or held, None if _is_passive(verb) else holder):
                yield from self.filled("weapon", tool, of, verb)
        if lemma == "be" and holder is not None and (_is_weapon(holder) or holder.lower_ == "it"):
            yield from self.filled("weapon", _child(verb, "attr"), holder, verb)

    def causes(self, verb: "Token") -> Iterator[Proposition]:
        """Yield what is said to have brought something about."""
        lemma = verb_lemma(verb)
        passive = _is_passive(verb)
        subject, object_ = subject_of(verb), _child(verb, "dobj")
        if lemma in words("deeds", "causing") or (not passive and _breaks(lemma)):
            by = _agent(verb)
            yield from self.filled("cause", by if passive else subject, subject if passive else object_, verb)
        elif passive and _breaks(lemma):
            yield from self.filled("cause", _agent(verb), subject, verb)
        elif lemma in {"blame", "attribute"}:
            on = _pobj(verb, {"on", "to"})
            first = subject if passive else object_
            if on is not None:
                yield from self.filled("cause", on, first, verb)
            elif lemma == "blame":
                yield from self.filled("cause", first, _pobj(verb, {"for"}) or _pobj(first, {"for"}), verb)
        elif lemma == "be" and subject is not None and subject.lemma_.lower() == "cause":
            yield from self.filled("cause", _child(verb, "attr"), _pobj(subject, {"of"}), verb)
        elif lemma in {"result", "stem"}:
            yield from self.filled("cause", _pobj(verb, {"from"}), subject, verb)

    def aims(self, verb: "Token") -> Iterator[Proposition]:
        """Yield whom a shot was meant for, and where it was fired."""
        lemma, subject = verb.lemma_.lower(), subject_of(verb)
        if lemma in words("deeds", "shooting") and subject is not None and not _is_passive(verb):
            yield from self._direction(verb, subject)
        if lemma in words("deeds", "aiming") and subject is not None:
            yield from self.filled("target", _aimed_at(verb), subject, verb)
        if lemma == "be" and subject is not None:
            goal = _child(verb, "attr")
            if subject.lemma_.lower() == "target" and goal is not None:
                yield from self.filled("target", goal, subject, verb)
            elif goal is not None and goal.lemma_.lower() == "target" and _intended(goal):
                yield from self.filled("target", subject, goal, verb)

    def _direction(self, verb: "Token", shooter: "Token") -> Iterator[Proposition]:
        if verb.lemma_.lower() == "open" and not any(child.lower_ == "fire" for child in verb.children):
            return
        up, at = _pobj(verb, {"in", "into"}), _pobj(verb, {"at", "on", "into", "upon"})
        value, said = (
            ("in the air", up)
            if up is not None and up.lemma_.lower() in words("deeds", "air")
            else ("at people", at)
        )
        if said is None or (
            value == "at people"
            and said.lemma_.lower() in words("deeds", "air") | words("generic", "calendar")
        ):
            return
        yield Proposition(
            predicate="aim",
            lemma=verb.lemma_.lower(),
            value=value,
            trigger=self.paragraph.span([verb, *said.subtree]),
            patient=thing(self.article, self.paragraph, shooter, self.teller),
            polarity=polarity(verb),
        )


def _child(token: "Token", label: str) -> "Token | None":
    return next((child for child in token.children if child.dep_ == label), None)


def _pobj(token: "Token | None", prepositions: set[str]) -> "Token | None":
    """Return the object of the first of these prepositions that hangs on a token."""
    for child in token.children if token is not None else ():
        if child.dep_ in {"prep", "dative", "pcomp"} and child.lower_ in prepositions:
            return _child(child, "pobj")
    return None


def _agent(verb: "Token") -> "Token | None":
    by = _child(verb, "agent")
    return _child(by, "pobj") if by is not None else None


def _is_passive(verb: "Token") -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children)


def _is_not(token: "Token") -> bool:
    """Tell whether a filler is named only to be ruled out: "not a pistol"."""
    left = token.left_edge
    return (left.i > 0 and left.nbor(-1).lower_ in {"not", "never"}) or left.lower_ in {"not", "no"}


def _is_weapon(noun: "Token") -> bool:
    return sort_of(noun.lemma_.lower(), "weapon") is not None


def _is_real(noun: "Token") -> bool:
    """Tell whether a thing held makes its holder armed."""
    return sort_of(" ".join(token.text for token in noun.subtree), "weapon") not in {"toy", "harmless", None}


@cache
def _telling() -> frozenset[str]:
    """Return the verbs that can tell who fills such a role, without their particles."""
    lists = ("holding", "having", "harming", "causing", "breaking", "aiming", "shooting")
    listed = {verb for name in lists for verb in words("deeds", name)}
    breaking = {verb for verb, kind in event_words()[0].items() if kind in words("deeds", "damaging")}
    return frozenset(verb.split()[0] for verb in listed | breaking) | OTHERS


def _is_verbal(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"} or token.dep_ == "amod"


def _breaks(lemma: str) -> bool:
    return event_words()[0].get(lemma) in words("deeds", "damaging") or lemma in words("deeds", "breaking")


def _intended(noun: "Token") -> bool:
    return any(
        child.dep_ == "amod" and child.lower_ in {"intended", "real", "actual", "main"}
        for child in noun.children
    ) or any(child.dep_ in {"det", "poss"} for child in noun.children)


def _aimed_at(verb: "Token") -> "Token | None":
    """Return whom a verb says somebody aimed at, was meant for, or meant to hit."""
    lemma = verb.lemma_.lower()
    if lemma == "target":
        return _child(verb, "dobj")
    if lemma == "aim":
        return _pobj(verb, {"at", "for"}) or (_pobj(_child(verb, "dobj"), {"at", "for"}))
    if _is_passive(verb):
        return _pobj(verb, {"for"})
    inner = next(
        (
            child
            for child in verb.children
            if child.dep_ == "xcomp" and child.lemma_.lower() in words("deeds", "hitting")
        ),
        None,
    )
    return _child(inner, "dobj") if inner is not None else None
