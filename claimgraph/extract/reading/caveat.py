"""What a caveat is: the words by which an article leaves a statement open, and what they are about."""

from dataclasses import dataclass
from typing import Literal

from claimgraph.extract.grammar.tree import AUXILIARIES, COMPLEMENTS, children, has, subtrees
from claimgraph.extract.grammar.verbs import is_conditional, negation_of, subject_of
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words

Kind = Literal[
    "verification",
    "unclear",
    "details",
    "reply",
    "hearsay",
    "pictured",
    "supposed",
    "undisclosed",
    "initial",
    "pending",
    "provisional",
    "differing",
    "unsaid",
]
ON_A_QUESTION = frozenset({"unclear", "pending", "unsaid"})
"""Kinds that leave one question open, and not all that is said beside it."""
ON_ITS_WORDS = frozenset({"hearsay", "pictured", "supposed", "undisclosed", "initial"})
"""Kinds that leave open what is told in their very clause."""
PLURAL = frozenset({"these", "those", "they", "them", "none", "neither", "either", "both"})
SPEAKING = frozenset({"i", "we", "you", "who", "nobody", "one"})
"""Whose not knowing leaves nothing open but what they know."""
AHEAD = frozenset({"may", "might", "could", "can"})
CLAUSES = ("ccomp", "advcl", "csubj", "xcomp", "relcl", "acl")


@dataclass(frozen=True, slots=True)
class Caveat:
    """A caveat in one sentence: its kind, the words that make it, and what it is about."""

    kind: Kind
    words: tuple[Token, ...]
    about: tuple[Token, ...]

    @property
    def run(self) -> list[Token]:
        """The words that make it, from the first to the last, with what is passed on: "is said to be ill"."""
        shown = (*self.words, *self.about) if self.kind == "hearsay" else self.words
        first = min(shown, key=lambda word: word.i)
        return list(first.doc[first.i : max(word.i for word in shown) + 1])

    @property
    def nouns(self) -> list[Token]:
        """The nouns by which it names what was said: "the claim", but not "claims that the dam leaked"."""
        named = (token for token in self.about if token.lemma in words("caveats", "pointing_back"))
        return [noun for noun in named if not has(noun, *CLAUSES)]

    @property
    def is_impersonal(self) -> bool:
        """Whether it says that a thing is not known, or lacking, and not what somebody does or doubts."""
        if self.kind in ON_A_QUESTION:
            return any(map(is_asking, self.about))
        if self.kind == "differing":
            return True
        return self.words[0].lower_ == "no" and not any(has(one, *CLAUSES) for one in self.words)

    @property
    def pronouns(self) -> frozenset[str]:
        """The words that stand for what was said: "that", "neither"."""
        return words("grammar", "pointing") & {token.lower_ for token in self.about}

    @property
    def is_plural(self) -> bool:
        """Whether it is about more than one statement."""
        return bool(self.pronouns & PLURAL) or any(noun.tag_ == "NNS" for noun in self.nouns)


def asked(token: Token, verb: Token) -> tuple[Token, ...]:
    """Return the question that is not answered, or the thing that is not known."""
    clauses = [one for parent in (verb, token) for one in children(parent, *CLAUSES) if asks(one)]
    subject = subject_of(verb)
    named = subject is not None and subject.pos_ in {"PROPN", "PRON"}
    return whole(*clauses) if clauses or named else whole(subject)


def is_asking(word: Token) -> bool:
    """Tell whether a word opens a question."""
    return word.lower_ in words("grammar", "asking")


def asks(clause: Token) -> bool:
    """Tell whether a clause is a question of what is so, and not of what to do ("how to stop him")."""
    first = list(clause.subtree)[:3]
    return any(is_asking(one) for one in first) and "to" not in {one.lower_ for one in first[1:]}


def is_open(about: tuple[Token, ...]) -> bool:
    """Tell whether there is a question, of what is so: what is to come, or may be, is known to nobody."""
    ahead = words("caveats", "to_come") | AHEAD
    return bool(about) and not any(one.dep_ == "aux" and one.lower_ in ahead for one in about)


def predicate(token: Token) -> Token:
    """Return the verb under which a word stands as what is said of the subject, else the word."""
    return token.head if token.dep_ in COMPLEMENTS else token


def left_undone(verb: Token) -> Token | None:
    """Return the word that negates a verb, unless it is of what is to come or supposed."""
    ahead = words("caveats", "to_come") - {"would"} | {"can", "to"}  # who "would not comment" has not
    to_come = has(verb, "aux", among=ahead) or is_conditional(verb)
    return None if to_come else negation_of(verb)


def whole(*heads: Token | None) -> tuple[Token, ...]:
    """Return all words under those heads that there are."""
    return tuple(subtrees(head for head in heads if head is not None))


def with_helpers(token: Token, why: Token | None) -> tuple[Token, ...]:
    """Return the word with its auxiliaries and adverbs, from the word that hinders, if any, onwards."""
    if why is None:
        return (token,)
    helpers = [one for one in children(token, *AUXILIARIES, "neg", "advmod") if one.i < token.i]
    return tuple(sorted({why, *helpers, token}, key=lambda one: one.i))
