"""What an article says could not be verified, is not known, or went unanswered, on the claims it covers.

A caveat is found by its words and the grammar around them, never by the word "verified"
alone. It is carried to the claims of its own sentence, else to those it points back to,
else to the article's own sentence that holds it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimgraph.extract.parse import Article
from claimgraph.extract.predicates import (
    NEGATIVES,
    SUBJECTS,
    is_verbal,
    negation_of,
    sentences,
    subject_of,
    words_of,
)
from claimgraph.lexicon import table, words
from claimgraph.model import Claim, Flag, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["verification", "unclear", "details", "reply"]
COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})
CLAUSES = frozenset({"ccomp", "advcl", "csubj", "xcomp", "relcl", "acl"})
WH_WORDS = frozenset({"if", "whether", "who", "what", "how", "why", "when", "where", "which", "that"})
POINTING = frozenset({"it", "this", "that", "these", "those", "they", "which", "them", "neither"})
CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB"})
LONGEST_QUOTE = 200
PARAGRAPHS_BACK = 3
"""How far back the words of a caveat may point."""


@dataclass(frozen=True, slots=True)
class Caveat:
    """A caveat in one sentence: its kind, the words that make it, and what it is about."""

    kind: Kind
    words: "tuple[Token, ...]"
    about: "tuple[Token, ...]"


def is_caveat(sentence: "Sequence[Token]") -> bool:
    """Tell whether a sentence says that something is unverified, unknown or unanswered."""
    return read_caveat(sentence) is not None


def read_caveat(sentence: "Sequence[Token]") -> Caveat | None:
    """Return the first caveat of a sentence, or None."""
    for token in sentence:
        for rule in RULES:
            found = rule(token)
            if found is not None:
                return found
    return None


def _conditional(verb: "Token") -> bool:
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "until", "once"} for child in verb.children
    )


def _verification(token: "Token") -> Caveat | None:
    """As in "could not be verified", "unable to confirm", "has yet to be corroborated"."""
    if (
        token.lemma_.lower() not in words("caveats", "verify")
        or token.pos_ not in {"VERB", "ADJ"}
        or _conditional(token)
    ):
        return None
    why = _hindrance(token)
    if why is None or _other_sense(token):
        return None
    about = [child for child in token.children if child.dep_ in {*SUBJECTS, "dobj", *CLAUSES}]
    subject = subject_of(token)
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children) and subject is not None:
        about.append(subject)
    return Caveat("verification", _with_helpers(token, why), _subtrees(about))


def _hindrance(verb: "Token") -> "Token | None":
    """Return the word that says the verifying did not happen: "not", "unable", "yet", "refused"."""
    negation = negation_of(verb)
    modal = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    if negation is not None:
        return None if {"will", "wo", "would", "should", "must", "’ll", "'ll"} & set(modal) else negation
    governor = verb.head
    complement = next((child for child in governor.children if child.dep_ == "acomp"), None)
    if verb.dep_ == "xcomp" and complement is not None:
        governor = complement
    if verb.dep_ not in {"xcomp", "ccomp", "acl", "advcl", "relcl"}:
        return None
    if governor.lemma_.lower() in words("caveats", "unable"):
        return governor
    if governor.lemma_.lower() in words("caveats", "able"):
        return negation_of(governor.head) or next(
            (child for child in governor.children if child.dep_ == "neg"), None
        )
    if governor.lemma_.lower() in {"have", "be"} and any(
        child.lower_ == "yet" for child in [*governor.children, *verb.children]
    ):
        return next(child for child in [*governor.children, *verb.children] if child.lower_ == "yet")
    if governor.lemma_.lower() == "way" and any(child.lower_ == "no" for child in governor.children):
        return governor
    return None


def _other_sense(verb: "Token") -> bool:
    """Tell whether an office, a document or a booking is what was not confirmed."""
    things = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    if verb.dep_ == "relcl":
        things.append(verb.head)
    subject = subject_of(verb)
    if subject is not None and any(child.dep_ == "auxpass" for child in verb.children):
        things.append(subject)
    held = {thing.lemma_.lower() for thing in things} | {
        below.lemma_.lower()
        for thing in things
        for below in thing.children
        if below.dep_ in {"compound", "conj"}
    }
    sworn_in = any(child.dep_ == "prep" and child.lower_ == "as" for child in verb.children)
    return bool(held & words("caveats", "other_objects")) or sworn_in


def _marked(token: "Token") -> Caveat | None:
    """As in "unconfirmed reports", "the claims remain unverified"."""
    if token.lower_ not in words("caveats", "unverified"):
        return None
    return Caveat(
        "verification", (token, token.head) if token.dep_ == "amod" else (token,), _subtrees([token.head])
    )


def _missing(token: "Token") -> Caveat | None:
    """As in "no independent confirmation", "no word on", "no further details", "no comment"."""
    lemma = token.lemma_.lower()
    kind: Kind | None = None
    if lemma in words("caveats", "confirmations"):
        kind = "verification"
    elif lemma in words("caveats", "missing") or (
        lemma in words("caveats", "news")
        and any(child.lower_ in {"on", "about", "of", "from"} for child in token.children)
    ):
        kind = "details"
    elif lemma in words("caveats", "answers") and token.pos_ == "NOUN":
        kind = "reply"
    if kind is None:
        return None
    without = token.head if token.dep_ == "pobj" and token.head.lower_ == "without" else None
    nothing = without or next((child for child in token.children if child.lower_ == "no"), None)
    if nothing is None or (
        lemma in words("caveats", "news") and token.head.lemma_.lower() not in {"be", "there"}
    ):
        return None
    topics = [child for child in token.children if child.dep_ in {"prep", "acl", "relcl"}]
    return Caveat(kind, (nothing, *_between(nothing, token), token), _subtrees(topics))


def _unclear(token: "Token") -> Caveat | None:
    """As in "it was not clear if", "remains unknown": of a question or a thing, never of a person."""
    lemma = token.lower_
    negated = lemma in words("caveats", "clear") and _denied_complement(token)
    if not negated and lemma not in words("caveats", "unclear"):
        return None
    verb = token.head if token.dep_ in COMPLEMENTS else token
    if verb is token and not any(child.dep_ in {"auxpass", "cop", *SUBJECTS} for child in token.children):
        return None
    if any(
        child.dep_ == "prep" and child.lower_ in {"for", "as", "to", "of", "by"} for child in token.children
    ):
        return None
    clauses = [
        child
        for parent in {verb, token}
        for child in parent.children
        if child.dep_ in CLAUSES and _asks(child)
    ]
    subject = subject_of(verb)
    if not clauses and (subject is None or subject.pos_ in {"PROPN", "PRON"}):
        return None
    about = clauses or ([subject] if subject is not None else [])
    negation = negation_of(verb) or next((child for child in token.children if child.dep_ == "neg"), None)
    helpers = _with_helpers(token, negation) if negation is not None else (token,)
    return Caveat("unclear", helpers, _subtrees(about))


def _denied_complement(token: "Token") -> bool:
    verb = token.head if token.dep_ in COMPLEMENTS else token
    return negation_of(verb) is not None or any(child.dep_ == "neg" for child in token.children)


def _asks(clause: "Token") -> bool:
    first = list(clause.subtree)[:3]
    return any(token.lower_ in WH_WORDS for token in first)


def _withheld(token: "Token") -> Caveat | None:
    """As in "did not provide details", "without elaborating", "gave no figures"."""
    if token.lemma_.lower() not in words("caveats", "give") or token.pos_ != "VERB" or _conditional(token):
        return None
    given = [child for child in token.children if child.dep_ in {"dobj", "nsubjpass"}]
    held = [child for child in given if child.lemma_.lower() in words("caveats", "given")]
    without = token.dep_ == "pcomp" and token.head.lower_ == "without"
    why = token.head if without else negation_of(token)
    if why is None or _in_future(token) or not (held or token.lemma_ == "elaborate"):
        return None
    topics = [child for thing in held for child in thing.children if child.dep_ == "prep"]
    return Caveat("details", (*_with_helpers(token, why), *held), _subtrees(topics))


def _in_future(verb: "Token") -> bool:
    return any(
        child.dep_ == "aux" and child.lemma_.lower() in {"will", "should", "must", "can", "to"}
        for child in verb.children
    )


def _unanswered(token: "Token") -> Caveat | None:
    """As in "did not respond to a request for comment", "declined to comment", "could not be reached"."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"VERB", "ADJ"} or _conditional(token):
        return None
    helpers: tuple[Token, ...] | None = None
    negation = negation_of(token)
    asked = [
        below
        for child in token.children
        if child.dep_ in {"prep", "dobj"}
        for below in [child, *child.children]
    ]
    requests = any(below.lemma_.lower() in words("caveats", "requests") for below in asked)
    if lemma in words("caveats", "refuse"):
        held = [
            c for c in token.children if c.dep_ == "xcomp" and c.lemma_.lower() in words("caveats", "refused")
        ]
        helpers = (token, *held) if held else None
    elif negation is None or _in_future(token):
        return None
    elif (lemma in words("caveats", "silent") and (requests or lemma == "comment")) or (
        lemma == "return" and requests
    ):
        helpers = _with_helpers(token, negation)
    elif lemma in {"reach", "contact"} and any(child.dep_ == "auxpass" for child in token.children):
        modal = any(
            child.dep_ == "aux" and child.lemma_.lower() in {"can", "could"} for child in token.children
        )
        helpers = _with_helpers(token, negation) if modal and _is_person(subject_of(token)) else None
    subject = subject_of(token)
    return Caveat("reply", helpers, _subtrees([subject] if subject is not None else [])) if helpers else None


def _is_person(subject: "Token | None") -> bool:
    people = words("acts", "parties") | {
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "representative",
        "family",
        "relative",
    }
    return subject is not None and (subject.pos_ in {"PROPN", "PRON"} or subject.lemma_.lower() in people)


RULES: "tuple[Callable[[Token], Caveat | None], ...]" = (
    _verification,
    _marked,
    _missing,
    _unclear,
    _withheld,
    _unanswered,
)


def _with_helpers(token: "Token", why: "Token") -> "tuple[Token, ...]":
    """Return the word with its auxiliaries and adverbs, from the word that hinders onwards."""
    helpers = [
        child
        for child in token.children
        if child.dep_ in {"aux", "auxpass", "neg", "advmod"} and child.i < token.i
    ]
    return tuple(
        sorted(
            {why.i: why, **{child.i: child for child in helpers}, token.i: token}.values(), key=lambda t: t.i
        )
    )


def _between(first: "Token", last: "Token") -> "list[Token]":
    return [first.doc[index] for index in range(first.i + 1, last.i)]


def _subtrees(heads: "Sequence[Token]") -> "tuple[Token, ...]":
    found = {token.i: token for head in heads for token in head.subtree}
    return tuple(found[index] for index in sorted(found))


def caveats(article: Article, claims: Sequence[Claim]) -> list[Flag]:
    """Return a ``not_verified`` flag for every claim a caveat of the article covers.

    Args:
        article: the parsed source.
        claims: its claims, the article's own included.
    """
    flags: dict[tuple[str, Span], Flag] = {}
    stretches = [
        (position, sentence)
        for position, paragraph in enumerate(article.paragraphs)
        for sentence in sentences(article, ((paragraph.start, paragraph.end),))
    ]
    carrier = _Carrier(article, claims, stretches)
    for index, (_, sentence) in enumerate(stretches):
        caveat = read_caveat(sentence)
        if caveat is None:
            continue
        basis = carrier.hull(index, caveat.words)
        detail = table("caveats")["details"][caveat.kind].format(words=_shown(sentence))
        for claim in carrier.covered(index, caveat, basis):
            flags[claim.id, basis] = Flag(claim=claim.id, kind="not_verified", detail=detail, basis=basis)
    return list(flags.values())


def _shown(sentence: "Sequence[Token]") -> str:
    text = " ".join(words_of(sentence).split()).rstrip(".")
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"


class _Carrier:
    """Finds which claims a caveat covers, sentence by sentence backwards."""

    def __init__(
        self, article: Article, claims: Sequence[Claim], stretches: "list[tuple[int, list[Token]]]"
    ) -> None:
        self.article = article
        self.stretches = stretches
        self.spans = [self.hull(index, sentence) for index, (_, sentence) in enumerate(stretches)]
        self.by_sentence: list[list[Claim]] = [
            [
                claim
                for claim in claims
                if any(start < span[1] and end > span[0] for start, end in claim.content)
            ]
            for span in self.spans
        ]

    def hull(self, index: int, tokens: "Sequence[Token]") -> Span:
        """Return the span of tokens of the sentence at an index."""
        return self.article.paragraphs[self.stretches[index][0]].span(tokens)

    def covered(self, index: int, caveat: Caveat, basis: Span) -> list[Claim]:
        """Return the claims the caveat is carried to."""
        here = self.by_sentence[index]
        own = [claim for claim in here if any(s < basis[1] and e > basis[0] for s, e in claim.content)]
        beside = [claim for claim in here if claim not in own]
        if caveat.kind == "reply":
            return self._named(index, caveat) or beside or own
        if beside:
            return beside
        if caveat.kind == "unclear":
            return self._sharing(index, caveat) or own
        if caveat.kind == "details" and caveat.about:
            return [*self._sharing(index, caveat), *own]
        pointed = self._pointed_at(index, caveat)
        return pointed or self._sharing(index, caveat) or own

    def _pointed_at(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the claims of the sentence before, when the caveat points back to them."""
        about = caveat.about
        nouns = [token for token in about if token.lemma_.lower() in words("caveats", "pointing_back")]
        pronouns = [token for token in about if token.lower_ in POINTING and token.pos_ == "PRON"]
        if about and not nouns and not pronouns:
            return []
        reach = 1 if about else 0
        for _, here in self._backwards(index, reach):
            held = here
            if nouns and all(noun.lemma_.lower() in words("caveats", "counts") for noun in nouns):
                held = [claim for claim in here if claim.quantities] or here
            single = (
                bool(nouns)
                and nouns[0].tag_ == "NN"
                and not any(c.lower_ in {"neither", "either"} for c in nouns[0].children)
            )
            return [claim for claim in held if claim.statement == held[-1].statement] if single else held
        return []

    def _backwards(self, index: int, paragraphs: int) -> Iterator[tuple[int, list[Claim]]]:
        """Yield earlier sentences that hold claims, nearest first, up to so many paragraphs back."""
        paragraph = self.stretches[index][0]
        for earlier in range(index - 1, -1, -1):
            if paragraph - self.stretches[earlier][0] > paragraphs:
                return
            if self.by_sentence[earlier]:
                yield earlier, self.by_sentence[earlier]

    def _sharing(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the nearest earlier claims that share the content words of the caveat's clause."""
        sought = _content_words(caveat.about)
        counted = any(token.lemma_.lower() in words("caveats", "counts") for token in caveat.about)
        for earlier, here in self._backwards(index, PARAGRAPHS_BACK):
            found = [claim for claim in here if sought & self._words(claim)]
            if not found and counted and index - earlier <= 2:
                found = [claim for claim in here if any(quantity.event for quantity in claim.quantities)]
            if found:
                return found
        return []

    def _named(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the nearest earlier claims about whoever did not answer."""
        names = {token.lemma_.lower() for token in caveat.about if token.pos_ == "PROPN"}
        pronoun = any(token.pos_ == "PRON" for token in caveat.about)
        for _, here in self._backwards(index, PARAGRAPHS_BACK if names else 0):
            found = [claim for claim in here if pronoun or names & self._words(claim)]
            if found:
                return found
        return []

    def _words(self, claim: Claim) -> set[str]:
        return _content_words([token for span in claim.content for token in self.article.tokens(span)])


def _content_words(tokens: "Sequence[Token]") -> set[str]:
    general = words("generic", "terms") | words("caveats", "pointing_back") | NEGATIVES
    return {
        token.lemma_.lower()
        for token in tokens
        if token.pos_ in CONTENT_TAGS
        and not token.is_stop
        and token.lemma_.lower() not in general
        and not (is_verbal(token) and token.dep_ == "aux")
    }
