"""Roles that take one filler: with which weapon, from which cause, aimed at whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import VERBAL, child, children, following, governed, has_word, lemma
from claimgraph.extract.grammar.verbs import (
    agent_of,
    is_negated,
    is_passive,
    is_told_as_fact,
    polarity,
    subject_of,
)
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.reading.participants import Teller, described, thing
from claimgraph.extract.reading.vocabulary import event_words, verb_lemma
from claimgraph.lexicon import words
from claimgraph.lexicon.sorts import sort_of
from claimgraph.model import Proposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALSO = frozenset({"be", "arm", "blame", "attribute", "result", "stem"})
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
        if lemma(token) in _telling() and _is_verb(token) and is_told_as_fact(token):
            yield from reader.weapons(token)
            yield from reader.causes(token)
            yield from reader.aims(token)
        if token.lower_ == "due" and is_told_as_fact(token.head):
            yield from reader.filled("cause", governed(token, "to"), subject_of(token.head), token.head)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One paragraph of one claim, with whose words it holds."""

    article: Article
    paragraph: Paragraph
    teller: Teller

    def filled(
        self, role: str, filler: "Token | None", of: "Token | None", verb: "Token"
    ) -> Iterator[Proposition]:
        """Yield that something fills a role, and what is said not to ("a revolver, not a pistol")."""
        if filler is None or of is None:
            return
        others = [one for one in children(filler, "conj", "appos") if _is_ruled_out(one)]
        for token in (filler, *others):
            phrase = described(self.paragraph, token, self.teller)
            if role != "target" and sort_of(phrase.text, role) is None:
                continue
            negated = _is_ruled_out(token) or (token == filler and is_negated(verb))
            yield Proposition(
                predicate=role,
                lemma=lemma(verb),
                value=phrase.text,
                trigger=phrase.span,
                patient=thing(self.article, self.paragraph, of, self.teller),
                agent=phrase if role == "target" else None,
                polarity="denied" if negated else "affirmed",
            )

    def weapons(self, verb: "Token") -> Iterator[Proposition]:
        """Yield what somebody held, was hit with, or the weapon was."""
        word, held, holder = lemma(verb), child(verb, "dobj"), subject_of(verb)
        holds = word in words("deeds", "holding")
        if (holds or word in words("deeds", "having")) and held is not None and _is_weapon(held):
            found = list(self.filled("weapon", held, holder, verb))
            yield from found
            if holds and found and not found[0].denied:
                yield found[0].model_copy(update={"predicate": "armed", "value": "armed"})
        elif word == "arm":
            yield from self.filled("weapon", governed(verb, "with"), holder or verb.head, verb)
        elif word in words("deeds", "harming"):
            tool = governed(verb, "with", "using") or agent_of(verb)
            yield from self.filled("weapon", tool, child(verb, "nsubjpass") or held, verb)
            yield from self.filled("weapon", tool, None if is_passive(verb) else holder, verb)
        elif word == "be" and holder is not None and (_is_weapon(holder) or holder.lower_ == "it"):
            yield from self.filled("weapon", child(verb, "attr"), holder, verb)

    def causes(self, verb: "Token") -> Iterator[Proposition]:
        """Yield what is said to have brought something about."""
        word, passive = verb_lemma(verb), is_passive(verb)
        subject, object_ = subject_of(verb), child(verb, "dobj")
        doer, undergoer = (agent_of(verb), subject) if passive else (subject, object_)
        if word in words("deeds", "causing") or _breaks(word):
            yield from self.filled("cause", doer, undergoer, verb)
        elif word in {"blame", "attribute"}:
            on = governed(verb, "on", "to")
            if on is not None:
                yield from self.filled("cause", on, undergoer, verb)
            elif word == "blame":
                yield from self.filled("cause", undergoer, governed(verb, "for"), verb)
        elif word in {"result", "stem"}:
            yield from self.filled("cause", governed(verb, "from"), subject, verb)

    def aims(self, verb: "Token") -> Iterator[Proposition]:
        """Yield whom a shot was meant for, and where it was fired."""
        word, subject = lemma(verb), subject_of(verb)
        if subject is None:
            return
        if word in words("deeds", "shooting") and not is_passive(verb):
            yield from self._direction(verb, subject)
        if word in words("deeds", "aiming"):
            yield from self.filled("target", _aimed_at(verb), subject, verb)
        meant = child(verb, "attr") if word == "be" else None
        if meant is not None and meant.lower_ == "target":
            yield from self.filled("target", subject, meant, verb)

    def _direction(self, verb: "Token", shooter: "Token") -> Iterator[Proposition]:
        if lemma(verb) == "open" and not has_word(verb, "fire"):
            return
        up = governed(verb, "in", "into")
        up = up if up is not None and lemma(up) in words("deeds", "air") else None
        said = up or governed(verb, "at", "on", "into", "upon")
        if said is None:
            return
        yield Proposition(
            predicate="aim",
            lemma=lemma(verb),
            value="at people" if up is None else "in the air",
            trigger=self.paragraph.span([verb, *said.subtree]),
            patient=thing(self.article, self.paragraph, shooter, self.teller),
            polarity=polarity(verb),
        )


def _is_ruled_out(token: "Token") -> bool:
    """Tell whether a filler is named only to be ruled out: "not a pistol"."""
    left = token.left_edge
    return left.lower_ in {"not", "no"} or following(left, -1) in {"not", "never"}


def _is_weapon(noun: "Token") -> bool:
    return sort_of(lemma(noun), "weapon") not in {"toy", "harmless", None}


@cache
def _telling() -> frozenset[str]:
    """Return the verbs that can tell who fills such a role, without their particles."""
    lists = ("holding", "having", "harming", "causing", "breaking", "aiming", "shooting")
    listed = {verb for name in lists for verb in words("deeds", name)}
    breaking = {verb for verb, kind in event_words()[0].items() if kind in words("deeds", "damaging")}
    return frozenset(verb.split()[0] for verb in listed | breaking) | _ALSO


def _is_verb(token: "Token") -> bool:
    return token.pos_ in VERBAL or token.dep_ == "amod"


def _breaks(verb: str) -> bool:
    return event_words()[0].get(verb) in words("deeds", "damaging") or verb in words("deeds", "breaking")


def _aimed_at(verb: "Token") -> "Token | None":
    """Return whom a verb says somebody aimed at, was meant for, or meant to hit."""
    word = lemma(verb)
    if word == "target":
        return child(verb, "dobj")
    if word == "aim":
        return governed(verb, "at", "for") or governed(child(verb, "dobj"), "at", "for")
    if is_passive(verb):
        return governed(verb, "for")
    meant = (one for one in children(verb, "xcomp") if lemma(one) in words("deeds", "hitting"))
    return child(next(meant, None), "dobj")
