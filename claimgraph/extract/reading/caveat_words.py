"""The words by which an article says that something is unverified, unknown or unanswered.

A caveat is found by its words and the grammar around them, never by "verified" alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimgraph.extract.grammar.sentences import is_question
from claimgraph.extract.grammar.tree import AUXILIARIES, COMPLEMENTS, children, has, lemmas, subtrees
from claimgraph.extract.grammar.verbs import is_conditional, is_passive, negation_of, subject_of
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.kinds import is_person

Kind = Literal["verification", "unclear", "details", "reply"]
PLURAL = frozenset({"these", "those", "they", "them", "none", "neither", "either", "both"})
_SPEAKING = frozenset({"i", "we", "you", "who", "nobody", "one"})
CLAUSES = ("ccomp", "advcl", "csubj", "xcomp", "relcl", "acl")


@dataclass(frozen=True, slots=True)
class Caveat:
    """A caveat in one sentence: its kind, the words that make it, and what it is about."""

    kind: Kind
    words: tuple[Token, ...]
    about: tuple[Token, ...]

    @property
    def nouns(self) -> list[Token]:
        """The nouns by which it names what was said: "the claim", but not "claims that the dam leaked"."""
        named = (token for token in self.about if token.lemma in words("caveats", "pointing_back"))
        return [noun for noun in named if not has(noun, *CLAUSES)]

    @property
    def is_impersonal(self) -> bool:
        """Whether it says that a thing is not known, or lacking, and not what somebody does or doubts."""
        if self.kind == "unclear":
            return any(map(_is_asking, self.about))
        return self.words[0].lower_ == "no" and not any(has(one, *CLAUSES) for one in self.words)

    @property
    def pronouns(self) -> frozenset[str]:
        """The words that stand for what was said: "that", "neither"."""
        return words("grammar", "pointing") & {token.lower_ for token in self.about}

    @property
    def is_plural(self) -> bool:
        """Whether it is about more than one statement."""
        return bool(self.pronouns & PLURAL) or any(noun.tag_ == "NNS" for noun in self.nouns)


def read_caveats(sentence: Sequence[Token]) -> list[Caveat]:
    """Return the caveats of a sentence in text order; of two over the same words, the first."""
    found: list[Caveat] = []
    last = -1
    for caveat in (rule(token) for token in sentence if _may_tell(token) for rule in RULES):
        if caveat is not None and min(word.i for word in caveat.words) > last:
            found.append(caveat)
            last = max(word.i for word in caveat.words)
    return found


def _may_tell(token: Token) -> bool:
    """Tell whether a word is one that a rule begins with; hardly one in thirty is."""
    return token.lower_ in _openers() or token.lemma in _openers()


@cache
def _openers() -> frozenset[str]:
    return frozenset({"without"}).union(*(words("caveats", name) for name in _OPENING))


def _verification(verb: Token) -> Caveat | None:
    """As in "could not be verified", "unable to confirm", "has yet to be corroborated"."""
    checks = verb.lemma in words("caveats", "check")
    if not (checks or verb.lemma in words("caveats", "verify")) or verb.pos_ != "VERB":
        return None
    subject = subject_of(verb) if is_passive(verb) else None
    things = [*children(verb, "dobj", *CLAUSES), *([subject] if subject is not None else [])]
    why, about = _hindrance(verb), _whole(*things)
    said = words("caveats", "pointing_back") | words("caveats", "truth")
    told = has(verb, "advmod", among={"independently"}) or not said.isdisjoint(lemmas(about))
    if why is None or (checks and not told):
        return None  # what is checked is something told, or checked independently
    other = lemmas(things) & words("caveats", "other_objects")
    return None if other else Caveat("verification", _with_helpers(verb, why), about)


def _hindrance(verb: Token) -> Token | None:
    """Return the word that says the verifying did not happen: "not", "unable", "yet"."""
    if is_conditional(verb) or has(verb, "aux", among=words("caveats", "to_come")):
        return None
    negation, way = negation_of(verb), verb.head.head if verb.dep_ == "pcomp" else verb.head
    if way.lemma in words("caveats", "ways"):  # "there was no way to verify it"
        return next((one for one in way.lefts if one.lower_ == "no"), negation)
    if negation is not None or verb.dep_ not in {"xcomp", "acl"}:
        return negation
    governor = next(iter(children(verb.head, "acomp")), verb.head)
    if governor.lemma in words("caveats", "unable"):
        return governor
    if governor.lemma in words("caveats", "able"):
        return negation_of(governor.head)
    return next((one for one in (*governor.children, *verb.children) if one.lower_ == "yet"), None)


def _marked(token: Token) -> Caveat | None:
    """As in "unconfirmed reports", "the claims remain unverified"."""
    if token.lower_ not in words("caveats", "unverified"):
        return None
    said = (token, token.head) if token.dep_ == "amod" else (token,)
    return Caveat("verification", said, _whole(token.head))


def _missing(noun: Token) -> Caveat | None:
    """As in "no independent confirmation", "no word on", "no comment", "confirmation was not available"."""
    nothing = next((one for one in noun.lefts if one.lower_ == "no"), None)
    had = lemmas(children(noun.head, "acomp")) & (words("caveats", "able") | words("caveats", "at_hand"))
    if noun.dep_ == "nsubj" and had and noun.lemma in words("caveats", "confirmations"):
        nothing = nothing or _left_undone(noun.head)
    kind = _missing_kind(noun) if nothing is not None else None
    if kind is None or nothing is None:
        return None
    topics = children(noun, "prep", "acl", "relcl")
    about = _whole(subject_of(noun.head)) if kind == "reply" and not topics else _whole(*topics)
    first, last = sorted((nothing.i, noun.i))
    return Caveat(kind, tuple(noun.doc[first : last + 1]), about)


def _missing_kind(noun: Token) -> Kind | None:
    word, told = noun.lemma, words("caveats", "pointing_back") & lemmas(noun.subtree)
    if word in words("caveats", "confirmations") or (word in words("caveats", "proofs") and told):
        return "verification"
    news = word in words("caveats", "news") and noun.head.lemma == "be"
    if news or word in words("caveats", "missing"):
        return "details"
    return "reply" if word in words("caveats", "answers") else None


def _unclear(token: Token) -> Caveat | None:
    """As in "it was not clear if", "remains unknown": of a question or a thing, never of a person."""
    known = token.lower_ in words("caveats", "clear")
    if not known and token.lower_ not in words("caveats", "unclear"):
        return None
    verb = _predicate(token)
    about, negation = _asked(token, verb), negation_of(verb)
    sure = (known and negation is None) or token.head.lemma == "make"
    sure = sure or has(token, "prep", "mark", "advcl", among={"for", "as", "to", "of", "by", "until"})
    subject = subject_of(verb)  # "I am not sure" is a speaker's own doubt, an unknown man no open question
    named = subject is not None and subject in about and is_person(subject.lemma)
    own = named or (subject is not None and subject.lower_ in _SPEAKING)
    if sure or own or not about or _is_helped(about, words("caveats", "to_come")):
        return None
    return Caveat("unclear", _with_helpers(token, negation), about)


def _not_known(verb: Token) -> Caveat | None:
    """As in "police did not know who had fired", "have not determined who": what others do not know of."""
    negation = negation_of(verb) if verb.lemma in words("caveats", "finding_out") else None
    subject = subject_of(verb)
    about = _whole(*(one for one in children(verb, "ccomp") if _asks(one)))
    if negation is None or not about or subject is None or subject.lower_ in _SPEAKING:
        return None
    open_ = words("caveats", "to_come") | {"might", "may", "could"}
    if is_question([*verb.sent]) or _is_helped(about, open_):
        return None
    return Caveat("unclear", _with_helpers(verb, negation), about)


def _is_helped(about: tuple[Token, ...], modals: frozenset[str]) -> bool:
    """Tell whether a question is of what is still to come, or may be: it is known to nobody."""
    return any(one.dep_ == "aux" and one.lower_ in modals for one in about)


def _asked(token: Token, verb: Token) -> tuple[Token, ...]:
    """Return the question that is not answered, or the thing that is not known."""
    clauses = [one for parent in (verb, token) for one in children(parent, *CLAUSES) if _asks(one)]
    subject = subject_of(verb)
    named = subject is not None and subject.pos_ in {"PROPN", "PRON"}
    return _whole(*clauses) if clauses or named else _whole(subject)


def _is_asking(word: Token) -> bool:
    return word.lower_ in words("grammar", "asking")


def _asks(clause: Token) -> bool:
    """Tell whether a clause is a question of what is so, and not of what to do ("how to stop him")."""
    first = list(clause.subtree)[:3]
    return any(_is_asking(one) for one in first) and "to" not in {one.lower_ for one in first[1:]}


def _withheld(verb: Token) -> Caveat | None:
    """As in "did not provide details", "gave no figures", "did not elaborate"."""
    if verb.lemma not in words("caveats", "give"):
        return None
    held = [one for one in children(verb, "dobj", "nsubjpass") if one.lemma in words("caveats", "given")]
    why = _left_undone(verb)
    if why is None or not (held or verb.lemma == "elaborate"):
        return None
    topics = (one for thing in held for one in children(thing, "prep"))
    return Caveat("details", (*_with_helpers(verb, why), *held), _whole(*topics))


def _refused(verb: Token) -> Caveat | None:
    """As in "declined to comment"."""
    if verb.lemma not in words("caveats", "refuse"):
        return None
    held = [one for one in children(verb, "xcomp") if one.lemma in words("caveats", "refused")]
    return Caveat("reply", (verb, *held), _whole(subject_of(verb))) if held else None


def _unanswered(token: Token) -> Caveat | None:
    """As in "did not respond to a request", "could not be reached for comment"."""
    word = token.lemma
    if word not in words("caveats", "silent") | words("caveats", "at_hand"):
        return None
    why = _left_undone(_predicate(token))
    asked = lemmas(below for one in children(token, "prep", "dobj") for below in (one, *one.children))
    answers = asked & (words("caveats", "answers") | words("caveats", "requests"))
    if why is None or not (answers or word == "comment"):
        return None
    return Caveat("reply", _with_helpers(token, why), _whole(subject_of(_predicate(token))))


def _without(word: Token) -> Caveat | None:
    """As in "said, without offering evidence, that", "claimed without proof that"."""
    if word.lower_ != "without" or word.head.lemma not in words("acts", "speech"):
        return None
    given = next((one for one in children(word, "pcomp") if one.lemma in words("caveats", "give")), word)
    held = [one for one in children(given, "dobj", "pobj") if one.lemma in words("caveats", "given")]
    told = held or given.lemma == "elaborate"
    return Caveat("details", tuple(dict.fromkeys((word, given, *held))), ()) if told else None


_OPENING = (
    "answers", "at_hand", "check", "clear", "confirmations", "finding_out", "give", "missing", "news",
    "proofs", "refuse", "silent", "unclear", "unverified", "verify",
)  # fmt: skip
RULES = (_verification, _marked, _missing, _unclear, _not_known, _withheld, _without, _refused, _unanswered)


def _predicate(token: Token) -> Token:
    """Return the verb under which a word stands as what is said of the subject, else the word."""
    return token.head if token.dep_ in COMPLEMENTS else token


def _left_undone(verb: Token) -> Token | None:
    """Return the word that negates a verb, unless it is of what is to come or supposed."""
    ahead = words("caveats", "to_come") - {"would"} | {"can", "to"}  # who "would not comment" has not
    to_come = has(verb, "aux", among=ahead) or is_conditional(verb)
    return None if to_come else negation_of(verb)


def _whole(*heads: Token | None) -> tuple[Token, ...]:
    """Return all words under those heads that there are."""
    return tuple(subtrees(head for head in heads if head is not None))


def _with_helpers(token: Token, why: Token | None) -> tuple[Token, ...]:
    """Return the word with its auxiliaries and adverbs, from the word that hinders, if any, onwards."""
    if why is None:
        return (token,)
    helpers = [one for one in children(token, *AUXILIARIES, "neg", "advmod") if one.i < token.i]
    return tuple(sorted({why, *helpers, token}, key=lambda one: one.i))
